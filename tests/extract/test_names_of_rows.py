"""Lists whose rows are named by several cells: 款 and year, project and indicator, two lines a name."""

from __future__ import annotations

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
