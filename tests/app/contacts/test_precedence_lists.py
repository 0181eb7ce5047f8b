"""The lists of precedence as the office's own data."""

from __future__ import annotations

import datetime as dt
import gzip
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from app.contacts.commands import (
    add_band,
    add_precedence_list,
    add_shipped_lists,
    change_band,
    change_precedence_list,
    choose_usual_list,
    move_band,
    remove_band,
    remove_precedence_list,
)
from app.contacts.draft import BandDraft, PrecedenceListDraft
from app.contacts.furnish import furnish
from app.contacts.queries import PrecedenceListRow, precedence_list, precedence_lists
from app.contacts.rules.precedence_lists import shipped, shipped_lists
from app.core.errors import InUseError, InvalidError, NotFoundError
from app.core.office import open_office
from app.core.text import Language
from app.receptions.commands import choose_precedence_list
from app.receptions.queries import reception_sheet
from app.schema import TRADE
from tests.app.core.dump import dump
from tests.builders import make_reception
from tests.migrations.make_offices import OFFICES

if TYPE_CHECKING:
    from pathlib import Path

    from app.core.workspace import Workspace


@pytest.fixture
def lists(office: Workspace) -> Workspace:
    """An office with the shipped lists."""
    office.run(add_shipped_lists)
    return office


def named(office: Workspace, part: str) -> PrecedenceListRow:
    """A list by a part of its name."""
    return next(row for row in office.ask(precedence_lists) if part in row.draft.name)


def labels(row: PrecedenceListRow) -> list[str]:
    """The bands in their order."""
    return [band.draft.label for band in row.bands]


def test_a_new_office_has_every_list_and_follows_the_usual_one(office: Workspace) -> None:
    office.run(furnish)
    rows = office.ask(precedence_lists)
    assert [row.draft.name for row in rows] == [one.name for one in shipped_lists()]
    assert [row.usual for row in rows] == [True, *[False] * (len(rows) - 1)]
    for row, one in zip(rows, shipped_lists(), strict=True):
        assert row.rules().bands == one.bands
        assert (row.draft.dated, row.draft.source) == (one.dated, one.source)
        assert [band.position for band in row.bands] == list(range(1, len(one.bands) + 1))
    assert office.ask(precedence_list).rules().bands == shipped().bands


def test_an_office_without_lists_follows_the_shipped_one(office: Workspace) -> None:
    assert office.ask(precedence_lists) == []
    assert office.ask(precedence_list).rules().bands == shipped().bands
    reception = make_reception(office)
    assert office.ask(reception_sheet, reception).precedence.usual


@pytest.mark.parametrize("furnished", [True, False])
def test_an_older_office_gets_the_lists_when_it_is_opened(tmp_path: Path, furnished: bool) -> None:
    packed = OFFICES / "2026_11_24_first_office.plain.belfry.gz"
    path = tmp_path / "old.belfry"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    if furnished:
        import sqlite3
        from uuid import uuid4

        with closing(sqlite3.connect(path)) as old:  # as the older program wrote it
            names = [row[1] for row in old.execute("PRAGMA table_info(country)")]
            values = dict.fromkeys(names, "") | {"code": "BE", "verified": 0}
            values |= {"id": uuid4().hex, "revision": uuid4().hex}
            marks = ", ".join("?" for _ in names)
            old.execute(f"INSERT INTO country VALUES ({marks})", [values[n] for n in names])  # noqa: S608 - our own names
            old.commit()
    with closing(open_office(str(path), TRADE)) as opened:
        assert len(opened.ask(precedence_lists)) == (len(shipped_lists()) if furnished else 0)
        assert opened.undo_label is None
        make_reception(opened)
        opened.undo()
    with closing(open_office(str(path), TRADE)) as again:
        assert len(again.ask(precedence_lists)) == (len(shipped_lists()) if furnished else 0)


def test_the_shipped_lists_come_back_by_name_only(lists: Workspace) -> None:
    gone = named(lists, "Wikipedia")
    lists.run(remove_precedence_list, gone.id)
    assert lists.run(add_shipped_lists) == 1
    assert labels(named(lists, "Wikipedia")) == labels(gone)
    assert lists.run(add_shipped_lists) == 0
    assert sum(row.usual for row in lists.ask(precedence_lists)) == 1


def test_a_copy_has_the_bands_and_goes_its_own_way(lists: Workspace) -> None:
    usual = lists.ask(precedence_list)
    draft = PrecedenceListDraft("Ours", dt.date(2026, 1, 8), "College", host_body="NL")
    made = lists.run(add_precedence_list, draft, usual.id)
    copy = lists.ask(precedence_list, made)
    assert (copy.draft, copy.usual, labels(copy)) == (draft, False, labels(usual))
    lists.run(remove_band, copy.bands[0].id)
    assert labels(lists.ask(precedence_list, made)) == labels(usual)[1:]
    assert labels(lists.ask(precedence_list)) == labels(usual)
    lists.undo()
    lists.undo()
    with pytest.raises(NotFoundError):
        lists.ask(precedence_list, made)


def test_a_band_moves_as_far_as_the_list_goes(lists: Workspace) -> None:
    first, second, *_more = lists.ask(precedence_list).bands
    before = labels(lists.ask(precedence_list))
    lists.run(move_band, second.id, -1)
    assert labels(lists.ask(precedence_list))[:2] == [second.draft.label, first.draft.label]
    lists.run(move_band, second.id, -5)
    lists.run(move_band, first.id, 99)
    assert labels(lists.ask(precedence_list))[-1] == first.draft.label
    rows = lists.ask(precedence_list).bands
    assert [row.position for row in rows] == list(range(1, len(rows) + 1))
    while labels(lists.ask(precedence_list)) != before:
        lists.undo()


def test_a_band_is_added_under_another_and_changed(lists: Workspace) -> None:
    usual = lists.ask(precedence_list)
    lists.run(remove_band, next(b.id for b in usual.bands if "mayor" in b.draft.functions))
    draft = BandDraft("Our mayor", ("mayor@BE",), numbered="1", verified=True, source="College")
    made = lists.run(add_band, usual.id, draft, usual.bands[0].id)
    [_first, band, *_rest] = lists.ask(precedence_list).bands
    assert (band.id, band.draft, band.position) == (made, draft, 2)
    lists.run(change_band, made, band.revision, BandDraft("Mayors", ("mayor",)))
    assert lists.ask(precedence_list).bands[1].draft.label == "Mayors"


def test_a_function_stands_once_in_a_list(lists: Workspace) -> None:
    usual = lists.ask(precedence_list)
    with pytest.raises(InvalidError, match="Mayor stands in “Mayor” already"):
        lists.run(add_band, usual.id, BandDraft("Again", ("mayor",)))
    lists.run(add_band, usual.id, BandDraft("Ours", ("mayor@BE",)))


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (BandDraft("", ("mayor",)), "Say who stands here."),
        (BandDraft("Nobody"), "at least one function"),
        (BandDraft("Who", ("no such",)), "from the list"),
        (BandDraft("Gap", (), gap=True, verified=True), "cannot be verified"),
    ],
)
def test_a_band_that_cannot_be_is_refused(
    workspace: Workspace, draft: BandDraft, words: str
) -> None:
    made = workspace.run(add_precedence_list, PrecedenceListDraft("Ours"))
    with pytest.raises(InvalidError, match=words):
        workspace.run(add_band, made, draft)
    assert BandDraft("Not read", gap=True, numbered="7–8").problems() == []


def test_the_usual_list_and_a_list_in_use_stay(lists: Workspace) -> None:
    usual, flemish = lists.ask(precedence_list), named(lists, "Flemish")
    with pytest.raises(InvalidError, match="choose another usual list first"):
        lists.run(remove_precedence_list, usual.id)
    reception = make_reception(lists)
    lists.run(choose_precedence_list, reception, flemish.id)
    sheet = lists.ask(reception_sheet, reception)
    assert sheet.draft.precedence_list == flemish.id
    assert str(sheet.precedence.told) == (
        "Flemish Government, advice of 12 October 2010"
        " (Vademecum Vlaamse Regering, advice of 12 Oct 2010; of 12 Oct 2010)"
    )
    with pytest.raises(InUseError):
        lists.run(remove_precedence_list, flemish.id)
    lists.run(choose_precedence_list, reception, None)
    lists.run(remove_precedence_list, flemish.id)


def test_exactly_one_list_is_the_usual_one(lists: Workspace) -> None:
    before = dump(lists)
    lists.run(choose_usual_list, named(lists, "Standaard").id)
    assert [row.draft.name for row in lists.ask(precedence_lists) if row.usual] == [
        "De Standaard, 4 February 2010"
    ]
    lists.undo()
    assert dump(lists) == before


def test_a_list_of_the_program_is_named_in_the_language_of_the_reader(lists: Workspace) -> None:
    usual = lists.ask(precedence_list)
    assert usual.name.to(Language.NL) != usual.name.to(Language.EN)
    lists.run(change_precedence_list, usual.id, usual.revision, PrecedenceListDraft("{Onze} lijst"))
    assert lists.ask(precedence_list).name.to(Language.FR) == "{Onze} lijst"
    assert str(lists.undo_label) == "Changed the list of precedence {Onze} lijst"
