"""Checks of rows against the declared datasets, before they are written."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from schemas.dataset import Column, Dataset, Row, comparisons, datasets

PYTHON_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "int64": int,
    "float64": (float, int),
    "bool": bool,
    "list<string>": (list, tuple),
}


class ContractError(ValueError):
    """Rows break the contract; the message names dataset, row and column."""


def check_rows(parts: Mapping[str, Sequence[Row]], tables: Collection[str] = ()) -> None:
    """Passes when the rows of one document keep the contract.

    Of a document that is checked stretch by stretch, `tables` are the ids of those that earlier ones have.

    Checked: unknown columns, types, nulls, allowed values, patterns, ranges (of years as well), finite
    numbers, boxes that are not inside out, pages that the document has, unique keys, and references
    between datasets, those of findings included. Raises ContractError that names the first violation
    and how many there are.
    """
    violations = list(violations_of(parts, tables))
    if violations:
        more = f" (and {len(violations) - 1} more)" if len(violations) > 1 else ""
        raise ContractError(f"{violations[0]}{more}")


def violations_of(parts: Mapping[str, Sequence[Row]], tables: Collection[str] = ()) -> Iterator[str]:
    """Each violation of the contract in a sentence."""
    declared = datasets() | comparisons()
    for name, rows in parts.items():
        yield from _dataset_violations(declared[name], rows)
    for name, rows in parts.items():
        for reference in declared[name].references:
            known = {_values(row, reference.columns) for row in parts.get(reference.dataset, ())}
            for row in rows:
                if _values(row, reference.columns) not in known:
                    yield f"{_row_name(declared[name], row)} refers to no row of {reference.dataset}"
    yield from _page_violations(declared, parts)
    yield from _finding_violations(declared, parts, tables)


def _page_violations(declared: Mapping[str, Dataset], parts: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    pages = {row["document_id"]: row.get("page_count") for row in parts.get("documents", ())}
    for name, rows in parts.items():
        for row in rows:
            page, last = row.get("page"), pages.get(row.get("document_id"))
            if isinstance(page, int) and isinstance(last, int) and page > last:
                yield f"{_row_name(declared[name], row)}: page is {page}, and the document has {last}"


def _finding_violations(
    declared: Mapping[str, Dataset], parts: Mapping[str, Sequence[Row]], tables: Collection[str]
) -> Iterator[str]:
    """A finding is about a row of its dataset, one about cells about a table ('' where none was made)."""
    known: dict[str, set[object]] = {}
    for row in parts.get("findings", ()):
        name = str(row.get("dataset"))
        if name not in parts or name == "findings":
            continue
        if name not in known:
            column = "table_id" if name == "cells" else declared[name].key[-1]
            known[name] = {other.get(column) for other in parts[name]} | (
                {"", *tables} if name == "cells" else set()
            )
        if row.get("record_id") not in known[name]:
            about = f"{row.get('record_id')}, which {name} does not have"
            yield f"{_row_name(declared['findings'], row)} is about {about}"


def _dataset_violations(dataset: Dataset, rows: Sequence[Row]) -> Iterator[str]:
    names = set(dataset.column_names)
    seen: set[tuple[object, ...]] = set()
    for row in rows:
        label = _row_name(dataset, row)
        for unknown in sorted(set(row) - names):
            yield f"{label} has a column {unknown} that is not declared"
        for column in dataset.columns:
            if problem := _problem(column, row.get(column.name)):
                yield f"{label}: {column.name} {problem}"
        if problem := _box_problem(row):
            yield f"{label}: {problem}"
        key = _values(row, dataset.key)
        if key in seen:
            yield f"{label} occurs twice"
        seen.add(key)


def _problem(column: Column, value: object) -> str | None:
    if value is None:
        return "is missing" if column.required else None
    expected = PYTHON_TYPES[column.type]
    if not isinstance(value, expected) or (isinstance(value, bool) and column.type != "bool"):
        return f"is {type(value).__name__}, not {column.type}"
    if isinstance(value, str):
        if column.allowed and value not in column.allowed:
            return f"is {value!r}, not one of {', '.join(column.allowed)}"
        if column.pattern and not re.fullmatch(column.pattern, value):
            return f"is {value!r}, which does not match {column.pattern}"
    if isinstance(value, list | tuple) and not all(isinstance(item, str) for item in value):
        return "holds something that is no string"
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not math.isfinite(value):
            return f"is {value}, which is no number"
        if column.minimum is not None and value < column.minimum:
            return f"is {value}, below {column.minimum:g}"
        if column.maximum is not None and value > column.maximum:
            return f"is {value}, above {column.maximum:g}"
        if column.type == "int64" and not -(2**63) <= value < 2**63:
            return f"is {value}, too large to store"
    return None


def _box_problem(row: Row) -> str | None:
    box = [row.get(name) for name in ("x0", "y0", "x1", "y1")]
    if not all(isinstance(edge, int | float) for edge in box):
        return None
    x0, y0, x1, y1 = (float(edge) for edge in box if edge is not None)
    return None if x0 <= x1 and y0 <= y1 else f"the box {x0:g} {y0:g} {x1:g} {y1:g} is inside out"


def _values(row: Row, columns: Sequence[str]) -> tuple[object, ...]:
    return tuple(row.get(name) for name in columns)


def _row_name(dataset: Dataset, row: Row) -> str:
    key = " ".join(str(value) for value in _values(row, dataset.key))
    return f"{dataset.name} row {key}"
