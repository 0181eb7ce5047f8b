"""The dialog with which a mission begins: from a template, with the few facts that fill it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from app.core import clock
from app.dossiers.draft import DossierDraft
from app.dossiers.rules import Origin
from app.dossiers.rules import label as origin_label
from app.dossiers.rules.templates import due_of
from app.dossiers.rules.zones import usual_zone
from app.missions.draft import DestinationDraft, MissionBeginningDraft, MissionDraft
from app.missions.rules.mission import Kind
from ui.contacts.choices import country_choices, no_finder
from ui.core.cards import Banner
from ui.core.editor import Editor
from ui.core.exact_fields import DateField
from ui.core.fields import ChoiceField, TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import read, tr, trn
from ui.core.record_field import Choice, RecordField
from ui.dossiers.template_choice import brought
from ui.missions.noun import MISSION

if TYPE_CHECKING:
    from app.core.errors import Problem
    from app.dossiers.queries import TemplateRow
    from ui.core.record_field import Answer, Search

EIGHT, TWENTY = dt.time(8), dt.time(20)
"""When a mission leaves and is back, until somebody says so: a plan counts in days first."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A new mission in the dialog, with the templates it may begin from, and what finds records."""

    draft: MissionBeginningDraft = field(default_factory=MissionBeginningDraft)
    templates: tuple[TemplateRow, ...] = ()
    parent: Choice | None = None
    find_organisation: Search = field(default=no_finder, compare=False)
    find_mission: Search = field(default=no_finder, compare=False)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class BeginMissionEditor(Editor[Beginning]):
    """Asks for a template, when and where to, who leads it."""

    width_wanted = 680
    room_below = 112

    def build(self) -> Form:
        """The form, empty."""
        self._entry = Beginning()
        self.brings = Text("", ink="text2", wrap=True)
        self.late = Banner("Notice")
        origins = [(str(one), read(origin_label(one))) for one in Origin]
        made = Form(
            [
                [
                    ChoiceField("template", tr("Template"), ()),
                    ChoiceField("kind", tr("Kind"), MISSION.kind_choices()),
                ],
                self.brings,
                TextField("title", tr("Title"), needed=True),
                [
                    DateField("from_day", tr("Leaves on")),
                    DateField("until_day", tr("Back on")),
                    DateField("register_by", tr("Registration until")),
                ],
                self.late,
                [
                    TextField("city", tr("City")),
                    ChoiceField("country_code", tr("Country"), country_choices()),
                ],
                [
                    RecordField("organiser", tr("Led by"), self._find_organisation),
                    RecordField("parent", tr("Inside the mission"), self._find_mission,
                                hint=tr("The larger mission this delegation travels in")),
                ],
                ChoiceField("origin", tr("Origin"), origins),
            ]
        )  # fmt: skip
        made["template"].changed.connect(self._template_chosen)
        made.changed.connect(self._tell)
        return made

    def _find_organisation(self, text: str, answer: Answer) -> None:
        self._entry.find_organisation(text, answer)

    def _find_mission(self, text: str, answer: Answer) -> None:
        self._entry.find_mission(text, answer)

    def save_words(self) -> str:
        """The words on the button."""
        return tr("Begin")

    def fill(self, draft: Beginning) -> None:
        """Show what is known already."""
        self._entry = draft
        offered = [("", tr("None: begin empty"))]
        offered += [(one.id.hex, one.name) for one in draft.templates]
        cast("ChoiceField", self.form["template"]).offer(offered)
        mission = draft.draft.mission
        facts = mission.dossier
        self.form.set_values(
            {
                "template": draft.draft.template.hex if draft.draft.template else "",
                "kind": mission.kind,
                "title": facts.title,
                "from_day": facts.starts_at.date() if facts.starts_at else None,
                "until_day": facts.ends_at.date() if facts.ends_at else None,
                "register_by": mission.register_by,
                "origin": facts.origin,
                "parent": draft.parent,
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
        """What the template brings, and which of its tasks are late for that departure already."""
        chosen = self.template()
        self.brings.setVisible(chosen is not None)
        self.late.say("")
        if chosen is None:
            return
        self.brings.say(tr("Brings {what}.", what=brought(chosen)))
        begins = _moment(self.form["from_day"].value(), EIGHT)
        today = clock.today()
        dues = [due_of(one.days_before, begins) for one in chosen.draft.tasks]
        late = sum(1 for due in dues if due is not None and due < today)
        if late and begins is not None and begins.date() >= today:
            self.late.say(
                trn(
                    "For this day {n} task of the checklist is late already.",
                    "For this day {n} tasks of the checklist are late already.",
                    late,
                )
            )

    def draft(self) -> Beginning:
        """Make a mission of what was typed."""
        values: dict[str, Any] = self.form.values()
        city = str(values["city"]).strip()
        leaves, back = values["from_day"], values["until_day"]
        facts = replace(
            self._entry.draft.mission.dossier,
            title=str(values["title"]),
            starts_at=_moment(leaves, EIGHT),
            ends_at=_moment(back, TWENTY),
            place=city,
            origin=str(values["origin"]),
        )
        mission = replace(
            self._entry.draft.mission,
            dossier=facts,
            kind=str(values["kind"]),
            organiser=values["organiser"],
            parent=values["parent"],
            register_by=values["register_by"],
        )
        country = str(values["country_code"])
        place = DestinationDraft(city, country, usual_zone(country), leaves, back)
        chosen = self.template()
        made = MissionBeginningDraft(
            mission, chosen.id if chosen else None, (place,) if city else ()
        )
        parent = cast("RecordField", self.form["parent"]).choice()
        return replace(self._entry, draft=made, parent=parent)


def _moment(day: object, at: dt.time) -> dt.datetime | None:
    return dt.datetime.combine(day, at) if isinstance(day, dt.date) else None


def begin_inside(parent: Choice | None, days: tuple[dt.date | None, dt.date | None]) -> Beginning:
    """A new mission, perhaps inside a larger one and on its days."""
    facts = DossierDraft(
        starts_at=_moment(days[0], EIGHT),
        ends_at=_moment(days[1], TWENTY),
        origin=Origin.PROACTIVE,
    )
    mission = MissionDraft(facts, parent=parent.id if parent else None)
    return Beginning(MissionBeginningDraft(mission), parent=parent)
