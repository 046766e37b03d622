"""Curated data made for tests of the site: two editions of a plan with hostile names, and their changes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from pipeline.parts import part_bytes
from schemas.dataset import Row, comparisons, datasets
from tests.bundled import RAW, ROOT

PDF = "higashikurume_kpi_2024.pdf"
OLD, NEW = 'a "plan" #1?%20', "b_plan"
"""The ids of the two editions: the first cannot be a file name everywhere, nor part of an address."""

HOSTILE = "<img src=x onerror=alert(1)>人口\u202e口人</script>"


def quiet(name: str, count: int) -> None:
    """Hears of each document and says nothing."""


def write_documents(curated: Path, raw: Path) -> None:
    """Two editions over the same PDF, in `curated` and `raw`; what they say is made up of HOSTILE."""
    import pyarrow.parquet as pq

    raw.mkdir()
    bundled = ROOT / "curated" / "documents" / f"{Path(PDF).stem}.parquet"
    [facts] = pq.ParquetFile(bundled).read().to_pylist()
    listing = []
    for document_id, year in ((OLD, 2023), (NEW, 2024)):
        file = f"edition_{year}.pdf"
        shutil.copy(RAW / PDF, raw / file)
        listing.append(f"[[document]]\nfile = '{file}'\nid = '{document_id}'\n")
        changed = facts | {
            "document_id": document_id, "file_name": file, "edition_fiscal_year": year, "as_of": None,
            "title": f"計画 {HOSTILE}", "series": "計画", "source_url": "javascript:alert(1)",
            "landing_url": "https://example.org/plan?a=1&b=2", "attribution": HOSTILE,
            "kpi_count": 2, "project_count": 1, "finding_count": 3,
        }  # fmt: skip
        write_rows(curated, document_id, rows_of(document_id, year) | {"documents": [changed]})
    (raw / "sources.toml").write_text("\n".join(listing), "utf-8")
    write_changes(curated)


def write_changes(curated: Path) -> None:
    """A comparison of the two editions: a figure restated, an indicator added."""
    both = {"from_document_id": OLD, "to_document_id": NEW, "dataset": "kpi", "tier": 1, "note": HOSTILE}
    names = ("before_ids", "after_ids", "before_names", "after_names")
    lists = {name: [HOSTILE] for name in names}
    restated = both | lists | {
        "change_id": "c0001", "kind": "restated", "fiscal_year": 2023, "role": "actual", "component": "",
        "field": "value", "before": "2,133", "after": "2,134", "delta": 1.0, "delta_percent": 0.05,
        "unit": "人", "similarity": 1.0,
    }  # fmt: skip
    place = {"page": 1, "x0": 280.0, "y0": 145.0, "x1": 340.0, "y1": 157.0}
    restated |= {f"{side}_{name}": number for side in ("from", "to") for name, number in place.items()}
    added = both | lists | {"change_id": "c0002", "kind": "added", "before_ids": [], "before_names": []}
    added |= {"component": "", "field": "name"}
    dataset = comparisons()["changes"]
    rows = [dict.fromkeys(dataset.column_names) | row for row in (restated, added)]
    (curated / "changes").mkdir()
    (curated / "changes" / f"{OLD}__{NEW}.parquet").write_bytes(part_bytes(dataset, rows))


def write_rows(curated: Path, document_id: str, rows: dict[str, list[Row]]) -> None:
    """Writes a part of every dataset; what a row does not say is null."""
    for name, dataset in datasets().items():
        folder = curated / name
        folder.mkdir(parents=True, exist_ok=True)
        full = [dict.fromkeys(dataset.column_names) | row for row in rows.get(name, [])]
        (folder / f"{document_id}.parquet").write_bytes(part_bytes(dataset, full))


def rows_of(document_id: str, year: int) -> dict[str, list[Row]]:
    """Two indicators, a project and findings; figures that the editions give for 2023 differ."""
    shared = {"document_id": document_id, "municipality_code": "132225", "edition_fiscal_year": year}

    def place(page: int, x0: float, y0: float, table_id: str = "t001") -> Row:
        return {"page": page, "x0": x0, "y0": y0, "x1": x0 + 60, "y1": y0 + 12, "table_id": table_id}

    def value(number: int, role: str, fiscal_year: int, said: float | None, status: str, **more: Any) -> Row:
        return shared | place(1, 140 + 70 * number, 145) | {
            "kpi_id": "k001", "value_id": f"v{number:04d}", "name": HOSTILE, "unit": "人", "role": role,
            "period": f"{fiscal_year}年度", "fiscal_year": fiscal_year, "series": "", "value": said,
            "decimals": 0, "value_text": HOSTILE if said is None else str(said), "status": status, **more,
        }  # fmt: skip

    def kpi(kpi_id: str, name: str, y0: float, **more: Any) -> Row:
        return shared | place(1, 36, y0) | {
            "kpi_id": kpi_id, "name": name, "name_text": name, "unit": "人", "is_reprint": False,
            "lifecycle": "current", "departments": [HOSTILE], "description": HOSTILE, **more,
        }  # fmt: skip

    def amount(number: int, fiscal_year: int, yen: int | None, component: str = "") -> Row:
        return shared | place(2, 140 + 70 * number, 200, "t002") | {
            "project_id": "p001", "amount_id": f"a{number:04d}", "name": "道路整備事業",
            "component": component, "fiscal_year": fiscal_year, "kind": "settlement", "amount_yen": yen,
            "amount_text": f"{yen}",
            "unit_text": "千円", "status": "proved",
        }  # fmt: skip

    project = shared | place(2, 36, 200, "t002") | {
        "project_id": "p001", "name": "道路整備事業", "name_text": "道路整備事業", "departments": [],
        "change_yen": -1000, "change_text": "▲1", "ratio_kind": "to_previous", "status": "proved",
        "measure": HOSTILE,
    }  # fmt: skip
    finding = {"document_id": document_id, "dataset": "kpi_values", "action": "flagged", "message": HOSTILE}
    return {
        "kpis": [
            kpi("k001", HOSTILE, 145),
            kpi("k002", HOSTILE, 300, is_reprint=True, lifecycle="to_be_removed"),
        ],
        "kpi_values": [
            value(1, "baseline", 2020, 100.0, "read"),
            value(2, "actual", 2023, 110.0 + year, "corrected"),
            value(3, "target", 2027, None, "doubtful", qualifier="other"),
            value(4, "target", 2027, 150.0, "proved", qualifier="at_least"),
        ],
        "projects": [project],
        "project_amounts": [amount(1, 2022, 5000), amount(2, 2023, 4000), amount(3, 2023, 1000, "一般財源")],
        "findings": [
            finding | {"finding_id": "f0001", "rule": "text_not_understood", "severity": "warning",
                       "record_id": "v0003", "column": "value", "observed": HOSTILE} | place(1, 350, 145),
            finding | {"finding_id": "f0002", "rule": HOSTILE, "severity": "error", "record_id": document_id,
                       "dataset": "documents"},
            finding | {"finding_id": "f0003", "rule": "proved_by_change", "severity": "info",
                       "record_id": document_id, "dataset": "documents", "observed": "3"},
        ],
    }  # fmt: skip
