"""For whom a personal paper is made: everybody, a group, or one person."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from ui.core.language import tr

OWN = "own"
"""In place of a language: each reader's own."""


class WhomBox(QComboBox):
    """Chooses everybody, or one group or person a paper can be made for; typing finds a name."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("For whom"))
        self.setMaxVisibleItems(16)
        self.setMinimumContentsLength(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItem(tr("Everybody"), "")
        self._wanted = ""
        self.hide()

    def offer(self, choices: list[tuple[str, str]]) -> None:
        """Show these (key, words) behind everybody; the choice stays where it is still offered."""
        wanted = self._wanted or self.whom()
        self.clear()
        self.addItem(tr("Everybody"), "")
        for key, words in choices:
            self.addItem(words, key)
        self._wanted = ""
        self.setCurrentIndex(max(self.findData(wanted), 0))

    def want(self, whom: str) -> None:
        """Choose somebody, now or as soon as they are offered."""
        self._wanted = whom
        self.setCurrentIndex(max(self.findData(whom), 0))

    def whom(self) -> str:
        """The key chosen, "" for everybody."""
        return self._wanted or str(self.currentData() or "")

    def words(self) -> str:
        """The words chosen, "" for everybody."""
        return self.currentText() if self.whom() else ""
