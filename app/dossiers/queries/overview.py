"""What the overview of any dossier shows beside its facts, and what waits in many of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from sqlalchemy import select

from app.core import clock
from app.dossiers.model import Task
from app.dossiers.queries.templates import checklist, partners, roles
from app.dossiers.rules.stages import next_stage

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.text import Language, Sentence
    from app.dossiers.draft.templates import RoleDraft
    from app.dossiers.model import Dossier
    from app.dossiers.queries.memory import TaskRow
    from app.dossiers.queries.templates import PartnerRow
    from app.dossiers.rules import Stage

    Tell = Callable[[Stage, Sequence[dt.date | None]], Sequence[Sentence]]


@dataclass(frozen=True, slots=True)
class DossierOverview:
    """What stands on the overview beside the facts; `open` is what the next stage waits for."""

    id: UUID
    stage: str
    tasks: tuple[TaskRow, ...]
    roles: tuple[RoleDraft, ...]
    partners: tuple[PartnerRow, ...]
    papers: tuple[str, ...]
    following: Stage | None
    open: tuple[Sentence, ...]


def overview_of(
    session: Session, dossier: Dossier, language: Language, tell: Tell
) -> DossierOverview:
    """The checklist and all that belongs to a dossier.

    `tell(stage, dues)` says what is open before a stage, given the days of the open tasks.
    """
    tasks = checklist(session, dossier.id, language)
    dues = tuple(row.draft.due_on for row in tasks if row.done_on is None)
    following = next_stage(dossier.stage)
    return DossierOverview(
        dossier.id,
        dossier.stage,
        tuple(tasks),
        tuple(roles(session, dossier.id)),
        tuple(partners(session, dossier.id, language)),
        tuple(dossier.papers),
        following,
        tuple(tell(following, dues)) if following else (),
    )


@dataclass(frozen=True, slots=True)
class OpenTasks:
    """How many tasks of a dossier are open, and how many of them are late."""

    open: int = 0
    overdue: int = 0


def open_tasks_by_dossier(session: Session) -> dict[UUID, OpenTasks]:
    """The open tasks of every dossier that has any."""
    today = clock.today()
    query = select(Task.dossier_id, Task.due_on)
    query = query.where(Task.dossier_id.is_not(None), Task.done_on.is_(None))
    found: dict[UUID, OpenTasks] = {}
    for dossier_id, due_on in session.execute(query):
        if dossier_id is not None:
            was = found.get(dossier_id, OpenTasks())
            late = due_on is not None and due_on < today
            found[dossier_id] = OpenTasks(was.open + 1, was.overdue + late)
    return found


class _Staged(Protocol):
    """What a row of a board has."""

    @property
    def id(self) -> UUID:
        """The dossier."""

    @property
    def stage(self) -> str:
        """Its stage."""


Row = TypeVar("Row", bound=_Staged)


@dataclass(frozen=True, slots=True)
class BoardCard(Generic[Row]):
    """A dossier on the board, with its open tasks and how many of them are late."""

    of: Row
    tasks: int
    overdue: int

    @property
    def id(self) -> UUID:
        """The dossier."""
        return self.of.id

    @property
    def stage(self) -> str:
        """The column it stands in."""
        return self.of.stage


def cards(session: Session, rows: Iterable[Row]) -> list[BoardCard[Row]]:
    """Dossiers as cards, in the order given."""
    tasks = open_tasks_by_dossier(session)
    counted = [(one, tasks.get(one.id, OpenTasks())) for one in rows]
    return [BoardCard(one, count.open, count.overdue) for one, count in counted]
