"""The index of the search: scripts that a page loads one by one, so that it also works from a folder.

Names stand in blocks of 500. For each pair of neighbouring characters a posting lists the entries that
hold it; postings are spread over shards by the code of their first character. A query loads the shards
of its pairs, intersects them, and then the blocks of what is left. What a browser loads for a query is
so bounded by the query, not by the number of documents.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

BLOCK = 500
ENTRIES_PER_SHARD = 800
MOST_SHARDS = 256
END = "\x03"
"""Stands after the last character, so that the last one begins a pair too."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be found: kind (document, kpis, projects, programmes), what it is called, where it is."""

    kind: str
    name: str
    context: str
    address: str


def folded(text: str) -> str:
    """Text as it is searched: widths and cases alike, without white space. search.js does the same."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


def index_files(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """The scripts of the index: file name → content. `meta.js` says how many shards there are."""
    shards = 1
    while shards < MOST_SHARDS and shards * ENTRIES_PER_SHARD < len(entries):
        shards *= 2
    postings: list[dict[str, list[int]]] = [{} for _ in range(shards)]
    for number, entry in enumerate(entries):
        for pair in sorted(_pairs(entry)):
            postings[ord(pair[0]) % shards].setdefault(pair, []).append(number)
    yield "meta.js", _call("searchMeta", {"shards": shards, "block": BLOCK, "entries": len(entries)})
    for number, posting in enumerate(postings):
        steps = {pair: _steps(ids) for pair, ids in sorted(posting.items())}
        yield f"shard-{number}.js", _call("searchShard", number, steps)
    for start in range(0, len(entries), BLOCK):
        rows = [[e.kind, e.name, e.context, e.address] for e in entries[start : start + BLOCK]]
        yield f"block-{start // BLOCK}.js", _call("searchBlock", start // BLOCK, rows)


def _pairs(entry: Entry) -> set[str]:
    pairs: set[str] = set()
    for text in (entry.name, entry.context):
        plain = folded(text)
        pairs |= {plain[i] + (plain[i + 1] if i + 1 < len(plain) else END) for i in range(len(plain))}
    return pairs


def _steps(ids: list[int]) -> list[int]:
    """Ascending numbers as the steps between them: shorter in print."""
    return [ids[0], *(after - before for before, after in pairwise(ids))]


def _call(function: str, *values: object) -> str:
    said = ",".join(json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values)
    return f"gyosei.{function}({said});\n"
