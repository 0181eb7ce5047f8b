"""Reading what every dossier has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.dossiers.draft.dossier import DossierDraft
from app.dossiers.draft.programme import ProgrammeDraft

if TYPE_CHECKING:
    from uuid import UUID

    from app.dossiers.model import Dossier, ProgrammeItem

DOSSIER_FIELDS = tuple(
    name
    for name in DossierDraft.__slots__
    if name not in ("requested_by", "priorities", "goals", "points_to_raise")
)
PROGRAMME_FIELDS = tuple(ProgrammeDraft.__slots__)


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A line of the programme, in order."""

    id: UUID
    revision: UUID
    draft: ProgrammeDraft


def dossier_draft(dossier: Dossier) -> DossierDraft:
    """The facts of a dossier as an editor starts from them."""
    return DossierDraft(
        **{name: getattr(dossier, name) for name in DOSSIER_FIELDS},
        requested_by=dossier.requested_by_id,
        points_to_raise=tuple(dossier.points_to_raise),
        priorities=tuple(one.priority_id for one in dossier.priorities),
        goals=tuple(sorted(one.number for one in dossier.goals)),
    )


def programme(dossier: Dossier) -> tuple[ProgrammeRow, ...]:
    """The programme in its order."""
    return tuple(ProgrammeRow(one.id, one.revision, _item(one)) for one in dossier.programme)


def _item(one: ProgrammeItem) -> ProgrammeDraft:
    return ProgrammeDraft(**{name: getattr(one, name) for name in PROGRAMME_FIELDS})
