"""Invitations through a real SMTP server: broken off, resumed, refused, and never twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import vobject

from app.contacts.draft import is_mail
from app.core.errors import InvalidError
from app.core.office import open_office as open_kept
from app.mailing.courier import Courier
from app.mailing.sending import Run, hand_over, mailing_draft, queue, send_mailing
from app.mailing.settings import MailSettings, keep_password, password_of, set_mail_settings
from app.mailing.writing import post_of
from app.receptions.commands import (
    begin_mailing,
    count_as_arrived,
    invite,
    note_posted,
    remove_guests,
    send_again,
    stop_mailing,
    take_up,
)
from app.receptions.queries import guests, mailings, sendings
from app.schema import TRADE
from tests.app.mailing.crowd import LANGUAGES, OPENINGS, address, crowd_of
from tests.app.mailing.post_office import PASSWORD, PostOffice, open_office
from tests.app.mailing.runs import begin, send, states
from tests.builders import guest_of, make_person

if TYPE_CHECKING:
    import ssl
    from pathlib import Path
    from uuid import UUID

    from app.core.text import Language
    from app.core.workspace import Workspace


@pytest.mark.slow
def test_three_hundred_invitations_cut_off_after_120_and_resumed(workspace: Workspace) -> None:
    reception, _people = crowd_of(workspace, 300)
    post = PostOffice(cut_after=120, cut_at="ANSWER")
    with open_office(post) as settings:
        workspace.run(set_mail_settings, settings)
        mailing = begin(workspace, reception)
        steps = [_send_until_cut(workspace, mailing, settings)]
        assert len(post.taken) == 120
        assert states(workspace, mailing) == {"sent": 120, "waiting": 180}
        place = workspace.place.location
        workspace.close()
        again = open_kept(place, TRADE)
        steps.append(send(again, mailing, settings))
    assert [run.sent for run in steps] == [120, 180]
    for number in range(300):
        letters = post.to(address(number))
        assert len(letters) == 1
        _assert_right(letters[0], number)
    assert len({letter["Message-ID"] for _, letter in post.taken}) == 300
    assert states(again, mailing) == {"sent": 300}
    statuses = {row.status for row in again.ask(guests, reception, _dutch())}
    assert statuses == {"invited"}
    again.close()


def _dutch() -> Language:
    from app.core.text import Language

    return Language.NL


def _send_until_cut(
    office: Workspace, mailing: UUID, settings: MailSettings, patience: float = 5
) -> Run:
    """A run that ends with the first broken line, as when the program is closed upon it."""
    from app.mailing import sending

    was, sending._TRIES = sending._TRIES, 1
    try:
        return send(office, mailing, settings, patience=patience)
    finally:
        sending._TRIES = was


def _assert_right(letter: object, number: int) -> None:
    """The language, the opening, the PDF and the appointment of one letter."""
    from email.message import EmailMessage

    assert isinstance(letter, EmailMessage)
    language, gender = LANGUAGES[number % 3], "f" if number % 2 else "m"
    assert letter["Content-Language"] == language
    body = letter.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert text.split("\n", 1)[0].find(OPENINGS[language][gender]) >= 0, text[:80]
    days = {"nl": "woensdag 21 april 2027", "fr": "mercredi 21 avril 2027",
            "en": "Wednesday, 21 April 2027"}  # fmt: skip
    assert days[language] in text
    assert days[language] in str(letter["Subject"])
    pdf, calendar = letter.iter_attachments()
    assert pdf.get_content_type() == "application/pdf"
    assert pdf.get_content().startswith(b"%PDF-")
    assert calendar.get_content_type() == "text/calendar"
    kept = vobject.readOne(calendar.get_content())
    starts = kept.vevent.dtstart.value
    assert starts.astimezone(dt.UTC) == dt.datetime(2027, 4, 21, 16, 30, tzinfo=dt.UTC)
    assert kept.vevent.summary.value == "Voorjaarsreceptie: “één” stad"


@pytest.mark.parametrize("at", ["MAIL", "ANSWER"])
def test_what_the_server_did_not_take_waits(workspace: Workspace, at: str) -> None:
    reception, _people = crowd_of(workspace, 5)
    post = PostOffice(cut_after=2, cut_at=at)
    with open_office(post) as settings:
        workspace.run(set_mail_settings, settings)
        mailing = begin(workspace, reception)
        _send_until_cut(workspace, mailing, settings)
        assert states(workspace, mailing) == {"sent": 2, "waiting": 3}
        send(workspace, mailing, settings)
    assert states(workspace, mailing) == {"sent": 5}
    assert [len(post.to(address(number))) for number in range(5)] == [1] * 5


@pytest.mark.parametrize(("at", "taken"), [("SILENT", 3), ("DATA", 2)])
def test_what_may_have_arrived_is_not_sent_again_unasked(
    workspace: Workspace, at: str, taken: int
) -> None:
    reception, _people = crowd_of(workspace, 5)
    post = PostOffice(cut_after=2 if at == "DATA" else 3, cut_at=at)
    with open_office(post) as settings:
        workspace.run(set_mail_settings, settings)
        mailing = begin(workspace, reception)
        _send_until_cut(workspace, mailing, settings, patience=0.5)
        assert len(post.taken) == taken
        unsure = [row for row in workspace.ask(sendings, mailing) if row.state == "sending"]
        assert len(unsure) == 1 or at == "DATA"  # torn half way, it may be told in time
        send(workspace, mailing, settings)
        assert [len(post.to(address(number))) <= 1 for number in range(5)] == [True] * 5
        assert states(workspace, mailing).get("sending", 0) == len(unsure)
        workspace.run(send_again, [row.id for row in unsure])
        send(workspace, mailing, settings)
    assert states(workspace, mailing) == {"sent": 5}


def test_a_line_that_breaks_once_is_opened_again_in_the_same_run(workspace: Workspace) -> None:
    reception, _people = crowd_of(workspace, 4)
    post = PostOffice(cut_after=1)
    with open_office(post) as settings:
        workspace.run(set_mail_settings, settings)
        mailing = begin(workspace, reception)
        run = send(workspace, mailing, settings)
    assert (run.sent, run.later, post.lines) == (3, 1, 2)
    assert states(workspace, mailing) == {"sent": 3, "waiting": 1}


def test_killed_while_a_letter_was_under_way(location: object, tmp_path: Path) -> None:
    """The log says that it may have arrived; it is not sent again until somebody says so."""
    del tmp_path
    places = location("plain")  # type: ignore[operator]  # the fixture's own type
    place = next(places)
    office = open_kept(place, TRADE)
    reception, _people = crowd_of(office, 3)
    post = PostOffice()
    with open_office(post) as settings:
        office.run(set_mail_settings, settings)
        mailing = begin(office, reception)
        of = office.ask(queue, mailing)
        taken = office.run(take_up, of.waiting[0], of.domain)
        assert taken is not None
        courier = Courier(settings, timeout=5)
        hand_over(courier, of, taken)
        courier.close()
        office.close()  # the server has it, the log does not know yet
        office = open_kept(place, TRADE)
        assert states(office, mailing) == {"sending": 1, "waiting": 2}
        send(office, mailing, settings)
        assert states(office, mailing) == {"sending": 1, "sent": 2}
        assert len(post.taken) == 3
        again = office.ask(post_of, reception, "invitation", "mail")
        doubted = [one for one in again.recipients if one.had and one.had.state == "sending"]
        assert [one.id for one in doubted] == [taken.person]
        assert "may have arrived" in str(doubted[0].doubts[0])
        unsure = [row.id for row in office.ask(sendings, mailing) if row.state == "sending"]
        assert office.run(count_as_arrived, unsure) == 1
    assert states(office, mailing) == {"sent": 3}
    assert all(len(post.to(address(number))) == 1 for number in range(3))
    office.close()
    next(places, None)


def test_undo_never_makes_a_letter_go_twice(office: Workspace) -> None:
    reception, people = crowd_of(office, 3)
    before = office.undo_label
    post = PostOffice()
    with open_office(post) as settings:
        office.run(set_mail_settings, settings)
        mailing = begin(office, reception)
        send(office, mailing, settings)
        assert str(office.undo_label) == "Noted that 3 guests were invited"
        office.undo()
        office.undo()
        assert office.undo_label == before
        assert states(office, mailing) == {"sent": 3}
        office.redo()
        send(office, mailing, settings)
        office.run(set_mail_settings, settings)
        with pytest.raises(InvalidError, match="had it already"):
            _begin_all(office, reception, people)
    assert len(post.taken) == 3


def _begin_all(office: Workspace, reception: UUID, people: list[UUID]) -> UUID:
    post = office.ask(post_of, reception, "invitation", "mail")
    draft = mailing_draft(post, [one for one in post.recipients if one.id in people])
    return office.run(begin_mailing, reception, replace(draft, again=frozenset()))


def test_a_guest_taken_off_and_put_on_again_is_asked_about(office: Workspace) -> None:
    reception, people = crowd_of(office, 2)
    post = PostOffice()
    with open_office(post) as settings:
        office.run(set_mail_settings, settings)
        send(office, begin(office, reception), settings)
    office.run(remove_guests, [office.ask(guest_of, reception, people[0])])
    office.run(invite, reception, [people[0]])
    again = office.ask(post_of, reception, "invitation", "mail")
    mine = again.of(people[0])
    assert mine is not None
    assert not mine.ready
    assert "had it on" in str(mine.doubts[0])
    draft = mailing_draft(again, [mine])
    assert draft.again == {people[0]}
    office.run(note_posted, reception, replace(draft, channel="post"))
    assert [row.channel for row in office.ask(mailings, reception)] == ["post", "mail"]


def test_two_desks_on_one_mailing_send_each_letter_once(workspace: Workspace) -> None:
    reception, _people = crowd_of(workspace, 2)
    post = PostOffice()
    with open_office(post) as settings:
        workspace.run(set_mail_settings, settings)
        mailing = begin(workspace, reception)
        other = open_kept(workspace.place.location, TRADE)
        of = other.ask(queue, mailing)
        send(workspace, mailing, settings)
        assert [other.run(take_up, line, of.domain) for line in of.waiting] == [None, None]
        other.close()
    assert len(post.taken) == 2


def test_two_mailings_begun_at_once_send_each_guest_one(workspace: Workspace) -> None:
    reception, _people = crowd_of(workspace, 2)
    post = PostOffice()
    with open_office(post) as settings:
        workspace.run(set_mail_settings, settings)
        first, second = begin(workspace, reception), begin(workspace, reception)
        send(workspace, first, settings)
        send(workspace, second, settings)
    assert len(post.taken) == 2
    assert states(workspace, second) == {"failed": 2}


def test_the_server_refuses_one_and_puts_off_another(workspace: Workspace) -> None:
    reception, _people = crowd_of(workspace, 4)
    post = PostOffice(refused={address(1)}, later={address(2)})
    with open_office(post) as settings:
        workspace.run(set_mail_settings, settings)
        mailing = begin(workspace, reception)
        run = send(workspace, mailing, settings)
        assert (run.sent, run.refused, run.later, run.stopped) == (2, 1, 1, None)
        rows = {row.address: row for row in workspace.ask(sendings, mailing)}
        assert rows[address(1)].state == "failed"
        assert rows[address(1)].error == "550 5.1.1 no such mailbox here"
        assert rows[address(2)].state == "waiting"
        assert "greylisted" in rows[address(2)].error
        post.later.clear()
        assert send(workspace, mailing, settings).sent == 1
    statuses = {row.person.draft.emails[0]: row.status for row in
                workspace.ask(guests, reception, _dutch())}  # fmt: skip
    assert statuses[address(1)] == "proposed"
    assert statuses[address(2)] == "invited"


def test_what_concerns_everybody_stops_the_mailing(workspace: Workspace) -> None:
    reception, _people = crowd_of(workspace, 3)
    post = PostOffice(sender_refused=True)
    with open_office(post) as settings:
        workspace.run(set_mail_settings, settings)
        mailing = begin(workspace, reception)
        run = send(workspace, mailing, settings)
        assert "does not take letters from" in str(run.stopped)
        assert states(workspace, mailing) == {"waiting": 3}
        nobody = replace(settings, port=settings.port + 1 if settings.port < 65_000 else 1)
        assert "does not answer" in str(send(workspace, mailing, nobody).stopped)
    assert workspace.run(stop_mailing, mailing) == 3
    assert states(workspace, mailing) == {"failed": 3}


@pytest.mark.filterwarnings("ignore:Requiring AUTH")
def test_the_password_comes_from_the_keyring_and_a_wrong_one_is_told(workspace: Workspace) -> None:
    reception, _people = crowd_of(workspace, 1)
    post = PostOffice()
    with open_office(post, asks=True) as settings:
        workspace.run(set_mail_settings, settings)
        mailing = begin(workspace, reception)
        wrong = send(workspace, mailing, settings, "no idea")
        assert "user name or password" in str(wrong.stopped)
        assert states(workspace, mailing) == {"waiting": 1}
        assert keep_password(settings, PASSWORD)
        assert send(workspace, mailing, settings, password_of(settings) or "").sent == 1
        dumped = b"".join(path.read_bytes() for path in _files(workspace))
        assert PASSWORD.encode() not in dumped


def _files(workspace: Workspace) -> list[Path]:
    from pathlib import Path

    place = Path(workspace.place.location)
    return [one for one in place.parent.iterdir() if one.name.startswith(place.stem)]


def test_the_line_is_encrypted_and_the_certificate_checked(
    workspace: Workspace, certificate: tuple[ssl.SSLContext, ssl.SSLContext]
) -> None:
    reception, _people = crowd_of(workspace, 1)
    serving, trusting = certificate
    post = PostOffice()
    with open_office(post, asks=True, tls=serving) as settings:
        workspace.run(set_mail_settings, settings)
        mailing = begin(workspace, reception)
        stranger = send(workspace, mailing, settings, PASSWORD)
        assert "cannot be trusted" in str(stranger.stopped)
        courier = Courier(settings, PASSWORD, trust=trusting, timeout=5)
        assert send_mailing(workspace, mailing, courier, sleep=lambda _s: None).sent == 1


@pytest.mark.parametrize("accents", [True, False])
def test_an_address_with_accents_stands_in_nobody_elses_way(
    workspace: Workspace, *, accents: bool
) -> None:
    reception, _people = crowd_of(workspace, 2)
    more = [
        make_person(workspace, family_name=name, gender="f", language="nl", emails=(mail,))
        for name, mail in (("Aalto", "zoë@post.example"), ("Berg", "ida@städt.example"))
    ]
    workspace.run(invite, reception, more)
    post = PostOffice()
    with open_office(post, accents=accents) as settings:
        workspace.run(set_mail_settings, settings)
        mailing = begin(workspace, reception)
        run = send(workspace, mailing, settings)
    assert run.ended
    [letter] = post.to("ida@xn--stdt-moa.example")
    assert letter["To"] == "Aoi Berg <ida@xn--stdt-moa.example>"
    assert (run.sent, run.refused) == ((4, 0) if accents else (3, 1))
    assert len(post.to("zoë@post.example")) == int(accents)


def test_an_address_has_one_line() -> None:
    assert not is_mail("aoi@post.example\n")
