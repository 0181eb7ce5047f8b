"""Buttons and chips: primary, secondary, quiet; one primary on a page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QMenu, QSizePolicy, QWidget

from ui.core import icons, theme
from ui.core.flow import Flow

PRIMARY, SECONDARY, QUIET = "primary", "secondary", "quiet"


class Painted(QAbstractButton):
    """What our painted buttons share: hover, text size, a click by Enter."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the present text size."""
        self.updateGeometry()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Repaint under the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Repaint as the pointer leaves."""
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Words are never cut."""
        return self.sizeHint()


class Button(Painted):
    """A button with words and perhaps an icon; `menu` makes it drop a menu."""

    def __init__(
        self, words: str, kind: str = SECONDARY, *, icon: str = "", menu: QMenu | None = None
    ) -> None:
        super().__init__(words)
        self._kind = kind
        self._icon = icon
        self._menu = menu
        if menu is not None:
            menu.setParent(self, menu.windowFlags())
            self.clicked.connect(self._drop)

    def _drop(self) -> None:
        if self._menu is not None:
            self._menu.exec(self.mapToGlobal(self.rect().bottomLeft()))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Words, icons and 12 px on both sides."""
        width = theme.metrics("medium").horizontalAdvance(self._plain()) + theme.px(26)
        extra = theme.px(24) * bool(self._icon) + theme.px(20) * (self._menu is not None)
        return QSize(round(width) + extra, theme.px(30))

    def _plain(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _colours(self) -> tuple[QColor, QColor | None, QColor | None]:
        """Ink, ground, border."""
        hover = self.underMouse() and self.isEnabled()
        if self._kind == PRIMARY:
            if not self.isEnabled():
                return theme.colour("text2"), theme.colour("line"), None
            return (
                theme.colour("on_accent"),
                theme.colour("accent_hover" if hover else "accent"),
                None,
            )
        ink = theme.colour("text" if self.isEnabled() else "strong_line")
        ground = theme.colour("hover") if hover or self.isDown() else None
        if self._kind == QUIET:
            return ink, ground, None
        return ink, ground or theme.colour("surface"), theme.colour("line")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw ground, icon, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, ground, border = self._colours()
        painter.setPen(border if border else Qt.PenStyle.NoPen)
        painter.setBrush(ground if ground else Qt.BrushStyle.NoBrush)
        corner = theme.px(6)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        area = self.rect().adjusted(theme.px(13), 0, -theme.px(12), 0)
        side = theme.px(16)
        if self._icon:
            box = QRect(area.left() - 1, (self.height() - side) // 2, side, side)
            icons.paint(painter, self._icon, box, ink)
            area.setLeft(area.left() + theme.px(24))
        if self._menu is not None:
            box = QRect(area.right() - side + 2, (self.height() - side) // 2, side, side)
            icons.paint(painter, "chevron-down", box, ink)
        painter.setPen(ink)
        painter.setFont(theme.font("medium"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, flags | Qt.TextFlag.TextHideMnemonic, self.text())
        painter.end()


class IconButton(Painted):
    """An icon that is pressed; `name` says what it does: verb and object."""

    def __init__(self, icon: str, name: str, *, size: int = 30, ink: str = "text") -> None:
        super().__init__("")
        self._icon = icon
        self._size = size
        self._ink = ink
        self.name(name)

    def name(self, words: str) -> None:
        """Say what it does."""
        self.setToolTip(words)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A square."""
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw the icon."""
        painter = QPainter(self)
        if self.underMouse() and self.isEnabled():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(self.rect(), theme.px(6), theme.px(6))
        side = theme.px(16)
        box = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        ink = theme.colour(self._ink if self.isEnabled() else "strong_line")
        icons.paint(painter, self._icon, box, ink)
        painter.end()


class Chip(Painted):
    """A round choice: a saved view, a language, a tag."""

    def __init__(self, words: str, *, checkable: bool = True) -> None:
        super().__init__(words)
        self.setCheckable(checkable)
        if not checkable:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Words in the bolder weight, so that choosing moves nothing."""
        width = theme.metrics("chip_strong").horizontalAdvance(self.text())
        return QSize(round(width) + theme.px(25), theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's signature
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ground = "accent_soft" if chosen else "hover" if self.underMouse() else "surface"
        painter.setBrush(theme.colour(ground))
        painter.setPen(Qt.PenStyle.NoPen if chosen else theme.colour("line"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(theme.colour("accent" if chosen else "text"))
        painter.setFont(theme.font("chip_strong" if chosen else "chip"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class ChipBar(QWidget):
    """Chips of which one is chosen; arrows walk among them, one Tab stop for all."""

    chosen = Signal(str)

    def __init__(
        self, choices: list[tuple[str, str]], current: str = "", *, name: str = ""
    ) -> None:
        """`choices` are (key, words); `name` says what is being chosen."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._chips: dict[str, Chip] = {}
        self._flow = Flow(self)
        self._group.buttonClicked.connect(self._clicked)
        self.offer(choices, current)

    def offer(self, choices: list[tuple[str, str]], current: str = "") -> None:
        """Show these choices instead; the present choice stays where it is still offered."""
        wanted = current or self.current()
        if [key for key, _ in choices] != list(self._chips):
            self._rebuild(choices)
        for key, words in choices:
            self._chips[key].setText(words)
            self._chips[key].restyle()
        chosen = self._chips.get(wanted) or next(iter(self._chips.values()), None)
        if chosen is not None:
            chosen.setChecked(True)

    def _rebuild(self, choices: list[tuple[str, str]]) -> None:
        for chip in self._chips.values():
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = {}
        for key, words in choices:
            chip = Chip(words)
            self._chips[key] = chip
            self._group.addButton(chip)
            self._flow.addWidget(chip)

    def current(self) -> str:
        """The key of the chosen chip, "" where there is none."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose without telling anybody."""
        if key in self._chips:
            self._chips[key].setChecked(True)

    def _clicked(self) -> None:
        self.chosen.emit(self.current())
