"""The description of curated/ as a Frictionless Data Package."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from schemas.dataset import Column, Dataset, Row
from schemas.japanese import description_ja, unit_ja
from schemas.licences import Licence, credit_of

NAME = "gyosei"
CONTRACT = "1.1.0"
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
    if documents:
        package["sources"] = _sources(documents)
        package["licenses"] = _licenses(documents)
    package["resources"] = [
        _resource(dataset, paths[dataset.name]) for dataset in datasets if paths.get(dataset.name)
    ]
    return package


def _sources(documents: Sequence[Row]) -> list[dict[str, str]]:
    """Each publication once, with what to print beside data of it (出典, 加工して作成)."""
    sources = []
    for row in documents:
        credit = credit_of(row)
        source = {"title": str(row.get("attribution") or row.get("title") or row["file_name"])}
        if path := row.get("landing_url") or row.get("source_url"):
            source["path"] = str(path)
        source |= {
            "license": credit.licence.id,
            "attribution": credit.source,
            "attribution_processed": credit.processed,
        }
        if source not in sources:
            sources.append(source)
    return sources


def _licenses(documents: Sequence[Row]) -> list[dict[str, str]]:
    """The licences of the publications, each once; those of single ones stand in the sources."""
    found = {credit_of(row).licence for row in documents}
    return [_license(licence) for licence in sorted(found, key=lambda licence: licence.id)]


def _license(licence: Licence) -> dict[str, str]:
    if licence.id in ("unknown", ""):
        return {"name": "notspecified", "title": f"{licence.title_ja} / {licence.title}"}
    told = {"title": f"{licence.title_ja} / {licence.title}"}
    if licence.url:
        told = {"path": licence.url} | told
    is_name = re.fullmatch(r"[-A-Za-z0-9._]+", licence.id)
    return {"name": licence.id if is_name else "other"} | told


def _resource(dataset: Dataset, paths: Sequence[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(dataset, column) for column in dataset.columns],
        "missingValues": [],
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


def _field(dataset: Dataset, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": FRICTIONLESS_TYPES[column.type],
        "title": f"{column.title_ja} / {column.title}",
        "title_ja": column.title_ja,
        "title_en": column.title,
        "description": column.description + (f" Unit: {column.unit}." if column.unit else ""),
    }
    if japanese := description_ja(dataset, column):
        field["description_ja"] = japanese
    if column.unit:
        field |= {"unit": column.unit, "unit_ja": unit_ja(column)}
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
