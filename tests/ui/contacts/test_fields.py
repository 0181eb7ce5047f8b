"""The photo in the form, the line of heads."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QColor, QImage

from app.contacts.draft import PostingDraft
from app.contacts.queries import PostingRow
from app.contacts.rules.names import Name
from app.contacts.rules.places import Place
from ui.contacts.facts import neighbours
from ui.contacts.photo_field import SIDE, PhotoField, portrait_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def picture(path: Path, width: int = 2000, height: int = 1500) -> Path:
    """A picture with something written into it."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("darkgreen"))
    image.setText("Description", "taken in the secret garden")
    image.save(str(path))
    return path


def test_a_photo_is_kept_small_and_tells_nothing(
    tmp_path: Path, keep: Callable[[PhotoField], PhotoField]
) -> None:
    field = keep(PhotoField("photo", "Photo"))
    field.take_file(picture(tmp_path / "large.png"))
    kept = field.value()
    assert kept is not None
    assert kept.startswith(b"\xff\xd8")
    assert b"secret garden" not in kept
    image = QImage.fromData(kept)
    assert (image.width(), image.height()) == (SIDE, 450)


def test_a_small_jpeg_keeps_its_size(tmp_path: Path) -> None:
    kept = portrait_of(picture(tmp_path / "small.jpg", 300, 400))
    assert kept is not None
    assert QImage.fromData(kept).height() == 400


def test_what_is_no_picture_is_refused_in_words(
    tmp_path: Path, keep: Callable[[PhotoField], PhotoField]
) -> None:
    field = keep(PhotoField("photo", "Photo"))
    path = tmp_path / "letter.jpg"
    path.write_text("Dear Ambassador")
    field.take_file(path)
    assert field.value() is None
    assert "letter.jpg" in field.problem()


def _head(number: int, year: int, function: str = "ambassador") -> PostingRow:
    draft = PostingDraft(function, starts_on=dt.date(year, 1, 1))
    one = UUID(int=number)
    return PostingRow(one, one, draft, one, Name("N", str(number)), "", UUID(int=99), Place())


def test_predecessor_and_successor_are_the_nearest_heads() -> None:
    line = [_head(1, 2012), _head(2, 2016), _head(3, 2020), _head(4, 2024), _head(5, 2021, "staff")]
    before, after = neighbours(line[2], line)
    assert before is not None
    assert after is not None
    assert (before.id, after.id) == (UUID(int=2), UUID(int=4))
