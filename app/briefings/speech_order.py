"""The order of speeches: who, how long, in which language, and whom to greet in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import (
    Callout,
    Column,
    Fact,
    Facts,
    Heading,
    Row,
    Run,
    Table,
    Together,
    bold,
    muted,
)
from app.briefings.guest_words import GuestWords, guest_words
from app.briefings.house import Audience, Frame, frame, span_words
from app.briefings.programme_words import language_name
from app.contacts.rules import names
from app.core.fold import words as folded
from app.core.text import N_, Language, format_time, say, t
from app.dossiers.rules.programme import ItemKind
from app.receptions.queries import ReceptionSheet, guests, reception_sheet
from app.receptions.rules import COMING
from app.receptions.rules.salutation import Greeted, salutation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Block, Document, Words
    from app.dossiers.draft import ProgrammeDraft


@dataclass(frozen=True, slots=True)
class Speech:
    """A speech: `speaker` and `title` in the paper's language, `opening` in that of the speech."""

    number: int
    item: ProgrammeDraft
    speaker: str
    title: str
    opening: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpeechOrder:
    """The speeches, before they are laid out."""

    frame: Frame
    reception: ReceptionSheet
    speeches: tuple[Speech, ...]

    @property
    def minutes(self) -> int:
        """How long all of them take, as far as that is known."""
        return sum(one.item.minutes or 0 for one in self.speeches)


def compose(
    session: Session, reception_id: UUID, language: Language, audience: Audience
) -> SpeechOrder:
    """Gather the speeches; each opening greets those who come, but not its speaker.

    Until somebody has accepted it greets everybody who may still come.
    """
    sheet = reception_sheet(session, reception_id)
    items = [row.draft for row in sheet.programme if row.draft.kind == ItemKind.SPEECH]
    if audience is Audience.EXTERNAL:
        items = [one for one in items if one.public]
    spoken = {_tongue(one, language) for one in items} | {language}
    told = {one: present(session, sheet, one) for one in spoken}
    speeches = tuple(
        _speech(number, item, told, language) for number, item in enumerate(items, start=1)
    )
    return SpeechOrder(frame(session, language, audience), sheet, speeches)


def _tongue(item: ProgrammeDraft, otherwise: Language) -> Language:
    """The language an opening is made in: that of the speech, where the house has its forms."""
    return Language(item.language) if item.language in set(Language) else otherwise


def present(session: Session, sheet: ReceptionSheet, language: Language) -> list[GuestWords]:
    """Those who come, in order of precedence; all who still may while nobody has accepted."""
    listed = [row for row in guests(session, sheet.id, language) if row.place]
    coming = [row for row in listed if row.status in COMING]
    return guest_words(session, coming or listed, language, Audience.EXTERNAL, sheet.day)


def _speech(
    number: int, item: ProgrammeDraft, told: dict[Language, list[GuestWords]], language: Language
) -> Speech:
    who = speaking(told[language], item.speaker)
    tongue = _tongue(item, language)
    listening = [one for one in told[tongue] if not _is(one, item.speaker)]
    return Speech(
        number,
        item,
        who.styled_name if who else item.speaker,
        who.title if who else "",
        salutation([_greeted(one) for one in listening], tongue),
    )


def speaking(people: Iterable[GuestWords], speaker: str) -> GuestWords | None:
    """The guest whose name was typed as that of a speaker."""
    return next((one for one in people if _is(one, speaker)), None)


def _is(one: GuestWords, speaker: str) -> bool:
    """Whether a guest is the speaker somebody typed: their whole name stands in it."""
    typed = folded(speaker)
    wanted = folded(names.full_name(one.row.name))
    return bool(typed and wanted) and f" {wanted} " in f" {typed} "


def _greeted(one: GuestWords) -> Greeted:
    apart = one.row.guest_of_honour or one.row.manual_place is not None
    return Greeted(one.spoken, one.row.name.family, honoured=apart)


def document(order: SpeechOrder) -> Document:
    """Lay the order out: all speeches in one table, then how each begins."""
    facts, language = order.reception.draft.dossier, order.frame.language
    total = say(N_("{n} minute"), N_("{n} minutes"), n=order.minutes).to(language)
    told: list[tuple[str, Words]] = [
        (N_("When"), span_words(facts.starts_at, facts.ends_at, language)),
        (N_("Where"), facts.place),
        (N_("Together"), total if order.minutes else ""),
    ]
    blocks: list[Block] = [
        Facts(tuple(Fact(t(label, language), value) for label, value in told if value)),
        _table(order),
    ]
    if order.speeches:
        blocks.append(Heading(t(N_("How to begin"), language)))
        blocks += [_opening(one, language) for one in order.speeches]
    title = t(N_("Order of speeches"), language)
    return order.frame.document(title, tuple(blocks), facts.title)


def _table(order: SpeechOrder) -> Table:
    language = order.frame.language
    columns = (
        Column("#", width=9, kind="number"),
        Column(t(N_("Time"), language), width=16, weight=600),
        Column(t(N_("Speaker"), language), share=1.6),
        Column(t(N_("Min."), language), width=13, kind="number"),
        Column(t(N_("Language"), language), share=0.7),
        Column(t(N_("Interpreter"), language), share=0.8),
    )
    rows = tuple(Row(_cells(one, language), where=one.item.title) for one in order.speeches)
    return Table(columns, rows, t(N_("No speeches are planned."), language), size=10.0)


def _cells(one: Speech, language: Language) -> tuple[Words, ...]:
    item = one.item
    who: list[str | Run] = [bold(one.speaker or item.title)]
    if one.title:
        who += [Run("\n"), one.title]
    if one.speaker:
        who += [Run("\n"), muted(item.title)]
    return (
        str(one.number),
        format_time(item.starts_at, language) if item.starts_at else "",
        tuple(who),
        str(item.minutes) if item.minutes else "",
        language_name(item.language, language),
        item.interpreter,
    )


def _opening(one: Speech, language: Language) -> Block:
    head = f"{one.number}. {one.speaker or one.item.title}"
    spoken = language_name(one.item.language, language)
    title = f"{head} · {spoken}" if spoken else head
    words = (bold(title), Run("\n" + ",\n".join(one.opening) + ","))
    return Together((Callout(words, "note"),))
