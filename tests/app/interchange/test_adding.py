"""Lists into the office: who is known, who is new, what is told, and all of it taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from app.contacts.model import Organisation, Person, Posting
from app.contacts.queries import people
from app.core import search
from app.core.errors import CancelledError
from app.core.text import N_, Language, say
from app.interchange.adding import (
    ADD,
    SKIP,
    UPDATE,
    Imported,
    import_contacts,
    import_guests,
)
from app.interchange.importing import plan
from app.interchange.rehearsing import rehearse, rehearse_guests
from app.receptions.commands import invite
from app.receptions.queries import guests
from tests.builders import make_person, make_reception

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session

    from app.contacts.queries import PersonSheet
    from app.core.workspace import Workspace

HEAD = "Family name;Given name;E-mail;Phone;City;Company;Function;Note\n"
TWO = HEAD + "Aalto;Bo;bo@example.org;;Ghent;;;\nCruz;Dé;;+32 9 555 00 01;Gent;;;\n"


def bring(office: Workspace, folder: Path, text: str, holds: str = "", way: str = SKIP) -> Imported:
    """Write a list and import it."""
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return office.run(import_contacts, plan(path, holds).drafts(), path.name, way)


def everybody(session: Session) -> list[PersonSheet]:
    ids = session.scalars(select(Person.id).order_by(Person.family_name, Person.given_name))
    return people(session, list(ids))


def counts(session: Session) -> tuple[int, int, int, dict[str, int]]:
    tables = (Person, Organisation, Posting)
    numbers = [session.scalar(select(func.count()).select_from(one)) or 0 for one in tables]
    lines = {kind: n for kind, n in search.kind_counts(session).items() if n}
    return numbers[0], numbers[1], numbers[2], lines


def told(done: Imported) -> list[tuple[int | None, str]]:
    return [(one.line, one.to(Language.EN)) for one in done.problems]


def test_the_same_file_twice_adds_nobody(office: Workspace, tmp_path: Path) -> None:
    first = bring(office, tmp_path, TWO)
    assert (first.read, first.added, first.skipped) == (2, 2, 0)
    label = office.undo_label
    for way in (SKIP, UPDATE):
        again = bring(office, tmp_path, TWO, way=way)
        assert (again.read, again.added, again.updated, again.skipped) == (2, 0, 0, 2)
    assert office.undo_label == label
    assert office.ask(counts)[0] == 2


def test_add_adds_them_again(office: Workspace, tmp_path: Path) -> None:
    bring(office, tmp_path, TWO)
    assert bring(office, tmp_path, TWO, way=ADD).added == 2
    assert office.ask(counts)[3] == {"person": 4}


def test_update_fills_in_what_the_list_has(office: Workspace, tmp_path: Path) -> None:
    bring(office, tmp_path, HEAD + "Aalto;Bo;bo@example.org;;Ghent;;;old\n")
    fresh = HEAD + "Aalto;Bo;BO@example.org|b.aalto@example.org;+32 9 1;;;;\n"
    kept = bring(office, tmp_path, fresh, way=SKIP)
    assert (kept.updated, kept.skipped) == (0, 1)
    done = bring(office, tmp_path, fresh, way=UPDATE)
    assert (done.added, done.updated) == (0, 1)
    [one] = office.ask(everybody)
    assert one.draft.phones == ("+32 9 1",)
    assert one.draft.emails == ("bo@example.org", "b.aalto@example.org")
    assert (one.draft.city, one.draft.note) == ("Ghent", "old")
    office.undo()
    assert office.ask(everybody)[0].draft.phones == ()


def test_somebody_met_twice_in_a_file_is_one(office: Workspace, tmp_path: Path) -> None:
    text = HEAD + "Aalto;Bo;bo@example.org;;;;;\naalto;bo;bo@example.org;;;;;\nAalto;Bo;;;;;;\n"
    done = bring(office, tmp_path, text)
    assert (done.read, done.added, done.skipped) == (3, 1, 2)


@pytest.mark.parametrize(
    "other",
    ["Aalto;Bo;other@example.org;;Ghent;;;", "Aalto;Bo;;;Bruges;;;", "Aalto;Bea;;;Ghent;;;"],
)
def test_another_of_the_same_name_is_another(
    workspace: Workspace, tmp_path: Path, other: str
) -> None:
    done = bring(workspace, tmp_path, HEAD + f"Aalto;Bo;bo@example.org;;Ghent;;;\n{other}\n")
    assert done.added == 2


def test_accents_and_case_do_not_make_another(workspace: Workspace, tmp_path: Path) -> None:
    bring(workspace, tmp_path, HEAD + "Łukaszéwicz;Zoë;;;;;;\n")
    assert bring(workspace, tmp_path, HEAD + "LUKASZEWICZ;Zoe;;;;;;\n").added == 0


def test_one_undo_takes_all_back(office: Workspace, tmp_path: Path) -> None:
    make_person(office, family_name="Stays")
    before = office.ask(counts)
    text = HEAD + "Aalto;Bo;;;;Harbour Works;Director;\nCruz;Dé;;;;Harbour Works;Professor;\n"
    bring(office, tmp_path, text)
    after = office.ask(counts)
    assert after[:3] == (3, 1, 2)
    office.undo()
    assert office.ask(counts) == before
    assert office.ask(search.count, "Harbour") == 0
    office.redo()
    assert office.ask(counts) == after
    assert len(office.ask(search.find, "Aalto")) == 1


def test_a_bad_mail_is_kept_as_a_note_and_told(office: Workspace, tmp_path: Path) -> None:
    done = bring(office, tmp_path, HEAD + "Aalto;Bo;;;;;;\nCruz;Dé;none yet;;;;;Knows Bo\n")
    assert done.added == 2
    assert told(done) == [(3, "“none yet” is no mail address: check it.")]
    note, mails = office.ask(everybody)[1].draft.note, office.ask(everybody)[1].draft.emails
    assert (note, mails) == ("Knows Bo\nnone yet", ())


def test_mails_of_every_make_are_kept(workspace: Workspace, tmp_path: Path) -> None:
    mails = "o'neil@example.org, <a.b+c@example.org>; mailto:d_e@example.org."
    bring(workspace, tmp_path, HEAD + f'O\'Neil;Bo;"{mails}";;;;;\n')
    [one] = workspace.ask(everybody)
    assert one.draft.emails == ("o'neil@example.org", "a.b+c@example.org", "d_e@example.org")


def test_a_country_nobody_knows_is_told(workspace: Workspace, tmp_path: Path) -> None:
    text = "Embassy;Sending country;City\nEmbassy;Ruritania;Brussels\nEmbassy;Japon;Bruxelles\n"
    path = tmp_path / "posts.csv"
    path.write_text(text, encoding="utf-8")
    wishes = {"Embassy": "organisation_kind", "Sending country": "sending_country"}
    drafts = plan(path, "organisations", wishes).drafts()
    done = workspace.run(import_contacts, drafts, path.name)
    assert (done.read, done.added) == (2, 2)
    words = "“Ruritania” is no country we know; it was kept as the name."
    assert told(done) == [(2, words)]
    assert len(workspace.ask(search.find, "Ruritania")) == 1


def test_a_nameless_row_is_told_and_the_others_kept(workspace: Workspace, tmp_path: Path) -> None:
    done = bring(
        workspace, tmp_path, HEAD + "Aalto;Bo;;;;;;\n;;x@example.org;;;;;\nCruz;Dé;;;;;;\n"
    )
    assert (done.read, done.added, done.skipped) == (3, 2, 1)
    assert told(done) == [(3, "A person needs a name: fill in the family name.")]


def test_dates_that_are_none_are_left_out_and_told(workspace: Workspace, tmp_path: Path) -> None:
    text = "Family name;Date of birth\nAalto;31/02/1970\nCruz;1970-03-04\nDuval;3 mars 1971\n"
    done = bring(workspace, tmp_path, text)
    assert done.added == 3
    assert told(done) == [(2, "“31/02/1970” is no date; it was left out.")]
    days = [one.draft.birth_date for one in workspace.ask(everybody)]
    assert [str(day) for day in days] == ["None", "1970-03-04", "1971-03-03"]


def test_one_row_makes_a_post_a_person_and_a_posting(office: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "heads.csv"
    path.write_text(
        "Name,Function,Embassy,Sending country,City,E-mail\n"
        "Aoi Tanaka,Ambassador,Embassy,Japan,Brussels,post@example.org\n",
        encoding="utf-8",
    )
    wishes = {"Name": "full_name", "Embassy": "organisation_kind"}
    drafts = plan(path, "people", wishes).drafts()
    assert office.run(import_contacts, drafts, path.name).added == 2
    assert office.ask(counts)[:3] == (1, 1, 1)
    [one] = office.ask(everybody)
    assert one.current is not None
    assert (one.current.draft.function, one.current.place.country) == ("ambassador", "JP")
    assert one.draft.emails == ()  # the address of such a row is the post's


def test_several_postings_of_one_person(office: Workspace, tmp_path: Path) -> None:
    mail = "bo@example.org"
    rows = f"Aalto;Bo;{mail};;;Harbour Works;Director;\nAalto;Bo;{mail};;;Chamber;Professor;\n"
    done = bring(office, tmp_path, HEAD + rows + rows)
    assert office.ask(counts)[:3] == (1, 2, 2)
    again = bring(office, tmp_path, HEAD + rows)
    assert (again.added, again.updated) == (0, 0)
    assert done.read == 4


def test_a_new_function_of_somebody_known_is_added(office: Workspace, tmp_path: Path) -> None:
    bring(office, tmp_path, HEAD + "Aalto;Bo;bo@example.org;;;;;\n")
    done = bring(office, tmp_path, HEAD + "Aalto;Bo;bo@example.org;;;Harbour Works;Director;\n")
    assert (done.added, done.updated) == (1, 1)
    assert office.ask(counts)[:3] == (1, 1, 1)
    assert office.ask(search.find, "Aalto")[0].role == "director"
    office.undo()
    assert office.ask(search.find, "Aalto")[0].role == ""


@pytest.mark.parametrize("way", [SKIP, UPDATE, ADD])
def test_a_rehearsal_writes_nothing_and_tells_the_same(
    office: Workspace, tmp_path: Path, way: str
) -> None:
    bring(office, tmp_path, HEAD + "Aalto;Bo;bo@example.org;;;;;\n")
    text = HEAD + (
        "Aalto;Bo;bo@example.org;+32 9 1;;Harbour Works;Director;\n"
        "Cruz;Dé;;;;Harbour Works;Professor;\n"
        "Cruz;Dé;;;;Harbour Works;Professor;\n"
        ";;nobody@example.org;;;;;\n"
        "Duval;É;no mail;;;;;\n"
    )
    path = tmp_path / "second.csv"
    path.write_text(text, encoding="utf-8")
    before, label = office.ask(counts), office.undo_label
    foretold = office.ask(rehearse, plan(path).drafts(), way)
    assert office.ask(counts) == before
    assert office.undo_label == label
    done = office.run(import_contacts, plan(path).drafts(), path.name, way)
    assert (foretold.read, foretold.added, foretold.updated, foretold.skipped) == (
        done.read, done.added, done.updated, done.skipped,
    )  # fmt: skip
    assert foretold.problems == done.problems


def test_guests_are_invited_and_foretold(office: Workspace, tmp_path: Path) -> None:
    known, reception = (
        make_person(office, family_name="Aalto", given_name="Bo"),
        make_reception(office),
    )
    office.run(invite, reception, [known])
    path = tmp_path / "guests.csv"
    path.write_text(TWO + "Duval;É;;;;;;\nDuval;É;;;;;;\n", encoding="utf-8")
    foretold = office.ask(rehearse_guests, plan(path, "guests").drafts(), reception)
    done = office.run(import_guests, plan(path, "guests").drafts(), path.name, reception)
    assert (done.read, done.added, done.skipped) == (4, 2, 2)
    assert (foretold.read, foretold.added, foretold.skipped) == (4, 2, 2)
    names = [row.name.family for row in office.ask(guests, reception, Language.EN)]
    assert names == ["Aalto", "Cruz", "Duval"]
    assert str(office.undo_label) == "Imported 2 guests from guests.csv"
    office.undo()
    assert [row.person.id for row in office.ask(guests, reception, Language.EN)] == [known]
    assert office.ask(counts)[0] == 1


def test_a_cancelled_import_leaves_nothing(office: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    names = "\n".join(f"Family{number};Given" for number in range(5_000))
    path.write_text(f"Family name;Given name\n{names}\n", encoding="utf-8")

    def enough(_done: int, _total: int) -> None:
        raise CancelledError(say(N_("Cancelled; nothing was changed.")))

    before, label = office.ask(counts), office.undo_label
    with pytest.raises(CancelledError):
        office.run(import_contacts, plan(path).drafts(), path.name, SKIP, enough)
    assert (office.ask(counts), office.undo_label) == (before, label)
