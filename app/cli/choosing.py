"""Commands about choosing: whom to invite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.cli.common import answer_rows, context, opened, resolve
from app.receptions.queries import who_to_invite

if TYPE_CHECKING:
    from app.core.text import Language
    from app.receptions.queries import ProposedRow


def who(reference: str, limit: int, *, staff: bool) -> int:
    """Print the proposals of a reception, the best first."""
    language = context().language
    with opened() as workspace:
        reception = workspace.ask(resolve, reference, ("reception",))
        found = workspace.ask(who_to_invite, reception, language, limit, staff=staff)
    answer_rows([_row(place, row, language) for place, row in enumerate(found.rows, start=1)])
    return 0


def _row(place: int, row: ProposedRow, language: Language) -> dict[str, Any]:
    reasons = [one.words.to(language) for one in row.told]
    return {
        "place": place,
        "id": row.id.hex,
        "name": row.styled,
        "title": row.title,
        "score": row.score,
        "reasons": reasons if context().json else "; ".join(reasons),
    }
