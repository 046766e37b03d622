"""What breaks the contract is said, with dataset, row and column."""

from __future__ import annotations

import math

import pytest

from schemas.checks import ContractError, check_rows, violations_of
from schemas.dataset import Row

KPI: Row = {
    "document_id": "d",
    "kpi_id": "k001",
    "name": "人口",
    "name_text": "人口（人）",
    "is_reprint": False,
    "lifecycle": "current",
    "departments": ["企画課"],
    "page": 1,
    "x0": 1.0,
    "y0": 2.0,
    "x1": 3.0,
    "y1": 4.0,
    "table_id": "t001",
}
VALUE: Row = {
    "document_id": "d",
    "kpi_id": "k001",
    "value_id": "v0001",
    "name": "人口",
    "period": "令和6年度",
    "role": "actual",
    "fiscal_year": 2024,
    "series": "",
    "value": 116512.0,
    "decimals": 0,
    "value_text": "116,512",
    "status": "read",
    "page": 1,
    "x0": 1.0,
    "y0": 2.0,
    "x1": 3.0,
    "y1": 4.0,
    "table_id": "t001",
}


def test_good_rows_pass() -> None:
    check_rows({"kpis": [KPI], "kpi_values": [VALUE]})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": "116,512"}, "value is str, not float64"),
        ({"value": math.nan}, "value is nan, which is no number"),
        ({"value": math.inf}, "value is inf, which is no number"),
        ({"page": None}, "page is missing"),
        ({"page": 0}, "page is 0, below 1"),
        ({"page": True}, "page is bool, not int64"),
        ({"role": "goal"}, "role is 'goal', not one of baseline"),
        ({"fiscal_year": 6}, "fiscal_year is 6, below 1945"),
        ({"municipality_code": "13222"}, "does not match"),
        ({"x1": 0.5}, "the box 1 2 0.5 4 is inside out"),
        ({"surprise": 1}, "has a column surprise that is not declared"),
        ({"kpi_id": "k002"}, "refers to no row of kpis"),
        ({"decimals": 2**70}, "above 15"),
    ],
)
def test_each_violation_is_named(change: Row, said: str) -> None:
    [violation] = violations_of({"kpis": [KPI], "kpi_values": [VALUE | change]})
    assert said in violation


def test_a_key_occurs_once() -> None:
    with pytest.raises(ContractError, match="kpis row d k001 occurs twice"):
        check_rows({"kpis": [KPI, KPI]})


def test_all_violations_are_counted() -> None:
    with pytest.raises(ContractError, match=r"and 1 more"):
        check_rows({"kpis": [KPI | {"page": 0, "name": None}]})
