"""Prints a document: blocks in, a PDF file out.

A4, tagged for screen readers, every font embedded, the same bytes for the same document. ReportLab
and HarfBuzz are loaded on the first print, never at start-up.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from app.core.errors import CancelledError, CannotWriteError
from app.core.text import N_, Sentence, say, t

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.briefings.blocks import Block, Document
    from app.briefings.flow import Filler, Page, Strip
    from app.briefings.pen import Pen
    from app.briefings.report import Report
    from app.briefings.runs import Words
    from app.briefings.setting import Place
    from app.briefings.text.tags import Element

Progress: TypeAlias = "Callable[[int, int], bool]"
"""Told (pages done, pages in all), or (0, 0) while setting; False stops the print."""

_BLOCKS_PER_QUESTION = 20


@dataclass(frozen=True, slots=True)
class Printed:
    """What was printed: where (None where it stayed in memory), how much, and what to know."""

    path: Path | None
    pages: int
    warnings: tuple[Sentence, ...]
    data: bytes = b""


def print_document(document: Document, path: Path, *, progress: Progress | None = None) -> Printed:
    """Print to a file; an older file stays as it was unless all went well.

    Raises CannotWriteError where disk, network or permissions refuse, CancelledError where
    `progress` says False.
    """
    printed = print_bytes(document, progress=progress)
    _write(printed.data, path)
    return Printed(path, printed.pages, printed.warnings)


def print_bytes(
    document: Document, *, progress: Progress | None = None, setting: Progress | None = None
) -> Printed:
    """Print to memory, for a preview or a printer; `data` is the file.

    `setting` is told (parts set, parts in all) before there are pages, and may stop it as well.
    """
    from app.briefings.blocks import Cards, Envelope
    from app.briefings.pen import Pen
    from app.briefings.report import Report

    pen = Pen(title=document.title, author=document.author, language=_tag(document))
    report = Report()
    pages = _set(document, pen.tree.root, report, setting or _by_nothing(progress))
    frame = _Frame(document, len(pages), report)
    pen.places = _places(pages)
    for number, page in enumerate(pages, 1):
        frame.draw(pen, page, number)
        _ask(progress, number, len(pages))
    exact = any(isinstance(block, Cards | Envelope) for block in document.blocks)
    return Printed(None, len(pages), report.sentences(), pen.save(exact_size=exact))


def print_bundle(
    documents: Iterable[Document], *, title: str = "", progress: Progress | None = None
) -> Printed:
    """Print several documents into one file, each on pages of its own with numbers of its own.

    For letters to many: a printer takes the whole file, each letter stays a letter. The first
    document says the language of the file.

    Raises CancelledError where `progress` says False.
    """
    from app.briefings.pen import Pen
    from app.briefings.report import Report

    every = tuple(documents)
    first = every[0]
    pen = Pen(title=title or first.title, author=first.author, language=_tag(first))
    report = Report()
    count = 0
    for number, document in enumerate(every, 1):
        pages = _set(document, pen.tree.root.child("Sect"), report, None)
        frame = _Frame(document, len(pages), report)
        pen.places = _places(pages)
        for at, page in enumerate(pages, 1):
            frame.draw(pen, page, at)
        count += len(pages)
        _ask(progress, number, len(every))
    return Printed(None, count, report.sentences(), pen.save(exact_size=False))


def write_printed(printed: Printed, path: Path) -> Printed:
    """Put what was printed to memory into a file; an older file stays whole if that fails.

    Raises CannotWriteError where disk, network or permissions refuse.
    """
    _write(printed.data, path)
    return Printed(path, printed.pages, printed.warnings)


def _ask(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None and not progress(done, total):
        raise CancelledError(say(N_("Printing was stopped; no file was changed.")))


def _by_nothing(progress: Progress | None) -> Progress | None:
    """Progress that is told (0, 0), because the pages are not counted yet."""
    return None if progress is None else lambda _done, _total: progress(0, 0)


def _places(pages: list[Page]) -> dict[str, int]:
    """On which page each anchor lies, counted from 1."""
    return {
        strip.anchor: number
        for number, page in enumerate(pages, 1)
        for _y, strip in page.strips
        if strip.anchor
    }


def _tag(document: Document) -> str:
    return f"{document.language}-{'GB' if document.language == 'en' else 'BE'}"


def _size(document: Document) -> tuple[float, float]:
    from app.briefings import theme

    if document.page is not None:
        return document.page[0] * theme.MM, document.page[1] * theme.MM
    return (theme.A4[1], theme.A4[0]) if document.landscape else theme.A4


def _bare(document: Document) -> bool:
    """Nothing but cards or envelopes: the sheet belongs to them alone."""
    from app.briefings.blocks import Cards, Envelope

    return bool(document.blocks) and all(
        isinstance(block, Cards | Envelope) for block in document.blocks
    )


def _set(
    document: Document, root: Element, report: Report, progress: Progress | None
) -> list[Page]:
    """Set all blocks and stack them on pages."""
    from app.briefings import (
        book,
        book_setting,
        envelopes,
        flags,
        people,
        setting,
        sheets,
        tables,
        theme,
    )
    from app.briefings.flow import Filler, nothing

    del book_setting, envelopes, flags, people, sheets, tables  # each registers how it is set
    width, height = _size(document)
    margin = theme.LETTER_MARGIN if document.letter else theme.MARGIN
    top = theme.LETTER_TOP if document.letter else theme.BODY_TOP
    filler = Filler(top, height - theme.BODY_FOOT)
    chapters = tuple(one for one in document.blocks if isinstance(one, book.Chapter))
    place = setting.Place(margin, width - 2 * margin, root, report, chapters)
    covered = any(isinstance(one, book.Cover) for one in document.blocks[:1])
    if not (_bare(document) or document.letter or covered):
        filler.add(_title(document, place))
    _stack(document.blocks, filler, place, progress)
    if not filler.pages:
        filler.add([nothing(0.0)])
    return filler.pages


def _stack(
    blocks: tuple[Block, ...], filler: Filler, place: Place, progress: Progress | None
) -> None:
    """Set block by block; a heading waits for what it stands above."""
    from app.briefings.setting import strips_of

    waiting: list[Strip] = []
    for number, block in enumerate(blocks):
        if number % _BLOCKS_PER_QUESTION == 0:
            _ask(progress, number, len(blocks))
        waiting += strips_of(block, place)
        if waiting and not waiting[-1].keep:
            filler.add(waiting)
            waiting = []
    filler.add(waiting)


def _title(document: Document, place: Place) -> list[Strip]:
    """The title, what it is about, and a rule."""
    from app.briefings import theme
    from app.briefings.flow import Strip, nothing
    from app.briefings.runs import Role, plain_text
    from app.briefings.setting import rule
    from app.briefings.text.layout import Type

    title = place.lay(document.title, Type(*theme.TITLE, 700))
    about = place.lay(document.subtitle, Type(*theme.SUBTITLE, 600, Role.ACCENT))
    head = place.element.child("H1")
    below = place.element.child("P") if plain_text(document.subtitle) else None

    def draw(pen: Pen, y: float) -> None:
        pen.outline(document.title, 0, y)
        with pen.marked(head):
            pen.words(title, place.x, y)
        if below:
            with pen.marked(below):
                pen.words(about, place.x, y + title.height)

    height = title.height + (about.height if below else 0.0)
    line = rule(place, air=14.0, role=Role.ACCENT, width=1.2)
    line.keep = True
    return [Strip(height, draw, keep=True), line, nothing(6.0)]


class _Frame:
    """Header and footer of each page."""

    def __init__(self, document: Document, pages: int, report: Report) -> None:
        from app.briefings import theme
        from app.briefings.runs import Role
        from app.briefings.text.layout import Type, lay

        self._document, self._pages = document, pages
        self._size = _size(document)
        head = Type(theme.HEADER, theme.HEADER, role=Role.MUTED)
        foot = Type(theme.FOOTER, theme.FOOTER, role=Role.MUTED)
        width = self._size[0] - 2 * theme.MARGIN
        self._foot_type = foot
        self._header = lay(_bold_in_ink(document.header), head, width * 0.6)
        self._secret = lay(document.confidentiality or "", head, width * 0.38)
        self._footer = lay(document.footer, foot, width * 0.8)
        for laid in (self._header, self._secret, self._footer):
            report.missing(laid.missing)

    def draw(self, pen: Pen, page: Page, number: int) -> None:
        """Draw a page with all that is on it."""
        from app.briefings import theme

        cards = page.bare and self._document.page is None
        width, height = theme.A4 if cards else self._size
        pen.begin_page(width, height)
        if not page.bare:
            with pen.marked(None):
                around = self._beside_letter if self._document.letter else self._around
                around(pen, number, width, height)
        for y, strip in page.strips:
            strip.draw(pen, y)
        pen.end_page()

    def _around(self, pen: Pen, number: int, width: float, height: float) -> None:
        from app.briefings import theme

        left, right = theme.MARGIN, width - theme.MARGIN
        pen.baseline(self._header.lines[0], left + self._logo(pen), theme.HEADER_BASE)
        secret = self._secret.lines[0]
        pen.baseline(secret, right - secret.width, theme.HEADER_BASE)
        pen.line(left, theme.HEADER_RULE, right, theme.HEADER_RULE)
        pen.line(left, height - theme.FOOTER_RULE, right, height - theme.FOOTER_RULE)
        pen.baseline(self._footer.lines[0], left, height - theme.FOOTER_BASE)
        self._number(pen, number, right, height)

    def _beside_letter(self, pen: Pen, number: int, width: float, height: float) -> None:
        """The first page belongs to the letterhead; later ones say whose letter goes on."""
        from app.briefings import theme

        if number > 1:
            pen.baseline(self._header.lines[0], theme.LETTER_MARGIN, theme.LETTER_TOP - 24)
        if self._pages > 1:
            self._number(pen, number, width - theme.LETTER_MARGIN, height)

    def _number(self, pen: Pen, number: int, right: float, height: float) -> None:
        from app.briefings import theme
        from app.briefings.text.layout import lay

        words = t("{page} of {pages}", self._document.language, page=number, pages=self._pages)
        line = lay(words, self._foot_type).lines[0]
        pen.baseline(line, right - line.width, height - theme.FOOTER_BASE)

    def _logo(self, pen: Pen) -> float:
        """Draw the logo, and say how much room it takes."""
        from app.briefings import pictures, theme

        if not self._document.logo:
            return 0.0
        made = pictures.logo(self._document.logo, theme.LOGO_HEIGHT)
        if made is None:
            return 0.0
        data, wide = made
        top = theme.HEADER_BASE - theme.LOGO_HEIGHT / 2 - 4
        pen.picture(data, theme.MARGIN, top, wide, theme.LOGO_HEIGHT)
        return wide + 8.0


def _bold_in_ink(words: Words) -> Words:
    """The city's name stands out in the muted header."""
    from app.briefings.runs import Role, runs_of

    return tuple(
        replace(run, role=run.role or (Role.INK if run.weight else None)) for run in runs_of(words)
    )


def _write(data: bytes, path: Path) -> None:
    """A file beside the old one, then put in its place: never half a file."""
    beside: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.stem}-", suffix=".pdf", delete=False
        ) as file:
            beside = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if os.name == "posix":
            beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        raise CannotWriteError(
            say(
                N_("“{file}” could not be written: {reason}; choose another folder or make room."),
                file=path.name,
                reason=error.strerror or str(error),
            )
        ) from error


def _umask() -> int:
    now = os.umask(0o077)
    os.umask(now)
    return now
