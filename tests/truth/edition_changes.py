"""Changes between two editions, from their truth and from the dataset changes, to be compared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Fact = tuple[str, str, tuple[str, ...], tuple[str, ...], int | None]
"""Dataset, kind, names before, names after, fiscal year of a restated figure."""

KIND_OF = {
    "departments": "department_changed",
    "redefined": "definition_changed",
    "summary_redefined": "definition_changed",
    "lifecycle": "lifecycle_changed",
}
NO_CHANGE = ("unit_notation", "description_edited")
ALONE = (("removed", "removed"), ("abolished", "removed"), ("added", "added"), ("new", "added"))
GROUPS = (("merged", "merged"), ("splits", "split"))


def published_changes(truth: Mapping[str, Any]) -> Counter[Fact]:
    """What the truth of two editions says; names that are only spelled otherwise are no change."""
    dataset = "project" if "layout" in truth else "kpi"
    facts: Counter[Fact] = Counter()
    for pair in truth["pairs"]:
        for change in pair["changes"]:
            if change["type"] not in NO_CHANGE:
                kind = KIND_OF.get(change["type"], change["type"])
                names = [pair["old"]["name"]], [pair["new"]["name"]]
                facts[_fact(dataset, kind, *names, change.get("fiscal_year"))] += 1
    for key, kind in ALONE:
        for entry in truth.get(key, ()):
            names = ([entry["old"]["name"]], []) if kind == "removed" else ([], [entry["new"]["name"]])
            facts[_fact(dataset, kind, *names, None)] += 1
    for key, kind in GROUPS:
        for entry in truth.get(key, ()):
            facts[_fact(dataset, kind, _names(entry["old"]), _names(entry["new"]), None)] += 1
    return _without_spelling(facts)


def produced_changes(rows: Sequence[Mapping[str, Any]]) -> Counter[Fact]:
    """What the rows of the dataset changes say."""
    return _without_spelling(
        Counter(
            _fact(row["dataset"], row["kind"], row["before_names"], row["after_names"], row["fiscal_year"])
            for row in rows
        )
    )


def _names(side: Any) -> list[str]:
    return [entry["name"] for entry in side] if isinstance(side, list) else [side["name"]]


def _fact(dataset: str, kind: str, before: Iterable[str], after: Iterable[str], year: int | None) -> Fact:
    names = tuple(sorted(map(_key, before))), tuple(sorted(map(_key, after)))
    return dataset, kind, *names, year if kind == "restated" else None


def _key(name: str) -> str:
    return re.sub(r"[‐-―−ー~〜]", "-", re.sub(r"\s+", "", unicodedata.normalize("NFKC", name)))


def _without_spelling(facts: Counter[Fact]) -> Counter[Fact]:
    return Counter({f: n for f, n in facts.items() if not (f[1] == "renamed" and f[2] == f[3])})
