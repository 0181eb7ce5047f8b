"""Receptions in the window: the list, the dossier with its tabs, the guest list."""
