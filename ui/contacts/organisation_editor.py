"""The forms of an organisation and of what the office knows of a country."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, cast

from app.contacts.draft import OrganisationDraft
from app.core.errors import Problem
from app.core.text import N_, say
from ui.contacts.choices import country_choices, kind_choices
from ui.contacts.twin_hint import TwinHint
from ui.core.editor import Editor
from ui.core.exact_fields import DecimalField
from ui.core.fields import ChoiceField, ListField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import tr

if TYPE_CHECKING:
    from app.contacts.queries import CountryRow

_TEXTS = (
    "name", "kind", "country", "host_country", "street", "postal_code", "city", "website", "note",
    "external_id",
)  # fmt: skip
_LISTS = ("jurisdictions", "emails", "phones")


class OrganisationEditor(Editor[OrganisationDraft]):
    """Edits a post or another organisation."""

    width_wanted = 640

    def build(self) -> Form:
        """The form, empty."""
        self.twins = TwinHint(self.draft)
        form = Form(
            [
                [
                    ChoiceField("kind", tr("Kind"), kind_choices()),
                    ChoiceField(
                        "country",
                        tr("Country"),
                        country_choices(),
                        hint=tr("Of a post: the State that sends it"),
                    ),
                ],
                TextField(
                    "name",
                    tr("Name"),
                    hint=tr("A post may go without: it is named after kind, country and town."),
                ),
                self.twins,
                [
                    TextField("city", tr("Town")),
                    ChoiceField("host_country", tr("Country where it is"), country_choices()),
                ],
                [
                    TextField("street", tr("Street and number")),
                    TextField("postal_code", tr("Postal code")),
                ],
                [
                    ListField("emails", tr("Mail addresses"), hint=tr("One a line")),
                    ListField("phones", tr("Telephones"), hint=tr("One a line")),
                ],
                TextField("website", tr("Web page")),
                ListField(
                    "jurisdictions",
                    tr("Accredited to"),
                    hint=tr("One a line: two-letter codes of States, or bodies"),
                ),
                tr("More"),
                LongTextField("note", tr("Notes"), lines=4),
                [
                    DecimalField("latitude", tr("Latitude"), placeholder="51.05"),
                    DecimalField("longitude", tr("Longitude"), placeholder="3.72"),
                ],
                TextField("external_id", tr("Number in another program")),
            ]
        )
        form.changed.connect(self.twins.typed)
        return form

    def fill(self, draft: OrganisationDraft) -> None:
        """Show an organisation."""
        self.form.set_values(asdict(draft))

    def draft(self) -> OrganisationDraft:
        """Make an organisation of what was typed."""
        values = self.form.values()
        texts = {name: str(values[name] or "") for name in _TEXTS}
        lists = {name: tuple(cast("tuple[str, ...]", values[name])) for name in _LISTS}
        return OrganisationDraft(
            **texts,  # type: ignore[arg-type]  # by name, each of its type
            **lists,  # type: ignore[arg-type]  # by name, each of its type
            latitude=cast("float | None", values["latitude"]),
            longitude=cast("float | None", values["longitude"]),
        )


_FACTS = (
    "official_nl", "official_fr", "official_en", "capital_nl", "capital_fr", "capital_en",
    "national_day", "national_day_name",
)  # fmt: skip
_MONTH_AND_DAY = re.compile(r"^(\d{1,2})-(\d{1,2})$")


@dataclass(frozen=True, slots=True)
class CountryDraft:
    """What a person corrects of a country; the national day is "MM-DD", or words."""

    official_nl: str = ""
    official_fr: str = ""
    official_en: str = ""
    capital_nl: str = ""
    capital_fr: str = ""
    capital_en: str = ""
    national_day: str = ""
    national_day_name: str = ""

    def problems(self) -> list[Problem]:
        """A national day in figures must exist."""
        found = _MONTH_AND_DAY.match(self.national_day)
        if found is None:
            return []
        try:
            dt.date(2024, int(found[1]), int(found[2]))
        except ValueError:
            words = N_("There is no such day: type month and day as 07-21.")
            return [Problem("national_day", say(words))]
        return []

    def facts(self) -> dict[str, str]:
        """As the command wants them."""
        return asdict(self)


def country_draft(row: CountryRow) -> CountryDraft:
    """What an editor starts from."""
    return CountryDraft(**{name: getattr(row, name) for name in _FACTS})


class CountryEditor(Editor[CountryDraft]):
    """Corrects capital, national day and official names of a country."""

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
                tr("National day"),
                [
                    TextField(
                        "national_day",
                        tr("Day"),
                        hint=tr("Month and day as 07-21, or words where it moves"),
                    ),
                    TextField("national_day_name", tr("What it is called")),
                ],
            ]
        )

    def fill(self, draft: CountryDraft) -> None:
        """Show what is known."""
        self.form.set_values(asdict(draft))

    def draft(self) -> CountryDraft:
        """Make facts of what was typed."""
        values = self.form.values()
        return CountryDraft(**{name: str(values[name] or "") for name in _FACTS})
