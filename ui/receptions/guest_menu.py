"""The menu of selected guests: their reply, circle, round, delegation, place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.receptions.rules import Circle, Status, label
from app.receptions.rules.guests import round_letter
from ui.core.language import read, tr
from ui.receptions.guest_editor import ROUNDS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from ui.receptions.guests_tab import GuestsTab


def fill_menu(menu: QMenu, tab: GuestsTab) -> None:
    """Everything that can be done with the selected guests."""
    replies = menu.addMenu(tr("Reply"))
    for status in Status:
        if status is not Status.REPRESENTED:
            replies.addAction(read(label(status)), partial(tab.set_status, status))
    beyond = partial(tab.set_status, Status.ACCEPTED, beyond=True)
    replies.addSeparator()
    replies.addAction(tr("Accepted, although the room is full"), beyond)
    menu.addAction(tr("Represented by…"), tab.represent)
    menu.addSeparator()
    circles = menu.addMenu(tr("Circle"))
    for circle in Circle:
        circles.addAction(read(label(circle)), partial(tab.set_circle, circle))
    rounds = menu.addMenu(tr("Invitation"))
    for number in range(1, ROUNDS + 1):
        words = tr("Round {letter}", letter=round_letter(number))
        rounds.addAction(words, partial(tab.set_round, number))
    bodies = menu.addMenu(tr("Delegation"))
    for one in tab.delegations():
        bodies.addAction(one.draft.name, partial(tab.join, one.id))
    bodies.addAction(tr("New delegation…"), tab.new_delegation)
    bodies.addAction(tr("In no delegation"), partial(tab.join, None))
    menu.addSeparator()
    menu.addAction(tr("Move to a place…"), tab.move_by_hand)
    menu.addAction(tr("Back in order of precedence"), tab.by_rule)
    menu.addAction(tr("Edit guest…"), tab.edit)
    menu.addAction(tr("Catering notes…"), tab.edit_catering)
    menu.addSeparator()
    menu.addAction(tr("Take off the list"), tab.remove)
