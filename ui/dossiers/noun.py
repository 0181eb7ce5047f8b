"""What the shared parts need to know of a noun: receptions and missions are dossiers alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.dossiers.commands import set_stage
from ui.core.language import read, tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

    from app.core.text import Sentence


@dataclass(frozen=True, slots=True)
class Noun:
    """A kind of dossier, with the words and pages that belong to it.

    `code` is its noun, the page of one, and what the catalogue of papers calls it; `listed` the
    page of all; `templates` that of its templates. The other texts are messages marked with `N_`.
    """

    code: str
    listed: str
    templates: str
    kinds: type[StrEnum]
    kind_label: Callable[[str], Sentence]
    title: str
    by_stage: str
    no_tasks: str
    no_templates: str
    staging: Callable[..., Any] = set_stage
    """The command that moves one to a stage."""

    def kind_choices(self) -> list[tuple[str, str]]:
        """Every kind with its words."""
        return [(str(one), read(self.kind_label(one))) for one in self.kinds]

    def kind_words(self, code: str) -> str:
        """The words of a kind; one for any kind is for any."""
        return read(self.kind_label(code)) if code in set(self.kinds) else tr("Any kind")
