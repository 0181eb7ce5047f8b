"""Missions: who is out today and what is on there now, then the coming ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from app.core import clock
from app.core.text import N_
from ui.core import theme
from ui.core.cards import column, row
from ui.core.flow import Flow
from ui.core.labels import Link, Pill, Text
from ui.core.language import day, read, tr, trn
from ui.today.cards import TodayCard, going
from ui.today.coming import short_day

if TYPE_CHECKING:
    from app.missions.rules.under_way import Planned
    from app.overview.abroad import Abroad, AheadRow, UnderWay
    from ui.core.language import Language

_DAY_WIDTH = 104
_NEAR = 14


class AbroadCard(TodayCard):
    """Those under way first; a click opens the mission."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"dossier", "mission", "destination", "participant", "travel_papers", "task",
         "programme_item", "item_for"}
    )  # fmt: skip
    title: ClassVar[str] = N_("Missions")

    @staticmethod
    def ask(session: Any, spoken: Language) -> Any:
        """Who is out, and what is coming."""
        from app.overview.abroad import abroad

        del spoken
        return abroad(session)

    def show_answer(self, answer: Abroad) -> None:
        """Show them."""
        if not answer.out and not answer.ahead:
            self.quiet(tr("No mission ahead. One that is out stands here with its local time."))
            return
        self.lines(
            [self._out(one) for one in answer.out] + [self._ahead(one) for one in answer.ahead]
        )
        left = answer.total - len(answer.ahead)
        if left > 0:
            more = Link(trn("{n} more in Missions", "{n} more in Missions", left))
            more.clicked.connect(going(self.desk, "missions"))
            self.content.addWidget(more)

    def _title(self, title: str, record: object) -> Link:
        link = Link(title, role="strong", ink="text")
        link.setAccessibleName(tr("Show {name}", name=title))
        link.clicked.connect(going(self.desk, "mission", record))
        return link

    def _out(self, one: UnderWay) -> QWidget:
        """Where it is, which time it is there, what is on and what comes next."""
        where = one.city or tr("under way")
        head = row(
            self._title(one.title, one.id),
            Text(where, "small", ink="text2", elide=True),
            Pill(tr("Under way"), "accent"),
            gap=8,
        )
        head.setStretch(1, 1)
        words = column(head, gap=2)
        current = tr("Now: {what}", what=_planned(one.line)) if one.line else ""
        words.addWidget(Text(current or tr("Nothing planned now"), wrap=True))
        if one.following is not None:
            starts = one.following.begins
            then = f"{starts:%H:%M}"
            if starts.date() != one.local.date():
                then = f"{short_day(starts)}, {then}"
            told = tr("Then, {moment}: {what}", moment=then, what=_planned(one.following))
            words.addWidget(Text(told, "small", ink="text2", wrap=True))
        if one.back_on is not None:
            back = tr("Back on {day}", day=day(one.back_on, "weekday"))
            words.addWidget(Text(back, "small", ink="text2"))
        time = Text(f"{one.local:%H:%M}", "strong")
        zone = Text(one.zone, "small", ink="text2", wrap=True)
        for part in (time, zone):
            part.setFixedWidth(theme.px(_DAY_WIDTH))
        return _line(column(time, zone, None, gap=0), words)

    def _ahead(self, one: AheadRow) -> QWidget:
        told = short_day(one.starts_on) if one.starts_on else tr("No day yet")
        when = Text(told, ink="text2", wrap=True)
        when.setFixedWidth(theme.px(_DAY_WIDTH))
        along = trn("{n} goes along", "{n} go along", one.going) if one.going else ""
        word, tone = _pill(one)
        head = row(
            self._title(one.title, one.id),
            Text(one.where, "small", ink="text2", elide=True),
            Text(along, "small", ink="text2"),
            Pill(word, tone),
            gap=8,
        )
        head.setStretch(1, 1)
        words = column(head, gap=2)
        if one.open:
            holder = QWidget()
            flow = Flow(holder, gap=12)
            for at, what in enumerate(one.open):
                ink = "wrong" if one.late and not at else "attention_ink"
                flow.addWidget(Text(read(what), ink=ink))
            words.addWidget(holder)
        return _line(column(when, None), words)


def _line(left: Any, words: Any) -> QWidget:
    line = row(left, words, gap=8)
    line.setStretch(1, 1)
    line.setContentsMargins(0, theme.px(8), 0, theme.px(8))
    whole = QWidget()
    whole.setLayout(line)
    return whole


def _planned(one: Planned) -> str:
    return f"{one.title}, {one.place}" if one.place else one.title


def _pill(one: AheadRow) -> tuple[str, str]:
    """How near it is where it is near, else its stage; ready where nothing is open."""
    from app.dossiers.rules import Stage, label

    if one.starts_on is not None:
        days = (one.starts_on - clock.today()).days
        if days <= _NEAR:
            tone = "attention" if one.open else "good"
            near = tr("tomorrow") if days == 1 else trn("In {n} day", "In {n} days", days)
            return near, tone
    tones = {Stage.CONFIRMED: "accent", Stage.INVITED: "accent"}
    return read(label(Stage(one.stage), "mission")), tones.get(Stage(one.stage), "neutral")
