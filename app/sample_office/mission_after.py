"""What came of the sample's past missions, of `mission_after.json`: results, thanks, agreements."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.contacts.commands import add_organisation, add_person
from app.contacts.draft import OrganisationDraft, PersonDraft, PostingDraft
from app.core.text import Language
from app.dossiers.commands import (
    add_agreement,
    add_documents,
    add_gift,
    add_task,
    log_moment,
    set_done,
    set_evaluation,
    set_outcome,
    set_partners,
    write_letters,
)
from app.dossiers.draft import (
    AgreementDraft,
    AnswerDraft,
    DocumentDraft,
    EvaluationDraft,
    GiftDraft,
    LettersDraft,
    MomentDraft,
    PartnerDraft,
    TaskDraft,
)
from app.dossiers.queries import gift_stock
from app.missions.commands import (
    add_cost,
    add_leg,
    add_meeting,
    add_party,
    make_slots,
    note_outcome,
)
from app.missions.draft import (
    CostDraft,
    FairPartyDraft,
    LegDraft,
    MeetingDraft,
    OutcomeDraft,
    ShareDraft,
    SlotsDraft,
)
from app.missions.queries import delegation, fair_board
from app.missions.rules.delegation import GOING

if TYPE_CHECKING:
    from uuid import UUID

    from app.sample_office import Builder

_FILE = Path(__file__).parents[2] / "resources" / "sample" / "mission_after.json"
_BEFORE = -10


def plan_after(builder: Builder, key: str, day: dt.date) -> None:
    """Everything of a mission that leaves on `day`, each on its own day; nothing if it is to go."""
    every: dict[str, dict[str, Any]] = json.loads(_FILE.read_text(encoding="utf-8"))
    told = every.get(key)
    if told is None:
        return

    def on(days: int, act: Any, *args: object) -> None:
        builder.on(day + dt.timedelta(days=days), act, builder, builder.missions, key, *args)

    on(_BEFORE, _around, told, day)
    on(0, _fair, told, day)
    for one in told["moments"]:
        on(one["day"], _moment, one, day)
    for one in told["gifts"]:
        on(one["day"], _gift, one, day)
    for one in told["agreements"]:
        on(one["signed"], _agreement, one, day)
    on(4, _tasks, told["tasks"], day)
    on(5, _outcomes, told["meetings"], day)
    on(told["thanks"]["day"], _thank, told["thanks"], day)
    on(12, _judge, told)
    for one in told["tasks"]:
        if "done" in one:
            on(one["done"], _done, one)


def _around(
    builder: Builder, missions: dict[str, UUID], key: str, told: dict[str, Any], day: dt.date
) -> None:
    """Before it leaves: the hosts, who asked, how one travels and what it is to cost."""
    run, mission = builder.workspace.run, missions[key]
    for one in told["hosts"]:
        draft = OrganisationDraft(
            one["name"], one["kind"], "NO", street=one["street"], city=one["city"],
            postal_code=one["postal_code"], emails=(one["mail"],), external_id=one["key"],
        )  # fmt: skip
        builder.organisations[one["key"]] = run(add_organisation, draft)
    for one in told["people"]:
        person = PersonDraft(
            one["family"], one["given"], gender=one["gender"], language="en", nationality="NO",
            external_id=one["key"],
        )  # fmt: skip
        posting = PostingDraft(one["function"], one["title"])
        at = builder.organisations[one["host"]]
        builder.people[one["key"]] = run(add_person, person, posting, at)
    partners = [
        PartnerDraft(builder.organisations[one["organisation"]], one["wish"])
        for one in told["partners"]
    ]
    run(set_partners, mission, partners)
    _legs(builder, mission, told, day)
    for what, planned, paid, who in told["costs"]:
        run(add_cost, mission, CostDraft(what, planned, paid, "", "EUR", day, (ShareDraft(who),)))


def _legs(builder: Builder, mission: UUID, told: dict[str, Any], day: dt.date) -> None:
    rows = builder.workspace.ask(delegation, mission, Language.NL)
    going = [one.id for one in rows if one.status in GOING]
    rail, air = tuple(going[: told["by_train"]]), tuple(going[told["by_train"] :])

    def leg(mode: str, start: str, end: str, days: int, hour: int, **fields: Any) -> None:
        moment = dt.datetime.combine(day + dt.timedelta(days=days), dt.time(hour))
        draft = LegDraft(mode, start=start, end=end, departs_at=moment, **fields)
        builder.workspace.run(add_leg, mission, draft)

    hamburg, bergen, brussels = "HAM Hamburg", "BGO Bergen", "BRU Brussels Airport"
    for days, there in ((-1, True), (2, False)):
        start, end = ("Gent", "Hamburg") if there else ("Hamburg", "Gent")
        leg("train", start, end, days, 8, distance_km=655.0, travel_class="high_speed",
            operator="NMBS / DB", travellers=rail)  # fmt: skip
        first, last = (hamburg, bergen) if there else (bergen, hamburg)
        leg("plane", first, last, days, 19, travel_class="economy", travellers=rail,
            train_minutes=1500)  # fmt: skip
        first, last = (brussels, bergen) if there else (bergen, brussels)
        leg("plane", first, last, days, 17, travel_class="economy", travellers=air,
            train_minutes=1860, motive=told["motive"])  # fmt: skip


def _fair(
    builder: Builder, missions: dict[str, UUID], key: str, told: dict[str, Any], day: dt.date
) -> None:
    """The companies' meetings, set by hand on the second morning."""
    run, mission = builder.workspace.run, missions[key]
    parties: dict[str, UUID] = {}
    for name, side in (("company", "ours"), ("host", "host")):
        for one in dict.fromkeys(one[name] for one in told["meetings"]):
            parties[one] = run(add_party, mission, _party(builder, one, side, told))
    run(make_slots, mission, SlotsDraft(day + dt.timedelta(days=1), minutes=30, pause=10))
    slots = builder.workspace.ask(fair_board, mission).slots
    for one in told["meetings"]:
        draft = MeetingDraft(parties[one["company"]], parties[one["host"]], slots[one["slot"]].id)
        builder.story.setdefault("meetings", {})[one["company"], one["host"]] = run(
            add_meeting, mission, draft
        )


def _party(builder: Builder, key: str, side: str, told: dict[str, Any]) -> FairPartyDraft:
    hosts = {one["key"]: one["name"] for one in told["hosts"]}
    if side == "host":
        who = next(one["key"] for one in told["people"] if one["host"] == key)
        return FairPartyDraft(
            hosts[key], side, organisation=builder.organisations[key], person=builder.people[who]
        )
    return FairPartyDraft(key.removeprefix("co-").capitalize(), side, person=builder.people[key])


def _outcomes(
    builder: Builder,
    _missions: dict[str, UUID],
    _key: str,
    rows: list[dict[str, Any]],
    day: dt.date,
) -> None:
    for one in rows:
        due = day + dt.timedelta(days=one["due"]) if "due" in one else None
        draft = OutcomeDraft(
            one["result"], one["outcome"], one.get("task", ""), one.get("owner", ""), due
        )
        meeting = builder.story["meetings"][one["company"], one["host"]]
        builder.workspace.run(note_outcome, meeting, None, draft)


def _moment(
    builder: Builder, missions: dict[str, UUID], key: str, one: dict[str, Any], day: dt.date
) -> None:
    draft = MomentDraft(
        day + dt.timedelta(days=one["day"]),
        kind=one["kind"],
        subject=one["subject"],
        words=one["words"],
        by=one["by"],
        people=tuple(builder.people[who] for who in one["people"]),
        organisation=builder.organisations[one["organisation"]],
        dossier=missions[key],
    )
    builder.workspace.run(log_moment, draft, None)


def _gift(
    builder: Builder, missions: dict[str, UUID], key: str, one: dict[str, Any], day: dt.date
) -> None:
    draft = GiftDraft(
        one.get("what", one.get("stock", "")),
        one["direction"],
        day + dt.timedelta(days=one["day"]),
        one.get("value"),
        kept_at=one.get("kept_at", ""),
        person=builder.people[one["person"]],
        dossier=missions[key],
    )
    kept = {row.draft.what: row for row in builder.workspace.ask(gift_stock)}
    row = kept.get(one.get("stock", ""))
    if row is not None:
        draft = replace(draft, stock=row.id, value=row.draft.value)
    builder.workspace.run(add_gift, draft)


def _agreement(
    builder: Builder, missions: dict[str, UUID], key: str, one: dict[str, Any], day: dt.date
) -> None:
    signed = day + dt.timedelta(days=one["signed"])
    scan = None
    if "scan" in one:
        paper = DocumentDraft(one["scan"], "text/plain", dated=signed, dossier=missions[key])
        [scan] = builder.workspace.run(add_documents, [(paper, one["title"].encode())])
    draft = AgreementDraft(
        one["title"],
        one["kind"],
        signed,
        _ends(builder, one, signed),
        one["signed_by"],
        one["note"],
        builder.organisations[one["organisation"]],
        missions[key],
        scan,
    )
    builder.workspace.run(add_agreement, draft)


def _ends(builder: Builder, one: dict[str, Any], signed: dt.date) -> dt.date | None:
    if "ends_in_weeks" in one:
        return builder.calendar.today + dt.timedelta(weeks=one["ends_in_weeks"])
    return signed + dt.timedelta(days=365 * one["years"]) if "years" in one else None


def _tasks(
    builder: Builder, missions: dict[str, UUID], key: str, rows: list[dict[str, Any]], day: dt.date
) -> None:
    for one in rows:
        due = (
            builder.calendar.today + dt.timedelta(weeks=one["weeks_from_now"])
            if "weeks_from_now" in one
            else day + dt.timedelta(days=one["due"])
        )
        draft = TaskDraft(one["title"], one["owner"], due, dossier=missions[key])
        builder.story.setdefault("mission_tasks", {})[one["title"]] = builder.workspace.run(
            add_task, draft
        )


def _done(builder: Builder, _missions: dict[str, UUID], _key: str, one: dict[str, Any]) -> None:
    builder.workspace.run(set_done, builder.story["mission_tasks"][one["title"]])


def _thank(
    builder: Builder, missions: dict[str, UUID], key: str, told: dict[str, Any], day: dt.date
) -> None:
    draft = LettersDraft(
        day + dt.timedelta(days=told["day"]),
        {"en": (told["subject"], told["body"])},
        told["signed_by"],
        tuple(builder.people[one] for one in told["people"]),
        (),
        missions[key],
    )
    builder.workspace.run(write_letters, draft)


def _judge(builder: Builder, missions: dict[str, UUID], key: str, told: dict[str, Any]) -> None:
    answers = tuple(AnswerDraft(code, *given) for code, given in told["answers"].items())
    builder.workspace.run(set_outcome, missions[key], told["outcome"])
    builder.workspace.run(set_evaluation, missions[key], EvaluationDraft(answers))
