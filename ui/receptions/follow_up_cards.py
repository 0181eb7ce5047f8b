"""Cards of a reception's follow-up: who came, and what it cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from app.core.text import Language
from app.dossiers.queries import FollowUp, follow_up
from app.dossiers.rules.costs import left_words
from app.receptions.queries import Attendance, attendance
from ui.core import language
from ui.core.cards import Facts, Hairline, column, row
from ui.core.labels import Pill, Text
from ui.core.language import read, tr, trn

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QLayout

NAMES_SHOWN = 12


def amount(cents: int | None) -> str:
    """An amount as the window's language writes it: "€ 1.310,50"."""
    if cents is None:
        return "–"
    whole = language.locale().toString(abs(cents) / 100, "f", 2)
    sign = "−" if cents < 0 else ""
    english = language.current() is Language.EN
    return f"{sign}€{whole}" if english else f"{sign}€\u00a0{whole}"


class Brought:
    """What a reception brought, asked in one question."""

    __slots__ = ("attendance", "follow_up")

    def __init__(self, found: FollowUp, there: Attendance) -> None:
        self.follow_up = found
        self.attendance = there


def brought(session: Any, reception: UUID) -> Brought:  # a session: ui knows no SQL
    """Outcome, costs, evaluation and attendance of a reception."""
    return Brought(follow_up(session, reception), attendance(session, reception))


def attendance_part(found: Attendance) -> QWidget:
    """Who came, who did not, who is not to be photographed."""
    shown = Facts(label_width=110)
    came = len(found.came) + len(found.unknown)
    shown.add(tr("Were there"), trn("{n} guest", "{n} guests", came))
    if found.walk_ins:
        shown.add(tr("Walk-ins"), names_words(found.walk_ins))
    none = tr("nobody")
    shown.add(tr("Did not come"), names_words(found.no_shows) or none)
    photo = names_words(found.no_photo)
    asked = trn("{n} guest was not asked", "{n} guests were not asked", found.photo_unasked)
    if photo:
        said = trn("{n} said no: {names}", "{n} said no: {names}", len(found.no_photo), names=photo)
    else:
        said = tr("nobody said no")
    shown.add(tr("Photographs"), f"{said} · {asked}" if found.photo_unasked else said)
    if found.unknown:
        shown.add(tr("Names alone"), names_words(found.unknown))
    return shown


def names_words(names: tuple[str, ...]) -> str:
    """Names with commas, and how many more."""
    told = ", ".join(names[:NAMES_SHOWN])
    more = len(names) - NAMES_SHOWN
    return f"{told} {trn('and {n} more', 'and {n} more', more)}" if more > 0 else told


def costs_part(found: FollowUp) -> QWidget:
    """Each cost with what was planned and paid; the sums, and how it stands."""
    if not found.costs.lines and found.costs.budget is None:
        return Text(tr("No budget and no costs yet."), ink="text2", wrap=True)
    lines: list[QWidget | QLayout] = []
    for one in found.costs.lines:
        by = f" · {one.paid_by}" if one.paid_by else ""
        paid = amount(one.paid) if one.paid is not None else tr("not paid yet")
        lines.append(_line(f"{one.what}{by}", tr("planned {sum}", sum=amount(one.planned)), paid))
    totals = found.totals
    lines.append(Hairline())
    foreseen = totals.foreseen
    word = tr("budget {sum}") if totals.budget is not None else tr("planned {sum}")
    told = word.format(sum=amount(foreseen)) if foreseen is not None else ""
    lines.append(_line(tr("Together"), told, amount(totals.paid), strong=True))
    left = totals.left
    words = left_words(totals, amount(abs(left))) if left is not None else None
    if words is not None and left is not None:
        lines.append(row(None, Pill(read(words), "wrong" if left < 0 else "good")))
    holder = QWidget()
    holder.setLayout(column(*lines, gap=6))
    return holder


def _line(what: str, planned: str, paid: str, *, strong: bool = False) -> QLayout:
    made = row(
        Text(what, "strong" if strong else "body", elide=True),
        Text(planned, "small", ink="text2"),
        Text(paid, "strong" if strong else "number"),
        gap=12,
    )
    made.setStretch(0, 1)
    return made
