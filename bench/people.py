"""Invented people in any number, always the same: a list as a city's web form gives it."""

from __future__ import annotations

import csv
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS = (
    "Family name",
    "Given name",
    "Native name",
    "Gender",
    "Nationality",
    "Language",
    "Street",
    "Postal code",
    "City",
    "Email",
    "Phone",
    "Note",
)
IN_EVERY_ROW = "stadsgast"
"""A word of every note: the hardest thing to search for."""

# language, nationality, given names (women, men), family names
_PEOPLES: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "nl",
        "BE",
        "Anke Griet Hilde Lotte Marijke Saskia Veerle Noor Elke Tine",
        "Bram Dries Joost Koen Lieven Pieter Stijn Wout Jef Maarten",
        (
            "Janssens|Van den Broeck|De Smet|Peeters|Verhaegen|Van Damme|Claes|Wouters|De Backer|"
            "Goossens|Vermeulen|Van der Velde|Lambrechts|Hendrickx|'t Kindt|D'Hondt"
        ),
    ),
    (
        "fr",
        "BE",
        "Amélie Béatrice Chloé Élodie Geneviève Hélène Maëlle Océane Zoé Agnès",
        "Aurélien Benoît Cédric Gaëtan Loïc Mathieu Noël Rémy Thibault Yves",
        (
            "Dubois|Lefèvre|Delvaux|Dupont|Lambert|Fontaine|Mercier|Rousselle|Charlier|Noël|"
            "d'Aspremont|de la Croix|Baudouin|Gérard|Hénin|Thiry"
        ),
    ),
    (
        "en",
        "GB",
        "Alice Charlotte Eleanor Fiona Harriet Imogen Rosalind Victoria Maeve Siân",
        "Alistair Callum Edward Graham Hugh Owen Rupert Stuart Finlay Rhys",
        (
            "Ashworth|O'Brien|MacLeod|Pemberton|Whitfield|Carrington|Llewellyn|Fitzgerald|Hargreaves|"
            "Smith-Jones|Thackeray|Winterbourne"
        ),
    ),
    (
        "de",
        "DE",
        "Anneliese Brunhild Käthe Liselotte Mareike Sörine Ursula Wiebke",
        "Björn Dietrich Günther Jürgen Klaus Matthias Rüdiger Wolfgang",
        "Müller|Schröder|von Hohenfels|Weiß|Königsberger|Großmann|Lübke|Brückner|Jäger|Zöllner",
    ),
    (
        "pl",
        "PL",
        "Agnieszka Bożena Grażyna Małgorzata Zofia Łucja",
        "Bartłomiej Jarosław Łukasz Paweł Stanisław Wojciech",
        "Wiśniewski|Kamiński|Dąbrowski|Łukasiewicz|Woźniak|Szczepański|Głowacki|Żurawski",
    ),
    (
        "tr",
        "TR",
        "Ayşe Çiğdem Gülşen İpek Şule Zeynep",
        "Çağlar Emrah Hüseyin İbrahim Oğuz Ümit",
        "Yılmaz|Öztürk|Şahin|Çelik|Güneş|Aydın|Karadağ|Işık",
    ),
    (
        "en",
        "JP",
        "Aoi Haruka Misaki Sakura Yui Ayumi",
        "Daichi Haruto Kenji Ren Takumi Hiroshi",
        "Tanaka|Suzuki|Takahashi|Watanabe|Kobayashi|Yoshida|Matsumoto|Shimizu",
    ),
    (
        "fr",
        "MA",
        "Amina Fatima Khadija Leïla Naïma Zineb",
        "Abdelkader Hicham Karim Mehdi Rachid Youssef",
        "El Amrani|Benjelloun|Ait Ali|Bouzidi|Cherkaoui|Idrissi|Ouazzani|El-Fassi",
    ),
)
_NATIVE = {
    "Tanaka": "田中",
    "Suzuki": "鈴木",
    "Takahashi": "高橋",
    "Watanabe": "渡辺",
    "Benjelloun": "بنجلون",
    "Idrissi": "إدريسي",
}
_STREETS = ("Kerkstraat", "Rue Haute", "Stationslaan", "Avenue du Parc", "Molenweg", "Grote Markt")
_CITIES = (
    ("8000", "Brugge"),
    ("9000", "Gent"),
    ("2000", "Antwerpen"),
    ("4000", "Liège"),
    ("5000", "Namur"),
    ("1000", "Brussel"),
    ("3000", "Leuven"),
    ("7000", "Mons"),
)
_NOTES = ("speaks at openings", "prefers the train", "vegetarian", "patron of the choir", "")


def people(count: int) -> Iterator[list[str]]:
    """Rows for COLUMNS; the same count gives the same people."""
    dice = random.Random(20_261_124)  # noqa: S311 - invented people need no secrecy
    for number in range(count):
        language, nation, women, men, families = dice.choice(_PEOPLES)
        gender = dice.choice("fm")
        given = dice.choice((women if gender == "f" else men).split())
        if dice.random() < 0.4:
            given += " " + dice.choice((women if gender == "f" else men).split())
        family = dice.choice(families.split("|"))
        if dice.random() < 0.3:
            family += "-" + dice.choice(families.split("|"))
        code, city = dice.choice(_CITIES)
        street = f"{dice.choice(_STREETS)} {dice.randint(1, 240)}"
        note = f"{IN_EVERY_ROW} {dice.choice(_NOTES)} {number}"
        yield [
            *(family, given, _NATIVE.get(family, ""), gender, nation, language, street, code, city),
            *(f"guest{number}@example.org", f"+32 2 {number // 1000:03} {number % 1000:03}", note),
        ]


def write(path: Path, count: int) -> Path:
    """Write a list of people as a comma-separated UTF-8 file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(COLUMNS)
        out.writerows(people(count))
    return path
