"""Every table and every findable noun of the house, named once."""

from __future__ import annotations

from app.contacts import indexing as contacts_indexing
from app.contacts import marking as contacts_marking
from app.contacts import model as contacts_model
from app.contacts.furnish import furnish, furnish_missing
from app.core import history, profile
from app.core.entity import Base
from app.core.text import N_
from app.core.workspace import Trade, Workspace
from app.dossiers import indexing as dossiers_indexing
from app.dossiers import model as dossiers_model
from app.dossiers.commands import furnish_templates
from app.dossiers.special_days import furnish_special_days
from app.missions import indexing as missions_indexing
from app.missions import model as missions_model
from app.missions.commands import erase_papers_by_rule
from app.missions.furnish import furnish_missing_factors
from app.policy import model as policy_model
from app.receptions import indexing as receptions_indexing
from app.receptions import model as receptions_model
from app.receptions.commands import drop_catering
from app.receptions.furnish import furnish_messages

MODELS = (
    policy_model,
    contacts_model,
    dossiers_model,
    receptions_model,
    missions_model,
    history,
    profile,
)
HEAD = "2026_11_25_missions_come_back"
"""The schema this program writes; a test compares it with the newest migration."""

NOUNS = {
    "posting": (N_("{n} posting"), N_("{n} postings")),
    "relationship": (N_("{n} relation"), N_("{n} relations")),
    "guest": (N_("{n} place on a guest list"), N_("{n} places on guest lists")),
    "moment": (N_("{n} contact moment"), N_("{n} contact moments")),
    "moment_person": (N_("{n} contact moment"), N_("{n} contact moments")),
    "task": (N_("{n} task"), N_("{n} tasks")),
    "document": (N_("{n} document"), N_("{n} documents")),
    "letter": (N_("{n} letter"), N_("{n} letters")),
    "gift": (N_("{n} gift"), N_("{n} gifts")),
    "dossier": (N_("{n} reception or mission"), N_("{n} receptions and missions")),
    "companion": (N_("{n} person brought along"), N_("{n} persons brought along")),
    "delegation": (N_("{n} delegation"), N_("{n} delegations")),
    "mailing": (N_("{n} mailing"), N_("{n} mailings")),
    "message_template": (N_("{n} text of its own"), N_("{n} texts of its own")),
    "sending": (N_("{n} letter sent"), N_("{n} letters sent")),
    "proposal": (N_("{n} proposal"), N_("{n} proposals")),
    "dossier_partner": (
        N_("{n} reception or mission it is a partner of"),
        N_("{n} receptions and missions it is a partner of"),
    ),
    "golden_book_page": (N_("{n} page of the golden book"), N_("{n} pages of the golden book")),
    "membership": (N_("{n} mailing set"), N_("{n} mailing sets")),
    "participant": (N_("{n} place in a delegation"), N_("{n} places in delegations")),
    "mission": (N_("{n} mission that names it"), N_("{n} missions that name it")),
    "agreement": (N_("{n} agreement"), N_("{n} agreements")),
    "meeting": (N_("{n} meeting it follows on"), N_("{n} meetings it follows on")),
    "fair_party": (N_("{n} place at a matchmaking"), N_("{n} places at matchmakings")),
    "leg_traveller": (N_("{n} journey"), N_("{n} journeys")),
    "leg": (N_("{n} journey"), N_("{n} journeys")),
    "room": (N_("{n} hotel room"), N_("{n} hotel rooms")),
    "room_sleeper": (N_("{n} bed in a hotel room"), N_("{n} beds in hotel rooms")),
    "cost_share": (N_("{n} part of a cost"), N_("{n} parts of costs")),
    "item_for": (N_("{n} line of a programme"), N_("{n} lines of a programme")),
}
"""What may still point at a record that somebody wants to remove."""

metadata = Base.metadata
TRADE = Trade(
    metadata=metadata,
    indexers=(
        *contacts_indexing.INDEXERS,
        *receptions_indexing.INDEXERS,
        *missions_indexing.INDEXERS,
    ),
    schema=HEAD,
    contributions=(
        *contacts_marking.CONTRIBUTIONS,
        *dossiers_indexing.CONTRIBUTIONS,
        *receptions_indexing.CONTRIBUTIONS,
        *missions_indexing.CONTRIBUTIONS,
    ),
    nouns=NOUNS,
    daily=(drop_catering, erase_papers_by_rule),
    upkeep=(
        furnish_missing,
        furnish_templates,
        furnish_special_days,
        furnish_messages,
        furnish_missing_factors,
    ),
)


def furnish_office(workspace: Workspace) -> None:
    """Fill a new, empty office with what every room begins with, its own details being known."""
    workspace.run(furnish)
    workspace.furnish()
