"""Scenes of the parts every page is made of, with invented rows."""
# ruff: noqa: E501 - invented words for pictures

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.core.errors import Problem
from app.core.text import N_, Sentence, say
from ui.core.buttons import PRIMARY, QUIET, Button, Chip, ChipBar, IconButton
from ui.core.cards import Card, Empty, Facts, Figure, Hairline, Scroll, column, row
from ui.core.columns import Column, Kind
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, TimeField
from ui.core.fields import CheckField, ChoiceField, ListField, LongTextField, TextField
from ui.core.flow import Flow
from ui.core.form import Form
from ui.core.jobs import Jobs
from ui.core.labels import Avatar, Link, Pill, Text
from ui.core.language import day, tr
from ui.core.page import Desk, ListPage
from ui.core.progress import ProgressPanel
from ui.core.row_models import ListModel
from ui.core.table import Table, TableCard
from ui.core.tabs import StageLine, Tabs
from ui.core.watch import Watch
from ui.core.window_state import WindowState
from ui.gallery import scene
from ui.main_window import MainWindow, OfficeWords
from ui.navigation import PageSpec

if TYPE_CHECKING:
    from collections.abc import Callable


R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class SampleRow:
    """An invented contact."""

    id: UUID
    name: str
    native: str
    post: str
    function: str
    credentials: dt.date | None
    met: dt.date | None
    state: str
    tone: str


_PEOPLE = (
    ("Tanaka, Aoi", "田中 葵", "Embassy of Japan", "Met 3×", "good", 0),
    ("Okafor, Chidi", "", "Embassy of Nigeria", "Never received", "attention", 40),
    ("Wiśniewska, Małgorzata", "", "Embassy of Poland", "Leaving soon", "attention", 300),
    ("al-Khatib, Nour", "نور الخطيب", "Embassy of Jordan", "Post vacant", "accent", 90),
    ("Иванова, Петя", "Petya Ivanova", "Embassy of Bulgaria", "Met 2×", "good", 60),
    ("van der Meulen, Joost", "", "Honorary Consulate of Estonia", "Met 6×", "good", 900),
    ("Dlamini, Thandeka", "", "Embassy of South Africa", "New credentials", "accent", 12),
    ("Ó Briain, Siobhán", "", "Embassy of Ireland", "", "neutral", 500),
    ("Nguyễn Thị Hạnh", "", "Embassy of Viet Nam", "Never received", "attention", 200),
    ("Haddad, Karim", "كريم حدّاد", "Embassy of Morocco", "Regrets", "wrong", 700),
    ("Park Ji-woo", "박지우", "Embassy of Korea", "", "neutral", 20),
    ("Rao, Lakshmi", "लक्ष्मी राव", "Embassy of India", "Never received", "attention", 33),
    ("Suksai, Anong", "อนงค์ สุขใส", "Embassy of Thailand", "Met 1×", "good", 77),
)

COLUMNS = (
    Column("name", N_("Name"), 190, Kind.NAME, quiet="native", sort="name", stretch=2),
    Column("post", N_("Post"), 170, sort="place", stretch=3),
    Column("function", N_("Function"), 130, stretch=1),
    Column("credentials", N_("Credentials"), 104, Kind.DATE, sort="day"),
    Column("met", N_("Last met"), 104, Kind.DATE),
    Column("state", N_("Contact"), 136, Kind.PILL, tone=lambda row: str(row.tone)),
)


def sample_rows(count: int = 26) -> list[SampleRow]:
    """Invented contacts."""
    rows = []
    for number in range(count):
        name, native, post, state, tone, ago = _PEOPLE[number % len(_PEOPLE)]
        credentials = dt.date(2024, 3, 6) - dt.timedelta(days=ago) if ago != 90 else None
        met = dt.date(2026, 9, 12) - dt.timedelta(days=ago) if tone == "good" else None
        rows.append(
            SampleRow(
                UUID(int=number + 1),
                name,
                native,
                post,
                N_("Ambassador"),
                credentials,
                met,
                state,
                tone,
            )
        )
    return rows


class NoOffice:
    """An office with nothing in it, for pictures and tests."""

    undo_label: Sentence | None = None
    redo_label: Sentence | None = None

    def run(self, command: Callable[..., R], /, *args: object, **values: object) -> R:
        """Call it."""
        return command(None, *args, **values)

    def ask(self, query: Callable[..., R], /, *args: object, **values: object) -> R:
        """Call it."""
        return query(None, *args, **values)

    def undo(self) -> object:
        """Nothing to take back."""

    def redo(self) -> object:
        """Nothing to do again."""

    def close(self) -> None:
        """Nothing to close."""


class SamplePage(ListPage):
    """A list, chips, and a pane of details: the shape of the contacts page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Contacts"))
        self.remark.say("1,284 people · 231 posts and organisations")
        self.buttons.addWidget(Button(tr("Import…")))
        self.buttons.addWidget(Button(tr("New person"), PRIMARY, icon="add"))
        views = [("heads", "Heads of mission"), ("soon", "Leaving soon · 11"), ("new", "New")]
        self.body.addWidget(ChipBar(views, name=tr("Views")))
        table = Table(ListModel(COLUMNS, sample_rows()), tr("Contacts"))
        table.mark_sorted("name")
        table.select_id(UUID(int=1))
        self.body.addWidget(TableCard(table), 1)
        self.set_pane(_pane(), name=tr("Contact"))
        self.on("contacts.new_person", self.refresh)


def _pane() -> QWidget:
    pane = QWidget()
    names = column(
        Text("H.E. Ms Aoi Tanaka", "heading", elide=True),
        Text("Ambassador of Japan", elide=True),
        Text("田中 葵 · “ah-oh-ee ta-NA-ka” · nl, en, ja", "small", ink="text2", elide=True),
        gap=2,
    )
    head = row(Avatar("Tanaka, Aoi"), names, gap=12)
    head.setStretch(1, 1)
    facts = Facts()
    facts.add(
        tr("Envelope"),
        "Hare Excellentie mevrouw Aoi Tanaka\nAmbassadeur van Japan",
        copied=tr("Copy envelope"),
    )
    facts.add(tr("Letter opening"), "Mevrouw de ambassadeur,", copied=tr("Copy letter opening"))
    facts.add(tr("Credentials"), day(dt.date(2024, 3, 6), "weekday"))
    facts.add(tr("Predecessor"), Link("Kenji Watanabe (2020–2024)"))
    tags = QWidget()
    flow = Flow(tags, gap=6)
    for words in ("Sister city Kanazawa", "Hydrogen", "Higher education"):
        flow.addWidget(Chip(words, checkable=False))
    pane.setLayout(
        column(head, row(Button(tr("Invite…")), Button(tr("Edit"), icon="edit"), None), Hairline(),
               Text(tr("Forms of address"), "strong"), facts, Hairline(),
               Text(tr("Interests"), "strong"), tags, None, margin=20, gap=12)
    )  # fmt: skip
    return pane


def sample_window() -> MainWindow:
    """The frame round the sample page."""
    jobs = Jobs(NoOffice)
    state = WindowState(Path(mkdtemp(prefix="belfry-gallery-")) / "window.json")
    pages = (
        PageSpec("contacts", N_("Contacts"), "contacts", SamplePage, group=1),
        PageSpec("receptions", N_("Receptions"), "receptions", SamplePage, group=1),
    )
    window = MainWindow(state, pages)
    jobs.setParent(window)
    window.furnish(jobs, OfficeWords("Protocol office", encrypted=True, who="Mia Vermeulen"))
    window.frame.rail.buttons["contacts"].show_count(1284)
    window.frame.rail.buttons["receptions"].show_count(6)
    window.say("Posting of Joost van der Meulen updated", tr("Undo"), window.back)
    return window


@scene("frame", 1440, 900)
def frame() -> QWidget:
    """The whole frame."""
    return sample_window()


@scene("frame-narrow", 1000, 640)
def frame_narrow() -> QWidget:
    """The rail folded."""
    return sample_window()


@scene("frame-200", 1440, 900, scale=2.0)
def frame_large() -> QWidget:
    """Text at 200 %."""
    return sample_window()


@scene("palette", 1440, 900, ready=lambda w: w.findChild(QWidget, "never") is None)
def palette() -> QWidget:
    """The search over the window."""
    window = sample_window()
    window.resize(1440, 900)
    window.show()
    window.search()
    return window


@dataclass(frozen=True, slots=True)
class SampleDraft:
    """An invented posting."""

    family_name: str = "Tanaka"
    given_name: str = ""
    credentials_on: dt.date | None = None

    def problems(self) -> list[Problem]:
        """What is wrong with it."""
        if self.given_name:
            return []
        return [Problem("given_name", say(N_("Type the given name, as on the place card.")))]


class SampleEditor(Editor[SampleDraft]):
    """All kinds of fields."""

    def build(self) -> Form:
        """Make the form."""
        functions = [("", "—"), ("ambassador", tr("Ambassador extraordinary and plenipotentiary"))]
        return Form([
            tr("Person"),
            [TextField("family_name", tr("Family name"), needed=True), TextField("given_name", tr("Given name"))],
            ChoiceField("function", tr("Function"), functions),
            [DateField("credentials_on", tr("Credentials presented")), TimeField("time", tr("At"))],
            ListField("phones", tr("Phones"), hint=tr("One a line")),
            LongTextField("note", tr("Note"), lines=2),
            CheckField("confirmed", tr("Confirmed by the embassy")),
        ])  # fmt: skip

    def fill(self, draft: SampleDraft) -> None:
        """Show the draft."""
        self.form.set_values(
            {"family_name": draft.family_name, "credentials_on": dt.date(2024, 3, 6), "confirmed": True,
             "function": "ambassador", "phones": ("+32 9 123 45 67", "+32 470 12 34 56")}
        )  # fmt: skip

    def draft(self) -> SampleDraft:
        """Read the form."""
        read = self.form["given_name"].value()
        return replace(SampleDraft(), given_name=str(read))


@scene("form", 520, 660)
def form() -> QWidget:
    """A form with problems."""
    editor = SampleEditor(None, tr("New person"), SampleDraft())
    editor.form["time"].set_value(dt.time(18, 30))
    editor.try_to_save()
    return editor


@scene("empty", 900, 600)
def empty() -> QWidget:
    """An empty page."""
    return Empty(
        "receptions",
        tr("No receptions yet"),
        tr(
            "Receptions, courtesy calls and golden-book signings come here, with their guests and papers."
        ),
        (tr("New reception"), _nothing),
        (tr("Look around in the sample office"), _nothing),
    )


def _nothing() -> None:
    return


@scene("widgets", 1000, 700)
def widgets() -> QWidget:
    """Small parts on one sheet."""
    figures = row(Figure(tr("Accepted"), "52", "of 86"), Figure(tr("Awaiting reply"), "21", "9 past deadline"),
                  Figure(tr("Regrets"), "8"), gap=12)  # fmt: skip
    tones = ("neutral", "accent", "attention", "wrong", "good")
    pills = row(*(Pill(tone, tone) for tone in tones), None)
    stages = ("Idea", "Cleared", "Invited", "Confirmed", "Held", "Closed")
    watch = Watch()
    panel = ProgressPanel(tr("Reading contacts.csv"), watch)
    watch.setParent(panel)
    panel.show_step(4200, 10000, tr("Looking for duplicates"))
    buttons = row(Button(tr("Save"), PRIMARY), Button(tr("Cancel")), Button(tr("More"), QUIET, icon="more"),
                  IconButton("copy", tr("Copy envelope")), Link(tr("why?")), None)  # fmt: skip
    off = Button(tr("Save"), PRIMARY)
    off.setEnabled(False)
    buttons.addWidget(off)
    sheet = QWidget()
    tabs = Tabs([("overview", "Overview"), ("guests", "Guests · 86"), ("programme", "Programme")])
    tabs.choose("guests")
    sheet.setLayout(
        column(Text("Kanazawa garden, ten years", "title"), StageLine(list(stages), 3), tabs, figures,
               pills, buttons, panel, Card(tr("Forms of address")).add(Text("Mevrouw de ambassadeur,")),
               None, margin=20, gap=16)
    )  # fmt: skip
    return Scroll(sheet)
