"""Tags, interests, expertise and networks of a contact: shown as chips, edited in a dialog."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QWidget

from app.contacts.commands import set_tags
from app.contacts.draft import TagDraft
from app.contacts.queries import BorneTag, borne_tags, offered_tags, sets_of, tag_name
from app.contacts.rules.tags import Role, TagKind, label
from ui.contacts.choices import finder, no_finder
from ui.core import language
from ui.core.buttons import Chip
from ui.core.cards import column
from ui.core.chips_field import ChipsField
from ui.core.editor import Editor
from ui.core.flow import Flow
from ui.core.form import Form
from ui.core.labels import Link, Text
from ui.core.language import read, tr
from ui.core.record_field import Choice, RecordField

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.core.errors import Problem
    from app.core.text import Sentence
    from ui.contacts.detail_parts import Sections
    from ui.core.editor import Done, Failed
    from ui.core.jobs import Jobs
    from ui.core.record_field import Answer, Search

_HEADINGS: dict[Role, Sentence | str] = {
    Role.INTEREST: "",
    Role.PLAIN: "",
    Role.EXPERTISE: label(Role.EXPERTISE),
    Role.NETWORK: label(Role.NETWORK),
}


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a pane tells of a contact's tags, and the mailing sets it is in."""

    tags: tuple[BorneTag, ...] = ()
    sets: tuple[str, ...] = ()


NO_BEARING = Bearing()


def bearing_of(session: Any, owner: UUID) -> Bearing:  # a session: ui knows no SQL
    """The tags and mailing sets of a contact."""
    return Bearing(tuple(borne_tags(session, owner)), tuple(sets_of(session, owner)))


def interests_section(
    pane: Sections, bearing: Bearing, edit: Callable[[], object], show: Callable[[str, str], object]
) -> None:
    """Add the section to a pane; `show(hex, name)` lists who bears a tag, too."""
    change = Link(tr("Change…"), role="small_medium")
    change.setAccessibleName(tr("Change tags and interests"))
    change.clicked.connect(edit)
    parts: list[QWidget] = []
    for role, heading in _HEADINGS.items():
        borne = [one for one in bearing.tags if one.role == role]
        if borne:
            parts.append(_chips(borne, read(heading), show))
    if not parts:
        parts.append(Text(tr("Nothing known yet of what interests them."), ink="text2", wrap=True))
    if bearing.sets:
        told = tr("In the mailing sets: {names}", names=", ".join(bearing.sets))
        parts.append(Text(told, "small", ink="text2", wrap=True))
    pane.section(tr("Interests"), *parts, beside=change)


def _chips(borne: list[BorneTag], heading: str, show: Callable[[str, str], object]) -> QWidget:
    holder = QWidget()
    flow_holder = QWidget()
    flow = Flow(flow_holder, gap=6)
    for one in borne:
        name = one.name(language.current())
        opens = one.role == Role.NETWORK and one.opens_for
        words = tr("{tag} for {name}", tag=name, name=one.opens_for) if opens else name
        chip = Chip(words, checkable=False)
        chip.setToolTip(tr("Show everybody with this tag"))
        chip.clicked.connect(partial(show, one.id.hex, name))
        flow.addWidget(chip)
    box = column(gap=4)
    if heading:
        box.addWidget(Text(heading, "small", ink="text2"))
    box.addWidget(flow_holder)
    holder.setLayout(box)
    return holder


def tag_key(draft: TagDraft) -> str:
    """A tag as the value of a choice."""
    return f"{draft.kind}:{draft.name}"


def made_tag(words: str) -> tuple[str, str]:
    """A tag typed by a person that there is not yet: a plain one."""
    draft = TagDraft(words.strip())
    return tag_key(draft), draft.name


@dataclass(frozen=True, slots=True)
class InterestsEntry:
    """The tags of a contact by role, as keys of `offered`; `opens_for` for all its networks."""

    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    offered: dict[str, TagDraft] = field(default_factory=dict)
    opens_for: Choice | None = None
    look: Search = field(default=no_finder, compare=False)

    def problems(self) -> list[Problem]:
        """Those of the tags that are new."""
        return [problem for draft, _role, _whom in self.wanted() for problem in draft.problems()]

    def wanted(self) -> list[tuple[TagDraft, str, UUID | None]]:
        """What the office is asked to keep: tag, role, for whom it opens."""
        whom = self.opens_for.id if self.opens_for else None
        return [
            (self._draft(key), role, whom if role == Role.NETWORK else None)
            for role, keys in self.chosen.items()
            for key in keys
        ]

    def _draft(self, key: str) -> TagDraft:
        kind, _colon, name = key.partition(":")
        return self.offered.get(key) or TagDraft(name, kind)


class InterestsEditor(Editor[InterestsEntry]):
    """Edits the tags of one contact, by the role in which they are borne."""

    width_wanted = 560

    def build(self) -> Form:
        """The form, empty."""
        self._look: Search = no_finder
        fields = {
            Role.INTEREST: (tr("Interests"), tr("What they like to hear of, and be invited for")),
            Role.EXPERTISE: (tr("Expertise"), tr("What they can be asked about")),
            Role.PLAIN: (tr("Other tags"), ""),
            Role.NETWORK: (tr("Networks they open"), tr("For the city, or for a partner")),
        }
        parts = [
            ChipsField(
                role or "plain", words, (), hint=hint, make=made_tag,
                placeholder=tr("Type a word; Enter takes it, also a new one"),
            )
            for role, (words, hint) in fields.items()
        ]  # fmt: skip
        return Form([*parts, RecordField("opens_for", tr("Networks open for"), self._find)])

    def _find(self, text: str, answer: Answer) -> None:
        self._look(text, answer)

    def fill(self, draft: InterestsEntry) -> None:
        """Show the tags."""
        self._look, self._offered = draft.look, draft.offered
        spoken = language.current()
        choices = [(key, spoken_tag(one, spoken)) for key, one in draft.offered.items()]
        for role in Role:
            chips = cast("ChipsField", self.form[role or "plain"])
            chips.offer(choices)
            chips.set_value(draft.chosen.get(role, ()))
        self.form["opens_for"].set_value(draft.opens_for)

    def draft(self) -> InterestsEntry:
        """The tags as they stand in the form."""
        chosen = {
            str(role): cast("tuple[str, ...]", self.form[role or "plain"].value()) for role in Role
        }
        whom = cast("RecordField", self.form["opens_for"]).choice()
        return InterestsEntry(chosen, self._offered, whom, self._look)


def spoken_tag(draft: TagDraft, spoken: language.Language) -> str:
    """A tag as a choice: its name and, of a sector or priority, its kind."""
    name = tag_name(draft, spoken)
    if draft.kind in (TagKind.TAG, TagKind.GOAL):
        return name
    return f"{name} · {read(label(TagKind(draft.kind)))}"


def edit_interests(
    page: QWidget, jobs: Jobs, kind: str, owner: UUID, opened: Callable[[Editor[Any]], None]
) -> None:
    """Ask for the tags there are, then edit those of a contact."""

    def save(made: InterestsEntry, done: Done, failed: Failed) -> None:
        jobs.run(set_tags, kind, owner, made.wanted(), then=done, failed=failed, owner=page)

    def told(found: tuple[list[BorneTag], list[TagDraft]]) -> None:
        borne, offered = found
        chosen = {
            str(role): tuple(tag_key(one.draft) for one in borne if one.role == role)
            for role in Role
        }
        known = {tag_key(one): one for one in offered}
        opened_for = next((one for one in borne if one.opens_for_id), None)
        whom = None
        if opened_for is not None and opened_for.opens_for_id is not None:
            whom = Choice(opened_for.opens_for_id, opened_for.opens_for, "")
        entry = InterestsEntry(chosen, known, whom, finder(jobs, page, "organisation"))
        opened(InterestsEditor.edit(page, tr("Tags and interests"), entry, save=save))

    jobs.ask(_bearing_and_offer, owner, then=told, owner=page, urgent=True)


def _bearing_and_offer(session: Any, owner: UUID) -> tuple[list[BorneTag], list[TagDraft]]:
    return borne_tags(session, owner), offered_tags(session)
