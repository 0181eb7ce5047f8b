"""Personal itineraries: golden cases across clocks and summer time, and nothing lost in groups."""

from __future__ import annotations

import datetime as dt
from uuid import UUID, uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.text import Language
from app.dossiers.rules.findings import Finding, Severity
from app.dossiers.rules.zones import doubt, is_zone, offset_words, there, zone_words
from app.missions.rules.clocks import Clock, Stop, clock_at, clock_of
from app.missions.rules.itinerary import Of, Stay, Step, alike, gaps, in_order, of_person, with_free
from app.missions.rules.itinerary_findings import itinerary_findings

SPACE = UUID(int=7)
HOME, JAPAN = "Europe/Brussels", "Asia/Tokyo"
MONDAY = dt.date(2027, 3, 1)
AN, BO, CY = (uuid5(SPACE, name) for name in ("An", "Bo", "Cy"))
STAYS = {AN: Stay("An"), BO: Stay("Bo"), CY: Stay("Cy")}
ALL = frozenset(STAYS)


def at(clock: str, zone: str = JAPAN, days: int = 0) -> dt.datetime:
    day = MONDAY + dt.timedelta(days=days)
    return there(dt.datetime.combine(day, dt.time.fromisoformat(clock)), zone)


def local(iso: str) -> dt.datetime:
    return dt.datetime.fromisoformat(iso)


def step(
    title: str, begins: dt.datetime, ends: dt.datetime | None = None, *people: UUID, **more: object
) -> Step:
    of = more.pop("of", Of.LINE)
    whom = frozenset(people) or ALL
    return Step(uuid5(SPACE, title), of, title, begins, ends, whom, **more)  # type: ignore[arg-type]  # fields of a step


def told(*steps: Step, stays: dict[UUID, Stay] | None = None, **more: object) -> list[str]:
    found = itinerary_findings(steps, stays or STAYS, **more)  # type: ignore[arg-type]  # groups
    return [one.sentence.to(Language.EN) for one in found]


def test_a_flight_that_lands_after_the_next_item_began_is_told_in_local_time() -> None:
    flight = step("BRU – HND", at("11:00", HOME), at("08:40", days=1), AN, BO, of=Of.LEG)
    welcome = step("Welcome", at("08:30", days=1), at("09:30", days=1))
    assert told(flight, welcome) == [
        "An, Bo: “BRU – HND” arrives at 08:40 JST, but “Welcome” begins at 08:30 JST (2 Mar 2027)."
    ]
    early = step("BRU – HND", at("11:00", HOME), at("08:20", days=1), AN, BO, of=Of.LEG)
    assert told(early, welcome) == []


def test_overlaps_are_of_those_who_are_in_both_alone() -> None:
    port = step("Port", at("09:00"), at("11:00"), AN, BO)
    garden = step("Garden", at("10:30"), at("12:00"), BO, CY)
    assert told(port, garden) == [
        "Bo: “Port” lasts until 11:00 JST, but “Garden” begins at 10:30 JST (1 Mar 2027)."
    ]
    assert told(port, step("Garden", at("10:30"), at("12:00"), CY)) == []


def test_a_way_longer_than_the_time_there_is_cannot_be_gone() -> None:
    one = step("Port", at("09:00"), at("10:00"))
    two = step("Lunch", at("10:15"), at("11:00"), travel=40)
    assert told(one, two) == [
        (
            "Everybody: the way to “Lunch” takes 40 min, but there are 15 between “Port”"
            " (10:00 JST) and 10:15 JST (1 Mar 2027)."
        )
    ]
    assert told(one, step("Lunch", at("10:40"), at("11:00"), travel=40)) == []


def test_what_lies_outside_somebodys_stay_is_told_with_their_arrival() -> None:
    stays = {**STAYS, BO: Stay("Bo", arrives=at("12:00"), leaves=at("18:00"))}
    morning, evening = step("Tour", at("11:00"), at("11:30")), step("Dinner", at("17:30"),
                                                                 at("19:00"))  # fmt: skip
    found = told(morning, evening, stays=stays)
    assert found[:2] == [
        "Bo: “Tour” begins at 11:00 JST (1 Mar 2027), before the arrival at 12:00 JST.",
        "Bo: “Dinner” lasts until 19:00 JST (1 Mar 2027), after the departure at 18:00 JST.",
    ]


def test_free_time_is_told_per_day_and_is_a_step_of_its_own() -> None:
    one, two = step("Port", at("09:00"), at("11:00")), step("Dinner", at("18:00"), at("20:00"),
                                                          travel=30)  # fmt: skip
    breakfast = step("Breakfast", at("07:00", days=1), at("08:00", days=1))
    assert told(one, two, breakfast) == [
        "Everybody: 6 hours free from 11:00 to 17:30 JST (1 Mar 2027)."
    ]
    whole = with_free(in_order([one, two]))
    assert [(x.of, x.kind) for x in whole] == [(Of.LINE, "item"), (Of.GAP, "free"),
                                              (Of.LINE, "item")]  # fmt: skip
    planned = step("Shopping", at("11:30"), at("17:30"), kind="free")
    meeting = step("Works", at("14:00"), at("14:20"), AN, of=Of.MEETING)
    assert told(one, two, planned, meeting) == []


def test_a_transfer_to_a_train_and_lines_for_staff_are_in_nobodys_way() -> None:
    train = step("Tokyo – Kanazawa", at("13:00"), at("16:00"), of=Of.LEG)
    transfer = step("To Kanazawa", at("12:30"), at("13:30"), kind="transfer")
    staff = step("Bags", at("13:00"), at("14:00"), beside=True)
    assert told(train, transfer, staff) == []
    other = step("Call", at("15:00"), at("15:30"))
    assert len(told(train, transfer, staff, other)) == 1


def test_a_group_is_called_by_its_name_and_many_by_number() -> None:
    one, two = (
        step("Port", at("09:00"), at("11:00"), AN, BO),
        step("Tea", at("10:00"), None, AN, BO),
    )
    found = told(one, two, groups=[("Harbour", frozenset({AN, BO}))])
    assert found[0].startswith("Group Harbour: ")
    many = {uuid5(SPACE, str(n)): Stay(f"P{n}") for n in range(9)}
    eight = list(many)[:8]
    both = [step("Port", at("09:00"), at("11:00"), *eight), step("Tea", at("10:00"), None, *eight)]
    assert told(*both, stays=many)[0].startswith("P0, P1, P2 and 5 others: ")


@pytest.mark.parametrize(
    ("iso", "odd"),
    [
        ("2027-03-28T02:30", "missing"),
        ("2027-03-28T01:59", ""),
        ("2027-03-28T03:00", ""),
        ("2027-10-31T02:30", "twice"),
        ("2027-10-31T03:00", ""),
    ],
)
def test_hours_that_do_not_exist_or_come_twice(iso: str, odd: str) -> None:
    moment = local(iso)
    assert doubt(moment, HOME) == odd
    assert doubt(moment, JAPAN) == ""


def test_a_night_over_the_change_of_clocks_is_compared_by_moments() -> None:
    # 28 March 2027: 01:30 CET to 03:30 CEST is one hour, not two
    one = Step(AN, Of.LINE, "Watch", there(local("2027-03-28T00:30"), HOME),
               there(local("2027-03-28T01:30"), HOME), ALL)  # fmt: skip
    two = Step(BO, Of.LINE, "Train", there(local("2027-03-28T03:15"), HOME),
               None, ALL, travel=60)  # fmt: skip
    assert "there are 45 between" in told(one, two)[0]


def test_clocks_are_told_with_their_distance() -> None:
    assert zone_words(at("09:00")) == "JST, UTC+9"
    assert zone_words(there(local("2027-07-01T00:00"), HOME)) == "CEST, UTC+2"
    assert zone_words(there(local("2027-07-01T00:00"), "Asia/Dubai")) == "UTC+4"
    assert offset_words(there(local("2027-07-01T00:00"), "Asia/Kolkata")) == "UTC+5:30"
    assert offset_words(there(local("2027-01-01T00:00"), "America/New_York")) == "UTC\u22125"
    assert not is_zone("Tokyo")


def test_a_line_has_the_clock_of_where_the_mission_is_that_day() -> None:
    stops = [
        Stop("Tokyo", "JP", "", MONDAY, MONDAY + dt.timedelta(days=3)),
        Stop("Dubai", "", "Asia/Dubai", MONDAY + dt.timedelta(days=3),
             MONDAY + dt.timedelta(days=5)),
    ]  # fmt: skip
    day = dt.timedelta(days=1)

    def clock(days: int, place: str = "", own: str = "") -> Clock:
        return clock_of(own, MONDAY + days * day, place, stops, HOME)

    assert clock(-1) == Clock(HOME)
    assert clock(0) == Clock(JAPAN)
    assert clock(3) == Clock("Asia/Dubai", sure=False)
    assert clock(3, "Station of Tokyo") == Clock(JAPAN)
    assert clock(3, own=HOME) == Clock(HOME)
    assert clock(0, own="Mars") == Clock(HOME, sure=False)
    assert clock_of("", MONDAY, "", [Stop("Nowhere")], HOME) == Clock(HOME, sure=False)
    assert clock_at("Tokyo Station", MONDAY - day, stops, HOME) == JAPAN
    assert clock_at("Gent", MONDAY - day, stops, HOME) == HOME


_step = st.builds(
    lambda n, begin, length, who, kind, travel, of: Step(
        UUID(int=n), of, f"S{n}", at("08:00") + dt.timedelta(minutes=15 * begin),
        at("08:00") + dt.timedelta(minutes=15 * (begin + length)) if length else None,
        frozenset(who), kind, travel,
    ),
    st.integers(1, 10**9), st.integers(0, 60), st.integers(0, 12),
    st.sets(st.sampled_from([AN, BO, CY])),
    st.sampled_from(["item", "transfer", "free"]), st.sampled_from([0, 20, 45]),
    st.sampled_from([Of.LINE, Of.LEG, Of.MEETING]),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_step, max_size=12, unique_by=lambda one: one.id))
def test_putting_people_together_loses_no_finding(steps: list[Step]) -> None:
    def about(found: tuple[Finding, ...]) -> dict[tuple[str, str], set[str]]:
        told: dict[tuple[str, str], set[str]] = {}
        for one in found:
            values = dict(one.sentence.values)
            who = str(values.pop("who"))
            names = (
                {one.name for one in STAYS.values()} if who == "Everybody" else set(who.split(", "))
            )
            told.setdefault((one.kind, repr(sorted(values.items(), key=repr))), set()).update(names)
        return told

    together = about(itinerary_findings(steps, STAYS))
    apart: dict[tuple[str, str], set[str]] = {}
    for person, stay in STAYS.items():
        for key, names in about(itinerary_findings(steps, {person: stay})).items():
            apart.setdefault(key, set()).update(names)
    assert together == apart


def test_people_alike_are_looked_at_once() -> None:
    common, own = step("Port", at("09:00"), None), step("Tea", at("12:00"), None, AN)
    found = alike([own, common], STAYS)
    assert [(one.people, len(one.steps)) for one in found] == [((AN,), 2), ((BO, CY), 1)]
    assert of_person([own, common], AN) == (common, own)
    assert list(gaps([common, own])) == []


def test_what_six_hundred_people_cannot_do_is_told_once_for_those_alike() -> None:
    people = [uuid5(SPACE, f"p{n}") for n in range(600)]
    stays = {one: Stay(str(place)) for place, one in enumerate(people)}
    steps = [
        step(f"L{day}-{n}", at("08:00", days=day) + dt.timedelta(hours=n),
             at("08:00", days=day) + dt.timedelta(hours=n, minutes=50), *people[:: 1 + n % 3])
        for day in range(7)
        for n in range(11)
    ]  # fmt: skip
    steps += [
        step(f"M{n}", at("09:00", days=n % 5) + dt.timedelta(minutes=20 * (n % 16)),
             at("09:20", days=n % 5) + dt.timedelta(minutes=20 * (n % 16)),
             *people[n : n + 10], of=Of.MEETING)
        for n in range(0, 600, 2)
    ]  # fmt: skip
    found = itinerary_findings(steps, stays)
    assert any(one.severity is Severity.WRONG for one in found)
    assert len({str(one.sentence) for one in found}) == len(found)
