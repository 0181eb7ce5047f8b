"""The text of a page of the golden book: to be copied by hand, or printed on the page itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.briefings.blocks import Figure, PageBreak, Paragraph, Run, Spacer
from app.briefings.drawing import Drawing, Line, Path
from app.briefings.house import Audience, Frame, day_words, frame
from app.briefings.runs import Role
from app.core.text import N_, t
from app.receptions.queries import golden_pages, golden_suggestion, reception_sheet

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Block, Document
    from app.core.text import Language

_ABOVE = 84.0
_SIGNING = 58.0
_WIDE, _HIGH, _HALF = 453.0, 14.0, 110.0  # as wide as the words of a letter


@dataclass(frozen=True, slots=True)
class GoldenText:
    """What stands on one page."""

    city: str
    title: str
    day: str
    words: tuple[str, ...]
    signatories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldenPages:
    """The pages before they are laid out; `suggested` where nobody wrote any yet."""

    frame: Frame
    pages: tuple[GoldenText, ...]
    suggested: bool


def compose(
    session: Session, reference: UUID, language: Language, audience: Audience
) -> GoldenPages:
    """The pages of a reception, or the one page that is meant; else what its page may say."""
    made = frame(session, language, audience)
    found = [one for one in golden_pages(session) if reference in (one.id, one.draft.reception)]
    if found:
        texts = [
            _text(one.draft.words, one.draft.signatories, one.title,
                  one.draft.signed_on or one.day, made)
            for one in found
        ]  # fmt: skip
        return GoldenPages(made, tuple(texts), suggested=False)
    sheet = reception_sheet(session, reference)
    draft = golden_suggestion(session, reference, language)
    title = sheet.draft.dossier.title
    text = _text(draft.words, draft.signatories, title, sheet.day, made)
    return GoldenPages(made, (text,), suggested=True)


def _text(words: str, signatories: str, title: str, day: dt.date | None, made: Frame) -> GoldenText:
    return GoldenText(
        made.profile.city,
        title,
        day_words(day, made.language) if day else "",
        _lines(words),
        _lines(signatories),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def document(made: GoldenPages) -> Document:
    """One sheet for each page: the city, the words in large type, the day, room for each name."""
    language = made.frame.language
    blocks: list[Block] = []
    for number, one in enumerate(made.pages):
        blocks += [PageBreak()] if number else []
        blocks += _page(one, language)
        if made.suggested:
            told = t(N_("Suggested words: change them in the golden book."), language)
            blocks += [Spacer(24), Paragraph(told, "note", "middle")]
    title = t(N_("Golden book page"), language)
    return replace(made.frame.document(title, tuple(blocks)), letter=True, footer="",
                   confidentiality=None)  # fmt: skip


def _page(one: GoldenText, language: Language) -> list[Block]:
    blocks: list[Block] = [
        Paragraph(Run(one.city, weight=600, role=Role.ACCENT), "lead", "middle"),
        Paragraph(t(N_("Golden book"), language), "note", "middle"),
        Spacer(10),
        _ornament(),
        Spacer(_ABOVE),
    ]
    blocks += [Paragraph(Run(line, where=one.title), "engraved", "middle") for line in one.words]
    if one.day:
        blocks += [Spacer(26), Paragraph(Run(one.day, role=Role.MUTED), "lead", "middle")]
    blocks += [Spacer(40), _ornament(), Spacer(_SIGNING)]
    for name in one.signatories:
        blocks += [
            _line(),
            Paragraph(Run(name, where=one.title), "body", "middle"),
            Spacer(_SIGNING),
        ]
    return blocks


def _ornament() -> Figure:
    """A hairline with a lozenge in its middle."""
    middle, high = _WIDE / 2, _HIGH / 2
    lozenge = Path(
        (("M", middle, high - 4), ("L", middle + 4, high), ("L", middle, high + 4),
         ("L", middle - 4, high), ("Z",)),
        fill=Role.ACCENT,
    )  # fmt: skip
    left = Line(middle - _HALF, high, middle - 14, high, Role.ACCENT, 0.6)
    right = Line(middle + 14, high, middle + _HALF, high, Role.ACCENT, 0.6)
    return Figure(Drawing(_WIDE, _HIGH, (left, lozenge, right)), "—")


def _line() -> Figure:
    middle = _WIDE / 2
    line = Line(middle - _HALF, 2, middle + _HALF, 2, Role.FAINT, 0.6)
    return Figure(Drawing(_WIDE, 4, (line,)), "—")
