"""The layouts corpus is whole, and the arithmetic of its truth holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
TRUTHS = sorted((HERE / "truth").glob("*.json"))
FUNDS = {
    "国・県支出金", "国・府支出金", "債", "県", "他", "一", "使用料・手数料",
    "国", "府", "国庫支出金", "県支出金", "国県支出金", "国県費", "国・県補助金",
    "地方債", "市債", "町債", "その他", "その他特財", "受益者負担", "うち特定財源", "うち一般財源",
    "一般財源", "一般財源等", "一財等",
}  # fmt: skip
WHOLE = {"フルコスト", "事業費", "", "総コスト", "総事業費", "合計コスト", "トータルコスト"}
KINDS = {
    "settlement", "initial_budget", "supplementary", "current_budget", "budget", "forecast", "unspecified",
}  # fmt: skip


def test_every_pdf_has_a_truth() -> None:
    assert {p.stem for p in (HERE / "pdf").glob("*.pdf")} == {p.stem for p in TRUTHS}


@pytest.mark.parametrize("path", TRUTHS, ids=lambda p: p.stem)
def test_arithmetic_of_the_truth(path: Path) -> None:
    truth = json.loads(path.read_text(encoding="utf-8"))
    for project in truth["projects"]:
        if not path.stem.startswith(
            ("b7_", "b8_", "b9_")
        ):  # drawn elsewhere: names of funds and changes of its own
            assert_funds_sum(project)
            assert_change(project)
    for kpi in truth["kpis"]:
        assert kpi["values"], kpi["name"]
        assert all(v["value"] is not None or v["qualifier"] for v in kpi["values"]), kpi["name"]
    if "neg_" in path.stem:
        assert not truth["projects"] and not truth["kpis"]


def assert_funds_sum(project: dict[str, Any]) -> None:
    years: dict[tuple[int, str], tuple[list[int], list[int]]] = {}
    for amount in project["amounts"]:
        assert amount["kind"] in KINDS
        whole, funds = years.setdefault((amount["fiscal_year"], amount["kind"]), ([], []))
        if amount["component"] in WHOLE:
            whole.append(amount["value_yen"])
        elif amount["component"] in FUNDS:
            funds.append(amount["value_yen"])
        if amount["component"] == "うち一般財源" and not any(
            other["component"] == "うち特定財源" for other in project["amounts"]
        ):
            if amount["value_yen"] in funds:
                funds.remove(amount["value_yen"])
            assert amount["value_yen"] <= max(a["value_yen"] for a in project["amounts"]), project["name"]
    for whole, funds in years.values():
        assert not funds or sum(funds) in whole, (project["name"], whole, funds)


def assert_change(project: dict[str, Any]) -> None:
    if project["change_yen"] is None:
        return
    wholes = {a["fiscal_year"]: a["value_yen"] for a in project["amounts"] if a["component"] == ""}
    years = sorted(wholes)
    last = wholes[years[0]] if len(years) == 2 else 0
    assert project["change_yen"] == wholes[years[-1]] - last, project["name"]
