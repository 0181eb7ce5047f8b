"""What every command line shares: where the office is, how to answer, how to fail."""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.core import search, settings
from app.core.errors import BelfryError, CannotOpenError, NotFoundError
from app.core.text import N_, Language, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy.orm import Session

    from app.core.office_file import Key
    from app.core.workspace import Workspace

OFFICE_VARIABLE = "BELFRY_OFFICE"
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Context:
    """The options that stand with any command."""

    office: str = ""
    passphrase_file: str = ""
    recovery_code: str = ""
    language: Language = Language.EN
    language_given: bool = False
    json: bool = False
    debug: bool = False


_context = Context()


_show: Callable[[str], int] | None = None


def shower() -> Callable[[str], int] | None:
    """How to open a window on an office; None where the program has none."""
    return _show


def show_with(show: Callable[[str], int] | None) -> None:
    """Say how a window is opened: this side of the house knows none."""
    global _show
    _show = show


def context() -> Context:
    """The options of this run."""
    return _context


def split(arguments: Sequence[str]) -> list[str]:
    """Take the general options out of the arguments, wherever they stand; answer the rest."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--office", default=os.environ.get(OFFICE_VARIABLE, ""))
    parser.add_argument("--passphrase-file", default="")
    parser.add_argument("--recovery-code", default="")
    parser.add_argument("--language", choices=[one.value for one in Language], default="")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--debug", action="store_true")
    known, rest = parser.parse_known_args(list(arguments))
    chosen = known.language or settings.load().language or "en"
    global _context
    _context = Context(
        known.office,
        known.passphrase_file,
        known.recovery_code,
        Language(chosen),
        bool(known.language),
        known.json,
        known.debug,
    )
    return rest


def answer(value: Any, sentence: Sentence | str = "") -> None:
    """Print the answer: one JSON value, or words for a person."""
    if _context.json:
        print(json.dumps(value, ensure_ascii=False, default=_plain))
    elif sentence:
        print(sentence.to(_context.language) if isinstance(sentence, Sentence) else sentence)


def answer_rows(rows: Sequence[dict[str, Any]]) -> None:
    """Print rows: a JSON list, or one line each."""
    if _context.json:
        answer(list(rows))
        return
    for row in rows:
        print("  ".join(str(value) for value in row.values() if value not in ("", None)))


def _plain(value: object) -> str:
    return value.hex if isinstance(value, UUID) else str(value)


def fail(error: BelfryError) -> int:
    """Say in one sentence on standard error what went wrong."""
    print(error.sentence.to(_context.language), file=sys.stderr)
    return 1


def passphrase() -> str:
    """The passphrase of the file given, "" where none was.

    Raises:
        CannotOpenError: the passphrase file cannot be read.
    """
    if not _context.passphrase_file:
        return ""
    path = Path(_context.passphrase_file)
    try:
        return path.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotOpenError(
            say(N_("The passphrase file {name} cannot be read: check its path."), name=str(path))
        ) from error


def key() -> Key:
    """What this run offers to open an office."""
    from app.core.office_file import Key

    return Key(passphrase(), _context.recovery_code)


@contextmanager
def opened() -> Iterator[Workspace]:
    """The office this run works in, closed afterwards.

    Raises:
        CannotOpenError: none was named and none was opened before, or it cannot be opened.
    """
    from app.core.office import open_office
    from app.schema import TRADE

    location = _context.office or settings.load().last_office
    if not location:
        raise CannotOpenError(
            say(N_("Which office? Name it with --office, or make one with “new”."))
        )
    workspace = open_office(location, TRADE, key())
    try:
        yield workspace
    finally:
        workspace.close()


def resolve(session: Session, reference: str, kinds: Sequence[str]) -> UUID:
    """The id a reference means: an id, its unique beginning, or a title.

    Raises:
        NotFoundError: nothing or more than one thing answers to it.
    """
    plain = reference.strip().replace("-", "").lower()
    found: list[UUID] = []
    if len(plain) >= _SHORTEST and set(plain) <= set("0123456789abcdef"):
        found = search.ids_beginning(session, plain)
    if not found:
        lines = search.titled(session, reference) or search.find(session, reference, kinds, 5)
        found = [line.id for line in lines if not kinds or line.kind in kinds]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFoundError(
            say(N_("“{reference}” could be several: use the id."), reference=reference)
        )
    raise NotFoundError(say(N_("Nothing is called “{reference}”."), reference=reference))


def told(done: int, total: int, /) -> None:
    """Progress on standard error, where that is a terminal."""
    if sys.stderr.isatty():
        of = f" / {total}" if total else ""
        print(f"\r{done}{of} ", end="", file=sys.stderr, flush=True)
