"""The rooming list a hotel gets: names as in the passport, nights, who shares with whom."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from app.briefings.blocks import (
    Block,
    Callout,
    Column,
    Fact,
    Facts,
    GroupRow,
    Paragraph,
    Row,
    Run,
    Table,
    muted,
    name,
)
from app.briefings.house import Audience, Frame, frame
from app.core.text import N_, Language, format_date, t
from app.dossiers.rules.printings import NAMED, key_of
from app.missions.queries import Rooming, RoomRow, Sleeper, passport_names, rooming
from app.missions.rules.rooms import kind_label

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document, Words


@dataclass(frozen=True, slots=True)
class RoomingList:
    """The rooms of a mission before they are laid out; `passports` are names by participant."""

    frame: Frame
    rooming: Rooming
    passports: dict[UUID, str]


def compose(
    session: Session, mission_id: UUID, language: Language, audience: Audience
) -> RoomingList:
    """The rooms with their sleepers; whoever withdrew stands in none."""
    made = frame(session, language, audience)
    return RoomingList(made, rooming(session, mission_id), passport_names(session, mission_id))


def document(listed: RoomingList) -> Document:
    """Lay the list out by hotel; what is wrong with it is for the house alone."""
    language, found = listed.frame.language, listed.rooming
    columns = (
        Column(t(N_("Room"), language), width=14),
        Column(t(N_("Kind"), language), width=27),
        Column(t(N_("Name as in the passport"), language), share=2, weight=600),
        Column(t(N_("Arrival"), language), width=23),
        Column(t(N_("Departure"), language), width=23),
        Column(t(N_("Nights"), language), width=15, kind="number"),
        Column(t(N_("Note"), language), share=1.2),
    )
    rows: list[Row | GroupRow] = []
    for hotel, theirs in groupby(found.rooms, key=lambda one: one.draft.hotel):
        rooms = list(theirs)
        rows.append(GroupRow(_hotel(hotel, rooms, language)))
        rows += [_row(one, listed) for one in rooms]
    table = Table(columns, tuple(rows), t(N_("No room is booked yet."), language))
    blocks: list[Block] = [_facts(found, language), table]
    if _unknown(listed):
        said = t(N_("* The passport is not noted yet: the name may differ from it."), language)
        blocks.append(Paragraph(said, "note"))
    if listed.frame.audience is Audience.INTERNAL and found.findings:
        told = "\n".join(one.sentence.to(language) for one in found.findings)
        blocks.append(Callout(told, "attention", t(N_("To look at"), language)))
    title = t(N_("Rooming list"), language)
    return listed.frame.document(title, tuple(blocks), found.party.title)


def _facts(found: Rooming, language: Language) -> Facts:
    people = len({one.id for row in found.rooms for one in row.sleepers if one.goes})
    nights = sum(row.nights or 0 for row in found.rooms)
    rows = (
        (N_("Rooms"), str(len(found.rooms))),
        (N_("Persons"), str(people)),
        (N_("Room nights"), str(nights)),
    )
    return Facts(tuple(Fact(t(label, language), value) for label, value in rows))


def _hotel(hotel: str, rooms: Iterable[RoomRow], language: Language) -> str:
    counts: dict[str, int] = {}
    for one in rooms:
        counts[one.draft.kind] = counts.get(one.draft.kind, 0) + 1
    told = ", ".join(
        f"{number} × {kind_label(kind).to(language)}" for kind, number in sorted(counts.items())
    )
    return f"{hotel} · {told}"


def _row(one: RoomRow, listed: RoomingList) -> Row:
    sleepers = tuple((key_of(NAMED, who.id), who.name) for who in one.sleepers if who.goes)
    names = ", ".join(called for _key, called in sleepers)
    label = " · ".join(part for part in (one.draft.number, names) if part) or one.draft.hotel
    key = key_of("room", one.id)
    return Row(_room(one, listed), one.draft.hotel, key=key, label=label, named=sleepers)


def _room(one: RoomRow, listed: RoomingList) -> tuple[Words, ...]:
    language, draft = listed.frame.language, one.draft
    names: list[str | Run] = []
    for sleeper in [who for who in one.sleepers if who.goes]:
        names += ["\n"] if names else []
        names += _name(sleeper, listed)
    nobody = t(N_("nobody yet"), language)
    return (
        draft.number,
        kind_label(draft.kind).to(language),
        tuple(names) if names else (muted(nobody),),
        _day(draft.from_on, language),
        _day(draft.until_on, language),
        "" if one.nights is None else str(one.nights),
        draft.note,
    )


def _name(sleeper: Sleeper, listed: RoomingList) -> list[str | Run]:
    known = listed.passports.get(sleeper.id)
    if known:
        return [name(known, where=sleeper.name)]
    return [name(sleeper.listed, where=sleeper.name), muted(" *")]


def _unknown(listed: RoomingList) -> int:
    sleepers = [one for row in listed.rooming.rooms for one in row.sleepers if one.goes]
    return sum(one.id not in listed.passports for one in sleepers)


def _day(day: dt.date | None, language: Language) -> str:
    return format_date(day, language, "medium") if day else t(N_("open"), language)
