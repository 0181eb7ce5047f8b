"""What comes in of a dossier: its facts and the lines of its programme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, say
from app.dossiers.rules.dossier import Origin, Stage

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

TITLE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class DossierDraft:
    """The facts every dossier has. Times are local to the place."""

    title: str = ""
    subtitle: str = ""
    starts_at: dt.datetime | None = None
    ends_at: dt.datetime | None = None
    place: str = ""
    origin: str = Origin.REACTIVE
    reason: str = ""
    requested_by: UUID | None = None
    host: str = ""
    host_part: str = ""
    objective: str = ""
    stage: str = Stage.IDEA
    points_to_raise: tuple[str, ...] = ()
    to_avoid: str = ""
    note: str = ""
    priorities: tuple[UUID, ...] = ()
    goals: tuple[int, ...] = ()

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        found = []
        if not self.title.strip():
            found.append(Problem("title", say(N_("Give it a title, so that others find it."))))
        if len(self.title) > TITLE_LIMIT:
            sentence = say(
                N_("This is longer than {limit} characters: shorten it."), limit=TITLE_LIMIT
            )
            found.append(Problem("title", sentence))
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            sentence = say(N_("The end lies before the beginning: check date and time."))
            found.append(Problem("ends_at", sentence))
        if self.ends_at and not self.starts_at:
            found.append(Problem("starts_at", say(N_("Fill in when it begins."))))
        if self.stage not in set(Stage) or self.origin not in set(Origin):
            found.append(Problem("stage", say(N_("Choose one from the list."))))
        if any(not 1 <= number <= 17 for number in self.goals):
            found.append(Problem("goals", say(N_("The goals are numbered 1 to 17."))))
        return found
