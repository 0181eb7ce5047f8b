"""Lists that are no lines of the directory: the gift register, the open tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.cli.common import answer_rows, context, opened
from app.dossiers.queries import open_tasks
from app.receptions.queries import gifts
from app.receptions.rules import direction_label, euros

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.dossiers.queries import TaskRow
    from app.receptions.queries import GiftRow


def list_gifts() -> int:
    """Print the gift register, the newest first."""
    with opened() as workspace:
        found = workspace.ask(gifts, context().language)
    answer_rows([_gift(one) for one in found])
    return 0


def _gift(one: GiftRow) -> dict[str, Any]:
    draft = one.draft
    way: Any = draft.direction if context().json else direction_label(draft.direction)
    return {
        "id": one.id.hex,
        "day": draft.given_on.isoformat() if draft.given_on else "",
        "direction": way if context().json else way.to(context().language),
        "what": draft.what,
        "party": one.party,
        "giver": draft.giver,
        "receiver": draft.receiver,
        "value": draft.value if context().json else euros(draft.value),
        "occasion": draft.occasion,
        "kept_at": draft.kept_at,
    }


def list_tasks() -> int:
    """Print the open tasks, the most urgent first."""
    with opened() as workspace:
        found = workspace.ask(open_tasks, context().language)
    answer_rows([_task(one) for one in found])
    return 0


def _task(one: TaskRow) -> dict[str, Any]:
    draft = one.draft
    return {
        "id": one.id.hex,
        "due": draft.due_on.isoformat() if draft.due_on else "",
        "title": draft.title,
        "owner": draft.owner,
        "about": ", ".join(named.name for named in one.about),
    }


MORE_LISTS: dict[str, Callable[[], int]] = {"gifts": list_gifts, "tasks": list_tasks}
"""By the word after `list`."""
