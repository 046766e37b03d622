"""Fourth batch: sheets with costs and indicators in wordings and orders not met before."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, IPAEX, MINCHO, NOTO, TAKAO, Document, c, h, page, row, table, vertical, yen
from truthfile import Odd, Truth


def n(amount: int | None, empty: str = "") -> str:
    return c(yen(amount, empty=empty), "n")


def full_cost() -> Document:
    """見栄市: 投入コスト with 事業費(a), 人件費(b), フルコスト(a)+(b); 目標 above 実績 in cells of one row per indicator."""
    truth = Truth("見栄市", "令和６年度実施 事務事業評価シート 地域見守り活動支援事業")
    name, office = "地域見守り活動支援事業", "福祉部 地域福祉課"
    project = truth.project(name, ["福祉部地域福祉課"])
    slots = [
        ("R3年度決算", 2021, "settlement"),
        ("R4年度決算", 2022, "settlement"),
        ("R5年度決算", 2023, "settlement"),
        ("R6年度予算", 2024, "budget"),
    ]
    lines = [
        ("事業費 (a)", "事業費", (8_412, 8_906, 9_377, 10_200)),
        ("人件費 (b)", "人件費", (4_050, 4_131, 4_131, 4_212)),
        ("フルコスト (a)+(b)", "フルコスト", (12_462, 13_037, 13_508, 14_412)),
    ]
    funds = [("国・府支出金", (2_000, 2_100, 2_300, 2_500)), ("その他特財", (150, 150, 120, 120))]
    rest = tuple(t - sum(f[1][k] for f in funds) for k, t in enumerate((12_462, 13_037, 13_508, 14_412)))
    rows = [row(h("区分", cs=2), *[h(s[0]) for s in slots])]
    for label, component, amounts in lines:
        for (_, year, kind), amount in zip(slots, amounts, strict=True):
            project.add(year, kind, component, amount, yen(amount))
        rows.append(row(h(label, "l", cs=2), *[n(a) for a in amounts]))
    for k, (label, amounts) in enumerate([*funds, ("一般財源", rest)]):
        for (_, year, kind), amount in zip(slots, amounts, strict=True):
            project.add(year, kind, label, amount, yen(amount))
        rows.append(
            row(*([vertical("財源", rs=3)] if not k else []), h(label, "l"), *[n(a) for a in amounts])
        )
    rows.append(row(h("職員数（人工）", "l", cs=2), *[c(t, "n") for t in ("0.50", "0.51", "0.51", "0.52")]))
    kinds = [
        row(
            h("", rs=2),
            h("指標", rs=2),
            h("単位", rs=2),
            h("目標の方向", rs=2),
            h("R3年度"),
            h("R4年度"),
            h("R5年度"),
            h("R6年度"),
            h("目標年度<br>R8"),
        )
    ]
    kinds.append(row(*[h("目標／実績") for _ in range(4)], h("目標値")))
    for kind, label, unit, way, goals, done, final in (
        ("活動", "見守り訪問の延べ回数", "回", "↑", "4,000 4,200 4,400 4,600", "3,871 4,305 4,512 ", "5,000"),
        ("成果", "孤立死の発生件数", "件", "↓", "3 3 2 2", "4 3 1 ", "0"),
    ):
        kpi = truth.kpi(label, unit, ["福祉部地域福祉課"])
        for k, (g, d) in enumerate(zip(goals.split(), [*done.split(), ""][:4], strict=True)):
            kpi.add(f"R{3 + k}年度 目標", "target", 2021 + k, g)
            kpi.add(f"R{3 + k}年度 実績", "actual", 2021 + k, d)
        kpi.add("目標年度 R8 目標値", "target", 2026, final)
        kinds.append(
            row(
                h(kind, rs=2),
                c(label, rs=2),
                c(unit, "m", rs=2),
                c(way, "m", rs=2),
                *[c(g, "n") for g in goals.split()],
                c(final, "n", rs=2),
            )
        )
        kinds.append(row(*[c(d, "n") for d in [*done.split(), ""][:4]]))
    body = (
        "<h1>令和６年度実施　事務事業評価シート</h1>"
        + table([row(h("事務事業名"), c(name, cs=3)), row(h("担当部課名"), c(office), h("予算事業コード"), c("031204", "m"))], [18, 40, 18, 24])
        + "<h2>Ⅰ　投入コスト　　　　（単位：千円）</h2>" + table(rows, [6, 24, 17, 17, 18, 18])
        + "<h2>Ⅱ　指標（上段：目標、下段：実績）</h2>" + table(kinds, [7, 25, 7, 8, 10, 10, 10, 10, 13])
    )  # fmt: skip
    truth.notes.append(
        "フルコスト is named as printed. The row below a target is its actual (上段：目標、下段：実績)."
    )
    return Document(
        page(body, font=GOTHIC, pt=9, css="h1{font-size:13pt} h2{font-size:10pt} th{background:#dae3f3}"),
        truth,
    )


def years_down() -> Document:
    """見潮区: years as rows: 当初予算額, 予算現額, 決算額, 執行率 as columns; a second table with indicators as columns."""
    truth = Truth("見潮区", "令和６年度 行政評価 事務事業評価調書 自転車対策事業")
    name = "自転車対策事業"
    project = truth.project(name, ["都市整備部交通対策課"])
    rows = [
        row(
            h("年度"),
            h("当初予算額"),
            h("予算現額"),
            h("決算額"),
            h("執行率"),
            h("うち特定財源"),
            h("うち一般財源"),
        )
    ]
    for label, year, first, now, done, special in (
        ("令和３年度", 2021, 128_400, 126_950, 121_377, 38_200),
        ("令和４年度", 2022, 131_050, 131_050, 127_904, 39_150),
        ("令和５年度", 2023, 135_600, 138_110, 133_026, 40_020),
    ):
        for kind, component, amount in (
            ("initial_budget", "", first),
            ("current_budget", "", now),
            ("settlement", "", done),
            ("settlement", "うち特定財源", special),
            ("settlement", "うち一般財源", done - special),
        ):
            project.add(year, kind, component, amount, yen(amount))
        rows.append(
            row(
                h(label),
                n(first),
                n(now),
                n(done),
                c(f"{done * 100 / now:.1f}%", "n"),
                n(special),
                n(done - special),
            )
        )
    first, special = 140_300, 41_000
    project.add(2024, "initial_budget", "", first, yen(first))
    rows.append(row(h("令和６年度"), n(first), c("", "d"), c("", "d"), c("", "d"), c("", "d"), c("", "d")))
    names = [
        ("放置自転車の撤去台数", "台", "9,812 8,406 7,951"),
        ("駐輪場の利用率", "％", "71.4 76.0 78.3"),
        ("交通安全教室の参加者数", "人", "3,205 4,118 4,490"),
    ]
    marks = [row(h("年度"), *[h(f"{a}<br>（{u}）") for a, u, _ in names])]
    kpis = [truth.kpi(a, u, ["都市整備部交通対策課"]) for a, u, _ in names]
    for k, year in enumerate((2021, 2022, 2023)):
        cells = [t.split()[k] for _, _, t in names]
        for kpi, text in zip(kpis, cells, strict=True):
            kpi.add(f"令和{3 + k}年度実績", "actual", year, text)
        marks.append(row(h(f"令和{3 + k}年度実績"), *[c(t, "n") for t in cells]))
    goals = ["7,500", "80.0", "5,000"]
    for kpi, text in zip(kpis, goals, strict=True):
        kpi.add("令和６年度目標", "target", 2024, text)
    marks.append(row(h("令和６年度目標"), *[c(t, "n") for t in goals]))
    body = (
        "<h1>事務事業評価調書</h1><p style='text-align:right'>令和６年度 行政評価</p>"
        + table([row(h("事業名"), c(name), h("所管"), c("都市整備部　交通対策課"))], [14, 40, 10, 36])
        + "<h2>予算・決算の推移</h2><p class='unit'>（千円）</p>" + table(rows)
        + "<h2>主な指標の推移</h2>" + table(marks, [25, 25, 25, 25])
    )  # fmt: skip
    truth.notes.append("うち特定財源 and うち一般財源 divide the settlement.")
    return Document(
        page(
            body,
            font=NOTO,
            pt=9,
            css="h1{font-size:14pt} h2{font-size:10.5pt} th{background:#ededed} .d{background:linear-gradient(to bottom right,#fff 49%,#000 50%,#fff 51%)}",
        ),
        truth,
    )


def arrows_in_cells() -> Document:
    """見沢市: KPI as '45.2％（H30）→60.0％（R6）' split in 基準値 and 目標値 cells with the year; 最新値 with its year; 進捗率 ignored."""
    truth = Truth("見沢市", "見沢市デジタル田園都市構想総合戦略 ＫＰＩ進捗一覧（令和６年度）")
    data = [
        ("しごと", "ふるさと納税の寄附件数", "3,210件", "R3", 2021, "4,876件", "R5", 2023, "6,000件", "R9", 2027, "件"),
        ("しごと", "市内総生産額", "2,145億円", "R2", 2020, "2,198億円", "R3", 2021, "2,300億円", "R8", 2026, "億円"),
        ("ひと", "転入超過数（５年間の累計）", "▲412人", "H30～R4", None, "▲65人", "R5", 2023, "0人", "R5～R9", None, "人"),
        ("ひと", "関係人口アプリの登録者数", "－", "", None, "1,530人", "R6.3", 2023, "10,000人", "R9", 2027, "人"),
        ("まち", "公共交通の人口カバー率", "83.7％", "R4", 2022, "84.1％", "R5", 2023, "90％", "R9", 2027, "％"),
    ]  # fmt: skip
    rows = [
        row(
            h("分野"),
            h("重要業績評価指標（ＫＰＩ）"),
            h("基準値"),
            h("最新値"),
            h("目標値"),
            h("進捗率"),
            h("評価"),
        )
    ]
    spans = {"しごと": 2, "ひと": 2, "まち": 1}
    seen: set[str] = set()
    for field, name, base, by, byear, now, ny, nyear, goal, gy, gyear, unit in data:
        kpi = truth.kpi(name, "円" if unit == "億円" else unit)
        scale = 10**8 if unit == "億円" else 1
        for role, text, year in (("baseline", base, byear), ("actual", now, nyear), ("target", goal, gyear)):
            if text == "－":
                kpi.add(role, role, None, "－")
                continue
            number = text.removesuffix(unit).replace(",", "").replace("▲", "-")
            kpi.add(role, role, year, Odd(text, str(int(number) * scale) if scale > 1 else number))
        first = field not in seen
        seen.add(field)
        rows.append(
            row(
                *([c(field, "m", rs=spans[field])] if first else []),
                c(name),
                c(base + (f"<br>({by})" if by else ""), "m"),
                c(f"{now}<br>({ny})", "m"),
                c(f"{goal}<br>({gy})", "m"),
                c("－" if base == "－" else "60％", "m"),
                c("順調", "m"),
            )
        )
    body = "<h1>ＫＰＩ進捗一覧（令和６年度）</h1>" + table(rows, [9, 31, 15, 15, 15, 8, 7])
    truth.notes.append(
        "Periods of several years (H30～R4) give no fiscal year. 億円 is resolved to 円 by the reader (unit 円 or 億円)."
    )
    return Document(page(body, font=TAKAO, pt=9.5, css="h1{font-size:13pt} th{background:#c6e0b4}"), truth)


def logic_model() -> Document:
    """見岳町: EBPM: アウトプット / アウトカム indicators each with 目標 and 実績 over three years in sub-columns; cost line above."""
    truth = Truth("見岳町", "令和６年度 事業レビューシート 空き家利活用促進事業")
    name = "空き家利活用促進事業"
    project = truth.project(name, ["まちづくり課"])
    slots = [("Ｒ４", 2022), ("Ｒ５", 2023), ("Ｒ６", 2024)]
    money = [row(h("事業費の状況（単位：千円）", cs=4)), row(h(""), *[h(s) for s, _ in slots])]
    for label, kind, amounts in (
        ("当初予算額", "initial_budget", (3_500, 4_200, 5_000)),
        ("決算額（Ｒ６は見込み）", None, (3_166, 4_017, 4_900)),
    ):
        for (_, year), amount in zip(slots, amounts, strict=True):
            project.add(year, kind or "settlement", "", amount, yen(amount))
        money.append(row(h(label), *[n(a) for a in amounts]))
    marks = [
        row(h("段階", rs=2), h("指標", rs=2), h("単位", rs=2), *[h(s, cs=2) for s, _ in slots]),
        row(*[h(t) for _ in slots for t in ("目標", "実績")]),
    ]
    for stage, label, unit, texts in (
        ("アウトプット", "空き家バンク新規登録件数", "件", "10 8 12 15 15 -"),
        ("初期アウトカム", "空き家バンク成約件数", "件", "5 4 6 9 8 -"),
        ("最終アウトカム", "移住者数", "人", "12 9 14 21 16 -"),
    ):
        kpi = truth.kpi(label, unit, ["まちづくり課"])
        for k, text in enumerate(texts.split()):
            kpi.add(f"Ｒ{4 + k // 2}", "actual" if k % 2 else "target", 2022 + k // 2, text)
        marks.append(row(h(stage), c(label), c(unit, "m"), *[c(t, "n") for t in texts.split()]))
    body = (
        "<h1>令和６年度　事業レビューシート</h1>"
        + table([row(h("事業名"), c(name), h("担当課"), c("まちづくり課", "m")), row(h("事業開始年度"), c("平成２８年度", "m"), h("事業終了予定"), c("令和８年度", "m"))], [16, 40, 16, 28])
        + "<div style='height:4mm'></div>" + table(money, [31, 23, 23, 23])
        + "<div style='height:4mm'></div>" + table(marks, [18, 28, 8, 8, 8, 8, 8, 7, 7])
    )  # fmt: skip
    truth.notes.append(
        "The settlement row of Ｒ６ is a forecast of the settlement, counted as settlement (決算見込)."
    )
    return Document(page(body, font=IPAEX, pt=9.5, css="h1{font-size:13pt} th{background:#fce4d6}"), truth)


def measure_report() -> Document:
    """見滝市: 総合計画 実績報告: several measures a page, each a heading, an indicator table with 参考値 rows and a list of 事業 with 事業費 実績 and 計画."""
    truth = Truth("見滝市", "第３次総合計画 令和５年度実績報告書")
    blocks = [
        (
            "施策１　防災体制の充実",
            [
                ("防災訓練の参加者数", "人", "1,850", "2,410", "2,377", "3,000"),
                ("耐震化率（住宅）", "％", "78.9", "84.0", "84.6", "95.0"),
            ],
            [
                ("防災訓練事業", "危機管理課", 1_204, 1_500),
                ("木造住宅耐震化促進事業", "建築住宅課", 9_630, 12_000),
            ],
        ),
        (
            "施策２　消防・救急の充実",
            [("救命講習の受講者数", "人", "620", "744", "781", "900")],
            [("消防団運営事業", "消防総務課", 41_255, 42_300), ("救急高度化事業", "警防課", 7_081, 6_800)],
        ),
    ]
    body = "<h1>第３次総合計画　令和５年度実績報告書</h1>"
    for title, indicators, works in blocks:
        rows = [
            row(
                h("成果指標"),
                h("単位"),
                h("基準値<br>Ｈ３０"),
                h("Ｒ４<br>実績"),
                h("Ｒ５<br>実績"),
                h("Ｒ７<br>目標"),
            )
        ]
        for label, unit, *texts in indicators:
            kpi = truth.kpi(label, unit)
            for (period, role, year), text in zip(
                (
                    ("Ｈ３０", "baseline", 2018),
                    ("Ｒ４", "actual", 2022),
                    ("Ｒ５", "actual", 2023),
                    ("Ｒ７", "target", 2025),
                ),
                texts,
                strict=True,
            ):
                kpi.add(period, role, year, text)
            rows.append(row(c(label), c(unit, "m"), *[c(t, "n") for t in texts]))
        lists = [row(h("主な事業"), h("担当課"), h("Ｒ５事業費<br>（実績）"), h("Ｒ６事業費<br>（計画）"))]
        for label, office, done, plan in works:
            project = truth.project(label, [office])
            project.add(2023, "settlement", "", done, yen(done))
            project.add(2024, "forecast", "", plan, yen(plan))
            lists.append(row(c(label), c(office, "m"), n(done), n(plan)))
        body += (
            f"<h2>{title}</h2>"
            + table(rows, [40, 10, 12, 12, 12, 14])
            + "<p class='unit'>事業費の単位：千円</p>"
            + table(lists, [44, 20, 18, 18])
        )
    return Document(
        page(body, font=MINCHO, pt=9.5, css="h1{font-size:13pt} h2{font-size:11pt} th{background:#f2f2f2}"),
        truth,
    )


DOCUMENTS = {
    "b4_sheet_full_cost": full_cost,
    "b4_sheet_years_down": years_down,
    "b4_kpi_years_below": arrows_in_cells,
    "b4_sheet_logic_model": logic_model,
    "b4_measure_report": measure_report,
}
