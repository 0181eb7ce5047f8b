"""From strips to pages: what is set in strips is stacked, kept together and broken over pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from app.briefings.pen import Pen

    Draw: TypeAlias = Callable[[Pen, float], None]


@dataclass(slots=True)
class Strip:
    """A slice of the page that is never cut.

    `draw` is told the top of the strip. `air` is the room above it, dropped at the top of a page;
    `keep` ties it to the next strip; `head` is drawn first where the strip begins a page; `fresh`
    begins a page; `bare` is a whole page of its own, without header and footer; `anchor` is what
    contents call the place.
    """

    height: float
    draw: Draw
    air: float = 0.0
    keep: bool = False
    head: Strip | None = None
    fresh: bool = False
    bare: bool = False
    anchor: str = ""


@dataclass(slots=True)
class Page:
    """Strips with their tops."""

    bare: bool = False
    strips: list[tuple[float, Strip]] = field(default_factory=list)


def nothing(height: float, *, air: float = 0.0, fresh: bool = False) -> Strip:
    """Air."""
    return Strip(height, lambda _pen, _y: None, air=air, fresh=fresh)


def together(strips: list[Strip]) -> list[Strip]:
    """The same strips, tied to each other."""
    for strip in strips[:-1]:
        strip.keep = True
    return strips


class Filler:
    """Stacks strips between `top` and `foot`, page after page."""

    def __init__(self, top: float, foot: float) -> None:
        self.top, self.foot = top, foot
        self.pages: list[Page] = []
        self._y = foot + 1  # no page yet

    def add(self, strips: Iterable[Strip]) -> None:
        """Place strips; what is kept together goes to the next page together."""
        for chain in _chains(strips):
            if chain[0].bare:
                self.pages.append(Page(bare=True, strips=[(0.0, chain[0])]))
                self._y = self.foot + 1
                continue
            self._place(chain)

    def _place(self, chain: list[Strip]) -> None:
        height = sum(strip.air + strip.height for strip in chain)
        if chain[0].fresh or (not self._fits(height) and self._fits_a_page(chain, height)):
            self._turn(chain[0].head)
        for strip in chain:
            if not self._fits(strip.air + strip.height):
                self._turn(strip.head)
            page = self.pages[-1]
            self._y += strip.air if page.strips else 0.0
            page.strips.append((self._y, strip))
            self._y += strip.height

    def _fits(self, height: float) -> bool:
        return self._y + height <= self.foot + 0.01

    def _fits_a_page(self, chain: list[Strip], height: float) -> bool:
        head = chain[0].head
        return height - chain[0].air + (head.height if head else 0.0) <= self.foot - self.top

    def _turn(self, head: Strip | None) -> None:
        """A new page, unless this one is still empty."""
        if not self.pages or self.pages[-1].bare or self.pages[-1].strips:
            self.pages.append(Page())
        self._y = self.top
        if head:
            self.pages[-1].strips.append((self._y, head))
            self._y += head.height


def _chains(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    chain: list[Strip] = []
    for strip in strips:
        if chain and (strip.fresh or strip.bare):
            yield chain
            chain = []
        chain.append(strip)
        if not strip.keep:
            yield chain
            chain = []
    if chain:
        yield chain
