"""Reading how long States leave their heads of mission, and when somebody may be expected to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.model import Country, Organisation, Posting
from app.contacts.rules import codes
from app.contacts.rules.succession import Term
from app.contacts.rules.tenure import USUAL, Expected, Habit, Tenure, expected_end, habit_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from app.contacts.draft import PostingDraft
    from app.contacts.queries.people import PostingRow

_COUNTED = tuple(
    str(one) for one in codes.Function if codes.diplomatic_class(one) in (1, 2, 3)
)  # a chargé a.i. only stands in


def posting_habits(session: Session, country: str = "") -> dict[str, Habit]:
    """How long each sending State leaves its heads of mission, by alpha-2 code.

    States of which the office knows nothing are left out: `tenure.USUAL` counts for them. With
    `country` only that State is looked at.
    """
    wanted = (
        select(
            Organisation.country,
            Posting.arrived_on,
            Posting.starts_on,
            Posting.credentials_on,
            Posting.ends_on,
        )
        .join(Organisation, Organisation.id == Posting.organisation_id)
        .where(Posting.ends_on.is_not(None), Posting.function.in_(_COUNTED))
    )
    noted = select(Country.code, Country.usual_posting_months).where(
        Country.usual_posting_months.is_not(None)
    )
    if country:
        wanted = wanted.where(Organisation.country == country)
        noted = noted.where(Country.code == country)
    finished: dict[str, list[tuple[dt.date, dt.date]]] = {}
    for code, arrived, starts, credentials, ends in session.execute(wanted):
        began = arrived or starts or credentials
        if code and began and ends:
            finished.setdefault(code, []).append((began, ends))
    months: dict[str, int] = {code: count for code, count in session.execute(noted) if count}
    known = {
        code: habit_of(code, finished.get(code, ()), months.get(code))
        for code in sorted(finished.keys() | months.keys())
    }
    return {code: habit for code, habit in known.items() if habit is not USUAL}


def tenure_of(draft: PostingDraft) -> Tenure:
    """The facts of a posting that tell how long it may last."""
    began = draft.arrived_on or draft.starts_on or draft.credentials_on or draft.exequatur_on
    return Tenure(draft.function, began, draft.ends_on, draft.farewell_on, draft.expected_end_on)


def expected_to_leave(
    draft: PostingDraft, country: str, habits: Mapping[str, Habit]
) -> Expected | None:
    """When the holder of a posting of a State is expected to leave."""
    return expected_end(tenure_of(draft), habits.get(country, USUAL))


def terms_of(rows: Sequence[PostingRow]) -> list[Term]:
    """The postings of a post as its line is made of them."""
    return [
        Term(
            one.id,
            one.draft.function,
            one.draft.starts_on or tenure_of(one.draft).began_on,
            one.draft.ends_on,
        )
        for one in rows
    ]
