"""A mission from the first idea until it is closed, with clicks, keys and a list.

No step holds the window for more than a tenth of a second; what is taken back is as it was.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from app.contacts.furnish import furnish
from app.core import clock
from app.core.text import Language
from app.dossiers.commands import add_stock
from app.dossiers.draft import GiftStockDraft
from app.dossiers.queries import open_tasks, printings
from app.missions.queries import (
    costs,
    delegation,
    fair_board,
    mission_overview,
    mission_programme,
    mission_sheet,
    rooming,
    to_thank,
    travel,
    travel_papers,
)
from tests.app.briefings.reading import text
from tests.builders import make_ambassador, make_organisation, make_person
from tests.ui.fakes import Far
from tests.ui.receptions.dialogs import keep as kept
from tests.ui.receptions.dialogs import opened, shown
from tests.ui.walking import Walk, pick
from ui.briefings.panel import PaperPanel
from ui.core.jobs import Jobs
from ui.core.language import read
from ui.core.record_field import Choice
from ui.dossiers.agreement_editor import AgreementEditor
from ui.dossiers.choosing import ChoosePeople, PlaceEditor
from ui.dossiers.evaluation_editor import MissionEvaluationEditor
from ui.dossiers.gift_editor import GiftEditor
from ui.dossiers.stage_editors import PartnerEditor
from ui.main_window import MainWindow, OfficeWords
from ui.missions.aims import DestinationEditor, ErasingEditor, ObjectiveEditor
from ui.missions.beginning import BeginMissionEditor
from ui.missions.closing_editor import ClosingEditor
from ui.missions.cost_editor import CostEditor, RateEditor
from ui.missions.counterparts_dialog import CounterpartEditor, CounterpartsDialog
from ui.missions.dossier import MissionPage
from ui.missions.editor import MissionEditor
from ui.missions.leg_editor import LegEditor
from ui.missions.line_editor import MissionLineEditor
from ui.missions.meeting_editors import OutcomeEditor, PartyEditor, SlotsEditor
from ui.missions.participant_dialogs import GroupEditor, PapersEditor, WithdrawEditor
from ui.missions.registration import RegistrationDialog
from ui.missions.room_editor import RoomEditor
from ui.missions.thanks_editor import ThanksEditor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.core.workspace import Workspace
    from app.missions.queries import ParticipantRow
    from ui.core.window_state import WindowState
    from ui.missions.schedule_model import ScheduleModel

NL = Language.NL
PORT = "North Port"
NUMBER = "EX7654321"
LIST = """\
Family name;Given name;Company;Role
Dierckx;Lore;Zeewind Energie NV;business
Everts;Tom;Zeewind-Energie;business
Maes;Tuur;Havenhuis;press
Claes;Noor;Staalkade;business
Peeters;Jan;Universiteit van de Delta;academic
"""


@pytest.fixture
def office(workspace: Workspace) -> Workspace:
    """A city with its mayor, two officials, an ambassador, a port, and an etching in stock."""
    workspace.run(furnish)
    workspace.furnish()
    make_ambassador(workspace, "JP", family_name="Aoki", given_name="Ren")
    for family, given in (("Burgers", "Mia"), ("Cools", "Sam"), ("Dams", "Eva")):
        make_person(workspace, family_name=family, given_name=given, language="nl")
    make_organisation(workspace, kind="port", name=PORT, country="BE")
    workspace.run(add_stock, GiftStockDraft("Etching", 4500, 5))
    return workspace


@pytest.fixture
def window(
    office: Workspace, state: WindowState, keep: Callable[[MainWindow], MainWindow], qtbot: QtBot
) -> Iterator[MainWindow]:
    """The window on that office."""
    jobs = Jobs(lambda: office)  # type: ignore[arg-type, return-value]  # a workspace
    qtbot.waitUntil(lambda: jobs.is_open)
    QCoreApplication.processEvents()
    made = keep(MainWindow(state))
    made.resize(1440, 900)
    made.furnish(jobs, OfficeWords("Protocol office", encrypted=False), "missions")
    made.show()
    made.activateWindow()
    yield made
    jobs.close()


class MissionWalk(Walk):
    """Somebody at the desk, with a mission open."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        super().__init__(window, qtbot)
        self.far: Far | None = None

    @property
    def page(self) -> MissionPage:
        """The mission that is open."""
        found = self.window.frame.pages.page()
        assert isinstance(found, MissionPage)
        return found

    @property
    def rows(self) -> list[ParticipantRow]:
        """The delegation as the table shows it."""
        found: list[ParticipantRow] = self.page.delegation.model.rows()
        return found

    def row(self, family: str) -> ParticipantRow:
        """One of them."""
        return next(one for one in self.rows if one.name.family == family)

    def ask(self, query: Callable[..., Any], *args: object) -> Any:
        """What the office answers about the mission."""
        return Far(self.qtbot, self.page.desk.jobs).ask(query, self.page.record, *args)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.until(lambda: not self.page.desk.jobs.is_working)
        QCoreApplication.processEvents()
        self.until(lambda: not self.page.desk.jobs.is_working)

    def look_at(self, key: str) -> None:
        """Click a tab, and wait until it is there with what it shows."""
        with self.step(f"tab {key}"):
            bar = self.page.tabs
            place = next(at for at in range(bar.count()) if bar.tabData(at) == key)
            QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())
            self.until(self.page.tab(key).isVisible)
            self.settle()

    def everything(self) -> tuple[Any, ...]:
        """All the mission holds, but when it was last written."""
        found = [
            [one.draft for one in self.ask(delegation, NL)],
            [(one.name.family, one.place, one.groups) for one in self.ask(delegation, NL)],
            [(one.row.draft, one.groups, one.people) for one in self.ask(mission_programme).lines],
            [(one.draft, one.going, one.kg_all) for one in self.ask(travel).legs],
            [one.draft for one in self.ask(rooming).rooms],
            [one.draft for one in self.ask(costs).lines],
            [(one.draft, one.paid_euro, one.planned_euro) for one in self.ask(costs).lines],
            sorted(str(one.pair) + str(one.slot) for one in self.ask(fair_board).meetings),
            [one.draft for one in self.ask(mission_overview, Language.EN).tasks],
            sorted(repr(one.draft) for one in self.ask(travel_papers).values()),
        ]
        sheet = self.ask(mission_sheet, NL)
        found += [sheet.draft, [one.draft for one in sheet.destinations + sheet.objectives]]
        return tuple(found)


def test_from_the_first_idea_until_it_is_closed(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    walk = MissionWalk(window, qtbot)
    walk.until(lambda: window.frame.pages.page() is not None)
    begin(walk)
    aim(walk)
    register(walk, tmp_path / "inschrijvingen.csv")
    put_in_order(walk)
    note_papers(walk)
    plan_days(walk)
    plan_journeys(walk)
    book_rooms(walk)
    count_costs(walk)
    arrange_meetings(walk)
    print_booklet(walk, tmp_path)
    take_back(walk)
    settle_results(walk)
    thank_and_close(walk)
    erase(walk)
    assert walk.slow() == {}


def begin(walk: MissionWalk) -> None:
    """From its template, with the first city; it leaves today: a life in fast motion."""
    with walk.step("begin"):
        walk.keys(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        dialog = opened(walk.qtbot, BeginMissionEditor)
    template = next(
        one for one in dialog._entry.templates if one.draft.dossier_kind == "trade_mission"
    )
    dialog.form["template"].set_value(template.id.hex)
    dialog.form["template"].changed.emit()
    today = clock.today()
    with walk.step("begun"):
        kept(walk.qtbot, BeginMissionEditor, title="Steel and gardens", from_day=today,
             until_day=today + dt.timedelta(days=6), register_by=today, city="Kanazawa",
             country_code="JP")  # fmt: skip
        walk.until(lambda: walk.window.frame.pages.key() == "mission")
        walk.until(lambda: walk.page.title() == "Steel and gardens")
        walk.settle()
    assert walk.page.overview.stages.checklist.tasks.rowCount() > 5


def aim(walk: MissionWalk) -> None:
    """A second city, an objective to measure, a partner, the decision of the college."""
    page, today = walk.page, clock.today()
    walk.click(page.overview, "Add a destination…")
    with walk.step("second city"):
        kept(walk.qtbot, DestinationEditor, city="Osaka", leaves_on=today + dt.timedelta(days=6))
        walk.settle()
    walk.click(page.overview, "Add an objective…")
    with walk.step("objective"):
        kept(walk.qtbot, ObjectiveEditor, what="Agreements", target="2", measure="signed")
        walk.settle()
    walk.click(page.overview, "Add a partner")
    port = next(iter(find_organisation(walk, PORT)))
    with walk.step("partner"):
        kept(walk.qtbot, PartnerEditor, organisation=port, wish="Talks on hydrogen")
        walk.settle()
    with walk.step("facts"):
        walk.keys(Qt.Key.Key_F2)
        opened(walk.qtbot, MissionEditor)
        kept(walk.qtbot, MissionEditor, decision="2026_CBS_00112", decided_on=today, budget=40_000,
             **{"goal-9": True})  # fmt: skip
        walk.settle()
    sheet = walk.ask(mission_sheet, NL)
    assert [one.draft.city for one in sheet.destinations] == ["Kanazawa", "Osaka"]
    assert sheet.destinations[1].draft.time_zone == "Asia/Tokyo"
    assert (sheet.draft.decision, sheet.draft.budget) == ("2026_CBS_00112", 4_000_000)
    with walk.step("stage"):
        page.overview.stages.forward.click()
        walk.until(lambda: walk.ask(mission_sheet, NL).draft.dossier.stage != "idea")


def find_organisation(walk: MissionWalk, name: str) -> list[Choice]:
    """What typing into a field that finds organisations offers."""
    editor: Any = opened(walk.qtbot, PartnerEditor)
    found: list[Choice] = []
    editor._find(name, found.extend)
    walk.until(lambda: found)
    return found


def register(walk: MissionWalk, path: Path) -> None:
    """Who was registered by a list, where a company stands twice; the city's own from contacts."""
    path.write_text(LIST, encoding="utf-8")
    walk.look_at("delegation")
    tab = walk.page.delegation
    walk.click(tab, "Import registrations…")
    dialog = opened(walk.qtbot, RegistrationDialog)
    with walk.step("list read"):
        dialog.open_file(path)
        walk.until(dialog.start.isEnabled)
    told = " ".join(one.words for one in dialog.model.rows())
    assert "Zeewind Energie NV" in told
    assert "Zeewind-Energie" in told
    with walk.step("list taken"):
        QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
        walk.until(lambda: len(walk.rows) == 5)
    dialog.reject()
    walk.until(lambda: shown(RegistrationDialog) is None)
    with walk.step("people added"):
        walk.keys(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        adding = opened(walk.qtbot, ChoosePeople)
        walk.until(lambda: adding.model.rowCount() == 4)
        names = [one.title for one in adding.model.rows()]
        walk.select(
            adding.table, [one.id for one in adding.model.rows() if "Aoki" not in one.title]
        )
        adding.add.click()
        walk.until(lambda: len(walk.rows) == 8)
    assert any("Aoki" in one for one in names)


def put_in_order(walk: MissionWalk) -> None:
    """Roles, a place by hand with its reason, a group, who does not go after all."""
    tab = walk.page.delegation
    with walk.step("role"):
        tab.table.select_id(walk.row("Burgers").id)
        walk.choose(tab.table, "Role", "Head of delegation")
        walk.until(lambda: walk.rows[0].name.family == "Burgers")
    with walk.step("confirm"):
        walk.press(tab.table, Qt.Key.Key_C)
        walk.until(lambda: walk.row("Burgers").status == "confirmed")
    with walk.step("by hand"):
        tab.table.select_id(walk.row("Everts").id)
        walk.press(tab.table, Qt.Key.Key_M)
        opened(walk.qtbot, PlaceEditor).keep.click()
        assert opened(walk.qtbot, PlaceEditor).form["reason"].problem()
        kept(walk.qtbot, PlaceEditor, place=2, reason="speaks at the seminar")
        walk.until(lambda: walk.rows[1].name.family == "Everts")
    assert "speaks at the seminar" in str(walk.rows[1].reason)
    with walk.step("group"):
        walk.select(tab.table, [walk.row(one).id for one in ("Dierckx", "Claes")])
        walk.press(tab.table, Qt.Key.Key_G)
        kept(walk.qtbot, GroupEditor, group="Steel")
        walk.until(lambda: walk.row("Claes").groups == ("Steel",))
    with walk.step("withdrawal"):
        tab.table.select_id(walk.row("Maes").id)
        walk.press(tab.table, Qt.Key.Key_X)
        kept(walk.qtbot, WithdrawEditor, rule="half")
        walk.until(lambda: walk.row("Maes").status == "withdrawn")
    assert walk.row("Maes").draft.withdrawal_rule == "half"


def note_papers(walk: MissionWalk) -> None:
    """A passport that expires soon, and a ticket in another name: said in words."""
    tab, soon = walk.page.delegation, clock.today() + dt.timedelta(days=60)
    with walk.step("papers shown"):
        walk.click(tab, "Show travel papers")
        walk.until(lambda: tab.travellers.rowCount() == 7)
    tab.papers.select_id(walk.row("Burgers").id)
    with walk.step("papers kept"):
        walk.press(tab.papers, Qt.Key.Key_Return)
        kept(walk.qtbot, PapersEditor, machine_name="BURGERS MIA", ticket_name="BURGER MIA",
             number=NUMBER, expires_on=soon, nationality="BE", visa="not_needed")  # fmt: skip
        walk.until(lambda: walk.ask(mission_sheet, NL).papers == 1)
        walk.settle()
    mine = next(one for one in tab.travellers.rows() if one.row.name.family == "Burgers")
    told = " ".join(read(one) for one in mine.papers.warnings)
    assert "within six months after the return" in told
    assert "The name on the ticket is not the name in the passport." in told
    walk.click(tab, "Hide travel papers")
    assert tab.travellers.rowCount() == 0


def plan_days(walk: MissionWalk) -> None:
    """A line for all, one of a group at the same time; both are in the schedule of the group."""
    walk.look_at("programme")
    tab, day = walk.page.programme, clock.today() + dt.timedelta(days=2)
    before = tab.model.rowCount()
    for title, time, group in (("City hall", 9, ""), ("Steelworks", 11, "Steel")):
        with walk.step(f"line {title}"):
            walk.click(tab, "Add a line…")
            editor = opened(walk.qtbot, MissionLineEditor)
            if group:
                chips = editor.form["people"]._chips.values()  # type: ignore[attr-defined]  # it has chips
                next(chip for chip in chips if chip.text() == group).click()
            kept(walk.qtbot, MissionLineEditor, title=title, day=day, time=dt.time(time),
                 minutes=60)  # fmt: skip
            walk.settle()
    assert tab.model.rowCount() == before + 2
    with walk.step("schedule of the group"):
        pick(tab._choices, next(one.text() for one in tab._choices.actions()
                                if one.text().startswith("Steel · 2")))  # fmt: skip
        walk.until(lambda: tab.schedule.isVisible())
    titles = [one.step.title for one in tab.steps.rows()]
    assert titles.index("City hall") < titles.index("Steelworks")
    other = next(one for one, stay in tab.found.stays.items() if "Peeters" in stay.name)  # type: ignore[union-attr]  # it is shown
    tab.show_person(other)
    assert "Steelworks" not in [one.step.title for one in tab.steps.rows()]
    tab.show_whole()


def plan_journeys(walk: MissionWalk) -> None:
    """A train, then a flight with the motive for flying; each counted at once."""
    walk.look_at("travel")
    tab, today = walk.page.travel, clock.today()
    with walk.step("train"):
        walk.click(tab, "Add a leg…")
        opened(walk.qtbot, LegEditor)
        kept(walk.qtbot, LegEditor, mode="train", travel_class="high_speed", start="Gent",
             end="Paris", distance_km=290.0, departs_on=today,
             departs_time=dt.time(8))  # fmt: skip
        walk.until(lambda: tab.model.rowCount() == 1)
    with walk.step("flight"):
        walk.click(tab, "Add a leg…")
        form = opened(walk.qtbot, LegEditor).form
        form["mode"].set_value("plane")
        form.changed.emit()
        kept(walk.qtbot, LegEditor, travel_class="economy", start="CDG Paris", end="KIX Osaka",
             departs_on=today, departs_time=dt.time(13), arrives_on=today + dt.timedelta(days=1),
             arrives_time=dt.time(9), motive="no train goes there")  # fmt: skip
        walk.until(lambda: tab.model.rowCount() == 2)
        walk.settle()
    train, flight = walk.ask(travel).legs
    assert train.kg_each is not None
    assert flight.kg_each is not None
    assert 0 < train.kg_each < flight.kg_each
    assert (flight.going, flight.draft.motive) == (7, "no train goes there")
    assert flight.draft.distance_km == pytest.approx(9600, rel=0.03)


def book_rooms(walk: MissionWalk) -> None:
    """A single for everybody, then two share."""
    walk.look_at("rooms")
    tab = walk.page.rooms
    with walk.step("a room each"):
        walk.click(tab, "A room each for who has none…")
        kept(walk.qtbot, RoomEditor, hotel="Hotel Kaga")
        walk.until(lambda: tab.model.rowCount() == 7)
    rooms = {one.sleepers[0].listed.split(",")[0]: one for one in tab.model.rows()}
    with walk.step("two share"):
        tab.table.select_id(rooms["Cools"].id)
        walk.press(tab.table, Qt.Key.Key_Delete)
        walk.until(lambda: tab.model.rowCount() == 6)
        tab.table.select_id(rooms["Dams"].id)
        walk.press(tab.table, Qt.Key.Key_F2)
        both = (*rooms["Dams"].draft.sleepers, *rooms["Cools"].draft.sleepers)
        opened(walk.qtbot, RoomEditor).form.set_values({"kind": "double"})
        kept(walk.qtbot, RoomEditor, sleepers=both)
        walk.until(lambda: not walk.ask(rooming).without_room())


def count_costs(walk: MissionWalk) -> None:
    """A line in euro with shares, one in yen with its rate: the sums are of one cent."""
    walk.look_at("costs")
    tab = walk.page.costs
    with walk.step("euro"):
        walk.click(tab, "Add a cost…")
        kept(walk.qtbot, CostEditor, what="Flights", planned=Decimal(7000), paid=Decimal(7000),
             currency="EUR", city=1, each=None, partner1=PORT, weight1=2)  # fmt: skip
        walk.until(lambda: tab.model.rowCount() == 1)
    with walk.step("yen"):
        walk.click(tab, "Add a cost…")
        kept(walk.qtbot, CostEditor, what="Interpreters", planned=Decimal(200_000),
             paid=Decimal(200_000), currency="JPY", city=1, each=1)  # fmt: skip
        walk.until(lambda: tab.model.rowCount() == 2)
    with walk.step("rate"):
        walk.click(tab, "Add a rate…")
        assert opened(walk.qtbot, RateEditor).form["currency"].value() == "JPY"
        kept(walk.qtbot, RateEditor, euro="0,0061", source="ECB")
        walk.until(lambda: all(one.paid_euro is not None for one in tab.model.rows()))
        walk.settle()
    found = walk.ask(costs)
    assert sum(one.units for one in found.due.euro.values()) == found.euro("due").units


def arrange_meetings(walk: MissionWalk) -> None:
    """Companies, hosts, slots, wishes; arranged, taken, noted, followed up, made contacts."""
    walk.look_at("meetings")
    tab = walk.page.meetings
    with walk.step("companies"):
        walk.click(tab, "Companies of the delegation")
        walk.until(lambda: tab.board is not None and len(tab.board.companies) == 4)
    with walk.step("one company once"):  # in its two spellings it came as two
        tab.faces.choose("parties")
        tab.faces.chosen.emit("parties")
        twice = next(one for one in tab.parties.rows() if one.row.name == "Zeewind-Energie")
        tab.party_table.select_id(twice.id)
        walk.press(tab.party_table, Qt.Key.Key_Delete)
        walk.until(lambda: tab.board is not None and len(tab.board.companies) == 3)
    assert "add hosts, make slots" in tab._hint.words()
    for name in ("Kaga Steel", "Osaka Gardens"):
        with walk.step(f"host {name}"):
            tab.work.add_party()
            kept(walk.qtbot, PartyEditor, name=name, language="ja")
            walk.settle()
    with walk.step("slots"):
        tab.work.add_slots()
        opened(walk.qtbot, SlotsEditor)
        kept(walk.qtbot, SlotsEditor, day=clock.today() + dt.timedelta(days=3),
             starts=dt.time(10), until=dt.time(12))  # fmt: skip
        walk.settle()
    with walk.step("wishes"):
        tab.faces.choose("wishes")
        tab.faces.chosen.emit("wishes")
        tab.wishes.setFocus()
        for line in range(3):
            tab.wishes.setCurrentIndex(tab.wishes.grid.index(line, line % 2))
            QTest.keyClick(tab.wishes, Qt.Key.Key_5)
            walk.settle()
    assert len(walk.ask(fair_board).wishes) == 3
    with walk.step("arranged"):
        walk.click(tab, "Arrange")
        walk.until(lambda: tab.proposal is not None)
    with walk.step("taken"):
        walk.click(tab, "Take this schedule")
        walk.settle()
    assert len(walk.ask(fair_board).meetings) == 3
    move_by_key(walk)
    with walk.step("outcome"):
        tab.faces.choose("outcomes")
        tab.faces.chosen.emit("outcomes")
        tab.outcome_table.selectRow(0)
        walk.press(tab.outcome_table, Qt.Key.Key_F2)
        kept(walk.qtbot, OutcomeEditor, result="follow_up", outcome="Wants samples",
             task="Send samples", owner="Eva Dams")  # fmt: skip
        walk.settle()
    tasks = Far(walk.qtbot, walk.page.desk.jobs).ask(open_tasks, Language.EN)
    assert "Send samples" in [one.draft.title for one in tasks]
    walk.click(tab, "Counterparts to contacts…")
    dialog = opened(walk.qtbot, CounterpartsDialog)
    walk.until(lambda: dialog.model.rowCount() == 2)
    dialog.table.selectRow(0)
    with walk.step("contact"):
        walk.click(dialog, "With the person met…")
        kept(walk.qtbot, CounterpartEditor, family_name="Tanaka", given_name="Aoi", country="JP",
             function="Director")  # fmt: skip
        walk.until(lambda: dialog.model.rowCount() == 1)
    dialog.reject()
    host = next(one for one in walk.ask(fair_board).hosts if one.draft.person)
    assert host.draft.organisation is not None


def move_by_key(walk: MissionWalk) -> None:
    """Alt and an arrow move a meeting to the next slot and back; they do not leave the mission."""
    tab = walk.page.meetings
    tab.faces.choose("schedule")
    tab.faces.chosen.emit("schedule")
    grid, view = tab.schedule.grid, tab.schedule
    column = next(at for at in range(grid.columnCount() - 1) if grid.at(1, at).meeting)
    view.setCurrentIndex(grid.index(1, column))
    for place, key in ((column + 1, Qt.Key.Key_Right), (column, Qt.Key.Key_Left)):
        with walk.step(f"moved to {place}"):
            walk.press(view, key, Qt.KeyboardModifier.AltModifier)
            walk.until(partial(stands, grid, place))
            walk.settle()
        view.setCurrentIndex(grid.index(1, place))
    assert walk.window.frame.pages.key() == "mission"


def stands(grid: ScheduleModel, column: int) -> bool:
    """Whether the second company meets somebody in that slot."""
    return grid.at(1, column).meeting is not None


def print_booklet(walk: MissionWalk, folder: Path) -> None:
    """Made and saved; who withdraws after that is told on the next one."""
    walk.look_at("paper")
    panel = walk.page.findChild(PaperPanel)
    assert isinstance(panel, PaperPanel)
    with walk.step("booklet"):
        panel.choose("booklet")
        walk.until(lambda: panel.paper.kind == "booklet" and panel.is_shown)
        walk.settle()
    with walk.step("saved"):
        panel.save_to(folder / "booklet.pdf")
        walk.until(lambda: "Printed 1×" in panel.history.line.words())
        walk.settle()
    first = (folder / "booklet.pdf").read_bytes()
    assert "Claes" in text(first)
    assert "Maes" not in text(first)
    assert NUMBER not in text(first)
    assert len(walk.ask(printings, "booklet")) == 1
    walk.look_at("delegation")
    with walk.step("late withdrawal"):
        walk.page.delegation.table.select_id(walk.row("Claes").id)
        walk.press(walk.page.delegation.table, Qt.Key.Key_X)
        kept(walk.qtbot, WithdrawEditor, rule="all")
        walk.until(lambda: walk.row("Claes").status == "withdrawn")
    walk.look_at("paper")
    with walk.step("reprint"):
        walk.until(lambda: panel.is_shown and "since" in panel.history.line.words())
        walk.settle()
    assert "Claes" in panel.history.gone.words()
    assert panel._made is not None
    assert "No longer there" in text(panel._made.pdf)
    walk.look_at("overview")
    assert "Claes" in walk.page.overview.reprint.words()


def take_back(walk: MissionWalk) -> None:
    """Five steps that reach far, taken back by five keys: all is as it was; and done again."""
    walk.settle()
    before = walk.everything()
    page = walk.page
    walk.look_at("delegation")
    page.delegation.table.select_id(walk.row("Dierckx").id)
    walk.press(page.delegation.table, Qt.Key.Key_Delete)
    walk.until(lambda: len(walk.rows) == 7)
    for key in ("travel", "costs", "rooms"):
        walk.look_at(key)
        tab: Any = page.tab(key)
        tab.table.selectRow(0)
        walk.press(tab.table, Qt.Key.Key_Delete)
        walk.settle()
    walk.keys(Qt.Key.Key_F2)
    opened(walk.qtbot, MissionEditor)
    kept(walk.qtbot, MissionEditor, title="Something else", decision="")
    walk.settle()
    after = walk.everything()
    assert after != before
    with walk.step("five undone"):
        for _ in range(5):
            walk.keys(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            walk.settle()
    assert walk.everything() == before
    assert walk.page.title() == "Steel and gardens"
    with walk.step("five done again"):
        for _ in range(5):
            walk.window._act("app.redo")
            walk.settle()
    assert walk.everything() == after
    for _ in range(5):
        walk.window._act("app.undo")
        walk.settle()
    assert walk.everything() == before


def settle_results(walk: MissionWalk) -> None:
    """What came of the objective, an agreement, a gift."""
    walk.look_at("follow-up")
    tab = walk.page.follow_up
    walk.until(lambda: tab.is_filled)
    with walk.step("result"):
        line = tab.objectives.lines[0]
        line.reached.setCurrentIndex(line.reached.findData("partly"))
        line.reached.activated.emit(line.reached.currentIndex())
        walk.settle()
        cell = tab.objectives.lines[0].result
        cell.setFocus()
        QTest.keyClicks(cell, "1 signed")
        QTest.keyClick(cell, Qt.Key.Key_Return)
        walk.until(lambda: walk.ask(mission_sheet, NL).objectives[0].draft.result == "1 signed")
        walk.settle()
    assert walk.ask(mission_sheet, NL).objectives[0].draft.reached == "partly"
    host = next(one for one in walk.ask(fair_board).hosts if one.draft.organisation)
    with walk.step("agreement"):
        walk.click(tab, "New agreement")
        opened(walk.qtbot, AgreementEditor).form.set_values({"kind": "intent"})
        kept(walk.qtbot, AgreementEditor, title="Hydrogen valves",
             organisation=Choice(host.draft.organisation, host.name))  # fmt: skip
        walk.settle()
    with walk.step("gift"):
        walk.click(tab, "Plan a gift")
        dialog = opened(walk.qtbot, GiftEditor)
        walk.until(dialog.form["stock"].isVisible)
        dialog.form["stock"].set_value(next(iter(dialog._stock)))
        dialog.form["stock"].changed.emit()
        kept(walk.qtbot, GiftEditor, person=Choice(host.draft.person, "Aoi Tanaka"))
        walk.until(lambda: tab._brought.gifts)
        walk.settle()
    with walk.step("given"):
        walk.click(tab, "Given today")
        walk.until(lambda: tab._brought.gifts[0].draft.given_on == clock.today())


def thank_and_close(walk: MissionWalk) -> None:
    """Letters of thanks, an evaluation; closing names what is open and wants a tick."""
    tab = walk.page.follow_up
    walk.settle()
    with walk.step("letters"):
        walk.click(tab, "Letters of thanks…")
        editor = opened(walk.qtbot, ThanksEditor)
        words = {key: "Thank you." for key, one in editor.form.fields.items()
                 if key.startswith("body") and one.isVisible()}  # fmt: skip
        kept(walk.qtbot, ThanksEditor, signed_by="The mayor", **words)
        walk.settle()
    assert all(one.letter is not None for one in walk.ask(to_thank, NL))
    with walk.step("evaluation"):
        walk.click(tab, "Evaluate…")
        opened(walk.qtbot, MissionEvaluationEditor)
        kept(walk.qtbot, MissionEvaluationEditor, **{"mark travel": 3, "mark again": 5})
        walk.until(lambda: tab._brought.follow_up.mean == 4)
        walk.settle()
    with walk.step("closed"):
        walk.click(tab, "Close the mission…")
        closing = opened(walk.qtbot, ClosingEditor)
        closing.keep.click()
        if shown(ClosingEditor) is closing:
            kept(walk.qtbot, ClosingEditor, despite=True)
        walk.until(lambda: walk.ask(mission_sheet, NL).draft.closed_on == clock.today())
        walk.settle()
    walk.look_at("travel")
    assert not walk.page.travel._add.isEnabled()


def erase(walk: MissionWalk) -> None:
    """The papers go for good: no undo brings them back."""
    walk.look_at("overview")
    with walk.step("erased"):
        walk.click(walk.page.overview, "Erase now")
        kept(walk.qtbot, ErasingEditor, sure=True)
        walk.until(lambda: walk.ask(mission_sheet, NL).papers == 0)
        walk.settle()
    for _ in range(40):
        walk.window._act("app.undo")
        walk.settle()
    assert walk.window.frame.pages.key() == "missions" or walk.ask(mission_sheet, NL).papers == 0
