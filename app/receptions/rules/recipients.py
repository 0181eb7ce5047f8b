"""Who of a guest list a kind of message is for, and what stands in the way of writing to somebody.

Problems keep a message back; doubts ask somebody to say yes; notes are good to know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.text import N_, Sentence, say
from app.receptions.rules.messages import WITHOUT_DATE, Message, message_label
from app.receptions.rules.reception import Status

if TYPE_CHECKING:
    import datetime as dt

    from app.core.text import Language
    from app.receptions.rules.messages import Event

MEANT_FOR: dict[Message, frozenset[Status]] = {
    Message.SAVE_THE_DATE: frozenset({Status.PROPOSED, Status.INVITED}),
    Message.INVITATION: frozenset({Status.PROPOSED, Status.INVITED}),
    Message.REMINDER: frozenset({Status.INVITED}),
    Message.PRACTICAL: frozenset({Status.ACCEPTED, Status.REPRESENTED}),
    Message.DATE_MOVED: frozenset(Status),
    Message.REGRETS: frozenset({Status.REGRETS}),
    Message.THANKS: frozenset({Status.ATTENDED, Status.REPRESENTED}),
}
"""The replies of those a message is for; "the date has moved" goes by what they were told."""
TO_SUBSTITUTE = frozenset({Message.PRACTICAL, Message.THANKS})
"""Messages for whoever comes: where a guest is represented, their substitute."""


def no_text(language: Language) -> Sentence:
    """Nothing is written in the language of the reader."""
    words = N_("There is no text in this language ({language}): write one.")
    return say(words, language=language.upper())


def no_date() -> Sentence:
    """The reception has no date and the message tells it."""
    return say(N_("The reception has no date yet: set it first."))


def date_needed(kind: str) -> bool:
    """Whether a message says when."""
    return kind not in WITHOUT_DATE


def no_mail() -> Sentence:
    """No mail address is known."""
    return say(N_("No mail address: note one with the person or the post, or send it on paper."))


def bad_mail(address: str) -> Sentence:
    """What is noted is no mail address."""
    return say(N_("“{mail}” is no mail address: check it."), mail=address[:80])


def no_street() -> Sentence:
    """No address for the post."""
    return say(N_("No postal address: note street and town with the person or the post."))


def no_opening() -> Sentence:
    """There is no opening to write with."""
    return say(N_("Nothing says how to address this person: check name and form of address."))


def posting_ends(
    function: str, ends_on: dt.date, successor: str, *, listed: bool = False, past: bool = False
) -> Sentence:
    """The guest does not hold the posting on the day: a predecessor's name never goes out.

    `listed`: who follows is on the list already. `past`: it ended already.
    """
    if past:
        words = N_("No longer {function}: the posting ended on {day}.")
    else:
        words = N_("No longer {function} on the day: the posting ends on {day}.")
    told = say(words, function=function, day=ends_on)
    if not successor:
        return say(N_("{told} Ask who follows."), told=told)
    if listed:
        return say(N_("{told} {name} follows, and is on the list."), told=told, name=successor)
    more = N_("{told} {name} follows: put them on the list instead.")
    return say(more, told=told, name=successor)


def had_already(kind: str, at: dt.datetime | None, *, sure: bool = True) -> Sentence:
    """They got this kind before."""
    day = at.date() if at else "?"
    if not sure:
        words = N_("{kind}: may have arrived on {day}. Send it again?")
    else:
        words = N_("{kind}: had it on {day}. Send it again?")
    return say(words, kind=message_label(kind), day=day)


def came_instead(name: str) -> Sentence:
    """Somebody else comes for the guest, of whom no address is known."""
    words = N_("{name} comes instead, of whom the office has but a name: send it to the guest?")
    return say(words, name=name)


def later_round(number: int) -> Sentence:
    """They wait for a regret of an earlier round."""
    return say(N_("In round {n}: invited when a place comes free."), n=number)


def same_address(names: list[str]) -> Sentence:
    """Others get it at the same address."""
    return say(N_("The same mail address as {names}."), names=", ".join(names))


def no_copy(name: str) -> Sentence:
    """An assistant is to get a copy and has no mail address."""
    return say(N_("{name} is to get a copy and has no mail address."), name=name)


def with_partner(name: str) -> Sentence:
    """One invitation for both."""
    return say(N_("One letter for both, with {name}."), name=name)


def asks_too(name: str) -> Sentence:
    """The letter asks the partner, who is not on the list."""
    return say(N_("Asks {name} too, who is not on the list."), name=name)


def remarks(kind: str, about: Event, today: dt.date, *, moved: bool) -> list[Sentence]:
    """What to know before any message of a kind goes out."""
    found = []
    answers = kind in (Message.INVITATION, Message.REMINDER, Message.DATE_MOVED)
    if answers and about.reply_by is None:
        found.append(say(N_("No day is set before which guests reply: the line is left out.")))
    elif answers and about.reply_by is not None and about.reply_by < today:
        words = N_("Replies are asked before {day}, which is past: set another day first.")
        found.append(say(words, day=about.reply_by))
    if about.day is not None and about.day < today and kind not in WITHOUT_DATE:
        found.append(say(N_("The reception was held on {day}."), day=about.day))
    if moved and kind != Message.DATE_MOVED:
        words = N_("Some guests were told another date: send them “{kind}”.")
        found.append(say(words, kind=message_label(Message.DATE_MOVED)))
    return found
