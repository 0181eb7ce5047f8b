"""Scenes of views, tags, mailing sets and work on many contacts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.contacts.draft import BulkDraft, MailingSetDraft, TagDraft, ViewDraft
from app.contacts.queries import MailingSetRow
from app.contacts.rules.tags import Role
from app.contacts.rules.views import FURNISHED, Conditions, Met, Together
from app.dossiers.bulk_tasks import SharedTaskDraft
from ui.contacts.bulk_dialogs import BulkEditor, SharedTaskEditor, TagChoice, TagEditor
from ui.contacts.gallery import contacts_window, page_of, sample_office
from ui.contacts.interests import InterestsEditor, InterestsEntry, tag_key
from ui.contacts.mailing_sets import (
    MailingSetEditor,
    MailingSetManager,
    MembersDraft,
    MembersEditor,
)
from ui.contacts.tag_manager import TagManager
from ui.contacts.view_editor import NameDraft, NameEditor, ViewEditor, ViewEntry
from ui.core.cards import column
from ui.core.jobs import Jobs
from ui.core.language import tr
from ui.core.record_field import Choice
from ui.gallery import scene

if TYPE_CHECKING:
    from collections.abc import Callable


_HYDROGEN = TagDraft("Hydrogen", "sector")
_TAGS = (
    _HYDROGEN,
    TagDraft("Sister city Kanazawa"),
    TagDraft("Higher education", "priority"),
    TagDraft("SDG 11", "goal", 11),
    TagDraft("Textile heritage and circular design in the former mills", "sector"),
)
_OFFERED = {tag_key(one): one for one in _TAGS}


def _in_view(place: int, at_least: int = 1) -> Callable[[QWidget], bool]:
    def ready(window: QWidget) -> bool:
        page = page_of(window)
        key = FURNISHED[place].id.hex
        if page.views.bar.current() != key:
            page.views.bar.choose(key)
            page.views.changed.emit()
            return False
        known = page.model.rowCount() >= at_least and page.model.row(0) is not None
        return known and page.detail.facts() is not None

    return ready


@scene("views-heads", 1440, 900, ready=_in_view(1, 10))
def heads() -> QWidget:
    """The heads of mission with their standing."""
    return contacts_window()


@scene("views-grouped", 1440, 900, ready=_in_view(8, 10))
def grouped() -> QWidget:
    """Posts in groups by country."""
    return contacts_window()


@scene("views-narrow-150", 1180, 820, ready=_in_view(2), scale=1.5)
def narrow() -> QWidget:
    """Leaving soon, with larger text in a narrower window."""
    return contacts_window()


def _many(window: QWidget) -> bool:
    page = page_of(window)
    if page.model.rowCount() < 10 or page.model.row(0) is None:
        return False
    if len(page.table.selected_places()) < 2:
        page.table.selectAll()
        return False
    return page.detail.facts() is None


@scene("contacts-many", 1440, 900, ready=_many)
def many() -> QWidget:
    """All contacts chosen."""
    return contacts_window()


@scene("view-editor", 780, 900)
def view_editor() -> QWidget:
    """A view with conditions of each kind."""
    asked = Conditions(
        functions=(str(Together.HEADS_OF_MISSION), "consul_general"), countries=("JP", "ZA", "CD"),
        languages=("fr",), interests=("1" * 32,), sets=("2" * 32,), met=Met.BEFORE, met_months=12,
        leaving_days=183,
    )  # fmt: skip
    draft = ViewDraft("Hydrogen, not met for a year", asked, sort="country", group_by="country")
    entry = ViewEntry(draft, (("1" * 32, "Hydrogen"),), (("2" * 32, "New-year cards 2027"),))
    return ViewEditor(None, tr("Edit the view {name}", name=draft.name), entry)


@scene("view-name", 480, 300)
def view_name() -> QWidget:
    """The name of a view to save."""
    return NameEditor(None, tr("Save as a new view"), NameDraft("Hydrogen"))


@scene("interests-editor", 600, 720)
def interests_editor() -> QWidget:
    """The tags of somebody."""
    chosen = {
        str(Role.INTEREST): tuple(_OFFERED)[:3],
        str(Role.EXPERTISE): (tag_key(_TAGS[4]),),
        str(Role.NETWORK): (tag_key(_TAGS[3]),),
    }
    whom = Choice(UUID(int=1), "North Sea Port", "Ghent")
    return InterestsEditor(
        None, tr("Tags and interests"), InterestsEntry(chosen, dict(_OFFERED), whom)
    )


@scene("mailing-set-editor", 600, 760)
def mailing_set_editor() -> QWidget:
    """A mailing set without a purpose yet."""
    draft = MailingSetDraft("New-year cards 2027", "", "Task in the public interest")
    dialog = MailingSetEditor(None, tr("New mailing set"), draft)
    dialog.try_to_save()
    return dialog


@scene("members-editor", 520, 380)
def members_editor() -> QWidget:
    """People added to a mailing set."""
    draft = MailingSetDraft("New-year cards 2027", "Cards of the mayor to the corps and partners",
                            reuse_for="The new-year reception")  # fmt: skip
    row = MailingSetRow(UUID(int=2), UUID(int=3), draft, 214, 180)
    entry = MembersDraft(row.id.hex, rows=(row,))
    return MembersEditor(None, tr("Add to mailing set…"), entry)


@scene("bulk-editor", 620, 860)
def bulk_editor() -> QWidget:
    """Fields to change together."""
    draft = BulkDraft(language="fr", city="Bruxelles", country="BE")
    return BulkEditor(None, tr("Change together…"), draft)


@scene("bulk-tag", 520, 400)
def bulk_tag() -> QWidget:
    """A tag for many."""
    offered = {key: (one.name, one) for key, one in _OFFERED.items()}
    entry = TagChoice(tuple(_OFFERED)[:2], str(Role.INTEREST), offered)
    return TagEditor(None, tr("Give a tag…"), entry)


@scene("bulk-task", 520, 480)
def bulk_task() -> QWidget:
    """A task for many."""
    draft = SharedTaskDraft("Farewell call with the mayor", "Mia Vermeulen", dt.date(2026, 12, 18))
    return SharedTaskEditor(None, tr("Add a task for each…"), draft)


def _listed(dialog: QWidget) -> bool:
    return isinstance(dialog, _Holder) and dialog.inner.model.rowCount() > 0


def _show(_hex: str, _name: str) -> None:
    """A picture shows nothing else."""


class _Holder(QDialog):
    """Holds a dialog that needs an office, and closes the office with it."""

    def __init__(self, dialog: type[TagManager | MailingSetManager]) -> None:
        super().__init__()
        self._jobs = Jobs(sample_office, self)  # type: ignore[arg-type]  # a workspace
        self.inner = dialog(None, self._jobs, _show)
        self.inner.setWindowFlags(Qt.WindowType.Widget)
        self.setLayout(column(self.inner, gap=0))
        self.destroyed.connect(self._jobs.close)


@scene("tag-manager", 800, 520, ready=_listed)
def tag_manager() -> QWidget:
    """The tags of the office."""
    return _Holder(TagManager)


@scene("mailing-set-manager", 820, 480, ready=_listed)
def mailing_set_manager() -> QWidget:
    """The mailing sets of the office."""
    return _Holder(MailingSetManager)
