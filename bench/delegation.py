"""Puts a mission with many participants and their photos into an office, or prints its booklet.

`python -m bench.delegation fill OFFICE COUNT` answers the mission's id; `… print OFFICE ID FILE`
answers seconds, pages, bytes and the most memory the process held, in kilobytes.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import random
import resource
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PIL import Image, ImageDraw, ImageFilter
from sqlalchemy import select

from app.briefings.catalogue import paper
from app.briefings.house import Audience
from app.cli.paper import print_one
from app.contacts.commands import add_organisation, add_person, add_posting, set_photo
from app.contacts.draft import OrganisationDraft, PersonDraft, PostingDraft
from app.core.command import command
from app.core.office import open_office
from app.core.text import N_, Language
from app.dossiers.draft import DossierDraft
from app.missions.commands import add_mission, add_participants, set_destinations
from app.missions.draft import DestinationDraft, MissionDraft
from app.missions.model import Participant
from app.schema import TRADE
from bench.people import people

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.workspace import Workspace

SIZE = (600, 800)
COMPANIES = 240
_FIRST = dt.datetime(2027, 12, 5, 8, 0)  # noqa: DTZ001 - local time, as the model keeps it
_BIO = (
    "Leads the export department and has worked with partners abroad for years. ",
    "Looks for distributors and a place to show what was made last year. ",
    "Studied engineering, speaks four languages, sings in a choir. ",
)


def portrait(number: int) -> bytes:
    """An invented face no other has: a head and shoulders before a ground with grain."""
    chance = random.Random(number)  # noqa: S311 - pictures for a measure, nothing secret

    def colour() -> tuple[int, int, int]:
        return chance.randrange(60, 230), chance.randrange(60, 230), chance.randrange(60, 230)

    image = Image.effect_noise((SIZE[0] // 4, SIZE[1] // 4), 60).resize(SIZE).convert("RGB")
    image = Image.blend(image, Image.new("RGB", SIZE, colour()), 0.6)
    pen = ImageDraw.Draw(image)
    pen.ellipse((60, 560, 540, 1100), fill=colour())
    pen.ellipse((170, 160, 430, 520), fill=colour())
    for _ in range(60):
        x, y = chance.randrange(SIZE[0]), chance.randrange(SIZE[1])
        pen.ellipse((x, y, x + 40, y + 26), fill=colour())
    kept = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(1.2)).save(kept, "JPEG", quality=88)
    return kept.getvalue()


@command(N_("Bios for the bench"))
def _write_bios(session: Session, mission: UUID) -> None:
    rows = session.scalars(select(Participant).where(Participant.mission_id == mission))
    for number, one in enumerate(rows):
        one.bio, one.photo_consent = _BIO[number % 3] * (1 + number % 4), "yes"


def fill(workspace: Workspace, count: int) -> UUID:
    """A mission to four cities with `count` people of 240 companies, each with a photo."""
    firms = [
        workspace.run(add_organisation, OrganisationDraft(name=f"Works {n:03}", kind="company"))
        for n in range(min(COMPANIES, count))
    ]
    everybody = []
    for number, row in enumerate(people(count)):
        draft = PersonDraft(
            family_name=row[0], given_name=row[1], native_name=row[2], gender=row[3],
            emails=(row[9],), phones=(f"+32 9 000 {number:04}",), languages=("nl", "en"),
        )  # fmt: skip
        person = workspace.run(add_person, draft)
        posting = PostingDraft(function="company_manager", title="Managing director")
        workspace.run(add_posting, person, posting, firms[number % len(firms)])
        workspace.run(set_photo, person, portrait(number))
        everybody.append(person)
    dossier = DossierDraft(title="Mission to Japan", starts_at=_FIRST)
    mission = workspace.run(add_mission, MissionDraft(dossier))
    cities = [
        replace(DestinationDraft(country_code="JP", time_zone="Asia/Tokyo"), city=city)
        for city in ("Tokyo", "Nagoya", "Osaka", "Kyoto")
    ]
    workspace.run(set_destinations, mission, cities)
    workspace.run(add_participants, mission, everybody)
    workspace.run(_write_bios, mission)
    return mission


def print_booklet(office: str, mission: UUID, out: Path) -> dict[str, float]:
    """Print it once; what it took."""
    workspace = open_office(office, TRADE)
    wanted = paper("booklet")
    if wanted is None:
        raise LookupError("booklet")
    begun = time.perf_counter()
    printed = print_one(workspace, wanted, mission, Language.NL, Audience.INTERNAL, out)
    taken = time.perf_counter() - begun
    workspace.close()
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "seconds": taken,
        "pages": printed.pages,
        "bytes": out.stat().st_size,
        "kilobytes": held,
    }


if __name__ == "__main__":
    if sys.argv[1] == "fill":
        opened = open_office(sys.argv[2], TRADE)
        sys.stdout.write(f"{fill(opened, int(sys.argv[3])).hex}\n")
        opened.close()
    else:
        told = print_booklet(sys.argv[2], UUID(sys.argv[3]), Path(sys.argv[4]))
        sys.stdout.write(json.dumps(told))
