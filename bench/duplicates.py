"""Twins: how many of those that are there are found, how quickly, in how much memory.

The public examples (febrl, labelled names) stand beside the house on some machines and are never
part of it; where they are missing, their lines are skipped.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any

from bench import name_pairs, twin_list
from bench.desk import HOUSE, Desk
from bench.measure import MissingPeerError, Result
from tools.peers import PYTHON as PEER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NAMES = HOUSE.parent / "shared" / "data" / "names"
F1_GOAL, RECALL_GOAL = 0.97, 0.90
MEMORY_GOAL = 1_000.0
PEOPLE_OF_FEBRL = (
    "rec_id=external_id", "given_name=given_name", "surname=family_name", "address_1=street",
    "suburb=city", "postcode=postal_code", "date_of_birth=birth_date",
)  # fmt: skip
LABELLED = "person_name_pairs_labelled.examples.csv"
CASES = "opensanctions_name_bench_cases.examples.csv"


def names_folder() -> Path:
    """Where the public examples are.

    Raises:
        MissingPeerError: they are not on this machine.
    """
    folder = NAMES if NAMES.is_dir() else HOUSE.parents[1] / "shared" / "data" / "names"
    if not folder.is_dir():
        raise MissingPeerError("the public examples of names are not on this machine")
    return folder


def found(desk: Desk, _rounds: int) -> list[Result]:
    """F1 on febrl through the program, and recall on labelled names against plain rapidfuzz."""
    folder = names_folder()
    results = [_febrl(desk, file) for file in sorted((folder / "febrl").glob("*.csv"))]
    pairs = name_pairs.read(folder / LABELLED)
    tell("\n".join(name_pairs.table(pairs)))
    for at, half in enumerate((pairs[::2], pairs[1::2])):
        share = name_pairs.recall(half, name_pairs.ours)[""][1]
        other = name_pairs.recall(half, name_pairs.plain)[""][1]
        which = "the half looked at" if at == 0 else "the half held out"
        tell(f"  {which:42} {len(half):6} {share:7.3f} {other:7.3f}")
    mine, plain = (name_pairs.recall(pairs, one) for one in (name_pairs.ours, name_pairs.plain))
    for group in ("official_site_vs_wikidata", "wikipedia_vs_wikidata_diff"):
        tell(f"  {group}: plain {plain[group][1]:.3f}, ours {mine[group][1]:.3f}")
        against = "the goal; token_set_ratio in the lines above"
        results.append(_least(f"recall {group}", mine[group][1], RECALL_GOAL, against))
    _cases(folder / CASES)
    return results


def _least(name: str, value: float, goal: float, against: str) -> Result:
    return Result(name, value, goal, 1.0, "", against, higher=True)


def _febrl(desk: Desk, file: Path) -> Result:
    """F1 of `duplicates` on a list whose ids tell the truth."""
    office = desk.new_office("febrl.belfry")
    mapping = [part for one in PEOPLE_OF_FEBRL for part in ("--map", one)]
    desk.belfry(
        "--office", office, "import", file, "--as", "people", "--on-duplicate", "add", *mapping
    )
    pairs = desk.belfry("--office", office, "duplicates")
    with file.open(encoding="utf-8", newline="") as rows:
        ids = [row["rec_id"] for row in csv.DictReader(rows, skipinitialspace=True)]
    truth = true_pairs(ids)
    for least in (0.7, 0.8, 0.9):
        precision, recall, f1 = f1_of(pairs, truth, least)
        tell(f"{file.name} from {least}: precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}")
    return _least(f"F1 {file.stem}", f1_of(pairs, truth, 0.0)[2], F1_GOAL, "the goal")


def true_pairs(ids: Sequence[str]) -> set[frozenset[str]]:
    """Pairs of ids with the same number, as febrl writes them (rec-12-org, rec-12-dup-0)."""
    groups: dict[str, list[str]] = defaultdict(list)
    for one in ids:
        groups[one.split("-")[1]].append(one)
    return {frozenset(pair) for group in groups.values() for pair in combinations(group, 2)}


def f1_of(
    pairs: Sequence[dict[str, Any]], truth: set[frozenset[str]], least: float
) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs from a score on."""
    told = {
        frozenset((one["a"].get("external_id", ""), one["b"].get("external_id", "")))
        for one in pairs
        if one["score"] >= least
    }
    right = len(told & truth)
    return (
        right / len(told) if told else 1.0,
        right / len(truth),
        2 * right / (len(told) + len(truth)),
    )


def _cases(file: Path) -> None:
    """Pairs made to mislead: at 0.9 almost none may be called one person."""
    with file.open(encoding="utf-8-sig", newline="") as rows:
        people = [row for row in csv.DictReader(rows) if row["schema"] == "Person"]
    scored = [
        (name_pairs.ours(row["name1"], row["name2"]), row["is_match"] == "true") for row in people
    ]
    called = [same for score, same in scored if score >= 0.9]
    share = sum(called) / max(1, len(called))
    every = sum(same for _score, same in scored)
    tell(
        f"pairs made to mislead, from 0.9: precision {share:.3f}, recall {sum(called) / every:.3f}"
    )


def scanning(desk: Desk, rounds: int) -> list[Result]:
    """`duplicates` over the whole office against recordlinkage, in turns, and its memory."""
    if not PEER.exists():
        raise MissingPeerError("recordlinkage is not installed (python -m tools.peers)")
    people = twin_list.write(desk.folder / "twins.csv", desk.count)
    office = desk.new_office("twins.belfry")
    desk.belfry(
        *("--office", office, "import", people, "--as", "people"),
        *("--on-duplicate", "add", "--map", "rec_id=external_id"),
    )
    taken: list[tuple[float, float, float]] = []
    for _ in range(rounds):
        mine = _run(
            desk, [sys.executable, HOUSE / "main.py", "--json", "--office", office, "duplicates"]
        )
        peer = _run(
            desk,
            [PEER, HOUSE / "bench" / "recordlinkage_peer.py", people, desk.folder / "peer.json"],
        )
        taken.append((mine[0], peer[0], mine[1]))
        pairs, told = json.loads(mine[2]), json.loads(peer[2])
    with people.open(encoding="utf-8", newline="") as file:
        truth = true_pairs([row["rec_id"] for row in csv.DictReader(file)])
    precision, recall, f1 = f1_of(pairs, truth, 0.0)
    theirs = {
        frozenset(pair) for pair in json.loads((desk.folder / "peer.json").read_text("utf-8"))
    }
    right = len(theirs & truth)
    other = 2 * right / (len(theirs) + len(truth))
    tell(f"scan: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}; the peer {other:.3f}")
    tell(f"scan: recordlinkage compared {told['compared']} pairs in {told['kilobytes'] // 1000} MB")
    against = "recordlinkage, sorted neighbourhood, window 3"
    best, rival = min(one[0] for one in taken), min(one[1] for one in taken)
    memory = max(one[2] for one in taken)
    return [
        Result(f"scan {desk.count} people for twins", best, rival, 1.0, "s", against),
        Result("memory of the scan", memory, MEMORY_GOAL, 1.0, "MB", "the limit"),
    ]


def _run(desk: Desk, command: list[str | Path]) -> tuple[float, float, str]:
    """Seconds, megabytes at most, and what a program said."""
    begun = time.perf_counter()
    out = desk.folder / "said.txt"
    with out.open("wb") as said, (desk.folder / "complained.txt").open("wb") as complained:
        running = subprocess.Popen(
            command, cwd=HOUSE, env=desk.environment, stdout=said, stderr=complained
        )
        _pid, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise RuntimeError((desk.folder / "complained.txt").read_text("utf-8")[-2000:])
    return time.perf_counter() - begun, used.ru_maxrss / 1000, out.read_text("utf-8")


def tell(words: str) -> None:
    """Figures beside the table."""
    print(words, file=sys.stderr)
