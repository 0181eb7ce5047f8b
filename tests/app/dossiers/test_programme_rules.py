"""The programme as a chain: what moves along, what stays, what is found wrong."""

from __future__ import annotations

import datetime as dt
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.text import Language
from app.dossiers.rules import findings as found
from app.dossiers.rules.findings import Finding, Line, Listener, Severity
from app.dossiers.rules.programme import (
    ItemKind,
    Slot,
    following,
    inserted,
    item_label,
    moved,
    shifted,
)

DAY = dt.datetime(2025, 4, 25)  # noqa: DTZ001 - local time, as the model keeps it


def at(clock: str) -> dt.datetime:
    hour, minute = clock.split(":")
    return DAY.replace(hour=int(hour), minute=int(minute))


def slots(*told: str) -> list[Slot]:
    """ "10:00+20" is a line of 20 minutes, "10:00" one of open length, "!" fixed, "" no time."""
    made = []
    for one in told:
        clock, _plus, minutes = one.strip("!").partition("+")
        start = at(clock) if clock else None
        made.append(Slot(start, int(minutes) if minutes else None, one.startswith("!")))
    return made


def hours(starts: list[dt.datetime | None]) -> list[str]:
    return [f"{one:%H:%M}" if one else "" for one in starts]


def changed(told: list[str], place: int, now: str) -> list[str]:
    return hours(following(slots(*told), place, slots(now)[0]))


# --- what follows ---


def test_a_longer_line_pushes_what_follows() -> None:
    told = ["10:00+20", "10:20+10", "10:40+5"]
    assert changed(told, 0, "10:00+35") == ["10:00", "10:35", "10:55"]


def test_a_later_start_pushes_too_and_a_shorter_line_pulls() -> None:
    told = ["10:00+20", "10:20+10", "10:40+5"]
    assert changed(told, 1, "10:30+10") == ["10:00", "10:30", "10:50"]
    assert changed(told, 0, "10:00+5") == ["10:00", "10:05", "10:25"]


def test_a_fixed_line_stops_the_push() -> None:
    told = ["10:00+20", "10:20+10", "!11:00+30", "11:30+10"]
    assert changed(told, 0, "10:00+50") == ["10:00", "10:50", "11:00", "11:30"]


def test_what_runs_beside_or_before_stays() -> None:
    told = ["10:00+30", "10:10+10", "09:30+10", "10:30+10", ""]
    assert changed(told, 0, "10:00+40") == ["10:00", "10:10", "09:30", "10:40", ""]


def test_a_line_of_open_length_pushes_only_as_far_as_it_must() -> None:
    told = ["10:00", "10:30+10", "10:40"]
    assert changed(told, 0, "10:00+20") == ["10:00", "10:30", "10:40"]
    assert changed(told, 0, "10:00+45") == ["10:00", "10:45", "10:55"]
    assert changed(["10:00"], 0, "10:00+45") == ["10:00"]
    assert changed(["", "10:30+10"], 0, "10:00+45") == ["10:00", "10:30"]


def test_everything_from_here() -> None:
    told = ["10:00+20", "!10:20+10", "10:30+5", "!11:00", "11:10"]
    assert hours(shifted(slots(*told), 1, 15)) == ["10:00", "10:35", "10:45", "11:00", "11:10"]
    assert hours(shifted(slots(*told), 4, -5))[-1] == "11:05"
    assert hours(shifted(slots("", "10:00"), 0, 5)) == ["", "10:00"]


def test_a_new_line_begins_where_the_one_before_ends() -> None:
    begins, starts = inserted(slots("10:00+20", "10:20+10", "10:40"), 1, Slot(minutes=15))
    assert begins == at("10:20")
    assert hours(starts) == ["10:00", "10:35", "10:55"]
    begins, starts = inserted(slots("10:00+20", "10:50+10"), 1, Slot(minutes=15, travel=5))
    assert begins == at("10:25")
    assert hours(starts) == ["10:00", "10:50"]
    begins, starts = inserted(slots("10:00+20"), 0, Slot(at("09:00"), 15))
    assert (begins, hours(starts)) == (at("09:00"), ["10:00"])
    assert inserted([], 0, Slot(minutes=5)) == (None, [])


def test_lines_change_places_in_time() -> None:
    order, starts = moved(slots("10:00+20", "10:25+10", "10:40+5"), 1, 0)
    assert order == [1, 0, 2]
    assert hours(starts) == ["10:00", "10:15", "10:40"]
    order, starts = moved(slots("10:00+20", "!10:25+10", "10:40+5"), 2, 0)
    assert order == [2, 0, 1]
    assert hours(starts)[2] == "10:25"
    order, starts = moved(slots("10:00+20", "", "10:40+5"), 2, 0)
    assert hours(starts) == ["10:40", "10:00", ""]


@given(
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 40)), min_size=1, max_size=8),
    st.data(),
)
def test_what_stands_outside_keeps_its_time(
    parts: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Moving a line keeps every length, every pause and so the end of the day."""
    clock, made = at("08:00"), []
    for minutes, pause in parts:
        made.append(Slot(clock, minutes))
        clock += dt.timedelta(minutes=minutes + pause)
    last = len(made) - 1
    source, to = data.draw(st.integers(0, last)), data.draw(st.integers(0, last))
    order, starts = moved(made, source, to)
    assert sorted(order) == list(range(len(made)))
    for place in (*range(min(source, to)), *range(max(source, to) + 1, len(made))):
        assert starts[place] == made[place].starts_at
    pairs = zip(order, starts, strict=True)
    ends = [Slot(start, made[one].minutes).ends_at or DAY for one, start in pairs]
    assert max(ends) <= clock
    assert starts == sorted(starts, key=lambda one: one or DAY)


# --- what is wrong ---


def line(title: str, clock: str = "", minutes: int | None = None, **more: object) -> Line:
    return Line(uuid4(), title, at(clock) if clock else None, minutes, **more)  # type: ignore[arg-type]  # fields


def said(findings: list[Finding]) -> list[str]:
    return [str(one.sentence) for one in findings]


def test_an_overlap_is_said_with_its_minutes() -> None:
    lunch, port = line("Lunch", "12:00", 80), line("Port visit", "13:15", 60)
    [one] = found.in_sequence([lunch, port])
    assert str(one.sentence) == (
        "“Lunch” ends at 13:20 but “Port visit” begins at 13:15: 5 minutes overlap."
    )
    assert (one.severity, one.line) == (Severity.WRONG, port.id)
    close = found.in_sequence([line("A", "12:00", 16), line("B", "12:15")])
    assert "1 minute overlap" in said(close)[0]


def test_a_way_longer_than_the_pause() -> None:
    lunch, port = line("Lunch", "12:00", 70), line("Port visit", "13:20", 60, travel_minutes=20)
    assert said(found.in_sequence([lunch, port])) == [
        "The way to “Port visit” takes 20 min, but there are 10 between “Lunch” (13:10) and 13:20."
    ]


def test_a_pause_and_a_line_out_of_order() -> None:
    lines = [line("A", "10:00", 10), line("B", "11:00", 10, travel_minutes=10), line("C", "10:50")]
    assert said(found.in_sequence(lines)) == [
        "Nothing is planned from 10:10 to 10:50, between “A” and “B”.",
        "“C” begins at 10:50 but stands after “B” of 11:00.",
    ]


def test_a_fixed_line_that_is_overrun_is_an_overlap() -> None:
    lines = [line("Welcome", "19:10", 10), line("Dinner", "19:00", 90, fixed=True)]
    assert said(found.in_sequence(lines)) == [
        "“Welcome” ends at 19:20 but “Dinner” begins at 19:00: 20 minutes overlap."
    ]


def test_staff_and_other_attendees_run_beside() -> None:
    lines = [
        line("Talks", "10:00", 60, attendees="Ambassador, mayor"),
        line("Lace museum", "10:00", 60, attendees="Spouse programme"),
        line("Lay the golden book", "10:30", 10, public=False),
    ]
    assert found.in_sequence(lines) == []


def test_nobody_is_in_two_places_at_once() -> None:
    lines = [
        line("Welcome", "10:00", 30, owner="Mia Vermeulen & Jan", place="Town hall"),
        line("Set the tables", "10:15", 30, host="mia  vermeulen", place="Blue room"),
        line("Photo", "10:15", 5, owner="Jan", place="town hall"),
    ]
    [one] = found.in_two_places(lines)
    assert str(one.sentence) == (
        "Mia Vermeulen is needed in two places at 10:15: “Welcome” and “Set the tables”."
    )
    other = line("Talks", "10:20", 5, interpreter="Jan", place="Port", elsewhere="Port day")
    assert "Jan is needed in two places at 10:20: “Welcome”, and “Talks” of Port day." in said(
        found.in_two_places(lines[:1], [other])
    )
    assert found.in_two_places([lines[0], line("Later", "10:30", 5, owner="Jan", place="X")]) == []


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("King’s Day, Friday 26 April 2025", True),
        ("Koningsdag, vrijdag 26 april 2025", True),
        ("Fête du Roi, vendredi 26 avril", True),
        ("Vrijdag 25 april 2025", False),
        ("Samedi soir", True),
        ("le vendredi 25 avril 2025", False),
        ("Vrijdagmarkt", False),
        ("Friday, May 2", True),
    ],
)
def test_weekdays_that_contradict_the_date(words: str, *, whole: bool) -> None:
    findings = found.weekdays([(words, None, True)], DAY.date(), 2025)
    assert bool(findings) is whole


def test_a_note_may_speak_of_another_day_but_not_wrongly() -> None:
    right = found.weekdays([("Flowers come on Thursday 24 April", None, False)], DAY.date(), 2025)
    wrong = found.weekdays([("Flowers come on Friday 24 April", None, False)], DAY.date(), 2025)
    assert right == []
    assert said(wrong) == ["“Friday 24 April” is no such day: 24/4/2025 is a Thursday."]
    of_the_day = found.weekdays([("Ontvangst van 24 april", None, True)], DAY.date(), 2025)
    assert said(of_the_day) == ["It says “24 april”, but the date, 25/4/2025, is a Friday."]


def test_hours_owners_and_times() -> None:
    lines = [
        line("Arrival", "17:45", 15, owner="Mia"),
        line("Dinner", "19:00", 150),
        line("Sweep", "17:00", 5, public=False, owner="Jan"),
        line("Toast"),
    ]
    assert said(found.outside_hours(lines, at("18:00"), at("21:00"))) == [
        "“Arrival” begins at 17:45, before the hour of the invitation (18:00).",
        "“Dinner” lasts until 21:30, after the end that was announced (21:00).",
    ]
    assert said(found.lacking(lines)) == [
        "1 line has no time yet: Toast.", "2 lines have no owner: Dinner, Toast.",
    ]  # fmt: skip
    assert said(found.lacking([line("A", owner="x"), line("B", owner="y")])) == []


def test_a_speech_nobody_understands() -> None:
    welcome = line("Welcome", "18:00", 5, kind=ItemKind.SPEECH)
    helped = line("Welcome", "18:00", 5, kind=ItemKind.SPEECH, interpreter="Ms Ito")
    guest = Listener("Aoi Tanaka", frozenset({"ja", "en"}), honoured=True)
    others = [Listener(f"Guest {n}", frozenset({"fr"})) for n in range(3)]
    [told] = said(found.unheard([(welcome, "nl")], [guest, *others]))
    assert told.startswith("“Welcome” is in Dutch, which is not on the card of Aoi Tanaka, and")
    assert "of 3 of 4 guests" in said(found.unheard([(welcome, "en")], [guest, *others]))[0]
    assert found.unheard([(helped, "nl"), (welcome, "")], [guest]) == []
    assert found.unheard([(welcome, "nl")], [Listener("Nobody knows", frozenset())]) == []


def test_what_is_wrong_stands_first() -> None:
    kinds = (Severity.NOTE, Severity.WRONG, Severity.ATTENTION)
    made = [Finding("x", one, item_label("speech"), UUID(int=0)) for one in kinds]
    assert [one.severity for one in found.sorted_findings(made)] == [
        Severity.WRONG, Severity.ATTENTION, Severity.NOTE,
    ]  # fmt: skip
    assert found.language_words("ja").to(Language.NL) == "JA"
