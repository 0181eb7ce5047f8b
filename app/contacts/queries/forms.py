"""Reading the office's templates of forms of address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.contacts.draft import TemplateDraft
from app.contacts.model import AddressForm
from app.contacts.rules import codes
from app.contacts.rules.addressing import CLOSING, DEFAULT
from app.contacts.rules.couples import BOTH_RANK, ROYAL_COUPLE
from app.core.entity import ALWAYS
from app.core.text import N_, Sentence, plain, say

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID

    from sqlalchemy.orm import Session

KEY_FIELDS = ("function", "language", "gender", "channel", "company")


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template of a form of address, as the office keeps it from a day on."""

    function: str
    language: str
    gender: str
    channel: str
    template: str
    source: str
    verified: bool
    company: str = ""
    valid_from: dt.date = ALWAYS


class Templates(tuple[TemplateRow, ...]):
    """Every template of an office; the same only as itself, so that what is made of it is kept."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other


def address_templates(session: Session) -> Templates:
    """Every template of the office, those that held before included."""
    columns = [getattr(AddressForm, name) for name in TemplateRow.__slots__]
    return Templates(TemplateRow(*row) for row in session.execute(select(*columns)))


@dataclass(frozen=True, slots=True)
class TemplateSheet:
    """A template as the screen lists it; `earlier` counts the words it replaced."""

    id: UUID
    revision: UUID
    draft: TemplateDraft
    earlier: int = 0
    later_on: dt.date | None = None


def template_sheets(session: Session, day: dt.date) -> list[TemplateSheet]:
    """The templates that hold on a day, by function; with what came before and comes after."""
    lines: dict[tuple[str, ...], list[AddressForm]] = {}
    for row in session.scalars(select(AddressForm).order_by(AddressForm.valid_from)):
        lines.setdefault(_key(row), []).append(row)
    made = []
    for rows in lines.values():
        begun = [row for row in rows if row.valid_from <= day] or rows[:1]
        later = rows[len(begun)].valid_from if len(rows) > len(begun) else None
        made.append(_sheet(begun[-1], len(begun) - 1, later))
    return sorted(made, key=_order)


def template_history(session: Session, template_id: UUID) -> list[TemplateSheet]:
    """Every wording of the template a row belongs to, the newest first."""
    row = session.get(AddressForm, template_id)
    if row is None:
        return []
    key = {name: getattr(row, name) for name in KEY_FIELDS}
    query = select(AddressForm).filter_by(**key).order_by(AddressForm.valid_from.desc())
    return [_sheet(one, 0, None) for one in session.scalars(query)]


def template_label(row: AddressForm) -> Sentence:
    """What a template is called in the log: "Ambassador, envelope (FR)"."""
    return say(
        N_("{function}, {channel} ({language})"),
        function=function_label(row.function),
        channel=channel_label(row.channel),
        language=row.language.upper(),
    )


def function_label(function: str) -> Sentence:
    """The word for what a template is for; "default" and the couples' own included."""
    special = {
        DEFAULT: N_("Everybody else"),
        BOTH_RANK: N_("Couple, both of rank"),
        ROYAL_COUPLE: N_("King and queen together"),
    }
    if function in special:
        return say(special[function])
    known = function in set(codes.Function)
    return codes.label(codes.Function(function)) if known else plain(function)


def channel_label(channel: str) -> Sentence:
    """The word for where a form stands; the closing of a letter included."""
    if channel == CLOSING:
        return say(N_("Letter closing"))
    known = channel in set(codes.Channel)
    return codes.label(codes.Channel(channel)) if known else plain(channel)


def _key(row: AddressForm) -> tuple[str, ...]:
    return tuple(getattr(row, name) for name in KEY_FIELDS)


def _sheet(row: AddressForm, earlier: int, later_on: dt.date | None) -> TemplateSheet:
    fields = {name: getattr(row, name) for name in KEY_FIELDS}
    draft = TemplateDraft(
        row.template, row.source, row.verified, row.valid_from, correction=False, **fields
    )
    return TemplateSheet(row.id, row.revision, draft, earlier, later_on)


_FUNCTIONS = [*map(str, codes.Function), BOTH_RANK, ROYAL_COUPLE, DEFAULT]
_CHANNELS = [*map(str, codes.Channel), CLOSING]


def _order(sheet: TemplateSheet) -> tuple[int, str, int, str, str]:
    draft = sheet.draft
    place = _FUNCTIONS.index(draft.function) if draft.function in _FUNCTIONS else len(_FUNCTIONS)
    at = _CHANNELS.index(draft.channel) if draft.channel in _CHANNELS else len(_CHANNELS)
    return place, draft.company, at, draft.language, {"m": "0", "f": "1"}.get(draft.gender, "2")
