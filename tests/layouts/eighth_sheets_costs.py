"""Eighth batch: sheets that lay out costs in their own ways: budget and settlement in turn, persons beside yen, years backwards."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import GOTHIC, MINCHO, NOTO, Document, c, h, page, row, table, vertical, yen
from truthfile import Truth


def n(amount, empty=""):
    return c(yen(amount, empty=empty), "n")


def full_budget() -> Document:
    """貝浜市: R4予算 R4決算 R5予算 R5決算 R6予算; direct and indirect cost, フルコスト, 一般財源1 and 2; － where only settled; a small table an indicator."""
    truth = Truth("貝浜市", "令和６年度 事務事業評価シート（令和５年度実施分）")
    name, office = "公民館講座開催事業", "教育部生涯学習課"
    truth.notes += [
        "R4予算 = budget, R4決算 = settlement and so on. － and empty cells of the cost table are no amounts; printed 0 is 0.",
        "直接事業費, フルコスト, 直接人件費, 間接人件費, 間接事業費 are components as printed, as are 一般財源１ and 一般財源２ (their formulas stand in brackets behind and are left out).",
        "投入人員 (人) and 受益者一人あたりコスト (円) are no amounts of the project, 受益者数 is no indicator.",
        "目標値 with 目標年度 R7 = target of 2025; 実績 = actual, 見込, 計画 = planned. 単位あたりコスト rows are not in the truth.",
        "毎年度 as 目標年度: the target of 講座の開催数 names no year.",
    ]
    heads = [
        ("R4予算", 2022, "budget"),
        ("R4決算", 2022, "settlement"),
        ("R5予算", 2023, "budget"),
        ("R5決算", 2023, "settlement"),
        ("R6予算", 2024, "budget"),
    ]
    project = truth.project(name, [office])
    direct = [6_420, 6_018, 6_655, 6_402, 7_130]
    staff, wider, other = (
        [None, 8_233, None, 7_956, None],
        [None, 912, None, 884, None],
        [None, 141, None, 0, None],
    )
    full = [d if s is None else d + s + w + o for d, s, w, o in zip(direct, staff, wider, other)]
    fees, nation, pref, more = (
        [1_150, 1_027, 1_150, 1_214, 1_300],
        [None] * 5,
        [240, 238, 240, 239, 250],
        [0, 36, 0, 41, 0],
    )
    special = [a + (b or 0) + d for a, b, d in zip(fees, pref, more)]
    one, two = [f - s for f, s in zip(full, special)], [d - s for d, s in zip(direct, special)]

    def line(label, component, values, dash=False, lead=(), span=1, unit="", unit_rows=1):
        for (_, year, kind), amount in zip(heads, values):
            project.add(year, kind, component, amount, yen(amount))
        cells = [c("－", "m") if v is None and dash else n(v) for v in values]
        tail = [c(unit, "m", rs=unit_rows)] if unit else []
        return row(*lead, h(label, "l", cs=span), *tail, *cells)

    def people(label, texts, lead=(), unit=""):
        tail = [c(unit, "m", rs=2)] if unit else []
        return row(*lead, h(label, "l"), *tail, *[c(x, "m" if x == "－" else "n") for x in texts])

    cost = [
        row(h("", cs=3), h("単位"), *[h(x) for x, _, _ in heads]),
        people("正職員数", ["－", "1.08", "－", "1.04", "－"], [h("コスト<br>の<br>内訳", rs=7), h("投入人員", rs=2)], "人"),
        people("会計年度任用職員数", ["－", "0.50", "－", "0.50", "－"]),
        line("直接人件費", "直接人件費", staff, True, [h("人件費", rs=2)], unit="千円", unit_rows=5),
        line("間接人件費", "間接人件費", wider, True),
        line("直接事業費", "直接事業費", direct, span=2),
        line("間接事業費", "間接事業費", other, True, span=2),
        line("フルコスト", "フルコスト", full, span=2),
        line("使用料及び手数料", "使用料及び手数料", fees, lead=[h("財源<br>内訳", rs=7)], span=2, unit="千円", unit_rows=7),
        line("国支出金", "国支出金", nation, span=2),
        line("府支出金", "府支出金", pref, span=2),
        line("地方債", "地方債", [None] * 5, span=2),
        line("その他", "その他", more, span=2),
        line("一般財源１（＝フルコスト－特定財源）", "一般財源１", one, span=2),
        line("一般財源２（＝直接事業費－特定財源）", "一般財源２", two, span=2),
        row(h("受益者一人あたりコスト（対フルコスト）", "l", cs=3), c("円", "m"), c(""), c("2,914", "n"), c(""), c("2,752", "n"), c("")),
        row(h("受益者数", "l", cs=3), c("人", "m"), c("5,400", "n"), c("5,252", "n"), c("5,500", "n"), c("5,538", "n"), c("5,600", "n")),
    ]  # fmt: skip
    heads2 = [
        ("R4実績", "actual", 2022),
        ("R5実績", "actual", 2023),
        ("R6見込", "planned", 2024),
        ("R7計画", "planned", 2025),
    ]
    kpis = [
        ("活動指標１", "講座の開催数", "講座", "毎年度", None, "120.0", "維持", ["118", "122", "120", "120"], ["129", "117", "", ""]),
        ("活動指標２", "講座案内の発行部数", "部", "R7", 2025, "9,000", "↑", ["8,400", "8,600", "8,800", "9,000"], ["", "", "", ""]),
        ("成果指標１", "講座の延べ参加者数", "人", "R7", 2025, "6,000", "↑", ["5,252", "5,538", "5,600", "6,000"], ["2.9", "2.6", "", ""]),
        ("成果指標２", "講座後に自主グループを作った数", "団体", "R7", 2025, "5", "↑", ["3", "－", "4", "5"], ["", "", "", ""]),
    ]  # fmt: skip
    blocks = []
    for group, label, unit, goal_year, year, goal, way, figures, each in kpis:
        kpi = truth.kpi(label, unit, [office])
        kpi.add("目標値", "target", year, goal)
        for (period, role, when), text in zip(heads2, figures):
            kpi.add(period, role, when, text)
        unit_cost = (
            [row(h("単位あたりコスト（千円）", "l", cs=4), *[c(x, "n") for x in each])] if any(each) else []
        )
        blocks.append(
            table(
                [
                    row(h(group, "l"), c(label, cs=7)),
                    row(h("単位"), h("目標年度"), h("目標値"), h("指標数値の<br>目指す方向"), *[h(p) for p, _, _ in heads2]),
                    row(c(unit, "m"), c(goal_year, "m"), c(goal, "n"), c(way, "m"), *[c(x, "n") for x in figures]),
                    *unit_cost,
                ],
                [13, 11, 12, 14, 12.5, 12.5, 12.5, 12.5],
                style="margin-bottom:1.6mm",
            )
        )  # fmt: skip
    top = table(
        [
            row(h("事務事業コード", "l"), c("150402030", "m"), h("事務事業名", "l"), c(name, cs=3, style="font-size:11pt")),
            row(h("担当課", "l"), c(office, cs=3), h("所属長名", "l"), c("")),
            row(h("政策体系", "l", rs=2), h("将来像"), c("２　学びあい、支えあう、人が育つまち", cs=2), h("施策"), c("14　生涯学習の機会を広げる")),
            row(h("個別計画"), c("貝浜市生涯学習推進計画", cs=4)),
            row(h("開始年度", "l"), c("昭和63年度以前", "m"), h("終了年度", "l"), c("予定なし", "m"), h("事務事業類型", "l"), c("ソフト事業", "m")),
            row(h("実施手法", "l"), c("一部委託", "m"), h("補助金の支給", "l"), c("なし", "m"), h("評価区分", "l"), c("通常評価", "m")),
            row(h("具体的内容", "l"), c("市内６公民館で、子育て、健康、郷土史、デジタル活用などの講座を開く。受講者が自主グループをつくり、活動を続けられるよう支援する。", cs=5)),
        ],
        [14, 17, 14, 20, 13, 22],
    )  # fmt: skip
    verdict = table(
        [
            row(h("妥当性", rs=2), h("市が実施する必要性"), c("Ａ", "m"), c("社会教育法に基づく学習機会の提供であり、民間講座と役割が異なる。")),
            row(h("対象・意図の適切さ"), c("Ｂ", "m"), c("平日昼間の講座が多く、働く世代が参加しにくい。")),
            row(h("効率性"), h("コスト削減の余地"), c("Ｂ", "m"), c("講師謝礼の単価を令和７年度に見直す。")),
            row(h("有効性"), h("成果向上の余地"), c("Ｂ", "m"), c("オンライン配信と夜間開催を組み合わせ、参加者の幅を広げる。")),
            row(h("今後の方向性", cs=2), c("改善しながら継続", "m", cs=2, style="font-weight:bold")),
        ],
        [12, 20, 12, 56],
    )  # fmt: skip
    body = (
        "<div class='page'><h1>貝浜市行政評価　事務事業評価シート（令和５年度実施分）</h1><h3>１．事務事業の概要</h3>" + top
        + "<h3>２．事務事業実施にかかるコスト</h3><p class='note'>事務事業を構成する予算細目　00000412　010（一般会計）　10（教育費）　05（社会教育費）　02（公民館費）　03（公民館講座事業）</p>"
        + table(cost, [8, 13, 20, 7, 10.4, 10.4, 10.4, 10.4, 10.4]) + "</div><div class='page'><h3>３．指標と単位あたりコスト</h3>" + "".join(blocks)
        + "<h3>４．評価</h3>" + verdict + "</div>"
    )  # fmt: skip
    css = "h1{font-size:12.5pt} h3{font-size:9.5pt;border-left:2mm solid #4f81bd;padding-left:1.5mm} th{background:#dce6f1} td,th{padding:0.8mm 1mm}"
    return Document(page(body, margin="13mm", font=NOTO, pt=8, css=css), truth)


def staff_pairs() -> Document:
    """杜若市: persons and 千円 in two columns under each year, funds with a rate of the last two years, indicators on the right."""
    truth = Truth("杜若市", "令和６年度 事務事業点検表（令和５年度実績）")
    name, office = "温水プール送迎バス運行事業", "市民環境部スポーツ振興課"
    truth.notes += [
        "Under each year persons stand in the left half and 千円 in the right; only the 千円 are amounts. (決算) = settlement, (予算) = budget.",
        "事業費 is the whole, 支出合計 with the staff a second one under its printed name; 人件費 rows are 正規職員, 会計年度任用職員, アルバイト (components as printed). － is no amount, 0 is 0.",
        "R5/R4 is a rate of two years and no value. 受益者負担÷支出合計, 一般財源÷活動指標 are no values.",
        "(実績) = actual, (予定) = planned, 目標値 (R8) = target of 2026.",
    ]
    years = [
        ("R3年度<br>（決算）", 2021, "settlement"),
        ("R4年度<br>（決算）", 2022, "settlement"),
        ("R5年度<br>（決算）", 2023, "settlement"),
        ("R6年度<br>（予算）", 2024, "budget"),
    ]
    project = truth.project(name, [office])
    people = [
        ("正規職員", ["0.10人", "0.10人", "0.15人", "0.15人"], [812, 806, 1_224, 1_230]),
        ("会計年度任用職員", ["0.20人", "0.20人", "0.20人", "0.20人"], [590, 604, 618, 640]),
        ("アルバイト", ["－", "－", "－", "－"], [None] * 4),
    ]
    cost = [2_264, 2_231, 2_308, 2_455]
    total = [d + sum(v[i] or 0 for _, _, v in people) for i, d in enumerate(cost)]
    funds = [
        ("国・府支出金", [0, 0, 0, 0]),
        ("受益者負担", [148, 152, 171, 180]),
        ("その他財源", [0, 0, 250, 0]),
    ]
    general = [w - sum(f[1][i] for f in funds) for i, w in enumerate(total)]

    def ratio(a, b):
        return "－" if not b else f"{a * 1000 // b // 10}.{a * 1000 // b % 10}%"

    def line(label, values, span, lead=(), texts=(), dash="－"):
        whole = label == "事業費"
        cells = []
        for i, ((_, year, kind), amount) in enumerate(zip(years, values)):
            project.add(year, kind, "" if whole else label, amount, yen(amount))
            cells.append(c(texts[i], "n", style="border-right:0.4pt dotted #000") if texts else "")
            cells.append(c(yen(amount, empty=dash), "n", cs=1 if texts else 2))
        last = ratio(values[2], values[1]) if values[1] is not None else "－"
        return row(*lead, h(label, "l", cs=span), *cells, c(last, "n"))

    rows = [row(h("（人・千円）", cs=2), *[h(y, cs=2) for y, _, _ in years], h("R5/R4"))]
    rows.append(line("事業費", cost, 2))
    for k, (label, texts, values) in enumerate(people):
        rows.append(line(label, values, 1, [vertical("人件費", rs=3)] if not k else [], texts))
    rows.append(line("支出合計", total, 2))
    for k, (label, values) in enumerate([*funds, ("一般財源", general)]):
        rows.append(line(label, values, 1, [vertical("財源内訳", rs=4)] if not k else []))
    rows.append(
        row(
            h("受益者負担÷支出合計", "l", cs=2),
            *[c(f"{funds[1][1][i] * 100 / total[i]:.1f}%", "n", cs=2) for i in range(4)],
            c(""),
        )
    )
    kpis = [
        ("活動指標", "送迎バスの運行便数", "便", [484, 488, 530, 530], "540", 2),
        ("活動指標", "広報紙等での周知回数", "回", [3, 3, 4, 4], "4", 0),
        ("成果指標", "バスの延べ利用者数", "人", [5_872, 5_614, 6_938, 7_000], "7,500", 2),
        ("成果指標", "利用者アンケートで「便利」と答えた割合", "％", ["88.4", "－", "91.2", "92.0"], "95.0", 0),
    ]  # fmt: skip
    goals = [
        row(
            h("区分"),
            h("指　標　名"),
            h("単位"),
            h("R3年度<br>（実績）"),
            h("R4年度<br>（実績）"),
            h("R5年度<br>（実績）"),
            h("R6年度<br>（予定）"),
            h("R5/R4"),
            h("目標値<br>（R8）"),
        )
    ]
    for k, (group, label, unit, values, goal, _) in enumerate(kpis):
        kpi = truth.kpi(label, unit, [office])
        texts = [v if isinstance(v, str) else f"{v:,}" for v in values]
        for (period, year, _), text in zip(years, texts):
            kpi.add(
                period.replace("<br>", "").replace("決算", "実績").replace("予算", "予定"),
                "planned" if year == 2024 else "actual",
                year,
                text,
            )
        kpi.add("目標値（R8）", "target", 2026, goal)
        rate = ratio(values[2], values[1]) if isinstance(values[1], int) else "－"
        goals.append(
            row(
                *([h(group, rs=2)] if k % 2 == 0 else []),
                c(label),
                c(unit, "m"),
                *[c(x, "n") for x in texts],
                c(rate, "n"),
                c(goal, "n"),
            )
        )
    goals.append(
        row(
            h("単位"),
            c("一般財源÷活動指標"),
            c("円", "m"),
            *[c(f"{g * 1000 // b:,}", "n") for g, b in zip(general, kpis[0][3])],
            c(ratio(general[2] * 488, general[1] * 530), "n"),
            c("", style="background:#ccc"),
        )
    )
    top = table(
        [
            row(h("分類番号／事業番号／枝番号", "l", cs=2), c("4217　／　2　／　1", "m"), h("担当部課名", "l"), c(office), h("担当課長名", "l"), c("")),
            row(h("事務事業名", "l", cs=2), c(name, cs=3, style="font-size:11.5pt"), h("施策名", "l"), c("生涯スポーツの振興")),
            row(h("財務会計上の事業名", "l", cs=2), c("体育施設管理事業"), h("会計区分", "l"), c("一般会計", "m"), h("実施根拠", "l"), c("なし", "m")),
            row(h("事業の対象【誰（何）を】", "l", cs=2), c("温水プールの利用者", cs=2), h("実施期間", "l"), c("平成19年度　～　終期未定", cs=2)),
            row(h("事業の手段【どうする（させる）ことで】", "l", cs=2), c("駅と温水プールの間で、週３日、小型バスを借り上げて運行する。", cs=5)),
            row(h("事業の目的【どのような結果を得るか】", "l", cs=2), c("車を使えない人も温水プールに通えるようにし、健康づくりを進める。", cs=5)),
        ],
        [12, 12, 22, 11, 18, 10, 15],
    )  # fmt: skip
    checks = table(
        [
            row(h("事業の対象者や受益者の反応", "l"), c("帰りの便の時刻が早いという声がある。")),
            row(h("事業内容の見直し（過去５年）", "l"), c("令和５年度に夕方の便を増やし、沿線の事業者から協賛金を受けた。")),
            row(h("懸案事項、問題点等", "l"), c("燃料費の値上がりにより、借上げ料が令和６年度から上がる。")),
            row(h("今後の方向性", "l"), c("（直近）　□拡充　■継続　□縮小　□休止　□廃止　　　（３年後）　□拡充　■継続　□縮小　□休止　□廃止")),
        ],
        [24, 76],
    )  # fmt: skip
    body = "<h1>令和６年度　事務事業点検表　〔サービス事業〕</h1>" + top + "<h3>事業費の推移</h3>" + table(rows, [3.5, 20.5, 7, 10, 7, 10, 7, 10, 7, 10, 8]) + "<h3>指標の推移</h3>" + table(goals, [8, 30, 6, 9.5, 9.5, 9.5, 9.5, 8, 10]) + "<div style='height:2mm'></div>" + checks  # fmt: skip
    css = "h1{font-size:13pt;text-align:left} h3{font-size:9pt;margin:2.5mm 0 0.8mm} th{background:#ffffd9} td,th{padding:0.55mm 0.9mm}"
    return Document(page(body, size="A4 landscape", margin="9mm 12mm", font=GOTHIC, pt=7.8, css=css), truth)


def years_backwards() -> Document:
    """与楽町: 概要説明書: the newest year first, figure and unit in cells of their own, cost by 節, persons a day, funds below."""
    truth = Truth("与楽町", "令和６年度 事務事業評価シート（概要説明書） 年中児・年長児発達相談事業")
    name, office = "年中児・年長児発達相談事業", "保健福祉課"
    truth.notes += [
        "Years run backwards: 令和６年度（予算） = budget, then three 決算 = settlement. The unit 千円 stands in a narrow cell behind each figure.",
        "事業費計 (the sum of the 節) and 総事業費 (事業費計 + 職員人件費（理論値）) are both wholes. 職員数 in 人日 is no amount.",
        "Funds sum to 総事業費. Empty 財源の内容 cells are text. 成果指標: 目標 and 実績 under each year.",
        "An empty cell is no figure; － is not_available.",
    ]
    years = [
        ("令和６年度（予算）", 2024, "budget"),
        ("令和５年度（決算）", 2023, "settlement"),
        ("令和４年度（決算）", 2022, "settlement"),
        ("令和３年度（決算）", 2021, "settlement"),
    ]
    project = truth.project(name, [office])
    items = [
        ("報酬・報償", [1_124, 1_086, 735, 702]), ("委託料", [2_310, 1_925, None, None]), ("需用費", [318, 274, 251, 296]), ("役務費", [44, 38, 12, 9]),
        ("負担金補助及び交付金", [6_350, 6_212, 6_148, 5_907]), ("その他", [7_480, 7_318, 6_904, 6_877]),
    ]  # fmt: skip
    sub = [sum(v[i] or 0 for _, v in items) for i in range(4)]
    days, pay = ["6.0", "12.5", "4.2", "4.0"], [204, 425, 143, 136]
    whole = [a + b for a, b in zip(sub, pay)]
    funds = [
        ("国・府支出金", [3_140, 2_986, 2_204, 2_118], "地域療育等支援事業費補助金"),
        ("地方債", [0, 0, 0, 0], ""),
        ("その他特財", [360, 244, 0, 0], "利用者負担金"),
    ]
    rest = [w - sum(f[1][i] for f in funds) for i, w in enumerate(whole)]

    def cells(values, component=None):
        out = []
        for (_, year, kind), amount in zip(years, values):
            if component is not None:
                project.add(year, kind, component, amount, yen(amount))
            out += [c(yen(amount), "n nr"), c("千円", "m nb", style="font-size:6.6pt")]
        return out

    rows = [row(h("区　　分", cs=2), *[h(y, cs=2) for y, _, _ in years])]
    for k, (label, values) in enumerate(items):
        rows.append(row(*([vertical("事業費", rs=7)] if not k else []), h(label, "l"), *cells(values, label)))
    rows.append(row(h("事業費計"), *cells(sub, "")))
    persons = [x for day in days for x in (c(day, "n nr"), c("人日", "m nb", style="font-size:6.6pt"))]
    rows.append(row(h("職員数", "l", cs=2), *persons))
    rows.append(row(h("職員人件費（理論値）", "l", cs=2), *cells(pay, "職員人件費（理論値）")))
    rows.append(row(h("総事業費", cs=2, style="font-weight:bold"), *cells(whole, "")))
    for k, (label, values, _) in enumerate([*funds, ("一般財源", rest, "")]):
        rows.append(
            row(*([vertical("財源内訳", rs=4)] if not k else []), h(label, "l"), *cells(values, label))
        )
    for label, _, text in (funds[0], funds[2]):
        rows.append(row(h(f"{label}の内容", "l", cs=2), c(text, cs=8)))
    kpis = [
        ("活動", "専門職による園訪問の回数", "回", [("60", ""), ("56", "58"), ("52", "51"), ("48", "44")]),
        ("成果", "年長児の保護者面談の実施率", "％", [("95.0", ""), ("92.0", "93.6"), ("90.0", "88.1"), ("90.0", "－")]),
        ("成果", "就学後の引継ぎ会議を行った児童の割合", "％", [("100", ""), ("100", "96.4"), ("100", "100"), ("", "")]),
    ]  # fmt: skip
    goals = [
        row(
            h("区分", rs=2),
            h("指標名", rs=2),
            h("単位", rs=2),
            *[h(f"令和{y - 2018}年度", cs=2) for _, y, _ in years],
        ),
        row(*[h(x) for _ in years for x in ("目標", "実績")]),
    ]
    for group, label, unit, figures in kpis:
        kpi = truth.kpi(label, unit, [office])
        for (_, year, _), (goal, done) in zip(years, figures):
            kpi.add(f"令和{year - 2018}年度 目標", "target", year, goal)
            kpi.add(f"令和{year - 2018}年度 実績", "actual", year, done)
        goals.append(
            row(c(group, "m"), c(label), c(unit, "m"), *[c(x, "n") for pair in figures for x in pair])
        )
    top = table(
        [
            row(h("事務事業名"), c(name, cs=3, style="font-size:11pt;font-weight:bold")),
            row(h("担当課"), c(office), h("予算科目"), c("一般会計　民生費　児童福祉費　児童福祉総務費")),
            row(h("根拠法令等"), c("発達障害者支援法"), h("事業期間"), c("平成20年度～")),
            row(h("事務事業の対象<br>（誰・何を対象に）"), c("発達に課題のある就学前の乳幼児とその保護者", cs=3)),
            row(h("事務事業の意図<br>（どのような状態にしたいか）"), c("・就学までの時期に子どもの力を伸ばす。<br>・保護者が見通しを持って就学を迎えられる。", cs=3)),
            row(h("事業内容<br>（手段、手法など）"), c("臨床心理士、作業療法士が園を訪問し、保育士に助言する。年中・年長児の教室（週２回、延べ84回）を開く。就学前に保護者と学校を交えて引継ぎを行う。", cs=3)),
        ],
        [20, 30, 13, 37],
    )  # fmt: skip
    checks = table(
        [
            row(h("評価", rs=2), h("必要性"), c("高い", "m"), h("有効性"), c("高い", "m"), h("効率性"), c("普通", "m"), h("公平性"), c("高い", "m")),
            row(h("課題・方向性"), c("訪問を希望する園が増え、専門職の日程が不足している。令和６年度から近隣２町と共同で委託する。", cs=7)),
        ],
        [8, 14, 11, 11, 11, 11, 11, 11, 12],
    )  # fmt: skip
    body = "<h1>令和６年度　事務事業評価シート（概要説明書）</h1>" + top + "<h3>■事業費・財源</h3>" + table(rows, [4, 20, 14, 5, 14, 5, 14, 5, 14, 5]) + "<h3>■指標</h3>" + table(goals, [7, 30, 7, 7, 7, 7, 7, 7, 7, 7, 7]) + "<h3>■評価</h3>" + checks  # fmt: skip
    css = "h1{font-size:13pt} h3{font-size:9.5pt} th{background:#ededed} td,th{padding:0.7mm 1mm}"
    return Document(page(body, margin="13mm", font=MINCHO, pt=8.6, css=css), truth)


DOCUMENTS = {
    "b8_sheet_full_budget": full_budget,
    "b8_sheet_staff_pairs": staff_pairs,
    "b8_sheet_years_backwards": years_backwards,
}
