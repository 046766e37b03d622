"""Published facts of truths that state only what their document prints, and the same of curated/.

A truth may leave out the lifecycle and the reprint of its indicators, the kind of its amounts, or (as
null) the year of a figure; `partial` ones list only some names. What it does not state is not
compared. The words for the whole of an amount (事業費, 総コスト, 合計 …) are one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from tests.truth.facts import YEN, Fact, _key

Truth = Mapping[str, Any]
Counts = Counter[Fact]

WHOLE = frozenset(
    map(
        _key,
        ("事業費", "総事業費", "総コスト", "トータルコスト", "事業費計", "合計", "計", "決算額", "予算額"),
    )
)
KIND_ALIASES = {"cost": "unspecified", "planned": "forecast", "budget": "initial_budget"}
YEAR = 2
"""Where the fiscal year stands in the fact of a value or an amount."""


@dataclass(frozen=True)
class Compared:
    """The facts of one or more documents: as printed, and as read."""

    published: Counts
    produced: Counts

    @property
    def right(self) -> int:
        return (self.published & self.produced).total()

    @property
    def f1(self) -> float:
        both = self.published.total() + self.produced.total()
        return 2 * self.right / both if both else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.produced.total() if self.produced else 1.0


def read_truth(path: Path) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return truth


def compare(truth: Truth, curated: Path, document_id: str) -> Compared:
    """What the truth states of a document beside what curated/ says of the same things."""

    def rows(dataset: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = pq.read_table(curated / dataset / f"{document_id}.parquet").to_pylist()
        return found

    return compare_rows(truth, {name: rows(name) for name in DATASETS})


DATASETS = ("kpis", "kpi_values", "projects", "project_amounts")


def compare_rows(truth: Truth, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> Compared:
    """The same with the rows of the datasets as they are before they are written."""
    published = _published(truth)
    produced = _produced(truth, rows)
    produced = _open_years(produced, published)
    if truth["document"].get("partial"):
        names = {fact[0] for fact in published}
        produced = Counter({fact: n for fact, n in produced.items() if fact[0] in names})
    return Compared(published, produced)


def together(parts: Iterable[Compared]) -> Compared:
    """The facts of several documents as one; facts are told apart by their document."""
    published: Counts = Counter()
    produced: Counts = Counter()
    for number, part in enumerate(parts):
        published.update({(number, *fact): n for fact, n in part.published.items()})
        produced.update({(number, *fact): n for fact, n in part.produced.items()})
    return Compared(published, produced)


def _published(truth: Truth) -> Counts:
    facts: Counts = Counter()
    for kpi in truth["kpis"]:
        name = _key(kpi["name"])
        facts[name, "unit", _key(kpi.get("unit"))] += 1
        facts[name, "departments", _names(kpi.get("departments"))] += 1
        if "reprint" in kpi:
            facts[name, "reprint", bool(kpi["reprint"])] += 1
        if "lifecycle" in kpi:
            facts[name, "lifecycle", kpi["lifecycle"] or "current"] += 1
        for v in kpi["values"]:
            told = (v["role"], _key(v.get("series")), v.get("qualifier") or "", _number(v.get("value")))
            facts[name, "value", v.get("fiscal_year"), *told] += 1
    for project in truth["projects"]:
        name = _key(project["name"])
        for amount in project["amounts"]:
            yen = amount["value_yen"] if "value_yen" in amount else _yen(amount["value"], amount["unit"])
            if yen is not None:
                facts[_amount(name, amount, yen, bool(amount.get("kind")))] += 1
        change = project["change_yen"] if "change_yen" in project else _yen(project.get("change"), "千円")
        facts.update(_attributes(name, change, _number(project.get("ratio")), project))
    return facts


def _produced(truth: Truth, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> Counts:
    facts: Counts = Counter()
    plain = {_key(p["name_plain"]): _key(p["name"]) for p in truth["projects"] if p.get("name_plain")}
    listed = {_key(p["name"]) for p in truth["projects"]}
    reprint = any("reprint" in kpi for kpi in truth["kpis"])
    lifecycle = any("lifecycle" in kpi for kpi in truth["kpis"])
    kind = any(amount.get("kind") for p in truth["projects"] for amount in p["amounts"])
    for kpi in rows["kpis"]:
        name = _key(kpi["name"])
        facts[name, "unit", _key(kpi["unit"])] += 1
        facts[name, "departments", _names(kpi["departments"])] += 1
        if reprint:
            facts[name, "reprint", bool(kpi["is_reprint"])] += 1
        if lifecycle:
            facts[name, "lifecycle", kpi["lifecycle"]] += 1
    for v in rows["kpi_values"]:
        told = (v["role"], _key(v["series"]), v["qualifier"] or "", _number(v["value"]))
        facts[_key(v["name"]), "value", v["fiscal_year"], *told] += 1
    for project in rows["projects"]:
        name = _key(project["name"])
        name = name if name in listed else plain.get(name, name)
        facts.update(_attributes(name, project["change_yen"], _number(project["ratio_percent"]), project))
    for amount in rows["project_amounts"]:
        name = _key(amount["name"])
        name = name if name in listed else plain.get(name, name)
        if amount["amount_yen"] is not None:
            facts[_amount(name, amount, amount["amount_yen"], kind)] += 1
    return facts


def _attributes(
    name: str, change: int | None, ratio: float | None, project: Mapping[str, Any]
) -> Iterable[Fact]:
    if change is not None:
        yield name, "change", int(change)
    if ratio is not None:
        yield name, "ratio", ratio
    if project.get("departments"):
        yield name, "departments", _names(project["departments"])
    if project.get("basic_project"):
        yield name, "basic project", _key(project["basic_project"])


def _amount(name: str, amount: Mapping[str, Any], yen: int, with_kind: bool) -> Fact:
    component = _key(amount.get("component"))
    kind = KIND_ALIASES.get(amount["kind"], amount["kind"]) if with_kind else ""
    return name, "amount", amount["fiscal_year"], kind, "" if component in WHOLE else component, int(yen)


def _open_years(produced: Counts, published: Counts) -> Counts:
    """The produced facts without their year where the truth leaves the year open."""
    dated = ("value", "amount")
    open_ = {f[:YEAR] + f[YEAR + 1 :] for f in published if f[1] in dated and f[YEAR] is None}
    made: Counts = Counter()
    for fact, count in produced.items():
        without = fact[:YEAR] + fact[YEAR + 1 :]
        is_open = fact[1] in dated and fact not in published and without in open_
        made[(*fact[:YEAR], None, *fact[YEAR + 1 :]) if is_open else fact] += count
    return made


def _yen(printed: object, unit: str) -> int | None:
    return None if printed is None else int(Decimal(str(printed)) * YEN[unit])


def _number(value: object) -> float | None:
    """The number of a text or a number as the truths print them, None where it is none."""
    if value is None or value == "":
        return None
    text = _key(str(value)).replace(",", "").rstrip("%").strip("()")
    try:
        return round(float("-" + text[1:] if text[:1] in ("▲", "△") else text), 6)
    except ValueError:
        return None


def _names(departments: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(sorted(map(_key, departments or ())))
