"""What a person sets for themselves on this machine: a small JSON file, never in the office."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

HOME_VARIABLE = "BELFRY_HOME"
"""Another folder for settings and logs (tests, a stick)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one person. `theme` is "system", "light" or "dark"; `text_size` a percentage."""

    last_office: str = ""
    language: str = ""
    theme: str = "system"
    text_size: int = 100
    who: str = ""
    window: dict[str, Any] = field(default_factory=dict)


def folder() -> Path:
    """Where settings, logs and the sample office live."""
    own = os.environ.get(HOME_VARIABLE)
    if own:
        return Path(own)
    import platformdirs

    return Path(platformdirs.user_data_dir("Belfry", appauthor=False))


def load() -> Settings:
    """The person's settings; defaults where there are none or the file is damaged."""
    try:
        known = json.loads((folder() / "settings.json").read_text(encoding="utf-8"))
        fields = {name: known[name] for name in Settings.__slots__ if name in known}
        return Settings(**fields)
    except (OSError, ValueError, TypeError):
        return Settings()


def save(settings: Settings) -> None:
    """Write the settings; a folder that cannot be written is no reason to stop working."""
    path = folder() / "settings.json"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
        fresh.replace(path)
    except OSError:
        return


def change(**values: Any) -> Settings:
    """Change some settings and save them."""
    changed = replace(load(), **values)
    save(changed)
    return changed


def who() -> str:
    """The name under which this person's steps are logged."""
    return load().who or os.environ.get("BELFRY_WHO") or _system_name()


def _system_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "desk"
