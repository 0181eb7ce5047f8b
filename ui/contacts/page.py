"""The contacts page: everybody the office knows, and beside them the one that is chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from app.contacts.queries import PostingRow
from app.core import search
from ui.actions import hint
from ui.contacts.address_work import AddressWork
from ui.contacts.bulk_work import BulkWork
from ui.contacts.columns import ORGANISATION, PERSON
from ui.contacts.detail import ContactDetail
from ui.contacts.facts import OrganisationFacts, PersonFacts
from ui.contacts.head import ContactsHead
from ui.contacts.listing import Listing
from ui.contacts.many import verbs
from ui.contacts.memory import MEMORY_TABLES, ContactMemory
from ui.contacts.nobody import nobody_yet, nothing_found
from ui.contacts.organisation_detail import organisation_name
from ui.contacts.view_work import ViewWork
from ui.contacts.work import ContactWork
from ui.core.language import number, tr, trn
from ui.core.page import ListPage
from ui.core.record_field import Choice
from ui.core.table import TableCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.core.directory import Line
    from ui.core.jobs import Changes
    from ui.core.page import Desk
    from ui.core.window_state import Json

_LINES_FROM = frozenset(
    {"person", "organisation", "posting", "guest", "participant", "dossier", "moment",
     "moment_person", "tagging", "membership", "country"}
)  # fmt: skip
_VIEWS_FROM = _LINES_FROM | {"saved_view", "national_day", "celebration"}
_TABLE, _NOTHING, _NOBODY = 0, 1, 2


class ContactsPage(ListPage):
    """People, posts and organisations in one list with views, a filter, and a pane."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"photo", "address_override", "reception", "tag", "mailing_set", "accreditation", "setting",
         "national_day", "relationship", "letter", "address_form", *_VIEWS_FROM, *MEMORY_TABLES}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Contacts"))
        self._wanted: UUID | None = None
        self._touched: frozenset[str] = self.tables
        self._counts: dict[str, int] = {}
        self.work = ContactWork(self, desk)
        self.work.kept.connect(self._kept)
        self.address = AddressWork(self, desk)
        self.bulk = BulkWork(self, desk, self.work)
        self._make_head()
        self._make_list()
        self.detail = ContactDetail(desk.jobs)
        self._listen_to_detail()
        self.set_pane(self.detail, name=tr("Contact"))
        self._make_actions()

    # Building

    def _make_head(self) -> None:
        self.head = ContactsHead(self)
        self.filter = self.head.filter
        self.views = ViewWork(self, self.desk, self.head)
        self.bulk.views = self.views
        for words, do in (
            (tr("New post or organisation"), self.work.new_organisation),
            (tr("This view…"), self.views.drop_menu),
            (tr("Tags…"), self.bulk.manage_tags),
            (tr("Mailing sets…"), self.bulk.manage_sets),
            (tr("National days"), self._national_days),
            (tr("Export contacts…"), self._export),
            (tr("Choose columns…"), self._choose_columns),
            (tr("Find duplicates…"), self._find_duplicates),
        ):
            self.head.menu.addAction(words).triggered.connect(do)
        self.head.new.setToolTip(hint("contacts.new_person"))
        self.head.bring.clicked.connect(self._import)
        self.head.new.clicked.connect(self._new_person)
        self.filter.setToolTip(hint("contacts.filter"))

    def _make_list(self) -> None:
        self.listing = Listing(self, self.desk, self.views, self.filter)
        self.listing.came.connect(self._lines_came)
        self.model, self.table = self.listing.model, self.listing.table
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._open)
        self.table.selection_grew.connect(self._selected)
        self.table.copied.connect(self._copied)
        self.table.menu_maker = self._fill_menu
        self._holder = QWidget()
        self._stack = QStackedLayout(self._holder)
        self._stack.addWidget(TableCard(self.table))
        self._stack.addWidget(nothing_found(self.show_all))
        self._stack.addWidget(nobody_yet(self._import, self._new_person))
        self.body.addWidget(self._holder, 1)

    def _listen_to_detail(self) -> None:
        self.detail.asked.connect(self._asked)
        self.detail.posting.connect(self._edit_posting)
        self.detail.correct.connect(self._correct)
        self.detail.wanted.connect(self.address.do)
        self.detail.opened.connect(self._show_contact)
        self.detail.tag.connect(self.bulk.show_tag)
        self.detail.country.connect(self.work.open_country)
        self.memory = ContactMemory(self, self.desk, self._show_contact)

    def _make_actions(self) -> None:
        self.on("contacts.new_person", self._new_person)
        self.on("contacts.new_post", self.work.new_organisation)
        self.on("contacts.national_days", self._national_days)
        self.on("contacts.edit", self._edit)
        self.on("contacts.delete", self._remove)
        self.on("contacts.filter", self._go_to_filter)
        self.on("contacts.invite", self._invite)
        self.on("contacts.export", self._export)
        self.on("contacts.tags", self.bulk.manage_tags)
        self.on("contacts.sets", self.bulk.manage_sets)
        self.on("contacts.new_view", self.views.new)
        self.memory.make_actions()
        self.on("app.import", self._import)
        self.on("contacts.merge", self._merge)
        self.on("contacts.duplicates", self._find_duplicates)

    # Asking

    def refresh(self) -> None:
        """Ask for the lines and the pane anew, as far as the change touched them.

        What is asked last is answered first: the lines, then the pane.
        """
        touched, self._touched = self._touched, frozenset()
        self.detail.refresh()
        if touched & _VIEWS_FROM:
            self.views.refresh(counted=True)
        if touched & _LINES_FROM:
            self.desk.jobs.ask(search.kind_counts, then=self._counted, owner=self)
            self._ask_lines()

    def _changed(self, changes: Changes) -> None:
        self._touched |= self.tables & changes.tables
        super()._changed(changes)

    def _ask_lines(self) -> None:
        self.listing.ask()

    def _lines_came(self) -> None:
        if not self.listing.kept_choice():
            self._choose(None)
        ids = self.model.ids()
        self._show_state()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            if not self.table.select_id(wanted):
                self._find_elsewhere(wanted)
        elif len(ids) and self.detail.record() is None and not self.pane_is_folded():
            self.table.select_id(self.model.id_at(0))

    def _find_elsewhere(self, wanted: UUID) -> None:
        """A record that this view or filter does not show: show everybody."""
        if not self.views.is_all() or self.filter.text():
            self._wanted = wanted
            self.show_all()

    def _counted(self, counts: dict[str, int]) -> None:
        self._counts = counts
        self._show_state()

    def _show_state(self) -> None:
        people, others = self._counts.get(PERSON, 0), self._counts.get(ORGANISATION, 0)
        shown = self.model.rowCount()
        told = " · ".join(
            (
                trn("{n} person", "{n} people", people),
                trn("{n} post or organisation", "{n} posts and organisations", others),
            )
        )
        narrowed = bool(self.filter.text().strip()) or not self.views.is_all()
        if narrowed:
            told = tr("{n} of {total} shown", n=number(shown), total=number(people + others))
        self.remark.say(told)
        empty = _NOTHING if narrowed or people + others else _NOBODY
        self._stack.setCurrentIndex(_TABLE if shown else empty)

    # Showing

    def show_all(self) -> None:
        """No view, no filter."""
        self.filter.clear()
        self.views.choose("")
        self.listing.show_view()

    def show_record(self, record: UUID) -> None:
        """Choose a contact in the list, and tell of it; the id of a view shows that view."""
        if self.views.knows(record):
            self.filter.clear()
            self.views.choose(record.hex)
            self.listing.show_view()
            return
        self._wanted = record
        if self.model.rowCount() and self.table.select_id(record):
            self._wanted = None
        elif not self.stale():
            self._ask_lines()
        self.desk.jobs.ask(search.lines, [record], then=self._line_came, owner=self)

    def _line_came(self, found: Sequence[Line]) -> None:
        for line in found:
            self.detail.show_contact(line.kind, line.id)
            self.open_pane()

    def _choose(self, line: Line | None) -> None:
        if len(self.table.selected_places()) > 1:
            return
        if line is not None and line.id != self.detail.record():
            self.detail.show_contact(line.kind, line.id)
        elif line is None and not self.listing.is_between() and self.table.current_id() is None:
            self.detail.show_nothing()

    def _selected(self, count: int) -> None:
        if count > 1:
            self.detail.show_many(count)
        elif count == 1:
            self._choose(self.table.current_row())

    def _open(self, line: Line) -> None:
        if self.pane_is_folded():
            self.detail.show_contact(line.kind, line.id)
            self.open_pane()
        else:
            self.work.edit(line.kind, line.id)

    def _show_contact(self, kind: str, record: UUID) -> None:
        self._wanted = record
        self.detail.show_contact(kind, record)
        if self.table.select_id(record):
            self._wanted = None
        else:
            self._find_elsewhere(record)

    def _kept(self, kind: str, record: UUID) -> None:
        self._wanted = record
        self.detail.show_contact(kind, record)
        self._touched |= _LINES_FROM
        self.mark_stale()

    def _copied(self, count: int) -> None:
        self.desk.say(trn("Copied {n} line", "Copied {n} lines", count))

    # Doing

    def _asked(self, what: str, facts: object) -> None:
        if facts is None or what == "invite":
            self._chosen(partial(self.bulk.do, what))
        elif what == "edit":
            self._edit_shown(facts)
        elif what == "tags":
            self.work.edit_tags(facts)
        elif isinstance(facts, PersonFacts):
            self.work.new_posting(facts)
        elif isinstance(facts, OrganisationFacts):
            sheet = facts.sheet
            self.work.new_person(Choice(sheet.id, organisation_name(sheet), sheet.draft.city))

    def _edit_shown(self, facts: object) -> None:
        if isinstance(facts, PersonFacts):
            self.work.edit_person(facts)
        elif isinstance(facts, OrganisationFacts):
            self.work.edit_organisation(facts)

    def _edit_posting(self, posting: object, _facts: object) -> None:
        if isinstance(posting, PostingRow):
            self.work.edit_posting(posting)

    def _correct(self, spoken: str, channel: str, company: str, facts: object) -> None:
        if isinstance(facts, PersonFacts):
            self.work.correct_form(spoken, channel, facts, company)

    def _new_person(self) -> None:
        self.work.new_person()

    def _edit(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self.work.edit(line.kind, line.id)

    def _chosen(self, then: Callable[[list[UUID], list[UUID]], object]) -> None:
        """The selected people and organisations, once their lines are at hand."""

        def told(found: Sequence[Line]) -> None:
            people = [line.id for line in found if line.kind == PERSON]
            then(people, [line.id for line in found if line.kind == ORGANISATION])

        ids = self.table.selected_ids()
        if ids:
            self.desk.jobs.ask(search.lines, ids, then=told, owner=self)

    def _remove(self) -> None:
        if not self.filter.hasFocus():
            self._chosen(self.work.remove)

    def _invite(self) -> None:
        self._chosen(lambda people, _others: self.work.invite(people))

    def _do_together(self, what: str) -> None:
        self._chosen(partial(self.bulk.do, what))

    def _merge(self) -> None:
        self._chosen(self.work.merge)

    def _find_duplicates(self) -> None:
        self.desk.go("duplicates")

    def _national_days(self) -> None:
        self.desk.go("national_days")

    def _import(self) -> None:
        self.desk.go("import")

    def _export(self) -> None:
        self.work.export(self.views.row(), self.listing.as_shown())

    def _choose_columns(self) -> None:
        self.table.choose_columns()

    def _go_to_filter(self) -> None:
        self.close_pane()
        self.filter.setFocus()
        self.filter.selectAll()

    def _fill_menu(self, menu: QMenu) -> None:
        menu.addAction(tr("Edit")).triggered.connect(self._edit)
        menu.addAction(tr("Copy")).triggered.connect(self.table.copy_selection)
        menu.addAction(tr("Log contact…")).triggered.connect(self.memory.log)
        menu.addSeparator()
        for what, words in verbs():
            menu.addAction(words).triggered.connect(partial(self._do_together, what))

    # Keeping

    def state(self) -> dict[str, Json]:
        """View, filter, order and the contact shown."""
        record = self.detail.record()
        return {
            "view": self.views.bar.current(),
            "filter": self.filter.text(),
            "sort": self.listing.sort,
            "descending": self.listing.descending,
            "record": record.hex if record else "",
            "kind": self.detail.kind(),
        }

    def restore(self, kept: dict[str, Json]) -> None:
        """Take them again."""
        self.views.choose(str(kept.get("view", "")))
        self.listing.restore(str(kept.get("sort", "")), descending=bool(kept.get("descending")))
        record = str(kept.get("record", ""))
        if record:
            self._wanted = UUID(record)
            self.detail.show_contact(str(kept.get("kind", PERSON)), self._wanted)
