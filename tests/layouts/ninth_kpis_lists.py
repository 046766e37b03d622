"""Ninth batch: the list of indicators at the end of a 総合計画, and the yearly progress of a 障害福祉計画."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from decimal import Decimal
from eighth_kpis_common import printed
from markup import GOTHIC, IPAEX, Document, c, h, page, rate, row, table, vertical
from truthfile import Truth, shown


def plan_list() -> Document:
    """青柳台市: 資料編 成果指標一覧: 施策番号, 施策名 merged, unit column, 現状値 / 中間値 / 目標値 with years in brackets, 方向性, 定義, 担当課; two pages."""
    truth = Truth("青柳台市", "第３次青柳台市総合計画 前期基本計画 資料編 成果指標一覧")
    truth.notes += [
        "現状値（令和５年度） = baseline 2023, unless another year stands below the figure in brackets. 中間値 and 目標値 = target. ― = not_available.",
        "方向性 (arrows) is a judgement of direction and no value. 指標の説明（算出方法） is the description. 担当課 may be two, a line each.",
        "Words such as 増加 and 維持 in 目標値 are qualifiers.",
    ]
    chapters = [
        ("第１章　安全・安心に暮らせるまち", [
            ("1-1", "防災・減災対策の推進", ["危機管理課"], [("自主防災組織の組織率", "％", "71.2", "78.0", "85.0", "↗", "組織された世帯数÷全世帯数×100", ""), ("防災訓練の参加者数", "人", "4,126", "5,000", "6,000", "↗", "総合防災訓練及び地区訓練の延べ参加者数", ""), ("災害時応援協定の締結数（累計）", "件", "64", "72", "80", "↗", "年度末現在の協定数", "")]),
            ("1-2", "消防・救急体制の充実", ["消防本部総務課", "警防課"], [("火災の発生件数", "件", "27", "25以下", "22以下", "↘", "１月から12月までの出火件数", "（令和５年）"), ("消防団員の充足率", "％", "93.4", "95.0", "97.0", "↗", "団員数÷条例定数×100", ""), ("普通救命講習の修了者数", "人", "612", "700", "800", "↗", "１年間の修了者数", "")]),
            ("1-3", "交通安全・防犯対策の推進", ["市民生活課"], [("交通事故の発生件数", "件", "241", "220", "200", "↘", "１月から12月までの人身事故件数", "（令和５年）"), ("刑法犯の認知件数", "件", "388", "360", "330", "↘", "警察署の統計による", "（令和５年）")]),
        ]),
        ("第２章　健康で支え合うまち", [
            ("2-1", "健康づくりの推進", ["健康増進課"], [("特定健康診査の受診率", "％", "41.8", "50.0", "60.0", "↗", "国民健康保険加入者の受診率（法定報告値）", "（令和４年度）"), ("平均自立期間（男性）", "年", "80.1", "増加", "増加", "↗", "国保データベースの要介護２以上の平均", "（令和４年度）"), ("平均自立期間（女性）", "年", "84.4", "増加", "増加", "↗", "同上", "（令和４年度）"), ("がん検診の精密検査受診率", "％", "86.5", "90.0", "95.0", "↗", "５がんの平均", "（令和４年度）")]),
            ("2-2", "高齢者福祉の充実", ["高齢介護課"], [("通いの場の参加者数", "人", "1,387", "1,600", "1,800", "↗", "週１回以上開く通いの場の登録者", ""), ("認知症サポーターの養成人数（累計）", "人", "7,925", "9,400", "11,000", "↗", "講座の受講者の累計", ""), ("要介護認定率", "％", "17.9", "18.5以下", "19.2以下", "→", "第１号被保険者に占める認定者", "")]),
            ("2-3", "障がい者福祉の充実", ["社会福祉課"], [("福祉施設から一般就労へ移行した人数", "人", "9", "12", "15", "↗", "１年間の移行者数", ""), ("グループホームの定員", "人", "86", "98", "110", "↗", "年度末現在の市内の定員", "")]),
        ]),
        ("第３章　未来を担う人が育つまち", [
            ("3-1", "子育て支援の充実", ["こども課", "保育課"], [("保育所等の待機児童数", "人", "3", "0", "0", "↘", "４月１日現在（国の定義による）", "（令和６年４月）"), ("合計特殊出生率", "", "1.28", "1.35", "1.45", "↗", "人口動態統計による", "（令和４年）"), ("地域子育て支援拠点の利用者数", "人", "23,815", "26,000", "28,000", "↗", "４か所の延べ利用者数", "")]),
            ("3-2", "学校教育の充実", ["学校教育課"], [("「学校に行くのは楽しい」と答えた児童の割合", "％", "84.7", "88.0", "90.0", "↗", "全国学力・学習状況調査（小学６年）", ""), ("「授業の内容がよく分かる」と答えた生徒の割合", "％", "76.3", "80.0", "83.0", "↗", "同調査（中学３年・数学）", ""), ("不登校の児童生徒の割合", "％", "2.91", "2.70", "2.50", "↘", "30日以上の欠席者÷在籍者数", "")]),
            ("3-3", "生涯学習・スポーツの推進", ["生涯学習課"], [("市民１人当たりの図書の貸出冊数", "冊", "4.6", "5.2", "6.0", "↗", "年間貸出冊数÷人口", ""), ("週１回以上スポーツをする市民の割合", "％", "―", "50.0", "60.0", "↗", "市民意識調査（令和６年度から）", "")]),
        ]),
        ("第４章　活力とにぎわいのあるまち", [
            ("4-1", "商工業の振興", ["商工観光課"], [("創業支援による創業件数（累計）", "件", "38", "60", "85", "↗", "認定創業支援等事業による件数", ""), ("市内の製造品出荷額等", "億円", "1,284", "1,320", "1,360", "↗", "経済構造実態調査", "（令和４年）"), ("空き店舗の活用件数（累計）", "件", "11", "20", "30", "↗", "補助制度を利用した件数", "")]),
            ("4-2", "観光の振興", ["商工観光課"], [("観光入込客数", "万人", "132.6", "150.0", "165.0", "↗", "県観光統計による", "（令和５年）"), ("観光サイトの閲覧数", "千回", "486", "600", "750", "↗", "年間のページビュー", "")]),
            ("4-3", "農業の振興", ["農林課"], [("認定新規就農者数（累計）", "人", "21", "30", "40", "↗", "平成27年度からの累計", ""), ("担い手への農地の集積率", "％", "52.8", "60.0", "70.0", "↗", "農地台帳による", ""), ("有害鳥獣による農作物の被害額", "千円", "9,412", "8,000", "6,500", "↘", "農業共済等への報告額", "")]),
        ]),
        ("第５章　市民とともに歩むまち", [
            ("5-1", "協働のまちづくりの推進", ["市民協働課"], [("自治会の加入率", "％", "68.3", "維持", "維持", "→", "加入世帯数÷全世帯数", ""), ("審議会等の女性委員の割合", "％", "31.5", "35.0", "40.0以上", "↗", "４月１日現在", "（令和６年４月）")]),
            ("5-2", "持続可能な行財政運営", ["財政課", "行政経営課"], [("経常収支比率", "％", "94.6", "94.0以下", "93.0以下", "↘", "普通会計決算", ""), ("実質公債費比率", "％", "7.8", "8.5以下", "8.5以下", "→", "３か年平均", ""), ("オンラインで申請できる手続の数", "件", "58", "120", "200", "↗", "電子申請サービスに載せた手続", "")]),
        ]),
    ]  # fmt: skip
    columns = [
        ("現状値<br>（令和５年度）", "現状値（令和５年度）", "baseline", 2023),
        ("中間値<br>（令和８年度）", "中間値（令和８年度）", "target", 2026),
        ("目標値<br>（令和11年度）", "目標値（令和11年度）", "target", 2029),
    ]
    head = [
        row(
            h("施策<br>番号"),
            h("施策名"),
            h("成　果　指　標　名"),
            h("単位"),
            *[h(t) for t, *_ in columns],
            h("方向<br>性"),
            h("指標の説明（算出方法）"),
            h("担当課"),
        )
    ]
    rows = []
    for chapter, measures in chapters:
        rows.append(row(c(chapter, cs=10, style="background:#c6e0b4;font-weight:bold")))
        for code, measure, offices, indicators in measures:
            for k, (name, unit, now, middle, last, arrow, how, when) in enumerate(indicators):
                kpi = truth.kpi(name, unit or None, offices)
                if how not in ("同上",):
                    kpi.record["description"] = how
                cells = []
                for (_, period, role, year), text in zip(columns, (now, middle, last)):
                    cell = printed(text)
                    own = {
                        "（令和４年度）": 2022,
                        "（令和４年）": 2022,
                        "（令和５年）": 2023,
                        "（令和６年４月）": 2024,
                    }.get(when)
                    kpi.add(
                        period if role != "baseline" or not when else "現状値" + when,
                        role,
                        own if role == "baseline" and own else year,
                        cell,
                    )
                    cells.append(
                        c(
                            shown(cell)
                            + (f"<br><small>{when}</small>" if role == "baseline" and when else ""),
                            "n",
                        )
                    )
                lead = [c(code, "m", rs=len(indicators)), c(measure, rs=len(indicators))] if k == 0 else []
                tail = [c("<br>".join(offices), "m", rs=len(indicators))] if k == 0 else []
                rows.append(row(*lead, c(name), c(unit or "－", "m"), *cells, c(arrow, "m"), c(how), *tail))
    truth.notes.append(
        "合計特殊出生率 prints － in the unit column: no unit. （令和６年４月） below 現状値 is a day of 令和６年度 (April 2024): fiscal year 2024."
    )
    body = (
        "<h2>資料３　成果指標一覧</h2><p class='note'>前期基本計画に掲げる施策ごとの成果指標を一覧にしたものです。現状値が令和５年度と異なる場合は、数値の下に時点を記載しています。</p>"
        + table(rows, [4.5, 12, 21, 5, 9, 8.5, 8.5, 4, 19, 8.5], head=head)
    )
    css = "h2{font-size:13pt;margin:0 0 1mm;border-left:3mm solid #548235;padding-left:2mm} .note{margin-bottom:1.5mm} th{background:#e2efda} td,th{padding:0.55mm 0.8mm;border-width:0.4pt} small{font-size:6.5pt}"
    return Document(page(body, size="A4 landscape", margin="12mm 12mm", font=GOTHIC, pt=7.8, css=css), truth)


def share(done, wanted):
    if not done or not wanted or "－" in (done, wanted):
        return "－" if "－" in (done, wanted) else ""
    a, b = (int(Decimal(x.replace(",", "")) * 10) for x in (done, wanted))
    return rate(a, b) + "％" if b else "－"


def disability_plan() -> Document:
    """橘ヶ丘市: 第６期障害福祉計画の進捗: 成果目標 (基準値, 目標値, 実績 of three years), then 見込量 / 実績 / 達成率 rows a service, vertical groups; two pages."""
    truth = Truth("橘ヶ丘市", "第６期橘ヶ丘市障害福祉計画・第２期障害児福祉計画 進捗状況")
    truth.notes += [
        "成果目標: 基準値（令和元年度末） = baseline 2019, 目標値（令和５年度末） = target 2023, 実績 of the years = actual; units in the cells. 設置 / 未設置 / 有 are words (other).",
        "活動指標: 見込量 = planned, 実績 = actual; 達成率 is no value. Units as printed: 人／月, 人日／月, 時間／月. A service with two units is two indicators: the truth calls both by the name of the service.",
        "No department is printed in the tables: none in the truth (障害福祉課 stands at the head of the page).",
        "－ = not_available. 評価 ◎○△ is a judgement.",
    ]
    goals = [
        ("１　施設入所者の地域生活への移行", [("地域生活移行者数", "人", "―", "6人", "1人", "3人", "5人", "△"), ("施設入所者数", "人", "97人", "95人", "97人", "96人", "94人", "◎")]),
        ("２　精神障害にも対応した地域包括ケアシステムの構築", [("保健・医療・福祉関係者による協議の場の開催回数", "回", "0回", "2回", "1回", "2回", "2回", "◎")]),
        ("３　地域生活支援拠点等の整備", [("地域生活支援拠点等の設置", None, "未設置", "設置", "未設置", "設置", "設置", "◎"), ("運用状況の検証及び検討の回数", "回", "―", "1回以上", "―", "1回", "1回", "◎")]),
        ("４　福祉施設から一般就労への移行等", [("一般就労への移行者数", "人", "11人", "14人", "8人", "12人", "15人", "◎"), ("就労移行支援事業からの移行者数", "人", "7人", "10人", "6人", "8人", "9人", "○"), ("就労定着支援事業の利用率", "％", "―", "70％", "50.0％", "58.3％", "66.7％", "○")]),
    ]  # fmt: skip
    services = [
        ("訪問系サービス", [
            ("居宅介護", "人／月", "118 122 126", "115 121 129"), ("居宅介護", "時間／月", "1,652 1,708 1,764", "1,598 1,703 1,842"), ("重度訪問介護", "人／月", "4 4 5", "3 4 4"), ("重度訪問介護", "時間／月", "820 820 1,025", "604 793 811"),
            ("同行援護", "人／月", "21 22 23", "17 19 22"), ("同行援護", "時間／月", "273 286 299", "196 231 284"), ("行動援護", "人／月", "6 6 7", "5 6 6"), ("行動援護", "時間／月", "102 102 119", "78 97 101"),
        ]),
        ("日中活動系サービス", [  # the group is cut at the foot of the page and named again on the next
            ("生活介護", "人／月", "182 185 188", "180 184 191"), ("生活介護", "人日／月", "3,549 3,608 3,666", "3,502 3,611 3,720"), ("自立訓練（生活訓練）", "人／月", "9 10 11", "7 9 8"), ("自立訓練（生活訓練）", "人日／月", "144 160 176", "109 141 126"),
            ("就労移行支援", "人／月", "26 28 30", "22 25 24"), ("就労移行支援", "人日／月", "442 476 510", "368 419 402"),
        ]),
        ("日中活動系サービス", [
            ("就労継続支援（Ａ型）", "人／月", "48 50 52", "51 55 58"), ("就労継続支援（Ａ型）", "人日／月", "960 1,000 1,040", "1,007 1,091 1,146"),
            ("就労継続支援（Ｂ型）", "人／月", "176 184 192", "183 198 214"), ("就労継続支援（Ｂ型）", "人日／月", "2,992 3,128 3,264", "3,094 3,361 3,627"), ("就労定着支援", "人／月", "8 10 12", "6 7 8"), ("療養介護", "人／月", "11 11 11", "11 11 10"),
            ("短期入所（福祉型）", "人／月", "34 36 38", "19 24 31"), ("短期入所（福祉型）", "人日／月", "170 180 190", "92 118 151"),
        ]),
        ("居住系サービス", [("自立生活援助", "人／月", "1 1 2", "0 0 1"), ("共同生活援助", "人／月", "92 98 104", "94 103 112"), ("施設入所支援", "人／月", "97 96 95", "97 96 94")]),
        ("相談支援", [("計画相談支援", "人／月", "98 104 110", "101 109 117"), ("地域移行支援", "人／月", "1 1 2", "0 1 1"), ("地域定着支援", "人／月", "2 2 3", "－ 1 1")]),
        ("障害児通所支援", [("児童発達支援", "人／月", "62 66 70", "68 77 85"), ("児童発達支援", "人日／月", "558 594 630", "605 693 774"), ("放課後等デイサービス", "人／月", "148 158 168", "155 171 186"), ("放課後等デイサービス", "人日／月", "1,776 1,896 2,016", "1,848 2,047 2,235"), ("保育所等訪問支援", "人／月", "3 4 5", "2 5 9")]),
    ]  # fmt: skip
    head = [
        row(
            h("成果目標", rs=2),
            h("項　　　目", rs=2),
            h("基準値<br><small>（令和元年度末）</small>", rs=2),
            h("目標値<br><small>（令和５年度末）</small>", rs=2),
            h("実　　績", cs=3),
            h("評価", rs=2),
        ),
        row(*[h(f"令和{y}年度") for y in (3, 4, 5)]),
    ]
    rows = []
    for goal, items in goals:
        for k, (name, unit, *texts, mark) in enumerate(items):
            kpi = truth.kpi(name, unit)
            cells = []
            for period, role, year, text in zip(
                (
                    "基準値（令和元年度末）",
                    "目標値（令和５年度末）",
                    "令和3年度 実績",
                    "令和4年度 実績",
                    "令和5年度 実績",
                ),
                ("baseline", "target", "actual", "actual", "actual"),
                (2019, 2023, 2021, 2022, 2023),
                texts,
            ):
                cell = printed(text, unit or "")
                kpi.add(period, role, year, cell)
                cells.append(c(shown(cell), "n"))
            lead = [c(goal, rs=len(items))] if k == 0 else []
            rows.append(row(*lead, c(name), *cells, c(mark, "m")))
    first = table([*head, *rows], [21, 23, 12, 12, 9, 9, 9, 5])
    head2 = [row(h("サービス種別", cs=2), h("単位"), h("区分"), *[h(f"令和{y}年度") for y in (3, 4, 5)])]
    lists = []
    for group, lines in services:
        names: list[str] = []
        for k, (name, unit, plan, done) in enumerate(lines):
            plan_, done_ = plan.split(), done.split()
            kpi = truth.kpi(name, unit)
            for word, role, figures in (("見込量", "planned", plan_), ("実績", "actual", done_)):
                for year, text in zip((2021, 2022, 2023), figures):
                    kpi.add(f"令和{year - 2018}年度 {word}", role, year, text)
            lead = [vertical(group, rs=3 * len(lines))] if k == 0 else []
            if name not in names:
                names.append(name)
                lead.append(c(name, rs=3 * sum(1 for x in lines if x[0] == name)))
            lists.append(row(*lead, c(unit, "m", rs=3), h("見込量"), *[c(x, "n") for x in plan_]))
            lists.append(row(h("実績"), *[c(x, "n") for x in done_]))
            lists.append(
                row(
                    h("達成率", style="background:#f7f7f7"),
                    *[c(share(a, b), "n", style="background:#f7f7f7") for a, b in zip(done_, plan_)],
                )
            )
    body = (
        "<p class='unit'>資料２　　障害福祉課</p><h1>第６期橘ヶ丘市障害福祉計画・第２期障害児福祉計画の進捗状況について</h1><h2>１　成果目標の達成状況</h2>" + first
        + "<p class='note'>※評価　◎：目標を達成　○：達成率80％以上　△：達成率80％未満</p><h2>２　障害福祉サービス等の見込量と実績</h2><p class='note'>各年度３月の１か月当たりの利用者数及び利用量。達成率は実績÷見込量。</p>"
        + table(lists, [6, 26, 12, 11, 15, 15, 15], head=head2)
    )  # fmt: skip
    css = "h1{font-size:12.5pt} h2{font-size:10.5pt;margin:2mm 0 1mm} th{background:#fce4d6} td,th{padding:0.2mm 0.9mm;border-width:0.5pt} small{font-size:6.8pt;white-space:nowrap} .note{margin:0.6mm 0 0.8mm;font-size:7.5pt} thead{display:table-header-group}"
    return Document(page(body, margin="13mm 14mm", font=IPAEX, pt=8.2, css=css), truth)


DOCUMENTS = {"b9_kpi_plan_list": plan_list, "b9_kpi_disability_plan": disability_plan}
