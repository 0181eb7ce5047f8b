"""What paper could not do as asked, each once and in a sentence."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from app.briefings.text.layout import Missing


_ENOUGH = 70  # letters


class Report:
    """Collects warnings in the order they came up; none twice."""

    def __init__(self) -> None:
        self._found: dict[Sentence, None] = {}
        self._missing: dict[str, dict[str, None]] = {}  # by whose name it is

    def missing(self, found: list[Missing]) -> None:
        """Letters that no font on this computer has."""
        for one in found:
            where = one.where or f"“{_short(one.text)}”"
            self._missing.setdefault(where, {}).setdefault(one.letter)

    def broken(self, words: str, where: str) -> None:
        """A word wider than its column at the smallest type."""
        sentence = say(
            N_("A word of {where} is wider than its column and was broken: “{words}”."),
            words=_short(words),
            where=where or f"“{_short(words)}”",
        )
        self._found.setdefault(sentence)

    def overflow(self, where: str, millimetres: float) -> None:
        """A card whose words do not fit even at the smallest type."""
        sentence = say(
            N_("The card of {where} is {mm} mm too small for its words: shorten them."),
            where=_short(where),
            mm=f"{millimetres:.1f}",
        )
        self._found.setdefault(sentence)

    def unreadable_picture(self, where: str) -> None:
        """A picture that is no picture."""
        sentence = say(N_("The picture of {where} cannot be read and was left out."), where=where)
        self._found.setdefault(sentence)

    def sentences(self) -> tuple[Sentence, ...]:
        """All of them."""
        return (
            *(_unprinted(where, tuple(them)) for where, them in self._missing.items()),
            *self._found,
        )


def _unprinted(where: str, letters: tuple[str, ...]) -> Sentence:
    named = (f"{letter} (U+{ord(letter):04X} {_called(letter)})" for letter in letters)
    return say(
        N_(
            "No font on this computer has the letter {letters} of {where}: a box is printed "
            "instead; install a Noto font for this script."
        ),
        N_(
            "No font on this computer has the letters {letters} of {where}: boxes are printed "
            "instead; install a Noto font for this script."
        ),
        n=len(letters),
        letters=", ".join(named),
        where=where,
    )


def _called(letter: str) -> str:
    return unicodedata.name(letter, "?")


def _short(words: str) -> str:
    """Enough to find the place."""
    return words if len(words) <= _ENOUGH else words[:_ENOUGH].rstrip() + "…"
