"""The dialog of an agreement: with whom, on which occasion, from when until when, its scan."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from app.dossiers.draft import AgreementDraft
from app.dossiers.rules.agreements import AgreementKind, agreement_label
from ui.contacts.choices import no_finder
from ui.core.editor import Editor
from ui.core.exact_fields import DateField
from ui.core.fields import ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import read, tr
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    from app.core.errors import Problem
    from ui.core.record_field import Answer, Search


@dataclass(frozen=True, slots=True)
class AgreementEntry:
    """An agreement in the editor, with whom and where by name.

    `scans` are documents to choose the signed text from, by id and name.
    """

    draft: AgreementDraft = field(default_factory=AgreementDraft)
    organisation: Choice | None = None
    dossier: Choice | None = None
    scans: tuple[tuple[UUID, str], ...] = ()
    look_posts: Search = field(default=no_finder, compare=False)
    look_dossiers: Search = field(default=no_finder, compare=False)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class AgreementEditor(Editor[AgreementEntry]):
    """Edits an agreement."""

    width_wanted = 620

    def build(self) -> Form:
        """The form, empty."""
        self._entry = AgreementEntry()
        kinds = [(str(one), read(agreement_label(one))) for one in AgreementKind]
        return Form(
            [
                TextField("title", tr("What was agreed"), needed=True),
                ChoiceField("kind", tr("Kind"), kinds),
                [
                    RecordField("organisation", tr("With"), self._find_posts),
                    RecordField("dossier", tr("At the reception or on the mission"),
                                self._find_dossiers),
                ],
                [
                    DateField("signed_on", tr("Signed on"),
                              hint=tr("Empty while it is still a draft.")),
                    DateField("ends_on", tr("Ends on"), hint=tr("Empty where it has no end.")),
                ],
                LongTextField("signed_by", tr("Who signed"), lines=2,
                              hint=tr("Of both sides, one a line.")),
                ChoiceField("document", tr("Signed text"), [("", tr("No scan yet"))]),
                LongTextField("note", tr("Note"), lines=2),
            ]
        )  # fmt: skip

    def _find_posts(self, text: str, answer: Answer) -> None:
        self._entry.look_posts(text, answer)

    def _find_dossiers(self, text: str, answer: Answer) -> None:
        self._entry.look_dossiers(text, answer)

    def fill(self, draft: AgreementEntry) -> None:
        """Show an agreement."""
        self._entry = draft
        agreed = draft.draft
        scans = [(key.hex, name) for key, name in draft.scans]
        cast("ChoiceField", self.form["document"]).offer([("", tr("No scan yet")), *scans])
        words = ("title", "kind", "signed_on", "ends_on", "signed_by", "note")
        values: dict[str, object] = {name: getattr(agreed, name) for name in words}
        values |= {
            "organisation": draft.organisation,
            "dossier": draft.dossier,
            "document": agreed.document.hex if agreed.document else "",
        }
        self.form.set_values(values)
        self.form["document"].setVisible(bool(scans))

    def draft(self) -> AgreementEntry:
        """Make an agreement of what was typed."""
        values: dict[str, Any] = self.form.values()
        about: dict[str, Any] = {
            name: cast("RecordField", self.form[name]).choice()
            for name in ("organisation", "dossier")
        }
        agreed = replace(
            self._entry.draft,
            title=str(values["title"]),
            kind=str(values["kind"]),
            signed_on=values["signed_on"],
            ends_on=values["ends_on"],
            signed_by=str(values["signed_by"]),
            note=str(values["note"]),
            document=UUID(values["document"]) if values["document"] else None,
            organisation=about["organisation"].id if about["organisation"] else None,
            dossier=about["dossier"].id if about["dossier"] else None,
        )
        return replace(self._entry, draft=agreed, **about)
