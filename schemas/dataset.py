"""The curated datasets as declared in schemas/datasets/: columns, keys, allowed values, references."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

Row = dict[str, Any]
"""One row of a dataset: column name → value, as the columns of the dataset declare."""

TYPES = ("string", "int64", "float64", "bool", "list<string>")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of one dataset; `unit` is None where the row itself names the unit."""

    name: str
    type: str
    title: str
    title_ja: str
    description: str
    required: bool = False
    unit: str | None = None
    allowed: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """`columns` of this dataset occur as a row of `dataset` in columns of the same names."""

    columns: tuple[str, ...]
    dataset: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """One dataset: a folder of Parquet parts, one part per document."""

    name: str
    title: str
    title_ja: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    references: tuple[Reference, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


@cache
def datasets() -> dict[str, Dataset]:
    """The datasets of which every document has a part, by name, in the order of their declaration.

    Raises ValueError where the declaration contradicts itself (unknown column, type or key).
    """
    return _declared("datasets.toml", _columns("columns.toml"))


@cache
def comparisons() -> dict[str, Dataset]:
    """The datasets of which a comparison of editions has a part. Raises ValueError as datasets() does."""
    return _declared("comparisons.toml", _columns("columns.toml") | _columns("comparison_columns.toml"))


def _columns(file: str) -> dict[str, Column]:
    declared = tomllib.loads(_text(file))
    return {key: _column(key, entry) for key, entry in declared.items()}


def _text(file: str) -> str:
    return files("schemas").joinpath("datasets", file).read_text("utf-8")


def _declared(file: str, columns: dict[str, Column]) -> dict[str, Dataset]:
    entries = tomllib.loads(_text(file))
    made = {name: _dataset(name, entry, columns) for name, entry in entries.items()}
    for dataset in made.values():
        for reference in dataset.references:
            if not set(reference.columns) <= set(made[reference.dataset].column_names):
                raise ValueError(f"{dataset.name} refers to columns that {reference.dataset} has not")
    return made


def _column(key: str, entry: dict[str, Any]) -> Column:
    if entry["type"] not in TYPES:
        raise ValueError(f"column {key} has the unknown type {entry['type']}")
    entry = dict(entry)
    entry["allowed"] = tuple(entry.get("allowed", ()))
    return Column(name=entry.pop("name", key), **entry)


def _dataset(name: str, entry: dict[str, Any], columns: dict[str, Column]) -> Dataset:
    allowed = entry.get("allowed", {})
    descriptions = entry.get("descriptions", {})
    required = set(entry["required"])
    if unknown := (required | set(entry["key"])) - set(entry["columns"]):
        raise ValueError(f"{name} requires columns that it has not: {sorted(unknown)}")
    return Dataset(
        name=name,
        title=entry["title"],
        title_ja=entry["title_ja"],
        description=entry["description"],
        key=tuple(entry["key"]),
        columns=tuple(
            replace(
                columns[key],
                required=key in required,
                allowed=tuple(allowed.get(key, columns[key].allowed)),
                description=descriptions.get(key, columns[key].description),
            )
            for key in entry["columns"]
        ),
        references=tuple(
            Reference(tuple(reference["columns"]), reference["dataset"])
            for reference in entry.get("references", ())
        ),
    )
