"""Which partners a reception serves, and what each wishes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from app.core.errors import Problem
from app.core.text import N_, say
from app.dossiers.commands import set_partners
from app.dossiers.draft import PartnerDraft
from app.dossiers.queries import partners
from ui.contacts.choices import finder, no_finder
from ui.core import language
from ui.core.editor import Editor
from ui.core.fields import TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import tr
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.dossiers.queries import PartnerRow
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk
    from ui.core.record_field import Answer, Search

_LINES = 6


@dataclass(frozen=True, slots=True)
class PartnersDraft:
    """Partners with their wishes as typed; `look` finds organisations."""

    partners: tuple[tuple[Choice | None, str], ...] = ()
    look: Search = field(default=no_finder, compare=False)

    def problems(self) -> list[Problem]:
        """A wish needs somebody who wishes."""
        words = say(N_("Say whose wish this is."))
        return [
            Problem(f"partner{place}", words)
            for place, (partner, wish) in enumerate(self.partners)
            if partner is None and wish
        ]

    def drafts(self) -> list[PartnerDraft]:
        """As the office keeps them."""
        return [PartnerDraft(one.id, wish) for one, wish in self.partners if one is not None]


class PartnersEditor(Editor[PartnersDraft]):
    """`PartnersEditor.begin(window, desk, reception)` reads, edits and keeps them."""

    width_wanted = 680

    def build(self) -> Form:
        """A line for each partner."""
        told = Text(
            tr("Who is named in a wish, by name, post or country, is proposed first; so is who"
               " shares an interest with a partner."),
            ink="text2", wrap=True,
        )  # fmt: skip
        lines: list[list[RecordField | TextField]] = [
            [
                RecordField(f"partner{place}", tr("Partner"), self._find),
                TextField(f"wish{place}", tr("Whom they wish to meet")),
            ]
            for place in range(_LINES)
        ]
        return Form([told, *lines])

    def _find(self, text: str, answer: Answer) -> None:
        self._look(text, answer)

    def fill(self, draft: PartnersDraft) -> None:
        """Show the partners."""
        self._look = draft.look
        self._rest = draft.partners[_LINES:]
        values: dict[str, object] = {}
        for place, (partner, wish) in enumerate(draft.partners[:_LINES]):
            values |= {f"partner{place}": partner, f"wish{place}": wish}
        self.form.set_values(values)

    def draft(self) -> PartnersDraft:
        """The partners as typed."""
        made = tuple(
            (
                cast("RecordField", self.form[f"partner{place}"]).choice(),
                str(self.form[f"wish{place}"].value()),
            )
            for place in range(_LINES)
        )
        return PartnersDraft((*made, *self._rest), self._look)

    @classmethod
    def begin(cls, parent: QWidget, desk: Desk, reception: UUID) -> None:
        """Read the partners, then show them."""

        def save(made: PartnersDraft, done: Done, failed: Failed) -> None:
            desk.jobs.run(
                set_partners, reception, made.drafts(), then=done, failed=failed, owner=parent
            )

        def told(rows: list[PartnerRow]) -> None:
            known = tuple((Choice(row.of.id, row.of.name), row.draft.wish) for row in rows)
            look = finder(desk.jobs, parent, "organisation")
            cls.edit(parent, tr("Partners’ wishes"), PartnersDraft(known, look), save=save)

        desk.jobs.ask(partners, reception, language.current(), then=told, owner=parent)
