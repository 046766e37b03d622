"""Every column and every allowed value of the datasets has its Japanese."""

from __future__ import annotations

import pytest

from schemas.dataset import datasets
from schemas.japanese import _texts, description_ja, heading_ja, unit_ja, value_ja

COLUMNS = [(dataset, column) for dataset in datasets().values() for column in dataset.columns]


@pytest.mark.parametrize(("dataset", "column"), COLUMNS, ids=lambda part: part.name)
def test_every_column_is_explained(dataset, column) -> None:  # type: ignore[no-untyped-def]
    assert description_ja(dataset, column).endswith("。")
    assert all(value_ja(column, value) != value for value in column.allowed)
    assert unit_ja(column) != column.unit


def test_nothing_is_explained_that_is_not_there() -> None:
    known = {f"{d.name}.{c.name}" for d, c in COLUMNS} | {c.name for _, c in COLUMNS}
    assert set(_texts()["columns"]) <= known
    allowed = {(c.name, value) for _, c in COLUMNS for value in c.allowed}
    assert {(name, value) for name, ones in _texts()["values"].items() for value in ones} == allowed


def test_a_heading_names_its_unit() -> None:
    headings = {column.name: heading_ja(column) for _, column in COLUMNS}
    assert (headings["change_yen"], headings["share_percent"]) == ("増減額（円）", "構成比（%）")
    assert headings["value"] == "値"
