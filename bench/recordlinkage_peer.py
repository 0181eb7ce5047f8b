"""The peer of the scan, run by the peers' own Python: recordlinkage, sorted neighbourhood.

Sorted by family name with the window its documentation gives as the usual one (3, the least work of
those it names), then the same fields compared as Belfry compares, and the likely pairs written.
"""

from __future__ import annotations

import json
import resource
import sys

import pandas as pd
import recordlinkage

TEXTS = ("Given name", "Family name", "Street", "City")
WHOLE = ("Postal code", "Birth date", "Email", "Phone")
LIKELY = 5


def main(path: str, out: str) -> None:
    """Find the likely pairs of a list."""
    people = pd.read_csv(path, dtype=str, keep_default_na=False).set_index("rec_id")
    index = recordlinkage.Index()
    index.sortedneighbourhood("Family name", window=3)
    pairs = index.index(people)
    compare = recordlinkage.Compare()
    for name in TEXTS:
        compare.string(name, name, method="jarowinkler", threshold=0.85)
    for name in WHOLE:
        compare.exact(name, name)
    found = compare.compute(pairs, people)
    likely = found[found.sum(axis=1) >= LIKELY].index
    with open(out, "w", encoding="utf-8") as file:  # noqa: PTH123 - runs without the house
        json.dump([list(pair) for pair in likely], file)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"compared": len(pairs), "found": len(likely), "kilobytes": most}))


if __name__ == "__main__":
    main(*sys.argv[1:])
