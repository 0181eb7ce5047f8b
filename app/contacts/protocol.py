"""People as protocol sees them: their title, their forms of address, their place in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.contacts.indexing import place_code
from app.contacts.rules import naming
from app.contacts.rules.precedence import Manual, Placed, PrecedenceRules, RankInput, rank

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.contacts.queries import PersonSheet, PostingRow
    from app.core.text import Language


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody to be placed: `id` is the guest's, `manual` a place and its reason."""

    id: UUID
    person: PersonSheet
    posting: PostingRow | None
    manual: tuple[int, str] | None = None
    substitute: bool = False


def in_order(candidates: Sequence[Candidate], language: Language) -> list[Placed]:
    """Candidates in order of precedence, each with the reason of the place."""
    manual = tuple((one.id, Manual(*one.manual)) for one in candidates if one.manual)
    people = [_rank_input(one) for one in candidates]
    return rank(people, PrecedenceRules(manual=manual), language)


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
        draft.starts_on,
        draft.receiving_body,
        one.substitute,
    )


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
