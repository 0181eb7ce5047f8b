"""Whose reply is it? Replies laid beside the guests of a list, typos and all."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.contacts.rules import names
from app.contacts.rules.likeness import name_likeness
from app.core.errors import Problem
from app.core.fold import words
from app.core.text import N_, say
from app.receptions.queries import guests
from app.receptions.rules import Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Language, Sentence
    from app.interchange.replies import Replies, ReplyRow
    from app.receptions.queries import GuestRow

SURE, LIKELY = 0.9, 0.6
_SLIP = 0.78
"""Enough where the family name is written as it is and nobody else on the list is near."""
_FAR = 0.15
_APART, _EXACTLY = 0.1, 0.04
"""By how much the best guest must be likelier than the next; the second for the very name."""
_SAME_PLACE = 0.05
_TRIED = 6
_SHORT = re.compile(r"\bv\.?\s?[/]?d\.?\s+", re.IGNORECASE)
"""Joost vd Meulen, v.d. Meulen, v/d Meulen."""


@dataclass(frozen=True, slots=True)
class Match:
    """A reply and the guest it is of. `score` runs from 0 to 1; `why` says what speaks for it.

    Where `sure` is false a person must say so; `others` are who else it may be, likeliest first.
    """

    row: ReplyRow
    guest: GuestRow
    score: float
    sure: bool
    why: Sentence
    others: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class ReplyPlan:
    """What a list of replies would do, row by row, before anything is written.

    `matches` are in the order of the file, one a guest; `unknown` are of nobody on the list,
    `undecided` say neither yes nor no, `earlier` were followed by a later reply of the same guest.
    """

    file: str
    read: int
    matches: tuple[Match, ...] = ()
    unknown: tuple[ReplyRow, ...] = ()
    undecided: tuple[Match, ...] = ()
    earlier: tuple[tuple[ReplyRow, Match], ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    @property
    def sure(self) -> tuple[Match, ...]:
        """Those that need no question."""
        return tuple(one for one in self.matches if one.sure)

    @property
    def doubtful(self) -> tuple[Match, ...]:
        """Those a person must confirm."""
        return tuple(one for one in self.matches if not one.sure)


def plan_replies(
    session: Session, replies: Replies, reception_id: UUID, language: Language
) -> ReplyPlan:
    """Lay replies beside the guests of a reception; nothing is written.

    A mail address of the guest decides, unless the name is quite another's; else the name, with
    the organisation where two are alike. Of several replies of one guest the last counts, by its
    date where every one of them has one, else by its line; the others are told.
    """
    known = _Guests(guests(session, reception_id, language))
    found: dict[UUID, list[Match]] = defaultdict(list)
    unknown: list[ReplyRow] = []
    for row in replies.rows:
        match = known.match(row)
        if match is None:
            unknown.append(row)
        else:
            found[match.guest.id].append(match)
    last, earlier = _last(found)
    undecided = tuple(one for one in last if not _is_decided(one))
    matches = tuple(one for one in last if _is_decided(one))
    plan = ReplyPlan(
        replies.file,
        len(replies.rows),
        matches,
        tuple(unknown),
        undecided,
        tuple(earlier),
    )
    return replace(plan, problems=(*replies.problems, *_problems(plan)))


def _last(
    found: dict[UUID, list[Match]],
) -> tuple[list[Match], list[tuple[ReplyRow, Match]]]:
    """Per guest the reply that counts; a doubtful one never stands in the way of a sure one."""
    last: list[Match] = []
    earlier: list[tuple[ReplyRow, Match]] = []
    for matches in found.values():
        for group in (
            [one for one in matches if not one.sure],
            [one for one in matches if one.sure],
        ):
            if group:
                *others, counts = _in_time(group)
                last.append(counts)
                earlier += [(one.row, counts) for one in others]
    return sorted(last, key=lambda one: one.row.line), sorted(earlier, key=lambda e: e[0].line)


def _in_time(group: Sequence[Match]) -> list[Match]:
    """By date where every reply has one, else by line."""
    dated = all(one.row.day for one in group)

    def moment(one: Match) -> tuple[dt.date, int]:
        return (one.row.day if dated and one.row.day else dt.date.min), one.row.line

    return sorted(group, key=moment)


def _is_decided(one: Match) -> bool:
    """Whether a reply says what is to be noted: yes, no, or who comes instead."""
    answer = one.row.answer
    return answer.status not in ("", Status.REPRESENTED) or bool(answer.substitute)


def _problems(plan: ReplyPlan) -> list[Problem]:
    """What a person must look at, each with its line: nothing of the list is lost unsaid."""
    found = []
    for row in plan.unknown:
        told = N_("{name} is not on this list: “{words}” was not noted. Add the guest first.")
        found.append(Problem("name", say(told, name=_called(row), words=row.words), row.line))
    for one in plan.doubtful:
        told = N_("{name} may be {guest}: confirm it, or correct the name.")
        words_of = say(told, name=_called(one.row), guest=names.full_name(one.guest.name))
        found.append(Problem("name", words_of, one.row.line))
    for one in plan.undecided:
        told = N_("“{words}” says neither yes nor no, nor who comes instead: ask {name}.")
        found.append(
            Problem("answer", say(told, words=one.row.words, name=_called(one.row)), one.row.line)
        )
    for row, after in plan.earlier:
        told = N_("{name} replied again on line {line}: that reply counts.")
        found.append(Problem("name", say(told, name=_called(row), line=after.row.line), row.line))
    return sorted(found, key=lambda one: one.line or 0)


def _called(row: ReplyRow) -> str:
    return row.name or ", ".join(row.mails) or row.organisation


class _Guests:
    """The guests of a list, found by mail address and by name."""

    def __init__(self, rows: Sequence[GuestRow]) -> None:
        self._by_mail: dict[str, list[GuestRow]] = defaultdict(list)
        self._by_name: dict[str, list[GuestRow]] = defaultdict(list)
        self._names: dict[str, list[GuestRow]] = defaultdict(list)
        for row in rows:
            for mail in row.person.draft.emails:
                self._by_mail[mail.lower()].append(row)
            for name in _names_of(row):
                self._names[words(name)].append(row)
                self._by_name[_sorted(name)].append(row)

    def match(self, row: ReplyRow) -> Match | None:
        """The guest a reply is of, None where nobody is likely."""
        mailed = [one for mail in row.mails for one in self._by_mail.get(mail.lower(), ())]
        mailed = list({one.id: one for one in mailed}.values())
        if len(mailed) == 1:
            return self._by_mail_of(row, mailed[0])
        if not row.name:
            return None
        return self._by_likeness(row, mailed)

    def _by_mail_of(self, row: ReplyRow, guest: GuestRow) -> Match:
        alike = _alike(row.name, guest) if row.name else 1.0
        named = None if alike >= 1.0 else self._by_likeness(row, [])
        other = named if named is not None and named.guest.id != guest.id else None
        if alike >= 0.5:
            if other is not None and other.score >= 1.0:  # the very name of somebody else
                return replace(other, sure=False, others=(guest.id,))
            return Match(row, guest, 1.0, sure=True, why=say(N_("The mail address")))
        if other is not None and other.sure:
            return other
        why = say(N_("The mail address, but another name"))
        return Match(row, guest, 0.6, sure=False, why=why)

    def _by_likeness(self, row: ReplyRow, among: Sequence[GuestRow]) -> Match | None:
        scored = sorted(
            ((self._score(row, one), one) for one in among or self._candidates(row.name)),
            key=lambda pair: -pair[0],
        )
        if not scored or scored[0][0] < LIKELY:
            return None
        best, guest = scored[0]
        next_best = scored[1][0] if len(scored) > 1 else 0.0
        sure = best >= SURE and best - next_best >= (_EXACTLY if best >= 1.0 else _APART)
        sure = sure or (best - next_best >= _FAR and _only_a_slip(row.name, guest))
        same = best >= 1.0
        why = say(N_("The name")) if same else say(N_("A name much alike"))
        others = tuple(one.id for score, one in scored[1:] if score >= LIKELY)
        return Match(row, guest, min(best, 1.0), sure=sure, why=why, others=others)

    def _score(self, row: ReplyRow, guest: GuestRow) -> float:
        score = _alike(row.name, guest)
        place = guest.posting.place.name if guest.posting else ""
        if row.organisation and place and words(row.organisation) == words(place):
            score += _SAME_PLACE
        return score

    def _candidates(self, name: str) -> list[GuestRow]:
        """Those worth comparing: the very name, else the few that look most like it."""
        from rapidfuzz import fuzz, process

        exact = self._by_name.get(_sorted(name))
        plain = words(name)
        near = process.extract(plain, list(self._names), scorer=fuzz.token_sort_ratio, limit=_TRIED)
        near += process.extract(plain, list(self._names), scorer=fuzz.token_set_ratio, limit=_TRIED)
        found = [*(exact or ()), *(one for name_of, _, _ in near for one in self._names[name_of])]
        return list({one.id: one for one in found}.values())


def _names_of(row: GuestRow) -> list[str]:
    found = [names.full_name(row.name)]
    return [*found, row.name.native] if row.name.native else found


def _sorted(name: str) -> str:
    return " ".join(sorted(words(name).split()))


def _only_a_slip(name: str, guest: GuestRow) -> bool:
    """Whether the family name is right and the given name written out, with a slip in it."""
    said = name_likeness(name, names.full_name(guest.name))
    family = set(words(guest.name.family).split())
    whole = not (said.initials or said.missing)
    return said.score >= _SLIP and whole and bool(family) and family <= set(words(name).split())


def _alike(name: str, guest: GuestRow) -> float:
    whole = _SHORT.sub("van der ", name)
    return max(name_likeness(whole, one).score for one in _names_of(guest))
