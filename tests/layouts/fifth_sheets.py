"""Fifth batch: sheets and lists in further orders."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, IPAEX, MINCHO, NOTO, TAKAO, Document, c, h, page, row, table, vertical, yen
from truthfile import Odd, Truth


def n(amount: int | None, empty: str = "") -> str:
    return c(yen(amount, empty=empty), "n")


def one_table_for_all() -> Document:
    """見藤市: one table with years as columns: cost rows, then for each indicator a 目標 and a 実績 row, then a unit cost row."""
    truth = Truth("見藤市", "令和６年度 事務事業評価表 公立保育所運営事業")
    name, office = "公立保育所運営事業", "こども未来部 保育課"
    project = truth.project(name, ["こども未来部保育課"])
    slots = [
        ("R3年度", 2021, "settlement"),
        ("R4年度", 2022, "settlement"),
        ("R5年度", 2023, "settlement"),
        ("R6年度", 2024, "budget"),
    ]
    head = row(
        h("項目", cs=3), *[h(f"{s}<br>（{'予算' if k == 'budget' else '決算'}）") for s, _, k in slots]
    )
    lines = [
        ("国庫支出金", (41_200, 43_117, 45_020, 46_000)),
        ("県支出金", (20_600, 21_558, 22_510, 23_000)),
        ("使用料・手数料", (88_310, 86_204, 83_977, 84_000)),
        ("一般財源", (310_444, 318_021, 326_795, 340_500)),
    ]
    totals = tuple(sum(line[1][k] for line in lines) for k in range(4))
    rows = [head, row(h("コスト（千円）", rs=5), h("事業費", cs=2), *[n(t) for t in totals])]
    for (_, year, kind), amount in zip(slots, totals, strict=True):
        project.add(year, kind, "", amount, yen(amount))
    for k, (label, amounts) in enumerate(lines):
        for (_, year, kind), amount in zip(slots, amounts, strict=True):
            project.add(year, kind, label, amount, yen(amount))
        rows.append(row(*([h("財源", rs=4)] if not k else []), h(label), *[n(a) for a in amounts]))
    for label, unit, goals, done in (
        ("定員に対する入所率", "％", "100.0 100.0 100.0 100.0", "96.2 95.8 97.4"),
        ("保護者アンケートの満足度", "％", "90.0 90.0 92.0 92.0", "88.5 － 91.3"),
    ):
        kpi = truth.kpi(label, unit, ["こども未来部保育課"])
        for k, text in enumerate(goals.split()):
            kpi.add(f"R{3 + k}年度 目標", "target", 2021 + k, text)
        for k, text in enumerate(done.split()):
            kpi.add(f"R{3 + k}年度 実績", "actual", 2021 + k, text)
        rows.append(
            row(h(f"{label}<br>（{unit}）", rs=2), h("目標", cs=2), *[c(t, "n") for t in goals.split()])
        )
        rows.append(row(h("実績", cs=2), *[c(t, "n") for t in [*done.split(), ""]]))
    body = (
        "<h1>令和６年度　事務事業評価表</h1>"
        + table([row(h("事業名"), c(name), h("担当"), c(office))], [14, 42, 10, 34])
        + "<div style='height:4mm'></div>" + table(rows, [20, 8, 16, 14, 14, 14, 14])
    )  # fmt: skip
    return Document(page(body, font=GOTHIC, pt=9, css="h1{font-size:13pt} th{background:#e7e6e6}"), truth)


def indicator_blocks() -> Document:
    """見萩市: a block an indicator: its name merged over three rows at the left, years as a header row inside the block."""
    truth = Truth("見萩市", "施策評価表（令和５年度） 地域医療の充実")
    data = [
        ("人口千人当たりの医師数", "人", "1.82 1.84 1.86 1.88 1.90", "1.79 1.81 1.83 － －"),
        ("救急搬送の収容所要時間", "分", "38.0 37.5 37.0 36.5 36.0", "39.4 40.2 38.8 － －"),
        ("がん検診受診率", "％", "25 28 31 34 37", "22.7 24.1 26.9 － －"),
    ]
    rows = []
    for label, unit, goals, done in data:
        kpi = truth.kpi(label, unit, ["健康推進課"])
        for k in range(5):
            kpi.add(f"Ｒ{3 + k}", "target", 2021 + k, goals.split()[k])
            kpi.add(f"Ｒ{3 + k}", "actual", 2021 + k, done.split()[k])
        rows.append(row(h(label, rs=3), h("単位"), h("区分"), *[h(f"Ｒ{k}") for k in range(3, 8)]))
        rows.append(row(c(unit, "m", rs=2), h("目標"), *[c(t, "n") for t in goals.split()]))
        rows.append(row(h("実績"), *[c(t, "n") for t in done.split()]))
    body = (
        "<h1>施策評価表（令和５年度）</h1>"
        + table([row(h("施策名"), c("地域医療の充実"), h("主管課"), c("健康推進課", "m"))], [14, 46, 14, 26])
        + "<h2>成果指標</h2>"
        + table(rows, [30, 8, 12, 10, 10, 10, 10, 10])
    )
    return Document(
        page(body, font=NOTO, pt=9, css="h1{font-size:13pt} h2{font-size:10.5pt} th{background:#fdf2e9}"),
        truth,
    )


def pairs_of_amounts() -> Document:
    """見葉町: budget sheet a project: amounts as label and value pairs in two columns of a form (予算額, 前年度予算額, 増減, funds)."""
    truth = Truth("見葉町", "令和７年度当初予算 事業説明書")
    items = [
        ("町営バス運行事業", "総務課", 58_214, 55_900, (12_000, 0, 9_800)),
        ("ため池耐震化事業", "産業振興課", 120_500, 86_000, (60_250, 48_000, 0)),
    ]
    body = "<h1>令和７年度当初予算　事業説明書</h1>"
    for name, office, this, last, funds in items:
        project = truth.project(name, [office], change_yen=(this - last) * 1000)
        project.add(2025, "initial_budget", "", this, yen(this))
        project.add(2024, "initial_budget", "", last, yen(last))
        rest = this - sum(funds)
        for label, amount in zip(("国県支出金", "町債", "その他", "一般財源"), (*funds, rest), strict=True):
            project.add(2025, "initial_budget", label, amount, yen(amount))
        body += table(
            [
                row(h("事業名"), c(name, cs=3)),
                row(h("担当課"), c(office), h("新規・継続"), c("継続", "m")),
                row(
                    h("令和７年度予算額"),
                    c(f"{this:,}　千円", "n"),
                    h("国県支出金", rs=1),
                    c(f"{funds[0]:,}　千円", "n"),
                ),
                row(
                    h("令和６年度予算額"), c(f"{last:,}　千円", "n"), h("町債"), c(f"{funds[1]:,}　千円", "n")
                ),
                row(
                    h("比較増減"),
                    c(f"{yen(this - last)}　千円", "n"),
                    h("その他"),
                    c(f"{funds[2]:,}　千円", "n"),
                ),
                row(h("事業内容"), c("町内の交通と安全を支える。"), h("一般財源"), c(f"{rest:,}　千円", "n")),
            ],
            [20, 34, 20, 26],
            style="margin-bottom:8mm",
        )
    truth.notes.append("The funds beside are of the year of the budget (令和７年度).")
    return Document(page(body, font=MINCHO, pt=10, css="h1{font-size:14pt}"), truth)


def years_with_state() -> Document:
    """見蔵市: まちづくり指標 with header cells 'Ｒ４（実績）' 'Ｒ６（見込）' 'Ｒ８（目標）', values with units and words."""
    truth = Truth("見蔵市", "総合計画後期基本計画 まちづくり指標の推移")
    heads = [
        ("Ｒ元（基準）", "baseline", 2019),
        ("Ｒ４（実績）", "actual", 2022),
        ("Ｒ５（実績）", "actual", 2023),
        ("Ｒ６（見込）", "planned", 2024),
        ("Ｒ８（目標）", "target", 2026),
    ]
    data = [
        (
            "図書の貸出冊数（市民一人当たり）",
            "冊",
            ["5.1", "4.6", "4.9", "5.0", Odd("6.0以上", "6.0", "at_least")],
        ),
        ("市民農園の利用区画数", "区画", ["312", "325", "331", "335", "350"]),
        ("防犯灯のＬＥＤ化率", "％", ["61.2", "93.4", "100", "100", Odd("100を維持", "100", "maintain")]),
        ("広報紙の満足度", "％", ["70.3", "―", "72.8", "―", "75.0"]),
        ("刑法犯認知件数", "件", ["842", "655", "701", "690", Odd("600以下", "600", "at_most")]),
    ]
    rows = [row(h("指標"), h("単位"), *[h(t) for t, _, _ in heads])]
    for name, unit, values in data:
        kpi = truth.kpi(name, unit)
        for (period, role, year), cell in zip(heads, values, strict=True):
            kpi.add(period, role, year, cell)
        rows.append(
            row(c(name), c(unit, "m"), *[c(v.text if isinstance(v, Odd) else v, "n") for v in values])
        )
    body = "<h1>まちづくり指標の推移</h1>" + table(rows, [34, 8, 11, 11, 11, 11, 14])
    return Document(
        page(
            body,
            font=TAKAO,
            pt=9.5,
            css="h1{font-size:13pt} th{background:#d5f5e3} tr:nth-child(odd) td{background:#fafafa}",
        ),
        truth,
    )


def budget_settlement_rows() -> Document:
    """見鷹市: a table a project: rows 当初予算(A) 補正 予算現額 決算(B) 差引 執行率 for years as columns; text rows between."""
    truth = Truth("見鷹市", "令和５年度 主要事業実績報告書")
    items = [
        ("まちなか活性化事業", "商工振興課", [(24_000, 1_500, 23_871), (26_000, -2_000, 22_940)]),
        ("スポーツ施設改修事業", "スポーツ課", [(180_000, 0, 171_330), (95_000, 12_400, 106_218)]),
    ]
    body = "<h1>令和５年度　主要事業実績報告書</h1>"
    for k, (name, office, years) in enumerate(items, 1):
        project = truth.project(name, [office])
        grid: dict[str, list[str]] = {
            t: []
            for t in (
                "当初予算額（Ａ）",
                "補正予算額（Ｂ）",
                "予算現額（Ｃ＝Ａ＋Ｂ）",
                "決算額（Ｄ）",
                "差引（Ｃ－Ｄ）",
                "執行率（Ｄ／Ｃ）",
            )
        }
        for year, (first, more, done) in zip((2022, 2023), years, strict=True):
            now = first + more
            project.add(year, "initial_budget", "", first, yen(first))
            project.add(year, "supplementary", "", more, yen(more, minus="△"))
            project.add(year, "current_budget", "", now, yen(now))
            project.add(year, "settlement", "", done, yen(done))
            for label, text in zip(
                grid,
                (yen(first), yen(more), yen(now), yen(done), yen(now - done), f"{done * 100 / now:.1f}％"),
                strict=True,
            ):
                grid[label].append(text)
        body += (
            f"<h2>{k}. {name}（{office}）</h2>"
            + table(
                [
                    row(h("区分（千円）"), h("令和４年度"), h("令和５年度")),
                    *[row(h(label, "l"), *[c(t, "n") for t in texts]) for label, texts in grid.items()],
                ],
                [40, 30, 30],
            )
            + "<p class='note'>成果：計画に沿って実施した。</p>"
        )
    truth.notes.append(
        "The execution rate is one a year; a project has room for one only, so it is not asked for."
    )
    return Document(
        page(body, font=IPAEX, pt=10, css="h1{font-size:14pt} h2{font-size:11pt} th{background:#eef}"), truth
    )


def side_marks() -> Document:
    """見幌市: list with a tall vertical first column (部名), 事業名, 拡充 marks, R7予算案 / R6当初 / 増減 in 百万円, then 一般財源 in brackets below."""
    truth = Truth("見幌市", "令和７年度予算案 重点事業一覧")
    groups = [
        (
            "市民生活部",
            [
                ("新規", "多文化共生センター開設事業", 32, None, 20),
                ("拡充", "防犯カメラ設置促進事業", 45, 30, 45),
            ],
        ),
        (
            "都市建設部",
            [
                ("継続", "駅前広場再整備事業", 1_240, 980, 310),
                ("継続", "橋梁耐震補強事業", 415, 520, 83),
                ("拡充", "公園トイレ改修事業", 66, 41, 12),
            ],
        ),
    ]
    rows = [
        row(h("部"), h("区分"), h("事業名"), h("Ｒ７予算案"), h("うち一般財源"), h("Ｒ６当初"), h("増減"))
    ]
    for office, items in groups:
        for k, (mark, name, this, last, general) in enumerate(items):
            project = truth.project(name, [office], change_yen=(this - (last or 0)) * 10**6)
            project.add(2025, "initial_budget", "", this, yen(this), scale=10**6)
            project.add(2025, "initial_budget", "うち一般財源", general, yen(general), scale=10**6)
            project.add(2024, "initial_budget", "", last, yen(last), scale=10**6)
            rows.append(
                row(
                    *([vertical(office, rs=len(items))] if not k else []),
                    c(mark, "m"),
                    c(name),
                    n(this),
                    n(general),
                    c(yen(last) if last else "－", "n"),
                    n(this - (last or 0)),
                )
            )
    body = "<h1>令和７年度予算案　重点事業一覧</h1><p class='unit'>（百万円）</p>" + table(
        rows, [7, 9, 38, 12, 12, 11, 11]
    )
    return Document(
        page(body, font=GOTHIC, pt=10, css="h1{font-size:14pt} th{background:#cfe2f3} td{height:11mm}"), truth
    )


def controls() -> Document:
    """見雲市: results of a survey and a table of staff pay: no projects, no indicators."""
    truth = Truth("見雲市", "市民アンケート調査結果報告書（抜粋）")
    ask = table(
        [
            row(h("問５　住み心地"), h("回答数"), h("割合（％）")),
            *[
                row(c(a), c(b, "n"), c(d, "n"))
                for a, b, d in (
                    ("とても良い", "312", "24.8"),
                    ("どちらかといえば良い", "655", "52.1"),
                    ("どちらかといえば悪い", "208", "16.5"),
                    ("悪い", "82", "6.5"),
                )
            ],
            row(c("合計", "m"), c("1,257", "n"), c("100.0", "n")),
        ]
    )
    pay = table(
        [
            row(h("区分"), h("給料月額"), h("期末手当（支給割合）")),
            row(c("市長"), c("920,000円", "n"), c("3.40月分", "m")),
            row(c("副市長"), c("750,000円", "n"), c("3.40月分", "m")),
        ]
    )
    return Document(
        page(
            f"<h1>市民アンケート調査結果報告書（抜粋）</h1>{ask}<h2>特別職の報酬等</h2>{pay}",
            font=MINCHO,
            pt=10,
        ),
        truth,
    )


DOCUMENTS = {
    "b5_sheet_one_table": one_table_for_all,
    "b5_policy_blocks": indicator_blocks,
    "b5_budget_pairs": pairs_of_amounts,
    "b5_kpi_states_in_header": years_with_state,
    "b5_results_rows": budget_settlement_rows,
    "b5_budget_side_marks": side_marks,
    "b5_neg_survey": controls,
}
