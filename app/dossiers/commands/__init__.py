"""Every write to dossiers and to what an office remembers."""

from __future__ import annotations

from app.dossiers.commands.documents import (
    add_documents,
    change_document,
    remove_document,
)
from app.dossiers.commands.dossier import (
    fill_dossier,
    set_stage,
)
from app.dossiers.commands.follow_up import set_costs, set_evaluation, set_outcome
from app.dossiers.commands.letters import (
    change_letter,
    remove_letter,
    write_letter,
)
from app.dossiers.commands.moments import (
    change_moment,
    log_moment,
    remove_moment,
)
from app.dossiers.commands.programme import (
    add_line,
    change_line,
    move_line,
    remove_line,
    set_programme,
    shift_lines,
)
from app.dossiers.commands.tasks import (
    add_task,
    add_tasks,
    change_task,
    remove_task,
    set_done,
)

__all__ = [
    "add_documents",
    "add_line",
    "add_task",
    "add_tasks",
    "change_document",
    "change_letter",
    "change_line",
    "change_moment",
    "change_task",
    "fill_dossier",
    "log_moment",
    "move_line",
    "remove_document",
    "remove_letter",
    "remove_line",
    "remove_moment",
    "remove_task",
    "set_costs",
    "set_done",
    "set_evaluation",
    "set_outcome",
    "set_programme",
    "set_stage",
    "shift_lines",
    "write_letter",
]
