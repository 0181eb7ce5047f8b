"""Writing templates, and what they bring into a dossier."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.contacts.model import Country
from app.core.command import command, naming
from app.core.profile import profile
from app.core.records import checked, refuse
from app.core.text import N_, t
from app.dossiers.draft.templates import LineDraft, TemplateDraft
from app.dossiers.model import (
    Dossier,
    DossierRole,
    ProgrammeItem,
    Task,
    Template,
    TemplateLine,
)
from app.dossiers.queries.templates import LINE_FIELDS, template
from app.dossiers.rules.templates import (
    MISSION,
    RECEPTION,
    Part,
    due_of,
    missing,
    over_days,
    shipped,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session


NOUNS = (RECEPTION, MISSION)


@command(N_("Furnished the office with templates"), undoable=False)
def furnish_templates(session: Session) -> None:
    """Give an office the templates that come with the program, of nouns of which it has none.

    An office that was never furnished stays as it is. Titles are in the office's own language.
    """
    if session.scalars(select(Country.id).limit(1)).first() is None:
        return
    known = set(session.scalars(select(Template.noun).distinct()))
    language = profile(session).language
    fresh = [(noun, one) for noun in NOUNS if noun not in known for one in shipped(language, noun)]
    for position, (noun, one) in enumerate(fresh, start=_next_position(session)):
        lines = tuple(
            LineDraft(
                line.part,
                line.title,
                line.days_before,
                line.minutes,
                line.owner,
                public=line.public,
                item_kind=line.item_kind,
            )
            for line in one.lines
        )
        made = Template(name=one.name, position=position)
        session.add(made)
        _fill(made, TemplateDraft(one.name, noun, one.kind, lines=lines))


@command(N_("Added the template {name}"))
def add_template(session: Session, draft: TemplateDraft) -> UUID:
    """Keep a new template, last of its kind."""
    refuse(draft.problems())
    made = Template(name=draft.name, position=_next_position(session))
    session.add(made)
    _fill(made, draft)
    naming(session, name=made.name)
    return made.id


@command(N_("Changed the template {name}"))
def change_template(
    session: Session, template_id: UUID, revision: UUID | None, draft: TemplateDraft
) -> None:
    """Keep a template as the draft has it, lines in its order."""
    refuse(draft.problems())
    one = checked(session, Template, template_id, revision)
    _fill(one, draft)
    naming(session, name=one.name)


@command(N_("Removed the template {name}"))
def remove_template(session: Session, template_id: UUID) -> None:
    """Remove a template; the dossiers that began with it stay as they are."""
    one = checked(session, Template, template_id, None)
    naming(session, name=one.name)
    session.delete(one)


@command(N_("Copied the template {name}"))
def copy_template(session: Session, template_id: UUID) -> UUID:
    """Keep the same once more, under a name that says so."""
    kept = template(session, template_id).draft
    name = t(N_("{name} (copy)"), profile(session).language, name=kept.name)
    made = Template(name=name, position=_next_position(session))
    session.add(made)
    _fill(made, replace(kept, name=name))
    naming(session, name=kept.name)
    return made.id


@command(N_("{title} got what {name} brings"))
def apply_template(session: Session, dossier_id: UUID, template_id: UUID) -> int:
    """Bring what a template has and the dossier lacks; what is there stays as it is.

    Returns:
        How many things were added.
    """
    dossier = checked(session, Dossier, dossier_id, None)
    one = template(session, template_id)
    naming(session, title=dossier.title, name=one.name)
    return bring(session, dossier, one.draft.lines)


def bring(session: Session, dossier: Dossier, lines: Sequence[LineDraft]) -> int:
    """Add what lines bring and a dossier lacks; answers how many."""
    session.flush()
    added = _bring_tasks(session, dossier, [one for one in lines if one.kind == Part.TASK])
    added += _bring_items(dossier, [one for one in lines if one.kind == Part.ITEM])
    wanted = [one for one in lines if one.kind == Part.ROLE]
    for at in missing([one.title for one in wanted], [one.role for one in dossier.roles]):
        dossier.roles.append(DossierRole(role=wanted[at].title, position=len(dossier.roles)))
        added += 1
    papers = [one.title for one in lines if one.kind == Part.PAPER]
    fresh = [one for one in dict.fromkeys(papers) if one not in dossier.papers]
    if fresh:
        dossier.papers = [*dossier.papers, *fresh]
    return added + len(fresh)


def _bring_tasks(session: Session, dossier: Dossier, wanted: Sequence[LineDraft]) -> int:
    there = session.scalars(select(Task.title).where(Task.dossier_id == dossier.id))
    places = missing([one.title for one in wanted], there)
    for at in places:
        line = wanted[at]
        task = Task(
            title=line.title,
            owner=line.owner,
            days_before=line.days_before,
            due_on=due_of(line.days_before, dossier.starts_at),
            note=line.note,
        )
        session.add(task)
        task.dossier = dossier
    return len(places)


def _bring_items(dossier: Dossier, wanted: Sequence[LineDraft]) -> int:
    """Each line at its time among those that are there."""
    places = set(missing([one.title for one in wanted], [one.title for one in dossier.programme]))
    for at, (line, begins) in enumerate(over_days(wanted, dossier.starts_at)):
        if at in places:
            dossier.programme.append(
                ProgrammeItem(
                    title=line.title,
                    kind=line.item_kind,
                    starts_at=begins,
                    minutes=line.minutes,
                    place=line.place,
                    owner=line.owner,
                    public=line.public,
                    note=line.note,
                )
            )
    if places:
        number_programme(dossier)
    return len(places)


def number_programme(dossier: Dossier) -> None:
    """Put the programme in the order of its times; lines without one stay behind their fellows."""
    last = dt.datetime.min  # noqa: DTZ901 - local to the place, as the model keeps times
    keyed = []
    for one in dossier.programme:
        last = one.starts_at or last
        keyed.append((last, one))
    for position, (_, one) in enumerate(sorted(keyed, key=lambda entry: entry[0])):
        one.position = position


@command(N_("Kept {title} as the template {name}"))
def keep_as_template(session: Session, dossier_id: UUID, name: str, kind: str = "") -> UUID:
    """Make a template of what a dossier has: programme, checklist, roles and papers.

    A task with a fixed day becomes relative to the day of the dossier.
    """
    dossier = checked(session, Dossier, dossier_id, None)
    draft = TemplateDraft(name.strip(), dossier.noun, kind, lines=lines_of(session, dossier))
    refuse(draft.problems())
    made = Template(name=draft.name, position=_next_position(session))
    session.add(made)
    _fill(made, draft)
    naming(session, title=dossier.title, name=draft.name)
    return made.id


def lines_of(session: Session, dossier: Dossier) -> tuple[LineDraft, ...]:
    """What a dossier has, as the lines of a template; a programme of several days by its days."""
    over = any(_day_of(one, dossier) for one in dossier.programme)
    items = [
        LineDraft(
            Part.ITEM,
            one.title,
            _day_of(one, dossier) if over else None,
            minutes=one.minutes,
            owner=one.owner,
            place=one.place,
            public=one.public,
            item_kind=one.kind,
            note=one.note,
        )
        for one in dossier.programme
    ]
    query = select(Task).where(Task.dossier_id == dossier.id).order_by(Task.due_on, Task.title)
    tasks = [
        LineDraft(Part.TASK, one.title, days_before_of(one, dossier), owner=one.owner)
        for one in session.scalars(query)
    ]
    return (
        *items,
        *tasks,
        *(LineDraft(Part.ROLE, one.role) for one in dossier.roles),
        *(LineDraft(Part.PAPER, one) for one in dossier.papers),
    )


def _day_of(item: ProgrammeItem, dossier: Dossier) -> int | None:
    """How many days before its dossier a line stands: -1 on the day after."""
    if item.starts_at is None or dossier.starts_at is None:
        return None
    return (dossier.starts_at.date() - item.starts_at.date()).days


def days_before_of(task: Task, dossier: Dossier) -> int | None:
    """How many days before its dossier a task is due, also where it has a fixed day."""
    if task.days_before is not None or task.due_on is None or dossier.starts_at is None:
        return task.days_before
    return (dossier.starts_at.date() - task.due_on).days


def _fill(one: Template, draft: TemplateDraft) -> None:
    one.name, one.noun = draft.name.strip(), draft.noun
    one.dossier_kind, one.note = draft.dossier_kind, draft.note
    kept = list(one.lines)
    for position, wanted in enumerate(draft.lines):
        if position < len(kept):
            line = kept[position]
        else:
            line = TemplateLine()
            one.lines.append(line)
        for name in LINE_FIELDS:
            setattr(line, name, getattr(wanted, name))
        line.title, line.position = wanted.title.strip(), position
    for extra in kept[len(draft.lines) :]:
        one.lines.remove(extra)


def _next_position(session: Session) -> int:
    last = session.scalar(select(func.max(Template.position)))
    return 0 if last is None else last + 1
