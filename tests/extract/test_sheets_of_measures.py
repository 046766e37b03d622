"""Forms whose costs are those of a 施策, and slips and sections that name their project in other ways."""

from __future__ import annotations

import pytest

from extract.line_pairs import pairs_in_line
from schemas.vocabulary import load_vocabulary
from tests.extract.printed import amounts, caption, grid, line, read, title

WORDS = load_vocabulary()

COSTS = [
    ["区分", "<", "単位", "Ｒ５決算", "Ｒ６予算"],
    ["事務事業数", "<", "本", "28", "26"],
    ["財源内訳", "国庫支出金", "千円", "4,120", "3,350"],
    ["^", "一般財源", "千円", "58,773", "68,426"],
    ["事業費計（Ａ）", "<", "千円", "62,893", "71,776"],
    ["人件費", "延べ業務時間", "時間", "9,860", "9,930"],
    ["^", "人件費計（Ｂ）", "千円", "37,468", "37,734"],
]


def test_the_costs_of_a_form_about_a_measure_are_the_measure_s() -> None:
    found = read(
        grid(
            [
                ["施策No.", "施策名", "主管課", "関係課"],
                ["7", "健康づくりの推進", "保健福祉課", "住民課、教育課"],
                ["目的", "対象：町民", "意図：健やかに暮らす。", "<"],
            ]
        ),
        grid(COSTS, top=300.0),
        outside=[title("施策マネジメントシート（令和5年度の振り返り）")],
    )
    (measure,) = found.projects
    assert (measure.name_text, measure.departments_text) == ("健康づくりの推進", "保健福祉課")
    assert {(year, part, text) for year, _, part, text in amounts(measure) if year == 2023} == {
        (2023, "国庫支出金", "4,120"),
        (2023, "一般財源", "58,773"),
        (2023, "", "62,893"),
        (2023, "人件費計", "37,468"),
    }


def test_a_list_of_projects_on_a_measure_s_sheet_keeps_its_projects() -> None:
    found = read(
        grid([["施策名", "健康づくりの推進", "主管課", "保健福祉課"]]),
        grid(
            [
                ["事務事業名", "担当課", "Ｒ５決算（千円）", "<"],
                ["^", "^", "直接事業費", "うち一般財源"],
                ["健康診査事業", "保健福祉課", "48,200", "50,916"],
            ],
            top=300.0,
        ),
        outside=[title("令和6年度 施策評価シート（令和5年度実績）")],
    )
    assert [p.name_text for p in found.projects] == ["健康診査事業"]


def test_a_slip_names_its_project_below_its_first_figures() -> None:
    slip = [
        ["款", "2 総務費", "予算額", "<", "18,640,000円", "決算額", "16,902,415円"],
        ["項", "1 総務管理費", "財源内訳", "県支出金", "0円", "その他", "385,000円"],
        ["事業", "4 隊員活用事業", "^", "一般財源", "16,517,415円", "", "<"],
    ]
    top = [line("事業番号 7 事業名 隊員活用事業", 40.0, 60.0), line("担当課 企画政策課", 300.0, 60.0)]
    for outside, name in ((top, "隊員活用事業"), ([], "4 隊員活用事業")):
        found = read(grid(slip), outside=[title("令和5年度 主要施策の成果報告書"), *outside])
        (item,) = found.projects
        assert item.name_text == name
        assert amounts(item) == {
            (2023, "budget", "", "18,640,000円"),
            (2023, "settlement", "", "16,902,415円"),
            (2023, "settlement", "県支出金", "0円"),
            (2023, "settlement", "その他", "385,000円"),
            (2023, "settlement", "一般財源", "16,517,415円"),
        }


def test_a_section_names_its_project_with_a_number_and_its_office() -> None:
    found = read(
        grid(
            [
                ["区分", "<", "令和５年度\n（決算）", "令和６年度\n（予算）"],
                ["事業費 ①", "<", "21,316", "24,742"],
                ["財源\n内訳", "その他", "12,000", "15,000"],
                ["^", "一般財源", "9,316", "9,742"],
                ["職員人件費 ②", "<", "6,205", "6,273"],
                ["（職員数：人工）", "<", "（0.85）", "（0.85）"],
            ]
        ),
        outside=[
            title("令和6年度 外部評価"),
            line("対象事業１ 乗車券交付事業（所管：長寿福祉課）", 40.0, 70.0),
            caption("（単位：千円）"),
        ],
    )
    (item,) = found.projects
    assert (item.name_text, item.departments_text) == ("乗車券交付事業", "長寿福祉課")
    assert {part: text for year, _, part, text in amounts(item) if year == 2023} == {
        "": "21,316",
        "その他": "12,000",
        "一般財源": "9,316",
        "職員人件費": "6,205",
    }


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("担当課：総務課", [("departments", "総務課")]),
        ("事業番号 7 事業名 公園 整備事業", [("project_name", "公園 整備事業")]),
        ("事業名 公園整備事業 担当課 公園課", [("project_name", "公園整備事業"), ("departments", "公園課")]),
        ("主要事業③ 公園整備事業", [("project_name", "公園整備事業")]),
        ("公園整備事業（所管：公園課）", [("departments", "公園課")]),
        ("事業費 5 円の増", []),
        ("事業名 担当課 概要", []),
        ("対象事業２ は休止した。", []),
    ],
)
def test_pairs_in_a_line(text: str, pairs: list[tuple[str, str]]) -> None:
    assert pairs_in_line(text, WORDS) == pairs


def test_the_heading_of_a_section_names_the_project_whose_costs_stand_below() -> None:
    found = read(
        grid([["開始年度", "平成18年度", "事業内容", "券を配る。"]], top=100.0),
        grid(
            [
                ["区分", "令和５年度\n（決算）", "令和６年度\n（予算）"],
                ["事業費", "110", "120"],
                ["うち一般財源", "65", "70"],
            ],
            top=200.0,
        ),
        grid([["指標名", "単位", "令和５年度実績"], ["利用者数", "人", "9"]], top=400.0),
        outside=[
            title("令和6年度 外部評価結果"),
            line("１ 外出支援事業（長寿福祉課）", 40.0, 80.0),
            line("【事業費の推移】", 40.0, 190.0),
        ],
    )
    (item,) = found.projects
    assert (item.name_text, item.departments_text) == ("外出支援事業", "長寿福祉課")
    assert [a.text for a in item.amounts] == ["110", "120", "65", "70"]
    assert [i.departments_text for i in found.indicators] == ["長寿福祉課"]


@pytest.mark.parametrize(
    ("said", "projects"), [("施策の決算額（単位：千円）", 1), ("施策のコスト（単位：千円）", 0)]
)
def test_a_cost_table_that_says_neither_settlement_nor_budget_gives_no_amounts(
    said: str, projects: int
) -> None:
    found = read(
        grid([["施策名", "健康づくりの推進", "主管課", "健康課"]], top=100.0),
        grid(
            [["区分", "令和4年度", "令和5年度"], ["事業費", "100", "110"], ["人件費", "50", "55"]], top=200.0
        ),
        outside=[title("令和6年度 施策評価シート"), line(said, 40.0, 190.0)],
    )
    assert len(found.projects) == projects


def test_a_list_of_measures_bears_its_costs_and_a_list_of_undertakings_too() -> None:
    header = ["主管課", "R5決算額", "R6予算額", "評価"]
    found = read(
        grid([["施策番号", "施策名", *header], ["1-1", "健康づくりの推進", "健康課", "1,200", "1,300", "A"]])
    )
    (measure,) = found.projects
    assert (measure.name_text, measure.departments_text) == ("健康づくりの推進", "健康課")
    assert [a.text for a in measure.amounts] == ["1,200", "1,300"]
    found = read(
        grid(
            [
                ["施策", "取組", *header],
                ["健康づくり", "健診の実施", "健康課", "1,200", "1,300", "A"],
                ["^", "教室の開催", "健康課", "20", "30", "B"],
            ]
        )
    )
    assert [p.name_text for p in found.projects] == ["健診の実施", "教室の開催"]


@pytest.mark.parametrize("header", [["事務事業名", "指標名"], ["施策名", "指標名"]])
def test_what_a_row_costs_is_no_value_of_its_indicator(header: list[str]) -> None:
    found = read(
        grid(
            [
                [*header, "単位", "R5目標", "R5実績", "R5決算額（千円）"],
                ["防犯灯設置", "設置基数", "基", "30", "28", "1,200"],
            ]
        )
    )
    assert [v.text for i in found.indicators for v in i.values] == ["30", "28"]
    assert [(p.name_text, a.text) for p in found.projects for a in p.amounts] == [("防犯灯設置", "1,200")]
