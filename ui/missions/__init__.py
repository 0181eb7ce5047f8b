"""Missions: the list, the dossier, the delegation with its travel papers."""
