"""The editor of a message's text, with the letter of a chosen guest beside it as it would be."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from uuid import UUID

from app.core.text import Language
from app.mailing.writing import Post, write
from app.receptions.draft import MessageDraft
from app.receptions.rules.messages import FIELDS
from ui.core.cards import Card, Facts
from ui.core.editor import Editor
from ui.core.fields import ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import tr

if TYPE_CHECKING:
    from app.core.errors import Problem

HERE, EVERYWHERE = "here", "everywhere"
_NAMES = {Language.NL: "Nederlands", Language.FR: "Français", Language.EN: "English"}


@dataclass(frozen=True, slots=True)
class MessageEntry:
    """A text in the editor, and what it is tried on."""

    post: Post
    draft: MessageDraft
    guest: UUID | None = None
    revision: UUID | None = field(default=None)

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        return self.draft.problems()


class MessageEditor(Editor[MessageEntry]):
    """Edits the text of a kind in a language, of the office or of one reception."""

    width_wanted = 760

    def build(self) -> Form:
        """The form, empty."""
        self._entry: MessageEntry | None = None
        self._subject = Text("", "strong", wrap=True, selectable=True)
        self._letter = Text("", wrap=True, selectable=True)
        tried = Card(tr("As this guest gets it"), margin=12, gap=8)
        tried.add(self._subject, self._letter)
        explained = Facts(label_width=110)
        for name, meaning in FIELDS.items():
            explained.add(f"{{{name}}}", tr(meaning))
        fields = Card(tr("Fields you may use"), margin=12, gap=4)
        fields.add(explained)
        made = Form(
            [
                [
                    ChoiceField(
                        "language", tr("Language"), [(str(one), _NAMES[one]) for one in Language]
                    ),
                    ChoiceField(
                        "scope", tr("For"),
                        [(HERE, tr("This reception alone")), (EVERYWHERE, tr("Every reception"))],
                    ),
                ],
                TextField("subject", tr("Subject"), needed=True),
                LongTextField(
                    "body", tr("Text"), lines=11,
                    hint=tr("An empty line begins a paragraph. A line is left out where its field "
                            "is empty."),
                ),
                ChoiceField("guest", tr("Try it on"), []),
                tried,
                fields,
            ]
        )  # fmt: skip
        made.fields["language"].changed.connect(self._other_language)
        made.changed.connect(self._try)
        return made

    def fill(self, draft: MessageEntry) -> None:
        """Show a text."""
        self._entry = draft
        self._offer(draft, draft.draft.language)
        self.form.set_values(
            {
                "language": draft.draft.language,
                "scope": HERE if draft.draft.reception else EVERYWHERE,
                "subject": draft.draft.subject,
                "body": draft.draft.body,
                "guest": draft.guest.hex if draft.guest else "",
            }
        )
        self._try()

    def _offer(self, entry: MessageEntry, spoken: str) -> None:
        """Those who are written to in a language: a text is tried on nobody else."""
        people = [one for one in entry.post.recipients if one.language == spoken]
        chooser = self.form["guest"]
        if isinstance(chooser, ChoiceField):
            chooser.offer([(one.id.hex, one.name) for one in people])
            chooser.editor.setCurrentIndex(0 if people else -1)
        chooser.setVisible(bool(people))

    def _other_language(self) -> None:
        """Another language is another text; what was typed in the first is only kept by saving."""
        entry = self._entry
        if entry is None:
            return
        spoken = str(self.form["language"].value())
        row = entry.post.round.texts.get(spoken)
        fresh = row.draft if row else MessageDraft(entry.draft.kind, spoken)
        self._entry = replace(entry, draft=fresh)
        self._offer(entry, spoken)
        self.form["subject"].set_value(fresh.subject)
        self.form["body"].set_value(fresh.body)

    def draft(self) -> MessageEntry:
        """Make a text of what was typed; its revision is that of the row it would change."""
        entry = self._shown()
        values = self.form.values()
        spoken = str(values["language"])
        own = entry.post.round.reception if values["scope"] == HERE else None
        made = MessageDraft(
            entry.draft.kind, spoken, str(values["subject"] or ""), str(values["body"] or ""), own
        )
        row = entry.post.round.texts.get(spoken)
        same = row is not None and row.draft.reception == own
        return replace(entry, draft=made, revision=row.revision if row and same else None)

    def _shown(self) -> MessageEntry:
        if self._entry is None:
            raise RuntimeError("nothing was shown")
        return self._entry

    def _try(self) -> None:
        """Fill the text in for the chosen guest, in the language of the text."""
        entry = self._shown()
        chosen = str(self.form["guest"].value())
        reader = entry.post.of(UUID(chosen)) if chosen else None
        if reader is None:
            self._subject.say("")
            self._letter.say(tr("Nobody on this list is written to in this language."))
            return
        typed = self.draft().draft
        made = write(entry.post, reader, typed)
        self._subject.say(made.subject)
        self._letter.say(made.text)
