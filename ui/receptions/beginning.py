"""The dialog with which a reception begins from a template."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from app.core import clock
from app.dossiers.draft import DossierDraft
from app.dossiers.rules import Origin
from app.dossiers.rules import label as origin_label
from app.dossiers.rules.templates import due_of
from app.receptions.draft import BeginningDraft, ReceptionDraft
from app.receptions.rules import Kind, label
from ui.core.cards import Banner
from ui.core.editor import Editor
from ui.core.exact_fields import DateField, NumberField, TimeField
from ui.core.fields import ChoiceField, TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import read, tr, trn
from ui.dossiers.template_choice import brought, moment
from ui.receptions.day_hint import DayHint, Look, nowhere
from ui.receptions.evening import end_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.core.errors import Problem
    from app.dossiers.queries import TemplateRow

SIX = dt.time(18)
"""When a reception begins, unless told: nothing is said of its hour by its day alone."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A new reception in the dialog, with the templates it may begin from."""

    draft: BeginningDraft = field(default_factory=BeginningDraft)
    templates: tuple[TemplateRow, ...] = ()
    look: Look = field(default=nowhere, compare=False)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class BeginEditor(Editor[Beginning]):
    """Asks for a template and the few facts that fill a whole dossier."""

    width_wanted = 640
    room_below = 112

    def build(self) -> Form:
        """The form, empty."""
        self._entry = Beginning()
        self.brings = Text("", ink="text2", wrap=True)
        self.hint = DayHint()
        self.late = Banner("Notice")
        kinds = [(str(kind), read(label(kind))) for kind in Kind]
        origins = [(str(one), read(origin_label(one))) for one in Origin]
        made = Form(
            [
                [
                    ChoiceField("template", tr("Template"), ()),
                    ChoiceField("kind", tr("Kind"), kinds),
                ],
                self.brings,
                TextField("title", tr("Title"), needed=True),
                [
                    DateField("day", tr("Day")),
                    TimeField("from", tr("From")),
                    TimeField("until", tr("Until")),
                ],
                self.hint,
                self.late,
                [TextField("place", tr("Place")), TextField("host", tr("Host"))],
                [
                    ChoiceField("origin", tr("Origin"), origins),
                    NumberField("capacity", tr("Capacity"), least=1),
                    DateField("reply_by", tr("Reply by")),
                ],
            ]
        )  # fmt: skip
        made["template"].changed.connect(self._template_chosen)
        made.changed.connect(self._tell)
        return made

    def save_words(self) -> str:
        """The words on the button."""
        return tr("Begin")

    def fill(self, draft: Beginning) -> None:
        """Show what is known already."""
        self._entry = draft
        offered = [("", tr("None: begin empty"))]
        offered += [(one.id.hex, one.name) for one in draft.templates]
        cast("ChoiceField", self.form["template"]).offer(offered)
        reception = draft.draft.reception
        facts = reception.dossier
        self.form.set_values(
            {
                "template": draft.draft.template.hex if draft.draft.template else "",
                "kind": reception.kind,
                "title": facts.title,
                "day": facts.starts_at.date() if facts.starts_at else None,
                "from": facts.starts_at.time() if facts.starts_at else None,
                "until": facts.ends_at.time() if facts.ends_at else None,
                "place": facts.place,
                "host": facts.host,
                "origin": facts.origin,
                "capacity": reception.capacity,
                "reply_by": reception.reply_by,
            }
        )
        self._tell()

    def template(self) -> TemplateRow | None:
        """The template chosen."""
        chosen = str(self.form["template"].value())
        return next((one for one in self._entry.templates if one.id.hex == chosen), None)

    def _template_chosen(self) -> None:
        chosen = self.template()
        if chosen is not None and chosen.draft.dossier_kind in set(Kind):
            self.form["kind"].set_value(chosen.draft.dossier_kind)

    def _tell(self) -> None:
        """What the template brings, and which of its tasks are late on that day already."""
        self.hint.show_day(self.form["day"].value(), self._entry.look)
        chosen = self.template()
        self.brings.setVisible(chosen is not None)
        self.late.say("")
        if chosen is None:
            return
        self.brings.say(tr("Brings {what}.", what=brought(chosen)))
        begins = self._begins()
        today = clock.today()
        dues = [due_of(one.days_before, begins) for one in chosen.draft.lines]
        late = sum(1 for due in dues if due is not None and due < today)
        if late and begins is not None and begins.date() >= today:
            self.late.say(
                trn(
                    "For this day {n} task of the checklist is late already.",
                    "For this day {n} tasks of the checklist are late already.",
                    late,
                )
            )

    def _begins(self) -> dt.datetime | None:
        day, time = self.form["day"].value(), self.form["from"].value()
        return moment(day, time)

    def draft(self) -> Beginning:
        """Make a reception of what was typed."""
        values = self.form.values()
        begins = self._begins()
        facts = replace(
            self._entry.draft.reception.dossier,
            title=str(values["title"]),
            starts_at=begins,
            ends_at=end_moment(begins, values["until"]),
            place=str(values["place"]),
            host=str(values["host"]),
            origin=str(values["origin"]),
        )
        reception = replace(
            self._entry.draft.reception,
            dossier=facts,
            kind=str(values["kind"]),
            capacity=cast("int | None", values["capacity"]),
            reply_by=cast("dt.date | None", values["reply_by"]),
        )
        chosen = self.template()
        made = BeginningDraft(reception, chosen.id if chosen else None)
        return replace(self._entry, draft=made)


def begin_on(
    day: dt.date | None, templates: Sequence[TemplateRow], look: Look = nowhere
) -> Beginning:
    """A new reception on a day, in the evening."""
    begins = dt.datetime.combine(day, SIX) if day else None
    reception = ReceptionDraft(DossierDraft(starts_at=begins))
    return Beginning(BeginningDraft(reception), tuple(templates), look)
