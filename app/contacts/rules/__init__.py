"""Rules of the trade on plain values: codes, precedence, forms of address, names, countries, functions."""
