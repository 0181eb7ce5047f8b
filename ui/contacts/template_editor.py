"""The form of a template: the words, their source, from which day, tried on somebody invented."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from app.contacts.draft import TemplateDraft
from app.contacts.queries.forms import channel_label, function_label
from app.contacts.rules import codes
from app.contacts.rules.addressing import CLOSING, COUPLE, Book
from app.core import clock
from app.core.text import Language
from ui.contacts.choices import function_choices
from ui.contacts.template_preview import Shelf
from ui.core.cards import Card, Facts
from ui.core.editor import Editor
from ui.core.exact_fields import DateField
from ui.core.fields import CheckField, ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import read, tr

if TYPE_CHECKING:
    from app.core.errors import Problem
    from ui.core.form import Part

KEYS = ("function", "language", "channel", "gender", "company")


@dataclass(frozen=True, slots=True)
class TemplateEntry:
    """A template in the editor; `fresh` where it is for a function that has none yet."""

    draft: TemplateDraft = field(default_factory=TemplateDraft)
    fresh: bool = False
    shelf: Shelf = field(default=Shelf(Book({}, {})), compare=False)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class TemplateEditor(Editor[TemplateEntry]):
    """Edits a template."""

    width_wanted = 660

    def build(self) -> Form:
        """The form, empty."""
        self._entry = TemplateEntry()
        self._shown = Text("", wrap=True, selectable=True)
        tried = Card(tr("On somebody invented"), margin=12, gap=4)
        tried.add(self._shown)
        self._fields = Card(tr("Fields you may use"), margin=12, gap=4)
        self._explained = Facts(label_width=132)
        self._fields.add(self._explained)
        parts: list[Part] = [
            [
                ChoiceField("function", tr("Function"), function_choices()),
                ChoiceField("channel", tr("Where"), channel_choices()),
            ],
            [
                ChoiceField("language", tr("Language"), language_choices()),
                ChoiceField("gender", tr("Form of address for"), template_genders()),
                ChoiceField("company", tr("For"), company_choices()),
            ],
            LongTextField("template", tr("Words"), lines=3),
            tried,
            [
                TextField("source", tr("Source"), hint=tr("Where it was read, or who said so")),
                CheckField("verified", tr("Read in that source")),
            ],
            [
                DateField(
                    "valid_from",
                    tr("From which day"),
                    hint=tr("Papers dated before keep the words they had."),
                ),
                CheckField(
                    "correction",
                    tr("Only a correction"),
                    hint=tr("Mends the words in place, for old papers too."),
                ),
            ],
            self._fields,
        ]
        made = Form(parts)
        made.changed.connect(self._try)
        return made

    def fill(self, draft: TemplateEntry) -> None:
        """Show a template; a change begins today unless a person says otherwise."""
        self._entry = draft
        values = {name: getattr(draft.draft, name) for name in TemplateDraft.__slots__}
        values["valid_from"] = None if draft.fresh else clock.today()
        self.form.set_values(values)
        for name in KEYS:
            self.form[name].setVisible(draft.fresh)
        self.form["correction"].setVisible(not draft.fresh)
        self._try()

    def draft(self) -> TemplateEntry:
        """Make a template of what was typed."""
        return replace(self._entry, draft=self._typed())

    def _typed(self) -> TemplateDraft:
        values = self.form.values()
        keys = {name: str(values[name] or "") for name in KEYS}
        if not self._entry.fresh:
            keys = {name: str(getattr(self._entry.draft, name)) for name in KEYS}
        return TemplateDraft(
            str(values["template"] or ""),
            str(values["source"] or ""),
            bool(values["verified"]),
            cast("dt.date | None", values["valid_from"]) or dt.date.min,
            bool(values["correction"]),
            **keys,
        )

    def _try(self) -> None:
        typed = self._typed()
        words = self._entry.shelf.tried(typed) if typed.template.strip() else ""
        self._shown.say(words)
        self.form["valid_from"].setEnabled(not typed.correction)
        self._explain(typed)

    def _explain(self, typed: TemplateDraft) -> None:
        self._explained.clear()
        meanings = field_meanings()
        for name in typed.known_fields():
            self._explained.add(f"{{{name}}}", meanings[name])


def field_meanings() -> dict[str, str]:
    """What each field in braces stands for."""
    return {
        "full": tr("title and full name: Dr. Ingrid Lindqvist"),
        "family": tr("family name"),
        "given": tr("given name"),
        "honorific": tr("title alone: Dr."),
        "title": tr("function with what it is of: Consul of Sweden"),
        "org": tr("the organisation: Embassy of Sweden"),
        "of": tr("of the country: of Sweden"),
        "of_official": tr("of the country, officially: of the Kingdom of Sweden"),
        "for": tr("for the country: for Sweden"),
        "for_official": tr("for the country, officially: for the Kingdom of Sweden"),
        "city": tr("the city: Ghent"),
        "of_city": tr("of the city: of Ghent"),
        "own": tr("the form of who ranks, as it is alone"),
        "partner": tr("the other with full name: Mr Robin Lindqvist"),
        "partner_short": tr("the other with family name: Mr Lindqvist"),
        "partner_called": tr("the other in a letter opening"),
        "partner_said": tr("the other in speech"),
        "partner_own": tr("the other’s own form, where both hold a function"),
        "opening": tr("the opening of the letter, without its comma"),
    }


def channel_choices() -> list[tuple[str, str]]:
    """Where a form stands."""
    return [(one, read(channel_label(one))) for one in (*map(str, codes.Channel), CLOSING)]


def language_choices() -> list[tuple[str, str]]:
    """The languages of the house."""
    return [(str(one), str(one).upper()) for one in Language]


def template_genders() -> list[tuple[str, str]]:
    """For whom the words are."""
    return [("f", tr("Woman")), ("m", tr("Man")), ("", tr("Neutral"))]


def company_choices() -> list[tuple[str, str]]:
    """Alone or together."""
    return [("", tr("Alone")), (COUPLE, tr("As a couple"))]


def function_words(function: str) -> str:
    """What a template is for, in words."""
    return read(function_label(function))
