"""Rules of the trade on plain values: codes, precedence, address, names, countries, functions."""
