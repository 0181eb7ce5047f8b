"""People as protocol sees them: their title, their forms of address, their place in order."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from app.contacts.queries.people import weight
from app.contacts.rules import codes, naming
from app.contacts.rules.accreditation import canonical, chosen, receiving_body
from app.contacts.rules.addressing import (
    CHANNELS,
    COUPLE,
    Addressee,
    Book,
    Form,
    book_of,
    form,
    function_title,
)
from app.contacts.rules.addressing import styled_name as addressing_name
from app.contacts.rules.couples import couple_form, has_rank
from app.contacts.rules.places import place_code
from app.contacts.rules.precedence import Manual, Placed, PrecedenceRules, RankInput, rank
from app.core import clock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.contacts.queries import OverrideRow, PersonSheet, PostingRow, TemplateRow
    from app.contacts.rules.names import Name
    from app.core.text import Language


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody to be placed: `id` is the guest's, `manual` a place and its reason."""

    id: UUID
    person: PersonSheet
    posting: PostingRow | None
    manual: tuple[int, str] | None = None
    substitute: bool = False


def in_order(
    candidates: Sequence[Candidate],
    language: Language,
    rules: PrecedenceRules | None = None,
) -> list[Placed]:
    """Candidates in order of precedence by a list, each with the reason of the place.

    Postings are taken as they are: `posting_before` chooses what counts before the host.
    """
    manual = tuple((one.id, Manual(*one.manual)) for one in candidates if one.manual)
    people = [_rank_input(one) for one in candidates]
    return rank(people, replace(rules or PrecedenceRules(), manual=manual), language)


def _rank_input(one: Candidate) -> RankInput:
    return rank_input(one.id, one.person.name, one.posting, substitute=one.substitute)


def rank_input(
    row_id: UUID, name: Name, posting: PostingRow | None, *, substitute: bool = False
) -> RankInput:
    """What decides the place of somebody in the function of a posting."""
    if posting is None:
        return RankInput(row_id, family=name.family, given=name.given, substitute=substitute)
    draft = posting.draft
    return RankInput(
        row_id,
        draft.function,
        posting.place.country,
        name.family,
        name.given,
        draft.credentials_on,
        draft.credentials_time,
        draft.credentials_sequence,
        draft.exequatur_on,
        draft.starts_on or draft.arrived_on,
        body_of(posting) or "",
        substitute,
    )


def body_of(posting: PostingRow) -> str | None:
    """To whom the posting itself accredits its holder; "" some organisation, None not known."""
    draft, place = posting.draft, posting.place
    return receiving_body(draft.receiving_body, draft.function, place.kind, place.host_country)


def posting_before(
    postings: Sequence[PostingRow], day: dt.date, host_body: str
) -> PostingRow | None:
    """What somebody is on a day before a host accredited to `host_body`.

    An accreditation to that body counts with its own function, title and credentials, whether it
    is that of the posting or a further one; without any, the highest posting counts as it is.
    """
    held = [before(row, day, host_body) for row in postings if row.held_on(day)]

    def order(row: PostingRow) -> tuple[bool, tuple[int, int, str]]:
        heads = codes.is_head_of_mission(row.draft.function)
        mine = heads and body_of(row) in (None, canonical(host_body))
        return not mine, weight(row)

    return min(held, key=order, default=None)


def before(posting: PostingRow, day: dt.date, host_body: str) -> PostingRow:
    """A posting as it counts before a host: as it is, or as the accreditation to that body."""
    if body_of(posting) in (None, canonical(host_body)):
        return posting
    own = chosen(posting.accreditations, host_body, day)
    if own is None:
        return posting
    draft = replace(
        posting.draft,
        function=own.function or posting.draft.function,
        title=own.title,
        agrement_on=own.agrement_on,
        credentials_on=own.credentials_on,
        credentials_time=own.credentials_time,
        credentials_sequence=own.credentials_sequence,
        receiving_body=canonical(host_body),
    )
    return replace(posting, draft=draft)


def place_of(posting: PostingRow | None, language: Language) -> str:
    """The organisation of a posting, a post without a name in the reader's words."""
    if posting is None:
        return ""
    return posting.place.name or naming.place_name(place_code(posting.place), language)


_SCRIPTS = {"JP": "ja", "KR": "ko", "KP": "ko", "TW": "zh-Hant", "HK": "zh-Hant", "MO": "zh-Hant"}


def script_of(person: PersonSheet) -> str:
    """The language whose letter forms a native name wants (Han letters differ by country)."""
    posting = person.current
    country = person.draft.nationality or (posting.place.country if posting else "")
    spoken = next((one for one in person.draft.languages if one in ("ja", "ko", "zh")), "")
    return _SCRIPTS.get(country) or ("zh-Hans" if country in ("CN", "SG") else spoken)


def addressee(person: PersonSheet, posting: PostingRow | None, language: Language) -> Addressee:
    """A person in the function of a posting, ready to be addressed in a language."""
    draft = person.draft
    if posting is None:
        return Addressee(person.name, draft.gender, draft.honorific)
    place = posting.place
    return Addressee(
        person.name,
        draft.gender,
        draft.honorific,
        posting.draft.function,
        posting.draft.title,
        place.country,
        place_of(posting, language),
        place.city,
    )


@dataclass(frozen=True, slots=True)
class Company:
    """The spouse or life partner a form is for together, in the function they hold."""

    person: PersonSheet
    posting: PostingRow | None = None


def forms(
    person: PersonSheet,
    posting: PostingRow | None,
    language: Language,
    templates: Sequence[TemplateRow],
    day: dt.date | None = None,
    company: Company | None = None,
    channels: Sequence[str] = CHANNELS,
) -> dict[str, Form]:
    """The forms of address on a day (today), a person's own wishes before the usual ones.

    `posting` is the one held on that day; templates and wishes are those of the day too, so that
    an old paper keeps its forms. With `company` they are for the couple.
    """
    at = day or clock.today()
    book = _book(templates if isinstance(templates, tuple) else tuple(templates), at)
    who = addressee(person, posting, language)
    usual = partial(form, who, language=language, templates=book.alone)
    if company is not None:
        usual = _together((Company(person, posting), company), language, book, at)
    own = _wishes(person, language, at, COUPLE if company else "")
    return {str(one): _wished(own[one]) if one in own else usual(channel=one) for one in channels}


def _together(
    both: tuple[Company, Company], language: Language, book: Book, day: dt.date
) -> partial[Form]:
    """What makes the forms of a couple: by rank, each as they wish to be addressed alone."""
    first, second = _by_rank(*both, language)
    made = []
    for one in (first, second):
        wishes = _wishes(one.person, language, day, "")
        made.append({channel: _wished(wish) for channel, wish in wishes.items()})
    return partial(
        couple_form,
        addressee(first.person, first.posting, language),
        addressee(second.person, second.posting, language),
        language=language,
        book=book,
        wishes=(made[0], made[1]),
    )


def _by_rank(one: Company, other: Company, language: Language) -> tuple[Company, Company]:
    """The two of a couple, who ranks first in front; where neither ranks, the one addressed."""
    if not _ranks(other):
        return one, other
    if not _ranks(one):
        return other, one
    placed = in_order([Candidate(who.person.id, who.person, who.posting) for who in (one, other)],
                      language)  # fmt: skip
    return (one, other) if placed[0].id == one.person.id else (other, one)


def _ranks(one: Company) -> bool:
    return one.posting is not None and has_rank(one.posting.draft.function)


def _wishes(
    person: PersonSheet, language: Language, day: dt.date, company: str
) -> dict[str, OverrideRow]:
    """A person's own forms of a day by channel; one without words went back to the usual."""
    found: dict[str, OverrideRow] = {}
    for one in sorted(person.overrides, key=lambda row: row.valid_from):
        if (one.language, one.company) == (language, company) and one.valid_from <= day:
            found[one.channel] = one
    return {channel: one for channel, one in found.items() if one.words}


def _wished(wish: OverrideRow) -> Form:
    return Form(
        wish.words,
        wish.confirmed_on is not None,
        overridden=True,
        confirmed_on=wish.confirmed_on,
        valid_from=None if wish.valid_from == dt.date.min else wish.valid_from,
    )


@lru_cache(maxsize=4)
def _book(templates: tuple[TemplateRow, ...], day: dt.date) -> Book:
    return book_of(templates, day)


def title_of(posting: PostingRow | None, gender: str, language: Language) -> str:
    """The function of a posting in words: "Ambassador of Japan"."""
    if posting is None:
        return ""
    place = posting.place
    who = Addressee(
        posting.person,
        gender,
        "",
        posting.draft.function,
        posting.draft.title,
        place.country,
        place_of(posting, language),
        place.city,
    )
    return function_title(who, language)


def styled_name(person: PersonSheet, posting: PostingRow | None, language: Language) -> str:
    """The name with its style: "H.E. Ms Aoi Tanaka"."""
    return addressing_name(addressee(person, posting, language), language)
