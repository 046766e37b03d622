"""Eighth batch, made in a spreadsheet: explanation sheets of the new budget, one worksheet a project."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations

from dataclasses import dataclass, field

from markup import yen
from openpyxl.styles import Alignment, Border
from openpyxl.utils import get_column_letter
from truthfile import Truth
from workbooks import CENTRE, LEFT, RIGHT, THIN, Sheet

GREY = "EDEDED"
COLUMNS = [
    ("令和６年度\n決算額", 2024, "settlement"),
    ("令和７年度\n当初予算額", 2025, "initial_budget"),
    ("令和８年度\n予算(案)額", 2026, "initial_budget"),
]
FUNDS = ("国庫支出金", "県支出金", "市債", "その他", "一般財源")


@dataclass
class Form:
    """What one sheet says; amounts in 千円."""

    name: str
    state: str
    codes: tuple[str, str, str]
    office: str
    measure: str
    period: str
    aim: str
    what: str
    funds: list[list[int]]  # a row a fund, a column a year
    other: str
    people: list[str]
    staff: list[int]
    items: list[tuple[str, int, str]]
    marks: list[tuple[str, str, str, list[str]]]
    change: str
    sheets: list[str] = field(default_factory=list)


FORMS = [
    Form(
        "子どもの学習・生活支援事業", "拡充", ("03 民生費", "02 児童福祉費", "01 児童福祉総務費"), "こども部　こども家庭課",
        "政策２－施策１　こどもの権利と育ちを守る", "平成30年度　～　", "経済的な理由などにより学習の機会が少ない児童生徒に学びと居場所を提供し、高校進学と将来の自立を支える。",
        "市内４会場で週２回の学習会を開き、学習支援員と大学生ボランティアが指導する。令和８年度は北部地区に会場を１か所増やし、長期休業中の昼食提供を始める。",
        [[5_410, 6_120, 8_650], [0, 0, 0], [0, 0, 0], [300, 300, 500], [5_732, 6_470, 8_898]], "ふるさと応援基金繰入金",
        ["0.60", "0.60", "0.70"], [4_512, 4_566, 5_327],
        [("報償費", 1_368, "大学生ボランティア謝礼　延べ1,140回×1,200円"), ("需用費", 742, "教材、印刷製本、昼食材料"), ("役務費", 186, "傷害保険料、通信運搬費"), ("委託料", 15_200, "学習支援業務委託（５会場）"), ("使用料及び賃借料", 552, "会場使用料")],
        [("活動", "学習会の開催回数", "回", ["368", "380", "480", "500"]), ("活動", "登録した児童生徒の数", "人", ["112", "118", "150", "160"]), ("成果", "参加した中学３年生の高校等進学率", "％", ["100.0", "100.0", "100.0", "100.0"])],
        "会場までの距離を理由に参加できない世帯が多かった北部地区に会場を設ける。",
    ),
    Form(
        "水害ハザードマップ更新事業", "新規", ("09 消防費", "01 消防費", "05 災害対策費"), "総務部　危機管理課",
        "政策１－施策３　災害への備えを高める", "令和８年度　～　令和８年度", "県が新たに指定する中小河川の浸水想定区域を反映したハザードマップを全戸に配り、住民の避難行動につなげる。",
        "洪水・内水・土砂災害を一冊にまとめた更新版を作成する。スマートフォンで見られる電子版も公開する。",
        [[0, 0, 6_450], [0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 7_190]], "",
        ["－", "－", "0.40"], [0, 0, 3_044],
        [("需用費", 118, "住民説明会用消耗品"), ("役務費", 622, "全戸配布手数料　31,100部"), ("委託料", 12_900, "ハザードマップ作成業務委託")],
        [("活動", "更新版マップの配布部数", "部", ["－", "－", "31,100", ""]), ("成果", "自宅の浸水の深さを知っている市民の割合", "％", ["41.7", "－", "55.0", "70.0"])],
        "（新規事業のため記載なし）",
    ),
    Form(
        "蕗谷市民会館管理運営事業", "継続", ("10 教育費", "05 社会教育費", "04 市民会館費"), "教育部　文化振興課",
        "政策５－施策２　文化芸術に親しむ", "昭和54年度　～　", "市民が文化芸術を鑑賞し、発表する拠点として市民会館を運営する。",
        "指定管理者（第４期　令和５～９年度）による管理運営。令和７年度に大ホールの舞台照明を更新し、令和８年度は客席の椅子を張り替える。",
        [[0, 33_000, 0], [0, 0, 0], [0, 148_500, 40_800], [2_114, 2_180, 2_180], [88_406, 95_920, 103_720]], "行政財産使用料",
        ["1.20", "1.50", "1.20"], [9_024, 11_415, 9_132],
        [("需用費", 3_410, "修繕料"), ("委託料", 88_540, "指定管理料、建築設備点検"), ("使用料及び賃借料", 350, "土地借上料"), ("工事請負費", 54_400, "大ホール客席椅子張替工事　812席")],
        [("活動", "自主事業の実施数", "事業", ["18", "9", "16", "20"]), ("成果", "大ホールの稼働率", "％", ["58.3", "31.0", "60.0", "65.0"]), ("成果", "年間来館者数", "人", ["74,218", "40,000", "76,000", "80,000"])],
        "舞台照明の更新により、年間の電気料を約210万円抑える。工事による休館（令和７年６月～12月）が終わる。",
    ),
]  # fmt: skip


def explanation_forms() -> Sheet:
    """蕗谷市: 予算事業説明シート: three worksheets: 決算 当初 予算(案) and the change, funds, staff, 節 with their reckoning, indicators."""
    truth = Truth("蕗谷市", "令和８年度 当初予算 事業説明シート")
    truth.notes += [
        "決算額 = settlement of 2024, 当初予算額 = initial_budget of 2025, 予算(案)額 = initial_budget of 2026. 増減 = 2026 - 2025 of 事業費. A printed 0 is 0.",
        "概算人件費 is a component, 総事業費 the whole with it; 従事職員数 is no amount. 節 are components of 予算(案)額. その他の内訳 names the other funds in words.",
        "実績 = actual, 見込 = planned, 目標 and 最終目標 = target (令和11年度). － is not available; an empty cell is no figure. Indicators take the office of the form.",
    ]
    s = Sheet(truth, [13, 9, 20, 13, 13, 13, 13, 15], font="IPAPGothic", size=10, inner=THIN)
    for k, form in enumerate(FORMS):
        if k:
            sheet = s.workbook.create_sheet(f"{k + 1}")
            s.workbook.active = k
            for number, width in enumerate(s.widths, 1):
                sheet.column_dimensions[get_column_letter(number)].width = width
            sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, "portrait"
            sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
            sheet.sheet_properties.pageSetUpPr.fitToPage = True
            sheet.print_options.horizontalCentered = True
            sheet.page_margins.left = sheet.page_margins.right = 0.5
            sheet.oddFooter.center.text = "- &P -"
        fill_form(s, form, truth, k + 1)
    s.workbook.active = 0
    return s


def fill_form(s: Sheet, form: Form, truth: Truth, number: int) -> None:
    """One worksheet."""
    cost = [sum(column) for column in zip(*form.funds, strict=True)]
    assert sum(a for _, a, _ in form.items) == cost[2], (form.name, cost[2])
    office = form.office.replace("　", "")
    project = truth.project(form.name, [office], change_yen=(cost[2] - cost[1]) * 1000)
    s.put(1, 1, "令和８年度　当初予算　事業説明シート", CENTRE, columns=7, ruled=False, bold=True, size=14)
    s.put(1, 8, f"No. {number:03d}", RIGHT, ruled=False)
    s.put(2, 1, "事業名", CENTRE, fill=GREY)
    s.put(2, 2, form.name, columns=5, bold=True, size=12)
    s.put(2, 7, "区分", CENTRE, fill=GREY)
    s.put(
        2,
        8,
        "　".join(f"{'■' if form.state == w else '□'}{w}" for w in ("新規", "拡充", "継続")),
        CENTRE,
        size=8,
    )
    s.put(3, 1, "予算科目", CENTRE, fill=GREY)
    s.put(3, 2, "一般会計", CENTRE)
    s.line(3, 3, form.codes, CENTRE)
    for column in (3, 4, 5):
        s.sheet.cell(3, column).alignment = Alignment(horizontal=CENTRE, vertical=CENTRE, shrink_to_fit=True)
    s.put(3, 6, "担当部課", CENTRE, fill=GREY)
    s.put(3, 7, form.office, CENTRE, columns=2)
    s.put(4, 1, "総合計画", CENTRE, fill=GREY)
    s.put(4, 2, form.measure, columns=4)
    s.put(4, 6, "事業期間", CENTRE, fill=GREY)
    s.put(4, 7, form.period, CENTRE, columns=2)
    s.put(5, 1, "目　的", CENTRE, fill=GREY)
    s.put(5, 2, form.aim, columns=7)
    s.put(6, 1, "事業内容", CENTRE, fill=GREY)
    s.put(6, 2, form.what, columns=7)
    s.put(7, 1, "１　事業費", LEFT, columns=3, ruled=False, bold=True)
    s.put(7, 7, "（単位：千円）", RIGHT, columns=2, ruled=False, size=9)
    s.put(8, 1, "区　　分", CENTRE, columns=3, fill=GREY)
    s.line(8, 4, [t for t, _, _ in COLUMNS], CENTRE, GREY)
    s.put(8, 7, "増　減\n(R8－R7)", CENTRE, fill=GREY)
    s.put(8, 8, "その他の内訳", CENTRE, fill=GREY)

    def money(r: int, amounts: list[int], component: str | None) -> None:
        for (_, year, kind), amount in zip(COLUMNS, amounts, strict=True):
            if component is not None:
                project.add(year, kind, component, amount, yen(amount))
        s.line(r, 4, [*[yen(a) for a in amounts], yen(amounts[2] - amounts[1], "△")], RIGHT)

    s.put(9, 1, "事業費　Ａ", LEFT, columns=3)
    money(9, cost, "")
    s.put(10, 1, "財源内訳", CENTRE, rows=5, down=True)
    for i, (label, amounts) in enumerate(zip(FUNDS, form.funds, strict=True)):
        s.put(10 + i, 2, label, LEFT, columns=2)
        money(10 + i, amounts, label)
    s.put(9, 8, form.other, LEFT, rows=6, size=9)
    s.put(15, 1, "概算人件費　Ｂ", LEFT, columns=3)
    money(15, form.staff, "概算人件費")
    s.put(16, 1, "　従事職員数（人）", LEFT, columns=3)
    s.line(16, 4, [*form.people, ""], RIGHT)
    s.put(17, 1, "総事業費　Ａ＋Ｂ", LEFT, columns=3)
    money(17, [a + b for a, b in zip(cost, form.staff, strict=True)], "総事業費")
    s.put(15, 8, "", rows=3)
    s.put(18, 1, "２　経費の内訳（令和８年度）", LEFT, columns=4, ruled=False, bold=True)
    s.put(19, 1, "節", CENTRE, columns=2, fill=GREY)
    s.put(19, 3, "金額（千円）", CENTRE, fill=GREY)
    s.put(19, 4, "積　算　内　容", CENTRE, columns=5, fill=GREY)
    r = 20
    for label, amount, reckoning in form.items:
        project.add(2026, "initial_budget", label, amount, yen(amount))
        s.put(r, 1, label, LEFT, columns=2)
        s.put(r, 3, yen(amount), RIGHT)
        s.put(r, 4, reckoning, LEFT, columns=5, size=9)
        r += 1
    s.put(r, 1, "合　計", CENTRE, columns=2, fill="F7F7F7")
    s.put(r, 3, yen(cost[2]), RIGHT, fill="F7F7F7")
    s.put(r, 4, "", columns=5, fill="F7F7F7")
    s.put(r + 1, 1, "３　指　標", LEFT, columns=4, ruled=False, bold=True)
    r += 2
    s.put(r, 1, "種別", CENTRE, fill=GREY)
    s.put(r, 2, "指　標　名", CENTRE, columns=2, fill=GREY)
    s.line(
        r,
        4,
        ["単位", "令和６年度\n実績", "令和７年度\n見込", "令和８年度\n目標", "最終目標\n(令和11年度)"],
        CENTRE,
        GREY,
    )
    s.height(r, r, 28)
    for kind, label, unit, figures in form.marks:
        r += 1
        kpi = truth.kpi(label, unit, [office])
        for period, role, year, text in zip(
            ("令和６年度 実績", "令和７年度 見込", "令和８年度 目標", "最終目標(令和11年度)"),
            ("actual", "planned", "target", "target"),
            (2024, 2025, 2026, 2029),
            figures,
            strict=True,
        ):
            kpi.add(period, role, year, text)
        s.put(r, 1, kind, CENTRE)
        s.put(r, 2, label, LEFT, columns=2, size=9)
        s.line(r, 4, [unit, *figures], CENTRE)
        for column in range(5, 9):
            s.sheet.cell(r, column).alignment = Alignment(horizontal=RIGHT, vertical=CENTRE)
        s.height(r, r, 26)
    s.put(r + 1, 1, "４　前年度からの見直し・改善点", LEFT, columns=5, ruled=False, bold=True)
    s.put(r + 2, 1, form.change, LEFT, columns=8)
    s.height(20, 20 + len(form.items), 19)
    s.height(2, 4, 24)
    s.height(5, 6, 44)
    s.height(8, 8, 28)
    s.height(9, 17, 19)
    s.height(r + 2, r + 2, 40)
    s.sheet.cell(1, 8).border = Border()


DOCUMENTS = {"b8_budget_explanations": explanation_forms}
