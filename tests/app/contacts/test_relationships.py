"""Who people are to each other: couples from both sides, assistants copied and never ranking."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.contacts import protocol
from app.contacts.commands import (
    add_relationship,
    change_relationship,
    remove_person,
    remove_relationship,
)
from app.contacts.draft import PersonDraft, RelationshipDraft
from app.contacts.furnish import furnish
from app.contacts.queries import (
    address_templates,
    copied_for,
    households,
    partner_of,
    person_sheet,
    relationships,
)
from app.core.errors import ConflictError, InvalidError, NotFoundError
from app.core.text import Language
from app.receptions.commands import invite
from app.receptions.queries import guests
from tests.builders import make_ambassador, make_person, make_posting, make_reception

if TYPE_CHECKING:
    from app.core.workspace import Workspace

DAY = dt.date(2026, 6, 1)


def test_a_spouse_is_one_from_both_sides_with_their_own_function(office: Workspace) -> None:
    aoi = make_ambassador(office, "JP", gender="f")
    jan = make_person(office, family_name="Maes", given_name="Jan", gender="m")
    make_posting(office, jan, function="professor")
    office.run(add_relationship, aoi, RelationshipDraft("spouse", "together"), jan)
    [seen] = office.ask(relationships, jan)
    assert seen.other_id == aoi
    assert not seen.from_the_other
    there = office.ask(partner_of, jan, DAY)
    back = office.ask(partner_of, aoi, DAY)
    assert there is not None
    assert back is not None
    assert (there.sheet.id, there.together, there.joint_envelope) == (aoi, True, False)
    assert there.posting is not None
    assert there.posting.draft.function == "ambassador"
    assert back.posting is not None
    assert back.posting.draft.function == "professor"
    assert office.ask(households, [aoi, jan], DAY) == {}


def test_who_shares_an_envelope_is_a_household(office: Workspace) -> None:
    aoi, jan = make_ambassador(office, "JP"), make_person(office, family_name="Maes")
    draft = RelationshipDraft("partner", joint_envelope=True, starts_on=dt.date(2024, 1, 1))
    office.run(add_relationship, aoi, draft, jan)
    assert {one: two.sheet.id for one, two in office.ask(households, [aoi, jan], DAY).items()} == {
        aoi: jan,
        jan: aoi,
    }
    assert office.ask(households, [aoi], dt.date(2023, 12, 31)) == {}


def test_a_partner_counts_on_the_days_they_were_one(office: Workspace) -> None:
    aoi = make_ambassador(office, "JP")
    first, second = (
        make_person(office, family_name="Before"),
        make_person(office, family_name="After"),
    )
    ended = RelationshipDraft("spouse", ends_on=dt.date(2024, 5, 31))
    office.run(add_relationship, aoi, ended, first)
    begun = RelationshipDraft("partner", starts_on=dt.date(2025, 2, 1))
    office.run(add_relationship, aoi, begun, second)
    found = [office.ask(partner_of, aoi, day) for day in
             (dt.date(2024, 5, 31), dt.date(2024, 12, 1), DAY)]  # fmt: skip
    assert [one.sheet.id if one else None for one in found] == [first, None, second]


def test_an_assistant_is_copied_and_never_ranks(office: Workspace) -> None:
    aoi = make_ambassador(office, "JP")
    new = PersonDraft("Verbruggen", "Anke", gender="f")
    copied = RelationshipDraft("assistant", copied=True)
    office.run(add_relationship, aoi, copied, None, new)
    driver = make_person(office, family_name="Lambrecht")
    office.run(add_relationship, aoi, RelationshipDraft("driver"), driver)
    [anke] = office.ask(copied_for, aoi)
    assert anke.name.family == "Verbruggen"
    assert anke.current is None
    [seen] = office.ask(relationships, anke.id)
    assert seen.from_the_other
    reception = make_reception(office)
    office.run(invite, reception, [anke.id, aoi])
    rows = office.ask(guests, reception, Language.EN)
    assert [row.person.id for row in rows] == [aoi, anke.id]
    assert rows[1].posting is None
    plain = make_person(office, family_name="Aerts")
    office.run(invite, reception, [plain])
    ordered = [row.person.id for row in office.ask(guests, reception, Language.EN)]
    assert ordered == [aoi, plain, anke.id], "working for an ambassador changed nothing"


def test_what_does_not_count_for_a_kind_is_not_kept(workspace: Workspace) -> None:
    aoi, jan = make_ambassador(workspace, "JP"), make_person(workspace, family_name="Maes")
    draft = RelationshipDraft("driver", "together", joint_envelope=True, copied=True)
    workspace.run(add_relationship, aoi, draft, jan)
    [row] = workspace.ask(relationships, aoi)
    assert (row.draft.invited, row.draft.joint_envelope, row.draft.copied) == ("", False, True)


def test_the_same_two_are_not_a_couple_twice(workspace: Workspace) -> None:
    aoi, jan = make_ambassador(workspace, "JP"), make_person(workspace, family_name="Maes")
    workspace.run(add_relationship, aoi, RelationshipDraft("spouse"), jan)
    with pytest.raises(InvalidError):
        workspace.run(add_relationship, jan, RelationshipDraft("partner"), aoi)
    with pytest.raises(InvalidError):
        workspace.run(add_relationship, aoi, RelationshipDraft("driver"), aoi)
    with pytest.raises(InvalidError):
        workspace.run(add_relationship, aoi, RelationshipDraft("driver"))
    apart = RelationshipDraft("spouse", "apart", joint_envelope=True)
    assert [one.field for one in apart.problems()] == ["joint_envelope"]


def test_a_relationship_is_changed_removed_and_taken_back(office: Workspace) -> None:
    aoi, jan = make_ambassador(office, "JP"), make_person(office, family_name="Maes")
    made = office.run(add_relationship, aoi, RelationshipDraft("spouse"), jan)
    [row] = office.ask(relationships, aoi)
    office.run(change_relationship, made, row.revision, RelationshipDraft("spouse", "apart"))
    with pytest.raises(ConflictError):
        office.run(change_relationship, made, row.revision, RelationshipDraft("partner"))
    office.run(remove_relationship, made)
    assert office.ask(relationships, aoi) == []
    office.undo()
    [back] = office.ask(relationships, jan)
    assert back.draft.invited == "apart"


def test_removing_a_person_takes_what_they_are_to_others(office: Workspace) -> None:
    aoi = make_ambassador(office, "JP")
    new = office.run(
        add_relationship, aoi, RelationshipDraft("assistant"), None, PersonDraft("Verbruggen")
    )
    assert new
    [row] = office.ask(relationships, aoi)
    office.run(remove_person, row.other_id)
    assert office.ask(relationships, aoi) == []
    office.undo()
    [back] = office.ask(relationships, aoi)
    assert back == row
    office.undo()
    with pytest.raises(NotFoundError):
        office.ask(person_sheet, row.other_id)


def test_either_of_a_couple_may_lead_the_form(workspace: Workspace) -> None:
    workspace.run(furnish)
    aoi = make_ambassador(workspace, "JP", gender="f")
    jan = make_person(workspace, family_name="Maes", given_name="Jan", gender="m")
    workspace.run(add_relationship, jan, RelationshipDraft("spouse"), aoi)
    templates = workspace.ask(address_templates)
    for one in (aoi, jan):
        sheet, partner = workspace.ask(person_sheet, one), workspace.ask(partner_of, one, DAY)
        assert partner is not None
        company = protocol.Company(partner.sheet, partner.posting)
        made = protocol.forms(sheet, sheet.current, Language.FR, templates, DAY, company)
        assert made["envelope"].text == "Son Excellence Madame l'Ambassadeur\net Monsieur Maes"
