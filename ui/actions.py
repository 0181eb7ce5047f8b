"""The table of what people can do: words, keys, where it counts. One line here makes a menu entry,
a shortcut, a line in the search box, a tooltip and a line of the sheet of shortcuts.

A page says what its actions do with `page.on("contacts.new_person", self.new_person)`.
"""
# ruff: noqa: E501 - a table reads best with one line to an action

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut

from app.core.text import N_
from ui.core import icons
from ui.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

WINDOW = ""


@dataclass(frozen=True, slots=True)
class Action:
    """A thing to do.

    id: page and verb; text: a message marked with `N_`; keys: in Qt's English spelling;
    page: the page it belongs to, "" for the whole window; local: its keys count only inside a
    part of the page (single letters in a table), bound with `bind_keys`; searched: whether the
    search box offers it.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    page: str = WINDOW
    icon: str = "command"
    local: bool = False
    searched: bool = True


ACTIONS: tuple[Action, ...] = (
    Action("app.search", N_("Search"), ("Ctrl+K",), icon="search", searched=False),
    Action("app.undo", N_("Undo"), ("Ctrl+Z",), icon="undo"),
    Action("app.redo", N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo"),
    Action("app.back", N_("Back"), ("Alt+Left",), icon="arrow-left", searched=False),
    Action("app.import", N_("Import a file…"), ("Ctrl+O",), icon="import"),
    Action("app.shortcuts", N_("Keyboard shortcuts"), ("?", "F1"), icon="keyboard"),
    Action("app.settings", N_("Office settings…"), ("Ctrl+,",), icon="settings"),
    Action("app.mail", N_("Mail settings…"), icon="mail"),
    Action("app.precedence", N_("Lists of precedence…"), icon="columns"),
    Action("app.address_forms", N_("Forms of address…"), icon="mail"),
    Action("app.backup", N_("Back up the office…"), icon="save"),
    Action("app.full_screen", N_("Full screen"), ("F11",), icon="open"),
    Action("app.quit", N_("Quit"), ("Ctrl+Q",), icon="close"),
    Action("contacts.new_person", N_("New person"), ("Ctrl+N",), "contacts", "add"),
    Action("contacts.new_post", N_("New post or organisation"), ("Ctrl+Shift+N",), "contacts", "add"),
    Action("contacts.edit", N_("Edit contact"), ("F2",), "contacts", "edit", searched=False),
    Action("contacts.delete", N_("Delete contact"), ("Delete",), "contacts", "delete", searched=False),
    Action("contacts.filter", N_("Filter contacts"), ("Ctrl+F",), "contacts", "filter", searched=False),
    Action("contacts.invite", N_("Invite to a reception…"), ("Ctrl+I",), "contacts", "receptions", searched=False),
    Action("contacts.export", N_("Export contacts…"), ("Ctrl+E",), "contacts", "export"),
    Action("contacts.new_view", N_("New view of contacts…"), page="contacts", icon="filter"),
    Action("contacts.tags", N_("Tags…"), page="contacts", icon="star"),
    Action("contacts.sets", N_("Mailing sets…"), page="contacts", icon="mail"),
    Action("contacts.national_days", N_("National days"), ("Ctrl+Shift+D",), "contacts", "flag"),
    Action("contacts.duplicates", N_("Find duplicates…"), ("Ctrl+Shift+M",), "contacts", "duplicate"),
    Action("contacts.merge", N_("Merge two contacts…"), ("Ctrl+M",), "contacts", "merge", searched=False),
    Action("duplicates.scan", N_("Scan again"), ("F5",), "duplicates", "refresh", searched=False),
    Action("duplicates.merge", N_("Compare and merge…"), ("M",), "duplicates", local=True, searched=False),
    Action("duplicates.part", N_("Not the same"), ("N",), "duplicates", local=True, searched=False),
    Action("country.edit", N_("Edit country"), ("F2",), "country", "edit", searched=False),
    Action("country.print", N_("Print a document…"), ("Ctrl+P",), "country", "print", searched=False),
    Action("national_days.before", N_("The month before"), ("Alt+PgUp",), "national_days", "chevron-left", searched=False),
    Action("national_days.after", N_("The month after"), ("Alt+PgDown",), "national_days", "chevron-right", searched=False),
    Action("national_days.plan", N_("Plan the greetings of the month"), ("Ctrl+G",), "national_days", "add", searched=False),
    Action("contacts.log", N_("Log contact…"), ("Ctrl+L",), "contacts", "clock"),
    Action("contacts.task", N_("New task about the contact…"), ("Ctrl+T",), "contacts", "check"),
    Action("contacts.gift", N_("Register a gift…"), ("Ctrl+G",), "contacts", "gift"),
    Action("contacts.agreement", N_("New agreement with the contact…"), page="contacts", icon="edit"),
    Action("contacts.attach", N_("Add documents to the contact…"), ("Ctrl+D",), "contacts", "add", searched=False),
    Action("contacts.timeline", N_("Timeline of the contact"), ("Ctrl+H",), "contacts", "history", searched=False),
    Action("precedence.new_list", N_("New list of precedence"), ("Ctrl+N",), "precedence", "add", searched=False),
    Action("precedence.new_band", N_("New band in the list"), ("Ctrl+Shift+N",), "precedence", "add", searched=False),
    Action("lists.edit", N_("Edit list of precedence"), ("F2",), "precedence", local=True, searched=False),
    Action("lists.remove", N_("Remove list of precedence"), ("Delete",), "precedence", local=True, searched=False),
    Action("bands.edit", N_("Edit band"), ("F2",), "precedence", local=True, searched=False),
    Action("bands.up", N_("Move band up"), ("Alt+Up",), "precedence", local=True, searched=False),
    Action("bands.down", N_("Move band down"), ("Alt+Down",), "precedence", local=True, searched=False),
    Action("bands.remove", N_("Remove band"), ("Delete",), "precedence", local=True, searched=False),
    Action("address_forms.edit", N_("Edit form of address"), ("F2",), "address_forms", "edit", searched=False),
    Action("address_forms.filter", N_("Filter forms of address"), ("Ctrl+F",), "address_forms", "filter", searched=False),
    Action("receptions.new", N_("New reception"), ("Ctrl+N",), "receptions", "add"),
    Action("receptions.edit", N_("Edit reception"), ("F2",), "receptions", "edit", searched=False),
    Action("receptions.delete", N_("Delete reception"), ("Delete",), "receptions", "delete", searched=False),
    Action("receptions.filter", N_("Filter receptions"), ("Ctrl+F",), "receptions", "filter", searched=False),
    Action("receptions.copy", N_("Copy the reception…"), ("Ctrl+Shift+C",), "receptions", "copy", searched=False),
    Action("receptions.templates", N_("Templates of receptions"), ("Ctrl+Shift+T",), "receptions", "duplicate"),
    Action("receptions.days", N_("Days to mind…"), (), "receptions", "today"),
    Action("receptions.list", N_("Receptions as a list"), ("Ctrl+1",), "receptions", "columns", searched=False),
    Action("receptions.board", N_("Receptions by stage"), ("Ctrl+2",), "receptions", "columns"),
    Action("receptions.month", N_("Calendar of the month"), ("Ctrl+3",), "receptions", "today"),
    Action("receptions.year", N_("Calendar of the year"), ("Ctrl+4",), "receptions", "today"),
    Action("receptions.before", N_("The month or year before"), ("Alt+PgUp",), "receptions", "chevron-left", searched=False),
    Action("receptions.after", N_("The month or year after"), ("Alt+PgDown",), "receptions", "chevron-right", searched=False),
    Action("templates.new", N_("New template"), ("Ctrl+N",), "templates", "add"),
    Action("templates.new_line", N_("New task in the template"), ("Ctrl+T",), "templates", "check", searched=False),
    Action("templates.edit", N_("Edit template"), ("F2",), "templates", local=True, searched=False),
    Action("templates.remove", N_("Remove template"), ("Delete",), "templates", local=True, searched=False),
    Action("template_lines.edit", N_("Edit line of the template"), ("F2",), "templates", local=True, searched=False),
    Action("template_lines.up", N_("Move line up"), ("Alt+Up",), "templates", local=True, searched=False),
    Action("template_lines.down", N_("Move line down"), ("Alt+Down",), "templates", local=True, searched=False),
    Action("template_lines.remove", N_("Remove line"), ("Delete",), "templates", local=True, searched=False),
    Action("mission_templates.new", N_("New template"), ("Ctrl+N",), "mission_templates", "add"),
    Action("mission_templates.new_line", N_("New task in the template"), ("Ctrl+T",), "mission_templates", "check", searched=False),
    Action("reception.move", N_("Move the reception to another day…"), ("Ctrl+M",), "reception", "today", searched=False),
    Action("reception.copy", N_("Copy the reception…"), ("Ctrl+Shift+C",), "reception", "copy", searched=False),
    Action("reception.apply_template", N_("Apply a template…"), (), "reception", "duplicate", searched=False),
    Action("reception.keep_template", N_("Save as a template…"), (), "reception", "save", searched=False),
    Action("reception.edit", N_("Edit reception"), ("F2",), "reception", "edit", searched=False),
    Action("reception.add_guest", N_("Add guests…"), ("Ctrl+I",), "reception", "add", searched=False),
    Action("reception.replies", N_("Replies from a list…"), ("Ctrl+Shift+R",), "reception", "import"),
    Action("reception.delegations", N_("Delegations of the reception…"), page="reception", icon="contacts"),
    Action("reception.print", N_("Print a document…"), ("Ctrl+P",), "reception", "print", searched=False),
    Action("reception.log", N_("Log contact…"), ("Ctrl+L",), "reception", "clock", searched=False),
    Action("reception.task", N_("New task for the reception…"), ("Ctrl+T",), "reception", "check", searched=False),
    Action("reception.gift", N_("Register a gift…"), ("Ctrl+G",), "reception", "gift", searched=False),
    Action("reception.agreement", N_("New agreement at the reception…"), page="reception", icon="edit", searched=False),
    Action("reception.door", N_("At the door"), ("Ctrl+D",), "reception", "check", searched=False),
    Action("missions.new", N_("New mission"), ("Ctrl+N",), "missions", "add"),
    Action("missions.edit", N_("Open mission"), ("F2",), "missions", "edit", searched=False),
    Action("missions.delete", N_("Delete mission"), ("Delete",), "missions", "delete", searched=False),
    Action("missions.filter", N_("Filter missions"), ("Ctrl+F",), "missions", "filter", searched=False),
    Action("missions.copy", N_("Copy the mission…"), ("Ctrl+Shift+C",), "missions", "copy", searched=False),
    Action("missions.templates", N_("Templates of missions"), ("Ctrl+Shift+T",), "missions", "duplicate"),
    Action("missions.list", N_("Missions as a list"), ("Ctrl+1",), "missions", "columns", searched=False),
    Action("missions.board", N_("Missions by stage"), ("Ctrl+2",), "missions", "columns"),
    Action("mission.move", N_("Move the mission to other dates…"), ("Ctrl+M",), "mission", "today", searched=False),
    Action("mission.copy", N_("Copy the mission…"), ("Ctrl+Shift+C",), "mission", "copy", searched=False),
    Action("mission.apply_template", N_("Apply a template…"), (), "mission", "duplicate", searched=False),
    Action("mission.keep_template", N_("Save as a template…"), (), "mission", "save", searched=False),
    Action("mission.inside", N_("New delegation inside this mission…"), page="mission", icon="add", searched=False),
    Action("missions.travel_years", N_("Travel and CO2 by year"), ("Ctrl+Shift+Y",), "missions", "columns"),
    Action("travel_years.print", N_("Print a document…"), ("Ctrl+P",), "travel_years", "print", searched=False),
    Action("travel_years.export", N_("Rows of the year as a list…"), ("Ctrl+E",), "travel_years", "export", searched=False),
    Action("mission.edit", N_("Edit mission"), ("F2",), "mission", "edit", searched=False),
    Action("mission.add_participant", N_("Add people to the delegation…"), ("Ctrl+I",), "mission", "add", searched=False),
    Action("mission.import", N_("Import registrations…"), page="mission", icon="import", searched=False),
    Action("mission.destination", N_("Add a destination…"), page="mission", icon="place", searched=False),
    Action("mission.objective", N_("Add an objective…"), page="mission", icon="check", searched=False),
    Action("mission.log", N_("Log contact…"), ("Ctrl+L",), "mission", "clock", searched=False),
    Action("mission.gift", N_("Register a gift…"), ("Ctrl+G",), "mission", "gift", searched=False),
    Action("mission.agreement", N_("New agreement on the mission…"), page="mission", icon="edit", searched=False),
    Action("mission.thank", N_("Letters of thanks after the mission…"), page="mission", icon="mail", searched=False),
    Action("mission.close", N_("Close the mission…"), page="mission", icon="check", searched=False),
    Action("mission.print", N_("Print a document…"), ("Ctrl+P",), "mission", "print", searched=False),
    Action("mission.programme", N_("Programme of the mission"), page="mission", icon="clock", searched=False),
    Action("mission.meetings", N_("Meetings of the mission"), page="mission", icon="contacts", searched=False),
    Action("mission.travel", N_("Journeys and CO2 of the mission"), page="mission", icon="place", searched=False),
    Action("mission.rooms", N_("Rooms of the mission"), page="mission", icon="open", searched=False),
    Action("mission.costs", N_("Costs of the mission"), page="mission", icon="columns", searched=False),
    Action("mission.follow-up", N_("Follow-up of the mission"), page="mission", icon="check", searched=False),
    Action("mission_rows.add", N_("Add a journey, room, cost, company or host"), ("Ctrl+N",), "mission", local=True, searched=False),
    Action("mission_lines.add", N_("Add a line to the programme…"), ("Insert",), "mission", local=True, searched=False),
    Action("mission_lines.up", N_("Move line up"), ("Alt+Up",), "mission", local=True, searched=False),
    Action("mission_lines.down", N_("Move line down"), ("Alt+Down",), "mission", local=True, searched=False),
    Action("meetings.before", N_("Move meeting to the slot before"), ("Alt+Left",), "mission", local=True, searched=False),
    Action("meetings.after", N_("Move meeting to the slot after"), ("Alt+Right",), "mission", local=True, searched=False),
    Action("meetings.stay", N_("Meeting stays where it is, or may be moved"), ("L",), "mission", local=True, searched=False),
    Action("meetings.remove", N_("Remove meeting"), ("Delete",), "mission", local=True, searched=False),
    Action("wishes.weigh", N_("How much they wish to meet; 0 takes it back"), ("1", "2", "3", "4", "5", "0"), "mission", local=True, searched=False),
    Action("participants.confirmed", N_("Participant is confirmed"), ("C",), "mission", local=True, searched=False),
    Action("participants.registered", N_("Participant is registered"), ("R",), "mission", local=True, searched=False),
    Action("participants.waiting", N_("Participant waits"), ("W",), "mission", local=True, searched=False),
    Action("participants.withdraw", N_("Participant withdraws…"), ("X",), "mission", local=True, searched=False),
    Action("participants.group", N_("Put participants in a group…"), ("G",), "mission", local=True, searched=False),
    Action("participants.move", N_("Move participant to a place…"), ("M",), "mission", local=True, searched=False),
    Action("participants.edit", N_("Edit participant…"), ("F2",), "mission", local=True, searched=False),
    Action("participants.remove", N_("Take participant off the list"), ("Delete",), "mission", local=True, searched=False),
    Action("gifts.new", N_("Register a gift…"), ("Ctrl+N",), "gifts", "gift"),
    Action("gifts.edit", N_("Edit gift"), ("F2",), "gifts", "edit", searched=False),
    Action("gifts.delete", N_("Remove gift"), ("Delete",), "gifts", "delete", searched=False),
    Action("gifts.slip", N_("Print the slip of the gift"), ("Ctrl+P",), "gifts", "print", searched=False),
    Action("gifts.filter", N_("Filter gifts"), ("Ctrl+F",), "gifts", "filter", searched=False),
    Action("today.task", N_("New task…"), ("Ctrl+N", "Ctrl+T"), "today", "add"),
    Action("reception.letters", N_("Invitations and letters"), ("Ctrl+Shift+L",), "reception", "mail", searched=False),
    Action("letters.toggle", N_("Guest gets the letter, or not"), ("Space",), "reception", local=True, searched=False),
    Action("guests.invited", N_("Guest is invited"), ("I",), "reception", local=True, searched=False),
    Action("guests.accepted", N_("Guest accepts"), ("A",), "reception", local=True, searched=False),
    Action("guests.regrets", N_("Guest regrets"), ("R",), "reception", local=True, searched=False),
    Action("guests.represented", N_("Guest is represented by…"), ("P",), "reception", local=True, searched=False),
    Action("guests.attended", N_("Guest was there"), ("T",), "reception", local=True, searched=False),
    Action("guests.absent", N_("Guest was absent"), ("N",), "reception", local=True, searched=False),
    Action("guests.move", N_("Move guest to a place…"), ("M",), "reception", local=True, searched=False),
    Action("guests.next", N_("Give free places to the next"), ("B",), "reception", local=True, searched=False),
    Action("guests.catering", N_("Catering notes of the guest…"), ("C",), "reception", local=True, searched=False),
    Action("guests.edit", N_("Edit guest…"), ("F2",), "reception", local=True, searched=False),
    Action("guests.remove", N_("Take guest off the list"), ("Delete",), "reception", local=True, searched=False),
    Action("reception.flags", N_("Flags of the reception…"), page="reception", icon="flag", searched=False),
    Action("reception.golden_book", N_("Golden book of the reception…"), page="reception", icon="star", searched=False),
    Action("reception.who", N_("Who to invite…"), ("Ctrl+Shift+I",), "reception", "star", searched=False),
    Action("proposals.accept", N_("Put proposed guest on the list"), ("A",), "reception", local=True, searched=False),
    Action("proposals.later", N_("Propose guest again later…"), ("L",), "reception", local=True, searched=False),
    Action("proposals.refuse", N_("Do not invite, with the reason…"), ("N",), "reception", local=True, searched=False),
    Action("decisions.forget", N_("Propose again after all"), ("U",), "reception", local=True, searched=False),
    Action("lines.add", N_("Add a line to the programme…"), ("Insert",), "reception", local=True, searched=False),
    Action("lines.edit", N_("Type into the programme"), ("F2",), "reception", local=True, searched=False),
    Action("lines.up", N_("Move line up"), ("Alt+Up",), "reception", local=True, searched=False),
    Action("lines.down", N_("Move line down"), ("Alt+Down",), "reception", local=True, searched=False),
    Action("lines.remove", N_("Remove line of the programme"), ("Delete",), "reception", local=True, searched=False),
)  # fmt: skip
GEAR = (
    "app.settings",
    "app.mail",
    "app.precedence",
    "app.address_forms",
    "app.backup",
    "app.shortcuts",
)
"""What stands in the menu of the gear, below looks and languages."""


class Actions(QObject):
    """The window's QActions, made from the table; `wanted(id)` when one of a page is triggered."""

    wanted = Signal(str)

    def __init__(self, window: QWidget, table: tuple[Action, ...] = ACTIONS) -> None:
        super().__init__(window)
        self.table = table
        self._made: dict[str, QAction] = {}
        for action in table:
            if not action.local:
                made = _TellingAction(action, self)
                self._made[action.id] = made
                window.addAction(made)

    def retranslate(self) -> None:
        """Read the words anew."""
        for action in self.table:
            if action.id in self._made:
                self._made[action.id].setText(tr(action.text))

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def use(self, page: str, able: set[str]) -> None:
        """Let the window's own actions and those the present page can do be pressed."""
        for action in self.table:
            if action.id in self._made and action.page:
                self._made[action.id].setEnabled(action.page == page and action.id in able)


class _TellingAction(QAction):
    def __init__(self, action: Action, parent: Actions) -> None:
        super().__init__(icons.icon(action.icon), tr(action.text), parent)
        self.setObjectName(action.id)
        self.setShortcuts([QKeySequence(keys) for keys in action.keys])
        self.setEnabled(not action.page)
        self.triggered.connect(self._tell)

    def _tell(self) -> None:
        actions = self.parent()
        if isinstance(actions, Actions):
            actions.wanted.emit(self.objectName())


def keys_of(name: str) -> str:
    """The first shortcut of an action as people read it, "" where it has none."""
    action = next((action for action in ACTIONS if action.id == name), None)
    if action is None or not action.keys:
        return ""
    return QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


def hint(name: str) -> str:
    """The words of an action with its shortcut, for a tooltip."""
    action = next(action for action in ACTIONS if action.id == name)
    keys = keys_of(name)
    return f"{tr(action.text)} ({keys})" if keys else tr(action.text)


def bind_keys(part: QWidget, name: str, do: Callable[[], object]) -> None:
    """Give a local action its keys inside a part of a page."""
    action = next(action for action in ACTIONS if action.id == name)
    for keys in action.keys:
        shortcut = QShortcut(QKeySequence(keys), part)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(do)
