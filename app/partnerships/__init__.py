"""Sister cities, partner cities and networks: their place is kept; nothing lives here yet."""
