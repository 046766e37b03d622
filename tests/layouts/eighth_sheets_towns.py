"""Eighth batch: sheets with years that name no era, budget and settlement of a year side by side, and cost less its revenue."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import GOTHIC, MINCHO, TAKAO, Document, c, h, page, row, table, vertical, yen
from truthfile import Odd, Truth, shown


def n(amount, empty=""):
    return c(yen(amount, empty=empty), "n")


def results_sheet() -> Document:
    """桑ヶ谷町: 実績評価表: 5年度計画 / 5年度実績 / 6年度計画 / 8年度見込み, unit in the name's brackets; 4年度決算額 to 6年度予算額; two sheets."""
    truth = Truth("桑ヶ谷町", "令和６年度 事務事業実績評価表【政策・経常共通】")
    truth.notes += [
        "Years print no era (5年度): 令和, by the title. 計画 and 見込み = planned, 実績 = actual.",
        "The kind of an indicator (対象指標, 成果指標, 副指標, 活動指標) stands before its name, the unit in brackets behind it. 定性目標 is a sentence and no indicator.",
        "決算額 = settlement, 予算額 = budget. 事業費計①, 人件費計② and 総事業費①＋②: the first and last are wholes ('' ), 人件費計 a component. 所要時間 is no amount; the text of 事業内容 holds no facts.",
        "Indicators take the 課等名 of the sheet.",
    ]
    heads = [
        ("5年度計画", "planned", 2023),
        ("5年度実績", "actual", 2023),
        ("6年度計画", "planned", 2024),
        ("8年度見込み", "planned", 2026),
    ]
    money = [
        ("4年度決算額", 2022, "settlement"),
        ("5年度予算額", 2023, "budget"),
        ("5年度決算額", 2023, "settlement"),
        ("6年度予算額", 2024, "budget"),
    ]
    sheets = [
        (
            "空き家活用移住促進事業", "まちづくり課", "定住推進係", "22", "3", "04-2", "一般", "平成29", "空き家の所有者と移住希望者", "空き家を手放さず、移住者の住まいとして生かす。", "移住者数",
            [("対象指標", "空き家バンクへの登録件数", "件", ["34", "31", "36", "40"], ""), ("成果指標", "空き家バンクによる成約件数", "件", ["12", "15", "14", "16"], "うち町外から11件"), ("成果指標", "移住相談から移住に至った割合", "％", ["20.0", "17.4", "20.0", "25.0"], ""), ("副指標", "お試し住宅の利用日数", "日", ["180", "206", "200", "220"], ""), ("活動指標", "空き家見学会の開催回数", "回", ["4", "4", "4", "6"], "")],
            "所有者向けの相談窓口が町民に知られている。",
            "・空き家バンクの運営、見学会の開催<br>・改修補助金（上限100万円）の交付　７件<br>・お試し住宅２棟の管理",
            {"国庫支出金": [1_500, 2_000, 1_750, 2_000], "県支出金": [600, 800, 700, 800], "起債": [0, 0, 0, 0], "その他": [412, 500, 536, 550], "一般財源": [3_288, 4_100, 3_461, 4_350]}, [2_920, 2_960, 3_108, 2_960], [("740", "750", "788", "750"), ("0", "0", "60", "60")],
            "改修の見積りが上がり、成約前に諦める人がいる。", "簡易な改修でも使える補助の区分を設ける。",
        ),
        (
            "鳥獣被害防止対策事業", "産業課", "農林係", "13", "1", "02-7", "一般", "平成21", "農業者、農地", "野生鳥獣による農作物の被害を減らす。", "耕地面積",
            [("対象指標", "被害の届出があった農地面積", "ha", ["18.0", "22.6", "17.0", "15.0"], ""), ("成果指標", "農作物の被害額", "千円", ["8,500", "9,714", "8,000", "7,000"], "共済組合の調査"), ("成果指標", "侵入防止柵を設けた集落の割合", "％", ["60.0", "61.5", "66.0", "75.0"], ""), ("副指標", "狩猟免許の新規取得者数", "人", ["3", "－", "3", "3"], "試験の結果待ち"), ("活動指標", "有害鳥獣の捕獲頭数", "頭", ["420", "487", "450", Odd("450以上", "450", "at_least")], "")],
            "集落ぐるみで追払いと餌場の除去に取り組んでいる。",
            "・捕獲報奨金の交付　487頭分<br>・電気柵、ワイヤーメッシュ柵の資材費補助　６集落<br>・箱わなの貸出し、ＩＣＴ通報機の導入　４基",
            {"国庫支出金": [0, 0, 0, 0], "県支出金": [4_116, 4_500, 4_870, 4_700], "起債": [0, 0, 0, 0], "その他": [0, 0, 0, 0], "一般財源": [3_907, 4_280, 4_615, 5_140]}, [1_736, 1_775, 1_894, 1_775], [("440", "450", "480", "450"), ("120", "120", "96", "120")],
            "捕獲した個体の処理が実施隊の負担になっている。", "近隣町村と減容化施設を共同で利用する協議を始める。",
        ),
    ]  # fmt: skip
    pages = []
    for (
        name,
        office,
        team,
        policy,
        measure,
        code,
        account,
        start,
        who,
        aim,
        upper,
        kpis,
        soft,
        did,
        funds,
        pay,
        hours,
        issue,
        plan,
    ) in sheets:
        project = truth.project(name, [office])
        goals = [row(h("種別"), h("指標名及び単位"), *[h(x) for x, _, _ in heads], h("備考（指標変更など）"))]
        for kind, label, unit, figures, remark in kpis:
            kpi = truth.kpi(label, unit, [office])
            for (period, role, year), text in zip(heads, figures):
                kpi.add(period, role, year, text)
            goals.append(
                row(h(kind), c(f"{label}（{unit}）"), *[c(shown(x), "n") for x in figures], c(remark))
            )
        goals.append(row(h("定性目標"), c(soft, cs=6)))
        cost = [sum(v[i] for v in funds.values()) for i in range(4)]
        lines = [("事業費計（千円）①", cost, "", False), *[(k, v, k, True) for k, v in funds.items()], ("人件費計（千円）②", pay, "人件費計", False), ("正規職員所要時間", hours[0], None, True), ("臨時職員所要時間", hours[1], None, True), ("総事業費①＋②", [a + b for a, b in zip(cost, pay)], "", False)]  # fmt: skip
        rows = [row(h("", cs=2), *[h(x) for x, _, _ in money])]
        for label, values, component, inner in lines:
            for (_, year, kind), value in zip(money, values):
                if component is not None:
                    project.add(year, kind, component, value, yen(value))
            cells = [c(x if isinstance(x, str) else yen(x), "n") for x in values]
            lead = (
                [h("", cs=1, style="border-right:none;border-top:none;border-bottom:none")] if inner else []
            )
            rows.append(row(*lead, h(label, "l", cs=1 if inner else 2), *cells))
        top = table(
            [
                row(h("事務事業名"), c(name, cs=3, style="font-size:11pt;font-weight:bold"), h("課等名"), c(office, "m"), h("係等名"), c(team, "m")),
                row(h("基本計画上<br>の位置づけ"), c(f"政策№　{policy}　　施策№　{measure}　　事業№　{code}", cs=3), h("会計"), c(account, "m"), h("開始／終了"), c(f"{start}　／　　", "m")),
                row(h("目的"), h("対象<br>（誰・何を）"), c(who), h("意図（どういう<br>状態にするか）"), c(aim, cs=2), h("上位施策の<br>成果指標"), c(upper)),
            ],
            [10, 9, 22, 12, 9, 14, 10, 14],
        )  # fmt: skip
        left = table(rows, [2.5, 33.5, 16, 16, 16, 16])
        right = table(
            [
                row(h("５年度　事業内容")),
                row(c(did, style="height:26mm;vertical-align:top")),
                row(h("①問題点")),
                row(c(issue, style="height:11mm;vertical-align:top")),
                row(h("②改革提案")),
                row(c(plan, style="height:11mm;vertical-align:top")),
            ]
        )
        pages.append(
            "<div class='page'><h1>令和６年度　事務事業実績評価表【政策・経常共通】</h1>" + top + "<div style='height:2mm'></div>" + table(goals, [8, 38, 9, 9, 9, 9, 18])
            + f"<div style='height:2mm'></div><div style='display:flex;gap:3mm'><div style='width:58%'><b>事業コスト</b>{left}</div><div style='width:42%'><b>振り返り・改革改善の考え方</b>{right}</div></div></div>"
        )  # fmt: skip
    css = "h1{font-size:12.5pt;text-align:left;margin-bottom:1.5mm} th{background:#dff0d8} td,th{padding:0.6mm 0.9mm}"
    return Document(
        page("".join(pages), size="A4 landscape", margin="10mm 12mm", font=TAKAO, pt=8.2, css=css), truth
    )


def cost_less_revenue() -> Document:
    """梛川市: ①直接事業費 to ⑤トータルコスト計 as A, revenue ⑥ to ⑩ as B, 年間負担経費（A－B）; 目標 / 結果 of indicators under each year."""
    truth = Truth("梛川市", "令和６年度 事務事業評価シート（事後評価） 放課後児童クラブ運営事業")
    name, office = "放課後児童クラブ運営事業", "こども未来部保育課"
    truth.notes += [
        "決算 = settlement, 予算 = budget, in 千円 by the header. ⑤トータルコスト計 is the whole; ①②③④ and ⑥ to ⑩ are components without their number; ④コスト対象外 is subtracted.",
        "梛川市年間負担経費（Ａ－Ｂ） is a component as printed without its formula. 歳入計（Ｂ） likewise.",
        "投入人員, 補助率 and 受益者負担率 are no amounts. 0 is 0.",
        "目標 = target, 結果 = actual. 対象 has ― as 目標: not_available.",
    ]
    years = [
        ("令和４年度<br>決算（千円）", 2022, "settlement"),
        ("令和５年度<br>決算（千円）", 2023, "settlement"),
        ("令和６年度<br>予算（千円）", 2024, "budget"),
    ]
    project = truth.project(name, [office])
    direct, staff, wider, out = (
        [186_420, 204_318, 231_750],
        [9_360, 9_412, 9_880],
        [1_204, 1_187, 1_230],
        [0, 3_200, 0],
    )
    whole = [a + b + d - e for a, b, d, e in zip(direct, staff, wider, out)]
    revenue = [
        ("⑥国庫支出金", [41_208, 45_660, 52_400]),
        ("⑦県支出金", [41_208, 45_660, 52_400]),
        ("⑧市債", [0, 0, 0]),
        ("⑨その他", [0, 512, 0]),
        ("⑩受益者負担額", [58_113, 61_094, 64_800]),
    ]
    income = [sum(v[i] for _, v in revenue) for i in range(3)]

    def line(label, values, component, lead=(), span=2, strong=False):
        for (_, year, kind), amount in zip(years, values):
            project.add(year, kind, component, amount, yen(amount))
        style = "font-weight:bold;background:#fdf5e6" if strong else ""
        return row(*lead, h(label, "l", cs=span, style=style), *[c(yen(v), "n", style=style) for v in values])

    def texts(label, values):
        return row(
            h("　" + label, "l", cs=2, style="font-size:7pt"),
            *[c(v, "n", style="font-size:7pt") for v in values],
        )

    rows = [
        row(h("区　　　分", cs=3), *[h(y) for y, _, _ in years]),
        line("①直接事業費", direct, "直接事業費", [vertical("Ａ　トータルコスト", rs=7)]),
        line("②人件費", staff, "人件費"),
        texts("正職員直接投入人員", ["1.10人", "1.10人", "1.15人"]),
        texts("正職員間接投入人員", ["0.08人", "0.08人", "0.08人"]),
        line("③間接経費", wider, "間接経費"),
        line("④コスト対象外", out, "コスト対象外"),
        line("⑤トータルコスト計（①＋②＋③－④）", whole, "", strong=True),
        line(*revenue[0], "国庫支出金", [vertical("Ｂ　歳　入", rs=8)]),
        texts("国補助率", ["1/3", "1/3", "1/3"]),
        line(*revenue[1], "県支出金"),
        line(*revenue[2], "市債"),
        line(*revenue[3], "その他"),
        line(*revenue[4], "受益者負担額"),
        texts("受益者負担率（⑩÷⑤）", [f"{revenue[4][1][i] * 100 / whole[i]:.1f}%" for i in range(3)]),
        line("歳入計", income, "歳入計", strong=True),
        line("梛川市年間負担経費（Ａ－Ｂ）", [a - b for a, b in zip(whole, income)], "梛川市年間負担経費", span=3, strong=True),
    ]  # fmt: skip
    kpis = [
        ("対象", "市内の小学校の児童数", "各年５月１日の在籍者数", "人", ["―", "4,812", "―", "4,706", "―"]),
        ("活動", "放課後児童クラブの設置数", "支援の単位の数", "単位", ["24", "24", "26", "25", "27"]),
        ("成果", "待機児童数", "各年４月１日現在", "人", ["0", "17", "0", "9", "0"]),
        ("成果", "保護者の満足度", "アンケートで「満足」と答えた割合", "％", ["85.0", "82.6", "86.0", "87.9", "88.0"]),
    ]  # fmt: skip
    slots = [
        ("4年度 目標", "target", 2022),
        ("4年度 結果", "actual", 2022),
        ("5年度 目標", "target", 2023),
        ("5年度 結果", "actual", 2023),
        ("6年度 目標", "target", 2024),
    ]
    goals = [
        row(
            h("", rs=2),
            h("指標名称", rs=2),
            h("算式・説明", rs=2),
            h("単位", rs=2),
            h("4年度", cs=2),
            h("5年度", cs=2),
            h("6年度"),
        ),
        row(*[h(x) for x in ("目標", "結果", "目標", "結果", "目標")]),
    ]
    for group, label, how, unit, figures in kpis:
        kpi = truth.kpi(label, unit, [office])
        for (period, role, year), text in zip(slots, figures):
            kpi.add(period, role, year, text)
        goals.append(
            row(
                h(group), c(label), c(how, style="font-size:7pt"), c(unit, "m"), *[c(x, "n") for x in figures]
            )
        )
    top = table(
        [
            row(h("事務事業番号"), c("2315", "m"), h("事務事業名"), c(name, cs=3, style="font-size:11pt;font-weight:bold")),
            row(h("所管部署"), c(office), h("連絡先"), c("内線 2147", "m"), h("事業期間"), c("平成10年度～")),
            row(h("歳出予算科目"), c("会計区分　一般会計　　款　民生費　　項　児童福祉費　　目　児童福祉総務費　　細目　放課後児童クラブ運営事業", cs=5)),
            row(h("事業区分"), c("■自治事務　□法定受託事務"), h("計画名"), c("■有　□無　梛川市こども計画", cs=3)),
            row(h("目的・対象<br>（誰を、何を）"), c("保護者が仕事等で昼間家庭にいない小学生に、遊びと生活の場を提供する。", cs=5)),
            row(h("手段"), c("公設公営13か所、公設民営８か所で実施する。支援員の研修、施設の修繕、利用料の徴収を行う。", cs=5)),
            row(h("意図"), c("保護者が安心して働くことができ、児童が健やかに育つ。", cs=5)),
        ],
        [13, 22, 11, 24, 11, 19],
    )  # fmt: skip
    verdict = table(
        [
            row(h("必要性"), c("４", "m"), h("有効性"), c("３", "m"), h("効率性"), c("３", "m"), h("公平性"), c("３", "m"), h("合計"), c("13／16", "m")),
            row(h("評価の理由"), c("利用希望は前年度より142人増えた。支援員の不足により、１か所で受入れを制限している。", cs=9)),
            row(h("改善の方向"), c("民営クラブへの運営補助を加算し、夏季限定のクラブを２か所で開く。　（コスト：□増　■維持　□減　／　成果：■向上　□維持　□低下）", cs=9)),
        ],
        [13, 7, 10, 7, 10, 7, 10, 7, 10, 19],
    )  # fmt: skip
    gap = "<div style='height:2.2mm'></div>"
    body = "<h1>事　務　事　業　評　価　シ　ー　ト　<small>（令和６年度　事後評価）</small></h1>" + top + gap + table(rows, [5, 20, 27, 16, 16, 16]) + gap + table(goals, [6, 27, 22, 6, 7.8, 7.8, 7.8, 7.8, 7.8]) + gap + verdict  # fmt: skip
    css = "h1{font-size:13pt} h1 small{font-size:9pt} th{background:#eaf1fb} td,th{padding:0.7mm 1mm}"
    return Document(page(body, margin="12mm 13mm", font=GOTHIC, pt=8.2, css=css), truth)


DOCUMENTS = {"b8_sheet_results_hours": results_sheet, "b8_sheet_cost_revenue": cost_less_revenue}
