"""Templates: what comes with the program, what they bring, and what a dossier gives back to one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.core.errors import InvalidError
from app.core.profile import Profile, set_profile
from app.core.text import Language
from app.dossiers.commands import (
    add_special_day,
    add_task,
    add_template,
    apply_template,
    change_special_day,
    change_template,
    copy_template,
    furnish_templates,
    keep_as_template,
    remove_special_day,
    remove_template,
    set_papers,
    set_partners,
    set_programme,
    set_roles,
)
from app.dossiers.draft import (
    LineDraft,
    PartnerDraft,
    ProgrammeDraft,
    RoleDraft,
    SpecialDayDraft,
    TaskDraft,
    TemplateDraft,
)
from app.dossiers.queries import checklist, partners, roles, special_days, template, templates
from app.dossiers.rules.templates import Part, before_words, missing, shipped, timetable
from app.receptions.queries import reception_overview, reception_sheet
from app.receptions.rules import Kind
from app.schema import furnish_office
from tests.builders import make_organisation, make_reception

if TYPE_CHECKING:
    from app.core.workspace import Workspace

EVENING = dt.datetime(2027, 6, 11, 18, 0)  # noqa: DTZ001 - local time, as the model keeps it
LINES = (
    LineDraft(Part.ITEM, "Set up", minutes=30, public=False),
    LineDraft(Part.ITEM, "Welcome", minutes=10),
    LineDraft(Part.ITEM, "Toast", minutes=5),
    LineDraft(Part.TASK, "Book the hall", 14, owner="Facilities"),
    LineDraft(Part.TASK, "Thank", -3),
    LineDraft(Part.TASK, "Whenever"),
    LineDraft(Part.ROLE, "Usher"),
    LineDraft(Part.ROLE, "Usher"),
    LineDraft(Part.PAPER, "guest-list"),
)


def times(office: Workspace, reception: object) -> list[tuple[str, str]]:
    sheet = office.ask(reception_sheet, reception)  # type: ignore[arg-type]  # an id
    return [(one.draft.title, f"{one.draft.starts_at:%H:%M}") for one in sheet.programme]


@pytest.mark.parametrize("language", list(Language))
def test_every_template_that_comes_along_is_whole(language: Language) -> None:
    made = shipped(language)
    assert [one.kind for one in made] == [
        Kind.RECEPTION, Kind.COURTESY_CALL, Kind.CREDENTIALS_VISIT, Kind.WORKING_VISIT,
        Kind.NATIONAL_DAY, Kind.DINNER, Kind.GOLDEN_BOOK, Kind.DELEGATION,
    ]  # fmt: skip
    for one in made:
        parts = {line.part for line in one.lines}
        assert parts == set(Part)
        for line in one.lines:
            assert line.title
            assert (line.days_before is not None) == (line.part is Part.TASK)
            assert (line.minutes is not None) == (line.part is Part.ITEM)
            assert line.owner or line.part in (Part.ROLE, Part.PAPER)
        tasks = [line.title for line in one.lines if line.part is Part.TASK]
        assert len(tasks) == len(set(tasks))


def test_a_new_office_begins_with_them_in_its_own_language(office: Workspace) -> None:
    office.run(set_profile, Profile(language=Language.FR))
    furnish_office(office)
    names = [one.name for one in office.ask(templates)]
    assert "Dîner de gala" in names
    assert len(names) == 8


def test_an_office_that_removed_one_does_not_get_it_again(office: Workspace) -> None:
    office.run(furnish_templates)
    assert office.ask(templates) == [], "an office never furnished stays as it is"
    furnish_office(office)
    office.run(remove_template, office.ask(templates)[0].id)
    office.run(furnish_templates)
    assert len(office.ask(templates)) == 7


def test_a_template_is_changed_copied_removed_and_all_is_taken_back(office: Workspace) -> None:
    made = office.run(add_template, TemplateDraft("Evening", lines=LINES))
    kept = office.ask(template, made)
    assert kept.draft.lines == LINES
    office.run(change_template, made, kept.revision, TemplateDraft("Night", lines=LINES[:3][::-1]))
    assert [one.title for one in office.ask(template, made).draft.lines] == [
        "Toast", "Welcome", "Set up",
    ]  # fmt: skip
    twin = office.run(copy_template, made)
    assert [one.name for one in office.ask(templates)] == ["Night", "Night (kopie)"]
    office.run(remove_template, made)
    for _ in range(3):
        office.undo()
    assert office.ask(template, made).draft.lines == LINES
    assert [one.id for one in office.ask(templates)] == [made]
    assert twin != made


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (LineDraft(Part.TASK, " "), "title"),
        (LineDraft(Part.ITEM, "x", minutes=-1), "minutes"),
        (LineDraft("nothing", "x"), "kind"),
        (LineDraft(Part.ROLE, "x" * 201), "title"),
    ],
)
def test_a_line_says_what_is_wrong(office: Workspace, line: LineDraft, field: str) -> None:
    with pytest.raises(InvalidError) as refused:
        office.run(add_template, TemplateDraft("Evening", lines=(line,)))
    assert refused.value.problems[0].field == field


def test_a_template_fills_a_dossier_and_adds_only_what_is_missing(office: Workspace) -> None:
    made = office.run(add_template, TemplateDraft("Evening", lines=LINES))
    reception = make_reception(office, starts_at=EVENING)
    office.run(add_task, TaskDraft("Book the  HALL", dossier=reception))
    assert office.run(apply_template, reception, made) == 8
    assert times(office, reception) == [("Set up", "17:30"), ("Welcome", "18:00"),
                                        ("Toast", "18:10")]  # fmt: skip
    told = office.ask(reception_overview, reception, Language.EN)
    due = {one.draft.title: one.draft.due_on for one in told.tasks}
    assert due == {"Book the  HALL": None, "Thank": dt.date(2027, 6, 14), "Whenever": None}
    assert [one.role for one in told.roles] == ["Usher", "Usher"]
    assert told.papers == ("guest-list",)
    assert office.run(apply_template, reception, made) == 0


def test_a_dossier_becomes_a_template_with_relative_days(office: Workspace) -> None:
    reception = make_reception(office, starts_at=EVENING)
    office.run(add_task, TaskDraft("Phone", "Mia", dt.date(2027, 6, 1), dossier=reception))
    office.run(set_programme, reception, [ProgrammeDraft("Toast", EVENING, 5)])
    office.run(set_roles, reception, [RoleDraft("Driver", "Luc", "0470")])
    office.run(set_papers, reception, ["place-cards", "place-cards"])
    made = office.run(keep_as_template, reception, " Ours ", Kind.DINNER)
    kept = office.ask(template, made).draft
    assert (kept.name, kept.dossier_kind) == ("Ours", Kind.DINNER)
    assert [(one.kind, one.title, one.days_before) for one in kept.lines] == [
        (Part.ITEM, "Toast", None),
        (Part.TASK, "Phone", 10),
        (Part.ROLE, "Driver", None),
        (Part.PAPER, "place-cards", None),
    ]


def test_a_relative_task_follows_its_dossier_only(office: Workspace) -> None:
    reception = make_reception(office, starts_at=EVENING)
    office.run(add_task, TaskDraft("Print", dossier=reception, days_before=1))
    office.run(add_task, TaskDraft("Alone", due_on=dt.date(2027, 1, 1), days_before=9))
    [row] = office.ask(checklist, reception, Language.EN)
    assert row.draft.due_on == dt.date(2027, 6, 10)


def test_roles_and_partners_are_kept_as_given(office: Workspace) -> None:
    reception, port = make_reception(office), make_organisation(office, name="Port")
    office.run(set_roles, reception, [RoleDraft("Usher"), RoleDraft("Driver", "Luc")])
    office.run(set_roles, reception, [RoleDraft("Driver", "An", "0470")])
    assert office.ask(roles, reception) == [RoleDraft("Driver", "An", "0470")]
    office.run(set_partners, reception, [PartnerDraft(port, "Meet Japan")])
    office.run(set_partners, reception, [PartnerDraft(port, "Meet Korea")])
    [row] = office.ask(partners, reception, Language.EN)
    assert (row.of.name, row.draft.wish) == ("Port", "Meet Korea")
    office.run(set_partners, reception, [])
    assert office.ask(partners, reception, Language.EN) == []
    with pytest.raises(InvalidError):
        office.run(set_partners, reception, [PartnerDraft()])
    with pytest.raises(InvalidError):
        office.run(set_roles, reception, [RoleDraft(" ")])


def test_days_to_mind(office: Workspace) -> None:
    day, end = dt.date(2027, 3, 1), dt.date(2027, 3, 5)
    made = office.run(add_special_day, SpecialDayDraft(name_nl="Gemeenteraad", starts_on=day))
    [row] = office.ask(special_days)
    assert row.name(Language.FR) == "Gemeenteraad"
    office.run(
        change_special_day, made, row.revision,
        SpecialDayDraft(name_nl="Gemeenteraad", name_fr="Conseil", starts_on=day, ends_on=end),
    )  # fmt: skip
    assert [one.name(Language.FR) for one in office.ask(special_days, end, end)] == ["Conseil"]
    after = end + dt.timedelta(days=1)
    assert office.ask(special_days, after, after) == []
    office.run(remove_special_day, made)
    assert office.ask(special_days) == []
    office.undo()
    assert len(office.ask(special_days)) == 1
    for wrong in (SpecialDayDraft(starts_on=day), SpecialDayDraft(name_en="x"),
                  SpecialDayDraft(name_en="x", starts_on=end, ends_on=day)):  # fmt: skip
        with pytest.raises(InvalidError):
            office.run(add_special_day, wrong)


def test_what_is_wanted_twice_is_there_twice() -> None:
    assert missing(["Usher", "Usher", "Driver"], ["usher"]) == [1, 2]


def test_a_timetable_without_a_beginning_has_no_times() -> None:
    assert [begins for _, begins in timetable(LINES[:2], None)] == [None, None]


def test_relative_days_in_words() -> None:
    told = [before_words(one).to(Language.EN) for one in (14, 1, 0, -1, -3)]
    assert told == ["14 days before", "1 day before", "on the day", "1 day after", "3 days after"]
