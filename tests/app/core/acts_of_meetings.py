"""What the property of undo does to meetings of a mission, and to what a dossier leads to."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.contacts.draft import OrganisationDraft, PersonDraft
from app.contacts.model import Organisation, Person
from app.dossiers import commands as dossiers
from app.dossiers.draft import AgreementDraft, LetterDraft, LettersDraft, PrintingDraft
from app.dossiers.model import Agreement, Document, Dossier, Letter
from app.missions import commands as missions
from app.missions.draft import (
    CounterpartDraft,
    FairPartyDraft,
    MeetingDraft,
    OutcomeDraft,
    RoomOfTablesDraft,
    SlotsDraft,
    WishDraft,
)
from app.missions.model import FairParty, FairSlot, Meeting, Mission
from app.missions.queries import fair_board, propose

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sqlalchemy.orm import Session

DAY = dt.date(2027, 5, 11)
MARKS = ("", "follow_up", "deal", "no such result")


def _of(session: Session, mission: UUID, side: str) -> list[UUID]:
    wanted = select(FairParty).where(FairParty.mission_id == mission, FairParty.side == side)
    return [one.id for one in sorted(session.scalars(wanted), key=lambda one: (one.name, one.note))]


def _pair(desk: Any, a: int, b: int) -> tuple[UUID | None, UUID | None, UUID]:
    """A company and a host of one mission, where there are."""
    mission = desk.pick(Mission, 0)
    ours, hosts = (desk.workspace.ask(_of, mission, side) for side in ("ours", "host"))
    return (
        ours[a % len(ours)] if ours else None,
        hosts[b % len(hosts)] if hosts else None,
        mission,
    )


def _party(desk: Any, a: int, b: int, word: str) -> object:
    draft = FairPartyDraft(
        word, ("ours", "host")[a % 2], word, word, ("", "ja")[b % 2], b % 4 or None,
        tuple(range(b % 3)), word, desk.pick(Organisation, b) if b % 3 else None,
    )  # fmt: skip
    if a % 4 == 0:
        return desk.workspace.run(missions.change_party, desk.pick(FairParty, b), None, draft)
    return desk.workspace.run(missions.add_party, desk.pick(Mission, 0), draft)


def _slots(desk: Any, a: int, b: int, _word: str) -> object:
    day = DAY + dt.timedelta(days=a % 3)
    draft = SlotsDraft(day, dt.time(9 + b % 3), dt.time(12), 30, 0)
    return desk.workspace.run(missions.make_slots, desk.pick(Mission, 0), draft)


def _wish(desk: Any, a: int, b: int, _word: str) -> object:
    ours, host, mission = _pair(desk, a, b)
    if ours is None or host is None:
        return None
    wish = WishDraft(ours, host, a % 7) if b % 2 else WishDraft(host, ours, a % 7)
    return desk.workspace.run(missions.set_wishes, mission, [wish])


def _rank(desk: Any, a: int, b: int, _word: str) -> object:
    ours, _host, mission = _pair(desk, a, b)
    if ours is None:
        return None
    hosts = desk.workspace.ask(_of, mission, "host")
    return desk.workspace.run(missions.rank_wishes, ours, hosts[: b % 3])


def _meet(desk: Any, a: int, b: int, word: str) -> object:
    ours, host, mission = _pair(desk, a, b)
    slot = desk.pick(FairSlot, b) if a % 3 else None
    draft = MeetingDraft(ours, host, slot, word if b % 2 else "")
    return desk.workspace.run(missions.add_meeting, mission, draft)


def _arrange(desk: Any, _a: int, _b: int, _word: str) -> object:
    mission = desk.pick(Mission, 0)
    made = propose(desk.workspace.ask(fair_board, mission), 0.2)
    return desk.workspace.run(missions.take_schedule, mission, made.seen, made.meetings)


def _outcome(desk: Any, a: int, b: int, word: str) -> object:
    draft = OutcomeDraft(MARKS[b % 4], word, word if a % 2 else "", "desk" if a % 2 else "")
    return desk.workspace.run(missions.note_outcome, desk.pick(Meeting, b), None, draft)


def _counterpart(desk: Any, a: int, b: int, word: str) -> object:
    draft = CounterpartDraft(
        desk.pick(FairParty, a),
        desk.pick(Organisation, b) if b % 2 else None,
        OrganisationDraft(name=word, kind="company"),
        PersonDraft(family_name=word) if a % 2 else None,
        word,
    )
    return desk.workspace.run(missions.keep_counterparts, [draft])


def _agreement(desk: Any, a: int, b: int, word: str) -> object:
    draft = AgreementDraft(
        word, signed_on=DAY if b % 2 else None, signed_by=word, note=word,
        organisation=desk.pick(Organisation, a) if a % 2 else None,
        dossier=desk.pick(Dossier, b) if b % 3 else None,
        document=desk.pick(Document, a) if a % 5 == 0 else None,
    )  # fmt: skip
    if a % 3 == 0:
        return desk.workspace.run(dossiers.change_agreement, desk.pick(Agreement, b), None, draft)
    return desk.workspace.run(dossiers.add_agreement, draft)


def _letters(desk: Any, a: int, b: int, word: str) -> object:
    texts = dict.fromkeys(("nl", "fr", "en")[: 1 + a % 3], (word, word))
    dossier = desk.pick(Dossier, b) if b % 2 else None
    people = tuple(desk.ids(Person)[: b % 4])
    return desk.workspace.run(
        dossiers.write_letters, LettersDraft(DAY, texts, word, people, dossier_id=dossier)
    )


def _letter(desk: Any, a: int, b: int, word: str) -> object:
    draft = LetterDraft(DAY, "nl", word, word, word, person_id=desk.pick(Person, a))
    return desk.workspace.run(dossiers.change_letter, desk.pick(Letter, b), None, draft)


ACTS: dict[str, Callable[[Any, int, int, str], object]] = {
    "party": _party,
    "companies of the delegation": lambda d, _a, _b, _w: d.workspace.run(
        missions.add_companies_of_delegation, d.pick(Mission, 0)
    ),
    "remove parties": lambda d, a, _b, _w: d.workspace.run(
        missions.remove_parties, d.ids(FairParty)[: a % 3]
    ),
    "slots": _slots,
    "remove slots": lambda d, a, _b, _w: d.workspace.run(
        missions.remove_slots, d.ids(FairSlot)[: a % 3]
    ),
    "set tables": lambda d, a, b, _w: d.workspace.run(
        missions.set_tables, d.pick(Mission, 0), None, RoomOfTablesDraft(a % 4, (("ja", b % 3),))
    ),
    "wish": _wish,
    "rank wishes": _rank,
    "meet": _meet,
    "arrange": _arrange,
    "move meeting": lambda d, a, b, _w: d.workspace.run(
        missions.move_meeting, d.pick(Meeting, a), None, d.pick(FairSlot, b) if b % 3 else None
    ),
    "swap meetings": lambda d, a, b, _w: d.workspace.run(
        missions.swap_meetings, d.pick(Meeting, a), d.pick(Meeting, b)
    ),
    "lock meetings": lambda d, a, b, _w: d.workspace.run(
        missions.lock_meetings if b % 2 else missions.unlock_meetings, d.ids(Meeting)[: a % 3]
    ),
    "outcome": _outcome,
    "set results": lambda d, a, b, _w: d.workspace.run(
        missions.set_results, d.ids(Meeting)[: a % 3], MARKS[b % 3]
    ),
    "remove meetings": lambda d, a, _b, _w: d.workspace.run(
        missions.remove_meetings, d.ids(Meeting)[: a % 2]
    ),
    "counterpart": _counterpart,
    "agreement": _agreement,
    "remove agreement": lambda d, a, _b, _w: d.workspace.run(
        dossiers.remove_agreement, d.pick(Agreement, a)
    ),
    "letters": _letters,
    "letter": _letter,
    "remove letter": lambda d, a, _b, _w: d.workspace.run(
        dossiers.remove_letter, d.pick(Letter, a)
    ),
    "hand out": lambda d, a, _b, w: d.workspace.run(
        dossiers.hand_out, d.pick(Dossier, a), PrintingDraft("mission-booklet", "nl", "", (w,))
    ),
}

SEED = (
    ("party", 1, 1, "Host"),
    ("party", 2, 1, "Company"),
    ("slots", 0, 0, ""),
    ("wish", 3, 1, ""),
    ("meet", 1, 0, ""),
    ("outcome", 1, 1, "Call back"),
)
"""A company that met a host, to begin with."""
