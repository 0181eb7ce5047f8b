"""People as protocol sees them: their title, their forms of address, their place in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from app.contacts.queries.people import weight
from app.contacts.rules import codes, naming
from app.contacts.rules.accreditation import canonical, chosen, receiving_body
from app.contacts.rules.addressing import (
    CHANNELS,
    Addressee,
    Form,
    Template,
    TemplateKey,
    form,
    function_title,
    indexed,
)
from app.contacts.rules.addressing import styled_name as addressing_name
from app.contacts.rules.places import place_code
from app.contacts.rules.precedence import Manual, Placed, PrecedenceRules, RankInput, rank

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from app.contacts.queries import PersonSheet, PostingRow, TemplateRow
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
    name = one.person.name
    if one.posting is None:
        return RankInput(one.id, family=name.family, given=name.given, substitute=one.substitute)
    draft = one.posting.draft
    return RankInput(
        one.id,
        draft.function,
        one.posting.place.country,
        name.family,
        name.given,
        draft.credentials_on,
        draft.credentials_time,
        draft.credentials_sequence,
        draft.exequatur_on,
        draft.starts_on or draft.arrived_on,
        body_of(one.posting) or "",
        one.substitute,
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


def forms(
    person: PersonSheet,
    posting: PostingRow | None,
    language: Language,
    templates: Sequence[TemplateRow],
) -> dict[str, Form]:
    """The four forms of address, a person's own wishes before the usual ones."""
    who = addressee(person, posting, language)
    known = _indexed(tuple(templates))
    own = {one.channel: one for one in person.overrides if one.language == language}
    made = {}
    for channel in CHANNELS:
        wish = own.get(channel)
        if wish is None:
            made[str(channel)] = form(who, channel, language, known)
        else:
            made[str(channel)] = Form(
                wish.words,
                wish.confirmed_on is not None,
                overridden=True,
                confirmed_on=wish.confirmed_on,
            )
    return made


@lru_cache(maxsize=2)
def _indexed(templates: tuple[TemplateRow, ...]) -> dict[TemplateKey, Template]:
    return indexed(templates)


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
