"""Letters of the office in one file: each on pages of its own, in its own language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.briefings.house import Audience
from app.briefings.letter import compose, document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Document
    from app.core.text import Language


def letter_documents(
    session: Session, letters: Sequence[UUID], language: Language
) -> list[Document]:
    """The letters as documents; `language` counts where neither letter nor reader names one.

    Raises:
        NotFoundError: one of them is gone.
    """
    return [document(compose(session, one, language, Audience.EXTERNAL)) for one in letters]
