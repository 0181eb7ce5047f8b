"""Receptions, for the parts they share with other dossiers."""

from __future__ import annotations

from app.core.text import N_
from app.receptions.rules import Kind, kind_label
from ui.dossiers.noun import Noun

RECEPTION = Noun(
    "reception",
    "receptions",
    "templates",
    Kind,
    kind_label,
    N_("Receptions"),
    N_("Receptions by stage"),
    N_("Nothing to do. A template brings what such a reception usually needs."),
    N_("A template brings programme, checklist, roles and papers into a new reception."),
)
