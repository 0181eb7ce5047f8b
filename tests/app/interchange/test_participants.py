"""A registration list into a delegation: matched, told, nothing lost, taken back in one step."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.contacts.queries import person_sheet
from app.core import search
from app.core.text import Language
from app.interchange.importing import plan
from app.interchange.participants import import_participants, rehearse_participants
from app.interchange.registrations import Registrations, read_registrations
from app.missions.queries import ParticipantRow, delegation, papers_of
from tests.builders import make_mission, make_organisation, make_person, make_posting

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.interchange.adding import Imported

HEADER = (
    "Naam", "Voornaam", "Bedrijf", "Functie", "E-mail", "Rol", "Status", "Groep", "Naam op badge",
    "Aankomst", "Vertrek", "Noodcontact", "Paspoortnummer", "Naam in paspoort",
    "Vervaldatum paspoort", "Maat T-shirt", "Dieetwensen", "Vergezelt", "Opmerkingen",
)  # fmt: skip
ROWS = (
    ("Wouters", "Lore", "Zeewind Energie NV", "CEO", "lore@zeewind.example", "Bedrijf",
     "Bevestigd", "Havens, Groep B", "L. Wouters", "2027-05-09 08:30", "17/05/2027",
     "Jan Wouters +32 9 1", "EX1234567", "WOUTERS LORE", "2030-04-01", "M", "geen noten", "",
     "Eerste keer"),
    ("De Smet", "Pieter", "Zeewind-Energie", "CFO", "pieter@zeewind.example", "ondernemer",
     "wachtlijst", *[""] * 8, "L", "", "", ""),
    ("Claes", "Noor", "De Zeekrant", "Redacteur", "noor@zeekrant.example", "pers", *[""] * 13),
    ("Maes", "Tuur", "", "", "", "partner", *[""] * 11, "Lore Wouters", ""),
    ("Maes", "Tuur", "", "", "", "admiraal", "", "", "", "morgen", *[""] * 9),
)  # fmt: skip
LIST = "\n".join(";".join(cells) for cells in (HEADER, *ROWS)) + "\n"


def read(folder: Path, text: str = LIST) -> Registrations:
    file = folder / "registrations.csv"
    file.write_text(text, encoding="utf-8")
    return read_registrations(plan(file, "participants"))


def bring(office: Workspace, mission: UUID, rows: Registrations, how: str = "skip") -> Imported:
    return office.run(import_participants, rows.rows, "registrations.csv", mission, how)


def by_family(office: Workspace, mission: UUID) -> dict[str, ParticipantRow]:
    return {row.name.family: row for row in office.ask(delegation, mission, Language.NL)}


def words(*problems: object) -> str:
    return " | ".join(str(getattr(one, "sentence", one)) for one in problems)


def test_a_list_becomes_a_delegation(office: Workspace, tmp_path: Path) -> None:
    mission = make_mission(office)
    done = bring(office, mission, read(tmp_path))
    assert (done.read, done.added, done.skipped) == (5, 4, 1)
    rows = by_family(office, mission)
    lore = rows["Wouters"]
    assert (lore.role, lore.status, lore.groups) == ("business", "confirmed", ("Groep B", "Havens"))
    draft = lore.draft
    assert (draft.title, draft.organisation_name) == ("CEO", "Zeewind Energie NV")
    assert draft.badge_name == "L. Wouters"
    assert draft.arrives_at == dt.datetime(2027, 5, 9, 8, 30)  # noqa: DTZ001 - local time
    assert draft.leaves_at == dt.datetime(2027, 5, 17)  # noqa: DTZ001 - local time
    assert draft.emergency_contact == "Jan Wouters +32 9 1"
    assert rows["De Smet"].status == "waiting"
    assert rows["Claes"].role == "press"
    assert rows["Maes"].with_name == "Lore Wouters"
    papers = office.ask(papers_of, lore.id).draft
    assert (papers.number, papers.machine_name) == ("EX1234567", "WOUTERS LORE")
    assert papers.expires_on == dt.date(2030, 4, 1)
    assert len(office.ask(search.find, "zeewind", ("organisation",))) == 2


def test_nothing_is_lost_and_nothing_sensitive_lands_in_a_note(
    office: Workspace, tmp_path: Path
) -> None:
    mission = make_mission(office)
    listed = read(tmp_path)
    bring(office, mission, listed)
    lore = by_family(office, mission)["Wouters"]
    assert lore.draft.note == "Eerste keer\nMaat T-shirt: M"
    assert "“Dieetwensen” looks sensitive" in words(*listed.problems)
    person = office.ask(person_sheet, lore.person_id).draft
    for text in (repr(lore), repr(person), words(*listed.problems)):
        assert "geen noten" not in text
        assert "EX1234567" not in text
    for asked in ("EX1234567", "geen noten"):
        assert office.ask(search.find, asked) == []


def test_one_company_in_two_spellings_is_told(office: Workspace, tmp_path: Path) -> None:
    make_organisation(office, name="De Zee-Krant", kind="company", country="", city="")
    mission = make_mission(office)
    done = bring(office, mission, read(tmp_path))
    told = {
        one.line: str(one.sentence) for one in done.problems if one.field == "organisation_name"
    }
    assert told == {
        3: "“Zeewind-Energie” looks like “Zeewind Energie NV” of line 2: "
        "one company in two spellings?",
        4: "“De Zeekrant” looks like “De Zee-Krant” in the office: one company in two spellings?",
    }


def test_what_cannot_be_read_is_told_by_line(office: Workspace, tmp_path: Path) -> None:
    mission = make_mission(office)
    listed = read(tmp_path)
    done = bring(office, mission, listed)
    told = {(one.line, str(one.sentence)) for one in (*listed.problems, *done.problems)}
    assert (6, "“admiraal” is no role we know; the role stays as it is.") in told
    assert (6, "“morgen” is no date; it was left out.") in told
    assert (6, "This person stands in the list before: the first row counts.") in told


def test_people_and_companies_of_the_office_are_found_again(
    office: Workspace, tmp_path: Path
) -> None:
    company = make_organisation(office, name="Zeewind Energie NV", kind="company", country="",
                                city="", host_country="")  # fmt: skip
    known = make_person(office, family_name="Wouters", given_name="Lore",
                        emails=("lore@zeewind.example",))  # fmt: skip
    make_posting(office, known, company, function="other", title="CEO", starts_on=None)
    mission = make_mission(office)
    before = len(office.ask(search.find, "wouters", ("person",)))
    bring(office, mission, read(tmp_path))
    assert len(office.ask(search.find, "wouters", ("person",))) == before
    assert by_family(office, mission)["Wouters"].person_id == known


def test_a_second_time_changes_nothing_unless_asked(office: Workspace, tmp_path: Path) -> None:
    mission = make_mission(office)
    bring(office, mission, read(tmp_path))
    again = bring(office, mission, read(tmp_path, LIST.replace(";L. Wouters;", ";Lore W.;")))
    assert (again.added, again.updated) == (0, 0)
    assert by_family(office, mission)["Wouters"].draft.badge_name == "L. Wouters"
    late = read(tmp_path, LIST.replace(";L. Wouters;", ";Lore W.;"))
    assert bring(office, mission, late, "update").updated == 4
    assert by_family(office, mission)["Wouters"].draft.badge_name == "Lore W."
    office.undo()
    assert by_family(office, mission)["Wouters"].draft.badge_name == "L. Wouters"
    office.undo()
    assert office.ask(delegation, mission, Language.NL) == []
    assert office.ask(search.find, "zeewind") == []


def test_a_rehearsal_says_the_same_and_writes_nothing(office: Workspace, tmp_path: Path) -> None:
    mission = make_mission(office)
    rows = read(tmp_path)
    before = office.ask(rehearse_participants, rows.rows, mission)
    assert office.ask(delegation, mission, Language.NL) == []
    done = bring(office, mission, rows)
    assert (before.read, before.added, before.skipped) == (done.read, done.added, done.skipped)
    assert any(one.field == "organisation_name" for one in before.problems)


def test_a_column_called_role_may_hold_functions(workspace: Workspace, tmp_path: Path) -> None:
    mission = make_mission(workspace)
    listed = read(tmp_path, "Name;Company;Role\nLore Wouters;Zeewind;Managing director\n")
    bring(workspace, mission, listed)
    [row] = workspace.ask(delegation, mission, Language.EN)
    assert (row.role, row.draft.title) == ("business", "Managing director")
    assert listed.problems == ()
