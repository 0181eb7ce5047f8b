"""The sample's mail settings and one finished mailing: the invitations of the coming reception."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Protocol

from app.mailing.sending import mailing_draft
from app.mailing.settings import MailSettings, set_mail_settings
from app.mailing.writing import post_of
from app.receptions.commands import begin_mailing, note_invited, note_outcome, take_up
from app.receptions.queries import waiting
from app.receptions.rules import Status
from app.receptions.rules.messages import State

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.sample_office.rows import Calendar

_BRIEFED = "kanazawa"
_WEEKS, _WEEKDAY, _DAYS_BEFORE = 2, 1, 40
"""When it is held, and how long before the invitations went out: as the sample's story tells."""
_REFUSED = "550 5.1.1 no such mailbox here"
SETTINGS = MailSettings(
    sender="protocol@stad.example",
    server="smtp.stad.example",
    sender_name="Stad Gent, Protocol",
    signed_nl="Katelijne Vermanderlinck\nburgemeester",
    signed_fr="Katelijne Vermanderlinck\nbourgmestre",
    signed_en="Katelijne Vermanderlinck\nMayor",
)


class Builder(Protocol):
    """Who does what is planned on its day."""

    workspace: Workspace
    calendar: Calendar
    receptions: dict[str, UUID]

    def on(self, day: dt.date, act: Callable[..., object], *args: object) -> None:
        """Do something on a day."""


def plan_mailings(builder: Builder) -> None:
    """The settings when mail began to be sent; the invitations once the list stood."""
    builder.on(builder.calendar.day(12), builder.workspace.run, set_mail_settings, SETTINGS)
    held = builder.calendar.reception_day(_WEEKS, _WEEKDAY)
    builder.on(held - dt.timedelta(days=_DAYS_BEFORE), _invitations, builder)


def _invitations(builder: Builder) -> None:
    """Everybody who could be written to was, but one mailbox that is no more."""
    office = builder.workspace
    reception = builder.receptions[_BRIEFED]
    post = office.ask(post_of, reception, "invitation", "mail")
    chosen = [one for one in post.recipients if one.ready and one.status == Status.INVITED]
    if not chosen:
        return
    mailing = office.run(begin_mailing, reception, mailing_draft(post, chosen))
    for number, line in enumerate(office.ask(waiting, mailing)):
        office.run(take_up, line, "stad.example")
        if number == 0:
            office.run(note_outcome, line, State.FAILED, _REFUSED)
        else:
            office.run(note_outcome, line, State.SENT)
    office.run(note_invited, mailing)
