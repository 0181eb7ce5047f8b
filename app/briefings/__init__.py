"""Documents: composed to values, turned into blocks, printed on paper."""
