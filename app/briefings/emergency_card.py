"""The emergency card: what to know when it matters, on a card of the size of a bank card.

The numbers of the place come from the text the office wrote, embassy and hotel from its records,
whom to call, the leader too, from the roles of the dossier. A card of an internal paper also has
the leader's own number, and who is to be told at home; an insurance that stands in the travel
papers is never read: its line is a role ("insurance assistance") with its number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings.blocks import Fact, Facts, Heading, Paragraph, name
from app.briefings.book import Chapter, CutCard, CutCards
from app.briefings.house import Audience, Frame, frame
from app.contacts.rules import names
from app.core.fold import words
from app.core.text import N_, Language, Sentence, plain, say, t
from app.dossiers.rules.printings import PARTICIPANT, key_of
from app.missions.queries import (
    CallRow,
    HotelRow,
    MissionSheet,
    ParticipantRow,
    PostRow,
    Reach,
    Texts,
    calls,
    delegation,
    hotels,
    mission_sheet,
    mission_texts,
    posts_there,
    reaches,
)
from app.missions.rules.delegation import GOING, Role
from app.missions.rules.texts import Part, part_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Block, Document
    from app.briefings.booklet import Booklet

_CALLS = 3
"""So many roles with a number stand on a card, the first of the dossier."""
_WORDS = 180
"""Characters of the emergency text a card has room for: whole sentences up to there."""
_HOTELS = 2
_POSTS = 2


@dataclass(frozen=True, slots=True)
class Help:
    """What every card says: the office's words, posts, hotels, whom to call."""

    language: Language
    words: str
    posts: tuple[PostRow, ...]
    hotels: tuple[HotelRow, ...]
    calls: tuple[CallRow, ...]
    leader: tuple[str, str] = ("", "")

    def rows(self) -> list[Fact]:
        """The lines of a card, the most pressing first."""
        found: list[tuple[Sentence, str]] = [(say(N_("Emergency")), shortened(self.words, _WORDS))]
        leader, phone = self.leader
        found += [(say(N_("Leader")), " · ".join(part for part in (phone, leader) if part))]
        found += [
            (plain(one.role), " · ".join(part for part in (one.phone, one.name) if part))
            for one in self.calls
            if one.phone and one.phone != phone
        ][:_CALLS]
        for post in _reached_first(self.posts)[:_POSTS]:
            found.append((say(N_("Embassy")), " · ".join((*post.phones[:1], post.title))))
        hotels = "\n".join(one.name for one in self.hotels[:_HOTELS])
        found.append((say(N_("Hotel")), hotels))
        return [Fact(label.to(self.language), value) for label, value in found if value]


@dataclass(frozen=True, slots=True)
class EmergencyCards:
    """A card for each who goes, by family name, before they are laid out."""

    frame: Frame
    mission: MissionSheet
    people: tuple[ParticipantRow, ...]
    help: Help


def _reached_first(posts: Sequence[PostRow]) -> list[PostRow]:
    """The first post of each country, one that has a number before others."""
    ordered = sorted(posts, key=lambda one: not one.phones)
    first = {one.country: one for one in reversed(ordered)}
    return [first[code] for code in dict.fromkeys(one.country for one in posts)]


def shortened(words: str, most: int) -> str:
    """Whole sentences or lines of a text, at most so many characters; the first in any case."""
    parts = [one.strip() for line in words.split("\n") for one in line.split(". ") if one.strip()]
    kept = ""
    for part in parts:
        longer = f"{kept} {part}".strip() if part.endswith(".") else f"{kept} {part}.".strip()
        if kept and len(longer) > most:
            break
        kept = longer
    return kept if len(kept) <= 2 * most else kept[: 2 * most].rsplit(" ", 1)[0] + "…"


def compose(
    session: Session, mission_id: UUID, language: Language, audience: Audience
) -> EmergencyCards:
    """Gather the cards; own contacts and the leader's own number are for the house."""
    made = frame(session, language, audience)
    rows = delegation(session, mission_id, language)
    people = [row for row in rows if row.status in GOING]
    reached = reaches(session, mission_id) if audience is Audience.INTERNAL else {}
    texts = mission_texts(session, mission_id)
    roles = tuple(calls(session, mission_id))
    return EmergencyCards(
        made,
        mission_sheet(session, mission_id, language),
        tuple(sorted(people, key=lambda one: names.list_name(one.name))),
        Help(
            language,
            _words(texts, language),
            tuple(posts_there(session, mission_id, made.profile.host_country, language)),
            tuple(hotels(session, mission_id)),
            roles,
            leader_of(people, reached, roles),
        ),
    )


def _words(texts: Texts, language: Language) -> str:
    return texts.told(Part.EMERGENCY, language).words


def leader_of(
    people: Sequence[ParticipantRow], reached: Mapping[UUID, Reach], roles: Sequence[CallRow]
) -> tuple[str, str]:
    """Name and number of the head of the delegation, empty where no number may be told.

    The number is that of the role they have in the dossier, else their own where it was read.
    """
    head = next((one for one in people if one.role == Role.HEAD), None)
    if head is None:
        return "", ""
    called = names.full_name(head.name)
    phones = [one.phone for one in roles if one.phone and words(one.name) == words(called)]
    if head.person_id in reached:
        phones += reached[head.person_id].phones
    return (called, phones[0]) if phones else ("", "")


def document(made: EmergencyCards) -> Document:
    """The cards on sheets to be cut, eight on a page."""
    internal = made.frame.audience is Audience.INTERNAL
    language = made.frame.language
    title = t(N_("Emergency cards"), language)
    rows = made.help.rows()
    cards = tuple(_card(one, rows, made, internal=internal) for one in made.people)
    blocks: tuple[Block, ...] = (CutCards(cards),)
    if not cards:
        blocks = (Paragraph(t(N_("Nobody goes along yet."), language), "note"),)
    return made.frame.document(title, blocks, made.mission.draft.dossier.title)


def _card(
    one: ParticipantRow, rows: list[Fact], made: EmergencyCards, *, internal: bool
) -> CutCard:
    called = names.full_name(one.name)
    language = made.frame.language
    own: list[Fact] = []
    draft = one.draft
    if internal and (draft.emergency_contact or draft.emergency_phone):
        told = " · ".join(x for x in (draft.emergency_phone, draft.emergency_contact) if x)
        own.append(Fact(t(N_("At home"), language), told))
    return CutCard(
        head(made.mission, language),
        name(called, where=called),
        (*rows, *own),
        t(N_("participant {name}"), language, name=called),
        key_of(PARTICIPANT, one.id),
        called,
    )


def head(mission: MissionSheet, language: Language) -> str:
    """The coloured head of a card."""
    return f"{t(N_('In case of emergency'), language)} · {mission.draft.dossier.title}"


def chapter(made: Booklet, words: list[Block]) -> list[Block]:
    """The same for everybody, with a card to cut out and write one's name on."""
    reached = made.reaches if made.internal else {}
    found = Help(
        made.language,
        _words(made.texts, made.language),
        made.posts,
        made.hotels,
        made.calls,
        leader_of(made.people, reached, made.calls),
    )
    rows = found.rows()
    if not rows:
        return []
    blocks: list[Block] = [Chapter(part_label(Part.EMERGENCY).to(made.language), "emergency")]
    blocks += words
    facts = tuple(rows[1:] if found.words else rows)
    if facts:
        blocks.append(Facts(facts))
    blocks.append(Heading(made.called(N_("Card to cut out and carry"))))
    blank = CutCard(head(made.mission, made.language), f"{made.called(N_('Name'))}:", tuple(rows))
    blocks.append(CutCards((blank, blank)))
    return blocks
