"""Words with their looks: what every block and every drawing is written in.

There is no markup. A name typed as `<b>&"` prints as `<b>&"`; looks are given by `Run`s alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias


class Role(StrEnum):
    """What a colour is for; `theme.py` says which colour that is."""

    INK = "ink"
    MUTED = "muted"
    FAINT = "faint"  # rules and outlines, never words
    ACCENT = "accent"
    ACCENT_SOFT = "accent_soft"  # a surface
    ON_ACCENT = "on_accent"  # words on accent
    ATTENTION = "attention"
    ATTENTION_SOFT = "attention_soft"  # a surface
    WRONG = "wrong"
    WRONG_SOFT = "wrong_soft"  # a surface
    GOOD = "good"
    GOOD_SOFT = "good_soft"  # a surface
    PAPER = "paper"
    SERIES_1 = "series_1"  # charts: six that differ in print and for colour-blind readers
    SERIES_2 = "series_2"
    SERIES_3 = "series_3"
    SERIES_4 = "series_4"
    SERIES_5 = "series_5"
    SERIES_6 = "series_6"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words with one look. `None` means: as its place wants it.

    `weight` is 400 (regular) to 700 (bold). `lang` is the BCP 47 language of these words and
    chooses the form of Han letters (`ja`, `zh-Hans`, `zh-Hant`, `ko`). `isolate` keeps a name from
    pulling the brackets and numbers beside it out of order. `where` is whom or what to name when
    a letter cannot be printed ("guest 17, Aram Petrosyan").
    """

    text: str
    weight: int | None = None
    italic: bool = False
    role: Role | None = None
    lang: str = ""
    isolate: bool = False
    where: str = ""


Words: TypeAlias = "str | Run | tuple[str | Run, ...]"
"""A plain string, a run, or a row of both. A line feed in the text is a forced new line."""


def runs_of(words: Words) -> tuple[Run, ...]:
    """Any words as runs, the empty ones left out."""
    parts = (words,) if isinstance(words, str | Run) else words
    runs = (Run(part) if isinstance(part, str) else part for part in parts)
    return tuple(run for run in runs if run.text)


def plain_text(words: Words) -> str:
    """The letters alone: for outlines, titles and tests."""
    return "".join(run.text for run in runs_of(words))


def styled(
    words: Words, *, weight: int | None = None, role: Role | None = None, where: str = ""
) -> tuple[Run, ...]:
    """The words with what they leave open filled in; what a run says itself stays."""
    return tuple(
        replace(
            run,
            weight=run.weight if run.weight is not None else weight,
            role=run.role if run.role is not None else role,
            where=run.where or where,
        )
        for run in runs_of(words)
    )


def bold(text: str) -> Run:
    """Words that stand out."""
    return Run(text, weight=600)


def italic(text: str) -> Run:
    """Words in italics (a pronunciation)."""
    return Run(text, italic=True)


def muted(text: str) -> Run:
    """Words that stand back."""
    return Run(text, role=Role.MUTED)


def name(text: str, lang: str = "", *, weight: int | None = None, where: str = "") -> Run:
    """A person's or place's name inside a sentence: isolated, in its own language."""
    return Run(text, weight=weight, lang=lang, isolate=True, where=where or text)
