"""Beginning, opening and describing an office."""
