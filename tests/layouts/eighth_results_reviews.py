"""Eighth batch: reviews: sheets of a board of education, and the report of an external review."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import GOTHIC, MINCHO, Document, c, h, page, rate, row, table, vertical, wide, yen
from truthfile import Odd, Truth, shown


def education_sheets() -> Document:
    """胡桃沢市: 教育委員会 点検・評価シート: steps of the budget as rows over three years in 円, 計画値 / 実績値 rows; three sheets."""
    truth = Truth("胡桃沢市", "令和６年度 教育委員会の事務の点検・評価シート（令和５年度実施事業）")
    truth.notes += [
        "補正予算額 = supplementary, 予算現額 = current_budget (Ａ＋Ｂ＋Ｃ), 決算額 = settlement, in yen. 繰越額・流用額 is － throughout: no amount.",
        "概算人件費 and 総事業費 stand in the group 決算の状況: settlement; 総事業費 is Ｄ＋Ｆ.",
        "計画値 = planned, 実績値 = actual. 担当課 of the form holds for project and indicators. 従事職員数 and 執行率 are no amounts.",
    ]
    years = [("令和３年度", 2021), ("令和４年度", 2022), ("令和５年度", 2023)]
    goals_years = [*years, ("令和６年度", 2024)]
    sheets = [
        dict(
            no="14", name="学校司書配置事業", office="学校教育課", unit="指導係", codes=("10", "02", "02", "015"), aim=("２　豊かな心と健やかな体の育成", "⑶　読書活動の推進"),
            what=("学校図書館の利用を促し、児童生徒の読書習慣を養う。", "市立小中学校の児童生徒", "全小中学校に司書を配置し、選書、貸出、授業への資料提供を行う。"),
            first=[38_420_000, 39_106_000, 40_250_000], more=[0, -512_000, 1_386_000], spent=[37_655_818, 38_019_442, 41_220_305], general=[37_655_818, 38_019_442, 35_220_305], people=["0.30", "0.30", "0.35"], staff=[2_190_000, 2_220_000, 2_621_500],
            kpis=[("活動", "司書を配置した学校数", "校", ["21", "21", "20", "20"], ["21", "21", "20", ""]), ("成果", "児童１人当たりの年間貸出冊数", "冊", ["52.0", "54.0", "56.0", "58.0"], ["47.6", "53.1", "57.4", ""]), ("成果", "生徒１人当たりの年間貸出冊数", "冊", ["12.0", "13.0", "14.0", "15.0"], ["9.8", "10.2", "10.9", ""])],
            marks=("Ａ", "Ｂ", "Ａ", "Ｂ"), text="小学校の貸出冊数は目標を上回った。中学校では朝読書の時間が減り、目標に届いていない。", wise="司書と教科担任の打合せの時間を校務の中に確保することを望む。",
        ),
        dict(
            no="15", name="部活動地域移行推進事業", office="生涯学習スポーツ課", unit="スポーツ係", codes=("10", "06", "01", "022"), aim=("４　地域とともにある学校づくり", "⑴　学校と地域の連携"),
            what=("休日の部活動を地域のクラブに移し、生徒の活動の場を守る。", "中学校の生徒及び地域の指導者", "指導者を登録し、クラブの運営費を補助する。"),
            first=[None, 4_800_000, 9_650_000], more=[None, 1_200_000, 0], spent=[None, 5_413_270, 8_978_146], general=[None, 1_413_270, 3_978_146], people=["", "0.50", "0.80"], staff=[None, 3_700_000, 5_992_000],
            kpis=[("活動", "登録指導者数", "人", ["", "20", "40", "60"], ["", "26", "44", ""]), ("成果", "地域クラブで活動する生徒の割合", "％", ["", "10.0", "25.0", "40.0"], ["", "8.4", "22.7", ""])],
            marks=("Ａ", "Ｂ", "Ｂ", "Ｂ"), text="指導者は計画を上回って集まったが、吹奏楽など文化部の受け皿が３クラブにとどまる。", wise="保護者の費用負担が家庭の事情による差とならないよう配慮されたい。",
        ),
        dict(
            no="16", name="公民館講座開催事業", office="中央公民館", unit="事業係", codes=("10", "05", "03", "008"), aim=("５　生涯にわたる学びの推進", "⑵　学習機会の充実"),
            what=("市民の学習の機会を設け、仲間づくりと地域の課題の解決につなげる。", "市内に住み、働き、学ぶ人", "中央公民館と地区公民館８館で講座を開く。"),
            first=[6_210_000, 6_180_000, 6_340_000], more=[-1_840_000, 0, 0], spent=[3_902_664, 5_877_095, 6_118_730], general=[3_411_064, 5_120_495, 5_306_230], people=["2.40", "2.40", "2.20"], staff=[17_520_000, 17_760_000, 16_478_000],
            kpis=[("活動", "講座の開催回数", "回", ["300", "310", "320", "330"], ["164", "287", "326", ""]), ("成果", "講座の参加者数（延べ）", "人", ["6,000", "6,200", "6,400", "6,600"], ["2,481", "5,012", "6,133", ""]), ("成果", "受講者の満足度", "％", [Odd("90以上", "90", "at_least")] * 4, ["91.2", "93.5", "92.8", ""])],
            marks=("Ａ", "Ａ", "Ｂ", "Ｂ"), text="参加者は感染症の流行前の水準に戻りつつある。20歳代、30歳代の参加は全体の7.1％と少ない。", wise="若い世代には夜間や動画による講座の試行が考えられる。",
        ),
    ]
    body = ""
    for s in sheets:
        project = truth.project(s["name"], [s["office"]], summary=s["what"][2])
        now = [None if a is None else a + b for a, b in zip(s["first"], s["more"])]
        whole = [None if a is None else a + b for a, b in zip(s["spent"], s["staff"])]
        lines = [
            (vertical("予算の状況", rs=4), "当初予算額　Ａ", "initial_budget", "", s["first"]),
            (None, "補正予算額　Ｂ", "supplementary", "", s["more"]),
            (None, "繰越額・流用額　Ｃ", None, "", ["－", "－", "－"]),
            (None, "予算現額（Ａ＋Ｂ＋Ｃ）", "current_budget", "", now),
            (vertical("決算の状況", rs=6), "決算額　Ｄ", "settlement", "", s["spent"]),
            (None, "　うち一般財源", "settlement", "うち一般財源", s["general"]),
            (None, "執行率（％）", None, "", [rate(d, n) if n else "" for d, n in zip(s["spent"], now)]),
            (None, "従事職員数（人）　Ｅ", None, "", s["people"]),
            (None, "概算人件費　Ｆ（平均給与×Ｅ）", "settlement", "概算人件費", s["staff"]),
            (None, "総事業費（Ｄ＋Ｆ）", "settlement", "総事業費", whole),
        ]
        money = [row(h("区　　　分", cs=2), *[h(t) for t, _ in years])]
        for lead, label, kind, component, amounts in lines:
            if kind:
                for (_, year), amount in zip(years, amounts, strict=True):
                    project.add(year, kind, component, amount, yen(amount, "▲"), 1)
            texts = [x if isinstance(x, str) else yen(x, "▲") for x in amounts]
            money.append(row(*([lead] if lead else []), c(label), *[c(t, "n") for t in texts]))
        kpis = [row(h("区分"), h("指　標　名"), h("単位"), h(""), *[h(t) for t, _ in goals_years])]
        for sort, name, unit, goals, done in s["kpis"]:
            kpi = truth.kpi(name, unit, [s["office"]])
            for (text, year), goal, got in zip(goals_years, goals, done, strict=True):
                kpi.add(text, "planned", year, goal)
                kpi.add(text, "actual", year, got)
            kpis.append(row(c(sort, "m", rs=2), c(name, rs=2), c(unit, "m", rs=2), h("計画値"), *[c(shown(g), "n") for g in goals]))
            kpis.append(row(h("実績値"), *[c(g, "n") for g in done]))
        a, b, d, e = s["codes"]
        body += (
            "<div class='page'><p class='unit'>様式第２号</p><h1>令和６年度　教育委員会の事務の点検・評価シート（令和５年度実施事業）</h1><h2>１　基本情報</h2>"
            + table(
                [
                    row(h("整理番号"), c(s["no"], "m"), h("事務事業名"), c(f"<b>{s['name']}</b>", cs=5)),
                    row(h("担当課"), c(s["office"], "m", cs=2), h("担当係"), c(s["unit"], "m"), h("シート作成者"), c("係長", "m", cs=2)),
                    row(h("基本目標"), c(s["aim"][0], cs=3), h("施策"), c(s["aim"][1], cs=3)),
                    row(h("予算科目"), c("一般会計　款 " + a + "　項 " + b + "　目 " + d + "　事業 " + e, cs=3), h("事業区分"), c("□新規　■継続", "m", cs=3)),
                ],
                [12, 9, 15, 15, 12, 14, 11, 12],
            )
            + "<h2>２　事務事業の目的・内容</h2>"
            + table([row(h(t), c(x)) for t, x in zip(("目　的<br><small>（何のために）</small>", "対　象<br><small>（誰を・何を）</small>", "手　段<br><small>（どのような方法で）</small>"), s["what"])], [18, 82])
            + "<h2>３　予算及び事業費の状況<span class='u'>（単位：円）</span></h2>"
            + table(money, [5, 38, 19, 19, 19])
            + "<h2>４　評価指標</h2>"
            + table(kpis, [7, 33, 8, 10, 10.5, 10.5, 10.5, 10.5])
            + "<h2>５　評価</h2>"
            + table(
                [
                    row(h("自己評価"), h("必要性"), c(s["marks"][0], "m"), h("有効性"), c(s["marks"][1], "m"), h("効率性"), c(s["marks"][2], "m"), h("総合評価"), c(s["marks"][3], "m")),
                    row(h("成果と課題"), c(s["text"], cs=8)),
                    row(h("学識経験者<br>の意見"), c(s["wise"], cs=8)),
                    row(h("今後の方向性"), c("□拡充　■継続　□改善・見直し　□縮小　□休止・廃止", cs=8)),
                ],
                [15, 12, 9, 12, 9, 12, 9, 13, 9],
            )
            + "</div>"
        )
    css = (
        "h1{font-size:11.5pt;margin-bottom:2mm} h2{font-size:9pt;margin:2.5mm 0 .8mm} th{background:#ececec} .u{font-weight:normal;font-size:8pt;margin-left:3mm}"
        " small{font-size:6.5pt} .unit{font-size:8pt} td,th{padding:.7mm 1mm}"
    )
    return Document(page(body, margin="13mm 15mm", font=GOTHIC, pt=8.5, css=css), truth)


def external_review() -> Document:
    """青磁市: 外部評価結果報告書: a section a project, its name and office in the heading, costs over three years, votes of the members."""
    truth = Truth("青磁市", "令和６年度 青磁市行政評価委員会 外部評価結果報告書")
    truth.notes += [
        "Name and office stand in the heading of each section (対象事業１ ○○ （所管：○○課）); the number is no part of the name.",
        "事業費 ① is the whole of its funds (''), 合計 is ①＋②. 人工 is no amount. Votes and ratings are no indicators.",
        "目標 = target, 実績 = actual under each year; △ is minus. Department of an indicator = 所管.",
    ]
    labels = ("国・県支出金", "その他", "一般財源")
    kinds = [("令和４年度<br>（決算）", 2022, "settlement"), ("令和５年度<br>（決算）", 2023, "settlement"), ("令和６年度<br>（予算）", 2024, "budget")]
    data = [
        dict(
            name="高齢者外出支援タクシー券交付事業", office="長寿福祉課", since="平成18年度", what="75歳以上で運転免許を持たない市民に、１枚500円のタクシー券を年24枚交付する。",
            funds=[[0, 0, 0], [12_000, 15_000, 15_000], [9_316, 9_742, 14_210]], people=["0.85", "0.85", "0.90"], staff=[6_205, 6_273, 6_723],
            kpis=[("交付者数", "人", "2,900", "2,874", "3,000", "3,016", "3,200"), ("利用率", "％", "70.0", "61.8", "70.0", "63.2", "70.0")],
            inner="現状のまま継続", votes=(0, 1, 4, 1, 0), result="改善・見直し", says=["年24枚では通院の需要に足りない人がいる一方、３割を超える券が使われていない。", "バスとの共通券とし、必要な人に厚く配る方法を検討すること。"],
        ),
        dict(
            name="青磁焼後継者育成事業", office="商工観光課", since="平成27年度", what="窯元に入門する研修生と受入先の窯元に、月額の奨励金を交付する。",
            funds=[[4_500, 5_250, 6_000], [0, 0, 0], [5_117, 5_604, 6_350]], people=["0.40", "0.40", "0.40"], staff=[2_920, 2_952, 2_988],
            kpis=[("研修生の受入人数", "人", "5", "4", "5", "6", "6"), ("修了者の市内独立件数（累計）", "件", "9", "8", "10", "10", "12"), ("窯元の売上の対前年増減率", "％", "1.0", "△2.4", "1.0", "3.1", "1.0")],
            inner="拡充", votes=(3, 3, 0, 0, 0), result="拡充又は現状のまま継続（両論併記）", says=["修了者の市内独立が10件に達し、成果は明らかである。", "独立後の販路の支援と合わせて効果を高められたい。"],
        ),
        dict(
            name="市民農園管理運営事業", office="農政課", since="昭和62年度", what="遊休農地を借り上げ、１区画30㎡の農園として市民に貸し出す。",
            funds=[[0, 0, 0], [2_148, 2_096, 2_160], [1_733, 1_902, 1_884]], people=["0.60", "0.55", "0.55"], staff=[4_380, 4_059, 4_109],
            kpis=[("利用区画数", "区画", "240", "221", "240", "213", "240"), ("農園１区画当たりの経費", "円", "16,000", "17,561", "16,000", "18,770", "16,000")],
            inner="改善・見直し", votes=(0, 0, 3, 2, 1), result="改善・見直し", says=["民間の貸農園が増え、市が直営する必要性は薄れている。", "利用料の見直しと、地元組合への運営の移管を３年以内に行うこと。"],
        ),
    ]
    body = "<h1>Ⅲ　対象事業ごとの評価結果</h1>"
    for k, d in enumerate(data, 1):
        project = truth.project(d["name"], [d["office"]])
        cost = [sum(f[i] for f in d["funds"]) for i in range(3)]
        rows = [row(h("区　　　　分", cs=2), *[h(t) for t, _, _ in kinds]), row(c("事業費　①", cs=2), *[c(yen(a), "n") for a in cost])]
        for i, (label, amounts) in enumerate(zip(labels, d["funds"], strict=True)):
            rows.append(row(*([h("財源<br>内訳", rs=3)] if i == 0 else []), c(label), *[c(yen(a), "n") for a in amounts]))
        rows.append(row(c("職員人件費　②", cs=2), *[c(yen(a), "n") for a in d["staff"]]))
        rows.append(row(c("　（職員数：人工）", cs=2), *[c(f"（{x}）", "n") for x in d["people"]]))
        rows.append(row(h("合計（①＋②）", cs=2), *[c(yen(a + b), "n") for a, b in zip(cost, d["staff"])]))
        for i, (_, year, kind) in enumerate(kinds):
            project.add(year, kind, "", cost[i], yen(cost[i]))
            for label, amounts in zip(labels, d["funds"], strict=True):
                project.add(year, kind, label, amounts[i], yen(amounts[i]))
            project.add(year, kind, "職員人件費", d["staff"][i], yen(d["staff"][i]))
            project.add(year, kind, "合計", cost[i] + d["staff"][i], yen(cost[i] + d["staff"][i]))
        marks = [
            row(h("指　標　名", rs=2), h("単位", rs=2), h("令和４年度", cs=2), h("令和５年度", cs=2), h("令和６年度")),
            row(*[h(x) for x in ("目標", "実績", "目標", "実績", "目標")]),
        ]
        for name, unit, *cells in d["kpis"]:
            kpi = truth.kpi(name, unit, [d["office"]])
            for text, (year, role, word) in zip(cells, ((2022, "target", "目標"), (2022, "actual", "実績"), (2023, "target", "目標"), (2023, "actual", "実績"), (2024, "target", "目標")), strict=True):
                kpi.add(f"令和{year - 2018}年度 {word}", role, year, Odd(text, "-" + text[1:]) if text.startswith("△") else text)
            marks.append(row(c(name), c(unit, "m"), *[c(x, "n") for x in cells]))
        choices = ("拡充", "現状のまま<br>継続", "改善・<br>見直し", "縮小", "休止・<br>廃止")
        vote = table(
            [
                row(h("区　分"), *[h(x) for x in choices]),
                row(h("内部評価"), *[c("○" if x.replace("<br>", "") == d["inner"] else "", "m") for x in choices]),
                row(h("外部評価（委員数）"), *[c(f"{v}人" if v else "－", "m") for v in d["votes"]]),
                row(h("委員会の判定"), c(f"<b>{d['result']}</b>", "m", cs=5)),
            ],
            [22, 15, 17, 16, 15, 15],
        )
        body += (
            f"<div class='b'><h2>対象事業{wide(str(k))}　{d['name']}（所管：{d['office']}）</h2>"
            + table([row(h("開始年度"), c(d["since"], "m"), h("事業内容"), c(d["what"]))], [12, 14, 12, 62])
            + "<p class='cap'><span>【事業費の推移】</span><span>（単位：千円）</span></p>"
            + table(rows, [7, 36, 19, 19, 19])
            + "<p class='cap'><span>【指標】</span></p>"
            + table(marks, [38, 10, 10.4, 10.4, 10.4, 10.4, 10.4])
            + "<p class='cap'><span>【評価結果】</span></p>"
            + vote
            + "<p class='cap'><span>【委員会の意見】</span></p><ul>"
            + "".join(f"<li>{x}</li>" for x in d["says"])
            + "</ul></div>"
        )
    css = (
        "h1{text-align:left;font-size:13pt} h2{font-size:11pt;margin:2mm 0 1mm;border-bottom:1.5pt solid #336;border-left:5pt solid #336;padding:1mm 2mm} .b{break-inside:avoid;margin-bottom:4mm}"
        " .cap{display:flex;justify-content:space-between;margin:1.5mm 0 .4mm;font-size:8pt} ul{margin:0;padding-left:6mm} th{background:#f2f2f2} td,th{padding:.5mm 1mm}"
        " @page{@bottom-center{content:counter(page);font-size:9pt}}"
    )
    return Document(page(body, margin="11mm 18mm 12mm", font=MINCHO, pt=8, css=css), truth)


DOCUMENTS = {
    "b8_results_education": education_sheets,
    "b8_results_external": external_review,
}
