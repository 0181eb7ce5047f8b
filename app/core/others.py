"""What other desks did, as the changes a screen follows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.core import hearing, history
from app.core.command import Changes
from app.core.text import N_, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import Connection

    from app.core.workspace import Trade


@dataclass(slots=True)
class Others:
    """The other desks as `own` hears of them."""

    own: UUID
    trade: Trade
    _version: int | None = field(default=None, init=False)

    def changes(self, connection: Connection, heard: Sequence[hearing.Heard]) -> list[Changes]:
        """What these notices mean; those of this desk mean nothing new."""
        found = []
        for one in heard:
            if one is hearing.MISSED:
                return [self._anything()]
            if one.desk != self.own:
                found.append(self._change(connection, one))
        return found

    def changes_of_file(self, connection: Connection) -> list[Changes]:
        """Whether another connection wrote to the file since this was last asked."""
        if connection.dialect.name != "sqlite":
            return []
        before = self._version
        self._version = int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())
        return [self._anything()] if before not in (None, self._version) else []

    def _change(self, connection: Connection, notice: hearing.Notice) -> Changes:
        who, label = history.told(connection, notice.step)
        if notice.act == history.UNDONE:
            label = say(N_("Taken back: {what}"), what=label)
        tables = self._tables() if notice.tables is None else notice.tables
        return Changes(label, tables, by=who or "?")

    def _anything(self) -> Changes:
        label = say(N_("Something was changed at another desk"))
        return Changes(label, self._tables(), by="?")

    def _tables(self) -> frozenset[str]:
        return frozenset(self.trade.metadata.tables)
