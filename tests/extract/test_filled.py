"""Tables known by fills: zebra rows, cells filled one by one, blocks of labelled boxes."""

from __future__ import annotations

import numpy as np
import pytest

from extract.filled import characters_in, find_filled_grids
from extract.grid import Grid
from extract.page import Page
from tests.extract.drawn import Drawing, prose, rows_of

DARK = (60, 120, 70)
KPI = [
    ("加入世帯数", "世帯", "20,292", "20,350"),
    ("登録団体数", "団体", "72", "102"),
    ("満足度", "％", "19.7", "23.0"),
]


def only(page: Page) -> Grid:
    (grid,) = find_filled_grids(page, [])
    return grid


def zebra(filled: set[int]) -> Drawing:
    """A header fill and rows of 20 points, those in `filled` with a fill of their own."""
    page = prose(Drawing(), 60).fill(50, 100, 545, 120, DARK)
    for x, name in ((150, "指標"), (330, "単位"), (410, "現状値"), (510, "目標値")):
        page.text(x, 110, name, align="centre")
    for number, (name, unit, now, target) in enumerate(KPI):
        y = 130 + 20 * number
        if number in filled:
            page.fill(50, y - 10, 545, y + 10)
        page.text(60, y, name).text(330, y, unit, align="centre")
        page.text(440, y, now, align="right").text(540, y, target, align="right")
    return prose(page, 220)


@pytest.mark.parametrize(
    "filled", [{0, 1, 2}, {0, 2}, {1}], ids=["every row", "odd rows", "even rows, so the last is white"]
)
def test_zebra_rows_are_known_by_fills_and_columns_by_white_space(filled: set[int]) -> None:
    grid = only(zebra(filled).page())
    assert grid.certainty == "filled"
    assert rows_of(grid) == [["指標", "単位", "現状値", "目標値"], *map(list, KPI)]


def test_cells_filled_one_by_one_give_the_columns() -> None:
    page = Drawing()
    edges = [50, 200, 360, 545]
    for number, row in enumerate([("事業", "事業概要", "所管課"), *[("名", "概要の文章です", "課")] * 3]):
        for x0, x1, text in zip(edges, edges[1:], row, strict=False):
            page.fill(x0, 100 + 30 * number, x1, 130 + 30 * number, DARK if number == 0 else (250, 253, 248))
            page.text(x0 + 4, 115 + 30 * number, text)
    grid = only(page.page())
    assert grid.x[1:-1] == pytest.approx((200, 360))
    assert (grid.rows, grid.columns) == (4, 3)


def test_a_filled_label_over_several_rows_spans_them() -> None:
    page = Drawing().fill(50, 100, 545, 120, DARK)
    for x, name in ((60, "分野"), (150, "指標"), (400, "現状"), (500, "目標")):
        page.text(x, 110, name)
    page.fill(50, 120, 140, 180)
    for number, (name, _, now, target) in enumerate(KPI):
        y = 130 + 20 * number
        page.fill(140, y - 10, 545, y + 10, (248, 250, 248) if number % 2 else (238, 240, 238))
        page.text(150, y, name).text(430, y, now, align="right").text(530, y, target, align="right")
    page.text(60, 150, "協働")
    grid = only(page.page())
    (label,) = [cell for cell in grid.cells if cell.text == "協働"]
    assert (label.row, label.row_span) == (1, 3)


def boxes(rows: int = 3, header: bool = True) -> Drawing:
    """Names at the left and two boxes a row, 25 points apart, with arrows between."""
    page = prose(Drawing(), 60).text(50, 110, "成果指標", 12).rule(118, 50, 545)
    if header:
        page.text(380, 130, "現状値", 8, "centre").text(500, 130, "目標値", 8, "centre")
    for number, (name, unit, now, target) in enumerate(KPI[:rows]):
        y = 150 + 25 * number
        page.text(50, y, "●" + name).text(440, y, "▶", align="centre")
        page.fill(335, y - 9, 425, y + 9).text(380, y, now + unit, align="centre")
        page.fill(455, y - 9, 545, y + 9, (250, 225, 200)).text(500, y, target + unit, align="centre")
    return page


def test_a_block_of_labelled_boxes_has_its_heading_its_header_and_a_row_for_each_indicator() -> None:
    grid = only(boxes().text(545, 225, "※市民意識調査による", 8, "right").page())
    assert rows_of(grid) == [
        ["成果指標", "現状値", "目標値"],
        ["●加入世帯数", "20,292世帯", "20,350世帯"],
        ["●登録団体数", "72団体", "102団体"],
        ["●満足度", "19.7％", "23.0％"],
    ]
    assert {cell.fill_rgb for cell in grid.cells if cell.column == 1 and cell.row} == {(230, 240, 230)}


def test_a_name_of_several_lines_and_stacked_values_are_one_row() -> None:
    page = Drawing().text(380, 100, "現状値", 8, "centre").text(500, 100, "目標値", 8, "centre")
    page.text(50, 115, "●活動拠点の登録団体数、").text(60, 128, "延べ利用者数").text(50, 160, "●会員数")
    for x, values in ((335, ("72団体", "7,306人")), (455, ("102団体", "18,579人"))):
        page.fill(x, 108, x + 90, 136).fill(x, 151, x + 90, 169).text(x + 45, 160, "9人", align="centre")
        for line, value in enumerate(values):
            page.text(x + 45, 115 + 13 * line, value, align="centre")
    assert rows_of(only(page.page()))[1:] == [
        ["●活動拠点の登録団体数、\n延べ利用者数", "72団体\n7,306人", "102団体\n18,579人"],
        ["●会員数", "9人", "9人"],
    ]


def test_captions_inside_the_first_boxes_are_the_header() -> None:
    page = boxes(header=False, rows=0)
    for y, high, name, values in (
        (150, 30, "閲覧数", ("19件", "22件")),
        (190, 18, "満足度", ("19.4%", "24.8%")),
    ):
        page.text(50, y, "●" + name)
        for x, caption, value in ((335, "現状値", values[0]), (455, "目標値", values[1])):
            page.fill(x, y - high / 2, x + 90, y + high / 2)
            if high == 30:
                page.text(x + 45, y - 9, caption, 6, "centre")
            page.text(x + 45, y + (4 if high == 30 else 0), value, align="centre")
    assert rows_of(only(page.page())) == [
        ["成果指標", "現状値", "目標値"],
        ["●閲覧数", "19件", "22件"],
        ["●満足度", "19.4%", "24.8%"],
    ]


def test_running_numbers_and_units_beside_the_names_are_columns() -> None:
    page = boxes(rows=0)
    page.text(70, 130, "指標名", 8).text(280, 130, "単位", 8)
    for number, (name, unit, now, target) in enumerate(KPI):
        y = 150 + 25 * number
        page.text(50, y, str(number + 1)).text(70, y, name).text(280, y, unit)
        page.fill(335, y - 9, 425, y + 9).text(380, y, now, align="centre")
        page.fill(455, y - 9, 545, y + 9).text(500, y, target, align="centre")
    rows = rows_of(only(page.page()))
    assert rows[0] == ["", "指標名", "単位", "現状値", "目標値"]
    assert rows[2] == ["2", "登録団体数", "団体", "72", "102"]


@pytest.mark.parametrize("arrow", ["⇒", ""])
@pytest.mark.parametrize("turns", [False, True], ids=["captions above", "captions beside"])
def test_a_card_is_a_row_under_its_captions(arrow: str, turns: bool) -> None:
    page = prose(Drawing(), 60)
    for number, (name, unit, now, target) in enumerate(KPI[:2]):
        y = 100 + 70 * number
        page.fill(50, y, 300, y + 60).text(60, y + 12, f"指標{number + 1} {name}").text(175, y + 36, arrow)
        for x, caption, value in ((110, "現状値", now), (230, "目標値", target)):
            page.text(x - 10 * turns, y + 30, caption, align="right" if turns else "centre")
            page.text(x, y + (30 if turns else 45), value + unit, align="left" if turns else "centre")
    first, second = find_filled_grids(page.page(), [])
    assert rows_of(first) == [["", "現状値", "目標値"], ["指標1 加入世帯数", "20,292世帯", "20,350世帯"]]
    assert rows_of(second)[1] == ["指標2 登録団体数", "72団体", "102団体"]


def test_two_blocks_side_by_side_are_two_grids() -> None:
    page = prose(Drawing(), 60)
    for left in (40, 310):
        page.text(left + 135, 110, "現状値", 8, "centre").text(left + 215, 110, "目標値", 8, "centre")
        for number, (name, _, now, target) in enumerate(KPI[:2]):
            y = 130 + 25 * number
            page.fill(left, y - 9, left + 90, y + 9, (220, 220, 220)).text(left + 5, y, name)
            page.fill(left + 105, y - 9, left + 165, y + 9).text(left + 135, y, now, align="centre")
            page.fill(left + 185, y - 9, left + 245, y + 9).text(left + 215, y, target, align="centre")
    first, second = find_filled_grids(page.page(), [])
    assert rows_of(first) == rows_of(second)
    assert rows_of(first)[1] == ["加入世帯数", "20,292", "20,350"]


def test_every_cell_holds_the_characters_whose_centre_lies_in_it() -> None:
    for page in (boxes().page(), zebra({0, 2}).page()):
        grid = only(page)
        printed = sum(len(cell.text.replace("\n", "").replace(" ", "")) for cell in grid.cells)
        assert len(characters_in(page, grid)) == printed


def test_what_stands_in_a_ruled_table_is_left_alone() -> None:
    assert find_filled_grids(boxes().page(), [(40.0, 90.0, 560.0, 300.0)]) == []


def chart() -> Drawing:
    page = Drawing().text(50, 90, "■ 加入世帯数の推移").rule(300, 50, 545)
    for number, (value, year) in enumerate(((22, "平成30"), (21, "令和元"), (21, "令和2"), (20, "令和3"))):
        x, top = 100 + 90 * number, 300 - 8 * value
        page.fill(x, top, x + 50, 300).text(x + 25, (300 + top) / 2, f"{value},914", align="centre")
        page.text(x + 25, 310, year, align="centre")
    for number in range(5):
        page.text(80, 300 - 40 * number, str(5 * number), align="right")
    return page


def stacked_bars() -> Drawing:
    page = Drawing().text(150, 90, "満足").text(300, 90, "普通").text(450, 90, "不満")
    for number, cuts in enumerate(((120, 300, 420), (120, 280, 440), (120, 330, 450))):
        y = 110 + 20 * number
        page.text(50, y, f"令和{number + 3}年度")
        for x0, x1 in zip(cuts, [*cuts[1:], 540], strict=True):
            page.fill(x0, y - 8, x1, y + 8, (100 + x0 // 5, 180, 120))
            page.text((x0 + x1) / 2, y, f"{(x1 - x0) / 4:.1f}", align="centre")
    return page


def flow() -> Drawing:
    page = Drawing()
    for x, top, text in (
        (50, "国の計画", "R2.7 閣議決定"),
        (220, "県の計画", "R3.3 策定"),
        (390, "市の計画", "R4.8 策定"),
    ):
        page.fill(x, 100, x + 120, 140).text(x + 60, 112, top, align="centre").text(
            x + 60, 128, text, align="centre"
        )
        page.fill(x, 180, x + 120, 220).text(x + 60, 200, "推進体制", align="centre")
    return page


@pytest.mark.parametrize(
    "drawing", [chart(), stacked_bars(), flow()], ids=["bars", "stacked bars", "flow of boxes"]
)
def test_charts_and_diagrams_are_no_tables(drawing: Drawing) -> None:
    assert find_filled_grids(drawing.page(), []) == []


def test_thousands_of_fills_are_a_drawing_and_cost_no_time() -> None:
    page = prose(Drawing(), 60)
    for number in range(2000):
        x, y = 20 + 10 * (number % 50), 100 + 15 * (number // 50)
        page.fill(x, y, x + 8, y + 12).text(x, y + 6, "1", 6)
    assert find_filled_grids(page.page(), []) == []


def test_a_page_of_nothing_has_no_tables() -> None:
    page = Drawing().page()
    assert find_filled_grids(page, []) == []
    assert np.all(page.fill_box == 0)
