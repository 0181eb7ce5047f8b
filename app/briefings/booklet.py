"""The delegation booklet: what participants carry and hosts keep.

Only those who go stand in it. An external one has no phone, address, language or emergency contact
of anybody, and a photo only of who agreed; neither reads travel papers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.briefings import booklet_lists, booklet_people, emergency_card, mission_programme
from app.briefings.blocks import Block, Callout, Fact, Heading, Paragraph
from app.briefings.book import Chapter, Contents, Cover, Keyed, NoteLines
from app.briefings.house import Audience, Frame, day_words, days_words, frame
from app.contacts.queries import country_of, national_days
from app.contacts.rules.countries import country_name
from app.contacts.rules.flags import flag_svg
from app.core.text import N_, Language, t
from app.dossiers.rules.printings import key_of
from app.missions.queries import (
    CallRow,
    CounterpartRow,
    HotelRow,
    MissionSheet,
    ParticipantRow,
    PostRow,
    Reach,
    Texts,
    calls,
    delegation,
    hosts,
    hotels,
    mission_sheet,
    mission_texts,
    portraits,
    posts_there,
    reaches,
)
from app.missions.rules.booklet import PHOTO_ANSWERS, photo_allowed
from app.missions.rules.delegation import GOING
from app.missions.rules.mission import kind_label
from app.missions.rules.texts import Part, part_label

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document, Words
    from app.briefings.mission_programme import WholeProgramme
    from app.contacts.queries import CountryRow, NationalDayRow

_SHORT = 1200
"""Characters: a longer text begins a page of its own."""
NOTES = 23
"""Lines to write on: a page."""


@dataclass(frozen=True, slots=True)
class Land:
    """A country the mission goes to, as the office's reference has it; None where it has not."""

    code: str
    row: CountryRow | None
    days: tuple[NationalDayRow, ...]


@dataclass(frozen=True, slots=True)
class Booklet:
    """What a booklet says before it is laid out; `people` go, in order of precedence."""

    frame: Frame
    mission: MissionSheet
    texts: Texts
    people: tuple[ParticipantRow, ...]
    photos: dict[UUID, bytes]
    reaches: dict[UUID, Reach]
    programme: WholeProgramme
    lands: tuple[Land, ...]
    posts: tuple[PostRow, ...]
    hosts: tuple[CounterpartRow, ...]
    calls: tuple[CallRow, ...]
    hotels: tuple[HotelRow, ...]

    @property
    def language(self) -> Language:
        """The paper's."""
        return self.frame.language

    @property
    def internal(self) -> bool:
        """Whether it is for the house."""
        return self.frame.audience is Audience.INTERNAL

    def called(self, words: str, **values: str | int) -> str:
        """A sentence in the paper's language."""
        return t(words, self.language, **values)


def compose(session: Session, mission_id: UUID, language: Language, audience: Audience) -> Booklet:
    """Gather the booklet; what the reader may not have is not read."""
    made = frame(session, language, audience)
    internal = audience is Audience.INTERNAL
    sheet = mission_sheet(session, mission_id, language)
    rows = delegation(session, mission_id, language)
    consents = tuple(one for one in PHOTO_ANSWERS if photo_allowed(one, internal=internal))
    codes = [one.draft.country_code for one in sheet.destinations if one.draft.country_code]
    return Booklet(
        made,
        sheet,
        mission_texts(session, mission_id),
        tuple(row for row in rows if row.status in GOING),
        portraits(session, mission_id, consents),
        reaches(session, mission_id) if internal else {},
        mission_programme.compose(session, mission_id, language, audience),
        tuple(_lands(session, codes)),
        tuple(posts_there(session, mission_id, made.profile.host_country, language)),
        tuple(hosts(session, mission_id, language)),
        tuple(calls(session, mission_id)),
        tuple(hotels(session, mission_id)),
    )


def _lands(session: Session, codes: list[str]) -> list[Land]:
    wanted = list(dict.fromkeys(codes))
    days = national_days(session, wanted)
    return [Land(code, country_of(session, code), days.get(code, ())) for code in wanted]


def document(made: Booklet) -> Document:
    """Lay the booklet out."""
    blocks: list[Block] = [_cover(made), Contents(made.called(N_("Contents")))]
    blocks += _text(made, Part.FOREWORD)
    blocks += booklet_people.delegation(made)
    blocks += booklet_lists.groups(made)
    blocks += booklet_lists.organisations(made)
    blocks += booklet_lists.programme(made)
    blocks += _hosts(made)
    blocks += booklet_lists.counterparts(made)
    blocks += booklet_lists.calls(made)
    blocks += _text(made, Part.PRACTICAL)
    blocks += emergency_card.chapter(made, _words(made, Part.EMERGENCY))
    blocks.append(Chapter(made.called(N_("Notes")), "notes"))
    blocks.append(NoteLines(NOTES))
    title = made.mission.draft.dossier.title
    return made.frame.document(title, tuple(blocks), made.mission.draft.dossier.subtitle)


def _cover(made: Booklet) -> Cover:
    sheet, language = made.mission, made.language
    facts = sheet.draft.dossier
    codes = [made.frame.profile.host_country, *(one.code for one in made.lands)]
    flags = [
        (svg, country_name(code, language))
        for code in dict.fromkeys(codes)
        if (svg := flag_svg(code))
    ]
    cities = dict.fromkeys(_city(one.draft.city, one.draft.country_code, language)
                           for one in sheet.destinations)  # fmt: skip
    rows: list[tuple[str, Words]] = [
        (N_("When"), days_words(sheet.day, sheet.back_on, language)),
        (N_("Where to"), "\n".join(cities) or facts.place),
        (N_("Led by"), sheet.organiser),
        (N_("Participants"), str(len(made.people)) if made.people else ""),
    ]
    return Cover(
        facts.title,
        facts.subtitle,
        f"{made.called(N_('Delegation booklet'))} · {kind_label(sheet.draft.kind).to(language)}",
        (made.frame.profile.city, made.frame.profile.service),
        tuple(Fact(made.called(label), value) for label, value in rows if value),
        tuple(flags),
        printed_on(made.frame),
        made.called(N_("INTERNAL — do not distribute")) if made.internal else "",
    )


def printed_on(made: Frame) -> str:
    """The day of printing, in words."""
    day = day_words(made.printed_at.date(), made.language)
    return t(N_("printed on {day}"), made.language, day=day)


def _city(city: str, code: str, language: Language) -> str:
    return f"{city} ({country_name(code, language)})" if code else city


# --- texts ---


def _text(made: Booklet, part: Part) -> list[Block]:
    """A chapter of its own, left out where nothing is written."""
    words = _words(made, part)
    if not words:
        return []
    length = len(made.texts.told(part, made.language).words)
    flows = part is Part.PRACTICAL and length <= _SHORT
    return [Chapter(part_label(part).to(made.language), str(part), flows=flows), *words]


def _words(made: Booklet, part: Part, destination: UUID | None = None) -> list[Block]:
    """A text paragraph by paragraph; where the translation lacks, the house is told."""
    told = made.texts.told(part, made.language, destination)
    if not told.words:
        return []
    city = next((one.city for one in made.texts.rows if one.destination == destination), "")
    label = part_label(part, city).to(made.language)
    lead = part is Part.FOREWORD
    paragraphs = tuple(
        Paragraph(one.strip(), "lead" if lead else "body") for one in paragraphs_of(told.words)
    )
    key = key_of(f"text-{part}", destination or "")
    blocks: list[Block] = [Keyed(paragraphs, key, label)]
    if told.instead is not None and made.internal:
        said = made.called(N_("This text is not translated yet: it stands here as it was written."))
        blocks.insert(0, Callout(said, "attention"))
    return blocks


def paragraphs_of(words: str) -> list[str]:
    """Paragraphs as they were typed: an empty line parts them, a single one is kept."""
    return [one for one in words.replace("\r\n", "\n").split("\n\n") if one.strip()]


# --- host facts ---


def _hosts(made: Booklet) -> list[Block]:
    if not made.mission.destinations:
        return []
    blocks: list[Block] = [Chapter(made.called(N_("Where we go")), "hosts")]
    for one in made.mission.destinations:
        draft = one.draft
        told = [
            days_words(draft.arrives_on, draft.leaves_on, made.language),
            country_name(draft.country_code, made.language) if draft.country_code else "",
        ]
        blocks.append(Heading(draft.city))
        blocks.append(Paragraph(" · ".join(part for part in told if part), "note"))
        blocks += _words(made, Part.FACTS, one.id)
    for land in made.lands:
        if land.row is not None:
            blocks += booklet_lists.land(made, land.row, land.days)
    return blocks
