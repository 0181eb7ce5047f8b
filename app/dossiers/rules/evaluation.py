"""The evaluation of a dossier in a few questions, each with a mark of 1 to 5 and words.

The questions are the house's own: nobody prescribes them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST, MOST = 1, 5


class Question(StrEnum):
    """What is asked, in the order of asking."""

    AIM = "aim"
    GUESTS = "guests"
    COURSE = "course"
    LASTING = "lasting"
    WORTH = "worth"
    PROGRAMME = "programme"
    PREPARATION = "preparation"
    TRAVEL = "travel"
    PARTNERS = "partners"
    AGAIN = "again"


_OF_A_RECEPTION = (
    Question.AIM, Question.GUESTS, Question.COURSE, Question.LASTING, Question.WORTH,
)  # fmt: skip
_OF_A_MISSION = (
    Question.AIM, Question.PROGRAMME, Question.PREPARATION, Question.TRAVEL, Question.PARTNERS,
    Question.LASTING, Question.AGAIN,
)  # fmt: skip


_QUESTIONS: dict[Question, str] = {
    Question.AIM: N_("Did it reach its aim?"),
    Question.GUESTS: N_("Were the right people there?"),
    Question.COURSE: N_("Did it run as planned?"),
    Question.LASTING: N_("Did it bring contacts or agreements that last?"),
    Question.WORTH: N_("Was it worth the time and the money?"),
    Question.PROGRAMME: N_("Was the programme full and well balanced?"),
    Question.PREPARATION: N_("Was everybody well prepared and informed?"),
    Question.TRAVEL: N_("Was the journey as sustainable as it could be?"),
    Question.PARTNERS: N_("Were partners and participants satisfied?"),
    Question.AGAIN: N_("Would we go again?"),
}
_MARKS: dict[int, str] = {
    1: N_("not at all"),
    2: N_("hardly"),
    3: N_("partly"),
    4: N_("largely"),
    5: N_("wholly"),
}


def questions_of(noun: str) -> tuple[Question, ...]:
    """What is asked of a kind of dossier ("reception", "mission")."""
    return _OF_A_MISSION if noun == "mission" else _OF_A_RECEPTION


def question_words(code: str) -> Sentence:
    """The question of a code."""
    return say(_QUESTIONS[Question(code)])


def mark_words(mark: int | None) -> Sentence | None:
    """A mark in words; None where there is none."""
    return say(_MARKS[mark]) if mark in _MARKS and mark is not None else None


def mean(marks: Iterable[int | None]) -> float | None:
    """The mean of the marks given, None where none was."""
    given = [mark for mark in marks if mark is not None]
    return sum(given) / len(given) if given else None
