"""What the property of undo does to relationships, letters and forms of address."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.contacts import commands as contacts
from app.contacts.draft import RelationshipDraft, TemplateDraft
from app.contacts.model import AddressForm, Organisation, Person, Relationship
from app.dossiers import commands as dossiers
from app.dossiers.draft import LetterDraft
from app.dossiers.model import Letter
from tests.builders import person_draft

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = ("spouse", "partner", "assistant", "driver", "no such kind")
DAY = dt.date(2026, 1, 31)


def _relationship(number: int, word: str) -> RelationshipDraft:
    return RelationshipDraft(
        KINDS[number % 5],
        ("", "together", "apart")[number % 3],
        joint_envelope=number % 2 == 0,
        copied=number % 3 == 0,
        starts_on=DAY if number % 2 else None,
        note=word,
    )


def _add(desk: Any, a: int, b: int, word: str) -> object:
    fresh = person_draft(family_name=word) if b % 2 else None
    other = None if fresh else desk.pick(Person, b)
    return desk.workspace.run(
        contacts.add_relationship, desk.pick(Person, a), _relationship(b, word), other, fresh
    )


def _letter(number: int, word: str, desk: Any) -> LetterDraft:
    draft = LetterDraft(
        DAY + dt.timedelta(days=number),
        ("nl", "fr", "", "xx")[number % 4],
        word,
        word * 3,
        "Mayor",
        couple=number % 2 == 0,
    )
    if number % 3:
        return replace(draft, person_id=desk.pick(Person, number))
    return replace(draft, organisation_id=desk.pick(Organisation, number))


def _template(number: int, word: str) -> TemplateDraft:
    return TemplateDraft(
        f"{word} {{full}}",
        word,
        valid_from=dt.date.min if number % 3 == 0 else DAY + dt.timedelta(days=number % 2),
        correction=number % 5 == 0,
        function=("mayor", "ambassador")[number % 2],
        company=("", "couple")[number % 2],
    )


def _override(desk: Any, a: int, b: int, word: str) -> object:
    day = (dt.date.min, DAY, DAY + dt.timedelta(days=9))[b % 3]
    company = ("", "couple")[b % 2]
    return desk.workspace.run(
        contacts.set_override, desk.pick(Person, a), "nl", "card", word, DAY, company, day
    )


ACTS: dict[str, Callable[[Any, int, int, str], object]] = {
    "add relationship": _add,
    "change relationship": lambda d, a, b, w: d.workspace.run(
        contacts.change_relationship, d.pick(Relationship, a), None, _relationship(b, w)
    ),
    "remove relationship": lambda d, a, _b, _w: d.workspace.run(
        contacts.remove_relationship, d.pick(Relationship, a)
    ),
    "dated override": _override,
    "write letter": lambda d, _a, b, w: d.workspace.run(dossiers.write_letter, _letter(b, w, d)),
    "change letter": lambda d, a, b, w: d.workspace.run(
        dossiers.change_letter, d.pick(Letter, a), None, _letter(b, w, d)
    ),
    "remove letter": lambda d, a, _b, _w: d.workspace.run(
        dossiers.remove_letter, d.pick(Letter, a)
    ),
    "add template": lambda d, _a, b, w: d.workspace.run(contacts.add_template, _template(b, w)),
    "change template": lambda d, a, b, w: d.workspace.run(
        contacts.change_template, d.pick(AddressForm, a), None, _template(b, w)
    ),
    "remove template": lambda d, a, _b, _w: d.workspace.run(
        contacts.remove_template, d.pick(AddressForm, a)
    ),
}
