"""Words of real publications: sheets, settlements, budgets in the making, plans, and what each says.

The groups are those of schemas/vocabulary.toml; what would turn a count, a ratio or a rest into money, or
another column into values, stands here beside what is one.
"""

from __future__ import annotations

import pytest

from extract.component_names import component_name
from extract.labels import Label, parse_label
from schemas.vocabulary import load_vocabulary
from tests.extract.printed import Rows, amounts, caption, grid, read, values

WORDS = load_vocabulary()


def said(text: str, edition: int = 2024) -> dict[str, object]:
    """The facets that are not silent, without the text and without how much was known."""
    label = parse_label(text, WORDS, edition)
    quiet = Label("")
    names = [n for n in Label.__dataclass_fields__ if n not in ("text", "known", "guessed")]
    return {n: getattr(label, n) for n in names if getattr(label, n) != getattr(quiet, n)}


STAFF = (
    "正規職員所要時間 従事時間 人工数 人役 所要人員 臨時職員 嘱託職員 会計年度任用職員 平均職員費 従事割合"
)
PEOPLE = "担当者名 課長名 評価者 作成者名 電話番号 連絡先"
PER_ONE = (
    "単位コスト 単位当たりコスト 市民一人当たりコスト 市民１人あたり経費 利用１件あたり総経費 "
    "一人当りコスト １人当たり単価"
)
RESTS = (
    "執行残額 未執行額 収入未済額 不納欠損額 調定額 翌年度繰越 繰越予算額 前年度繰越予算額 流用額 "
    "予備費充用 配当予算額"
)
STAGES = "財政課長査定額 復活要求額"
RATIOS = "当初比 対当初予算比 決算比 受益者負担比率 一般財源比率 達成割合 目標値対比 対基準値 乖離率 判定結果"
DIFFERENCES = "差異 計画との差 目標との差"
SEVERAL_YEARS = "R9以降 次年度以降 R5まで 前年度まで H25年度比 2013年度比 R6-R3"


@pytest.mark.parametrize(
    "printed",
    " ".join((STAFF, PEOPLE, PER_ONE, RESTS, STAGES, RATIOS, DIFFERENCES, SEVERAL_YEARS)).split(),
)
def test_no_value_of_the_contract(printed: str) -> None:
    label = parse_label(printed, WORDS, 2024)
    assert label.field == "ignored"
    assert not label.says_figures or label.year is not None or label.relative


@pytest.mark.parametrize(
    ("printed", "meaning"),
    [
        ("事業費計（千円）①", {"whole": True, "unit": "千円"}),
        ("総事業費①＋②", {"whole": True}),
        ("トータルコスト（A+B）", {"whole": True}),
        ("必要概算コスト", {"whole": True}),
        ("経費計", {"whole": True}),
        ("人件費計（千円）②", {"component": "人件費計", "unit": "千円"}),
        ("人件費 ・・・ ②", {"component": "人件費"}),
        ("人件費相当額", {"component": "人件費相当額"}),
        ("概算人件費", {"component": "概算人件費"}),
        ("一般財源額", {"component": "一般財源額"}),
        ("受益者負担額", {"component": "受益者負担額"}),
        ("交付金充当額", {"component": "交付金充当額"}),
        ("所要一般財源", {"component": "所要一般財源"}),
        ("国庫支出", {"component": "国庫支出"}),
        ("県補助", {"component": "県補助"}),
        ("町負担額", {"component": "町負担額"}),
        ("寄付金", {"component": "寄付金"}),
        ("雑入", {"component": "雑入"}),
        ("起債額", {"component": "起債額"}),
    ],
)
def test_wholes_and_parts(printed: str, meaning: dict[str, object]) -> None:
    assert said(printed) == meaning


@pytest.mark.parametrize(
    ("printed", "meaning"),
    [
        ("予算額（当初）", {"kind": "initial_budget"}),
        ("予算額（案）", {"kind": "initial_budget"}),
        ("予算額（最終）", {"kind": "current_budget"}),
        ("当初+補正", {"kind": "current_budget"}),
        ("予算現額計", {"kind": "current_budget"}),
        ("2月補正後現計", {"kind": "current_budget"}),
        ("査定額", {"kind": "initial_budget"}),
        ("部長査定額", {"kind": "requested"}),
        ("R7要求額", {"kind": "requested", "year": 2025}),
        ("支出総額", {"kind": "settlement"}),
        ("実績見込額", {"kind": "settlement"}),
        ("支出見込額", {"kind": "forecast"}),
        ("前年当初", {"kind": "initial_budget", "relative": "前年度"}),
        ("R6/R5", {"comparison": "to_previous"}),
        ("H22/H21", {"comparison": "to_previous"}),
        ("R6－R5", {"comparison": "change"}),
        ("増減割合", {"comparison": "growth"}),
        ("百分比", {"comparison": "share"}),
    ],
)
def test_kinds_and_comparisons(printed: str, meaning: dict[str, object]) -> None:
    assert said(printed) == meaning


@pytest.mark.parametrize(
    ("printed", "meaning"),
    [
        ("ベースライン値", {"role": "baseline"}),
        ("計画開始時点", {"role": "baseline"}),
        ("改定時（R4）", {"role": "baseline", "year": 2022}),
        ("中間評価時", {"role": "actual"}),
        ("R5速報値", {"role": "actual", "year": 2023}),
        ("実績（見込）", {"role": "planned"}),
        ("（実績）", {"role": "actual"}),
        ("量の見込み", {"role": "planned"}),
        ("当初計画値", {"role": "planned"}),
        ("達成目標値", {"role": "target"}),
        ("活動目標値", {"role": "target"}),
        ("努力目標（H32）", {"role": "target", "year": 2020}),
        ("当初目標", {"role": "target"}),
        ("目標件数", {"role": "target"}),
    ],
)
def test_roles(printed: str, meaning: dict[str, object]) -> None:
    assert said(printed) == meaning


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        ("取組名称", "project_name"),
        ("主要な事業", "project_name"),
        ("KPI①", "indicator_name"),
        ("ＫＰＩ 2", "indicator_name"),
        ("目標（指標）名", "indicator_name"),
        ("アウトカム", "indicator_name"),
        ("目標値設定の根拠・理由", "description"),
        ("課所名", "departments"),
        ("局室区名", "departments"),
        ("課等名", "departments"),
        ("所管名", "departments"),
        ("実施担当課", "departments"),
        ("担当機関", "departments"),
        ("事業コード", "number"),
        ("基本的施策", "measure"),
    ],
)
def test_names_of_texts(printed: str, field: str) -> None:
    assert said(printed) == {"field": field}


@pytest.mark.parametrize(
    "printed",
    [
        "区名",
        "関連課",
        "ふるさと納税",
        "一般",
        "一般財源÷活動指標",
        "救急搬送の所要時間",
        "市民１人当たりの貸出点数",
    ],
)
def test_words_that_say_too_little_alone(printed: str) -> None:
    label = parse_label(printed, WORDS, 2024)
    assert not label.known or label.field not in ("departments", "project_name")
    assert not (label.component or label.whole)


def test_a_long_vowel_bar_is_looked_up_as_it_is_read() -> None:
    for printed in ("トータルコスト", "ﾄｰﾀﾙｺｽﾄ", "ト－タルコスト"):
        assert parse_label(printed, WORDS).known


def test_dots_before_a_mark_are_no_part_of_a_name() -> None:
    assert component_name("事業費 ・・・ ①") == "事業費"


# ── Small tables ────────────────────────────────────────────────────────────────────────────

SHEET: Rows = [
    ["事務事業名", "公園整備事業", "<", "<"],
    ["区分", "R4決算", "R5決算", "R6予算"],
    ["事業費（千円）①", "100", "110", "120"],
    ["正規職員所要時間", "1,200", "1,300", "1,400"],
    ["人件費計（千円）②", "20", "21", "22"],
    ["市民１人当たりコスト（円）", "12", "13", "14"],
]


def test_hours_and_costs_a_head_are_no_amounts() -> None:
    (found,) = read(grid(SHEET)).projects
    assert amounts(found) == {
        (2022, "settlement", "", "100"),
        (2023, "settlement", "", "110"),
        (2024, "budget", "", "120"),
        (2022, "settlement", "人件費計", "20"),
        (2023, "settlement", "人件費計", "21"),
        (2024, "budget", "人件費計", "22"),
    }


def test_a_sum_below_the_initial_budget_and_what_was_added_is_the_budget_as_it_stands() -> None:
    rows = [
        ["区分", "<", "R4", "R5"],
        ["予算額", "当 初【単位：円】Ａ", "100", "200"],
        ["^", "補 正【単位：円】Ｂ", "10", "20"],
        ["^", "繰 越【単位：円】Ｃ", "1", "2"],
        ["^", "計（＝Ａ＋Ｂ＋Ｃ）【単位：円】Ｄ", "111", "222"],
        ["決算額【単位：円】Ｅ", "<", "105", "210"],
    ]
    (found,) = read(grid(rows), outside=[caption("事務事業名：地籍調査事業")]).projects
    assert amounts(found) == {
        (2022, "initial_budget", "", "100"),
        (2023, "initial_budget", "", "200"),
        (2022, "supplementary", "", "10"),
        (2023, "supplementary", "", "20"),
        (2022, "current_budget", "", "111"),
        (2023, "current_budget", "", "222"),
        (2022, "settlement", "", "105"),
        (2023, "settlement", "", "210"),
    }


def test_a_ratio_of_the_rows_of_a_form_is_none_of_the_project() -> None:
    rows = [
        ["事務事業名", "霊園墓参事業", "<", "<"],
        ["", "R4決算", "R5決算", "R5/R4"],
        ["事業費（千円）", "100", "110", "110.0"],
        ["人件費（千円）", "840", "820", "97.6"],
    ]
    (found,) = read(grid(rows)).projects
    assert found.ratio is None
    assert (2023, "settlement", "", "110") in amounts(found)


def test_parts_that_are_parts_only_among_others() -> None:
    rows = [
        ["事業名", "事業費", "財源内訳", "<", "<", "<"],
        ["^", "^", "国", "県", "その他", "一般"],
        ["公園整備事業", "100", "50", "20", "10", "20"],
    ]
    (found,) = read(grid(rows), outside=[caption("（単位：千円）")]).projects
    assert {(component, text) for _, _, component, text in amounts(found)} == {
        ("", "100"),
        ("国", "50"),
        ("県", "20"),
        ("その他", "10"),
        ("一般", "20"),
    }


def test_the_year_of_a_difference_is_not_that_of_its_columns() -> None:
    rows = [["事業名", "R6当初", "R5当初", "R6/R5", "R6-R5"], ["公園整備事業", "110", "100", "110.0%", "10"]]
    (found,) = read(grid(rows), outside=[caption("（単位：千円）")]).projects
    assert amounts(found) == {(2024, "initial_budget", "", "110"), (2023, "initial_budget", "", "100")}
    assert found.change is not None and found.change.text == "10"
    assert found.ratio is not None and found.ratio.text == "110.0%"


def test_the_whole_cost_of_a_project_is_of_no_one_year() -> None:
    rows = [
        ["事業名", "全体事業費", "R6", "R7", "R8", "R9以降"],
        ["道路整備", "1,000", "100", "200", "300", "400"],
    ]
    (found,) = read(grid(rows), outside=[caption("（単位：千円）")]).projects
    assert {(year, text) for year, _, _, text in amounts(found)} == {
        (None, "1,000"),
        (2024, "100"),
        (2025, "200"),
        (2026, "300"),
    }


@pytest.mark.parametrize("word", ["差", "計画との差", "差異"])
def test_a_difference_under_a_year_is_no_actual(word: str) -> None:
    rows = [
        ["指標", "単位", "令和5年度", "<", "<"],
        ["^", "^", "計画値", "実績値", word],
        ["利用者数", "人", "100", "90", "-10"],
    ]
    (found,) = read(grid(rows)).indicators
    assert values(found) == {(2023, "planned", "100"), (2023, "actual", "90")}


def test_an_unknown_word_under_a_year_says_no_role() -> None:
    rows = [
        ["指標", "単位", "令和5年度", "<", "<"],
        ["^", "^", "計画値", "実績値", "なにか"],
        ["利用者数", "人", "100", "90", "55"],
    ]
    (found,) = read(grid(rows)).indicators
    assert values(found) == {(2023, "planned", "100"), (2023, "actual", "90"), (2023, "", "55")}


def test_a_bare_start_beside_a_target_is_a_baseline() -> None:
    rows = [["指標名", "単位", "当初(R1)", "R6目標"], ["利用者数", "人", "100", "120"]]
    (found,) = read(grid(rows)).indicators
    assert values(found) == {(2019, "baseline", "100"), (2024, "target", "120")}


def test_bare_western_years_head_columns() -> None:
    rows = [["指標", "単位", "2021", "2022", "2023"], ["利用者数", "人", "1,021", "1,022", "1,023"]]
    (found,) = read(grid(rows)).indicators
    assert values(found) == {(2021, "actual", "1,021"), (2022, "actual", "1,022"), (2023, "actual", "1,023")}


def test_counts_that_look_like_years_stay_counts() -> None:
    rows = [["指標名", "現状値", "目標値"], ["観光客数(人)", "2015", "2020"]]
    (found,) = read(grid(rows)).indicators
    assert values(found) == {(None, "baseline", "2015"), (None, "target", "2020")}


def test_a_caption_that_counts_people_makes_no_amounts() -> None:
    rows = [["区分", "令和5年度", "令和6年度"], ["量の見込み①", "100", "110"], ["確保方策②", "100", "110"]]
    found = read(grid(rows), outside=[caption("延長保育事業（単位：人）")])
    assert not found.projects
