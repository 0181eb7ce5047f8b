"""The forms of a country: its facts with its national days, and how one is celebrated."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from app.contacts.draft import CelebrationDraft, CountryDraft, NationalDayDraft
from ui.contacts.days_field import DaysField
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, NumberField
from ui.core.fields import CheckField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import tr

if TYPE_CHECKING:
    from app.contacts.queries import CountrySheet, DayOfYear

_FACTS = tuple(name for name in CountryDraft.__slots__ if name != "days")


def country_draft(sheet: CountrySheet) -> CountryDraft:
    """What an editor starts from."""
    facts: dict[str, Any] = {name: getattr(sheet.row, name) for name in _FACTS}
    days = tuple(
        NationalDayDraft(
            one.rule, one.name_en, one.name_nl, one.name_fr, one.source, one.verified, one.id
        )
        for one in sheet.days
    )
    return CountryDraft(**facts, days=days)


def celebration_draft(day: DayOfYear) -> CelebrationDraft:
    """How a day is celebrated in a year, as far as it is known."""
    kept = day.celebrated
    if kept is None:
        return CelebrationDraft(day.year, day.on)
    return CelebrationDraft(kept.year, kept.held_on, kept.place, kept.note)


class CountryEditor(Editor[CountryDraft]):
    """Corrects everything the office knows of a country."""

    width_wanted = 720

    def build(self) -> Form:
        """The form, empty."""
        return Form(
            [
                tr("Official name"),
                TextField("official_nl", tr("In Dutch")),
                TextField("official_fr", tr("In French")),
                TextField("official_en", tr("In English")),
                tr("Capital"),
                [
                    TextField("capital_nl", tr("In Dutch")),
                    TextField("capital_fr", tr("In French")),
                    TextField("capital_en", tr("In English")),
                ],
                tr("Head of State"),
                [
                    TextField("head_of_state_title", tr("Title"), placeholder=tr("President")),
                    TextField("head_of_state", tr("Name")),
                ],
                DaysField(
                    "days",
                    tr("National days, the first one is the national day"),
                    hint=tr(
                        "Month and day as 07-21, or a rule in English: third Monday of April, "
                        "2 days after Easter, 04-27, or the day before if Sunday"
                    ),
                ),
                tr("More"),
                [
                    NumberField(
                        "usual_posting_months",
                        tr("Months a posting usually lasts"),
                        least=1,
                        most=240,
                    ),
                    TextField("source", tr("Source")),
                ],
                LongTextField("note", tr("Notes"), lines=3),
                CheckField("verified", tr("The office has checked these facts")),
            ]
        )

    def fill(self, draft: CountryDraft) -> None:
        """Show what is known."""
        self.form.set_values({name: getattr(draft, name) for name in CountryDraft.__slots__})

    def draft(self) -> CountryDraft:
        """Make facts of what was typed."""
        values: dict[str, Any] = self.form.values()
        return CountryDraft(**values)


class CelebrationEditor(Editor[CelebrationDraft]):
    """When and where a national day is celebrated in a year."""

    def build(self) -> Form:
        """The form, empty."""
        return Form(
            [
                [
                    NumberField("year", tr("Year"), least=1900, most=2200, needed=True),
                    DateField("held_on", tr("Celebrated on")),
                ],
                TextField(
                    "place",
                    tr("Place"),
                    hint=tr("Emptied altogether, the office knows nothing of it any more."),
                ),
                LongTextField("note", tr("Notes"), lines=3),
            ]
        )

    def fill(self, draft: CelebrationDraft) -> None:
        """Show what is known."""
        self.form.set_values(asdict(draft))

    def draft(self) -> CelebrationDraft:
        """Make a draft of what was typed."""
        values: dict[str, Any] = self.form.values()
        return CelebrationDraft(**values)
