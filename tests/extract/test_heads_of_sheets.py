"""Heads of sheets and lists: labels above their values, sums in the bands of offices, units of captions."""

from __future__ import annotations

import pytest

from tests.extract.printed import amounts, caption, grid, read
from tests.extract.test_understanding import project

COSTS = [["区分", "令和5年度\n決算額"], ["事業費", "1,200"]]


def test_the_name_below_its_label_at_the_head_of_a_sheet() -> None:
    found = read(
        grid(
            [
                ["整理番号", "事務事業名", "実施方法"],
                ["047", "配食サービス事業", "委託"],
                ["予算コード", "03-01-05-02", "<"],
            ]
        ),
        grid(COSTS, top=400.0),
        outside=[caption("（単位：千円）")],
    ).projects
    assert [(p.name_text, [a.text for a in p.amounts]) for p in found] == [("配食サービス事業", ["1,200"])]


def test_a_list_of_one_row_is_no_head_of_what_follows() -> None:
    found = read(
        grid([["№", "事業名", "減免額"], ["1", "基本料金免除事業", "305,659"]]),
        grid(COSTS, top=400.0),
        outside=[caption("（単位：千円）")],
    ).projects
    assert "1,200" not in [a.text for p in found for a in p.amounts if p.name_text == "基本料金免除事業"]


def test_the_sums_in_the_band_of_an_office() -> None:
    rows = [
        ["区分", "事業名", "令和7年度\n当初予算額"],
        ["政策部", "", "300"],
        ["新規", "移住促進事業", "100"],
        ["継続", "計画策定事業", "200"],
    ]
    found = read(grid(rows), outside=[caption("（単位：千円）")]).projects
    assert [p.name_text for p in found if not p.is_total] == ["移住促進事業", "計画策定事業"]


def test_what_one_user_costs_in_yen_leaves_the_caption_its_unit() -> None:
    found = project(
        [["事務事業名", "児童クラブ事業"]],
        [["区分", "R5年度\n（決算）"], ["事業費", "1,200"], ["対象１単位当たりコスト（円）", "303"]],
        outside=[caption("（単位：千円）", 390.0)],
    )
    assert amounts(found) == {(2023, "settlement", "", "1,200")}
    assert {a.unit for a in found.amounts} == {"千円"}


@pytest.mark.parametrize(
    "printed", ["医療費助成事業【拡充】", "医療費助成事業［新\n規］", "【拡充】医療費助成事業"]
)
def test_a_mark_before_or_behind_a_name(printed: str) -> None:
    found = project(
        [["事業名", "令和7年度\n当初予算額"], [printed, "100"]], outside=[caption("（単位：千円）")]
    )
    assert found.name_text == "医療費助成事業"


def test_items_below_an_aim_are_the_indicators() -> None:
    found = read(
        grid(
            [
                ["成果目標", "項目", "目標値", "実績値"],
                ["地域生活への移行", "移行者数", "6人", "5人"],
                ["^", "施設入所者数", "95人", "94人"],
            ]
        )
    ).indicators
    assert [i.name_text for i in found] == ["移行者数", "施設入所者数"]
