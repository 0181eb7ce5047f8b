"""A mailing begun, sent and looked at, in as few words as a test needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mailing.courier import Courier
from app.mailing.sending import Run, mailing_draft, send_mailing
from app.mailing.writing import post_of
from app.receptions.commands import begin_mailing
from app.receptions.queries import sendings

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.mailing.settings import MailSettings


def begin(office: Workspace, reception: UUID, kind: str = "invitation") -> UUID:
    """A mailing to everybody nothing stands in the way of."""
    post = office.ask(post_of, reception, kind, "mail")
    chosen = [one for one in post.recipients if one.ready]
    return office.run(begin_mailing, reception, mailing_draft(post, chosen))


def send(
    office: Workspace,
    mailing: UUID,
    settings: MailSettings,
    password: str = "",
    patience: float = 5,
) -> Run:
    """Send what waits, without a pause."""
    courier = Courier(settings, password, timeout=patience)
    return send_mailing(office, mailing, courier, sleep=lambda _seconds: None)


def states(office: Workspace, mailing: UUID) -> dict[str, int]:
    """How many lines of the log are in which state."""
    found: dict[str, int] = {}
    for row in office.ask(sendings, mailing):
        found[row.state] = found.get(row.state, 0) + 1
    return found
