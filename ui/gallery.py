"""Every page and dialog as a picture, light and dark, in each language.

Run it with `python -m ui.gallery --out DIR`.

A scene is a function that gives a widget, with the size to paint it at; rooms register theirs with
`@scene("contacts", 1440, 900)` in a module named in `SCENES`.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer

from ui.core import language, theme
from ui.core.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

SCENES = [
    "ui.gallery_core",
    "ui.contacts.gallery",
    "ui.contacts.gallery_views",
    "ui.contacts.gallery_postings",
    "ui.contacts.gallery_precedence",
    "ui.contacts.gallery_address",
    "ui.contacts.gallery_twins",
    "ui.receptions.gallery",
    "ui.receptions.gallery_door",
    "ui.receptions.gallery_choosing",
    "ui.receptions.gallery_letters",
    "ui.receptions.gallery_guests",
    "ui.receptions.gallery_programme",
    "ui.receptions.gallery_stages",
    "ui.missions.gallery",
    "ui.missions.gallery_programme",
    "ui.contacts.country_gallery",
    "ui.dossiers.gallery",
    "ui.missions.gallery_meetings",
    "ui.missions.gallery_stages",
    "ui.missions.gallery_after",
    "ui.missions.gallery_travel",
    "ui.missions.gallery_booklet",
    "ui.interchange.gallery",
    "ui.settings.gallery",
]
SETTLES_MS = 120


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture to take: `make` builds the widget, `ready` says whether its data has come."""

    name: str
    make: Callable[[], QWidget]
    width: int
    height: int
    ready: Callable[[QWidget], bool]
    scale: float


_scenes: dict[str, Scene] = {}


def scene(
    name: str,
    width: int,
    height: int,
    *,
    ready: Callable[[QWidget], bool] = lambda widget: True,  # noqa: ARG005 - the usual answer
    scale: float = 1.0,
) -> Callable[[Callable[[], QWidget]], Callable[[], QWidget]]:
    """Register a scene. Pictures wait until `ready(widget)`, at most five seconds."""

    def register(make: Callable[[], QWidget]) -> Callable[[], QWidget]:
        _scenes[name] = Scene(name, make, width, height, ready, scale)
        return make

    return register


def scenes() -> list[Scene]:
    """All scenes of the modules that are there."""
    for module in SCENES:
        try:
            import_module(module)
        except ModuleNotFoundError as missing:
            if missing.name is None or not module.startswith(missing.name):
                raise
    return list(_scenes.values())


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures."""
    asked = argparse.ArgumentParser(prog="ui.gallery", description=__doc__)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--only", default="", help="part of a scene's name")
    asked.add_argument("--languages", default="nl,fr,en")
    asked.add_argument("--themes", default="light,dark")
    chosen = asked.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false;qt.qpa.*=false")
    application = theme.application()
    theme.start(mode="light")
    theme.add_scripts()
    chosen.out.mkdir(parents=True, exist_ok=True)
    for one in scenes():
        if chosen.only not in one.name:
            continue
        for spoken in chosen.languages.split(","):
            language.set_language(Language(spoken))
            for look in chosen.themes.split(","):
                theme.apply(dark=look == "dark", scale=one.scale)
                take(one, chosen.out / f"{one.name}-{look}-{spoken}.png")
    del application
    return 0


def take(one: Scene, path: Path) -> None:
    """Build the scene, wait for its data, and keep its picture."""
    widget = one.make()
    widget.resize(one.width, one.height)
    widget.show()
    _wait(SETTLES_MS)
    for _ in range(50):
        if one.ready(widget):
            break
        _wait(100)
    _wait(SETTLES_MS)
    widget.grab().save(str(path))
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    from ui import gallery  # the scenes register in the module of this name, not in __main__

    sys.exit(gallery.main())
