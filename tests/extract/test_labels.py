"""Labels as municipalities print them, and what each says."""

from __future__ import annotations

import pytest

from extract.component_names import component_name
from extract.labels import Label, parse_label
from extract.segments import segment
from schemas.vocabulary import load_vocabulary

EDITION = 2024
WORDS = load_vocabulary()


def said(text: str, edition: int | None = EDITION) -> dict[str, object]:
    """The facets that are not silent, without the text and without how much was known."""
    label = parse_label(text, WORDS, edition)
    quiet = Label("")
    names = [n for n in Label.__dataclass_fields__ if n not in ("text", "known", "guessed")]
    return {n: getattr(label, n) for n in names if getattr(label, n) != getattr(quiet, n)}


@pytest.mark.parametrize(
    ("printed", "meaning"),
    [
        ("事務事業名", {"field": "project_name"}),
        ("細事業名", {"field": "sub_project_name"}),
        ("成果指標", {"field": "indicator_name"}),
        ("指 標 名", {"field": "indicator_name"}),
        ("ＫＰＩ", {"field": "indicator_name"}),
        ("重要業績評価指標\n（KPI）", {"field": "indicator_name"}),
        ("担当部署名", {"field": "departments"}),
        ("所管課", {"field": "departments"}),
        ("数値目標の説明", {"field": "description"}),
        ("事業概要", {"field": "summary"}),
        ("区分", {"field": "item_name"}),
        ("単位", {"field": "unit"}),
        ("達成率", {"field": "ignored"}),
        ("款項目", {"field": "number"}),
        ("基本目標", {"field": "goal"}),
        ("④ 活動指標", {"field": "indicator_name"}),
        ("指標名及び単位", {"field": "indicator_name"}),
        ("指標の単位", {"field": "unit"}),
        ("正規職員所要時間", {"field": "ignored"}),
        ("平均職員費", {"field": "ignored"}),
        ("人件費単価", {"field": "ignored"}),
        ("救急搬送の収容所要時間", {}),
        ("R2/R3/R4", {"field": "ignored"}),
        ("平成30・令和元年度", {"field": "ignored"}),
        ("H31/R1", {"year": 2019}),
    ],
)
def test_labels_of_texts(printed: str, meaning: dict[str, object]) -> None:
    assert said(printed) == meaning


@pytest.mark.parametrize(
    ("printed", "meaning"),
    [
        ("目標値", {"role": "target"}),
        ("実績", {"role": "actual"}),
        ("基準値", {"role": "baseline"}),
        ("想定", {"role": "planned"}),
        ("R6目標", {"role": "target", "year": 2024}),
        ("令和５年度\n実績値", {"role": "actual", "year": 2023}),
        ("実績（令和４年度）", {"role": "actual", "year": 2022}),
        ("R6決算", {"kind": "settlement", "year": 2024}),
        ("6年度予算", {"kind": "budget", "year": 2024}),
        ("令和6年度当初予算額", {"kind": "initial_budget", "year": 2024}),
        ("2023年度決算", {"kind": "settlement", "year": 2023}),
        ("予算現額", {"kind": "current_budget"}),
        ("（ｔ）", {"unit": "t"}),
        ("予算現額（b）", {"kind": "current_budget"}),
        ("補正額", {"kind": "supplementary"}),
        ("補正後", {"kind": "current_budget"}),
        ("本年度予算額", {"kind": "budget", "relative": "本年度"}),
        ("前年度", {"relative": "前年度"}),
    ],
)
def test_headers_of_years_roles_and_kinds(printed: str, meaning: dict[str, object]) -> None:
    assert said(printed) == meaning


@pytest.mark.parametrize(
    ("printed", "meaning"),
    [
        ("国庫支出金", {"component": "国庫支出金"}),
        ("地 方 債", {"component": "地方債"}),
        ("（差引）一般財源（B）", {"component": "一般財源"}),
        ("人件費（Ｂ）", {"component": "人件費"}),
        ("事業費", {"whole": True}),
        ("総コスト（A+B）", {"whole": True}),
        ("財源内訳", {"group": "funds"}),
        ("増減額", {"comparison": "change"}),
        ("前年度比", {"comparison": "to_previous"}),
        ("伸率（％）", {"comparison": "growth", "unit": "%"}),
        ("執行率", {"comparison": "execution_rate"}),
        ("構成比", {"comparison": "share"}),
    ],
)
def test_parts_wholes_and_comparisons(printed: str, meaning: dict[str, object]) -> None:
    assert said(printed) == meaning


@pytest.mark.parametrize(
    ("printed", "unit"),
    [("事業費（千円）", "千円"), ("決算額 (単位：円)", "円"), ("利用者数（人）", "人"), ("実績(％)", "%")],
)
def test_units_in_brackets(printed: str, unit: str) -> None:
    assert parse_label(printed, WORDS).unit == unit


@pytest.mark.parametrize("printed", ["計", "小計", "合 計", "総計"])
def test_totals(printed: str) -> None:
    assert parse_label(printed, WORDS).total


def test_a_year_without_an_era_needs_the_edition() -> None:
    assert parse_label("20年度決算", WORDS, 2008).year == 2008
    assert parse_label("5年度決算", WORDS, 2024).year == 2023


@pytest.mark.parametrize(
    "printed", ["小型除雪機購入", "市長への手紙を公開しています", "", "令和の米づくり塾", "A"]
)
def test_texts_that_are_no_labels(printed: str) -> None:
    label = parse_label(printed, WORDS, EDITION)
    assert not label.known and not label.says_figures


def test_a_header_known_by_its_last_word_is_a_guess() -> None:
    label = parse_label("市が独自に定めた成果指標", WORDS)
    assert (label.field, label.known, label.guessed) == ("indicator_name", False, True)


def test_a_name_that_ends_like_a_part_of_an_amount_is_a_guess() -> None:
    label = parse_label("庁舎維持管理費", WORDS)
    assert (label.component, label.known, label.guessed) == ("庁舎維持管理費", False, True)


def test_the_fewest_words_are_found() -> None:
    words = segment("決算見込額", WORDS)
    assert words is not None and [w.text for w in words] == ["決算見込額"]
    assert segment("決算見込額です", WORDS) is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("国庫\n支出金", "国庫支出金"),
        ("①人件費", "人件費"),
        ("（差引）一般財源（Ｂ）", "一般財源"),
        ("その他（単位：千円）", "その他"),
        ("うち一般財源", "うち一般財源"),
    ],
)
def test_names_of_parts(printed: str, name: str) -> None:
    assert component_name(printed) == name


def test_lines_of_several_parts_are_several() -> None:
    assert parse_label("地方債\nその他", WORDS).component == "地方債/その他"


def test_a_word_taken_away_is_not_known() -> None:
    assert not parse_label("想定", WORDS.without(["想定"]), EDITION).known


@pytest.mark.parametrize(
    "printed",
    ["⑤総事業費", "総事業費①＋②", "トータルコスト（Ａ）＋（Ｂ）", "⑤総事業費（①＋④）", "事業費計(千円)①"],
)
def test_the_whole_expense_with_letters_and_numbers(printed: str) -> None:
    label = parse_label(printed, WORDS, EDITION)
    assert label.whole and label.known and label.unit in ("", "千円")
