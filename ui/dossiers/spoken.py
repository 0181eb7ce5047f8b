"""Names of languages in the window's language, as CLDR has them.

Their table is read as this module is loaded (a twentieth of a second): in a worker, with the rest
that is loaded ahead.
"""

from __future__ import annotations

from babel import Locale

from ui.core import language


def spoken_name(code: str) -> str:
    """The name of a language; a code nobody knows as it is."""
    return str(Locale(str(language.current())).languages.get(code, code))


spoken_name("nl")
