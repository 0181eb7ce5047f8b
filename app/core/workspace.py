"""One way in, one way out: `run` a command, `ask` a query, `undo`, `redo`.

Every write is one commit and one Step; undo, the audit trail, the optimistic lock, the directory
and the news to the screens are written here, once.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID, uuid4

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.core import (
    bulk,
    clock,
    contributions,
    forgetting,
    hearing,
    history,
    journal,
    search_index,
    usage,
)
from app.core.command import Changes, Command, label_of
from app.core.directory import outdated
from app.core.engine import UNKEEPABLE, explain
from app.core.entity import current_step
from app.core.errors import CannotWriteError, ConflictError, InUseError
from app.core.office_file import copy_office
from app.core.others import Others
from app.core.text import N_, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sqlalchemy import Connection, Engine, MetaData

    from app.core.directory import Contribution, Indexer
    from app.core.images import TableImages

P = ParamSpec("P")
R = TypeVar("R")
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Trade:
    """What the core is told of the trade: its tables, its findable nouns and what rooms add to
    their lines, its schema revision.

    `upkeep` are commands run once an older office has got the present schema: they put in what an
    office of that schema begins with. `daily` are commands run when the office is opened on
    another day than before: what a day that came brings by rule.
    """

    metadata: MetaData
    indexers: Sequence[Indexer]
    schema: str
    contributions: Sequence[Contribution] = ()
    nouns: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Per table the words that count its rows, for telling what a record is still used by."""
    upkeep: Sequence[Command[[], Any]] = ()
    daily: Sequence[Command[[str, str], Any]] = ()
    """Run when the office is opened on a new day, with the ISO day of the last time and today."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an office is: its name on the screen, its path or URL, its key and salt as hex."""

    name: str
    location: str
    key: str | None = field(default=None, repr=False)


class Workspace:
    """An open office. Use it from one thread at a time."""

    def __init__(self, engine: Engine, trade: Trade, who: str, place: Place) -> None:
        self._engine = engine
        self._trade = trade
        self._desk = history.Desk(who, trade.schema)
        self._listeners: list[Callable[[Changes], None]] = []
        self._others = Others(uuid4(), trade)
        self._ear: hearing.Ear | None = None
        self.place = place
        with self._unit(write=False) as connection:
            self._done = history.undoable(connection, self._desk)
            self._others.changes_of_file(connection)
        self._undone: list[UUID] = []

    @property
    def engine_name(self) -> str:
        """`sqlite` or `postgresql`."""
        return self._engine.dialect.name

    # --- reading and writing ---

    def ask(
        self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run a query; what it returns are frozen values, never entities."""
        with self._unit(write=False) as connection, Session(connection) as session:
            return query(session, *args, **kwargs)

    def run(self, command: Command[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a command as one commit, one Step and one undo.

        Raises:
            ConflictError: another desk changed the same record in between.
            InUseError: something still points at what was to be deleted.
            CannotWriteError: the disk, the file or the network refused.
        """
        step_id = uuid4()
        token = current_step.set(step_id)
        recorder = journal.Recorder(self._trade.metadata, step_id)
        try:
            with self._unit(write=True) as connection:
                result, step = self._work(connection, recorder, command, args, kwargs)
                forgot = connection.info.pop(forgetting.FORGOTTEN, False)
        except InUseError as error:
            raise self._in_words(error, recorder) from error
        finally:
            current_step.reset(token)
        if forgot:
            forgetting.sweep(self._engine, self._trade.metadata)
        if step is not None and command.undoable:
            self._done.append(step.id)
            self._undone.clear()
        if step is not None:
            self._tell(step, undoable=command.undoable)
        return result

    def _work(
        self,
        connection: Connection,
        recorder: journal.Recorder,
        command: Command[P, R],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> tuple[R, history.Step | None]:
        connection.info[journal.RECORDER] = recorder
        try:
            with Session(connection, autoflush=True, expire_on_commit=False) as session:
                result = command(session, *args, **kwargs)
                session.flush()
                images = recorder.images(connection)
                if not images and not any(span.counts for span in recorder.bulk):
                    return result, None
                label = label_of(command, session)
                step = history.Step(recorder.step, label, images, tuple(recorder.bulk))
                self._index_rows(session, step.images)
                self._index_ids(session, list(outdated(session)))
                act = history.DONE if command.undoable else history.FOUNDED
                self._log(connection, step, act)
                return result, step
        finally:
            connection.info.pop(journal.RECORDER, None)

    def _log(self, connection: Connection, step: history.Step, act: str) -> None:
        history.write(connection, step, act, clock.now(), self._desk)
        hearing.tell(connection, self._others.own, step, act)

    def _in_words(self, error: InUseError, recorder: journal.Recorder) -> InUseError:
        """The same refusal, naming what still points at the record."""
        with self._unit(write=False) as connection:
            told = usage.sentence(connection, self._trade.metadata, self._trade.nouns, recorder)
        return InUseError(told) if told else error

    # --- undo and redo ---

    @property
    def undo_label(self) -> Sentence | None:
        """What `undo` would take back."""
        return self._label(self._done)

    @property
    def redo_label(self) -> Sentence | None:
        """What `redo` would do again."""
        return self._label(self._undone)

    def undo(self) -> Changes:
        """Take back the last Step of this person.

        Raises:
            ConflictError: nothing to take back, or a record was changed since by somebody else.
        """
        return self._replay(self._done, self._undone, back=True)

    def redo(self) -> Changes:
        """Do the last undone Step again.

        Raises:
            ConflictError: nothing to do again, or a record was changed since.
        """
        return self._replay(self._undone, self._done, back=False)

    def _replay(self, source: list[UUID], target: list[UUID], *, back: bool) -> Changes:
        if not source:
            nothing = (
                N_("There is nothing to take back.") if back else N_("There is nothing to redo.")
            )
            raise ConflictError(say(nothing))
        with self._unit(write=True) as connection:
            step = history.load(connection, source[-1])
            self._put_back(connection, step, back=back)
            act = history.UNDONE if back else history.REDONE
            self._log(connection, step, act)
        target.append(source.pop())
        return self._tell(step)

    def _put_back(self, connection: Connection, step: history.Step, *, back: bool) -> None:
        metadata = self._trade.metadata
        older: set[UUID] = set()
        if back:
            for span in step.bulk:
                older |= bulk.pointed_at(connection, metadata, span)
                first, last = UUID(span.first), UUID(span.last)
                search_index.unindex_range(connection, first, last)
                contributions.forget_range(connection, first, last)
                bulk.move_range(connection, "directory", span, search_index.ALL_COLUMNS[1:])
                bulk.take_back(connection, span, step.id)
            journal.replace(connection, metadata, step.images, back=True)
        else:
            journal.replace(connection, metadata, step.images, back=False)
            for span in step.bulk:
                bulk.bring_back(connection, span)
                lines = bulk.rows_aside(connection, "directory", span)
                search_index.put_rows(connection, lines)
                older |= bulk.pointed_at(connection, metadata, span)
        with Session(connection) as session:
            self._index_ids(session, list(older))
            self._index_rows(session, step.images)

    # --- the directory ---

    def _index_rows(self, session: Session, images: Mapping[str, TableImages]) -> None:
        renewed: set[UUID] = set()
        for indexer in self._trade.indexers:
            touched = {name: rows for name, rows in images.items() if name in indexer.tables}
            if not touched:
                continue
            ids = indexer.affected(session, touched)
            search_index.forget(session.connection(), list(ids))
            search_index.put(session.connection(), indexer.entries(session, ids))
            renewed |= ids
        contributions.add_changed(session, self._trade.contributions, images, renewed)

    def _index_ids(self, session: Session, ids: Sequence[UUID]) -> None:
        for start in range(0, len(ids), journal.CHUNK):
            chunk = ids[start : start + journal.CHUNK]
            search_index.forget(session.connection(), chunk)
            for indexer in self._trade.indexers:
                search_index.put(session.connection(), indexer.entries(session, chunk))
            contributions.add(session, self._trade.contributions, chunk)

    def rebuild_directory(self) -> None:
        """Build every line anew (after a migration, or when `check` finds it wanting)."""
        with self._unit(write=True) as connection, Session(connection) as session:
            search_index.renew(connection)
            for indexer in self._trade.indexers:
                search_index.put(connection, indexer.entries(session, None))
            contributions.add(session, self._trade.contributions, None)
            search_index.set_day(connection, clock.today().isoformat())

    def keep_up(self) -> None:
        """Write the lines anew that changed by a day that came since this was last done."""
        today = clock.today().isoformat()
        with self._unit(write=False) as connection:
            if search_index.day_of(connection) == today:
                return
        with self._unit(write=True) as connection, Session(connection) as session:
            last = search_index.day_of(connection) or today
            for indexer in self._trade.indexers:
                if indexer.dated is not None:
                    self._index_ids(session, sorted(indexer.dated(session, last, today)))
            search_index.set_day(connection, today)
        for one in self._trade.daily:
            with suppress(ConflictError):  # another desk is doing it at this moment
                self.run(one, last, today)

    def bring_up_to_date(self) -> None:
        """After a migration: every line of the directory, and what the schema brought with it."""
        self.rebuild_directory()
        self.furnish()

    def furnish(self) -> None:
        """Put in what an office of this schema begins with and this one does not have."""
        for one in self._trade.upkeep:
            self.run(one)

    # --- telling the screens ---

    def on_change(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Hear of every Step; the answer stops listening."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def _tell(self, step: history.Step, *, undoable: bool = True) -> Changes:
        return self._tell_changes(Changes(step.label, step.tables, step.ids, undoable=undoable))

    def _tell_changes(self, changes: Changes) -> Changes:
        for listener in tuple(self._listeners):
            listener(changes)
        return changes

    # --- other desks ---

    def hear(self, told: Callable[[Sequence[hearing.Heard]], object]) -> None:
        """Listen to other desks of a shared office; `told` is called in a thread of its own and
        hands on to `take_in`. A file cannot be listened to: `look_again` asks it.
        """
        if self.engine_name == "postgresql" and self._ear is None:
            with self._unit(write=False) as connection:
                seen = history.last(connection)
            self._ear = hearing.Ear(self.place.location, told, seen)

    def take_in(self, heard: Sequence[hearing.Heard]) -> None:
        """Tell the listeners what other desks did, as if it had been done here; undo stays ours."""
        with self._unit(write=False) as connection:
            found = self._others.changes(connection, heard)
        for changes in found:
            self._tell_changes(changes)

    def look_again(self) -> None:
        """Tell the listeners if another window or program wrote to the office file since."""
        if self.engine_name == "sqlite":
            with self._unit(write=False) as connection:
                found = self._others.changes_of_file(connection)
            for changes in found:
                self._tell_changes(changes)

    def _label(self, stack: list[UUID]) -> Sentence | None:
        if not stack:
            return None
        with self._unit(write=False) as connection:
            return history.label(connection, stack[-1])

    # --- connection ---

    @contextmanager
    def _unit(self, *, write: bool) -> Iterator[Connection]:
        """One transaction; errors of the database become sentences."""
        try:
            with self._engine.connect() as connection:
                connection = connection.execution_options(belfry_write=write)
                with connection.begin():
                    yield connection
        except StaleDataError as error:
            raise ConflictError(
                say(N_("Somebody else changed this in the meantime: look at it again, then save."))
            ) from error
        except DBAPIError as error:
            raise explain(error) from error
        except UnicodeEncodeError as error:
            raise CannotWriteError(say(UNKEEPABLE)) from error
        except SQLAlchemyError:
            logger.exception("unexpected database error")
            raise

    @property
    def encrypted(self) -> bool:
        """Whether the file is encrypted (a shared office answers False)."""
        return self.place.key is not None

    def backup(self, goal: Path) -> None:
        """Write a verified copy of the office file.

        Raises:
            CannotWriteError: the copy cannot be written, would take the place of the open office,
                or this is a shared office.
        """
        if self.engine_name != "sqlite":
            raise CannotWriteError(
                say(N_("A shared office is backed up where its database runs: ask its keeper."))
            )
        if goal.exists() and goal.samefile(self.place.location):
            raise CannotWriteError(
                say(N_("The copy needs another name than the office itself: choose one."))
            )
        copy_office(self._engine, self.place.key, goal)

    def close(self) -> None:
        """Close the office; the file is whole at every moment, also without this."""
        if self._ear is not None:
            self._ear.close()
            self._ear = None
        self._engine.dispose()
