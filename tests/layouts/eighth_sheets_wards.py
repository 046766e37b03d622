"""Eighth batch: project sheets of wards, plans beside actuals and every step of a year's budget."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import GOTHIC, IPAEX, MINCHO, Document, c, h, page, rate, row, table, vertical, yen
from truthfile import Truth


def n(amount, empty=""):
    return c(yen(amount, empty=empty), "n")


def t(text):
    return c(text, "n")


def tick(choices, chosen):
    return "　".join(("■" if x in chosen else "□") + x for x in choices)


def ward_rows() -> Document:
    """朝凪区: numbered rows; 実績, 計画 / 実績 of three years, 計画 of the next; indicators called (1), (2) and named above."""
    truth = Truth("朝凪区", "令和６年度 朝凪区事務事業評価表 地域集会所の維持管理")
    name, office = "地域集会所の維持管理", "区民生活部地域課"
    truth.notes += [
        "Indicators are called 活動指標(1) ... in the table of figures and named above it (指標名(1)). 計画 = planned, 実績 = actual.",
        "Money under 実績 = settlement, under 計画 = forecast. 職員数, 単位当たりコスト, 対計画比 and 予算執行率 are no amounts.",
        "事業費 and 総事業費 are both wholes; (内)投資的経費等, (内)委託費, 特定財源計 and 差引：一般財源 are components as printed. A printed 0 is 0.",
        "Indicators take the 現担当課名 of the form.",
    ]
    named = [
        ("活動指標(1)", "集会室の利用回数", "回", "７集会所・19室の利用コマ数の合計", ["18,204", "19,000", "19,377", "20,000", "21,046", "21,500"], "105.2"),
        ("活動指標(2)", "設備の修繕件数", "件", "区が発注した修繕の件数", ["31", "40", "44", "40", "52", "45"], "130.0"),
        ("成果指標(1)", "集会室の利用率", "％", "利用コマ数÷利用可能コマ数", ["43.8", "46.0", "46.6", "48.0", "50.7", "52.0"], "105.6"),
        ("成果指標(2)", "利用者満足度", "％", "利用者アンケートで「満足」「やや満足」の割合", ["－", "80.0", "77.9", "80.0", "81.3", "82.0"], "101.6"),
    ]  # fmt: skip
    heads = [
        ("令和3年度 実績", 2021, "settlement", "actual"),
        ("令和4年度 計画", 2022, "forecast", "planned"),
        ("令和4年度 実績", 2022, "settlement", "actual"),
        ("令和5年度 計画", 2023, "forecast", "planned"),
        ("令和5年度 実績", 2023, "settlement", "actual"),
        ("令和6年度 計画", 2024, "forecast", "planned"),
    ]
    cost = [61_208, 66_340, 64_915, 88_120, 85_304, 70_466]
    invest = [0, 0, 0, 17_600, 17_380, 0]
    trust = [44_016, 46_502, 46_110, 47_280, 46_990, 48_750]
    staff = [10_124, 10_350, 10_350, 10_422, 10_422, 10_422]
    part = [5_640, 5_725, 5_688, 5_910, 5_877, 6_030]
    whole = [a + b + d for a, b, d in zip(cost, staff, part)]
    fees = [7_315, 7_900, 8_042, 8_300, 8_791, 9_000]
    grants = [0, 0, 0, 4_400, 4_345, 0]
    special = [a + b for a, b in zip(fees, grants)]
    general = [a - b for a, b in zip(whole, special)]
    uses = [int(x.replace(",", "")) for x in named[0][4]]
    unit_cost = [round(w * 1000 / u) for w, u in zip(whole, uses)]
    project = truth.project(name, [office])
    rows = [
        row(h("区　分", cs=2, rs=2), h("行", rs=2), h("単位", rs=2), h("令和3年度"), h("令和4年度", cs=2), h("令和5年度", cs=2), h("令和6年度"), h("令和5年度<br>対計画比<br>(％)", rs=2)),
        row(*[h(w) for w in ("実績", "計画", "実績", "計画", "実績", "計画")]),
    ]  # fmt: skip
    line = 0

    def put(label, unit, cells, last="", lead=(), wide_label=False):
        nonlocal line
        line += 1
        rows.append(
            row(*lead, h(label, "l", cs=2 if wide_label else 1), c(line, "m"), c(unit, "m"), *cells, t(last))
        )

    for k, (mark, label, unit, _, figures, ratio) in enumerate(named):
        kpi = truth.kpi(label, unit, [office])
        for (period, year, _, role), text in zip(heads, figures):
            kpi.add(period, role, year, text)
        put(mark, unit, [t(x) for x in figures], ratio, [vertical("指標", rs=4)] if not k else [])

    def money(label, amounts, lead=(), component=None, wide_label=False):
        for (_, year, kind, _), amount in zip(heads, amounts):
            project.add(year, kind, label if component is None else component, amount, yen(amount))
        put(
            label,
            "千円",
            [n(a) for a in amounts],
            rate(amounts[4], amounts[3]) if label == "事業費" else "",
            lead,
            wide_label,
        )

    money("事業費", cost, wide_label=True)
    money("(内)投資的経費等", invest, wide_label=True)
    money("(内)委託費", trust, wide_label=True)
    people = [("常勤職員数", ["1.20", "1.20", "1.20", "1.20", "1.20", "1.20"]), ("再任用短時間職員数", ["0.00"] * 6), ("会計年度任用職員数", ["1.80", "1.80", "1.80", "1.85", "1.85", "1.85"])]  # fmt: skip
    for k, (label, figures) in enumerate(people):
        put(label, "人", [t(x) for x in figures], lead=[vertical("職員数", rs=3)] if not k else [])
    money("常勤職員人件費", staff, [vertical("人件費", rs=2)])
    money("会計年度任用職員人件費", part)
    money("総事業費", whole, wide_label=True)
    put("単位当たりコスト（総事業費÷活動指標(1)）", "円", [n(a) for a in unit_cost], wide_label=True)
    money("受益者負担分", fees, [vertical("財源", rs=4)])
    money("国・都等からの支出金", grants)
    money("特定財源計", special)
    money("差引：一般財源", general)
    top = table(
        [
            row(h("事務事業名称", "l"), c(name, cs=3, style="font-size:10pt"), h("整理番号"), c("118", "m")),
            row(h("現担当課名", "l"), c(office), h("係名"), c("集会施設係"), h("昨年度整理番号"), c("121", "m")),
            row(h("上位施策No・施策名", "l"), c("27　多様な地域活動への支援"), h("予算科目"), c("款 03　項 01　目 04　事業 011"), h("事業開始"), c("昭和51年度", "m")),
            row(h("予算事業区分", "l"), c("既定事業"), h("根拠法令等"), c("朝凪区立地域集会所条例、同施行規則", cs=3)),
            row(h("対象", "l"), c("区内に在住・在勤・在学する者及び区内で活動する団体", cs=5)),
            row(h("事業の目的・目標<br>（対象をどのような状態にしたいのか）", "l"), c("身近な場所で会合や文化活動ができるよう、集会所を安全に使える状態に保つ。", cs=5)),
            row(h("活動内容<br>（内容、やり方、手段）", "l"), c("① 受付・清掃・設備点検を委託し、集会室を貸し出す。<br>② 開設から40年を超えた２施設について、空調設備の更新工事を行う（令和5年度）。<br>③ 利用団体懇談会を年１回開く。", cs=5)),
        ],
        [17, 29, 10, 24, 11, 9],
    )  # fmt: skip
    marks = table(
        [
            row(h("活動指標" if not k else "成果指標", rs=4, style="width:9%") if k in (0, 2) else "", h(f"指標名({k % 2 + 1})"), c(label))
            + row(h("指標説明"), c(text))
            for k, (_, label, _, text, _, _) in enumerate(named)
        ],
        [10, 12, 78],
    )  # fmt: skip
    checks = table(
        [
            row(h("令和5年度の<br>主な取組", "l"), c("空調設備の更新（２施設）、予約システムの操作講習会（６回・参加94人）、和室の洋室化の検討。", cs=3)),
            row(h("予算執行率(%)", "l"), c(rate(cost[4], cost[3]), "n"), h("執行率の説明", "l"), c("工事の契約差金が生じたため。")),
            row(h("評価と課題", "l"), c("夜間の利用が伸び悩む一方、午後の予約は取りにくい。利用区分の細分化を検討する必要がある。", cs=3)),
            row(h("今後の方向性", "l"), c(tick(["拡充", "サービス増", "現状維持", "効率化", "縮小", "廃止"], ["現状維持"]), cs=3)),
        ],
        [16, 14, 14, 56],
    )  # fmt: skip
    body = "<h1>令和６年度　朝凪区事務事業評価表</h1>" + top + "<div style='height:1.2mm'></div>" + marks + "<div style='height:1.2mm'></div>" + table(rows, [4, 22, 4, 6, 9, 9, 9, 9.5, 9.5, 9, 9]) + "<div style='height:1.2mm'></div>" + checks  # fmt: skip
    css = "h1{font-size:12pt;margin-bottom:1.5mm} th{background:#e4eef7} td,th{padding:0.25mm 0.8mm}"
    return Document(page(body, margin="9mm 10mm", font=GOTHIC, pt=7.4, css=css), truth)


def ward_steps() -> Document:
    """若潮区: two sheets; 決算 of two years, then 当初予算, 補正予算, 流用, 予算現額, 決算, 執行率 of one, 当初予算 of the next."""
    truth = Truth("若潮区", "令和６年度 事務事業評価表（令和５年度実施事業）")
    truth.notes += [
        "４ 事業費の推移: 決算 = settlement, 当初予算 = initial_budget, 補正予算 = supplementary, 予算現額 = current_budget; 流用 (－) and 執行率 are no amounts.",
        "人件費 is printed under 決算 and 当初予算 only; 総コスト is the whole of 事業費 and 人件費. 正規 / 会計年度 are persons.",
        "目標 = target, 実績 = actual; 達成率 is no value. － in an indicator cell is not_available. An indicator line without a name is no indicator.",
        "Indicators take the 所管課 of the sheet.",
    ]
    steps = [
        ("令和３年度 決算", 2021, "settlement"),
        ("令和４年度 決算", 2022, "settlement"),
        ("令和５年度 当初予算", 2023, "initial_budget"),
        ("令和５年度 補正予算", 2023, "supplementary"),
        ("令和５年度 流用", 2023, ""),
        ("令和５年度 予算現額", 2023, "current_budget"),
        ("令和５年度 決算", 2023, "settlement"),
        ("令和５年度 執行率", 2023, ""),
        ("令和６年度 当初予算", 2024, "initial_budget"),
    ]
    sheets = [
        (
            "05-112", "高齢者見守り電話事業", "福祉部高齢福祉課", "ひとり暮らしの高齢者に週１回電話し、体調の変化や困りごとを早く見つける。",
            "委託事業者が登録者に電話し、応答がないときは民生委員と地域包括支援センターへ連絡する。",
            {"国庫支出金": [1_204, 1_286, 1_400, 120, None, 1_520, 1_466, None, 1_600], "都支出金": [2_318, 2_402, 2_500, 60, None, 2_560, 2_533, None, 2_700], "その他": [0, 0, 0, 0, None, 0, 0, None, 0], "一般財源": [4_127, 4_410, 4_720, 60, None, 4_780, 4_541, None, 5_105]},
            [1_640, 1_655, 1_668, None, None, None, 1_668, None, 1_690],
            (["0.20"] * 4, ["0.10", "0.10", "0.10", "0.15"]),
            [("活動指標①", "電話による安否確認の件数", "件", "11,450", "12,000", "11,862", "98.9%", "12,500"), ("活動指標②", "登録者数", "人", "248", "260", "263", "101.2%", "280"), ("成果指標①", "異変を早期に発見した件数", "件", "6", "－", "9", "－", "－"), ("成果指標②", "", "", "", "", "", "", "")],
            "Ａ", "現状維持", "登録者の平均年齢が上がり、電話に出られない人が増えている。センサー型の見守りとの使い分けを検討する。",
        ),
        (
            "05-118", "コミュニティサイクル推進事業", "都市整備部交通対策課", "放置自転車を減らし、鉄道駅から離れた地域の移動を便利にする。",
            "公園や区施設の空き地にポートを設け、民間事業者と共同で自転車を貸し出す。",
            {"国庫支出金": [3_300, 0, 2_200, 0, None, 2_200, 2_150, None, 0], "都支出金": [1_650, 0, 1_100, 0, None, 1_100, 1_075, None, 0], "その他": [412, 468, 450, 0, None, 450, 523, None, 500], "一般財源": [5_806, 3_945, 6_318, "△740", None, 5_578, 5_290, None, 4_280]},
            [4_100, 4_138, 4_170, None, None, None, 4_170, None, 4_225],
            (["0.50"] * 4, ["0.00"] * 4),
            [("活動指標①", "サイクルポートの設置数", "か所", "38", "45", "44", "97.8%", "50"), ("活動指標②", "広報物の配布部数", "部", "12,000", "12,000", "12,000", "100.0%", "8,000"), ("成果指標①", "１日当たりの利用回数", "回", "1,036", "1,200", "1,418", "118.2%", "1,500"), ("成果指標②", "駅前の放置自転車台数", "台", "77", "70", "64", "109.4%", "60")],
            "Ａ", "改善・見直しのうえ継続", "利用が集中する朝の時間帯に自転車が不足するポートがある。再配置の回数を増やすよう事業者と協議する。",
        ),
    ]  # fmt: skip
    pages = []
    for code, name, office, aim, means, funds, staff, people, kpis, mark, future, issue in sheets:
        project = truth.project(name, [office])
        funds = {
            k: [int(x.replace("△", "-")) if isinstance(x, str) else x for x in v] for k, v in funds.items()
        }
        cost = [
            sum(v[i] for v in funds.values()) if funds["その他"][i] is not None else None for i in range(9)
        ]
        assert cost[2] + cost[3] == cost[5]
        body = [
            row(h("", rs=2, cs=2), h("令和３年度"), h("令和４年度"), h("令和５年度", cs=6), h("令和６年度")),
            row(*[h(p.split()[1]) for p, _, _ in steps]),
        ]
        total = [a + b if b is not None else None for a, b in zip(cost, staff)]
        for k, (label, values) in enumerate(
            [("事業費", cost), *funds.items(), ("人件費", staff), ("総コスト", total)]
        ):
            cells = []
            for i, ((_, year, kind), amount) in enumerate(zip(steps, values)):
                if i == 4:
                    cells.append(c("－" if label == "事業費" else "", "n"))
                elif i == 7:
                    cells.append(c(rate(cost[6], cost[5]) + "%" if label == "事業費" else "", "n"))
                else:
                    project.add(
                        year, kind, "" if label in ("事業費", "総コスト") else label, amount, yen(amount)
                    )
                    grey = amount is None
                    cells.append(c(yen(amount), "n", style="background:#ddd" if grey else ""))
            lead = [vertical("財源", rs=4)] if k == 1 else []
            body.append(row(*lead, h(label, "l", cs=1 if label in funds else 2), *cells))
        for label, counts in zip(("正規（人）", "会計年度（人）"), people):
            a, b, d, e = counts
            blank = c("", style="background:#ddd")
            body.append(
                row(h(label, "l", cs=2), c(a, "n"), c(b, "n"), *[blank] * 4, c(d, "n"), blank, c(e, "n"))
            )
        figures = [
            row(h("", rs=2), h("指標名", rs=2), h("単位", rs=2), h("４年度"), h("５年度", cs=3), h("６年度")),
            row(h("実績"), h("目標"), h("実績"), h("達成率"), h("目標")),
        ]
        for group, label, unit, last, goal, done, ratio, following in kpis:
            figures.append(
                row(
                    h(group),
                    c(label),
                    c(unit, "m"),
                    *[c(x, "n") for x in (last, goal, done, ratio, following)],
                )
            )
            if label:
                kpi = truth.kpi(label, unit, [office])
                kpi.add("４年度 実績", "actual", 2022, last)
                kpi.add("５年度 目標", "target", 2023, goal)
                kpi.add("５年度 実績", "actual", 2023, done)
                kpi.add("６年度 目標", "target", 2024, following)
        top = table(
            [
                row(h("事業整理番号"), c(code, "m"), h("事業名"), c(name, cs=3, style="font-size:11pt;font-weight:bold")),
                row(h("所管課"), c(office, cs=3), h("基本計画の体系"), c("計画事業 ４－２－１", "m")),
                row(h("単独・補助"), c("補助", "m"), h("事業区分"), c("自治事務（任意）"), h("開始／終了"), c("平成29年度　～　未定", "m")),
            ],
            [12, 14, 9, 31, 13, 21],
        )  # fmt: skip
        pages.append(
            "<div class='page'><h1>令和６年度　事務事業評価表（令和５年度実施事業）</h1>" + top
            + "<h3>１．事業の目的・目標</h3>" + table([row(c(aim, style="height:9mm"))])
            + "<h3>２．目標に対する達成状況</h3>" + table(figures, [11, 33, 8, 9.6, 9.6, 9.6, 9.6, 9.6])
            + "<h3>３．事業概要及び主な取り組み</h3>" + table([row(c(means, style="height:12mm;vertical-align:top"))])
            + "<h3>４．事業費の推移<span style='float:right;font-weight:normal'>（単位：千円）</span></h3>"
            + table(body, [3.5, 13.5, 9.2, 9.2, 9.2, 9.2, 7, 9.2, 9.2, 8.6, 9.2])
            + "<h3>５．評価</h3>"
            + table([row(h("区分"), h("必要性"), h("有効性"), h("効率性"), h("一次評価"), h("今後の方向性")), row(c("判定", "m"), c("Ａ", "m"), c("Ａ", "m"), c("Ｂ", "m"), c(mark, "m"), c(future, "m")), row(h("課題・<br>改善策"), c(issue, cs=5, style="height:16mm"))], [10, 12, 12, 12, 14, 40])
            + "</div>"
        )  # fmt: skip
    css = "h1{font-size:12.5pt} h3{font-size:9pt;margin:2.5mm 0 0.8mm} th{background:#fce9d9} td,th{padding:0.6mm 0.8mm}"
    return Document(page("".join(pages), margin="12mm", font=IPAEX, pt=8, css=css), truth)


DOCUMENTS = {"b8_sheet_ward_rows": ward_rows, "b8_sheet_ward_steps": ward_steps}
