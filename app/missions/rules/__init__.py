"""The rules of a mission, on values: travel and its CO2, costs, passports."""
