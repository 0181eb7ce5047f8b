"""After a mission: results, contacts made, whom to thank, actions, and closing it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.contacts.furnish import furnish
from app.core import clock
from app.core.errors import ConflictError, InvalidError
from app.core.text import Language
from app.dossiers.commands import (
    add_agreement,
    set_evaluation,
    set_outcome,
    set_stage,
    write_letters,
)
from app.dossiers.draft import AgreementDraft, AnswerDraft, EvaluationDraft, LettersDraft
from app.dossiers.model import Task
from app.dossiers.queries import follow_up, letter_sheet
from app.dossiers.rules.evaluation import Question, question_words, questions_of
from app.missions.commands import (
    add_cost,
    close_mission,
    reopen_mission,
    set_mission_stage,
    set_objectives,
    set_result,
)
from app.missions.draft import CostDraft, ObjectiveDraft
from app.missions.model import FairParty, Meeting, Mission
from app.missions.queries import (
    contacts_made,
    letters_of,
    mission_actions,
    mission_sheet,
    outcomes,
    to_settle,
    to_thank,
)
from app.missions.rules.closing import Settle, Standing, closing_findings
from app.missions.rules.thanks import Reason, first_text, reason_words
from tests.app.missions.delegations import put_row
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
    from uuid import UUID

    from app.core.workspace import Workspace

NL, EN = Language.NL, Language.EN
DAY = dt.date(2026, 5, 12)
LEFT = dt.datetime(2026, 5, 12, 9, 0)  # noqa: DTZ001 - local time, as the model keeps it


class Back:
    """A mission that is back: whom it met, what it met for."""

    def __init__(self, office: Workspace) -> None:
        office.run(furnish)
        self.id = make_mission(office, title="Bergen", starts_at=LEFT, ends_at=LEFT)
        self.alderman = make_person(office, family_name="Benhaddou")
        make_participant(office, self.id, self.alderman)
        self.port = make_organisation(office, name="Port of Bergen")
        self.hansen = make_person(office, family_name="Hansen", given_name="Ida", language="en")
        make_posting(office, self.hansen, self.port, function="director")
        self.moe = make_person(office, family_name="Moe", given_name="Ola", language="fr")
        make_moment(office, self.moe, happened_on=DAY - dt.timedelta(days=400))
        make_moment(office, self.hansen, self.moe, self.alderman, happened_on=DAY,
                    organisation=self.port, dossier=self.id)  # fmt: skip


@pytest.fixture
def back(office: Workspace) -> Back:
    return Back(office)


def test_contacts_made_tell_who_was_met_for_the_first_time(office: Workspace, back: Back) -> None:
    found = office.ask(contacts_made, back.id, NL)
    told = {one.person_id: (one.where, one.met_on, one.first) for one in found}
    assert told == {
        back.hansen: ("Port of Bergen", DAY, True),
        back.moe: ("Port of Bergen", DAY, False),
    }


def test_whom_to_thank_says_why_and_who_was(office: Workspace, back: Back) -> None:
    company = make_organisation(office, name="Fjord Energi")
    make_gift(office, direction="in", dossier=back.id, organisation=company, giver="Fjord")
    office.run(add_agreement, AgreementDraft("Ammonia", signed_on=DAY, organisation=back.port,
                                             dossier=back.id))  # fmt: skip
    rows = {one.name: one for one in office.ask(to_thank, back.id, NL)}
    assert set(rows) == {"Ida Hansen", "Ola Moe", "Fjord Energi"}  # the port has Ms Hansen
    assert rows["Ida Hansen"].reasons == (Reason.MET,)
    assert (rows["Fjord Energi"].kind, rows["Fjord Energi"].reasons) == (
        "organisation", (Reason.GIFT,),
    )  # fmt: skip
    texts = {"en": ("Our visit", "Thank you."), "fr": ("Notre visite", "Merci.")}
    draft = LettersDraft(DAY, texts, "The mayor", (back.hansen, back.moe), (), back.id)
    made = office.run(write_letters, draft)
    assert str(office.undo_label) == "Wrote 2 letters"
    assert office.ask(letters_of, back.id) == sorted(made, key=lambda one: one.bytes)
    sheets = {one.to.person.name.family: one for one in
              (office.ask(letter_sheet, key) for key in made) if one.to.person}  # fmt: skip
    assert sheets["Moe"].draft.body == "Merci."
    assert sheets["Hansen"].draft.subject == "Our visit"
    again = office.ask(to_thank, back.id, NL)
    assert [(one.name, one.written_on) for one in again] == [
        ("Fjord Energi", None), ("Ida Hansen", DAY), ("Ola Moe", DAY),
    ]  # fmt: skip
    office.undo()
    assert all(one.letter is None for one in office.ask(to_thank, back.id, NL))


def test_a_language_without_a_text_is_named(office: Workspace, back: Back) -> None:
    draft = LettersDraft(DAY, {"en": ("Our visit", "Thank you.")}, "", (back.hansen, back.moe))
    with pytest.raises(InvalidError) as told:
        office.run(write_letters, draft)
    assert told.value.problems[0].field == "body fr"
    assert office.ask(letters_of, back.id) == []
    assert [one.field for one in LettersDraft(None, {"nl": ("", " ")}).problems()] == [
        "to", "written_on", "body nl",
    ]  # fmt: skip


def test_a_result_is_noted_beside_its_target(office: Workspace, back: Back) -> None:
    office.run(set_objectives, back.id, [ObjectiveDraft("Talks", "talks", "12")])
    (row,) = office.ask(mission_sheet, back.id).objectives
    office.run(set_result, row.id, row.revision, "yes", " 14 talks ")
    (kept,) = office.ask(mission_sheet, back.id).objectives
    assert kept.draft == ObjectiveDraft("Talks", "talks", "12", "14 talks", "yes")
    with pytest.raises(ConflictError):
        office.run(set_result, row.id, row.revision, "no", "")
    with pytest.raises(InvalidError):
        office.run(set_result, row.id, None, "perhaps", "")
    office.undo()
    assert office.ask(mission_sheet, back.id).objectives[0].draft == row.draft


def meeting(office: Workspace, mission: UUID, result: str, task: UUID | None = None) -> UUID:
    """A meeting of a company with a host that is in no register yet."""
    sides = [
        office.run(put_row, FairParty, name=name, side=side, mission=(Mission, mission))
        for name, side in (("Zeewind", "ours"), ("Fjord", "host"))
    ]
    fields: dict[str, object] = {"company": (FairParty, sides[0]), "host": (FairParty, sides[1])}
    if task is not None:
        fields["task"] = (Task, task)
    return office.run(put_row, Meeting, result=result, **fields)


def test_meetings_are_counted_by_outcome_with_their_actions(office: Workspace, back: Back) -> None:
    own = make_task(office, title="Write the minutes", owner="Maes", dossier=back.id)
    theirs = make_task(office, title="Send the samples", owner="Zeewind")
    make_task(office, title="Nothing to do with it")
    make_task(office, title="Book tickets", days_before=30, dossier=back.id)  # the checklist's
    for result in ("contact", "deal", ""):
        meeting(office, back.id, result, theirs if result == "deal" else None)
    found = office.ask(outcomes, back.id)
    assert (found.counts, found.followed, found.total) == (
        (("deal", 1), ("contact", 1), ("", 1)), 1, 3,
    )  # fmt: skip
    actions = office.ask(mission_actions, back.id, NL)
    assert {one.id for one in actions} == {own, theirs}


def test_closing_names_what_is_open_and_keeps_the_figures(office: Workspace, back: Back) -> None:
    office.run(set_objectives, back.id, [ObjectiveDraft("Talks", "", "12"),
                                         ObjectiveDraft("A letter", reached="no")])  # fmt: skip
    task = make_task(office, title="Send the samples", owner="", dossier=back.id)
    assert task
    office.run(add_cost, back.id, CostDraft("Hotel", 1000))
    make_gift(office, given_on=None, dossier=back.id)
    with pytest.raises(InvalidError) as told:
        office.run(close_mission, back.id)
    assert [one.sentence.to(EN) for one in told.value.problems] == [
        "Objective without a result: Talks",
        "Action without an owner: Send the samples",
        "Cost without an amount paid: Hotel",
    ]
    light = [one.about for one in office.ask(to_settle, back.id) if not one.heavy]
    assert light == [Settle.ACTIONS, Settle.OUTCOME, Settle.EVALUATION, Settle.THANKS, Settle.GIFTS]
    before = office.ask(mission_sheet, back.id).draft
    office.run(close_mission, back.id, despite=True)
    closed = office.ask(mission_sheet, back.id).draft
    assert (closed.closed_on, closed.dossier.stage) == (clock.today(), "closed")
    with pytest.raises(InvalidError):
        office.run(add_cost, back.id, CostDraft("Taxi", 100))
    office.run(set_outcome, back.id, "A memorandum.")  # words may still be mended
    office.run(reopen_mission, back.id)
    office.run(add_cost, back.id, CostDraft("Taxi", 100))
    for _ in range(4):
        office.undo()
    assert office.ask(mission_sheet, back.id).draft == before


def test_a_mission_that_is_settled_closes_without_a_word(office: Workspace) -> None:
    mission = make_mission(office)
    office.run(set_stage, mission, "held")
    office.run(close_mission, mission)
    assert office.ask(mission_sheet, mission).draft.closed_on == clock.today()


def test_findings_are_words_with_the_heavy_ones_first() -> None:
    found = closing_findings(Standing(no_owner=("A",), no_day=("A", "B"), unthanked=1, ungiven=2))
    assert [(one.heavy, one.sentence.to(EN)) for one in found] == [
        (True, "Action without an owner: A"),
        (False, "Action without a day: A"),
        (False, "Action without a day: B"),
        (False, "1 person or post was not thanked yet"),
        (False, "2 gifts are still to be given"),
    ]
    assert closing_findings(Standing()) == ()


def test_a_mission_is_asked_questions_of_its_own(office: Workspace) -> None:
    mission = make_mission(office)
    asked = [one.question for one in office.ask(follow_up, mission).evaluation.answers]
    assert asked == list(questions_of("mission"))
    assert Question.TRAVEL in asked
    assert Question.GUESTS not in asked
    given = (AnswerDraft(Question.AIM, 4), AnswerDraft(Question.AGAIN, 5, "Next year"))
    office.run(set_evaluation, mission, EvaluationDraft(given))
    assert office.ask(follow_up, mission).mean == 4.5
    assert all(question_words(one).to(EN).endswith("?") for one in Question)


def test_words_of_thanks() -> None:
    subject, body = first_text("Bergen", EN)
    assert subject == "Our visit to Bergen"
    assert "\n\n" in body
    assert all(reason_words(one).to(EN) for one in Reason)


def test_nobody_is_thanked_before_it_leaves(office: Workspace) -> None:
    later = dt.datetime.combine(clock.today() + dt.timedelta(days=9), dt.time(9))
    mission = make_mission(office, starts_at=later, ends_at=later)
    make_gift(office, direction="in", dossier=mission, organisation=make_organisation(office))
    assert office.ask(to_thank, mission, NL) == []


def test_a_mission_that_is_moved_to_closed_keeps_its_figures(office: Workspace) -> None:
    mission = make_mission(office, title="Bergen", starts_at=LEFT, ends_at=LEFT)
    office.run(set_mission_stage, mission, "closed")
    assert office.ask(mission_sheet, mission).draft.closed_on == clock.today()
    with pytest.raises(InvalidError):
        office.run(add_cost, mission, CostDraft("Hotel", 100))
    office.run(set_mission_stage, mission, "held")
    assert office.ask(mission_sheet, mission).draft.closed_on is None
    office.run(add_cost, mission, CostDraft("Hotel", 100))
    office.undo()
    office.undo()
    assert office.ask(mission_sheet, mission).draft.closed_on == clock.today()
