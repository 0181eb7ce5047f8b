"""Everything that takes focus has a name a screen reader can say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.contacts.draft import (
    CelebrationDraft,
    CountryDraft,
    NationalDayDraft,
    OrganisationDraft,
)
from app.core.errors import KeyNeededError
from app.core.profile import Profile
from app.core.text import plain
from ui.contacts.choices import no_finder
from ui.contacts.country_editor import CelebrationEditor, CountryEditor
from ui.contacts.letter_editor import LetterEditor, LetterEntry
from ui.contacts.organisation_editor import OrganisationEditor
from ui.contacts.override_editor import OverrideDraft, OverrideEditor
from ui.contacts.person_editor import PersonEditor, PersonEntry
from ui.contacts.posting_editor import PostingEditor, PostingEntry
from ui.contacts.relationship_editor import RelationshipEditor, RelationshipEntry
from ui.contacts.template_editor import TemplateEditor, TemplateEntry
from ui.settings.first_start import FirstStart
from ui.settings.office_details import DetailsDraft, OfficeDetails
from ui.settings.unlock import UnlockDialog

if TYPE_CHECKING:
    from collections.abc import Callable

_DAYS = (NationalDayDraft("02-23", "Birthday"), NationalDayDraft("Easter"))
MAKERS: dict[str, Callable[[], QWidget]] = {
    "person": lambda: PersonEditor(None, "New person", PersonEntry(look=no_finder)),
    "posting": lambda: PostingEditor(None, "New posting", PostingEntry()),
    "override": lambda: OverrideEditor(None, "How to address", OverrideDraft()),
    "relationship": lambda: RelationshipEditor(None, "Beside Aoi Tanaka", RelationshipEntry()),
    "letter": lambda: LetterEditor(None, "New letter", LetterEntry(couple=True)),
    "template": lambda: TemplateEditor(None, "New form", TemplateEntry(fresh=True)),
    "organisation": lambda: OrganisationEditor(None, "New post", OrganisationDraft()),
    "country": lambda: CountryEditor(None, "Japan", CountryDraft(days=_DAYS)),
    "celebration": lambda: CelebrationEditor(None, "National day", CelebrationDraft(2027)),
    "details": lambda: OfficeDetails(None, "Details", DetailsDraft(Profile())),
    "unlock": lambda: UnlockDialog(None, KeyNeededError(plain("A key is needed."))),
    "first start": FirstStart,
}


@pytest.mark.parametrize("which", MAKERS)
def test_what_takes_focus_has_a_name(which: str, keep: Callable[[QWidget], QWidget]) -> None:
    shown = keep(MAKERS[which]())
    shown.resize(900, 900)
    shown.show()
    nameless = []
    for widget in shown.findChildren(QWidget):
        focusable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if not (focusable and widget.isVisible()) or widget.objectName().startswith("qt_"):
            continue
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or words):
            nameless.append(type(widget).__name__)
    assert not nameless


@pytest.mark.parametrize("which", MAKERS)
def test_buttons_are_not_cut_with_large_text(
    which: str, keep: Callable[[QWidget], QWidget]
) -> None:
    from ui.core import theme
    from ui.core.buttons import Button

    theme.apply(scale=1.5)
    shown = keep(MAKERS[which]())
    shown.resize(1200, 900)
    shown.show()
    for button in shown.findChildren(Button):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
            assert button.height() >= button.sizeHint().height(), button.text()
