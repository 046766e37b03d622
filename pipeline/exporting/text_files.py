"""Curated data as CSV (UTF-8 with BOM, for spreadsheets) and as JSON lines (for programs)."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from pipeline.exporting.curated_rows import CREDIT_COLUMNS, Curated
from pipeline.exporting.spreadsheet_text import neutral
from pipeline.exporting.whole_file import written_whole
from schemas.dataset import datasets
from schemas.japanese import description_ja, unit_ja

LIST_MARK = "、"
COLUMNS_FILE, SOURCES_FILE = "columns", "sources"

Wrote = Callable[[Path, int], None]
"""Called with each file and the number of its rows."""


def export_csv(curated: Curated, out: Path, wrote: Wrote) -> None:
    """A CSV file a dataset, one of what the columns mean, one of the sources (出典). Raises OSError."""
    for dataset in curated.datasets:
        rows = ([row[name] for name in dataset.column_names] for row in curated.rows(dataset))
        _write_csv(out / f"{dataset.name}.csv", dataset.column_names, rows, wrote)
    columns = [[row[name] for name in COLUMNS_TOLD] for row in columns_told(curated)]
    _write_csv(out / f"{COLUMNS_FILE}.csv", COLUMNS_TOLD, columns, wrote)
    credits = [[row[name] for name in CREDIT_COLUMNS] for row in curated.credits()]
    _write_csv(out / f"{SOURCES_FILE}.csv", CREDIT_COLUMNS, credits, wrote)


def export_jsonl(curated: Curated, out: Path, wrote: Wrote) -> None:
    """A file of JSON lines a dataset, of the columns and of the sources (出典). Raises OSError."""
    for dataset in curated.datasets:
        _write_jsonl(out / f"{dataset.name}.jsonl", curated.rows(dataset), wrote)
    _write_jsonl(out / f"{COLUMNS_FILE}.jsonl", columns_told(curated), wrote)
    _write_jsonl(out / f"{SOURCES_FILE}.jsonl", curated.credits(), wrote)


COLUMNS_TOLD = {
    "dataset": "データセット",
    "column": "列",
    "title_ja": "日本語名",
    "title_en": "英語名",
    "unit": "単位",
    "type": "型",
    "description_ja": "説明",
    "description_en": "説明（英語）",
}
"""What is told of each column, with the Japanese headings."""


def columns_told(curated: Curated) -> Iterator[dict[str, str]]:
    """The columns of the exported datasets, by the names of COLUMNS_TOLD."""
    for dataset in curated.datasets:
        for column in datasets()[dataset.name].columns:
            yield {
                "dataset": dataset.name,
                "column": column.name,
                "title_ja": column.title_ja,
                "title_en": column.title,
                "unit": unit_ja(column),
                "type": column.type,
                "description_ja": description_ja(dataset, column),
                "description_en": column.description,
            }


def _write_csv(path: Path, heading: Iterable[str], rows: Iterable[list[Any]], wrote: Wrote) -> None:
    count = 0
    with written_whole(path) as staged, staged.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heading)
        for row in rows:
            writer.writerow([_csv_value(value) for value in row])
            count += 1
    wrote(path, count)


def _csv_value(value: Any) -> Any:
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, list | tuple):
        return neutral(LIST_MARK.join(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value


def _write_jsonl(path: Path, rows: Iterable[Mapping[str, Any]], wrote: Wrote) -> None:
    count = 0
    with written_whole(path) as staged, staged.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            _write_line(file, row)
            count += 1
    wrote(path, count)


def _write_line(file: IO[str], row: Mapping[str, Any]) -> None:
    file.write(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n")
