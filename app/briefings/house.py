"""What every document of the house has in common: who prints, for whom, and the frame of a page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.briefings.blocks import Document, bold
from app.core import clock, settings
from app.core.profile import Profile, profile
from app.core.text import N_, Language, format_date, format_time, t

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Block, Words


class Audience(StrEnum):
    """For the house or for others: what is private never reaches an external document."""

    INTERNAL = "internal"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a page: the office's name, the maker, the moment."""

    profile: Profile
    language: Language
    audience: Audience
    printed_at: dt.datetime
    who: str

    def document(
        self,
        title: str,
        blocks: tuple[Block, ...],
        subtitle: Words = "",
        *,
        landscape: bool = False,
    ) -> Document:
        """A document in this frame."""
        internal = self.audience is Audience.INTERNAL
        confidential = t(N_("INTERNAL — do not distribute"), self.language) if internal else None
        return Document(
            title=title,
            language=self.language,
            blocks=blocks,
            subtitle=subtitle,
            header=(bold(self.profile.city), f" · {self.profile.service}"),
            footer=self._footer(),
            confidentiality=confidential,
            author=self.profile.service,
            landscape=landscape,
        )

    def _footer(self) -> str:
        day = format_date(self.printed_at, self.language, "full")
        moment = format_time(self.printed_at, self.language)
        words = t(N_("Printed on {day}, {time}"), self.language, day=day, time=moment)
        return f"{words} · {self.who}" if self.audience is Audience.INTERNAL else words


def frame(session: Session, language: Language, audience: Audience) -> Frame:
    """The frame of a document printed now."""
    moment = clock.now().astimezone()
    return Frame(profile(session), language, audience, moment, settings.who())


def day_words(day: dt.date, language: Language) -> str:
    """A date as people act on it: with its weekday."""
    return format_date(day, language, "full")


def span_words(start: dt.datetime | None, end: dt.datetime | None, language: Language) -> str:
    """From when to when, with the weekday; empty while the day is open."""
    if start is None:
        return ""
    begun = f"{day_words(start.date(), language)}, {format_time(start, language)}"
    if end is None:
        return begun
    if end.date() == start.date():
        return f"{begun} – {format_time(end, language)}"
    return f"{begun} – {day_words(end.date(), language)}, {format_time(end, language)}"


def days_words(first: dt.date | None, last: dt.date | None, language: Language) -> str:
    """From which day to which, with the weekdays; empty while the first is open."""
    if first is None:
        return ""
    if last is None or last == first:
        return day_words(first, language)
    return f"{day_words(first, language)} – {day_words(last, language)}"
