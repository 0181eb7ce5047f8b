"""What can go wrong, each said in one sentence with a next step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.core.text import Language, Sentence


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a field that a person can mend; `line` where it came from a file."""

    field: str
    sentence: Sentence
    line: int | None = None

    def to(self, language: Language) -> str:
        """Read the sentence in a language."""
        return self.sentence.to(language)


class BelfryError(Exception):
    """An error that a person reads: one sentence and a next step, no traceback."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class CannotOpenError(BelfryError):
    """The office cannot be opened: no office, damaged, locked, read-only, newer."""


class WrongKeyError(CannotOpenError):
    """The key or passphrase does not open this office."""


class KeyNeededError(CannotOpenError):
    """The office is encrypted and no key was found: ask for passphrase or recovery code."""


class NewerOfficeError(CannotOpenError):
    """The office was written by a newer Belfry."""


class ConflictError(BelfryError):
    """Somebody changed the same record in between."""


class InUseError(BelfryError):
    """The record is still used elsewhere and cannot be deleted."""


class NotFoundError(BelfryError):
    """Nothing (or more than one thing) answers to this reference."""


class UnreadableError(BelfryError):
    """A file to import cannot be read as what it should be."""


class CannotWriteError(BelfryError):
    """The disk, the network or the permissions refused a write; nothing was lost."""


class InvalidError(BelfryError):
    """A draft has problems; `problems` names each with its field."""

    def __init__(self, sentence: Sentence, problems: tuple[Problem, ...]) -> None:
        super().__init__(sentence)
        self.problems = problems


class CancelledError(BelfryError):
    """The person cancelled; nothing was changed."""
