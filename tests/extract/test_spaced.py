"""Tables known by white space: rows ruled only across, and tables with nothing drawn at all."""

from __future__ import annotations

import pytest

from extract.filled import find_filled_grids
from extract.grid import Grid
from extract.page import Page
from tests.extract.drawn import Drawing, prose, rows_of

HEAD = ("指標", "単位", "基準値", "目標値", "所管課")
ROWS = [
    ("自治会加入率", "％", "45.2", "50.0", "市民課"),
    ("地域サロン設置数", "か所", "12", "30", "高齢福祉課"),
    ("ごみ排出量", "ｇ", "812", "750以下", "環境課"),
    ("合計特殊出生率", "－", "1.32", "1.45", "子育て課"),
]
PLACES = ((50, "left"), (250, "centre"), (340, "right"), (430, "right"), (460, "left"))


def only(page: Page) -> Grid:
    (grid,) = find_filled_grids(page, [])
    return grid


def table(rules: str) -> Drawing:
    """The table from y = 100, rows of 20 points; `rules`: 'every row', 'booktabs' or 'none'."""
    page = prose(Drawing(), 60)
    for number, row in enumerate([HEAD, *ROWS]):
        for (x, align), text in zip(PLACES, row, strict=True):
            page.text(x, 110 + 20 * number, text, align=align)
    last = 100 + 20 * (len(ROWS) + 1)
    places = {"every row": range(100, last + 1, 20), "booktabs": (100, 120, last), "none": ()}[rules]
    for y in places:
        page.rule(y, 45, 545)
    return prose(page, 230)


@pytest.mark.parametrize("rules", ["every row", "booktabs", "none"])
def test_columns_come_from_white_space_that_the_header_names(rules: str) -> None:
    grid = only(table(rules).page())
    assert grid.certainty == "spaced"
    assert rows_of(grid) == [list(HEAD), *map(list, ROWS)]


def test_a_heading_over_all_columns_is_one_cell() -> None:
    page = Drawing()
    rows = [HEAD, ("基本目標１　安心して暮らせるまち、健康で生き生きと暮らせるまち", "", "", "", ""), *ROWS]
    for number, row in enumerate(rows):
        page.rule(100 + 20 * number, 45, 545)
        for (x, align), text in zip(PLACES, row, strict=True):
            page.text(x, 110 + 20 * number, text, align=align)
    grid = only(page.rule(220, 45, 545).page())
    (heading,) = [cell for cell in grid.cells if cell.text.startswith("基本目標")]
    assert (heading.row, heading.column_span) == (1, 5)


def test_a_header_of_two_levels_keeps_its_spans() -> None:
    page = Drawing().rule(100, 45, 545).rule(120, 250, 450).rule(140, 45, 545)
    page.text(60, 120, "指標").text(350, 110, "実績", align="centre").text(500, 120, "目標", align="centre")
    for x, year in ((270, "R4"), (350, "R5"), (430, "R6")):
        page.text(x, 130, year, align="centre")
    for number, name in enumerate(("加入率", "設置数", "排出量")):
        y = 150 + 20 * number
        page.text(50, y, name).rule(y + 10, 45, 545)
        for x in (270, 350, 430, 500):
            page.text(x, y, f"{x + number}", align="centre")
    grid = only(page.page())
    spans = {cell.text: (cell.row_span, cell.column_span) for cell in grid.cells if cell.row < 2}
    assert spans == {"指標": (2, 1), "実績": (1, 3), "R4": (1, 1), "R5": (1, 1), "R6": (1, 1), "目標": (2, 1)}


def test_a_label_beside_rules_that_stop_short_of_it_spans_its_rows() -> None:
    page = Drawing().rule(100, 45, 545).rule(120, 45, 545).rule(140, 150, 545).rule(160, 45, 545)
    for x, name in ((60, "分野"), (160, "指標"), (340, "現状"), (450, "目標")):
        page.text(x, 110, name)
    page.text(60, 140, "福祉")
    for y, (name, now, target) in ((130, ("設置数", "12", "30")), (150, ("出生率", "1.32", "1.45"))):
        page.text(160, y, name).text(360, y, now, align="right").text(470, y, target, align="right")
    (label,) = [cell for cell in only(page.page()).cells if cell.text == "福祉"]
    assert (label.row, label.row_span) == (1, 2)


def test_a_header_printed_again_begins_another_table() -> None:
    page = Drawing()
    for part in range(2):
        top = 100 + 90 * part
        page.text(50, top - 10, f"政策{part + 1}").rule(top, 45, 545)
        for number, row in enumerate([HEAD, *ROWS[:2]]):
            for (x, align), text in zip(PLACES, row, strict=True):
                page.text(x, top + 10 + 20 * number, text, align=align)
            page.rule(top + 20 + 20 * number, 45, 545)
    first, second = find_filled_grids(page.page(), [])
    assert rows_of(first) == rows_of(second) == [list(HEAD), *map(list, ROWS[:2])]


def test_arrows_between_values_make_two_rows_a_table_and_are_no_column() -> None:
    page = (
        prose(Drawing(), 60).text(340, 110, "現状値", align="right").text(450, 110, "目標値", align="right")
    )
    for y, (name, now, target) in (
        (130, ("満足度", "61.5%", "70.0%")),
        (150, ("団体数", "12団体", "30団体")),
    ):
        page.text(50, y, "・" + name).text(340, y, now, align="right")
        page.text(370, y, "→").text(450, y, target, align="right")
    assert rows_of(only(page.page()))[1] == ["・満足度", "61.5%", "70.0%"]


def contents() -> Drawing:
    page = Drawing().text(50, 90, "目次")
    for number, name in enumerate(
        ("第１章　策定に当たって", "第２章　人口の見通し", "第３章　施策の展開", "第４章　推進体制")
    ):
        page.text(50, 110 + 20 * number, name).text(
            540, 110 + 20 * number, str(2 + 8 * number), align="right"
        )
    return page


def headings() -> Drawing:
    page = Drawing()
    for y in (100, 180, 260, 340):
        prose(page.text(50, y - 8, "現状と課題", 12).rule(y, 45, 545), y + 20)
    return page


def columns_of_prose() -> Drawing:
    page = Drawing()
    for number in range(8):
        page.text(50, 100 + 15 * number, "市民とともに歩むまちをめざして進めます")
        page.text(320, 100 + 15 * number, "令和2年の人口は121,133人でした。")
    return page


def line_chart() -> Drawing:
    page = Drawing().text(50, 90, "経常収支比率の推移（％）")
    for number, (value, rise) in enumerate(((96.0, 0), (95.2, 4), (95.8, 1), (89.4, 32), (93.1, 14))):
        page.text(120 + 80 * number, 120 + rise, str(value), align="centre")
        page.text(120 + 80 * number, 200, f"令和{number + 1}", align="centre")
    for number in range(4):
        page.text(80, 120 + 25 * number, str(100 - 5 * number), align="right")
    return page


@pytest.mark.parametrize(
    "drawing",
    [contents(), headings(), columns_of_prose(), line_chart()],
    ids=["contents", "ruled headings", "prose in columns", "line chart"],
)
def test_what_only_looks_like_columns_is_no_table(drawing: Drawing) -> None:
    assert find_filled_grids(drawing.page(), []) == []


def test_figures_without_a_name_over_each_column_are_no_table() -> None:
    page = Drawing()
    for number, row in enumerate(ROWS):
        for (x, align), text in zip(PLACES[:4], row[:4], strict=True):
            page.text(x, 110 + 20 * number, text, align=align)
    assert find_filled_grids(page.page(), []) == []
