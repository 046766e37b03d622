"""Rows and columns that name more than one thing, and what their figures then are."""

from __future__ import annotations

from extract.records import Indicator, Project
from extract.understanding import understand
from schemas.vocabulary import load_vocabulary
from tests.extract.printed import Rows, amounts, caption, grid, line, read, sheet


def project(rows: Rows, **options: object) -> Project:
    """The one project of a document with this table."""
    (found,) = read(grid(rows), **options).projects  # type: ignore[arg-type]
    return found


def indicator(rows: Rows) -> Indicator:
    (found,) = read(grid(rows)).indicators
    return found


# ── Names and labels that stand beside each other ───────────────────────────────────────────


def test_two_indicators_in_a_row_each_before_its_own_figures() -> None:
    rows = [
        ["事業名", "活動指標", "<", "<", "成果指標", "<", "<"],
        ["^", "指標名", "単位", "令和5年度実績", "指標名", "単位", "令和5年度実績"],
        ["移住相談事業", "相談件数", "件", "14", "移住世帯数", "世帯", "17"],
    ]
    found = read(grid(rows)).indicators
    assert [(i.name_text, i.unit_text, [v.text for v in i.values]) for i in found] == [
        ("相談件数", "件", ["14"]),
        ("移住世帯数", "世帯", ["17"]),
    ]


def test_parts_of_an_item_in_rows_of_their_own_are_no_projects() -> None:
    rows = [
        ["目", "令和6年度予算額", "節", "<", "説明"],
        ["^", "^", "区分", "金額", "^"],
        ["事務局費", "300", "給料", "200", "職員給与費"],
        ["^", "^", "共済費", "100", "^"],
    ]
    found = project(rows)
    assert (found.name_text, amounts(found)) == ("事務局費", {(2024, "budget", "", "300")})


def test_a_form_that_goes_on_below_a_table_with_other_columns() -> None:
    rows = [
        ["担当課", "建設課", "<", "決算額", "500円", "<"],
        ["財源内訳", "国庫支出金", "県支出金", "地方債", "その他", "一般財源"],
        ["^", "－", "300円", "－", "－", "200円"],
        ["成果指標", "補修延長（ｍ）", "目標値", "450", "実績値", "462"],
    ]
    records = read(grid(rows), outside=[caption("１　農道舗装補修事業（令和5年度）")])
    (found,) = records.indicators
    assert [(v.role, v.text) for v in found.values] == [("target", "450"), ("actual", "462")]
    (work,) = records.projects
    assert work.departments_text == "建設課"
    assert {(a.kind, a.component, a.text) for a in work.amounts} >= {
        ("settlement", "", "500円"),
        ("settlement", "県支出金", "300円"),
        ("settlement", "一般財源", "200円"),
    }


def test_units_behind_the_words_of_a_header() -> None:
    header = ["事業名", "当初予算額\n円", "決算額（Ａ）円", "執行率\n％"]
    found = project([header, ["公園整備事業", "90", "81", "90.0"]])
    assert {(a.kind, a.unit, a.text) for a in found.amounts} == {
        ("initial_budget", "円", "90"),
        ("settlement", "円", "81"),
    }
    assert found.execution_rate is not None and found.execution_rate.text == "90.0"


def test_a_card_that_is_headed_by_the_name_of_its_indicator() -> None:
    rows = [
        ["組織率（単位：％）", "<", "<"],
        ["令和元年度\n（基準値）", "令和5年度", "令和8年度\n（目標値）"],
        ["76.4", "82.5", "90.0"],
    ]
    found = indicator(rows)
    assert found.name_text == "組織率（単位：％）"
    assert [(v.role, v.fiscal_year) for v in found.values] == [
        ("baseline", 2019),
        ("actual", 2023),
        ("target", 2026),
    ]


def test_how_an_indicator_is_computed_is_no_part_of_its_name() -> None:
    rows = [["指標名", "令和5年度実績"], ["受診率\n（受診者数÷対象者数×100）", "43.9"]]
    found = indicator(rows)
    assert (found.name_text, found.description) == ("受診率", "受診者数÷対象者数×100")
    kept = indicator([["指標名", "令和5年度実績"], ["受診率\n（国民健康保険）", "43.9"]])
    assert kept.name_text == "受診率\n（国民健康保険）"


# ── Columns and cells that say more than one thing ──────────────────────────────────────────


def test_a_target_above_its_actual_in_rows_of_their_own() -> None:
    rows = [
        ["指標名", "単位", "R4年度", "R5年度"],
        ["訪問回数", "回", "4,000", "4,200"],
        ["^", "^", "3,871", ""],
    ]
    found = read(grid(rows), outside=[caption("指標（上段：目標、下段：実績）")]).indicators
    assert [(v.role, v.fiscal_year, v.text) for v in found[0].values] == [
        ("target", 2022, "4,000"),
        ("target", 2023, "4,200"),
        ("actual", 2022, "3,871"),
    ]


def test_indicators_as_columns_and_years_as_rows() -> None:
    rows = [
        ["年度", "撤去台数\n（台）", "利用率\n（％）"],
        ["令和5年度実績", "9,812", "71.4"],
        ["令和6年度目標", "7,500", "80.0"],
    ]
    found = read(grid(rows)).indicators
    assert [(i.name_text, [(v.role, v.text) for v in i.values]) for i in found] == [
        ("撤去台数\n（台）", [("actual", "9,812"), ("target", "7,500")]),
        ("利用率\n（％）", [("actual", "71.4"), ("target", "80.0")]),
    ]


def test_the_year_of_the_baseline_in_a_column_of_its_own_and_a_present_value_beside_it() -> None:
    header = ["評価指標", "策定時の値", "基準年度", "現況値\n（令和5年度）"]
    rows = [header, ["緑被率", "31.2", "H29", "31.0"]]
    assert [(v.role, v.fiscal_year, v.text) for v in indicator(rows).values] == [
        ("baseline", 2017, "31.2"),
        ("actual", 2023, "31.0"),
    ]
    alone = indicator([["評価指標", "現況値\n（令和5年度）", "目標値"], ["緑被率", "31.0", "33.0"]])
    assert [v.role for v in alone.values] == ["baseline", "target"]


def test_what_was_asked_for_is_no_budget_beside_what_was_granted() -> None:
    rows = [["事業名", "令和7年度", "<"], ["^", "要求額", "予算額"], ["公園整備事業", "60", "45"]]
    assert amounts(project(rows)) == {(2025, "budget", "", "45")}
    alone = [["事業名", "令和7年度要求額"], ["公園整備事業", "60"]]
    assert amounts(project(alone)) == {(2025, "initial_budget", "", "60")}


def test_sums_over_several_years_are_no_amounts() -> None:
    rows = [
        ["事業名", "令和4年度", "<", "２か年計", "<"],
        ["^", "計画額", "実績額", "計画額", "実績額"],
        ["公園整備事業", "10", "9", "20", "19"],
    ]
    assert amounts(project(rows)) == {(2022, "forecast", "", "10"), (2022, "settlement", "", "9")}


def test_funds_beside_several_kinds_are_of_the_kind_whose_amount_they_sum_to() -> None:
    rows = [
        ["事務事業名", "自転車対策事業", "<", "<", "<"],
        ["年度", "当初予算額", "決算額", "うち特定財源", "うち一般財源"],
        ["令和5年度", "100", "90", "40", "50"],
    ]
    assert amounts(project(rows)) >= {
        (2023, "settlement", "うち特定財源", "40"),
        (2023, "settlement", "うち一般財源", "50"),
    }


def test_the_month_of_a_noted_date_decides_its_fiscal_year() -> None:
    rows = [["指標名", "最新値"], ["登録者数", "1,530\n(R6.3)"], ["相談件数", "20\n(R5)"]]
    years = [i.values[0].fiscal_year for i in read(grid(rows)).indicators]
    assert years == [2023, 2023]


# ── Rows that say what they hold ────────────────────────────────────────────────────────────


def test_indicators_among_the_costs_of_years() -> None:
    rows = [
        ["事業名", "保育所運営事業", "<", "<"],
        ["項目", "<", "R4年度（決算）", "R5年度（決算）"],
        ["事業費", "<", "310", "320"],
        ["入所率\n（％）", "目標", "100.0", "100.0"],
        ["^", "実績", "96.2", "95.8"],
    ]
    records = read(grid(rows))
    (found,) = records.indicators
    assert [(v.role, v.fiscal_year, v.text) for v in found.values] == [
        ("target", 2022, "100.0"),
        ("target", 2023, "100.0"),
        ("actual", 2022, "96.2"),
        ("actual", 2023, "95.8"),
    ]
    assert amounts(records.projects[0]) == {(2022, "settlement", "", "310"), (2023, "settlement", "", "320")}


def test_kinds_as_rows_under_the_heading_that_names_the_project() -> None:
    rows = [
        ["区分（千円）", "令和4年度", "令和5年度"],
        ["当初予算額（Ａ）", "24", "26"],
        ["決算額（Ｂ）", "23", "22"],
        ["差引（Ａ－Ｂ）", "1", "4"],
    ]
    found = project(rows, outside=[caption("1. まちなか活性化事業（商工振興課）")])
    assert (found.name_text, found.departments_text) == ("まちなか活性化事業", "商工振興課")
    assert amounts(found) == {
        (2022, "initial_budget", "", "24"),
        (2022, "settlement", "", "23"),
        (2023, "initial_budget", "", "26"),
        (2023, "settlement", "", "22"),
    }
    assert found.change is None


def test_a_mark_among_the_values_of_a_form_makes_no_header_of_its_row() -> None:
    rows = [
        ["事業名", "町営バス運行事業", "<", "<"],
        ["担当課", "総務課", "新規・継続", "継続"],
        ["令和7年度予算額", "58　千円", "国県支出金", "12　千円"],
    ]
    found = project(rows)
    assert found.departments_text == "総務課"
    assert {(a.component, a.text) for a in found.amounts} == {("", "58　千円"), ("国県支出金", "12　千円")}


def test_departments_under_the_header_of_their_rank() -> None:
    found = project([["部", "事業名", "令和7年度予算額"], ["市\n民\n部", "公園整備事業", "32"]])
    assert found.departments_text == "市\n民\n部"


# ── What counts something else than money ───────────────────────────────────────────────────


def test_statistics_in_their_own_units_are_no_budget() -> None:
    rows = [
        ["区分", "単位", "令和5年", "令和4年", "増減"],
        ["建物火災", "件", "9", "12", "△3"],
        ["損害見積額", "千円", "31,204", "18,775", "12,429"],
    ]
    records = read(grid(rows), outside=[caption("火災の状況（令和5年）")])
    assert (records.indicators, records.projects) == ((), ())


def test_indicators_of_an_enterprise_under_settlement_and_plan() -> None:
    rows = [
        ["経営指標", "単位", "Ｒ４", "Ｒ５", "<"],
        ["^", "^", "決算", "計画", "決算"],
        ["経常収支比率\n経常収益÷経常費用×100", "％", "105.27", "103.60", "104.12"],
    ]
    found = indicator(rows)
    assert found.name_text == "経常収支比率"
    assert [(v.role, v.fiscal_year) for v in found.values] == [
        ("actual", 2022),
        ("planned", 2023),
        ("actual", 2023),
    ]


def test_target_and_actual_without_a_year_are_those_of_the_year_reviewed() -> None:
    rows = [["指標名", "目標値", "実績値"], ["就農者数", "6人", "7人"]]
    found = read(grid(rows)).indicators  # of a review of 2024
    assert [(v.role, v.fiscal_year) for v in found[0].values] == [("target", 2024), ("actual", 2024)]
    dated = [["指標名", "目標値", "実績値"], ["就農者数", "6人（R7）", "7人（R5）"]]
    found = read(grid(dated)).indicators
    assert [v.fiscal_year for v in found[0].values] == [2025, 2023]


def test_the_department_in_charge_stands_before_those_beside_it() -> None:
    rows = [
        ["主管課", "環境政策課", "関係課", "生活安全課"],
        ["指標名", "単位", "令和5年度目標", "令和5年度実績"],
        ["リサイクル率", "％", "18.5", "17.6"],
    ]
    assert indicator(rows).departments_text == "環境政策課"


# ── Headings and their tables on different pages ────────────────────────────────────────────


def test_a_heading_alone_at_the_foot_of_a_page_heads_the_table_on_the_next() -> None:
    header = ["指標名", "令和5年度実績"]
    first = sheet(
        grid([header, ["相談件数", "12"]], page=1),
        outside=[line("施策２　防災の充実", 40, 700), line("3", 300, 800)],
    )
    second = sheet(grid([header, ["訓練回数", "4"]], page=2), page=2)
    found = understand([first, second], load_vocabulary()).indicators
    assert [(i.name_text, i.measure) for i in found] == [("相談件数", ""), ("訓練回数", "施策２　防災の充実")]
