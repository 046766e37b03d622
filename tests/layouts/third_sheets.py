"""Third batch: evaluation sheets of projects and measures."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, IPAEX, MINCHO, NOTO, Document, c, h, page, row, table, vertical, yen
from truthfile import Truth


def n(amount: int | None, empty: str = "") -> str:
    return c(yen(amount, empty=empty), "n")


def budget_and_settlement_columns() -> Document:
    """見堂市: each year has 予算 and 決算 beside each other, funds as rows under 事業費 A, 人件費 B, 総コスト A+B."""
    truth = Truth("見堂市", "令和６年度 事務事業評価シート（令和５年度実施事業） 通学路安全対策事業")
    name = "通学路安全対策事業"
    project = truth.project(
        name, ["都市整備部道路課"], summary="通学路の危険箇所を点検し、路側帯の着色や防護柵の設置を行う。"
    )
    years = [(2022, "令和４年度"), (2023, "令和５年度"), (2024, "令和６年度")]
    grid = {
        "事業費　Ａ": ((31_500, 29_874), (34_000, 33_512), (36_200, None)),
        "国庫支出金": ((8_000, 7_650), (9_000, 8_911), (9_500, None)),
        "県支出金": ((0, 0), (1_200, 1_200), (1_200, None)),
        "市債": ((5_000, 4_800), (5_000, 5_000), (6_000, None)),
        "その他特定財源": ((0, 0), (0, 0), (0, None)),
        "一般財源": ((18_500, 17_424), (18_800, 18_401), (19_500, None)),
        "人件費　Ｂ": ((6_320, 6_320), (6_480, 6_400), (6_480, None)),
        "総コスト　Ａ＋Ｂ": ((37_820, 36_194), (40_480, 39_912), (42_680, None)),
    }
    parts = {"事業費　Ａ": "事業費", "人件費　Ｂ": "人件費", "総コスト　Ａ＋Ｂ": ""}
    rows = [
        row(h("（単位：千円）", rs=2, cs=2), *[h(label, cs=2) for _, label in years]),
        row(*[h(t) for _ in years for t in ("予算", "決算")]),
    ]
    for label, pairs in grid.items():
        cells = []
        for (year, _), pair in zip(years, pairs, strict=True):
            for kind, amount in zip(("budget", "settlement"), pair, strict=True):
                cells.append(n(amount))
                project.add(year, kind, parts.get(label, label), amount, yen(amount))
        first = label == "国庫支出金"
        if label in parts:
            rows.append(row(h(label, cs=2), *cells))
        else:
            rows.append(row(*([vertical("財源内訳", rs=5)] if first else []), h(label), *cells))
    rows.append(
        row(h("従事職員数（人）", cs=2), *[c(t, "n") for t in ("0.8", "0.8", "0.8", "0.8", "0.8", "")])
    )
    truth.notes.append(
        "総コスト is the whole (component ''), 事業費 and 人件費 its parts. 従事職員数 is no amount."
    )
    kinds = [
        row(
            h("指標名", rs=2),
            h("単位", rs=2),
            h("令和４年度", cs=2),
            h("令和５年度", cs=2),
            h("令和６年度"),
            h("最終目標", rs=2),
        ),
        row(h("目標"), h("実績"), h("目標"), h("実績"), h("目標")),
    ]
    for label, unit, texts, final in (
        ("対策済み箇所の割合", "％", "60.0 61.3 70.0 68.8 80.0", "100.0"),
        ("合同点検の実施校数", "校", "14 14 14 13 14", "14"),
    ):
        kpi = truth.kpi(label, unit, ["都市整備部道路課"])
        for (year, role), text in zip(
            ((2022, "target"), (2022, "actual"), (2023, "target"), (2023, "actual"), (2024, "target")),
            texts.split(),
            strict=True,
        ):
            kpi.add(f"{year}", role, year, text)
        kpi.add("最終目標", "target", None, final)
        kinds.append(row(c(label), c(unit, "m"), *[c(t, "n") for t in texts.split()], c(final, "n")))
    body = (
        "<h1>令和６年度　事務事業評価シート（令和５年度実施事業）</h1>"
        + table([row(h("事務事業名"), c(name, cs=3)), row(h("担当部課"), c("都市整備部　道路課"), h("記入者"), c("課長補佐")), row(h("事業の概要"), c("通学路の危険箇所を点検し、路側帯の着色や防護柵の設置を行う。", cs=3)), row(h("実施根拠"), c("通学路交通安全プログラム", cs=3))], [16, 44, 12, 28])
        + "<h2>１　コスト</h2>" + table(rows, [6, 22, 12, 12, 12, 12, 12, 12])
        + "<h2>２　指標</h2>" + table(kinds, [30, 8, 10, 10, 10, 10, 10, 12])
        + "<h2>３　評価</h2>" + table([row(h("妥当性"), c("Ａ", "m"), h("有効性"), c("Ｂ", "m"), h("効率性"), c("Ｂ", "m"), h("総合"), c("Ｂ", "m"))])
    )  # fmt: skip
    css = "h1{font-size:13pt} h2{font-size:10.5pt} th{background:#ddebf7}"
    return Document(page(body, font=GOTHIC, pt=9, css=css), truth)


def indicator_rows_by_kind() -> Document:
    """見林市: 指標 block with 計算式, 単位, and a column 区分 (目標値/実績値/達成率) beside years; cost block below."""
    truth = Truth("見林市", "事務事業マネジメントシート（令和５年度） 健康ポイント推進事業")
    name = "健康ポイント推進事業"
    project = truth.project(name, ["健康福祉部健康づくり課"])
    kinds = [
        row(
            h("", cs=1),
            h("指標名／計算式・説明"),
            h("単位"),
            h("区分"),
            h("Ｒ３年度"),
            h("Ｒ４年度"),
            h("Ｒ５年度"),
            h("Ｒ６年度"),
            h("Ｒ７年度"),
        )
    ]
    data = [
        (
            "活動指標",
            "ポイント付与対象イベント数",
            "所管課が対象と認めた催しの数",
            "回",
            ["20", "25", "30", "30", "30"],
            ["18", "27", "31", "", ""],
            ["90.0％", "108.0％", "103.3％", "", ""],
        ),
        (
            "成果指標",
            "健康ポイント参加者数",
            "年度末現在の登録者数",
            "人",
            ["1,000", "1,300", "1,600", "1,900", "2,200"],
            ["842", "1,275", "1,703", "", ""],
            ["84.2％", "98.1％", "106.4％", "", ""],
        ),
        (
            "成果指標",
            "特定健診受診率",
            "受診者数÷対象者数×100",
            "％",
            ["45.0", "48.0", "50.0", "52.0", "54.0"],
            ["41.7", "43.9", "－", "", ""],
            ["92.7％", "91.5％", "－", "", ""],
        ),
    ]
    for kind, label, how, unit, goal, done, rate_ in data:
        kpi = truth.kpi(label, unit, ["健康福祉部健康づくり課"])
        for k in range(5):
            kpi.add(f"Ｒ{3 + k}年度", "target", 2021 + k, goal[k])
            kpi.add(f"Ｒ{3 + k}年度", "actual", 2021 + k, done[k])
        kinds += [
            row(
                h(kind, rs=3),
                c(f"{label}<br><span class='s'>（{how}）</span>", rs=3),
                c(unit, "m", rs=3),
                h("目標値"),
                *[c(t, "n") for t in goal],
            ),
            row(h("実績値"), *[c(t, "n") for t in done]),
            row(h("達成率"), *[c(t, "n") for t in rate_]),
        ]
    truth.notes.append(
        "The calculation stands under the name in brackets and is no part of it. Empty cells are no values."
    )
    money = [row(h("", cs=2), h("Ｒ３決算"), h("Ｒ４決算"), h("Ｒ５決算"), h("Ｒ６予算"))]
    slots = [(2021, "settlement"), (2022, "settlement"), (2023, "settlement"), (2024, "budget")]
    lines = [
        ("事業費計", (4_120, 5_377, 6_904, 7_500)),
        ("国・県支出金", (1_000, 1_250, 1_600, 1_800)),
        ("地方債", (None, None, None, None)),
        ("その他", (300, 300, 320, 300)),
        ("一般財源", (2_820, 3_827, 4_984, 5_400)),
    ]
    for k, (label, amounts) in enumerate(lines):
        for (year, kind), amount in zip(slots, amounts, strict=True):
            project.add(year, kind, "" if not k else label, amount, yen(amount))
        lead = [h(label, cs=2)] if not k else [*([vertical("財源", rs=4)] if k == 1 else []), h(label)]
        money.append(row(*lead, *[n(a) for a in amounts]))
    body = (
        "<h1>事務事業マネジメントシート（令和５年度）</h1>"
        + table([row(h("事業コード"), c("02-03-011", "m"), h("事務事業名"), c(name, cs=3)), row(h("所属"), c("健康福祉部健康づくり課", cs=3), h("会計"), c("一般会計", "m"))], [13, 20, 13, 26, 10, 18])
        + "<h2>指標の推移</h2>" + table(kinds, [9, 29, 7, 9, 9, 9, 9, 9, 9])
        + "<h2>事業費の推移（千円）</h2>" + table(money, [6, 24, 17, 17, 18, 18])
    )  # fmt: skip
    css = "h1{font-size:13pt} h2{font-size:10pt} th{background:#e2efda} .s{font-size:7.5pt}"
    return Document(page(body, font=NOTO, pt=8.5, css=css), truth)


def list_of_everything() -> Document:
    """見帆市: one row a project across A4 landscape: cost (事業費, うち一般財源, 人件費, 合計), 活動指標 and 成果指標 with 目標 and 実績 each."""
    truth = Truth("見帆市", "令和５年度 事務事業評価 総括表")
    truth.notes.append(
        "合計 is the whole (component ''); うち一般財源 is a component as printed. Indicators belong to the row's project."
    )
    content = [
        (1, "移住相談事業", "企画課", 2_310, 1_310, 3_240, "相談会開催回数", "回", "12 14", "移住世帯数", "世帯", "20 17"),
        (2, "公共交通対策事業", "企画課", 48_702, 33_402, 4_860, "バス運行便数", "便", "8,760 8,712", "年間利用者数", "人", "96,000 91,384"),
        (3, "男女共同参画推進事業", "市民協働課", 614, 614, 2_430, "講座開催回数", "回", "4 4", "審議会の女性委員割合", "％", "35.0 31.8"),
        (4, "ごみ減量推進事業", "環境課", 5_925, 4_105, 4_050, "出前講座の回数", "回", "10 12", "1人1日当たりのごみ排出量", "ｇ", "820 847"),
        (5, "創業支援事業", "商工課", 7_480, 3_740, 1_620, "相談件数", "件", "60 73", "創業件数", "件", "12 15"),
        (6, "学校給食費補助事業", "学校教育課", 61_334, 41_200, 810, "補助人数", "人", "1,450 1,422", "保護者満足度", "％", "80.0 －"),
    ]  # fmt: skip
    head = [
        row(
            h("No.", rs=2),
            h("事務事業名", rs=2),
            h("担当課", rs=2),
            h("令和５年度決算（千円）", cs=4),
            h("活動指標", cs=4),
            h("成果指標", cs=4),
            h("評価", rs=2),
        ),
        row(
            h("事業費"),
            h("うち一般<br>財源"),
            h("人件費"),
            h("合計"),
            *[h(t) for _ in range(2) for t in ("指標名", "単位", "R5目標", "R5実績")],
        ),
    ]
    rows = []
    for number, name, office, cost, general, people, a, ua, ta, b, ub, tb in content:
        project = truth.project(name, [office])
        for component, amount in (
            ("事業費", cost),
            ("うち一般財源", general),
            ("人件費", people),
            ("", cost + people),
        ):
            project.add(2023, "settlement", component, amount, yen(amount))
        cells = []
        for label, unit, texts in ((a, ua, ta), (b, ub, tb)):
            kpi = truth.kpi(label, unit, [office])
            goal, done = texts.split()
            kpi.add("R5目標", "target", 2023, goal)
            kpi.add("R5実績", "actual", 2023, done)
            cells += [c(label), c(unit, "m"), c(goal, "n"), c(done, "n")]
        rows.append(
            row(
                c(number, "m"),
                c(name),
                c(office, "m"),
                n(cost),
                n(general),
                n(people),
                n(cost + people),
                *cells,
                c("継続", "m"),
            )
        )
    body = "<h1>令和５年度　事務事業評価　総括表</h1>" + table(rows, [3, 12, 7, 6, 6, 6, 6, 12, 4, 6, 6, 12, 4, 6, 6, 4], head=head)  # fmt: skip
    css = "h1{font-size:13pt} th{background:#fff2cc} td,th{padding:0.5mm}"
    return Document(page(body, size="A4 landscape", margin="9mm", font=IPAEX, pt=7.5, css=css), truth)


def measure_sheet_status() -> Document:
    """見星市: 施策評価: 指標 with 基準値 and its year in one cell, 実績 by year, 目標 with its year in the cell, arrows, 達成状況."""
    truth = Truth("見星市", "第６次総合計画 施策評価シート 施策３－２ 子育て支援の充実")
    rows = [
        row(
            h("No"),
            h("成果指標"),
            h("単位"),
            h("方向"),
            h("計画策定時"),
            h("R4実績"),
            h("R5実績"),
            h("前期目標値"),
            h("達成<br>状況"),
        )
    ]
    data = [
        ("合計特殊出生率", "－", "↗", ("1.38", "R2", 2020), "1.35", "1.29", ("1.45", "R7", 2025), "×"),
        (
            "保育所等待機児童数（４月１日現在）",
            "人",
            "↘",
            ("27", "R3", 2021),
            "11",
            "0",
            ("0", "R7", 2025),
            "◎",
        ),
        (
            "子育て支援センター延べ利用者数",
            "人",
            "↗",
            ("18,942", "R元", 2019),
            "14,370",
            "17,655",
            ("20,000", "R7", 2025),
            "△",
        ),
        (
            "子育てしやすいまちだと思う市民の割合",
            "％",
            "↗",
            ("52.6", "R2", 2020),
            "－",
            "55.1",
            ("60.0", "R6", 2024),
            "○",
        ),
    ]
    for k, (name, unit, way, base, four, five, goal, state) in enumerate(data, 1):
        kpi = truth.kpi(name, None if unit == "－" else unit, ["こども課"])
        kpi.add("計画策定時", "baseline", base[2], base[0])
        kpi.add("R4実績", "actual", 2022, four)
        kpi.add("R5実績", "actual", 2023, five)
        kpi.add("前期目標値", "target", goal[2], goal[0])
        rows.append(
            row(
                c(k, "m"),
                c(name),
                c(unit, "m"),
                c(way, "m"),
                c(f"{base[0]}<br>（{base[1]}）", "m"),
                c(four, "m"),
                c(five, "m"),
                c(f"{goal[0]}<br>（{goal[1]}）", "m"),
                c(state, "m"),
            )
        )
    cost = [row(h("構成事業名"), h("担当課"), h("R4決算額"), h("R5決算額"), h("R6予算額"), h("今後の方向"))]
    for name, office, a, b, z in (
        ("児童手当給付事業", "こども課", 1_204_380, 1_188_925, 1_410_600),
        ("地域子育て支援拠点事業", "こども課", 38_412, 40_107, 41_380),
        ("病児保育事業", "保育課", 14_260, 15_903, 16_800),
        ("こども医療費助成事業", "保険年金課", 286_114, 301_740, 344_012),
    ):
        project = truth.project(name, [office])
        for (year, kind), amount in zip(
            ((2022, "settlement"), (2023, "settlement"), (2024, "budget")), (a, b, z), strict=True
        ):
            project.add(year, kind, "", amount, yen(amount))
        cost.append(row(c(name), c(office, "m"), n(a), n(b), n(z), c("継続", "m")))
    body = (
        "<h1>施策評価シート（令和５年度）</h1>"
        + table([row(h("基本目標"), c("３　健やかに育ち、学べるまち")), row(h("施策"), c("３－２　子育て支援の充実")), row(h("主管課"), c("こども課"))], [18, 82])
        + "<h2>■ 成果指標の達成状況</h2>" + table(rows, [5, 27, 7, 6, 12, 10, 10, 12, 8])
        + "<p class='note'>達成状況：◎達成　○概ね達成　△改善　×悪化</p>"
        + "<h2>■ 施策を構成する主な事業</h2><p class='unit'>（単位：千円）</p>" + table(cost, [31, 15, 14, 14, 14, 12])
    )  # fmt: skip
    truth.notes.append(
        "The year of 計画策定時 and 前期目標値 stands in brackets under the figure. - in the unit column is no unit."
    )
    css = "h1{font-size:13pt} h2{font-size:10.5pt} th{background:#f2f2f2}"
    return Document(page(body, font=MINCHO, pt=9, css=css), truth)


def review_card_yen() -> Document:
    """見幡村: a Word form without fills: 事業名 in a heading line, 決算 in 円 with 内 rows, targets in sentences beside numbers."""
    truth = Truth("見幡村", "令和５年度 主要施策の成果に関する説明書")
    items = [
        (
            "農道舗装補修事業",
            "建設課",
            12_843_600,
            (0, 4_000_000, 3_200_000, 0),
            "補修延長",
            "ｍ",
            "450",
            "462",
        ),
        ("敬老会開催事業", "住民課", 1_386_254, (0, 0, 0, 210_000), "参加者数", "人", "300", "268"),
        ("有機農業推進事業", "産業課", 3_050_000, (1_525_000, 0, 0, 0), "取組農家数", "戸", "12", "15"),
    ]
    body = "<h1>令和５年度　主要施策の成果に関する説明書</h1>"
    for k, (name, office, total, funds, label, unit, goal, done) in enumerate(items, 1):
        project = truth.project(name, [office])
        labels = ("国庫支出金", "県支出金", "地方債", "その他")
        rest = total - sum(funds)
        project.add(2023, "settlement", "", total, yen(total), scale=1)
        for component, amount in (*zip(labels, funds, strict=True), ("一般財源", rest)):
            project.add(2023, "settlement", component, amount or None, yen(amount), scale=1)
        kpi = truth.kpi(label, unit, [office])
        kpi.add("目標値", "target", 2023, goal)
        kpi.add("実績値", "actual", 2023, done)
        body += f"<h2>{k}　{name}</h2>" + table(
            [
                row(h("担当課"), c(office, "m", cs=2), h("決算額"), c(f"{total:,}円", "n", cs=2)),
                row(h("財源内訳", rs=2), *[h(t) for t in (*labels, "一般財源")]),
                row(*[c(f"{a:,}円" if a else "－", "n") for a in (*funds, rest)]),
                row(h("成果指標"), c(f"{label}（{unit}）", cs=1), h("目標値"), c(goal, "n"), h("実績値"), c(done, "n")),
                row(h("成果"), c("計画どおり実施し、次年度も引き続き取り組む。", cs=5)),
            ],
            [14, 18, 16, 18, 16, 18],
        )  # fmt: skip
    truth.notes.append(
        "目標値 and 実績値 are those of the year of the report. A dash among the funds is no amount."
    )
    css = "h1{font-size:14pt} h2{font-size:11pt;border-left:3mm solid #444;padding-left:2mm}"
    return Document(page(body, font=MINCHO, pt=10, css=css), truth)


DOCUMENTS = {
    "b3_sheet_year_pairs": budget_and_settlement_columns,
    "b3_sheet_rate_rows": indicator_rows_by_kind,
    "b3_review_wide": list_of_everything,
    "b3_policy_status": measure_sheet_status,
    "b3_results_form_yen": review_card_yen,
}
