"""What comes in once something was held: costs, and the answers of the evaluation."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Problem
from app.core.text import N_, say
from app.dossiers.draft.dossier import TITLE_LIMIT
from app.dossiers.rules.evaluation import LEAST, MOST, Question

WORDS_LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class CostDraft:
    """A cost: amounts in euro cents, None while unknown; `paid_by` is "" for the city."""

    what: str = ""
    planned: int | None = None
    paid: int | None = None
    paid_by: str = ""

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not self.what.strip():
            found.append(Problem("what", say(N_("Say what it is for."))))
        if len(self.what) > TITLE_LIMIT:
            long = N_("This is longer than {limit} characters: shorten it.")
            found.append(Problem("what", say(long, limit=TITLE_LIMIT)))
        wrong = [name for name in ("planned", "paid") if (getattr(self, name) or 0) < 0]
        return found + [Problem(name, say(N_("An amount is nothing or more."))) for name in wrong]


@dataclass(frozen=True, slots=True)
class CostsDraft:
    """All costs of a dossier, with its budget in euro cents."""

    budget: int | None = None
    lines: tuple[CostDraft, ...] = ()

    def problems(self) -> list[Problem]:
        """What a person must mend; of a line its number is told."""
        found = []
        if (self.budget or 0) < 0:
            found.append(Problem("budget", say(N_("An amount is nothing or more."))))
        for number, line in enumerate(self.lines, 1):
            found += [Problem(one.field, one.sentence, number) for one in line.problems()]
        return found


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """The answer to one question; without mark and words it is taken away."""

    question: str = Question.AIM
    mark: int | None = None
    words: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered."""
        return self.mark is None and not self.words.strip()

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if self.question not in set(Question):
            found.append(Problem("question", say(N_("Choose one from the list."))))
        if self.mark is not None and not LEAST <= self.mark <= MOST:
            found.append(Problem("mark", say(N_("Marks go from 1 to 5."))))
        if len(self.words) > WORDS_LIMIT:
            long = N_("This is longer than {limit} characters: shorten it.")
            found.append(Problem("words", say(long, limit=WORDS_LIMIT)))
        return found


@dataclass(frozen=True, slots=True)
class EvaluationDraft:
    """The answers to the questions of a dossier."""

    answers: tuple[AnswerDraft, ...] = ()

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return [problem for one in self.answers for problem in one.problems()]
