"""A template tried on an invented person, so that people see what they are changing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.contacts.rules import codes
from app.contacts.rules.addressing import COUPLE, DEFAULT, Addressee, Book, Template, form
from app.contacts.rules.couples import BOTH_RANK, ROYAL_COUPLE, couple_form
from app.contacts.rules.names import Name
from app.contacts.rules.naming import post_name
from app.core.text import Language
from ui.contacts.choices import kind_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.contacts.draft import TemplateDraft
    from app.contacts.queries import TemplateSheet

_CONSULS = {
    codes.Function.CONSUL_GENERAL: codes.OrganisationKind.CONSULATE_GENERAL,
    codes.Function.CONSUL: codes.OrganisationKind.CONSULATE,
    codes.Function.VICE_CONSUL: codes.OrganisationKind.VICE_CONSULATE,
    codes.Function.HONORARY_CONSUL_GENERAL: codes.OrganisationKind.HONORARY_CONSULATE_GENERAL,
    codes.Function.HONORARY_CONSUL: codes.OrganisationKind.HONORARY_CONSULATE,
}
_AT_HOME = {
    codes.Function.MAYOR: codes.OrganisationKind.CITY,
    codes.Function.DEPUTY_MAYOR: codes.OrganisationKind.CITY,
    codes.Function.COUNCILLOR: codes.OrganisationKind.CITY,
    codes.Function.CITY_OFFICIAL: codes.OrganisationKind.CITY,
    codes.Function.GOVERNOR: codes.OrganisationKind.PROVINCE,
    codes.Function.RECTOR: codes.OrganisationKind.UNIVERSITY,
    codes.Function.PROFESSOR: codes.OrganisationKind.UNIVERSITY,
    codes.Function.SPEAKER: codes.OrganisationKind.PARLIAMENT,
    codes.Function.MEMBER_OF_PARLIAMENT: codes.OrganisationKind.PARLIAMENT,
    codes.Function.CABINET_MINISTER: codes.OrganisationKind.GOVERNMENT,
    codes.Function.MINISTER_PRESIDENT: codes.OrganisationKind.GOVERNMENT,
    codes.Function.DIRECTOR: codes.OrganisationKind.COMPANY,
    codes.Function.CHAIR: codes.OrganisationKind.ASSOCIATION,
}
_PARTNER = Addressee(Name("Lindqvist", "Robin"), function=codes.Function.OTHER)
_RANKED = Addressee(
    Name("Lindqvist", "Robin"), function=codes.Function.PROFESSOR, organisation="UGent"
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The office's templates of today, to try one among the others."""

    book: Book

    def tried(self, draft: TemplateDraft) -> str:
        """What a template gives for the invented person; the rest of the templates as they are."""
        spoken = Language(draft.language)
        key = (draft.function, draft.language, draft.gender, draft.channel)
        mine = {key: Template(draft.template, draft.source, draft.verified)}
        gender = draft.gender or ("f" if draft.company else "")
        who = example(draft.function, gender, spoken)
        if draft.company != COUPLE:
            return form(who, draft.channel, spoken, {**self.book.alone, **mine}).text
        book = Book(self.book.alone, {**self.book.couple, **mine})
        partner = replace(_PARTNER, gender="m" if gender == "f" else "f")
        if draft.function == BOTH_RANK:
            partner = replace(_RANKED, gender="m")
        elif draft.function == ROYAL_COUPLE:
            partner = example(codes.Function.QUEEN, "f", spoken)
        return couple_form(who, partner, draft.channel, spoken, book).text


def shelf_of(sheets: Iterable[TemplateSheet]) -> Shelf:
    """The templates of a list."""
    pages: dict[str, dict[tuple[str, str, str, str], Template]] = {"": {}, COUPLE: {}}
    for one in sheets:
        draft = one.draft
        key = (draft.function, draft.language, draft.gender, draft.channel)
        made = Template(draft.template, draft.source, draft.verified)
        pages.setdefault(draft.company, {})[key] = made
    return Shelf(Book(pages[""], pages[COUPLE]))


def example(function: str, gender: str, spoken: Language) -> Addressee:
    """Somebody invented in a function: Ingrid or Anders Lindqvist of Sweden, or of Ghent."""
    given = {"f": "Ingrid", "m": "Anders"}.get(gender, "Kim")
    who = Addressee(Name("Lindqvist", given), gender, function=function, country="SE")
    stands_for = {
        BOTH_RANK: codes.Function.AMBASSADOR,
        ROYAL_COUPLE: codes.Function.KING,
        DEFAULT: codes.Function.OTHER,
    }
    who = replace(who, function=stands_for.get(function, function))
    known = set(codes.Function)
    at = codes.Function(who.function) if who.function in known else codes.Function.OTHER
    if at in _AT_HOME:
        place = kind_words(_AT_HOME[at])
        return replace(who, country="BE", city="Ghent", organisation=place)
    if at is codes.Function.OTHER:
        return replace(who, country="BE", city="Ghent", organisation="")
    kind = _CONSULS.get(at, codes.OrganisationKind.EMBASSY)
    city = "Antwerp" if at in _CONSULS else "Brussels"
    return replace(who, city=city, organisation=post_name(kind, "SE", city, spoken))
