"""The dialog that edits one thing: a form, Save and Cancel. Nothing typed is lost by a failure.

A subclass builds its form, fills it from a draft and makes a draft of it again. It never sees the
office: saving is a function it is given.

    class PersonEditor(Editor[PersonDraft]):
        def build(self) -> Form: ...
        def fill(self, draft: PersonDraft) -> None: ...
        def draft(self) -> PersonDraft: ...

    PersonEditor.edit(page, tr("New person"), PersonDraft(), save=self.save, then=self.show_record)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeAlias, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from ui.core import problems, theme
from ui.core.buttons import PRIMARY, Button
from ui.core.cards import Banner, Hairline, Scroll, column, row
from ui.core.focus_ring import FocusRing
from ui.core.labels import Text
from ui.core.language import tr

if TYPE_CHECKING:
    from app.core.errors import Problem
    from ui.core.form import Form


class Draft(Protocol):
    """What comes in: it knows its own problems."""

    def problems(self) -> list[Problem]: ...


D = TypeVar("D", bound=Draft)
Done: TypeAlias = Callable[[Any], None]
Failed: TypeAlias = Callable[[Exception], None]
Save: TypeAlias = Callable[[D, Done, Failed], object]


class Editor(QDialog, Generic[D]):
    """Signals `saved(result)` when the office took the draft."""

    saved = Signal(object)
    width_wanted = 520
    room_below = 0
    """Pixels kept free for what appears while one types."""

    def __init__(
        self, parent: QWidget | None, title: str, draft: D, save: Save[D] | None = None
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._result: D | None = None
        self._saving = False
        self.setWindowTitle(title)
        self.form = self.build()
        self.fill(draft)
        self.form.dirty = False
        self.keep = Button(self.save_words(), PRIMARY)
        self.leave = Button(tr("Cancel"))
        self.keep.clicked.connect(self.try_to_save)
        self.leave.clicked.connect(self.reject)
        self._lay_out(title)
        self.form.changed.connect(self._question.hide)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.try_to_save)
        self._ring = FocusRing(self)

    def _lay_out(self, title: str) -> None:
        self._question = Banner("Notice")
        stay, go = Button(tr("Keep editing")), Button(tr("Discard"))
        stay.clicked.connect(self._question.hide)
        go.clicked.connect(self._discard)
        self._question.beside.addWidget(stay)
        self._question.beside.addWidget(go)
        inner, box = QWidget(), column(margin=20, gap=12)
        inner.setLayout(box)
        whole = column(Scroll(inner), gap=0)
        self.setLayout(whole)
        box.addWidget(Text(title, "title"))
        box.addWidget(self.form)  # once all around it stands: each new parent takes as long again
        asked = row(self._question)
        asked.setContentsMargins(theme.px(20), 0, theme.px(20), theme.px(8))
        whole.addLayout(asked)
        whole.addWidget(Hairline())
        self.foot = row(None, self.leave, self.keep, margin=12)
        whole.addLayout(self.foot)
        needed = inner.sizeHint().height() + theme.px(64 + self.room_below)
        screen = self.screen().availableGeometry()
        self.resize(
            min(theme.px(self.width_wanted), screen.width() - 40),
            min(max(needed, theme.px(220)), screen.height() - 80),
        )

    # For subclasses

    def build(self) -> Form:
        """The form, empty."""
        raise NotImplementedError

    def fill(self, draft: D) -> None:
        """Show a draft in the form."""
        raise NotImplementedError

    def draft(self) -> D:
        """Make a draft of what was typed."""
        raise NotImplementedError

    def save_words(self) -> str:
        """The words on the button that saves."""
        return tr("Save")

    # For pages

    @classmethod
    def ask(cls, parent: QWidget | None, title: str, draft: D) -> D | None:
        """Show it until the person is done: the draft without problems, or None."""
        dialog = cls(parent, title, draft)
        dialog.exec()
        result = dialog._result
        dialog.deleteLater()
        return result

    @classmethod
    def edit(
        cls,
        parent: QWidget | None,
        title: str,
        draft: D,
        *,
        save: Save[D],
        then: Callable[[Any], object] | None = None,
    ) -> Editor[D]:
        """Show it and go on; it closes once `save(draft, done, failed)` has called `done(result)`.

        A failure is said in the dialog, which keeps what was typed.
        """
        dialog = cls(parent, title, draft, save)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if then is not None:
            dialog.saved.connect(then)
        dialog.open()
        return dialog

    # Inside

    def try_to_save(self) -> None:
        """Save, unless something must be mended first."""
        if self._saving or not self.form.readable():
            return
        draft = self.draft()
        found = draft.problems()
        if found:
            self.form.show_problems(found)
            return
        self.form.clear_problems()
        self._result = draft
        if self._save is None:
            self.accept()
            return
        self._wait(saving=True)
        self._save(draft, self._done, self.failed)

    def _done(self, result: object) -> None:
        self._wait(saving=False)
        self.form.dirty = False
        self.saved.emit(result)
        self.accept()

    def failed(self, error: Exception) -> None:
        """The office refused: say why, keep everything."""
        self._wait(saving=False)
        self._result = None
        found = problems.problems_of(error)
        if found:
            self.form.show_problems(found)
        else:
            self.form.banner.say(problems.sentence_of(error))

    def _wait(self, *, saving: bool) -> None:
        self._saving = saving
        self.keep.setEnabled(not saving)
        self.form.setEnabled(not saving)

    def reject(self) -> None:
        """Cancel; asks first where something was typed."""
        if self._saving:
            return
        if self.form.dirty and not self._question.isVisible():
            self._question.say(tr("Discard what you typed?"))
            self._question.setFocus()
            return
        self._discard()

    def _discard(self) -> None:
        self._result = None
        self.form.dirty = False
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """The window's cross is a Cancel."""
        if self.form.dirty or self._saving:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a line goes on; only the button or Ctrl+Enter saves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
