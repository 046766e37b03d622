"""Second batch: evaluation of projects and results of a settlement."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, IPAEX, MINCHO, NOTO, TAKAO, Document, c, h, page, rate, row, table, yen
from truthfile import Truth


def n(amount: int | None, empty: str = "") -> str:
    return c(yen(amount, empty=empty), "n")


def label_above() -> Document:
    """見波市: numbered sections, each label in a cell above its value; cost and indicators with years in columns."""
    truth = Truth("見波市", "令和６年度 事務事業評価票（令和５年度実績） 図書館システム管理事業")
    name, office = "図書館システム管理事業", "教育部図書館"
    truth.notes.append(
        "Labels stand above their values. 従事人員 is no amount. 事業費計 is the whole (component '')."
    )
    project = truth.project(name, [office])
    years = [
        ("令和４年度決算", 2022, "settlement"),
        ("令和５年度決算", 2023, "settlement"),
        ("令和６年度予算", 2024, "budget"),
    ]
    funds = [("国県支出金", (0, 2_400, 0)), ("地方債", (0, 0, 0)), ("その他", (315, 298, 300))]
    totals = (14_870, 21_336, 15_204)
    rest = tuple(t - sum(f[1][k] for f in funds) for k, t in enumerate(totals))
    rows = [row(h("区　分"), *[h(y) for y, _, _ in years])]
    for label, amounts in [("事業費計", totals), *funds, ("一般財源", rest)]:
        for (_, year, kind), amount in zip(years, amounts, strict=True):
            project.add(year, kind, "" if label == "事業費計" else label, amount, yen(amount))
        rows.append(row(h(label if label == "事業費計" else f"　{label}", "l"), *[n(a) for a in amounts]))
    rows.append(row(h("従事人員（人）", "l"), *[c(t, "n") for t in ("2.3", "2.3", "2.0")]))
    kinds = [
        row(
            h("指標名"),
            h("単位"),
            h("令和４年度<br>実績"),
            h("令和５年度<br>目標"),
            h("令和５年度<br>実績"),
            h("令和６年度<br>目標"),
        )
    ]
    columns = [
        ("令和４年度 実績", "actual", 2022),
        ("令和５年度 目標", "target", 2023),
        ("令和５年度 実績", "actual", 2023),
        ("令和６年度 目標", "target", 2024),
    ]
    for label, unit, texts in (
        ("ＷＥＢ予約件数", "件", "18,204 19,000 21,377 22,000"),
        ("利用者カード登録率", "％", "31.4 33.0 32.6 35.0"),
    ):
        kpi = truth.kpi(label, unit, [office])
        for (period, role, year), text in zip(columns, texts.split(), strict=True):
            kpi.add(period, role, year, text)
        kinds.append(row(c(label), c(unit, "m"), *[c(t, "n") for t in texts.split()]))
    body = (
        "<h1>令和６年度　事務事業評価票</h1><h2>１　基本情報</h2>"
        + table([row(h("事務事業名", cs=2), h("担当部署")), row(c(name, "big", cs=2), c(office, "m")), row(h("会計区分"), h("実施方法"), h("開始年度")), row(c("一般会計", "m"), c("一部委託", "m"), c("平成12年度", "m"))], [35, 30, 35])
        + "<h2>２　事業の目的と内容</h2>"
        + table([row(h("対象"), h("目的")), row(c("市民及び市内在勤・在学者"), c("資料の検索、予約を便利にし、利用を広げる。"))], [35, 65])
        + "<h2>３　事業費（千円）</h2>" + table(rows, [31, 23, 23, 23])
        + "<h2>４　指標</h2>" + table(kinds, [32, 8, 15, 15, 15, 15])
        + "<h2>５　評価</h2>" + table([row(h("必要性"), h("有効性"), h("効率性"), h("総合評価")), row(*[c(t, "m") for t in ("高い", "高い", "普通", "Ｂ")])])
    )  # fmt: skip
    css = "h1{font-size:15pt} h2{font-size:11pt} th{background:#d9d9d9;font-size:8.5pt} td{height:8mm} .big{font-size:12pt;font-weight:bold}"
    return Document(page(body, font=MINCHO, pt=10, css=css, margin="16mm"), truth)


def two_cards() -> Document:
    """見砂町: two projects a page, one above the other; 整理番号 and name in the first row, one money row, one indicator row."""
    truth = Truth("見砂町", "見砂町 行政評価 事業カード（令和５年度）")
    truth.notes.append(
        "Each card gives 当初予算, 決算 and next year's 当初予算; 活動指標 has 計画 (planned) and 実績."
    )
    content = [
        (11, "高齢者配食サービス事業", "福祉課", (4_210, 3_986, 4_400), "配食数", "食", "7,200 6,841"),
        (12, "緊急通報装置貸与事業", "福祉課", (1_906, 1_874, 1_906), "設置台数", "台", "85 79"),
        (23, "町道除雪事業", "建設課", (38_000, 51_422, 40_000), "除雪延長", "km", "164.0 164.5"),
        (24, "急傾斜地崩壊防止事業", "建設課", (12_500, 11_930, 26_000), "対策箇所数", "か所", "1 1"),
    ]
    body = "<h1>事業カード（令和５年度）</h1>"
    for number, (code, name, office, money, label, unit, texts) in enumerate(content):
        project = truth.project(name, [office])
        for (year, kind), amount in zip(
            ((2023, "initial_budget"), (2023, "settlement"), (2024, "initial_budget")), money, strict=True
        ):
            project.add(year, kind, "", amount, yen(amount))
        kpi = truth.kpi(label, unit, [office])
        plan, done = texts.split()
        kpi.add("令和５年度 計画", "planned", 2023, plan)
        kpi.add("令和５年度 実績", "actual", 2023, done)
        rows = [
            row(h("整理番号"), c(code, "m"), h("事業名"), c(name, cs=3), h("担当"), c(office, "m")),
            row(h("事業内容"), c(f"{name}を町内全域で行う。", cs=7)),
            row(
                h("事業費<br>（千円）", rs=2), h("R5当初予算", cs=2), h("R5決算", cs=2), h("R6当初予算", cs=3)
            ),
            row(c(yen(money[0]), "n", cs=2), c(yen(money[1]), "n", cs=2), c(yen(money[2]), "n", cs=3)),
            row(
                h("活動指標<br>（令和５年度）", rs=2), h("指標", cs=3), h("単位"), h("計画"), h("実績", cs=2)
            ),
            row(c(label, cs=3), c(unit, "m"), c(plan, "n"), c(done, "n", cs=2)),
            row(h("評価"), c("Ｂ　現状のまま継続", cs=3), h("改善点"), c("利用者の把握に努める。", cs=3)),
        ]
        brk = "page-break-after:always" if number == 1 else ""
        body += f'<div style="margin-bottom:14mm;{brk}">{table(rows, [14, 8, 12, 18, 10, 13, 10, 15])}</div>'
    css = "h1{font-size:14pt} th{background:#fbe5d6} td{height:9mm} table{border:1.2pt solid #000}"
    return Document(page(body, font=GOTHIC, pt=9.5, css=css, margin="16mm"), truth)


def review_list() -> Document:
    """見谷市: 行政評価 一覧表: departments merged, 事業費 of three years, 人件費, 総合評価, 今後の方向性, repeated header."""
    truth = Truth("見谷市", "令和６年度行政評価 事務事業評価結果一覧表")
    truth.notes.append(
        "人件費 (令和５年度) is a component of that year's 決算. 総合評価 and 今後の方向性 are no figures. - is no amount."
    )
    content = [
        ("総合政策部<br>秘書広報課", [("広報紙発行事業", 21_405, 22_118, 23_900, 8_120, "Ａ", "継続"), ("ＳＮＳ情報発信事業", 0, 396, 396, 2_030, "Ａ", "拡充"), ("市民相談事業", 1_812, 1_790, 1_820, 4_872, "Ｂ", "継続")]),
        ("総合政策部<br>情報推進課", [("庁内LAN管理事業", 96_214, 88_430, 91_077, 14_210, "Ｂ", "改善"), ("統計調査事業", 3_306, 12_745, 2_980, 9_744, "Ｂ", "継続")]),
        ("市民生活部<br>市民課", [("住民票等交付事業", 18_620, 17_941, 18_300, 52_780, "Ａ", "継続"), ("コンビニ交付事業", 7_700, 8_213, 9_405, 1_624, "Ａ", "拡充")]),
        ("市民生活部<br>生活安全課", [("交通安全教室事業", 914, 882, 900, 3_248, "Ｂ", "継続"), ("放置自転車対策事業", 11_070, 10_655, 8_210, 4_060, "Ｃ", "縮小"), ("消費生活センター事業", 8_406, 8_517, 8_690, 5_684, "Ｂ", "継続"), ("防犯カメラ設置補助事業", 0, 2_400, 4_800, 812, "Ａ", "拡充")]),
        ("産業環境部<br>農政課", [("農業祭開催事業", 0, 3_150, 3_150, 4_060, "Ｂ", "改善"), ("有害鳥獣対策事業", 14_290, 16_004, 15_870, 6_496, "Ａ", "継続"), ("市民農園事業", 1_127, 1_098, 0, 1_218, "Ｃ", "廃止")]),
        ("産業環境部<br>環境課", [("住宅用蓄電池補助事業", 9_600, 15_000, 20_000, 2_436, "Ａ", "拡充"), ("環境美化事業", 2_733, 2_695, 2_750, 3_654, "Ｂ", "継続"), ("公害測定事業", 6_908, 6_611, 7_040, 3_248, "Ｂ", "継続")]),
    ]  # fmt: skip
    head = [
        row(
            h("部課名", rs=2),
            h("No.", rs=2),
            h("事務事業名", rs=2),
            h("事　業　費（千円）", cs=3),
            h("令和５年度<br>人件費<br>（千円）", rs=2),
            h("総合<br>評価", rs=2),
            h("今後の<br>方向性", rs=2),
        ),
        row(h("令和４年度<br>決算"), h("令和５年度<br>決算"), h("令和６年度<br>予算")),
    ]
    rows, number = [], 0
    for office, projects in content:
        for k, (name, a, b, z, people, grade, way) in enumerate(projects):
            number += 1
            project = truth.project(name, [office.replace("<br>", "")])
            for (year, kind), amount in zip(
                ((2022, "settlement"), (2023, "settlement"), (2024, "budget")), (a, b, z), strict=True
            ):
                project.add(year, kind, "", amount or None, yen(amount))
            project.add(2023, "settlement", "人件費", people, yen(people))
            first = [c(office, "m", rs=len(projects))] if k == 0 else []
            rows.append(
                row(
                    *first,
                    c(number, "m"),
                    c(name),
                    *[n(x or None, "-") for x in (a, b, z)],
                    n(people),
                    c(grade, "m"),
                    c(way, "m"),
                )
            )
    body = "<h1>令和６年度行政評価　事務事業評価結果一覧表</h1>" + table(
        rows, [14, 5, 25, 11, 11, 11, 10, 6, 7], head=head
    )
    css = "h1{font-size:13pt} td{height:17.5mm} th{background:#cfe2f3} th,td{border-width:0.3pt}"
    return Document(page(body, font=NOTO, pt=9, css=css, margin="14mm"), truth)


def budget_steps() -> Document:
    """見原町: 決算付属資料: 当初予算額, 補正予算額, 予算現額, 決算額, 執行率, 翌年度繰越額; 款 band rows; yen."""
    truth = Truth("見原町", "令和４年度 見原町歳入歳出決算附属資料 主要施策の成果")
    truth.notes.append(
        "当初予算額 + 補正予算額 = 予算現額. 執行率, 翌年度繰越額 are no amounts. Amounts in yen. - is no amount. 款 in band rows."
    )
    content = [
        ("第２款　総務費", [("防災拠点施設整備事業", "総務課", 48_000_000, 12_350_000, 53_918_700, 6_000_000), ("地籍調査事業", "税務課", 21_460_000, -1_240_000, 19_877_412, 0), ("町長選挙費", "総務課", 9_100_000, -614_000, 8_402_955, 0)]),
        ("第３款　民生費", [("住民税非課税世帯等臨時特別給付金事業", "福祉課", 0, 71_400_000, 66_250_000, 0), ("認定こども園施設型給付費", "こども課", 312_408_000, 8_775_000, 320_114_368, 0)]),
        ("第６款　農林水産業費", [("多面的機能支払交付金事業", "産業課", 34_600_000, 0, 34_127_850, 0), ("林道災害復旧事業", "産業課", 0, 28_500_000, 11_204_600, 17_000_000)]),
    ]  # fmt: skip
    rows = [
        row(
            *[
                h(t)
                for t in (
                    "事　業　名",
                    "担当課",
                    "当初予算額<br>Ａ",
                    "補正予算額<br>Ｂ",
                    "予算現額<br>Ａ＋Ｂ＝Ｃ",
                    "決　算　額<br>Ｄ",
                    "執行率<br>Ｄ／Ｃ",
                    "翌年度<br>繰越額",
                )
            ]
        )
    ]
    for band, projects in content:
        rows.append(row(c(band, cs=8), kind="band"))
        for name, office, first, extra, spent, carried in projects:
            project = truth.project(name, [office])
            for kind, amount in (
                ("initial_budget", first or None),
                ("supplementary", extra or None),
                ("current_budget", first + extra),
                ("settlement", spent),
            ):
                project.add(2022, kind, "", amount, yen(amount), 1)
            rows.append(
                row(
                    c(name),
                    c(office, "m"),
                    n(first or None, "-"),
                    n(extra or None, "-"),
                    n(first + extra),
                    n(spent),
                    c(rate(spent, first + extra) + "%", "n"),
                    n(carried or None, "-"),
                )
            )
    body = "<h1>令和４年度　主要施策の成果</h1><p class=unit>（単位：円）</p>" + table(
        rows, [22, 9, 13, 13, 13, 13, 7, 10]
    )
    css = "h1{font-size:14pt} th,td{border-left:0.3pt dotted #000;border-right:0.3pt dotted #000} td{height:10mm} .band td{border:none;font-weight:bold;padding-top:3mm}"
    return Document(page(body, size="A4 landscape", font=MINCHO, pt=10, css=css, margin="16mm"), truth)


def era_change() -> Document:
    """見松市: 施策マネジメントシート 平成30 to 令和2: indicators and the list of projects of a measure in one page."""
    truth = Truth("見松市", "令和２年度 施策マネジメントシート 2-4 地域福祉の推進")
    office = "健康福祉部地域福祉課"
    truth.notes.append(
        "令和元年度決算 is fiscal 2019. 見込 = planned. Departments from the head of the sheet. No verdict is a value."
    )
    columns = [
        ("平成30年度 実績", "actual", 2018),
        ("令和元年度 実績", "actual", 2019),
        ("令和２年度 見込", "planned", 2020),
        ("令和４年度 目標", "target", 2022),
    ]
    rows = [
        row(
            h("成果指標", rs=2),
            h("単位", rs=2),
            h("平成30年度"),
            h("令和元年度"),
            h("令和２年度"),
            h("令和４年度"),
        ),
        row(*[h(x) for x in ("実績", "実績", "見込", "目標")]),
    ]
    for name, unit, texts in (
        ("民生委員の充足率", "％", "97.1 95.8 96.0 100.0"),
        ("ふれあいサロンの設置数", "か所", "64 68 66 80"),
        ("福祉ボランティアの登録者数", "人", "1,188 1,203 1,150 1,400"),
    ):
        kpi = truth.kpi(name, unit, [office])
        for (period, role, year), text in zip(columns, texts.split(), strict=True):
            kpi.add(period, role, year, text)
        rows.append(row(c(name), c(unit, "m"), *[c(t, "n") for t in texts.split()]))
    money = [row(h("構成する事務事業"), h("H30決算"), h("R1決算"), h("R2予算"), h("貢献度"))]
    for name, amounts, grade in (
        ("民生委員活動支援事業", (18_740, 19_026, 19_110), "高"),
        ("社会福祉協議会補助事業", (62_300, 61_850, 63_000), "高"),
        ("地域福祉計画策定事業", (None, 4_180, 6_215), "中"),
        ("福祉バス運行事業", (7_044, 6_982, 5_900), "低"),
    ):
        project = truth.project(name, [office])
        for (year, kind), amount in zip(
            ((2018, "settlement"), (2019, "settlement"), (2020, "budget")), amounts, strict=True
        ):
            project.add(year, kind, "", amount, yen(amount))
        money.append(row(c(name), *[n(a) for a in amounts], c(grade, "m")))
    body = (
        "<h1>施策マネジメントシート（令和２年度）</h1>"
        + table([row(h("施策"), c("2-4　地域福祉の推進"), h("主管課"), c(office))], [10, 45, 10, 35])
        + "<h2>■ 成果指標</h2>" + table(rows, [34, 10, 14, 14, 14, 14])
        + "<h2>■ 事務事業の一覧</h2><p class=unit>事業費（千円）</p>" + table(money, [42, 16, 16, 16, 10])
        + "<h2>■ 施策の総合評価</h2>" + table([row(c("やや遅れている"))])
    )  # fmt: skip
    css = "h1{font-size:13pt;border:1pt solid #000;padding:2mm} h2{font-size:10.5pt} th{background:#ededed} td{height:8.5mm}"
    return Document(page(body, font=TAKAO, pt=10, css=css, margin="18mm"), truth)


def subsidies() -> Document:
    """見花市: 補助金一覧: departments merged, 交付先, three years of 決算 / 予算, double years R6(2024), hairlines."""
    truth = Truth("見花市", "見花市 補助金等一覧（令和７年度）")
    truth.notes.append(
        "A subsidy is a project; 交付先 and 交付開始 are no figures. R5(2023) double years. 0 is printed as 0."
    )
    content = [
        ("市民協働課", [("自治会活動費補助金", "各自治会", "S48", 14_206, 14_198, 14_300), ("集会所整備費補助金", "各自治会", "S55", 3_871, 0, 6_500)]),
        ("高齢福祉課", [("老人クラブ運営費補助金", "老人クラブ連合会", "S41", 5_118, 4_902, 4_950), ("シルバー人材センター補助金", "シルバー人材センター", "H元", 11_000, 11_000, 11_000)]),
        ("商工課", [("商工会補助金", "商工会", "S36", 18_500, 18_500, 18_000), ("店舗改装費補助金", "市内の事業者", "R4", 2_640, 3_115, 4_000), ("利子補給金", "市内の事業者", "H10", 1_206, 987, 1_100)]),
        ("スポーツ振興課", [("スポーツ協会補助金", "スポーツ協会", "S50", 4_700, 4_700, 4_700), ("全国大会出場補助金", "出場者", "H7", 1_385, 1_930, 2_000)]),
    ]  # fmt: skip
    rows = [
        row(
            h("所管課"),
            h("補助金等の名称"),
            h("交付先"),
            h("交付<br>開始"),
            h("R5(2023)年度<br>決算額"),
            h("R6(2024)年度<br>決算見込額"),
            h("R7(2025)年度<br>予算額"),
        )
    ]
    sums = [0, 0, 0]
    for office, items in content:
        for k, (name, to, since, *amounts) in enumerate(items):
            project = truth.project(name, [office])
            for j, (year, kind) in enumerate(((2023, "settlement"), (2024, "settlement"), (2025, "budget"))):
                project.add(year, kind, "", amounts[j], yen(amounts[j]))
                sums[j] += amounts[j]
            first = [c(office, "m", rs=len(items))] if k == 0 else []
            rows.append(row(*first, c(name), c(to), c(since, "m"), *[n(a) for a in amounts]))
    total = truth.project("合計", total=True)
    for j, (year, kind) in enumerate(((2023, "settlement"), (2024, "settlement"), (2025, "budget"))):
        total.add(year, kind, "", sums[j], yen(sums[j]))
    rows.append(row(c("合　計", "m", cs=4), *[n(s) for s in sums]))
    body = "<h1>補助金等一覧</h1><p class=unit>（千円）</p>" + table(rows, [14, 25, 19, 7, 12, 12, 11])
    css = "h1{font-size:14pt} th,td{border-width:0.25pt;border-color:#777} td{height:10mm} th{background:#e7e6e6}"
    return Document(page(body, font=IPAEX, pt=9, css=css, margin="15mm"), truth)


DOCUMENTS = {
    "b2_sheet_label_above": label_above,
    "b2_sheet_two_cards": two_cards,
    "b2_review_list": review_list,
    "b2_results_budget_steps": budget_steps,
    "b2_policy_era_change": era_change,
    "b2_subsidies": subsidies,
}
