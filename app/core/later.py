"""Modules that load when they are used: for libraries that ask for more than we use of them.

`importlib.util.LazyLoader` would do, but under Python 3.11 the next `import` already loads its
modules.
"""

from __future__ import annotations

import sys
from importlib import import_module
from threading import Lock
from types import ModuleType
from typing import Any

_lock = Lock()


def load_later(name: str) -> None:
    """Let `import name` cost nothing until something in the module is used."""
    package, _, own = name.rpartition(".")
    if package:
        import_module(package)
    if name in sys.modules:
        return
    stand_in = ModuleType(name)

    def load(attribute: str) -> Any:
        if attribute.startswith("__"):  # importing asks for these: nobody uses the module yet
            raise AttributeError(attribute)
        with _lock:
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]
        return getattr(import_module(name), attribute)

    vars(stand_in)["__getattr__"] = load
    sys.modules[name] = stand_in
    if package:
        setattr(sys.modules[package], own, stand_in)
