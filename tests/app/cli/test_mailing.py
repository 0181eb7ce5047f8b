"""`letters` and `send`: files for the post, mails for the server, a rehearsal before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.core.office import open_office as open_kept
from app.mailing import sending
from app.mailing.settings import set_mail_settings
from app.schema import TRADE
from tests.app.mailing.crowd import address, crowd_of
from tests.app.mailing.post_office import PASSWORD, PostOffice, open_office

if TYPE_CHECKING:
    from pathlib import Path

    from app.mailing.settings import MailSettings
    from tests.app.cli.console import Console


def _office(console: Console, count: int, settings: MailSettings | None = None) -> None:
    place = console.options[1]
    office = open_kept(place, TRADE)
    crowd_of(office, count)
    if settings is not None:
        office.run(set_mail_settings, settings)
    office.close()


TITLE = "Voorjaarsreceptie: “één” stad"


@pytest.mark.parametrize(
    ("form", "size", "name"),
    [("pdf", "", "invitation-pdf.pdf"), ("envelopes", "C5", "invitation-envelopes.pdf"),
     ("labels", "L7163", "invitation-labels.pdf")],
)  # fmt: skip
def test_letters_on_paper(
    console: Console, tmp_path: Path, form: str, size: str, name: str
) -> None:
    _office(console, 4)
    out = tmp_path / "new" / "folder"
    said = console.json("letters", TITLE, "--out", out, "--as", form, "--size", size)
    assert (said["letters"], said["left_out"], said["warnings"]) == (4, [], [])
    assert (out / name).read_bytes().startswith(b"%PDF-")
    assert said["files"] == [str(out / name)]


def test_letters_as_drafts(console: Console, tmp_path: Path) -> None:
    _office(console, 3)
    said = console.json("letters", TITLE, "--out", tmp_path / "drafts", "--as", "eml")
    assert len(said["files"]) == 3
    assert len(list((tmp_path / "drafts").glob("*.eml"))) == 3


def test_what_cannot_be_written_is_said(console: Console, tmp_path: Path) -> None:
    _office(console, 1)
    out = ("--out", tmp_path)
    assert "form" in console.refused("letters", TITLE, *out, "--as", "fax")
    assert "size" in console.refused("letters", TITLE, *out, "--as", "labels", "--size", "A4")
    assert "poem" in console.refused("letters", TITLE, *out, "--kind", "poem")
    assert "mail server" in console.refused("send", TITLE)


def test_a_rehearsal_sends_nothing(console: Console) -> None:
    post = PostOffice()
    with open_office(post) as settings:
        _office(console, 3, settings)
        said = console.json("send", TITLE, "--dry-run")
    assert [one["address"] for one in said["would_send"]] == [address(n) for n in range(3)]
    assert said["would_send"][0]["opening"] == "Mijnheer de ambassadeur,"
    assert not post.taken


@pytest.mark.filterwarnings("ignore:Requiring AUTH")
def test_sent_and_sent_on(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "_TRIES", 1)
    word = tmp_path / "password"
    word.write_text(PASSWORD + "\n", encoding="utf-8")
    post = PostOffice(cut_after=2)
    with open_office(post, asks=True) as settings:
        _office(console, 6, settings)
        options = ("send", TITLE, "--password-file", word)
        first = console.json(*options)
        assert (first["sent"], first["waiting"]) == (2, 4)
        post.refused.update(address(n) for n in range(6) if not post.to(address(n)))
        post.refused.remove(max(post.refused))
        second = console.json(*options, "--resume")
        assert (second["sent"], second["refused"], second["waiting"]) == (1, 3, 0)
        assert console.json(*options, "--resume") == {"sent": 0, "waiting": 0}
        again = console("send", TITLE, "--password-file", word)
    assert "3 refused" in again.out
    assert sorted(len(post.to(address(number))) for number in range(6)) == [0, 0, 0, 1, 1, 1]
