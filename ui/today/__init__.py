"""The first page of a day."""
