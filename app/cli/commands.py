"""The commands of `python main.py …`; the contract stands in the README."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli import choosing, data, door, fairs, offices, paper

typer_app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="Belfry, the desktop of a city's protocol office.",
    epilog="With any command: --office PATH_OR_URL, --passphrase-file FILE, --recovery-code CODE, "
    "--language nl|fr|en, --json, --debug.",
)


@typer_app.command()
def demo(
    out: Annotated[Path, typer.Option(help="Folder for the office and its documents.")],
    *,
    no_window: Annotated[bool, typer.Option("--no-window", help="Open no window.")] = False,
) -> int:
    """Build the sample office and print every document in each language."""
    return paper.demo(out, window=not no_window)


@typer_app.command()
def new(
    path: Annotated[str, typer.Argument(help="File or PostgreSQL URL.")],
    *,
    plain: Annotated[bool, typer.Option("--plain", help="Not encrypted: demos, tests.")] = False,
) -> int:
    """Create an office, encrypted unless --plain, and print its recovery code once."""
    return offices.new(path, plain=plain)


@typer_app.command("import")
def import_(
    file: Annotated[Path | None, typer.Argument(help="CSV, TSV, Excel or vCard.")] = None,
    as_: Annotated[
        str,
        typer.Option(
            "--as",
            help="people, organisations, guests, replies, participants, fair-parties, "
            "fair-wishes (into a mission), or other records: tasks …",
        ),
    ] = "",
    into: Annotated[
        str, typer.Option(help="Reception of the guests or replies, mission of the participants.")
    ] = "",
    map_: Annotated[list[str] | None, typer.Option("--map", help="Header=field")] = None,
    on_duplicate: Annotated[str, typer.Option(help="skip, update or add")] = "skip",
    report: Annotated[Path | None, typer.Option(help="CSV of the problems.")] = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Change nothing.")] = False,
    fields: Annotated[bool, typer.Option("--fields", help="List the fields of --as.")] = False,
) -> int:
    """Bring a list into the office; one undo takes it back."""
    if fields:
        return data.list_fields(as_)
    if file is None:
        raise typer.BadParameter("name the file to import", param_hint="FILE")
    if as_ in ("guests", "replies") and not into:
        raise typer.BadParameter(f"name the reception of the {as_}", param_hint="--into")
    if as_ == "participants" and not into:
        raise typer.BadParameter("name the mission of the participants", param_hint="--into")
    if into and as_ in ("fair-parties", "fair-wishes"):
        return fairs.import_fair(file, as_, into, dry_run=dry_run, report=report)
    wishes = data.Wishes(as_, into, tuple(map_ or ()), on_duplicate, dry_run, report)
    return data.import_file(file, wishes)


@typer_app.command()
def export(
    file: Annotated[Path, typer.Argument(help="Ends in .csv, .xlsx or .vcf.")],
    what: Annotated[
        str, typer.Option(help="people, organisations, or other records: tasks, gifts …")
    ] = "people",
    view: Annotated[str, typer.Option(help="Only those of a saved view, by its name.")] = "",
    of: Annotated[
        str, typer.Option(help="The mission whose list of meetings is written, with names.")
    ] = "",
    *,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin the CSV with a byte order mark.")
    ] = False,
    private: Annotated[
        bool,
        typer.Option(
            "--private", help="Also what ordinary lists leave out: catering notes, travel papers."
        ),
    ] = False,
) -> int:
    """Write a list that other programs open and that imports again without loss."""
    if of:
        return fairs.export_meetings(file, of)
    return data.export_file(file, what, view, bom=bom, private=private)


@typer_app.command()
def search(
    text: Annotated[str, typer.Argument(help="Words, or a part of a number.")],
    limit: Annotated[int, typer.Option(help="At most so many.")] = 50,
) -> int:
    """Find people, posts, organisations, receptions and missions, as the search box does."""
    return data.search_office(text, limit)


@typer_app.command()
def duplicates(
    min_score: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Only pairs at least so likely, 0 to 1.")
    ] = 0.7,
) -> int:
    """List people and organisations that are likely twice in the office, with the reason."""
    return data.list_duplicates(min_score)


@typer_app.command("list")
def list_(
    what: Annotated[
        str, typer.Argument(help="people, organisations, receptions, missions, tasks, gifts …")
    ],
    view: Annotated[str, typer.Option(help="Only those of a saved view, by its name.")] = "",
    *,
    private: Annotated[
        bool, typer.Option("--private", help="Also what ordinary lists leave out.")
    ] = False,
) -> int:
    """List what the office holds."""
    return data.list_rows(what, view, private=private)


@typer_app.command()
def invite(
    reference: Annotated[str, typer.Argument(help="Reception.")],
    people: Annotated[list[str], typer.Argument(help="People.")],
) -> int:
    """Put people on the guest list of a reception."""
    return data.invite_people(reference, people)


@typer_app.command("check-in")
def check_in(
    reference: Annotated[str, typer.Argument(help="Reception.")],
    guests: Annotated[
        list[str] | None, typer.Argument(help="Part of a name, number of the list, or badge.")
    ] = None,
    *,
    close: Annotated[
        bool, typer.Option("--close", help="Note everybody else who was to come as absent.")
    ] = False,
) -> int:
    """Tick guests who are at the door."""
    if not guests and not close:
        raise typer.BadParameter("name a guest, or say --close", param_hint="GUESTS")
    return door.tick(reference, guests or (), close=close)


@typer_app.command("who-to-invite")
def who_to_invite(
    reference: Annotated[str, typer.Argument(help="Reception.")],
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 20,
    *,
    staff: Annotated[bool, typer.Option("--staff", help="Not only heads of post.")] = False,
) -> int:
    """Rank whom to invite to a reception, each with the reasons."""
    return choosing.who(reference, limit, staff=staff)


@typer_app.command()
def brief(
    kind: Annotated[str, typer.Argument(help="Document (see --list), or set for all.")] = "",
    reference: Annotated[str, typer.Argument(help="Reception, mission, or a letter's id.")] = "",
    out: Annotated[Path | None, typer.Option(help="PDF to write; of a set, the folder.")] = None,
    audience: Annotated[str, typer.Option(help="internal or external")] = "internal",
    for_: Annotated[
        str, typer.Option("--for", help="Of personal schedules: one group or participant.")
    ] = "",
    *,
    list_: Annotated[bool, typer.Option("--list", help="List the documents.")] = False,
    no_marks: Annotated[
        bool, typer.Option("--no-marks", help="Do not mark what changed since the last printing.")
    ] = False,
) -> int:
    """Print one document, or the set of a reception."""
    if list_:
        return paper.list_documents()
    if not kind or out is None:
        raise typer.BadParameter("name the document and --out FILE.pdf", param_hint="KIND")
    return paper.brief(kind, reference, out, audience, for_, marks=not no_marks)


@typer_app.command()
def calendars(
    reference: Annotated[str, typer.Argument(help="Mission.")],
    out: Annotated[Path, typer.Option(help="Folder for the files, or a .zip of them.")],
    audience: Annotated[str, typer.Option(help="internal or external")] = "external",
    for_: Annotated[str, typer.Option("--for", help="One group or participant.")] = "",
) -> int:
    """Write a calendar (.ics) for each participant of a mission."""
    from app.cli.calendars import write_calendars

    return write_calendars(reference, out, audience, for_)


@typer_app.command()
def letters(
    reference: Annotated[str, typer.Argument(help="Reception.")],
    out: Annotated[Path, typer.Option(help="Folder for the files.")],
    kind: Annotated[str, typer.Option(help="invitation, reminder, thank_you …")] = "invitation",
    as_: Annotated[
        str, typer.Option("--as", help="pdf, eml (mail drafts), labels or envelopes")
    ] = "pdf",
    size: Annotated[str, typer.Option(help="DL or C5; L7160 or L7163")] = "",
) -> int:
    """Write a message to the guests it is for: letters, envelopes, labels or mail drafts."""
    from app.cli.letters import write_letters

    return write_letters(reference, kind, out, as_, size)


@typer_app.command()
def send(
    reference: Annotated[str, typer.Argument(help="Reception.")],
    kind: Annotated[str, typer.Option(help="invitation, reminder, thank_you …")] = "invitation",
    password_file: Annotated[
        Path | None, typer.Option(help="Where the keyring has no password of the mail account.")
    ] = None,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say who would get what.")
    ] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a broken mailing.")] = False,
) -> int:
    """Send a message by mail to the guests it is for, each once."""
    from app.cli.letters import send as send_by_mail

    return send_by_mail(reference, kind, dry_run=dry_run, resume=resume, password=password_file)


@typer_app.command()
def check(
    *,
    repair: Annotated[bool, typer.Option("--repair", help="Build the search anew.")] = False,
) -> int:
    """Check the office file; say in words what is wrong."""
    return offices.check(repair=repair)


@typer_app.command()
def backup(file: Annotated[Path, typer.Argument(help="Where the copy goes.")]) -> int:
    """Write a verified copy of the office."""
    return offices.backup(file)


@typer_app.command()
def restore(file: Annotated[Path, typer.Argument(help="A backup.")]) -> int:
    """Put a backup back; the present file is kept beside it."""
    return offices.restore(file)


@typer_app.command()
def history(
    reference: Annotated[str, typer.Argument(help="A record; all of them when left out.")] = "",
) -> int:
    """Show who changed what, when."""
    return offices.history(reference)


@typer_app.command()
def undo() -> int:
    """Take back the last step."""
    return offices.undo()


cli = typer.main.get_command(typer_app)
