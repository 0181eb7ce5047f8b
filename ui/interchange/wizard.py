"""Where an import begins: from a menu, a shortcut, or a file dropped onto the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.interchange.page import ImportPage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.core.page import Desk


class ImportWizard:
    """Leads to the page of the import."""

    @staticmethod
    def begin(window: QWidget, desk: Desk, file: Path | None = None) -> ImportPage | None:
        """Show the import, with a file where one is given; else let the person choose one."""
        desk.go("import")
        page: ImportPage | None = window.findChild(ImportPage)
        if page is None:
            return None
        if file is not None:
            page.open_file(file)
        else:
            page.choose.ask()
        return page
