"""KPI tables of 総合計画 and 総合戦略 with other conventions: role rows, units in the cells, few rules."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import IPAEX, NOTO, Document, c, h, page, row, table, vertical
from truthfile import Odd, Printed, Truth, shown


def plan_and_actual_rows() -> Document:
    """模擬市: 計画値 / 実績値 rows, merged name and number cells; second page without a header."""
    truth = Truth("模擬市", "模擬市第６次総合計画 前期基本計画 成果指標の推移")
    content: list[tuple[str, str, str, list[Printed], list[Printed]]] = [
        (
            "健康寿命（男性）",
            "歳",
            "健康づくり課",
            ["80.1", "80.3", "80.5", "80.7"],
            ["80.2", "80.2", "80.6", ""],
        ),
        (
            "健康寿命（女性）",
            "歳",
            "健康づくり課",
            ["84.3", "84.4", "84.5", "84.6"],
            ["84.1", "84.5", "84.4", ""],
        ),
        (
            "特定健康診査受診率",
            "％",
            "保険年金課",
            ["42.0", "46.0", "50.0", "54.0"],
            ["38.7", "41.2", "44.9", ""],
        ),
        ("要介護認定率", "％", "高齢介護課", ["17.8", "18.0", "18.2", "18.4"], ["17.5", "17.9", "18.3", ""]),
        (
            "認知症サポーター養成者数（累計）",
            "人",
            "高齢介護課",
            ["6,200", "6,700", "7,200", "7,700"],
            ["6,088", "6,530", "7,411", ""],
        ),
        (
            "障がい者の一般就労移行者数",
            "人",
            "障がい福祉課",
            ["18", "20", "22", "24"],
            ["15", "21", "19", ""],
        ),
        (
            "市立図書館の貸出冊数",
            "冊",
            "生涯学習課",
            ["412,000", "418,000", "424,000", "430,000"],
            ["371,556", "402,913", "419,078", ""],
        ),
        (
            "生涯学習講座の満足度",
            "％",
            "生涯学習課",
            ["85.0", "86.0", "87.0", "88.0"],
            ["―", "88.4", "90.1", ""],
        ),
        (
            "スポーツ施設の利用者数",
            "人",
            "スポーツ課",
            ["250,000", "280,000", "300,000", "320,000"],
            ["168,240", "243,817", "291,905", ""],
        ),
        ("刑法犯認知件数", "件", "危機管理課", ["520", "500", "480", "460"], ["488", "531", "560", ""]),
        (
            "消防団員の充足率",
            "％",
            "危機管理課",
            ["93.0", "93.5", "94.0", "94.5"],
            ["91.8", "90.6", "89.7", ""],
        ),
        (
            "１人１日当たりのごみ排出量",
            "ｇ",
            "環境保全課",
            ["905", "895", "885", "875"],
            ["912", "899", "871", ""],
        ),
        ("資源化率", "％", "環境保全課", ["22.0", "23.0", "24.0", "25.0"], ["20.4", "20.9", "21.7", ""]),
        (
            "公共下水道接続率",
            "％",
            "下水道課",
            ["88.2", "88.9", "89.6", "90.3"],
            ["87.9", "88.8", "89.9", ""],
        ),
        (
            "コミュニティバスの収支率",
            "％",
            "都市計画課",
            ["25.0", "27.0", "29.0", "30.0"],
            ["17.3", "21.6", "26.2", ""],
        ),
        (
            "管理不全な空家等の件数",
            "件",
            "都市計画課",
            ["210", "200", "190", "180"],
            ["224", "219", "203", ""],
        ),
        ("市税の収納率", "％", "収税課", ["98.3", "98.4", "98.5", "98.6"], ["98.6", "98.8", "98.9", ""]),
        ("実質公債費比率", "％", "財政課", ["7.5", "7.4", "7.3", "7.2"], ["7.1", "7.0", "7.2", ""]),
    ]
    years = [2022, 2023, 2024, 2025]
    rows = [row(h("番号"), h("指標名"), h("単位"), h("区分"), *[h(f"{y}年度") for y in years], h("担当課"))]
    for number, (name, unit, department, plans, actuals) in enumerate(content, 1):
        kpi = truth.kpi(name, unit, [department])
        for year, plan, actual in zip(years, plans, actuals, strict=True):
            kpi.add(f"{year}年度 計画値", "planned", year, plan)
            kpi.add(f"{year}年度 実績値", "actual", year, actual)
        rows.append(
            row(
                c(number, "m", rs=2),
                c(name, rs=2),
                c(unit, "m", rs=2),
                c("計画値", "m"),
                *[c(shown(p), "n") for p in plans],
                c(department, "m", rs=2),
                kind="top",
            )
        )
        rows.append(row(c("実績値", "m"), *[c(shown(a), "n") for a in actuals], kind="low"))
    body = "<h1>成果指標の推移</h1>" + table(rows, [6, 33, 6, 8, 9, 9, 9, 9, 12])
    css = (
        "h1{font-size:15pt;text-align:left;border-left:4mm solid #4f6228;padding-left:3mm} th{background:#d8e4bc}"
        " td{height:7.4mm} tr.top{break-after:avoid}"
        " @page{@bottom-center{content:'- ' counter(page) ' -';font-size:9pt}}"
    )
    truth.notes.append(
        "計画値 = planned. The header is printed on page 1 only. Empty 2025年度 実績値 cells are no values."
    )
    return Document(page(body, font=NOTO, pt=9, css=css, margin="16mm 14mm"), truth)


def units_in_cells() -> Document:
    """参考市: unit inside every figure, 現状値 and 目標値 only, horizontal rules only, direction words."""
    truth = Truth("参考市", "参考市総合計画2028 まちづくりの指標")
    content: list[tuple[str, list[tuple[str, str | None, Printed, Printed]]]] = [
        (
            "政策１　安全に暮らせるまち",
            [
                ("「治安が良い」と感じる市民の割合", "%", "72.5%", "80.0%"),
                ("交通事故発生件数", "件/年", "214件/年", Odd("180件/年以下", "180", "at_most")),
                ("耐震化された住宅の割合", "%", "88.1%", Odd("95.0%以上", "95.0", "at_least")),
                ("避難行動要支援者の個別避難計画策定数", "件", "35件", "400件"),
            ],
        ),
        (
            "政策２　人が育つまち",
            [
                ("「学校が楽しい」と答える児童の割合", "%", "84.9%", Odd("現状より増加", None, "increase")),
                ("不登校児童生徒数", "人", "128人", Odd("減少", None, "decrease")),
                ("地域クラブ活動の実施種目数", "種目", "2種目", "12種目"),
                ("一人当たりの図書貸出冊数", "冊", "4.3冊", "5.0冊"),
            ],
        ),
        (
            "政策３　活力とにぎわいのあるまち",
            [
                ("ふるさと納税の寄附額", "円", Odd("3.4億円", "340000000"), Odd("6億円", "600000000")),
                ("年間観光客数", "人", Odd("102万人", "1020000"), Odd("130万人", "1300000")),
                (
                    "ため池の浸水想定区域図の公表",
                    None,
                    Odd("未公表", None, "other"),
                    Odd("公表", None, "other"),
                ),
                ("公共交通の人口カバー率", "%", "91.2%", Odd("維持", None, "maintain")),
            ],
        ),
    ]
    head = row(h("指標"), h("現状値<br>(2023年度)"), h("→"), h("目標値<br>(2028年度)"))
    body = "<h1>まちづくりの指標</h1><p>各政策の達成度を測る指標と目標は次のとおりです。</p>"
    for policy, indicators in content:
        body += f"<h2>{policy}</h2>"
        rows = [head]
        for name, unit, now, goal in indicators:
            kpi = truth.kpi(name, unit)
            for period, role, year, cell in (
                ("現状値 (2023年度)", "baseline", 2023, now),
                ("目標値 (2028年度)", "target", 2028, goal),
            ):
                kpi.add(period, role, year, cell, cut=unit or "")
            rows.append(row(c(name), c(shown(now), "m"), c("→", "m"), c(shown(goal), "m")))
        body += table(rows, [52, 20, 6, 22])
    body += '<p class="note">参考市総合計画2028　15</p>'
    css = (
        "h1{font-size:18pt;text-align:left;color:#17618a} h2{font-size:12pt;color:#17618a;margin-top:7mm}"
        " th,td{border:none;border-bottom:0.5pt solid #17618a;padding:1.6mm 1mm} th{border-top:1.4pt solid #17618a;color:#17618a}"
        " .note{text-align:right;margin-top:12mm}"
    )
    truth.notes.append(
        "億, 万 are resolved into the unit (円, 人). 未公表 and 公表 are milestones in words (qualifier other)."
    )
    return Document(page(body, font=IPAEX, pt=10.5, css=css, margin="20mm"), truth)


def vertical_goals() -> Document:
    """雛形町: vertical goal cells, years R4-R7 as columns of plain years, target last, status marks."""
    truth = Truth("雛形町", "雛形町人口ビジョン・総合戦略 令和７年度検証シート（令和６年度実績）")
    content: list[tuple[str, list[tuple[str, str, list[Printed], str]]]] = [
        (
            "しごと",
            [
                ("新規創業者数", "人", ["3", "5", "4", "8", "10"], "○"),
                ("町内就職した高校生の割合", "％", ["28.6", "25.0", "31.8", "33.3", "40.0"], "○"),
                ("６次産業化取組数", "件", ["3", "2", "3", "3", "6"], "△"),
                ("ワーケーション受入人数", "人", ["-", "14", "52", "97", "80"], "◎"),
            ],
        ),
        (
            "ひと",
            [
                ("年間出生数", "人", ["41", "38", "35", "29", "45"], "×"),
                (
                    "妊婦健診受診率",
                    "％",
                    ["97.4", "98.0", "98.8", "99.1", Odd("95以上", "95", "at_least")],
                    "◎",
                ),
                ("子ども医療費助成件数", "件", ["10,250", "11,873", "12,004", "12,466", "12,000"], "◎"),
                ("移住定住補助の利用世帯数", "世帯", ["6", "9", "12", "11", "15"], "○"),
                (
                    "地域おこし協力隊の定住率",
                    "％",
                    ["50.0", "50.0", "60.0", "66.7", Odd("60以上", "60", "at_least")],
                    "◎",
                ),
            ],
        ),
        (
            "まち",
            [
                ("乗合タクシー延べ利用者数", "人", ["3,102", "3,518", "4,027", "4,390", "4,500"], "○"),
                (
                    "自治会加入率",
                    "％",
                    ["78.9", "77.5", "76.1", "74.8", Odd("80を維持", "80", "maintain")],
                    "×",
                ),
                ("介護予防教室の参加者数", "人", ["861", "1,240", "1,415", "1,602", "1,500"], "◎"),
                ("町民１人当たりの公園面積", "㎡", ["12.4", "12.5", "12.7", "12.9", "13.0"], "○"),
            ],
        ),
    ]
    columns = [
        ("基準 Ｒ３", "baseline", 2021),
        ("Ｒ４", "actual", 2022),
        ("Ｒ５", "actual", 2023),
        ("Ｒ６", "actual", 2024),
        ("目標 Ｒ７", "target", 2025),
    ]
    head = [
        row(
            h("柱", rs=2),
            h("数値目標・ＫＰＩ", rs=2),
            h("単位", rs=2),
            h("基準"),
            h("実　績", cs=3),
            h("目標"),
            h("進捗", rs=2),
        ),
        row(*[h(y) for y in ("Ｒ３", "Ｒ４", "Ｒ５", "Ｒ６", "Ｒ７")]),
    ]
    rows = []
    for goal, indicators in content:
        for number, (name, unit, figures, mark) in enumerate(indicators):
            kpi = truth.kpi(name, unit)
            for (period, role, year), figure in zip(columns, figures, strict=True):
                kpi.add(period, role, year, figure)
            cells = [vertical(goal, rs=len(indicators))] if number == 0 else []
            rows.append(
                row(*cells, c(name, "in"), c(unit, "m"), *[c(shown(f), "n") for f in figures], c(mark, "m"))
            )
    body = (
        "<h1>令和７年度　総合戦略検証シート</h1><p class='unit'>令和７年８月</p>"
        + table([*head, *rows], [6, 32, 8, 9.5, 9.5, 9.5, 9.5, 10, 6], kind="out")
        + "<p class='note'>進捗　◎：目標値を達成　○：基準値より改善　△：横ばい　×：基準値を下回る</p>"
        "<h2>総括</h2><p>　13指標のうち目標を達成したものは５指標、基準値より改善したものは５指標であった。"
        "出生数と自治会加入率は基準値を下回っており、取組の見直しを行う。</p>"
    )
    css = (
        "h1{font-size:14pt} table.out{border:1.6pt solid #000} td,th{border:0.4pt dotted #000;padding:1.8mm 1mm}"
        " th{border-bottom:1pt double #000} .in{padding-left:2mm} h2{font-size:11pt}"
    )
    truth.notes.append(
        "80を維持 is the figure 80 with the qualifier maintain. Plain years under 実績 are actual."
    )
    return Document(page(body, font="'TakaoMincho'", pt=10, css=css, margin="17mm"), truth)


DOCUMENTS = {
    "kpi_plan_actual_rows": plan_and_actual_rows,
    "kpi_units_in_cells": units_in_cells,
    "kpi_vertical_goals": vertical_goals,
}
