"""Indicators named once, blocks of a form, labels of rows, and the years and sums that stand in them."""

from __future__ import annotations

from tests.extract.printed import amounts, caption, grid, read
from tests.extract.test_understanding import indicator, project

# ── Symbols ─────────────────────────────────────────────────────────────────────────────────


def test_indicators_that_a_form_names_once_and_then_calls_by_symbols() -> None:
    names = [
        ["活動指標", "<", "単位"],
        ["ア", "教室の開催回数", "回"],
        ["成果指標", "<", "単位"],
        ["ア", "参加者の満足度", "％"],
    ]
    figures = [
        ["区分", "<", "単位", "令和5年度\n（実績）", "令和6年度\n（目標）"],
        ["活動指標", "ア", "回", "12", "14"],
        ["成果指標", "ア", "％", "71.4", "80.0"],
    ]
    found = read(grid(names), grid(figures, top=400.0)).indicators
    assert [(i.name_text, [v.text for v in i.values]) for i in found] == [
        ("教室の開催回数", ["12", "14"]),
        ("参加者の満足度", ["71.4", "80.0"]),
    ]


def test_a_symbol_that_another_page_explained_keeps_to_itself() -> None:
    names = [["活動指標", "<", "単位"], ["ア", "教室の開催回数", "回"]]
    figures = [["区分", "<", "令和5年度\n（実績）"], ["活動指標", "ア", "12"], ["成果指標", "イ", "71.4"]]
    found = read(grid(names), grid(figures, page=4)).indicators
    assert "教室の開催回数" not in {i.name_text for i in found}


def test_a_sum_over_the_budgets_of_two_years_is_no_value() -> None:
    found = project(
        [
            ["事業名", "令和7年度\n当初予算額", "令和6年度\n２月補正予算額", "計"],
            ["公園整備事業", "100", "30", "130"],
        ],
        outside=[caption("（単位：千円）")],
    )
    assert amounts(found) == {(2025, "initial_budget", "", "100"), (2024, "supplementary", "", "30")}


def test_a_target_takes_the_year_in_a_column_of_its_own() -> None:
    found = indicator(
        [
            ["成果指標", "単位", "区分", "令和5年度", "最終目標値", "目標年度"],
            ["違反件数", "件", "目標値", "5", "3", "R8"],
            ["^", "^", "実績値", "7", "", ""],
        ]
    )
    assert [(v.fiscal_year, v.role, v.text) for v in found.values] == [
        (2023, "target", "5"),
        (2026, "target", "3"),
        (2023, "actual", "7"),
    ]


def test_a_block_an_indicator_with_its_kind_at_the_left() -> None:
    found = read(
        grid(
            [
                ["活動指標①", "名称", "相談件数", "<", "単位", "件"],
                ["^", "年度", "R3", "R4", "R5", "R6"],
                ["^", "計画値", "100", "100", "110", "110"],
                ["^", "実績値", "98", "105", "", ""],
                ["成果指標①", "名称", "解決率", "<", "単位", "％"],
                ["^", "年度", "R3", "R4", "R5", "R6"],
                ["^", "目標値", "80", "80", "85", "85"],
                ["^", "実績値", "78.2", "81.0", "", ""],
            ]
        )
    ).indicators
    assert [(i.name_text, i.unit_text) for i in found] == [("相談件数", "件"), ("解決率", "％")]
    assert {(v.fiscal_year, v.role, v.text) for v in found[1].values if v.role == "actual"} == {
        (2021, "actual", "78.2"),
        (2022, "actual", "81.0"),
    }


def test_the_word_over_the_labels_of_rows_hides_no_year() -> None:
    found = project(
        [["事務事業名", "防犯灯設置事業", "担当課", "市民協働課"]],
        [
            ["事業費", "令和3年度", "令和4年度"],
            ["予算額（千円）", "1,000", "1,100"],
            ["決算額（千円）", "980", "1,050"],
            ["うち一般財源", "500", "520"],
        ],
    )
    assert amounts(found) == {
        (2021, "budget", "", "1,000"),
        (2022, "budget", "", "1,100"),
        (2021, "settlement", "", "980"),
        (2022, "settlement", "", "1,050"),
        (2021, "settlement", "うち一般財源", "500"),
        (2022, "settlement", "うち一般財源", "520"),
    }


def test_the_change_is_that_of_the_latest_year() -> None:
    found = project(
        [
            ["歳入", "H25", "<", "H26", "<"],
            ["^", "決算額", "対前年度\n増減額", "決算額", "対前年度\n増減額"],
            ["市税", "10,707", "278", "10,653", "△54"],
        ],
        outside=[caption("（単位：千円）")],
    )
    assert found.change is not None and found.change.text == "△54"


def test_rows_that_count_below_the_costs_of_a_form_are_indicators() -> None:
    found = read(
        grid([["事業名", "健診事業", "所管課", "健康課"]]),
        grid(
            [
                ["", "単位", "R5年度\n決算", "R6年度\n予算"],
                ["直接事業費", "千円", "10,200", "10,500"],
                ["正規職員", "人", "1.5", "1.5"],
                ["受診者数", "人", "1,200", "1,250"],
            ],
            top=300.0,
        ),
    )
    (project_read,) = found.projects
    assert {a.text for a in project_read.amounts} == {"10,200", "10,500"}
    (counted,) = found.indicators
    assert (counted.name_text, counted.unit_text) == ("受診者数", "人")
    assert {(v.fiscal_year, v.role, v.text) for v in counted.values} == {
        (2023, "actual", "1,200"),
        (2024, "planned", "1,250"),
    }


def test_targets_and_actuals_beside_the_settlement_of_the_titles_year() -> None:
    found = read(
        grid(
            [
                ["事務事業", "令和5年度\n決算額", "指標", "目標", "実績"],
                ["図書館運営事業", "85,300", "貸出冊数（万冊）", "45", "43.2"],
            ]
        ),
        outside=[caption("令和5年度 事務事業評価結果一覧（単位：千円）")],
        year=None,
    )
    (indicator_read,) = found.indicators
    assert {(v.fiscal_year, v.role) for v in indicator_read.values} == {(2023, "target"), (2023, "actual")}


def test_what_several_years_take_together_is_the_amount_of_none() -> None:
    found = project(
        [
            ["事業名", "R5まで", "R6", "R7", "R8以降", "R6～R8"],
            ["駅前広場整備", "300", "200", "350", "360", "910"],
        ],
        outside=[caption("（単位：千円）")],
    )
    assert {(a.fiscal_year, a.text) for a in found.amounts} == {(2024, "200"), (2025, "350")}


def test_a_list_whose_only_text_is_headed_as_a_measure() -> None:
    (found, _) = read(
        grid(
            [
                ["施策目標", "R5目標値", "R5実績値"],
                ["図書貸出冊数", "45万冊", "43.2万冊"],
                ["図書館来館者数", "12万人", "11.5万人"],
            ]
        )
    ).indicators
    assert found.name_text == "図書貸出冊数"
    assert {(v.fiscal_year, v.role) for v in found.values} == {(2023, "target"), (2023, "actual")}


def test_the_period_of_a_plan_over_its_years_silences_none_of_them() -> None:
    found = indicator(
        [["指標", "計画期間（R5～R6）", "<"], ["^", "R5目標", "R6目標"], ["実施回数（回）", "2", "3"]]
    )
    assert {(v.fiscal_year, v.role, v.text) for v in found.values} == {
        (2023, "target", "2"),
        (2024, "target", "3"),
    }


def test_a_row_headed_by_its_role_belongs_to_the_indicator_above() -> None:
    (found,) = read(
        grid([["指標", "R5", "R6"], ["実施回数（回）", "2", "3"], ["（実績）", "1", ""]]),
    ).indicators
    assert found.name_text == "実施回数（回）"
    assert {(v.fiscal_year, v.role, v.text) for v in found.values} == {
        (2023, "planned", "2"),
        (2024, "planned", "3"),
        (2023, "actual", "1"),
    }


def test_an_empty_name_cell_goes_on_with_the_indicator_above() -> None:
    found = read(
        grid(
            [
                ["取組名", "指標", "", "令和4年度", "令和5年度"],
                ["出前講座", "開催回数", "目標", "20回", "22回"],
                ["", "", "実績", "18回", "23回"],
                ["相談窓口", "相談件数", "目標", "50件", "50件"],
                ["", "", "実績", "61件", "48件"],
            ]
        )
    ).indicators
    assert [i.name_text for i in found] == ["開催回数", "相談件数"]
    assert {(v.role, v.text) for v in found[1].values if v.role == "actual"} == {
        ("actual", "61件"),
        ("actual", "48件"),
    }


def test_units_in_the_names_beside_plain_years() -> None:
    found = indicator([["", "R4", "R5", "目標(R8)"], ["出生数（人）", "221", "215", "250"]])
    assert {(v.fiscal_year, v.role) for v in found.values} == {
        (2022, "actual"),
        (2023, "actual"),
        (2026, "target"),
    }


def test_a_form_headed_by_item_and_content() -> None:
    found = read(
        grid([["項目", "内容", "<", "<"], ["事業名", "バス運行事業", "予算額", "45,000千円"]])
    ).projects
    assert [(p.name_text, [a.text for a in p.amounts]) for p in found] == [("バス運行事業", ["45,000千円"])]
