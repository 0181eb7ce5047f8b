"""Rows of a list as drafts: person, organisation, posting.

The columns decide once what is to be done for each row; a row then costs what its filled cells do,
and an organisation that stands in many rows is understood once.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.contacts.draft import ContactDraft, OrganisationDraft, PersonDraft, PostingDraft
from app.contacts.rules import codes
from app.contacts.rules.functions import (
    CourtesyRead,
    FunctionRead,
    name_and_function,
    parse_courtesy,
    parse_function,
)
from app.core.errors import Problem
from app.core.text import N_, say
from app.interchange import cell_codes
from app.interchange.cell_values import (
    NoDateError,
    by_sort_name,
    is_cjk,
    plain_cell,
    read_date,
    read_mails,
    read_phones,
    read_time,
    split_name,
)
from app.interchange.columns import ORGANISATION_FIELDS, PERSON_FIELDS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from app.interchange.table import RawRow

_POSTING = ("function", "starts_on", "ends_on", "credentials_on", "exequatur_on", "agrement_on")
_DATES = (
    "starts_on", "ends_on", "agrement_on", "arrived_on", "credentials_on", "exequatur_on",
    "farewell_on", "expected_end_on",
)  # fmt: skip
_BIRTH = ("birth_year", "birth_month", "birth_day")
_NOTES = ("suffix", "department", "postal_address", "office_hours", "fax")
_LEFT_OUT = N_("“{words}” is no country we know; it was left out.")
_KEPT_AS_NAME = N_("“{words}” is no country we know; it was kept as the name.")
_BEYOND = "beyond"
_STREETS = ("street", "street_2", "street_3")
_MAILS = ("emails", "emails_2", "emails_3")
_PHONES = ("phones", "phones_2", "phones_3", "phones_mobile", "phones_home", "phones_main")
_WHO = (
    "organisation_name", "organisation_kind", "sending_country", "host_country", "iso_country",
    "country", "organisation_city", "jurisdictions", "latitude", "longitude",
)  # fmt: skip
_OURS = frozenset({"id", "organisation_kind", "sending_country", "jurisdictions", "latitude"})
"""Columns that only our own list of organisations has together."""
_COURTEOUS = frozenset({"full_name", "sort_name", "honorific", "gender"})
_PLAIN = ("name_order", "native_name", "pronunciation")
_KNOWN_LIMIT = 50_000
_NOBODY = CourtesyRead("")


def drafts(
    rows: Iterable[RawRow],
    columns: Sequence[str],
    holds: str = "",
    header: Sequence[str] = (),
) -> Iterator[ContactDraft]:
    """One draft a row. `columns` name the field of each column; `holds` as in `--as`.

    A header that is a function ("Nom du maire") tells what the people under it are.
    """
    reader = _Reader(columns, holds, _told_by(columns, header))
    for row in rows:
        yield reader.read(row)


def _told_by(columns: Sequence[str], header: Sequence[str]) -> FunctionRead | None:
    for name, words in zip(columns, header, strict=False):
        if name == "full_name":
            return parse_function(words)
    return None


@dataclass(slots=True)
class _Reader:
    """Knows which column is what, and reads row after row."""

    columns: Sequence[str]
    holds: str
    hint: FunctionRead | None = None
    at: dict[str, int] = field(default_factory=dict)
    line: int = 0
    cells: dict[str, str] = field(default_factory=dict)
    mails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    known: dict[tuple[str | None, ...], OrganisationDraft | None] = field(default_factory=dict)
    has_person: bool = False
    has_organisation: bool = False
    has_posting: bool = False
    courteous: bool = False
    ours: bool = False

    def __post_init__(self) -> None:
        self.at = {name: place for place, name in enumerate(self.columns) if name}
        there = set(self.at)
        self.ours = {"id", "external_id"} <= there
        self.has_person = self.holds != "organisations" and bool(there & PERSON_FIELDS)
        self.has_organisation = self.holds == "organisations" or bool(there & ORGANISATION_FIELDS)
        self.has_posting = self.has_person and bool(there & set(_POSTING))
        self.mails = tuple(name for name in _MAILS if name in there)
        self.phones = tuple(name for name in _PHONES if name in there)
        district = () if self.has_posting else ("consular_district",)
        self.notes = (*(name for name in ("note", *_NOTES, *district) if name in there), _BEYOND)
        self.dates = tuple(name for name in _DATES if name in there)
        self.who = tuple(name for name in _WHO if name in there)
        self.courteous = bool(there & _COURTEOUS)
        self.ours = "organisation_id" in there or there >= _OURS

    def get(self, name: str) -> str:
        """The cell of a field, "" where the list has no such column."""
        return self.cells.get(name, "")

    def _filled(self, cells: Sequence[str]) -> dict[str, str]:
        """Field to cell, for those that hold something; cells beyond the header are kept too."""
        width = len(cells)
        found = {}
        for name, place in self.at.items():
            cell = cells[place].strip() if place < width else ""
            if cell:
                found[name] = plain_cell(cell) if cell[0] == "'" else cell
        if width > len(self.columns):
            beyond = [cell.strip() for cell in cells[len(self.columns) :] if cell.strip()]
            if beyond:
                found[_BEYOND] = " | ".join(beyond)
        return found

    def read(self, row: RawRow) -> ContactDraft:
        """The draft of a row."""
        self.line, cells = row
        self.cells = self._filled(cells)
        self.problems = []
        organisation = self._organisation() if self.has_organisation else None
        kind = organisation.kind if organisation else ""
        person = posting = None
        if self.has_person:
            person, posting = self._person_and_posting(kind, organisation)
        own = self.get("id").replace("-", "").lower() if "id" in self.at else ""
        place = self.get("organisation_id") if person is not None else own
        return ContactDraft(
            person, organisation, posting, self.line, own, place, tuple(self.problems)
        )

    def _of_post(self, kind: str) -> bool:
        """Whether address, mails and phones of a row with a person are the post's.

        A list of posts with their heads has it so; in a list of ours they are the person's.
        """
        return not self.ours and codes.is_post(kind)

    def tell(self, name: str, message: str, **values: str) -> None:
        """Note something about the row that does not keep it out."""
        self.problems.append(Problem(name, say(message, **values), self.line))

    # --- the organisation ---

    def _organisation(self) -> OrganisationDraft | None:
        """The organisation of a row; who it is, is understood once for all rows that name it."""
        key = tuple(map(self.cells.get, self.who))
        if key in self.known:
            found = self.known[key]
        else:
            found = self._understood()
            if not self.problems and len(self.known) < _KNOWN_LIMIT:
                self.known[key] = found
        if found is None or (self.has_person and not self._of_post(found.kind)):
            return found
        return replace(
            found, **self._contact(), **self._outside(), city=found.city or self.get("city")
        )

    def _understood(self) -> OrganisationDraft | None:
        name, kind_words = self.get("organisation_name"), self.get("organisation_kind")
        kind = cell_codes.kind(kind_words) or cell_codes.kind(name)
        sending = self.get("sending_country")
        as_name = _LEFT_OUT if name else _KEPT_AS_NAME
        country = self._country("sending_country", as_name) if sending else self._own_country(kind)
        name, of_name = (name, "") if self.ours else cell_codes.without_country(name, kind)
        country = of_name or country
        if not (name or country or kind_words or sending):
            return None
        if sending and not country and not name:
            name = sending
        return OrganisationDraft(
            name=name,
            kind=kind or ("other" if self.holds == "organisations" else "company"),
            country=country,
            host_country=self._host(of_name),
            jurisdictions=cell_codes.jurisdictions(self.get("jurisdictions")),
            city=self.get("organisation_city"),
            latitude=cell_codes.number(self.get("latitude")),
            longitude=cell_codes.number(self.get("longitude")),
        )

    def _own_country(self, kind: str) -> str:
        """A country column without a sending column: the post's sending State, or the address."""
        if self.has_person and not codes.is_post(kind):
            return self._country("iso_country")
        return self._country("iso_country") or self._country("country")

    def _host(self, of_name: str) -> str:
        """The host country; where the name tells the sending State, the other country is it."""
        found = self._country("host_country")
        if found or not of_name:
            return found
        return self._country("iso_country") or self._country("country")

    # --- the person ---

    def _person_and_posting(
        self, kind: str, organisation: OrganisationDraft | None
    ) -> tuple[PersonDraft | None, PostingDraft | None]:
        courtesy, seen = _NOBODY, None
        if "full_name" in self.cells:
            full, seen = name_and_function(self.cells["full_name"], kind)
            courtesy = parse_courtesy(full)
        family, given, order = self._name(courtesy.name)
        if not (family or given) and organisation is not None:
            return None, None
        filled: dict[str, Any] = {"family_name": family, "given_name": given, "name_order": order}
        if self.courteous:
            filled.update(self._courtesies(courtesy, seen))
        filled.update(self._personal())
        if organisation is None or not self._of_post(kind):
            filled.update(self._home())
        filled.update(self._outside())
        return PersonDraft(**filled), self._posting(seen, kind, organisation)

    def _courtesies(self, courtesy: CourtesyRead, seen: FunctionRead | None) -> dict[str, str]:
        """Gender and title, as the column tells them, or the courtesy, or the function."""
        words = self.get("honorific")
        typed = parse_courtesy(f"{words} X") if words else _NOBODY
        told = (courtesy.gender, seen.gender if seen else "", typed.gender)
        gender = cell_codes.gender(self.get("gender")) or next(
            (str(one) for one in told if one), ""
        )
        return {"gender": gender, "honorific": typed.title or courtesy.title}

    def _personal(self) -> dict[str, Any]:
        """What is the person's own, apart from name and address."""
        cells = self.cells
        found: dict[str, Any] = {name: cells[name] for name in _PLAIN if name in cells}
        if "pronunciation" not in found and "phonetic_family" in self.at:
            said = (self.get("phonetic_family"), self.get("phonetic_given"))
            found["pronunciation"] = " ".join(part for part in said if part)
        if "language" in cells:
            found["language"] = cell_codes.language(cells["language"])
        if "languages" in cells:
            found["languages"] = cell_codes.parts(cells["languages"])
        if "nationality" in cells:
            found["nationality"] = self._country("nationality")
        if "birth_date" in cells:
            found["birth_date"] = self._date("birth_date")
        elif "birth_year" in cells:
            found["birth_date"] = cell_codes.day_of(*(self.get(name) for name in _BIRTH))
        return found

    def _name(self, full: str) -> tuple[str, str, str]:
        """Family name, given name and their order."""
        family, given = self.get("family_name"), self.get("given_name")
        if "middle_name" in self.cells:
            given = f"{given} {self.cells['middle_name']}".strip()
        if family or given:
            first = not family.isascii() and is_cjk(family)
            order = codes.NameOrder.FAMILY_FIRST if first else codes.NameOrder.GIVEN_FIRST
            return family, given, order
        if "sort_name" in self.cells:
            return *by_sort_name(full, self.cells["sort_name"]), codes.NameOrder.GIVEN_FIRST
        return split_name(full)

    def _posting(
        self, seen: FunctionRead | None, kind: str, organisation: OrganisationDraft | None
    ) -> PostingDraft | None:
        words = self.get("function")
        function = cell_codes.function(words, kind) if words else seen
        if function is None and not words and not codes.is_post(kind):
            function = self.hint
        code = function.function if function else cell_codes.head_of(kind)
        filled: dict[str, Any] = {name: self._date(name) for name in self.dates}
        if not (words or organisation or function or any(filled.values())):
            return None
        known = codes.is_career(code) or codes.is_honorary(code)
        if "credentials_time" in self.at or "credentials_sequence" in self.at:
            turn = self.get("credentials_sequence")
            filled["credentials_sequence"] = int(turn) if turn.isdecimal() else None
            filled["credentials_time"] = read_time(self.get("credentials_time"))
        return PostingDraft(
            function=code,
            title=self.get("title") or ("" if known or words == code else words),
            receiving_body=self.get("receiving_body"),
            consular_district=self.get("consular_district"),
            posting_note=self.get("posting_note"),
            **filled,
        )

    # --- address, mails, phones ---

    def _home(self) -> dict[str, Any]:
        """The person's address: the one at work, else the private one."""
        found = self._contact()
        cells = self.cells
        at_work = "street" in cells or "city" in cells
        before = "" if at_work or "home_street" not in self.at else "home_"
        if before:
            found["street"] = found["street"] or self.get("home_street")
            found["postal_code"] = self.get("home_postal_code") or found["postal_code"]
        found["city"] = self.get(f"{before}city") or self.get("city")
        name = f"{before}country"
        found["country"] = self._country(name if name in cells else "country")
        return found

    def _contact(self) -> dict[str, Any]:
        cells = self.cells
        return {
            "street": self._street(),
            "postal_code": cells.get("postal_code", ""),
            "emails": self._mails(),
            "phones": self._phones(),
            "website": cells.get("website", ""),
        }

    def _outside(self) -> dict[str, Any]:
        """Note, and the id in the other program; a list of ours has a column of its own for it."""
        cells = self.cells
        name = "external_id" if "external_id" in self.at else "id"
        filled = [(one, cells[one]) for one in self.notes if one in cells]
        note = "\n".join([f"Fax {words}" if one == "fax" else words for one, words in filled])
        return {"note": note, "external_id": cell_codes.outside_id(cells.get(name, ""))}

    def _street(self) -> str:
        lines = [self.cells[name] for name in _STREETS if name in self.cells]
        if self.ours or not lines:
            return lines[0] if lines else ""
        return ", ".join([" ".join(line.split()) for line in lines])

    def _mails(self) -> tuple[str, ...]:
        filled = [self.cells[name] for name in self.mails if name in self.cells]
        if len(filled) == 1:
            return read_mails(filled[0])
        return tuple(dict.fromkeys(mail for cell in filled for mail in read_mails(cell)))

    def _phones(self) -> tuple[str, ...]:
        filled = [self.cells[name] for name in self.phones if name in self.cells]
        if len(filled) == 1:
            return read_phones(filled[0])
        return tuple(dict.fromkeys(phone for cell in filled for phone in read_phones(cell)))

    # --- cells ---

    def _country(self, name: str, otherwise: str = _LEFT_OUT) -> str:
        words = self.cells.get(name)
        if not words:
            return ""
        code = cell_codes.country(words)
        if not code:
            self.tell(name, otherwise, words=words[:60])
        return code

    def _date(self, name: str) -> dt.date | None:
        words = self.cells.get(name)
        if not words:
            return None
        try:
            return read_date(words)
        except NoDateError:
            self.tell(name, N_("“{words}” is no date; it was left out."), words=words[:40])
            return None
