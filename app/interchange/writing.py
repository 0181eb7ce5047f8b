"""Lists that other programs open: CSV for Excel in Belgium, Excel workbooks, vCards.

A CSV of ours imports again without loss. Cells that a spreadsheet would take for a formula begin
with an apostrophe, which our import takes off again; several values of a cell are parted by " | ".
"""

from __future__ import annotations

import csv
import json
import os
from contextlib import suppress
from dataclasses import fields as dataclass_fields
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import select, type_coerce
from sqlalchemy.types import NULLTYPE

from app.contacts.draft import OrganisationDraft, PersonDraft, PostingDraft
from app.contacts.model import Organisation, Person, Posting
from app.contacts.queries import lines_of_kind, view_named
from app.core.command import unwatched
from app.core.errors import CannotWriteError, UnreadableError
from app.core.text import N_, say
from app.interchange.cell_values import FORMULA, PARTED
from app.interchange.vcards import OWN_UID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

    from app.core.command import Progress

CHUNK = 2_000
EXCEL_CELL = 32_767  # characters; openpyxl would cut the rest without a word
_SIGNS = frozenset(FORMULA)
_LISTS = frozenset({"languages", "emails", "phones", "jurisdictions"})
_RENAMED = {"name": "organisation_name", "kind": "organisation_kind", "country": "sending_country"}
_PLACE = (
    "organisation_id",
    "organisation_name",
    "organisation_kind",
    "sending_country",
    "host_country",
    "organisation_city",
)
_PERSON = tuple(one.name for one in dataclass_fields(PersonDraft))
_POSTING = tuple(one.name for one in dataclass_fields(PostingDraft))
_ORGANISATION = tuple(one.name for one in dataclass_fields(OrganisationDraft))
HEADERS = {
    "people": ("id", *_PERSON, *_PLACE, *_POSTING),
    "organisations": ("id", *(_RENAMED.get(name, name) for name in _ORGANISATION)),
}


def rows(session: Session, what: str, only: bytes | None = None) -> Iterator[list[str]]:
    """The cells of every row, as text, in the order of `HEADERS`; a person once per posting.

    `only` are packed ids of 16 bytes: those records alone, in that order. Values come as the driver
    has them: most are text already, and the rest is written here.
    """
    lists = [at for at, name in enumerate(HEADERS[what]) if name in _LISTS]
    for part in _parts_of(session, what, only):
        for row in part:
            cells = list(row)
            for at in lists:
                cells[at] = _parts(cells[at])
            yield [  # a hundred thousand rows have four million cells, most of them empty
                "" if not one and (one is None or one == "")
                else one if type(one) is str and one[0] not in _SIGNS
                else written(one)
                for one in cells
            ]  # fmt: skip


def _parts_of(session: Session, what: str, only: bytes | None) -> Iterator[Sequence[Any]]:
    """The rows in parts; of chosen records in the order chosen."""
    query, connection = _query(what), session.connection()
    if only is None:
        yield from connection.execute(query.execution_options(yield_per=CHUNK)).partitions(CHUNK)
        return
    entity = Organisation if what == "organisations" else Person
    for part in chosen(only):
        place = {one.hex: at for at, one in enumerate(part)}
        found = connection.execute(query.where(entity.id.in_(part))).all()
        yield sorted(found, key=lambda row: place[str(row[0]).replace("-", "")])


def chosen(packed: bytes) -> Iterator[list[UUID]]:
    """Packed ids in parts a statement can take."""
    for start in range(0, len(packed), 16 * CHUNK):
        part = packed[start : start + 16 * CHUNK]
        yield [UUID(bytes=part[at : at + 16]) for at in range(0, len(part), 16)]


def _parts(value: object) -> object:
    """A list, also where the driver gives it as JSON; most hold nothing or one plain word."""
    if not isinstance(value, str):
        return value
    if value == "[]":
        return ""
    if value.count('"') == 2 and "\\" not in value:
        return value[2:-2]
    return tuple(json.loads(value))


def _query(what: str) -> Select[Any]:
    if what == "organisations":
        columns = _columns(Organisation, ("id", *_ORGANISATION))
        return select(*columns).order_by(Organisation.id)
    place = _columns(Organisation, ("id", "name", "kind", "country", "host_country", "city"))
    person = _columns(Person, ("id", *_PERSON))
    columns = [*person, *place, *_columns(Posting, _POSTING)]
    return (
        select(*columns)
        .select_from(Person)
        .outerjoin(Posting, Posting.person_id == Person.id)
        .outerjoin(Organisation, Organisation.id == Posting.organisation_id)
        .order_by(Person.id)
    )


def _columns(entity: type, names: Sequence[str]) -> list[ColumnElement[Any]]:
    """Columns without their types, so that nothing is converted that is written at once."""
    return [type_coerce(getattr(entity, name), NULLTYPE).label(None) for name in names]


def written(value: object) -> str:
    """A value as a cell holds it, safe against formulas."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return f"'{value}" if value[0] in FORMULA and not _is_phone(value) else value
    if isinstance(value, list | tuple):
        return written(PARTED.join(str(one) for one in value))
    plain = getattr(value, "hex", None)
    if plain is not None and not isinstance(value, float):
        return str(plain)
    iso = getattr(value, "isoformat", None)
    return str(iso()) if iso is not None else str(value)


def _is_phone(text: str) -> bool:
    """A telephone number after "+" is digits and spaces: a spreadsheet shows it as typed."""
    return text[0] == "+" and text[1:].replace(" ", "").isdecimal()


def write_csv(
    path: Path,
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    bom: bool = False,
    progress: Progress | None = None,
) -> int:
    """Write a CSV as Excel in Belgium opens it: semicolons, UTF-8, CRLF.

    Returns:
        How many rows were written.

    Raises:
        CannotWriteError: the file cannot be written; an older one stays as it was.
    """
    tell = progress or unwatched

    def write(target: Path) -> int:
        count = 0
        with target.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(header)
            for count, row in enumerate(rows, start=1):
                writer.writerow(row)
                if count % CHUNK == 0:
                    tell(count, 0)
        return count

    return _safely(path, write)


def export_excel(session: Session, what: str, path: Path, only: bytes | None = None) -> int:
    """Write an Excel workbook; cells are text, so no formula can be.

    Control characters, which a workbook cannot hold, are left out.

    Raises:
        CannotWriteError: the file cannot be written, or a text is longer than a cell holds; an
            older file stays as it was.
    """
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    def write(target: Path) -> int:
        book = Workbook(write_only=True)
        sheet = book.create_sheet(what)
        sheet.append(list(HEADERS[what]))
        count = 0
        for row in rows(session, what, only):
            if any(len(cell) > EXCEL_CELL for cell in row):
                sheet.close()
                raise CannotWriteError(
                    say(
                        N_("Line {line} has a text longer than an Excel cell holds: choose CSV."),
                        line=count + 2,
                    )
                )
            sheet.append([ILLEGAL_CHARACTERS_RE.sub("", cell) for cell in row])
            count += 1
        book.save(target)
        return count

    return _safely(path, write)


def export_vcards(session: Session, path: Path, only: bytes | None = None) -> int:
    """Write people as vCards 3.0.

    Raises:
        CannotWriteError: the file cannot be written; an older one stays as it was.
    """

    def write(target: Path) -> int:
        count = 0
        with target.open("w", encoding="utf-8", newline="") as file:
            for person in _people(session, only):
                file.write(_card(person))
                count += 1
        return count

    return _safely(path, write)


def _people(session: Session, only: bytes | None) -> Iterator[Person]:
    if only is None:
        yield from session.scalars(select(Person).order_by(Person.id))
        return
    for part in chosen(only):
        found = {one.id: one for one in session.scalars(select(Person).where(Person.id.in_(part)))}
        yield from (found[one] for one in part if one in found)


def _card(person: Person) -> str:
    import vobject

    card = vobject.vCard()
    card.add("n").value = vobject.vcard.Name(family=person.family_name, given=person.given_name)
    card.add("fn").value = f"{person.given_name} {person.family_name}".strip()
    card.add("uid").value = OWN_UID + person.id.hex
    for mail in person.emails:
        card.add("email").value = mail
    for phone in person.phones:
        card.add("tel").value = phone
    if person.street or person.city:
        card.add("adr").value = vobject.vcard.Address(
            street=person.street, city=person.city, code=person.postal_code, country=person.country
        )
    if person.birth_date:
        card.add("bday").value = person.birth_date.isoformat()
    if person.note:
        card.add("note").value = person.note
    return str(card.serialize())


def export(
    session: Session,
    what: str,
    path: Path,
    *,
    bom: bool = False,
    progress: Progress | None = None,
    only: bytes | None = None,
) -> int:
    """Write a list in the format the file's ending names; `only` these packed ids, in that order.

    Returns:
        How many rows were written.

    Raises:
        UnreadableError: the ending or the list is not one we write.
        CannotWriteError: the file cannot be written.
    """
    if what not in HEADERS:
        none = N_("There is no list “{what}”: choose {known}.")
        raise UnreadableError(say(none, what=what, known=", ".join(HEADERS)))
    ending = path.suffix.lower()
    if ending in (".csv", ".txt"):
        cells = rows(session, what, only)
        return write_csv(path, HEADERS[what], cells, bom=bom, progress=progress)
    if ending == ".xlsx":
        return export_excel(session, what, path, only)
    if ending == ".vcf" and what == "people":
        return export_vcards(session, path, only)
    none = N_("A list is not written as {ending}: end the name in .csv, .xlsx or .vcf.")
    raise UnreadableError(say(none, ending=ending or path.name))


def export_view(
    session: Session,
    view: str,
    what: str,
    path: Path,
    *,
    bom: bool = False,
    progress: Progress | None = None,
) -> int:
    """Write the people or organisations of a saved view, in its order.

    Raises:
        NotFoundError: there is no view of that name.
    """
    kind = "organisation" if what == "organisations" else "person"
    only = lines_of_kind(session, view_named(session, view), kind)
    return export(session, what, path, bom=bom, progress=progress, only=only)


def _safely(path: Path, write: Callable[[Path], int]) -> int:
    """Write beside the file, then take its place, so that a failure leaves the older one."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        count = write(fresh)
        fresh.replace(path)
    except OSError as error:
        raise CannotWriteError(
            say(N_("{name} cannot be written: choose another place."), name=str(path))
        ) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return count
