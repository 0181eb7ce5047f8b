"""The same company twice in two spellings: told in words while a list comes in, never mended.

A row's organisation is looked at beside the others of the list and beside those of the office. What
matches to the letter is one and the same already (`matching`); what only looks alike stays two, for
somebody to say so on the page of duplicates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from app.contacts.draft import OrganisationDraft
from app.contacts.model import Organisation
from app.contacts.rules import scan
from app.contacts.rules.organisation_twins import PlaceFacts, place_facts
from app.core.errors import Problem
from app.core.text import N_, say
from app.interchange.matching import organisation_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from app.contacts.draft import ContactDraft

LEAST = 0.7
"""From here on two names are likely one company (see `scan.LIKELY`)."""
FIELD = "organisation_name"


class _Seen(NamedTuple):
    """An organisation of the office (line 0) or the first row that names one of the list."""

    name: str
    line: int


def spelt_alike(session: Session, drafts: Iterable[ContactDraft]) -> list[Problem]:
    """A problem for each organisation of a list that is likely another one spelt otherwise."""
    seen, facts, known = _of_office(session)
    for draft in drafts:
        place = draft.organisation
        if place is None or not place.name:
            continue
        key = organisation_key(place)
        if key not in known:
            known.add(key)
            seen.append(_Seen(place.name, draft.line))
            facts.append(_facts(place))
    found = []
    told: set[int] = set()
    for pair in scan.places(facts, LEAST):
        one, two = sorted((pair.one, pair.two), key=lambda at: seen[at].line)
        if seen[two].line and two not in told:  # best first; at least one is of the list
            told.add(two)
            found.append(_problem(seen[one], seen[two]))
    return sorted(found, key=lambda problem: problem.line or 0)


def _of_office(session: Session) -> tuple[list[_Seen], list[PlaceFacts], set[tuple[str, ...]]]:
    columns = (
        Organisation.name, Organisation.kind, Organisation.country, Organisation.host_country,
        Organisation.city,
    )  # fmt: skip
    drafts = [
        OrganisationDraft(name=name, kind=kind, country=country, host_country=host, city=city)
        for name, kind, country, host, city in session.execute(select(*columns))
        if name
    ]
    seen = [_Seen(one.name, 0) for one in drafts]
    return seen, [_facts(one) for one in drafts], {organisation_key(one) for one in drafts}


def _facts(one: OrganisationDraft) -> PlaceFacts:
    return place_facts(
        "", one.name, one.kind, one.country, one.host_country, one.city, one.emails, one.phones,
        one.website,
    )  # fmt: skip


def _problem(one: _Seen, two: _Seen) -> Problem:
    if one.line:
        told = N_("“{name}” looks like “{other}” of line {line}: one company in two spellings?")
        sentence = say(told, name=two.name, other=one.name, line=one.line)
    else:
        told = N_("“{name}” looks like “{other}” in the office: one company in two spellings?")
        sentence = say(told, name=two.name, other=one.name)
    return Problem(FIELD, sentence, two.line)
