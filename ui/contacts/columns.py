"""What the list of contacts shows, and its views."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.contacts.rules import codes, countries, lines, naming
from app.core.directory import View
from app.core.text import N_
from ui.core import language
from ui.core.columns import Cell, Column, Kind, iso_date

if TYPE_CHECKING:
    import datetime as dt

    from app.core.directory import Line

PERSON, ORGANISATION = "person", "organisation"
NAME_ORDER = "docid"


def line_title(line: Line) -> str:
    """The name of a line in the window's language."""
    return lines.title(line, language.current())


def _name(line: Line) -> Cell:
    return Cell(line_title(line), line.native)


def _role(line: Line) -> str:
    return lines.role(line, language.current())


def _place(line: Line) -> str:
    if line.kind == ORGANISATION:
        return naming.city_name(line.place, language.current()) if line.place else ""
    return lines.place(line, language.current())


def _country(line: Line) -> str:
    if not line.country:
        return ""
    return countries.country_name(line.country, language.current())


def _day(line: Line) -> dt.date | None:
    return iso_date(line.day)


CONTACT_COLUMNS = (
    Column("title", N_("Name"), 210, Kind.NAME, value=_name, sort=NAME_ORDER, stretch=3),
    Column("place", N_("Post or organisation"), 190, value=_place, sort="place", stretch=3),
    Column("role", N_("Function or kind"), 150, value=_role, sort="role", stretch=2),
    Column("country", N_("Country"), 110, value=_country, sort="country", stretch=1),
    Column("day", N_("Credentials or since"), 128, Kind.DATE, value=_day, sort="day"),
)


@dataclass(frozen=True, slots=True)
class SavedView:
    """A chip: its key, its words (marked with `N_`), and which lines it shows."""

    key: str
    words: str
    view: View


_HEADS = tuple(str(one) for one in codes.Function if codes.is_head_of_mission(one))
_HONORARY = tuple(
    str(one) for one in codes.Function if codes.is_honorary(one) and codes.consular_class(one)
)
_POSTS = tuple(str(one) for one in codes.OrganisationKind if codes.is_post(one))
_OTHERS = tuple(str(one) for one in codes.OrganisationKind if not codes.is_post(one))

VIEWS = (
    SavedView("all", N_("All"), View(kinds=(PERSON, ORGANISATION))),
    SavedView("people", N_("People"), View(kinds=(PERSON,))),
    SavedView("heads", N_("Heads of mission"), View(kinds=(PERSON,), roles=_HEADS)),
    SavedView("posts", N_("Posts"), View(kinds=(ORGANISATION,), roles=_POSTS)),
    SavedView("honorary", N_("Honorary consuls"), View(kinds=(PERSON,), roles=_HONORARY)),
    SavedView("others", N_("Organisations"), View(kinds=(ORGANISATION,), roles=_OTHERS)),
)
OF_ORGANISATIONS = ("posts", "others")
"""Views that show no people."""
VIEW_OF = {one.key: one for one in VIEWS}
