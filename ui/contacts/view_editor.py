"""The form of a saved view: whom it shows, in which order, in which groups."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from app.contacts.draft import ViewDraft
from app.contacts.rules import views as rules
from app.contacts.rules.views import Conditions, Met
from ui.contacts.choices import country_choices, function_choices, kind_choices
from ui.contacts.columns import CONTACT_COLUMNS
from ui.core import language
from ui.core.cards import row
from ui.core.chips_field import ChipsField
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, NumberField
from ui.core.fields import CheckField, ChoiceField, TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import read, tr

if TYPE_CHECKING:
    from app.core.errors import Problem

Choices = tuple[tuple[str, str], ...]
_CHIPS = ("functions", "kinds", "countries", "languages", "tags", "interests", "sets")
_NUMBERS = ("met_months", "leaving_days", "credentials_days")


@dataclass(frozen=True, slots=True)
class ViewEntry:
    """A view to edit, and what the office offers for it: tags and mailing sets by their ids."""

    draft: ViewDraft
    tags: Choices = ()
    sets: Choices = ()
    languages: Choices = (("nl", "Nederlands"), ("fr", "Français"), ("en", "English"))

    def problems(self) -> list[Problem]:
        """Those of the view."""
        return self.draft.problems()


class ViewEditor(Editor[ViewEntry]):
    """Edits a saved view."""

    width_wanted = 720

    def build(self) -> Form:
        """The form, empty."""
        return Form(
            [
                [TextField("name", tr("Name"), needed=True), self._show()],
                tr("Who"),
                [
                    ChipsField("functions", tr("Function"), _functions()),
                    ChipsField("kinds", tr("Kind of organisation"), _kinds()),
                ],
                [
                    ChipsField("countries", tr("Country"), country_choices()[1:]),
                    ChipsField("languages", tr("Language of letters"), ()),
                ],
                [
                    ChipsField("tags", tr("Tags, in any role"), ()),
                    ChipsField("interests", tr("Interests"), ()),
                ],
                [
                    ChipsField("sets", tr("Mailing sets"), ()),
                    TextField("text", tr("Words"), hint=tr("As in the filter of the list")),
                ],
                tr("When"),
                [
                    ChoiceField("met", tr("Last met"), _met()),
                    NumberField("met_months", tr("Months ago")),
                    DateField("met_on", tr("or this day")),
                ],
                [
                    NumberField("leaving_days", tr("Leaving within days"),
                                hint=tr("An expectation: from the usual length of a posting")),
                    NumberField("credentials_days", tr("Credentials within days")),
                ],
                CheckField("national_day", tr("National day of the country falls in this month")),
                tr("Order"),
                [
                    ChoiceField("sort", tr("Sort by"), _sorts()),
                    ChoiceField("group_by", tr("Group by"), _groups()),
                    CheckField("descending", tr("The last first")),
                ],
            ]
        )  # fmt: skip

    def _show(self) -> ChoiceField:
        choices = [
            ("", tr("People and organisations, as the conditions ask")),
            (rules.PERSON, tr("People")),
            (rules.ORGANISATION, tr("Posts and organisations")),
        ]
        return ChoiceField("show", tr("Show"), choices)

    def fill(self, draft: ViewEntry) -> None:
        """Show a view."""
        self._entry = draft
        view, asked = draft.draft, draft.draft.conditions
        for key, choices in (
            ("tags", draft.tags), ("interests", draft.tags), ("sets", draft.sets),
            ("languages", draft.languages),
        ):  # fmt: skip
            cast("ChipsField", self.form[key]).offer(choices)
        values: dict[str, object] = {
            name: getattr(asked, name) for name in (*_CHIPS, "show", "met")
        }
        values |= {name: getattr(asked, name) or None for name in _NUMBERS}
        values |= {"text": asked.text, "national_day": asked.national_day}
        values["met_on"] = dt.date.fromisoformat(asked.met_on) if asked.met_on else None
        values |= {
            "name": rules.spoken(view.name, language.current()), "sort": view.sort,
            "group_by": view.group_by, "descending": view.descending,
        }  # fmt: skip
        self.form.set_values(values)

    def draft(self) -> ViewEntry:
        """The view as it stands in the form; a group is also the order."""
        values = self.form.values()
        day = values["met_on"]
        asked = Conditions(
            **{name: cast("tuple[str, ...]", values[name]) for name in _CHIPS},
            show=str(values["show"]),
            met=str(values["met"]),
            met_on=day.isoformat() if isinstance(day, dt.date) else "",
            met_months=_number(values["met_months"]),
            leaving_days=_number(values["leaving_days"]),
            credentials_days=_number(values["credentials_days"]),
            national_day=bool(values["national_day"]),
            text=str(values["text"]),
        )
        group = str(values["group_by"])
        kept = self._entry.draft
        name = str(values["name"])
        if name == rules.spoken(kept.name, language.current()):
            name = kept.name
        made = replace(
            kept,
            name=name,
            conditions=asked,
            sort=group or str(values["sort"]),
            group_by=group,
            descending=bool(values["descending"]),
        )
        return replace(self._entry, draft=made)


def _number(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0


def _met() -> list[tuple[str, str]]:
    return [(str(one), read(rules.met_label(one))) for one in Met]


def _functions() -> list[tuple[str, str]]:
    together = [(str(one), read(rules.class_label(one))) for one in rules.FUNCTION_CLASSES]
    return [*together, *function_choices()]


def _kinds() -> list[tuple[str, str]]:
    together = [(str(one), read(rules.class_label(one))) for one in rules.KIND_CLASSES]
    return [*together, *kind_choices()]


def _sorts() -> list[tuple[str, str]]:
    return [(column.sort, column.name()) for column in CONTACT_COLUMNS if column.sort]


def _groups() -> list[tuple[str, str]]:
    words = {column.sort: column.name() for column in CONTACT_COLUMNS}
    return [("", tr("No groups")), *((one, words[one]) for one in rules.GROUPS if one)]


class NameEditor(Editor["NameDraft"]):
    """Asks for the name of a new view."""

    width_wanted = 420

    def build(self) -> Form:
        """The form, empty."""
        told = Text(tr("It keeps the filter, the order and the columns as they are now."),
                    ink="text2", wrap=True)  # fmt: skip
        line = row(told, gap=0)
        line.setStretch(0, 1)
        return Form([TextField("name", tr("Name"), needed=True), told])

    def fill(self, draft: NameDraft) -> None:
        """Show a name."""
        self.form.set_values({"name": draft.name})

    def draft(self) -> NameDraft:
        """The name."""
        return NameDraft(str(self.form["name"].value()))


@dataclass(frozen=True, slots=True)
class NameDraft:
    """The name of a view."""

    name: str = ""

    def problems(self) -> list[Problem]:
        """Those of a view with this name."""
        return ViewDraft(self.name).problems()
