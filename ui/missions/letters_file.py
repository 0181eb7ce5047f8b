"""Letters written into one file, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.command import unwatched

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.briefings.blocks import Document
    from app.briefings.paper import Printed
    from app.core.command import Progress


def print_letters(
    documents: Sequence[Document], title: str, path: Path, progress: Progress = unwatched
) -> Printed:
    """Print letters behind each other into one PDF.

    Raises:
        CancelledError: by `progress`.
        CannotWriteError: the disk refused.
    """
    from app.briefings.paper import print_bundle, write_printed

    def goes_on(done: int, total: int) -> bool:
        progress(done, total)
        return True

    return write_printed(print_bundle(documents, title=title, progress=goes_on), path)
