"""What an office begins a dossier with, and the days it minds."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.entity import Entity, code, reference


class Template(Entity):
    """What a kind of dossier brings: its programme, checklist, roles and papers.

    `noun` says of which dossiers ("reception"), `dossier_kind` of which kind.
    """

    __tablename__ = "template"

    name: Mapped[str]
    noun: Mapped[str] = mapped_column(code(), default="reception")
    dossier_kind: Mapped[str] = mapped_column(code(), default="")
    note: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    lines: Mapped[list[TemplateLine]] = relationship(
        back_populates="template",
        cascade="all, delete-orphan",
        default_factory=list,
        order_by="TemplateLine.position",
    )


class TemplateLine(Entity):
    """One thing a template brings, by its `kind`.

    "task": `days_before` the dossier begins, for `owner`. "item": a line of the programme of
    `minutes`, public or not. "role": who is needed on the day. "paper": a kind of the catalogue.
    """

    __tablename__ = "template_line"

    kind: Mapped[str] = mapped_column(code(), default="task")
    title: Mapped[str] = mapped_column(default="")
    days_before: Mapped[int | None] = mapped_column(default=None)
    minutes: Mapped[int | None] = mapped_column(default=None)
    owner: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    public: Mapped[bool] = mapped_column(default=True)
    item_kind: Mapped[str] = mapped_column(code(), default="item")
    note: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    template_id: Mapped[uuid.UUID] = mapped_column(reference("template.id"), init=False, index=True)
    template: Mapped[Template] = relationship(back_populates="lines", default=None)


class SpecialDay(Entity):
    """Days to mind when a date is chosen: a council, a fast, a feast that moves, a court's day.

    `from_evening` days begin at sunset of the day before `starts_on`. `advice` says what it means
    for a host. Not `verified` means an estimate, such as a feast set by the moon.
    """

    __tablename__ = "special_day"

    starts_on: Mapped[dt.date]
    kind: Mapped[str] = mapped_column(code(), default="council")
    name_en: Mapped[str] = mapped_column(default="")
    name_nl: Mapped[str] = mapped_column(default="")
    name_fr: Mapped[str] = mapped_column(default="")
    ends_on: Mapped[dt.date | None] = mapped_column(default=None)
    from_evening: Mapped[bool] = mapped_column(default=False)
    advice: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    verified: Mapped[bool] = mapped_column(default=False)
