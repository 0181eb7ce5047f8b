"""A printed file read back: its text and where its letters stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from app.briefings.blocks import Block, Document
from app.briefings.paper import Printed, print_bytes
from app.core.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterator


def printed(*blocks: Block, **more: object) -> Printed:
    """Print blocks in a Dutch document."""
    return print_bytes(Document("Titel", Language.NL, blocks, **more))  # type: ignore[arg-type]  # passed on as given


def pages_text(data: bytes) -> list[str]:
    """The text of each page."""
    file = pdfium.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_bounded() for page in file]
    finally:
        file.close()


def text(data: bytes) -> str:
    """All text."""
    return "\n".join(pages_text(data))


def letter_boxes(data: bytes, page: int = 0) -> Iterator[tuple[str, float, float, float, float]]:
    """Each letter with left, bottom, right, top in points from the bottom left corner."""
    file = pdfium.PdfDocument(data)
    try:
        read = file[page].get_textpage()
        for index in range(read.count_chars()):
            letter = read.get_text_range(index, 1)
            if letter.strip():
                yield letter, *read.get_charbox(index)
    finally:
        file.close()
