"""The words the trade counts with: kinds of organisation, functions, and what each implies.

Classes of heads of mission: Vienna Convention on Diplomatic Relations, art. 14. Classes of heads of
consular post: Vienna Convention on Consular Relations, art. 9.
"""

from __future__ import annotations

from enum import StrEnum

from app.core.text import N_, Sentence, say


class OrganisationKind(StrEnum):
    """What an organisation is; the first sixteen are posts of a sending State or body."""

    EMBASSY = "embassy"
    HIGH_COMMISSION = "high_commission"
    NUNCIATURE = "nunciature"
    CONSULATE_GENERAL = "consulate_general"
    CONSULATE = "consulate"
    VICE_CONSULATE = "vice_consulate"
    CONSULAR_AGENCY = "consular_agency"
    HONORARY_CONSULATE_GENERAL = "honorary_consulate_general"
    HONORARY_CONSULATE = "honorary_consulate"
    PERMANENT_REPRESENTATION = "permanent_representation"
    MISSION_TO_EU = "mission_to_eu"
    MISSION_TO_NATO = "mission_to_nato"
    EU_DELEGATION = "eu_delegation"
    LIAISON_OFFICE = "liaison_office"
    TRADE_OFFICE = "trade_office"
    INTERESTS_SECTION = "interests_section"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    MINISTRY = "ministry"
    GOVERNMENT = "government"
    PARLIAMENT = "parliament"
    PROVINCE = "province"
    CITY = "city"
    COURT = "court"
    UNIVERSITY = "university"
    PORT = "port"
    COMPANY = "company"
    CHAMBER = "chamber"
    ASSOCIATION = "association"
    PRESS = "press"
    RELIGIOUS = "religious"
    OTHER = "other"


class Function(StrEnum):
    """What somebody is; `MINISTER` is the diplomat, `CABINET_MINISTER` the one who governs."""

    AMBASSADOR = "ambassador"
    HIGH_COMMISSIONER = "high_commissioner"
    NUNCIO = "nuncio"
    INTERNUNCIO = "internuncio"
    ENVOY = "envoy"
    CHARGE_EN_PIED = "charge_en_pied"
    CHARGE_AI = "charge_ai"
    DEPUTY_HEAD = "deputy_head"
    MINISTER = "minister"
    MINISTER_COUNSELLOR = "minister_counsellor"
    COUNSELLOR = "counsellor"
    FIRST_SECRETARY = "first_secretary"
    SECOND_SECRETARY = "second_secretary"
    THIRD_SECRETARY = "third_secretary"
    ATTACHE = "attache"
    ASSISTANT_ATTACHE = "assistant_attache"
    MILITARY_ATTACHE = "military_attache"
    CONSUL_GENERAL = "consul_general"
    CONSUL = "consul"
    VICE_CONSUL = "vice_consul"
    CONSULAR_AGENT = "consular_agent"
    ACTING_HEAD_OF_POST = "acting_head_of_post"
    HONORARY_CONSUL_GENERAL = "honorary_consul_general"
    HONORARY_CONSUL = "honorary_consul"
    HONORARY_VICE_CONSUL = "honorary_vice_consul"
    PERMANENT_REPRESENTATIVE = "permanent_representative"
    HEAD_OF_DELEGATION = "head_of_delegation"
    KING = "king"
    QUEEN = "queen"
    PRINCE = "prince"
    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    FOREIGN_MINISTER = "foreign_minister"
    CABINET_MINISTER = "cabinet_minister"
    MINISTER_PRESIDENT = "minister_president"
    SPEAKER = "speaker"
    REGIONAL_SPEAKER = "regional_speaker"
    MEMBER_OF_PARLIAMENT = "member_of_parliament"
    CARDINAL = "cardinal"
    ARCHBISHOP = "archbishop"
    BISHOP = "bishop"
    GOVERNOR = "governor"
    MAYOR = "mayor"
    DEPUTY_MAYOR = "deputy_mayor"
    COUNCILLOR = "councillor"
    CITY_OFFICIAL = "city_official"
    RECTOR = "rector"
    PROFESSOR = "professor"
    GENERAL = "general"
    OFFICER = "officer"
    DIRECTOR = "director"
    CHAIR = "chair"
    BUSINESS = "business"
    JOURNALIST = "journalist"
    STAFF = "staff"
    INTERPRETER = "interpreter"
    ASSISTANT = "assistant"
    PARTNER_OF = "partner_of"
    OTHER = "other"


class NameOrder(StrEnum):
    """Which name a person says first."""

    GIVEN_FIRST = "given_first"
    FAMILY_FIRST = "family_first"


class Gender(StrEnum):
    """For forms of address only; `UNKNOWN` gets the neutral form, as does `X`."""

    UNKNOWN = ""
    F = "f"
    M = "m"
    X = "x"


class ReceivingBody(StrEnum):
    """To whom a head of mission is accredited; any other value is a State's alpha-2 code."""

    KING_OF_THE_BELGIANS = "king_of_the_belgians"
    EUROPEAN_UNION = "european_union"
    NATO = "nato"


class Channel(StrEnum):
    """Where a form of address stands."""

    ENVELOPE = "envelope"
    OPENING = "opening"
    SPOKEN = "spoken"
    CARD = "card"


_KIND_LABELS = {
    OrganisationKind.EMBASSY: N_("Embassy"),
    OrganisationKind.HIGH_COMMISSION: N_("High commission"),
    OrganisationKind.NUNCIATURE: N_("Apostolic nunciature"),
    OrganisationKind.CONSULATE_GENERAL: N_("Consulate-general"),
    OrganisationKind.CONSULATE: N_("Consulate"),
    OrganisationKind.VICE_CONSULATE: N_("Vice-consulate"),
    OrganisationKind.CONSULAR_AGENCY: N_("Consular agency"),
    OrganisationKind.HONORARY_CONSULATE_GENERAL: N_("Honorary consulate-general"),
    OrganisationKind.HONORARY_CONSULATE: N_("Honorary consulate"),
    OrganisationKind.PERMANENT_REPRESENTATION: N_("Permanent representation"),
    OrganisationKind.MISSION_TO_EU: N_("Mission to the European Union"),
    OrganisationKind.MISSION_TO_NATO: N_("Mission to NATO"),
    OrganisationKind.EU_DELEGATION: N_("Delegation of the European Union"),
    OrganisationKind.LIAISON_OFFICE: N_("Liaison office"),
    OrganisationKind.TRADE_OFFICE: N_("Trade office"),
    OrganisationKind.INTERESTS_SECTION: N_("Interests section"),
    OrganisationKind.INTERNATIONAL_ORGANISATION: N_("International organisation"),
    OrganisationKind.MINISTRY: N_("Ministry"),
    OrganisationKind.GOVERNMENT: N_("Government"),
    OrganisationKind.PARLIAMENT: N_("Parliament"),
    OrganisationKind.PROVINCE: N_("Province"),
    OrganisationKind.CITY: N_("City"),
    OrganisationKind.COURT: N_("Royal court"),
    OrganisationKind.UNIVERSITY: N_("University"),
    OrganisationKind.PORT: N_("Port"),
    OrganisationKind.COMPANY: N_("Company"),
    OrganisationKind.CHAMBER: N_("Chamber of commerce"),
    OrganisationKind.ASSOCIATION: N_("Association"),
    OrganisationKind.PRESS: N_("Press"),
    OrganisationKind.RELIGIOUS: N_("Religious body"),
    OrganisationKind.OTHER: N_("Other organisation"),
}
_FUNCTION_LABELS = {
    Function.AMBASSADOR: N_("Ambassador"),
    Function.HIGH_COMMISSIONER: N_("High Commissioner"),
    Function.NUNCIO: N_("Apostolic Nuncio"),
    Function.INTERNUNCIO: N_("Apostolic Internuncio"),
    Function.ENVOY: N_("Envoy (head of mission)"),
    Function.CHARGE_EN_PIED: N_("Chargé d'affaires en pied"),
    Function.CHARGE_AI: N_("Chargé d'affaires a.i."),
    Function.DEPUTY_HEAD: N_("Deputy head of mission"),
    Function.MINISTER: N_("Minister (embassy)"),
    Function.MINISTER_COUNSELLOR: N_("Minister-counsellor"),
    Function.COUNSELLOR: N_("Counsellor"),
    Function.FIRST_SECRETARY: N_("First secretary"),
    Function.SECOND_SECRETARY: N_("Second secretary"),
    Function.THIRD_SECRETARY: N_("Third secretary"),
    Function.ATTACHE: N_("Attaché"),
    Function.ASSISTANT_ATTACHE: N_("Assistant attaché"),
    Function.MILITARY_ATTACHE: N_("Defence attaché"),
    Function.CONSUL_GENERAL: N_("Consul-general"),
    Function.CONSUL: N_("Consul"),
    Function.VICE_CONSUL: N_("Vice-consul"),
    Function.CONSULAR_AGENT: N_("Consular agent"),
    Function.ACTING_HEAD_OF_POST: N_("Acting head of consular post"),
    Function.HONORARY_CONSUL_GENERAL: N_("Honorary consul-general"),
    Function.HONORARY_CONSUL: N_("Honorary consul"),
    Function.HONORARY_VICE_CONSUL: N_("Honorary vice-consul"),
    Function.PERMANENT_REPRESENTATIVE: N_("Permanent representative"),
    Function.HEAD_OF_DELEGATION: N_("Head of delegation"),
    Function.KING: N_("King"),
    Function.QUEEN: N_("Queen"),
    Function.PRINCE: N_("Prince or princess"),
    Function.HEAD_OF_STATE: N_("Head of State"),
    Function.HEAD_OF_GOVERNMENT: N_("Prime minister"),
    Function.FOREIGN_MINISTER: N_("Minister of Foreign Affairs"),
    Function.CABINET_MINISTER: N_("Minister (government)"),
    Function.MINISTER_PRESIDENT: N_("Minister-president"),
    Function.SPEAKER: N_("President of a parliament"),
    Function.REGIONAL_SPEAKER: N_("President of a regional parliament"),
    Function.MEMBER_OF_PARLIAMENT: N_("Member of parliament"),
    Function.CARDINAL: N_("Cardinal"),
    Function.ARCHBISHOP: N_("Archbishop"),
    Function.BISHOP: N_("Bishop"),
    Function.GOVERNOR: N_("Governor"),
    Function.MAYOR: N_("Mayor"),
    Function.DEPUTY_MAYOR: N_("Deputy mayor"),
    Function.COUNCILLOR: N_("City councillor"),
    Function.CITY_OFFICIAL: N_("City official"),
    Function.RECTOR: N_("Rector"),
    Function.PROFESSOR: N_("Professor"),
    Function.GENERAL: N_("General or admiral"),
    Function.OFFICER: N_("Military officer"),
    Function.DIRECTOR: N_("Director"),
    Function.CHAIR: N_("Chair"),
    Function.BUSINESS: N_("Business"),
    Function.JOURNALIST: N_("Journalist"),
    Function.STAFF: N_("Staff member"),
    Function.INTERPRETER: N_("Interpreter"),
    Function.ASSISTANT: N_("Assistant"),
    Function.PARTNER_OF: N_("Partner of a guest"),
    Function.OTHER: N_("Other function"),
}
_OTHER_LABELS: dict[StrEnum, str] = {
    NameOrder.GIVEN_FIRST: N_("Given name first"),
    NameOrder.FAMILY_FIRST: N_("Family name first"),
    Gender.UNKNOWN: N_("Not known"),
    Gender.F: N_("Woman"),
    Gender.M: N_("Man"),
    Gender.X: N_("Neutral"),
    ReceivingBody.KING_OF_THE_BELGIANS: N_("King of the Belgians"),
    ReceivingBody.EUROPEAN_UNION: N_("European Union"),
    ReceivingBody.NATO: N_("NATO"),
    Channel.ENVELOPE: N_("Envelope"),
    Channel.OPENING: N_("Letter opening"),
    Channel.SPOKEN: N_("Spoken"),
    Channel.CARD: N_("Place card"),
}

CREDENTIALS, EXEQUATUR = "credentials", "exequatur"
"""Which day a person's line shows, beside the mere beginning of a posting."""

_POSTS = frozenset(list(OrganisationKind)[:16])
_CONSULAR_POSTS = frozenset(
    {
        OrganisationKind.CONSULATE_GENERAL,
        OrganisationKind.CONSULATE,
        OrganisationKind.VICE_CONSULATE,
        OrganisationKind.CONSULAR_AGENCY,
        OrganisationKind.HONORARY_CONSULATE_GENERAL,
        OrganisationKind.HONORARY_CONSULATE,
    }
)
_DIPLOMATIC_CLASS = {
    Function.AMBASSADOR: 1,
    Function.HIGH_COMMISSIONER: 1,
    Function.NUNCIO: 1,
    Function.PERMANENT_REPRESENTATIVE: 1,
    Function.HEAD_OF_DELEGATION: 1,
    Function.ENVOY: 2,
    Function.INTERNUNCIO: 2,
    Function.CHARGE_EN_PIED: 3,
    Function.CHARGE_AI: 4,
}
_CONSULAR_CLASS = {
    Function.CONSUL_GENERAL: 1,
    Function.HONORARY_CONSUL_GENERAL: 1,
    Function.CONSUL: 2,
    Function.HONORARY_CONSUL: 2,
    Function.VICE_CONSUL: 3,
    Function.HONORARY_VICE_CONSUL: 3,
    Function.CONSULAR_AGENT: 4,
    Function.ACTING_HEAD_OF_POST: 5,
}
_HONORARY = frozenset(
    {
        Function.HONORARY_CONSUL_GENERAL,
        Function.HONORARY_CONSUL,
        Function.HONORARY_VICE_CONSUL,
        OrganisationKind.HONORARY_CONSULATE_GENERAL,
        OrganisationKind.HONORARY_CONSULATE,
    }
)
_STAFF_LADDER = (
    Function.DEPUTY_HEAD,
    Function.MINISTER,
    Function.MINISTER_COUNSELLOR,
    Function.COUNSELLOR,
    Function.MILITARY_ATTACHE,
    Function.FIRST_SECRETARY,
    Function.SECOND_SECRETARY,
    Function.THIRD_SECRETARY,
    Function.ATTACHE,
    Function.ASSISTANT_ATTACHE,
)
_STAFF_ORDER = {function: place for place, function in enumerate(_STAFF_LADDER, start=1)}


def label(code: StrEnum) -> Sentence:
    """The English word for a code, translatable; KeyError for an enum not of this module."""
    if isinstance(code, OrganisationKind):
        return say(_KIND_LABELS[code])
    if isinstance(code, Function):
        return say(_FUNCTION_LABELS[code])
    return say(_OTHER_LABELS[code])


def is_post(kind: str) -> bool:
    """Whether the organisation represents a sending State or body; an unknown code does not."""
    return kind in _POSTS


def is_consular_post(kind: str) -> bool:
    """Whether the post is a consular one, honorary ones included."""
    return kind in _CONSULAR_POSTS


def is_head_of_mission(function: str) -> bool:
    """Whether the function heads a diplomatic mission, chargés included (VCDR art. 14 and 19)."""
    return function in _DIPLOMATIC_CLASS


def diplomatic_class(function: str) -> int | None:
    """1 ambassadors and equals, 2 envoys, 3 chargés en pied, 4 chargés a.i.; None for others."""
    return _lookup(_DIPLOMATIC_CLASS, function)


def consular_class(function: str) -> int | None:
    """1 consuls-general, 2 consuls, 3 vice-consuls, 4 agents, 5 acting heads; None for others."""
    return _lookup(_CONSULAR_CLASS, function)


def is_honorary(code: str) -> bool:
    """Whether the function, or the kind of post, is an honorary one."""
    return code in _HONORARY


def is_career(function: str) -> bool:
    """Whether the function is that of a career consul or a diplomat on the list."""
    known = function in _DIPLOMATIC_CLASS or function in _CONSULAR_CLASS or function in _STAFF_ORDER
    return known and function not in _HONORARY


def staff_order(function: str) -> int | None:
    """Place on the ladder of a mission's staff, 1 the highest; None for others.

    The defence attaché's place, after counsellors, is custom and may be moved by hand.
    """
    return _lookup(_STAFF_ORDER, function)


def _lookup(table: dict[Function, int], function: str) -> int | None:
    return table[Function(function)] if function in table else None
