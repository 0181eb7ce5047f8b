"""Letters as files: one PDF of all, envelopes, labels, mail drafts. No office is needed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import SheetName
from app.briefings.envelopes import EnvelopeSize
from app.core.command import unwatched
from app.core.errors import CannotWriteError
from app.core.text import N_, say
from app.mailing.writing import Post, address_lines, letter_of, mail_of, write
from app.receptions.rules.messages import message_label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.briefings.paper import Printed
    from app.core.command import Progress
    from app.receptions.queries.recipients import Recipient

LABEL_SHEETS = (SheetName.L7160, SheetName.L7163)
"""The label sheets for addresses."""
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


@dataclass(frozen=True, slots=True)
class PaperWish:
    """What to put on paper: letters, envelopes of a size, or labels on a sheet from a place on."""

    what: str = "letters"
    envelope: EnvelopeSize = EnvelopeSize.DL
    sheet: SheetName = SheetName.L7160
    start: int = 1


def on_paper(
    post: Post,
    chosen: Sequence[Recipient],
    wish: PaperWish,
    progress: Progress = unwatched,
) -> Printed:
    """The letters, envelopes or labels of the chosen, in one file in their order.

    Raises:
        CancelledError: by `progress`.
        CannotWriteError: nobody was chosen.
    """
    from app.briefings import message_letter
    from app.briefings.paper import print_bundle, print_bytes

    people = tuple(one for one in chosen if not one.problems)
    if not people:
        raise CannotWriteError(say(N_("There is nobody to write to: mend what is wrong first.")))

    def goes_on(done: int, total: int) -> bool:
        progress(done, total)
        return True

    if wish.what == "letters":
        title = message_label(post.round.kind).to(post.round.profile.language)
        pages = (letter_of(post, write(post, one)) for one in people)
        return print_bundle(pages, title=title, progress=goes_on)
    addressed = [(address_lines(post, one), one.name) for one in people]
    office, language = post.round.profile, post.round.profile.language
    if wish.what == "envelopes":
        made = message_letter.envelopes(office, language, wish.envelope, addressed)
    else:
        made = message_letter.labels(office, language, wish.sheet, addressed, wish.start)
    return print_bytes(made, progress=goes_on)


def write_drafts(
    post: Post, chosen: Sequence[Recipient], folder: Path, progress: Progress = unwatched
) -> list[Path]:
    """A mail draft for each of the chosen, in a folder that is made; answers the files.

    Raises:
        CancelledError: by `progress`; the drafts made so far stay.
        CannotWriteError: disk or permissions refuse.
    """
    people = [one for one in chosen if not one.problems]
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, one in enumerate(people, 1):
            progress(number - 1, len(people))
            file = folder / f"{number:03} {_safe(one.name)}.eml"
            file.write_bytes(mail_of(post, write(post, one), draft=True))
            made.append(file)
        progress(len(people), len(people))
    except OSError as error:
        raise CannotWriteError(
            say(N_("{name} cannot be written: choose another place."), name=str(folder))
        ) from error
    return made


def _safe(name: str) -> str:
    """A name as every file system takes it."""
    return _UNSAFE.sub(" ", name).strip(" .")[:80] or "-"
