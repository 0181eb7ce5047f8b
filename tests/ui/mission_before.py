"""Steps of a mission until it leaves."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core import clock
from app.missions.queries import (
    costs,
    mission_sheet,
    rooming,
    travel,
)
from tests.ui.receptions.dialogs import keep as kept
from tests.ui.receptions.dialogs import opened, shown
from tests.ui.walking import pick
from ui.core.language import read
from ui.dossiers.choosing import ChoosePeople, PlaceEditor
from ui.dossiers.stage_editors import PartnerEditor
from ui.missions.aims import DestinationEditor, ObjectiveEditor
from ui.missions.beginning import BeginMissionEditor
from ui.missions.cost_editor import CostEditor, RateEditor
from ui.missions.editor import MissionEditor
from ui.missions.leg_editor import LegEditor
from ui.missions.line_editor import MissionLineEditor
from ui.missions.participant_dialogs import GroupEditor, PapersEditor, WithdrawEditor
from ui.missions.registration import RegistrationDialog
from ui.missions.room_editor import RoomEditor

if TYPE_CHECKING:
    from pathlib import Path

    from ui.core.record_field import Choice

from tests.ui.mission_walk import LIST, NL, NUMBER, PORT, MissionWalk


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
