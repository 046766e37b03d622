"""docs/codebook.md and the datapackage say what schemas/datasets/ declares."""

from __future__ import annotations

from pathlib import Path

from schemas.codebook import codebook
from schemas.datapackage import datapackage
from schemas.dataset import comparisons, datasets

CODEBOOK = Path(__file__).parents[2] / "docs" / "codebook.md"


def test_the_codebook_is_current() -> None:
    assert CODEBOOK.read_text("utf-8") == codebook((datasets() | comparisons()).values()), "run: make docs"


def test_the_datapackage_names_parts_columns_and_sources() -> None:
    paths = {"kpis": ["kpis/a.parquet"], "kpi_values": ["kpi_values/a.parquet"], "projects": []}
    documents = [{"file_name": "a.pdf", "title": "指標", "attribution": "出典", "license": "PDL 1.0"}]
    package = datapackage(datasets().values(), paths, documents)
    assert [resource["name"] for resource in package["resources"]] == ["kpis", "kpi_values"]
    [source] = package["sources"]
    assert (source["title"], source["license"]) == ("出典", "PDL-1.0")
    assert source["attribution_processed"] == "出典を加工して作成"
    assert [licence["name"] for licence in package["licenses"]] == ["PDL-1.0"]
    values = package["resources"][1]["schema"]
    assert values["primaryKey"] == ["document_id", "kpi_id", "value_id"]
    assert values["foreignKeys"][0]["reference"]["resource"] == "kpis"
    role = next(field for field in values["fields"] if field["name"] == "role")
    assert role["constraints"]["enum"] == ["baseline", "actual", "planned", "target"]
    assert role["title"] == "区分 / Role"
