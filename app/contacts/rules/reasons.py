"""Reasons as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.core.text import Language, Sentence


def reasons_told(reasons: Sequence[Sentence], language: Language) -> str:
    """Reasons as a person reads them: "Same name, other mail address"."""
    words = ", ".join(reason.to(language) for reason in reasons)
    return words[:1].upper() + words[1:]
