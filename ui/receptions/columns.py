"""What the tables of receptions and guests show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts import protocol
from app.contacts.rules import names
from app.core.fold import words
from app.core.text import N_
from app.dossiers.rules import Origin, Stage
from app.dossiers.rules import label as dossier_label
from app.receptions.rules import AWAY, Circle, Status, kind_label, label
from app.receptions.rules.guests import round_letter
from ui.core import language
from ui.core.columns import Cell, Column
from ui.core.columns import Kind as Set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.core.text import Sentence
    from app.receptions.queries import GuestRow, ReceptionRow

STATUS_TONES = {
    Status.PROPOSED: "neutral",
    Status.INVITED: "accent",
    Status.ACCEPTED: "good",
    Status.WAITING: "attention",
    Status.REGRETS: "wrong",
    Status.REPRESENTED: "attention",
    Status.ATTENDED: "good",
    Status.ABSENT: "wrong",
}
STAGE_TONES = {
    Stage.IDEA: "neutral",
    Stage.CLEARED: "neutral",
    Stage.INVITED: "accent",
    Stage.CONFIRMED: "good",
    Stage.HELD: "attention",
    Stage.CLOSED: "neutral",
}


def _when(row: ReceptionRow) -> str:
    if row.starts_at is None:
        return language.tr("no date yet")
    return language.day(row.starts_at.date(), "weekday")


def _replies(row: ReceptionRow) -> str:
    return f"{row.coming} / {row.invited}" if row.invited else ""


RECEPTION_COLUMNS = (
    Column("when", N_("When"), 140, value=_when),
    Column("title", N_("Title"), 300, Set.NAME, stretch=3),
    Column("kind", N_("Kind"), 150, value=lambda row: kind_label(row.kind)),
    Column("place", N_("Place"), 180, stretch=2),
    Column(
        "origin",
        N_("Origin"),
        110,
        Set.PILL,
        value=lambda row: dossier_label(Origin(row.origin)),
        tone=lambda row: "accent" if row.origin == Origin.PROACTIVE else "neutral",
    ),
    Column("coming", N_("Coming / invited"), 120, value=_replies),
    Column(
        "stage",
        N_("Stage"),
        130,
        Set.PILL,
        value=lambda row: dossier_label(Stage(row.stage)),
        tone=lambda row: STAGE_TONES[Stage(row.stage)],
    ),
)


def guest_title(row: GuestRow) -> str:
    """The function of a guest, in the window's language."""
    return protocol.title_of(row.posting, row.person.draft.gender, language.current())


def _name(row: GuestRow) -> Cell:
    return Cell(protocol.styled_name(row.person, row.posting, language.current()), row.name.native)


def _reply(row: GuestRow) -> Cell:
    status = Status(row.status)
    words = label(status).to(language.current())
    if status is Status.REPRESENTED and row.substitute:
        words = language.tr("Represented by {name}", name=row.substitute)
    if status is Status.PROPOSED and row.waits:
        words = language.tr("Round {letter}, waits", letter=round_letter(row.invitation_round))
    return Cell(words, tone=STATUS_TONES[status])


def company_words(row: GuestRow) -> str:
    """Who comes along, and how many of them have no name yet."""
    parts = [one.name for one in row.companions]
    if row.missing_names:
        parts.append(language.tr("{n} without a name", n=row.missing_names))
    return ", ".join(parts)


def _kitchen(row: GuestRow) -> str:
    """What the kitchen must do where it is shown, else that there is a note."""
    if row.kitchen or not row.catering:
        return row.kitchen
    return language.trn("{n} note", "{n} notes", row.catering)


def _round(row: GuestRow) -> str:
    return round_letter(row.invitation_round)


def _arrives(row: GuestRow) -> str:
    return f"{row.arrives_at:%H:%M}" if row.arrives_at else ""


def _photo(row: GuestRow) -> str:
    return {"no": language.tr("No photo"), "yes": language.tr("Agrees")}.get(row.photo_consent, "")


def _persons(row: GuestRow) -> int | str:
    return "" if row.status in AWAY else row.persons


def _circle(row: GuestRow) -> Sentence | str:
    if row.guest_of_honour:
        return language.tr("Guest of honour")
    return label(Circle(row.circle))


def _spoken(row: GuestRow) -> str:
    return row.person.draft.language


GUEST_COLUMNS = (
    Column("place", "#", 44, Set.NUMBER, value=lambda row: row.place or ""),
    Column("guest", N_("Guest"), 240, Set.NAME, value=_name, stretch=3),
    Column("function", N_("Function"), 210, value=guest_title, stretch=3),
    Column("circle", N_("Circle"), 112, value=_circle),
    Column("reply", N_("Reply"), 160, Set.PILL, value=_reply),
    Column("persons", N_("Pers."), 54, Set.NUMBER, value=_persons),
    Column("company", N_("Comes with"), 130, value=company_words, stretch=2),
    Column("catering", N_("Catering"), 104, value=_kitchen, stretch=1),
    Column("phones", N_("Phone"), 320, shown=False, stretch=4),
    Column("round", N_("Round"), 60, value=_round, shown=False),
    Column("delegation", N_("Delegation"), 150, shown=False),
    Column("seat", N_("Seat"), 60, shown=False),
    Column("arrives", N_("Arrives at"), 76, value=_arrives, shown=False),
    Column("car", N_("Car"), 110, shown=False),
    Column("plate", N_("Number plate"), 100, shown=False),
    Column("interprets_for", N_("Interprets for"), 140, shown=False),
    Column("photo", N_("Photographs"), 96, value=_photo, shown=False),
    Column("note", N_("Note"), 160, Set.QUIET, shown=False),
    Column("language", N_("Lang."), 54, value=_spoken),
    Column("reason", N_("Why this place"), 200, Set.QUIET, stretch=2),
)


def guest_words(row: GuestRow) -> str:
    """What a filter over guests looks into."""
    company = " ".join(one.name for one in row.companions)
    who = f"{names.list_name(row.name)} {row.name.native} {guest_title(row)}"
    return f"{who} {row.substitute} {company} {row.delegation}"


def guest_has(row: GuestRow, wanted: Sequence[str]) -> bool:
    """Whether every word of a filter stands somewhere in a guest's."""
    told = words(guest_words(row))
    return all(part in told for part in wanted)
