"""The dossier itself, its programme and its purposes."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import ClassVar

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.contacts.model import Organisation
from app.core.entity import Entity, code, reference
from app.policy.model import Priority


class Dossier(Entity):
    """A reason to meet, with its dates, its origin, its programme and its papers.

    Dates and times are local to the place. `origin` says whether the city wanted it (proactive) or
    was asked (reactive). `budget` is in euro cents, `papers` are kinds of the catalogue.
    """

    __tablename__ = "dossier"

    noun: Mapped[str] = mapped_column(code(), init=False)
    title: Mapped[str]
    subtitle: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[dt.datetime | None] = mapped_column(default=None)
    ends_at: Mapped[dt.datetime | None] = mapped_column(default=None)
    place: Mapped[str] = mapped_column(default="")
    origin: Mapped[str] = mapped_column(code(), default="reactive")
    reason: Mapped[str] = mapped_column(default="")
    host: Mapped[str] = mapped_column(default="")
    objective: Mapped[str] = mapped_column(default="")
    stage: Mapped[str] = mapped_column(code(), default="idea")
    points_to_raise: Mapped[list[str]] = mapped_column(default_factory=list)
    to_avoid: Mapped[str] = mapped_column(default="")
    host_part: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    budget: Mapped[int | None] = mapped_column(default=None)
    papers: Mapped[list[str]] = mapped_column(default_factory=list)
    requested_by_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False
    )
    requested_by: Mapped[Organisation | None] = relationship(default=None)
    programme: Mapped[list[ProgrammeItem]] = relationship(
        back_populates="dossier",
        cascade="all, delete-orphan",
        default_factory=list,
        order_by="ProgrammeItem.position",
    )
    priorities: Mapped[list[DossierPriority]] = relationship(
        back_populates="dossier", cascade="all, delete-orphan", default_factory=list
    )
    goals: Mapped[list[DossierGoal]] = relationship(
        back_populates="dossier", cascade="all, delete-orphan", default_factory=list
    )
    partners: Mapped[list[DossierPartner]] = relationship(
        back_populates="dossier", cascade="all, delete-orphan", default_factory=list
    )
    roles: Mapped[list[DossierRole]] = relationship(
        back_populates="dossier",
        cascade="all, delete-orphan",
        default_factory=list,
        order_by="DossierRole.position",
    )
    costs: Mapped[list[CostLine]] = relationship(
        back_populates="dossier",
        cascade="all, delete-orphan",
        default_factory=list,
        order_by="CostLine.position",
    )
    answers: Mapped[list[EvaluationAnswer]] = relationship(
        back_populates="dossier", cascade="all, delete-orphan", default_factory=list
    )

    polymorphy: ClassVar = {"polymorphic_on": "noun", "polymorphic_abstract": True}


class ProgrammeItem(Entity):
    """A line of the programme: guests see the public ones, staff see all.

    `travel_minutes` is the way to its place from that of the line before. A `fixed` line keeps its
    time when what stands before it takes longer.
    """

    __tablename__ = "programme_item"

    title: Mapped[str]
    kind: Mapped[str] = mapped_column(code(), default="item")
    position: Mapped[int] = mapped_column(default=0)
    starts_at: Mapped[dt.datetime | None] = mapped_column(default=None)
    minutes: Mapped[int | None] = mapped_column(default=None)
    place: Mapped[str] = mapped_column(default="")
    host: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(code(2), default="")
    public: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    attendees: Mapped[str] = mapped_column(default="")
    speaker: Mapped[str] = mapped_column(default="")
    interpreter: Mapped[str] = mapped_column(default="")
    travel_minutes: Mapped[int | None] = mapped_column(default=None)
    rain_plan: Mapped[str] = mapped_column(default="")
    time_zone: Mapped[str] = mapped_column(code(64), default="")
    fixed: Mapped[bool] = mapped_column(default=False)
    dossier_id: Mapped[uuid.UUID] = mapped_column(reference("dossier.id"), init=False, index=True)
    dossier: Mapped[Dossier] = relationship(back_populates="programme", default=None)


class DossierRole(Entity):
    """Who does what on the day ("announcer", "usher at the door"), and how to reach them."""

    __tablename__ = "dossier_role"

    role: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    dossier_id: Mapped[uuid.UUID] = mapped_column(reference("dossier.id"), init=False, index=True)
    dossier: Mapped[Dossier] = relationship(back_populates="roles", default=None)


class DossierPartner(Entity):
    """A partner whose contacts a dossier serves, with what they wish of it."""

    __tablename__ = "dossier_partner"
    __table_args__ = (UniqueConstraint("dossier_id", "organisation_id"),)

    wish: Mapped[str] = mapped_column(default="")
    dossier_id: Mapped[uuid.UUID] = mapped_column(reference("dossier.id"), init=False)
    organisation_id: Mapped[uuid.UUID] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    dossier: Mapped[Dossier] = relationship(back_populates="partners", default=None)
    organisation: Mapped[Organisation] = relationship(default=None)


class CostLine(Entity):
    """What something was to cost and what was paid, in minor units of its currency."""

    __tablename__ = "cost_line"

    what: Mapped[str]
    planned: Mapped[int | None] = mapped_column(default=None)
    paid: Mapped[int | None] = mapped_column(default=None)
    paid_by: Mapped[str] = mapped_column(default="")
    currency: Mapped[str] = mapped_column(code(3), default="EUR")
    spent_on: Mapped[dt.date | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0)
    dossier_id: Mapped[uuid.UUID] = mapped_column(reference("dossier.id"), init=False, index=True)
    dossier: Mapped[Dossier] = relationship(back_populates="costs", default=None)


class EvaluationAnswer(Entity):
    """The answer to one question of the evaluation: a mark of 1 to 5, and words."""

    __tablename__ = "evaluation_answer"
    __table_args__ = (UniqueConstraint("dossier_id", "question"),)

    question: Mapped[str] = mapped_column(code())
    mark: Mapped[int | None] = mapped_column(default=None)
    words: Mapped[str] = mapped_column(default="")
    dossier_id: Mapped[uuid.UUID] = mapped_column(reference("dossier.id"), init=False)
    dossier: Mapped[Dossier] = relationship(back_populates="answers", default=None)


class DossierPriority(Entity):
    """A priority a dossier serves."""

    __tablename__ = "dossier_priority"
    __table_args__ = (UniqueConstraint("dossier_id", "priority_id"),)

    dossier_id: Mapped[uuid.UUID] = mapped_column(reference("dossier.id"), init=False)
    priority_id: Mapped[uuid.UUID] = mapped_column(reference("priority.id"), init=False)
    dossier: Mapped[Dossier] = relationship(back_populates="priorities", default=None)
    priority: Mapped[Priority] = relationship(default=None)


class DossierGoal(Entity):
    """A Sustainable Development Goal (1 to 17) a dossier serves."""

    __tablename__ = "dossier_goal"
    __table_args__ = (UniqueConstraint("dossier_id", "number"),)

    number: Mapped[int]
    dossier_id: Mapped[uuid.UUID] = mapped_column(reference("dossier.id"), init=False)
    dossier: Mapped[Dossier] = relationship(back_populates="goals", default=None)
