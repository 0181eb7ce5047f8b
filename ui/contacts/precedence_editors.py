"""The forms of a list of precedence and of one of its bands."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, cast

from app.contacts.draft import BandDraft, PrecedenceListDraft
from app.contacts.rules import codes
from app.contacts.rules.precedence_lists import (
    AT,
    OrderedBy,
    order_label,
    own_words,
    split_function,
)
from app.core.text import Language
from ui.contacts.accreditation_editor import body_choices
from ui.contacts.choices import country_choices, country_words, function_choices, function_words
from ui.core.editor import Editor
from ui.core.entries import EntriesField
from ui.core.exact_fields import DateField
from ui.core.fields import CheckField, ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import read, tr

if TYPE_CHECKING:
    import datetime as dt

    from app.core.errors import Problem
    from ui.core.editor import Done, Failed
    from ui.core.entries import Keep

_OURS = ("name", "source", "note")
_LANGUAGES = {Language.NL: "Nederlands", Language.FR: "Français", Language.EN: "English"}


class PrecedenceListEditor(Editor[PrecedenceListDraft]):
    """Edits name, date, source and host of a list; its bands stand on the page."""

    width_wanted = 560

    def build(self) -> Form:
        """The form, empty."""
        self._was = PrecedenceListDraft()
        return Form(
            [
                TextField("name", tr("Name of the list"), needed=True),
                [
                    DateField("dated", tr("Date of the list")),
                    ChoiceField(
                        "host_body",
                        tr("The host is accredited before"),
                        [pair for pair in body_choices() if pair[0]],
                        hint=tr("Envoys to this State or body go before the others."),
                    ),
                ],
                TextField("source", tr("Source"), hint=tr("Printed with the guest list")),
                ChoiceField(
                    "tie_language",
                    tr("Last ties by names of States in"),
                    [(str(one), words) for one, words in _LANGUAGES.items()],
                ),
                LongTextField("note", tr("Notes"), lines=3),
            ]
        )

    def fill(self, draft: PrecedenceListDraft) -> None:
        """Show a list; words of ours in the window's language."""
        self._was = draft
        values: dict[str, object] = {one.name: getattr(draft, one.name) for one in fields(draft)}
        values |= {name: _shown(getattr(draft, name)) for name in _OURS}
        self.form.set_values(values)

    def draft(self) -> PrecedenceListDraft:
        """Make a list of what was typed."""
        values = self.form.values()
        return PrecedenceListDraft(
            _kept(str(values["name"]), self._was.name),
            cast("dt.date | None", values["dated"]),
            _kept(str(values["source"]), self._was.source),
            _kept(str(values["note"]), self._was.note),
            str(values["tie_language"]),
            str(values["host_body"]),
        )


class BandEditor(Editor[BandDraft]):
    """Edits who stands in a band, what orders them, and how sure the place is."""

    width_wanted = 560

    def build(self) -> Form:
        """The form, empty."""
        self._was = BandDraft()
        return Form(
            [
                [
                    TextField("label", tr("Who stands here"), needed=True),
                    TextField("numbered", tr("Number in the source"), placeholder="13"),
                ],
                EntriesField(
                    "functions",
                    tr("Functions, the first goes first"),
                    ask=self._ask,
                    words=lambda token: (token_words(token), ""),
                    add=tr("Add a function…"),
                    ordered=True,
                ),
                ChoiceField(
                    "ordered_by",
                    tr("Among themselves by"),
                    [(str(one), read(order_label(one))) for one in OrderedBy],
                ),
                [
                    CheckField("verified", tr("Checked in the source")),
                    CheckField("gap", tr("The source does not give this place")),
                ],
                TextField("source", tr("Source")),
            ]
        )

    def _ask(self, token: str | None, keep: Keep) -> None:
        def save(made: FunctionDraft, done: Done, failed: Failed) -> None:
            del failed
            keep(made.token)
            done(None)

        function, country = split_function(token or "")
        draft = FunctionDraft(function, country)
        FunctionEditor.edit(self, tr("Function of the band"), draft, save=save)

    def fill(self, draft: BandDraft) -> None:
        """Show a band; words of ours in the window's language."""
        self._was = draft
        values: dict[str, Any] = {one.name: getattr(draft, one.name) for one in fields(draft)}
        ours = {"label": _shown(draft.label), "source": _shown(draft.source)}
        self.form.set_values(values | ours)

    def draft(self) -> BandDraft:
        """Make a band of what was typed."""
        values: dict[str, Any] = dict(self.form.values())
        values["label"] = _kept(str(values["label"]), self._was.label)
        values["source"] = _kept(str(values["source"]), self._was.source)
        return BandDraft(**values)


class FunctionDraft:
    """A function, perhaps of one State or body only."""

    def __init__(self, function: str = "", country: str = "") -> None:
        self.token = f"{function}{AT}{country}" if country else function

    def problems(self) -> list[Problem]:
        """Any function of the list serves."""
        return []


class FunctionEditor(Editor[FunctionDraft]):
    """Chooses a function for a band."""

    width_wanted = 420

    def build(self) -> Form:
        """The form, empty."""
        return Form(
            [
                ChoiceField("function", tr("Function"), function_choices()),
                ChoiceField(
                    "country",
                    tr("Only of this State or body"),
                    country_choices(),
                    hint=tr("“President of a parliament” of Belgium, say"),
                ),
            ]
        )

    def fill(self, draft: FunctionDraft) -> None:
        """Show a function."""
        function, country = split_function(draft.token)
        self.form.set_values({"function": function or codes.Function.MAYOR, "country": country})

    def draft(self) -> FunctionDraft:
        """Make a function of what was chosen."""
        values = self.form.values()
        return FunctionDraft(str(values["function"]), str(values["country"]))

    def save_words(self) -> str:
        """It is kept with the band."""
        return tr("Done")


def token_words(token: str) -> str:
    """A function of a band: "President of a parliament", "… (Belgium)"."""
    function, country = split_function(token)
    named = function_words(function)
    return f"{named} ({country_words(country)})" if country else named


def _shown(words: str) -> str:
    return read(own_words(words))


def _kept(typed: str, was: str) -> str:
    """What people left as it was shown stays what it was, readable in every language."""
    return was if typed == _shown(was) else typed
