"""Reading templates, days to mind, and what of a dossier hangs on its day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.core.errors import NotFoundError
from app.core.text import N_, Language, say
from app.dossiers.draft.templates import (
    LineDraft,
    PartnerDraft,
    RoleDraft,
    SpecialDayDraft,
    TemplateDraft,
)
from app.dossiers.model import (
    DossierPartner,
    DossierRole,
    SpecialDay,
    Task,
    Template,
    TemplateLine,
)
from app.dossiers.queries.memory import Named, TaskRow, named, task_row
from app.dossiers.rules.days_to_mind import name_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.dossiers.rules.templates import Part

TEMPLATE_FIELDS = tuple(name for name in TemplateDraft.__slots__ if name != "lines")
LINE_FIELDS = tuple(LineDraft.__slots__)
ROLE_FIELDS = tuple(RoleDraft.__slots__)
SPECIAL_DAY_FIELDS = tuple(SpecialDayDraft.__slots__)


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template of the office; `draft` is what an editor starts from."""

    id: UUID
    revision: UUID
    draft: TemplateDraft

    @property
    def name(self) -> str:
        """What it is called."""
        return self.draft.name

    def count(self, part: Part) -> int:
        """How many lines of a part it has."""
        return sum(1 for one in self.draft.lines if one.kind == part)


def templates(session: Session, noun: str = "reception") -> list[TemplateRow]:
    """The templates for a kind of dossier, in the office's order."""
    query = (
        select(Template)
        .where(Template.noun == noun)
        .options(selectinload(Template.lines))
        .order_by(Template.position, Template.name, Template.id)
    )
    return [_template_row(one) for one in session.scalars(query)]


def template(session: Session, template_id: UUID) -> TemplateRow:
    """One template.

    Raises:
        NotFoundError: there is no such template (any more).
    """
    one = session.get(Template, template_id)
    if one is None:
        raise NotFoundError(say(N_("This template is no longer in the office.")))
    return _template_row(one)


def _template_row(one: Template) -> TemplateRow:
    draft = TemplateDraft(
        **{name: getattr(one, name) for name in TEMPLATE_FIELDS},
        lines=tuple(line_draft(line) for line in one.lines),
    )
    return TemplateRow(one.id, one.revision, draft)


def line_draft(line: TemplateLine) -> LineDraft:
    """A line as an editor starts from it."""
    return LineDraft(**{name: getattr(line, name) for name in LINE_FIELDS})


# --- what hangs on a dossier ---


def checklist(session: Session, dossier_id: UUID, language: Language) -> list[TaskRow]:
    """The tasks of a dossier, done or not: by day, those without a day last."""
    about = (joinedload(Task.person), joinedload(Task.organisation), joinedload(Task.dossier))
    query = select(Task).where(Task.dossier_id == dossier_id).options(*about)
    query = query.order_by(Task.due_on.is_(None), Task.due_on, Task.title, Task.id)
    return [task_row(one, language) for one in session.scalars(query)]


def roles(session: Session, dossier_id: UUID) -> list[RoleDraft]:
    """Who does what on the day, in order."""
    query = (
        select(DossierRole)
        .where(DossierRole.dossier_id == dossier_id)
        .order_by(DossierRole.position, DossierRole.id)
    )
    return [
        RoleDraft(**{name: getattr(one, name) for name in ROLE_FIELDS})
        for one in session.scalars(query)
    ]


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner of a dossier by name, with what they wish."""

    of: Named
    draft: PartnerDraft


def partners(session: Session, dossier_id: UUID, language: Language) -> list[PartnerRow]:
    """The partners of a dossier, by name."""
    query = select(DossierPartner).where(DossierPartner.dossier_id == dossier_id)
    query = query.options(joinedload(DossierPartner.organisation))
    found = [
        PartnerRow(
            named(None, one.organisation, None, language)[0],
            PartnerDraft(one.organisation_id, one.wish),
        )
        for one in session.scalars(query)
    ]
    return sorted(found, key=lambda row: row.of.name)


# --- days to mind ---


@dataclass(frozen=True, slots=True)
class SpecialDayRow:
    """A day to mind, or several."""

    id: UUID
    revision: UUID
    draft: SpecialDayDraft

    @property
    def first(self) -> dt.date:
        """The day it begins."""
        begins: dt.date = self.draft.starts_on  # type: ignore[assignment]  # never empty in the office
        return begins

    @property
    def last(self) -> dt.date:
        """The day it ends."""
        return self.draft.ends_on or self.first

    def name(self, language: Language) -> str:
        """Its name in a language, else in the first that has one."""
        draft = self.draft
        return name_in((draft.name_en, draft.name_nl, draft.name_fr), language)


def special_days(
    session: Session, first: dt.date | None = None, last: dt.date | None = None
) -> list[SpecialDayRow]:
    """The days to mind that touch a stretch of days, all without one; the earliest first."""
    query = select(SpecialDay).order_by(SpecialDay.starts_on, SpecialDay.id)
    if last is not None:
        query = query.where(SpecialDay.starts_on <= last)
    rows: Sequence[SpecialDay] = session.scalars(query).all()
    found = [
        SpecialDayRow(
            one.id,
            one.revision,
            SpecialDayDraft(**{name: getattr(one, name) for name in SPECIAL_DAY_FIELDS}),
        )
        for one in rows
    ]
    return [one for one in found if first is None or one.last >= first]
