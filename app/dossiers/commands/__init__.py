"""Every write to dossiers and to what an office remembers."""

from __future__ import annotations

from app.dossiers.commands.agreements import (
    add_agreement,
    change_agreement,
    remove_agreement,
)
from app.dossiers.commands.checklist import (
    add_special_day,
    change_special_day,
    remove_special_day,
    set_papers,
    set_partners,
    set_roles,
)
from app.dossiers.commands.documents import (
    add_documents,
    change_document,
    remove_document,
)
from app.dossiers.commands.dossier import (
    fill_dossier,
    set_stage,
)
from app.dossiers.commands.follow_up import (
    set_costs,
    set_evaluation,
    set_outcome,
)
from app.dossiers.commands.gifts import (
    add_gift,
    change_gift,
    hand_over,
    remove_gift,
)
from app.dossiers.commands.letters import (
    change_letter,
    remove_letter,
    write_letter,
    write_letters,
)
from app.dossiers.commands.moments import (
    change_moment,
    log_moment,
    remove_moment,
)
from app.dossiers.commands.printings import (
    forget_printings,
    hand_out,
)
from app.dossiers.commands.programme import (
    add_line,
    change_line,
    move_line,
    remove_line,
    set_programme,
    shift_lines,
)
from app.dossiers.commands.stock import (
    add_stock,
    change_stock,
    remove_stock,
)
from app.dossiers.commands.tasks import (
    add_task,
    add_tasks,
    change_task,
    remove_task,
    set_done,
)
from app.dossiers.commands.templates import (
    add_template,
    apply_template,
    change_template,
    copy_template,
    furnish_templates,
    keep_as_template,
    remove_template,
)

__all__ = [
    "add_agreement",
    "add_documents",
    "add_gift",
    "add_line",
    "add_special_day",
    "add_stock",
    "add_task",
    "add_tasks",
    "add_template",
    "apply_template",
    "change_agreement",
    "change_document",
    "change_gift",
    "change_letter",
    "change_line",
    "change_moment",
    "change_special_day",
    "change_stock",
    "change_task",
    "change_template",
    "copy_template",
    "fill_dossier",
    "forget_printings",
    "furnish_templates",
    "hand_out",
    "hand_over",
    "keep_as_template",
    "log_moment",
    "move_line",
    "remove_agreement",
    "remove_document",
    "remove_gift",
    "remove_letter",
    "remove_line",
    "remove_moment",
    "remove_special_day",
    "remove_stock",
    "remove_task",
    "remove_template",
    "set_costs",
    "set_done",
    "set_evaluation",
    "set_outcome",
    "set_papers",
    "set_partners",
    "set_programme",
    "set_roles",
    "set_stage",
    "shift_lines",
    "write_letter",
    "write_letters",
]
