"""Outbound missions: their place in the house is kept; nothing lives here yet."""
