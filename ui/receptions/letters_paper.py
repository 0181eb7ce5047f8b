"""Letters made in the background: one to look at, all of them into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.briefings.reprint import Edition
from app.mailing.output import on_paper
from app.mailing.writing import Post, letter_of, write
from ui.briefings.making import Made, make

if TYPE_CHECKING:
    from pathlib import Path

    from app.briefings.paper import Printed
    from app.receptions.queries import Recipient
    from ui.receptions.letters_dialogs import PaperEntry


def letter(post: Post, to: Recipient) -> Made:
    """Write and print one letter."""
    return make(Edition(letter_of(post, write(post, to))))


def paper(post: Post, people: list[Recipient], entry: PaperEntry, path: Path) -> Printed:
    """Make the PDF that was asked for and write it.

    Raises:
        CannotWriteError: the disk refused, or there is nobody to write to.
    """
    from app.briefings.paper import write_printed

    return write_printed(on_paper(post, people, entry.wish), path)
