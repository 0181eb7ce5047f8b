"""The texts of messages: their fields, their dates, the office's and a reception's own."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from app.contacts.furnish import furnish
from app.contacts.rules.reference import rows
from app.core.errors import ConflictError, InvalidError
from app.core.text import Language
from app.receptions.commands import drop_own_message, keep_message, remove_reception
from app.receptions.draft import MessageDraft
from app.receptions.furnish import furnish_messages
from app.receptions.queries import message_rows, message_texts
from app.receptions.rules.languages import letter_language
from app.receptions.rules.messages import (
    FIELDS,
    WITHOUT_DATE,
    Event,
    Message,
    double_addresses,
    event_values,
    fields_in,
    fill,
    text_problems,
    time_words,
)
from tests.builders import make_reception

if TYPE_CHECKING:
    from app.core.workspace import Workspace

EVENING = dt.datetime(2026, 12, 1, 18, 30)  # noqa: DTZ001 - local time, as the model keeps it
BODY = "{opening}\n\nWelkom op {date}.\n\n{closing}"


def _draft(**changes: object) -> MessageDraft:
    usual = {"kind": "invitation", "language": "nl", "subject": "Welkom", "body": BODY}
    return MessageDraft(**{**usual, **changes})  # type: ignore[arg-type]  # fields by name


def test_every_kind_is_written_in_every_language_with_known_fields() -> None:
    texts = {(row["kind"], row["language"]): row for row in rows("messages")}
    assert set(texts) == {(str(kind), str(one)) for kind in Message for one in Language}
    for (kind, language), row in texts.items():
        draft = MessageDraft(kind, language, row["subject"], row["body"])
        assert draft.problems() == [], (kind, language)
        if kind not in WITHOUT_DATE:
            assert "date" in fields_in(row["body"]), (kind, language)
            assert "date" in fields_in(row["subject"]), (kind, language)
        assert row["body"].startswith("{opening}\n\n")
        assert row["body"].endswith("{closing}\n\n{signed_by}")


@pytest.mark.parametrize(
    ("body", "line", "field"),
    [("{opening}\nKom op {datum}.", 2, "{datum}"), ("{opening} {name }", 1, "{name }"),
     ("{opening}\n\nom {time", 3, "{date}"), ("{opening}\n}", 2, "{date}")],
)  # fmt: skip
def test_an_unknown_field_is_refused_with_its_place(body: str, line: int, field: str) -> None:
    problem = text_problems("body", body)[0]
    assert (problem.field, str(problem)) != ("", "")
    assert f"Line {line}:" in problem.to(Language.EN)
    assert field in problem.to(Language.EN)


def test_a_text_needs_an_opening_and_one_line_of_subject() -> None:
    assert [one.field for one in _draft(body="Kom.").problems()] == ["body"]
    assert [one.field for one in _draft(subject="  ").problems()] == ["subject"]
    assert [one.field for one in _draft(subject="a\nb").problems()] == ["subject"]
    assert [one.field for one in _draft(kind="poem", language="de").problems()] == [
        "kind",
        "language",
    ]


@pytest.mark.parametrize(
    ("language", "day", "time"),
    [(Language.NL, "dinsdag 1 december 2026", "18.30 uur"),
     (Language.FR, "mardi 1er décembre 2026", "18 h 30"),
     (Language.EN, "Tuesday, 1 December 2026", "6.30 pm")],
)  # fmt: skip
def test_days_stand_with_their_weekday_in_the_language_of_the_message(
    language: Language, day: str, time: str
) -> None:
    event = Event("Feest", EVENING, None, "Stadhuis", reply_by=EVENING.date())
    values = event_values(event, language)
    assert (values["date"], values["reply_by"], values["time"]) == (day, day, time)
    assert values["weekday"] in day
    assert (values["end_time"], values["dress"], values["old_date"]) == ("", "", "")
    assert set(values) <= set(FIELDS)


def test_full_hours_and_midnight() -> None:
    noon, midnight = EVENING.replace(hour=12, minute=0), EVENING.replace(hour=0, minute=5)
    assert [time_words(noon, one) for one in Language] == ["12 uur", "12 h", "12 pm"]
    assert [time_words(midnight, one) for one in Language] == ["0.05 uur", "0 h 05", "12.05 am"]
    assert time_words(None, Language.NL) == ""


def test_a_line_with_nothing_in_it_is_left_out() -> None:
    text = "{opening}\n\n{title}\n{place}\nKledij: {dress}\n\n{programme}\n\nTot dan, {name}."
    assert fill(text, {"opening": "Dag,", "title": "Feest", "name": ""}) == "Dag,\n\nFeest"
    full = fill(text, {"opening": "Dag,", "title": "{place}", "place": "x", "name": "Jan"})
    assert full == "Dag,\n\n{place}\nx\n\nTot dan, Jan."


def test_the_public_programme_is_a_line_for_each_part() -> None:
    lines = ((EVENING, "Onthaal", "Stadhuis"), (None, "Toespraak", "Troonzaal"))
    event = Event("Feest", EVENING, place="Stadhuis", programme=lines)
    told = event_values(event, Language.NL)["programme"]
    assert told == "18.30 uur: Onthaal\nToespraak (Troonzaal)"
    french = event_values(event, Language.FR)["programme"]
    assert french.startswith("18 h 30\N{NO-BREAK SPACE}: Onthaal")


def test_the_language_of_a_letter() -> None:
    usual = Language.NL
    assert letter_language("fr", ("en",), "GB", usual) == "fr"
    assert letter_language("", ("ja", "en"), "JP", usual) == "en"
    assert letter_language("", (), "MA", usual) == "fr"
    assert letter_language("", (), "GB", usual) == "en"
    assert letter_language("", (), "BE", usual) == "nl"
    assert letter_language("de", (), "CA", usual) == "nl"
    assert letter_language("", (), "", Language.EN) == "en"


def test_two_at_one_address_are_told() -> None:
    pairs = [("a@b.example", "Jan"), ("A@B.example", "Mia"), ("c@d.example", "Li"), ("", "X")]
    assert double_addresses(pairs) == {"a@b.example": ["Jan", "Mia"]}


def test_a_furnished_office_has_the_texts_and_keeps_its_own(office: Workspace) -> None:
    office.furnish()
    assert office.ask(message_rows) == []  # an office without reference data stays as it is
    office.run(furnish)
    assert office.run(furnish_messages) == len(Message) * len(Language)
    assert office.run(furnish_messages) == 0
    row = office.ask(message_texts)["invitation", "nl"]
    office.run(keep_message, row.revision, _draft())
    assert office.run(furnish_messages) == 0
    assert office.ask(message_texts)["invitation", "nl"].draft == _draft()
    assert [one.draft.kind for one in office.ask(message_rows)[::3]] == [
        str(one) for one in Message
    ]


def test_a_receptions_own_text_goes_before_the_offices(office: Workspace) -> None:
    office.run(furnish)
    office.furnish()
    reception, other = make_reception(office), make_reception(office)
    own = _draft(body="{opening}\n\nEnkel hier.", reception=reception)
    made = office.run(keep_message, None, own)
    texts = office.ask(message_texts, reception, "invitation")
    assert texts["invitation", "nl"].draft == own
    assert texts["invitation", "nl"].own
    assert not texts["invitation", "fr"].own
    assert not office.ask(message_texts, other)["invitation", "nl"].own
    with pytest.raises(ConflictError):
        office.run(keep_message, office.ask(message_texts)["invitation", "nl"].revision, own)
    office.run(drop_own_message, made)
    assert not office.ask(message_texts, reception)["invitation", "nl"].own
    office.undo()
    office.run(remove_reception, reception)
    office.undo()
    assert office.ask(message_texts, reception)["invitation", "nl"].draft == own


def test_a_bad_text_is_refused(workspace: Workspace) -> None:
    with pytest.raises(InvalidError, match="no field"):
        workspace.run(keep_message, None, _draft(body="{opening} {gast}"))
