"""The peer of the start: PySide6, a main window, nothing in it; says so once it is painted."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Bare(QMainWindow):
    """Tells standard output after its first paint and ends."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint, then end once the picture is out."""
        super().paintEvent(event)
        QTimer.singleShot(0, _painted)


def _painted() -> None:
    sys.stdout.write("painted\n")
    sys.stdout.flush()
    os._exit(0)


application = QApplication([])
window = Bare()
window.resize(1440, 900)
window.show()
application.exec()
