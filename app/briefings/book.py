"""What a paper of many pages has besides: a cover, contents, chapters, marks, cards to cut out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.briefings.blocks import Block, Fact, Words
    from app.core.text import Language


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page of a book, in the style of the house; the document has no other title.

    `house` is city and service, `flags` are (SVG, name) side by side, `version` and `secret` stand
    at the foot. `logo` is a PNG or JPEG file as bytes.
    """

    title: str
    subtitle: Words = ""
    over: Words = ""
    house: tuple[str, str] = ("", "")
    facts: tuple[Fact, ...] = ()
    flags: tuple[tuple[str, str], ...] = ()
    version: Words = ""
    secret: Words = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """The chapters of the document with their pages, which are known once all is set."""

    title: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """The title of a chapter, on a new page unless it `flows`; `key` is its own in the document."""

    words: str
    key: str
    about: Words = ""
    flows: bool = False


@dataclass(frozen=True, slots=True)
class Keyed:
    """Blocks that tell of one record, so that a reprint can say they are new or changed.

    `key` says which (`app.dossiers.rules.printings`), `label` what it is called in the list of
    changes, `named` whom it names besides (their keys and names). With a `note` it is marked: the
    note stands above, a bar beside; `language` is the note's where it is not the document's.
    """

    blocks: tuple[Block, ...]
    key: str
    label: str
    note: Words = ""
    named: tuple[tuple[str, str], ...] = ()
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class CutCard:
    """A card to carry: what it is, whose, and what to know; `where` names it in warnings."""

    title: str
    name: Words
    rows: tuple[Fact, ...]
    where: str = ""
    key: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class CutCards:
    """Cards of the size of a bank card, two beside each other, to be cut out of the page."""

    cards: tuple[CutCard, ...]


@dataclass(frozen=True, slots=True)
class NoteLines:
    """So many lines to write on."""

    count: int
