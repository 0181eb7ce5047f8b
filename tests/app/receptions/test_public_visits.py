"""Four public visits to Ghent entered whole, and their papers read as such a day would.

Dates, functions and stops are those the hosts published; every name of a person is invented.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import pytest

from app.briefings.catalogue import paper
from app.briefings.house import Audience
from app.briefings.paper import print_bytes
from app.contacts.furnish import furnish
from app.core import clock
from app.core.profile import Profile, set_profile
from app.core.text import Language
from app.dossiers.commands import set_programme
from app.dossiers.model import Dossier, DossierRole
from app.dossiers.rules.findings import Severity
from app.receptions.commands import change_guest, invite
from app.receptions.queries import date_check, reception_findings, reception_sheet
from tests.app.briefings.reading import text
from tests.app.briefings.spelled import spelled
from tests.app.receptions.visits import (
    JAPAN_2017,
    JAPAN_2020,
    KINGS_DAY,
    NETHERLANDS,
    VISITS,
    Visit,
)
from tests.builders import (
    guest_of,
    make_organisation,
    make_person,
    make_post,
    make_posting,
    make_reception,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

BLOCKS = ("Facts", "Table", "Callout", "Heading", "PersonCard", "Points", "Together", "Paragraph")
"""What the spelled text calls its parts."""


_FUNCTIONS = {"other": {"function": "", "title": "Commissaris van de Koning van Zeeland"}}
_BODIES = {
    "province": {"name": "Provincie Oost-Vlaanderen", "kind": "province", "country": "BE"},
    "city": {"name": "Stad Gent", "kind": "city", "country": "BE", "city": "Gent"},
    "university": {"name": "Universiteit", "kind": "university", "country": "BE"},
    "port": {"name": "North Sea Port", "kind": "company", "country": "BE"},
    "zeeland": {"name": "Provincie Zeeland", "kind": "province", "country": "NL"},
}


def _roles(session: Session, reception: UUID, roles: Sequence[tuple[str, str, str]]) -> None:
    dossier = session.get_one(Dossier, reception)
    for place, (role, name, phone) in enumerate(roles):
        dossier.roles.append(DossierRole(role=role, name=name, phone=phone, position=place))


def entered(office: Workspace, visit: Visit) -> UUID:
    """The visit in the office, through commands alone."""
    from app.core.command import command

    morning = dt.datetime.combine(visit.day, dt.time(8), dt.UTC) - dt.timedelta(days=3)
    with clock.stopped_at(morning):
        office.run(furnish)
        office.run(set_profile, Profile("Stad Gent", "Protocol"))
        reception = make_reception(
            office,
            title=visit.title,
            starts_at=visit.at(visit.hours[0]),
            ends_at=visit.at(visit.hours[1]),
            place=visit.place,
            host=visit.host,
            kind=visit.kind,
            origin=visit.origin,
            **visit.facts,
        )
        places: dict[str, UUID] = {}
        for guest in visit.guests:
            _come(office, reception, guest, places, visit)
        office.run(set_programme, reception, visit.drafts())
        if visit.roles:
            office.run(command("Roles")(_roles), reception, visit.roles)
    return reception


def _come(
    office: Workspace,
    reception: UUID,
    guest: tuple[str, ...],
    places: dict[str, UUID],
    visit: Visit,
) -> None:
    given, family, gender, spoken, function, body, circle = guest
    person = make_person(
        office, given_name=given, family_name=family, gender=gender, languages=tuple(spoken.split())
    )
    if body not in places:
        kind, _space, country = body.partition(" ")
        if kind == "emb":
            places[body] = make_post(office, country)
        elif kind == "hc":
            kinds = {"kind": "honorary_consulate", "country": country, "city": "Gent"}
            places[body] = make_organisation(office, **kinds)
        else:
            places[body] = make_organisation(office, **_BODIES[body])
    named = _FUNCTIONS.get(function, {"function": function})
    since = visit.day - dt.timedelta(days=400)
    make_posting(office, person, places[body], **named, starts_on=since)
    office.run(invite, reception, [person], "accepted", circle)
    if circle == "principal":
        place = office.ask(guest_of, reception, person)
        first = visit.guests[0][1] == family
        office.run(change_guest, place, circle=circle, persons=1, note="", guest_of_honour=first)


def printed(office: Workspace, visit: Visit, reception: UUID, kind: str, **how: Any) -> str:
    """The words of a paper in their order, each of them read back from the printed file."""
    made = paper(kind)
    assert made is not None
    language = how.get("language", Language.NL)
    audience = how.get("audience", Audience.INTERNAL)
    morning = dt.datetime.combine(visit.day, dt.time(8), dt.UTC) - dt.timedelta(days=2)
    with clock.stopped_at(morning):
        document = office.ask(made.make, reception, language, audience)
    result = print_bytes(document)
    assert [str(one) for one in result.warnings] == []
    read = text(result.data)
    told = spelled(document)
    lost = [word for word in re.findall(r"\w{3,}", told.partition("[")[2]) if word not in read]
    assert [word for word in lost if word not in BLOCKS] == []
    return " ".join(told.split())


@pytest.mark.parametrize("year", VISITS)
def test_the_day_is_entered_whole(office: Workspace, year: str) -> None:
    visit = VISITS[year]
    reception = entered(office, visit)
    sheet = office.ask(reception_sheet, reception)
    assert [row.draft for row in sheet.programme] == visit.drafts()
    assert 2 <= len({row.draft.place for row in sheet.programme}) <= 9
    hosts = {row.draft.host for row in sheet.programme if row.draft.host}
    assert len(hosts) >= (1 if year == "2025" else 2)
    found = office.ask(reception_findings, reception)
    assert [str(one.sentence) for one in found if one.severity is Severity.WRONG] == []


@pytest.mark.parametrize("year", VISITS)
@pytest.mark.parametrize("language", Language)
def test_its_papers_read_as_such_a_day(workspace: Workspace, year: str, language: Language) -> None:
    visit = VISITS[year]
    reception = entered(workspace, visit)
    public = printed(workspace, visit, reception, "programme", language=language)
    inside = printed(workspace, visit, reception, "run-sheet", language=language)
    briefing = printed(workspace, visit, reception, "reception-briefing", language=language)
    for one in visit.lines:
        assert (one["title"] in public) is one.get("public", True)
        assert one["title"] in inside
        assert one["at"] in inside
        assert one["place"] in inside
        assert one.get("phone", "") in inside
        assert one.get("note", "") in inside
        assert not one.get("phone") or one["phone"] not in public
        assert not one.get("note") or one["note"] not in public
    assert visit.host in public
    assert visit.host in briefing
    for guest in visit.guests:
        assert guest[1] in briefing
    titles = [one["title"] for one in visit.lines if one.get("public", True)]
    assert [public.index(title) for title in titles] == sorted(map(public.index, titles))


def test_the_governor_is_host_in_2016(workspace: Workspace) -> None:
    reception = entered(workspace, NETHERLANDS)
    public = printed(workspace, NETHERLANDS, reception, "programme")
    assert "maandag 29 februari 2016" in public
    assert "Gastheer: een gedeputeerde" in public
    assert "Wouter Steenhaut, Burgemeester van Gent" in public
    order = printed(workspace, NETHERLANDS, reception, "speech-order")
    assert order.index("Wouter Steenhaut") < order.index("Anneleen Vercruyssen")
    assert "60 minuten" in order


def test_cars_and_phones_of_2017_stay_inside(workspace: Workspace) -> None:
    reception = entered(workspace, JAPAN_2017)
    inside = printed(workspace, JAPAN_2017, reception, "run-sheet", language=Language.EN)
    for words in ("Driver Wout", "0470 00 00 02", "If it rains: by coach", "Two cars", "staff only",
                  "to be named", "Transfer"):  # fmt: skip
        assert words in inside
    outside = printed(
        workspace, JAPAN_2017, reception, "run-sheet", language=Language.EN,
        audience=Audience.EXTERNAL,
    )  # fmt: skip
    for words in ("0470", "Two cars", "By car to the port", "INTERNAL"):
        assert words not in outside
    assert "Luncheon with port and chamber of commerce" in outside


def test_five_stops_with_their_ways_in_2020(workspace: Workspace) -> None:
    reception = entered(workspace, JAPAN_2020)
    inside = printed(workspace, JAPAN_2020, reception, "run-sheet")
    assert "30 min onderweg" in inside
    assert "Bij regen: tuin onder glas" in inside
    order = printed(workspace, JAPAN_2020, reception, "speech-order")
    assert "Mei Arakawa" in order
    assert "Japans" in order
    assert "Mijnheer de ambassadeur," in order
    sentences = [str(one.sentence) for one in workspace.ask(reception_findings, reception)]
    assert not [one for one in sentences if "interpreter" in one]


def test_the_consul_is_host_in_the_citys_building_in_2025(workspace: Workspace) -> None:
    reception = entered(workspace, KINGS_DAY)
    public = printed(workspace, KINGS_DAY, reception, "programme", language=Language.EN)
    assert "Friday, 25 April 2025" in public
    assert "the Honorary Consul-General of the Netherlands" in public
    order = printed(workspace, KINGS_DAY, reception, "speech-order", language=Language.EN)
    assert order.index("Boomgaard") < order.index("Rozeboom") < order.index("Mortelmans")
    check = workspace.ask(date_check, reception, Language.EN)
    assert check is not None
    assert set(check.countries) == {"FR", "NL"}
    assert not [one for one in check.clashes if one.severity is Severity.WRONG]


def test_the_invitation_with_the_wrong_friday_would_have_been_seen(workspace: Workspace) -> None:
    wrong = Visit(**{**KINGS_DAY.__dict__, "title": "King’s Day reception, Friday 26 April 2025"})
    reception = entered(workspace, wrong)
    [found] = [
        one
        for one in workspace.ask(reception_findings, reception)
        if one.severity is Severity.WRONG
    ]
    assert "“Friday 26 April 2025” is no such day" in str(found.sentence)
