"""Templates and own forms keep their days: what was printed before stays as it was."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from app.contacts import protocol
from app.contacts.commands import add_template, change_template, remove_template, set_override
from app.contacts.draft import TemplateDraft
from app.contacts.furnish import furnish, furnish_missing
from app.contacts.model import AddressForm
from app.contacts.queries import (
    TemplateSheet,
    address_templates,
    person_sheet,
    template_history,
    template_sheets,
)
from app.contacts.rules.reference import rows
from app.core.errors import InvalidError
from app.core.text import Language
from tests.builders import make_ambassador, make_person

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

OLD, CHANGE, NOW = dt.date(2025, 3, 1), dt.date(2026, 5, 1), dt.date(2026, 6, 1)


def _sheet(office: Workspace, **key: str) -> TemplateSheet:
    wanted = {"function": "ambassador", "language": "nl", "channel": "opening", "gender": "f",
              "company": "", **key}  # fmt: skip
    return next(
        one
        for one in office.ask(template_sheets, NOW)
        if all(getattr(one.draft, name) == value for name, value in wanted.items())
    )


def _opening(office: Workspace, person: UUID, day: dt.date) -> str:
    sheet = office.ask(person_sheet, person)
    templates = office.ask(address_templates)
    return protocol.forms(sheet, sheet.postings[0], Language.NL, templates, day)["opening"].text


def _changed(one: TemplateSheet, words: str, **changes: object) -> TemplateDraft:
    return replace(one.draft, **{"template": words, "valid_from": CHANGE, **changes})  # type: ignore[arg-type]  # fields by name


def test_a_change_holds_from_its_day_and_a_correction_for_always(office: Workspace) -> None:
    office.run(furnish)
    aoi = make_ambassador(office, "JP", gender="f")
    one = _sheet(office)
    office.run(change_template, one.id, one.revision, _changed(one, "Hooggeachte mevrouw,"))
    assert _opening(office, aoi, OLD) == "Mevrouw de ambassadeur,"
    assert _opening(office, aoi, CHANGE) == "Hooggeachte mevrouw,"
    now = _sheet(office)
    assert now.earlier == 1
    assert [row.draft.valid_from for row in office.ask(template_history, now.id)] == [
        CHANGE,
        dt.date.min,
    ]
    draft = _changed(one, "Mevrouw de Ambassadeur,", correction=True)
    first = office.ask(template_history, now.id)[1]
    office.run(change_template, first.id, first.revision, draft)
    assert _opening(office, aoi, OLD) == "Mevrouw de Ambassadeur,"
    assert _opening(office, aoi, NOW) == "Hooggeachte mevrouw,"
    office.undo()
    office.undo()
    assert _opening(office, aoi, NOW) == "Mevrouw de ambassadeur,"


def test_the_same_day_again_mends_in_place_and_an_earlier_day_is_refused(
    workspace: Workspace,
) -> None:
    workspace.run(furnish)
    one = _sheet(workspace)
    made = workspace.run(change_template, one.id, one.revision, _changed(one, "Eerst,"))
    assert workspace.run(change_template, one.id, None, _changed(one, "Dan,")) == made
    assert _sheet(workspace).draft.template == "Dan,"
    assert len(workspace.ask(template_history, made)) == 2
    early = _changed(one, "Te vroeg,", valid_from=OLD)
    with pytest.raises(InvalidError) as refused:
        workspace.run(change_template, made, None, early)
    assert refused.value.problems[0].field == "valid_from"


def test_what_will_hold_later_is_told(workspace: Workspace) -> None:
    workspace.run(furnish)
    one = _sheet(workspace)
    later = dt.date(2027, 1, 1)
    workspace.run(change_template, one.id, None, _changed(one, "Straks,", valid_from=later))
    now = _sheet(workspace)
    assert (now.draft.template, now.later_on) == ("Mevrouw de ambassadeur,", later)


def test_a_function_gets_words_of_its_own_and_loses_them_again(office: Workspace) -> None:
    office.run(furnish)
    draft = TemplateDraft(
        "Beste {given},", "afgesproken", function="staff", language="nl", channel="opening"
    )
    made = office.run(add_template, draft)
    assert _sheet(office, function="staff", gender="").draft.template == "Beste {given},"
    with pytest.raises(InvalidError):
        office.run(add_template, draft)
    office.run(remove_template, made)
    assert not any(one.draft.function == "staff" for one in office.ask(template_sheets, NOW))


def test_an_own_form_holds_from_its_day(office: Workspace) -> None:
    office.run(furnish)
    aoi = make_ambassador(office, "JP", gender="f")
    key = (aoi, "nl", "opening")
    office.run(set_override, *key, "Beste Aoi,")
    office.run(set_override, *key, "Waarde Aoi,", dt.date(2026, 4, 9), "", CHANGE)
    assert [_opening(office, aoi, day) for day in (OLD, CHANGE)] == ["Beste Aoi,", "Waarde Aoi,"]
    office.run(set_override, *key, "", None, "", NOW)
    assert _opening(office, aoi, NOW) == "Mevrouw de ambassadeur,"
    assert _opening(office, aoi, CHANGE) == "Waarde Aoi,"
    office.run(set_override, *key, "")
    assert office.ask(person_sheet, aoi).overrides == ()
    office.undo()
    assert len(office.ask(person_sheet, aoi).overrides) == 3


def test_an_own_form_tells_since_when_and_who_confirmed_it(workspace: Workspace) -> None:
    workspace.run(furnish)
    aoi = make_ambassador(workspace, "JP", gender="f")
    confirmed = dt.date(2024, 4, 9)
    workspace.run(set_override, aoi, "nl", "card", "H.E. Tanaka", confirmed, "", CHANGE)
    sheet = workspace.ask(person_sheet, aoi)
    made = protocol.forms(sheet, sheet.current, Language.NL, workspace.ask(address_templates), NOW)[
        "card"
    ]
    assert (made.text, made.verified, made.confirmed_on, made.valid_from) == (
        "H.E. Tanaka",
        True,
        confirmed,
        CHANGE,
    )


def test_a_wish_for_the_couple_leaves_the_person_alone(workspace: Workspace) -> None:
    workspace.run(furnish)
    aoi = make_ambassador(workspace, "JP", gender="f")
    jan = make_ambassador(workspace, "PE", family_name="Maes", gender="m")
    workspace.run(set_override, aoi, "nl", "opening", "Beste Aoi en Jan,", None, "couple")
    assert _opening(workspace, aoi, NOW) == "Mevrouw de ambassadeur,"
    sheet, other = (workspace.ask(person_sheet, one) for one in (aoi, jan))
    templates = workspace.ask(address_templates)
    company = protocol.Company(other, other.current)
    made = protocol.forms(sheet, sheet.current, Language.NL, templates, NOW, company)
    assert made["opening"].text == "Beste Aoi en Jan,"
    assert made["opening"].overridden


def _count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(AddressForm)) or 0


def test_what_somebody_wishes_alone_counts_in_the_couple(workspace: Workspace) -> None:
    workspace.run(furnish)
    aoi = make_ambassador(workspace, "JP", gender="f")
    jan = make_person(workspace, family_name="Maes", gender="m")
    workspace.run(set_override, aoi, "nl", "opening", "Hooggeachte mevrouw de ambassadeur,")
    templates = workspace.ask(address_templates)
    sheets = [workspace.ask(person_sheet, one) for one in (aoi, jan)]
    for one, other in (sheets, sheets[::-1]):
        company = protocol.Company(other, other.current)
        made = protocol.forms(one, one.current, Language.NL, templates, NOW, company)
        wanted = "Hooggeachte mevrouw de ambassadeur, geachte heer Maes,"
        assert made["opening"].text == wanted


def test_an_older_office_gets_the_forms_it_lacks_and_keeps_its_own(workspace: Workspace) -> None:
    workspace.run(furnish)
    all_of_them = workspace.ask(_count)
    assert all_of_them == len(rows("address_forms"))
    one = _sheet(workspace)
    workspace.run(change_template, one.id, None, _changed(one, "Onze eigen woorden,"))
    for lost in workspace.ask(template_sheets, NOW):
        if lost.draft.company or lost.draft.function == "counsellor":
            workspace.run(remove_template, lost.id)
    workspace.run(remove_template, one.id)
    missing = all_of_them - workspace.ask(_count)
    assert missing > 20
    for _again in range(2):
        workspace.run(furnish_missing)
        assert workspace.ask(_count) == all_of_them
    assert _sheet(workspace).draft.template == "Onze eigen woorden,"


def test_an_office_never_furnished_stays_as_it_is(office: Workspace) -> None:
    office.run(furnish_missing)
    assert office.ask(_count) == 0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"template": " "}, "template"),
        ({"template": "{nobody}"}, "template"),
        ({"template": "{partner}"}, "template"),
        ({"template": "{full"}, "template"),
        ({"verified": True, "source": ""}, "source"),
        ({"function": ""}, "function"),
    ],
)
def test_what_is_wrong_with_a_template_is_said(changes: dict[str, object], field: str) -> None:
    draft = TemplateDraft("{full}", "a book", function="mayor")
    assert draft.problems() == []
    wrong = replace(draft, **changes)  # type: ignore[arg-type]  # fields by name
    assert [one.field for one in wrong.problems()] == [field]
    assert replace(draft, template="{own} {partner}", company="couple").problems() == []
    assert replace(draft, template="Agréez, {opening},", channel="closing").problems() == []
