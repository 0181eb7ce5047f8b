"""The photo of a participant, and whether it may stand in the booklet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from app.contacts.queries import photo
from app.contacts.rules import names
from app.missions.commands import set_face
from app.missions.rules.booklet import PHOTO_ANSWERS, photo_label
from ui.contacts.photo_field import PhotoField
from ui.core.editor import Editor
from ui.core.fields import ChoiceField
from ui.core.form import Form
from ui.core.language import read, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.core.errors import Problem
    from app.missions.queries import ParticipantRow
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk


def consent_field() -> ChoiceField:
    """Whether the photo may be printed."""
    answers = [(one, read(photo_label(one))) for one in PHOTO_ANSWERS]
    return ChoiceField("photo_consent", tr("Photo in the booklet"), answers)


@dataclass(frozen=True, slots=True)
class FaceDraft:
    """A portrait (JPEG) or none, and the answer about it."""

    image: bytes | None = field(default=None, repr=False)
    photo_consent: str = ""

    def problems(self) -> list[Problem]:
        """The command looks at it."""
        return []


class FaceEditor(Editor[FaceDraft]):
    """A photo chosen from a file, and the consent."""

    def build(self) -> Form:
        """The form, empty."""
        return Form([PhotoField("image", tr("Photo")), consent_field()])

    def fill(self, draft: FaceDraft) -> None:
        """Show a draft."""
        self.form.set_values({"image": draft.image, "photo_consent": draft.photo_consent})

    def draft(self) -> FaceDraft:
        """What was chosen."""
        values = self.form.values()
        return FaceDraft(cast("bytes | None", values["image"]), str(values["photo_consent"]))


def edit_face(parent: QWidget, desk: Desk, one: ParticipantRow | None) -> None:
    """Ask for the photo of a participant, then show it with what they answered."""
    if one is None:
        return

    def save(draft: FaceDraft, done: Done, failed: Failed) -> None:
        desk.jobs.run(
            set_face, one.id, one.revision, draft.image, draft.photo_consent,
            then=done, failed=failed,
        )  # fmt: skip

    def show(image: bytes | None) -> None:
        draft = FaceDraft(image, one.draft.photo_consent)
        FaceEditor.edit(parent, names.full_name(one.name), draft, save=save)

    desk.jobs.ask(photo, one.person_id, then=show, owner=parent)
