"""What comes in of missions: the dossier, who goes along, their travel papers."""

from __future__ import annotations

from app.missions.draft.delegation import PapersDraft, ParticipantDraft
from app.missions.draft.mission import DestinationDraft, MissionDraft, ObjectiveDraft

__all__ = [
    "DestinationDraft",
    "MissionDraft",
    "ObjectiveDraft",
    "PapersDraft",
    "ParticipantDraft",
]
