"""The editor of a message's text, with the letter of a chosen guest beside it as it would be."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from uuid import UUID

from app.core.errors import Problem
from app.core.text import N_, Language, say
from app.mailing.writing import Post, write
from app.receptions.draft import MessageDraft
from app.receptions.rules.messages import FIELDS
from ui.core.cards import Card, Facts
from ui.core.editor import Editor
from ui.core.fields import ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import tr

HERE, EVERYWHERE = "here", "everywhere"
_NAMES = {Language.NL: "Nederlands", Language.FR: "Français", Language.EN: "English"}


@dataclass(frozen=True, slots=True)
class MessageEntry:
    """A text in the editor, and what it is tried on; `others` were typed in other languages."""

    post: Post
    draft: MessageDraft
    guest: UUID | None = None
    revision: UUID | None = field(default=None)
    others: tuple[tuple[UUID | None, MessageDraft], ...] = ()

    @property
    def texts(self) -> tuple[tuple[UUID | None, MessageDraft], ...]:
        """Everything that is to be kept, each text with its revision."""
        return (*self.others, (self.revision, self.draft))

    def problems(self) -> list[Problem]:
        """What a person must mend before this can be kept."""
        wrong = [(one, problem) for _, one in self.others for problem in one.problems()]
        words = N_("In the other text ({language}): {problem}")
        return self.draft.problems() or [
            Problem("language", say(words, language=one.language.upper(), problem=problem.sentence))
            for one, problem in wrong
        ]


class MessageEditor(Editor[MessageEntry]):
    """Edits the text of a kind in a language, of the office or of one reception."""

    width_wanted = 760

    def build(self) -> Form:
        """The form, empty."""
        self._entry: MessageEntry | None = None
        self._typed: dict[str, tuple[str, str]] = {}
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
        """Another language is another text; what was typed in the first is kept with it."""
        entry = self._entry
        if entry is None:
            return
        spoken = str(self.form["language"].value())
        before = entry.draft.language
        words = str(self.form["subject"].value() or ""), str(self.form["body"].value() or "")
        if spoken != before and words != (entry.draft.subject, entry.draft.body):
            self._typed[before] = words
        row = entry.post.round.texts.get(spoken)
        fresh = row.draft if row else MessageDraft(entry.draft.kind, spoken)
        self._entry = replace(entry, draft=fresh)
        self._offer(entry, spoken)
        subject, body = self._typed.pop(spoken, (fresh.subject, fresh.body))
        self.form["subject"].set_value(subject)
        self.form["body"].set_value(body)

    def draft(self) -> MessageEntry:
        """Make a text of what was typed; its revision is that of the row it would change."""
        entry = self._shown()
        values = self.form.values()
        spoken = str(values["language"])
        own = entry.post.round.reception if values["scope"] == HERE else None
        words = str(values["subject"] or ""), str(values["body"] or "")
        revision, made = self._text(spoken, words, own)
        others = [self._text(one, typed, own) for one, typed in self._typed.items()]
        return replace(entry, draft=made, revision=revision, others=tuple(others))

    def _text(
        self, spoken: str, words: tuple[str, str], own: UUID | None
    ) -> tuple[UUID | None, MessageDraft]:
        entry = self._shown()
        row = entry.post.round.texts.get(spoken)
        same = row is not None and row.draft.reception == own
        made = MessageDraft(entry.draft.kind, spoken, *words, own)
        return row.revision if row and same else None, made

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
