"""Every write to letters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.contacts.model import Organisation, Person
from app.contacts.rules import names
from app.contacts.rules.naming import place_name
from app.contacts.rules.places import place_code
from app.core.command import command, naming
from app.core.errors import Problem
from app.core.records import checked, refuse
from app.core.text import N_, Language, say
from app.dossiers.draft.letters import LetterDraft
from app.dossiers.model import Dossier, Letter
from app.dossiers.queries.letters import LETTER_FIELDS, letter_forms

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.core.entity import Entity
    from app.dossiers.draft import LettersDraft


@command(N_("Wrote a letter to {name}"))
def write_letter(session: Session, draft: LetterDraft) -> UUID:
    """Keep a letter of the office; answers its id.

    Raises:
        InvalidError: it has no date, or goes to nobody.
    """
    refuse(draft.problems())
    day: dt.date = draft.written_on  # type: ignore[assignment]  # a draft without a date was refused
    letter = Letter(written_on=day)
    _fill(session, letter, draft)
    session.add(letter)
    return letter.id


@command(N_("Wrote {n} letter"), N_("Wrote {n} letters"))
def write_letters(session: Session, draft: LettersDraft) -> list[UUID]:
    """Keep a letter to each, in the language the office writes them in; answers their ids.

    Raises:
        InvalidError: nobody is chosen, or somebody reads a language that has no text.
    """
    refuse(draft.problems())
    wanted = [LetterDraft(draft.written_on, person_id=one) for one in draft.people]
    wanted += [LetterDraft(draft.written_on, organisation_id=one) for one in draft.posts]
    made = []
    for one in wanted:
        language = str(letter_forms(session, one).language)
        subject, body = draft.texts.get(language, ("", ""))
        if not body.strip():
            told = N_("Somebody reads {language}: write that text too, or leave them out.")
            refuse([Problem(f"body {language}", say(told, language=language.upper()))])
        own = replace(
            one,
            language=language,
            subject=subject.strip(),
            body=body.strip(),
            signed_by=draft.signed_by.strip(),
            dossier_id=draft.dossier_id,
        )
        letter = Letter(written_on=own.written_on)  # type: ignore[arg-type]  # refused without
        _fill(session, letter, own)
        session.add(letter)
        made.append(letter.id)
    naming(session, n=len(made))
    return made


@command(N_("Changed the letter to {name}"))
def change_letter(
    session: Session, letter_id: UUID, revision: UUID | None, draft: LetterDraft
) -> None:
    """Keep a letter as the draft has it."""
    refuse(draft.problems())
    _fill(session, checked(session, Letter, letter_id, revision), draft)


@command(N_("Removed the letter to {name}"))
def remove_letter(session: Session, letter_id: UUID) -> None:
    """Remove a letter."""
    letter = checked(session, Letter, letter_id, None)
    naming(session, name=_to(letter))
    session.delete(letter)


def _fill(session: Session, letter: Letter, draft: LetterDraft) -> None:
    for name in LETTER_FIELDS:
        setattr(letter, name, getattr(draft, name))
    letter.person = _record(session, Person, draft.person_id)
    letter.organisation = _record(session, Organisation, draft.organisation_id)
    letter.dossier = _record(session, Dossier, draft.dossier_id)
    naming(session, name=_to(letter))


def _record(session: Session, entity: type[Entity], row_id: UUID | None) -> Any:  # one of three
    return None if row_id is None else checked(session, entity, row_id, None)


def _to(letter: Letter) -> str:
    """Who it goes to, for the log."""
    if letter.person is not None:
        return names.full_name(letter.person.name)
    there = letter.organisation
    if there is None:
        return ""
    return there.name or place_name(place_code(there.place), Language.NL) or there.city
