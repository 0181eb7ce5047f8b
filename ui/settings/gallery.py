"""Scenes of the first start and of what belongs to an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core import secrets
from app.core.errors import KeyNeededError
from app.core.profile import Profile
from app.core.text import N_, say
from ui.core.language import tr
from ui.gallery import scene
from ui.settings.first_start import FirstStart
from ui.settings.making import Made
from ui.settings.office_details import DetailsDraft, OfficeDetails
from ui.settings.unlock import UnlockDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@scene("first-start", 1180, 760)
def first_start() -> QWidget:
    """The ways to begin."""
    return FirstStart()


@scene("first-start-create", 1180, 760)
def create() -> QWidget:
    """A new office where no keyring answers."""
    page = FirstStart()
    page.show_create()
    none = N_("No keyring answers on this machine: give the office a passphrase.")
    page.new_office.form["folder"].set_value("Documents")
    page.new_office.refuse(KeyNeededError(say(none)))
    return page


@scene("first-start-code", 1180, 760)
def code() -> QWidget:
    """The recovery code."""
    page = FirstStart()
    page._office_made(Made("Protocol office.belfry", secrets.recovery_code(bytes(range(32)))))  # noqa: SLF001 - a picture of this moment
    return page


@scene("unlock", 480, 300)
def unlock() -> QWidget:
    """Passphrase or code."""
    words = N_(
        "{name} is encrypted and its key is not on this machine: give the passphrase or the"
        " recovery code."
    )
    return UnlockDialog(None, KeyNeededError(say(words, name="Protocol office.belfry")))


@scene("office-details", 480, 440)
def details() -> QWidget:
    """The office's details."""
    return OfficeDetails(None, tr("Office details"), DetailsDraft(Profile()))
