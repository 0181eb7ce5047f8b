"""Rows of a list as drafts: person, organisation, posting."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from app.contacts.draft import ContactDraft, OrganisationDraft, PersonDraft, PostingDraft
from app.contacts.rules import codes
from app.contacts.rules.countries import country_code
from app.contacts.rules.functions import (
    FunctionRead,
    name_and_function,
    parse_courtesy,
    parse_function,
    parse_kind,
)
from app.core.errors import Problem
from app.core.text import N_, say
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
_NOTES = ("suffix", "department", "postal_address", "office_hours", "fax")
_LEFT_OUT = N_("“{words}” is no country we know; it was left out.")
_KEPT_AS_NAME = N_("“{words}” is no country we know; it was kept as the name.")
_BEYOND = "beyond"
_STREETS = ("street", "street_2", "street_3")
_MAILS = ("emails", "emails_2", "emails_3")
_PHONES = ("phones", "phones_2", "phones_3", "phones_mobile", "phones_home", "phones_main")
_FUNCTIONS = {str(code): code for code in codes.Function}
_LANGUAGES = {
    "nl": ("nl", "dutch", "nederlands", "neerlandais", "niederlandisch", "n"),
    "fr": ("fr", "french", "frans", "francais", "français", "f"),
    "en": ("en", "english", "engels", "anglais", "e"),
}
_LANGUAGE = {word: code for code, words in _LANGUAGES.items() for word in words}
_GENDERS = {
    "m": "m", "male": "m", "man": "m", "homme": "m", "mannelijk": "m", "masculin": "m", "h": "m",
    "f": "f", "v": "f", "female": "f", "vrouw": "f", "femme": "f", "vrouwelijk": "f",
    "feminin": "f", "féminin": "f", "w": "f", "x": "x",
}  # fmt: skip


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


@dataclass(slots=True)
class _Reader:
    """Knows which column is what, and reads row after row."""

    columns: Sequence[str]
    holds: str
    hint: FunctionRead | None = None
    at: dict[str, int] = field(default_factory=dict)
    row: RawRow = field(init=False)
    cells: dict[str, str] = field(default_factory=dict)
    mails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    has_person: bool = False
    has_organisation: bool = False
    has_posting: bool = False

    def __post_init__(self) -> None:
        self.at = {name: place for place, name in enumerate(self.columns) if name}
        there = set(self.at)
        self.has_person = self.holds != "organisations" and bool(there & PERSON_FIELDS)
        self.has_organisation = self.holds == "organisations" or bool(there & ORGANISATION_FIELDS)
        self.has_posting = self.has_person and bool(there & set(_POSTING))
        self.mails = tuple(name for name in _MAILS if name in there)
        self.phones = tuple(name for name in _PHONES if name in there)
        self.notes = (*(name for name in ("note", *_NOTES) if name in there), _BEYOND)

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
        self.row = row
        self.cells = self._filled(row.cells)
        self.problems = []
        organisation = self._organisation() if self.has_organisation else None
        kind = organisation.kind if organisation else ""
        person, seen = self._person(kind) if self.has_person else (None, None)
        if person is not None and not (person.family_name or person.given_name) and organisation:
            person = None
        posting = self._posting(seen, kind, organisation) if person is not None else None
        if person is not None and organisation is not None and self._of_post(kind):
            person = replace(person, street="", postal_code="", city="", country="", emails=(),
                             phones=(), website="")  # fmt: skip
        own = self.get("id").replace("-", "").lower()
        place = self.get("organisation_id") if person is not None else own
        return ContactDraft(
            person, organisation, posting, row.line, own, place, tuple(self.problems)
        )

    def _of_post(self, kind: str) -> bool:
        """Whether address, mails and phones of a row with a person are the post's.

        A list of posts with their heads has it so; in a list of ours they are the person's.
        """
        return codes.is_post(kind) and "organisation_id" not in self.at

    def tell(self, name: str, message: str, **values: str) -> None:
        """Note something about the row that does not keep it out."""
        self.problems.append(Problem(name, say(message, **values), self.row.line))

    # --- the parts ---

    def _organisation(self) -> OrganisationDraft | None:
        name, kind_words = self.get("organisation_name"), self.get("organisation_kind")
        kind = _kind(kind_words) or _kind_of_name(name)
        sending = self.get("sending_country")
        as_name = _LEFT_OUT if name else _KEPT_AS_NAME
        country = self._country("sending_country", as_name) if sending else self._own_country(kind)
        name, of_name = _without_country(name, kind)
        country = of_name or country
        host = self._country("host_country") if self.get("host_country") else ""
        if of_name and not host:
            host = self._host()
        if not (name or country or kind_words or sending):
            return None
        if sending and not country and not name:
            name = sending
        mine = not self.has_person or self._of_post(kind)
        phones = self._phones() if mine else ()
        return OrganisationDraft(
            name=name,
            kind=kind or ("other" if self.holds == "organisations" else "company"),
            country=country,
            host_country=host,
            jurisdictions=self._jurisdictions(),
            street=self._street() if mine else "",
            postal_code=self.get("postal_code") if mine else "",
            city=self.get("organisation_city") or (self.get("city") if mine else ""),
            emails=self._mails() if mine else (),
            phones=phones,
            website=self.get("website") if mine else "",
            note=self._note() if mine else "",
            latitude=_number(self.get("latitude")),
            longitude=_number(self.get("longitude")),
            external_id=self._outside_id() if mine else "",
        )

    def _own_country(self, kind: str) -> str:
        """A country column without a sending column: the post's sending State, or the address."""
        if self.has_person and not codes.is_post(kind):
            return self._country("iso_country")
        return self._country("iso_country") or self._country("country")

    def _host(self) -> str:
        return self._country("iso_country") or self._country("country")

    def _person(self, kind: str) -> tuple[PersonDraft, FunctionRead | None]:
        full, seen = name_and_function(self.get("full_name"), kind)
        courtesy = parse_courtesy(full)
        family, given, order = self._name(courtesy.name)
        hint = str(courtesy.gender) or str(seen.gender if seen else "")
        gender = _GENDERS.get(self.get("gender").lower(), "") or hint
        typed = parse_courtesy(f"{self.get('honorific')} X") if self.get("honorific") else None
        if typed is not None and not gender:
            gender = str(typed.gender)
        at_work = self.get("street") or self.get("city")
        said = self.get("pronunciation") or " ".join(
            part for part in (self.get("phonetic_family"), self.get("phonetic_given")) if part
        )
        draft = PersonDraft(
            family_name=family,
            given_name=given,
            name_order=self.get("name_order") or order,
            native_name=self.get("native_name"),
            pronunciation=said,
            gender=gender,
            language=_LANGUAGE.get(self.get("language").lower(), ""),
            languages=_parts(self.get("languages")),
            honorific=(typed.title if typed else "") or courtesy.title,
            nationality=self._country("nationality"),
            birth_date=self._date("birth_date"),
            street=self._street() or self.get("home_street"),
            postal_code=self.get("postal_code") if at_work else self.get("home_postal_code"),
            city=self.get("city") if at_work else self.get("home_city"),
            country=self._country("country") if at_work else self._country("home_country"),
            emails=self._mails(),
            phones=self._phones(),
            website=self.get("website"),
            note=self._note(),
            external_id=self._outside_id(),
        )
        return draft, seen

    def _name(self, full: str) -> tuple[str, str, str]:
        family, given = self.get("family_name"), self.get("given_name")
        middle = self.get("middle_name")
        given = " ".join(part for part in (given, middle) if part)
        if family or given:
            order = codes.NameOrder.FAMILY_FIRST if is_cjk(family) else codes.NameOrder.GIVEN_FIRST
            return family, given, order
        if self.get("sort_name"):
            family, given = by_sort_name(full, self.get("sort_name"))
            return family, given, codes.NameOrder.GIVEN_FIRST
        return split_name(full)

    def _posting(
        self, seen: FunctionRead | None, kind: str, organisation: OrganisationDraft | None
    ) -> PostingDraft | None:
        words = self.get("function")
        function = _function(words, kind) if words else seen
        if function is None and not words and not codes.is_post(kind):
            function = self.hint
        if not (words or seen or organisation or self.has_posting):
            return None
        code = function.function if function else _head_of(kind)
        known = codes.is_career(code) or codes.is_honorary(code)
        time = read_time(self.get("credentials_time"))
        place = self.get("credentials_sequence")
        draft = PostingDraft(
            function=code,
            title=self.get("title") or ("" if known or words == code else words),
            starts_on=self._date("starts_on"),
            ends_on=self._date("ends_on"),
            agrement_on=self._date("agrement_on"),
            arrived_on=self._date("arrived_on"),
            credentials_on=self._date("credentials_on"),
            credentials_time=time,
            credentials_sequence=int(place) if place.isdecimal() else None,
            exequatur_on=self._date("exequatur_on"),
            receiving_body=self.get("receiving_body"),
        )
        says = words or seen or organisation or code != codes.Function.OTHER
        return draft if says else None

    # --- cells ---

    def _country(self, name: str, otherwise: str = _LEFT_OUT) -> str:
        words = self.get(name)
        if not words:
            return ""
        code = _country_code(words)
        if not code:
            self.tell(name, otherwise, words=words[:60])
        return code

    def _jurisdictions(self) -> tuple[str, ...]:
        words = self.get("jurisdictions")
        if not words:
            return ()
        return tuple(
            _country_code(part.strip()) or part.strip() for part in words.split("|") if part.strip()
        )

    def _date(self, name: str) -> dt.date | None:
        if name not in self.at:
            return None
        words = self.get(name)
        if not words:
            return None
        try:
            return read_date(words)
        except NoDateError:
            self.tell(name, N_("“{words}” is no date; it was left out."), words=words[:40])
            return None

    def _street(self) -> str:
        lines = [self.cells[name] for name in _STREETS if name in self.cells]
        return ", ".join([" ".join(line.split()) for line in lines])

    def _mails(self) -> tuple[str, ...]:
        filled = [self.cells[name] for name in self.mails if name in self.cells]
        found = [mail for cell in filled for mail in read_mails(cell)]
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)

    def _phones(self) -> tuple[str, ...]:
        filled = [self.cells[name] for name in self.phones if name in self.cells]
        found = [phone for cell in filled for phone in read_phones(cell)]
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)

    def _outside_id(self) -> str:
        """The id in the other program; a list of ours has a column of its own for it."""
        name = "external_id" if "external_id" in self.at else "id"
        return _outside_id(self.get(name))

    def _note(self) -> str:
        filled = [(name, self.cells[name]) for name in self.notes if name in self.cells]
        return "\n".join(f"Fax {words}" if name == "fax" else words for name, words in filled)


@lru_cache(maxsize=8_192)
def _country_code(words: str) -> str:
    return country_code(words) or ""


@lru_cache(maxsize=4_096)
def _kind(words: str) -> str:
    found = parse_kind(words) if words else None
    return str(found) if found else ""


@lru_cache(maxsize=65_536)
def _kind_of_name(name: str) -> str:
    return _kind(name) if name else ""


@lru_cache(maxsize=8_192)
def _without_country(name: str, kind: str) -> tuple[str, str]:
    """ "Embassy of Japan" -> no name but JP: such posts are named in the reader's language."""
    if not name or not codes.is_post(kind):
        return name, ""
    for sign in (" of ", " der ", " des ", " van ", " de la ", " de l'", " du ", " de ", " d'"):
        before, found, after = name.partition(sign)
        if found and _kind(before) == kind:
            code = _country_code(after)
            return ("", code) if code else (name, "")
    return name, ""


def _function(words: str, kind: str) -> FunctionRead | None:
    """A function by its code, as our own lists have it, or in words."""
    own = _FUNCTIONS.get(words)
    return FunctionRead(own) if own else parse_function(words, kind)


def _told_by(columns: Sequence[str], header: Sequence[str]) -> FunctionRead | None:
    for name, words in zip(columns, header, strict=False):
        if name == "full_name":
            return parse_function(words)
    return None


def _head_of(kind: str) -> str:
    heads = {
        "embassy": "ambassador", "high_commission": "high_commissioner", "nunciature": "nuncio",
        "consulate_general": "consul_general", "consulate": "consul",
        "honorary_consulate": "honorary_consul",
        "honorary_consulate_general": "honorary_consul_general",
    }  # fmt: skip
    return heads.get(kind, "other")


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace("|", ",").split(",") if part.strip())


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", ".")) if text else None
    except ValueError:
        return None


def _outside_id(text: str) -> str:
    """A Wikidata address is kept as its Q number."""
    return text.rsplit("/", 1)[-1] if text.startswith("http") else text
