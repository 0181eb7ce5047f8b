"""The people of a booklet: each with face, function, role and what they tell of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.briefings.blocks import Paragraph, PersonCard, Run, name
from app.briefings.blocks import Role as BlockRole
from app.briefings.book import Chapter, Keyed
from app.briefings.participant_list import as_what, styled
from app.briefings.programme_words import language_name
from app.contacts.rules import names
from app.core.text import N_
from app.dossiers.rules.printings import PARTICIPANT, key_of
from app.missions.rules.delegation import Role, role_label

if TYPE_CHECKING:
    from app.briefings.blocks import Block, Words
    from app.briefings.booklet import Booklet
    from app.missions.queries import ParticipantRow

PHOTO_DPI = 200
"""Dots an inch of a portrait: at 22 by 27 mm as fine as a screen of print shows."""


def delegation(made: Booklet) -> list[Block]:
    """Everybody who goes, in order of precedence."""
    blocks: list[Block] = [Chapter(made.called(N_("The delegation")), "delegation")]
    if not made.people:
        return [*blocks, Paragraph(made.called(N_("Nobody goes along yet.")), "note")]
    return [*blocks, *(_card(one, made) for one in made.people)]


def _card(one: ParticipantRow, made: Booklet) -> Block:
    language, draft, ink = made.language, one.draft, BlockRole.INK
    called = names.full_name(one.name)
    where = made.called(N_("participant {name}"), name=called)
    shown: list[Run] = [name(styled(one, language), where=where)]
    if one.name.native:
        shown += [Run("  "), name(one.name.native, where=where)]
    lines: list[Words] = [(Run(_role(one, made), weight=600),)]
    lines += [_reached(one, made)] if made.internal else []
    lines += [Run(part, role=ink) for part in draft.bio.split("\n") if part.strip()]
    card = PersonCard(
        tuple(shown),
        as_what(one),
        tuple(lines),
        initials=names.initials(one.name),
        photo=made.photos.get(one.person_id),
        where=where,
        dpi=PHOTO_DPI,
    )
    return Keyed((card,), key_of(PARTICIPANT, one.id), called)


def _role(one: ParticipantRow, made: Booklet) -> str:
    role = role_label(one.role).to(made.language)
    if one.role == Role.PARTNER and one.with_name:
        return made.called(N_("{role}, with {name}"), role=role, name=one.with_name)
    groups = ", ".join(one.groups)
    return f"{role} · {groups}" if groups else role


def _reached(one: ParticipantRow, made: Booklet) -> str:
    """Languages and how they are reached: for the house alone, nobody was asked for more."""
    reach = made.reaches.get(one.person_id)
    if reach is None:
        return ""
    spoken = dict.fromkeys(code for code in (*reach.languages, one.language) if code)
    told = ", ".join(language_name(code, made.language) for code in spoken)
    return " · ".join(part for part in (told, *reach.phones[:2], *reach.emails[:1]) if part)
