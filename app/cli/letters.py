"""Commands about letters to the guests of a reception: on paper, as drafts, by mail."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from app.briefings.blocks import SheetName
from app.briefings.envelopes import EnvelopeSize
from app.cli.common import answer, context, opened, resolve, told
from app.core.errors import CannotOpenError, CannotWriteError, NotFoundError
from app.core.text import N_, say
from app.mailing.output import LABEL_SHEETS, PaperWish, on_paper, write_drafts
from app.mailing.sending import Run, mailing_draft, send_mailing
from app.mailing.settings import password_of
from app.mailing.writing import Post, post_of, write
from app.receptions.commands import begin_mailing
from app.receptions.queries import mailings
from app.receptions.rules.messages import Channel, State

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from app.core.workspace import Workspace
    from app.receptions.queries import Recipient

FORMS = ("pdf", "eml", "labels", "envelopes")


def write_letters(reference: str, kind: str, out: Path, form: str, size: str) -> int:
    """Write the letters of a kind, their envelopes or labels, or mail drafts, into a folder."""
    if form not in FORMS:
        none = N_("There is no form “{form}”: choose one of {forms}.")
        raise NotFoundError(say(none, form=form, forms=", ".join(FORMS)))
    channel = Channel.DRAFTS if form == "eml" else Channel.POST
    with opened() as workspace:
        reception = workspace.ask(resolve, reference, ("reception",))
        post = workspace.ask(post_of, reception, kind, channel, context().language)
    people = [one for one in post.recipients if not one.problems and _goes_on_paper(one, form)]
    _tell_left_out(post, people)
    pages, warnings = 0, list[str]()
    if form == "eml":
        files = [str(file) for file in write_drafts(post, people, out, told)]
    else:
        file = _folder(out) / f"{kind}-{form}.pdf"
        pages, warnings = _print(post, people, _wish(form, size), file)
        files = [str(file)]
    value = {
        "files": files,
        "letters": len(people),
        "pages": pages,
        "left_out": _left_out(post, people),
        "warnings": warnings,
    }
    words = say(
        N_("{n} letter written to {folder}."),
        N_("{n} letters written to {folder}."),
        n=len(people),
        folder=str(out),
    )
    answer(value, words)
    return 0


def _goes_on_paper(one: Recipient, form: str) -> bool:
    """Letters can be printed once more; who no longer is who they were is left out in any case."""
    once_more = one.had is not None and len(one.doubts) == 1
    return one.ready or (form != "eml" and once_more)


def _wish(form: str, size: str) -> PaperWish:
    if form == "envelopes":
        chosen = next((one for one in EnvelopeSize if one == (size or EnvelopeSize.DL)), None)
        if chosen is not None:
            return PaperWish(form, envelope=chosen)
        _refuse_size(size, [str(one) for one in EnvelopeSize])
    if form == "labels":
        sheet = next((one for one in LABEL_SHEETS if one == (size or SheetName.L7160)), None)
        if sheet is not None:
            return PaperWish(form, sheet=sheet)
        _refuse_size(size, [str(one) for one in LABEL_SHEETS])
    return PaperWish("letters")


def _refuse_size(size: str, known: list[str]) -> None:
    none = N_("There is no size “{size}”: choose one of {sizes}.")
    raise NotFoundError(say(none, size=size, sizes=", ".join(known)))


def _folder(out: Path) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWriteError(
            say(N_("{name} cannot be written: choose another place."), name=str(out))
        ) from error
    return out


def _print(
    post: Post, people: list[Recipient], wish: PaperWish, file: Path
) -> tuple[int, list[str]]:
    from app.briefings.paper import write_printed

    printed = write_printed(on_paper(post, people, wish, told), file)
    return printed.pages, [one.to(context().language) for one in printed.warnings]


def _left_out(post: Post, people: list[Recipient]) -> list[dict[str, Any]]:
    """Who is left out, and why."""
    spoken = context().language
    there = {one.id for one in people}
    return [
        {"person": one.id.hex, "name": one.name,
         "why": [why.to(spoken) for why in (*one.problems, *one.doubts)]}
        for one in post.recipients if one.id not in there
    ]  # fmt: skip


def _tell_left_out(post: Post, people: list[Recipient]) -> None:
    if context().json:
        return
    for one in (*[words.to(context().language) for words in post.round.remarks],):
        print(one, file=sys.stderr)
    for left in _left_out(post, people):
        print(f"{left['name']}: {' '.join(left['why'])}", file=sys.stderr)


def send(reference: str, kind: str, *, dry_run: bool, resume: bool, password: Path | None) -> int:
    """Send a kind of message by mail to whom it is for; only those nothing stands in the way of.

    A mailing that was broken off is sent on with `resume`. 0 where nothing waits any more.
    """
    with opened() as workspace:
        reception = workspace.ask(resolve, reference, ("reception",))
        post = workspace.ask(post_of, reception, kind, Channel.MAIL, context().language)
        people = [one for one in post.recipients if one.ready]
        if dry_run:
            return _rehearse(post, people)
        if not post.settings.ready:
            raise CannotOpenError(
                say(N_("No mail server is set yet: open the mail settings in the window first."))
            )
        mailing = _open_mailing(workspace, reception, kind) if resume else None
        if mailing is None:
            if resume:
                return _nothing_waits()
            _tell_left_out(post, people)
            mailing = workspace.run(begin_mailing, reception, mailing_draft(post, people))
        run = _send(workspace, mailing, post, password)
        row = next(one for one in workspace.ask(mailings, reception) if one.id == mailing)
    return _tell_sent(run, row.counts)


def _open_mailing(workspace: Workspace, reception: UUID, kind: str) -> UUID | None:
    rows = workspace.ask(mailings, reception)
    waits = [one for one in rows if one.open and (one.kind, one.channel) == (kind, Channel.MAIL)]
    return waits[0].id if waits else None


def _nothing_waits() -> int:
    answer({"sent": 0, "waiting": 0}, say(N_("Nothing waits to be sent.")))
    return 0


def _send(workspace: Workspace, mailing: UUID, post: Post, password: Path | None) -> Run:
    from app.mailing.courier import Courier

    words = ""
    if password is not None:
        try:
            words = password.read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise CannotOpenError(
                say(N_("The passphrase file {name} cannot be read: check its path."),
                    name=str(password))
            ) from error  # fmt: skip
    elif post.settings.user:
        words = password_of(post.settings) or ""
    return send_mailing(workspace, mailing, Courier(post.settings, words), told)


def _rehearse(post: Post, people: list[Recipient]) -> int:
    """Say who would get what, and who would not and why; nothing is sent."""
    rows = [
        {"person": one.id.hex, "name": one.name, "language": str(one.language),
         "address": one.mail, "copies": list(one.copies), "opening": one.opening,
         "subject": write(post, one).subject,
         "notes": [note.to(context().language) for note in one.notes]}
        for one in people
    ]  # fmt: skip
    left = _left_out(post, people)
    if not context().json:
        for row in rows:
            print("  ".join(str(row[key]) for key in ("address", "language", "opening", "name")))
        _tell_left_out(post, people)
    answer(
        {"would_send": rows, "left_out": left,
         "remarks": [one.to(context().language) for one in post.round.remarks]},
        say(N_("{n} letter would go out."), N_("{n} letters would go out."), n=len(rows)),
    )  # fmt: skip
    return 0


def _tell_sent(run: Run, counts: dict[str, int]) -> int:
    spoken = context().language
    why = run.stopped.to(spoken) if run.stopped else ""
    if why and not context().json:
        print(why, file=sys.stderr)
    waiting, unsure = counts.get(State.WAITING, 0), counts.get(State.SENDING, 0)
    value = {
        "mailing": run.mailing.hex,
        "sent": run.sent,
        "refused": run.refused,
        "waiting": waiting,
        "unsure": unsure,
        "stopped": why,
    }
    words = N_("Sent {sent}; {refused} refused, {waiting} waiting, {unsure} may have arrived.")
    told_so = say(words, sent=run.sent, refused=run.refused, waiting=waiting, unsure=unsure)
    answer(value, told_so)
    return 1 if run.stopped else 0
