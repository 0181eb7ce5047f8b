"""People and pictures on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.briefings import blocks as b
from app.briefings import pictures, theme
from app.briefings.drawn import paint
from app.briefings.flow import Strip
from app.briefings.runs import Role, Words, plain_text, styled
from app.briefings.setting import NOTE, Place, line_strips, rule, strips_of
from app.briefings.text.layout import Laid, Type

if TYPE_CHECKING:
    from app.briefings.pen import Pen
    from app.briefings.text.tags import Element

_NAME = Type(10.5, 15.5, 600)
_FUNCTION = Type(10.5, 15.5)
_SIDE_LABEL = Type(8.5, 12.6, 600)
_SIDE_VALUE = Type(8.5, 12.6, role=Role.MUTED)
_INITIALS = Type(15.0, 20.0, 600, Role.ACCENT)
_TALLEST = 420.0  # a card above this height lets its lines run on over the page


@strips_of.register
def _person(block: b.PersonCard, place: Place) -> list[Strip]:
    where = block.where or plain_text(block.name)
    element = place.element.child("Sect")
    text = place.shifted(theme.PHOTO[0] + theme.GUTTER)
    width = text.width - (theme.SIDE_WIDTH + theme.GUTTER if block.side else 0.0)
    column = _column(block, text, width, where, element)
    side = _side(block, place, where, element)
    height = max(theme.PHOTO[1], _height(column), _height(side))
    running: list[Strip] = []
    if height > _TALLEST:
        heads = len(column) - len([line for line in block.lines if plain_text(line).strip()])
        head = column[:heads]
        for laid, part in column[heads:]:
            running += line_strips(laid, text, part)
        column, height = head, max(theme.PHOTO[1], _height(head), _height(side))
    figure = _picture(block, place, where, element)

    def draw(pen: Pen, y: float) -> None:
        figure(pen, y)
        _stack(pen, column, text.x, y)
        _stack(pen, side, place.x + place.width - theme.SIDE_WIDTH, y - 1)

    card = Strip(height, draw, air=theme.AIR + 3, keep=True)
    return [card, *running, rule(place, air=9.0, width=theme.HAIR)]


def _column(
    block: b.PersonCard, text: Place, width: float, where: str, element: Element
) -> list[tuple[Laid, Element]]:
    rows: list[tuple[Words, Type]] = [(block.name, _NAME), (block.function, _FUNCTION)]
    rows += [(line, NOTE) for line in block.lines]
    return [
        (text.lay(styled(words, where=where), style, width), element.child("P"))
        for words, style in rows
        if plain_text(words).strip()
    ]


def _side(
    block: b.PersonCard, place: Place, where: str, element: Element
) -> list[tuple[Laid, Element]]:
    rows = [
        part
        for fact in block.side
        if plain_text(fact.value).strip()
        for part in ((fact.label, _SIDE_LABEL), (fact.value, _SIDE_VALUE))
    ]
    return [
        (place.lay(styled(words, where=where), style, theme.SIDE_WIDTH), element.child("P"))
        for words, style in rows
    ]


def _height(column: list[tuple[Laid, Element]]) -> float:
    return sum(laid.height for laid, _ in column)


def _stack(pen: Pen, column: list[tuple[Laid, Element]], x: float, y: float) -> None:
    for laid, element in column:
        with pen.marked(element):
            pen.words(laid, x, y)
        y += laid.height


def _picture(block: b.PersonCard, place: Place, where: str, element: Element):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a Draw
    width, height = theme.PHOTO
    made = pictures.ready(block.photo, width, height, block.dpi) if block.photo else None
    if block.photo and not made:
        place.report.unreadable_picture(where)
    figure = element.child("Figure", alt=plain_text(block.name)) if made else None
    initials = place.lay(block.initials, _INITIALS, width)

    def draw(pen: Pen, y: float) -> None:
        with pen.marked(figure):
            if made:
                pen.picture(made[0], place.x, y, width, height)
                return
            pen.rect(place.x, y, width, height, Role.ACCENT_SOFT)
            middle = y + (height - initials.height) / 2
            pen.words(initials, place.x, middle, width, "middle")

    return draw


@strips_of.register
def _image(block: b.Image, place: Place) -> list[Strip]:
    width = min(block.width * theme.MM, place.width)
    made = pictures.ready(block.data, width, None)
    if made is None:
        place.report.unreadable_picture(block.alt)
        return []
    data, height = made
    element = place.element.child("Figure", alt=block.alt)

    def draw(pen: Pen, y: float) -> None:
        with pen.marked(element):
            pen.picture(data, place.x, y, width, height)

    return _captioned(Strip(height, draw, air=theme.AIR + 2), block.caption, place)


@strips_of.register
def _figure(block: b.Figure, place: Place) -> list[Strip]:
    drawing = block.drawing
    scale = min(1.0, place.width / drawing.width)
    element = place.element.child("Figure", alt=block.alt)

    def draw(pen: Pen, y: float) -> None:
        with pen.marked(element):
            paint(pen, drawing, place.x, y, scale, place.report)

    return _captioned(Strip(drawing.height * scale, draw, air=theme.AIR + 2), block.caption, place)


def _captioned(strip: Strip, caption: Words, place: Place) -> list[Strip]:
    if not plain_text(caption):
        return [strip]
    strip.keep = True
    laid = place.lay(caption, NOTE)
    return [strip, *line_strips(laid, place, place.element.child("Caption"), air=4.0)]
