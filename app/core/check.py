"""Is the office whole? What is wrong, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace


def findings(workspace: Workspace) -> list[Sentence]:
    """What is wrong with the file and its directory; empty where all is well."""
    if workspace.engine_name == "sqlite":
        sealed = workspace.ask(_seals) if workspace.encrypted else []
        return [*workspace.ask(_file), *sealed, *workspace.ask(_directory)]
    return workspace.ask(_directory)


def _file(session: Session) -> list[Sentence]:
    connection = session.connection()
    found = []
    told = connection.execute(text("PRAGMA integrity_check(5)")).scalars().all()
    if told != ["ok"]:
        damaged = N_("The file is damaged ({detail}): restore the last backup.")
        found.append(say(damaged, detail="; ".join(told)[:200]))
    orphans = connection.execute(text("PRAGMA foreign_key_check")).all()
    if orphans:
        lost = N_("{n} record points nowhere."), N_("{n} records point nowhere.")
        found.append(say(*lost, n=len(orphans)))
    return found


def _seals(session: Session) -> list[Sentence]:
    """Whether every encrypted page still carries its own seal."""
    broken = session.connection().execute(text("PRAGMA cipher_integrity_check")).scalars().all()
    return [say(N_("Encrypted pages do not add up: restore the last backup."))] if broken else []


def _directory(session: Session) -> list[Sentence]:
    """Every person, organisation, reception and mission has exactly one line."""
    connection = session.connection()
    found = []
    for kind in ("person", "organisation", "reception", "mission"):
        query = (
            f"SELECT (SELECT count(*) FROM {kind}),"  # noqa: S608 - our own table names
            f" (SELECT count(*) FROM directory WHERE kind = '{kind}')"
        )
        records, lines = connection.execute(text(query)).one()
        if records != lines:
            off = N_(
                "The search misses some records of the kind {kind}: it is built anew by import."
            )
            found.append(say(off, kind=kind))
    return found
