"""Scenes of what comes after a mission: the follow-up tab and its dialogs."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.dossiers.draft import AgreementDraft, EvaluationDraft, LettersDraft
from app.missions.queries import missions
from app.missions.rules.closing import Standing, closing_findings
from ui.core.language import tr
from ui.core.record_field import Choice
from ui.dossiers.agreement_editor import AgreementEditor, AgreementEntry
from ui.dossiers.evaluation_editor import MissionEvaluationEditor
from ui.gallery import scene
from ui.missions.after_facts import After, after
from ui.missions.closing_editor import ClosingDraft, ClosingEditor
from ui.missions.dossier import MissionPage
from ui.missions.page import MissionsPage
from ui.missions.thanks_editor import ThanksEditor, ThanksEntry
from ui.receptions.gallery import sample_copy, sample_window

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def _followed(title: str, window: Any) -> bool:
    """A mission opened on its follow-up, step by step."""
    listed = window.findChild(MissionsPage)
    if not isinstance(listed, MissionsPage) or not listed.model.rowCount():
        return False
    page = window.findChild(MissionPage)
    if not isinstance(page, MissionPage):
        listed.open(next(one.id for one in listed.model.rows() if title in one.title))
        return False
    if page.tabs.current() != "follow-up":
        page.tabs.choose("follow-up")
        return False
    return bool(page.follow_up.is_filled)


def _missions() -> QWidget:
    return sample_window("missions")


scene("mission-follow-up", 1440, 1180, ready=partial(_followed, "Bergen"))(_missions)
scene("mission-follow-up-coming", 1440, 900, ready=partial(_followed, "Kanazawa"))(_missions)
scene("mission-follow-up-small", 1100, 700, ready=partial(_followed, "Bergen"))(_missions)


def _bergen() -> After:
    workspace = sample_copy()
    row = next(one for one in workspace.ask(missions) if "Bergen" in one.title)
    found = workspace.ask(after, row.id)
    workspace.close()
    return found


@scene("mission-thanks", 760, 980)
def _thanks() -> QWidget:
    found = _bergen()
    chosen = tuple(one.id for one in found.thanks if one.kind == "person")
    draft = LettersDraft(dt.date(2026, 11, 25), found.texts, "De burgemeester", chosen)
    return ThanksEditor(None, tr("Letters of thanks"), ThanksEntry(draft, found.thanks, "nl"))


@scene("mission-closing", 620, 460)
def _closing() -> QWidget:
    open_ = Standing(("Afspraken tussen bedrijven",), ("Stalen opsturen naar Kanazawa",),
                     ("Stalen opsturen naar Kanazawa",), ("Hotel",), is_evaluated=False,
                     unthanked=3)  # fmt: skip
    draft = ClosingDraft(closing_findings(open_))
    return ClosingEditor(None, tr("Close the mission"), draft)


@scene("mission-evaluation", 720, 980)
def _evaluation() -> QWidget:
    found: EvaluationDraft = _bergen().follow_up.evaluation
    return MissionEvaluationEditor(None, tr("Evaluation"), found)


@scene("agreement-editor", 700, 760)
def _agreement() -> QWidget:
    draft = AgreementDraft(
        "Samen werken aan groene ammoniak", "memorandum", dt.date(2026, 5, 13),
        dt.date(2029, 5, 12), "Voor de stad: de schepen van de haven\nFor Vestfjord Havn: A. S.",
        document=UUID(int=3),
    )  # fmt: skip
    entry = AgreementEntry(
        draft, Choice(UUID(int=1), "Vestfjord Havn KF"),
        Choice(UUID(int=2), "Haven- en waterstofmissie naar Bergen"),
        ((UUID(int=3), "Memorandum Vestfjord Havn.pdf"),),
    )  # fmt: skip
    return AgreementEditor(None, tr("Agreement"), entry)
