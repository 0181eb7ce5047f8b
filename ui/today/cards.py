"""What the page of the day is made of: cards, each with the tables it reads and its question.

A further card is one class in a file of its own and one line in `LEFT` or `RIGHT`. Its `ask` runs
in the worker and imports there what it reads with, so that the page is painted at once.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from ui.core import language
from ui.core.cards import Card, Hairline, clear, column, row
from ui.core.labels import Text
from ui.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from ui.core.page import Desk

LEFT = ("ui.today.coming:ComingCard", "ui.today.abroad:AbroadCard", "ui.today.due:DueCard")
"""The wide column, from the top; see `RIGHT`."""
RIGHT = ("ui.today.balance:BalanceCard", "ui.today.heads:HeadsCard")
"""The narrow column."""
WHEN_OPEN = (
    "ui.today.reprint:ReprintCard",
    "ui.today.ending:EndingCard",
    "ui.today.national_days:NationalDaysCard",
)
"""Under `RIGHT`, made once the office is open: cards that read with libraries the worker loads."""


class TodayCard(Card):
    """Base of the cards: `ask(session, language)` answers, `show_answer(answer)` shows it."""

    tables: ClassVar[frozenset[str]] = frozenset()
    title: ClassVar[str] = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__(margin=16, gap=8)
        self.desk = desk
        words = tr(self.title)
        self.setAccessibleName(words)
        self.head = row(Text(words, "strong"), None, gap=8)
        self.content: QVBoxLayout = column(gap=0)
        self.add(self.head, self.content)
        self.body.addStretch(1)

    @staticmethod
    def ask(session: Any, spoken: language.Language) -> Any:  # a session: ui knows no SQL
        """What the card shows; runs in the worker."""
        raise NotImplementedError

    def show_answer(self, answer: Any) -> None:
        """Show it."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Ask anew."""
        spoken = language.current()
        self.desk.jobs.ask(
            self.ask, spoken, then=self._answered, failed=self.desk.complain, owner=self
        )

    def _answered(self, answer: Any) -> None:
        clear(self.content)
        self.show_answer(answer)

    def lines(self, rows: list[QWidget]) -> None:
        """Lines under each other with hairlines between."""
        for number, one in enumerate(rows):
            if number:
                self.content.addWidget(Hairline())
            self.content.addWidget(one)

    def quiet(self, words: str) -> None:
        """A card with nothing to show says so calmly."""
        self.content.addWidget(Text(words, ink="text2", wrap=True))


class Asking(Protocol):
    """What the page needs of a card: the tables it reads, and how it asks anew."""

    tables: ClassVar[frozenset[str]]

    def refresh(self) -> None: ...


def later(desk: Desk) -> list[Any]:
    """The cards of `WHEN_OPEN`; each is a widget and an `Asking`."""
    places = [name.partition(":") for name in WHEN_OPEN]
    return [getattr(import_module(module), kind)(desk) for module, _, kind in places]


def made(names: tuple[str, ...], desk: Desk) -> list[TodayCard]:
    """The cards of a column."""
    cards = []
    for name in names:
        module, _, kind = name.partition(":")
        make: Callable[[Desk], TodayCard] = getattr(import_module(module), kind)
        cards.append(make(desk))
    return cards


def going(desk: Desk, page: str, record: object = None) -> Callable[[], object]:
    """What a click on a line does."""
    return partial(desk.go, page, record)
