"""What the office says of itself: the city, the service, its usual language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from app.core.command import command
from app.core.entity import Entity, code
from app.core.text import N_, Language

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Setting(Entity):
    """One setting of the office, shared by everybody who opens it."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(code(), unique=True)
    value: Mapped[str]


@dataclass(frozen=True, slots=True)
class Profile:
    """The office as its paper names it. `host_country` is ISO 3166-1 alpha-2."""

    city: str = "Stad Gent"
    service: str = "Protocol"
    language: Language = Language.NL
    host_country: str = "BE"


def profile(session: Session) -> Profile:
    """The office's profile, defaults where nothing was set."""
    kept = {one.key: one.value for one in session.scalars(select(Setting))}
    known = {name: kept[name] for name in ("city", "service", "host_country") if name in kept}
    return Profile(language=Language(kept.get("language", "nl")), **known)


@command(N_("Changed the office's details"))
def set_profile(session: Session, wanted: Profile) -> None:
    """Keep the office's details."""
    kept = {one.key: one for one in session.scalars(select(Setting))}
    for key in ("city", "service", "language", "host_country"):
        value = str(getattr(wanted, key))
        if key in kept:
            kept[key].value = value
        else:
            session.add(Setting(key=key, value=value))
