"""The texts of a booklet in its three languages, and the card that tells of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.text import Language
from app.missions.commands import set_texts
from app.missions.draft import TextDraft, TextsDraft
from app.missions.queries import Texts, mission_texts
from app.missions.rules.texts import part_label
from ui.core import language
from ui.core.buttons import Button
from ui.core.cards import Card, Facts, clear, column, row
from ui.core.editor import Editor
from ui.core.fields import LongTextField
from ui.core.form import Form
from ui.core.labels import Pill, Text
from ui.core.language import read, tr
from ui.core.tabs import Tabs

if TYPE_CHECKING:
    from uuid import UUID

    from ui.core.editor import Done, Failed, Save
    from ui.core.page import Desk

_LINES = {"foreword": 7, "practical": 6, "emergency": 4, "facts": 3}
_LOOK = 160
"""Characters of a text on the card."""
_NAMES = {Language.NL: "Nederlands", Language.FR: "Français", Language.EN: "English"}


class TextsEditor(Editor[TextsDraft]):
    """A tab for each language with the same texts; a dot says which of them lack one."""

    width_wanted = 760
    texts: ClassVar[Texts] = Texts(Language.NL, ())
    begins: ClassVar[Language] = Language.NL

    @classmethod
    def begin(
        cls, parent: QWidget, texts: Texts, save: Save[TextsDraft], first: Language | None = None
    ) -> Editor[TextsDraft]:
        """Ask, and save; `first` is the language shown."""
        begins = first or texts.own
        made = cast(
            "type[TextsEditor]", type("TextsEditor", (cls,), {"texts": texts, "begins": begins})
        )
        return made.edit(parent, tr("Texts of the booklet"), texts.draft, save=save)

    def build(self) -> Form:
        """The form of every language, one shown."""
        spoken = [self.texts.own, *(one for one in Language if one is not self.texts.own)]
        self._forms = {one: _form(self.texts, one) for one in spoken}
        self.tabs = Tabs([(str(one), _NAMES[one]) for one in spoken], name=tr("Language"))
        self.tabs.currentChanged.connect(lambda _at: self._turn())
        self._stack = QStackedWidget()
        for one in spoken:
            self._stack.addWidget(self._forms[one])
        made = _Whole(self.tabs, self._stack, self._forms)
        for one in spoken:
            self._forms[one].changed.connect(self._count)
        return made

    def _turn(self) -> None:
        self._stack.setCurrentWidget(self._forms[Language(self.tabs.current())])

    def fill(self, draft: TextsDraft) -> None:
        """Show a draft."""
        for one in draft.texts:
            field = self._forms[Language(one.language)][_key(one.part, one.destination)]
            field.set_value(one.words)
        for form in self._forms.values():
            form.dirty = False
        self.tabs.choose(str(self.begins))
        self._turn()
        self._count()

    def draft(self) -> TextsDraft:
        """What was typed, in every language."""
        found = []
        for spoken, form in self._forms.items():
            values = cast("dict[str, Any]", form.values())
            found += [
                TextDraft(
                    row.part, spoken, values[_key(row.part, row.destination)], row.destination
                )
                for row in self.texts.rows
            ]
        return TextsDraft(tuple(found))

    def _count(self) -> None:
        """Say at each tab how many texts that another language has are missing in it."""
        typed = {
            spoken: {key for key, words in form.values().items() if str(words).strip()}
            for spoken, form in self._forms.items()
        }
        wanted = set().union(*typed.values())
        for spoken, keys in typed.items():
            lacks = len(wanted - keys)
            told = tr("{language} · {n} missing", language=_NAMES[spoken], n=lacks)
            self.tabs.rename(str(spoken), told if lacks else _NAMES[spoken])


class _Whole(Form):
    """Forms behind tabs as one: dirty, locked and cleared together."""

    def __init__(self, tabs: Tabs, stack: QStackedWidget, forms: dict[Language, Form]) -> None:
        self._inner = tuple(forms.values())
        super().__init__([tabs, stack])
        for one in self._inner:
            one.changed.connect(self._touched)

    def readable(self) -> bool:
        """Whether every language can be read."""
        return all(one.readable() for one in self._inner)


def _form(texts: Texts, spoken: Language) -> Form:
    return Form(
        [
            LongTextField(
                _key(one.part, one.destination),
                read(part_label(one.part, one.city)),
                lines=_LINES.get(one.part, 3),
                hint=tr("An empty line begins a new paragraph.")
                if one.part == "foreword" and spoken is texts.own
                else "",
            )
            for one in texts.rows
        ]
    )


def _key(part: str, destination: UUID | None) -> str:
    return f"{part}-{destination.hex}" if destination else part


class TextsCard(Card):
    """What the booklet says in words, and in which languages it is not yet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("For the booklet"))
        self._desk = desk
        self._record: UUID | None = None
        self.texts: Texts | None = None
        self._box = column(gap=6)
        holder = QWidget()
        holder.setLayout(self._box)
        self.change = Button(tr("Write the texts…"), icon="edit")
        self.change.clicked.connect(lambda: self.edit())
        self.add(holder, row(self.change, None))

    def ask(self, mission: UUID) -> None:
        """Ask for the texts of a mission."""
        self._record = mission
        self._desk.jobs.ask(mission_texts, mission, then=self.show_texts, owner=self)

    def show_texts(self, texts: Texts) -> None:
        """Show the beginning of each, in the window's language where it is in it."""
        self.texts = texts
        clear(self._box)
        shown = Facts()
        for one in texts.rows:
            told = texts.told(one.part, language.current(), one.destination)
            if told.words and one.part != "facts":
                shown.add(read(part_label(one.part, one.city)), _beginning(told.words))
        if any(one.words.get(spoken) for one in texts.rows for spoken in Language):
            self._box.addWidget(shown)
            self._box.addLayout(self._languages(texts))
        else:
            hint = tr("A foreword, practical notes and what to do in an emergency stand here, in"
                      " Dutch, French and English.")  # fmt: skip
            self._box.addWidget(Text(hint, ink="text2", wrap=True))

    def _languages(self, texts: Texts) -> Any:
        line = row(gap=6)
        for spoken in Language:
            lacks = [one for one in texts.rows if spoken in one.lacks]
            pill = Pill("")
            if lacks:
                told = tr("{language}: {n} missing", language=spoken.upper(), n=len(lacks))
                pill.say(told, "attention")
                named = [read(part_label(one.part, one.city)) for one in lacks]
                pill.setToolTip("\n".join(named))
            else:
                pill.say(spoken.upper(), "good")
            line.addWidget(pill)
        line.addStretch(1)
        return line

    def edit(self, first: Language | None = None) -> None:
        """Write them."""
        texts = self.texts
        if texts is None or self._record is None:
            return

        def save(draft: TextsDraft, done: Done, failed: Failed) -> None:
            self._desk.jobs.run(
                set_texts, self._record, _changed(texts, draft), texts.draft,
                then=done, failed=failed,
            )  # fmt: skip

        TextsEditor.begin(self.window(), texts, save, first)


def _changed(texts: Texts, draft: TextsDraft) -> TextsDraft:
    """Only what differs: two people may write in two languages at once."""
    kept = set(texts.draft.texts)
    return TextsDraft(tuple(one for one in draft.texts if one not in kept))


def _beginning(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LOOK else plain[:_LOOK].rsplit(" ", 1)[0] + "…"
