"""The whole chain in one page: a list in, a reception, guests in order, a paper, and back again.

Read this first: it is how everything in Belfry is done, without a window.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.briefings import reception_briefing
from app.briefings.house import Audience
from app.briefings.paper import print_bytes
from app.contacts.furnish import furnish
from app.core import search
from app.core.errors import ConflictError
from app.core.text import Language
from app.dossiers.draft import DossierDraft
from app.interchange.adding import import_contacts
from app.interchange.importing import plan
from app.interchange.writing import export
from app.receptions.commands import add_reception, invite, remove_reception
from app.receptions.draft import ReceptionDraft
from app.receptions.queries import guests
from tests.app.briefings.reading import text

if TYPE_CHECKING:
    from pathlib import Path

    from app.core.workspace import Workspace

A_LIST = """\
Name;Function;Embassy;Sending country;City;Credentials;E-mail
Tanaka, Aoi;Ambassador;Embassy;Japan;Brussels;12/03/2024;aoi@example.org
Duval, Élodie;Ambassadeur;Ambassade;France;Bruxelles;05/09/2022;elodie@example.org
Wiśniewska, Łucja;Chargé d'affaires a.i.;Embassy;Poland;Brussels;;lucja@example.org
van der Meulen, Joris;;;;;;joris@example.org
"""
MAPPING = {
    "Name": "full_name",
    "Embassy": "organisation_kind",
    "Sending country": "sending_country",
    "City": "organisation_city",
    "Credentials": "credentials_on",
}


def test_from_a_list_to_a_paper_and_back(office: Workspace, tmp_path: Path) -> None:
    # A list as somebody sends it: the file tells its encoding, columns are guessed or named.
    office.run(furnish)
    file = tmp_path / "corps.csv"
    file.write_text(A_LIST, encoding="cp1250")
    understood = plan(file, "people", MAPPING)
    drafts = list(understood.drafts())
    assert [one.person.family_name for one in drafts if one.person][2] == "Wiśniewska"

    # Into the office: one command, one Step, one undo. Seven: four people, three embassies.
    done = office.run(import_contacts, drafts, file.name)
    assert (done.read, done.added, done.problems) == (4, 7, ())
    assert str(office.undo_label) == "Imported 7 records from corps.csv"

    # A reception, and the people of the list as its guests.
    begins = dt.datetime(2027, 4, 21, 18, 0)  # noqa: DTZ001 - local time, as the model keeps it
    facts = DossierDraft("Evening of the corps", starts_at=begins, place="Town hall", host="Mayor")
    evening = office.run(add_reception, ReceptionDraft(facts))
    assert office.run(invite, evening, done.people) == 4

    # Everybody has a place by the rules, and the reason of it in words.
    listed = office.ask(guests, evening, Language.EN)
    assert [(one.place, one.name.family, str(one.reason)) for one in listed] == [
        (1, "Duval", "Credentials 5 Sept 2022"),
        (2, "Tanaka", "Credentials 12 Mar 2024"),
        (3, "Wiśniewska", "Chargé d'affaires a.i., after the ambassadors"),
        (4, "van der Meulen", "Partners and guests, by the list of the office"),
    ]

    # The briefing is frozen values first (blocks), then pages.
    def composed(session, language):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 - shown as a reader would type it
        found = reception_briefing.compose(session, evening, language, Audience.INTERNAL)
        return reception_briefing.document(found)

    document = office.ask(composed, Language.FR)
    assert document.title == "Evening of the corps"
    printed = print_bytes(document)
    assert not printed.warnings
    assert all(name in text(printed.data) for name in ("Aoi Tanaka", "Élodie Duval", "Łucja"))

    # What we export imports again and adds nobody.
    ours = tmp_path / "ours.csv"
    assert office.ask(export, "people", ours) == 4
    again = office.run(import_contacts, plan(ours).drafts(), ours.name)
    assert (again.read, again.added, again.updated) == (4, 0, 0)

    # Undo goes back step by step: guests, reception, and then the whole list.
    for _step in ("guests", "reception", "list"):
        office.undo()
    assert office.ask(search.count, "Tanaka") == 0
    with pytest.raises(ConflictError):
        office.undo()
    for _step in ("list", "reception", "guests"):
        office.redo()
    assert office.ask(guests, evening, Language.EN) == listed
    office.run(remove_reception, evening)
