"""What was handed out: kept on every engine, compared without names, gone with its dossier."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.core import clock
from app.core.text import say
from app.dossiers.commands import hand_out
from app.dossiers.draft import PrintingDraft
from app.dossiers.model import Printing
from app.dossiers.queries import last_printings, printings_of
from app.dossiers.rules.printings import (
    as_lines,
    compared_with,
    difference,
    digest,
    key_of,
    kind_of,
    record_of,
    version_of,
)
from app.missions.commands import remove_mission
from app.receptions.commands import remove_reception
from tests.builders import make_mission, make_reception

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

ONE = ("person:a=1", "person:b=2")
TWO = ("person:b=3", "person:c=4")
NOON = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)


def test_lines_that_are_new_changed_and_gone_are_told_apart() -> None:
    found = difference(ONE, TWO)
    assert (found.new, found.changed, found.gone) == (("person:c",), ("person:b",), ("person:a",))
    assert len(found) == 3
    assert len(difference(ONE, tuple(reversed(ONE)))) == 0


@given(st.dictionaries(st.text("abc:", min_size=1), st.text("0123456789abcdef", min_size=1)))
def test_nothing_differs_from_itself(kept: dict[str, str]) -> None:
    lines = as_lines(kept)
    assert len(difference(lines, lines)) == 0
    assert len(difference((), lines)) == len(kept)


def test_a_version_counts_contents_not_copies() -> None:
    assert version_of((), ONE) == 1
    assert version_of((ONE,), ONE) == 1
    assert version_of((ONE, ONE), TWO) == 2
    assert version_of((ONE, TWO), ONE) == 3


def test_a_copy_is_marked_as_the_printing_it_copies() -> None:
    assert compared_with((), ONE) is None
    assert compared_with((ONE,), ONE) is None
    assert compared_with((ONE, TWO), TWO) == 0
    assert compared_with((ONE, TWO), ("person:b=9",)) == 1


def test_a_digest_keeps_no_words_and_differs_by_dossier() -> None:
    words: list[str | bytes] = ["Vermeulen", b"picture"]
    assert digest(words, b"one") == digest(words, b"one")
    assert digest(words, b"one") != digest(words, b"other")
    assert digest(["ab", "c"], b"one") != digest(["a", "bc"], b"one")
    key = key_of("person", "abc")
    assert (kind_of(key), record_of(key)) == ("person", "abc")


def _handed(office: Workspace, dossier: object, lines: tuple[str, ...], hour: int) -> None:
    with clock.stopped_at(NOON.replace(hour=hour)):
        draft = PrintingDraft("booklet", "nl", "external", lines)
        office.run(hand_out, dossier, draft, say("Booklet"))  # type: ignore[arg-type]  # an id


def test_printings_are_kept_in_their_order_and_undone(office: Workspace) -> None:
    mission = make_mission(office)
    _handed(office, mission, ONE, 9)
    _handed(office, mission, TWO, 10)
    rows = office.ask(printings_of, mission, "booklet", "nl", "external")
    assert [one.lines for one in rows] == [ONE, TWO]
    assert rows[0].printed_at == NOON.replace(hour=9)
    assert office.ask(printings_of, mission, "booklet", "fr", "external") == []
    assert [one.lines for one in office.ask(last_printings, [mission])] == [TWO]
    office.undo()
    assert [one.lines for one in office.ask(last_printings, [mission])] == [ONE]
    office.redo()
    assert [one.lines for one in office.ask(last_printings, [mission])] == [TWO]


def test_they_go_with_their_dossier_and_come_back_with_it(office: Workspace) -> None:
    mission, reception = make_mission(office), make_reception(office)
    _handed(office, mission, ONE, 9)
    _handed(office, reception, ONE, 9)
    office.run(remove_mission, mission)
    office.run(remove_reception, reception)
    assert office.ask(_count) == 0
    office.undo()
    office.undo()
    assert office.ask(_count) == 2


def _count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Printing)) or 0
