"""The list of what partners and participants are invoiced, for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.text import N_, Language, t
from app.interchange.writing import write_csv, written
from app.missions.queries import InvoiceLine, invoice_lines
from app.missions.rules.costs import Money, exact
from app.missions.rules.shares import Payer, payer_label

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session


def export_invoices(session: Session, mission_id: UUID, path: Path, language: Language) -> int:
    """Write a line for each part of a cost somebody owes, amounts as Belgium writes them.

    Returns:
        How many lines were written.

    Raises:
        NotFoundError: there is no such mission (any more).
        CannotWriteError: the file cannot be written; an older one stays as it was.
    """
    header = [
        t(words, language)
        for words in (
            N_("Payer"), N_("Name"), N_("Organisation"), N_("What for"), N_("Day"), N_("Amount"),
            N_("Currency"), N_("In euro"), N_("Withdrew"),
        )
    ]  # fmt: skip
    lines = invoice_lines(session, mission_id)
    return write_csv(path, header, [_cells(one, language) for one in lines], bom=True)


def _cells(one: InvoiceLine, language: Language) -> list[str]:
    payer = one.payer
    return [
        payer_label(payer.payer if payer.payer in set(Payer) else Payer.PARTNER).to(language),
        written(payer.name),
        written(one.unit),
        written(one.what),
        one.day.isoformat(),
        _amount(one.money),
        one.money.currency,
        _amount(one.euro) if one.euro is not None else "",
        t(N_("yes"), language) if one.withdrawn else "",
    ]


def _amount(money: Money) -> str:
    """An exact amount with a decimal comma: "1250,05"."""
    return f"{exact(money):f}".replace(".", ",")
