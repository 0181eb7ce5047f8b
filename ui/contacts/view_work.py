"""The saved views on the contacts page: chosen, changed, ordered, counted."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.contacts.commands import add_view, change_view, order_views, remove_view
from app.contacts.draft import ViewDraft
from app.contacts.queries import ViewRow, mailing_sets, saved_views, tags, view_counts
from app.contacts.rules.views import ALL, FURNISHED, NAME_ORDER, Conditions, spoken
from app.core.search import COUNT_LIMIT
from ui.contacts.head import KEPT
from ui.contacts.view_editor import NameDraft, NameEditor, ViewEditor, ViewEntry
from ui.core import language
from ui.core.language import number, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ui.contacts.head import ContactsHead
    from ui.core.editor import Done, Editor, Failed
    from ui.core.page import Desk
    from ui.core.window_state import Json


class ViewWork(QObject):
    """`changed()` when another view, or the same one changed, is to be shown."""

    changed = Signal()

    def __init__(self, page: QWidget, desk: Desk, head: ContactsHead) -> None:
        super().__init__(page)
        self._page, self._desk, self._jobs, self._head = page, desk, desk.jobs, head
        self.bar = head.views
        self.dialog: Editor[Any] | None = None
        self._rows = [_furnished(at) for at in range(len(FURNISHED))]
        self._passing: ViewRow | None = None
        self._counts: dict[UUID, int] = {}
        self._now: Callable[[ViewDraft], ViewDraft] = _as_it_is
        self.bar.editable = True
        self.bar.chosen.connect(self._chosen)
        self.bar.wanted.connect(self._wanted)
        self.bar.added.connect(self.new)
        head.keep_menu.aboutToShow.connect(self._fill_keep)
        self._fill_keep()
        self._offer()

    # What is shown

    def row(self) -> ViewRow:
        """The chosen view."""
        key = self.bar.current()
        return next((row for row in self._all() if row.id.hex == key), self._rows[0])

    def _all(self) -> list[ViewRow]:
        return [*self._rows, self._passing] if self._passing is not None else self._rows

    def show_passing(self, words: str, asked: Conditions) -> None:
        """Show a list that no view holds, as a chip of its own until another is chosen."""
        self._passing = ViewRow(UUID(int=0), None, ViewDraft(words, asked), len(self._rows))
        self._head.filter.clear()
        self._offer()
        self.bar.choose(self._passing.id.hex)
        self.changed.emit()

    def rows(self) -> list[ViewRow]:
        """The views of the office, in its order."""
        return list(self._rows)

    def is_all(self) -> bool:
        """Whether the chosen view shows everybody."""
        return self.row().draft.conditions == ALL.conditions

    def knows(self, record: UUID) -> bool:
        """Whether the id is that of a view."""
        return any(row.id == record for row in self._rows)

    def choose(self, key: str) -> None:
        """Choose a view by its id without telling anybody; "" for the one that shows everybody."""
        self.bar.choose(key or self.everybody())

    def everybody(self) -> str:
        """The key of a view that shows everybody, else of the first."""
        found = [row for row in self._rows if row.draft.conditions == ALL.conditions]
        return (found or self._rows)[0].id.hex

    def refresh(self, *, counted: bool) -> None:
        """Ask for the views, and how many are in each where that may have changed."""
        self._jobs.ask(saved_views, then=self._came, owner=self, channel="views", urgent=True)
        if counted:
            self._jobs.ask(view_counts, then=self._counted, owner=self, channel="view counts")

    def _came(self, rows: list[ViewRow]) -> None:
        before = self.row()
        self._rows = rows
        self._offer()
        now = self.row()
        if (now.id, now.draft) != (before.id, before.draft):
            self.changed.emit()

    def _counted(self, counts: dict[UUID, int]) -> None:
        self._counts = counts
        self._offer()

    def _offer(self) -> None:
        choices = [(row.id.hex, self._words(row)) for row in self._all()]
        self.bar.offer(choices)
        kept: list[Json] = [[key, words] for key, words in choices[: len(self._rows)]]
        self._desk.state.put(KEPT, kept)

    def _words(self, row: ViewRow) -> str:
        name = row.name(language.current())
        count = self._counts.get(row.id)
        if count is None or row.draft.conditions == ALL.conditions:
            return name
        return f"{name} · {number(count)}{'+' if count >= COUNT_LIMIT else ''}"

    def _chosen(self, key: str) -> None:
        if self._passing is not None and key != self._passing.id.hex:
            self._passing = None
            self._offer()
        self.changed.emit()

    # Changed on the page

    def compare(self, now: Callable[[ViewDraft], ViewDraft]) -> None:
        """Offer to keep the view where `now(draft)`, as the page shows it, differs from it."""
        self._now = now
        draft = self.row().draft
        self._head.keep.setVisible(now(draft) != draft or self.row() is self._passing)

    def _fill_keep(self) -> None:
        menu = self._head.keep_menu
        menu.clear()
        if self.row() is not self._passing:
            name = self.row().name(language.current())
            menu.addAction(tr("Save in “{name}”", name=name)).triggered.connect(self._keep)
        menu.addAction(tr("Save as a new view…")).triggered.connect(self._keep_as)

    def _keep(self) -> None:
        row = self.row()
        self._jobs.run(change_view, row.id, row.revision, self._now(row.draft), then=self._kept,
                       owner=self)  # fmt: skip

    def _kept(self, _nothing: object) -> None:
        self._head.keep.hide()
        self._head.filter.clear()
        self.refresh(counted=True)

    def _keep_as(self) -> None:
        row = self.row()

        def save(made: NameDraft, done: Done, failed: Failed) -> None:
            draft = replace(self._now(row.draft), name=made.name)
            after = None if row is self._passing else row.id
            self._jobs.run(add_view, draft, after, then=done, failed=failed, owner=self)

        self._open(
            NameEditor.edit(self._page, tr("Save as a new view"), NameDraft(), save=save,
                            then=self._added)
        )  # fmt: skip

    def _added(self, made: object) -> None:
        self._head.filter.clear()
        self._head.keep.hide()
        if isinstance(made, UUID):
            self._jobs.ask(saved_views, then=partial(self._show_added, made), owner=self)

    def _show_added(self, made: UUID, rows: list[ViewRow]) -> None:
        self._rows, self._passing = rows, None
        self._offer()
        self.bar.choose(made.hex)
        self.changed.emit()
        self.refresh(counted=True)

    # Edited

    def new(self) -> None:
        """Ask for a new view."""

        def save(made: ViewEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(add_view, made.draft, None, then=done, failed=failed, owner=self)

        self._edit(ViewDraft(sort=NAME_ORDER), tr("New view"), save, self._added)

    def edit(self, row: ViewRow) -> None:
        """Edit a view."""

        def save(made: ViewEntry, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_view, row.id, row.revision, made.draft, then=done, failed=failed, owner=self
            )

        name = row.name(language.current())
        self._edit(row.draft, tr("Edit the view {name}", name=name), save, self._kept)

    def _edit(
        self, draft: ViewDraft, title: str, save: Callable[..., None], then: Callable[[Any], None]
    ) -> None:
        def told(offered: tuple[Sequence[Any], Sequence[Any]]) -> None:
            known, sets = offered
            spoken_ = language.current()
            entry = ViewEntry(
                draft,
                tuple((one.id.hex, one.name(spoken_)) for one in known),
                tuple((one.id.hex, one.draft.name) for one in sets),
            )
            self._open(ViewEditor.edit(self._page, title, entry, save=save, then=then))

        self._jobs.ask(_offered, then=told, owner=self, urgent=True)

    def _wanted(self, verb: str, key: str) -> None:
        row = next((row for row in self._rows if row.id.hex == key), None)
        if row is None:
            return
        if verb == "edit":
            self.edit(row)
        elif verb == "duplicate":
            name = tr("{name} (copy)", name=spoken(row.draft.name, language.current()))
            draft = replace(row.draft, name=name)
            self._jobs.run(add_view, draft, row.id, then=self._added, owner=self)
        elif verb == "remove":
            self._jobs.run(remove_view, row.id, then=self._removed, owner=self)
        else:
            self._move(row, verb)

    def _removed(self, _nothing: object) -> None:
        self.refresh(counted=True)

    def _move(self, row: ViewRow, verb: str) -> None:
        ids = [one.id for one in self._rows]
        at = ids.index(row.id)
        ids.remove(row.id)
        ids.insert({"first": 0, "left": max(at - 1, 0), "right": at + 1}[verb], row.id)
        self._jobs.run(order_views, ids, then=self._removed, owner=self)

    def drop_menu(self) -> None:
        """Offer what can be done to the chosen view; a passing list is saved as one."""
        if self.row() is self._passing:
            self._keep_as()
            return
        below = self._head.more.mapToGlobal(self._head.more.rect().bottomLeft())
        self.bar.menu_of(self.bar.current()).exec(below)

    def _open(self, dialog: Editor[Any]) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)

    def _closed(self) -> None:
        self.dialog = None


def _as_it_is(draft: ViewDraft) -> ViewDraft:
    return draft


def _offered(session: Any) -> tuple[list[Any], list[Any]]:  # a session: ui knows no SQL
    return tags(session), mailing_sets(session)


def _furnished(place: int) -> ViewRow:
    one = FURNISHED[place]
    draft = ViewDraft(one.name, one.conditions, one.columns, one.sort, one.descending, one.group_by)
    return ViewRow(one.id, None, draft, place)
