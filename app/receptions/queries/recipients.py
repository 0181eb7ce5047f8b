"""Whom a message of a reception goes to: the right person, language, opening and address.

Read once for a whole list: no question is asked per guest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.contacts import protocol
from app.contacts.draft.people import is_mail
from app.contacts.model import Organisation, Posting
from app.contacts.queries import (
    Partner,
    PersonSheet,
    PostingRow,
    address_templates,
    copies_of,
    partners_of,
    people,
    precedence_list,
)
from app.contacts.queries.people import posting_row, weight
from app.contacts.rules import codes, names
from app.contacts.rules.addressing import CHANNELS, CLOSING, Form
from app.contacts.rules.postal import Postal, postal_of
from app.core import clock
from app.core.errors import NotFoundError
from app.core.profile import Profile, profile
from app.core.text import N_, Language, Sentence, say
from app.receptions.model import Guest, Reception
from app.receptions.queries.mailings import Told, had, last_event, told
from app.receptions.queries.messages import MessageRow, event, message_texts
from app.receptions.rules import Status
from app.receptions.rules import recipients as rules
from app.receptions.rules.languages import letter_language
from app.receptions.rules.messages import Channel, Event, Message, State, double_addresses

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

FIRST_ROUND = 1


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a message goes to; `id` is the person's.

    `posting` is the function they are written to in, `partners` who of the list it is meant for
    too. `problems` keep it back, `doubts` ask for a yes, `notes` are good to know.
    """

    id: UUID
    sheet: PersonSheet
    status: str
    language: Language
    posting: PostingRow | None
    forms: Mapping[str, Form]
    organisation: str
    postal: Postal
    mail: str
    copies: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()
    partner: Partner | None = None
    partners: tuple[UUID, ...] = ()
    had: Told | None = None
    old_event: dt.datetime | None = None
    problems: tuple[Sentence, ...] = ()
    doubts: tuple[Sentence, ...] = ()
    notes: tuple[Sentence, ...] = ()

    @property
    def name(self) -> str:
        """The name as lists have it."""
        return names.list_name(self.sheet.name)

    @property
    def opening(self) -> str:
        """How the letter begins."""
        return self.forms["opening"].text

    @property
    def ready(self) -> bool:
        """Whether it goes out without a further question."""
        return not (self.problems or self.doubts)


@dataclass(frozen=True, slots=True)
class Round:
    """Everything a mailing of a kind needs: what is told, in which words, to whom."""

    reception: UUID
    kind: str
    channel: str
    event: Event
    texts: Mapping[str, MessageRow]
    profile: Profile
    recipients: tuple[Recipient, ...] = ()
    moved: bool = False
    """Whether some were told another date than the present one."""
    remarks: tuple[Sentence, ...] = ()


def round_of(
    session: Session, reception_id: UUID, kind: str, channel: str, spoken: Language | None = None
) -> Round:
    """Whom a kind of message goes to by a channel, by name, with what stands in the way.

    `spoken` is the language of whoever looks (the office's unless told).

    Raises:
        NotFoundError: there is no such reception (any more), or no such kind.
    """
    if kind not in set(Message):
        none = N_("There is no message “{kind}”: choose {known}.")
        raise NotFoundError(say(none, kind=kind, known=", ".join(Message)))
    about = event(session, reception_id)
    texts = message_texts(session, reception_id, kind)
    by_language = {language: row for (_, language), row in texts.items()}
    office = profile(session)
    known = told(session, reception_id)
    made = Round(reception_id, kind, channel, about, by_language, office)
    rows = _meant(session, made, known)
    ids = [_person_of(row, kind) for row in rows]
    reader = _Reader(session, made, ids, known, spoken or office.language)
    found = reader.recipients(rows)
    moved = any(_was_told_otherwise(lines, about) for lines in known.values())
    told_first = tuple(rules.remarks(kind, about, clock.today(), moved=moved))
    return replace(made, recipients=found, moved=moved, remarks=told_first)


def _meant(session: Session, made: Round, known: Mapping[UUID, list[Told]]) -> list[Guest]:
    query = select(Guest).where(Guest.reception_id == made.reception)
    rows = list(session.scalars(query.order_by(Guest.id)))
    if made.kind == Message.DATE_MOVED:
        return [
            row for row in rows if _was_told_otherwise(known.get(row.person_id, []), made.event)
        ]
    wanted = rules.MEANT_FOR[Message(made.kind)]
    return [row for row in rows if row.status in wanted]


def _was_told_otherwise(lines: Sequence[Told], about: Event) -> bool:
    last = last_event(lines)
    return last is not None and last != about.starts_at


def _person_of(row: Guest, kind: str) -> UUID:
    """Whoever comes, for messages to those who come; else the guest."""
    instead = row.status == Status.REPRESENTED and kind in rules.TO_SUBSTITUTE
    return row.substitute_id if instead and row.substitute_id else row.person_id


def _is_but_a_name(row: Guest, kind: str) -> bool:
    """Whether a message is for a substitute of whom the office has but a name."""
    return kind in rules.TO_SUBSTITUTE and row.substitute_id is None


class _Reader:
    """Reads what is known of everybody at once."""

    def __init__(
        self,
        session: Session,
        of: Round,
        ids: Sequence[UUID],
        known: Mapping[UUID, list[Told]],
        spoken: Language,
    ) -> None:
        self.session, self.of, self.known, self.spoken = session, of, known, spoken
        today = clock.today()
        self.today = today
        day = self.of.event.day
        self.coming = day is not None and day >= today
        self.day = day if day is not None and self.coming else today
        unique = list(dict.fromkeys(ids))
        self.sheets = {one.id: one for one in people(self.session, unique)}
        self.partners = partners_of(self.session, unique, self.day)
        self.copies = copies_of(self.session, unique, self.day)
        self.templates = address_templates(self.session)
        reception = self.session.get_one(Reception, self.of.reception)
        self.body = precedence_list(self.session, reception.precedence_list_id).draft.host_body
        self.postings = {one: self._posting(sheet) for one, sheet in self.sheets.items()}
        places = {_at(row) for row in self.postings.values()} - {None}
        query = select(Organisation).where(Organisation.id.in_(places))
        self.places: dict[UUID | None, Organisation] = {
            one.id: one for one in self.session.scalars(query)
        }
        self.successors = self._successors()

    def _posting(self, sheet: PersonSheet) -> PostingRow | None:
        """The function they are written to in: that of today, else that of the day."""
        for day in (self.today, self.day):
            held = protocol.posting_before(sheet.postings, day, self.body)
            if held is not None:
                return held
        return None

    def recipients(self, rows: Sequence[Guest]) -> tuple[Recipient, ...]:
        """The recipients, by name."""
        found: dict[UUID, Guest] = {}
        for row in rows:
            found.setdefault(_person_of(row, self.of.kind), row)
        joined = self._joined(found)
        made = [
            self._recipient(person, row, joined.get(person, ()))
            for person, row in found.items()
            if person in self.sheets and person not in {b for both in joined.values() for b in both}
        ]
        made.sort(key=lambda one: (one.name.casefold(), one.id.hex))
        return tuple(self._with_doubles(made))

    def _joined(self, found: Mapping[UUID, Guest]) -> dict[UUID, tuple[UUID, ...]]:
        """Whose letter is meant for whom too: of a couple that gets one, who ranks first."""
        joined: dict[UUID, tuple[UUID, ...]] = {}
        taken: set[UUID] = set()
        for person in found:
            partner = self.partners.get(person)
            if partner is None or not partner.together or partner.sheet.id not in found:
                continue
            other = partner.sheet.id
            if person in taken or other in taken or other not in self.sheets:
                continue
            first, second = sorted((person, other), key=lambda one: self._rank(one, found[one]))
            joined[first] = (second,)
            taken |= {first, second}
        return joined

    def _rank(self, person: UUID, row: Guest) -> tuple[bool, bool, tuple[int, int, str]]:
        posting = self.postings.get(person)
        usual = (99, 0, person.hex)
        honoured = not row.guest_of_honour
        return honoured, posting is None, weight(posting) if posting else usual

    def _recipient(self, person: UUID, row: Guest, partners: tuple[UUID, ...]) -> Recipient:
        sheet, posting = self.sheets[person], self.postings[person]
        partner = self.partners.get(person)
        both = partner if partner is not None and partner.together else None
        place = self.places.get(_at(posting))
        country = posting.place.country if posting else sheet.draft.nationality
        language = letter_language(
            sheet.draft.language, sheet.draft.languages, country, self.of.profile.language
        )
        company = protocol.Company(both.sheet, both.posting) if both else None
        forms = protocol.forms(
            sheet, posting, language, self.templates, self.today, company, (*CHANNELS, CLOSING)
        )
        copied = self.copies.get(person, ())
        own = postal_of(sheet.draft)
        made = Recipient(
            person, sheet, row.status, language, posting, forms,
            protocol.place_of(posting, language), postal_of(place) if place else own,
            _mail(sheet, place), tuple(one.draft.emails[0] for one in copied if one.draft.emails),
            tuple(names.full_name(one.name) for one in copied), both, partners,
        )  # fmt: skip
        lines = self.known.get(person, [])
        made = replace(
            made,
            had=had(lines, self.of.kind, self.of.event.starts_at),
            old_event=last_event(lines),
        )
        return replace(
            made,
            problems=tuple(self._problems(made)),
            doubts=tuple(self._doubts(made, row)),
            notes=tuple(self._notes(made, copied)),
        )

    def _problems(self, made: Recipient) -> Iterable[Sentence]:
        of = self.of
        if str(made.language) not in of.texts:
            yield rules.no_text(made.language)
        if rules.date_needed(of.kind) and of.event.starts_at is None:
            yield rules.no_date()
        if not made.opening.strip(" ,"):
            yield rules.no_opening()
        if of.channel != Channel.POST and not made.mail:
            yield rules.no_mail()
        elif of.channel != Channel.POST and not is_mail(made.mail):
            yield rules.bad_mail(made.mail)
        if of.channel == Channel.POST and not made.postal.reachable:
            yield rules.no_street()

    def _doubts(self, made: Recipient, row: Guest) -> Iterable[Sentence]:
        ended = self._ended(made.sheet)
        if ended is not None and ended.draft.ends_on is not None:
            words = protocol.title_of(ended, made.sheet.draft.gender, self.spoken)
            follows = self.successors.get(_at(ended))
            name = names.full_name(follows.person) if follows else ""
            listed = follows is not None and follows.person_id in self.sheets
            yield rules.posting_ends(
                words,
                ended.draft.ends_on,
                name,
                listed=listed,
                past=ended.draft.ends_on < self.today,
            )
        if made.had is not None:
            sure = made.had.state != State.SENDING
            yield rules.had_already(self.of.kind, made.had.at, sure=sure)
        if row.status == Status.REPRESENTED and _is_but_a_name(row, self.of.kind):
            yield rules.came_instead(row.substitute_name)
        early = self.of.kind in (Message.SAVE_THE_DATE, Message.INVITATION)
        waits = row.invitation_round > FIRST_ROUND and row.status == Status.PROPOSED
        if early and waits:
            yield rules.later_round(row.invitation_round)

    def _notes(self, made: Recipient, copied: Sequence[PersonSheet]) -> Iterable[Sentence]:
        if made.partner is not None:
            name = names.full_name(made.partner.sheet.name)
            yield rules.with_partner(name) if made.partners else rules.asks_too(name)
        if self.of.channel != Channel.POST:
            for one in copied:
                if not one.draft.emails:
                    yield rules.no_copy(names.full_name(one.name))

    def _ended(self, sheet: PersonSheet) -> PostingRow | None:
        """The posting somebody is known by that does not run any more on the day."""
        if any(row.held_on(self.day) for row in sheet.postings):
            return None
        ended = [row for row in sheet.postings if row.draft.ends_on]
        return max(ended, key=lambda row: (row.draft.ends_on, row.id.hex), default=None)

    def _successors(self) -> dict[UUID | None, PostingRow]:
        """Who heads the posts on the day that guests no longer head."""
        posts = {_at(self._ended(sheet)) for sheet in self.sheets.values()} - {None}
        if not posts:
            return {}
        query = select(Posting).where(Posting.organisation_id.in_(posts))
        found: dict[UUID | None, PostingRow] = {}
        for one in self.session.scalars(
            query.options(joinedload(Posting.person), joinedload(Posting.organisation))
        ):
            row = posting_row(one, one.person)
            heads = codes.is_head_of_mission(row.draft.function)
            heads = heads or codes.consular_class(row.draft.function) is not None
            if heads and row.held_on(self.day):
                known = found.get(row.organisation_id)
                if known is None or weight(row) < weight(known):
                    found[row.organisation_id] = row
        return found

    def _with_doubles(self, made: Sequence[Recipient]) -> Iterable[Recipient]:
        if self.of.channel == Channel.POST:
            return made
        doubles = double_addresses((one.mail, one.name) for one in made)
        told_of = []
        for one in made:
            others = [name for name in doubles.get(one.mail.casefold(), []) if name != one.name]
            note = (rules.same_address(others),) if others else ()
            told_of.append(replace(one, notes=(*one.notes, *note)))
        return told_of


def _at(posting: PostingRow | None) -> UUID | None:
    return posting.organisation_id if posting is not None else None


def _mail(sheet: PersonSheet, place: Organisation | None) -> str:
    """The person's own address, else that of the post they are at."""
    if sheet.draft.emails:
        return sheet.draft.emails[0].strip()
    return place.emails[0].strip() if place is not None and place.emails else ""
