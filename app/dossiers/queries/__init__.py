"""Reading dossiers and what an office remembers."""

from __future__ import annotations

from app.dossiers.queries.dossier import (
    DOSSIER_FIELDS,
    PROGRAMME_FIELDS,
    ProgrammeRow,
    dossier_draft,
    programme,
)
from app.dossiers.queries.memory import (
    DOCUMENT_FIELDS,
    MOMENT_FIELDS,
    TASK_FIELDS,
    DocumentRow,
    MomentSheet,
    Named,
    TaskRow,
    document_body,
    documents,
    moment_sheet,
    named,
    one_document,
    one_task,
    open_tasks,
    owners,
    people_of,
    task_row,
)

__all__ = [
    "DOCUMENT_FIELDS",
    "DOSSIER_FIELDS",
    "MOMENT_FIELDS",
    "PROGRAMME_FIELDS",
    "TASK_FIELDS",
    "DocumentRow",
    "MomentSheet",
    "Named",
    "ProgrammeRow",
    "TaskRow",
    "document_body",
    "documents",
    "dossier_draft",
    "moment_sheet",
    "named",
    "one_document",
    "one_task",
    "open_tasks",
    "owners",
    "people_of",
    "programme",
    "task_row",
]
