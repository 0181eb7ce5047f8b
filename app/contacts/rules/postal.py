"""The lines of a postal address, as an envelope has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.contacts.rules.countries import country_name

if TYPE_CHECKING:
    from app.core.text import Language


class Housed(Protocol):
    """Whatever has a street and a town."""

    @property
    def street(self) -> str: ...
    @property
    def postal_code(self) -> str: ...
    @property
    def city(self) -> str: ...
    @property
    def country(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Postal:
    """An address. `country` is the one it lies in: of a post, the receiving State."""

    street: str = ""
    postal_code: str = ""
    city: str = ""
    country: str = ""

    @property
    def reachable(self) -> bool:
        """Whether the post could bring a letter there."""
        return bool(self.street.strip() and self.city.strip())


def postal_of(housed: Housed) -> Postal:
    """Where somebody or an organisation is; a post lies in the State that receives it."""
    lies_in = getattr(housed, "host_country", "") or housed.country
    return Postal(housed.street, housed.postal_code, housed.city, lies_in)


def postal_lines(postal: Postal, language: Language, host: str) -> tuple[str, ...]:
    """Street, town, and the country in capitals where it is not the office's own (`host`)."""
    town = " ".join(part for part in (postal.postal_code, postal.city) if part)
    far = postal.country and postal.country != host
    abroad = country_name(postal.country, language).upper() if far else ""
    shown = (postal.street, town, abroad if town or postal.street else "")
    return tuple(part for part in shown if part)
