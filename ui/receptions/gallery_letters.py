"""Scenes of invitations and letters, over the sample office."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.mailing.settings import MailSettings
from app.mailing.writing import post_of
from app.receptions.queries import mailings
from ui.briefings.pages_view import PageView
from ui.core.language import current, tr
from ui.core.page import Desk
from ui.core.window_state import WindowState
from ui.gallery import scene
from ui.receptions.dossier import ReceptionPage
from ui.receptions.gallery import _sample, sample_copy, sample_window, tab_shown
from ui.receptions.letters_dialogs import PaperDialog, PaperEntry, SendDialog, SendWish
from ui.receptions.message_editor import MessageEditor, MessageEntry
from ui.settings.mail_settings import MailEntry, MailSettingsEditor

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.mailing.writing import Post

_MAIL = MailSettings(
    server="smtp.stad.example",
    user="protocol",
    sender="protocol@stad.example",
    sender_name="Stad Gent, Protocol",
    signed_nl="Katelijne Vermanderlinck\nburgemeester",
    signed_fr="Katelijne Vermanderlinck\nbourgmestre",
    signed_en="Katelijne Vermanderlinck\nMayor",
)


def _shown(kind: str, way: str, window: QWidget) -> bool:
    if not tab_shown("letters", window):
        return False
    page = window.findChild(ReceptionPage)
    if not isinstance(page, ReceptionPage):
        return False
    letters = page.letters
    if (letters._kinds.current(), letters._ways.current()) != (kind, way):  # noqa: SLF001 - a picture of this choice
        letters.choose(kind, way)
        return False
    return letters.model.rowCount() > 0 and bool(letters._pages.findChildren(PageView))  # noqa: SLF001 - as above


def _post(kind: str = "reminder") -> Post:
    workspace = sample_copy()
    try:
        return workspace.ask(post_of, _sample()[1], kind, "mail")
    finally:
        workspace.close()


for _name, _kind, _way, _width in (
    ("letters", "reminder", "mail", 1440),
    ("letters-again", "invitation", "mail", 1440),
    ("letters-post", "practical_information", "post", 1440),
    ("letters-small", "practical_information", "mail", 1100),
):
    scene(f"reception-{_name}", _width, 900 if _width > 1200 else 700,
          ready=partial(_shown, _kind, _way))(partial(sample_window, "receptions"))  # fmt: skip


@scene("letters-text", 760, 1000)
def text() -> QWidget:
    """The editor of a text, tried on a guest."""
    post = _post("invitation")
    spoken = current()
    row = post.round.texts[str(spoken)]
    reader = next(one for one in post.recipients if one.language == spoken)
    entry = MessageEntry(post, row.draft, reader.id)
    return MessageEditor(None, tr("Invitation"), entry)


@scene("letters-send", 560, 420)
def send() -> QWidget:
    """The last look before sending."""
    post = _post()
    going = tuple(one for one in post.recipients if one.ready)
    rest = tuple(one for one in post.recipients if not one.ready)
    return SendDialog(None, tr("Reminder to reply"), SendWish(going, rest, _MAIL, asks=True))


@scene("letters-paper", 460, 280)
def paper() -> QWidget:
    """What to put on paper."""
    return PaperDialog(None, tr("On paper"), PaperEntry())


@scene("letters-log", 940, 560, ready=lambda dialog: dialog.model.rowCount() > 0)  # type: ignore[attr-defined]  # a SendLog
def log() -> QWidget:
    """The send log of a mailing."""
    from pathlib import Path
    from tempfile import mkdtemp

    from ui.core.jobs import Jobs
    from ui.receptions.send_log import SendLog

    workspace = sample_copy()
    found = [one for record in _receptions() for one in workspace.ask(mailings, record)]
    workspace.close()
    jobs = Jobs(sample_copy)  # type: ignore[arg-type]  # a workspace
    desk = Desk(jobs, WindowState(Path(mkdtemp(prefix="belfry-gallery-")) / "window.json"))
    made = SendLog(None, desk, found[0], lambda: None)
    jobs.setParent(made)
    made.destroyed.connect(jobs.close)
    return made


def _receptions() -> list[UUID]:
    from app.receptions.queries import receptions

    workspace = sample_copy()
    try:
        return [row.id for row in workspace.ask(receptions)]
    finally:
        workspace.close()


@scene("mail-settings", 620, 620)
def mail() -> QWidget:
    """The mail settings."""
    return MailSettingsEditor(None, tr("Mail settings"), MailEntry(_MAIL))
