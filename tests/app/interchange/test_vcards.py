"""vCards of every version, whole and broken. All people are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.interchange.importing import plan
from app.interchange.reading import read_table

if TYPE_CHECKING:
    from pathlib import Path

    from app.contacts.draft import ContactDraft, PersonDraft


def drafts(folder: Path, text: str, codec: str = "utf-8") -> list[ContactDraft]:
    path = folder / "cards.txt"
    path.write_bytes(text.replace("\n", "\r\n").encode(codec))
    return list(plan(path).drafts())


def person(folder: Path, text: str, codec: str = "utf-8") -> PersonDraft:
    found = drafts(folder, text, codec)[0].person
    assert found is not None
    return found


CARD_3 = """BEGIN:VCARD
VERSION:3.0
N:van der Meulen;An;Maria;Dr.;
FN:Dr. An van der Meulen
ORG:Harbour Works;Quay
TITLE:Director
EMAIL;TYPE=work:an@example.org
EMAIL:second@example.org
TEL;TYPE=cell:+32 475 00 00 01
ADR;TYPE=work:;;Kaai 1\\, box 2;Gent;;9000;Belgium
BDAY:1970-02-03
NOTE:Likes tea\\nand rain
UID:card-1
END:VCARD
"""


def test_version_3(tmp_path: Path) -> None:
    draft = drafts(tmp_path, CARD_3)[0]
    assert draft.person is not None
    assert draft.organisation is not None
    assert draft.posting is not None
    one = draft.person
    assert (one.family_name, one.given_name) == ("van der Meulen", "An Maria")
    assert one.emails == ("an@example.org", "second@example.org")
    assert one.phones == ("+32 475 00 00 01",)
    assert (one.street, one.city, one.country) == ("Kaai 1, box 2", "Gent", "BE")
    assert str(one.birth_date) == "1970-02-03"
    assert one.note == "Likes tea\nand rain"
    assert draft.organisation.name == "Harbour Works"
    assert draft.posting.function == "director"


def test_version_2_in_quoted_printable(tmp_path: Path) -> None:
    text = (
        "BEGIN:VCARD\nVERSION:2.1\n"
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;Zo=C3=\n=AB\n"
        "TEL;CELL:+32 9 555 00 01\nEND:VCARD\n"
    )
    one = person(tmp_path, text)
    assert (one.family_name, one.given_name) == ("Lefèvre", "Zoë")


def test_version_4_with_addresses_as_uri(tmp_path: Path) -> None:
    text = (
        "BEGIN:VCARD\nVERSION:4.0\nFN:Bo Claes\nN:Claes;Bo;;;\n"
        "TEL;VALUE=uri:tel:+32-9-555-0001\nEMAIL:bo@example.org\nEND:VCARD\n"
    )
    one = person(tmp_path, text)
    assert one.phones == ("+32-9-555-0001",)


def test_a_card_in_an_older_encoding(tmp_path: Path) -> None:
    text = "BEGIN:VCARD\nVERSION:2.1\nN:Müller;Jürgen\nEND:VCARD\n"
    assert person(tmp_path, text, "cp1252").family_name == "Müller"


def test_broken_cards_are_kept_as_far_as_they_go(tmp_path: Path) -> None:
    text = (
        "BEGIN:VCARD\nVERSION:3.0\nN:Peeters;An\nthis is no property\n"
        "BEGIN:VCARD\nVERSION:3.0\nN:Claes;Bo\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nN:Dirks;Cis\n"
    )
    found = drafts(tmp_path, text)
    assert [one.person.family_name for one in found if one.person] == ["Peeters", "Claes", "Dirks"]
    assert [one.line for one in found] == [1, 5, 12]
    read = read_table(tmp_path / "cards.txt")
    list(read.rows)
    assert [problem.line for problem in read.problems] == [1, 9, 12]


def test_a_birthday_without_year_is_left_out(tmp_path: Path) -> None:
    text = "BEGIN:VCARD\nVERSION:4.0\nN:Claes;Bo;;;\nFN:Bo Claes\nBDAY:--0415\nEND:VCARD\n"
    assert person(tmp_path, text).birth_date is None
