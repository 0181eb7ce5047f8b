"""Four public visits to Ghent as their hosts published them; every name of a person is invented."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from app.dossiers.draft import ProgrammeDraft


@dataclass(frozen=True)
class Visit:
    """A day as it was: `guests` are (given, family, gender, languages, function, body, circle)."""

    title: str
    day: dt.date
    hours: tuple[str, str]
    place: str
    host: str
    kind: str
    origin: str
    guests: tuple[tuple[str, ...], ...]
    lines: tuple[dict[str, Any], ...]
    roles: tuple[tuple[str, str, str], ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)

    def at(self, clock_time: str) -> dt.datetime:
        return dt.datetime.combine(self.day, dt.time.fromisoformat(clock_time))

    def drafts(self) -> list[ProgrammeDraft]:
        return [
            ProgrammeDraft(
                **{name: value for name, value in one.items() if name != "at"},
                starts_at=self.at(one["at"]),
            )
            for one in self.lines
        ]


NETHERLANDS = Visit(
    "Werkbezoek van de ambassadeur van Nederland",
    dt.date(2016, 2, 29),
    ("10:00", "14:30"),
    "Gouverneursresidentie",
    "de gouverneur van Oost-Vlaanderen",
    "working_visit",
    "reactive",
    (
        ("Willemijn", "Hartogs", "f", "nl en", "ambassador", "emb NL", "principal"),
        ("Joris", "Terlinden", "m", "nl en", "counsellor", "emb NL", "suite"),
        ("Godelieve", "Baeteman", "f", "nl fr", "governor", "province", "city"),
        ("Wouter", "Steenhaut", "m", "nl", "mayor", "city", "city"),
        ("Anneleen", "Vercruyssen", "f", "nl en", "professor", "university", "partners"),
        ("Maarten", "Zonderland", "m", "nl", "other", "zeeland", "partners"),
    ),
    (
        {"at": "10:00", "minutes": 15, "title": "Onthaal door de gouverneur",
         "place": "Gouverneursresidentie", "host": "de gouverneur", "owner": "Kabinet gouverneur"},
        {"at": "10:15", "minutes": 60, "title": "Werkvergadering: de provincie stelt zich voor",
         "place": "Gouverneursresidentie, eetzaal", "host": "een gedeputeerde",
         "owner": "Kabinet gouverneur", "language": "nl",
         "attendees": "ambassadeur, gouverneur, Commissaris van de Koning van Zeeland"},
        {"at": "11:15", "minutes": 30, "title": "De stad stelt zich voor", "kind": "speech",
         "place": "Gouverneursresidentie, eetzaal", "host": "de burgemeester",
         "speaker": "Wouter Steenhaut", "owner": "Protocol", "language": "nl"},
        {"at": "11:45", "minutes": 30, "title": "De universiteit stelt zich voor", "kind": "speech",
         "place": "Gouverneursresidentie, eetzaal", "speaker": "Anneleen Vercruyssen",
         "owner": "Universiteit", "language": "nl"},
        {"at": "12:30", "minutes": 90, "title": "Lunch met bedrijven",
         "place": "Gouverneursresidentie, salon", "host": "de gouverneur",
         "owner": "Kabinet gouverneur", "travel_minutes": 5, "fixed": True},
        {"at": "14:00", "minutes": 30, "title": "Ronde van de bedrijven",
         "place": "Gouverneursresidentie, salon", "host": "de gouverneur", "owner": "Economie"},
    ),
)  # fmt: skip
JAPAN_2017 = Visit(
    "Visit of the Ambassador of Japan",
    dt.date(2017, 11, 28),
    ("09:30", "15:00"),
    "City Hall",
    "the Governor and the Mayor",
    "official_visit",
    "reactive",
    (
        ("Haruto", "Minobe", "m", "ja en", "ambassador", "emb JP", "principal"),
        ("Rin", "Kagawa", "f", "ja en", "counsellor", "emb JP", "suite"),
        ("Sota", "Ebina", "m", "ja en fr", "attache", "emb JP", "suite"),
        ("Godelieve", "Baeteman", "f", "nl en", "governor", "province", "city"),
        ("Wouter", "Steenhaut", "m", "nl en", "mayor", "city", "city"),
        ("Lena", "Portael", "f", "nl en", "ceo", "port", "business"),
    ),
    (
        {"at": "09:30", "minutes": 15, "title": "Arrival, signing of the golden book",
         "place": "City Hall", "host": "the Mayor", "owner": "Jan Claes", "phone": "0470 00 00 01"},
        {"at": "09:45", "minutes": 10, "title": "Welcome", "kind": "speech", "place": "City Hall",
         "host": "the Mayor", "speaker": "Wouter Steenhaut", "owner": "Jan Claes",
         "language": "en"},
        {"at": "09:55", "minutes": 95, "title": "Presentations: province, city, university",
         "place": "City Hall", "host": "the Governor", "owner": "Mia Vermeulen", "language": "en"},
        {"at": "11:30", "minutes": 30, "title": "By car to the port", "kind": "transfer",
         "owner": "Driver Wout", "phone": "0470 00 00 02", "public": False,
         "place": "Botermarkt", "note": "Two cars; the suite in the second."},
        {"at": "12:00", "minutes": 60, "title": "Visit of the port", "place": "Port House, quay 2",
         "host": "the port authority", "owner": "Lena Portael", "language": "en",
         "rain_plan": "by coach along the docks"},
        {"at": "13:00", "minutes": 120, "title": "Luncheon with port and chamber of commerce",
         "place": "Port House", "host": "the port authority and VOKA", "owner": "Lena Portael",
         "travel_minutes": 0, "note": "Company round with the coffee, 2 minutes each."},
    ),
    (("Driver, first car", "Driver Wout", "0470 00 00 02"), ("Photographer", "", "")),
)  # fmt: skip
JAPAN_2020 = Visit(
    "Eerste officieel bezoek van de ambassadeur van Japan",
    dt.date(2020, 3, 6),
    ("09:30", "17:30"),
    "Universiteit, stadhuis en haven",
    "de burgemeester",
    "official_visit",
    "proactive",
    (
        ("Noboru", "Takeshita", "m", "ja en", "ambassador", "emb JP", "principal"),
        ("Mei", "Arakawa", "f", "ja en nl", "interpreter", "emb JP", "suite"),
        ("Ruben", "Ackermans", "m", "nl en", "rector", "university", "partners"),
        ("Sofie", "Delanghe", "f", "nl en", "dean", "university", "partners"),
        ("Wouter", "Steenhaut", "m", "nl en", "mayor", "city", "city"),
        ("Lena", "Portael", "f", "nl en", "ceo", "port", "business"),
    ),
    (
        {"at": "09:30", "minutes": 20, "title": "Welkom door de decaan",
         "place": "Faculteit, onthaalzaal", "host": "de decaan", "owner": "Sofie Delanghe",
         "language": "en"},
        {"at": "10:00", "minutes": 30, "title": "Wandeling in de Kanazawatuin",
         "place": "Plantentuin", "host": "de decaan", "owner": "Hortus", "travel_minutes": 10,
         "rain_plan": "tuin onder glas"},
        {"at": "10:45", "minutes": 30, "title": "Ontvangst door de rector", "place": "Rectoraat",
         "host": "de rector", "owner": "Universiteit", "travel_minutes": 15, "language": "en"},
        {"at": "11:20", "minutes": 25, "title": "Schenking van boeken",
         "place": "Universiteitsbibliotheek", "host": "de rector", "owner": "Universiteit",
         "travel_minutes": 5, "attendees": "ambassadeur, rector, bibliothecaris"},
        {"at": "12:00", "minutes": 60, "title": "Gastcollege voor studenten", "kind": "speech",
         "place": "Aula", "host": "de rector", "speaker": "Noboru Takeshita",
         "owner": "Sofie Delanghe", "language": "en", "travel_minutes": 10},
        {"at": "14:00", "minutes": 15, "title": "Toespraak van de burgemeester", "kind": "speech",
         "place": "Stadhuis", "host": "de burgemeester", "speaker": "Wouter Steenhaut",
         "interpreter": "Mei Arakawa", "owner": "Protocol", "language": "nl",
         "travel_minutes": 15, "fixed": True},
        {"at": "14:15", "minutes": 15, "title": "Antwoord van de ambassadeur", "kind": "speech",
         "place": "Stadhuis", "speaker": "Noboru Takeshita", "interpreter": "Mei Arakawa",
         "owner": "Protocol", "language": "ja"},
        {"at": "14:30", "minutes": 60, "title": "Receptie en gulden boek", "place": "Stadhuis",
         "host": "de burgemeester", "owner": "Protocol"},
        {"at": "16:00", "minutes": 90, "title": "North Sea Port en Japanse bedrijven",
         "place": "Havenhuis", "host": "de gedelegeerd bestuurder van de haven",
         "owner": "Lena Portael", "language": "en", "travel_minutes": 30,
         "attendees": "ambassadeur, gedelegeerd bestuurder, Japanse bedrijven"},
    ),
    facts={"reason": "de tuin van zusterstad Kanazawa", "points_to_raise": ("Dank.", "Ruil.")},
)  # fmt: skip
KINGS_DAY = Visit(
    "King’s Day reception, Friday 25 April 2025",
    dt.date(2025, 4, 25),
    ("18:00", "20:30"),
    "City Hall, Pacification Hall",
    "the Honorary Consul-General of the Netherlands",
    "national_day",
    "reactive",
    (
        ("Pieter", "Boomgaard", "m", "nl en", "honorary_consul_general", "hc NL", "principal"),
        ("Fenna", "Rozeboom", "f", "nl en", "deputy_head", "emb NL", "principal"),
        ("Katrien", "Mortelmans", "f", "nl fr", "mayor", "city", "city"),
        ("Émile", "Garance", "m", "fr", "honorary_consul", "hc FR", "corps"),
    ),
    (
        {"at": "17:30", "minutes": 30, "title": "Flags and lectern", "place": "Pacification Hall",
         "owner": "Usher Luc", "phone": "0470 00 00 03", "public": False},
        {"at": "18:00", "minutes": 30, "title": "Arrival of the guests", "place": "Entrance hall",
         "host": "the Honorary Consul-General", "owner": "Usher Luc"},
        {"at": "18:30", "minutes": 10, "title": "Welcome by the Honorary Consul-General",
         "kind": "speech", "place": "Pacification Hall", "speaker": "Pieter Boomgaard",
         "owner": "Protocol", "language": "nl"},
        {"at": "18:40", "minutes": 5, "title": "Words of the embassy", "kind": "speech",
         "place": "Pacification Hall", "speaker": "Fenna Rozeboom", "owner": "Protocol",
         "language": "nl"},
        {"at": "18:45", "minutes": 5, "title": "Words of the Mayor and toast to the King",
         "kind": "speech", "place": "Pacification Hall", "speaker": "Katrien Mortelmans",
         "owner": "Protocol", "language": "nl"},
        {"at": "18:50", "minutes": 100, "title": "Reception", "place": "Pacification Hall",
         "host": "the Honorary Consul-General", "owner": "Usher Luc"},
    ),
)  # fmt: skip
VISITS = {"2016": NETHERLANDS, "2017": JAPAN_2017, "2020": JAPAN_2020, "2025": KINGS_DAY}
