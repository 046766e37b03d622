"""Layouts made in a spreadsheet: openpyxl workbooks that LibreOffice Calc exports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from markup import rate, yen
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
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
        self, row: int, column: int, text: object, across: str = LEFT, *, rows: int = 1, columns: int = 1,
        fill: str = "", bold: bool = False, ruled: bool = True, down: bool = False, size: float = 0, wrap: bool = True,
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
            self.sheet.merge_cells(start_row=row, end_row=row + rows - 1, start_column=column, end_column=column + columns - 1)
        cell = self.sheet.cell(row, column)
        cell.value = str(text)
        cell.data_type = "s"
        cell.font = Font(name=self.font, size=size or self.size, bold=bold)
        cell.alignment = Alignment(horizontal=across, vertical=CENTRE, wrap_text=wrap, text_rotation=255 if down else 0)

    def line(self, row: int, column: int, texts: Sequence[object], across: str = CENTRE, fill: str = "") -> None:
        """Cells side by side."""
        for number, text in enumerate(texts):
            self.put(row, column + number, text, across, fill=fill)

    def height(self, first: int, last: int, points: float) -> None:
        for row in range(first, last + 1):
            self.sheet.row_dimensions[row].height = points


def revenue_by_item() -> Sheet:
    """見坂町: 歳入 by 款, 自主財源 / 依存財源 in vertical cells, this year first, 構成比 and 前年度比."""
    truth = Truth("見坂町", "令和６年度一般会計歳入予算 款別一覧")
    truth.notes.append("伸び率 in percent; 構成比 is not in the truth. The number of the 款 has its own column. 計 rows are totals.")
    s = Sheet(truth, [4, 5, 24, 13, 8, 13, 8, 12, 9])
    groups: list[tuple[str, list[tuple[int, str, int, int]]]] = [
        ("自主財源", [(1, "町税", 1_524_380, 1_548_112), (13, "分担金及び負担金", 21_407, 20_866), (14, "使用料及び手数料", 98_240, 97_415),
                  (17, "財産収入", 18_306, 11_240), (18, "寄附金", 350_001, 300_001), (19, "繰入金", 612_480, 488_915), (20, "繰越金", 100_000, 100_000),
                  (21, "諸収入", 74_162, 81_330)]),
        ("依存財源", [(2, "地方譲与税", 92_000, 90_500), (7, "地方消費税交付金", 318_000, 305_000), (11, "地方特例交付金", 52_300, 8_100),
                  (12, "地方交付税", 2_365_000, 2_290_000), (15, "国庫支出金", 684_917, 702_336), (16, "県支出金", 498_205, 471_818), (22, "町債", 410_602, 484_367)]),
    ]
    whole = [sum(i[k] for g in groups for i in g[1]) for k in (2, 3)]
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
        project = truth.project(name, change_yen=(this - last) * 1000, ratio=growth.replace("△", "-"), total=total)
        project.add(2024, "budget", "", this, yen(this))
        project.add(2023, "budget", "", last, yen(last))
        s.line(row, 4, [yen(this), rate(this, whole[0]), yen(last), rate(last, whole[1]), yen(this - last, "△ "),
                        growth.replace("△", "△ ")], RIGHT, fill)

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
    truth.notes.append("Two targets (中間目標 R6, 最終目標 R9). 担当部署 may name two departments, one a line.")
    s = Sheet(truth, [32, 9, 11, 11, 11, 11, 11, 8, 18], font="IPAGothic", size=9, landscape=True, inner=HAIR)
    blocks: list[tuple[str, list[tuple[str, str, list[Printed], str, list[str]]]]] = [
        ("施策1-1　若者の定着と還流の促進", [
            ("20代の社会増減数", "人", [Odd("-86", "-86"), Odd("-71", "-71"), Odd("-58", "-58"), Odd("-60", "-60"), "0"], "◎", ["政策課"]),
            ("奨学金返還支援の認定者数", "人", ["0", "18", "33", "30", "80"], "◎", ["政策課", "商工振興課"]),
            ("市内企業見学会の参加者数", "人", ["112", "139", "95", "150", "200"], "△", ["商工振興課"]),
        ]),
        ("施策1-2　女性が活躍できる環境づくり", [
            ("審議会等の女性委員の割合", "％", ["28.4%", "30.1%", "33.7%", "35.0%", "40.0%"], "○", ["人権推進課"]),
            ("えるぼし等の認定企業数", "社", ["3", "5", "8", "8", "15"], "◎", ["商工振興課"]),
            ("男性職員の育児休業取得率", "％", ["21.7%", "46.2%", "63.6%", "60.0%", Odd("85.0%以上", "85.0", "at_least")], "◎", ["総務課"]),
        ]),
        ("施策2-1　デジタルを活用した暮らしの向上", [
            ("市公式ＬＩＮＥの友だち登録者数", "人", ["8,914", "12,630", "15,207", "15,000", "25,000"], "◎", ["広報広聴課"]),
            ("スマートフォン教室の受講者数（累計）", "人", ["64", "318", "602", "600", "1,500"], "◎", ["デジタル推進室", "公民館"]),
            ("キャッシュレス決済ができる窓口数", "か所", ["2", "4", "4", "6", "12"], "○", ["会計課"]),
            ("オープンデータの公開数", "件", ["－", "41", "57", "50", "100"], "◎", ["デジタル推進室"]),
        ]),
    ]
    heads = ["ＫＰＩ", "単位", "策定時\n(R4)", "実績\n(R5)", "実績\n(R6)", "中間目標\n(R6)", "最終目標\n(R9)", "評価", "担当部署"]
    roles = [("策定時 (R4)", "baseline", 2022), ("実績 (R5)", "actual", 2023), ("実績 (R6)", "actual", 2024), ("中間目標 (R6)", "target", 2024),
             ("最終目標 (R9)", "target", 2027)]
    s.put(1, 1, "見附野市第３期総合戦略　施策別ＫＰＩ評価表（令和６年度）", CENTRE, columns=9, ruled=False, bold=True, size=13)
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


def sdgs_and_codes() -> Sheet:
    """見島市: 事務事業 form with a grid of SDGs marks, 款項目 codes, 2022年度… columns, 概算人件費 and 総コスト."""
    truth = Truth("見島市", "2024年度 事務事業評価シート（2023年度実施分） 離島航路維持対策事業")
    truth.notes += ["The sheet gives 決算 of two years and 予算 of one. 概算人件費 as printed; 合計コスト is the whole.",
                    "年間従事者数 and the SDGs marks are no amounts."]
    s = Sheet(truth, [6, 18, 12, 12, 12, 12, 12, 12], font="TakaoPGothic")
    name, office = "離島航路維持対策事業", "企画部交通政策課"
    s.put(1, 1, "2024年度　事務事業評価シート（2023年度実施分）", CENTRE, columns=8, ruled=False, bold=True, size=13)
    s.put(2, 1, "事業番号", CENTRE, columns=2, fill="E7E6E6")
    s.put(2, 3, "1204", CENTRE)
    s.put(2, 4, "予算科目", CENTRE, fill="E7E6E6")
    s.line(2, 5, ["款　02", "項　01", "目　07", "細目　03"])
    s.put(3, 1, "事務事業名", CENTRE, columns=2, fill="E7E6E6")
    s.put(3, 3, name, columns=6, bold=True, size=12)
    s.put(4, 1, "所属", CENTRE, columns=2, fill="E7E6E6")
    s.put(4, 3, office, columns=3)
    s.put(4, 6, "電話（内線）", CENTRE, fill="E7E6E6")
    s.put(4, 7, "2315", CENTRE, columns=2)
    s.put(5, 1, "ＳＤＧｓ\nとの関連", CENTRE, columns=2, rows=4, fill="E7E6E6")
    goals = ["貧困", "飢餓", "健康福祉", "教育", "ジェンダー", "水衛生", "エネルギー", "経済成長", "産業基盤", "不平等", "まちづくり", "生産消費"]
    marked = {3, 8, 9, 11}
    for index, goal in enumerate(goals):
        s.put(5 + index // 6 * 2, 3 + index % 6, f"{index + 1} {goal}", CENTRE, size=8, fill="F8F8F8")
        s.put(6 + index // 6 * 2, 3 + index % 6, "○" if index + 1 in marked else "", CENTRE)
    s.put(9, 1, "事業の目的", CENTRE, columns=2, fill="E7E6E6")
    s.put(9, 3, "島民の生活を支える唯一の交通手段である航路を維持する。", columns=6)
    s.put(10, 1, "事業の内容", CENTRE, columns=2, fill="E7E6E6")
    s.put(10, 3, "航路事業者の欠損額に対し、国・県と協調して補助する。島民の運賃を割り引く。", columns=6)
    s.height(9, 10, 30)
    s.put(12, 1, "【事業費等】　単位：千円", columns=8, ruled=False, bold=True)
    s.put(13, 1, "年　　度", CENTRE, columns=2, fill="E7E6E6")
    years = [("2022年度\n決算", 2022, "settlement"), ("2023年度\n決算", 2023, "settlement"), ("2024年度\n予算", 2024, "budget")]
    for number, (title, _, _) in enumerate(years):
        s.put(13, 3 + 2 * number, title, CENTRE, columns=2, fill="E7E6E6")
    s.height(13, 13, 30)
    funds: list[tuple[str, list[int]]] = [
        ("国庫支出金", [18_420, 19_660, 20_100]), ("県支出金", [9_210, 9_830, 10_050]), ("地方債", [6_300, 0, 7_200]), ("その他", [412, 388, 400]),
        ("一般財源", [14_006, 21_737, 15_913])]
    cost = [sum(f[1][i] for f in funds) for i in range(3)]
    staff = [3_650, 3_712, 3_712]
    project = truth.project(name, [office])

    def line(row: int, label: str, component: str, amounts: list[int], *, wide: bool) -> None:
        s.put(row, 1 if wide else 2, label, columns=2 if wide else 1)
        for number, ((_, year, kind), amount) in enumerate(zip(years, amounts, strict=True)):
            project.add(year, kind, component, amount, yen(amount))
            s.put(row, 3 + 2 * number, yen(amount), RIGHT, columns=2)

    line(14, "①事業費", "", cost, wide=True)
    s.put(15, 1, "財源内訳", CENTRE, rows=5, down=True)
    for index, (label, amounts) in enumerate(funds):
        line(15 + index, label, label, amounts, wide=False)
    line(20, "②概算人件費", "概算人件費", staff, wide=True)
    s.put(21, 1, "　年間従事者数（人）", columns=2)
    for number, people in enumerate(("0.50", "0.50", "0.50")):
        s.put(21, 3 + 2 * number, people, RIGHT, columns=2)
    line(22, "合計コスト（①＋②）", "合計コスト", [a + b for a, b in zip(cost, staff, strict=True)], wide=True)
    s.put(24, 1, "【指標】", columns=8, ruled=False, bold=True)
    s.line(25, 1, ["種別", "指標名"], fill="E7E6E6")
    s.line(25, 3, ["単位", "区分", "2022年度", "2023年度", "2024年度", "最終目標\n(2027年度)"], fill="E7E6E6")
    s.height(25, 25, 30)
    indicators: list[tuple[str, str, str, list[Printed], list[Printed]]] = [
        ("活動", "年間運航便数", "便", ["2,920", "2,920", "2,920", "2,920"], ["2,871", "2,806", "", ""]),
        ("成果", "年間利用者数", "人", ["31,000", "32,000", "33,000", "35,000"], ["28,415", "30,962", "", ""]),
        ("成果", "就航率", "％", ["98.0", "98.0", "98.0", "98.5"], ["98.3", "96.1", "", ""]),
    ]
    row = 26
    for group, label, unit, targets, actuals in indicators:
        kpi = truth.kpi(label, unit, [office])
        s.put(row, 1, group, CENTRE, rows=2)
        s.put(row, 2, label, rows=2)
        s.put(row, 3, unit, CENTRE, rows=2)
        for offset, word, role, figures in ((0, "目標", "target", targets), (1, "実績", "actual", actuals)):
            s.put(row + offset, 4, word, CENTRE)
            for number, (year, figure) in enumerate(zip((2022, 2023, 2024, 2027), figures, strict=True)):
                kpi.add(f"{year}年度 {word}", role, year, figure)
                s.put(row + offset, 5 + number, shown(figure), RIGHT)
        row += 2
    s.put(row + 1, 1, "【評価】", columns=8, ruled=False, bold=True)
    s.put(row + 2, 1, "総合評価", CENTRE, columns=2, fill="E7E6E6")
    s.put(row + 2, 3, "Ｂ　一部見直しが必要", columns=6)
    s.put(row + 3, 1, "課題・改善策", CENTRE, columns=2, fill="E7E6E6")
    s.put(row + 3, 3, "燃料費の上昇で欠損額が増えている。２隻のうち１隻の更新時期を国・県と協議する。", columns=6)
    s.height(row + 3, row + 3, 34)
    s.height(14, 22, 17)
    return s


def vertical_header_list() -> Sheet:
    """見沼野市: 主要事業 in 百万円 with vertical header text, merged 政策 cells, 2025年度 / 2024年度 and a code column."""
    truth = Truth("見沼野市", "2025年度予算 重点施策事業一覧")
    truth.notes.append("百万円. 予算 without 当初: kind budget. 前年度 is 2024. 皆増 has no ratio; no ratio is printed.")
    s = Sheet(truth, [6, 9, 30, 5, 11, 11, 11, 10, 10, 10, 14], font="IPAPMincho", landscape=True)
    groups: list[tuple[str, list[tuple[str, str, str, int, int, int, int, str]]]] = [
        ("安全", [("101-01", "雨水貯留施設整備事業", "継", 1_240, 980, 620, 558, "河川課"), ("101-04", "消防救急デジタル無線更新事業", "新", 386, 0, 0, 347, "消防局"),
                ("102-02", "緊急輸送道路無電柱化事業", "継", 415, 402, 228, 168, "道路建設課")]),
        ("子育て", [("201-03", "保育士等処遇改善事業", "拡", 512, 430, 0, 0, "保育運営課"), ("201-07", "児童相談所整備事業", "継", 1_870, 325, 640, 1_107, "こども家庭課"),
                 ("203-01", "フリースクール等利用支援事業", "新", 24, 0, 0, 0, "学校教育課")]),
        ("環境", [("301-02", "市有施設ＺＥＢ化改修事業", "拡", 734, 268, 244, 441, "公共建築課"), ("302-05", "生ごみ資源化事業", "継", 96, 101, 0, 0, "資源循環課")]),
        ("経済", [("401-01", "中小企業デジタル化支援事業", "拡", 180, 125, 60, 0, "産業支援課"), ("402-03", "観光地域づくり法人支援事業", "継", 58, 60, 0, 0, "観光推進課"),
                ("403-02", "農業用水路更新事業", "継", 210, 188, 105, 94, "農地整備課")]),
    ]
    s.put(1, 1, "2025年度予算　重点施策事業一覧", CENTRE, columns=11, ruled=False, bold=True, size=14)
    s.put(2, 10, "（単位：百万円）", RIGHT, columns=2, ruled=False)
    for column, title in ((1, "政策"), (2, "事業コード"), (3, "事　業　名"), (4, "区分")):
        s.put(3, column, title, CENTRE, rows=2, fill="EDEDED", down=title in ("政策", "区分"))
    for column, title in ((5, "2025年度\n予算額(A)"), (6, "2024年度\n予算額(B)"), (7, "増減\n(A)-(B)"), (11, "担当")):
        s.put(3, column, title, CENTRE, rows=2, fill="EDEDED")
    s.put(3, 8, "2025年度財源", CENTRE, columns=3, fill="EDEDED")
    s.line(4, 8, ["国県費", "市債", "一財等"], fill="EDEDED")
    row = 5
    total = [0] * 6
    for group, items in groups:
        s.put(row, 1, group, CENTRE, rows=len(items), down=True)
        for code, name, mark, this, last, subsidy, bond, office in items:
            rest = this - subsidy - bond
            project = truth.project(name, [office], change_yen=(this - last) * 1_000_000)
            project.add(2025, "budget", "", this, yen(this), 1_000_000)
            project.add(2024, "budget", "", last or None, yen(last), 1_000_000)
            for label, amount in (("国県費", subsidy), ("市債", bond), ("一財等", rest)):
                project.add(2025, "budget", label, amount or None, yen(amount), 1_000_000)
            total = [a + b for a, b in zip(total, [this, last, this - last, subsidy, bond, rest], strict=True)]
            s.line(row, 2, [code])
            s.put(row, 3, name)
            s.put(row, 4, mark, CENTRE)
            s.line(row, 5, [yen(this), yen(last or None, empty="－"), yen(this - last, "▲"), *[yen(x or None) for x in (subsidy, bond, rest)]], RIGHT)
            s.put(row, 11, office, CENTRE)
            row += 1
    sums = truth.project("重点施策合計", total=True, change_yen=total[2] * 1_000_000)
    sums.add(2025, "budget", "", total[0], yen(total[0]), 1_000_000)
    sums.add(2024, "budget", "", total[1], yen(total[1]), 1_000_000)
    s.put(row, 1, "重点施策合計", CENTRE, columns=4, fill="EDEDED")
    s.line(row, 5, [yen(t, "▲") for t in total], RIGHT, "EDEDED")
    s.put(row, 11, "", fill="EDEDED")
    s.put(row + 1, 1, "※「新」新規、「拡」拡充、「継」継続。百万円未満を四捨五入している。", columns=11, ruled=False)
    s.height(3, 4, 24)
    s.height(5, row, 23)
    return s


DOCUMENTS = {
    "revenue_by_item": revenue_by_item,
    "kpi_blocks_calc": kpi_blocks,
    "sheet_sdgs_codes": sdgs_and_codes,
    "budget_vertical_header": vertical_header_list,
}
