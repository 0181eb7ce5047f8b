"""Errors as people read them: one sentence and a next step, never a traceback."""

from __future__ import annotations

import logging

from app.core.errors import BelfryError, CancelledError, InvalidError, Problem
from ui.core.language import read, tr

_log = logging.getLogger(__name__)


def sentence_of(error: Exception) -> str:
    """The sentence for an error; one we do not know is logged with its traceback."""
    if isinstance(error, BelfryError):
        return read(error.sentence)
    _log.error("Unforeseen error", exc_info=error)
    return tr("Something went wrong and nothing was changed. Try again, or send us the log.")


def problems_of(error: Exception) -> list[Problem]:
    """The problems of fields an error carries."""
    return list(error.problems) if isinstance(error, InvalidError) else []


def is_cancel(error: Exception) -> bool:
    """Whether a person cancelled, which is no problem."""
    return isinstance(error, CancelledError)
