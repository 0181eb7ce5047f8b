"""The lines of a template: their columns, and the dialogs of a line and of the template's name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, UUID, uuid5

from app.briefings.catalogue import CATALOGUE, paper
from app.core.text import N_
from app.dossiers.draft import LineDraft, TemplateDraft
from app.dossiers.rules.templates import MISSION, Part, before_words, part_label
from ui.core.columns import Cell, Column, Kind
from ui.core.editor import Editor
from ui.core.exact_fields import NumberField
from ui.core.fields import CheckField, ChoiceField, Field, LongTextField, TextField
from ui.core.form import Form
from ui.core.language import read, tr, trn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.dossiers.noun import Noun

BEFORE, AFTER = "before", "after"
TONES = {
    Part.ITEM: "accent",
    Part.TASK: "good",
    Part.ROLE: "attention",
    Part.PAPER: "neutral",
}


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line at its place in its template."""

    id: UUID
    place: int
    draft: LineDraft


def line_rows(template: UUID, lines: Sequence[LineDraft], part: str = "") -> list[LineRow]:
    """The lines of a template, or those of a part."""
    return [
        LineRow(uuid5(NAMESPACE_OID, f"{template.hex}/{at}"), at, one)
        for at, one in enumerate(lines)
        if not part or one.kind == part
    ]


def paper_words(kind: str) -> str:
    """A paper by its title; one the catalogue does not have reads as its kind."""
    known = paper(kind)
    return tr(known.title) if known else kind.replace("-", " ").capitalize()


def _what(row: LineRow) -> str:
    return paper_words(row.draft.title) if row.draft.kind == Part.PAPER else row.draft.title


def _part(row: LineRow) -> Cell:
    return Cell(read(part_label(row.draft.kind)), "", TONES[Part(row.draft.kind)])


def _when(row: LineRow) -> str:
    one = row.draft
    if one.kind == Part.TASK and one.days_before is not None:
        return read(before_words(one.days_before))
    if one.kind != Part.ITEM:
        return ""
    day = tr("day {n}", n=1 - one.days_before) if one.days_before is not None else ""
    long = trn("{n} minute", "{n} minutes", one.minutes) if one.minutes is not None else ""
    return ", ".join(part for part in (day, long) if part)


def _for_whom(row: LineRow) -> str:
    if row.draft.kind != Part.ITEM:
        return ""
    return tr("Everybody") if row.draft.public else tr("Staff only")


LINE_COLUMNS = (
    Column("part", N_("Part"), 136, Kind.PILL, value=_part),
    Column("what", N_("What"), 320, Kind.NAME, value=_what, stretch=3),
    Column("when", N_("When, how long"), 130, value=_when, empty=""),
    Column("owner", N_("Owner"), 140, value=lambda row: row.draft.owner, empty=""),
    Column("public", N_("For"), 140, value=_for_whom, empty=""),
)


class LineEditor(Editor[LineDraft]):
    """Edits a line; `part` and the noun it is `of` are those of the class made for one dialog."""

    width_wanted = 520
    part: Part = Part.TASK
    of: str = ""

    def build(self) -> Form:
        """The form of a part, empty."""
        self._was = LineDraft(self.part)
        owner = TextField("owner", tr("Owner"))
        note = LongTextField("note", tr("Note"), lines=2)
        days = self.of == MISSION
        told = tr("Note for participants, also outside the house (dress, what to bring)")
        said = LongTextField("note", told if days else tr("Note for staff"), lines=2)
        parts: dict[Part, list[Any]] = {
            Part.TASK: [
                TextField("title", tr("What is to be done"), needed=True),
                [
                    NumberField("days", tr("Days"), most=2000),
                    ChoiceField(
                        "side",
                        tr("Before or after"),
                        [(BEFORE, tr("before the day")), (AFTER, tr("after the day"))],
                    ),
                    owner,
                ],
                note,
            ],
            Part.ITEM: [
                TextField("title", tr("What happens"), needed=True),
                [
                    *([NumberField("day", tr("Day"), least=1, most=400)] if days else []),
                    NumberField("minutes", tr("Minutes")),
                    TextField("place", tr("Place")),
                    owner,
                ],
                CheckField("public", tr("On the public programme")),
                said,
            ],
            Part.ROLE: [TextField("title", tr("Role"), needed=True)],
            Part.PAPER: [
                ChoiceField("title", tr("Paper"), paper_choices(self.of), needed=True),
            ],
        }
        return Form(parts[self.part])

    def fill(self, draft: LineDraft) -> None:
        """Show a line."""
        self._was = draft
        values: dict[str, object] = {
            name: getattr(draft, name) for name in ("title", "minutes", "place", "owner", "note")
        }
        values["public"] = draft.public
        if self.part is Part.ITEM:
            values |= {"day": 1 - draft.days_before} if draft.days_before is not None else {}
        elif draft.days_before is not None:
            values["days"] = abs(draft.days_before)
            values["side"] = AFTER if draft.days_before < 0 else BEFORE
        self.form.set_values(values)

    def draft(self) -> LineDraft:
        """The line as it stands in the form."""
        fields: dict[str, Field] = self.form.fields
        values: dict[str, Any] = {
            name: fields[name].value()
            for name in ("title", "minutes", "place", "owner", "note", "public")
            if name in fields
        }
        if "days" in fields:
            days: Any = fields["days"].value()
            after = fields["side"].value() == AFTER
            values["days_before"] = None if days is None else -days if after else days
        if "day" in fields:
            day: Any = fields["day"].value()
            values["days_before"] = None if day is None else 1 - day
        return replace(self._was, **values)


def line_editor(part: Part, of: str = "") -> type[LineEditor]:
    """The dialog for a part of the templates of a noun."""
    return type("LineEditor", (LineEditor,), {"part": part, "of": of})


def paper_choices(of: str) -> list[tuple[str, str]]:
    """The papers of a noun, by title."""
    return [(one.kind, tr(one.title)) for one in CATALOGUE if one.of == of]


class TemplateNameEditor(Editor[TemplateDraft]):
    """Edits what a template is called and which kind it is for; its lines stay.

    `noun` is that of the class made for one dialog.
    """

    width_wanted = 480
    noun: Noun

    def build(self) -> Form:
        """The form, empty."""
        self._was = TemplateDraft()
        kinds = [("", tr("Any kind")), *self.noun.kind_choices()]
        return Form(
            [
                TextField("name", tr("Name"), needed=True),
                ChoiceField("dossier_kind", tr("Kind"), kinds),
                LongTextField("note", tr("Note"), lines=2),
            ]
        )

    def fill(self, draft: TemplateDraft) -> None:
        """Show a template."""
        self._was = draft
        names = ("name", "dossier_kind", "note")
        self.form.set_values({name: getattr(draft, name) for name in names})

    def draft(self) -> TemplateDraft:
        """The template as it stands in the form."""
        values: dict[str, Any] = self.form.values()
        return replace(self._was, **values)


def name_editor(noun: Noun) -> type[TemplateNameEditor]:
    """The dialog for the templates of a noun."""
    return type("TemplateNameEditor", (TemplateNameEditor,), {"noun": noun})
