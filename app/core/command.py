"""Commands: the only way to write. Each is one commit, one Step, one undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar

from app.core.text import Sentence, Value, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sqlalchemy.orm import Session

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Changes:
    """What a Step touched: enough for a page to know whether it must look again.

    `by` names the other desk that made it, and is "" for what was done here.
    """

    label: Sentence
    tables: frozenset[str] = frozenset()
    ids: frozenset[UUID] = frozenset()
    by: str = ""
    undoable: bool = True


class Command(Generic[P, R]):
    """A function that writes, with the words that name it in history and undo."""

    def __init__(
        self,
        function: Callable[Concatenate[Session, P], R],
        label: str,
        plural: str,
        undoable: bool,  # noqa: FBT001 - passed on by `command`, where it is a keyword
    ) -> None:
        self.function = function
        self.label = label
        self.plural = plural
        self.undoable = undoable
        self.__doc__ = function.__doc__
        self.__name__ = function.__name__

    def __call__(self, session: Session, /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run inside a unit of work that is already open (commands may call commands)."""
        return self.function(session, *args, **kwargs)


def command(
    label: str, plural: str = "", *, undoable: bool = True
) -> Callable[[Callable[Concatenate[Session, P], R]], Command[P, R]]:
    """Declare a command. `label` may hold fields which the command fills with `naming`.

    What founds an office (its reference data) is logged but not undone.
    """

    def declare(function: Callable[Concatenate[Session, P], R]) -> Command[P, R]:
        return Command(function, label, plural, undoable)

    return declare


def naming(session: Session, **values: Value) -> None:
    """Fill the fields of the running command's label: `naming(session, name="Tanaka")`."""
    session.info.setdefault("naming", {}).update(values)


def label_of(running: Command[Any, Any], session: Session) -> Sentence:
    """The label as this run filled it."""
    values = session.info.get("naming", {})
    return say(running.label, running.plural, **values)


class Progress(Protocol):
    """Tells how far long work is."""

    def __call__(self, done: int, total: int, /) -> None:
        """Report `done` of `total` (0 where unknown).

        Raises:
            CancelledError: somebody wants the work to stop; nothing is changed.
        """
        ...


def unwatched(done: int, total: int, /) -> None:
    """A progress nobody watches."""
    del done, total
