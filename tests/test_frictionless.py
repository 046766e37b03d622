"""curated/datapackage.json keeps the Data Package standard, and the Parquet parts keep its schemas."""

from __future__ import annotations

import copy
import json
from typing import Any

import pyarrow.parquet as pq
import pytest
from frictionless import Package, Resource, system

from schemas.dataset import datasets
from tests.bundled import ROOT

CURATED = ROOT / "curated"
DESCRIPTOR: dict[str, Any] = json.loads((CURATED / "datapackage.json").read_text("utf-8"))
RESOURCES = {resource["name"]: resource for resource in DESCRIPTOR["resources"]}


def test_the_descriptor_keeps_the_standard() -> None:
    report = Package.validate_descriptor(copy.deepcopy(DESCRIPTOR))
    assert report.valid, report.to_summary()


def test_every_dataset_and_column_is_described() -> None:
    assert set(RESOURCES) == set(datasets())
    for dataset in datasets().values():
        fields = RESOURCES[dataset.name]["schema"]["fields"]
        assert [field["name"] for field in fields] == list(dataset.column_names)
        for field, column in zip(fields, dataset.columns, strict=True):
            assert field["title_ja"] and field["title_en"] and field["description"], column.name
            assert field["description_ja"], column.name
            assert field.get("unit") == column.unit


def test_sources_and_licences_are_named() -> None:
    assert len(DESCRIPTOR["sources"]) == len(list((CURATED / "documents").glob("*.parquet")))
    for source in DESCRIPTOR["sources"]:
        assert source["title"] and source["license"] and source["attribution"].startswith("出典：")
    assert DESCRIPTOR["licenses"]


def report_on(name: str, source: dict[str, Any], schema: dict[str, Any] | None = None) -> Any:
    """The report on one part (`path`) or on rows (`data`) by the schema of a dataset."""
    schema = copy.deepcopy(schema or RESOURCES[name]["schema"])
    schema.pop("foreignKeys", None)
    with system.use_context(trusted=True):
        return Resource.from_descriptor(
            {"name": name, "schema": schema, **source}, basepath=str(CURATED)
        ).validate()


@pytest.mark.parametrize("name", sorted(RESOURCES))
def test_the_rows_keep_their_schema(name: str) -> None:
    rows = [row for path in RESOURCES[name]["path"] for row in pq.read_table(CURATED / path).to_pylist()]
    report = report_on(name, {"data": rows})
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])[:5]
    assert report.tasks[0].stats["rows"] == len(rows)


@pytest.mark.parametrize("name", ["documents", "findings", "programmes"])
def test_frictionless_opens_the_parts(name: str) -> None:
    """It reads Parquet through pandas, which has no numbers with nulls and no lists to check."""
    for path in RESOURCES[name]["path"]:
        report = report_on(name, {"path": path, "format": "parquet"})
        assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])[:5]


def test_rows_that_break_the_schema_are_noticed() -> None:
    schema = copy.deepcopy(RESOURCES["kpi_values"]["schema"])
    role = next(field for field in schema["fields"] if field["name"] == "role")
    role["constraints"]["enum"] = ["target"]
    rows = pq.read_table(CURATED / "kpi_values" / "higashikurume_kpi_2024.parquet").to_pylist()
    assert not report_on("kpi_values", {"data": rows}, schema).valid
