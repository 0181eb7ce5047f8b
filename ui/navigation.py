"""The table of pages. One line makes a page of the rail, its shortcut and its way back."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from app.core.text import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.core.page import Desk, Page


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page.

    factory: "module:Class" (imported when first opened), or the class itself.
    parent: the page of the rail it belongs to; "" where it stands in the rail itself.
    group: pages of one group stand together in the rail.
    opens: the page shown to whom kept none: its first screenful is there before the office is.
    count: "module:query" giving a number for the rail, asked again when `tables` change.
    """

    key: str
    title: str
    icon: str
    factory: str | Callable[[Desk], Page]
    parent: str = ""
    group: int = 0
    count: str | Callable[[Any], int] = ""
    tables: frozenset[str] = frozenset()
    opens: bool = False

    def make(self, desk: Desk) -> Page:
        """Build the page."""
        made: Page = found(self.factory)(desk)
        return made


PAGES: tuple[PageSpec, ...] = (
    PageSpec("today", N_("Today"), "today", "ui.today.page:TodayPage"),
    PageSpec(
        "contacts",
        N_("Contacts"),
        "contacts",
        "ui.contacts.opening:OpeningPage",
        group=1,
        opens=True,
    ),
    PageSpec(
        "receptions", N_("Receptions"), "receptions", "ui.receptions.page:ReceptionsPage", group=1
    ),
    PageSpec(
        "reception",
        N_("Reception"),
        "receptions",
        "ui.receptions.dossier:ReceptionPage",
        parent="receptions",
    ),
    PageSpec("missions", N_("Missions"), "missions", "ui.missions.page:MissionsPage", group=1),
    PageSpec(
        "mission", N_("Mission"), "missions", "ui.missions.dossier:MissionPage", parent="missions"
    ),
    PageSpec(
        "travel_years",
        N_("Travel and CO2 by year"),
        "columns",
        "ui.missions.travel_years_page:TravelYearsPage",
        parent="missions",
    ),
    PageSpec(
        "duplicates",
        N_("Duplicates"),
        "duplicate",
        "ui.contacts.duplicates:DuplicatesPage",
        parent="contacts",
    ),
    PageSpec(
        "country", N_("Country"), "flag", "ui.contacts.country_page:CountryPage", parent="contacts"
    ),
    PageSpec(
        "national_days",
        N_("National days"),
        "flag",
        "ui.contacts.national_days_page:NationalDaysPage",
        parent="contacts",
    ),
    PageSpec(
        "templates",
        N_("Templates of receptions"),
        "duplicate",
        "ui.receptions.templates_page:ReceptionTemplatesPage",
        parent="receptions",
    ),
    PageSpec(
        "mission_templates",
        N_("Templates of missions"),
        "duplicate",
        "ui.missions.templates_page:MissionTemplatesPage",
        parent="missions",
    ),
    PageSpec(
        "gifts",
        N_("Gift register"),
        "gift",
        "ui.receptions.gifts_page:GiftsPage",
        parent="receptions",
    ),
    PageSpec(
        "balance",
        N_("Balance of receptions"),
        "columns",
        "ui.receptions.balance_page:BalancePage",
        parent="receptions",
    ),
    PageSpec(
        "precedence",
        N_("Lists of precedence"),
        "columns",
        "ui.contacts.precedence_page:PrecedencePage",
        parent="contacts",
    ),
    PageSpec(
        "address_forms",
        N_("Forms of address"),
        "mail",
        "ui.contacts.address_forms:AddressFormsPage",
        parent="contacts",
    ),
    PageSpec("import", N_("Import"), "import", "ui.interchange.page:ImportPage", parent="contacts"),
)

# Which page shows a findable noun (the `kind` of a line of the directory).
PAGE_OF_KIND = {
    "person": "contacts",
    "organisation": "contacts",
    "reception": "reception",
    "mission": "mission",
    "country": "country",
}
KINDS = {
    "person": ("person", N_("person")),
    "organisation": ("post", N_("post or organisation")),
    "reception": ("receptions", N_("reception")),
    "mission": ("missions", N_("mission")),
    "country": ("flag", N_("country")),
}


def found(place: str | Callable[..., Any]) -> Callable[..., Any]:
    """What "module:name" stands for, imported now."""
    if callable(place):
        return place
    module, _, name = place.partition(":")
    thing: Callable[..., Any] = getattr(import_module(module), name)
    return thing


def counted(session: object, spec: PageSpec) -> int:
    """The number beside a page of the rail; a query."""
    return int(found(spec.count)(session))
