"""Finding anything by any way of writing it, in the order of names, whatever is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.contacts.commands import (
    change_organisation,
    change_person,
    remove_organisation,
    remove_person,
)
from app.contacts.draft import ContactDraft
from app.core import check, search, search_index
from app.core.directory import (
    ROOM,
    SORTED,
    Entry,
    Line,
    View,
    name_position,
    places,
    spread,
)
from app.core.entity import new_id
from app.core.fold import fold, sort_key, words
from app.core.office import open_office
from app.interchange.adding import ADD, import_contacts
from app.schema import TRADE
from tests.app.core.dump import assert_directory_whole
from tests.builders import (
    make_ambassador,
    make_organisation,
    make_person,
    make_reception,
    organisation_draft,
    person_draft,
)
from tests.conftest import ENGINES, Location

if TYPE_CHECKING:
    from app.core.workspace import Workspace


def titles(office: Workspace, query: str, *kinds: str) -> list[str]:
    """What a search shows."""
    return [line.title for line in office.ask(search.find, query, kinds)]


# --- folding ---


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Jürgen", "jurgen"),
        ("Jürgen", "JURGEN"),
        ("Jürgen", "JÜRGEN"),
        ("Ju\u0308rgen", "Jürgen"),
        ("Łukasz", "lukasz"),
        ("Strauß", "STRAUSS"),
        ("Bjørn", "bjorn"),
        ("İnönü", "inonu"),
        ("أحمد", "احمد"),
        ("فاطمة", "فاطمه"),
        ("مُحَمَّد", "محمد"),
        ("مصطفى", "مصطفي"),
        ("Пётр", "петр"),
        ("ΟΔΥΣΣΕΎΣ", "οδυσσευς"),
        ("田中", "田"),
        ("田中", "中"),
        ("山田太郎", "太郎"),
        ("ﬁnch", "finch"),
        ("O’Neil", "o'neil"),
        ("O’Neil", "neil"),
        ("Anne-Marie", "anne marie"),
        ("de Smet", "smet"),
        ("㎒", "mhz"),
    ],
)
def test_a_name_is_found_however_it_is_written(office: Workspace, written: str, typed: str) -> None:
    make_person(office, family_name=written, given_name="")
    make_person(office, family_name="Somebody", given_name="Else")
    assert titles(office, typed) == [written]


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert words(words(name)) == words(name)


@given(st.text(max_size=12), st.text(max_size=12))
def test_positions_follow_the_order_of_keys(one: str, other: str) -> None:
    first, last = sorted((sort_key(one), sort_key(other)))
    assert name_position(first) <= name_position(last) < 2**63 - ROOM + 1


# --- what is found, in which order ---


def test_hits_come_in_name_order_names_before_other_words(office: Workspace) -> None:
    for family, note in (("Zeeman", ""), ("Abe", "knows Zeeman"), ("Mori", ""), ("Zeebroek", "")):
        make_person(office, family_name=family, given_name="", note=note)
    make_organisation(office, name="Zeehaven", kind="port")
    assert titles(office, "zee") == ["Zeebroek", "Zeehaven", "Zeeman", "Abe"]
    assert titles(office, "zee", "person") == ["Zeebroek", "Zeeman", "Abe"]
    assert titles(office, "zeem zee") == ["Zeeman", "Abe"]
    assert titles(office, "zee nobody") == []
    assert office.ask(search.count, "zee") == 4
    assert office.ask(search.count, "zee", ("organisation",)) == 1


def test_the_limit_keeps_the_first_by_name(office: Workspace) -> None:
    for number in (3, 1, 2):
        make_person(office, family_name=f"Zee{number}", given_name="")
    found = office.ask(search.find, "zee", (), 2)
    assert [line.title for line in found] == ["Zee1", "Zee2"]


def test_many_completions_of_a_long_prefix_are_all_found(office: Workspace) -> None:
    names = [f"Vander{letter}" for letter in "abcdefghijklmnop"]
    for name in reversed(names):
        make_person(office, family_name=name, given_name="")
    assert titles(office, "vander") == names
    assert titles(office, "vandera") == ["Vandera"]


def test_people_are_found_by_their_post_in_three_languages(office: Workspace) -> None:
    make_ambassador(office, "JP")
    for query in ("japan", "japon", "ambassade japan", "embassy of japan"):
        assert "Tanaka, Aoi" in titles(office, query), query


def test_a_reception_is_found_by_its_title_and_place(office: Workspace) -> None:
    make_reception(office, title="Spring reception", place="Stadhuis")
    assert titles(office, "stadh") == titles(office, "spring") == ["Spring reception"]


@pytest.mark.parametrize(
    "typed",
    [
        "+32 9 266 29 79",
        "+3292662979",
        "0032 9 266 29 79",
        "09 266 29 79",
        "092662979",
        "09/266.29.79",
        "(09) 266 29 79",
        "662979",
        "3292",
    ],
)
def test_a_phone_is_found_in_any_form(office: Workspace, typed: str) -> None:
    make_person(office, phones=("+32 9 266 29 79",))
    make_person(office, family_name="Mori", phones=("+32 2 555 11 22",))
    assert titles(office, typed) == ["Tanaka, Aoi"]


# --- whatever is typed ---

QUERIES = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            ["AND", "OR", "NOT", "NEAR(", '"', "'", "*", ":", "^", "-", "(", ")", "{", "}", "\0",
             "%", "_", "\\", ";", "|", "&", "!", "<->", ":*", "names:", "tanaka", "田",
             "\U0001f382",
             "\ud800", "é", "--", "/*", "?", ":x", "ﷺ", "٣٢٩٢٦٦", "+", "00", "0", "²", "\u0301"]
        ),
        max_size=8,
    ).map("".join),
)  # fmt: skip


@pytest.mark.parametrize("engine", ENGINES)
def test_search_never_raises(engine: str, location: Location) -> None:
    office_at = location(engine)
    office = open_office(next(office_at), TRADE)
    make_ambassador(office, "JP", note="&|! <-> 'quotes' \"double\"", phones=("+32 9 1234",))

    @settings(max_examples=150)
    @given(QUERIES)
    def search_for(query: str) -> None:
        found = office.ask(search.find, query)
        assert len(found) <= office.ask(search.count, query)
        view = View(text=query)
        assert len(office.ask(search.ordered_ids, view)) % 16 == 0
        office.ask(search.first_lines, view, "role")

    search_for()
    office.close()
    next(office_at, None)


@pytest.mark.parametrize("engine", ENGINES)
def test_any_name_can_be_kept_and_is_found_by_itself(engine: str, location: Location) -> None:
    office_at = location(engine)
    office = open_office(next(office_at), TRADE)

    @settings(max_examples=60)
    @given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20))
    def keep(name: str) -> None:
        person = make_person(office, family_name=name, given_name="Zzyzx")
        found = office.ask(search.find, f"{name} zzyzx")
        assert person in [line.id for line in found]
        office.run(remove_person, person)

    keep()
    assert_directory_whole(office)
    office.close()
    next(office_at, None)


# --- order under change ---


def test_deleting_and_renaming_keep_the_order(office: Workspace) -> None:
    people = {
        number: make_person(office, family_name=f"Name{number:02d}", given_name="")
        for number in (7, 3, 9, 1, 8, 2, 6, 4, 5)
    }
    office.run(remove_person, people[4])
    office.run(change_person, people[9], None, person_draft(family_name="Aaa", given_name=""))
    office.run(change_person, people[1], None, person_draft(family_name="Name75", given_name=""))
    wanted = ["Aaa", "Name02", "Name03", "Name05", "Name06", "Name07", "Name08", "Name75"]
    assert [line.title for line in office.ask(search.first_lines, View())] == wanted
    assert_directory_whole(office)


def _posts(office: Workspace, names: list[str]) -> None:
    drafts = [
        ContactDraft(None, organisation_draft(name=name), None, line=at)
        for at, name in enumerate(names, 1)
    ]
    office.run(import_contacts, drafts, "posts.csv", ADD)


def test_names_that_begin_alike_stay_in_order_as_they_come(office: Workspace) -> None:
    """The first import leaves room; what comes between finds its place, also without room."""
    _posts(office, [f"Ambassade van {number:04d}" for number in range(0, 3000, 10)])
    _posts(office, [f"Ambassade van {number:04d}" for number in range(5, 3000, 10)])
    for number in range(200, 180, -1):
        make_organisation(office, name=f"Ambassade van 1500 {number}")
    assert_directory_whole(office)
    found = [line.title for line in office.ask(search.find, "ambassade 1500", (), 30)]
    assert found == sorted(found)
    assert len(found) == 21


def test_thousands_of_equal_names_have_each_a_line(office: Workspace) -> None:
    for _batch in range(3):
        _posts(office, ["Consulaat"] * 1500)
    one = make_organisation(office, name="Consulaat")
    other = make_organisation(office, name="Consulaat A")
    assert_directory_whole(office)
    ids = office.ask(search.ordered_ids, View())
    assert len(ids) == 16 * 4502
    assert ids[-16:] == other.bytes
    office.run(change_organisation, one, None, organisation_draft(name="Aaa"))
    assert office.ask(search.ordered_ids, View())[:16] == one.bytes
    office.run(remove_organisation, one)
    assert office.ask(search.count, "consulaat") == search.COUNT_LIMIT


@given(st.lists(st.lists(st.integers(0, 400), min_size=1, max_size=30), max_size=25))
def test_places_are_between_their_neighbours(batches: list[list[int]]) -> None:
    base = 5 * ROOM
    present: list[tuple[int, str]] = []
    for batch in batches:
        keys = sorted(f"{number:03d}" for number in batch)
        found = places(base, keys, present)
        if found is None:
            merged = sorted([*(key for _docid, key in present), *keys])
            present = list(zip(spread(base, len(merged)), merged, strict=True))
        else:
            present = sorted([*present, *zip(found, keys, strict=True)])
        docids = [docid for docid, _key in present]
        assert len(set(docids)) == len(docids)
        assert all(base <= docid < base + ROOM for docid in docids)
        assert [key for _docid, key in present] == sorted(key for _docid, key in present)


def test_a_group_without_room_moves_up(office: Workspace) -> None:
    """A line stands beside another without room: the third still comes between them."""
    base = name_position(sort_key("Embassy", "Embassy"))
    with office._unit(write=True) as connection:
        for at, name in enumerate(("Embassy", "Embassz")):
            entry = Entry(Line(new_id(), "organisation", name), sort_key("Embassy", name), "e", "e")
            search_index._write(connection, [(base + at, *search_index._fields(entry))])
        between = Entry(
            Line(new_id(), "organisation", "m"), sort_key("Embassy", "Embassyb"), "e", "e"
        )
        search_index.put(connection, [between])
    shown = [line.title for line in office.ask(search.first_lines, View())]
    assert shown == ["Embassy", "m", "Embassz"]


# --- lists ---

SORTS = ("docid", *SORTED)


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("view", [View(), View(kinds=("person",))], ids=["all", "people"])
def test_first_lines_ids_and_lines_agree(office: Workspace, sort: str, view: View) -> None:
    for country, name in (("PT", "Silva"), ("JP", "Tanaka"), ("FR", "Aubin"), ("JP", "Abe")):
        make_ambassador(office, country, family_name=name)
    make_reception(office)
    ids = office.ask(search.ordered_ids, view, sort)
    parted = [UUID(bytes=ids[at : at + 16]) for at in range(0, len(ids), 16)]
    shown = office.ask(search.first_lines, view, sort)
    assert [line.id for line in shown] == parted
    assert office.ask(search.lines, parted) == shown
    assert len(shown) == (4 if view.kinds else 9)
    if sort != "docid":
        values = [getattr(line, sort) for line in shown]
        assert values == sorted(values)


def test_lines_that_are_gone_are_left_out(office: Workspace) -> None:
    person = make_person(office)
    gone = new_id()
    assert [line.id for line in office.ask(search.lines, [gone, person])] == [person]
    assert office.ask(search.lines, []) == []


def test_a_list_cannot_be_sorted_by_what_is_no_column(office: Workspace) -> None:
    with pytest.raises(ValueError, match="no such column"):
        office.ask(search.first_lines, View(), "id; DROP TABLE person")


@pytest.mark.parametrize("sort", SORTS)
def test_each_offered_sort_has_an_index(workspace: Workspace, sort: str) -> None:
    make_ambassador(workspace, "JP")
    plan = workspace.ask(search.plan, View(), sort)
    assert "TEMP B-TREE" not in plan, plan


@pytest.mark.parametrize("view", [View(text="jap"), View(text="jap", kinds=("person",))])
def test_a_search_reads_in_name_order(workspace: Workspace, view: View) -> None:
    plan = workspace.ask(search.plan, view, "docid")
    assert "TEMP B-TREE" not in plan, plan


def test_a_list_of_one_kind_reads_in_name_order(workspace: Workspace) -> None:
    plan = workspace.ask(search.plan, View(kinds=("person",)), "docid")
    assert "TEMP B-TREE" not in plan, plan


# --- built anew ---


def test_a_directory_built_anew_is_the_same(office: Workspace) -> None:
    make_ambassador(office, "JP")
    make_reception(office)
    before = office.ask(search.first_lines, View())
    office.rebuild_directory()
    assert office.ask(search.first_lines, View()) == before
    assert_directory_whole(office)


def test_check_notices_a_missing_line_and_rebuilding_mends_it(office: Workspace) -> None:
    make_person(office)
    with office._unit(write=True) as connection:
        search_index.clear(connection)
    found = check.findings(office)
    assert [str(one) for one in found]
    office.rebuild_directory()
    assert check.findings(office) == []


def test_short_references_name_their_records(office: Workspace) -> None:
    person = make_person(office)
    assert office.ask(search.ids_beginning, person.hex[:6]) == [person]
    assert [line.id for line in office.ask(search.titled, "Tanaka, Aoi")] == [person]
    assert office.ask(search.kind_counts) == {"person": 1}
