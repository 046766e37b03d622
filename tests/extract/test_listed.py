"""Lists of projects without a table: names, sums at the right edge, headings that sum them."""

from __future__ import annotations

from extract.grid import Line
from tests.extract.printed import amounts, line, read, title

SIZE = 9.0
RIGHT = 500.0


def listed(*rows: tuple[float, str, str], below: str = "") -> list[Line]:
    """Lines of a list from the top: indent, name and sum of each."""
    lines = []
    for k, (indent, name, amount) in enumerate(rows):
        y = 100.0 + 24 * k
        lines.append(line(name, 40 + indent, y))
        lines.append(line(amount, RIGHT - SIZE * len(amount), y, right=RIGHT))
        if below and indent:
            lines.append(line(below, 60 + indent, y + 11, size=8.0))
    return lines


ITEMS = (
    (0.0, "【総務費】", "16,000千円"),
    (14.0, "○ 防犯灯整備事業（危機管理課）", "12,000千円"),
    (14.0, "〔新〕庁内情報化経費（情報センター）", "4,000千円"),
    (0.0, "【民生費】", "▲500千円"),
    (14.0, "○ 児童手当支給費（福祉課）", "▲500千円"),
)


def test_a_list_under_the_title_of_a_budget() -> None:
    found = read(
        outside=[title("令和６年度９月補正予算の概要"), *listed(*ITEMS, below="要する経費を追加する。")]
    )
    assert [p.name_text.lstrip("○ ") for p in found.projects] == [
        "防犯灯整備事業",
        "庁内情報化経費",
        "児童手当支給費",
    ]
    assert [p.departments_text for p in found.projects] == ["危機管理課", "情報センター", "福祉課"]
    assert amounts(found.projects[2]) == {(2024, "supplementary", "", "▲500千円")}
    assert found.projects[0].summary == "要する経費を追加する。"
    (table,) = found.tables
    assert [c.text for c in table.table.cells if c.column == 1] == [amount for _, _, amount in ITEMS]


def test_headings_that_sum_what_follows_are_no_projects() -> None:
    rows = [(0.0, "道路整備費", "30千円"), *((14.0, f"{name}道路改良事業", "10千円") for name in "東西南")]
    found = read(outside=[title("令和６年度当初予算の概要"), *listed(*rows)])
    assert [p.name_text for p in found.projects] == ["東道路改良事業", "西道路改良事業", "南道路改良事業"]


def test_a_sum_of_more_than_is_listed_is_left_out() -> None:
    rows = [(0.0, "道路整備費", "90千円"), *((14.0, f"{name}道路改良事業", "10千円") for name in "東西南")]
    found = read(outside=[title("令和６年度当初予算の概要"), *listed(*rows)])
    assert "道路整備費" not in [p.name_text for p in found.projects]


def test_sums_under_no_word_of_a_budget_are_nothing() -> None:
    assert not read(outside=[title("施設使用料のご案内"), *listed(*ITEMS)]).projects


def test_balances_are_no_projects() -> None:
    rows = [(0.0, name, "10千円") for name in ("歳入総額", "基金残高", "市債残高", "実質収支")]
    assert not read(outside=[title("令和５年度決算の概要"), *listed(*rows)]).projects


def test_another_column_of_the_page_is_no_part_of_a_name() -> None:
    rows = [(220.0, f"{name}道路改良事業", "10千円") for name in "東西南"]
    other = [line("見出しの文", 20.0, 100.0 + 24 * k) for k in range(3)]
    found = read(outside=[title("令和６年度当初予算の概要"), *listed(*rows), *other])
    assert [p.name_text for p in found.projects] == ["東道路改良事業", "西道路改良事業", "南道路改良事業"]


def test_dots_lead_from_a_name_to_its_sum() -> None:
    rows = [
        line(f"・{name}道路改良事業 ……… 1,000千円", 40, 100.0 + 20 * k, right=RIGHT)
        for k, name in enumerate("東西南")
    ]
    found = read(outside=[title("令和６年度予算の概要"), *rows])
    assert [p.name_text.lstrip("・") for p in found.projects] == [
        "東道路改良事業",
        "西道路改良事業",
        "南道路改良事業",
    ]
    assert amounts(found.projects[0]) == {(2024, "budget", "", "1,000千円")}
