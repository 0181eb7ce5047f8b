"""Commands about what the office holds: import, export, search, list, invite."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.cli.common import answer, answer_rows, context, opened, resolve, told
from app.contacts.queries import lines_of_kind, view_named
from app.contacts.rules import lines as contact_lines
from app.core import search
from app.core.directory import View
from app.core.errors import NotFoundError
from app.core.text import N_, Language, say
from app.receptions.commands import invite

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

    from app.core.directory import Line
    from app.core.errors import Problem
    from app.interchange.adding import Imported
    from app.interchange.importing import Plan
    from app.interchange.table import Table

KINDS = {
    "people": "person",
    "organisations": "organisation",
    "receptions": "reception",
    "missions": "mission",
}
_EVERYTHING = 10_000_000


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an import was asked to do."""

    holds: str = ""
    into: str = ""
    mapping: tuple[str, ...] = ()
    on_duplicate: str = "skip"
    dry_run: bool = False
    report: Path | None = None


def search_office(text: str, limit: int) -> int:
    """Print what the search box finds."""
    with opened() as workspace:
        found = workspace.ask(search.find, text, (), limit)
    language = context().language
    answer_rows(
        [
            {
                "kind": line.kind,
                "id": line.id.hex,
                "title": contact_lines.title(line, language),
                "subtitle": contact_lines.subtitle(line, language),
            }
            for line in found
        ]
    )
    return 0


def list_duplicates(least: float) -> int:
    """Print likely pairs, best first, with the reason; 0.9 and more is very likely one."""
    from app.contacts.queries.twins import TwinSide, find_twins
    from app.contacts.rules.reasons import reasons_told

    language = context().language

    def side(one: TwinSide) -> dict[str, Any]:
        made: dict[str, Any] = {"id": one.id.hex, "name": one.name}
        if one.line is not None:
            made["line"] = one.line
        return made | ({"external_id": one.external_id} if one.external_id else {})

    with opened() as workspace:
        found = workspace.ask(find_twins, least, told)
    if context().json:
        answer(
            [
                {
                    "a": side(row.a),
                    "b": side(row.b),
                    "score": round(row.score, 3),
                    "reason": reasons_told(row.reasons, language),
                }
                for row in found
            ]
        )
        return 0
    for row in found:
        why = reasons_told(row.reasons, language)
        print(f"{row.score:.2f}  {row.a.name}  =  {row.b.name}  ({why})")
    return 0


def list_rows(what: str, view: str = "", *, private: bool = False) -> int:
    """Print every row of a kind, in name order, or those of a saved view, in its order; of other
    records every field.
    """
    from app.interchange.records import noun_of, record_rows

    language = context().language
    with opened() as workspace:
        if view:
            lines = workspace.ask(_lines_of_view, view, _kind(what))
            answer_rows([_row(line, language) for line in lines])
        elif what in KINDS:
            everybody = View(kinds=(KINDS[what],))
            lines = workspace.ask(search.first_lines, everybody, "docid", _EVERYTHING)
            answer_rows([_row(line, language) for line in lines])
        else:
            noun = noun_of(what, private=private)
            rows = workspace.ask(record_rows, noun, language)
            answer_rows([dict(zip(noun.header, row, strict=True)) for row in rows])
    return 0


def _kind(what: str) -> str:
    if what not in KINDS:
        known = ", ".join(KINDS)
        raise NotFoundError(
            say(N_("There is no list “{what}”: choose {known}."), what=what, known=known)
        )
    return KINDS[what]


def _lines_of_view(session: Session, view: str, kind: str) -> list[Line]:
    from app.interchange.writing import chosen

    ids = lines_of_kind(session, view_named(session, view), kind)
    return [line for part in chosen(ids) for line in search.lines(session, part)]


def _row(line: Line, language: Language) -> dict[str, Any]:
    return {
        "id": line.id.hex,
        "name": contact_lines.title(line, language),
        "native_name": line.native,
        "role": line.role,
        "place": contact_lines.place(line, language),
        "country": line.country,
        "day": line.day,
        "stage": line.state if line.kind in ("reception", "mission") else "",
        "language": line.language,
        "last_met": line.seen,
        "times_met": line.times or None,
        "expected_end": line.until,
    }


def invite_people(reference: str, people: Sequence[str]) -> int:
    """Put people on a guest list."""
    with opened() as workspace:
        reception = workspace.ask(resolve, reference, ("reception",))
        ids = [workspace.ask(resolve, one, ("person",)) for one in people]
        added = workspace.run(invite, reception, ids)
    answer(
        {"added": added, "already": len(ids) - added},
        say(N_("Put {n} guest on the list."), N_("Put {n} guests on the list."), n=added),
    )
    return 0


def import_file(file: Path, wishes: Wishes) -> int:
    """Bring a list into the office, or only say what would come of it."""
    from app.interchange.importing import HOLDS, plan, wishes_of

    if wishes.on_duplicate not in ("skip", "update", "add"):
        none = N_("There is no way “{way}” with duplicates: choose skip, update or add.")
        raise NotFoundError(say(none, way=wishes.on_duplicate))
    if wishes.holds == "replies":
        return _import_replies(file, wishes)
    if wishes.holds and wishes.holds not in HOLDS:
        return _import_records(file, wishes)
    made = plan(file, wishes.holds, wishes_of(wishes.mapping))
    made.refuse_unknown(file.name)
    if wishes.holds == "participants":
        return _import_participants(made, file.name, wishes)
    result = _imported(made, file.name, wishes)
    counts = {name: getattr(result, name) for name in ("read", "added", "updated", "skipped")}
    problems = (*made.table.problems, *result.problems)
    tell_imported(counts, problems, made.table, made.mapping(), wishes)
    return 0


def _import_replies(file: Path, wishes: Wishes) -> int:
    """Note the replies of a list on the guest list of a reception; doubtful ones are only told."""
    from app.interchange.importing import wishes_of
    from app.interchange.replies import read_replies
    from app.interchange.reply_import import RepliesPut, Taken, import_replies
    from app.interchange.reply_matching import plan_replies

    replies = read_replies(file, wishes_of(wishes.mapping))
    with opened() as workspace:
        reception = workspace.ask(resolve, wishes.into, ("reception",))
        plan = workspace.ask(plan_replies, replies, reception, context().language)
        done = RepliesPut(len(plan.sure), 0, 0)
        if not wishes.dry_run:
            taken = [Taken(one.guest.id, one.row) for one in plan.sure]
            done = workspace.run(import_replies, reception, taken, file.name)
    counts = {
        "read": plan.read,
        "added": done.added,
        "updated": done.changed,
        "skipped": plan.read - done.changed - done.added,
    }
    tell_imported(counts, plan.problems, replies.table, replies.mapping(), wishes)
    return 0


def _import_participants(made: Plan, name: str, wishes: Wishes) -> int:
    """Bring a registration list into a delegation, or say what would come of it."""
    from app.interchange.participants import import_participants, rehearse_participants
    from app.interchange.registrations import read_registrations

    read = read_registrations(made)
    with opened() as workspace:
        mission = workspace.ask(resolve, wishes.into, ("mission",))
        if wishes.dry_run:
            result = workspace.ask(rehearse_participants, read.rows, mission, wishes.on_duplicate)
        else:
            result = workspace.run(
                import_participants, read.rows, name, mission, wishes.on_duplicate, told
            )
    counts = {one: getattr(result, one) for one in ("read", "added", "updated", "skipped")}
    problems = (*made.table.problems, *read.problems, *result.problems)
    tell_imported(counts, problems, made.table, read.mapping, wishes)
    return 0


def _import_records(file: Path, wishes: Wishes) -> int:
    """Bring in a list of other records, by the columns an export of it has."""
    from app.interchange.record_import import put_records, read_records, rehearse_records
    from app.interchange.records import noun_of

    with opened() as workspace:
        read = read_records(file, noun_of(wishes.holds, private=True))
        if wishes.dry_run:
            done = workspace.ask(rehearse_records, read)
        else:
            done = workspace.run(put_records, read.noun, read.drafts, file.name, told)
    problems = (*read.problems, *done.problems)
    counts = {
        "read": len(read.drafts) + len({one.line for one in read.problems}),
        "added": done.added,
        "updated": done.updated,
        "skipped": done.unchanged,
    }
    mapping = {name: name for name in read.table.header if name in read.noun.header}
    tell_imported(counts, problems, read.table, mapping, wishes)
    return 0


def tell_imported(
    counts: dict[str, int],
    problems: Sequence[Problem],
    table: Table,
    mapping: dict[str, str],
    wishes: Wishes,
) -> None:
    """Say what came of an import, and keep its problems where that was asked."""
    from app.interchange.importing import write_report

    language = context().language
    if wishes.report is not None:
        write_report(wishes.report, problems, language)
    for one in problems if not context().json else ():
        print(_with_line(one), file=sys.stderr)
    form = table.format
    unused = [one for one in form.header if one.strip() and one not in mapping]
    if unused and not context().json:
        left_out = say(N_("Columns left out: {columns}."), columns=", ".join(unused))
        print(left_out.to(language), file=sys.stderr)
    answer(
        {
            **counts,
            "problems": [
                {"line": one.line, "field": one.field, "message": one.to(language)}
                for one in problems
            ],
            "format": {
                "kind": form.kind,
                "encoding": form.encoding,
                "delimiter": form.delimiter,
                "header": list(form.header),
            },
            "mapping": mapping,
        },
        say(N_("Read {read}, added {added}, updated {updated}, skipped {skipped}."), **counts),
    )


def _imported(made: Plan, name: str, wishes: Wishes) -> Imported:
    from app.interchange.adding import import_contacts, import_guests
    from app.interchange.rehearsing import rehearse, rehearse_guests

    drafts = made.drafts()
    with opened() as workspace:
        if wishes.holds == "guests":
            reception = workspace.ask(resolve, wishes.into, ("reception",))
            if wishes.dry_run:
                return workspace.ask(rehearse_guests, drafts, reception, wishes.on_duplicate)
            return workspace.run(import_guests, drafts, name, reception, wishes.on_duplicate, told)
        if wishes.dry_run:
            return workspace.ask(rehearse, drafts, wishes.on_duplicate)
        size = made.table.size
        return workspace.run(import_contacts, drafts, name, wishes.on_duplicate, told, size)


def _with_line(problem: Problem) -> str:
    words = problem.to(context().language)
    if problem.line is None:
        return words
    return say(N_("Line {line}: {words}"), line=problem.line, words=words).to(context().language)


def export_file(file: Path, what: str, view: str = "", *, bom: bool, private: bool = False) -> int:
    """Write a list, or a saved view, in the format the file's ending names; what is private only
    where that was asked.
    """
    from app.interchange.records import export_records, noun_of
    from app.interchange.writing import HEADERS, export, export_view

    with opened() as workspace:
        if view:
            count = workspace.ask(export_view, view, what, file, bom=bom, progress=told)
        elif what in HEADERS:
            count = workspace.ask(export, what, file, bom=bom, progress=told)
        else:
            noun, language = noun_of(what, private=private), context().language
            count = workspace.ask(export_records, noun, file, language, bom=bom, progress=told)
    answer(
        {"written": count},
        say(
            N_("Wrote {n} row to {file}."), N_("Wrote {n} rows to {file}."), n=count, file=str(file)
        ),
    )
    return 0


def list_fields(holds: str = "") -> int:
    """Print the field names an import knows; of replies and other records only their names."""
    from app.interchange.columns import fields
    from app.interchange.importing import HOLDS
    from app.interchange.records import noun_of
    from app.interchange.registrations import own_fields
    from app.interchange.replies import FIELDS

    language = context().language
    if holds == "replies":
        answer_rows([{"field": one} for one in FIELDS])
    elif holds and holds not in HOLDS:
        answer_rows([{"field": one} for one in noun_of(holds, private=True).header])
    else:
        known = [(one.name, one.meaning.to(language)) for one in fields()]
        if holds == "participants":
            known += [(one, ", ".join(heads)) for one, heads in own_fields().items()]
        answer_rows([{"field": name, "meaning": meaning} for name, meaning in known])
    return 0
