"""What stands in the way of a date, told before the invitations go out."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from app.contacts.furnish import furnish
from app.core.text import Language
from app.dossiers.commands import set_programme
from app.dossiers.draft import ProgrammeDraft
from app.dossiers.model import SpecialDay
from app.dossiers.rules.findings import Severity
from app.dossiers.special_days import furnish_special_days
from app.receptions.commands import invite, set_status
from app.receptions.queries import DateAsked, check_date, date_check, reception_findings
from app.receptions.rules.clashes import ClashKind, clash_label, same_place
from app.receptions.rules.salutation import Greeted, salutation
from tests.builders import guest_of, make_ambassador, make_person, make_reception

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace
    from app.receptions.rules.clashes import Clash


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def reception(office: Workspace, starts: str, ends: str = "", **facts: Any) -> UUID:
    until = moment(ends) if ends else None
    return make_reception(office, starts_at=moment(starts), ends_at=until, **facts)


def clashes(office: Workspace, of: UUID) -> tuple[Clash, ...]:
    found = office.ask(date_check, of, Language.EN)
    assert found is not None
    return found.clashes


def said(office: Workspace, of: UUID) -> list[str]:
    return [str(one.sentence) for one in clashes(office, of)]


def test_national_day_and_holidays_of_guests_and_of_here(office: Workspace) -> None:
    office.run(furnish)
    made = reception(office, "2026-07-14T18:00")
    office.run(invite, made, [make_ambassador(office, "FR"), make_ambassador(office, "JP")])
    found = said(office, made)
    assert found == ["It is the national day of France (National Day)."]
    belgian = said(office, reception(office, "2026-07-21T12:00"))
    assert [one for one in belgian if one.startswith("It is the national day of Belgium")]
    labour = reception(office, "2026-05-01T12:00")
    office.run(invite, labour, [make_ambassador(office, "FR"), make_ambassador(office, "JP")])
    assert said(office, labour) == [
        "It is a holiday here: Labor Day.", "Public holiday in France: Labor Day.",
    ]  # fmt: skip
    flemish = said(office, reception(office, "2026-07-11T12:00"))
    assert "It is a holiday here: Day of the Flemish Community." in flemish


def test_a_national_day_reception_may_be_on_its_day(office: Workspace) -> None:
    office.run(furnish)
    made = reception(office, "2026-07-14T18:00", kind="national_day")
    office.run(invite, made, [make_ambassador(office, "FR")])
    [day] = [one for one in clashes(office, made) if one.kind is ClashKind.NATIONAL_DAY]
    assert day.severity is Severity.NOTE


def test_guests_who_regret_bring_no_country(office: Workspace) -> None:
    office.run(furnish)
    made = reception(office, "2026-07-14T18:00")
    person = make_ambassador(office, "FR")
    office.run(invite, made, [person])
    office.run(set_status, [office.ask(guest_of, made, person)], "regrets")
    assert said(office, made) == []


def test_moving_days_with_their_advice(office: Workspace) -> None:
    office.run(furnish)
    office.run(furnish_special_days)
    lunch = said(office, reception(office, "2026-03-03T12:00", "2026-03-03T14:00"))
    [ramadan] = lunch
    assert ramadan == (
        "Ramadan, 18 Feb 2026 to 19 Mar 2026: no meal or drink before sunset (may be a day earlier"
        " or later)."
    )
    eve = said(office, reception(office, "2026-09-11T18:00", "2026-09-11T21:00"))
    assert eve == [
        "Rosh Hashanah begins this evening at sunset: work and travel are avoided.",
        "The Sabbath lasts from Friday evening to Saturday evening.",
    ]


def _council(session: Session) -> None:
    session.add(
        SpecialDay(
            kind="council",
            name_nl="Gemeenteraad",
            starts_on=dt.date(2026, 11, 23),
            advice="council",
        )
    )


def test_a_council_day_weighs_most(office: Workspace) -> None:
    from app.core.command import command

    office.run(command("A council day")(_council))
    [found] = clashes(office, reception(office, "2026-11-23T18:00"))
    assert (found.kind, found.severity) == (ClashKind.COUNCIL, Severity.WRONG)
    assert str(found.sentence) == "Gemeenteraad: mayor and aldermen are in the council."


def test_the_same_guests_elsewhere(office: Workspace) -> None:
    people = [make_person(office, family_name=f"Guest {n}", given_name="A") for n in range(5)]
    made = reception(office, "2026-11-24T18:00", "2026-11-24T20:00")
    evening = reception(office, "2026-11-24T19:00", title="Gala")
    morning = reception(office, "2026-11-24T09:00", "2026-11-24T10:00", title="Breakfast")
    for one in (made, evening):
        office.run(invite, one, people)
    office.run(invite, morning, people[:1])
    gone = office.ask(guest_of, morning, people[0])
    found = clashes(office, made)
    gala, breakfast = [str(one.sentence) for one in found]
    three = "A Guest 0, A Guest 1, A Guest 2 and 2 more"
    assert gala == f"On the list of “Gala” at the same time (19:00): {three}."
    assert breakfast == "On the list of “Breakfast” the same day (09:00): A Guest 0."
    assert [one.record for one in found] == [evening, morning]
    office.run(set_status, [gone], "regrets")
    assert len(said(office, made)) == 1


def test_room_and_host_are_taken(office: Workspace) -> None:
    made = reception(
        office, "2026-11-24T18:00", "2026-11-24T20:00", place="City Hall, Throne Room", host="Mayor"
    )
    other = reception(office, "2026-11-24T17:00", "2026-11-24T19:00", title="Talks", host="mayor")
    office.run(
        set_programme,
        other,
        [ProgrammeDraft("Talks", moment("2026-11-24T17:30"), 60, "Throne Room")],
    )
    later = ProgrammeDraft("Toast", moment("2026-11-24T18:15"), 5, "Throne Room", host="Mayor")
    office.run(set_programme, other, [later])
    assert said(office, made) == [
        "City Hall, Throne Room is taken at 18:15 by “Talks”.",
        "Mayor is host of “Talks” at 18:15 too.",
    ]
    assert {one.record for one in clashes(office, made)} == {other}
    free = reception(office, "2026-11-24T21:00", place="Throne Room", host="Mayor")
    assert said(office, free) == []


def test_a_date_is_asked_before_it_is_kept(office: Workspace) -> None:
    reception(office, "2026-11-24T18:00", "2026-11-24T20:00", place="Throne Room", title="Talks")
    asked = DateAsked(moment("2026-11-24T19:00"), place="Throne Room")
    check = office.ask(check_date, asked, Language.EN)
    assert [str(one.sentence) for one in check.clashes] == [
        "Throne Room is taken at 18:00 by “Talks”."
    ]
    assert check.countries == ()
    assert office.ask(date_check, make_reception(office, starts_at=None), Language.EN) is None


def test_every_kind_has_words_and_places_are_known_by_their_end() -> None:
    assert all(clash_label(one).to(Language.NL) for one in ClashKind)
    assert same_place("Stadhuis, Troonzaal", "troonzaal")
    assert not same_place("Troonzaal", "Kleine troonzaal 2")
    assert not same_place("", "Troonzaal")


def test_a_speech_without_interpreter_for_the_guest_of_honour(office: Workspace) -> None:
    made = reception(office, "2026-11-24T18:00")
    guest = make_person(office, family_name="Tanaka", given_name="Aoi", languages=("ja", "en"))
    helper = make_person(office, family_name="Ito", given_name="Emi", languages=("ja", "nl"))
    office.run(invite, made, [guest], "accepted", "principal")
    office.run(invite, made, [helper], "accepted", "suite")
    speech = ProgrammeDraft("Welcome", moment("2026-11-24T18:00"), 5, language="nl", kind="speech")
    office.run(set_programme, made, [speech])
    found = [str(one.sentence) for one in office.ask(reception_findings, made)]
    assert any("in Dutch, which is not on the card of Aoi Tanaka, and" in one for one in found)


def test_a_speech_greets_in_order_and_several_at_once() -> None:
    present = [
        Greeted("Mevrouw de ambassadeur", "Tanaka", honoured=True),
        Greeted("Monseigneur", "Bellini"),
        Greeted("Mijnheer de ambassadeur", "Haddad"),
        Greeted("Mevrouw de burgemeester", "Maes"),
        Greeted("Mevrouw de ambassadeur", "Moreau"),
        Greeted("Mijnheer Claes", "Claes"),
    ]
    assert salutation(present, Language.NL) == (
        "Mevrouw de ambassadeur",
        "Monseigneur",
        "Excellenties",
        "Mevrouw de burgemeester",
        "Dames en heren",
    )
    french = [Greeted("Monsieur l'Ambassadeur", "A"), Greeted("Madame l’Ambassadeur", "B")]
    assert salutation(french, Language.FR)[0] == "Mesdames et Messieurs les Ambassadeurs"
    assert salutation([Greeted("Your Excellency", "A")], Language.EN) == (
        "Your Excellency", "Ladies and gentlemen",
    )  # fmt: skip
