"""Who goes along as what, how sure that is, and in which order they stand.

The order is by role (the head first), in a role by the office's list of precedence; whoever comes
with somebody stands right behind them. A place may be given by hand, with a reason. Who waits
stands behind everybody who goes, who withdrew at the very end.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.contacts.rules.codes import Function
from app.core.text import N_, Sentence, plain, say
from app.missions.rules.withdrawal import withdrawal_label

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID


class Role(StrEnum):
    """As what somebody goes along, in order of precedence."""

    HEAD = "head"
    DEPUTY = "deputy"
    POLITICAL = "political"
    OFFICIAL = "official"
    BUSINESS = "business"
    ACADEMIC = "academic"
    CULTURE = "culture"
    PRESS = "press"
    INTERPRETER = "interpreter"
    SECURITY = "security"
    LOGISTICS = "logistics"
    PARTNER = "partner"


class Status(StrEnum):
    """How sure it is that somebody goes along."""

    REGISTERED = "registered"
    WAITING = "waiting"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"


GOING = frozenset({Status.REGISTERED, Status.CONFIRMED})
"""Who has a place in the delegation."""

_LABELS: dict[StrEnum, str] = {
    Role.HEAD: N_("Head of delegation"),
    Role.DEPUTY: N_("Deputy head of delegation"),
    Role.POLITICAL: N_("Elected representative"),
    Role.OFFICIAL: N_("Official"),
    Role.BUSINESS: N_("Business"),
    Role.ACADEMIC: N_("Academic"),
    Role.CULTURE: N_("Culture"),
    Role.PRESS: N_("Press"),
    Role.INTERPRETER: N_("Interpreter"),
    Role.SECURITY: N_("Security"),
    Role.LOGISTICS: N_("Logistics"),
    Role.PARTNER: N_("Accompanying partner"),
    Status.REGISTERED: N_("Registered"),
    Status.WAITING: N_("Waiting list"),
    Status.CONFIRMED: N_("Confirmed"),
    Status.WITHDRAWN: N_("Withdrawn"),
}
_USUAL: dict[Role, tuple[Function, ...]] = {
    Role.POLITICAL: (
        Function.MAYOR, Function.DEPUTY_MAYOR, Function.COUNCILLOR, Function.GOVERNOR,
        Function.MEMBER_OF_PARLIAMENT, Function.SPEAKER, Function.REGIONAL_SPEAKER,
        Function.CABINET_MINISTER, Function.FOREIGN_MINISTER, Function.MINISTER_PRESIDENT,
        Function.HEAD_OF_GOVERNMENT, Function.HEAD_OF_STATE, Function.KING, Function.QUEEN,
        Function.PRINCE,
    ),
    Role.OFFICIAL: (
        Function.CITY_OFFICIAL, Function.AMBASSADOR, Function.CHARGE_AI, Function.MINISTER,
        Function.COUNSELLOR, Function.CONSUL_GENERAL, Function.CONSUL, Function.ATTACHE,
        Function.HONORARY_CONSUL, Function.GENERAL, Function.OFFICER,
    ),
    Role.ACADEMIC: (Function.RECTOR, Function.PROFESSOR),
    Role.PRESS: (Function.JOURNALIST,),
    Role.INTERPRETER: (Function.INTERPRETER,),
}  # fmt: skip
_ROLE_OF = {function: role for role, functions in _USUAL.items() for function in functions}
_ROLES = {role: at for at, role in enumerate(Role)}
_LAST = len(_ROLES)


def usual_role(function: str) -> Role:
    """As what somebody of a function goes along where nobody said."""
    known = function in set(Function)
    return _ROLE_OF.get(Function(function), Role.BUSINESS) if known else Role.BUSINESS


def role_label(code: str) -> Sentence:
    """The word for a role; a code no longer known as it is."""
    return say(_LABELS[Role(code)]) if code in set(Role) else plain(code)


def status_label(code: str) -> Sentence:
    """The word for a status."""
    return say(_LABELS[Status(code)]) if code in set(Status) else plain(code)


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody to be placed. `rank` is their place by the office's list among all, from 1.

    `by_list` is the reason that list gives, None where it does not name their function; `with_id`
    whom they accompany, `told` what whom they accompany is called.
    """

    id: UUID
    role: str
    status: str
    rank: int
    by_list: Sentence | None = None
    manual: tuple[int, str] | None = None
    with_id: UUID | None = None
    told: str = ""
    registered_on: dt.date | None = None
    withdrawal: str = ""
    sort_name: str = ""


@dataclass(frozen=True, slots=True)
class Stands:
    """A place from 1, 0 for who does not go, and its reason."""

    id: UUID
    place: int
    reason: Sentence


def in_order(many: Iterable[Standing]) -> list[Stands]:
    """Everybody in order, whatever the order they come in; who waits and who withdrew behind."""
    everybody = list(many)
    going = [one for one in everybody if one.status in GOING]
    waiting = [one for one in everybody if one.status == Status.WAITING]
    gone = [one for one in everybody if one.status not in GOING and one not in waiting]
    placed = [
        Stands(one.id, place, reason) for place, (one, reason) in enumerate(_moved(going), start=1)
    ]
    waiting.sort(key=_waits)
    placed += [Stands(one.id, 0, _waits_told(one, at)) for at, one in enumerate(waiting, start=1)]
    gone.sort(key=lambda one: (one.sort_name, one.id.int))
    return placed + [Stands(one.id, 0, _gone_told(one)) for one in gone]


def _moved(going: Sequence[Standing]) -> list[tuple[Standing, Sentence]]:
    """By rule, then whoever has a place of their own at it, the lowest place first."""
    by_rule = [(one, _reason(one)) for one in _beside(sorted(going, key=_by_role))]
    stay = [entry for entry in by_rule if entry[0].manual is None]
    chosen = [(one.manual, one) for one, _rule in by_rule if one.manual is not None]
    for (place, why), one in sorted(chosen, key=lambda entry: entry[0][0]):
        told = say(N_("Moved to {place}: {reason}"), place=place, reason=why)
        stay.insert(min(max(place, 1) - 1, len(stay)), (one, told))
    return stay


def _by_role(one: Standing) -> tuple[int, int, str, int]:
    return role_order(one.role), one.rank, one.sort_name, one.id.int


def role_order(role: str) -> int:
    """The place of a role among roles, from 0; one not known comes last."""
    return _ROLES[Role(role)] if role in _ROLES else _LAST


def _beside(ordered: Sequence[Standing]) -> list[Standing]:
    """Who comes as somebody's partner stands right behind them; nobody is lost in a circle."""
    there = {one.id for one in ordered}
    led: dict[UUID, list[Standing]] = {}
    for one in ordered:
        if _follows(one, there) and one.with_id is not None:
            led.setdefault(one.with_id, []).append(one)
    placed: dict[UUID, Standing] = {}
    for one in ordered:
        if not _follows(one, there):
            _put(one, led, placed)
    for one in ordered:
        placed.setdefault(one.id, one)
    return list(placed.values())


def _follows(one: Standing, there: set[UUID]) -> bool:
    return one.role == Role.PARTNER and one.with_id in there and one.with_id != one.id


def _put(
    one: Standing, led: Mapping[UUID, Sequence[Standing]], placed: dict[UUID, Standing]
) -> None:
    if one.id not in placed:
        placed[one.id] = one
        for behind in led.get(one.id, ()):
            _put(behind, led, placed)


def _reason(one: Standing) -> Sentence:
    role = role_label(one.role)
    if one.role == Role.PARTNER and one.told:
        return say(N_("Comes with {name}"), name=one.told)
    if one.role == Role.HEAD:
        return role
    if one.by_list is not None:
        return say(N_("{role}: {reason}"), role=role, reason=one.by_list)
    return say(N_("{role}, by name"), role=role)


def _waits(one: Standing) -> tuple[bool, int, str, int]:
    day = one.registered_on
    return day is None, day.toordinal() if day else 0, one.sort_name, one.id.int


def _waits_told(one: Standing, number: int) -> Sentence:
    if one.registered_on is None:
        return say(N_("Number {n} on the waiting list"), n=number)
    return say(
        N_("Number {number} on the waiting list, registered on {day}"),
        number=number,
        day=one.registered_on,
    )


def _gone_told(one: Standing) -> Sentence:
    if not one.withdrawal:
        return say(N_("Withdrawn; what is due is not settled yet"))
    return say(N_("Withdrawn: {rule}"), rule=withdrawal_label(one.withdrawal))


def host_order(placed: Sequence[Stands], host: Mapping[UUID, int]) -> list[Stands]:
    """The same people as the host puts them: by the host's places, the others as they stood."""
    return sorted(placed, key=lambda one: (one.place == 0, host.get(one.id, 10**6)))
