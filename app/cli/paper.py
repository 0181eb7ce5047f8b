"""Commands about paper: one document, the list of documents, the demo."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import typer

from app.briefings.catalogue import CATALOGUE, Paper, paper
from app.briefings.house import Audience
from app.briefings.reprint import OWN, edition
from app.cli import common
from app.cli.common import answer, answer_rows, context, opened, resolve, told
from app.contacts.queries import COUNTRY, country_of
from app.contacts.rules.countries import country_code
from app.core.errors import CannotWriteError, NotFoundError
from app.core.profile import profile
from app.core.text import N_, Language, say, t
from app.dossiers.commands import hand_out
from app.dossiers.draft import PrintingDraft
from app.dossiers.queries import gift_of, gifts, letter_of
from app.missions.queries import travel_years
from app.missions.rules.years import year_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.paper import Printed
    from app.core.workspace import Workspace

SAMPLE = "sample.belfry"
SAMPLE_COUNTRY = "JP"
SET = "set"
"""The kind that means every document of a reception."""
CATALOGUE_OF_RECEPTION = tuple(one for one in CATALOGUE if one.of == "reception")


def list_documents() -> int:
    """Print every kind of document."""
    language = context().language
    answer_rows(
        [
            {
                "kind": one.kind,
                "title": t(one.title, language),
                "of": one.of,
                "for": t(one.reader, language),
            }
            for one in CATALOGUE
        ]
    )
    return 0


def brief(
    kind: str, reference: str, out: Path, audience: str, whom: str = "", *, marks: bool = True
) -> int:
    """Print one document, or the whole set of a reception into a folder.

    In the language asked, else in the office's own, personal papers in each reader's own; with
    `marks` where it changed since it was handed out, which is noted. `whom` is the group or the
    participant a personal paper is for.
    """
    wanted = CATALOGUE_OF_RECEPTION if kind == SET else (_known(kind),)
    known_audience(audience)
    if whom and wanted[0].choices is None:
        raise typer.BadParameter("this document is for everybody", param_hint="--for")
    if wanted[0].of and not reference:
        raise typer.BadParameter(f"name the {wanted[0].of}", param_hint="REFERENCE")
    with opened() as workspace:
        of = wanted[0].of
        row_id = workspace.ask(_record, reference, of) if of else None
        language: Language | None = context().language
        if not context().language_given:
            own = wanted[0].choices is not None
            language = None if own else workspace.ask(profile).language
        files = [out if kind != SET else out / f"{one.kind}-{language}.pdf" for one in wanted]
        _make_folder(files[0].parent, kind)
        printed = [
            hand_out_one(
                workspace, one, row_id, language, Audience(audience), file, whom, marks=marks
            )
            for one, file in zip(wanted, files, strict=True)
        ]
    warnings = [one.to(context().language) for each in printed for one in each.warnings]
    for one in warnings if not context().json else ():
        print(one, file=sys.stderr)
    pages = sum(one.pages for one in printed)
    answer(
        {"file": str(out), "pages": pages, "warnings": warnings},
        say(N_("{file}: {n} page."), N_("{file}: {n} pages."), file=str(out), n=pages),
    )
    return 0


def known_audience(audience: str) -> Audience:
    """The audience of a name.

    Raises:
        NotFoundError: there is no such.
    """
    if audience not in set(Audience):
        none = N_("There is no audience “{audience}”: choose internal or external.")
        raise NotFoundError(say(none, audience=audience))
    return Audience(audience)


def _record(session: Session, reference: str, of: str) -> UUID:
    """The record a reference means: a country by code or name in any language, a letter or a
    gift by its id or the beginning of it, a year by its number, else a findable record.

    Raises:
        NotFoundError: nothing or more than one thing answers to it.
    """
    if of == COUNTRY:
        country = country_of(session, country_code(reference) or "")
        found = country.id if country else None
    elif of == "letter":
        found = letter_of(session, reference)
    elif of == "gift":
        found = gift_of(session, reference)
    elif of == "year":
        if not _is_year(reference):
            raise NotFoundError(say(N_("This document is of a year: give one, as 2026.")))
        found = year_id(int(reference))
    else:
        found = resolve(session, reference, (of,))
    if found is None:
        raise NotFoundError(say(N_("Nothing is called “{reference}”."), reference=reference))
    return found


def _is_year(reference: str) -> bool:
    return reference.isdecimal() and len(reference) <= len("2026")


def _make_folder(folder: Path, kind: str) -> None:
    """The folder of a set; a single document wants its folder to be there."""
    if kind != SET:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWriteError(
            say(N_("{name} cannot be written: choose another place."), name=str(folder))
        ) from error


def _known(kind: str) -> Paper:
    wanted = paper(kind)
    if wanted is None:
        kinds = ", ".join(one.kind for one in CATALOGUE)
        none = N_("There is no document “{kind}”: choose one of {kinds}.")
        raise NotFoundError(say(none, kind=kind, kinds=kinds))
    return wanted


def print_one(
    workspace: Workspace,
    wanted: Paper,
    row_id: UUID | None,
    language: Language,
    audience: Audience,
    out: Path,
) -> Printed:
    """Compose in the office, print outside of it."""
    from app.briefings.paper import print_document

    document = workspace.ask(wanted.make, row_id, language, audience)
    return print_document(document, out)


def hand_out_one(
    workspace: Workspace,
    wanted: Paper,
    row_id: UUID | None,
    language: Language | None,
    audience: Audience,
    out: Path,
    whom: str = "",
    *,
    marks: bool,
) -> Printed:
    """Print what changed since the last printing, and note that it is out."""
    from app.briefings.paper import print_document

    made = workspace.ask(edition, wanted, row_id, language, audience, whom, marks=marks)
    printed = print_document(made.document, out, progress=_goes_on)
    if made.is_kept and row_id is not None:
        draft = PrintingDraft(wanted.kind, language or OWN, audience, made.lines)
        workspace.run(hand_out, row_id, draft, say(wanted.title))
    return printed


def _goes_on(done: int, total: int) -> bool:
    """Pages as they are drawn; Control-C stops, and an older file stays as it was."""
    told(done, total)
    return True


def demo(out: Path, *, window: bool) -> int:
    """Build the sample office and print every document in each language."""
    from app.core.office import create
    from app.sample_office import furnish_and_build
    from app.schema import TRADE

    out.mkdir(parents=True, exist_ok=True)
    office = out / SAMPLE
    for ending in ("", "-wal", "-shm"):
        office.with_name(office.name + ending).unlink(missing_ok=True)
    workspace = create(str(office), TRADE, plain=True).workspace
    try:
        sample = furnish_and_build(workspace)
        japan = workspace.ask(_record, SAMPLE_COUNTRY, COUNTRY)
        records = {
            "reception": sample.briefed,
            COUNTRY: japan,
            "letter": sample.letters["signed"],
            "gift": workspace.ask(gifts, Language.EN)[0].id,
            "mission": sample.missions["kanazawa"],
            "mission-report": sample.missions["bergen"],
            "year": year_id(workspace.ask(travel_years).year),
        }
        documents = _print_all(workspace, records, out)
    finally:
        workspace.close()
    value: dict[str, Any] = {"office": str(office), "documents": documents}
    sentence = say(
        N_("The sample office and {n} documents are in {folder}."),
        n=len(documents),
        folder=str(out),
    )
    answer(value, sentence)
    show = common.shower()
    if window and show is not None and not context().json and _has_screen():
        return show(str(office))
    return 0


def _print_all(
    workspace: Workspace, records: Mapping[str, UUID], out: Path
) -> list[dict[str, Any]]:
    made = []
    for wanted in CATALOGUE:
        for language in Language:
            file = out / f"{wanted.kind}-{language}.pdf"
            row_id = records.get(wanted.kind, records.get(wanted.of))
            printed = print_one(workspace, wanted, row_id, language, Audience.INTERNAL, file)
            made.append(
                {
                    "kind": wanted.kind,
                    "language": str(language),
                    "file": str(file),
                    "pages": printed.pages,
                    "warnings": [one.to(context().language) for one in printed.warnings],
                }
            )
    return made


def _has_screen() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
