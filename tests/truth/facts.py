"""Published facts of a document, from its truth and from curated/, so that they can be compared.

A fact is one figure with all that gives it meaning, or one attribute of an indicator or a project.
Facts are counted: an indicator that is printed twice must come out twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

Fact = tuple[object, ...]
YEN = {"円": 1, "千円": 1000, "百万円": 1_000_000}


@dataclass(frozen=True)
class Facts:
    """`figures`: values, amounts and attributes; `texts`: descriptions, summaries, activities."""

    figures: Counter[Fact]
    texts: Counter[Fact]


def f1(published: Counter[Fact], produced: Counter[Fact]) -> float:
    """Twice the right facts over the published and the produced ones; 1.0 when there are none."""
    total = published.total() + produced.total()
    return 2 * (published & produced).total() / total if total else 1.0


def differences(published: Counter[Fact], produced: Counter[Fact], limit: int = 10) -> str:
    """The first facts that were missed or are wrong, one a line."""
    missed = [f"missed {fact}" for fact in list((published - produced).elements())[:limit]]
    wrong = [f"wrong  {fact}" for fact in list((produced - published).elements())[:limit]]
    return "\n".join([*missed, *wrong])


def published_facts(truth: Mapping[str, Any]) -> Facts:
    """What the truth of a document says."""
    figures: Counter[Fact] = Counter()
    texts: Counter[Fact] = Counter()
    for kpi in truth["kpis"]:
        name = _key(kpi["name"])
        figures.update(_attributes(name, kpi, kpi["reprint"]))
        texts.update(_texts(name, kpi, ("description",)))
        for value in kpi["values"]:
            number = None if value["value"] is None else float(Decimal(value["value"]))
            figures[_value(name, value, number)] += 1
    for project in truth["projects"]:
        name = _key(project["name"])
        unit = {YEN[amount["unit"]] for amount in project["amounts"]} or {1000}
        for amount in project["amounts"]:
            yen = _yen(amount["value"], YEN[amount["unit"]])
            figures[_amount(name, amount, yen)] += yen is not None
        ratio = project.get("ratio")
        change = _yen(project.get("change"), max(unit))
        figures.update(_comparisons(name, change, None if ratio is None else float(Decimal(str(ratio)))))
        figures.update(_place(name, project))
        texts.update(_texts(name, project, ("summary", "activity")))
    return Facts(+figures, texts)


def produced_facts(curated: Path, document_id: str) -> Facts:
    """What curated/ says of a document."""
    figures: Counter[Fact] = Counter()
    texts: Counter[Fact] = Counter()
    for kpi in _rows(curated, "kpis", document_id):
        name = _key(kpi["name"])
        figures.update(_attributes(name, kpi, kpi["is_reprint"]))
        texts.update(_texts(name, kpi, ("description",)))
    for value in _rows(curated, "kpi_values", document_id):
        figures[_value(_key(value["name"]), value, value["value"])] += 1
    for project in _rows(curated, "projects", document_id):
        name = _key(project["name"])
        figures.update(_comparisons(name, project["change_yen"], project["ratio_percent"]))
        figures.update(_place(name, project))
        texts.update(_texts(name, project, ("summary", "activity")))
    for amount in _rows(curated, "project_amounts", document_id):
        yen = amount["amount_yen"]
        figures[_amount(_key(amount["name"]), amount, yen)] += yen is not None
    return Facts(+figures, texts)


def published_programmes(truth: Mapping[str, Any]) -> Counter[Fact]:
    """The lines of the lists of programmes in the truth: measure, mark, name, reprint."""
    return Counter(_programme(programme, programme["reprint"]) for programme in truth["programmes"])


def produced_programmes(curated: Path, document_id: str) -> Counter[Fact]:
    """The lines of the lists of programmes in curated/."""
    rows = _rows(curated, "programmes", document_id)
    return Counter(_programme(programme, programme["is_reprint"]) for programme in rows)


def _programme(programme: Mapping[str, Any], is_reprint: bool) -> Fact:
    return _key(programme["measure"]), programme["mark"], _key(programme["name"]), is_reprint


def _attributes(name: str, kpi: Mapping[str, Any], is_reprint: bool) -> Iterable[Fact]:
    yield name, "unit", _key(kpi["unit"])
    yield name, "departments", _sorted(kpi["departments"])
    yield name, "reprint", is_reprint
    yield name, "lifecycle", kpi["lifecycle"]


def _value(name: str, value: Mapping[str, Any], number: float | None) -> Fact:
    said = (value["role"], value["fiscal_year"], _key(value["series"]), value["qualifier"])
    return name, *said, None if number is None else round(number, 6)


def _amount(name: str, amount: Mapping[str, Any], yen: int | None) -> Fact:
    return name, "amount", amount["fiscal_year"], _key(amount.get("component")), yen


def _comparisons(name: str, change: int | None, ratio: float | None) -> Iterable[Fact]:
    if change is not None:
        yield name, "change", change
    if ratio is not None:
        yield name, "ratio", round(ratio, 6)


def _place(name: str, project: Mapping[str, Any]) -> Iterable[Fact]:
    if project["departments"]:
        yield name, "departments", _sorted(project["departments"])
    if project.get("basic_project"):
        yield name, "basic project", _key(project["basic_project"])


def _texts(name: str, record: Mapping[str, Any], columns: Iterable[str]) -> Iterable[Fact]:
    for column in columns:
        if record.get(column):
            yield name, column, _key(record[column])


def _yen(printed: object, unit: int) -> int | None:
    return None if printed is None else int(Decimal(str(printed)) * unit)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(_key(name) for name in names))


def _key(text: object) -> str:
    """The text without white space and differences of width and dashes."""
    normal = unicodedata.normalize("NFKC", str(text or ""))
    return re.sub(r"[\u2010-\u2015\u2212\u30fc~\u301c]", "-", re.sub(r"\s+", "", normal))


def _rows(curated: Path, dataset: str, document_id: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(curated / dataset / f"{document_id}.parquet").to_pylist()
    return rows
