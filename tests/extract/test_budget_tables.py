"""Tables of budget documents: what their headers, blocks and names say, as small tables."""

from __future__ import annotations

import pytest

from extract.grid import Grid
from extract.records import Project
from extract.stretches import logical_tables
from tests.extract.printed import Rows, amounts, caption, grid, read, sheet, title, values


def project(*rows: Rows, **options: object) -> Project:
    """The one project of a document with these tables."""
    (found,) = read(*(grid(r, top=100.0 + 300 * i) for i, r in enumerate(rows)), **options).projects  # type: ignore[arg-type]
    return found


def test_what_was_assessed_on_the_way_is_no_amount() -> None:
    found = project(
        [
            ["事業名", "前年度当初額", "要求額", "総務部長査定額", "市長査定額", "左記の財源内訳", "<"],
            ["^", "^", "^", "^", "^", "国・県", "一般財源"],
            ["公園整備事業", "80", "120", "110", "100", "60", "40"],
        ],
        year=2025,
    )
    assert amounts(found) == {
        (2024, "initial_budget", "", "80"),
        (2025, "initial_budget", "", "100"),
        (2025, "initial_budget", "国・県", "60"),
        (2025, "initial_budget", "一般財源", "40"),
    }


def test_of_several_stages_the_last_is_the_budget() -> None:
    found = project(
        [
            ["事業名", "要求額", "財政課長査定", "副市長査定", "市長査定"],
            ["公園整備事業", "120", "110", "105", "100"],
        ],
        year=2025,
    )
    assert amounts(found) == {(2025, "initial_budget", "", "100")}


def test_the_last_of_several_requests_alone_is_the_budget() -> None:
    found = project([["事業名", "要求額", "総務部長査定"], ["公園整備事業", "120", "110"]], year=2025)
    assert amounts(found) == {(2025, "initial_budget", "", "110")}


def test_parts_under_a_sum_over_years_are_no_amounts() -> None:
    found = project(
        [
            ["事業名", "令和7年度", "<", "令和8年度", "<", "合計", "<"],
            ["^", "事業費", "一般財源", "事業費", "一般財源", "事業費", "一般財源"],
            ["公園整備事業", "10", "5", "20", "8", "30", "13"],
        ]
    )
    assert {(a.fiscal_year, a.component, a.text) for a in found.amounts} == {
        (2025, "", "10"),
        (2025, "一般財源", "5"),
        (2026, "", "20"),
        (2026, "一般財源", "8"),
    }


def test_a_total_over_its_amount_and_share_is_the_budget_after_the_supplement() -> None:
    found = project(
        [
            ["会計別", "現計予算額", "<", "補正額", "合計", "<", "【参考】令和５年度同期\n（９月補正後）"],
            ["^", "金額", "構成比", "^", "金額", "構成比", "^"],
            ["一般会計", "1,000", "60.0", "50", "1,050", "61.0", "990"],
        ]
    )
    assert amounts(found) == {
        (2024, "current_budget", "", "1,000"),
        (2024, "supplementary", "", "50"),
        (2024, "current_budget", "", "1,050"),
        (2023, "current_budget", "", "990"),
    }


@pytest.mark.parametrize("head", ["３か年計", "３か年\n事業費", "３か年総事業費"])
def test_a_sum_over_years_is_no_amount(head: str) -> None:
    found = project([["事業名", "令和６年度\n当初予算", head], ["公園整備事業", "100", "300"]])
    assert amounts(found) == {(2024, "initial_budget", "", "100")}


def test_the_parts_of_a_group_are_whatever_its_columns_are_called() -> None:
    found = project(
        [
            ["事業名", "総事業費\n（決算額）", "左の財源内訳", "<", "担当課"],
            ["^", "^", "国庫補助額", "交付金充当額", "^"],
            ["給付金事業", "100", "60", "40", "福祉課"],
        ],
        year=2023,
    )
    assert amounts(found) == {
        (2023, "settlement", "", "100"),
        (2023, "settlement", "国庫補助額", "60"),
        (2023, "settlement", "交付金充当額", "40"),
    }


def test_a_text_beside_the_amount_of_a_fund_names_no_row() -> None:
    rows = [
        ["区分", "事業名", "事業費", "財源内訳", "<", "<"],
        ["^", "^", "^", "地方債", "<", "一般財源"],
        ["^", "^", "^", "金額", "区分", "^"],
        ["補助事業", "林道改良事業", "100", "80", "辺地債", "20"],
        ["^", "村道改良事業", "50", "40", "過疎債", "10"],
    ]
    first, second = read(grid(rows), outside=[caption("令和６年度当初予算（単位：千円）")]).projects
    assert {(a.component, a.text) for a in first.amounts} == {
        ("", "100"),
        ("地方債", "80"),
        ("一般財源", "20"),
    }
    assert {(a.component, a.text) for a in second.amounts} == {
        ("", "50"),
        ("地方債", "40"),
        ("一般財源", "10"),
    }


FORM = [
    ["事業名", "款名称", "目名称", "補正前", "補正額", "計"],
    ["公園管理事業", "8 土木費", "5 公園費", "60", "2", "62"],
    ["補正の理由", "<", "<", "節", "<", "金額"],
    ["園路灯の修繕を行う。", "<", "<", "10", "需用費", "2"],
]


def test_items_below_a_project_that_is_alone_in_its_table_divide_it() -> None:
    found = project(FORM, outside=[caption("令和６年度 補正予算（単位：千円）")])
    assert amounts(found) == {
        (2024, "current_budget", "", "60"),
        (2024, "supplementary", "", "2"),
        (2024, "current_budget", "", "62"),
        (2024, "supplementary", "需用費", "2"),
    }


def test_accounts_below_a_project_are_no_parts_of_it() -> None:
    rows = [
        ["事業名", "予算額"],
        ["公園管理事業", "100"],
        ["款", "予算額"],
        ["総務費", "50"],
        ["民生費", "60"],
    ]
    found = read(grid(rows), outside=[caption("令和６年度当初予算（単位：千円）")]).projects
    assert {a.text for a in found[0].amounts} == {"100"}


def test_a_form_printed_again_on_the_next_page_is_a_table_of_its_own() -> None:
    def has_header(_: Grid) -> bool:
        return True

    other = [FORM[0], ["予防接種事業", "4 衛生費", "2 予防費", "70", "3", "73"], FORM[2], FORM[3]]
    listed = [FORM[0], FORM[1], other[1]]
    forms = [sheet(grid(FORM), page=1), sheet(grid(other, page=2), page=2)]
    going_on = grid([FORM[0], ["学校管理事業", "10 教育費", "1 学校費", "5", "1", "6"]], page=2)
    lists = [sheet(grid(listed), page=1), sheet(going_on, page=2)]
    assert len(logical_tables(forms, has_header)) == 2
    assert len(logical_tables(lists, has_header)) == 1


def test_three_figures_of_a_cell_as_the_header_explains_them() -> None:
    found = project(
        [
            ["事業名", "事 業 費\n上段：令和７年度当初\n中段：令和６年度当初\n下段：令和６年度最終", "内容"],
            [
                "(1) 〔新〕図書館改修事業費\n（生涯学習センター）",
                "1億2,000万円\n－\n950万円",
                "空調を更新する。",
            ],
        ],
        year=2025,
    )
    assert (found.name_text, found.departments_text) == ("図書館改修事業費", "生涯学習センター")
    assert amounts(found) == {
        (2025, "initial_budget", "", "1億2,000万円"),
        (2024, "initial_budget", "", "－"),
        (2024, "current_budget", "", "950万円"),
    }


@pytest.mark.parametrize("mark", ["【縮小】\n", "【廃止】\n", "〔組替〕"])
def test_what_becomes_of_a_project_is_no_part_of_its_name(mark: str) -> None:
    assert (
        project([["事業名", "Ｒ８予算額(案)"], [f"{mark}商品券発行事業", "10"]]).name_text == "商品券発行事業"
    )


def test_years_of_a_financial_plan_are_amounts_all() -> None:
    found = read(
        grid(
            [
                ["区分", "令和５年度\n（決算）", "令和６年度\n（決算見込）", "令和７年度\n（計画）"],
                ["町税", "100", "110", "120"],
            ]
        ),
        outside=[caption("（単位：百万円）")],
    )
    assert not found.indicators
    assert amounts(found.projects[0]) == {
        (2023, "settlement", "", "100"),
        (2024, "settlement", "", "110"),
        (2025, "forecast", "", "120"),
    }


def test_settlement_over_indicators_heads_their_years() -> None:
    found = read(
        grid(
            [
                [
                    "指標（単位）",
                    "令和５年度\n（決算）",
                    "令和６年度\n（決算見込）",
                    "目標値\n（令和11年度）",
                ],
                ["経常収支比率（％）", "91.4", "92.6", "92.0以下"],
            ]
        )
    )
    assert not found.projects
    assert values(found.indicators[0]) == {
        (2023, "actual", "91.4"),
        (2024, "planned", "92.6"),
        (2029, "target", "92.0以下"),
    }


def test_an_amount_printed_again_below_its_items_is_one() -> None:
    found = project(
        [
            ["事業名", "学習支援事業"],
            ["担当課", "こども課"],
        ],
        [["区分", "令和６年度\n予算(案)額"], ["事業費", "18"], ["一般財源", "18"]],
        [["節", "金額（千円）"], ["報償費", "10"], ["委託料", "8"], ["合計", "18"]],
        outside=[caption("令和６年度当初予算")],
    )
    assert [a.text for a in found.amounts if not a.component] == ["18"]


def test_last_year_at_the_same_time_is_no_supplement() -> None:
    found = project(
        [["会計名", "補正前の額", "補正額", "前年度同期\n予算額"], ["一般会計", "100", "5", "90"]],
        outside=[title("令和７年度９月補正予算の概要"), caption("（単位：千円）")],
        year=2025,
    )
    assert amounts(found) == {
        (2025, "current_budget", "", "100"),
        (2025, "supplementary", "", "5"),
        (2024, "budget", "", "90"),
    }


def test_figures_in_brackets_of_last_year() -> None:
    found = project(
        [["主要事業", "予算額"], ["公園整備事業", "12（10）"]],
        outside=[title("令和７年度当初予算"), caption("（　）内は前年度当初予算額")],
        year=2025,
    )
    assert amounts(found) == {(2025, "initial_budget", "", "12"), (2024, "initial_budget", "", "10")}


def test_rates_among_the_items_of_a_plan_are_indicators() -> None:
    found = read(
        grid(
            [
                ["区分", "令和５年度決算", "令和６年度決算見込", "令和７年度計画"],
                ["財政力指数", "0.51", "0.52", "0.53"],
                ["経常収支比率（％）", "92.0", "92.5", "92.8"],
                ["市債残高（百万円）", "20,100", "19,900", "19,500"],
            ]
        )
    )
    assert [values(i) for i in found.indicators] == [
        {(2023, "actual", "0.51"), (2024, "planned", "0.52"), (2025, "planned", "0.53")},
        {(2023, "actual", "92.0"), (2024, "planned", "92.5"), (2025, "planned", "92.8")},
    ]
    assert {a.unit for p in found.projects for a in p.amounts} == {"百万円"}
