"""The flags of a reception: the masts as they stand, the order, and the office's rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.briefings.flag_drawing import flag_drawing
from app.briefings.flag_plan import guests_words
from app.receptions.commands import set_flag_rules, set_masts
from app.receptions.draft import FlagRulesDraft
from app.receptions.queries import flag_rules, flag_sheet
from app.receptions.rules.flags import (
    FIRST,
    LAST,
    Body,
    Flag,
    FlagRules,
    Whose,
    flag_label,
    written_pattern,
)
from ui.briefings.drawing_view import DrawingView
from ui.briefings.one_paper import OnePaper
from ui.contacts.choices import letter_language_choices
from ui.contacts.flag import FlagView
from ui.core import language, theme
from ui.core.buttons import PRIMARY, Button, ChipBar
from ui.core.cards import Banner, Card, Hairline, Scroll, clear, column, row
from ui.core.editor import Editor
from ui.core.exact_fields import NumberField
from ui.core.fields import CheckField, ChoiceField, TextField
from ui.core.focus_ring import FocusRing
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import day, read, tr

if TYPE_CHECKING:
    from uuid import UUID

    from app.receptions.queries import FlagSheet
    from ui.core.editor import Done, Failed
    from ui.core.jobs import Changes
    from ui.core.page import Desk

STREET, BUILDING = "street", "building"
_OFFERED = range(1, 12)
_TABLES = frozenset({"setting", "guest", "posting", "organisation", "dossier", "reception"})
_PICTURES = {Body.STATE: "BE", Body.EUROPE: "EU"}


class FlagsView(QDialog):
    """The drawing from either side, the order with its masts, and what speaks against it."""

    def __init__(self, parent: QWidget, desk: Desk, reception: UUID) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Flags"))
        self._desk, self._record = desk, reception
        self.sheet: FlagSheet | None = None
        self._told = Text("", ink="text2", wrap=True)
        self.warning = Banner("Notice")
        sides = [(STREET, tr("From the street")), (BUILDING, tr("Back to the building"))]
        self.side = ChipBar(sides, STREET, name=tr("Seen from"))
        self.side.chosen.connect(lambda _key: self._draw())
        counts = [(str(one), language.number(one)) for one in _OFFERED]
        self.masts = ChipBar(counts, "5", name=tr("Masts"))
        self.masts.chosen.connect(self._set_masts)
        self._drawing = column()
        self._order = column(gap=6)
        self._lay_out()
        self._ring = FocusRing(self)
        desk.jobs.changed.connect(self._changed)
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(860), room.width() - 40), min(theme.px(760), room.height() - 80))
        self.refresh()

    def _lay_out(self) -> None:
        rules, paper = Button(tr("Rules…"), icon="settings"), Button(
            tr("Flag plan"), PRIMARY, icon="print")  # fmt: skip
        rules.clicked.connect(lambda: FlagRulesEditor.begin(self, self._desk))
        paper.clicked.connect(self._print)
        close = Button(tr("Close"))
        close.clicked.connect(self.accept)
        counting = row(Text(tr("Masts"), "small_medium", ink="text2"), self.masts, gap=8)
        counting.setStretch(1, 1)
        order = Card(tr("Order of flags")).add(self._order)
        inner = QWidget()
        inner.setLayout(
            column(self.warning, Card().add(self._drawing), order, None, gap=12, margin=0)
        )
        body = column(
            Text(tr("Flags"), "title"), self._told, self.side, counting, margin=20, gap=12
        )
        body.addWidget(Scroll(inner), 1)
        whole = column(gap=0)
        whole.addLayout(body, 1)
        whole.addWidget(Hairline())
        whole.addLayout(row(rules, None, close, paper, margin=12))
        self.setLayout(whole)

    def refresh(self) -> None:
        """Ask for the flags anew."""
        self._desk.jobs.ask(
            flag_sheet, self._record, then=self._answered, failed=self._desk.complain, owner=self,
            urgent=True,
        )  # fmt: skip

    def _changed(self, changes: Changes) -> None:
        if _TABLES & changes.tables:
            self.refresh()

    def _answered(self, sheet: FlagSheet) -> None:
        self.sheet = sheet
        spoken = language.current()
        parts = [sheet.title, day(sheet.day, "full") if sheet.day else "", sheet.place]
        guests = tr("Guests’ flags: {flags}", flags=guests_words(sheet, spoken))
        self._told.say(" · ".join(part for part in (*parts, guests) if part))
        self.masts.choose(str(len(sheet.plan.from_street)))
        over = ", ".join(one.words(spoken) for one in sheet.plan.left_over)
        told = [tr("No mast is left for: {flags}.", flags=over)] if over else []
        if sheet.countries and not sheet.rules.verified:
            told.append(
                tr("Where the guests’ flags hang is custom: ask the embassy and the province.")
            )
        if sheet.flag_day is not None:
            told.append(tr("The day is a flag day: check the circular of the year."))
        self.warning.say("\n".join(told))
        self._draw()
        clear(self._order)
        for place, one in enumerate(sheet.plan.order, start=1):
            self._order.addLayout(self._line(place, one))

    def _draw(self) -> None:
        if self.sheet is None:
            return
        street = self.side.current() != BUILDING
        made = self.sheet.plan
        masts = made.from_street if street else made.from_building
        spoken = language.current()
        told = ", ".join(f"{one.number} {one.flag.words(spoken)}" for one in masts if one.flag)
        clear(self._drawing)
        drawn = flag_drawing(masts, spoken, from_street=street)
        self._drawing.addWidget(DrawingView(drawn, f"{tr('Flags')}: {told}"))

    def _line(self, place: int, one: Flag) -> Any:
        seen = {mast.flag.key: mast.number for mast in self._masts() if mast.flag}
        code = one.key if one.is_guest else _PICTURES.get(Body(one.key), "")
        picture = FlagView(code, width=24)
        number = Text(f"{place}.", ink="text2")
        number.setFixedWidth(theme.px(24))
        name = Text(one.words(language.current()), "strong")
        mast = seen.get(one.key)
        at = tr("mast {n}", n=language.number(mast)) if mast else tr("no mast")
        where = Text(at, "small", ink="text2" if mast else "wrong")
        return row(number, picture, name, where, None, gap=8)

    def _masts(self) -> Any:
        return self.sheet.plan.from_street if self.sheet else ()

    def _set_masts(self, chosen: str) -> None:
        if self.sheet is None:
            return
        masts = int(chosen)
        own = None if masts == self.sheet.rules.masts else masts
        self._desk.jobs.run(set_masts, self._record, own, failed=self._desk.complain)

    def _print(self) -> None:
        name = self.sheet.title if self.sheet else ""
        OnePaper(self, self._desk, "flag-plan", self._record, name).open()


def draft_of(rules: FlagRules) -> FlagRulesDraft:
    """Rules as they are typed."""
    return FlagRulesDraft(
        rules.bodies,
        rules.guests_after,
        rules.whose,
        rules.language,
        written_pattern(rules.odd),
        written_pattern(rules.even),
        rules.masts,
        rules.verified,
    )


class FlagRulesEditor(Editor[FlagRulesDraft]):
    """`FlagRulesEditor.begin(window, desk)` reads, edits and keeps the rules."""

    width_wanted = 680

    def build(self) -> Form:
        """The form, empty."""
        bodies = [("", tr("None")), *((str(one), read(flag_label(one))) for one in Body)]
        after = [(FIRST, tr("Before all others"))]
        after += [(str(one), tr("After {body}", body=read(flag_label(one)))) for one in Body]
        after.append((LAST, tr("After all others")))
        whose = [(str(one), read(flag_label(one))) for one in Whose]
        spoken = [pair for pair in letter_language_choices() if pair[0]]
        source = tr("Order and numbers are those for municipal buildings in Flanders. Where guests"
                    " hang is custom and not verified: confirm it, then tick the box.")  # fmt: skip
        return Form(
            [
                Text(source, ink="text2", wrap=True),
                tr("Order of flags"),
                [ChoiceField(f"body{place}", f"{place + 1}.", bodies) for place in range(5)],
                tr("Flags of guests"),
                [
                    ChoiceField("whose", tr("Whose"), whose),
                    ChoiceField("guests_after", tr("Where"), after),
                    ChoiceField("language", tr("Alphabetical in"), spoken),
                ],
                CheckField("verified", tr("We checked where the guests’ flags hang")),
                tr("Masts"),
                [
                    NumberField("masts", tr("Masts of the city hall"), least=1, most=15,
                                needed=True),
                    TextField("odd", tr("Odd number"), needed=True,
                              hint=tr("From left to right, back to the building")),
                    TextField("even", tr("Even number"), needed=True,
                              hint=tr("From left to right, back to the building")),
                ],
            ]
        )  # fmt: skip

    def fill(self, draft: FlagRulesDraft) -> None:
        """Show the rules."""
        names = ("whose", "guests_after", "language", "verified", "masts", "odd", "even")
        values: dict[str, object] = {name: getattr(draft, name) for name in names}
        for place in range(len(Body)):
            values[f"body{place}"] = draft.bodies[place] if place < len(draft.bodies) else ""
        self.form.set_values(values)

    def draft(self) -> FlagRulesDraft:
        """The rules as typed."""
        values: dict[str, Any] = self.form.values()
        bodies = tuple(str(values[f"body{place}"]) for place in range(len(Body)))
        return FlagRulesDraft(
            tuple(one for one in bodies if one),
            str(values["guests_after"]),
            str(values["whose"]),
            str(values["language"]),
            str(values["odd"]),
            str(values["even"]),
            values["masts"],
            bool(values["verified"]),
        )

    @classmethod
    def begin(cls, parent: QWidget, desk: Desk) -> None:
        """Read the rules, then show them."""

        def save(made: FlagRulesDraft, done: Done, failed: Failed) -> None:
            desk.jobs.run(set_flag_rules, made, then=done, failed=failed, owner=parent)

        def told(kept: FlagRules) -> None:
            cls.edit(parent, tr("Rules for flags"), draft_of(kept), save=save)

        desk.jobs.ask(flag_rules, then=told, owner=parent)
