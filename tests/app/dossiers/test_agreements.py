"""Agreements: what was signed with whom, until when, and how it is found again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.core import search
from app.core.errors import ConflictError, InvalidError, NotFoundError
from app.core.text import Language
from app.dossiers.commands import add_agreement, change_agreement, hand_over, remove_agreement
from app.dossiers.draft import AgreementDraft
from app.dossiers.queries import agreement, agreements, agreements_ending, gifts_of
from app.dossiers.rules.agreements import AgreementKind, agreement_label, state_words
from tests.builders import make_document, make_gift, make_mission, make_organisation, make_reception

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace

NL = Language.NL
SIGNED, ENDS = dt.date(2026, 5, 13), dt.date(2029, 5, 12)


class Signed:
    """A memorandum signed on a mission with an embassy, with its scan."""

    def __init__(self, office: Workspace) -> None:
        self.mission = make_mission(office)
        self.partner = make_organisation(office, name="Port of Bergen")
        self.scan = make_document(office, name="memorandum.pdf")
        self.draft = AgreementDraft(
            "Green ammonia", AgreementKind.MEMORANDUM, SIGNED, ENDS, "For the city: A\nFor B: C",
            organisation=self.partner, dossier=self.mission, document=self.scan,
        )  # fmt: skip
        self.id: UUID = office.run(add_agreement, self.draft)


@pytest.fixture
def signed(office: Workspace) -> Signed:
    return Signed(office)


def test_an_agreement_is_kept_with_partner_dossier_and_scan(
    office: Workspace, signed: Signed
) -> None:
    row = office.ask(agreement, signed.id, NL)
    assert (row.draft, row.partner, row.document) == (
        signed.draft, "Port of Bergen", "memorandum.pdf",
    )  # fmt: skip
    assert row.dossier is not None
    assert (row.dossier.kind, row.dossier.id) == ("mission", signed.mission)
    assert office.ask(agreements, NL, dossier=signed.mission) == [row]
    assert office.ask(agreements, NL, organisation=signed.partner) == [row]
    assert office.ask(agreements, NL, dossier=make_reception(office)) == []


def test_it_is_changed_and_removed_and_both_come_back(office: Workspace, signed: Signed) -> None:
    row = office.ask(agreement, signed.id, NL)
    office.run(change_agreement, signed.id, row.revision, replace(row.draft, ends_on=None))
    with pytest.raises(ConflictError):
        office.run(change_agreement, signed.id, row.revision, row.draft)
    assert office.ask(agreement, signed.id, NL).draft.ends_on is None
    office.run(remove_agreement, signed.id)
    assert str(office.undo_label) == "Removed the agreement Green ammonia"
    with pytest.raises(NotFoundError):
        office.ask(agreement, signed.id, NL)
    office.undo()
    office.undo()
    assert office.ask(agreement, signed.id, NL).draft == signed.draft


def test_what_was_agreed_finds_the_mission_and_the_reception(
    office: Workspace, signed: Signed
) -> None:
    evening = make_reception(office)
    office.run(add_agreement, AgreementDraft("Tram charter", dossier=evening))
    found = [line.id for line in office.ask(search.find, "ammonia", ("mission",))]
    assert found == [signed.mission]
    assert [line.id for line in office.ask(search.find, "tram charter")] == [evening]
    office.undo()
    assert office.ask(search.find, "tram charter") == []
    office.run(remove_agreement, signed.id)
    assert office.ask(search.find, "ammonia", ("mission",)) == []


def test_those_that_end_soon_are_told(office: Workspace, signed: Signed) -> None:
    month = dt.timedelta(days=30)
    ending = office.ask(agreements_ending, ENDS - month, ENDS, NL)
    assert [one.id for one in ending] == [signed.id]
    assert office.ask(agreements_ending, ENDS - 2 * month, ENDS - month, NL) == []


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"title": " "}, "title"),
        ({"kind": "treaty"}, "kind"),
        ({"ends_on": dt.date(2026, 5, 12)}, "ends_on"),
        ({"organisation": None, "dossier": None}, "organisation"),
    ],
)
def test_what_is_wrong_is_said(workspace: Workspace, wrong: dict[str, object], where: str) -> None:
    draft = replace(Signed(workspace).draft, **wrong)  # type: ignore[arg-type]  # fields of the draft
    assert [one.field for one in draft.problems()] == [where]
    with pytest.raises(InvalidError):
        workspace.run(add_agreement, draft)


@pytest.mark.parametrize(
    ("signed_on", "ends_on", "words", "look"),
    [
        (None, None, "not signed yet", True),
        (dt.date(2027, 1, 1), None, "to be signed on", False),
        (SIGNED, None, "without an end", False),
        (SIGNED, dt.date(2026, 11, 1), "ended on", True),
        (SIGNED, dt.date(2027, 1, 10), "until", True),
        (SIGNED, ENDS, "until", False),
    ],
)
def test_how_it_stands_on_a_day(
    signed_on: dt.date | None, ends_on: dt.date | None, words: str, look: bool
) -> None:
    told, minded = state_words(signed_on, ends_on, dt.date(2026, 11, 25))
    assert told.to(Language.EN).startswith(words)
    assert minded is look


def test_kinds_have_words() -> None:
    assert agreement_label("sister_city").to(Language.EN) == "Sister-city charter"
    assert agreement_label("of another house").to(Language.EN) == "Other agreement"


def test_a_planned_gift_of_a_mission_is_given(office: Workspace) -> None:
    mission = make_mission(office)
    planned = make_gift(office, what="Bell", given_on=None, dossier=mission)
    make_gift(office, what="Print", direction="in", dossier=mission, giver="the port")
    rows = office.ask(gifts_of, mission, NL)
    assert (rows[0].draft.what, rows[0].draft.given_on) == ("Bell", None)
    assert {one.kind for row in rows for one in row.about} == {"mission"}
    office.run(hand_over, planned, SIGNED)
    assert [
        one.draft.given_on for one in office.ask(gifts_of, mission, NL) if one.id == planned
    ] == [SIGNED]
    office.undo()
    assert office.ask(gifts_of, mission, NL) == rows
