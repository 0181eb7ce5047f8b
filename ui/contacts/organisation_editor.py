"""The form of an organisation."""

from __future__ import annotations

from dataclasses import asdict
from typing import cast

from app.contacts.draft import OrganisationDraft
from ui.contacts.choices import country_choices, kind_choices
from ui.contacts.twin_hint import TwinHint
from ui.core.editor import Editor
from ui.core.exact_fields import DecimalField
from ui.core.fields import ChoiceField, ListField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import tr

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
