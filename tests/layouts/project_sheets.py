"""事務事業評価シート, one project a page: money by years and indicators inside a form."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, MINCHO, NOTO, Document, c, h, page, row, table, vertical, yen
from truthfile import Printed, Truth, shown


def funds_by_year() -> Document:
    """見立市: name in the cell to the right, 財源内訳 rows by 年度 columns, 千円; indicators below."""
    truth = Truth("見立市", "令和６年度 事務事業評価シート（令和５年度事業） 放課後児童健全育成事業")
    name, office = "放課後児童健全育成事業", "教育部 青少年課"
    years = [
        ("令和4年度<br>決算", 2022, "settlement"),
        ("令和5年度<br>決算", 2023, "settlement"),
        ("令和6年度<br>予算", 2024, "budget"),
    ]
    funds = [
        ("国庫支出金", [24_310, 25_006, 26_180]),
        ("県支出金", [24_310, 25_006, 26_180]),
        ("地方債", [0, 0, 12_500]),
        ("その他", [31_447, 33_902, 34_800]),
        ("一般財源", [18_776, 21_459, 22_614]),
    ]
    totals = [sum(f[1][i] for f in funds) for i in range(3)]
    staff = [5_760, 5_760, 6_480]
    project = truth.project(name, [office])
    lines: list[tuple[str, str, list[int]]] = [
        ("", "事業費", totals),
        *[(f[0], f[0], f[1]) for f in funds],
        ("人件費", "人件費", staff),
    ]
    grand = [a + b for a, b in zip(totals, staff, strict=True)]
    lines.append(("総事業費", "総事業費", grand))
    for component, _, amounts in lines:
        for (_, year, kind), amount in zip(years, amounts, strict=True):
            project.add(year, kind, component, amount, yen(amount))
    rows = [row(h("（単位：千円）", cs=2), *[h(y) for y, _, _ in years])]
    rows.append(row(h("事業費（Ａ）", "l", cs=2), *[c(yen(t), "n") for t in totals]))
    for number, (label, amounts) in enumerate(funds):
        start = [vertical("財源内訳", rs=5)] if number == 0 else []
        rows.append(row(*start, h(label, "l"), *[c(yen(a), "n") for a in amounts]))
    rows.append(row(h("人件費（Ｂ）", "l", cs=2), *[c(yen(a), "n") for a in staff]))
    rows.append(row(h("従事職員数（人）", "l", cs=2), *[c(f, "n") for f in ("0.8", "0.8", "0.9")]))
    rows.append(row(h("総事業費（Ａ＋Ｂ）", "l", cs=2), *[c(yen(a), "n b") for a in grand]))
    indicators: list[tuple[str, str, str, list[Printed]]] = [
        ("活動指標", "放課後児童クラブの設置数", "箇所", ["21", "22", "22", "23", "23"]),
        ("成果指標", "待機児童数", "人", ["0", "11", "0", "4", "0"]),
    ]
    columns = [
        ("令和4年度 目標", "target", 2022),
        ("令和4年度 実績", "actual", 2022),
        ("令和5年度 目標", "target", 2023),
        ("令和5年度 実績", "actual", 2023),
        ("令和6年度 目標", "target", 2024),
    ]
    table_rows = [
        row(
            h("区分", rs=2),
            h("指標名", rs=2),
            h("単位", rs=2),
            h("令和4年度", cs=2),
            h("令和5年度", cs=2),
            h("令和6年度"),
        ),
        row(h("目標"), h("実績"), h("目標"), h("実績"), h("目標")),
    ]
    for group, label, unit, figures in indicators:
        kpi = truth.kpi(label, unit, [office])
        for (period, role, year), figure in zip(columns, figures, strict=True):
            kpi.add(period, role, year, figure)
        table_rows.append(row(c(group, "m"), c(label), c(unit, "m"), *[c(shown(f), "n") for f in figures]))
    body = (
        "<h1>令和６年度　事務事業評価シート</h1>"
        + table(
            [
                row(h("事務事業名"), c(name, cs=3)),
                row(h("担当部課"), c(office), h("事業開始年度"), c("昭和58年度")),
                row(h("施策体系"), c("１－２　子育て支援の充実"), h("根拠法令"), c("児童福祉法")),
                row(h("会計区分"), c("一般会計"), h("事業区分"), c("自治事務")),
            ],
            [17, 38, 17, 28],
        )
        + "<h2>１　事業の概要（ＰＬＡＮ）</h2>"
        + table(
            [
                row(
                    h("目的"),
                    c("保護者が就労等により昼間家庭にいない小学生に、適切な遊びと生活の場を与える。", "tall"),
                ),
                row(
                    h("内容"),
                    c(
                        "小学校の余裕教室等に児童クラブを設け、放課後と長期休業中に保育を行う。令和5年度は1か所を増設した。",
                        "tall",
                    ),
                ),
            ],
            [17, 83],
        )
        + "<h2>２　事業費の推移（ＤＯ）</h2>"
        + table(rows, [7, 27, 22, 22, 22], style="width:80%")
        + "<h2>３　指標（ＤＯ）</h2>"
        + table(table_rows, [11, 27, 8, 10.8, 10.8, 10.8, 10.8, 10.8])
        + "<h2>４　評価（ＣＨＥＣＫ）</h2>"
        + table(
            [
                row(
                    h("必要性"),
                    c("Ａ", "m"),
                    h("有効性"),
                    c("Ｂ", "m"),
                    h("効率性"),
                    c("Ｂ", "m"),
                    h("総合評価"),
                    c("Ｂ", "m"),
                )
            ],
            [15, 10, 15, 10, 15, 10, 15, 10],
        )
    )
    css = "h1{font-size:14pt} h2{font-size:10pt} th{background:#e2efda} .tall{height:13mm} .b{font-weight:bold} .l{text-align:left}"
    truth.notes.append(
        "従事職員数 is no amount. 事業費 (component '') and 総事業費 are both wholes of their kind."
    )
    return Document(page(body, font=GOTHIC, pt=9.5, css=css, margin="14mm 16mm"), truth)


def budget_and_settlement_yen() -> Document:
    """凡例市: name in a band above the form, 円, last year first, 予算現額 / 決算額 / 執行率 columns."""
    truth = Truth("凡例市", "事務事業評価表（令和5年度決算） 防犯灯設置管理事業")
    name, office = "防犯灯設置管理事業", "市民協働課"
    project = truth.project(name, [office])
    years = [("令和4年度", 2022), ("令和5年度", 2023)]
    #             R4 予算現額, R4 決算額, R5 予算現額, R5 決算額
    items = [
        ("需用費", [18_204_000, 17_655_318, 21_560_000, 20_987_402]),
        ("委託料", [2_310_000, 2_310_000, 2_420_000, 2_398_000]),
        ("工事請負費", [6_600_000, 6_512_000, 5_500_000, 5_478_000]),
        ("負担金、補助及び交付金", [4_500_000, 4_126_500, 4_500_000, 3_988_000]),
    ]
    total = [sum(i[1][k] for i in items) for k in range(4)]
    special = [0, 0, 3_000_000, 3_000_000]
    general = [t - s for t, s in zip(total, special, strict=True)]
    rows = [
        row(h("区　　分", rs=2, cs=2), *[h(y, cs=3) for y, _ in years]),
        row(*[h(t) for t in ("予算現額", "決算額", "執行率(%)") * 2]),
    ]
    groups: list[tuple[str, list[tuple[str, list[int]]]]] = [
        ("事業費の内訳", items),
        ("財源", [("国県支出金", special), ("一般財源", general)]),
    ]

    def line(label: str, amounts: list[int], start: str = "", wide: bool = False) -> str:
        component = "" if label == "合　計" else label
        for k, (year, kind) in enumerate(
            ((2022, "current_budget"), (2022, "settlement"), (2023, "current_budget"), (2023, "settlement"))
        ):
            project.add(year, kind, component, amounts[k], yen(amounts[k]), 1)
        cells = []
        for k in (0, 2):
            share = f"{amounts[k + 1] * 100 / amounts[k]:.1f}" if amounts[k] else ""
            cells += [c(yen(amounts[k]), "n"), c(yen(amounts[k + 1]), "n"), c(share, "n pct")]
        return row(start, h(label, "l", cs=2 if wide else 1), *cells)

    for title, lines in groups:
        for number, (label, amounts) in enumerate(lines):
            rows.append(line(label, amounts, vertical(title, rs=len(lines)) if number == 0 else ""))
        if title == "事業費の内訳":
            rows.append(line("合　計", total, wide=True))
    kpis: list[tuple[str, str, list[Printed]]] = [
        ("防犯灯の新設灯数", "灯", ["34", "41", "45"]),
        ("ＬＥＤ化率", "％", ["86.4", "91.7", "100.0"]),
        ("１灯当たりの年間維持管理費", "円", ["2,288", "2,431", "2,400"]),
    ]
    kpi_rows = [
        row(
            h("指　標"),
            h("単位"),
            h("令和4年度<br>実績値"),
            h("令和5年度<br>実績値"),
            h("令和6年度<br>目標値"),
        )
    ]
    for label, unit, figures in kpis:
        kpi = truth.kpi(label, unit, [office])
        for (period, role, year), figure in zip(
            (
                ("令和4年度 実績値", "actual", 2022),
                ("令和5年度 実績値", "actual", 2023),
                ("令和6年度 目標値", "target", 2024),
            ),
            figures,
            strict=True,
        ):
            kpi.add(period, role, year, figure)
        kpi_rows.append(row(c(label), c(unit, "m"), *[c(shown(f), "n") for f in figures]))
    body = (
        '<p class="no">整理番号　0214</p><h1>事務事業評価表（令和5年度決算）</h1>'
        f'<div class="band"><div class="cap">事務事業の名称</div><div class="nm">{name}</div></div>'
        + table(
            [
                row(h("所　管"), h("款"), h("項"), h("目"), h("事業コード")),
                row(
                    c(office, "m"),
                    c("2 総務費", "m"),
                    c("1 総務管理費", "m"),
                    c("9 防犯対策費", "m"),
                    c("02-01-09-03", "m"),
                ),
            ],
            [24, 18, 20, 20, 18],
        )
        + "<h2>事業の目的・内容</h2><div class=box>夜間の犯罪を防ぎ通行の安全を守るため、防犯灯を新設・更新し、"
        "自治会が維持管理する防犯灯3,912灯の電気料金を補助する。</div>"
        "<h2>事業費及び財源</h2><p class=unit>（単位：円）</p>"
        + table(rows, [6, 24, 13.5, 13.5, 8, 13.5, 13.5, 8])
        + "<h2>成果を表す指標</h2>"
        + table(kpi_rows, [42, 10, 16, 16, 16])
        + "<h2>所管課による評価</h2><div class=box>■ 継続　□ 拡大　□ 縮小　□ 統合　□ 廃止<br>"
        "電気料金の値上がりにより需用費が増えている。令和6年度にＬＥＤ化を終える。</div>"
    )
    css = (
        "h1{font-size:15pt} h2{font-size:10.5pt} .no{text-align:right;margin:0} .band{border:1.4pt solid #000;margin-bottom:3mm}"
        " .cap{background:#000;color:#fff;padding:.6mm 2mm;font-size:8.5pt} .nm{padding:2mm;font-size:13pt;text-align:center}"
        " .box{border:0.6pt solid #000;padding:2mm;min-height:14mm} th{background:#f2f2f2} .pct{color:#333} .l{text-align:left}"
    )
    truth.notes.append("Amounts in yen. 執行率 is no amount.")
    return Document(page(body, font=MINCHO, pt=9.5, css=css, margin="14mm 15mm"), truth)


def goals_and_total_cost() -> Document:
    """仮名市: landscape sheet, activity and outcome with 目標/実績 rows, 人件費 and 総コスト, in two columns."""
    truth = Truth("仮名市", "令和7年度 事務事業マネジメントシート 公立保育所運営事業")
    name, office = "公立保育所運営事業", "こども部保育課"
    project = truth.project(name, [office])
    years = [
        ("R4", 2022, "settlement"),
        ("R5", 2023, "settlement"),
        ("R6", 2024, "settlement"),
        ("R7", 2025, "initial_budget"),
    ]
    costs: list[tuple[str, list[int]]] = [
        ("直接事業費", [88_214, 91_730, 95_066, 99_410]),
        ("人件費", [512_400, 508_950, 521_300, 530_120]),
    ]
    total = [sum(x[1][i] for x in costs) for i in range(4)]
    funds: list[tuple[str, list[int | None]]] = [
        ("国", [11_250, 11_400, None, None]),
        ("府", [5_625, 5_700, 2_110, 2_100]),
        ("受益者負担", [60_318, 58_244, 55_971, 54_000]),
        ("その他", [None, 300, None, None]),
    ]
    rest = [t - sum(f[1][i] or 0 for f in funds) for i, t in enumerate(total)]
    rows = [row(h("", cs=2), *[h(f"{y}{'当初予算' if y == 'R7' else '決算'}") for y, _, _ in years])]
    for label, amounts in [*costs, ("総コスト", total)]:
        for (_, year, kind), amount in zip(years, amounts, strict=True):
            project.add(year, kind, "" if label == "総コスト" else label, amount, yen(amount))
        rows.append(
            row(h(label, cs=2), *[c(yen(a), "n") for a in amounts], kind="sum" if label == "総コスト" else "")
        )
    own: tuple[str, list[int | None]] = ("一般財源", list(rest))
    for number, (label, sums) in enumerate([*funds, own]):
        for (_, year, kind), part in zip(years, sums, strict=True):
            project.add(year, kind, label, part, yen(part))
        rows.append(
            row(*([h("財源", rs=5)] if number == 0 else []), h(label), *[c(yen(a), "n") for a in sums])
        )
    rows.append(row(h("従事職員数(人)", cs=2), *[c(f, "n") for f in ("72.5", "71.0", "70.0", "71.5")]))
    kpis: list[tuple[str, str, str, list[Printed], list[Printed]]] = [
        ("活動指標", "入所児童数", "人", ["640", "630", "620", "600"], ["633", "617", "598", ""]),
        ("活動指標", "一時預かり実施園数", "園", ["4", "5", "5", "6"], ["4", "5", "5", ""]),
        ("成果指標", "保護者満足度", "％", ["90.0", "90.0", "92.0", "92.0"], ["91.4", "-", "93.2", ""]),
    ]
    kpi_rows = [row(h("指標", cs=2), h("単位"), h(""), *[h(f"{y}年度") for y, _, _ in years])]
    before = ""
    for group, label, unit, goals, actuals in kpis:
        kpi = truth.kpi(label, unit, [office])
        for (text, year, _), goal in zip(years, goals, strict=True):
            kpi.add(f"{text}年度 目標", "target", year, goal)
        for (text, year, _), actual in zip(years, actuals, strict=True):
            kpi.add(f"{text}年度 実績", "actual", year, actual)
        start = [] if group == before else [h(group, rs=4 if group == "活動指標" else 2)]
        before = group
        kpi_rows.append(
            row(
                *start, c(label, rs=2), c(unit, "m", rs=2), c("目標", "m"), *[c(shown(g), "n") for g in goals]
            )
        )
        kpi_rows.append(row(c("実績", "m"), *[c(shown(a), "n") for a in actuals]))
    left = (
        "<h2>コスト（千円）</h2>"
        + table(rows, [8, 20, 18, 18, 18, 18])
        + "<p class=note>※人件費は平均給与額に従事職員数を乗じて算出</p>"
    )
    right = (
        "<h2>指標の推移</h2>"
        + table(kpi_rows, [11, 25, 9, 9, 11.5, 11.5, 11.5, 11.5])
        + "<h2>今後の方向性</h2>"
        + table([row(h("成果"), c("維持", "m"), h("コスト"), c("維持", "m"))], [20, 30, 20, 30])
    )
    body = (
        "<h1>令和7年度　事務事業マネジメントシート</h1>"
        + table(
            [row(h("事務事業"), c(name), h("担当"), c(office), h("会計"), c("一般会計"))],
            [10, 40, 8, 22, 8, 12],
        )
        + f'<div class="two"><div>{left}</div><div>{right}</div></div>'
    )
    css = (
        "h1{font-size:13pt;background:#333;color:#fff;padding:1.5mm} .two{display:flex;gap:6mm} .two>div{flex:1}"
        " h2{font-size:10pt} th{background:#deeaf6} .sum td{font-weight:bold;border-top:1.4pt solid #000}"
    )
    truth.notes.append(
        "Two tables stand side by side. 総コスト is the whole (component ''). Empty cells give no amount."
    )
    return Document(page(body, size="A4 landscape", font=NOTO, pt=8.5, css=css, margin="12mm"), truth)


DOCUMENTS = {
    "sheet_funds_by_year": funds_by_year,
    "sheet_budget_settlement_yen": budget_and_settlement_yen,
    "sheet_goals_total_cost": goals_and_total_cost,
}
