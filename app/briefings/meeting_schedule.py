"""Who meets whom: a page for each company, a page for each host, and the list of the whole room.

What each party wishes and how much, and what came of a meeting, is for the house alone. A company
of which nobody goes stands in none of them; the house is told that it has meetings still.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.briefings.blocks import (
    Block,
    Callout,
    Column,
    Fact,
    Facts,
    GroupRow,
    Heading,
    PageBreak,
    Paragraph,
    Points,
    Row,
    Table,
    muted,
)
from app.briefings.book import Keyed
from app.briefings.house import Audience, Frame, day_words, frame
from app.briefings.programme_words import language_name
from app.core.text import N_, Language, t
from app.dossiers.rules.printings import NAMED, key_of
from app.missions.queries import (
    FairBoard,
    MeetingRow,
    PartyRow,
    SlotRow,
    fair_board,
    party,
    representatives,
)
from app.missions.rules.meetings import interpreter_parts, result_label, table_label

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from app.briefings.blocks import Cell, Document, Words


@dataclass(frozen=True, slots=True)
class MeetingPapers:
    """The meetings of a mission before they are laid out.

    `gone` are the names of companies with meetings of which nobody goes; `named` are those who
    stand for a company alone, as (key, name), by company.
    """

    frame: Frame
    board: FairBoard
    gone: tuple[str, ...] = ()
    named: dict[UUID, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The paper's."""
        return self.frame.language

    @property
    def internal(self) -> bool:
        """Whether wishes and outcomes may be told."""
        return self.frame.audience is Audience.INTERNAL


def compose(
    session: Session, mission_id: UUID, language: Language, audience: Audience
) -> MeetingPapers:
    """The meetings as they stand, without those of companies of which nobody goes."""
    board, going = fair_board(session, mission_id), party(session, mission_id).going()
    names = {one.id: one.name for one in going}
    known = representatives(session, mission_id)
    gone = {one for one, people in known.items() if people and not people & names.keys()}
    here = {company: people & names.keys() for company, people in known.items()}
    named = {
        company: tuple((key_of(NAMED, one), names[one]) for one in people)
        for company, people in here.items()
        if len(people) == 1
    }
    told = tuple(one.name for one in board.companies if one.id in gone and board.days.get(one.id))
    kept = _without(board, gone) if gone else board
    return MeetingPapers(frame(session, language, audience), kept, told, named)


def _without(board: FairBoard, gone: set[UUID]) -> FairBoard:
    return replace(
        board,
        companies=tuple(one for one in board.companies if one.id not in gone),
        meetings=tuple(one for one in board.meetings if one.company not in gone),
        wishes={pair: weight for pair, weight in board.wishes.items() if not gone & set(pair)},
    )


def document(papers: MeetingPapers) -> Document:
    """A page of its own for each company that meets somebody."""
    title = t(N_("Meetings by company"), papers.language)
    return _by_party(papers, title, papers.board.companies)


def hosts_document(papers: MeetingPapers) -> Document:
    """A page of its own for each host that meets somebody."""
    title = t(N_("Meetings by host"), papers.language)
    return _by_party(papers, title, papers.board.hosts)


def _by_party(papers: MeetingPapers, title: str, parties: tuple[PartyRow, ...]) -> Document:
    board, language = papers.board, papers.language
    blocks: list[Block] = _gone(papers)
    shown = [one for one in parties if board.days.get(one.id)]
    for number, one in enumerate(shown):
        blocks += [PageBreak()] if number else []
        blocks += _day(papers, one)
    if not shown:
        blocks.append(Paragraph(t(N_("No meeting is arranged yet."), language)))
    return papers.frame.document(title, tuple(blocks), board.title, landscape=True)


def _gone(papers: MeetingPapers) -> list[Block]:
    if not papers.gone or not papers.internal:
        return []
    said = N_("{name} does not go any more and still has meetings.")
    told = "\n".join(t(said, papers.language, name=one) for one in papers.gone)
    return [Callout(told, "attention", t(N_("To look at"), papers.language))]


def _day(papers: MeetingPapers, party: PartyRow) -> list[Block]:
    """One party: who it is, then its day with room for notes."""
    board, language = papers.board, papers.language
    draft = party.draft
    facts = [
        Fact(t(N_("Wanted"), language), draft.wanted),
        Fact(t(N_("Offered"), language), draft.offered),
        Fact(t(N_("Interpreter"), language), language_name(draft.language, language)),
    ]
    rows: list[Row | GroupRow] = []
    day = None
    for slot, meeting in board.day_of(party.id):
        if slot.starts_at.date() != day:
            day = slot.starts_at.date()
            rows.append(GroupRow(_day_words(board, slot, language)))
        rows.append(_slot_row(papers, party, slot, meeting))
    blocks: list[Block] = [Heading(party.name), Paragraph(board.title, "note")]
    if any(one.value for one in facts):
        key = key_of("party", party.id)
        blocks.append(Keyed((Facts(tuple(facts)),), key, party.name))
    blocks.append(Table(_columns(papers), tuple(rows)))
    if papers.internal:
        unmet = board.unmet(party.id)
        told = tuple(f"{board.parties[other].name} · {weight}" for other, weight in unmet)
        if told:
            blocks.append(Heading(t(N_("Wishes not met"), language), 2))
            blocks.append(Points(told, numbered=False))
    return blocks


def _slot_row(
    papers: MeetingPapers, party: PartyRow, slot: SlotRow, meeting: MeetingRow | None
) -> Row:
    cells = _meeting(papers, party, slot, meeting)
    return _keyed(papers, meeting, cells, party) if meeting else Row(cells, party.name)


def _keyed(
    papers: MeetingPapers, meeting: MeetingRow, cells: tuple[Cell, ...], party: PartyRow
) -> Row:
    parties = papers.board.parties
    label = f"{parties[meeting.company].name} – {parties[meeting.host].name}"
    named = papers.named.get(meeting.company, ())
    key = key_of("meeting", meeting.id)
    return Row(cells, party.name, key=key, label=label, named=named)


def _columns(papers: MeetingPapers) -> tuple[Column, ...]:
    language = papers.language
    columns = [
        Column(t(N_("Time"), language), width=24, weight=600),
        Column(t(N_("Table"), language), width=22),
        Column(t(N_("Whom"), language), share=1.3, weight=600),
        Column(t(N_("Wants and offers"), language), share=2),
        Column(t(N_("Interpreter"), language), width=28),
    ]
    if papers.internal:
        columns.append(Column(t(N_("Wish"), language), width=13, kind="number"))
    columns.append(Column(t(N_("Notes"), language), share=1.7))
    return tuple(columns)


def _meeting(
    papers: MeetingPapers, party: PartyRow, slot: SlotRow, meeting: MeetingRow | None
) -> tuple[Cell, ...]:
    board, language = papers.board, papers.language
    hours = f"{slot.starts_at:%H:%M}–{slot.ends_at:%H:%M}"
    spare = ("",) if papers.internal else ()
    if meeting is None:
        away = N_("cannot come") if board.is_away(party, slot) else N_("free")
        return (hours, "", (muted(t(away, language)),), "", "", *spare, "")
    other = board.parties[meeting.host if party.id == meeting.company else meeting.company]
    wish = (str(board.pair_wishes.get(meeting.pair, "")),) if papers.internal else ()
    return (
        hours,
        table_label(meeting.place).to(language),
        other.name,
        _both(other, language),
        voice(meeting.interpreter, language),
        *wish,
        _outcome(papers, meeting),
    )


def _both(party: PartyRow, language: Language) -> str:
    parts = (
        (N_("Wants: {words}"), party.draft.wanted),
        (N_("Offers: {words}"), party.draft.offered),
    )
    return "\n".join(t(label, language, words=said) for label, said in parts if said)


def _outcome(papers: MeetingPapers, meeting: MeetingRow) -> Words:
    """Room for notes; in the house what came of it, once it is known."""
    if not papers.internal or not (meeting.result or meeting.outcome):
        return "\n\n"
    told = result_label(meeting.result).to(papers.language) if meeting.result else ""
    return "\n".join(part for part in (told, meeting.outcome) if part)


def voice(kept: str, language: Language) -> str:
    """An interpreter in words: "Japanese 2", or the name as typed."""
    found = interpreter_parts(kept)
    if found is None:
        return kept
    name = language_name(found[0], language)
    return f"{name} {found[1]}" if found[1] else name


def _day_words(board: FairBoard, slot: SlotRow, language: Language) -> str:
    day = slot.starts_at.date()
    city, zone = board.zone_of(day)
    told = day_words(day, language)
    if not zone:
        return told
    return f"{told} · {t(N_('time of {place}'), language, place=city or zone)}"


# --- the whole room ---


def list_document(papers: MeetingPapers) -> Document:
    """Every meeting by slot and table, for who leads the room."""
    board, language = papers.board, papers.language
    columns = [
        Column(t(N_("Table"), language), width=22, weight=600),
        Column(t(N_("Company"), language), share=1.4),
        Column(t(N_("Host"), language), share=1.4),
        Column(t(N_("Interpreter"), language), width=32),
    ]
    if papers.internal:
        columns.append(Column(t(N_("Wish"), language), width=14, kind="number"))
        columns.append(Column(t(N_("What came of it"), language), share=1))
    rows: list[Row | GroupRow] = []
    for slot in board.slots:
        there = [one for one in board.meetings if one.slot == slot.id]
        hours = f"{slot.number} · {slot.starts_at:%H:%M}–{slot.ends_at:%H:%M}"
        rows.append(GroupRow(f"{hours} · {_day_words(board, slot, language)}"))
        rows += [_line(papers, one) for one in sorted(there, key=_by_table)]
        if not there:
            rows.append(Row(_empty_line(papers)))
    nothing = t(N_("No meeting is arranged yet."), language)
    title = t(N_("Meetings of the whole room"), language)
    return papers.frame.document(
        title,
        (*_gone(papers), _figures(papers), Table(tuple(columns), tuple(rows), nothing)),
        board.title,
    )


def _figures(papers: MeetingPapers) -> Facts:
    board, language = papers.board, papers.language
    rows = [
        Fact(t(N_("Companies"), language), str(len(board.companies))),
        Fact(t(N_("Hosts"), language), str(len(board.hosts))),
        Fact(t(N_("Meetings"), language), str(len(board.placed))),
    ]
    if papers.internal and board.pair_wishes:
        told = t(N_("{n} of {all}"), language, n=board.fulfilled, all=len(board.pair_wishes))
        rows.append(Fact(t(N_("Wishes fulfilled"), language), told))
    return Facts(tuple(rows))


def _by_table(one: MeetingRow) -> tuple[int, str]:
    digits = "".join(letter for letter in one.place if letter.isdecimal())
    return (int(digits) if digits else 1_000_000, one.place)


def _line(papers: MeetingPapers, one: MeetingRow) -> Row:
    board, language = papers.board, papers.language
    cells: list[Cell] = [
        table_label(one.place).to(language),
        board.parties[one.company].name,
        board.parties[one.host].name,
        voice(one.interpreter, language),
    ]
    if papers.internal:
        cells.append(str(board.pair_wishes.get(one.pair, "")))
        cells.append(result_label(one.result).to(language) if one.result else "")
    return _keyed(papers, one, tuple(cells), board.parties[one.company])


def _empty_line(papers: MeetingPapers) -> tuple[Cell, ...]:
    nobody = (muted(t(N_("nobody meets"), papers.language)),)
    return ("", nobody, "", "", *(("", "") if papers.internal else ()))
