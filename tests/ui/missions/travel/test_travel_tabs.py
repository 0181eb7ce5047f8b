"""Travel, rooms and costs in the window, by hand and key."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from app.missions.model import EmissionFactor
from app.missions.queries import costs, counting, rooming, travel
from tests.app.missions.delegations import put
from ui.core import language
from ui.core.buttons import Button
from ui.core.dates import BadEntryError
from ui.missions.compare_editor import CompareEditor
from ui.missions.cost_editor import CostEditor, RateEditor
from ui.missions.costs_tab import CostsTab
from ui.missions.factors_dialog import FactorsDialog
from ui.missions.fields import AmountField, HoursField
from ui.missions.leg_editor import LegEditor
from ui.missions.room_editor import RoomEditor
from ui.missions.rooms_tab import RoomsTab
from ui.missions.travel_tab import PEOPLE, UNITS, TravelTab
from ui.missions.who_field import WhoField

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.missions.travel.conftest import Table
    from ui.core.page import Desk

    Shown = Callable[[Callable[[Desk], Any]], Any]

D = TypeVar("D", bound=QDialog)


def _dialog(qtbot: QtBot, tab: Any, kind: type[D]) -> D:
    """The dialog that was just opened over a tab."""

    def there() -> D | None:
        found = [one for one in tab.findChildren(kind) if one.isVisible()]
        return found[-1] if found else None

    qtbot.waitUntil(lambda: there() is not None)
    found = there()
    assert found is not None
    return found


def _press(qtbot: QtBot, tab: Any, key: Qt.Key) -> None:
    """Press a key in the list of a tab."""
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    tab.table.setFocus()
    QTest.keyClick(tab.table, key)


def _save(qtbot: QtBot, dialog: Any) -> None:
    with qtbot.waitSignal(dialog.saved):
        dialog.try_to_save()


def test_legs_are_listed_with_what_they_emit(shown: Shown, qtbot: QtBot) -> None:
    tab: TravelTab = shown(TravelTab)
    assert tab.model.rowCount() == 9
    assert tab.table.current_row() is not None
    assert tab.travel is not None
    assert "Plane" in tab.chart.accessibleName()
    tab.views.choose(PEOPLE)
    tab.views.chosen.emit(PEOPLE)
    assert tab.sums.rowCount() == 8
    tab.views.choose(UNITS)
    tab.views.chosen.emit(UNITS)
    assert [one.sum.name for one in tab.sums.rows()] == ["North Port"]
    flight = tab.travel.legs[6]
    tab.show_leg(flight.id)
    assert tab.table.current_id() == flight.id
    assert qtbot


def test_a_leg_is_added_changed_and_removed(shown: Shown, travelling: Table, qtbot: QtBot) -> None:
    tab: TravelTab = shown(TravelTab)
    tab.add()
    dialog = _dialog(qtbot, tab, LegEditor)
    form = dialog.form
    form["mode"].set_value("plane")
    form.changed.emit()
    form["travel_class"].set_value("economy")
    form["start"].set_value("BRU Brussels Airport")
    form["end"].set_value("CDG Paris")
    form.changed.emit()
    foot = form["distance_km"].editor  # type: ignore[attr-defined]  # a field with an editor
    qtbot.waitUntil(lambda: "Great circle: 25" in foot.accessibleDescription())
    assert not form["shared_by"].isVisible()
    form["departs_on"].set_value(dt.date(2026, 7, 1))
    form["departs_time"].set_value(dt.time(7, 30))
    _save(qtbot, dialog)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 10)
    made = travelling.far.ask(travel, travelling.mission).legs[-1]
    assert made.draft.distance_km == pytest.approx(252, abs=3)
    assert made.going == 8
    tab.table.select_id(made.id)
    _press(qtbot, tab, Qt.Key.Key_F2)
    dialog = _dialog(qtbot, tab, LegEditor)
    dialog.form["travellers"].set_value(())
    dialog.form["motive"].set_value("no seat left")
    _save(qtbot, dialog)
    qtbot.waitUntil(lambda: tab.model.rows()[-1].going == 0)
    assert tab.model.rows()[-1].draft.motive == "no seat left"
    assert tab.model.rows()[-1].draft.departs_at == made.draft.departs_at
    tab.table.select_id(made.id)
    _press(qtbot, tab, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 9)


def test_a_leg_is_compared_and_counted_by_hand(
    shown: Shown, travelling: Table, qtbot: QtBot
) -> None:
    tab: TravelTab = shown(TravelTab)
    geneva = tab.model.rows()[-1]
    tab.table.select_id(geneva.id)
    tab.compare()
    dialog = _dialog(qtbot, tab, CompareEditor)
    dialog.form["train_km"].set_value(823.0)
    dialog.form["train_minutes"].set_value(350)
    dialog.form.changed.emit()
    assert dialog.told.words().startswith("Train 2.4\u00a0kg and 5:50 · Plane 137\u00a0kg")
    _save(qtbot, dialog)
    qtbot.waitUntil(lambda: tab.model.rows()[-1].draft.train_minutes == 350)
    tab.table.select_id(geneva.id)
    tab.pick_factor()
    factors = _dialog(qtbot, tab, FactorsDialog)
    qtbot.waitUntil(lambda: factors.model.rowCount() == 22)
    other = next(one for one in factors.model.rows() if one.factor.value == 0.14253)
    factors.table.select_id(other.id)
    factors.take.click()
    qtbot.waitUntil(lambda: tab.model.rows()[-1].factor_value == 0.14253)
    travelling.far.run(put, EmissionFactor, other.id, value=0.2)
    qtbot.waitUntil(lambda: tab.model.rows()[-1].factor.value == 0.2)
    assert tab.model.rows()[-1].factor_value == 0.14253
    tab.table.select_id(geneva.id)
    tab.recount()
    qtbot.waitUntil(lambda: tab.model.rows()[-1].factor_value == 0.258)


def test_the_office_chooses_its_sources(shown: Shown, travelling: Table, qtbot: QtBot) -> None:
    tab: TravelTab = shown(TravelTab)
    tab.open_factors()
    dialog = _dialog(qtbot, tab, FactorsDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 22)
    last = dialog.model.rows()[-1]
    dialog.table.select_id(last.id)
    assert last.factor.note in dialog._note.words()
    qtbot.waitUntil(dialog.first.isEnabled)
    dialog.first.click()
    qtbot.waitUntil(lambda: dialog.model.rows()[0].factor.source == last.factor.source)
    qtbot.waitUntil(lambda: dialog._sources[0] == last.factor.source)
    dialog.never.click()
    qtbot.waitUntil(lambda: dialog.model.rows()[0].factor.source == "ADEME Base Carbone")
    dialog.limit.set_value(300)
    dialog.keep.click()
    qtbot.waitUntil(lambda: travelling.far.ask(counting).train_limit == 300)


def test_rooms_are_given_and_shared(shown: Shown, travelling: Table, qtbot: QtBot) -> None:
    tab: RoomsTab = shown(RoomsTab)
    assert tab.rooming is not None
    assert len(tab.rooming.without_room()) == 2
    tab.add_each()
    dialog = _dialog(qtbot, tab, RoomEditor)
    assert len(dialog.form["sleepers"].value()) == 2  # type: ignore[arg-type]  # ids
    _save(qtbot, dialog)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 7)
    assert travelling.far.ask(rooming, travelling.mission).without_room() == ()
    double = next(one for one in tab.model.rows() if one.draft.kind == "double")
    tab.show_room(double.id)
    tab.edit()
    dialog = _dialog(qtbot, tab, RoomEditor)
    dialog.form["kind"].set_value("single")
    _save(qtbot, dialog)
    qtbot.waitUntil(lambda: tab.rooming is not None and not tab.rooming.findings)
    tab.show_room(double.id)
    tab.remove()
    qtbot.waitUntil(lambda: tab.model.rowCount() == 6)


def test_costs_are_shared_to_the_cent(
    shown: Shown, travelling: Table, qtbot: QtBot, tmp_path: Path
) -> None:
    tab: CostsTab = shown(CostsTab)
    tab.add()
    dialog = _dialog(qtbot, tab, CostEditor)
    form = dialog.form
    form["what"].set_value("Banner")
    form["planned"].set_value(Decimal("100.005"))
    form["currency"].set_value("eur")
    dialog.try_to_save()
    assert form["planned"].problem() == "EUR has fewer decimals."
    form["planned"].set_value(Decimal("100.01"))
    form["partner1"].set_value("Chamber")
    form["weight1"].set_value(2)
    form["each"].set_value(1)
    people = [one.id for one in travelling.far.ask(costs, travelling.mission).party.people]
    form["people"].set_value(tuple(people[:2]))
    _save(qtbot, dialog)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 6)
    line = tab.model.rows()[-1]
    assert sorted(part.money.units for part in line.parts) == [2000, 2000, 2000, 4001]
    tab.table.select_id(line.id)
    tab.edit()
    dialog = _dialog(qtbot, tab, CostEditor)
    assert dialog.draft().draft == line.draft
    dialog.form["currency"].set_value("USD")
    _save(qtbot, dialog)
    qtbot.waitUntil(lambda: tab.model.rows()[-1].planned_euro is None)
    tab.add_rate()
    rate = _dialog(qtbot, tab, RateEditor)
    assert rate.form["currency"].value() == "USD"
    rate.form["euro"].set_value("0,92")
    _save(qtbot, rate)
    qtbot.waitUntil(lambda: tab.model.rows()[-1].planned_euro is not None)
    tab.export_to(tmp_path / "invoices.csv")
    qtbot.waitUntil(lambda: bool(travelling.said))
    assert travelling.said[0].endswith("lines in invoices.csv")
    tab.table.select_id(line.id)
    tab.remove()
    qtbot.waitUntil(lambda: tab.model.rowCount() == 5)
    assert tab.costs is not None
    tab.remove_rate(tab.costs.rates[0].id)
    qtbot.waitUntil(lambda: tab.costs is not None and len(tab.costs.rates) == 1)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("12,50", "12.50"), ("1.250", "1.250"), ("1,250", "1250"),
        ("1,250.50", "1250.50"), ("1 250,05", "1250.05"),
        ("0,125", "0.125"), ("-3", "-3"), ("", None), ("1.000.000", "1000000"),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_typed(
    typed: str, amount: str | None, keep: Callable[[AmountField], AmountField]
) -> None:
    field = keep(AmountField("a", "Amount"))
    field.editor.setText(typed)
    assert field.value() == (None if amount is None else Decimal(amount))


def test_an_amount_stays_what_it_is(keep: Callable[[AmountField], AmountField]) -> None:
    field = keep(AmountField("a", "Amount"))
    for spoken in language.Language:
        language.set_language(spoken)
        for amount in ("1.250", "1250", "0.5", "-12345.678"):
            field.set_value(Decimal(amount))
            assert field.value() == Decimal(amount)


def test_hours_are_read_as_typed(keep: Callable[[HoursField], HoursField]) -> None:
    field = keep(HoursField("a", "Hours"))
    for typed, minutes in (("5:40", 340), ("5h40", 340), ("12", 720), ("", None)):
        field.editor.setText(typed)
        assert field.value() == minutes
    field.editor.setText("5:75")
    with pytest.raises(BadEntryError):
        field._read()


def test_people_are_chosen_by_key_group_and_filter(
    shown: Shown, keep: Callable[[WhoField], WhoField], qtbot: QtBot
) -> None:
    tab: TravelTab = shown(TravelTab)
    assert tab.travel is not None
    people = tab.travel.party.people
    party = replace(tab.travel.party, groups=(("Ports", (people[1].id, people[2].id)),))
    field = keep(WhoField("who", "Who"))
    field.offer(party, ())
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.editor.setFocus()
    field.editor.setCurrentRow(3)
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(field.editor, Qt.Key.Key_Space)
    assert field.value() == (people[3].id,)
    buttons = {one.text(): one for one in field.findChildren(Button)}
    buttons["Ports"].click()
    assert field.value() == (people[1].id, people[2].id)
    buttons["Everybody"].click()
    assert len(field.value()) == 8
    field.filter.setText("goem")
    shown_now = [at for at in range(8) if not field.editor.item(at).isHidden()]
    assert shown_now == [6]
    assert len(field.value()) == 8
