"""The declared datasets are the contract: names, order and keys as the notebooks expect them."""

from __future__ import annotations

import pytest

from schemas.arrow import arrow_schema, arrow_table
from schemas.dataset import comparisons, datasets

PROVENANCE = "page x0 y0 x1 y1 table_id"
CONTRACT = {
    "documents": "document_id file_name sha256 byte_size page_count producer text_layer municipality_code "
    "municipality_name title series edition_fiscal_year as_of source_url landing_url license attribution "
    "status error table_count kpi_count project_count finding_count",
    "kpis": "document_id kpi_id municipality_code edition_fiscal_year goal measure name name_text unit "
    f"is_reprint lifecycle description departments {PROVENANCE}",
    "kpi_values": "document_id kpi_id value_id municipality_code edition_fiscal_year name unit period role "
    f"fiscal_year as_of series value decimals qualifier value_text status {PROVENANCE}",
    "projects": "document_id project_id municipality_code edition_fiscal_year measure basic_project name "
    "name_text summary activity departments change_yen change_text ratio_percent ratio_kind ratio_text "
    f"execution_rate_percent share_percent status {PROVENANCE}",
    "project_amounts": "document_id project_id amount_id municipality_code edition_fiscal_year name "
    f"fiscal_year kind component amount_yen amount_text unit_text status {PROVENANCE}",
    "programmes": f"document_id programme_id measure mark mark_meaning is_reprint name {PROVENANCE}",
    "cells": "document_id table_id page row column row_span column_span is_header text fill_rgb x0 y0 x1 y1 "
    "confidence",
    "findings": "document_id finding_id rule severity dataset record_id column observed expected action "
    f"message {PROVENANCE}",
}

COMPARISONS = {
    "changes": "from_document_id to_document_id change_id dataset kind tier before_ids after_ids "
    "before_names after_names fiscal_year role component field before after delta delta_percent "
    "unit similarity note from_page from_x0 from_y0 from_x1 from_y1 to_page to_x0 to_y0 to_x1 "
    "to_y1",
    "kpi_history": "chain indicator_id indicator_name vintage document_id edition_fiscal_year kpi_id "
    "value_id name is_reprint period role fiscal_year series value unit value_now unit_now qualifier "
    "value_text is_revised page x0 y0 x1 y1",
}


@pytest.mark.parametrize("name", COMPARISONS)
def test_columns_of_comparisons_are_the_contract(name: str) -> None:
    assert comparisons()[name].column_names == tuple(COMPARISONS[name].split())


@pytest.mark.parametrize("name", CONTRACT)
def test_columns_are_the_contract(name: str) -> None:
    assert datasets()[name].column_names == tuple(CONTRACT[name].split())


def test_every_column_is_explained_in_both_languages() -> None:
    for dataset in (datasets() | comparisons()).values():
        for column in dataset.columns:
            assert column.title and column.title_ja and column.description, (dataset.name, column.name)


def test_every_column_that_measures_names_its_unit() -> None:
    for dataset in datasets().values():
        for column in dataset.columns:
            if column.name.endswith(("_yen", "_percent")) or column.name in ("x0", "y0", "x1", "y1"):
                assert column.unit, (dataset.name, column.name)


def test_arrow_types() -> None:
    schema = arrow_schema(datasets()["kpi_values"])
    assert str(schema.field("value").type) == "double"
    assert not schema.field("value_text").nullable
    assert str(arrow_schema(datasets()["project_amounts"]).field("amount_yen").type) == "int64"


def test_a_table_of_no_rows_has_its_columns() -> None:
    assert arrow_table(datasets()["kpis"], []).num_columns == len(datasets()["kpis"].columns)


def test_a_column_that_is_not_declared_is_an_error() -> None:
    with pytest.raises(KeyError, match="no column surprise"):
        arrow_table(datasets()["kpis"], [{"surprise": 1}])
