"""What paper could not do as asked, each once and in a sentence."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from app.briefings.text.layout import Missing


class Report:
    """Collects warnings in the order they came up; none twice."""

    def __init__(self) -> None:
        self._found: dict[Sentence, None] = {}

    def missing(self, found: list[Missing]) -> None:
        """Letters that no font on this computer has."""
        for one in found:
            code = f"U+{ord(one.letter):04X}"
            sentence = say(
                N_(
                    "No font on this computer has the letter {letter} ({code}, {called}) of "
                    "{where}: a box is printed instead; install a Noto font for this script."
                ),
                letter=one.letter,
                code=code,
                called=unicodedata.name(one.letter, code),
                where=one.where or f"“{one.text}”",
            )
            self._found.setdefault(sentence)

    def broken(self, words: str, where: str) -> None:
        """A word wider than its column at the smallest type."""
        sentence = say(
            N_("A word of {where} is wider than its column and was broken: “{words}”."),
            words=words,
            where=where or f"“{words}”",
        )
        self._found.setdefault(sentence)

    def overflow(self, where: str, millimetres: float) -> None:
        """A card whose words do not fit even at the smallest type."""
        sentence = say(
            N_("The card of {where} is {mm} mm too small for its words: shorten them."),
            where=where,
            mm=f"{millimetres:.1f}",
        )
        self._found.setdefault(sentence)

    def unreadable_picture(self, where: str) -> None:
        """A picture that is no picture."""
        sentence = say(N_("The picture of {where} cannot be read and was left out."), where=where)
        self._found.setdefault(sentence)

    def sentences(self) -> tuple[Sentence, ...]:
        """All of them."""
        return tuple(self._found)
