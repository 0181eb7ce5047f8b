"""What came of a dossier: outcome, costs against the budget, five questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.core.errors import ConflictError, InvalidError
from app.dossiers.commands import set_costs, set_evaluation, set_outcome, set_roles
from app.dossiers.draft import AnswerDraft, CostDraft, CostsDraft, EvaluationDraft, RoleDraft
from app.dossiers.queries import follow_up
from app.dossiers.rules.costs import left_words, totals
from app.dossiers.rules.evaluation import (
    Question,
    mark_words,
    mean,
    question_words,
    questions_of,
)
from tests.builders import make_reception

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace

CATERING = CostDraft("Catering", 120_000, 131_050)
FLOWERS = CostDraft("Flowers", 15_000, None, "North Sea Port")


@pytest.fixture
def dossier(office: Workspace) -> UUID:
    return make_reception(office)


def test_an_outcome_is_kept(office: Workspace, dossier: UUID) -> None:
    office.run(set_outcome, dossier, "  A letter of intent.\n")
    assert office.ask(follow_up, dossier).outcome == "A letter of intent."
    assert str(office.undo_label) == "Wrote the outcome of Spring reception"
    office.run(set_outcome, dossier, "A letter of intent.")
    office.undo()
    assert office.ask(follow_up, dossier).outcome == ""


def test_costs_stand_beside_the_budget(office: Workspace, dossier: UUID) -> None:
    office.run(set_costs, dossier, CostsDraft(150_000, (CATERING, FLOWERS)))
    found = office.ask(follow_up, dossier)
    assert found.costs.lines == (CATERING, FLOWERS)
    assert (found.totals.planned, found.totals.paid, found.totals.open) == (135_000, 131_050, 1)
    assert found.totals.left == 18_950
    office.run(set_costs, dossier, CostsDraft(None, (FLOWERS,)))
    again = office.ask(follow_up, dossier)
    assert again.costs == CostsDraft(None, (FLOWERS,))
    office.undo()
    assert office.ask(follow_up, dossier) == found


def test_without_a_budget_the_plan_is_the_measure() -> None:
    assert totals(None, [(100, 120), (50, None)]).left == 30
    assert totals(None, []).left is None
    over = totals(100, [(None, 250)])
    assert str(left_words(over, "1,50 €")) == "1,50 € over budget"
    assert left_words(totals(None, []), "") is None


def test_a_cost_says_what_for(office: Workspace, dossier: UUID) -> None:
    draft = CostsDraft(-1, (CATERING, CostDraft("", -5)))
    with pytest.raises(InvalidError) as refused:
        office.run(set_costs, dossier, draft)
    told = [(one.field, one.line) for one in refused.value.problems]
    assert told == [("budget", None), ("what", 2), ("planned", 2)]


def test_five_questions_are_answered(office: Workspace, dossier: UUID) -> None:
    found = office.ask(follow_up, dossier)
    assert [one.question for one in found.evaluation.answers] == list(questions_of("reception"))
    assert (found.mean, found.is_evaluated) == (None, False)
    answers = (AnswerDraft("aim", 4, "Mostly."), AnswerDraft("worth", 5), AnswerDraft("guests"))
    office.run(set_evaluation, dossier, EvaluationDraft(answers))
    found = office.ask(follow_up, dossier)
    assert [one.mark for one in found.evaluation.answers] == [4, None, None, None, 5]
    assert (found.mean, found.is_evaluated) == (4.5, True)
    office.run(set_evaluation, dossier, EvaluationDraft((AnswerDraft("aim"),)))
    assert office.ask(follow_up, dossier).mean == 5


@pytest.mark.parametrize("answer", [AnswerDraft("aim", 6), AnswerDraft("taste", 3)])
def test_a_mark_goes_from_one_to_five(
    office: Workspace, dossier: UUID, answer: AnswerDraft
) -> None:
    with pytest.raises(InvalidError):
        office.run(set_evaluation, dossier, EvaluationDraft((answer,)))


def test_questions_and_marks_have_words() -> None:
    assert len({str(question_words(one)) for one in Question}) == len(Question)
    assert [str(mark_words(one)) for one in (1, 5)] == ["not at all", "wholly"]
    assert mark_words(None) is None
    assert mean([]) is None


def test_costs_and_answers_given_meanwhile_are_not_lost(office: Workspace, dossier: UUID) -> None:
    seen = office.ask(follow_up, dossier)
    costs = CostsDraft(10_000, (CostDraft("Flowers", 4_000),))
    office.run(set_costs, dossier, costs, seen.costs)
    with pytest.raises(ConflictError):
        office.run(set_costs, dossier, CostsDraft(), seen.costs)
    answers = EvaluationDraft((AnswerDraft(Question.AIM, 4),))
    office.run(set_evaluation, dossier, answers, seen.evaluation)
    with pytest.raises(ConflictError):
        office.run(set_evaluation, dossier, EvaluationDraft(), seen.evaluation)
    assert office.ask(follow_up, dossier).costs == costs


def test_a_role_given_meanwhile_is_not_lost(office: Workspace, dossier: UUID) -> None:
    office.run(set_roles, dossier, [RoleDraft("Usher", "Mia")], ())
    with pytest.raises(ConflictError):
        office.run(set_roles, dossier, [RoleDraft("Driver", "Bo")], ())
    office.run(set_roles, dossier, [RoleDraft("Usher", "Bo")], [RoleDraft("Usher", "Mia")])
