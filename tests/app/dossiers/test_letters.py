"""Letters: the relation is with the post, the form of address is that of the day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.contacts.commands import (
    add_relationship,
    change_posting,
    change_template,
    remove_person,
    set_override,
)
from app.contacts.draft import PersonDraft, RelationshipDraft
from app.contacts.furnish import furnish
from app.contacts.queries import organisation_sheet, person_sheet, template_sheets
from app.core.errors import ConflictError, InUseError, InvalidError, NotFoundError
from app.core.text import Language
from app.dossiers.commands import change_letter, remove_letter, write_letter
from app.dossiers.draft import LetterDraft
from app.dossiers.queries import (
    letter_forms,
    letter_of,
    letter_sheet,
    letters_of_person,
    letters_of_post,
)
from tests.builders import make_organisation, make_person, make_posting

if TYPE_CHECKING:
    from uuid import UUID

    from app.core.workspace import Workspace

BEFORE, AFTER, NOW = dt.date(2025, 6, 2), dt.date(2026, 6, 1), dt.date(2026, 11, 25)


class Post:
    """The embassy of Japan: Ms Sato until summer 2025, then Mr Mori."""

    def __init__(self, office: Workspace) -> None:
        office.run(furnish)
        self.office = office
        self.id = make_organisation(office, street="Olmenlaan 14", postal_code="1050")
        self.sato = make_person(office, family_name="Sato", given_name="Yui", gender="f")
        self.mori = make_person(office, family_name="Mori", given_name="Ken", gender="m")
        make_posting(office, self.sato, self.id, starts_on=dt.date(2021, 9, 1))
        self.write(BEFORE, subject="Farewell")
        left = office.ask(person_sheet, self.sato).postings[0]
        ended = replace(left.draft, ends_on=dt.date(2025, 8, 31))
        office.run(change_posting, left.id, left.revision, ended, self.id)
        make_posting(office, self.mori, self.id, starts_on=dt.date(2025, 9, 1))

    def write(self, day: dt.date, **changes: object) -> UUID:
        """Write to the post."""
        usual = {"written_on": day, "language": "fr", "organisation_id": self.id}
        return self.office.run(write_letter, LetterDraft(**{**usual, **changes}))  # type: ignore[arg-type]  # fields by name


def test_a_letter_before_the_change_carries_the_predecessor(office: Workspace) -> None:
    post = Post(office)
    [old] = office.ask(letters_of_post, post.id)
    sheet = office.ask(letter_sheet, old.id)
    assert sheet.to.person is not None
    assert sheet.to.person.id == post.sato
    assert sheet.forms.envelope.text == "Son Excellence Madame Yui Sato\nAmbassadeur du Japon"
    assert sheet.forms.opening.text == "Madame l'Ambassadeur,"
    new = office.ask(letter_sheet, post.write(AFTER))
    assert new.forms.envelope.text == "Son Excellence Monsieur Ken Mori\nAmbassadeur du Japon"
    assert new.forms.opening.text == "Monsieur l'Ambassadeur,"


def test_the_new_head_sees_the_whole_history_of_the_post(office: Workspace) -> None:
    post = Post(office)
    to_her = office.run(
        write_letter, LetterDraft(dt.date(2024, 1, 8), "en", "New Year", person_id=post.sato)
    )
    to_him = post.write(AFTER, subject="Welcome")
    elsewhere = office.run(
        write_letter, LetterDraft(dt.date(2019, 1, 8), "en", "Long ago", person_id=post.sato)
    )
    subjects = ["Welcome", "Farewell", "New Year"]
    assert [row.draft.subject for row in office.ask(letters_of_post, post.id)] == subjects
    assert [row.draft.subject for row in office.ask(letters_of_person, post.mori)] == subjects
    hers = office.ask(letters_of_person, post.sato)
    assert [row.id for row in hers][1:] == [to_her, elsewhere]
    assert to_him not in [row.id for row in hers]
    line = office.ask(organisation_sheet, post.id).postings
    assert {row.person_id for row in line} == {post.sato, post.mori}


def test_a_template_changed_today_leaves_last_years_letter(office: Workspace) -> None:
    post = Post(office)
    [old] = office.ask(letters_of_post, post.id)
    new = post.write(NOW)
    for gender, words in (("f", "Excellence et chère Madame,"), ("m", "Excellence,")):
        one = next(
            sheet
            for sheet in office.ask(template_sheets, NOW)
            if (sheet.draft.function, sheet.draft.language, sheet.draft.channel)
            == ("ambassador", "fr", "opening")
            and sheet.draft.gender == gender
            and not sheet.draft.company
        )
        draft = replace(one.draft, template=words, valid_from=NOW)
        office.run(change_template, one.id, one.revision, draft)
    assert office.ask(letter_sheet, old.id).forms.opening.text == "Madame l'Ambassadeur,"
    assert office.ask(letter_sheet, new).forms.opening.text == "Excellence,"


def test_an_own_form_of_today_leaves_last_years_letter(workspace: Workspace) -> None:
    post = Post(workspace)
    [old] = workspace.ask(letters_of_post, post.id)
    workspace.run(set_override, post.sato, "fr", "opening", "Chère Yui,", None, "", AFTER)
    assert workspace.ask(letter_sheet, old.id).forms.opening.text == "Madame l'Ambassadeur,"
    late = workspace.run(write_letter, LetterDraft(NOW, "fr", person_id=post.sato))
    assert workspace.ask(letter_sheet, late).forms.opening.text == "Chère Yui,"


def test_who_left_is_written_to_without_the_function(workspace: Workspace) -> None:
    post = Post(workspace)
    late = workspace.run(write_letter, LetterDraft(NOW, "fr", person_id=post.sato))
    sheet = workspace.ask(letter_sheet, late)
    assert sheet.to.posting is None
    assert sheet.forms.envelope.text == "Madame Yui Sato"
    assert sheet.forms.opening.text == "Madame,"


def test_a_charge_gets_the_letters_of_a_vacant_post_and_nobody_gets_them_plainly(
    workspace: Workspace,
) -> None:
    workspace.run(furnish)
    post = make_organisation(workspace, country="PE")
    counsellor = make_person(workspace, family_name="Rojas", given_name="Ana", gender="f")
    make_posting(workspace, counsellor, post, function="counsellor", starts_on=None)
    plain = workspace.run(write_letter, LetterDraft(NOW, "nl", organisation_id=post))
    sheet = workspace.ask(letter_sheet, plain)
    assert sheet.to.person is None
    assert sheet.forms.opening.text == "Geachte heer, geachte mevrouw,"
    make_posting(workspace, counsellor, post, function="charge_ai", starts_on=AFTER)
    sheet = workspace.ask(letter_sheet, plain)
    assert sheet.forms.opening.text == "Mevrouw de zaakgelastigde,"


def test_the_head_of_a_city_is_its_mayor(workspace: Workspace) -> None:
    workspace.run(furnish)
    city = make_organisation(workspace, name="Stad Melle", kind="city", country="DE", city="Melle")
    mayor = make_person(workspace, family_name="Brandt", given_name="Jutta", gender="f")
    other = make_person(workspace, family_name="Klein", given_name="Uwe", gender="m")
    make_posting(workspace, other, city, function="deputy_mayor", starts_on=None)
    make_posting(workspace, mayor, city, function="mayor", starts_on=None)
    letter = LetterDraft(NOW, "nl", organisation_id=city)
    assert workspace.ask(letter_forms, letter).opening.text == "Mevrouw de burgemeester,"


def test_a_couple_is_addressed_together_where_they_were_one_on_that_day(
    office: Workspace,
) -> None:
    post = Post(office)
    married = RelationshipDraft("spouse", starts_on=dt.date(2025, 1, 1))
    fresh = PersonDraft("Maes", "Jan", gender="m")
    office.run(add_relationship, post.sato, married, None, fresh)
    wanted = LetterDraft(BEFORE, "fr", couple=True, person_id=post.sato)
    forms = office.ask(letter_forms, wanted)
    assert forms.opening.text == "Madame l'Ambassadeur, Monsieur,"
    assert "Madame l'Ambassadeur, Monsieur, les assurances" in forms.closing.text
    earlier = replace(wanted, written_on=dt.date(2024, 12, 31))
    assert office.ask(letter_forms, earlier).opening.text == "Madame l'Ambassadeur,"


def test_the_language_is_the_letters_then_the_one_asked_then_the_readers(
    workspace: Workspace,
) -> None:
    workspace.run(furnish)
    person = make_person(workspace, language="fr", gender="f")
    letter = workspace.run(write_letter, LetterDraft(NOW, person_id=person))
    assert workspace.ask(letter_sheet, letter).forms.language is Language.FR
    assert workspace.ask(letter_sheet, letter, Language.EN).forms.language is Language.EN
    row = workspace.ask(letter_sheet, letter)
    workspace.run(change_letter, letter, row.revision, replace(row.draft, language="nl"))
    assert workspace.ask(letter_sheet, letter, Language.EN).forms.language is Language.NL
    with pytest.raises(ConflictError):
        workspace.run(change_letter, letter, row.revision, row.draft)


def test_a_letter_is_removed_and_taken_back(office: Workspace) -> None:
    post = Post(office)
    [old] = office.ask(letters_of_post, post.id)
    assert office.ask(letter_of, old.id.hex[:12]) == old.id
    assert office.ask(letter_of, "nothing") is None
    office.run(remove_letter, old.id)
    with pytest.raises(NotFoundError):
        office.ask(letter_sheet, old.id)
    office.undo()
    assert office.ask(letters_of_post, post.id) == [old]


def test_a_letter_keeps_whom_it_was_written_to(workspace: Workspace) -> None:
    person = make_person(workspace)
    workspace.run(write_letter, LetterDraft(NOW, "nl", person_id=person))
    with pytest.raises(InUseError):
        workspace.run(remove_person, person)


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (LetterDraft(), ["written_on", ""]),
        (LetterDraft(NOW, "de"), ["language", ""]),
        (LetterDraft(NOW, "nl", "x" * 201), ["", "subject"]),
    ],
)
def test_what_is_wrong_with_a_letter_is_said(draft: LetterDraft, fields: list[str]) -> None:
    assert [one.field for one in draft.problems()] == fields


def test_a_letter_to_nobody_is_refused(workspace: Workspace) -> None:
    with pytest.raises(InvalidError):
        workspace.run(write_letter, LetterDraft(NOW, "nl"))
