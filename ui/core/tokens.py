"""The named colours and type sizes of the house, light and dark."""

from __future__ import annotations

from dataclasses import dataclass

LIGHT: dict[str, str] = {
    "background": "#F6F7F9",
    "surface": "#FFFFFF",
    "rail": "#F0F2F5",
    "line": "#E1E5EA",
    "strong_line": "#8C95A3",
    "text": "#1B2430",
    "text2": "#5B6675",
    "accent": "#1D4E89",
    "accent_hover": "#173F70",
    "accent_soft": "#E4EDF7",
    "on_accent": "#FFFFFF",
    "attention": "#A8741A",
    "attention_ink": "#8A5C0F",
    "attention_soft": "#FBF1DF",
    "wrong": "#B3261E",
    "wrong_soft": "#FBE9E7",
    "good": "#2E6B4F",
    "good_soft": "#E3F1EA",
    "quiet_soft": "#F0F2F5",
    "selection": "#E4EDF7",
    "handle": "#C6CDD6",
    "hover": "#F3F6FA",
    "scrim": "#52141A22",
}
DARK: dict[str, str] = {
    "background": "#14181E",
    "surface": "#1B2027",
    "rail": "#171B21",
    "line": "#2C333D",
    "strong_line": "#6B7685",
    "text": "#E6EAF0",
    "text2": "#98A3B3",
    "accent": "#7FB2E5",
    "accent_hover": "#9AC3EC",
    "accent_soft": "#22324A",
    "on_accent": "#10151B",
    "attention": "#E0B25C",
    "attention_ink": "#E0B25C",
    "attention_soft": "#3A301D",
    "wrong": "#F2A19A",
    "wrong_soft": "#3E2422",
    "good": "#86CBA8",
    "good_soft": "#1F3329",
    "quiet_soft": "#262D36",
    "selection": "#22324A",
    "handle": "#3E4855",
    "hover": "#20262E",
    "scrim": "#8C000000",
}

# A tone is what a status says; each has the ink of its word and the ground of its pill.
TONES: dict[str, tuple[str, str]] = {
    "neutral": ("text2", "quiet_soft"),
    "accent": ("accent", "accent_soft"),
    "attention": ("attention_ink", "attention_soft"),
    "wrong": ("wrong", "wrong_soft"),
    "good": ("good", "good_soft"),
}


@dataclass(frozen=True, slots=True)
class TypeRole:
    """A role of type: size in logical pixels at 100 %, weight of Inter's axis."""

    size: int
    weight: int = 400
    figures: bool = False


ROLES: dict[str, TypeRole] = {
    "body": TypeRole(13),
    "strong": TypeRole(13, 600),
    "medium": TypeRole(13, 530),
    "number": TypeRole(13, 400, figures=True),
    "small": TypeRole(11),
    "small_strong": TypeRole(11, 600),
    "small_medium": TypeRole(11, 530),
    "chip": TypeRole(12, 480),
    "chip_strong": TypeRole(12, 600),
    "heading": TypeRole(16, 620),
    "title": TypeRole(20, 640),
    "figure": TypeRole(20, 640),
    "door": TypeRole(26, 640),
    "door_name": TypeRole(19, 620),
    "door_body": TypeRole(15),
    "door_strong": TypeRole(15, 600),
    "door_figure": TypeRole(38, 640, figures=True),
}
