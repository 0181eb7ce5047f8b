"""The office and its one way in and one way out; no word of the trade here."""
