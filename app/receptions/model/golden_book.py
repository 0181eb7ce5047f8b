"""The golden book: what is written on a page and who signs it."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.entity import Entity, reference
from app.dossiers.model import Document
from app.receptions.model.reception import Reception


class GoldenBookPage(Entity):
    """A page of the golden book: its words, who signs, when it was signed, its scan."""

    __tablename__ = "golden_book_page"

    words: Mapped[str] = mapped_column(default="")
    signatories: Mapped[str] = mapped_column(default="")
    signed_on: Mapped[dt.date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    reception_id: Mapped[uuid.UUID | None] = mapped_column(
        reference("reception.id"), init=False, index=True
    )
    scan_id: Mapped[uuid.UUID | None] = mapped_column(reference("document.id"), init=False)
    reception: Mapped[Reception | None] = relationship(default=None)
    scan: Mapped[Document | None] = relationship(default=None)
