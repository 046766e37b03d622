"""Tables without a lattice from real pages: zebra fills, rules between rows, boxes, nothing drawn."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from extract.grid import Grid, Sheet
from extract.sheet import read_sheets
from tests.extract.drawn import PROSE, rows_of
from tests.extract.pdfwriter import Drawing, write_pdf

SIZE = (595.0, 842.0)
HEAD = ("指標", "単位", "基準値", "目標値", "所管課")
ROWS = [
    ("自治会加入率", "％", "45.2", "50.0", "市民課"),
    ("地域サロン設置数", "か所", "12", "30", "高齢福祉課"),
    ("ごみ排出量", "ｇ", "812", "750以下", "環境課"),
    ("満足度", "％", "61.3", "65.0", "企画課"),
]
PLACES = ((50, "left"), (250, "centre"), (340, "right"), (430, "right"), (460, "left"))
TABLE = [list(HEAD), *map(list, ROWS)]


@pytest.fixture(params=["pdfium", "pdfplumber"])
def reader(request: pytest.FixtureRequest) -> str:
    """Every test of this file holds for both readers."""
    return str(request.param)


def put(page: Drawing, x: float, y: float, text: str, align: str = "left", gray: float = 0) -> None:
    """Prints a line of 10 points whose middle is at `y`, and whose left end, right end or middle at `x`."""
    wide = sum(5 if unicodedata.east_asian_width(char) in "NaH" else 10 for char in text)
    page.text(x - {"left": 0.0, "right": 1.0, "centre": 0.5}[align] * wide, y + 3.8, text, gray=gray)


def prose(page: Drawing, y: float) -> Drawing:
    return page.text(50, y, PROSE).text(50, y + 15, PROSE)


def table(page: Drawing, white_head: bool = False) -> Drawing:
    """The texts of the table between two paragraphs, rows of 20 points from y = 100."""
    for number, row in enumerate(TABLE):
        for (x, align), text in zip(PLACES, row, strict=True):
            put(page, x, 110 + 20 * number, text, align, float(white_head and number == 0))
    return prose(prose(page, 60), 230)


def zebra(rows: tuple[int, ...], head: str = "0.85 0.9 0.85", white_head: bool = False) -> Drawing:
    page = Drawing(SIZE[1])
    for number in rows:
        page.fill(45, 100 + 20 * number, 545, 120 + 20 * number, head if number == 0 else "0.9 0.95 0.9")
    return table(page, white_head)


def ruled(*places: float, dash: str = "") -> Drawing:
    page = Drawing(SIZE[1])
    for y in places:
        page.line(45, y, 545, y, dash=dash)
    return table(page)


def read(tmp_path: Path, reader: str, page: Drawing, **options: object) -> Sheet:
    (sheet,) = read_sheets(write_pdf(tmp_path / "a.pdf", page, size=SIZE, **options), reader)  # type: ignore[arg-type]
    assert sheet.characters == sheet.in_cells + sheet.in_outside + sheet.unseen
    return sheet


def only(tmp_path: Path, reader: str, page: Drawing, **options: object) -> Grid:
    sheet = read(tmp_path, reader, page, **options)
    (grid,) = sheet.grids
    assert [line.text for line in sheet.outside] == [PROSE] * 4
    return grid


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("every second row", zebra((0, 2, 4))),
        ("the other rows", zebra((0, 1, 3))),
        ("every row", zebra((0, 1, 2, 3, 4))),
        ("a white header on dark", zebra((0, 2, 4), "0.1 0.2 0.5", white_head=True)),
        ("one form for the table", zebra((0, 2, 4))),
    ],
)
def test_zebra_fills_without_lines(tmp_path: Path, reader: str, name: str, page: Drawing) -> None:
    if name == "one form for the table":
        forms = {"Table": (page.stream, "")}
        grid = only(tmp_path, reader, Drawing(SIZE[1]).raw("/Table Do"), forms=forms)
    else:
        grid = only(tmp_path, reader, page)
    assert grid.certainty == "filled"
    assert rows_of(grid) == TABLE


def test_the_fills_of_zebra_rows_are_on_their_cells(tmp_path: Path, reader: str) -> None:
    grid = only(tmp_path, reader, zebra((0, 2, 4)))
    assert {cell.row for cell in grid.cells if cell.fill_rgb is not None} == {0, 2, 4}


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("rules between all rows", ruled(*range(100, 201, 20))),
        ("dotted rules between all rows", ruled(*range(100, 201, 20), dash="1 2")),
        ("three rules", ruled(100, 120, 200)),
        ("nothing drawn", ruled()),
    ],
)
def test_borderless_tables(tmp_path: Path, reader: str, name: str, page: Drawing) -> None:
    grid = only(tmp_path, reader, page)
    assert grid.certainty == "spaced"
    assert rows_of(grid) == TABLE


UPRIGHT = {90: "0 1 -1 0 595 0 cm", 180: "-1 0 0 -1 595 842 cm", 270: "0 -1 1 0 0 842 cm"}


@pytest.mark.parametrize("rotation", UPRIGHT)
@pytest.mark.parametrize("kind", ["zebra", "nothing drawn"])
def test_on_a_turned_page(tmp_path: Path, reader: str, rotation: int, kind: str) -> None:
    drawn = zebra((0, 2, 4)) if kind == "zebra" else ruled()
    shift = "" if rotation == 180 else "1 0 0 1 0 -247 cm "
    page = Drawing(SIZE[1]).raw(f"q {UPRIGHT[rotation]} {shift}").raw(drawn.stream.decode()).raw("Q")
    assert rows_of(only(tmp_path, reader, page, attributes=f"/Rotate {rotation}")) == TABLE


def test_labelled_boxes_for_each_value(tmp_path: Path, reader: str) -> None:
    page = prose(Drawing(SIZE[1]), 60)
    put(page, 380, 130, "現状値", "centre")
    put(page, 500, 130, "目標値", "centre")
    for number, (name, _, now, target, _) in enumerate(ROWS[:3]):
        y = 150 + 25 * number
        page.fill(335, y - 9, 425, y + 9, "0.9 0.95 0.9").fill(455, y - 9, 545, y + 9, "1 0.9 0.8")
        put(page, 50, y, "●" + name)
        put(page, 440, y, "▶", "centre")
        put(page, 380, y, now, "centre")
        put(page, 500, y, target, "centre")
    (grid,) = read(tmp_path, reader, prose(page, 250)).grids
    assert rows_of(grid)[1:] == [[f"●{name}", now, target] for name, _, now, target, _ in ROWS[:3]]


def test_a_zebra_table_below_a_ruled_one(tmp_path: Path, reader: str) -> None:
    page = zebra((0, 2, 4)).grid((50, 250, 450), (300, 330, 360))
    put(page, 60, 315, "計画期間")
    put(page, 260, 315, "令和6年度から")
    first, second = read(tmp_path, reader, page).grids
    assert (rows_of(first), first.certainty) == (TABLE, "filled")
    assert (second.cells[0].text, second.certainty) == ("計画期間", "ruled")


def bars() -> Drawing:
    page = Drawing(SIZE[1]).line(90, 100, 90, 300).line(90, 300, 545, 300)
    for number, value in enumerate((22, 21, 20, 18)):
        x = 110 + 100 * number
        page.fill(x, 300 - 8 * value, x + 50, 300, "0.3 0.5 0.9")
        put(page, x + 25, 290 - 8 * value, f"{value},914", "centre")
        put(page, x + 25, 310, f"令和{number + 1}年", "centre")
    for number in range(5):
        page.line(87, 300 - 40 * number, 90, 300 - 40 * number)
        put(page, 80, 300 - 40 * number, f"{5 * number}", "right")
    return page


def level_lines() -> Drawing:
    """A line chart on level lines, its scale at the left and its years below."""
    page = Drawing(SIZE[1])
    for number in range(6):
        page.line(90, 300 - 40 * number, 545, 300 - 40 * number, 0.3)
        put(page, 80, 300 - 40 * number, f"{20 * number}", "right")
    for number, value in enumerate((61.2, 58.4, 70.1, 77.0, 64.3)):
        x = 130 + 90 * number
        put(page, x, 300 - 2 * value - 10, str(value), "centre")
        put(page, x, 312, f"R{number + 1}", "centre")
    return page


def level_lines_on_an_axis() -> Drawing:
    return level_lines().line(90, 100, 90, 300)


def level_lines_in_a_frame() -> Drawing:
    """As spreadsheets draw it."""
    return level_lines().frame(90, 100, 545, 300)


def level_lines_with_marks() -> Drawing:
    """Plotted with small squares whose sides meet the level lines, named inside the frame."""
    page = level_lines_in_a_frame()
    for number, y in enumerate((180, 182, 139, 222, 260)):
        page.frame(126 + 90 * number, y - 4, 134 + 90 * number, y + 4)
    put(page, 320, 120, "加入率の推移（％）", "centre")
    return page


def bars_across() -> Drawing:
    """Bars to the right from an axis at the left, upright lines under the scale."""
    page = Drawing(SIZE[1]).line(150, 300, 545, 300)
    for number in range(6):
        page.line(150 + 75 * number, 120, 150 + 75 * number, 300, 0.3)
        put(page, 150 + 75 * number, 312, f"{20 * number}", "centre")
    for number, name in enumerate(("市税", "地方交付税", "国庫支出金")):
        page.fill(150, 140 + 50 * number, 500 - 100 * number, 165 + 50 * number, "0.3 0.5 0.9")
        put(page, 140, 152 + 50 * number, name, "right")
        put(page, 510 - 100 * number, 152 + 50 * number, f"{46 - 13 * number}.5%")
    return page


def framed() -> Drawing:
    """A page's frame, with the title in a frame of its own."""
    page = Drawing(SIZE[1]).frame(20, 20, 575, 822, 2).frame(24, 24, 571, 818)
    return prose(prose(page, 80), 120)


def contents() -> Drawing:
    page = Drawing(SIZE[1])
    for number, name in enumerate(("策定に当たって", "人口の見通し", "施策の展開", "推進体制")):
        put(page, 50, 110 + 20 * number, f"第{number + 1}章　{name}")
        put(page, 540, 110 + 20 * number, str(2 + 8 * number), "right")
    return page


def two_columns() -> Drawing:
    page = Drawing(SIZE[1])
    for number in range(8):
        put(page, 50, 100 + 15 * number, "市民とともに歩むまちをめざして進めます")
        put(page, 320, 100 + 15 * number, "令和2年の人口は121,133人でした。")
    return page


@pytest.mark.parametrize(
    "page",
    [
        bars,
        level_lines,
        level_lines_on_an_axis,
        level_lines_in_a_frame,
        level_lines_with_marks,
        bars_across,
        framed,
        contents,
        two_columns,
    ],
    ids=lambda page: page.__name__,
)
def test_what_is_no_table(tmp_path: Path, reader: str, page) -> None:  # type: ignore[no-untyped-def]
    assert read(tmp_path, reader, page()).grids == ()
