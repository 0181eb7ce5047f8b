"""Receptions: who is invited, in what order, and what they answered."""
