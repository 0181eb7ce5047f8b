"""One passport is planted and looked for everywhere; then it is erased and looked for again.

A paper that comes into the catalogue, a noun that gets a list, a table that is made: each is looked
into without a word here. Only the rooming list says the name in the machine-readable zone.
"""

from __future__ import annotations

import datetime as dt
import logging
import traceback
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from app.briefings.catalogue import CATALOGUE
from app.briefings.house import Audience
from app.contacts.commands import remove_person
from app.contacts.queries.twins import find_twins
from app.core import check, clock, history, search
from app.core.directory import View
from app.core.errors import BelfryError
from app.core.office_file import check_file
from app.core.text import Language
from app.interchange.importing import plan
from app.interchange.invoices import export_invoices
from app.interchange.participants import import_participants
from app.interchange.records import export_records, noun_of, nouns
from app.interchange.registrations import read_registrations
from app.interchange.travel_list import export_travel_year
from app.interchange.writing import export
from app.missions import queries
from app.missions.commands import (
    change_mission,
    erase_papers,
    erase_papers_by_rule,
    keep_papers,
    remove_participants,
)
from app.missions.draft import PapersDraft
from app.missions.furnish import furnish_factors
from app.missions.model import TravelPapers
from app.missions.queries import delegation, mission_sheet, papers_of, travel_papers
from app.missions.rules.years import year_id
from app.overview.timeline import of_person
from app.sample_office.travel import plan_travel
from tests.app.briefings.spelled import spelled
from tests.app.missions.planted import (
    ALL,
    ALWAYS,
    BYTES,
    NAME,
    NUMBER,
    PAPERS,
    bytes_beside,
    everything,
    found,
    images,
    plant,
)
from tests.builders import make_mission, make_participant, make_person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from app.core.workspace import Workspace

BACK = dt.date(2027, 5, 16)
FAMILIES = ("Aerts", "Baert", "Claes", "Dhondt", "Evrard", "Ferket", "Goemaere", "Hoste")


def at(day: dt.date) -> Any:
    return clock.stopped_at(dt.datetime.combine(day, dt.time(12), dt.UTC))


def erase_all(office: Workspace, mission: UUID) -> None:
    office.run(erase_papers, mission)


def erase_by_rule(office: Workspace, mission: UUID) -> None:
    del mission
    with at(BACK + dt.timedelta(days=90)):
        day = clock.today().isoformat()
        office.run(erase_papers_by_rule, day, day)


def by_the_day(office: Workspace, mission: UUID) -> None:
    """A new day comes while the office is open."""
    del mission
    with at(BACK + dt.timedelta(days=90)):
        office.keep_up()


WAYS = pytest.mark.parametrize("erase", [erase_all, erase_by_rule, by_the_day])


@pytest.fixture
def mission(office: Workspace) -> UUID:
    """A mission that travels, sleeps and pays; the first of eight has planted papers."""
    office.run(furnish_factors)
    made = make_mission(office)
    people = [make_participant(office, made, make_person(office, family_name=one))
              for one in FAMILIES]  # fmt: skip
    plan_travel(office, made, people, dt.date(2027, 5, 10))
    plant(office, people[0])
    return made


def first(office: Workspace, mission: UUID) -> UUID:
    """The participant with the papers."""
    with_papers = office.ask(travel_papers, mission)
    return next(one for one, row in with_papers.items() if row.draft.number)


def failures(office: Workspace, mission: UUID) -> Iterator[str]:
    """What is said where writing fails, with the whole way down."""
    one = first(office, mission)
    person = office.ask(delegation, mission, Language.EN)[0].person_id
    unkeepable = PapersDraft(NAME, number=NUMBER, nationality="\ud800")
    wrong = PapersDraft(f"{NAME} AOI", number=f"{NUMBER}!", born_on=PAPERS.expires_on,
                        expires_on=PAPERS.born_on, visa="perhaps")  # fmt: skip
    tries: tuple[tuple[Any, tuple[Any, ...]], ...] = (
        (keep_papers, (one, person, PAPERS)),
        (keep_papers, (one, None, unkeepable)),
        (keep_papers, (one, None, wrong)),
        (keep_papers, (mission, None, PAPERS)),
        (remove_person, (person,)),
    )
    for act, given in tries:
        with pytest.raises(BelfryError) as caught:
            office.run(act, *given)
        yield "".join(traceback.format_exception(caught.value))
        yield str(caught.value)


def told_by_queries(office: Workspace, mission: UUID) -> Iterator[str]:
    """Every query of the room that takes a mission, and what other rooms tell of its people."""
    known = {
        "mission_id": mission,
        "language": Language.EN,
        "participant_id": first(office, mission),
    }
    asked = 0
    for name in queries.__all__:
        query = getattr(queries, name)
        if not callable(query) or isinstance(query, type) or name == "passport_names":
            continue
        first_one, *others = signature(query).parameters.values()
        wanted = [one.name for one in others if one.default is one.empty]
        if first_one.name == "session" and set(wanted) <= set(known):
            asked += 1
            yield f"{name} {office.ask(query, **{one: known[one] for one in wanted})!r}"
    assert asked > 8
    for row in office.ask(delegation, mission, Language.EN):
        yield repr(office.ask(of_person, row.person_id, Language.EN))
    yield repr(office.ask(find_twins))
    yield repr([str(one) for one in check.findings(office)])
    yield repr(list(office.ask(history.rows)))
    yield " ".join(row.label.to(one) for row in office.ask(history.rows) for one in Language)


def written(office: Workspace, mission: UUID, folder: Path) -> Iterator[str]:
    """Every ordinary list, as the bytes of its file."""
    for name, noun in nouns().items():
        if not noun.private:
            office.ask(export_records, noun, folder / f"{name}.csv", Language.NL)
    for what in ("people", "organisations"):
        for ending in ("csv", "xlsx", "vcf") if what == "people" else ("csv", "xlsx"):
            office.ask(export, what, folder / f"all-{what}.{ending}")
    office.ask(export_invoices, mission, folder / "invoices.csv", Language.FR)
    office.ask(export_travel_year, 2027, folder / "travel.csv", Language.EN)
    import zipfile

    for file in folder.iterdir():
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as packed:
                yield " ".join(packed.read(one).decode("utf-8", "replace")
                               for one in packed.namelist())  # fmt: skip
        else:
            yield file.read_text("utf-8")


def test_a_planted_passport_is_nowhere_but_in_its_table(
    office: Workspace, mission: UUID, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    with caplog.at_level(logging.DEBUG), caplog.at_level(logging.DEBUG, "sqlalchemy"):
        told = [*failures(office, mission), *told_by_queries(office, mission)]
        told += written(office, mission, folder)
        for words in BYTES:
            assert office.ask(search.find, words) == []
            assert office.ask(search.first_lines, View(text=words), "docid", 9) == []
    assert [(found(one), one[:300]) for one in told if found(one)] == []
    assert [one.getMessage()[:200] for one in caplog.records if found(one.getMessage())] == []
    assert found(office.ask(everything, papers=False)) == []
    assert found(office.ask(everything)) != []
    row = office.ask(papers_of, first(office, mission))
    assert found(f"{row!r} {row.draft!r} {PAPERS!r} {TravelPapers(number=NUMBER)!r}") == []


def test_a_planted_passport_is_on_no_paper(office: Workspace, mission: UUID) -> None:
    person = office.ask(delegation, mission, Language.EN)[0].person_id
    records = {"mission": mission, "year": year_id(2027), "person": person,
               "participant": first(office, mission)}  # fmt: skip
    looked = 0
    for wanted in CATALOGUE:
        if wanted.of and wanted.of not in records:
            continue
        for language in Language:
            for audience in Audience:
                made = office.ask(wanted.make, records.get(wanted.of), language, audience)
                words = f"{spelled(made)} {made!r}"
                named = wanted.kind == "rooming-list"
                assert found(words, ALWAYS if named else ALL) == [], wanted.kind
                assert not named or NAME in words
                looked += 1
    assert looked >= 6 * 6


def test_a_list_of_registrations_keeps_it_out_of_all_else(
    office: Workspace, mission: UUID, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "Name;Company;Passport number;Passport name;Date of birth;Passport expiry;Diet\n"
        f"Lore Wouters;Zeewind;{NUMBER};{NAME};13/02/1937;23/11/2061;none\n"
        f"Tom Wouters;Zeewind;{NUMBER}!;{NAME};13/02/1937;23/11/1936;none\n",
        encoding="utf-8",
    )
    read = read_registrations(plan(file, "participants"))
    assert found(" ".join(str(one) for one in read.problems)) == []
    assert found(repr(read)) == []
    done = office.run(import_participants, read.rows, "list.csv", mission)
    assert found(repr(done)) == []
    assert found(office.ask(everything, papers=False)) == []


@WAYS
def test_erasing_reaches_every_row_and_image(
    office: Workspace, mission: UUID, erase: Any, tmp_path: Path
) -> None:
    one = first(office, mission)
    row = office.ask(papers_of, one)
    office.run(keep_papers, one, row.revision, PapersDraft(number="AB123456", insurance="none"))
    office.undo()  # the step is undone and may be done again
    gone = make_participant(office, mission)
    plant(office, gone)
    office.run(remove_participants, [gone])
    erased = make_participant(office, mission)
    plant(office, erased)
    office.run(keep_papers, erased, office.ask(papers_of, erased).revision, PapersDraft())
    assert found(office.ask(images)) == list(ALL)
    erase(office, mission)
    assert found(office.ask(images)) == []
    assert found(office.ask(everything)) == []
    for replay in (office.redo, office.undo):
        for _ in range(12):
            try:
                replay()
            except BelfryError:
                break
            assert found(office.ask(everything)) == []
            assert found(office.ask(images)) == []
    _no_byte_is_left(office)
    del tmp_path


def _no_byte_is_left(office: Workspace) -> None:
    """Of a file no byte is left, also while it is open; a PostgreSQL was told to sweep."""
    if office.engine_name == "sqlite":
        files = bytes_beside(Path(office.place.location))
        assert [
            name for name, whole in files.items() for one in BYTES if one.encode() in whole
        ] == []
        return
    swept = office.ask(lambda session: session.scalar(text(
        "SELECT count(*) FROM pg_stat_user_tables"
        " WHERE relname IN ('travel_papers', 'change_log') AND vacuum_count > 0"
    )))  # fmt: skip
    assert swept == 2


def test_a_mission_moved_or_left_without_a_day_keeps_none_for_ever(
    office: Workspace, mission: UUID
) -> None:
    from dataclasses import replace

    def moved(back: dt.datetime | None) -> None:
        sheet = office.ask(mission_sheet, mission)
        dossier = replace(sheet.draft.dossier, starts_at=back, ends_at=back)
        office.run(change_mission, mission, None, replace(sheet.draft, dossier=dossier))

    one = first(office, mission)
    erase_by_rule(office, mission)
    moved(dt.datetime(2029, 5, 1))  # noqa: DTZ001 - local time, as the model keeps it
    assert office.ask(papers_of, one).draft == PapersDraft()
    plant(office, one)
    moved(None)
    written_on = clock.today()
    for days, left in ((60, True), (61, False)):
        with at(written_on + dt.timedelta(days=days)):
            day = clock.today().isoformat()
            office.run(erase_papers_by_rule, day, day)
            assert bool(office.ask(papers_of, one).draft.number) is left
    assert found(office.ask(images)) == []


def test_another_desk_cannot_bring_it_back(
    office: Workspace, mission: UUID, colleague: Callable[[Workspace], Workspace]
) -> None:
    other = colleague(office)
    one = first(office, mission)
    row = other.ask(papers_of, one)
    other.run(keep_papers, one, row.revision, PapersDraft(number="AB123456"))
    office.run(erase_papers, mission)
    with pytest.raises(BelfryError):
        other.run(keep_papers, one, row.revision, PAPERS)  # an editor open since before
    for replay in (other.undo, office.undo):
        for _ in range(4):
            try:
                replay()
            except BelfryError:
                break
            assert found(other.ask(everything)) == []


def test_a_backup_is_as_secret_as_its_office(file_office: Workspace, tmp_path: Path) -> None:
    mission = make_mission(file_office)
    plant(file_office, make_participant(file_office, mission))
    goal = tmp_path / "copy.belfry"
    file_office.backup(goal)
    check_file(goal)
    whole = goal.read_bytes()
    assert (NUMBER.encode() in whole) is not file_office.encrypted
    assert whole.startswith(b"SQLite format 3") is not file_office.encrypted


def test_a_list_of_papers_is_written_only_where_somebody_says_so(
    office: Workspace, mission: UUID, tmp_path: Path
) -> None:
    with pytest.raises(BelfryError):
        noun_of("travel-papers")
    private = noun_of("travel-papers", private=True)
    office.ask(export_records, private, tmp_path / "p.csv", Language.NL)
    assert found((tmp_path / "p.csv").read_text("utf-8"), (NUMBER, NAME)) == [NUMBER, NAME]
    assert mission
