"""The date moves after the invitations went out: who is told, and once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.core.errors import BelfryError
from app.mailing.sending import mailing_draft
from app.mailing.settings import set_mail_settings
from app.mailing.writing import post_of
from app.receptions.commands import begin_mailing, change_reception
from app.receptions.queries import reception_sheet
from tests.app.mailing.crowd import DAY, crowd_of
from tests.app.mailing.post_office import PostOffice, open_office
from tests.app.mailing.runs import begin, send

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace


def test_the_date_moves_after_the_invitations(workspace: Workspace) -> None:
    """Those who were told the old date, and they alone, get the new one; once."""
    reception, people = crowd_of(workspace, 4)
    post = PostOffice()
    with open_office(post) as settings:
        workspace.run(set_mail_settings, settings)
        first = workspace.ask(post_of, reception, "invitation", "mail")
        some = [one for one in first.recipients if one.id in people[:3]]
        mailing = workspace.run(begin_mailing, reception, mailing_draft(first, some))
        send(workspace, mailing, settings)
        assert not workspace.ask(post_of, reception, "date_moved", "mail").recipients
        _move(workspace, reception, DAY + dt.timedelta(days=7))
        later = workspace.ask(post_of, reception, "date_moved", "mail")
        assert {one.id for one in later.recipients} == set(people[:3])
        assert later.moves == 1
        told = workspace.ask(post_of, reception, "invitation", "mail")
        assert any("another date" in str(one) for one in told.round.remarks)
        send(workspace, begin(workspace, reception, "date_moved"), settings)
        body = post.taken[-1][1].get_body(("plain",))
        assert body is not None
        assert "28" in body.get_content()
        assert "21" in body.get_content()
        assert not workspace.ask(post_of, reception, "date_moved", "mail").recipients
    calendars = [list(letter.iter_attachments())[1].get_content() for _, letter in post.taken]
    uids = {line for one in calendars for line in one.splitlines() if line.startswith("UID:")}
    assert len(uids) == 1
    assert "SEQUENCE:1" in calendars[-1]


def test_a_mailing_whose_date_moved_half_way_is_not_sent_on(workspace: Workspace) -> None:
    reception, _people = crowd_of(workspace, 2)
    post = PostOffice()
    with open_office(post) as settings:
        workspace.run(set_mail_settings, settings)
        mailing = begin(workspace, reception)
        _move(workspace, reception, DAY + dt.timedelta(days=7))
        with pytest.raises(BelfryError, match="date has changed"):
            send(workspace, mailing, settings)
    assert not post.taken


def _move(office: Workspace, reception: UUID, to: dt.datetime) -> None:
    sheet = office.ask(reception_sheet, reception)
    draft = replace(sheet.draft, dossier=replace(sheet.draft.dossier, starts_at=to))
    office.run(change_reception, reception, sheet.revision, draft)
