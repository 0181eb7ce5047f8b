"""What a dossier leads to and what was handed out of it: agreements, printed papers."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.contacts.model import Organisation
from app.core.entity import Entity, code, reference
from app.dossiers.model.dossier import Dossier
from app.dossiers.model.memory import Document


class Agreement(Entity):
    """What the city and a partner signed, at which reception or on which mission.

    `signed_by` are the names under it, of both sides; `document` its scan.
    """

    __tablename__ = "agreement"

    title: Mapped[str]
    kind: Mapped[str] = mapped_column(code(), default="memorandum")
    signed_on: Mapped[dt.date | None] = mapped_column(default=None)
    ends_on: Mapped[dt.date | None] = mapped_column(default=None)
    signed_by: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    organisation_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("organisation.id"), init=False, index=True
    )
    dossier_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("dossier.id"), init=False, index=True
    )
    document_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("document.id"), init=False, index=True
    )
    organisation: Mapped[Organisation | None] = relationship(default=None)
    dossier: Mapped[Dossier | None] = relationship(default=None)
    document: Mapped[Document | None] = relationship(default=None)


class Printing(Entity):
    """That a paper was handed out: when, in which language, for whom, and what stood in it.

    `lines` are what stood in it as "key=digest", so that the next printing can say what is new,
    changed or gone without keeping names and facts a second time.
    """

    __tablename__ = "printing"

    paper: Mapped[str] = mapped_column(code())
    printed_at: Mapped[dt.datetime]
    language: Mapped[str] = mapped_column(code(2), default="")
    audience: Mapped[str] = mapped_column(code(), default="")
    lines: Mapped[list[str]] = mapped_column(default_factory=list)
    dossier_id: Mapped[uuid.UUID] = mapped_column(reference("dossier.id"), init=False, index=True)
    dossier: Mapped[Dossier] = relationship(default=None)
