"""Forms: labels with their values beside them, and the small tables of indicators and costs below."""

from __future__ import annotations

import pytest

from extract.forms import instructs
from extract.label_patterns import stages_told
from extract.labels import parse_label
from extract.line_pairs import pair_in_text
from extract.records import Indicator, Project
from schemas.vocabulary import load_vocabulary
from tests.extract.printed import Rows, amounts, grid, read, title, values

NAMED: Rows = [["事務事業名", "公園整備事業", "担当課", "公園課"]]


def project(*rows: Rows, **options: object) -> Project:
    """The one project of a document with these tables, below a form that names it."""
    (found,) = read(*(grid(r, top=100.0 + 300 * i) for i, r in enumerate((NAMED, *rows))), **options).projects  # type: ignore[arg-type]
    return found


def indicators(*rows: Rows) -> dict[str, Indicator]:
    """The indicators of a form by their names."""
    found = read(*(grid(r, top=100.0 + 300 * i) for i, r in enumerate((NAMED, *rows)))).indicators
    return {i.name_text: i for i in found}


def parts(found: Project) -> set[tuple[int | None, str, str]]:
    """Year, component and text of the amounts of a project."""
    return {(a.fiscal_year, a.component, a.text) for a in found.amounts}


# ── What names nothing ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("予算書に記載の事業名を記入する。", True),
        ("課名を入力してください", True),
        ("（例）講座の開催回数", True),
        ("記入例：公園整備事業", True),
        ("公園整備事業", False),
        ("届出書の記入支援事業", False),
        ("例規集の管理", False),
    ],
)
def test_a_text_that_tells_what_to_write(text: str, told: bool) -> None:
    assert instructs(text) is told


def test_a_blank_form_names_nothing() -> None:
    found = read(
        grid([["事務事業名", "予算書の事業名を記入する。", "担当課", "課名を記入する。"]]),
        grid([["区分", "前年度決算", "本年度予算"], ["人件費", "0", "0"], ["総事業費", "0", "0"]], top=300.0),
        grid([["指標名", "単位", "目標値"], ["（例）講座の開催回数", "回", "10"]], top=500.0),
    )
    assert (found.projects, found.indicators) == ((), ())


def test_the_place_of_a_project_in_a_plan_is_no_name() -> None:
    assert pair_in_text("計画事業 ４－２－１", load_vocabulary()) is None
    assert pair_in_text("計画事業 公園の整備", load_vocabulary()) == ("project_name", "公園の整備")


# ── Labels by their shape ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("現担当課名", "departments"),
        ("再任用短時間職員数", "ignored"),
        ("1人当たり単価", "ignored"),
        ("単位あたりコスト", "ignored"),
        ("受益者一人あたりコスト", "ignored"),
        ("担い手の人数", ""),
    ],
)
def test_labels_that_no_list_could_hold(label: str, field: str) -> None:
    assert parse_label(label, load_vocabulary(), 2024).field == field


def test_what_the_upper_and_the_lower_figure_are() -> None:
    assert stages_told("上段:計画下段:実績") == ("計画", "実績")
    assert stages_told("上段の説明") == ()


# ── Tables of cost ──────────────────────────────────────────────────────────────────────────


def test_numbered_rows_with_a_unit_each() -> None:
    found = project(
        [
            ["区分", "<", "行", "単位", "令和4年度", "令和5年度", "<"],
            ["^", "^", "^", "^", "実績", "計画", "実績"],
            ["事業費", "<", "1", "千円", "500", "600", "550"],
            ["(内)委託費", "<", "2", "千円", "100", "110", "120"],
            ["職員数", "常勤職員数", "3", "人", "1.2", "1.2", "1.3"],
            ["財源", "国等からの支出金", "4", "千円", "30", "40", "50"],
            ["単位当たりコスト（総事業費÷活動指標(1)）", "<", "5", "円", "9", "8", "7"],
        ]
    )
    assert amounts(found) == {
        (2022, "settlement", "", "500"),
        (2023, "forecast", "", "600"),
        (2023, "settlement", "", "550"),
        (2022, "settlement", "(内)委託費", "100"),
        (2023, "forecast", "(内)委託費", "110"),
        (2023, "settlement", "(内)委託費", "120"),
        (2022, "settlement", "国等からの支出金", "30"),
        (2023, "forecast", "国等からの支出金", "40"),
        (2023, "settlement", "国等からの支出金", "50"),
    }
    assert {a.unit for a in found.amounts} == {"千円"}


def test_units_merged_over_blocks_of_rows() -> None:
    found = project(
        [
            ["", "<", "単位", "R5予算", "R5決算"],
            ["コストの内訳", "正職員数", "人", "－", "1.08"],
            ["^", "直接人件費", "千円", "－", "8,233"],
            ["^", "間接事業費", "^", "－", "141"],
            ["^", "フルコスト", "^", "6,420", "15,304"],
            ["受益者一人あたりコスト（対フルコスト）", "<", "円", "", "2,914"],
            ["受益者数", "<", "人", "5,400", "5,252"],
        ]
    )
    figures = {(a.component, a.text, a.unit) for a in found.amounts if a.text != "－"}
    assert figures == {
        ("直接人件費", "8,233", "千円"),
        ("間接事業費", "141", "千円"),
        ("フルコスト", "6,420", "千円"),
        ("フルコスト", "15,304", "千円"),
    }


def test_years_without_the_word_below_a_title_that_says_the_kind() -> None:
    found = project(
        [
            ["○過去２年の決算額（円）", "<", "<"],
            ["年度", "一般財源", "決算総額"],
            ["6", "3,640", "5,460"],
            ["元", "2,980", "4,470"],
        ],
        outside=[title("令和6年度 担当課評価調書")],
    )
    assert amounts(found) == {
        (2024, "settlement", "一般財源", "3,640"),
        (2024, "settlement", "", "5,460"),
        (2019, "settlement", "一般財源", "2,980"),
        (2019, "settlement", "", "4,470"),
    }
    assert {a.unit for a in found.amounts} == {"円"}


def test_steps_of_a_budget_as_rows() -> None:
    found = project(
        [
            ["区分", "<", "令和5年度"],
            ["予算額", "当 初【単位：円】Ａ", "100"],
            ["^", "補 正【単位：円】Ｂ", "20"],
            ["^", "繰 越【単位：円】Ｃ", "5"],
            ["^", "流 用【単位：円】Ｄ", "1"],
            ["^", "計（＝Ａ＋Ｂ＋Ｃ＋Ｄ）【単位：円】Ｅ", "126"],
            ["決算額【単位：円】Ｆ", "<", "110"],
        ]
    )
    assert amounts(found) == {
        (2023, "initial_budget", "", "100"),
        (2023, "supplementary", "", "20"),
        (2023, "current_budget", "", "126"),
        (2023, "settlement", "", "110"),
    }


def test_how_a_row_is_worked_out_is_no_label_of_it() -> None:
    found = project(
        [
            ["区分", "<", "令和5年度"],
            ["投入職員の人件費", "平均給与×Ｈ【円】Ｉ", "6,842"],
            ["年間事業費（＝決算額）", "【単位：円】Ｊ", "14,118"],
            ["総事業費（＝Ｉ＋Ｊ）", "【単位：円】", "20,960"],
        ]
    )
    assert amounts(found) == {
        (2023, "unspecified", "投入職員の人件費", "6,842"),
        (2023, "settlement", "", "14,118"),
        (2023, "unspecified", "", "20,960"),
    }


def test_heads_and_pay_of_the_staff_below_one_year() -> None:
    found = project(
        [
            ["（人・千円）", "<", "R4年度\n（決算）", "<", "R5年度\n（決算）", "<", "R5/R4"],
            ["事業費", "<", "2,231", "<", "2,308", "<", "103.4%"],
            ["人件費", "正規職員", "0.10人", "806", "0.15人", "1,224", "151.8%"],
            ["^", "会計年度任用職員", "0.20人", "604", "0.20人", "618", "102.3%"],
            ["受益者負担÷支出合計", "<", "4.2%", "<", "4.1%", "<", ""],
        ]
    )
    assert parts(found) == {
        (2022, "", "2,231"),
        (2023, "", "2,308"),
        (2022, "正規職員", "806"),
        (2023, "正規職員", "1,224"),
        (2022, "会計年度任用職員", "604"),
        (2023, "会計年度任用職員", "618"),
    }
    assert {a.unit for a in found.amounts} == {"千円"}
    assert found.ratio is None


def test_a_whole_with_a_word_before_it_is_named() -> None:
    found = project(
        [
            ["区分", "<", "令和5年度決算（千円）"],
            ["Ａコスト", "①直接事業費", "204"],
            ["^", "②人件費", "9"],
            ["^", "⑤トータルコスト計（①＋②）", "213"],
            ["当市年間負担経費（Ａ－Ｂ）", "<", "58"],
        ]
    )
    assert parts(found) == {
        (2023, "直接事業費", "204"),
        (2023, "人件費", "9"),
        (2023, "", "213"),
        (2023, "当市年間負担経費", "58"),
    }


def test_leaders_before_the_number_of_a_row_are_no_part_of_its_name() -> None:
    found = project(
        [
            ["区分", "R4", "R5"],
            ["事業費 ・・・ ①", "12", "13"],
            ["人件費 ・・・ ②", "4", "5"],
            ["１人当たり単価", "7", "7"],
        ]
    )
    assert parts(found) == {(2022, "", "12"), (2023, "", "13"), (2022, "人件費", "4"), (2023, "人件費", "5")}


# ── Tables of indicators ────────────────────────────────────────────────────────────────────


def test_indicators_called_by_kind_and_number() -> None:
    found = indicators(
        [
            ["活動指標", "指標名(1)", "利用回数", "<"],
            ["^", "指標説明", "延べ回数", "<"],
            ["成果指標", "指標名(1)", "利用率", "<"],
            ["^", "指標説明", "利用コマ数÷利用可能コマ数", "<"],
        ],
        [
            ["区分", "単位", "令和4年度", "令和5年度"],
            ["^", "^", "実績", "計画"],
            ["活動指標(1)", "回", "18,204", "19,000"],
            ["成果指標(1)", "％", "43.8", "46.0"],
        ],
    )
    assert {name: values(found[name]) for name in found} == {
        "利用回数": {(2022, "actual", "18,204"), (2023, "planned", "19,000")},
        "利用率": {(2022, "actual", "43.8"), (2023, "planned", "46.0")},
    }
    assert found["利用率"].unit_text == "％"


def test_a_kind_beside_the_block_of_an_indicator_heads_none_of_its_rows() -> None:
    found = indicators(
        [
            ["活動指標", "相談の件数（件）", "年度", "R5", "R6"],
            ["^", "^", "計画", "95", "100"],
            ["^", "^", "実績", "103", ""],
            ["成果指標", "サイトの閲覧数（千回）", "年度", "R5", "R6"],
            ["^", "^", "目標", "60.0", "62.0"],
            ["^", "^", "実績", "61.2", ""],
        ]
    )
    assert {name: values(found[name]) for name in found} == {
        "相談の件数（件）": {(2023, "planned", "95"), (2024, "planned", "100"), (2023, "actual", "103")},
        "サイトの閲覧数（千回）": {
            (2023, "target", "60.0"),
            (2024, "target", "62.0"),
            (2023, "actual", "61.2"),
        },
    }


def test_stages_told_figures_explained_in_the_header() -> None:
    found = indicators(
        [
            ["指標名", "単位", "令和5年度\n計画／実績", "令和6年度見込\n最終目標（R8）"],
            ["^", "^", "上段：計画 下段：実績", "上段：見込 下段：最終目標"],
            ["歩道整備率", "％", "78.0", "83.6"],
            ["^", "^", "75.1", "100.0"],
        ]
    )
    assert values(found["歩道整備率"]) == {
        (2023, "planned", "78.0"),
        (2023, "actual", "75.1"),
        (2024, "planned", "83.6"),
        (2026, "target", "100.0"),
    }


def test_what_an_indicator_costs_is_no_indicator() -> None:
    found = indicators(
        [
            ["区分", "指標名", "単位", "R4年度\n（実績）", "R5年度\n（実績）", "R5/R4"],
            ["活動指標", "運行便数", "便", "488", "530", "108.6%"],
            ["単位", "一般財源÷活動指標", "円", "7,149", "7,035", "98.4%"],
        ]
    )
    assert {name: values(found[name]) for name in found} == {
        "運行便数": {(2022, "actual", "488"), (2023, "actual", "530")}
    }


def test_kinds_of_indicators_in_the_column_before_their_names() -> None:
    found = indicators(
        [
            ["指標", "名称", "単位", "年度", "R4", "R5"],
            ["活動", "講座数", "回", "目標", "10", "12"],
            ["^", "^", "^", "実績", "9", "11"],
            ["成果", "満足度", "％", "目標", "80", "82"],
            ["^", "^", "^", "実績", "79", "81"],
        ]
    )
    assert values(found["講座数"]) == {
        (2022, "target", "10"),
        (2023, "target", "12"),
        (2022, "actual", "9"),
        (2023, "actual", "11"),
    }
    assert set(found) == {"講座数", "満足度"}


@pytest.mark.parametrize(
    ("heads", "years"),
    [
        (["令和6年度\n予算額", "うち一般財源", "令和5年度\n予算額", "うち一般財源"], (2024, 2023)),
        (["当初予算額", "うち一般財源", "決算額", "うち一般財源"], (2024, 2024)),
    ],
)
def test_a_part_is_of_the_amount_on_its_left(heads: list[str], years: tuple[int, int]) -> None:
    (found,) = read(
        grid([["事業名", *heads], ["公園整備事業", "1,200", "600", "1,000", "500"]]),
        outside=[title("令和6年度 主要事業")],
    ).projects
    first, part, second, other = found.amounts
    assert (first.fiscal_year, second.fiscal_year) == years
    assert (part.fiscal_year, part.kind, part.text) == (first.fiscal_year, first.kind, "600")
    assert (other.fiscal_year, other.kind, other.text) == (second.fiscal_year, second.kind, "500")
