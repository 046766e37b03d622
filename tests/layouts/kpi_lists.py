"""KPI lists of 総合戦略, one indicator a row or a pair of rows."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, MINCHO, Document, c, h, page, row, table
from truthfile import Odd, Printed, Truth, shown


def baseline_years() -> Document:
    """見本市: 基準値, three 実績値 and 目標値 in columns; goal and department merged over rows; 達成率, 評価."""
    truth = Truth(
        "見本市", "第２期見本市まち・ひと・しごと創生総合戦略 重要業績評価指標（KPI）一覧 令和5年度実績"
    )
    content: list[tuple[str, list[tuple[str, str, list[Printed], str, str, str]]]] = [
        (
            "基本目標１<br>しごとをつくり、安心して働けるようにする",
            [
                (
                    "市内事業所の従業者数",
                    "人",
                    ["18,420", "18,305", "18,377", "18,512", "18,700"],
                    "99.0%",
                    "Ｂ",
                    "商工観光課",
                ),
                (
                    "創業支援による創業件数（累計）",
                    "件",
                    ["12", "31", "46", "63", "60"],
                    "105.0%",
                    "Ａ",
                    "商工観光課",
                ),
                ("新規就農者数", "人", ["4", "3", "6", "5", "8"], "62.5%", "Ｃ", "農林水産課"),
                (
                    "観光入込客数",
                    "千人",
                    ["1,253", "602", "871", "1,104", "1,300"],
                    "84.9%",
                    "Ｂ",
                    "商工観光課",
                ),
            ],
        ),
        (
            "基本目標２<br>新しいひとの流れをつくる",
            [
                (
                    "社会増減数",
                    "人",
                    [Odd("△152", "-152"), Odd("△98", "-98"), Odd("△120", "-120"), Odd("△41", "-41"), "0"],
                    "－",
                    "Ｂ",
                    "企画政策課",
                ),
                ("空き家バンク成約件数", "件", ["7", "9", "14", "18", "20"], "90.0%", "Ｂ", "企画政策課"),
                ("移住相談件数", "件", ["55", "83", "127", "164", "120"], "136.7%", "Ａ", "企画政策課"),
            ],
        ),
        (
            "基本目標３<br>結婚・出産・子育ての希望をかなえる",
            [
                ("合計特殊出生率", "－", ["1.42", "1.38", "1.35", "－", "1.60"], "－", "－", "こども未来課"),
                ("保育所等待機児童数", "人", ["14", "6", "2", "0", "0"], "100.0%", "Ａ", "こども未来課"),
                (
                    "子育て支援センター年間利用者数",
                    "人",
                    ["21,036", "9,874", "14,220", "17,905", "22,000"],
                    "81.4%",
                    "Ｂ",
                    "こども未来課",
                ),
                (
                    "「子育てしやすいまち」と感じる保護者の割合",
                    "％",
                    ["64.8", "－", "66.1", "－", "70.0"],
                    "94.4%",
                    "Ｂ",
                    "こども未来課",
                ),
            ],
        ),
    ]
    columns = [
        ("基準値 令和元年度", "baseline", 2019),
        ("実績値 令和3年度", "actual", 2021),
        ("実績値 令和4年度", "actual", 2022),
        ("実績値 令和5年度", "actual", 2023),
        ("目標値 令和6年度", "target", 2024),
    ]
    head = [
        row(
            h("基本目標", rs=2),
            h("重要業績評価指標（KPI）", rs=2),
            h("単位", rs=2),
            h("基準値"),
            h("実績値", cs=3),
            h("目標値"),
            h("達成率", rs=2),
            h("評価", rs=2),
            h("担当課", rs=2),
        ),
        row(*[h(y) for y in ("令和元年度", "令和3年度", "令和4年度", "令和5年度", "令和6年度")]),
    ]
    rows = []
    for goal, indicators in content:
        departments = [i[5] for i in indicators]
        for number, (name, unit, figures, reached, grade, department) in enumerate(indicators):
            kpi = truth.kpi(name, None if unit == "－" else unit, [department])
            for (period, role, year), figure in zip(columns, figures, strict=True):
                kpi.add(period, role, year, figure)
            cells = [c(goal, "l goal", rs=len(indicators))] if number == 0 else []
            cells += [
                c(name),
                c(unit, "m"),
                *[c(shown(f), "n") for f in figures],
                c(reached, "n"),
                c(grade, "m"),
            ]
            if number == 0 or departments[number - 1] != department:
                run = 1
                while number + run < len(departments) and departments[number + run] == department:
                    run += 1
                cells.append(c(department, "m", rs=run))
            rows.append(row(*cells))
    body = (
        "<h1>第２期見本市まち・ひと・しごと創生総合戦略　重要業績評価指標（KPI）一覧</h1>"
        '<p class="unit">令和５年度末現在</p>'
        + table(rows, [13, 22, 5, 8, 8, 8, 8, 8, 7, 5, 8], head=head)
        + '<p class="note">※達成率＝令和5年度実績値÷目標値×100　　評価：Ａ 達成　Ｂ おおむね順調　Ｃ 遅れている</p>'
        '<p class="note">※合計特殊出生率の令和5年度の値は未公表。「子育てしやすいまち」の割合は隔年で調査している。</p>'
        '<p style="text-align:center;margin-top:6mm">－ 1 －</p>'
    )
    css = "h1{font-size:13pt} th{background:#dbe5f1} .goal{background:#f2f2f2}"
    truth.notes.append(
        "The unit of 合計特殊出生率 is printed as a dash: no unit. 達成率 and 評価 are no values."
    )
    return Document(page(body, size="A4 landscape", font=GOTHIC, pt=9, css=css), truth)


def stacked_rows() -> Document:
    """例示町: 目標 and 実績 as two rows of an indicator, years in columns, unit in the brackets of the name."""
    truth = Truth("例示町", "例示町総合戦略 進捗管理表（令和６年３月末時点）")
    content: list[tuple[str, str, str, list[tuple[str, str, list[Printed], list[Printed]]]]] = [
        (
            "１　魅力あるしごとを育てる",
            "（１）地場産業の振興",
            "産業振興課",
            [
                (
                    "製造品出荷額等",
                    "億円",
                    ["412", "420", "428", "436", "445"],
                    ["398", "405", "431", "-", ""],
                ),
                ("特産品の新規開発数（累計）", "品", ["2", "4", "6", "8", "10"], ["1", "4", "7", "9", ""]),
                (
                    "ふるさと納税寄附件数",
                    "件",
                    ["5,000", "6,000", "7,000", "8,000", "9,000"],
                    ["4,812", "6,540", "8,127", "10,033", ""],
                ),
            ],
        ),
        (
            "１　魅力あるしごとを育てる",
            "（２）担い手の確保",
            "農政課",
            [
                (
                    "認定農業者数",
                    "経営体",
                    ["120", "121", "122", "123", "124"],
                    ["118", "117", "119", "116", ""],
                ),
                (
                    "農地の集積率",
                    "％",
                    ["48.0", "50.0", "52.0", "54.0", "56.0"],
                    ["46.7", "48.9", "50.3", "51.8", ""],
                ),
            ],
        ),
        (
            "２　つながりと人の流れをつくる",
            "（１）移住定住の促進",
            "まちづくり推進課",
            [
                ("移住者数", "人/年", ["30", "35", "40", "45", "50"], ["22", "37", "41", "52", ""]),
                (
                    "お試し住宅の稼働率",
                    "％",
                    ["60.0", "60.0", "65.0", "65.0", "70.0"],
                    ["31.2", "55.4", "68.0", "66.9", ""],
                ),
                (
                    "町公式ＳＮＳの登録者数",
                    "人",
                    ["1,500", "2,000", "2,500", "3,000", "3,500"],
                    ["1,322", "2,208", "2,871", "3,415", ""],
                ),
            ],
        ),
    ]
    years = [("R2", 2020), ("R3", 2021), ("R4", 2022), ("R5", 2023), ("R6", 2024)]
    body = "<h1>例示町総合戦略　進捗管理表</h1><p class='unit'>（令和６年３月末時点）</p>"
    goal_before = ""
    for goal, measure, department, indicators in content:
        if goal != goal_before:
            body += f"<h2>基本目標{goal}</h2>"
            goal_before = goal
        body += f"<h3>具体的な施策{measure}　　【担当：{department}】</h3>"
        rows = [row(h("指標（単位）", cs=2), *[h(y) for y, _ in years])]
        for name, unit, targets, actuals in indicators:
            kpi = truth.kpi(name, unit, [department])
            for (label, year), target in zip(years, targets, strict=True):
                kpi.add(f"{label} 目標", "target", year, target)
            for (label, year), actual in zip(years, actuals, strict=True):
                kpi.add(f"{label} 実績", "actual", year, actual)
            rows.append(
                row(c(f"{name}（{unit}）", rs=2), c("目標", "m"), *[c(shown(f), "n") for f in targets])
            )
            rows.append(row(c("実績", "m"), *[c(shown(f), "n act") for f in actuals]))
        body += table(rows, [38, 8, 10.8, 10.8, 10.8, 10.8, 10.8])
    body += '<p class="note">注）Ｒ５の製造品出荷額等は公表前のため「-」とした。Ｒ６の実績は年度終了後に記載する。</p>'
    css = "h1{font-size:14pt} h2{font-size:11pt;border-bottom:1.5pt solid #000} h3{font-size:10pt} .act{background:#eee}"
    truth.notes.append(
        "Departments from the heading of each table 【担当：…】. Empty R6 実績 cells are no values."
    )
    return Document(page(body, font=MINCHO, pt=10, css=css, margin="18mm"), truth)


def year_subcolumns() -> Document:
    """標本市: 目標 / 実績 / 達成率 under each year, over two pages with a repeated header."""
    truth = Truth("標本市", "標本市デジタル田園都市国家構想総合戦略 ＫＰＩ達成状況")
    content: list[tuple[str, str, str, str, list[Printed]]] = [
        (
            "市内総生産額",
            "百万円",
            "産業政策課",
            "214,500",
            ["216,000", "211,380", "218,000", "－", "224,000"],
        ),
        ("企業誘致件数（累計）", "社", "産業政策課", "3", ["5", "4", "7", "8", "12"]),
        ("有効求人倍率", "倍", "産業政策課", "1.08", ["1.10", "1.21", "1.10", "1.17", "1.20"]),
        ("テレワーク実施事業所の割合", "％", "産業政策課", "18.5", ["22.0", "24.1", "26.0", "25.3", "35.0"]),
        ("駅前商店街の空き店舗数", "店舗", "商業振興課", "27", ["25", "26", "22", "23", "15"]),
        ("宿泊者数", "人泊", "観光課", "88,120", ["92,000", "95,417", "98,000", "103,226", "120,000"]),
        ("観光アプリのダウンロード数", "件", "観光課", "0", ["3,000", "2,114", "6,000", "7,930", "15,000"]),
        ("転入者数", "人", "広報課", "2,305", ["2,350", "2,288", "2,400", "2,417", "2,500"]),
        ("関係人口登録者数", "人", "広報課", "140", ["300", "412", "500", "688", "1,000"]),
        ("婚姻件数", "件", "こども政策課", "196", ["200", "183", "205", "171", "220"]),
        (
            "ファミリー・サポート・センター提供会員数",
            "人",
            "こども政策課",
            "212",
            ["220", "219", "230", "224", "260"],
        ),
        ("病児保育延べ利用者数", "人", "こども政策課", "310", ["330", "287", "350", "401", "420"]),
        (
            "全国学力・学習状況調査の平均正答率の全国比",
            "ポイント",
            "学校教育課",
            "+0.8",
            ["+1.0", Odd("+1.3", "1.3"), Odd("+1.0", "1.0"), Odd("-0.2", "-0.2"), Odd("+2.0", "2.0")],
        ),
        (
            "一人１台端末の授業での活用率",
            "％",
            "学校教育課",
            "61.0",
            ["75.0", "79.3", "85.0", "92.6", "100.0"],
        ),
        ("自主防災組織の組織率", "％", "防災危機管理課", "71.4", ["74.0", "73.2", "77.0", "75.9", "85.0"]),
        ("防災士の資格取得者数", "人", "防災危機管理課", "88", ["100", "104", "115", "121", "150"]),
        (
            "デマンド交通の利用者数",
            "人",
            "交通政策課",
            "8,214",
            ["9,000", "9,655", "10,000", "11,872", "13,000"],
        ),
        ("オンライン申請可能な手続の数", "件", "デジタル推進課", "46", ["80", "95", "120", "133", "200"]),
        ("書かない窓口の利用割合", "％", "デジタル推進課", "－", ["10.0", "－", "20.0", "14.8", "50.0"]),
        ("市域の温室効果ガス排出量", "千t-CO₂", "環境課", "1,042", ["1,010", "－", "985", "－", "890"]),
    ]
    heads = [
        ("2023年度（令和5年度） 目標値", "target", 2023),
        ("2023年度（令和5年度） 実績値", "actual", 2023),
        ("2024年度（令和6年度） 目標値", "target", 2024),
        ("2024年度（令和6年度） 実績値", "actual", 2024),
        ("2027年度 最終目標", "target", 2027),
    ]
    head = [
        row(
            h("No.", rs=2),
            h("指標名", rs=2),
            h("単位", rs=2),
            h("現状値<br>（2022年度）", rs=2),
            h("2023年度（令和5年度）", cs=3),
            h("2024年度（令和6年度）", cs=3),
            h("2027年度<br>最終目標", rs=2),
            h("所管課", rs=2),
        ),
        row(*[h(t) for t in ("目標値", "実績値", "達成率", "目標値", "実績値", "達成率")]),
    ]
    rows = []
    for number, (name, unit, department, start, figures) in enumerate(content, 1):
        kpi = truth.kpi(name, unit, [department])
        kpi.add(
            "現状値 （2022年度）",
            "baseline",
            2022,
            Odd(start, start.lstrip("+")) if start[0] == "+" else start,
        )
        for (period, role, year), figure in zip(heads, figures, strict=True):
            cell = figure if isinstance(figure, Odd) or figure[0] != "+" else Odd(figure, figure[1:])
            kpi.add(period, role, year, cell)
        texts = [shown(f) for f in figures]
        rows.append(
            row(
                c(number, "m"),
                c(name),
                c(unit, "m"),
                c(start, "n"),
                *[c(t, "n") for t in texts[:2]],
                c(reached(texts[0], texts[1]), "n pc"),
                *[c(t, "n") for t in texts[2:4]],
                c(reached(texts[2], texts[3]), "n pc"),
                c(texts[4], "n"),
                c(department, "m"),
            )
        )
    body = (
        "<h1>標本市デジタル田園都市国家構想総合戦略　ＫＰＩ達成状況</h1>"
        + table(rows, [4, 24, 7, 8, 7.5, 7.5, 6.5, 7.5, 7.5, 6.5, 7.5, 10], head=head)
        + '<p class="note">※「－」は集計中又は未実施。</p>'
    )
    css = (
        "h1{font-size:14pt} td{height:10.2mm} th{background:#1f497d;color:#fff;border-color:#999} td{border-color:#999}"
        " .pc{color:#555;font-style:italic}"
    )
    return Document(page(body, size="A4 landscape", font=GOTHIC, pt=9.5, css=css, margin="15mm 12mm"), truth)


def reached(target: str, actual: str) -> str:
    """達成率 of a pair of printed figures; a dash where one is missing."""
    if "－" in (target, actual) or "+" in target:
        return "－"
    whole, part = (int(t.replace(",", "").replace(".", "")) for t in (target, actual))
    return f"{part * 100 / whole:.1f}%"


DOCUMENTS = {
    "kpi_baseline_years": baseline_years,
    "kpi_stacked_rows": stacked_rows,
    "kpi_year_subcolumns": year_subcolumns,
}
