"""Choosing what the office counts with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.core.command import command
from app.core.errors import Problem
from app.core.profile import Setting
from app.core.records import refuse
from app.core.text import N_, say
from app.missions.model import EmissionFactor
from app.missions.queries.factors import LIMIT_KEY, SOURCES_KEY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

_DAY_MINUTES = 24 * 60


@command(N_("Chose the sources of emission factors"))
def choose_sources(session: Session, sources: Sequence[str]) -> None:
    """Count new legs with these sources, the first that has a row; counted legs keep theirs.

    Raises:
        InvalidError: none was chosen, or the office has no row of one.
    """
    known = set(session.scalars(select(EmissionFactor.source).distinct()))
    problems = []
    if not sources:
        problems.append(Problem("sources", say(N_("Count with one source at least."))))
    for gone in [one for one in sources if one not in known]:
        told = N_("The office has no row of {source}: import it first.")
        problems.append(Problem("sources", say(told, source=gone)))
    refuse(problems)
    _set(session, SOURCES_KEY, "\n".join(dict.fromkeys(sources)))


@command(N_("Changed how far the train comes first"))
def set_train_limit(session: Session, minutes: int) -> None:
    """Let the train come first wherever it arrives within so many minutes.

    Raises:
        InvalidError: no time, or more than a day.
    """
    if not 0 < minutes <= _DAY_MINUTES:
        refuse([Problem("train_limit", say(N_("Between a minute and 24 hours.")))])
    _set(session, LIMIT_KEY, str(minutes))


def _set(session: Session, key: str, value: str) -> None:
    kept = session.scalars(select(Setting).where(Setting.key == key)).first()
    if kept is None:
        session.add(Setting(key=key, value=value))
    else:
        kept.value = value
