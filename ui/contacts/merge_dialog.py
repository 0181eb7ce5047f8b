"""Two records side by side: where they differ one chooses, what is equal is told quietly."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.contacts.joining import EMPTY, chosen, differences, united
from app.contacts.queries import PersonSheet
from app.contacts.rules.names import full_name
from ui.contacts.choices import (
    country_choices,
    gender_choices,
    kind_choices,
    letter_language_choices,
    name_order_choices,
)
from ui.contacts.organisation_detail import organisation_name
from ui.contacts.photo_field import Portrait
from ui.contacts.sides_field import SidesField
from ui.core.buttons import QUIET, Button
from ui.core.cards import Card, Facts, column, row
from ui.core.columns import written
from ui.core.editor import Editor
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import tr

if TYPE_CHECKING:
    from app.contacts.queries import OrganisationSheet
    from app.core.errors import Problem
    from ui.contacts.twins import TwoSheets
    from ui.core.editor import Save

PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class MergeEntry:
    """Two records and which fields come from the right one."""

    two: TwoSheets
    from_other: dict[str, bool] = field(default_factory=dict)

    @property
    def draft(self) -> Any:
        """The one record the two become."""
        kept, other = self.two.kept.draft, self.two.other.draft
        picked = {name: wanted for name, wanted in self.from_other.items() if name != PHOTO}
        return chosen(kept, other, picked)

    @property
    def photo_of_other(self) -> bool:
        """Whether the portrait at the right stays."""
        return self.from_other.get(PHOTO, False)

    def problems(self) -> list[Problem]:
        """What must be mended before they can be one."""
        found: list[Problem] = self.draft.problems()
        return found


class MergeDialog(Editor[MergeEntry]):
    """`MergeDialog.edit(page, title, MergeEntry(two), save=…)`; `apart()` where they are two."""

    apart = Signal()
    width_wanted = 760

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        draft: MergeEntry,
        save: Save[MergeEntry] | None = None,
    ) -> None:
        self._entry = draft
        super().__init__(parent, title, draft, save)
        self.not_same = Button(tr("Not the same"), QUIET)
        self.not_same.clicked.connect(self._apart)
        box = self.layout()
        item = box.itemAt(box.count() - 1) if box is not None else None
        buttons = item.layout() if item is not None else None
        if isinstance(buttons, QHBoxLayout):
            buttons.insertWidget(0, self.not_same)

    def build(self) -> Form:
        """A pair of values for each field in which the two differ."""
        two = self._entry.two
        words = _Words()
        parts: list[Any] = [_heads(two)]
        found = differences(two.kept.draft, two.other.draft)
        if found or _two_photos(two):
            parts.append(tr("Where they differ, choose what stays"))
        parts += [
            SidesField(
                one.field,
                words.label(one.field),
                words.value(one.field, one.kept),
                words.value(one.field, one.other),
            )
            for one in found
        ]
        if _two_photos(two):
            parts.append(SidesField(PHOTO, tr("Photo"), tr("The left one"), tr("The right one")))
        parts.append(_together(two, words))
        return Form(parts)

    def fill(self, draft: MergeEntry) -> None:
        """Show what was chosen; at first the left one."""
        self.form.set_values(dict(draft.from_other))

    def draft(self) -> MergeEntry:
        """The two, and what was chosen."""
        picked = {name: bool(value) for name, value in self.form.values().items()}
        return MergeEntry(self._entry.two, picked)

    def save_words(self) -> str:
        """What the button does."""
        return tr("Merge into one")

    def _apart(self) -> None:
        self.form.dirty = False
        self.reject()
        self.apart.emit()


def _two_photos(two: TwoSheets) -> bool:
    kept, other = two.kept, two.other
    both = isinstance(kept, PersonSheet) and isinstance(other, PersonSheet)
    return both and bool(kept.photo and other.photo and kept.photo != other.photo)  # type: ignore[union-attr]  # both are people


def name_of(sheet: PersonSheet | OrganisationSheet) -> str:
    """What a record is called."""
    return full_name(sheet.name) if isinstance(sheet, PersonSheet) else organisation_name(sheet)


def _heads(two: TwoSheets) -> QWidget:
    """Who the two are: name, office, and how many postings."""
    cards = []
    for sheet, what in ((two.kept, two.kept_is), (two.other, two.other_is)):
        photo = sheet.photo if isinstance(sheet, PersonSheet) else None
        name = name_of(sheet)
        native = sheet.draft.native_name if isinstance(sheet, PersonSheet) else ""
        words = column(
            Text(name, "strong", elide=True),
            Text(native or what, "small", ink="text2", elide=True),
            Text(what if native else _reach(sheet), "small", ink="text2", elide=True),
            gap=2,
        )
        line = row(Portrait(name, photo, size=44), words, gap=12)
        line.setStretch(1, 1)
        cards.append(Card(margin=12).add(line))
    holder = QWidget()
    box = row(*cards, gap=8)
    box.setStretch(0, 1)
    box.setStretch(1, 1)
    holder.setLayout(box)
    return holder


def _reach(sheet: PersonSheet | OrganisationSheet) -> str:
    return " · ".join((*sheet.draft.emails[:1], *sheet.draft.phones[:1]))


def _together(two: TwoSheets, words: _Words) -> QWidget:
    """What needs no choice: united lists, what only one knows, what is equal."""
    kept, other = two.kept.draft, two.other.draft
    facts = Facts(label_width=150)
    open_fields = {one.field for one in differences(kept, other)}
    for name in (one for one in type(kept).__slots__ if one not in open_fields):
        mine, theirs = getattr(kept, name), getattr(other, name)
        if isinstance(mine, tuple):
            value = " · ".join(united(mine, theirs))
        elif name == "note" and mine and theirs and mine != theirs:
            value = tr("both notes, one after the other")
        else:
            value = words.value(name, theirs if mine in EMPTY else mine)
        if value:
            facts.add(words.label(name), value)
    told = tr(
        "Postings, invitations, gifts, moments, tasks, documents, letters, relationships and tags"
        " of both stay with the one. One undo brings both back."
    )
    card = Card(tr("Kept without asking"), margin=12)
    card.add(facts, Text(told, "small", ink="text2", wrap=True))
    return card


class _Words:
    """The names of fields and the words of their codes, as the editors have them."""

    def __init__(self) -> None:
        countries = dict(country_choices())
        self._codes: dict[str, dict[str, str]] = {
            "gender": dict(gender_choices()),
            "name_order": dict(name_order_choices()),
            "language": dict(letter_language_choices()),
            "nationality": countries,
            "country": countries,
            "host_country": countries,
            "kind": dict(kind_choices()),
        }
        self._labels = {
            "family_name": tr("Family name"),
            "given_name": tr("Given name"),
            "name_order": tr("Order of names"),
            "native_name": tr("Name in its own script"),
            "pronunciation": tr("Pronunciation"),
            "gender": tr("Gender, for forms of address"),
            "language": tr("Language of letters"),
            "languages": tr("Languages spoken"),
            "honorific": tr("Title before the name"),
            "nationality": tr("Nationality"),
            "birth_date": tr("Date of birth"),
            "street": tr("Street and number"),
            "postal_code": tr("Postal code"),
            "city": tr("Town"),
            "country": tr("Country"),
            "host_country": tr("Country where it is"),
            "emails": tr("Mail addresses"),
            "phones": tr("Telephones"),
            "website": tr("Web page"),
            "note": tr("Notes"),
            "external_id": tr("Number in another program"),
            "name": tr("Name"),
            "kind": tr("Kind"),
            "jurisdictions": tr("Accredited to"),
            "latitude": tr("Latitude"),
            "longitude": tr("Longitude"),
        }

    def label(self, name: str) -> str:
        """What a field is called; a field without words of its own by its name."""
        return self._labels.get(name, name.replace("_", " ").capitalize())

    def value(self, name: str, value: object) -> str:
        """A value as people read it."""
        if isinstance(value, str) and value and name in self._codes:
            return self._codes[name].get(value, value)
        return written(value)
