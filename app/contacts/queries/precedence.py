"""Reading the lists of precedence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app.contacts.draft.precedence import BandDraft, PrecedenceListDraft
from app.contacts.model import PrecedenceList
from app.contacts.rules.precedence import Manual, PrecedenceRules
from app.contacts.rules.precedence_lists import own_words, shipped
from app.core.errors import NotFoundError
from app.core.text import N_, Language, Sentence, say

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.contacts.model import PrecedenceBand
    from app.contacts.rules.precedence_lists import Band

BAND_FIELDS = tuple(name for name in BandDraft.__slots__ if name != "functions")
LIST_FIELDS = tuple(PrecedenceListDraft.__slots__)


@dataclass(frozen=True, slots=True)
class BandRow:
    """A band of a list, at its place from 1."""

    id: UUID
    revision: UUID
    position: int
    draft: BandDraft


@dataclass(frozen=True, slots=True)
class PrecedenceListRow:
    """A list with its bands in order; `usual` where the office follows it."""

    id: UUID
    revision: UUID
    draft: PrecedenceListDraft
    usual: bool
    bands: tuple[BandRow, ...]

    @property
    def name(self) -> Sentence:
        """What it is called: the lists that come with the program in every language."""
        return own_words(self.draft.name)

    @property
    def told(self) -> Sentence:
        """Name, date and source for a reader who must know by which list people stand."""
        draft = self.draft
        name, source = self.name, own_words(draft.source)
        if draft.dated and draft.source:
            told = N_("{name} ({source}; of {day})")
            return say(told, name=name, source=source, day=draft.dated)
        if draft.dated:
            return say(N_("{name} (of {day})"), name=name, day=draft.dated)
        return say(N_("{name} ({source})"), name=name, source=source) if draft.source else name

    def rules(self, manual: tuple[tuple[UUID, Manual], ...] = ()) -> PrecedenceRules:
        """What people are ranked by."""
        return PrecedenceRules(
            tuple(one.draft.band for one in self.bands),
            self.draft.host_body,
            Language(self.draft.tie_language),
            manual,
        )


def precedence_lists(session: Session) -> list[PrecedenceListRow]:
    """Every list of the office in its order, with its bands."""
    wanted = select(PrecedenceList).options(selectinload(PrecedenceList.bands))
    found = session.scalars(wanted.order_by(PrecedenceList.position, PrecedenceList.name))
    return [_row(one) for one in found]


def precedence_list(session: Session, list_id: UUID | None = None) -> PrecedenceListRow:
    """One list; None is the office's usual one, in an office without lists the shipped one.

    Raises:
        NotFoundError: there is no such list (any more).
    """
    wanted = select(PrecedenceList).options(selectinload(PrecedenceList.bands))
    if list_id is None:
        one = session.scalars(wanted.where(PrecedenceList.usual)).first()
        return _row(one) if one else shipped_row()
    one = session.scalars(wanted.where(PrecedenceList.id == list_id)).first()
    if one is None:
        raise NotFoundError(say(N_("This list of precedence is no longer in the office.")))
    return _row(one)


def shipped_row() -> PrecedenceListRow:
    """The usual list as it comes with the program, for an office that has none."""
    known = shipped()
    own = uuid5(NAMESPACE_OID, f"precedence {known.key}")
    bands = tuple(
        BandRow(uuid5(own, str(at)), own, at, BandDraft(**_of_band(band)))
        for at, band in enumerate(known.bands, start=1)
    )
    draft = PrecedenceListDraft(
        known.name, known.dated, known.source, known.note, known.tie_language, known.host_body
    )
    return PrecedenceListRow(own, own, draft, usual=True, bands=bands)


def _of_band(band: Band) -> dict[str, Any]:
    return {name: getattr(band, name) for name in BandDraft.__slots__}


def _row(one: PrecedenceList) -> PrecedenceListRow:
    draft = PrecedenceListDraft(**{name: getattr(one, name) for name in LIST_FIELDS})
    bands = tuple(_band_row(at, band) for at, band in enumerate(one.bands, start=1))
    return PrecedenceListRow(one.id, one.revision, draft, one.usual, bands)


def _band_row(at: int, band: PrecedenceBand) -> BandRow:
    fields = {name: getattr(band, name) for name in BAND_FIELDS}
    draft = BandDraft(functions=tuple(band.functions), **fields)
    return BandRow(band.id, band.revision, at, draft)
