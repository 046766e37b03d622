"""More layouts made in a spreadsheet: a 事務事業 form and a list under vertical headers."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import yen
from truthfile import Printed, Truth, shown
from workbooks import CENTRE, RIGHT, Sheet


def sdgs_and_codes() -> Sheet:
    """見島市: 事務事業 form with a grid of SDGs marks, 款項目 codes, 2022年度… columns, 概算人件費 and 総コスト."""
    truth = Truth("見島市", "2024年度 事務事業評価シート（2023年度実施分） 離島航路維持対策事業")
    truth.notes += [
        "The sheet gives 決算 of two years and 予算 of one. 概算人件費 as printed; 合計コスト is the whole.",
        "年間従事者数 and the SDGs marks are no amounts.",
    ]
    s = Sheet(truth, [6, 18, 12, 12, 12, 12, 12, 12], font="TakaoPGothic")
    name, office = "離島航路維持対策事業", "企画部交通政策課"
    s.put(
        1,
        1,
        "2024年度　事務事業評価シート（2023年度実施分）",
        CENTRE,
        columns=8,
        ruled=False,
        bold=True,
        size=13,
    )
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
    goals = [
        "貧困",
        "飢餓",
        "健康福祉",
        "教育",
        "ジェンダー",
        "水衛生",
        "エネルギー",
        "経済成長",
        "産業基盤",
        "不平等",
        "まちづくり",
        "生産消費",
    ]
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
    years = [
        ("2022年度\n決算", 2022, "settlement"),
        ("2023年度\n決算", 2023, "settlement"),
        ("2024年度\n予算", 2024, "budget"),
    ]
    for number, (title, _, _) in enumerate(years):
        s.put(13, 3 + 2 * number, title, CENTRE, columns=2, fill="E7E6E6")
    s.height(13, 13, 30)
    funds: list[tuple[str, list[int]]] = [
        ("国庫支出金", [18_420, 19_660, 20_100]),
        ("県支出金", [9_210, 9_830, 10_050]),
        ("地方債", [6_300, 0, 7_200]),
        ("その他", [412, 388, 400]),
        ("一般財源", [14_006, 21_737, 15_913]),
    ]
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
        (
            "成果",
            "年間利用者数",
            "人",
            ["31,000", "32,000", "33,000", "35,000"],
            ["28,415", "30,962", "", ""],
        ),
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
    s.put(
        row + 3,
        3,
        "燃料費の上昇で欠損額が増えている。２隻のうち１隻の更新時期を国・県と協議する。",
        columns=6,
    )
    s.height(row + 3, row + 3, 34)
    s.height(14, 22, 17)
    return s


def vertical_header_list() -> Sheet:
    """見沼野市: 主要事業 in 百万円 with vertical header text, merged 政策 cells, 2025年度 / 2024年度 and a code column."""
    truth = Truth("見沼野市", "2025年度予算 重点施策事業一覧")
    truth.notes.append(
        "百万円. 予算 without 当初: kind budget. 前年度 is 2024. 皆増 has no ratio; no ratio is printed."
    )
    s = Sheet(truth, [6, 9, 30, 5, 11, 11, 11, 10, 10, 10, 14], font="IPAPMincho", landscape=True)
    groups: list[tuple[str, list[tuple[str, str, str, int, int, int, int, str]]]] = [
        (
            "安全",
            [
                ("101-01", "雨水貯留施設整備事業", "継", 1_240, 980, 620, 558, "河川課"),
                ("101-04", "消防救急デジタル無線更新事業", "新", 386, 0, 0, 347, "消防局"),
                ("102-02", "緊急輸送道路無電柱化事業", "継", 415, 402, 228, 168, "道路建設課"),
            ],
        ),
        (
            "子育て",
            [
                ("201-03", "保育士等処遇改善事業", "拡", 512, 430, 0, 0, "保育運営課"),
                ("201-07", "児童相談所整備事業", "継", 1_870, 325, 640, 1_107, "こども家庭課"),
                ("203-01", "フリースクール等利用支援事業", "新", 24, 0, 0, 0, "学校教育課"),
            ],
        ),
        (
            "環境",
            [
                ("301-02", "市有施設ＺＥＢ化改修事業", "拡", 734, 268, 244, 441, "公共建築課"),
                ("302-05", "生ごみ資源化事業", "継", 96, 101, 0, 0, "資源循環課"),
            ],
        ),
        (
            "経済",
            [
                ("401-01", "中小企業デジタル化支援事業", "拡", 180, 125, 60, 0, "産業支援課"),
                ("402-03", "観光地域づくり法人支援事業", "継", 58, 60, 0, 0, "観光推進課"),
                ("403-02", "農業用水路更新事業", "継", 210, 188, 105, 94, "農地整備課"),
            ],
        ),
    ]
    s.put(1, 1, "2025年度予算　重点施策事業一覧", CENTRE, columns=11, ruled=False, bold=True, size=14)
    s.put(2, 10, "（単位：百万円）", RIGHT, columns=2, ruled=False)
    for column, title in ((1, "政策"), (2, "事業コード"), (3, "事　業　名"), (4, "区分")):
        s.put(3, column, title, CENTRE, rows=2, fill="EDEDED", down=title in ("政策", "区分"))
    for column, title in (
        (5, "2025年度\n予算額(A)"),
        (6, "2024年度\n予算額(B)"),
        (7, "増減\n(A)-(B)"),
        (11, "担当"),
    ):
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
            total = [
                a + b for a, b in zip(total, [this, last, this - last, subsidy, bond, rest], strict=True)
            ]
            s.line(row, 2, [code])
            s.put(row, 3, name)
            s.put(row, 4, mark, CENTRE)
            s.line(
                row,
                5,
                [
                    yen(this),
                    yen(last or None, empty="－"),
                    yen(this - last, "▲"),
                    *[yen(x or None) for x in (subsidy, bond, rest)],
                ],
                RIGHT,
            )
            s.put(row, 11, office, CENTRE)
            row += 1
    sums = truth.project("重点施策合計", total=True, change_yen=total[2] * 1_000_000)
    sums.add(2025, "budget", "", total[0], yen(total[0]), 1_000_000)
    sums.add(2024, "budget", "", total[1], yen(total[1]), 1_000_000)
    s.put(row, 1, "重点施策合計", CENTRE, columns=4, fill="EDEDED")
    s.line(row, 5, [yen(t, "▲") for t in total], RIGHT, "EDEDED")
    s.put(row, 11, "", fill="EDEDED")
    s.put(
        row + 1,
        1,
        "※「新」新規、「拡」拡充、「継」継続。百万円未満を四捨五入している。",
        columns=11,
        ruled=False,
    )
    s.height(3, 4, 24)
    s.height(5, row, 23)
    return s


DOCUMENTS = {
    "sheet_sdgs_codes": sdgs_and_codes,
    "budget_vertical_header": vertical_header_list,
}
