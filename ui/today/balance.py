"""Receptions the city wanted, and those it was asked for, over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QFrame

from app.core.text import N_
from ui.core import theme
from ui.core.cards import row
from ui.core.labels import Text
from ui.core.language import read, tr
from ui.today.cards import TodayCard

if TYPE_CHECKING:
    from app.overview.day import YearBalance
    from ui.core.language import Language


class BalanceCard(TodayCard):
    """A bar chart; the same drawing may stand on paper."""

    tables: ClassVar[frozenset[str]] = frozenset({"dossier", "reception"})
    title: ClassVar[str] = N_("Proactive and reactive receptions")

    @staticmethod
    def ask(session: Any, spoken: Language) -> Any:
        """The years."""
        from app.overview.day import balance

        del spoken
        return balance(session)

    def show_answer(self, answer: list[YearBalance]) -> None:
        """Draw them."""
        from app.briefings.balance_chart import balance_chart
        from app.overview.day import balance_words
        from ui.briefings.drawing_view import DrawingView

        words = read(balance_words(answer))
        if not any(one.proactive or one.reactive for one in answer):
            self.quiet(words)
            return
        legend = row(
            Swatch("accent"), Text(tr("on our initiative"), "small"), 8,
            Swatch("handle"), Text(tr("on request"), "small"), None, gap=6,
        )  # fmt: skip
        legend.setContentsMargins(0, 0, 0, theme.px(8))
        drawing = balance_chart([(one.year, one.proactive, one.reactive) for one in answer])
        self.content.addLayout(legend)
        self.content.addWidget(DrawingView(drawing, f"{tr(self.title)}: {words}"))
        self.content.addSpacing(theme.px(8))
        self.content.addWidget(Text(words, "small", ink="text2", wrap=True))


class Swatch(QFrame):
    """A square in the colour of a token, for a legend."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token
        self.setAutoFillBackground(True)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the present colour."""
        self.setFixedSize(theme.px(10), theme.px(10))
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, theme.colour(self._token))
        self.setPalette(palette)
