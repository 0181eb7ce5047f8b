"""What may stand in the way of a date, as values: one sentence each, with how much it matters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.fold import words as folded
from app.core.text import N_, Sentence, say
from app.dossiers.rules.findings import Severity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from uuid import UUID

    from app.dossiers.rules.findings import Line


class ClashKind(StrEnum):
    """What stands in the way."""

    GUEST = "guest"
    PLACE = "place"
    HOST = "host"
    COUNCIL = "council"
    NATIONAL_DAY = "national_day"
    HOLIDAY = "holiday"
    RELIGIOUS = "religious"
    SABBATH = "sabbath"
    OTHER = "other"


_LABELS = {
    ClashKind.GUEST: N_("Guest elsewhere"),
    ClashKind.PLACE: N_("Room taken"),
    ClashKind.HOST: N_("Host elsewhere"),
    ClashKind.COUNCIL: N_("Council day"),
    ClashKind.NATIONAL_DAY: N_("National day"),
    ClashKind.HOLIDAY: N_("Public holiday"),
    ClashKind.RELIGIOUS: N_("Religious calendar"),
    ClashKind.SABBATH: N_("Sabbath"),
    ClashKind.OTHER: N_("Day to mind"),
}


def clash_label(kind: ClashKind) -> Sentence:
    """The word for a kind."""
    return say(_LABELS[kind])


@dataclass(frozen=True, slots=True)
class Clash:
    """Something in the way of a date; `record` is the other reception, where it is one."""

    kind: ClashKind
    severity: Severity
    sentence: Sentence
    record: UUID | None = None


_SEVERITY = {Severity.WRONG: 0, Severity.ATTENTION: 1, Severity.NOTE: 2}
_KINDS = list(ClashKind)


def sorted_clashes(found: Iterable[Clash]) -> tuple[Clash, ...]:
    """What weighs most first, then by kind."""
    return tuple(sorted(found, key=lambda one: (_SEVERITY[one.severity], _KINDS.index(one.kind))))


def same_place(one: str, other: str) -> bool:
    """Whether two places are one: "City Hall, Throne Room" and "Throne Room" are."""
    first, second = folded(one), folded(other)
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    return first == second or long.endswith(f" {short}")


def taken(own: Iterable[Line], others: Iterable[Line]) -> list[Clash]:
    """Rooms and hosts that another dossier has at the same time; each pair of dossiers once."""
    found: dict[tuple[ClashKind, str, str], Clash] = {}
    theirs = [one for one in others if one.starts_at is not None]
    for mine in own:
        for other in theirs:
            if not overlap(mine.starts_at, mine.ends_at, other.starts_at, other.ends_at):
                continue
            at = f"{other.starts_at:%H:%M}"
            if same_place(mine.place, other.place):
                told = say(
                    N_("{place} is taken at {at} by “{dossier}”."),
                    place=mine.place, at=at, dossier=other.elsewhere,
                )  # fmt: skip
                key = (ClashKind.PLACE, other.elsewhere, folded(mine.place))
                found.setdefault(key, _clash(ClashKind.PLACE, told, other))
            if mine.host and folded(mine.host) == folded(other.host):
                told = say(
                    N_("{host} is host of “{dossier}” at {at} too."),
                    host=mine.host, at=at, dossier=other.elsewhere,
                )  # fmt: skip
                key = (ClashKind.HOST, other.elsewhere, folded(mine.host))
                found.setdefault(key, _clash(ClashKind.HOST, told, other))
    return list(found.values())


def _clash(kind: ClashKind, told: Sentence, other: Line) -> Clash:
    return Clash(kind, Severity.WRONG, told, other.dossier)


def overlap(
    one: dt.datetime | None,
    one_ends: dt.datetime | None,
    other: dt.datetime | None,
    other_ends: dt.datetime | None,
) -> bool:
    """Whether two stretches of time meet; one without a length is a moment."""
    if one is None or other is None:
        return False
    return one == other or (one < (other_ends or other) and other < (one_ends or one))
