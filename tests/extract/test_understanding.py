"""Small tables of every layout, and the indicators and projects that they print."""

from __future__ import annotations

import pytest

from extract.records import Indicator, Project
from schemas.vocabulary import load_vocabulary
from tests.extract.printed import Rows, amounts, caption, grid, read, title, values


def project(*rows: Rows, **options: object) -> Project:
    """The one project of a document with these tables."""
    (found,) = read(*(grid(r, top=100.0 + 300 * i) for i, r in enumerate(rows)), **options).projects  # type: ignore[arg-type]
    return found


def indicator(rows: Rows, **options: object) -> Indicator:
    (found,) = read(grid(rows), **options).indicators  # type: ignore[arg-type]
    return found


# ── Lists ───────────────────────────────────────────────────────────────────────────────────


def test_a_list_of_projects() -> None:
    found = project(
        [
            ["事業名", "所管課", "令和6年度", "<", "増減額"],
            ["^", "^", "当初予算額", "前年度予算額", "^"],
            ["公園整備事業", "公園課", "1,200", "1,000", "200"],
        ],
        outside=[caption("（単位：千円）")],
    )
    assert (found.name_text, found.departments_text) == ("公園整備事業", "公園課")
    assert {a.text for a in found.amounts} == {"1,200", "1,000"}
    assert {a.unit for a in found.amounts} == {"千円"}
    assert found.change is not None and found.change.text == "200"


def test_a_list_with_funds() -> None:
    found = project(
        [
            ["事業名", "令和6年度当初予算額", "財源内訳", "<", "<"],
            ["^", "^", "国庫支出金", "地方債", "一般財源"],
            ["公園整備事業", "100", "50", "30", "20"],
        ]
    )
    assert amounts(found) == {
        (2024, "initial_budget", "", "100"),
        (2024, "initial_budget", "国庫支出金", "50"),
        (2024, "initial_budget", "地方債", "30"),
        (2024, "initial_budget", "一般財源", "20"),
    }


@pytest.mark.parametrize(
    ("funds", "year"), [(("60", "40"), 2024), (("50", "30"), 2023)], ids=["this year's", "last year's"]
)
def test_funds_without_a_year_are_of_the_year_whose_amount_they_sum_to(
    funds: tuple[str, str], year: int
) -> None:
    found = project(
        [
            ["事業名", "令和5年度当初予算額", "令和6年度当初予算額", "財源内訳", "<"],
            ["^", "^", "^", "国庫支出金", "一般財源"],
            ["公園整備事業", "80", "100", *funds],
        ]
    )
    assert (year, "initial_budget", "国庫支出金", funds[0]) in amounts(found)
    assert (year, "initial_budget", "一般財源", funds[1]) in amounts(found)


def test_a_list_of_indicators() -> None:
    found = indicator(
        [
            ["指標名", "単位", "基準値\n（令和元年度）", "実績（R5）", "目標値（R6）", "担当課"],
            ["公園の利用者数", "人", "100", "150", "200", "公園課"],
        ]
    )
    assert (found.name_text, found.unit_text, found.departments_text) == ("公園の利用者数", "人", "公園課")
    assert values(found) == {(2019, "baseline", "100"), (2023, "actual", "150"), (2024, "target", "200")}


def test_totals_are_no_projects() -> None:
    found = read(
        grid(
            [
                ["事業名", "令和6年度予算額"],
                ["甲事業", "10"],
                ["乙事業", "20"],
                ["小計", "30"],
                ["合計", "30"],
            ]
        )
    ).projects
    assert [p.name_text for p in found if not p.is_total] == ["甲事業", "乙事業"]
    assert all(p.is_total for p in found if p.name_text in ("小計", "合計"))


def test_a_list_continued_on_the_next_page() -> None:
    found = read(
        grid([["事業名", "令和6年度予算額"], ["甲事業", "10"]]), grid([["乙事業", "20"]], page=2)
    ).projects
    assert [(p.name_text, p.place.page) for p in found] == [("甲事業", 1), ("乙事業", 2)]
    assert amounts(found[1]) == {(2024, "budget", "", "20")}


def test_a_name_cut_by_the_edge_of_the_page() -> None:
    upper = grid([["事業名", "令和6年度予算額"], ["都市公園の", "10"]], open_bottom=True)
    (found,) = read(upper, grid([["再整備事業", ""]], page=2)).projects
    assert "".join(found.name_text.split()) == "都市公園の再整備事業"


def test_several_printed_rows_in_one_ruled_row() -> None:
    found = read(
        grid([["款", "令和6年度予算額", "令和5年度予算額"], ["市税\n市債", "10\n20", "11\n21"]], height=40.0)
    ).projects
    assert [(p.name_text, amounts(p)) for p in found] == [
        ("市税", {(2024, "budget", "", "10"), (2023, "budget", "", "11")}),
        ("市債", {(2024, "budget", "", "20"), (2023, "budget", "", "21")}),
    ]


# ── Matrices ────────────────────────────────────────────────────────────────────────────────


def test_rows_of_roles_under_years() -> None:
    found = indicator(
        [
            ["指標名", "区分", "令和4年度", "令和5年度"],
            ["公園の利用者数（人）", "目標", "100", "110"],
            ["^", "実績", "90", "120"],
        ]
    )
    assert values(found) == {
        (2022, "target", "100"),
        (2023, "target", "110"),
        (2022, "actual", "90"),
        (2023, "actual", "120"),
    }


def test_rows_of_costs_under_years_in_a_form() -> None:
    found = project(
        [
            ["事務事業名", "公園整備事業", "<", "<"],
            ["区分", "<", "令和5年度決算", "令和6年度予算"],
            ["事業費", "<", "100", "120"],
            ["財源内訳", "国庫支出金", "60", "70"],
            ["^", "一般財源", "40", "50"],
        ]
    )
    assert found.name_text == "公園整備事業"
    assert amounts(found) == {
        (2023, "settlement", "", "100"),
        (2024, "budget", "", "120"),
        (2023, "settlement", "国庫支出金", "60"),
        (2024, "budget", "国庫支出金", "70"),
        (2023, "settlement", "一般財源", "40"),
        (2024, "budget", "一般財源", "50"),
    }


def test_upper_and_lower_figures() -> None:
    found = indicator(
        [["指標名", "令和5年度\n（上段：目標、下段：実績）"], ["公園の利用者数", "100\n90"]],
    )
    assert values(found) == {(2023, "target", "100"), (2023, "actual", "90")}


def test_figures_in_brackets_that_a_note_explains() -> None:
    found = project(
        [["事業名", "令和8年度当初予算額"], ["公園整備事業", "1,200［1,100］"]],
        outside=[caption("［ ］内は令和７年度当初予算額")],
        year=2026,
    )
    assert amounts(found) == {
        (2026, "initial_budget", "", "1,200"),
        (2025, "initial_budget", "", "1,100"),
    }


# ── Forms ───────────────────────────────────────────────────────────────────────────────────


def test_a_form_names_the_project_of_the_tables_below_it() -> None:
    found = project(
        [["事務事業名", "公園整備事業", "担当課", "公園課"]],
        [["区分", "令和5年度決算額"], ["事業費", "100"]],
    )
    assert (found.name_text, found.departments_text) == ("公園整備事業", "公園課")
    assert amounts(found) == {(2023, "settlement", "", "100")}


def test_an_indicator_in_a_form() -> None:
    records = read(
        grid(
            [
                ["事務事業名", "公園整備事業", "<"],
                ["指標名", "令和5年度目標", "令和5年度実績"],
                ["利用者数", "100", "90"],
            ]
        )
    )
    (found,) = records.indicators
    assert (found.name_text, values(found)) == ("利用者数", {(2023, "target", "100"), (2023, "actual", "90")})
    assert all(not p.amounts for p in records.projects)


# ── Years, units, hints ─────────────────────────────────────────────────────────────────────


LIST: Rows = [["事業名", "本年度予算額", "前年度予算額"], ["公園整備事業", "120", "100"]]


def test_relative_years_resolve_from_the_title() -> None:
    found = project(LIST, outside=[title("令和６年度 主要事業")], year=None)
    assert {(a.fiscal_year, a.text) for a in found.amounts} == {(2024, "120"), (2023, "100")}


def test_the_hint_of_an_edition_year() -> None:
    found = project(LIST, outside=[title("主要事業")], year=None, hints={"edition_fiscal_year": 2020})
    assert {(a.fiscal_year, a.text) for a in found.amounts} == {(2020, "120"), (2019, "100")}


def test_the_hint_of_a_unit() -> None:
    assert {a.unit for a in project(LIST, hints={"unit": "百万円"}).amounts} == {"百万円"}
    assert {a.unit for a in project(LIST).amounts} == {""}


def test_the_hint_of_a_label() -> None:
    rows: Rows = [["事業名", "執行済", "ご予定"], ["公園整備事業", "120", "100"]]
    hints = {"labels": {"執行済": "令和5年度決算額", "ご予定": "令和6年度予算額"}}
    assert amounts(project(rows, hints=hints)) == {
        (2023, "settlement", "", "120"),
        (2024, "budget", "", "100"),
    }


def test_a_hinted_label_keeps_its_print_in_the_cells() -> None:
    rows: Rows = [["事業名", "ご予定"], ["公園整備事業", "100"]]
    (table,) = read(grid(rows), hints={"labels": {"ご予定": "令和6年度予算額"}}).tables
    assert [c.text for c in table.table.cells if c.row == 0] == ["事業名", "ご予定"]


# ── Labels that are not known ───────────────────────────────────────────────────────────────


def test_an_unknown_label_is_told_with_the_figures_that_wait() -> None:
    records = read(
        grid(
            [
                ["事業名", "令和6年度予算額", "ふむふむ欄"],
                ["甲事業", "10", "1"],
                ["乙事業", "20", "2"],
                ["丙事業", "30", "3"],
            ]
        )
    )
    assert [(u.label, u.figures) for u in records.unknown] == [("ふむふむ欄", 3)]
    assert amounts(records.projects[0]) == {(2024, "budget", "", "10")}


def test_a_word_taken_from_the_vocabulary_is_missed() -> None:
    rows: Rows = [["指標名", "R5実績", "R6目標"], ["利用者数", "90", "100"]]
    assert len(values(indicator(rows))) == 2
    reduced = load_vocabulary().without(["実績"])
    read_without = read(grid(rows), vocabulary=reduced).indicators
    assert all("actual" not in {v.role for v in found.values} for found in read_without)


# ── What is no figure ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "rows",
    [
        [["議員名", "議案第1号", "議案第2号"], ["山田太郎", "○", "×"]],
        [["医療機関名", "電話番号", "診療時間"], ["中央医院", "088-123-4567", "9:00"]],
        [["年", "人口", "世帯数"], ["1990", "10,000", "3,000"]],
        [["1", "2", "3"], ["4", "5", "6"]],
        [["施設", "大人", "子ども"], ["市民プール", "500", "200"]],
    ],
    ids=["votes", "clinics", "population", "bare numbers", "fees"],
)
def test_tables_without_indicators_and_projects(rows: Rows) -> None:
    records = read(grid(rows))
    assert (records.indicators, records.projects) == ((), ())


@pytest.mark.parametrize("header", ["達成率", "評価", "職員数", "不用額"])
def test_columns_that_are_no_values(header: str) -> None:
    found = read(grid([["事業名", "令和6年度予算額", header], ["公園整備事業", "100", "77"]])).projects
    assert [a.text for p in found for a in p.amounts] == ["100"]
