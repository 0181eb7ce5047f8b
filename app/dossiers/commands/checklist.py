"""Writing who does what on the day, which partners are served, which papers are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts.model import Organisation
from app.core.command import command, naming
from app.core.records import as_seen, checked, refuse
from app.core.text import N_, Language
from app.dossiers.draft.templates import RoleDraft
from app.dossiers.model import Dossier, DossierPartner, DossierRole, SpecialDay
from app.dossiers.queries.templates import ROLE_FIELDS, SPECIAL_DAY_FIELDS
from app.dossiers.rules.days_to_mind import name_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.dossiers.draft.templates import PartnerDraft, SpecialDayDraft


@command(N_("Changed the roles of {title}"))
def set_roles(
    session: Session,
    dossier_id: UUID,
    roles: Sequence[RoleDraft],
    seen: Sequence[RoleDraft] | None = None,
) -> None:
    """Keep who does what as given, in this order, in the place of those `seen`.

    Raises:
        ConflictError: somebody changed them in between.
    """
    refuse(problem for one in roles for problem in one.problems())
    dossier = checked(session, Dossier, dossier_id, None)
    as_seen(seen, (RoleDraft(one.role, one.name, one.phone) for one in dossier.roles))
    naming(session, title=dossier.title)
    kept = list(dossier.roles)
    for position, wanted in enumerate(roles):
        if position < len(kept):
            line = kept[position]
        else:
            line = DossierRole(role=wanted.role)
            dossier.roles.append(line)
        for name in ROLE_FIELDS:
            setattr(line, name, str(getattr(wanted, name)).strip())
        line.position = position
    for extra in kept[len(roles) :]:
        dossier.roles.remove(extra)


@command(N_("Changed the partners of {title}"))
def set_partners(session: Session, dossier_id: UUID, partners: Sequence[PartnerDraft]) -> None:
    """Keep the partners as given; who is named twice stands there once, with the last wish."""
    refuse(problem for one in partners for problem in one.problems())
    dossier = checked(session, Dossier, dossier_id, None)
    naming(session, title=dossier.title)
    wanted = {one.organisation: one.wish.strip() for one in partners if one.organisation}
    for gone in [one for one in dossier.partners if one.organisation_id not in wanted]:
        dossier.partners.remove(gone)
    known = {one.organisation_id: one for one in dossier.partners}
    for organisation_id, wish in wanted.items():
        if organisation_id in known:
            known[organisation_id].wish = wish
        else:
            organisation = checked(session, Organisation, organisation_id, None)
            dossier.partners.append(DossierPartner(wish=wish, organisation=organisation))


@command(N_("Changed the papers {title} needs"))
def set_papers(session: Session, dossier_id: UUID, kinds: Sequence[str]) -> None:
    """Keep which papers a dossier needs, as kinds of the catalogue."""
    dossier = checked(session, Dossier, dossier_id, None)
    naming(session, title=dossier.title)
    dossier.papers = list(dict.fromkeys(kinds))


@command(N_("Added the day to mind {name}"))
def add_special_day(session: Session, draft: SpecialDayDraft) -> UUID:
    """Keep a day to mind when a date is chosen."""
    refuse(draft.problems())
    begins: dt.date = draft.starts_on  # type: ignore[assignment]  # a draft without a day was refused
    made = SpecialDay(starts_on=begins)
    session.add(made)
    _fill(session, made, draft)
    return made.id


@command(N_("Changed the day to mind {name}"))
def change_special_day(
    session: Session, day_id: UUID, revision: UUID | None, draft: SpecialDayDraft
) -> None:
    """Keep a day to mind as the draft has it."""
    refuse(draft.problems())
    _fill(session, checked(session, SpecialDay, day_id, revision), draft)


@command(N_("Removed the day to mind {name}"))
def remove_special_day(session: Session, day_id: UUID) -> None:
    """Remove a day to mind."""
    one = checked(session, SpecialDay, day_id, None)
    naming(session, name=_called(one))
    session.delete(one)


def _fill(session: Session, one: SpecialDay, draft: SpecialDayDraft) -> None:
    for name in SPECIAL_DAY_FIELDS:
        setattr(one, name, getattr(draft, name))
    naming(session, name=_called(one))


def _called(one: SpecialDay) -> str:
    return name_in((one.name_en, one.name_nl, one.name_fr), Language.NL)
