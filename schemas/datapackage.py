"""The description of curated/ as a Frictionless Data Package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from schemas.dataset import Column, Dataset, Row

NAME = "gyosei"
CONTRACT = "1.0.0"
"""The version of the datasets: the second number grows when something is added, the first when something
that was there changes or goes. What a newer version wrote is not overwritten."""

FRICTIONLESS_TYPES = {
    "string": "string",
    "int64": "integer",
    "float64": "number",
    "bool": "boolean",
    "list<string>": "array",
}


def datapackage(
    datasets: Iterable[Dataset], paths: Mapping[str, Sequence[str]], documents: Sequence[Row]
) -> Row:
    """The descriptor: one resource per dataset that has parts, with schema, sources and licences.

    `paths` gives the parts of each dataset relative to the descriptor, `documents` the rows of the
    documents dataset. Follows the Data Package standard, version 1 (https://specs.frictionlessdata.io).
    """
    package: dict[str, Any] = {
        "name": NAME,
        "version": CONTRACT,
        "title": "Indicators and project budgets published by Japanese municipalities",
        "description": "Typed, traceable figures read from published PDFs; each names its page and box.",
        "profile": "data-package",
    }
    if sources := _sources(documents):
        package["sources"] = sources
    package["resources"] = [
        _resource(dataset, paths[dataset.name]) for dataset in datasets if paths.get(dataset.name)
    ]
    return package


def _sources(documents: Sequence[Row]) -> list[dict[str, str]]:
    sources = []
    for row in documents:
        source = {"title": str(row.get("attribution") or row.get("title") or row["file_name"])}
        if path := row.get("source_url") or row.get("landing_url"):
            source["path"] = str(path)
        if row.get("license"):
            source["license"] = str(row["license"])
        if source not in sources:
            sources.append(source)
    return sources


def _resource(dataset: Dataset, paths: Sequence[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in dataset.columns],
        "primaryKey": list(dataset.key),
    }
    if dataset.references:
        schema["foreignKeys"] = [
            {
                "fields": list(reference.columns),
                "reference": {"resource": reference.dataset, "fields": list(reference.columns)},
            }
            for reference in dataset.references
        ]
    return {
        "name": dataset.name,
        "title": f"{dataset.title_ja} / {dataset.title}",
        "description": dataset.description,
        "path": list(paths),
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": FRICTIONLESS_TYPES[column.type],
        "title": f"{column.title_ja} / {column.title}",
        "description": column.description + (f" Unit: {column.unit}." if column.unit else ""),
    }
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.allowed:
        constraints["enum"] = list(column.allowed)
    if column.pattern:
        constraints["pattern"] = column.pattern
    for name, bound in (("minimum", column.minimum), ("maximum", column.maximum)):
        if bound is not None:
            constraints[name] = bound
    if constraints:
        field["constraints"] = constraints
    return field
