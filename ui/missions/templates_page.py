"""The office's templates of missions."""

from __future__ import annotations

from ui.dossiers.templates_page import TemplatesPage
from ui.missions.noun import MISSION


class MissionTemplatesPage(TemplatesPage):
    """The page of templates, of missions."""

    noun = MISSION
