"""Setting words in lines: runs become pieces, pieces become lines of at most a given width."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from app.briefings.runs import Role, Run, Words, runs_of
from app.briefings.text import itemise, levels
from app.briefings.text.shape import EM, MISSING_BOX, Font, Shaped, box_font, font, house_font

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HAIR = 0.01  # points; rounding is no reason to break a line
_OUTWEIGHS = 2  # right-to-left letters for each left-to-right one, to turn a paragraph round
_REGULAR = 400


@dataclass(frozen=True, slots=True)
class Missing:
    """A letter that no font on this computer has, and whose it was."""

    letter: str
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: size in points, weight and colour where a run leaves them open."""

    size: float
    leading: float
    weight: int = _REGULAR
    role: Role = Role.INK

    def at(self, size: float) -> Type:
        """The same at another size."""
        return Type(size, round(self.leading * size / self.size, 2), self.weight, self.role)


@dataclass(slots=True)
class Piece:
    """What stays together in a line: a word, or part of one, in one font, level and colour."""

    text: str
    font: Font
    shaped: Shaped
    size: float
    role: Role
    level: int = 0
    ends: bool = False  # a line may end after this piece
    loose: bool = False  # a script without spaces: it may break inside without being told
    lang: str = ""
    script: str = ""
    box: bool = False  # stands for a letter that no font has

    @property
    def width(self) -> float:
        """Points, spaces at the end included."""
        return self.shaped.advance * self.size / EM

    @property
    def ink(self) -> float:
        """Points without the spaces at the end."""
        return (self.shaped.advance - self.shaped.trail) * self.size / EM


@dataclass(slots=True)
class Line:
    """Pieces from left to right; `width` counts no spaces at the end."""

    pieces: list[Piece]
    width: float
    rtl: bool = False


@dataclass(slots=True)
class Laid:
    """Words set in lines."""

    lines: list[Line]
    leading: float
    size: float
    width: float = 0.0
    broken: bool = False  # a word had to be broken where no word is broken
    missing: list[Missing] = field(default_factory=list)

    @property
    def height(self) -> float:
        """Points from the top of the first line to the foot of the last."""
        return len(self.lines) * self.leading


class Prepared:
    """Words shaped but not yet in lines: asked for their measures, then set at a width."""

    def __init__(self, words: Words, style: Type) -> None:
        self.style = style
        self.missing: list[Missing] = []
        self._lines = [_pieces(hard, style, self.missing) for hard in _hard_lines(runs_of(words))]

    def longest_word(self) -> float:
        """The width of the longest stretch that cannot be broken."""
        units = (unit for pieces, _ in self._lines for unit in _units(pieces))
        return max((_ink(unit) for unit in units if not unit[0].loose), default=0.0)

    def natural_width(self) -> float:
        """How wide the words are where no line is broken."""
        return max((_ink(pieces) for pieces, _ in self._lines), default=0.0)

    def set(self, width: float = float("inf")) -> Laid:
        """Lines no wider than `width` points."""
        laid = Laid([], self.style.leading, self.style.size, missing=self.missing)
        for pieces, base in self._lines:
            for line in _fill(pieces, width, laid):
                laid.lines.append(_settle(line, base))
        laid.width = max((line.width for line in laid.lines), default=0.0)
        return laid


def lay(words: Words, style: Type, width: float = float("inf")) -> Laid:
    """Set words in lines no wider than `width` points."""
    return Prepared(words, style).set(width)


def natural_width(words: Words, style: Type) -> float:
    """How wide the words are on one line."""
    return Prepared(words, style).natural_width()


def _hard_lines(runs: tuple[Run, ...]) -> Iterator[list[tuple[Run, str]]]:
    """The runs of each line that the writer forced, their text cleaned."""
    line: list[tuple[Run, str]] = []
    for run in runs:
        parts = itemise.clean(run.text).split("\n")
        for i, part in enumerate(parts):
            if i:
                yield line
                line = []
            if part:
                line.append((run, part))
    yield line


def _pieces(
    runs: list[tuple[Run, str]], style: Type, missing: list[Missing]
) -> tuple[list[Piece], int]:
    """The pieces of one forced line in logical order, and the level of the line."""
    whole = "".join(text for _, text in runs)
    if not levels.needs_levels(whole):
        return [p for run, text in runs for p in _one_way(run, text, style, missing)], 0
    outer = "".join(levels.OBJECT if run.isolate else text for run, text in runs)
    base = _base(outer)
    found = levels.levels(outer, base)
    pieces: list[Piece] = []
    place = 0
    for run, text in runs:
        if run.isolate:
            own = levels.base_level(text)
            inner = levels.levels(text, base + (1 if own != base else 2))
            wall = _wall(style, found[place])
            pieces += [wall, *_both_ways(run, text, inner, style, missing), wall]
            place += 1
        else:
            part = found[place : place + len(text)]
            pieces += _both_ways(run, text, part, style, missing)
            place += len(text)
    return pieces, base


def _base(text: str) -> int:
    """Paper reads from left to right unless a paragraph is plainly written the other way."""
    if levels.base_level(text) == 0:
        return 0
    rtl = sum(levels.needs_levels(letter) for letter in text)
    ltr = sum(letter.isalpha() for letter in text) - rtl
    return int(rtl > _OUTWEIGHS * ltr)


@lru_cache(maxsize=64)
def _nothing(size: float) -> Shaped:
    del size
    return Shaped((), 0)


def _wall(style: Type, level: int) -> Piece:
    """Nothing to see: keeps an isolated name from flowing together with its neighbours."""
    return Piece("", house_font(_REGULAR), _nothing(style.size), style.size, style.role, level)


def _one_way(run: Run, text: str, style: Type, missing: list[Missing]) -> Iterator[Piece]:
    """Pieces of a run that holds nothing written from right to left."""
    role = run.role or style.role
    if itemise.LATIN.fullmatch(text):
        chosen = house_font(run.weight or style.weight, italic=run.italic)
        for token in itemise.tokens(text):
            ends = token[-1] in " -–—/\u2010"
            yield Piece(token, chosen, chosen.shape(token), style.size, role, 0, ends)
        return
    yield from _both_ways(run, text, None, style, missing)


def _both_ways(
    run: Run, text: str, found: list[int] | None, style: Type, missing: list[Missing]
) -> Iterator[Piece]:
    """Pieces of any run, by font, level and chance to break; spaces stand alone."""
    weight, role = run.weight or style.weight, run.role or style.role
    cuts = itemise.breaks(text)
    for item in itemise.items(text, run.lang, italic=run.italic):
        if item.face is None:
            letters = (cluster[0] for cluster in itemise.clusters(item.text))
            missing.extend(Missing(letter, text, run.where) for letter in letters)
            yield from _boxes(item, found, style, role)
            continue
        chosen = font(item.face, weight)
        loose = itemise.breaks_anywhere(item.script)
        for start, end in _stretches(text, item.start, item.start + len(item.text), cuts, found):
            level = found[start] if found else 0
            part = text[start:end]
            shaped = chosen.shape(part, rtl=bool(level & 1), lang=run.lang, script=item.script)
            yield Piece(
                part,
                chosen,
                shaped,
                style.size,
                role,
                level,
                (end in cuts and end < len(text)) or part[-1] == " ",
                loose,
                run.lang,
                item.script,
            )


def _boxes(item: itemise.Item, found: list[int] | None, style: Type, role: Role) -> Iterator[Piece]:
    """A hollow box for each letter that cannot be printed; copying it still gives the letter."""
    place = item.start
    for cluster in itemise.clusters(item.text):
        box = box_font().shape(MISSING_BOX)
        shaped = Shaped(tuple(glyph._replace(letters=cluster) for glyph in box.glyphs), 0)
        level = found[place] if found else 0
        yield Piece(cluster, box_font(), shaped, style.size, role, level, box=True)
        place += len(cluster)


def _stretches(
    text: str, start: int, end: int, cuts: set[int], found: list[int] | None
) -> Iterator[tuple[int, int]]:
    """Cut at chances to break, where the level changes, and around spaces."""
    last = start
    for i in range(start + 1, end):
        turn = found is not None and found[i] != found[i - 1]
        edge = found is not None and (text[i] == " ") != (text[i - 1] == " ")
        if i in cuts or turn or edge:
            yield last, i
            last = i
    if last < end:
        yield last, end


def _units(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces between two chances to break; a space belongs to the word before it."""
    unit: list[Piece] = []
    for piece in pieces:
        if unit and unit[-1].ends and piece.text != " ":
            yield unit
            unit = []
        unit.append(piece)
    if unit:
        yield unit


def _ink(unit: list[Piece]) -> float:
    """The width of a unit without the spaces at its end."""
    for i in range(len(unit) - 1, -1, -1):
        if unit[i].text.strip(" "):
            return sum(piece.width for piece in unit[:i]) + unit[i].ink
    return 0.0


def _fill(pieces: list[Piece], width: float, laid: Laid) -> Iterator[list[Piece]]:
    """Greedy lines; a word too wide for a whole line is broken between its letters."""
    line: list[Piece] = []
    room = width + _HAIR
    for unit in _units(pieces):
        if line and _ink(unit) > room:
            yield line
            line, room = [], width + _HAIR
        if _ink(unit) > room:
            laid.broken = laid.broken or not unit[0].loose
            *full, unit = _emergency(unit, width + _HAIR)
            yield from full
        line = [*line, *unit] if line else unit
        room -= sum(piece.width for piece in unit)
    yield line


def _emergency(unit: list[Piece], width: float) -> list[list[Piece]]:
    """Break a unit between its letters, each part at least one letter."""
    lines: list[list[Piece]] = [[]]
    room = width
    for piece in unit:
        for part in _letters(piece):
            if lines[-1] and part.ink > room:
                lines.append([])
                room = width
            lines[-1].append(part)
            room -= part.width
    return [_joined(line) for line in lines]


def _letters(piece: Piece) -> Iterator[Piece]:
    for cluster in itemise.clusters(piece.text):
        yield _reshaped(piece, cluster)


def _reshaped(piece: Piece, text: str) -> Piece:
    if piece.box or text == piece.text:
        return piece
    rtl = bool(piece.level & 1)
    shaped = piece.font.shape(text, rtl=rtl, lang=piece.lang, script=piece.script)
    return Piece(
        text,
        piece.font,
        shaped,
        piece.size,
        piece.role,
        piece.level,
        piece.ends,
        piece.loose,
        piece.lang,
        piece.script,
    )


def _joined(letters: list[Piece]) -> list[Piece]:
    """Letters of one look shaped together again, so that Arabic joins."""
    joined: list[Piece] = []
    for piece in letters:
        last = joined[-1] if joined else None
        if (
            last
            and last.font is piece.font
            and last.level == piece.level
            and last.role is piece.role
            and not (last.box or piece.box)
        ):
            joined[-1] = _reshaped(last, last.text + piece.text)
        else:
            joined.append(piece)
    return joined


def _settle(line: list[Piece], base: int) -> Line:
    """The pieces of a line in the order they are drawn; spaces at the end follow the line."""
    end = len(line)
    while end and not line[end - 1].text.strip(" "):
        end -= 1
    width = _ink(line)
    if base or any(piece.level for piece in line):
        line = [*line[:end], *(_levelled(piece, base) for piece in line[end:])]
        return Line(levels.visual_order(line), width, bool(base))
    return Line(line, width)


def _levelled(piece: Piece, level: int) -> Piece:
    return Piece(piece.text, piece.font, piece.shaped, piece.size, piece.role, level, piece.ends)
