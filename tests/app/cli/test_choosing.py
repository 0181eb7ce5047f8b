"""The command line: whom to invite, and the papers of choosing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.core import office as offices
from app.schema import TRADE
from tests.builders import make_ambassador, make_gift, make_reception

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.cli.console import Console


@pytest.fixture
def gift(console: Console) -> str:
    """An evening, two ambassadors who are on no list, and a gift; the gift's id."""
    workspace = offices.open_office(console.options[1], TRADE)
    make_reception(workspace, title="Evening of the corps", starts_at=None)
    make_ambassador(workspace, "NO", family_name="Aas", given_name="Åse")
    person = make_ambassador(workspace, "SE", family_name="Berg", given_name="Bo")
    made = make_gift(workspace, person=person)
    workspace.close()
    return made.hex


@pytest.mark.usefixtures("gift")
def test_proposals_are_ranked_with_their_reasons(console: Console) -> None:
    rows = console.json("who-to-invite", "Evening of the corps")
    assert [(row["place"], row["name"], row["score"]) for row in rows] == [
        (1, "Åse Aas", 30), (2, "Bo Berg", 30),
    ]  # fmt: skip
    assert rows[0]["reasons"] == ["never received", "Norway: nobody received yet"]
    assert rows[0]["title"] == "Ambassador of Norway"
    assert len(console.json("who-to-invite", "Evening of the corps", "--limit", 1)) == 1
    told = console("who-to-invite", "Evening of the corps", "--language", "nl").out
    assert "nooit ontvangen; Noorwegen: nog niemand ontvangen" in told
    assert "No such evening" in console.refused("who-to-invite", "No such evening")


def test_a_gift_has_its_slip(console: Console, gift: str, tmp_path: Path) -> None:
    out = tmp_path / "slip.pdf"
    assert console.json("brief", "gift-slip", gift[:10], "--out", out)["pages"] == 1
    assert console.json("brief", "gift-register", "--out", out)["pages"] == 1
    console.refused("brief", "gift-slip", "nothing", "--out", out)
