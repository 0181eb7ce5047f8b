"""Which rows of a list are likely somebody the office knows, though not by the letter.

Rows are compared with people of the office in the same blocks only, as a scan of the office does,
so that a long list costs seconds. What to do about them is for people to say: a `Decision` a row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from app.contacts.rules import blocking, scan
from app.contacts.rules.names import Name, full_name
from app.contacts.rules.twins import Facts, facts
from app.core.command import Progress, unwatched
from app.interchange.decisions import LikelyTwin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.contacts.draft import ContactDraft
    from app.contacts.queries.twins import Material

LEAST = 0.8
_ROW = ":"


def likely(
    read: Material, drafts: Iterable[ContactDraft], progress: Progress = unwatched
) -> dict[int, LikelyTwin]:
    """By line, who of the office a row looks like most.

    Raises:
        CancelledError: whoever watches cancelled.
    """
    rows = [(draft.line, made) for draft in drafts if (made := _facts_of(draft)) is not None]
    every = [*read.people, *(made for _line, made in rows)]
    known = len(read.people)
    passes = tuple((keys, _between(look)) for keys, look in blocking.PEOPLE)
    found: dict[int, LikelyTwin] = {}
    for pair in scan.people(every, LEAST, progress=progress, passes=passes):
        at, row = sorted((pair.one, pair.two))
        line = rows[row - known][0]
        if line not in found:  # best first
            side = read.people_sides[at]
            found[line] = LikelyTwin(line, UUID(side[0]), side[1], pair.score, pair.reasons)
    return found


def _between(look: blocking.Look) -> blocking.Look:
    """Only a row with somebody of the office."""

    def between(one: Facts, two: Facts) -> bool:
        if (one.id == _ROW) == (two.id == _ROW):
            return False
        return look is None or look(one, two)

    return between


def _facts_of(draft: ContactDraft) -> Facts | None:
    person = draft.person
    if person is None:
        return None
    name = Name(person.family_name, person.given_name, person.name_order, person.native_name)
    return facts(
        _ROW,
        full_name(name),
        person.native_name,
        birth=person.birth_date.isoformat() if person.birth_date else "",
        mails=person.emails,
        phones=person.phones,
        address=(person.street, person.postal_code, person.city, person.country),
        nationality=person.nationality,
        gender=person.gender,
    )
