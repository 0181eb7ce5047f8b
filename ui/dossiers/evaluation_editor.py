"""The dialog of the evaluation: a mark and words for each question of a kind of dossier."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from app.dossiers.draft import AnswerDraft, EvaluationDraft
from app.dossiers.rules.evaluation import (
    LEAST,
    MOST,
    Question,
    mark_words,
    question_words,
    questions_of,
)
from ui.core import theme
from ui.core.buttons import ChipBar
from ui.core.editor import Editor
from ui.core.fields import Field, LongTextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import read, tr
from ui.dossiers.subject import MISSION, RECEPTION


class MarkField(Field):
    """A mark of 1 to 5, or none."""

    def __init__(self, key: str, label: str) -> None:
        super().__init__(key, label)
        marks = [(str(mark), str(mark)) for mark in range(LEAST, MOST + 1)]
        self.chips = ChipBar([("", "–"), *marks], "", name=label)
        self.chips.chosen.connect(self._chosen)
        self.chips.setFixedWidth(theme.px(248))
        self._word = Text("", "small", ink="text2")
        self._take_editor(self.chips, self._word)
        self._chosen_words()

    def restyle(self) -> None:
        """The question stands larger than the name of a field."""
        super().restyle()
        self._name.setFont(theme.font("strong"))

    def _chosen(self, _mark: str) -> None:
        self._chosen_words()
        self._edited()

    def _chosen_words(self) -> None:
        words = mark_words(self.value())
        self._word.say(read(words) if words else tr("no mark"))

    def value(self) -> int | None:
        """The mark, None where there is none."""
        chosen = self.chips.current()
        return int(chosen) if chosen else None

    def set_value(self, value: object) -> None:
        """Show a mark."""
        self.chips.choose(str(value) if value else "")
        self._chosen_words()


class EvaluationEditor(Editor[EvaluationDraft]):
    """The questions of a reception."""

    width_wanted = 600
    questions: ClassVar[tuple[Question, ...]] = questions_of(RECEPTION)

    def build(self) -> Form:
        """The form, empty."""
        parts: list[Any] = []
        for question in self.questions:
            parts.append(MarkField(f"mark {question}", read(question_words(question))))
            parts.append(LongTextField(f"words {question}", tr("In words"), lines=1))
        return Form(parts)

    def fill(self, draft: EvaluationDraft) -> None:
        """Show a draft."""
        values: dict[str, object] = {}
        for one in draft.answers:
            values |= {f"mark {one.question}": one.mark, f"words {one.question}": one.words}
        self.form.set_values(values)

    def draft(self) -> EvaluationDraft:
        """What was typed."""
        values = self.form.values()
        return EvaluationDraft(
            tuple(
                AnswerDraft(
                    question,
                    cast("int | None", values[f"mark {question}"]),
                    str(values[f"words {question}"]),
                )
                for question in self.questions
            )
        )


class MissionEvaluationEditor(EvaluationEditor):
    """The questions of a mission."""

    questions = questions_of(MISSION)
