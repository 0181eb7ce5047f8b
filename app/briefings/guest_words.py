"""What documents say of a guest, private parts dropped before anything is laid out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import Run, name
from app.briefings.house import Audience
from app.contacts import protocol
from app.contacts.queries import address_templates
from app.contacts.rules import names
from app.core import clock
from app.core.text import N_, t
from app.receptions.queries import Meeting, last_met, meetings
from app.receptions.rules import Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from app.core.text import Language
    from app.receptions.queries import GuestRow


@dataclass(frozen=True, slots=True)
class GuestWords:
    """A guest in the words of one language."""

    row: GuestRow
    styled_name: str
    title: str
    spoken: str
    card: str
    pronunciation: str
    note: str
    initials: str
    native: str
    script: str
    since: dt.date | None
    last_met: Meeting | None
    where: str
    represented: str = ""

    def name_words(self) -> tuple[Run, ...]:
        """The name for a page, with the native script behind it."""
        said = name(self.styled_name, where=self.where)
        if not self.native:
            return (said,)
        return (said, Run(" "), name(self.native, self.script, where=self.where))

    def listed_words(self) -> tuple[Run, ...]:
        """The name for a list: who is represented says so under it."""
        if not self.represented:
            return self.name_words()
        return (*self.name_words(), Run("\n"), name(self.represented, where=self.where))


def guest_words(
    session: Session,
    rows: Sequence[GuestRow],
    language: Language,
    audience: Audience,
    day: dt.date | None,
) -> list[GuestWords]:
    """The words for guests, in their order."""
    templates = address_templates(session)
    met = meetings(session, [row.person.id for row in rows])
    before = day or clock.today()
    made = []
    for row in rows:
        forms = protocol.forms(row.person, row.posting, language, templates, before)
        internal = audience is Audience.INTERNAL
        note = row.person.draft.note if internal else ""
        told = ""
        if row.status == Status.REPRESENTED and row.substitute:
            told = t(N_("Represented by {name}."), language, name=row.substitute)
            note = " ".join(part for part in (told, note) if part)
        made.append(
            GuestWords(
                row,
                protocol.styled_name(row.person, row.posting, language),
                protocol.title_of(row.posting, row.person.draft.gender, language),
                "" if told else forms["spoken"].text,
                forms["card"].text,
                row.person.draft.pronunciation,
                note,
                names.initials(row.name),
                row.name.native,
                protocol.script_of(row.person),
                _since(row),
                last_met(met.get(row.person.id, ()), before),
                t(N_("guest {place}, {name}"), language, place=row.place, name=_plain(row)),
                told,
            )
        )
    return made


def _plain(row: GuestRow) -> str:
    return names.full_name(row.name)


def _since(row: GuestRow) -> dt.date | None:
    posting = row.posting
    if posting is None:
        return None
    draft = posting.draft
    return draft.credentials_on or draft.exequatur_on or draft.starts_on
