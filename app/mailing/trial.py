"""The short message that tries the mail settings: from the sender to the sender."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from typing import TYPE_CHECKING

from app.core import clock

if TYPE_CHECKING:
    from app.mailing.settings import MailSettings


def trial_message(settings: MailSettings) -> bytes:
    """A mail of a few words; accents show whether they arrive whole."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = "Belfry: é è ç ë €"
    mail["From"] = settings.sender
    mail["To"] = settings.sender
    mail["Date"] = format_datetime(clock.now().astimezone())
    mail["Message-ID"] = make_msgid(domain=settings.sender.rpartition("@")[2] or "localhost")
    mail.set_content("Belfry\n\né è ç ë €\n", charset="utf-8", cte="quoted-printable")
    return mail.as_bytes()
