"""The mail settings: kept in the office, what is unreadable in them does no harm."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.core.command import command
from app.core.errors import InvalidError
from app.core.kept import keep
from app.mailing.settings import MailSettings, Security, mail_settings, set_mail_settings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

FULL = MailSettings(
    "smtp.stad.example", 25, Security.NONE, "protocol", "protocol@stad.example", "Gent, protocol",
    "antwoord@stad.example", 12, "Roos Maes\nburgemeester", "Roos Maes\nbourgmestre", "Roos Maes",
)  # fmt: skip


def test_every_setting_is_kept(office: Workspace) -> None:
    assert office.ask(mail_settings) == MailSettings()
    office.run(set_mail_settings, FULL)
    assert office.ask(mail_settings) == FULL
    office.undo()
    assert office.ask(mail_settings) == MailSettings()


def test_who_signs_can_be_kept_without_a_server(workspace: Workspace) -> None:
    workspace.run(set_mail_settings, MailSettings(signed_nl="Roos Maes"))
    kept = workspace.ask(mail_settings)
    assert kept.signed_nl == "Roos Maes"
    assert not kept.ready


@pytest.mark.parametrize(
    ("field", "value"),
    [("server", ""), ("server", "https://smtp"), ("port", 0), ("security", "ssh"),
     ("sender", "protocol"), ("reply_to", "nobody@"), ("per_minute", 0), ("per_minute", 9999)],
)  # fmt: skip
def test_what_cannot_work_is_refused(workspace: Workspace, field: str, value: object) -> None:
    wrong = replace(FULL, **{field: value})  # type: ignore[arg-type]  # one field by its name
    assert [one.field for one in wrong.problems()] == [field]
    with pytest.raises(InvalidError):
        workspace.run(set_mail_settings, wrong)


@command("Wrote nonsense")
def _nonsense(session: Session) -> None:
    keep(session, "mail", {"port": "25", "server": 7, "sender": "a@b.example", "more": True})


def test_what_somebody_else_wrote_there_is_left_aside(workspace: Workspace) -> None:
    workspace.run(_nonsense)
    assert workspace.ask(mail_settings) == MailSettings(sender="a@b.example")
