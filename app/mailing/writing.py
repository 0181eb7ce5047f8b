"""From a recipient to a letter: the text filled in, the paper, the mail with what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8, EmailPolicy
from email.utils import format_datetime
from typing import TYPE_CHECKING

from app.contacts import protocol
from app.contacts.rules.postal import postal_lines
from app.core import clock
from app.core.text import N_, Language, t
from app.mailing.calendar import Appointment, calendar_file, zone_of
from app.mailing.courier import ascii_domain
from app.mailing.settings import MailSettings, mail_settings
from app.receptions.queries.recipients import Recipient, Round, round_of
from app.receptions.rules.door import door_code
from app.receptions.rules.messages import (
    WITH_CALENDAR,
    Message,
    event_values,
    fields_in,
    fill,
    message_label,
)

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document
    from app.receptions.draft import MessageDraft

_CALENDAR_NAME = "invitation.ics"


@dataclass(frozen=True, slots=True)
class Post:
    """A round with the settings that letters need: everything to write them, outside the office.

    `moves` is how many other dates of the reception were told before.
    """

    round: Round
    settings: MailSettings
    day: dt.date
    moves: int = 0

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """Whom it goes to."""
        return self.round.recipients

    def of(self, person: UUID) -> Recipient | None:
        """A recipient by the person's id."""
        return next((one for one in self.recipients if one.id == person), None)


def post_of(
    session: Session, reception_id: UUID, kind: str, channel: str, spoken: Language | None = None
) -> Post:
    """Everything to write a kind of message to everybody it is for; a query. `spoken` is the
    language of whoever looks, for functions named in remarks.

    Raises:
        NotFoundError: there is no such reception (any more), or no such kind.
    """
    made = round_of(session, reception_id, kind, channel, spoken)
    return Post(made, mail_settings(session), clock.today(), _moves(session, made))


def _moves(session: Session, made: Round) -> int:
    from app.receptions.queries.mailings import told

    lines = [line for each in told(session, made.reception).values() for line in each]
    return len({line.event_at for line in lines if line.event_at} - {made.event.starts_at})


@dataclass(frozen=True, slots=True)
class Written:
    """A message to one person, in words: paragraphs as they stand under each other.

    `told` is the paragraph with what, when and where, `code` the code of the door; each is "" where
    the text does not name it.
    """

    recipient: Recipient
    subject: str
    opening: str
    paragraphs: tuple[str, ...]
    told: str
    closing: str
    signature: tuple[str, ...]
    code: str = ""

    @property
    def text(self) -> str:
        """The whole as plain text, for a mail."""
        parts = (self.opening, *self.paragraphs, self.closing, "\n".join(self.signature))
        return "\n\n".join(part for part in parts if part) + "\n"


def write(post: Post, to: Recipient, own: MessageDraft | None = None) -> Written:
    """A recipient's message; `own` is a text that is being typed.

    Raises:
        KeyError: there is no text in the recipient's language (one of its `problems`).
    """
    draft = own or post.round.texts[str(to.language)].draft
    values = _values(post, to)
    subject = " ".join(fill(draft.subject, values).split()) or message_label(post.round.kind).to(
        to.language
    )
    parts = [part for part in draft.body.split("\n\n") if part.strip()]
    first, signed, closed = "", "", ""
    if parts and "{opening}" in parts[0]:
        first = parts.pop(0)
    if parts and "{signed_by}" in parts[-1]:
        signed = parts.pop()
    if parts and "{closing}" in parts[-1]:
        closed = parts.pop()
    filled = [(part, fill(part, values).strip()) for part in parts]
    told = next((words for part, words in filled if "{title}\n{date}" in part), "")
    return Written(
        to,
        subject,
        fill(first, values).strip(),
        tuple(words for _, words in filled if words),
        told,
        fill(closed, values).strip(),
        tuple(line.strip() for line in fill(signed, values).splitlines() if line.strip()),
        values["door_code"] if "door_code" in fields_in(draft.body) else "",
    )


def _values(post: Post, to: Recipient) -> dict[str, str]:
    office, language = post.round.profile, to.language
    gender = to.sheet.draft.gender
    return {
        **event_values(post.round.event, language, to.old_event),
        "opening": to.opening,
        "closing": to.forms["closing"].text,
        "name": protocol.styled_name(to.sheet, to.posting, language),
        "function": protocol.title_of(to.posting, gender, language),
        "door_code": door_code(post.round.reception, to.id),
        "city": _city(office.city, language),
        "service": office.service,
        "signed_by": post.settings.signed(language) or f"{office.service}\n{office.city}",
    }


def _city(name: str, language: Language) -> str:
    """The city as a sentence names it: "Stad Gent" is "de stad Gent", "the City of Ghent"."""
    from app.contacts.rules.naming import of_city, plain_city

    place = plain_city(name, language)
    if name.lower().startswith(("gemeente ", "commune ")):
        return place
    if language is Language.FR:
        return f"la Ville {of_city(place, language)}"
    return t(N_("the City of {city}"), language, city=place)


def address_lines(post: Post, to: Recipient) -> tuple[str, ...]:
    """The lines of the envelope: form of address, post, street, town, country abroad."""
    lines = to.forms["envelope"].text.splitlines()
    if to.organisation and not any(to.organisation in line for line in lines):
        lines.append(to.organisation)
    return (*lines, *postal_lines(to.postal, to.language, post.round.profile.host_country))


def letter_of(post: Post, written: Written) -> Document:
    """A message on the city's paper."""
    from app.briefings import message_letter

    to = written.recipient
    return message_letter.letter(
        post.round.profile,
        to.language,
        post.day,
        address=address_lines(post, to),
        subject=written.subject,
        opening=written.opening,
        paragraphs=written.paragraphs,
        told=written.told,
        closing=written.closing,
        signature=written.signature,
        where=to.name,
        code=written.code,
    )


def mail_of(post: Post, written: Written, *, message_id: str = "", draft: bool = False) -> bytes:
    """A message as a mail: its text, the letter as PDF, the appointment for the calendar.

    A `draft` says so to the mail program, which then offers to send it.
    """
    from app.briefings.paper import print_bytes

    settings, to = post.settings, written.recipient
    mail = EmailMessage(policy=_policy(settings, to))
    mail["Subject"] = written.subject
    if settings.sender:
        mail["From"] = _mailbox(settings.sender_name, settings.sender)
    mail["To"] = _mailbox(_display_name(to), to.mail)
    if to.copies:
        mail["Cc"] = ", ".join(ascii_domain(one) for one in to.copies)
    if settings.reply_to:
        mail["Reply-To"] = ascii_domain(settings.reply_to)
    if draft:
        mail["X-Unsent"] = "1"
    else:
        mail["Date"] = format_datetime(clock.now().astimezone())
        mail["Message-ID"] = f"<{message_id}>"
        mail["Auto-Submitted"] = "no"
    mail.set_content(written.text, charset="utf-8", cte="quoted-printable")
    pdf = print_bytes(letter_of(post, written)).data
    name = message_label(post.round.kind).to(to.language)
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename=f"{name}.pdf")
    appointment = _appointment(post, to.language)
    if appointment is not None:
        words = calendar_file(appointment, clock.now())
        mail.add_attachment(
            words.encode(), maintype="text", subtype="calendar", filename=_CALENDAR_NAME,
            params={"charset": "utf-8", "method": "PUBLISH"},
        )  # fmt: skip
    mail["Content-Language"] = str(to.language)  # last: what is attached takes such headers along
    return mail.as_bytes()


def _policy(settings: MailSettings, to: Recipient) -> EmailPolicy[EmailMessage]:
    """Addresses with letters beyond ASCII stand in the head as they are (RFC 6532)."""
    addresses = (settings.sender, settings.reply_to, to.mail, *to.copies)
    return SMTP if all(ascii_domain(one).isascii() for one in addresses) else SMTPUTF8


def _display_name(to: Recipient) -> str:
    from app.contacts.rules.names import full_name

    return full_name(to.sheet.name)


def _mailbox(name: str, address: str) -> str:
    from email.headerregistry import Address

    address = ascii_domain(address)
    user, _, domain = address.rpartition("@")
    try:
        return str(Address(name, user, domain))
    except (ValueError, IndexError):  # an address the standard does not know: as it was typed
        return address


def _appointment(post: Post, language: Language) -> Appointment | None:
    about = post.round.event
    if post.round.kind not in WITH_CALENDAR or about.starts_at is None:
        return None
    title = about.title
    if post.round.kind == Message.SAVE_THE_DATE:
        title = f"{message_label(post.round.kind).to(language)}: {title}"
    words = "\n".join(part for part in (about.dress, about.host) if part)
    settings = post.settings
    return Appointment(
        post.round.reception, title, about.starts_at, about.ends_at, about.place, words,
        settings.sender, settings.sender_name or post.round.profile.city, post.moves,
        zone_of(post.round.profile.host_country), settings.sender.rpartition("@")[2] or "localhost",
    )  # fmt: skip
