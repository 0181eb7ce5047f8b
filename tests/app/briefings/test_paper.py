"""What is printed: every script, nothing lost, the same file twice."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image as Pillow

from app.briefings.blocks import (
    Callout,
    Column,
    Document,
    Fact,
    Facts,
    Figure,
    GroupRow,
    Heading,
    Image,
    PageBreak,
    Paragraph,
    PersonCard,
    Points,
    Role,
    Row,
    Rule,
    Run,
    Spacer,
    Table,
    TickBox,
    Together,
    bold,
    name,
)
from app.briefings.drawing import Circle, Drawing, Line, Path, Rect, Text
from app.briefings.paper import print_bytes, print_document
from app.core.errors import CancelledError, CannotWriteError
from app.core.text import Language
from tests.app.briefings.reading import pages_text, printed, text

if TYPE_CHECKING:
    from pathlib import Path as File

PLACES = ["金沢", "Gdańsk", "Бургас", "威海", "Ελλάδα", "Nguyễn", "Thị", "Ánh", "Tuyết"]


def picture(kind: str = "PNG", size: tuple[int, int] = (900, 1200), mode: str = "RGB") -> bytes:
    made = io.BytesIO()
    Pillow.new(mode, size, "navy").save(made, kind)
    return made.getvalue()


@pytest.mark.parametrize("word", PLACES)
def test_a_word_of_any_script_is_found_in_the_file(word: str) -> None:
    assert word in text(printed(Paragraph(f"Bezoek van {word} vandaag")).data)


@pytest.mark.parametrize("word", ["ไทย", "हिन्दी", "עברית", "المحمدية"])
def test_letters_of_shaped_scripts_are_all_in_the_file(word: str) -> None:
    made = printed(Paragraph(("Bezoek van ", name(word), " vandaag")))
    assert set(word) <= set(text(made.data))
    assert made.warnings == ()


def test_there_is_no_markup() -> None:
    typed = "<b>&\" O'Brien </b> &amp; {braces} %s"
    made = printed(Heading(typed), Paragraph(typed), Facts((Fact("x", typed),)))
    assert text(made.data).count(typed) == 3
    assert made.warnings == ()


def test_a_letter_that_no_font_has_is_named_with_the_person() -> None:
    made = printed(Paragraph((Run("Anna \U00013000", where="guest 17, Anna"), " komt")))
    (warning,) = map(str, made.warnings)
    assert "\U00013000" in warning
    assert "U+13000" in warning
    assert "EGYPTIAN HIEROGLYPH A001" in warning
    assert "guest 17, Anna" in warning
    assert "Anna" in text(made.data)


def test_the_same_document_gives_the_same_bytes() -> None:
    blocks = (Heading("Een"), Paragraph("Aoi 田中 المحمدية हिन्दी"), Points(("a", "b")))
    assert printed(*blocks).data == printed(*blocks).data


def test_only_embedded_subsets_and_no_helvetica() -> None:
    data = printed(Paragraph("Tekst 田中"), Paragraph(bold("vet"))).data
    assert b"Helvetica" not in data
    fonts = set(re.findall(rb"/BaseFont ?/(\S+?)[/\s]", data))
    assert len(fonts) == 4
    assert all(re.match(rb"[A-Z]{6}\+", font) for font in fonts)
    assert data.count(b"/FontFile2") == len(fonts)


def test_the_file_says_title_language_and_structure() -> None:
    data = printed(Heading("Kop"), Points(("een",)), author="M. V.").data
    assert b"nl-BE" in data
    assert b"/Marked true" in data
    for kind in (b"/S/H1", b"/S/H2", b"/S/L/", b"/S/LI", b"/S/LBody", b"/S/Document"):
        assert kind in data
    assert b"/Outlines" in data
    assert b"/PrintScaling" not in data


def test_header_footer_and_page_numbers_stand_on_each_page() -> None:
    made = printed(
        Paragraph("een"),
        PageBreak(),
        Paragraph("twee"),
        header=(bold("Stad Voorbeeld"), " · Protocol"),
        footer="Versie 7",
        confidentiality="INTERN",
        logo=picture(),
    )
    assert made.pages == 2
    for number, page in enumerate(pages_text(made.data), 1):
        assert "Stad Voorbeeld · Protocol" in page
        assert "INTERN" in page
        assert "Versie 7" in page
        assert str(number) in page
    assert re.search(r"1 \w+ 2", pages_text(made.data)[0])


def table(rows: int) -> Table:
    columns = (
        Column("Nr", fit=True, kind="number"),
        Column("Naam", share=2),
        Column("Bedrag", width=25, kind="number"),
        Column("Er", kind="tick"),
    )
    lines = tuple(Row((str(i), f"Gast {i}", "12,50", TickBox(i % 2 == 0))) for i in range(rows))
    return Table(columns, (GroupRow("Tafel 1"), *lines))


def test_a_table_repeats_its_header_on_each_page_and_loses_no_row() -> None:
    made = printed(table(120))
    pages = pages_text(made.data)
    assert len(pages) > 2
    assert all("Bedrag" in page for page in pages)
    found = [int(n) for n in re.findall(r"Gast (\d+)", "\n".join(pages))]
    assert found == list(range(120))


def test_a_word_wider_than_its_column_is_broken_and_told() -> None:
    long = "Donaudampfschifffahrtsgesellschaft" * 4
    columns = (Column("Naam", width=30), Column("Rest"))
    made = printed(Table(columns, (Row((long, ""), where="guest 3"),)))
    (warning,) = map(str, made.warnings)
    assert "guest 3" in warning
    assert re.sub(r"\s", "", text(made.data)).count(long) == 1


def test_a_row_longer_than_a_page_goes_on_overleaf() -> None:
    made = printed(Table((Column("Nota"),), (Row(("woord " * 3000,)),)))
    assert made.pages > 2
    assert text(made.data).count("woord") == 3000


def test_an_empty_table_says_so() -> None:
    assert "Nog niemand" in text(printed(Table((Column("Naam"),), (), empty="Nog niemand")).data)


def test_a_heading_is_never_last_on_a_page() -> None:
    filling = tuple(Paragraph(f"regel {i}") for i in range(33))
    for extra in range(4):
        lines = (Paragraph("meer"),) * extra
        pages = pages_text(printed(*filling, *lines, Heading("Kop"), Paragraph("lijf")).data)
        (page,) = (page for page in pages if "Kop" in page)
        assert "lijf" in page


def test_people_with_pictures_or_initials() -> None:
    people = (
        PersonCard("Aoi Tanaka", "Ambassadeur", photo=picture("JPEG", (3000, 4000))),
        PersonCard("Bo Claes", "Consul", ("Nota " * 60,), (Fact("Laatst", "nooit"),), "BC"),
        PersonCard("Cees", photo=b"geen beeld", where="Cees van Elders"),
        PersonCard("Lang", lines=("verhaal " * 2000,)),
    )
    made = printed(*people)
    assert "BC" in text(made.data)
    assert text(made.data).count("verhaal") == 2000
    assert ["Cees van Elders" in str(w) for w in made.warnings] == [True]
    width = re.search(rb"/Width (\d+)", made.data)
    assert width
    assert int(width[1]) == 258


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "L"), ("JPEG", "CMYK")]
)
def test_pictures_of_any_make(kind: str, mode: str) -> None:
    made = printed(Image(picture(kind, (40, 30), mode), "Vlag", 40, "Bijschrift"))
    assert made.warnings == ()
    assert "Bijschrift" in text(made.data)


def test_a_drawing_says_its_words_and_its_meaning() -> None:
    shapes = (
        Rect(0, 0, 100, 50, fill=Role.ACCENT_SOFT, radius=4),
        Line(0, 0, 100, 50, dash=(2, 2)),
        Circle(20, 20, 10, stroke=Role.INK),
        Path((("M", 0, 0), ("C", 1, 1, 2, 2, 3, 3), ("Z",)), fill=Role.SERIES_1, opacity=0.5),
        Text(50, 25, "tafel 田中", anchor="middle", width=40),
        Text(50, 40, "een veel te lang woord", width=30),
        Text(90, 40, "schuin", turn=-90),
    )
    made = printed(Figure(Drawing(1000, 50, shapes), "Een tafel", "Bijschrift"))
    assert "tafel 田中" in text(made.data)
    assert "…" in text(made.data)
    assert "Een tafel".encode("utf-16-be").hex().encode() in made.data


def test_every_other_block_prints() -> None:
    made = printed(
        Callout("niet", title="Liever"),
        Callout("lang " * 600, "wrong"),
        Points(("los", "a\nb"), numbered=False),
        Spacer(20),
        Rule(),
        Together((Heading("Samen", 2), Paragraph("blijven", "note", "end"))),
        Paragraph(""),
        Facts(()),
        subtitle="Onder",
        landscape=True,
    )
    found = text(made.data)
    assert "Liever — niet" in found
    assert found.count("lang") == 600


def test_an_empty_document_is_one_page() -> None:
    assert printed().pages == 1


def test_printing_can_be_stopped_between_pages(tmp_path: File) -> None:
    asked: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        asked.append((done, total))
        return done < 2

    path = tmp_path / "brief.pdf"
    path.write_bytes(b"older")
    long = Document("Lang", Language.EN, (Paragraph("a"), PageBreak()) * 5 + (Paragraph("z"),))
    with pytest.raises(CancelledError):
        print_document(long, path, progress=progress)
    assert asked[-1] == (2, 6)
    assert path.read_bytes() == b"older"


def test_a_refused_write_leaves_the_older_file(
    tmp_path: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"older")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotWriteError, match="No space left"):
        print_document(Document("x", Language.EN, ()), path)
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: File) -> None:
    with pytest.raises(CannotWriteError, match=r"brief\.pdf"):
        print_document(Document("x", Language.EN, ()), tmp_path / "gone" / "brief.pdf")


def test_a_new_file_replaces_the_older(tmp_path: File) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"older")
    made = print_document(Document("x", Language.EN, ()), path)
    assert path.read_bytes().startswith(b"%PDF")
    assert (made.path, made.pages) == (path, 1)


def test_three_hundred_pages() -> None:
    page = (Heading("Kop"), Facts((Fact("Wie", "iemand"),)), PersonCard("Aoi 田中"), PageBreak())
    made = print_bytes(Document("Boek", Language.FR, page * 299 + page[:3]))
    assert made.pages == 300
