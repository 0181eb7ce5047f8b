"""Travel papers: apart, warned of in words, in no list, gone by rule, also from the journal."""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, text

from app.contacts.commands import remove_person
from app.contacts.queries import person_sheet
from app.core import clock, history, search
from app.core.directory import View
from app.core.entity import Base
from app.core.errors import BelfryError, ConflictError, InvalidError, UnreadableError
from app.core.history import change_log
from app.core.images import decode
from app.core.office import open_office
from app.core.text import Language
from app.dossiers.merging import merge_people
from app.dossiers.queries import open_tasks
from app.interchange.importing import plan
from app.interchange.participants import import_participants
from app.interchange.records import export_records, noun_of, nouns
from app.interchange.registrations import read_registrations
from app.interchange.writing import export
from app.missions.commands import (
    add_participants,
    erase_papers,
    erase_papers_by_rule,
    keep_papers,
    remove_mission,
    remove_participants,
    set_papers_days,
)
from app.missions.draft import PapersDraft
from app.missions.model import Participant
from app.missions.queries import (
    delegation,
    erased_from,
    mission_sheet,
    missions_past_term,
    papers_days,
    papers_of,
    travel_papers,
)
from app.overview.timeline import of_person
from app.schema import TRADE
from tests.builders import make_mission, make_participant, make_person

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

NUMBER = "EX7654321"
NAME = "ZZYZXQUIST"
PAPERS = PapersDraft(
    f"{NAME} AOI", f"{NAME} AOI", NUMBER, "BE", dt.date(1980, 1, 2), dt.date(2031, 1, 1),
    "granted", dt.date(2027, 4, 1), "Invented Insurance 12",
)  # fmt: skip
BACK = dt.date(2027, 5, 16)


@pytest.fixture
def mission(office: Workspace) -> UUID:
    return make_mission(office)


def traveller(office: Workspace, mission: UUID, draft: PapersDraft = PAPERS) -> UUID:
    one = make_participant(office, mission, make_person(office))
    office.run(keep_papers, one, None, draft)
    return one


def images(session: Session) -> str:
    """All images of the log as words."""
    query = select(change_log.c.images).where(change_log.c.images.is_not(None))
    return repr([decode(one, Base.metadata.tables) for one in session.scalars(query)])


def everything(session: Session) -> str:
    """Every row of every table, those of the search included; images apart."""
    found = []
    for table in Base.metadata.sorted_tables:
        columns = [column for column in table.columns if column.name != "images"]
        found += [repr(row) for row in session.execute(select(*columns))]
    for name in ("directory", "directory_mark"):
        found += [repr(row) for row in session.execute(text(f"SELECT * FROM {name}"))]  # noqa: S608 - our own tables
    return "\n".join(found)


def at(day: dt.date) -> Any:
    return clock.stopped_at(dt.datetime.combine(day, dt.time(12), dt.UTC))


def test_they_are_kept_apart_and_locked(office: Workspace, mission: UUID) -> None:
    one = traveller(office, mission)
    row = office.ask(papers_of, one)
    assert row.draft == PAPERS
    office.run(keep_papers, one, row.revision, PapersDraft(number="AB123456"))
    with pytest.raises(ConflictError):
        office.run(keep_papers, one, row.revision, PAPERS)
    office.undo()
    assert office.ask(papers_of, one).draft == PAPERS
    assert office.ask(mission_sheet, mission).papers == 1
    office.run(keep_papers, one, office.ask(papers_of, one).revision, PapersDraft())
    assert office.ask(mission_sheet, mission).papers == 0


def test_what_is_wrong_is_said_without_repeating_it() -> None:
    wrong = PapersDraft(number=f"{NUMBER}!", visa="perhaps", born_on=dt.date(2030, 1, 1),
                        expires_on=dt.date(2029, 1, 1))  # fmt: skip
    assert {one.field for one in wrong.problems()} == {"number", "visa", "expires_on"}
    assert NUMBER not in " ".join(str(one.sentence) for one in wrong.problems())
    assert NUMBER not in repr(PAPERS)
    assert NAME not in repr(PAPERS)


def test_the_office_is_warned_in_words(office: Workspace, mission: UUID) -> None:
    late = PapersDraft(f"{NAME} AOI", "Somebody Else", NUMBER, expires_on=dt.date(2027, 9, 1),
                       visa="asked")  # fmt: skip
    with at(dt.date(2027, 5, 1)):
        first, second = traveller(office, mission, late), make_participant(office, mission)
        found = office.ask(travel_papers, mission)
    words = [str(one) for one in found[first].warnings]
    assert words == [
        "The passport expires on 1 Sept 2027, within six months after the return.",
        "No visa yet, 9 days before leaving.",
        "The name on the ticket is not the name in the passport.",
        "No insurance is noted.",
    ]
    assert [str(one) for one in found[second].warnings] == ["No passport is noted yet."]
    assert NAME not in " ".join(words)


def test_a_planted_number_is_nowhere_but_in_its_table(
    office: Workspace, mission: UUID, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        one = traveller(office, mission)
        person = office.ask(delegation, mission, Language.EN)[0].person_id
        with pytest.raises(BelfryError):
            office.run(keep_papers, one, None, PapersDraft(number=NUMBER, nationality="\ud800"))
    assert NUMBER not in caplog.text
    assert NAME not in caplog.text
    for words in (NUMBER, NAME, NUMBER.lower()):
        assert office.ask(search.find, words) == []
        assert office.ask(search.first_lines, View(text=words), "docid", 9) == []
    everybody = office.ask(delegation, mission, Language.EN)
    told = [repr(everybody), repr(office.ask(mission_sheet, mission))]
    told += [row.label.to(language) for row in office.ask(history.rows) for language in Language]
    told += [repr(office.ask(of_person, person, Language.EN))]
    ordinary = {name: noun for name, noun in nouns().items() if not noun.private}
    for name, noun in ordinary.items():
        file = tmp_path / f"{name}.csv"
        office.ask(export_records, noun, file, Language.NL)
        told.append(file.read_text(encoding="utf-8"))
    for what in ("people", "organisations"):
        file = tmp_path / f"all-{what}.csv"
        office.ask(export, what, file)
        told.append(file.read_text(encoding="utf-8"))
    assert not [words for words in told if NUMBER in words or NAME in words]


def test_a_list_of_them_is_written_only_where_somebody_says_so(
    office: Workspace, mission: UUID, tmp_path: Path
) -> None:
    traveller(office, mission)
    with pytest.raises(UnreadableError):
        noun_of("travel-papers")
    office.ask(export_records, noun_of("travel-papers", private=True), tmp_path / "p.csv",
               Language.NL)  # fmt: skip
    assert NUMBER in (tmp_path / "p.csv").read_text(encoding="utf-8")


def test_they_go_by_rule_and_from_the_journal(office: Workspace, mission: UUID) -> None:
    stays = traveller(office, make_mission(office, title="Next year",
                                           starts_at=dt.datetime(2028, 5, 1), ends_at=None),  # noqa: DTZ001 - local time
                      PapersDraft(number="ST1111111"))  # fmt: skip
    with at(BACK - dt.timedelta(days=30)):
        one = traveller(office, mission)
        gone = traveller(office, mission)
        office.run(remove_participants, [gone])  # taken off the list: its papers lie in the log
    assert NUMBER in office.ask(images)
    assert office.ask(erased_from, mission) == BACK + dt.timedelta(days=61)
    with at(BACK + dt.timedelta(days=60)):
        assert office.ask(missions_past_term) == []
        day = clock.today().isoformat()
        assert office.run(erase_papers_by_rule, day, day) == 0
        assert office.ask(papers_of, one).draft == PAPERS
    with at(BACK + dt.timedelta(days=61)):
        day = clock.today().isoformat()
        assert office.run(erase_papers_by_rule, day, day) == 1
    assert office.ask(papers_of, one).draft == PapersDraft()
    for words in (NUMBER, NAME, "Invented Insurance"):
        assert words not in office.ask(images)
        assert words not in office.ask(everything)
    assert office.ask(papers_of, stays).draft.number == "ST1111111"
    assert "ST1111111" in office.ask(images)
    assert len(office.ask(delegation, mission, Language.EN)) == 1


def test_that_it_was_done_is_written_down(office: Workspace, mission: UUID) -> None:
    traveller(office, mission)
    assert office.run(erase_papers, mission) == 1
    labels = [str(row.label) for row in office.ask(history.rows)]
    assert labels[0] == "Erased the travel papers of Mission to Japan"
    tasks = office.ask(_tasks)
    assert tasks == ["Reispapieren van 1 deelnemer gewist"]
    assert office.ask(open_tasks, Language.EN) == []


def _tasks(session: Session) -> list[str]:
    from app.dossiers.model import Task

    return list(session.scalars(select(Task.title).where(Task.done_on.is_not(None))))


def test_nothing_brings_them_back(office: Workspace, mission: UUID) -> None:
    one = traveller(office, mission)
    row = office.ask(papers_of, one)
    office.run(keep_papers, one, row.revision, PapersDraft(number="AB123456", insurance="none"))
    office.run(erase_papers, mission)
    while True:
        try:
            office.undo()
        except BelfryError:  # the mission itself stays: what was done is written in its dossier
            break
        assert office.ask(everything).find(NUMBER) < 0
    while office.redo_label is not None:
        office.redo()
        assert office.ask(everything).find(NUMBER) < 0
    assert office.ask(papers_of, one).draft == PapersDraft()


def test_what_was_removed_whole_leaves_the_log_after_its_term(office: Workspace) -> None:
    with at(dt.date(2027, 1, 10)):
        mission = make_mission(office)
        person = make_person(office)
        office.run(add_participants, mission, [person])
        one = office.ask(delegation, mission, Language.EN)[0].id
        office.run(keep_papers, one, None, PAPERS)
        office.run(remove_mission, mission)
        office.run(remove_person, person)
    with at(dt.date(2027, 3, 10)):
        office.run(erase_papers_by_rule, "2027-03-09", "2027-03-10")
        assert NUMBER in office.ask(images)
    with at(dt.date(2027, 3, 12)):
        office.run(erase_papers_by_rule, "2027-03-10", "2027-03-12")
    assert NUMBER not in office.ask(images)
    office.undo()
    office.undo()
    assert office.ask(papers_of, one).draft == PapersDraft()


def test_those_of_a_registration_list_go_too(
    office: Workspace, mission: UUID, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        f"Name;Company;Passport number;Passport name\nLore Wouters;Zeewind;{NUMBER};{NAME}\n",
        encoding="utf-8",
    )
    rows = read_registrations(plan(file, "participants")).rows
    office.run(import_participants, rows, "list.csv", mission)
    [one] = office.ask(delegation, mission, Language.EN)
    assert office.ask(papers_of, one.id).draft.number == NUMBER
    assert NUMBER in office.ask(images)
    office.run(erase_papers, mission)
    for words in (NUMBER, NAME):
        assert words not in office.ask(images)
        assert words not in office.ask(everything)


def test_two_contacts_that_are_one_have_one_passport(office: Workspace, mission: UUID) -> None:
    kept, twin = traveller(office, mission), traveller(office, mission, PapersDraft(visa="asked"))
    people = [one.person_id for one in office.ask(delegation, mission, Language.EN)]
    order = people if office.ask(person_of, kept) == people[0] else people[::-1]
    draft = office.ask(person_sheet, order[0]).draft
    office.run(merge_people, order[0], order[1], draft)
    [one] = office.ask(delegation, mission, Language.EN)
    assert office.ask(papers_of, one.id).draft.number == NUMBER
    office.undo()
    assert office.ask(papers_of, twin).draft.visa == "asked"


def person_of(session: Session, participant_id: UUID) -> UUID:
    return session.get_one(Participant, participant_id).person_id


def test_the_office_says_how_long(office: Workspace, mission: UUID) -> None:
    assert office.ask(papers_days) == 60
    for days in (-1, 4000):
        with pytest.raises(InvalidError):
            office.run(set_papers_days, days)
    office.run(set_papers_days, 10)
    assert office.ask(papers_days) == 10
    assert office.ask(erased_from, mission) == BACK + dt.timedelta(days=11)
    office.undo()
    assert office.ask(papers_days) == 60


def test_opening_the_office_on_a_later_day_erases(file_office: Workspace) -> None:
    mission = make_mission(file_office)
    one = traveller(file_office, mission)
    with at(BACK + dt.timedelta(days=100)):
        again = open_office(file_office.place.location, TRADE)
        assert again.ask(papers_of, one).draft == PapersDraft()
        again.close()


def test_a_plain_file_holds_no_byte_of_them(workspace: Workspace) -> None:
    mission = make_mission(workspace)
    traveller(workspace, mission)
    path = Path(workspace.place.location)
    workspace.run(erase_papers, mission)
    workspace.close()
    for file in path.parent.iterdir():
        assert NUMBER.encode() not in file.read_bytes(), file.name
        assert NAME.encode() not in file.read_bytes(), file.name
