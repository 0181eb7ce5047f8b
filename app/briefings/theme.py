"""The looks of paper: every colour and measure, by what it is for.

Points unless it says mm. Page measures are those of a standing reader: generous margin, one accent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.briefings.runs import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

COLOURS: Final[Mapping[Role, str]] = {
    Role.INK: "1B2430",
    Role.MUTED: "5B6675",
    Role.FAINT: "C9CFD6",
    Role.ACCENT: "1D4E89",
    Role.ACCENT_SOFT: "E4EDF7",
    Role.ON_ACCENT: "FFFFFF",
    Role.ATTENTION: "8A5A0B",
    Role.ATTENTION_SOFT: "FBF1DF",
    Role.WRONG: "A3262A",
    Role.WRONG_SOFT: "FBE9E9",
    Role.GOOD: "1F6B3A",
    Role.GOOD_SOFT: "E6F3EA",
    Role.PAPER: "FFFFFF",
    Role.SERIES_1: "1D4E89",
    Role.SERIES_2: "C57B12",
    Role.SERIES_3: "3E8E7E",
    Role.SERIES_4: "8C4A7C",
    Role.SERIES_5: "7FA8D1",
    Role.SERIES_6: "6B7280",
}
MM: Final = 72 / 25.4
A4: Final = (595.28, 841.89)
MARGIN: Final = 50.5
HEADER_BASE: Final = 50.0  # baseline of the header, from the top edge
HEADER_RULE: Final = 65.5
BODY_TOP: Final = 80.0
BODY_FOOT: Final = 60.0  # room under the body
FOOTER_RULE: Final = 50.0
FOOTER_BASE: Final = 34.0
LOGO_HEIGHT: Final = 26.0

HEADER: Final = 9.0
FOOTER: Final = 8.0
TITLE: Final = (20.0, 25.0)  # size, leading
SUBTITLE: Final = (11.0, 15.5)
LEAD: Final = (12.0, 17.0)
BODY: Final = (10.5, 14.5)
LETTER: Final = (11.0, 16.0)
ENGRAVED: Final = (15.0, 25.0)
LETTER_HEAD: Final = (17.0, 22.0)
LETTER_MARGIN: Final = 71.0  # 25 mm
LETTER_TOP: Final = 56.0
SMALL: Final = (9.0, 12.8)
HEADINGS: Final = {1: (11.5, 16.0), 2: (10.5, 14.5), 3: (9.5, 13.0)}
AIR_BEFORE_HEADING: Final = {1: 14.0, 2: 10.0, 3: 8.0}
AIR_AFTER_HEADING: Final = {1: 6.0, 2: 4.0, 3: 3.0}
AIR: Final = 6.0  # between blocks
LABEL_WIDTH: Final = 80.0
CELL_PAD: Final = 4.0
CELL_FLOOR: Final = 7.0
CELL_LEADING: Final = 1.34
RULE: Final = 0.6
HAIR: Final = 0.5
PHOTO: Final = (62.0, 76.5)
PHOTO_DPI: Final = 300
SIDE_WIDTH: Final = 126.0
GUTTER: Final = 14.0


def rgb(role: Role) -> tuple[float, float, float]:
    """A colour as three numbers from 0 to 1."""
    code = COLOURS[role]
    red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue
