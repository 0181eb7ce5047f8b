"""The form of a further accreditation, and how one is told in a line."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from app.contacts.draft import AccreditationDraft
from app.contacts.rules import codes
from ui.contacts.choices import Choices, body_words, country_choices, function_words
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, NumberField, TimeField
from ui.core.fields import ChoiceField, TextField
from ui.core.form import Form
from ui.core.language import day, read, tr

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from ui.core.editor import Done, Failed
    from ui.core.entries import Keep

_TEXTS = ("body", "function", "title")


def body_choices() -> Choices:
    """The three corps in Brussels, then every State; Belgium is its King."""
    bodies = [(str(one), read(codes.label(one))) for one in codes.ReceivingBody]
    states = [pair for pair in country_choices() if pair[0] not in ("", "BE", "EU")]
    return [("", tr("Choose")), *bodies, *states]


def head_choices() -> Choices:
    """The functions that head a mission; the first is the posting's own."""
    heads = [one for one in codes.Function if codes.is_head_of_mission(one)]
    return [("", tr("As in the posting")), *((str(one), function_words(one)) for one in heads)]


class AccreditationEditor(Editor[AccreditationDraft]):
    """Edits to whom else an envoy is accredited, since when, and under which title."""

    def build(self) -> Form:
        """The form, empty."""
        return Form(
            [
                ChoiceField("body", tr("Accredited to"), body_choices(), needed=True),
                [
                    ChoiceField("function", tr("Function there"), head_choices()),
                    TextField("title", tr("Title in its own words")),
                ],
                [DateField("agrement_on", tr("Agrément")), DateField("ends_on", tr("Until"))],
                DateField("credentials_on", tr("Credentials presented")),
                [
                    TimeField("credentials_time", tr("At what time")),
                    NumberField("credentials_sequence", tr("Which of that day"), least=1, most=99),
                ],
            ]
        )

    def fill(self, draft: AccreditationDraft) -> None:
        """Show an accreditation."""
        self.form.set_values({one.name: getattr(draft, one.name) for one in fields(draft)})

    def draft(self) -> AccreditationDraft:
        """Make an accreditation of what was typed."""
        values: dict[str, Any] = dict(self.form.values())
        values |= {name: str(values[name] or "") for name in _TEXTS}
        return AccreditationDraft(**values)

    def save_words(self) -> str:
        """It is kept with the posting."""
        return tr("Done")


def ask_accreditation(parent: QWidget, draft: AccreditationDraft | None, keep: Keep) -> None:
    """Edit one in a dialog over the form of the posting."""

    def save(made: AccreditationDraft, done: Done, failed: Failed) -> None:
        del failed
        keep(made)
        done(None)

    title = tr("Edit accreditation") if draft else tr("Further accreditation")
    AccreditationEditor.edit(parent, title, draft or AccreditationDraft(), save=save)


def accreditation_words(draft: AccreditationDraft) -> tuple[str, str]:
    """ "United Kingdom", "High Commissioner · credentials 18 Feb 2016"."""
    function = draft.title or (function_words(draft.function) if draft.function else "")
    parts = [function, credentials_words(draft)]
    if draft.ends_on:
        parts.append(tr("until {end}", end=day(draft.ends_on)))
    return body_words(draft.body), " · ".join(part for part in parts if part)


def credentials_words(draft: AccreditationDraft) -> str:
    """When credentials were presented, with the hour and which of that day."""
    if draft.credentials_on is None:
        return tr("credentials date not known")
    moment = _moment(draft.credentials_on, draft.credentials_time, draft.credentials_sequence)
    return tr("credentials {day}", day=moment)


def _moment(on: dt.date, at: dt.time | None, sequence: int | None) -> str:
    parts = [day(on)]
    if at:
        parts.append(f"{at:%H:%M}")
    if sequence:
        parts.append(tr("number {n} that day", n=sequence))
    return ", ".join(parts)
