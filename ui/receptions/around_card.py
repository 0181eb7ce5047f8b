"""What stands around a reception: the balance of its year, golden book, flags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from app.overview.balance import Standing, share, standing, standing_words
from app.receptions.queries import FlagSheet, GoldenRow, flag_sheet, golden_pages
from ui.core import language
from ui.core.buttons import Button
from ui.core.cards import Card, column, row
from ui.core.labels import Text
from ui.core.language import day, read, tr, trn
from ui.core.record_field import Choice

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.receptions.queries import ReceptionSheet
    from ui.core.page import Desk


@dataclass(frozen=True, slots=True)
class Around:
    """What the card tells, asked in one question."""

    standing: Standing | None
    pages: tuple[GoldenRow, ...]
    flags: FlagSheet


def around(session: Any, reception: UUID) -> Around:  # a session: ui knows no SQL
    """Everything around a reception."""
    return Around(
        standing(session, reception),
        tuple(golden_pages(session, reception)),
        flag_sheet(session, reception),
    )


class AroundCard(Card):
    """A line for each, with a button that opens it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Around it"))
        self._desk = desk
        self._sheet: ReceptionSheet | None = None
        self.balance = Text("", wrap=True)
        self._golden = Text("", wrap=True)
        self._flags = Text("", wrap=True)
        for name, words, verb, icon, do in (
            (tr("Balance"), self.balance, tr("Balance"), "columns", self._to_balance),
            (tr("Golden book"), self._golden, tr("Golden book…"), "star", self.to_golden),
            (tr("Flags"), self._flags, tr("Flags…"), "flag", self.to_flags),
        ):
            self.add(_line(name, words, verb, icon, do))

    def show_sheet(self, sheet: ReceptionSheet) -> None:
        """Ask what stands around a reception."""
        self._sheet = sheet
        self._desk.jobs.ask(
            around, sheet.id, then=self._answered, owner=self,
            channel="around the reception",
        )  # fmt: skip

    def _answered(self, found: Around) -> None:
        held = found.standing
        if held is None:
            self.balance.say(tr("It counts once it has a date."), "text2")
        else:
            got = share(held.proactive, held.reactive) or 0
            ink = "text" if got >= held.target else "attention_ink"
            self.balance.say(read(standing_words(held)), ink)
        self._golden.say(self._pages(found.pages))
        self._flags.say(self._flown(found.flags))

    @staticmethod
    def _pages(pages: tuple[GoldenRow, ...]) -> str:
        if not pages:
            return tr("No page prepared.")
        first = pages[0]
        if first.draft.signed_on is not None:
            return tr("Signed on {day}.", day=day(first.draft.signed_on, "full"))
        return tr("Prepared, to be signed: {words}", words=first.first_line)

    @staticmethod
    def _flown(sheet: FlagSheet) -> str:
        spoken = language.current()
        masts = len(sheet.plan.from_street)
        told = trn("{n} mast", "{n} masts", masts)
        names = ", ".join(one.words(spoken) for one in sheet.plan.order)
        over = len(sheet.plan.left_over)
        if over:
            return (
                f"{told}: {names} · {trn('{n} flag has no mast', '{n} flags have no mast', over)}"
            )
        return f"{told}: {names}"

    def _to_balance(self) -> None:
        self._desk.go("balance")

    def to_golden(self) -> None:
        """Open the pages of the golden book of this reception."""
        from ui.receptions.golden_book import GoldenBook

        if self._sheet is not None:
            chosen = Choice(self._sheet.id, self._sheet.draft.dossier.title)
            GoldenBook(self, self._desk, chosen).open()

    def to_flags(self) -> None:
        """Open the flags of this reception."""
        from ui.receptions.flags_view import FlagsView

        if self._sheet is not None:
            FlagsView(self, self._desk, self._sheet.id).open()


def _line(name: str, words: Text, verb: str, icon: str, do: Callable[[], None]) -> QWidget:
    made = QWidget()
    button = Button(verb, icon=icon)
    button.clicked.connect(do)
    told = column(Text(name, "small", ink="text2"), words, gap=2)
    line = row(told, button, gap=12)
    line.setStretch(0, 1)
    made.setLayout(line)
    return made
