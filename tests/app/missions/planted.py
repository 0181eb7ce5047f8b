"""Travel papers planted to be looked for: no word of them stands anywhere else by chance."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import inspect, select, text

from app.core.entity import Base
from app.core.history import change_log
from app.core.images import decode
from app.missions.commands import keep_papers
from app.missions.draft import PapersDraft

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

NUMBER, NAME, TICKET = "EX7654321", "ZZYZXQUIST", "TYCKETQUIRE"
INSURANCE = "Qoverwright 4711"
BORN, EXPIRES = dt.date(1937, 2, 13), dt.date(2061, 11, 23)
PAPERS = PapersDraft(
    f"{NAME} AOI", f"{TICKET} AOI", NUMBER, "BE", BORN, EXPIRES, "granted", dt.date(2027, 4, 1),
    INSURANCE,
)  # fmt: skip
_DAYS = {
    "born": ("1937-02-13", "date(1937", "13/02/1937", "13 feb 1937", "feb 1937", "370213"),
    "expires": ("2061-11-23", "date(2061", "23/11/2061", "23 nov 2061", "nov 2061", "611123"),
}
"""The days as they might be written; a bare year may stand in a key by chance."""
ALWAYS = (NUMBER, TICKET, "Qoverwright", *_DAYS)
"""What stands nowhere; the name in the machine-readable zone stands on the rooming list alone."""
ALL = (*ALWAYS, NAME)
BYTES = (NUMBER, TICKET, "Qoverwright", NAME)


def plant(office: Workspace, participant: UUID) -> None:
    """Keep the papers of a participant."""
    office.run(keep_papers, participant, None, PAPERS)


def found(told: str, words: tuple[str, ...] = ALL) -> list[str]:
    """Which of the planted words stand in what was told, however they are written."""
    folded = told.casefold().replace("<", " ")
    return [one for one in words
            if any(form.casefold() in folded for form in _DAYS.get(one, (one,)))]  # fmt: skip


def images(session: Session) -> str:
    """All images of the log as words."""
    query = select(change_log.c.images).where(change_log.c.images.is_not(None))
    return repr([decode(one, Base.metadata.tables) for one in session.scalars(query)])


def everything(session: Session, *, papers: bool = True) -> str:
    """Every row of every table the database has, those of the search and its index included;
    images apart, and without `papers` the table they stand in.
    """
    told = []
    for name in inspect(session.connection()).get_table_names():
        if name == "travel_papers" and not papers:
            continue
        columns = [one["name"] for one in inspect(session.connection()).get_columns(name)]
        chosen = ", ".join(f'"{one}"' for one in columns if one != "images")
        told += [
            f"{name} {row!r}"
            for row in session.execute(text(f'SELECT {chosen} FROM "{name}"'))  # noqa: S608 - the database's own names
        ]
    return "\n".join(told)


def bytes_beside(place: Path) -> dict[str, bytes]:
    """Every file of the folder an office lies in."""
    return {file.name: file.read_bytes() for file in place.parent.iterdir() if file.is_file()}
