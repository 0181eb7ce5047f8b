"""Modules that load when they are used: importing costs nothing, using finds the real module."""

from __future__ import annotations

import sys
from importlib import import_module

import pytest

from app.core.later import load_later

NAME = "wsgiref.util"  # seldom used, and small


@pytest.fixture(autouse=True)
def _unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, NAME, raising=False)
    load_later(NAME)


def test_importing_it_loads_nothing() -> None:
    assert not hasattr(import_module(NAME), "__file__")


def test_using_it_loads_it_and_the_next_import_finds_the_real_one() -> None:
    stand_in = import_module(NAME)
    assert stand_in.guess_scheme({"HTTPS": "on"}) == "https"
    assert hasattr(import_module(NAME), "__file__")
    assert stand_in.guess_scheme is import_module(NAME).guess_scheme


def test_taking_a_name_from_it_is_using_it() -> None:
    from wsgiref.util import guess_scheme

    assert guess_scheme({}) == "http"


def test_what_is_loaded_already_stays() -> None:
    real = import_module("os.path")
    load_later("os.path")
    assert import_module("os.path") is real
