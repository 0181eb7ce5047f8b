"""What the tables of missions, participants and travel papers show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.contacts.rules import names
from app.core.text import N_
from app.dossiers.rules import Stage
from app.dossiers.rules import label as dossier_label
from app.missions.rules.delegation import Status, role_label, status_label
from app.missions.rules.mission import kind_label
from app.missions.rules.passports import visa_label
from app.missions.rules.withdrawal import withdrawal_label
from ui.core import language
from ui.core.columns import Cell, Column
from ui.core.columns import Kind as Set
from ui.core.language import read, tr

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from app.core.text import Sentence
    from app.missions.queries import MissionRow, PapersRow, ParticipantRow

STATUS_TONES = {
    Status.REGISTERED: "accent",
    Status.WAITING: "attention",
    Status.CONFIRMED: "good",
    Status.WITHDRAWN: "wrong",
}
STAGE_TONES = {
    Stage.IDEA: "neutral",
    Stage.CLEARED: "neutral",
    Stage.INVITED: "accent",
    Stage.CONFIRMED: "good",
    Stage.HELD: "attention",
    Stage.CLOSED: "neutral",
}


def span(first: dt.date | None, last: dt.date | None) -> str:
    """From when to when, as short as it can be said."""
    if first is None:
        return tr("no date yet")
    if last is None or last == first:
        return language.day(first)
    return f"{language.day(first)} – {language.day(last)}"


def _when(row: MissionRow) -> str:
    return span(row.starts_on, row.ends_on)


def _along(row: MissionRow) -> str:
    if row.waiting:
        return tr("{n} + {waiting} waiting", n=row.going, waiting=row.waiting)
    return language.number(row.going) if row.going else ""


MISSION_COLUMNS = (
    Column("when", N_("When"), 176, value=_when),
    Column("title", N_("Title"), 300, Set.NAME, stretch=3),
    Column("kind", N_("Kind"), 170, value=lambda row: kind_label(row.kind)),
    Column("where", N_("Where to"), 180, stretch=2),
    Column("organiser", N_("Led by"), 190, stretch=1),
    Column("going", N_("Participants"), 112, value=_along),
    Column(
        "stage",
        N_("Stage"),
        140,
        Set.PILL,
        value=lambda row: dossier_label(Stage(row.stage), "mission"),
        tone=lambda row: STAGE_TONES[Stage(row.stage)],
    ),
)


def _name(row: ParticipantRow) -> Cell:
    return Cell(names.full_name(row.name), row.name.native)


def status_cell(row: ParticipantRow) -> Cell:
    """How sure it is; of who withdrew, what is due."""
    words = read(status_label(row.status))
    if row.status == Status.WITHDRAWN and row.draft.withdrawal_rule:
        words = f"{words} · {read(withdrawal_label(row.draft.withdrawal_rule))}"
    tone = STATUS_TONES[Status(row.status)] if row.status in set(Status) else "neutral"
    return Cell(words, tone=tone)


def _moment(at: dt.datetime | None) -> str:
    if at is None:
        return ""
    hour = f" {at:%H:%M}" if (at.hour, at.minute) != (0, 0) else ""
    return f"{language.day(at.date())}{hour}"


PARTICIPANT_COLUMNS = (
    Column("place", "#", 44, Set.NUMBER, value=lambda row: row.place or ""),
    Column("participant", N_("Participant"), 220, Set.NAME, value=_name, stretch=3),
    Column("title", N_("Function"), 200, stretch=3),
    Column("organisation", N_("Organisation"), 180, stretch=2),
    Column("role", N_("Role"), 150, value=lambda row: role_label(row.role)),
    Column("status", N_("Status"), 130, Set.PILL, value=status_cell),
    Column("groups", N_("Groups"), 120, value=lambda row: ", ".join(row.groups), stretch=1),
    Column("reason", N_("Why this place"), 230, Set.QUIET, stretch=2),
    Column("with_name", N_("Comes with"), 150, shown=False),
    Column("badge", N_("Badge"), 150, value=lambda row: row.draft.badge_name, shown=False),
    Column("arrives", N_("Arrives"), 130, value=lambda row: _moment(row.draft.arrives_at),
           shown=False),
    Column("leaves", N_("Leaves"), 130, value=lambda row: _moment(row.draft.leaves_at),
           shown=False),
    Column("host", N_("Host's place"), 100, Set.NUMBER,
           value=lambda row: row.draft.host_place or "", shown=False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Traveller:
    """A participant with their papers; made only while somebody looks at the papers."""

    row: ParticipantRow
    papers: PapersRow

    @property
    def id(self) -> UUID:
        """The participant's."""
        return self.row.id


def _papers_name(one: Traveller) -> Cell:
    return Cell(names.full_name(one.row.name), one.papers.draft.machine_name)


def _warned(one: Traveller) -> str:
    return " ".join(read(each) for each in one.papers.warnings)


def _ready(one: Traveller) -> Cell:
    if not one.papers.warnings:
        return Cell(tr("In order"), tone="good")
    return Cell(tr("To see to · {n}", n=len(one.papers.warnings)), tone="attention")


def _visa(one: Traveller) -> Sentence:
    return visa_label(one.papers.draft.visa)


PAPERS_COLUMNS = (
    Column("participant", N_("Participant"), 260, Set.NAME, value=_papers_name, stretch=2),
    Column("ready", N_("Travel papers"), 130, Set.PILL, value=_ready),
    Column("number", N_("Passport number"), 140, value=lambda one: one.papers.draft.number),
    Column("expires", N_("Expires"), 110, value=lambda one: one.papers.draft.expires_on),
    Column("visa", N_("Visa"), 130, value=_visa),
    Column("insurance", N_("Insurance"), 140, value=lambda one: one.papers.draft.insurance),
    Column("warnings", N_("To see to"), 380, Set.QUIET, value=_warned, stretch=4, empty=""),
)


def participant_words(row: ParticipantRow) -> str:
    """What a filter over participants looks into."""
    told = (names.list_name(row.name), row.name.native, row.title, row.organisation, *row.groups)
    return " ".join(told)
