"""Letters as files: the PDF, envelopes, labels, drafts with their appointment; read back."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
import vobject
from pypdfium2 import PdfDocument

from app.briefings.blocks import Figure, SheetName, Together
from app.briefings.envelopes import EnvelopeSize
from app.core import clock
from app.core.errors import CannotWriteError
from app.mailing.calendar import Appointment, calendar_file, in_utc, zone_of
from app.mailing.output import PaperWish, on_paper, write_drafts
from app.mailing.settings import set_mail_settings
from app.mailing.writing import Post, letter_of, mail_of, post_of, write
from app.receptions.rules.door import door_code
from tests.app.mailing.crowd import crowd_of
from tests.app.mailing.test_settings import FULL

if TYPE_CHECKING:
    from pathlib import Path

    from app.core.workspace import Workspace

WRITTEN = dt.datetime(2027, 3, 1, 9, tzinfo=dt.UTC)
RECEPTION = UUID("12345678123456781234567812345678")


@pytest.fixture
def post(workspace: Workspace) -> Post:
    """Six letters, in three languages."""
    reception, _people = crowd_of(workspace, 6)
    workspace.run(set_mail_settings, FULL)
    with clock.stopped_at(WRITTEN):
        return workspace.ask(post_of, reception, "invitation", "post")


def _pages(data: bytes) -> list[tuple[tuple[float, float], str]]:
    document = PdfDocument(data)
    try:
        return [
            (page.get_size(), page.get_textpage().get_text_range().replace("\r\n", "\n"))
            for page in document
        ]
    finally:
        document.close()


def test_each_letter_has_its_own_page_in_its_language(post: Post) -> None:
    printed = on_paper(post, post.recipients, PaperWish())
    pages = _pages(printed.data)
    assert (printed.pages, len(pages), printed.warnings) == (6, 6, ())
    for (size, text), to in zip(pages, post.recipients, strict=True):
        assert size == pytest.approx((595.28, 841.89), abs=0.5)
        assert to.opening in text
        assert "Kompasplein 1" in text
        assert "2027" in text
        assert "Roos Maes" in text
    dutch = next(text for (_, text), to in zip(pages, post.recipients, strict=True)
                 if to.language == "nl")  # fmt: skip
    assert "woensdag 21 april 2027" in dutch
    assert "Gent, 1 maart 2027" in dutch
    assert "Printed on" not in dutch


@pytest.mark.parametrize(("size", "wide", "high"), [("DL", 220, 110), ("C5", 229, 162)])
def test_an_envelope_for_each_of_its_size(post: Post, size: str, wide: float, high: float) -> None:
    wish = PaperWish("envelopes", envelope=EnvelopeSize(size))
    printed = on_paper(post, post.recipients, wish)
    pages = _pages(printed.data)
    assert len(pages) == 6
    for (points, text), to in zip(pages, post.recipients, strict=True):
        assert points == pytest.approx((wide / 25.4 * 72, high / 25.4 * 72), abs=0.5)
        assert to.sheet.name.family in text
        assert "1050 Brussel" in text


@pytest.mark.parametrize(("sheet", "start", "pages"), [("L7160", 1, 1), ("L7160", 18, 2),
                                                       ("L7163", 10, 2)])  # fmt: skip
def test_labels_begin_where_the_sheet_is_free(
    post: Post, sheet: str, start: int, pages: int
) -> None:
    wish = PaperWish("labels", sheet=SheetName(sheet), start=start)
    printed = on_paper(post, post.recipients, wish)
    assert printed.pages == pages
    text = "".join(words for _, words in _pages(printed.data))
    assert all(to.sheet.name.family in text for to in post.recipients)


def test_a_text_that_names_the_code_of_the_door_has_it_drawn(post: Post) -> None:
    to = post.recipients[0]
    own = replace(post.round.texts[str(to.language)].draft, body="{opening}\n\n{door_code}")
    written = write(post, to, own)
    assert written.code == door_code(post.round.reception, to.id)
    assert written.code in written.text
    ending = letter_of(post, written).blocks[-1]
    assert isinstance(ending, Together)
    figures = [one for one in ending.blocks if isinstance(one, Figure)]
    assert [one.alt for one in figures] == [written.code]
    assert write(post, to).code == ""


def test_nothing_is_printed_for_nobody(post: Post) -> None:
    with pytest.raises(CannotWriteError):
        on_paper(post, (), PaperWish())


def test_drafts_open_in_a_mail_program(post: Post, tmp_path: Path) -> None:
    files = write_drafts(post, post.recipients, tmp_path / "out" / "drafts")
    assert len(files) == 6
    for file, to in zip(files, post.recipients, strict=True):
        mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        assert mail["X-Unsent"] == "1"
        assert mail["To"].addresses[0].addr_spec == to.mail
        assert "Łindqvist" in mail["To"].addresses[0].display_name
        assert mail["From"].addresses[0].display_name == "Gent, protocol"
        assert mail["Reply-To"] == "antwoord@stad.example"
        assert mail["Message-ID"] is None
        assert "“één”" in mail["Subject"]
        assert file.read_bytes().isascii()
        names = [part.get_filename() for part in mail.iter_attachments()]
        assert names[1] == "invitation.ics"
        assert str(names[0]).endswith(".pdf")
        longest = max(len(line) for line in file.read_bytes().split(b"\r\n"))
        assert longest <= 998


def test_a_thank_you_letter_has_no_appointment_and_a_moved_date_counts_on(post: Post) -> None:
    to = post.recipients[0]
    thanks = replace(post, round=replace(post.round, kind="thank_you"))
    mail = email.message_from_bytes(
        mail_of(thanks, write(thanks, to), message_id="1@x"), policy=email.policy.default
    )
    assert [part.get_content_type() for part in mail.iter_attachments()] == ["application/pdf"]
    moved = replace(post, moves=2)
    mail = email.message_from_bytes(
        mail_of(moved, write(moved, to), message_id="2@x"), policy=email.policy.default
    )
    calendar = list(mail.iter_attachments())[1].get_content()
    assert "SEQUENCE:2\r\n" in calendar.replace("\n", "\r\n").replace("\r\r", "\r")


@pytest.mark.parametrize(
    ("at", "utc"),
    [(dt.datetime(2027, 1, 15, 18, 30), "20270115T173000Z"),  # noqa: DTZ001 - local
     (dt.datetime(2027, 7, 15, 18, 30), "20270715T163000Z"),  # noqa: DTZ001 - local
     (dt.datetime(2027, 3, 28, 12, 0), "20270328T100000Z"),  # noqa: DTZ001 - summer time began
     (dt.datetime(2027, 10, 31, 12, 0), "20271031T110000Z")],  # noqa: DTZ001 - and ended
)  # fmt: skip
def test_the_hour_is_right_in_summer_and_in_winter(at: dt.datetime, utc: str) -> None:
    words = calendar_file(Appointment(RECEPTION, "Feest", at), WRITTEN)
    assert f"DTSTART:{utc}\r\n" in words
    assert "VTIMEZONE" not in words
    assert "TZID" not in words


def test_a_calendar_file_keeps_the_standard() -> None:
    one = Appointment(
        RECEPTION,
        "Feest; “één”, twee\\drie " * 6,
        dt.datetime(2027, 4, 21, 18, 30),  # noqa: DTZ001 - local
        dt.datetime(2027, 4, 21, 21, 0),  # noqa: DTZ001 - local
        "田中" * 40,
        "Kledij: stadskledij\nGastheer",
        "protocol@stad.example",
        'Gent "protocol"',
        3,
    )
    words = calendar_file(one, WRITTEN)
    lines = words.split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    assert "\n" not in words.replace("\r\n", "")
    read = vobject.readOne(words).vevent
    assert read.summary.value == "Feest; “één”, twee\\drie " * 6
    assert read.location.value == "田中" * 40
    assert read.description.value == "Kledij: stadskledij\nGastheer"
    assert read.uid.value == f"{RECEPTION.hex}@localhost"
    assert read.dtend.value.astimezone(dt.UTC).hour == 19
    assert str(read.sequence.value) == "3"


def test_the_zone_of_a_country() -> None:
    assert (zone_of("BE"), zone_of("NL"), zone_of("US")) == (
        "Europe/Brussels", "Europe/Amsterdam", "Europe/Brussels"
    )  # fmt: skip
    noon = dt.datetime(2027, 1, 1, 12)  # noqa: DTZ001 - local
    assert in_utc(noon, "No/Where").hour == 11
