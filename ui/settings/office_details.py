"""What the office says of itself on its paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.profile import Profile, profile, set_profile
from app.core.text import N_, Language, say
from ui.core.editor import Editor
from ui.core.fields import ChoiceField, TextField
from ui.core.form import Form
from ui.core.language import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.core.editor import Done, Failed
    from ui.core.page import Desk


@dataclass(frozen=True, slots=True)
class DetailsDraft:
    """The office's details as typed."""

    profile: Profile

    def problems(self) -> list[Problem]:
        """Paper needs a city and a service."""
        found = []
        if not self.profile.city:
            found.append(Problem("city", say(N_("Type the city as paper names it."))))
        if not self.profile.service:
            found.append(Problem("service", say(N_("Type the service as paper names it."))))
        return found


class OfficeDetails(Editor[DetailsDraft]):
    """`OfficeDetails.begin(window, desk)` reads, edits and keeps the details."""

    width_wanted = 480

    def build(self) -> Form:
        """The form, empty."""
        from ui.contacts.choices import country_choices

        named = {Language.NL: "Nederlands", Language.FR: "Français", Language.EN: "English"}
        return Form(
            [
                TextField("city", tr("City"), hint=tr("As paper names it: Stad Gent"), needed=True),
                TextField("service", tr("Service"), needed=True),
                ChoiceField(
                    "language",
                    tr("Usual language of paper"),
                    [(str(one), named[one]) for one in Language],
                ),
                ChoiceField("host_country", tr("Country of the office"), country_choices()),
            ]
        )

    def fill(self, draft: DetailsDraft) -> None:
        """Show the details."""
        names = ("city", "service", "language", "host_country")
        self.form.set_values({name: getattr(draft.profile, name) for name in names})

    def draft(self) -> DetailsDraft:
        """Make details of what was typed."""
        values = self.form.values()
        return DetailsDraft(
            Profile(
                str(values["city"]),
                str(values["service"]),
                Language(str(values["language"])),
                str(values["host_country"]),
            )
        )

    @classmethod
    def begin(cls, parent: QWidget, desk: Desk) -> None:
        """Read the details, then show them."""

        def save(made: DetailsDraft, done: Done, failed: Failed) -> None:
            desk.jobs.run(set_profile, made.profile, then=done, failed=failed, owner=parent)

        def told(kept: Profile) -> None:
            cls.edit(parent, tr("Office details"), DetailsDraft(kept), save=save)

        desk.jobs.ask(profile, then=told, owner=parent)
