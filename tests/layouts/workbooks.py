"""Layouts made in a spreadsheet: openpyxl workbooks that LibreOffice Calc exports."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from markup import rate, yen
from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]
from truthfile import Odd, Printed, Truth, shown

THIN, HAIR, MEDIUM = Side(style="thin"), Side(style="hair"), Side(style="medium")
CENTRE, LEFT, RIGHT = "center", "left", "right"


@dataclass
class Sheet:
    """A one-sheet workbook that is filled cell by cell, and its truth."""

    truth: Truth
    widths: Sequence[float]
    font: str = "IPAPGothic"
    size: float = 10
    landscape: bool = False
    inner: Side = THIN
    workbook: Workbook = field(default_factory=Workbook)

    def __post_init__(self) -> None:
        sheet = self.sheet
        for number, width in enumerate(self.widths, 1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.page_setup.paperSize = 9
        sheet.page_setup.orientation = "landscape" if self.landscape else "portrait"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_options.horizontalCentered = True
        sheet.oddFooter.center.text = "- &P -"
        sheet.page_margins.left = sheet.page_margins.right = 0.5

    @property
    def sheet(self) -> Any:
        return self.workbook.active

    def put(
        self,
        row: int,
        column: int,
        text: object,
        across: str = LEFT,
        *,
        rows: int = 1,
        columns: int = 1,
        fill: str = "",
        bold: bool = False,
        ruled: bool = True,
        down: bool = False,
        size: float = 0,
        wrap: bool = True,
    ) -> None:
        """One cell, merged over `rows` x `columns`; ruled on all sides unless told not to."""
        for r in range(row, row + rows):
            for k in range(column, column + columns):
                cell = self.sheet.cell(r, k)
                if ruled:
                    cell.border = Border(left=self.inner, right=self.inner, top=self.inner, bottom=self.inner)
                if fill:
                    cell.fill = PatternFill("solid", start_color=fill)
        if rows > 1 or columns > 1:
            self.sheet.merge_cells(
                start_row=row, end_row=row + rows - 1, start_column=column, end_column=column + columns - 1
            )
        cell = self.sheet.cell(row, column)
        cell.value = str(text)
        cell.data_type = "s"
        cell.font = Font(name=self.font, size=size or self.size, bold=bold)
        cell.alignment = Alignment(
            horizontal=across, vertical=CENTRE, wrap_text=wrap, text_rotation=255 if down else 0
        )

    def line(
        self, row: int, column: int, texts: Sequence[object], across: str = CENTRE, fill: str = ""
    ) -> None:
        """Cells side by side."""
        for number, text in enumerate(texts):
            self.put(row, column + number, text, across, fill=fill)

    def height(self, first: int, last: int, points: float) -> None:
        for row in range(first, last + 1):
            self.sheet.row_dimensions[row].height = points


def revenue_by_item() -> Sheet:
    """見坂町: 歳入 by 款, 自主財源 / 依存財源 in vertical cells, this year first, 構成比 and 前年度比."""
    truth = Truth("見坂町", "令和６年度一般会計歳入予算 款別一覧")
    truth.notes.append(
        "伸び率 in percent; 構成比 is not in the truth. The number of the 款 has its own column. 計 rows are totals."
    )
    s = Sheet(truth, [4, 5, 24, 13, 8, 13, 8, 12, 9])
    groups: list[tuple[str, list[tuple[int, str, int, int]]]] = [
        (
            "自主財源",
            [
                (1, "町税", 1_524_380, 1_548_112),
                (13, "分担金及び負担金", 21_407, 20_866),
                (14, "使用料及び手数料", 98_240, 97_415),
                (17, "財産収入", 18_306, 11_240),
                (18, "寄附金", 350_001, 300_001),
                (19, "繰入金", 612_480, 488_915),
                (20, "繰越金", 100_000, 100_000),
                (21, "諸収入", 74_162, 81_330),
            ],
        ),
        (
            "依存財源",
            [
                (2, "地方譲与税", 92_000, 90_500),
                (7, "地方消費税交付金", 318_000, 305_000),
                (11, "地方特例交付金", 52_300, 8_100),
                (12, "地方交付税", 2_365_000, 2_290_000),
                (15, "国庫支出金", 684_917, 702_336),
                (16, "県支出金", 498_205, 471_818),
                (22, "町債", 410_602, 484_367),
            ],
        ),
    ]
    whole = [sum(i[2] for g in groups for i in g[1]), sum(i[3] for g in groups for i in g[1])]
    s.put(1, 1, "令和６年度一般会計歳入予算　款別一覧", CENTRE, columns=9, ruled=False, bold=True, size=14)
    s.put(2, 8, "（単位：千円、％）", RIGHT, columns=2, ruled=False)
    s.put(3, 1, "区　　　分", CENTRE, rows=2, columns=3, fill="FFF2CC")
    for column, title in ((4, "令和６年度"), (6, "令和５年度")):
        s.put(3, column, title, CENTRE, columns=2, fill="FFF2CC")
        s.line(4, column, ["予算額", "構成比"], fill="FFF2CC")
    s.put(3, 8, "増減額", CENTRE, rows=2, fill="FFF2CC")
    s.put(3, 9, "伸び率", CENTRE, rows=2, fill="FFF2CC")

    def figures(row: int, name: str, this: int, last: int, total: bool, fill: str = "") -> None:
        growth = rate(this - last, last)
        project = truth.project(
            name, change_yen=(this - last) * 1000, ratio=growth.replace("△", "-"), total=total
        )
        project.add(2024, "budget", "", this, yen(this))
        project.add(2023, "budget", "", last, yen(last))
        s.line(
            row,
            4,
            [
                yen(this),
                rate(this, whole[0]),
                yen(last),
                rate(last, whole[1]),
                yen(this - last, "△ "),
                growth.replace("△", "△ "),
            ],
            RIGHT,
            fill,
        )

    row = 5
    for group, items in groups:
        s.put(row, 1, group, CENTRE, rows=len(items) + 1, down=True)
        for number, name, this, last in items:
            s.put(row, 2, number, CENTRE)
            s.put(row, 3, name)
            figures(row, name, this, last, False)
            row += 1
        s.put(row, 2, "計", CENTRE, columns=2, fill="F2F2F2")
        figures(row, f"{group} 計", sum(i[2] for i in items), sum(i[3] for i in items), True, "F2F2F2")
        row += 1
    s.put(row, 1, "歳　入　合　計", CENTRE, columns=3, fill="D9D9D9")
    figures(row, "歳入合計", whole[0], whole[1], True, "D9D9D9")
    s.height(3, row, 22)
    return s


def kpi_blocks() -> Sheet:
    """見附野市: a block with its own header a measure, per cent in the cells, 中間目標 and 最終目標, hair lines."""
    truth = Truth("見附野市", "見附野市第３期総合戦略 施策別ＫＰＩ評価表（令和６年度）")
    truth.notes.append(
        "Two targets (中間目標 R6, 最終目標 R9). 担当部署 may name two departments, one a line."
    )
    s = Sheet(truth, [32, 9, 11, 11, 11, 11, 11, 8, 18], font="IPAGothic", size=9, landscape=True, inner=HAIR)
    blocks: list[tuple[str, list[tuple[str, str, list[Printed], str, list[str]]]]] = [
        (
            "施策1-1　若者の定着と還流の促進",
            [
                (
                    "20代の社会増減数",
                    "人",
                    [Odd("-86", "-86"), Odd("-71", "-71"), Odd("-58", "-58"), Odd("-60", "-60"), "0"],
                    "◎",
                    ["政策課"],
                ),
                (
                    "奨学金返還支援の認定者数",
                    "人",
                    ["0", "18", "33", "30", "80"],
                    "◎",
                    ["政策課", "商工振興課"],
                ),
                ("市内企業見学会の参加者数", "人", ["112", "139", "95", "150", "200"], "△", ["商工振興課"]),
            ],
        ),
        (
            "施策1-2　女性が活躍できる環境づくり",
            [
                (
                    "審議会等の女性委員の割合",
                    "％",
                    ["28.4%", "30.1%", "33.7%", "35.0%", "40.0%"],
                    "○",
                    ["人権推進課"],
                ),
                ("えるぼし等の認定企業数", "社", ["3", "5", "8", "8", "15"], "◎", ["商工振興課"]),
                (
                    "男性職員の育児休業取得率",
                    "％",
                    ["21.7%", "46.2%", "63.6%", "60.0%", Odd("85.0%以上", "85.0", "at_least")],
                    "◎",
                    ["総務課"],
                ),
            ],
        ),
        (
            "施策2-1　デジタルを活用した暮らしの向上",
            [
                (
                    "市公式ＬＩＮＥの友だち登録者数",
                    "人",
                    ["8,914", "12,630", "15,207", "15,000", "25,000"],
                    "◎",
                    ["広報広聴課"],
                ),
                (
                    "スマートフォン教室の受講者数（累計）",
                    "人",
                    ["64", "318", "602", "600", "1,500"],
                    "◎",
                    ["デジタル推進室", "公民館"],
                ),
                ("キャッシュレス決済ができる窓口数", "か所", ["2", "4", "4", "6", "12"], "○", ["会計課"]),
                ("オープンデータの公開数", "件", ["－", "41", "57", "50", "100"], "◎", ["デジタル推進室"]),
            ],
        ),
    ]
    heads = [
        "ＫＰＩ",
        "単位",
        "策定時\n(R4)",
        "実績\n(R5)",
        "実績\n(R6)",
        "中間目標\n(R6)",
        "最終目標\n(R9)",
        "評価",
        "担当部署",
    ]
    roles = [
        ("策定時 (R4)", "baseline", 2022),
        ("実績 (R5)", "actual", 2023),
        ("実績 (R6)", "actual", 2024),
        ("中間目標 (R6)", "target", 2024),
        ("最終目標 (R9)", "target", 2027),
    ]
    s.put(
        1,
        1,
        "見附野市第３期総合戦略　施策別ＫＰＩ評価表（令和６年度）",
        CENTRE,
        columns=9,
        ruled=False,
        bold=True,
        size=13,
    )
    row = 3
    for title, indicators in blocks:
        s.put(row, 1, title, columns=9, ruled=False, bold=True, size=10.5)
        s.line(row + 1, 1, heads, fill="DDEBF7")
        s.height(row + 1, row + 1, 28)
        row += 2
        for name, unit, figures, mark, offices in indicators:
            kpi = truth.kpi(name, unit, offices)
            for (period, role, year), figure in zip(roles, figures, strict=True):
                kpi.add(period, role, year, figure, cut="%")
            s.put(row, 1, name)
            s.put(row, 2, unit, CENTRE)
            s.line(row, 3, [shown(f) for f in figures], RIGHT)
            s.put(row, 8, mark, CENTRE)
            s.put(row, 9, "\n".join(offices), CENTRE)
            s.height(row, row, 27 if len(offices) > 1 else 19)
            row += 1
        row += 1
    s.put(row, 1, "評価：◎中間目標を達成　○策定時から改善　△策定時から横ばい又は後退", columns=9, ruled=False)
    return s


DOCUMENTS = {
    "revenue_by_item": revenue_by_item,
    "kpi_blocks_calc": kpi_blocks,
}
