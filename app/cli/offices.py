"""Commands about the office itself: new, check, backup, restore, history, undo."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.cli.common import answer, answer_rows, context, key, opened, passphrase, resolve
from app.core import clock, settings
from app.core import history as change_history
from app.core.check import findings
from app.core.errors import CannotOpenError, CannotWriteError
from app.core.office import create, is_url, open_office
from app.core.office_file import check_file
from app.core.text import N_, Sentence, say


def new(location: str, *, plain: bool) -> int:
    """Make an office and say its recovery code.

    Its texts and templates come in the language that is asked for.
    """
    from app.core.profile import Profile, set_profile
    from app.schema import TRADE, furnish_office

    created = create(location, TRADE, plain=plain, passphrase=passphrase())
    workspace = created.workspace
    if context().language_given:
        workspace.run(set_profile, Profile(language=context().language))
    furnish_office(workspace)
    place = location if is_url(location) else str(Path(location).resolve())
    settings.change(last_office=place)
    encrypted = workspace.encrypted
    workspace.close()
    value: dict[str, object] = {"office": place, "encrypted": encrypted}
    if created.recovery_code:
        value["recovery_code"] = created.recovery_code
    answer(value, _told(place, created.recovery_code))
    return 0


def _told(place: str, code: str) -> Sentence:
    if not code:
        return say(N_("Made the office {place}; it is not encrypted."), place=place)
    words = N_(
        "Made the office {place}. Its recovery code, shown only now: {code}. Write it down and keep"
        " it away from this machine."
    )
    return say(words, place=place, code=code)


def check(*, repair: bool) -> int:
    """Check the office and say in words what is wrong; `ok` tells a script."""
    with opened() as workspace:
        if repair:
            workspace.rebuild_directory()
        found = findings(workspace)
    language = context().language
    told = [one.to(language) for one in found]
    answer({"ok": not told, "findings": told}, "\n".join(told) or say(N_("The office is whole.")))
    return 0


def backup(file: Path) -> int:
    """Write a verified copy."""
    with opened() as workspace:
        workspace.backup(file)
    answer({"file": str(file)}, say(N_("The copy is {file}."), file=str(file)))
    return 0


def restore(file: Path) -> int:
    """Put a backup in the place of the office, which is kept beside it.

    Raises:
        CannotOpenError: the backup is none, or this is a shared office.
        CannotWriteError: the files cannot be moved.
    """
    from app.schema import TRADE

    location = context().office or settings.load().last_office
    if not location or is_url(location):
        raise CannotOpenError(say(N_("Name the office file to restore with --office.")))
    check_file(file)
    open_office(str(file), TRADE, key()).close()
    present = Path(location)
    moment = clock.now().strftime("%Y%m%d-%H%M%S")
    kept = present.with_name(f"{present.stem}.before-restore-{moment}{present.suffix}")
    try:
        if present.exists():
            _release(present)
            shutil.copyfile(present, kept)
        fresh = present.with_name(present.name + ".part")
        shutil.copyfile(file, fresh)
        fresh.replace(present)
    except OSError as error:
        raise CannotWriteError(
            say(N_("{name} cannot be written: choose another folder."), name=str(present))
        ) from error
    answer({"file": str(present)}, say(N_("Restored; what was there is {name}."), name=kept.name))
    return 0


def _release(present: Path) -> None:
    """Fold the write-ahead log into the file, so that the copy kept beside it is whole."""
    from app.schema import TRADE

    try:
        open_office(str(present), TRADE, key()).close()
    except CannotOpenError:
        return


def history(reference: str) -> int:
    """Print the audit trail, newest first."""
    with opened() as workspace:
        row_id = workspace.ask(resolve, reference, ()) if reference else None
        found = workspace.ask(change_history.rows, row_id)
    answer_rows(
        [
            {
                "when": row.at.isoformat(timespec="seconds"),
                "who": row.who,
                "label": _named(row),
            }
            for row in found
        ]
    )
    return 0


def _named(row: change_history.HistoryRow) -> str:
    language = context().language
    label = row.label.to(language)
    if row.act == change_history.UNDONE:
        return say(N_("Undone: {label}"), label=label).to(language)
    if row.act == change_history.REDONE:
        return say(N_("Redone: {label}"), label=label).to(language)
    return label


def undo() -> int:
    """Take back the last step of this person."""
    with opened() as workspace:
        changes = workspace.undo()
    label = changes.label.to(context().language)
    answer({"label": label}, say(N_("Undone: {label}"), label=label))
    return 0
