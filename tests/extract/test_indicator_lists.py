"""Lists of indicators as plans and their reviews print them, and the values read from them."""

from __future__ import annotations

import pytest

from extract.labels import parse_label
from extract.records import Indicator
from schemas.vocabulary import load_vocabulary
from tests.extract.printed import Rows, caption, grid, read, title, values


def indicators(rows: Rows, **options: object) -> dict[str, Indicator]:
    return {i.name_text: i for i in read(grid(rows), **options).indicators}  # type: ignore[arg-type]


def parts(indicator: Indicator) -> set[tuple[str, str]]:
    return {(v.series, v.text) for v in indicator.values}


def test_parts_stand_beside_a_name_that_goes_on_over_their_rows() -> None:
    found = indicators(
        [
            ["指標", "対象", "策定時\n平成25年度", "最終評価\n令和5年度", "目標\n令和6年度"],
            ["健診の受診率", "<", "34.1％", "41.2％", "60.0％以上"],
            ["喫煙する人の割合", "男性", "29.6％", "22.3％", "20.0％以下"],
            ["^", "20歳代", "8.1％", "6.0％", "6.0％以下"],
        ]
    )
    assert values(found["健診の受診率"]) == {
        (2013, "baseline", "34.1％"),
        (2023, "actual", "41.2％"),
        (2024, "target", "60.0％以上"),
    }
    assert parts(found["喫煙する人の割合"]) >= {("男性", "29.6％"), ("20歳代", "8.1％")}
    assert len(found) == 2


def test_a_judgement_without_a_year_is_no_value() -> None:
    (found,) = indicators(
        [["指標", "実績値\nR5", "目標値\nR6", "最終評価"], ["受診率", "41.2", "60.0", "3"]]
    ).values()
    assert {v.text for v in found.values} == {"41.2", "60.0"}


def test_parts_of_an_amount_needed_stand_under_one_header_with_its_names() -> None:
    found = indicators(
        [
            ["認定区分", "<", "令和5年度", "<", "<"],
            ["^", "^", "量の見込み\n①", "利用実績\n②", "差\n②－①"],
            ["１号認定", "<", "1,124", "1,087", "△37"],
            ["２号認定", "幼稚園希望", "186", "171", "△15"],
            ["^", "保育所等希望", "2,036", "2,018", "△18"],
            ["３号認定", "０歳", "312", "274", "△38"],
            ["^", "１歳", "604", "588", "△16"],
        ],
        outside=[caption("（単位：人）")],
    )
    assert parts(found["３号認定"]) == {("０歳", "312"), ("０歳", "274"), ("１歳", "604"), ("１歳", "588")}
    assert {v.role for v in found["１号認定"].values} == {"planned", "actual"}
    assert {i.unit_text for i in found.values()} == {"人"}


def test_projects_counted_in_a_unit_of_their_own_are_indicators() -> None:
    document = read(
        grid(
            [
                ["事業名", "<", "単位", "令和5年度", "<", "担当課"],
                ["^", "^", "^", "計画値", "実績値", "^"],
                ["延長保育事業", "<", "人", "1,120", "986", "保育課"],
                ["一時預かり事業", "幼稚園型", "人日", "38,400", "35,127", "保育課"],
                ["^", "幼稚園型以外", "^", "6,200", "3,418", "^"],
            ]
        )
    )
    assert document.projects == ()
    first, second = document.indicators
    assert (first.name_text, first.unit_text, first.departments_text) == ("延長保育事業", "人", "保育課")
    assert parts(second) >= {("幼稚園型", "38,400"), ("幼稚園型以外", "3,418")}


def test_rows_without_a_unit_below_a_name_without_figures_are_its_parts() -> None:
    found = indicators(
        [
            ["環境指標", "単位", "実績値", "<", "担当課"],
            ["^", "^", "R4", "R5", "^"],
            ["温室効果ガス排出量", "t", "", "", "環境課"],
            ["産業部門", "", "412.6", "318.4", "^"],
            ["家庭部門", "", "171.9", "138.2", "^"],
            ["リサイクル率", "％", "21.4", "19.8", "資源課"],
        ]
    )
    assert set(found) == {"温室効果ガス排出量", "リサイクル率"}
    assert found["温室効果ガス排出量"].unit_text == "t"
    assert ("家庭部門", "138.2") in parts(found["温室効果ガス排出量"])


def test_words_among_figures_are_values_and_remarks_are_none() -> None:
    found = indicators(
        [
            [
                "成果指標",
                "当初\n（令和元年度）",
                "令和5年度\n実績",
                "令和6年\n9月末現在",
                "目標\n（R7）",
                "備考",
            ],
            ["会員数", "277人", "301人", "322人", "350人", "増員した"],
            ["参加者数", "120人", "なし", "150人", "180人", ""],
            ["登録者数", "12人", "16人", "15人", "18人", ""],
            ["待機児童数", "4人", "0人", "2人", "0人", ""],
            ["計画の策定", "なし", "検討中", "済", "済", "遅れた"],
        ]
    )
    assert values(found["計画の策定"]) == {
        (2019, "baseline", "なし"),
        (2023, "actual", "検討中"),
        (2024, "actual", "済"),
        (2025, "target", "済"),
    }
    assert (2019, "baseline", "277人") in values(found["会員数"])


@pytest.mark.parametrize(
    ("header", "text", "year"),
    [
        ("現状値（R5）", "86.4％\n（R4）", 2022),
        ("現状値（R5）", "86.4％", 2023),
        ("実績\n(R4.4.1)", "86.4％", 2022),
        ("実績\n(R4.3)", "86.4％", 2021),
        ("策定時\n(令和5年12月)", "86.4％", None),
        ("策定時\n(R3.4.1)", "86.4％", 2021),
    ],
)
def test_the_year_of_a_figure(header: str, text: str, year: int | None) -> None:
    (found,) = indicators([["指標", header, "目標値（R8）"], ["耐震化率", text, "95.0％"]]).values()
    assert (found.values[0].fiscal_year, found.values[0].text) == (year, text)


def test_years_stand_in_a_row_below_the_figures() -> None:
    (found,) = indicators(
        [
            ["KPI その１", "観光入込客数", "<", "<", "<", "指標担当課", "観光課"],
            ["", "従前値", "（単位）", "R4", "R5", "目標値", "進捗状況"],
            ["実績値", "1,386", "千人", "1,107", "1,294", "1,450", "やや遅れ"],
            ["基準年度\n・目標年度", "R1", "^", "", "", "R6", "^"],
        ]
    ).values()
    assert (found.name_text, found.departments_text) == ("観光入込客数", "観光課")
    assert values(found) == {
        (2019, "baseline", "1,386"),
        (2022, "actual", "1,107"),
        (2023, "actual", "1,294"),
        (2024, "target", "1,450"),
    }


GRANT = [
    [
        "No",
        "事業の名称",
        "実績額\n（単位：円）",
        "④\n本事業における重要業績評価指標",
        "<",
        "<",
        "<",
        "<",
        "実績値",
    ],
    ["^", "^", "^", "", "指標", "指標値", "単位", "目標年月", "^"],
    ["1", "輸出拡大事業", "6,930,000", "指標①", "事業者数", "10", "者", "R6.3", "6"],
    ["^", "^", "^", "指標②", "輸出額", "45,000", "千円", "R7.3", "－"],
    ["^", "^", "^", "指標③", "", "", "", "", ""],
    ["2", "窓口推進事業", "46,113,760", "指標①", "手続の数", "80", "件", "R6.3", "83"],
]


def test_a_target_has_the_year_of_its_own_column_and_an_empty_row_is_no_header() -> None:
    document = read(grid(GRANT), outside=[title("令和5年度 効果検証")], year=None)
    found = {i.name_text: i for i in document.indicators}
    assert values(found["輸出額"]) == {(2024, "target", "45,000"), (2023, "actual", "－")}
    assert values(found["手続の数"]) == {(2023, "target", "80"), (2023, "actual", "83")}
    assert [p.amounts[0].text for p in document.projects] == ["6,930,000", "46,113,760"]


def test_an_indicator_in_yen_stays_one_beside_others() -> None:
    document = read(
        grid(
            [
                ["指標", "単位", "区分", "計画期間", "<", "累計"],
                ["^", "^", "^", "R5", "R6", "^"],
                ["取得日数", "日", "目標", "12.0", "13.0", ""],
                ["^", "^", "実績", "12.5", "13.3", "^"],
                ["財政効果額", "千円", "目標額", "1,500", "4,800", "6,300"],
                ["^", "^", "実績額", "1,120", "3,976", "5,096"],
            ]
        )
    )
    effect = next(i for i in document.indicators if i.name_text == "財政効果額")
    assert values(effect) == {
        (2023, "target", "1,500"),
        (2024, "target", "4,800"),
        (2023, "actual", "1,120"),
        (2024, "actual", "3,976"),
    }
    assert document.projects == ()


def test_steps_in_words_name_no_indicator() -> None:
    document = read(
        grid(
            [
                ["区分", "R4", "R5", "R6"],
                ["計画", "調査", "一部導入", "全窓口導入"],
                ["実績", "調査・業者選定", "一部導入（２課）", "一部導入（５課）"],
            ]
        )
    )
    assert document.indicators == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("量の見込み\n①", ("", "planned")),
        ("KPI その１", ("indicator_name", "")),
        ("（単位）", ("unit", "")),
        ("最終評価\n令和5年度", ("", "actual")),
        ("最終評価", ("ignored", "")),
        ("④\n本事業における重要業績評価指標（KPI）", ("indicator_name", "")),
        ("事業名\n指標名", ("project_name", "")),
    ],
)
def test_labels(text: str, said: tuple[str, str]) -> None:
    label = parse_label(text, load_vocabulary(), 2024)
    assert (label.field, label.role) == said


def test_a_year_below_a_heading_is_of_the_value_below_it() -> None:
    (found,) = indicators(
        [
            ["指標", "対象", "ベースライン値", "<", "目標値", "<", "最終評価値", "<"],
            ["^", "^", "値", "年度", "値", "年度", "値", "年度"],
            ["適正体重の者の割合", "男性", "64.1％", "H24", "70％", "R6", "63.2％", "R4"],
            ["^", "女性", "70.2％", "H24", "75％", "R6", "70.9％", "R4"],
        ]
    ).values()
    assert {(v.fiscal_year, v.role, v.series, v.text) for v in found.values} == {
        (2012, "baseline", "男性", "64.1％"),
        (2024, "target", "男性", "70％"),
        (2022, "actual", "男性", "63.2％"),
        (2012, "baseline", "女性", "70.2％"),
        (2024, "target", "女性", "75％"),
        (2022, "actual", "女性", "70.9％"),
    }


def test_a_year_in_words_beside_is_their_own() -> None:
    found = indicators(
        [
            ["指標", "現状値", "目標値"],
            ["計画の見直し", "実施(R3)", "毎年度実施"],
            ["耐震化率", "86.4%(R4)", "95%(R11)"],
            ["組織率", "79.6%(R5)", "90%(R11)"],
        ]
    )["計画の見直し"]
    assert values(found) == {(2021, "baseline", "実施(R3)"), (None, "target", "毎年度実施")}


def test_the_corner_names_a_table_whose_rows_are_all_roles() -> None:
    rows = [
        ["延長保育事業", "令和4年度", "令和5年度"],
        ["量の見込み（A）", "1,140", "1,150"],
        ["確保方策（B）", "1,140", "1,150"],
        ["実績（C）", "1,052", "1,061"],
    ]
    (found,) = indicators(rows).values()
    assert found.name_text == "延長保育事業"
    assert values(found) == {
        (2022, "planned", "1,140"),
        (2023, "planned", "1,150"),
        (2022, "actual", "1,052"),
        (2023, "actual", "1,061"),
    }
    assert not indicators([*rows, ["うち公立保育所の分", "300", "310"]]).keys() & {"延長保育事業"}


def test_classes_beside_a_merged_name_are_its_parts_unless_they_are_roles() -> None:
    found = indicators(
        [
            ["指標", "区分", "現状値\n(R5)", "目標値\n(R10)"],
            ["がん検診受診率", "胃がん", "8.9％", "50％"],
            ["^", "大腸がん", "19.7％", "50％"],
            ["喫煙率", "", "22.3％", "20％以下"],
        ]
    )
    assert ("大腸がん", "19.7％") in parts(found["がん検診受診率"])
    assert parts(found["喫煙率"]) == {("", "22.3％"), ("", "20％以下")}


def test_what_a_reform_saves_is_no_expense() -> None:
    document = read(
        grid(
            [
                ["取組項目", "年度", "R4", "R5"],
                ["時間外勤務の縮減", "計画", "準備", "実施"],
                ["^", "効果額（千円）", "0", "1,200"],
            ]
        )
    )
    assert all(not project.amounts for project in document.projects)


def test_an_item_in_a_unit_of_its_own_is_an_indicator_beside_base_year_and_target() -> None:
    rows = [
        ["項目", "単位", "平成25年度\n（基準年度）", "令和4年度", "令和12年度\n（目標）"],
        ["産業部門", "千t-CO2", "412.6", "307.2", "206.0"],
    ]
    (found,) = indicators(rows, year=2022).values()
    assert values(found) == {
        (2013, "baseline", "412.6"),
        (2022, "actual", "307.2"),
        (2030, "target", "206.0"),
    }
    money = [[text.replace("千t-CO2", "千円") for text in row] for row in rows]
    assert not any(v.role == "actual" for i in indicators(money, year=2022).values() for v in i.values)


def test_the_year_of_a_target_stands_behind_it() -> None:
    (found,) = indicators(
        [["指標", "現状", "目標", "達成年次"], ["バリアフリー化率", "45％", "60％", "令和9年度"]]
    ).values()
    assert values(found) == {(None, "baseline", "45％"), (2027, "target", "60％")}


def test_one_row_in_yen_among_counts_is_no_amount() -> None:
    document = read(
        grid(
            [
                ["区分", "<", "単位", "令和5年", "令和4年"],
                ["火災件数", "建物", "件", "9", "12"],
                ["^", "林野", "件", "2", "1"],
                ["損害", "焼損面積", "㎡", "412", "366"],
                ["^", "損害見積額", "千円", "31,204", "18,775"],
            ]
        )
    )
    assert document.projects == ()
