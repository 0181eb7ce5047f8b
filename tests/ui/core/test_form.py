"""Forms: values in and out, what is wrong beside its field, nothing typed lost."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core import clock
from app.core.errors import CannotWriteError, InvalidError, Problem
from app.core.text import N_, Language, say
from ui.core import language
from ui.core.dates import BadEntryError, read_date, read_time
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, DecimalField, NumberField, TimeField
from ui.core.fields import CheckField, ChoiceField, ListField, LongTextField, TextField
from ui.core.form import Form
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

Keep = Callable[[Any], Any]
NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("6 mrt 2024", dt.date(2024, 3, 6)),
        ("wo 6 maart 2024", dt.date(2024, 3, 6)),
        ("6/3/2024", dt.date(2024, 3, 6)),
        ("06.03.24", dt.date(2024, 3, 6)),
        ("2024-03-06", dt.date(2024, 3, 6)),
        ("6 mars 2024", dt.date(2024, 3, 6)),
        ("1er août 2024", dt.date(2024, 8, 1)),
        ("6th March 2024", dt.date(2024, 3, 6)),
        ("06032024", dt.date(2024, 3, 6)),
        ("12 sept. 1961", dt.date(1961, 9, 12)),
        ("1/1/61", dt.date(1961, 1, 1)),
        ("10 dec", dt.date(2026, 12, 10)),
        ("20/1", dt.date(2027, 1, 20)),
        ("", None),
    ],
)
def test_dates_are_read_as_people_type_them(typed: str, day: dt.date | None) -> None:
    with clock.stopped_at(NOW):
        assert read_date(typed) == day


@pytest.mark.parametrize(
    "typed", ["31 feb 2024", "6/13/2024", "soon", "32/1/2024", "0/0/0", "１２"]
)
def test_what_is_no_date_gives_a_sentence(typed: str) -> None:
    with pytest.raises(BadEntryError) as error:
        read_date(typed)
    assert str(error.value.sentence).endswith(".")


@given(some.text(max_size=30))
def test_reading_dates_and_times_raises_nothing_else(typed: str) -> None:
    for read in (read_date, read_time):
        with contextlib.suppress(BadEntryError):
            read(typed)


@given(some.dates(dt.date(1957, 1, 1), dt.date(2055, 12, 31)), some.sampled_from(list(Language)))
def test_a_written_date_is_read_again(day: dt.date, spoken: Language) -> None:
    language.set_language(spoken)
    for style in ("short", "medium", "weekday"):
        assert read_date(language.day(day, style).replace(".", "")) == day
    language.set_language(Language.EN)


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("18:30", (18, 30)),
        ("18u30", (18, 30)),
        ("18h", (18, 0)),
        ("9.05", (9, 5)),
        ("1830", (18, 30)),
    ],
)
def test_times_are_read(typed: str, time: tuple[int, int]) -> None:
    assert read_time(typed) == dt.time(*time)


def every_kind() -> Form:
    return Form(
        [
            "Person",
            [TextField("name", "Family name"), TextField("given", "Given name")],
            ChoiceField("function", "Function", [("", "—"), ("ambassador", "Ambassador")]),
            [DateField("day", "Credentials"), TimeField("time", "At")],
            [NumberField("persons", "Persons", most=20), DecimalField("latitude", "Latitude")],
            ListField("phones", "Phones"),
            LongTextField("note", "Note"),
            CheckField("confirmed", "Confirmed"),
        ]
    )


def test_values_come_out_as_they_went_in(keep: Keep) -> None:
    form = keep(every_kind())
    values = {
        "name": "Tanaka", "given": "Aoi", "function": "ambassador", "day": dt.date(2024, 3, 6),
        "time": dt.time(18, 30), "persons": 2, "latitude": 51.05, "phones": ("+32 1", "+32 2"),
        "note": "a\nb", "confirmed": True,
    }  # fmt: skip
    form.set_values(values | {"elsewhere": 1})
    assert form.values() == values
    assert not form.dirty


def test_a_code_that_is_no_longer_offered_is_kept(keep: Keep) -> None:
    form = keep(every_kind())
    form.set_values({"function": "palatine"})
    assert form.values()["function"] == "palatine"


def test_typing_makes_a_form_dirty(keep: Keep) -> None:
    form = keep(every_kind())
    QTest.keyClicks(form["name"].editor, "T")
    assert form.dirty


def test_problems_stand_at_their_field_and_the_first_gets_the_keyboard(keep: Keep) -> None:
    form = keep(every_kind())
    form.show()
    form.show_problems(
        [
            Problem("given", say(N_("Type the given name."))),
            Problem("somewhere", say(N_("Something else."))),
        ]
    )
    field = form["given"]
    assert field.problem() == "Type the given name."
    assert field.editor.accessibleDescription() == "Type the given name."
    assert field.editor.property("wrong") == "true"
    assert form.focusWidget() is field.editor
    assert form.banner.words() == "Something else."


def test_a_bad_date_stays_as_typed_and_says_why(keep: Keep) -> None:
    form = keep(every_kind())
    form.show()
    editor: QLineEdit = form["day"].editor
    QTest.keyClicks(editor, "31 feb 2024")
    assert not form.readable()
    assert editor.text() == "31 feb 2024"
    assert "31 days" in form["day"].problem()
    editor.clear()
    QTest.keyClicks(editor, "29/2/2024")
    assert form.readable()
    assert form["day"].beside.words() == "Thursday"


def test_a_record_is_chosen_by_typing(keep: Keep) -> None:
    japan = Choice(UUID(int=1), "Embassy of Japan", "Brussels")
    asked: list[tuple[str, Callable[[list[Choice]], None]]] = []
    field = keep(RecordField("post", "Post", lambda words, answer: asked.append((words, answer))))
    field.show()
    QTest.keyClicks(field.editor, "ja")
    assert field.own_problem()
    asked[0][1]([Choice(UUID(int=2), "Jamaica")])
    assert field._found.rowCount() == 0, "an answer to older words"
    asked[1][1]([japan])
    field._picked(field._found.index(0, 0))
    assert field.value() == japan.id
    assert field.own_problem() == ""
    QTest.keyClicks(field.editor, "x")
    assert field.value() is None


@dataclass(frozen=True)
class Draft:
    name: str = ""

    def problems(self) -> list[Problem]:
        return [] if self.name else [Problem("name", say(N_("Type a name.")))]


class NameEditor(Editor[Draft]):
    def build(self) -> Form:
        return Form([TextField("name", "Name")])

    def fill(self, draft: Draft) -> None:
        self.form.set_values({"name": draft.name})

    def draft(self) -> Draft:
        return Draft(str(self.form["name"].value()))


def test_an_editor_survives_a_failed_save(keep: Keep) -> None:
    saves: list[tuple[Draft, Callable[[object], None], Callable[[Exception], None]]] = []
    results: list[object] = []
    editor = keep(NameEditor(None, "Name", Draft(), lambda *given: saves.append(given)))
    editor.saved.connect(results.append)
    editor.show()
    editor.try_to_save()
    assert editor.form["name"].problem() == "Type a name."
    QTest.keyClicks(editor.form["name"].editor, "Aoi")
    editor.try_to_save()
    editor.try_to_save()
    assert len(saves) == 1, "one save at a time"
    saves[0][2](CannotWriteError(say(N_("The disk is full."))))
    assert editor.isVisible()
    assert editor.form["name"].value() == "Aoi"
    assert editor.form.banner.words() == "The disk is full."
    editor.try_to_save()
    wrong = (Problem("name", say(N_("This name is taken."))),)
    saves[1][2](InvalidError(say(N_("Mend what is marked.")), wrong))
    assert editor.form["name"].problem() == "This name is taken."
    editor.try_to_save()
    saves[2][1]("id")
    assert results == ["id"]
    assert not editor.isVisible()


def test_cancel_asks_before_it_drops_what_was_typed(keep: Keep) -> None:
    editor = keep(NameEditor(None, "Name", Draft("Aoi")))
    editor.show()
    QTest.keyClicks(editor.form["name"].editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
