"""The messages of a reception: their kinds, the fields a text may hold, and filling them in.

Dates never stand without their weekday, in the language of the message. A line whose fields are
all empty is left out, so that no letter says "Dress:" and nothing behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.core.errors import Problem
from app.core.text import N_, Language, Sentence, format_date, plain, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping


class Message(StrEnum):
    """What is written to guests, in the order of a reception's life."""

    SAVE_THE_DATE = "save_the_date"
    INVITATION = "invitation"
    REMINDER = "reminder"
    PRACTICAL = "practical_information"
    DATE_MOVED = "date_moved"
    REGRETS = "regrets_answered"
    THANKS = "thank_you"


class Channel(StrEnum):
    """How it goes out."""

    MAIL = "mail"
    POST = "post"
    DRAFTS = "drafts"


class State(StrEnum):
    """What became of a message to one person; `WITH`: it went in one with their partner's."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    WITH = "with"


MESSAGE_LABELS = {
    Message.SAVE_THE_DATE: N_("Save the date"),
    Message.INVITATION: N_("Invitation"),
    Message.REMINDER: N_("Reminder to reply"),
    Message.PRACTICAL: N_("Practical information"),
    Message.DATE_MOVED: N_("The date has moved"),
    Message.REGRETS: N_("Regrets answered"),
    Message.THANKS: N_("Thank-you letter"),
}
_CHANNELS = {
    Channel.MAIL: N_("By mail"),
    Channel.POST: N_("On paper"),
    Channel.DRAFTS: N_("Mail drafts"),
}
_STATES = {
    State.WAITING: N_("Waiting"),
    State.SENDING: N_("May have arrived"),
    State.SENT: N_("Sent"),
    State.FAILED: N_("Refused"),
    State.WITH: N_("With their partner"),
}
HAD_MEANWHILE, STOPPED = "had_meanwhile", "stopped"
UNANSWERED, BROKEN, NOT_MEANT = "unanswered", "broken", "not_meant"
ACCENTS = "accents"
"""What the log says besides the words of a server."""
_ERRORS = {
    HAD_MEANWHILE: N_("Had it by another mailing meanwhile."),
    STOPPED: N_("Somebody stopped the mailing before it went out."),
    UNANSWERED: N_("The line broke before the server answered: it may have arrived."),
    NOT_MEANT: N_("No longer meant for this person: look at the list."),
    ACCENTS: N_("The mail server takes no address with such letters: check it."),
    BROKEN: N_("The line broke before the letter was handed over; it will be tried again."),
}
WITH_CALENDAR = frozenset(
    {Message.SAVE_THE_DATE, Message.INVITATION, Message.PRACTICAL, Message.DATE_MOVED}
)
"""Messages that carry the appointment for the guest's calendar."""
WITHOUT_DATE = frozenset({Message.REGRETS, Message.THANKS})
"""Messages that can go out while the day is open."""

FIELDS = {
    "opening": N_("the opening of the letter: Your Excellency,"),
    "closing": N_("the closing of the letter"),
    "name": N_("the name of the guest with its style"),
    "function": N_("the function of the guest: Ambassador of Sweden"),
    "title": N_("what the reception is called"),
    "date": N_("the day with its weekday"),
    "weekday": N_("the weekday alone"),
    "time": N_("when it begins"),
    "end_time": N_("when it ends"),
    "old_date": N_("the day that was told before, with its weekday"),
    "place": N_("where it is"),
    "host": N_("who receives"),
    "dress": N_("the dress"),
    "reply_by": N_("reply before which day, with its weekday"),
    "programme": N_("the public programme, a line for each part"),
    "door_code": N_("the code that is read at the door"),
    "city": N_("the city"),
    "service": N_("the service"),
    "signed_by": N_("who signs, set in the mail settings"),
}
"""The names of the fields and what they stand for."""
_FIELD = re.compile(r"\{([^{}\n]*)\}")
_BRACES = re.compile(r"[{}]")


def message_label(kind: str) -> Sentence:
    """The word for a kind of message."""
    return say(MESSAGE_LABELS[Message(kind)]) if kind in set(Message) else plain(kind)


def channel_label(channel: str) -> Sentence:
    """The word for how something goes out."""
    return say(_CHANNELS[Channel(channel)]) if channel in set(Channel) else plain(channel)


def state_label(state: str) -> Sentence:
    """The word for what became of a message."""
    return say(_STATES[State(state)]) if state in set(State) else plain(state)


def error_words(error: str) -> Sentence:
    """What the log says of a letter that did not go out: our own words, or the server's."""
    return say(_ERRORS[error]) if error in _ERRORS else plain(error)


def fields_in(text: str) -> set[str]:
    """The fields a text holds, known or not."""
    return set(_FIELD.findall(text))


def text_problems(field: str, text: str) -> list[Problem]:
    """What is wrong with the fields of a text, each with the line it stands in."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        rest = _FIELD.sub("", line)
        for name in _FIELD.findall(line):
            if name not in FIELDS:
                words = N_("Line {line}: there is no field {field}. Choose one from the list.")
                shown = "{" + name[:40] + "}"
                found.append(Problem(field, say(words, line=number, field=shown)))
        if _BRACES.search(rest):
            words = N_("Line {line}: a brace stands alone. A field is written {field}.")
            found.append(Problem(field, say(words, line=number, field="{date}")))
    return found


def fill(text: str, values: Mapping[str, str]) -> str:
    """A text with its fields filled in; a line with nothing but empty fields is left out."""
    kept: list[str] = []
    for line in text.split("\n"):
        names = _FIELD.findall(line)
        if names and not any(values.get(name, "") for name in names):
            continue
        filled = _FIELD.sub(lambda found: values.get(found[1], ""), line)
        kept.append(filled.rstrip())
    words = "\n".join(kept)
    return re.sub(r"\n{3,}", "\n\n", words).strip("\n")


@dataclass(frozen=True, slots=True)
class Event:
    """What messages say of a reception. Times are those of the place."""

    title: str = ""
    starts_at: dt.datetime | None = None
    ends_at: dt.datetime | None = None
    place: str = ""
    host: str = ""
    dress: str = ""
    reply_by: dt.date | None = None
    programme: tuple[tuple[dt.datetime | None, str, str], ...] = ()
    """The public lines: when, what, where."""

    @property
    def day(self) -> dt.date | None:
        """The day it is held."""
        return self.starts_at.date() if self.starts_at else None


@lru_cache(maxsize=64)
def event_values(
    event: Event, language: Language, old: dt.datetime | None = None
) -> Mapping[str, str]:
    """The fields of a reception in the language of a message; made once for all its readers."""
    day = event.day
    lines = [_programme_line(one, event.place, language) for one in event.programme]
    return MappingProxyType(
        {
            "title": event.title,
            "date": day_words(day, language),
            "weekday": weekday(day, language) if day else "",
            "time": time_words(event.starts_at, language),
            "end_time": time_words(event.ends_at, language),
            "old_date": day_words(old.date() if old else None, language),
            "place": event.place,
            "host": event.host,
            "dress": event.dress,
            "reply_by": day_words(event.reply_by, language),
            "programme": "\n".join(lines),
        }
    )


def _programme_line(
    line: tuple[dt.datetime | None, str, str], usual: str, language: Language
) -> str:
    at, what, where = line
    colon = "\N{NO-BREAK SPACE}:" if language is Language.FR else ":"
    told = f"{time_words(at, language)}{colon} {what}" if at else what
    return f"{told} ({where})" if where and where != usual else told


def day_words(day: dt.date | None, language: Language) -> str:
    """A day with its weekday: "donderdag 3 december 2026"."""
    return format_date(day, language, "full") if day else ""


def weekday(day: dt.date, language: Language) -> str:
    """The weekday alone."""
    from babel.dates import format_date as written

    return written(day, "EEEE", locale=str(language))


def time_words(moment: dt.datetime | None, language: Language) -> str:
    """The hour as a letter writes it: "18.30 uur", "18 h 30", "6.30 pm"."""
    if moment is None:
        return ""
    minutes = f"{moment:%M}" if moment.minute else ""
    if language is Language.NL:
        return f"{moment.hour}{'.' if minutes else ''}{minutes} uur"
    if language is Language.FR:
        return f"{moment.hour} h {minutes}".rstrip()
    half = "am" if moment.hour < 12 else "pm"
    return f"{moment.hour % 12 or 12}{'.' if minutes else ''}{minutes} {half}"


def double_addresses(addresses: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Of pairs (address, whose): addresses that stand more than once, with whose they are."""
    known: dict[str, list[str]] = {}
    for address, whose in addresses:
        if address:
            known.setdefault(address.casefold(), []).append(whose)
    return {address: names for address, names in known.items() if len(names) > 1}
