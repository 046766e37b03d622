"""Lists whose rows are named by several cells: 款 and year, project and indicator, two lines a name."""

from __future__ import annotations

import pytest

from extract.noted_kinds import noted_kind
from schemas.vocabulary import load_vocabulary
from tests.extract.printed import amounts, caption, grid, read, title, values


def test_a_year_or_a_difference_in_a_row_is_no_name() -> None:
    found = read(
        grid(
            [
                ["款別", "<", "区分", "予算現額\nＡ", "支出済額\nＢ", "不用額", "執行率\nＢ／Ａ"],
                ["1", "議会費", "５年度", "214,306", "209,884", "4,422", "97.9"],
                ["^", "^", "４年度", "216,120", "211,402", "4,718", "97.8"],
                ["^", "^", "増減", "△1,814", "△1,518", "△296", "―"],
            ]
        ),
        outside=[title("令和5年度 歳出款別決算の状況"), caption("（単位：円）")],
    )
    (item,) = found.projects
    assert item.name_text == "議会費"
    assert amounts(item) == {
        (2023, "current_budget", "", "214,306"),
        (2023, "settlement", "", "209,884"),
        (2022, "current_budget", "", "216,120"),
        (2022, "settlement", "", "211,402"),
    }
    assert item.change is not None and item.change.text == "△1,518"


def test_the_name_under_a_group_of_indicators_is_an_indicator() -> None:
    found = read(
        grid(
            [
                ["事務事業名", "事業\n区分", "決算額（千円）", "<", "指標（令和５年度）", "<", "<", "<"],
                ["^", "^", "令和４年度", "令和５年度", "名称", "単位", "目標値", "実績値"],
                ["自治会活動支援事業", "政策", "61,804", "61,240", "自治会加入率", "％", "70.0", "64.1"],
                ["^", "^", "^", "^", "役員研修会の参加者数", "人", "200", "158"],
            ]
        ),
        outside=[title("令和6年度 事務事業評価結果一覧")],
    )
    (item,) = found.projects
    assert item.name_text == "自治会活動支援事業"
    assert amounts(item) == {(2022, "settlement", "", "61,804"), (2023, "settlement", "", "61,240")}
    assert [i.name_text for i in found.indicators] == ["自治会加入率", "役員研修会の参加者数"]
    assert values(found.indicators[1]) == {(2023, "target", "200"), (2023, "actual", "158")}


def test_a_corner_names_the_rows_and_a_rate_below_an_amount_is_none() -> None:
    found = read(
        grid(
            [
                ["区　分　＼　年　度", "令和４年度", "令和５年度"],
                ["総　額", "8,641,216", "8,710,935"],
                ["^", "100.0", "100.0"],
                ["農林水産業費", "455,136", "430,771"],
                ["^", "5.3", "4.9"],
            ]
        ),
        outside=[title("一般会計歳出決算額の推移"), caption("（単位：上段／千円、下段／％）")],
    )
    item = next(p for p in found.projects if not p.is_total)
    assert item.name_text == "農林水産業費"
    assert amounts(item) == {(2022, "settlement", "", "455,136"), (2023, "settlement", "", "430,771")}
    assert {a.unit for a in item.amounts} == {"千円"}


def test_years_inside_the_row_of_a_project_and_a_note_that_tells_settlement_from_budget() -> None:
    found = read(
        grid(
            [
                [
                    "事務事業名\n［事業区分］\n担当課名",
                    "事務事業の概要",
                    "年度別事業費（千円）\n（決算額。Ｒ６は予算額）",
                    "<",
                ],
                ["校舎等改修事業\n［投資］\n教育総務課", "校舎を改修する。", "Ｒ４", "Ｒ５"],
                ["^", "^", "1,180", "903"],
                ["^", "^", "Ｒ６", "Ｒ７"],
                ["^", "^", "1,415", ""],
                ["学校給食・\n食育推進事業\n［ソフト］\n学校給食課", "食育を進める。", "Ｒ４", "Ｒ５"],
                ["^", "^", "－", "18,700"],
                ["^", "^", "Ｒ６", "Ｒ７"],
                ["^", "^", "64,350", ""],
            ]
        ),
        outside=[title("令和6年度 施策評価シート（対象年度：令和5年度）")],
    )
    first, second = found.projects
    assert (first.name_text, first.departments_text) == ("校舎等改修事業", "教育総務課")
    assert amounts(first) == {
        (2022, "settlement", "", "1,180"),
        (2023, "settlement", "", "903"),
        (2024, "budget", "", "1,415"),
    }
    assert (second.name_text, second.departments_text) == ("学校給食・\n食育推進事業", "学校給食課")
    assert (2023, "settlement", "", "18,700") in amounts(second)


@pytest.mark.parametrize(
    ("note", "kinds"),
    [
        ("（決算額。Ｒ６は予算額）", ("settlement", "settlement", "budget")),
        (
            "令和4年度までは決算額、令和5年度は決算見込額、令和6年度は当初予算額",
            ("settlement", "settlement", "initial_budget"),
        ),
        ("※R5以前は決算額、R6以降は計画額", ("settlement", "settlement", "forecast")),
        ("Ｒ６は当初予算による。", ("", "", "initial_budget")),
        ("（単位：千円）", ("", "", "")),
        ("令和６年度は事業を見直した。", ("", "", "")),
    ],
)
def test_what_a_note_says_of_each_year(note: str, kinds: tuple[str, str, str]) -> None:
    words = load_vocabulary()
    assert tuple(noted_kind([note], year, words) for year in (2022, 2023, 2024)) == kinds


@pytest.mark.parametrize(
    ("header", "printed", "name", "department"),
    [
        ("事業名\n（担当課）", "公園整備事業\n（公園課）", "公園整備事業", "公園課"),
        ("事業名\n担当課", "公園整備\n事業\n公園課", "公園整備\n事業", "公園課"),
        ("事業名・担当課", "公園整備事業", "公園整備事業", ""),
        ("事業名\n［事業区分］", "公園整備事業\n［投資］", "公園整備事業", ""),
    ],
)
def test_an_office_or_a_class_below_a_name(header: str, printed: str, name: str, department: str) -> None:
    found = read(grid([[header, "令和6年度当初予算額"], [printed, "1,200"]]))
    (item,) = found.projects
    assert (item.name_text, item.departments_text) == (name, department)


def test_all_years_of_a_project_over_their_amounts_in_its_own_row() -> None:
    found = read(
        grid(
            [
                ["事務事業名", "担当課", "事業費の推移（千円）", "<", "<", "評価"],
                ["防犯灯設置事業", "市民課", "R4決算", "R5決算", "R6予算", "A"],
                ["^", "^", "110", "120", "130", "^"],
                ["駅前清掃事業", "環境課", "R4決算", "R5決算", "R6予算", "B"],
                ["^", "^", "11", "12", "13", "^"],
            ]
        )
    )
    assert [(p.name_text, p.departments_text) for p in found.projects] == [
        ("防犯灯設置事業", "市民課"),
        ("駅前清掃事業", "環境課"),
    ]
    assert amounts(found.projects[1]) == {
        (2022, "settlement", "", "11"),
        (2023, "settlement", "", "12"),
        (2024, "budget", "", "13"),
    }


def test_a_row_in_thousand_yen_among_statistics_is_no_amount() -> None:
    found = read(
        grid(
            [
                ["区分", "<", "単位", "令和５年", "令和４年", "増減"],
                ["損害", "焼損面積", "㎡", "412", "366", "46"],
                ["^", "損害見積額", "千円", "31,204", "18,775", "12,429"],
            ]
        ),
        outside=[title("火災の状況")],
    )
    assert not found.projects and not found.indicators
