"""Third batch: lists of indicators, of projects, budget statements and controls."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, IPAEX, MINCHO, NOTO, Document, c, h, page, rate, row, table, yen
from truthfile import Odd, Truth


def n(amount: int | None, empty: str = "") -> str:
    return c(yen(amount, empty=empty), "n")


def strategy_review() -> Document:
    """見丘市: 総合戦略 効果検証: 数値目標 and KPI in one table a goal, 基準値 with year header, R2..R6, 目標, 進捗 A-D, 担当課 in two lines."""
    truth = Truth("見丘市", "第２期見丘市まち・ひと・しごと創生総合戦略 令和５年度効果検証")
    goals = [
        ("基本目標１　安定した雇用を創出する", [
            ("数値目標", "市内事業所の従業者数", "人", "14,205", "13,988 14,050 14,311 － ", "15,000", "Ｂ", "商工観光課"),
            ("ＫＰＩ", "新規企業立地件数（累計）", "件", "0", "1 2 4 5", "6", "Ａ", "商工観光課"),
            ("ＫＰＩ", "新規就農者数", "人／年", "4", "3 6 5 7", "5", "Ａ", "農林課"),
        ]),
        ("基本目標２　新しいひとの流れをつくる", [
            ("数値目標", "社会増減数", "人", "△128", "△96 △74 △51 △60", "0", "Ｃ", "企画政策課"),
            ("ＫＰＩ", "空き家バンク成約件数", "件", "12", "15 19 22 21", "20以上", "Ａ", "住宅課<br>企画政策課"),
            ("ＫＰＩ", "観光入込客数", "千人", "1,024", "611 702 958 1,003", "1,100", "Ｂ", "商工観光課"),
        ]),
    ]  # fmt: skip
    head = [
        row(
            h("区分", rs=2),
            h("指標", rs=2),
            h("単位", rs=2),
            h("基準値", rs=1),
            h("実績値", cs=4),
            h("目標値"),
            h("進捗", rs=2),
            h("担当課", rs=2),
        ),
        row(h("Ｒ元"), h("Ｒ２"), h("Ｒ３"), h("Ｒ４"), h("Ｒ５"), h("Ｒ６")),
    ]
    body = "<h1>第２期見丘市まち・ひと・しごと創生総合戦略<br>令和５年度　効果検証</h1>"
    for goal, items in goals:
        rows = []
        for kind, name, unit, base, done, target, state, office in items:
            kpi = truth.kpi(name, unit, office.split("<br>"))
            negative = base.replace("△", "-")
            kpi.add("Ｒ元", "baseline", 2019, Odd(base, negative) if "△" in base else base)
            for k, text in enumerate(done.split()):
                kpi.add(
                    f"Ｒ{2 + k}",
                    "actual",
                    2020 + k,
                    Odd(text, text.replace("△", "-")) if "△" in text else text,
                )
            kpi.add("Ｒ６", "target", 2024, Odd(target, "20", "at_least") if "以上" in target else target)
            rows.append(
                row(
                    c(kind, "m"),
                    c(name),
                    c(unit, "m"),
                    c(base, "n"),
                    *[c(t, "n") for t in done.split()],
                    c(target, "n"),
                    c(state, "m"),
                    c(office, "m"),
                )
            )
        body += f"<h2>{goal}</h2>" + table(rows, [8, 26, 8, 8, 7, 7, 7, 7, 8, 5, 9], head=head)
    body += "<p class='note'>進捗：Ａ 目標達成　Ｂ 概ね順調　Ｃ 遅れている</p>"
    css = "h1{font-size:13pt} h2{font-size:10.5pt} th{background:#d9e2f3}"
    return Document(page(body, size="A4 landscape", font=GOTHIC, pt=8.5, css=css), truth)


def unruled_sides() -> Document:
    """見崎町: 当初予算 主要事業: only horizontal rules, 新規/拡充/継続, 予算額 with last year's in brackets below, 説明 beside."""
    truth = Truth("見崎町", "令和６年度 当初予算の概要 主要事業")
    items = [
        ("防災・安全", [("新規", "避難所空調整備事業", 45_600, None, "総務課", "小中学校体育館に空調を設ける"), ("拡充", "消防団装備更新事業", 8_240, 5_110, "総務課", "防火衣と無線機を更新する"), ("継続", "河川しゅんせつ事業", 12_000, 12_000, "建設課", "町管理の河川の土砂を除く")]),
        ("子育て・教育", [("新規", "給食費無償化事業", 61_880, None, "学校教育課", "小中学校の給食費を無償とする"), ("継続", "放課後児童クラブ運営事業", 33_754, 32_980, "こども課", "５か所で運営する")]),
        ("産業・観光", [("拡充", "ふるさと納税推進事業", 180_400, 142_310, "企画課", "返礼品を増やす"), ("継続", "中小企業振興資金利子補給", 2_150, 2_630, "産業課", "融資の利子を補助する")]),
    ]  # fmt: skip
    body = "<h1>令和６年度　当初予算の概要（主要事業）</h1><p class='unit'>単位：千円、（　）内は令和５年度当初予算額</p>"
    rows = []
    for field, projects in items:
        rows.append(row(c(f"【{field}】", cs=5, style="font-weight:bold;background:#f2f2f2")))
        for mark, name, this, last, office, what in projects:
            project = truth.project(name, [office], summary=what)
            project.add(2024, "initial_budget", "", this, yen(this))
            project.add(2023, "initial_budget", "", last, yen(last))
            rows.append(
                row(
                    c(mark, "m"),
                    c(name),
                    c(f"{this:,}<br>（{'皆増' if last is None else format(last, ',')}）", "n"),
                    c(what),
                    c(office, "m"),
                )
            )
    head = [row(h("区分"), h("事業名"), h("予算額"), h("事業内容"), h("担当課"))]
    body += table(rows, [9, 29, 15, 33, 14], head=head)
    truth.notes.append("The bracketed figure is the former year's initial budget; 皆増 is none.")
    css = "h1{font-size:13pt} td,th{border-left:none;border-right:none}"
    return Document(page(body, font=MINCHO, pt=9.5, css=css), truth)


def items_statement() -> Document:
    """見浦市: 歳出予算事項別明細書: 目, 本年度, 前年度, 比較, 財源内訳 (特定財源/一般財源), 節 and 説明 of several lines."""
    truth = Truth("見浦市", "令和６年度 見浦市一般会計予算に関する説明書 歳出（１０款 教育費）")
    truth.notes.append("目 are the rows; 節 and 説明 repeat parts and are not in the truth; 計 is a total.")
    items = [
        ("１　教育委員会費", 2_914, 2_890, (0, 0, 0), [("報酬", 2_640), ("旅費", 274)], "教育委員会運営費　2,914"),
        ("２　事務局費", 186_403, 179_255, (1_250, 0, 640), [("給料", 92_117), ("職員手当等", 61_340), ("共済費", 32_946)], "職員給与費　186,403"),
        ("３　教育指導費", 54_870, 61_022, (8_300, 0, 0), [("報償費", 14_870), ("委託料", 40_000)], "外国語指導助手配置事業　40,000<br>部活動指導員配置事業　14,870"),
    ]  # fmt: skip
    head = [
        row(
            h("目", rs=3),
            h("本年度<br>予算額", rs=3),
            h("前年度<br>予算額", rs=3),
            h("比較", rs=3),
            h("本年度の財源内訳", cs=4),
            h("節", cs=2),
            h("説明", rs=3),
        ),
        row(h("特定財源", cs=3), h("一般財源", rs=2), h("区分", rs=2), h("金額", rs=2)),
        row(h("国県支出金"), h("地方債"), h("その他")),
    ]
    rows = []
    for name, this, last, funds, parts, text in items:
        project = truth.project(name, [], change_yen=(this - last) * 1000)
        project.add(2024, "budget", "", this, yen(this))
        project.add(2023, "budget", "", last, yen(last))
        rest = this - sum(funds)
        for component, amount in (
            *zip(("国県支出金", "地方債", "その他"), funds, strict=True),
            ("一般財源", rest),
        ):
            project.add(2024, "budget", component, amount or None, yen(amount))
        for k, (part, amount) in enumerate(parts):
            lead = (
                [
                    c(name, rs=len(parts)),
                    *[c(yen(a), "n", rs=len(parts)) for a in (this, last)],
                    c(yen(this - last), "n", rs=len(parts)),
                    *[c(yen(a) if a else "", "n", rs=len(parts)) for a in funds],
                    c(yen(rest), "n", rs=len(parts)),
                ]
                if not k
                else []
            )
            rows.append(row(*lead, c(part), n(amount), *([c(text, rs=len(parts))] if not k else [])))
    sums = [sum(i[k] for i in items) for k in (1, 2)]
    funds = [sum(i[3][k] for i in items) for k in range(3)]
    whole = truth.project("計", [], change_yen=(sums[0] - sums[1]) * 1000, total=True)
    whole.add(2024, "budget", "", sums[0], yen(sums[0]))
    whole.add(2023, "budget", "", sums[1], yen(sums[1]))
    rows.append(
        row(
            c("計", "m"),
            n(sums[0]),
            n(sums[1]),
            n(sums[0] - sums[1]),
            *[c(yen(a) if a else "", "n") for a in funds],
            n(sums[0] - sum(funds)),
            c(),
            c(),
            c(),
        )
    )
    body = "<h1>３　歳出</h1><p>（款）１０　教育費　　（項）１　教育総務費</p><p class='unit'>（単位：千円）</p>" + table(rows, [14, 9, 9, 8, 8, 7, 7, 9, 9, 8, 19], head=head)  # fmt: skip
    css = "h1{font-size:12pt}"
    return Document(
        page(
            "<p style='text-align:right'>令和６年度一般会計予算</p>" + body,
            size="A4 landscape",
            font=MINCHO,
            pt=8.5,
            css=css,
        ),
        truth,
    )


def reform_plan() -> Document:
    """見原町: 行政改革実施計画 進捗: 取組項目 with 目標指標, 年度別 計画/実績 as stacked cells 上段 下段 in one row pair, 効果額 千円."""
    truth = Truth("見原町", "第４次行政改革実施計画 令和５年度進捗状況")
    items = [
        ("１", "町税収納率の向上", "税務課", "現年課税分収納率", "％", ["98.5", "98.7", "98.9", "99.0"], ["98.6", "98.6", "98.8", ""]),
        ("２", "窓口手続のオンライン化", "住民課", "オンライン申請が可能な手続数", "手続", ["10", "20", "35", "50"], ["12", "23", "31", ""]),
        ("３", "公用車の削減", "総務課", "公用車保有台数", "台", ["48", "46", "44", "42"], ["48", "47", "44", ""]),
        ("４", "ペーパーレス化の推進", "総務課", "コピー用紙購入枚数", "千枚", ["1,850", "1,700", "1,550", "1,400"], ["1,812", "1,744", "1,603", ""]),
    ]  # fmt: skip
    head = [
        row(
            h("番号"),
            h("取組項目"),
            h("担当課"),
            h("指標"),
            h("単位"),
            h(""),
            *[h(f"令和{k}年度") for k in (3, 4, 5, 6)],
        )
    ]
    rows = []
    for number, what, office, name, unit, plan, done in items:
        kpi = truth.kpi(name, unit, [office])
        for k in range(4):
            kpi.add(f"令和{3 + k}年度", "planned", 2021 + k, plan[k])
            kpi.add(f"令和{3 + k}年度", "actual", 2021 + k, done[k])
        rows.append(
            row(
                c(number, "m", rs=2),
                c(what, rs=2),
                c(office, "m", rs=2),
                c(name, rs=2),
                c(unit, "m", rs=2),
                c("計画", "m"),
                *[c(t, "n") for t in plan],
            )
        )
        rows.append(row(c("実績", "m"), *[c(t, "n") for t in done]))
    body = "<h1>第４次行政改革実施計画　令和５年度進捗状況</h1>" + table(
        rows, [6, 18, 9, 20, 7, 7, 8, 8, 8, 9], head=head
    )
    return Document(
        page(
            body,
            size="A4 landscape",
            font=IPAEX,
            pt=9,
            css="h1{font-size:13pt} tr:nth-child(4n+1) td{background:#f7f7f7}",
        ),
        truth,
    )


def settlement_results_columns() -> Document:
    """見咲市: 決算 主要な施策: 当初予算額, 最終予算額, 決算額 (A), 前年度決算額 (B), 増減 (A)-(B), 執行率; 円; departments as band rows."""
    truth = Truth("見咲市", "令和５年度 見咲市決算 主要事業の執行状況")
    bands = [
        ("福祉保健部", [("障害者自立支援給付事業", 1_804_200_000, 1_856_310_000, 1_841_977_215, 1_762_008_940), ("生活困窮者自立支援事業", 24_600_000, 22_118_000, 21_540_336, 25_071_502), ("物価高騰対応給付金", 0, 412_550_000, 398_870_000, 0)]),
        ("産業経済部", [("企業誘致促進事業", 86_000_000, 54_000_000, 53_912_400, 71_300_000), ("中心市街地活性化事業", 15_350_000, 15_350_000, 14_998_731, 16_204_655)]),
    ]  # fmt: skip
    head = [
        row(
            h("事業名"),
            h("当初予算額<br>円"),
            h("最終予算額<br>円"),
            h("令和５年度<br>決算額（Ａ）円"),
            h("令和４年度<br>決算額（Ｂ）円"),
            h("増減額<br>（Ａ－Ｂ）円"),
            h("執行率<br>％"),
        )
    ]
    rows = []
    for office, items in bands:
        rows.append(row(c(f"◇ {office}", cs=7, style="background:#deeaf6")))
        for name, first, last, done, before in items:
            project = truth.project(name, [office], change_yen=done - before, execution_rate=rate(done, last))
            project.add(2023, "initial_budget", "", first or None, yen(first), scale=1)
            project.add(2023, "current_budget", "", last, yen(last), scale=1)
            project.add(2023, "settlement", "", done, yen(done), scale=1)
            project.add(2022, "settlement", "", before or None, yen(before), scale=1)
            rows.append(
                row(
                    c(name),
                    c(yen(first) if first else "－", "n"),
                    n(last),
                    n(done),
                    c(yen(before) if before else "－", "n"),
                    c(yen(done - before, minus="▲"), "n"),
                    c(rate(done, last), "n"),
                )
            )
    body = "<h1>主要事業の執行状況</h1><p>令和５年度　見咲市決算</p>" + table(
        rows, [27, 13, 13, 13, 13, 13, 8], head=head
    )
    truth.notes.append("最終予算額 is the budget after all changes (current_budget).")
    return Document(page(body, size="A4 landscape", font=NOTO, pt=8.5, css="h1{font-size:13pt}"), truth)


def indicator_cards() -> Document:
    """見風市: 総合計画 指標: cards of one indicator each, two beside each other: name above, 基準値 / 実績 / 目標 as columns, note."""
    truth = Truth("見風市", "見風市総合計画 まちづくり指標 令和５年度報告")
    cards = [
        ("自主防災組織の組織率", "％", "76.4", "79.0", "80.2", "82.5", "90.0"),
        ("市立図書館の年間貸出冊数", "冊", "512,340", "455,118", "489,702", "501,266", "550,000"),
        ("温室効果ガス排出量", "千t-CO2", "812", "778", "751", "－", "690"),
        ("公式ＬＩＮＥ登録者数", "人", "－", "3,204", "8,911", "12,060", "15,000"),
    ]
    labels = [
        ("令和元年度<br>（基準値）", "baseline", 2019),
        ("令和３年度", "actual", 2021),
        ("令和４年度", "actual", 2022),
        ("令和５年度", "actual", 2023),
        ("令和８年度<br>（目標値）", "target", 2026),
    ]
    blocks = []
    for name, unit, *texts in cards:
        kpi = truth.kpi(name, unit)
        for (period, role, year), text in zip(labels, texts, strict=True):
            kpi.add(period.replace("<br>", ""), role, year, text)
        blocks.append(
            table(
                [
                    row(h(f"{name}（単位：{unit}）", cs=5)),
                    row(*[h(p) for p, _, _ in labels]),
                    row(*[c(t, "m") for t in texts]),
                    row(c("出典：市調べ", "l", cs=5)),
                ]
            )
        )
    body = (
        "<h1>まちづくり指標の状況</h1><div style='display:grid;grid-template-columns:1fr 1fr;gap:6mm'>"
        + "".join(f"<div>{b}</div>" for b in blocks)
        + "</div>"
    )
    return Document(
        page(body, size="A4 landscape", font=GOTHIC, pt=8.5, css="h1{font-size:13pt} th{background:#e7f3e7}"),
        truth,
    )


def controls() -> Document:
    """見影市: a 財産 statement, a 職員数 table and a 基金残高 table: no projects and no indicators."""
    truth = Truth("見影市", "令和５年度 財産に関する調書")
    land = table(
        [
            row(h("区分"), h("前年度末現在高"), h("決算年度中増減高"), h("決算年度末現在高")),
            *[
                row(c(a), c(f"{b:,}", "n"), c(yen(d), "n"), c(f"{b + d:,}", "n"))
                for a, b, d in (("庁舎", 18_204, 0), ("学校", 312_455, -1_280), ("公営住宅", 45_110, 310))
            ],
        ]
    )
    staff = table(
        [
            row(h("部門"), h("令和４年"), h("令和５年"), h("増減")),
            *[
                row(c(a), c(b, "n"), c(d, "n"), c(d - b, "n"))
                for a, b, d in (("議会", 6, 6), ("総務", 88, 90), ("税務", 31, 30), ("民生", 122, 125))
            ],
        ]
    )
    body = f"<h1>財産に関する調書</h1><h2>１　土地（㎡）</h2>{land}<h2>２　部門別職員数（人、４月１日現在）</h2>{staff}"
    return Document(page(body, font=MINCHO, pt=10), truth)


DOCUMENTS = {
    "b3_kpi_strategy_review": strategy_review,
    "b3_budget_open_sides": unruled_sides,
    "b3_budget_items_statement": items_statement,
    "b3_kpi_reform_plan": reform_plan,
    "b3_settlement_results": settlement_results_columns,
    "b3_kpi_cards": indicator_cards,
    "b3_neg_property": controls,
}
