"""The report of a mission on paper: what the house reads, what others may."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.briefings.catalogue import paper
from app.briefings.house import Audience
from app.briefings.letters_together import letter_documents
from app.briefings.paper import print_bundle, print_bytes
from app.contacts.furnish import furnish
from app.core import clock
from app.core.text import Language
from app.dossiers.commands import (
    add_agreement,
    set_done,
    set_evaluation,
    set_outcome,
    set_programme,
    write_letters,
)
from app.dossiers.draft import (
    AgreementDraft,
    AnswerDraft,
    EvaluationDraft,
    LettersDraft,
    ProgrammeDraft,
)
from app.missions.commands import (
    add_cost,
    add_leg,
    add_meeting,
    add_party,
    make_slots,
    note_outcome,
    set_objectives,
)
from app.missions.draft import (
    CostDraft,
    FairPartyDraft,
    LegDraft,
    MeetingDraft,
    ObjectiveDraft,
    OutcomeDraft,
    ShareDraft,
    SlotsDraft,
)
from app.missions.queries import fair_board, letters_of
from app.missions.rules.shares import Payer
from app.schema import furnish_office
from tests.app.briefings.reading import text
from tests.app.briefings.spelled import spelled
from tests.builders import (
    make_gift,
    make_mission,
    make_moment,
    make_organisation,
    make_participant,
    make_person,
    make_posting,
    make_task,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from app.briefings.blocks import Document
    from app.core.workspace import Workspace

GOLDEN = Path(__file__).parents[2] / "golden"
BACK = dt.datetime(2027, 5, 24, 8, 30, tzinfo=dt.UTC)
DAY = dt.date(2027, 5, 11)


@pytest.fixture(autouse=True)
def two_weeks_after(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The printed time is that of the office; here it is in UTC."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    with clock.stopped_at(BACK):
        yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def mission(workspace: Workspace) -> UUID:
    """A mission to Bergen with one of everything a report tells."""
    run = workspace.run
    furnish_office(workspace)
    made = make_mission(workspace, title="Port & <b>wind</b>", decision="Decision 412",
                        decided_on=dt.date(2027, 3, 1), budget=500_000,
                        objective="Two partners.", reason="SECRET reason", goals=(7,))  # fmt: skip
    alderman = make_person(workspace, family_name="Maes", given_name="An", gender="f")
    make_posting(workspace, alderman, make_organisation(workspace, kind="city", name="Stad Gent"),
                 function="alderman")  # fmt: skip
    head = make_participant(workspace, made, alderman, "head", "confirmed")
    gone = make_participant(workspace, made, None, "business", "withdrawn")
    assert gone
    port = make_organisation(workspace, kind="port", name="Port of Bergen", country="NO")
    hansen = make_person(workspace, family_name="Hansen", given_name="Ida", language="en")
    make_posting(workspace, hansen, port, function="director")
    quiet = make_person(workspace, family_name="SECRET", given_name="Ola")
    make_moment(workspace, hansen, happened_on=DAY, organisation=port, dossier=made)
    make_moment(workspace, quiet, happened_on=DAY, dossier=made, confidential=True)
    run(set_objectives, made, [ObjectiveDraft("Talks", "talks", "12", "14", "yes"),
                               ObjectiveDraft("A letter", "signed", "1")])  # fmt: skip
    run(set_outcome, made, "A memorandum on ammonia.\n\nA group meets in autumn.")
    signed = AgreementDraft(
        "Green ammonia", "intent", DAY, dt.date(2030, 5, 10), organisation=port, dossier=made
    )
    run(add_agreement, signed)
    run(set_programme, made, [
        ProgrammeDraft("Harbour tour", dt.datetime(2027, 5, 11, 9, 30)),  # noqa: DTZ001 - local
        ProgrammeDraft("SECRET briefing", dt.datetime(2027, 5, 11, 8), public=False),  # noqa: DTZ001 - local
    ])  # fmt: skip
    make_task(workspace, title="Call the group", owner="Kruidenier",
              due_on=dt.date(2027, 6, 21), dossier=made)  # fmt: skip
    run(set_done, make_task(workspace, title="Report", owner="", dossier=made))
    leg = LegDraft("train", "high_speed", start="Gent", end="Hamburg", distance_km=655.0,
                   travellers=(head,), departs_at=dt.datetime(2027, 5, 10, 8))  # noqa: DTZ001 - local  # fmt: skip
    run(add_leg, made, leg)
    plane = LegDraft("plane", "economy", start="HAM Hamburg", end="BGO Bergen",
                     travellers=(head,), train_minutes=300, motive="The council met")  # fmt: skip
    run(add_leg, made, plane)
    shares = (ShareDraft(Payer.CITY), ShareDraft(Payer.PARTNER, 1, "The chamber"))
    run(add_cost, made, CostDraft("SECRET hotel", 100_000, 90_001, "", "EUR", DAY, shares))
    make_gift(workspace, what="SECRET lantern", direction="in", given_on=DAY, value=12_000,
              person=hansen, dossier=made)  # fmt: skip
    run(set_evaluation, made, EvaluationDraft((AnswerDraft("aim", 4, "SECRET words"),
                                               AnswerDraft("again", 5))))  # fmt: skip
    ours = run(add_party, made, FairPartyDraft("Zeewind"))
    theirs = run(add_party, made, FairPartyDraft("Fjord", "host", person=hansen))
    run(make_slots, made, SlotsDraft(DAY))
    slot = workspace.ask(fair_board, made).slots[0].id
    meeting = run(add_meeting, made, MeetingDraft(ours, theirs, slot))
    run(note_outcome, meeting, None, OutcomeDraft("deal", "SECRET price", "Send it", "Zeewind"))
    return made


def made(workspace: Workspace, mission: UUID, language: Language, audience: Audience) -> Document:
    wanted = paper("mission-report")
    assert wanted is not None
    return workspace.ask(wanted.make, mission, language, audience)


HEADINGS = {
    Language.NL: ("Missieverslag", "Resultaten tegenover doelstellingen", "Intentieverklaring"),
    Language.FR: ("Rapport de mission", "Résultats par rapport aux objectifs", "Contacts noués"),
    Language.EN: ("Mission report", "Results against objectives", "Contacts made"),
}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("audience", list(Audience))
def test_the_report_is_for_the_college_in_three_languages(
    workspace: Workspace, mission: UUID, language: Language, audience: Audience
) -> None:
    document = made(workspace, mission, language, audience)
    printed = print_bytes(document)
    assert not printed.warnings
    assert 2 <= printed.pages <= 6
    found = spelled(document)
    assert ("SECRET" in found) == (audience is Audience.INTERNAL)
    assert all(words in found for words in HEADINGS[language])


@pytest.mark.parametrize("audience", list(Audience))
def test_the_report_reads_as_it_was_agreed(
    workspace: Workspace, mission: UUID, audience: Audience, request: pytest.FixtureRequest
) -> None:
    found = spelled(made(workspace, mission, Language.EN, audience))
    golden = GOLDEN / f"mission-report-en-{audience}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_the_house_reads_what_others_do_not(workspace: Workspace, mission: UUID) -> None:
    inside = spelled(made(workspace, mission, Language.EN, Audience.INTERNAL))
    outside = spelled(made(workspace, mission, Language.EN, Audience.EXTERNAL))
    for words in ("Evaluation · 4.5 of 5", "SECRET lantern", "SECRET price", "Ola SECRET",
                  "Still open", "Objective without a result: A letter", "900.01"):  # fmt: skip
        assert words in inside
        assert words not in outside
    for words in ("A memorandum on ammonia.", "Green ammonia", "12 talks", "Call the group",
                  "Ida Hansen", "Decision 412", "The council met", "1 participant:"):  # fmt: skip
        assert words in outside


def test_letters_stand_behind_each_other_in_one_file(workspace: Workspace) -> None:
    workspace.run(furnish)
    mission = make_mission(workspace)
    people = tuple(
        make_person(workspace, family_name=name, given_name="A", language=language)
        for name, language in (("Hansen", "en"), ("Blanc", "fr"))
    )
    texts = {"en": ("Our visit", "Thank you."), "fr": ("Notre visite", "Merci.")}
    workspace.run(write_letters, LettersDraft(DAY, texts, "The mayor", people, (), mission))
    letters = workspace.ask(letters_of, mission)
    printed = print_bundle(workspace.ask(letter_documents, letters, Language.NL), title="Letters")
    assert printed.pages == 2
    words = text(printed.data)
    assert "Thank you." in words
    assert "Merci." in words
