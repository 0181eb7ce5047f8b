"""A document spelled out as text, block by block: what golden files hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.briefings import blocks as b

if TYPE_CHECKING:
    from collections.abc import Iterator


def spelled(document: b.Document) -> str:
    """Every word of a document, in its order."""
    kept = ("title", "subtitle", "header", "footer", "confidentiality", "author")
    head = [f"{name}: {_words(getattr(document, name) or '')}".rstrip() for name in kept]
    body = [line for block in document.blocks for line in ("", *_lines(block))]
    return "\n".join([*head, *body]) + "\n"


def _lines(block: b.Block) -> Iterator[str]:
    yield f"[{type(block).__name__}]"
    match block:
        case b.Facts():
            yield from map(_fact, block.rows)
        case b.Points():
            yield from (f"{at}. {_words(one)}" for at, one in enumerate(block.items, start=1))
        case b.PersonCard():
            yield f"{_words(block.name)} ({block.initials}) — {_words(block.function)}".rstrip()
            yield from (*map(_words, block.lines), *map(_fact, block.side))
        case b.Table():
            yield " | ".join(_words(one.header) for one in block.columns)
            yield from map(_row, block.rows or (b.GroupRow(block.empty),))
        case b.Cards():
            yield from (" / ".join(map(_card_line, card.lines)) for card in block.cards)
        case b.Inset() | b.Together():
            yield from (line for one in block.blocks for line in _lines(one))
        case b.Heading() | b.Paragraph() | b.Callout():
            title = block.title if isinstance(block, b.Callout) else ""
            yield ": ".join(filter(None, (_words(title), _words(block.words))))


def _fact(fact: b.Fact) -> str:
    return f"{_words(fact.label)} = {_words(fact.value)}"


def _row(row: b.Row | b.GroupRow) -> str:
    if isinstance(row, b.GroupRow):
        return f"-- {_words(row.words)}"
    return " | ".join(map(_cell, row.cells)).rstrip()


def _cell(cell: b.Cell) -> str:
    if isinstance(cell, b.TickBox):
        return "[x]" if cell.ticked else "[ ]"
    return _words(cell)


def _card_line(line: b.Words | b.CardLine) -> str:
    return _words(line.words if isinstance(line, b.CardLine) else line)


def _words(words: b.Words) -> str:
    return b.plain_text(words).replace("\n", " ¶ ")
