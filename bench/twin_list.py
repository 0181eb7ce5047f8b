"""Invented people of whom some stand twice, with slips of the pen: a list to find twins in.

Names are made of syllables and are as common as names are (a few belong to many, most to few),
because a list of a few hundred names would be unfair to whoever compares all that share one.
"""

from __future__ import annotations

import csv
import random
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = (
    "rec_id", "Given name", "Family name", "Street", "Postal code", "City", "Birth date", "Email",
    "Phone",
)  # fmt: skip
TWICE = 0.1
_SYLLABLES = [
    "ba",
    "be",
    "da",
    "del",
    "du",
    "fa",
    "ga",
    "han",
    "jo",
    "ka",
    "kos",
    "la",
    "lin",
    "ma",
    "mer",
    "mi",
    "na",
    "no",
    "pa",
    "per",
    "ra",
    "rin",
    "sa",
    "sen",
    "so",
    "ta",
    "ten",
    "va",
    "ver",
    "vi",
    "wa",
    "wil",
    "za",
    "zel",
]
_ENDS = ("s", "n", "mans", "inck", "aert", "ova", "ski", "berg", "ez", "ini", "oğlu", "sen", "")
_WAYS = ("straat", "weg", "laan", "plein", "kaai", " rue", " avenue", "ring")
STREETS, CITIES = 600, 80


def write(path: Path, count: int) -> Path:
    """A list of `count` people, a tenth of whom are twins of others (same number in `rec_id`)."""
    dice = random.Random(20_261_125)  # noqa: S311 - invented people need no secrecy
    families = [_name(dice, 3) + dice.choice(_ENDS) for _ in range(30_000)]
    given = [_name(dice, 2) for _ in range(3_000)]
    ways = [_name(dice, 3).title() + dice.choice(_WAYS) for _ in range(STREETS)]
    cities = [_name(dice, 3).title() for _ in range(CITIES)]
    weights = [list(accumulate(1 / (at + 8) for at in range(len(of)))) for of in (families, given)]
    rows = []
    for number in range(int(count * (1 - TWICE))):
        family = dice.choices(families, cum_weights=weights[0])[0]
        first = dice.choices(given, cum_weights=weights[1])[0]
        rows.append(
            _person(dice, number, (family.title(), first.title()), dice.choice(ways), cities)
        )
    rows += [_twin(dice, dice.choice(rows), number) for number in range(count - len(rows))]
    dice.shuffle(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    return path


def _name(dice: random.Random, most: int) -> str:
    return "".join(dice.choice(_SYLLABLES) for _ in range(dice.randint(2, most)))


def _person(
    dice: random.Random, number: int, name: tuple[str, str], street: str, cities: list[str]
) -> list[str]:
    at = dice.randrange(len(cities))
    return [
        f"rec-{number}-org",
        name[1],
        name[0],
        f"{street} {dice.randint(1, 250)}",
        str(1000 + at * 100 + dice.randint(0, 9) * 10),
        cities[at],
        f"{dice.randint(1930, 2005)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
        f"guest{number}@example.org" if dice.random() < 0.5 else "",
        f"+32 9 {dice.randint(1_000_000, 9_999_999)}" if dice.random() < 0.5 else "",
    ]


def _twin(dice: random.Random, row: list[str], number: int) -> list[str]:
    """The same person, entered again: one to three fields with a slip, left out or turned round."""
    twin = [row[0].replace("-org", f"-dup-{number}"), *row[1:]]
    for _ in range(dice.randint(1, 3)):
        at = dice.randint(1, len(row) - 1)
        if at < 3 and dice.random() < 0.2:
            twin[1], twin[2] = twin[2], twin[1]
        elif at > 3 and dice.random() < 0.4:
            twin[at] = ""
        elif at != 7 and len(twin[at]) > 2:
            twin[at] = _slip(dice, twin[at]) if at != 6 else twin[at]
    return twin


def _slip(dice: random.Random, text: str) -> str:
    at = dice.randrange(len(text) - 1)
    match dice.randrange(3):
        case 0:
            return text[:at] + text[at + 1 :]
        case 1:
            return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        case _:
            return text[:at] + dice.choice("aeinrst") + text[at:]
