"""Ways of printing that are rarer: transposed tables, two figures a cell, sub-rows, no rules, turned pages."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, IPAEX, NOTO, TAKAO, Document, c, h, page, rate, row, table, yen
from truthfile import Odd, Printed, Truth, shown


def years_in_rows() -> Document:
    """見立里町: transposed, one row a year; 予算額 決算額 執行率 and funds as columns, indicators as columns below."""
    truth = Truth("見立里町", "令和５年度分 事務事業評価表 図書館管理運営事業")
    name, office = "図書館管理運営事業", "教育課生涯学習係"
    truth.notes.append(
        "Years stand in rows. The unit of an indicator is in the brackets of its column heading."
    )
    project = truth.project(name, [office])
    years = [("令和３年度", 2021), ("令和４年度", 2022), ("令和５年度", 2023)]
    figures = [
        (28_410, 27_655, 0, 0, 1_204),
        (30_120, 29_874, 1_500, 0, 1_187),
        (46_980, 45_213, 8_000, 6_400, 1_236),
    ]
    funds = ("国県支出金", "町債", "その他")
    rows = [
        row(
            h("年　度", rs=2),
            h("予算額", rs=2),
            h("決算額", rs=2),
            h("執行率", rs=2),
            h("決算額の財源", cs=4),
        ),
        row(*[h(f) for f in (*funds, "一般財源")]),
    ]
    for (label, year), (budget, spent, *special) in zip(years, figures, strict=True):
        project.add(year, "budget", "", budget, yen(budget))
        project.add(year, "settlement", "", spent, yen(spent))
        parts = [*special, spent - sum(special)]
        for fund, amount in zip((*funds, "一般財源"), parts, strict=True):
            project.add(year, "settlement", fund, amount, yen(amount))
        rows.append(
            row(
                c(label, "m"),
                c(yen(budget), "n"),
                c(yen(spent), "n"),
                c(rate(spent, budget) + "%", "n"),
                *[c(yen(a), "n") for a in parts],
            )
        )
    indicators: list[tuple[str, str, list[Printed], list[Printed]]] = [
        ("貸出冊数", "冊", ["52,000", "53,000", "54,000"], ["47,318", "51,206", "55,914"]),
        ("町民１人当たりの蔵書数", "冊", ["6.0", "6.1", "6.2"], ["5.9", "6.1", "6.3"]),
        ("おはなし会の参加者数", "人", ["300", "300", "350"], ["－", "214", "367"]),
    ]
    rows2 = [
        row(h("年　度", rs=2), *[h(f"{label}（{unit}）", cs=2) for label, unit, _, _ in indicators]),
        row(*[h("目標"), h("実績")] * 3),
    ]
    lines: list[list[str]] = [[c(label, "m")] for label, _ in years]
    for label, unit, goals, actuals in indicators:
        kpi = truth.kpi(label, unit, [office])
        for index, (text, year) in enumerate(years):
            kpi.add(f"{text} 目標", "target", year, goals[index])
            kpi.add(f"{text} 実績", "actual", year, actuals[index])
            lines[index] += [c(shown(goals[index]), "n"), c(shown(actuals[index]), "n")]
    body = (
        "<h1>事務事業評価表（令和５年度分）</h1>"
        + table(
            [
                row(h("事業名"), c(name), h("担当"), c(office)),
                row(h("総合計画"), c("３－４　生涯学習の推進"), h("会計"), c("一般会計")),
            ],
            [14, 44, 10, 32],
        )
        + "<h2>１．事業費の推移（単位：千円）</h2>"
        + table(rows, [14, 12, 12, 10, 13, 13, 13, 13])
        + "<h2>２．指標の推移</h2>"
        + table([*rows2, *[row(*line) for line in lines]], [16, 14, 14, 14, 14, 14, 14])
        + "<h2>３．評価</h2>"
        + table(
            [row(h("必要性"), c("高", "m"), h("効率性"), c("中", "m"), h("今後"), c("現状のまま継続", "m"))],
            [12, 12, 12, 12, 12, 40],
        )
    )
    css = "h1{font-size:14pt} h2{font-size:10.5pt} td{height:8mm} th{background:#ebf1de}"
    return Document(page(body, font=TAKAO, pt=10, css=css, margin="18mm"), truth)


def two_figures_a_cell() -> Document:
    """見込市: each year's cell holds 目標 above and 実績 below, told apart by the header '上段：目標値　下段：実績値'."""
    truth = Truth("見込市", "見込市まち・ひと・しごと創生総合戦略 数値目標の進捗")
    truth.notes.append("Two lines a cell: upper = target, lower = actual, said once in the header.")
    content: list[tuple[str, str, str, list[tuple[str, str]]]] = [
        ("観光消費額", "百万円", "3,120", [("3,300", "2,915"), ("3,450", "3,508"), ("3,600", "3,811")]),
        (
            "農産物直売所の売上額",
            "千円",
            "418,000",
            [("425,000", "431,220"), ("432,000", "440,817"), ("440,000", "438,906")],
        ),
        ("転入超過数", "人", "△210", [("△180", "△195"), ("△150", "△88"), ("△120", "△134")]),
        ("子育てアプリの登録者数", "人", "1,840", [("2,000", "2,233"), ("2,200", "2,610"), ("2,400", "－")]),
        ("路線バスの利用者数", "千人", "1,512", [("1,520", "1,203"), ("1,520", "1,344"), ("1,520", "1,427")]),
    ]

    def signed(text: str) -> Printed:
        return Odd(text, text.replace("△", "-").replace(",", "")) if text.startswith("△") else text

    head = [
        row(
            h("数値目標", rs=2),
            h("単位", rs=2),
            h("基準値<br>（令和元年度）", rs=2),
            h("上段：目標値　下段：実績値", cs=3),
        ),
        row(h("令和３年度"), h("令和４年度"), h("令和５年度")),
    ]
    rows = []
    for name, unit, start, pairs in content:
        kpi = truth.kpi(name, unit)
        kpi.add("基準値 （令和元年度）", "baseline", 2019, signed(start))
        for year, (goal, actual) in zip((2021, 2022, 2023), pairs, strict=True):
            kpi.add(f"令和{year - 2018}年度 上段：目標値", "target", year, signed(goal))
            kpi.add(f"令和{year - 2018}年度 下段：実績値", "actual", year, signed(actual))
        rows.append(
            row(
                c(name),
                c(unit, "m"),
                c(start, "n"),
                *[c(f"{goal}<br>{actual}", "n") for goal, actual in pairs],
            )
        )
    body = "<h1>数値目標の進捗</h1>" + table([*head, *rows], [34, 10, 14, 14, 14, 14])
    css = "h1{font-size:14pt} td{line-height:1.6} th{background:#fde4d0}"
    return Document(page(body, font=GOTHIC, pt=10, css=css, margin="18mm"), truth)


def sub_rows() -> Document:
    """見聞市: indicators split in sub-rows 小学生 / 中学生, 男性 / 女性 (series), years in columns, 5年度 without era."""
    truth = Truth("見聞市", "見聞市教育振興基本計画 令和５年度点検・評価報告書")
    truth.notes.append("Sub-rows are series of one indicator. '3年度' without era is 令和 (title).")
    content: list[tuple[str, str, list[tuple[str, list[Printed]]]]] = [
        (
            "朝食を毎日食べる児童生徒の割合",
            "％",
            [("小学生", ["86.2", "85.1", "84.8", "90.0"]), ("中学生", ["80.4", "79.9", "78.3", "85.0"])],
        ),
        (
            "１か月に１冊も本を読まない児童生徒の割合",
            "％",
            [("小学生", ["8.8", "9.4", "10.1", "5.0"]), ("中学生", ["21.3", "23.0", "22.6", "15.0"])],
        ),
        (
            "週１回以上運動をする市民の割合",
            "％",
            [("男性", ["52.0", "－", "54.7", "60.0"]), ("女性", ["45.8", "－", "47.2", "60.0"])],
        ),
        ("学校支援ボランティアの登録者数", "人", [("", ["614", "633", "702", "800"])]),
        (
            "文化財施設の入館者数",
            "人",
            [
                ("資料館", ["8,102", "10,455", "12,318", "13,000"]),
                ("旧庄屋屋敷", ["3,244", "4,010", "4,876", "5,000"]),
                ("埋蔵文化財センター", ["1,905", "2,286", "2,114", "2,500"]),
            ],
        ),
    ]
    columns = [
        ("３年度", "actual", 2021),
        ("４年度", "actual", 2022),
        ("５年度", "actual", 2023),
        ("目標（７年度）", "target", 2025),
    ]
    rows = [row(h("成果指標", cs=2), h("単位"), *[h(p) for p, _, _ in columns])]
    for name, unit, series in content:
        kpi = truth.kpi(name, unit)
        for number, (label, figures) in enumerate(series):
            for (period, role, year), figure in zip(columns, figures, strict=True):
                kpi.add(period, role, year, figure, series=label)
            cells = [c(name, rs=len(series), cs=1 if label else 2)] if number == 0 else []
            cells += [c(label, "m")] if label else []
            cells += [c(unit, "m", rs=len(series))] if number == 0 else []
            rows.append(row(*cells, *[c(shown(f), "n") for f in figures]))
    body = (
        "<p class=unit>令和５年度　点検・評価報告書</p><h1>基本方針２　健やかな体と豊かな心を育む</h1><p>■ 成果指標の状況</p>"
        + table(rows, [32, 16, 8, 10, 10, 10, 14])
    )
    body += "<p class=note>※運動の割合は隔年の市民意識調査による。</p><p style='text-align:center;margin-top:30mm'>12</p>"
    css = "h1{font-size:13pt;text-align:left;border-bottom:2pt solid #7030a0} td{height:9mm} th{background:#e4dfec}"
    return Document(page(body, font=NOTO, pt=10, css=css, margin="18mm"), truth)


def zebra_without_rules() -> Document:
    """見処町: no rules at all, zebra fills, right-aligned figures, R7 R6 columns, 増減 with plus and minus signs."""
    truth = Truth("見処町", "見処町 令和７年度当初予算 主な事業")
    truth.notes.append(
        "No ruling lines: columns are told by alignment and zebra fills only. 増減 is printed with + and －."
    )
    content = [
        (
            "子ども・子育て",
            [
                ("こども園運営事業", 186_412, 179_960),
                ("小児予防接種事業", 24_018, 23_377),
                ("出産祝金", 5_600, 6_000),
            ],
        ),
        (
            "産業・観光",
            [
                ("温泉施設改修事業", 74_800, 12_100),
                ("農地中間管理事業", 3_215, 3_402),
                ("商店街灯ＬＥＤ化補助", 2_480, 0),
            ],
        ),
        (
            "くらし・環境",
            [
                ("ごみ処理広域連合負担金", 132_750, 128_041),
                ("空家除却補助金", 4_000, 3_000),
                ("生活路線バス補助金", 21_860, 21_860),
            ],
        ),
    ]
    body = "<h1>令和７年度当初予算　主な事業</h1>"
    for title, projects in content:
        rows = [row(h("事業名", "l"), h("R7当初", "n"), h("R6当初", "n"), h("増減", "n"))]
        for name, this, last in projects:
            project = truth.project(name, change_yen=(this - last) * 1000)
            project.add(2025, "initial_budget", "", this, yen(this))
            project.add(2024, "initial_budget", "", last, yen(last))
            sign = "＋" if this > last else "－" if this < last else "±"
            rows.append(
                row(c(name), c(yen(this), "n"), c(yen(last), "n"), c(f"{sign}{abs(this - last):,}", "n"))
            )
        body += f"<h2>● {title}</h2><p class=unit>単位：千円</p>" + table(rows, [46, 18, 18, 18])
    css = "h1{font-size:16pt;color:#375623} h2{font-size:12pt;color:#375623} th,td{border:none;padding:2mm} tr:nth-child(odd){background:#eef5e9} th{background:#a9d08e}"
    return Document(page(body, font=IPAEX, pt=11, css=css, margin="20mm"), truth)


def turned_page() -> Document:
    """見返川市: a landscape list on a portrait page that is turned by /Rotate; 決算 with 予算現額 last."""
    truth = Truth("見返川市", "令和６年度 主要施策成果一覧（土木費）")
    truth.notes.append("The page carries /Rotate 270. 不用額 is no amount.")
    content = [
        (
            "道路新設改良費",
            "道路建設課",
            412_330,
            377_145,
            128_000,
            210_600,
            "市道12号線外３路線 改良延長1,420ｍ",
        ),
        ("橋りょう維持費", "道路維持課", 186_000, 180_412, 99_220, 72_900, "橋りょう補修９橋"),
        ("河川改修費", "河川課", 94_500, 90_338, 0, 81_300, "準用河川の護岸工 260ｍ"),
        ("街路事業費", "都市整備課", 305_000, 241_870, 120_900, 108_000, "駅前大通線の用地取得６件"),
        ("公園管理費", "公園緑地課", 88_120, 87_006, 0, 0, "公園142か所の維持管理"),
        ("市営住宅改修費", "住宅課", 143_800, 139_954, 62_900, 61_500, "外壁改修２棟、給水管改修１棟"),
    ]
    rows = [
        row(
            h("事　業　名", rs=2),
            h("担当課", rs=2),
            h("決算額", rs=2),
            h("左の財源内訳", cs=3),
            h("予算現額", rs=2),
            h("不用額", rs=2),
            h("主な成果", rs=2),
        ),
        row(h("国庫支出金"), h("市債"), h("一般財源")),
    ]
    for name, office, budget, spent, state, bond, text in content:
        project = truth.project(name, [office])
        project.add(2024, "settlement", "", spent, yen(spent))
        project.add(2024, "current_budget", "", budget, yen(budget))
        rest = spent - state - bond
        for label, amount in (("国庫支出金", state), ("市債", bond), ("一般財源", rest)):
            project.add(2024, "settlement", label, amount or None, yen(amount))
        rows.append(
            row(
                c(name),
                c(office, "m"),
                c(yen(spent), "n"),
                *[c(yen(a or None, empty="-"), "n") for a in (state, bond, rest)],
                c(yen(budget), "n"),
                c(yen(budget - spent), "n"),
                c(text),
            )
        )
    body = (
        "<div class=turn><h1>令和６年度　主要施策成果一覧（土木費）</h1><p class=unit>（単位：千円）</p>"
        + table(rows, [14, 10, 10, 9, 9, 9, 10, 8, 21])
        + "</div>"
    )
    css = (
        "h1{font-size:14pt} td{height:12mm} th{background:#d9e1f2} body{position:relative}"
        " .turn{position:absolute;width:267mm;top:0;left:180mm;transform-origin:0 0;transform:rotate(90deg)}"
    )
    return Document(page(body, font=GOTHIC, pt=9.5, css=css, margin="15mm"), truth, turn=270)


DOCUMENTS = {
    "sheet_years_in_rows": years_in_rows,
    "kpi_two_figures_a_cell": two_figures_a_cell,
    "kpi_sub_rows": sub_rows,
    "budget_zebra": zebra_without_rules,
    "results_turned_page": turned_page,
}
