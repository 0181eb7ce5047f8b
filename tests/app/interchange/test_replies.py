"""Replies of a list: typos, double replies, unknown names, "2 persons"; one Step, nothing lost."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.core.errors import NotFoundError, UnreadableError
from app.core.text import Language
from app.interchange.replies import Replies, read_replies
from app.interchange.reply_import import RepliesPut, Taken, import_replies
from app.interchange.reply_matching import ReplyPlan, plan_replies
from app.receptions.commands import invite, remove_guests
from app.receptions.queries import catering_notes, guests
from app.receptions.rules import Status
from tests.builders import make_person, make_post, make_posting, make_reception

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.receptions.queries import GuestRow

PEOPLE = (
    ("Wiśniewska", "Małgorzata", ("m.wisniewska@post.example",)),
    ("Van der Meulen", "Joost", ()),
    ("Tanaka", "Aoi", ("aoi.tanaka@post.example",)),
    ("Peeters", "Jan", ()),
    ("Peeters", "Jana", ()),
    ("Okafor", "Chidi", ()),
    ("Moreau", "Élodie", ()),
)
LIST = """Naam;E-mail;Organisatie;Antwoord;Aantal personen;Begeleider;Dieetwensen;Opmerking
Malgorzata Wisniewska;;;ja, met 2 personen;;;;
Joost vd Meulen;;;verontschuldigd;;;;in het buitenland
Aoi Tanaka;aoi.tanaka@post.example;;oui;2;Keiko Tanaka;geen vis;
Jan Peeters;;;ja;;;;
Chidi Okafor;;;komt;;;;
Chidi Okafor;;;komt niet;;;;
Elodie Moreau;;;misschien;;;;
Iemand Onbekend;;;ja;;;;
"""


@pytest.fixture
def reception(office: Workspace) -> UUID:
    made = make_reception(office, capacity=None)
    people = [
        make_person(office, family_name=family, given_name=given, emails=mails)
        for family, given, mails in PEOPLE
    ]
    office.run(invite, made, people, Status.INVITED)
    return made


def read(folder: Path, text: str = LIST) -> Replies:
    path = folder / "antwoorden.csv"
    path.write_text(text, encoding="utf-8")
    return read_replies(path)


def planned(office: Workspace, reception: UUID, replies: Replies) -> ReplyPlan:
    return office.ask(plan_replies, replies, reception, Language.EN)


def note(office: Workspace, reception: UUID, plan: ReplyPlan) -> RepliesPut:
    taken = [Taken(one.guest.id, one.row) for one in plan.sure]
    return office.run(import_replies, reception, taken, plan.file)


def by_name(office: Workspace, reception: UUID) -> dict[str, GuestRow]:
    rows = office.ask(guests, reception, Language.EN)
    return {f"{row.name.given} {row.name.family}": row for row in rows}


def test_columns_are_known(tmp_path: Path) -> None:
    assert read(tmp_path).columns == (
        "name", "mail", "organisation", "answer", "persons", "companion", "catering", "note",
    )  # fmt: skip


def test_replies_find_their_guests(office: Workspace, reception: UUID, tmp_path: Path) -> None:
    plan = planned(office, reception, read(tmp_path))
    assert [(one.row.line, one.guest.name.family) for one in plan.sure] == [
        (2, "Wiśniewska"), (3, "Van der Meulen"), (4, "Tanaka"), (5, "Peeters"), (7, "Okafor"),
    ]  # fmt: skip
    assert plan.sure[3].guest.name.given == "Jan"
    assert [row.name for row in plan.unknown] == ["Iemand Onbekend"]
    assert [one.guest.name.family for one in plan.undecided] == ["Moreau"]
    assert [(row.line, after.row.line) for row, after in plan.earlier] == [(6, 7)]
    assert {(one.line, str(one.sentence)) for one in plan.problems} == {
        (6, "Chidi Okafor replied again on line 7: that reply counts."),
        (8, "“misschien” says neither yes nor no, nor who comes instead: ask Elodie Moreau."),
        (
            9,
            "Iemand Onbekend is not on this list: “ja” was not noted. Add the guest first.",
        ),
    }


def test_replies_are_noted_in_one_step(office: Workspace, reception: UUID, tmp_path: Path) -> None:
    before = office.ask(guests, reception, Language.EN)
    plan = planned(office, reception, read(tmp_path))
    assert note(office, reception, plan) == RepliesPut(5, 0, 0)
    assert str(office.undo_label) == "Noted 5 replies from antwoorden.csv"
    rows = by_name(office, reception)
    assert (rows["Małgorzata Wiśniewska"].status, rows["Małgorzata Wiśniewska"].persons) == (
        Status.ACCEPTED, 2,
    )  # fmt: skip
    absent = rows["Joost Van der Meulen"]
    assert (absent.status, absent.note) == (Status.REGRETS, "in het buitenland")
    tanaka = rows["Aoi Tanaka"]
    assert [one.name for one in tanaka.companions] == ["Keiko Tanaka"]
    assert (tanaka.persons, tanaka.missing_names) == (2, 0)
    [kitchen] = office.ask(catering_notes, reception)[tanaka.id]
    assert (kitchen.draft.instruction, kitchen.draft.source) == ("geen vis", "antwoorden.csv")
    assert not kitchen.draft.consent
    assert rows["Chidi Okafor"].status == Status.REGRETS
    assert rows["Élodie Moreau"].status == Status.INVITED
    assert note(office, reception, plan) == RepliesPut(0, 5, 0)  # the same list again
    office.undo()
    assert office.ask(guests, reception, Language.EN) == before
    assert office.ask(catering_notes, reception) == {}


def test_a_date_says_which_reply_is_the_last(
    office: Workspace, reception: UUID, tmp_path: Path
) -> None:
    text = "name,answer,date\nChidi Okafor,yes,5/4/2027\nChidi Okafor,no,4/4/2027\n"
    plan = planned(office, reception, read(tmp_path, text))
    assert [(one.row.line, one.row.answer.status) for one in plan.sure] == [(2, Status.ACCEPTED)]
    note(office, reception, plan)
    assert by_name(office, reception)["Chidi Okafor"].replied_on == dt.date(2027, 4, 5)


def test_doubtful_matches_are_asked(office: Workspace, reception: UUID, tmp_path: Path) -> None:
    text = "naam;antwoord\nTanaka;ja\nJ. Peeters;ja\nC. Okafor;nee\n"
    plan = planned(office, reception, read(tmp_path, text))
    assert plan.sure == ()
    assert {one.row.name for one in plan.doubtful} >= {"J. Peeters", "C. Okafor"}
    assert note(office, reception, plan) == RepliesPut(0, 0, 0)
    assert all("confirm it" in str(one.sentence) or "not on this list" in str(one.sentence)
               for one in plan.problems)  # fmt: skip


def test_the_organisation_tells_namesakes_apart(office: Workspace, tmp_path: Path) -> None:
    reception = make_reception(office, capacity=None)
    for place in ("North Sea Port", "Puyenbroeck College"):
        person = make_person(office, family_name="Peeters", given_name="Jan", city=place)
        post = make_post(office, "BE", kind="company", name=place)
        make_posting(office, person, post, function="director")
        office.run(invite, reception, [person], Status.INVITED)
    text = "naam;organisatie;antwoord\nJan Peeters;North Sea Port;ja\n"
    [match] = planned(office, reception, read(tmp_path, text)).sure
    assert match.guest.posting is not None
    assert match.guest.posting.place.name == "North Sea Port"
    [asked] = planned(office, reception, read(tmp_path, "naam;antwoord\nJan Peeters;ja\n")).doubtful
    assert len(asked.others) == 1


def test_a_shared_mail_address_does_not_decide_alone(
    office: Workspace, reception: UUID, tmp_path: Path
) -> None:
    text = "name;mail;answer\nSomebody Else;aoi.tanaka@post.example;yes\n"
    [match] = planned(office, reception, read(tmp_path, text)).doubtful
    assert str(match.why) == "The mail address, but another name"
    mailed = "mail;answer\naoi.tanaka@post.example;yes\n"
    assert len(planned(office, reception, read(tmp_path, mailed)).sure) == 1


def test_who_comes_instead_is_noted(office: Workspace, reception: UUID, tmp_path: Path) -> None:
    text = "naam;antwoord\nAoi Tanaka;vertegenwoordigd door Ren Mori\nJan Peeters;vervangen\n"
    plan = planned(office, reception, read(tmp_path, text))
    note(office, reception, plan)
    row = by_name(office, reception)["Aoi Tanaka"]
    assert (row.status, row.substitute) == (Status.REPRESENTED, "Ren Mori")
    assert by_name(office, reception)["Jan Peeters"].status == Status.INVITED


def test_a_full_room_means_the_waiting_list(office: Workspace, tmp_path: Path) -> None:
    reception = make_reception(office, capacity=2)
    people = [make_person(office, family_name=f, given_name=g) for f, g, _ in PEOPLE[:3]]
    office.run(invite, reception, people, Status.INVITED)
    text = "naam;antwoord\nAoi Tanaka;2 personen\nMałgorzata Wiśniewska;ja\n"
    done = note(office, reception, planned(office, reception, read(tmp_path, text)))
    assert done == RepliesPut(2, 0, 1)
    rows = by_name(office, reception)
    assert rows["Aoi Tanaka"].status == Status.ACCEPTED
    assert rows["Małgorzata Wiśniewska"].status == Status.WAITING


def test_newcomers_are_added_only_where_asked(
    office: Workspace, reception: UUID, tmp_path: Path
) -> None:
    plan = planned(office, reception, read(tmp_path))
    done = office.run(import_replies, reception, [], plan.file, plan.unknown)
    assert done == RepliesPut(1, 0, 0, 1)
    assert by_name(office, reception)["Iemand Onbekend"].status == Status.ACCEPTED
    office.undo()
    assert "Iemand Onbekend" not in by_name(office, reception)


@pytest.mark.parametrize("text", ["naam;stad\nTanaka;Gent\n", "antwoord;stad\nja;Gent\n"])
def test_a_list_without_answers_or_names_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableError):
        read(tmp_path, text)


def test_three_hundred_replies_are_matched_quickly(workspace: Workspace, tmp_path: Path) -> None:
    import time

    reception = make_reception(workspace, capacity=None)
    people = [
        make_person(workspace, family_name=f"Familie{n:03d}van", given_name=f"Voornaam{n % 17}")
        for n in range(120)
    ]
    workspace.run(invite, reception, people, Status.INVITED)
    lines = [f"Voornaam{n % 17} Familie{n:03d}vann;ja" for n in range(120)]
    replies = read(tmp_path, "naam;antwoord\n" + "\n".join(lines) + "\n")
    began = time.perf_counter()
    plan = planned(workspace, reception, replies)
    assert time.perf_counter() - began < 3
    assert plan.read == 120


def test_a_slip_in_the_given_name_is_no_question(
    office: Workspace, reception: UUID, tmp_path: Path
) -> None:
    text = "naam;antwoord\nChdi Okafor;ja\nJaan Peeters;ja\n"
    plan = planned(office, reception, read(tmp_path, text))
    assert [one.guest.name.given for one in plan.sure] == ["Chidi", "Jan"]


def test_the_very_name_of_another_guest_beside_a_shared_mail_is_asked(
    office: Workspace, tmp_path: Path
) -> None:
    made = make_reception(office, capacity=None)
    jana = make_person(office, family_name="Peeters", given_name="Jana", emails=("p@post.example",))
    jan = make_person(office, family_name="Peeters", given_name="Jan")
    office.run(invite, made, [jana, jan], Status.INVITED)
    replies = read(tmp_path, "Naam;E-mail;Antwoord\nJan Peeters;p@post.example;nee\n")
    [match] = planned(office, made, replies).matches
    assert match.guest.person.id == jan
    assert not match.sure


def test_who_is_added_from_a_list_is_added_once_and_never_beside_themselves(
    office: Workspace, reception: UUID, tmp_path: Path
) -> None:
    known = make_person(office, family_name="Berg", given_name="Ida")
    text = "Naam;Antwoord\nIda Berg;ja\nIemand Onbekend;ja\nIemand Onbekend;nee\n"
    plan = planned(office, reception, read(tmp_path, text))
    put = office.run(import_replies, reception, [], plan.file, plan.unknown)
    assert put.added == 2
    rows = by_name(office, reception)
    assert rows["Ida Berg"].person.id == known
    assert rows["Iemand Onbekend"].status == Status.REGRETS
    assert len(rows) == len(PEOPLE) + 2


def test_a_reply_of_somebody_taken_off_meanwhile_is_refused_in_words(
    office: Workspace, reception: UUID, tmp_path: Path
) -> None:
    plan = planned(office, reception, read(tmp_path))
    office.run(remove_guests, [plan.sure[0].guest.id])
    with pytest.raises(NotFoundError):
        note(office, reception, plan)
