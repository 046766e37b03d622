"""More 事務事業評価 forms: names in caption lines, several projects a page, PDCA blocks."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, IPAEX, MINCHO, Document, c, h, page, row, table, vertical, yen
from truthfile import Odd, Printed, Truth, shown


def caption_names() -> Document:
    """文例町: '事務事業名：○○' as a line above each form, two projects a page, amounts in 万円."""
    truth = Truth("文例町", "文例町 令和５年度実施事務事業の点検・評価")
    years = [
        ("３年度", 2021, "settlement"),
        ("４年度", 2022, "settlement"),
        ("５年度", 2023, "settlement"),
        ("６年度", 2024, "budget"),
    ]
    content: list[tuple[str, str, str, list[int], list[int], tuple[str, str, list[Printed]], str]] = [
        (
            "小さな拠点づくり推進事業",
            "総務企画課",
            "閉校した校舎を住民の交流と買物の場として使えるように改める。",
            [320, 1_845, 2_210, 650],
            [160, 900, 1_100, 0],
            ("拠点施設の利用者数", "人", ["-", "1,204", "3,877", "4,500"]),
            "Ａ",
        ),
        (
            "有害鳥獣捕獲対策事業",
            "農林建設課",
            "イノシシ、ニホンジカの捕獲に報償金を支払い、防護柵の設置を助成する。",
            [1_236, 1_318, 1_402, 1_450],
            [410, 455, 480, 480],
            ("イノシシの捕獲頭数", "頭", ["286", "341", "319", "350"]),
            "Ｂ",
        ),
        (
            "高齢者見守りネットワーク事業",
            "住民福祉課",
            "新聞販売店、郵便局などと協定を結び、日常の業務の中で高齢者を見守る。",
            [58, 62, 60, 75],
            [0, 0, 0, 0],
            ("協定締結事業者数", "者", ["18", "21", "24", "26"]),
            "Ａ",
        ),
        (
            "町営住宅長寿命化事業",
            "農林建設課",
            "長寿命化計画に基づき、外壁と屋根の改修を進める。",
            [4_120, 0, 5_385, 6_000],
            [2_060, 0, 2_692, 3_000],
            ("改修を終えた棟数", "棟", ["2", "2", "5", "8"]),
            "Ｂ",
        ),
    ]
    body = "<h1>令和５年度実施事務事業の点検・評価</h1>"
    for number, (name, office, text, costs, subsidies, (label, unit, figures), grade) in enumerate(content):
        project = truth.project(name, [office])
        kpi = truth.kpi(label, unit, [office])
        own = [a - b for a, b in zip(costs, subsidies, strict=True)]
        for (_, year, kind), cost, subsidy, rest in zip(years, costs, subsidies, own, strict=True):
            for component, amount in (("", cost), ("国・県補助金", subsidy), ("一般財源等", rest)):
                project.add(year, kind, component, amount, yen(amount), 10_000)
        for (period, year, _), figure in zip(years, figures, strict=True):
            role = "target" if year == 2024 else "actual"
            kpi.add(f"{period}（{'目標' if year == 2024 else '実績'}）", role, year, figure)
        body += (
            f'<div class="one"><p class="cap">事務事業名：{name}　　　　（担当課：{office}）</p>'
            + table(
                [
                    row(h("概要"), c(text, cs=5)),
                    row(
                        h("事業費（万円）", cs=2),
                        *[h(f"{p}{'決算' if k == 'settlement' else '予算'}") for p, _, k in years],
                    ),
                    row(c("総額", cs=2), *[c(yen(a), "n") for a in costs]),
                    row(c("　国・県補助金", cs=2), *[c(yen(a), "n") for a in subsidies]),
                    row(c("　一般財源等", cs=2), *[c(yen(a), "n") for a in own]),
                    row(
                        h("指標", cs=2),
                        *[h(f"{p}（{'目標' if y == 2024 else '実績'}）") for p, y, _ in years],
                    ),
                    row(c(f"{label}［{unit}］", cs=2), *[c(shown(f), "n") for f in figures]),
                    row(
                        h("評価"),
                        c(grade, "m"),
                        c("事業の有効性は認められる。実施方法を見直しながら継続する。", cs=4),
                    ),
                ],
                [10, 26, 16, 16, 16, 16],
            )
            + "</div>"
        )
        if number == 1:
            body += '<div style="break-after:page"></div>'
    css = (
        "h1{font-size:14pt} .cap{margin:0 0 1mm;font-weight:bold} .one{margin-bottom:12mm} th{background:#e8e8e8}"
        " td{height:8mm} @page{@bottom-right{content:counter(page) '／' counter(pages);font-size:9pt}}"
    )
    truth.notes.append("総額 is the whole (component ''). Amounts in 万円; units of indicators in ［ ］.")
    return Document(page(body, font=MINCHO, pt=10.5, css=css, margin="16mm"), truth)


def plan_do_check() -> Document:
    """様式市: vertical PLAN / DO / CHECK / ACTION labels at the left, name above, R5決算 R6決算見込 R7予算."""
    truth = Truth("様式市", "令和７年度行政評価 事務事業評価調書 乳幼児健康診査事業")
    name, office = "乳幼児健康診査事業", "健康福祉部こども家庭センター"
    project = truth.project(name, [office])
    years = [("R5決算", 2023, "settlement"), ("R6決算見込", 2024, "settlement"), ("R7予算", 2025, "budget")]
    lines: list[tuple[str, list[int | None]]] = [
        ("国庫支出金", [1_640, 2_318, 2_300]),
        ("県支出金", [820, 1_159, 1_150]),
        ("市債", [None, None, None]),
        ("その他特財", [15, 18, 20]),
        ("一般財源", [14_962, 15_231, 16_044]),
    ]
    total = [sum(x[1][i] or 0 for x in lines) for i in range(3)]
    for (_, year, kind), amount in zip(years, total, strict=True):
        project.add(year, kind, "", amount, yen(amount))
    for label, sums in lines:
        for (_, year, kind), part in zip(years, sums, strict=True):
            project.add(year, kind, label, part, yen(part))
    kpis: list[tuple[str, str, str, list[Printed], list[Printed]]] = [
        ("活動", "健診の実施回数", "回", ["48", "48", "48"], ["48", "47", ""]),
        ("成果", "１歳６か月児健診の受診率", "％", ["98.0", "98.0", "98.5"], ["97.1", "98.6", ""]),
        ("成果", "むし歯のない３歳児の割合", "％", ["92.0", "93.0", "94.0"], ["92.8", "93.3", ""]),
    ]
    kpi_years = [("R5", 2023), ("R6", 2024), ("R7", 2025)]
    heads = row(h("種別"), h("指標名"), h("単位"), h("区分"), *[h(y) for y, _ in kpi_years])
    kpi_rows = [heads]
    for group, label, unit, goals, actuals in kpis:
        kpi = truth.kpi(label, unit, [office])
        for (text, year), goal in zip(kpi_years, goals, strict=True):
            kpi.add(f"{text} 目標", "target", year, goal)
        for (text, year), actual in zip(kpi_years, actuals, strict=True):
            kpi.add(f"{text} 実績", "actual", year, actual)
        kpi_rows += [
            row(
                c(group, "m", rs=2),
                c(label, rs=2),
                c(unit, "m", rs=2),
                c("目標", "m"),
                *[c(shown(g), "n") for g in goals],
            ),
            row(c("実績", "m"), *[c(shown(a), "n") for a in actuals]),
        ]
    money = [row(h("事業費（千円）", cs=2), *[h(y) for y, _, _ in years])]
    for number, (label, sums) in enumerate(lines):
        money.append(
            row(*([vertical("財源", rs=5)] if number == 0 else []), c(label), *[c(yen(a), "n") for a in sums])
        )
    money.append(row(h("合計", cs=2), *[c(yen(a), "n b") for a in total]))

    def block(letters: str, word: str, inner: str, color: str) -> str:
        label = f'<div class="side" style="background:{color}"><div class="v">{letters}　{word}</div></div>'
        return f'<div class="blk">{label}<div class="in">{inner}</div></div>'

    body = (
        '<h1>令和７年度行政評価　事務事業評価調書</h1><table class="id"><tr><td class="t">事務事業名</td><td class="t">担当</td></tr>'
        f'<tr><td class="big">{name}</td><td class="m">{office}</td></tr></table>'
        + block(
            "ＰＬＡＮ",
            "計画",
            table(
                [
                    row(h("対象"), c("４か月、10か月、１歳６か月、３歳６か月の乳幼児")),
                    row(h("意図"), c("疾病や発達の遅れを早く見つけ、保護者の不安を減らす。")),
                    row(h("手段"), c("保健センターでの集団健診と医療機関での個別健診を行う。")),
                ],
                [15, 85],
            ),
            "#cfe2f3",
        )
        + block(
            "ＤＯ",
            "実施",
            table(money, [6, 28, 22, 22, 22]) + "<p></p>" + table(kpi_rows, [8, 36, 8, 9, 13, 13, 13]),
            "#fff2cc",
        )
        + block(
            "ＣＨＥＣＫ",
            "評価",
            table(
                [
                    row(h("必要性"), c("高い", "m"), h("妥当性"), c("妥当", "m")),
                    row(h("有効性"), c("高い", "m"), h("効率性"), c("余地あり", "m")),
                    row(h("課題"), c("未受診者の把握に時間を要している。", cs=3)),
                ],
                [15, 35, 15, 35],
            ),
            "#d9ead3",
        )
        + block(
            "ＡＣＴＩＯＮ",
            "改善",
            table(
                [
                    row(h("方向性"), c("改善して継続")),
                    row(h("内容"), c("電子申請による予約と問診を始める。")),
                ],
                [15, 85],
            ),
            "#f4cccc",
        )
    )
    css = (
        "h1{font-size:14pt} .id{margin-bottom:3mm} .id .t{background:#eee;text-align:center;font-size:8pt} .id .big{font-size:13pt;text-align:center}"
        " .blk{display:flex;margin-bottom:3mm;border:1pt solid #000} .side{width:9mm;display:flex;border-right:1pt solid #000}"
        " .in{flex:1;padding:1.5mm} p{margin:1mm} th{background:#f7f7f7} .b{font-weight:bold}"
    )
    truth.notes.append("決算見込 = settlement. 市債 is empty in all years: no amounts.")
    return Document(page(body, font=GOTHIC, pt=9, css=css, margin="13mm 16mm"), truth)


def three_on_a_page() -> Document:
    """定型村: three short forms a page, the name in the first cell of the form, 事業費 with 決算 of two years."""
    truth = Truth("定型村", "定型村 主要事業評価書（令和６年度）")
    content: list[
        tuple[str, str, list[int], list[int], list[tuple[str, str, Printed, Printed, Printed]], str]
    ] = [
        (
            "村営バス運行事業",
            "総務課",
            [21_480, 22_917],
            [3_200, 3_150],
            [
                ("年間利用者数", "人", "6,412", "6,705", "7,000"),
                ("１便当たりの乗車人数", "人", "2.1", "2.3", Odd("2.5以上", "2.5", "at_least")),
            ],
            "現状のまま継続",
        ),
        (
            "簡易水道施設更新事業",
            "建設水道課",
            [68_200, 104_870],
            [61_300, 95_200],
            [("有収率", "％", "78.4", "81.0", "85.0"), ("老朽管の更新延長", "ｍ", "640", "1,120", "1,200")],
            "現状のまま継続",
        ),
        (
            "山村留学事業",
            "教育委員会",
            [9_850, 10_204],
            [4_000, 4_000],
            [("山村留学生の受入人数", "人", "9", "11", "12")],
            "拡大して継続",
        ),
    ]
    body = "<h1>主要事業評価書（令和６年度）</h1>"
    for number, (name, office, costs, special, kpis, verdict) in enumerate(content, 1):
        project = truth.project(name, [office])
        general = [a - b for a, b in zip(costs, special, strict=True)]
        for year, index in ((2023, 0), (2024, 1)):
            for component, amounts in (("", costs), ("うち特定財源", special), ("うち一般財源", general)):
                project.add(year, "settlement", component, amounts[index], yen(amounts[index]))
        rows = [
            row(h("事業名", cs=1), c(f"<b>{name}</b>", cs=3), h("担当課"), c(office, "m", cs=2)),
            row(
                h("区　分"),
                h("令和５年度決算"),
                h("令和６年度決算"),
                h("指　標"),
                h("Ｒ５実績"),
                h("Ｒ６実績"),
                h("Ｒ６目標"),
            ),
        ]
        money = [("事業費（千円）", costs), ("うち特定財源", special), ("うち一般財源", general)]
        for index, (label, amounts) in enumerate(money):
            cells = [c(label), *[c(yen(a), "n") for a in amounts]]
            if index < len(kpis):
                title, unit, before, now, goal = kpis[index]
                kpi = truth.kpi(title, unit, [office])
                kpi.add("Ｒ５実績", "actual", 2023, before)
                kpi.add("Ｒ６実績", "actual", 2024, now)
                kpi.add("Ｒ６目標", "target", 2024, goal)
                cells += [
                    c(f"{title}（{unit}）"),
                    c(shown(before), "n"),
                    c(shown(now), "n"),
                    c(shown(goal), "n"),
                ]
            else:
                cells += [c(), c(), c(), c()]
            rows.append(row(*cells))
        rows.append(row(h("評価"), c(f"{verdict}する。詳しくは別冊の資料を参照。", cs=6)))
        body += f"<p class=k>{number}</p>" + table(rows, [14, 14, 14, 25, 11, 11, 11])
    body += '<p class="note">※特定財源は国県補助金及び村債である。</p>'
    css = "h1{font-size:14pt} .k{margin:6mm 0 1mm;font-size:9pt} th{background:#fafafa} table{border:1.2pt solid #000} td{height:9mm}"
    truth.notes.append("Money on the left and indicators on the right share the rows of one table.")
    return Document(page(body, font=IPAEX, pt=9.5, css=css, margin="16mm 14mm"), truth)


DOCUMENTS = {
    "sheet_caption_names": caption_names,
    "sheet_plan_do_check": plan_do_check,
    "sheet_three_a_page": three_on_a_page,
}
