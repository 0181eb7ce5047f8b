"""Belfry without a window: the trade, the data, the paper and the command line."""
