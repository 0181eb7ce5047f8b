"""What the guest list has to say: places that came free, heads of mission who were replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.contacts.rules import names
from app.receptions.rules.guests import Offer, offer
from ui.core.buttons import Button
from ui.core.cards import Banner, column
from ui.core.language import read, tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.receptions.queries import GuestRow, Succeeded

_TOLD = 2


class GuestFindings(QWidget):
    """`offered(ids)` when the next are to have the free places, `succeeds(Succeeded)` when a
    successor is to be invited instead.
    """

    offered = Signal(list)
    succeeds = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.offer: Offer | None = None
        self.found: Succeeded | None = None
        self.free = Banner("Notice")
        self.take = Button(tr("Let them in"))
        self.take.clicked.connect(self.accept_offer)
        self.free.beside.addWidget(self.take)
        self.replaced = Banner("Notice")
        self.instead = Button(tr("Invite the successor instead"))
        self.instead.clicked.connect(self._instead)
        self.replaced.beside.addWidget(self.instead)
        self.setLayout(column(self.free, self.replaced, gap=8))
        self.hide()

    def show_rows(self, rows: Sequence[GuestRow], capacity: int | None, *, open_: bool) -> None:
        """Look whether a place came free; only while the reception is still to come."""
        self.offer = offer([one.listed for one in rows], capacity) if open_ else None
        self.free.say(self._offer_words(rows))
        if self.offer is not None:
            waits = bool(self.offer.accept)
            self.take.setText(tr("Let them in (B)") if waits else tr("Invite them (B)"))
            self.take.updateGeometry()
        self._settle()

    def _offer_words(self, rows: Sequence[GuestRow]) -> str:
        if self.offer is None:
            return ""
        called = {one.id: names.full_name(one.name) for one in rows}
        parts = [trn("{n} place came free.", "{n} places came free.", self.offer.places)]
        for ids, words in (
            (self.offer.accept, tr("On the waiting list: {names}.")),
            (self.offer.invite, tr("Invite: {names}.")),
        ):
            if ids:
                told = [called[one] for one in ids[:_TOLD]]
                more = len(ids) - len(told)
                told += [trn("{n} more", "{n} more", more)] if more else []
                parts.append(words.format(names=", ".join(told)))
        return " ".join(parts)

    def show_succeeded(self, found: Sequence[Succeeded]) -> None:
        """Say who was replaced; one after the other."""
        self.found = found[0] if found else None
        words = read(self.found.told) if self.found else ""
        if len(found) > 1:
            more = trn("{n} more was replaced.", "{n} more were replaced.", len(found) - 1)
            words = f"{words} {more}"
        self.replaced.say(words)
        self._settle()

    def accept_offer(self) -> None:
        """Let the next have the places (also by key)."""
        if self.offer is not None:
            self.offered.emit(list(self.offer.guests))

    def _instead(self) -> None:
        if self.found is not None:
            self.succeeds.emit(self.found)

    def _settle(self) -> None:
        self.setVisible(self.offer is not None or self.found is not None)
