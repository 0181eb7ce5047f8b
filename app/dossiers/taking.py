"""Taking a file into the office, and giving a copy of it out to be looked at."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.core import pictures, private_folder
from app.core.errors import CannotWriteError, InvalidError, Problem, UnreadableError
from app.core.text import N_, Sentence, say
from app.dossiers.draft import DocumentDraft
from app.dossiers.rules import file_content, files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PICTURE_SIDE = 2400
"""Pixels of the longer side: sharp on a whole A4 page at 200 dots an inch."""


def taken(paths: Sequence[Path]) -> list[tuple[DocumentDraft, bytes]]:
    """Read files as the office keeps them: looked at, pictures scaled and without metadata.

    Raises:
        UnreadableError: a file cannot be read, or is a picture that cannot be cleaned.
        InvalidError: a file is too large or may do harm.
    """
    return [_taken(path) for path in paths]


def _taken(path: Path) -> tuple[DocumentDraft, bytes]:
    try:
        if path.stat().st_size > files.SIZE_LIMIT and files.ending(path.name) not in files.PICTURES:
            _refuse(file_content.too_large(path.name))
        body = path.read_bytes()
        day = dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()
    except OSError as error:
        unread = N_("“{name}” cannot be read: check that it is still there.")
        raise UnreadableError(say(unread, name=path.name)) from error
    name, body = _cleaned(path.name, body)
    wrong = file_content.problem_of(name, body)
    if wrong is not None:
        _refuse(wrong)
    return DocumentDraft(name, files.media_type(name), len(body), dated=day), body


def _cleaned(name: str, body: bytes) -> tuple[str, bytes]:
    last = files.ending(name)
    if last in files.UNCLEANED:
        raise UnreadableError(
            files.about(
                say(N_("“{name}” tells where it was taken, and Belfry cannot take that out:"
                       " save it as JPEG first.")), name)
        )  # fmt: skip
    if last not in files.PICTURES:
        return name, body
    made = pictures.cleaned(body, PICTURE_SIDE)
    if made is None:
        broken = say(N_("“{name}” is no picture Belfry can read: save it as JPEG or PNG first."))
        raise UnreadableError(files.about(broken, name))
    same = {"jpg": ("jpg", "jpeg"), "png": ("png",), "tif": ("tif", "tiff")}[made.ending]
    stem = name.rpartition(".")[0]
    return (name if last in same else f"{stem}.{made.ending}"), made.body


def _refuse(sentence: Sentence) -> None:
    raise InvalidError(sentence, (Problem("name", sentence),))


def copy_to_open(name: str, body: bytes) -> Path:
    """A copy to read, in a folder of this person's own.

    Raises:
        InvalidError: it may do harm, or is of a kind that is not opened from here.
        CannotWriteError: the disk refused.
    """
    wrong = file_content.problem_of(name, body)
    if wrong is None and not files.opens(name):
        strange = say(N_("Belfry does not open files like “{name}”: save it to look at it."))
        wrong = files.about(strange, name)
    if wrong is not None:
        _refuse(wrong)
    return private_folder.put(files.safe_name(name), body)


def save_copy(place: Path, body: bytes) -> Path:
    """Write a document where the person wants it.

    Raises:
        CannotWriteError: the disk refused.
    """
    try:
        place.write_bytes(body)
    except OSError as error:
        refused = N_("“{name}” cannot be written there: choose another folder.")
        raise CannotWriteError(say(refused, name=place.name)) from error
    return place
