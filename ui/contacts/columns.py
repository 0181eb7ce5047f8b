"""What the list of contacts shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.rules import codes, countries, lines, naming
from app.contacts.rules.standing import TONES, Standing, standing, words
from app.contacts.rules.views import NAME_ORDER, ORGANISATION, PERSON
from app.core import clock
from app.core.text import N_
from ui.core import language
from ui.core.columns import Cell, Column, Kind, iso_date

if TYPE_CHECKING:
    import datetime as dt

    from app.core.directory import Line

__all__ = ["CONTACT_COLUMNS", "NAME_ORDER", "ORGANISATION", "PERSON", "group_words", "line_title"]

_TONGUES = {"nl": "Nederlands", "fr": "Français", "en": "English"}


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


def _seen(line: Line) -> dt.date | None:
    return iso_date(line.seen)


def _until(line: Line) -> str:
    day = iso_date(line.until)
    return language.day(day, "month") if day else ""


def _times(line: Line) -> str:
    return language.number(line.times) if line.times else ""


def _tongue(line: Line) -> str:
    return _TONGUES.get(line.language, line.language)


def _standing(line: Line) -> Cell:
    found = standing(line, clock.today())
    if found is Standing.NONE:
        return Cell("")
    return Cell(language.read(words(found, line.times)), "", TONES[found])


CONTACT_COLUMNS = (
    Column("title", N_("Name"), 180, Kind.NAME, value=_name, sort=NAME_ORDER, stretch=3),
    Column("place", N_("Post or organisation"), 150, value=_place, sort="place", stretch=3),
    Column("role", N_("Function or kind"), 116, value=_role, sort="role", stretch=2),
    Column("country", N_("Country"), 110, value=_country, sort="country", stretch=1, shown=False),
    Column("language", N_("Language"), 92, value=_tongue, sort="language", shown=False),
    Column("day", N_("Since"), 112, Kind.DATE, value=_day, sort="day"),
    Column("seen", N_("Last met"), 112, Kind.DATE, value=_seen, sort="seen"),
    Column("times", N_("Times met"), 82, Kind.NUMBER, value=_times, sort="times", shown=False),
    Column("until", N_("Expected to leave"), 118, value=_until, sort="until", shown=False),
    Column("status", N_("Status"), 136, Kind.PILL, value=_standing),
)


def group_words(column: str, value: str) -> str:
    """The heading of a group of lines with the same value in a column."""
    if not value:
        return _UNNAMED[column]()
    if column == "country":
        return countries.country_name(value, language.current())
    if column == "language":
        return _TONGUES.get(value, value)
    if value in set(codes.Function):
        return codes.label(codes.Function(value)).to(language.current())
    if value in set(codes.OrganisationKind):
        return codes.label(codes.OrganisationKind(value)).to(language.current())
    return value


def _no_country() -> str:
    return language.tr("Without a country")


def _no_language() -> str:
    return language.tr("Language not known")


def _no_role() -> str:
    return language.tr("Without a function")


_UNNAMED = {"country": _no_country, "language": _no_language, "role": _no_role}
