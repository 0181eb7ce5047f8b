"""The office's templates of receptions."""

from __future__ import annotations

from ui.dossiers.templates_page import TemplatesPage
from ui.receptions.noun import RECEPTION


class ReceptionTemplatesPage(TemplatesPage):
    """The page of templates, of receptions."""

    noun = RECEPTION
