"""Making a paper in the background: composed in the office, printed beside it, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from app.briefings.reprint import OWN, Edition, Standing, edition, standing_of
from app.core.text import N_, say
from app.missions.queries import printed_and_gone
from ui.briefings.pages_view import page_sizes

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.briefings.catalogue import Paper
    from app.briefings.house import Audience
    from app.core.text import Language, Sentence

MISSION = "mission"


@dataclass(frozen=True, slots=True)
class Composed:
    """A paper before it is printed, and who is out on an earlier printing and does not go."""

    edition: Edition
    gone: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Now:
    """How a paper stands, asked again after something was handed out or taken back."""

    standing: Standing
    gone: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A printed document: its bytes, its pages, what a person should know, what is kept of it."""

    pdf: bytes
    sizes: list[tuple[float, float]]
    warnings: tuple[Sentence, ...]
    edition: Edition


def compose(
    session: Any,  # a session: ui knows no SQL
    paper: Paper,
    record: UUID | None,
    language: Language | None,
    audience: Audience,
    whom: str = "",
    *,
    marks: bool,
) -> Composed:
    """Read all that is needed, in the worker; no language is each reader's own."""
    made = edition(session, paper, record, language, audience, whom, marks=marks)
    return Composed(made, _gone(session, paper, record))


def _gone(session: Any, paper: Paper, record: UUID | None) -> tuple[Sentence, ...]:
    if paper.of != MISSION or record is None:
        return ()
    return tuple(one.sentence for one in printed_and_gone(session, record))


def standing_now(
    session: Any,
    paper: Paper,
    record: UUID,
    language: Language | None,
    audience: Audience,
    lines: tuple[str, ...],
) -> Now:
    """How a paper stands that was made before."""
    found = standing_of(session, paper.kind, record, language or OWN, audience, lines)
    return Now(found, _gone(session, paper, record))


def make(made: Edition, progress: Callable[[int, int, Sentence], None] | None = None) -> Made:
    """Print to bytes; for the background. `progress(done, total, words)` may raise to stop it."""
    from app.briefings.paper import print_bytes

    if progress is None:
        printed = print_bytes(made.document)
    else:
        parts = partial(_step, progress, say(N_("Setting the parts")))
        pages = partial(_step, progress, say(N_("Drawing the pages")))
        printed = print_bytes(made.document, progress=pages, setting=parts)
    return Made(printed.data, page_sizes(printed.data), printed.warnings, made)


def _step(
    progress: Callable[[int, int, Sentence], None], words: Sentence, done: int, total: int
) -> bool:
    progress(done, total, words)
    return True
