"""How books look on paper: cover, contents, chapters, marked blocks, cards to cut out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.briefings import book, theme
from app.briefings.flags import areas
from app.briefings.flow import Strip, nothing
from app.briefings.runs import Role, plain_text, styled
from app.briefings.setting import LABEL, NOTE, Place, barred, line_strips, rule, strips_of
from app.briefings.text.layout import Laid, Prepared, Type

if TYPE_CHECKING:
    from app.briefings.blocks import Fact, Words
    from app.briefings.pen import Pen
    from app.briefings.text.tags import Element

_CHAPTER = Type(18.0, 23.0, 700)
_ENTRY = Type(11.5, 21.0)
_ABOVE = 30.0  # a chapter that flows
_LINE = 25.0  # of a page to write on
_BAND = 190.0  # the coloured head of a cover
_COVER_TITLES = (34.0, 30.0, 26.0, 22.0, 18.0)
_COVER_LINES = 4
_FLAG_WIDTH, _FLAG_GAP = 58.0, 14.0
_FLAG_SQUARE = 36.0  # a flag lies in a square of its own measure, 26 high from 5 down
CARD = (85.6, 54.0)  # mm, ISO/IEC 7810 ID-1: a bank card
_CARD_SIZES = (7.5, 7.0, 6.5, 6.0, 5.5)
_CARD_PAD, _CARD_HEAD = 9.0, 20.0
_CARD_LABEL = 0.3  # of the width


@strips_of.register
def _keyed(block: book.Keyed, place: Place) -> list[Strip]:
    strips = [strip for inner in block.blocks for strip in strips_of(inner, place)]
    if not plain_text(block.note) or not strips:
        return strips
    note = place.lay(styled(block.note, weight=600, role=Role.ATTENTION), NOTE)
    told = line_strips(note, place, place.element.child("P"), air=strips[0].air)
    told[-1].keep = True
    strips[0].air = 2.0
    return barred([*told, *strips], place)


@strips_of.register
def _chapter(block: book.Chapter, place: Place) -> list[Strip]:
    laid = place.lay(block.words, _CHAPTER)
    element = place.element.child("H2")

    def draw(pen: Pen, y: float) -> None:
        pen.arrive(block.key, y)
        pen.outline(block.words, 1, y)
        with pen.marked(element):
            pen.words(laid, place.x, y)

    line = rule(place, air=6.0, role=Role.ACCENT, width=1.2)
    line.keep = True
    air, fresh = (_ABOVE, False) if block.flows else (0.0, True)
    head = Strip(laid.height, draw, air=air, keep=True, fresh=fresh, anchor=block.key)
    about: list[Strip] = []
    if plain_text(block.about):
        about = line_strips(place.lay(block.about, NOTE), place, place.element.child("P"), air=4.0)
        about[-1].keep = True
    under = nothing(4.0)
    under.keep = True
    return [head, line, *about, under]


@strips_of.register
def _contents(block: book.Contents, place: Place) -> list[Strip]:
    head = _chapter(book.Chapter(block.title, "contents"), place)
    toc = place.element.child("TOC")
    return [*head, *(_entry(one, place, toc.child("TOCI")) for one in place.chapters)]


def _entry(chapter: book.Chapter, place: Place, element: Element) -> Strip:
    laid = place.lay(chapter.words, _ENTRY, place.width - 50.0)

    def draw(pen: Pen, y: float) -> None:
        page = place.lay(str(pen.places.get(chapter.key, "")), _ENTRY)
        with pen.marked(element):
            pen.words(laid, place.x, y)
            pen.words(page, place.x, y + laid.height - laid.leading, place.width, "end")
        with pen.marked(None):
            foot = y + laid.height - 2.0
            pen.line(place.x, foot, place.x + place.width, foot, thick=theme.HAIR)
        pen.leads_to(chapter.key, place.x, y, place.width, laid.height)

    return Strip(laid.height + 3.0, draw)


@strips_of.register
def _note_lines(block: book.NoteLines, place: Place) -> list[Strip]:
    return [rule(place, air=_LINE, width=theme.HAIR) for _ in range(block.count)]


# --- the cover ---


@strips_of.register
def _cover(block: book.Cover, place: Place) -> list[Strip]:
    title = _fitted_title(block.title, place)
    element = place.element.child("H1")
    parts = _Cover(block, place, title)

    def draw(pen: Pen, y: float) -> None:
        del y
        pen.outline(block.title, 0, 0)
        parts.head(pen)
        with pen.marked(element):
            pen.words(title, place.x, parts.title_top)
        parts.body(pen)
        parts.foot(pen)

    return [Strip(theme.A4[1], draw, bare=True)]


def _fitted_title(words: str, place: Place) -> Laid:
    """The largest size at which a title takes four lines and breaks no word."""
    for size in _COVER_TITLES:
        laid = place.lay(words, Type(size, round(size * 1.2, 1), 700))
        if len(laid.lines) <= _COVER_LINES and not laid.broken:
            break
    return laid


class _Cover:
    """The parts of a cover with their places."""

    def __init__(self, block: book.Cover, place: Place, title: Laid) -> None:
        self.place, self.title = place, title
        self.flags = block.flags
        child = place.element.child
        city, service = block.house
        self._house = (
            (place.lay(city, Type(22.0, 28.0, 700, Role.ON_ACCENT)), child("P")),
            (place.lay(service, Type(11.5, 16.0, role=Role.ON_ACCENT)), child("P")),
        )
        over = styled(block.over, weight=600, role=Role.ACCENT)
        self._over = place.lay(over, Type(12.0, 16.0)), child("P")
        about = place.lay(styled(block.subtitle, role=Role.MUTED), Type(14.0, 19.0))
        self._about = about, child("P")
        self._facts = [_fact(one, place) for one in block.facts if plain_text(one.value)]
        secret = styled(block.secret, weight=600, role=Role.WRONG)
        self._foot = [
            (place.lay(words, Type(9.5, 14.0, role=Role.MUTED)), child("P"))
            for words in (block.version, secret)
            if plain_text(words)
        ]
        self.title_top = _BAND + 96.0

    def head(self, pen: Pen) -> None:
        """The coloured head with the city's name, and what kind of paper it is."""
        with pen.marked(None):
            pen.rect(0, 0, theme.A4[0], _BAND, Role.ACCENT)
            pen.rect(0, _BAND, theme.A4[0], 3.0, Role.SERIES_2)
        y = _BAND - 66.0
        for laid, element in self._house:
            with pen.marked(element):
                pen.words(laid, self.place.x, y)
            y += laid.height
        laid, element = self._over
        with pen.marked(element):
            pen.words(laid, self.place.x, self.title_top - 28.0)

    def body(self, pen: Pen) -> None:
        """Under the title: what it is about, the flags, places and dates."""
        y = self.title_top + self.title.height + 8.0
        laid, element = self._about
        with pen.marked(element):
            pen.words(laid, self.place.x, y)
        y += laid.height + 26.0
        y = self._draw_flags(pen, y)
        for label, value in self._facts:
            for one, element, x in ((*label, 0.0), (*value, theme.LABEL_WIDTH + 20)):
                with pen.marked(element):
                    pen.words(one, self.place.x + x, y)
            y += max(label[0].height, value[0].height) + 5.0

    def _draw_flags(self, pen: Pen, y: float) -> float:
        if not self.flags:
            return y
        scale = _FLAG_WIDTH / _FLAG_SQUARE
        x = self.place.x
        for svg, _name in self.flags:
            with pen.marked(None):
                pen.areas(areas(svg), x, y - 5.0 * scale, scale)
                high = 26.0 * scale
                pen.frame(x, y, _FLAG_WIDTH, high, role=Role.FAINT, thick=0.5)
            x += _FLAG_WIDTH + _FLAG_GAP
        return y + 26.0 * scale + 28.0

    def foot(self, pen: Pen) -> None:
        """Which version, and for whose eyes."""
        y = theme.A4[1] - 62.0 - sum(laid.height for laid, _ in self._foot)
        with pen.marked(None):
            pen.line(self.place.x, y - 8, self.place.x + self.place.width, y - 8)
        for laid, element in self._foot:
            with pen.marked(element):
                pen.words(laid, self.place.x, y)
            y += laid.height


def _fact(fact: Fact, place: Place) -> tuple[tuple[Laid, Element], tuple[Laid, Element]]:
    child = place.element.child
    room = place.width - theme.LABEL_WIDTH - 20
    label = place.lay(fact.label, LABEL, theme.LABEL_WIDTH + 12)
    return (label, child("P")), (place.lay(fact.value, Type(11.5, 16.0), room), child("P"))


# --- cards to cut out ---


@strips_of.register
def _cut_cards(block: book.CutCards, place: Place) -> list[Strip]:
    wide, high = CARD[0] * theme.MM, CARD[1] * theme.MM
    strips = []
    for at in range(0, len(block.cards), 2):
        pair = [_Card(one, place) for one in block.cards[at : at + 2]]

        def draw(pen: Pen, y: float, pair: list[_Card] = pair) -> None:
            for number, card in enumerate(pair):
                card.draw(pen, place.x + number * wide, y)

        strips.append(Strip(high, draw, air=theme.AIR if at == 0 else 0.0))
    return strips


def _one_line(words: str, style: Type, width: float, place: Place) -> Laid:
    """Words on one line, the last left out where there is no room for all."""
    laid = place.lay(words, style, width)
    while len(laid.lines) > 1 and words:
        words = words.rpartition(" ")[0] or words[: len(words) // 2]
        laid = place.lay(f"{words.rstrip(' ·-–,')}…", style, width)
    return laid


class _Card:
    """One card, its words made to fit."""

    def __init__(self, card: book.CutCard, place: Place) -> None:
        self._place = place
        self._wide, self._high = CARD[0] * theme.MM, CARD[1] * theme.MM
        room = self._wide - 2 * _CARD_PAD
        self._title = _one_line(card.title, Type(8.0, 10.0, 700, Role.ON_ACCENT), room, place)
        who = styled(card.name, weight=600, where=card.where)
        self._name = place.lay(who, Type(9.0, 11.5), room)
        child = place.element.child("Sect").child
        self._elements = child("P"), child("P")
        self._rows, over = self._fit(card)
        self._marks = [(child("P"), child("P")) for _ in self._rows]
        if over > 0:
            place.report.overflow(card.where or plain_text(card.name), over / theme.MM)

    def _fit(self, card: book.CutCard) -> tuple[list[tuple[Laid, Laid]], float]:
        rows = [one for one in card.rows if plain_text(one.value)]
        free = self._high - _CARD_HEAD - self._name.height - 2 * 5.0
        made: list[tuple[Laid, Laid]] = []
        height = 0.0
        for size in _CARD_SIZES:
            made = [self._row(one.label, one.value, size, card.where) for one in rows]
            height = sum(max(a.height, b.height) for a, b in made)
            if height <= free:
                break
        return made, height - free

    def _row(self, label: Words, value: Words, size: float, where: str) -> tuple[Laid, Laid]:
        room = self._wide - 2 * _CARD_PAD
        style = Type(size, round(size * 1.28, 2))
        told = styled(label, role=Role.MUTED)
        words = Prepared(styled(value, where=where), style)
        self._place.report.missing(words.missing)
        first = room * _CARD_LABEL
        return Prepared(told, style).set(first - 4), words.set(room - first)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """The card at a corner, dashed where it is cut."""
        with pen.marked(None):
            pen.rect(x, y, self._wide, _CARD_HEAD, Role.WRONG)
            pen.frame(x, y, self._wide, self._high, role=Role.MUTED, thick=0.5, dash=(3.0, 2.5))
        left = x + _CARD_PAD
        with pen.marked(self._elements[0]):
            pen.words(self._title, left, y + (_CARD_HEAD - self._title.leading) / 2)
        top = y + _CARD_HEAD + 4.0
        with pen.marked(self._elements[1]):
            pen.words(self._name, left, top)
        top += self._name.height + 1.0
        first = (self._wide - 2 * _CARD_PAD) * _CARD_LABEL
        for (label, value), (one, other) in zip(self._rows, self._marks, strict=True):
            with pen.marked(one):
                pen.words(label, left, top)
            with pen.marked(other):
                pen.words(value, left + first, top)
            top += max(label.height, value.height)
