"""Second batch: budget lists, summaries of accounts, and outlooks."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, IPAEX, MINCHO, NOTO, TAKAO, Document, c, h, page, rate, row, table, vertical, yen
from truthfile import Truth


def n(amount: int | None, empty: str = "") -> str:
    return c(yen(amount, empty=empty), "n")


def tenths(amount: int, minus: str = "△") -> str:
    """An amount that is kept in tenths of the printed unit."""
    return (minus if amount < 0 else "") + f"{abs(amount) // 10:,}.{abs(amount) % 10}"


def growth(this: int, last: int) -> str | None:
    return rate(this - last, last) if last else None


def signed(text: str | None) -> str | None:
    return text.replace("△", "-") if text else None


def bureau_totals() -> Document:
    """見丘市: the total first, then 部局 with its sub-total before its projects; 前年度当初 本年度当初 増減 増減率."""
    truth = Truth("見丘市", "令和７年度 当初予算（案）部局別主要事業")
    truth.notes.append("本年度 = 令和７年度 (title). Totals stand above what they sum. 皆増 is no ratio.")
    content = [
        ("危機管理局", [("地域防災計画改定事業", 3_300, 11_880), ("備蓄物資購入事業", 18_045, 16_210), ("防災アプリ運用事業", 5_940, 5_940)]),
        ("子ども未来局", [("病児保育事業", 47_318, 44_906), ("保育士宿舎借上げ支援事業", 62_400, 57_120), ("産後ケア事業", 23_866, 15_402), ("子どもの居場所づくり事業", 9_150, 0)]),
        ("都市整備局", [("自転車通行空間整備事業", 84_000, 120_500), ("無電柱化推進事業", 246_700, 198_300), ("公園遊具更新事業", 71_250, 68_400)]),
        ("教育局", [("部活動地域移行推進事業", 31_772, 18_640), ("校務支援システム更新事業", 158_200, 92_117), ("学校トイレ洋式化事業", 204_600, 310_800)]),
    ]  # fmt: skip
    rows = []
    everything = [p for _, ps in content for p in ps]

    def line(name: str, this: int, last: int, kind: str, office: list[str]) -> str:
        ratio = growth(this, last)
        project = truth.project(
            name, office, change_yen=(this - last) * 1000, ratio=signed(ratio), total=kind != ""
        )
        project.add(2024, "initial_budget", "", last, yen(last))
        project.add(2025, "initial_budget", "", this, yen(this))
        return "".join([n(last), n(this), n(this - last), c(ratio or "皆増", "n")])

    rows.append(
        row(
            c("全部局計", "m", cs=2),
            line("全部局計", sum(p[1] for p in everything), sum(p[2] for p in everything), "all", []),
            kind="all",
        )
    )
    for bureau, projects in content:
        rows.append(
            row(
                c(f"{bureau}　計", cs=2),
                line(
                    f"{bureau} 計", sum(p[1] for p in projects), sum(p[2] for p in projects), "sub", [bureau]
                ),
                kind="sub",
            )
        )
        for k, (name, this, last) in enumerate(projects):
            first = [c("", rs=len(projects), style="border-top:none")] if k == 0 else []
            rows.append(row(*first, c(name), line(name, this, last, "", [bureau])))
    head = [
        row(h("部局・事業名", cs=2, rs=2), h("当初予算額", cs=2), h("増減", cs=2)),
        row(h("前年度"), h("本年度"), h("額"), h("率（％）")),
    ]
    body = "<h1>令和７年度当初予算（案）<br>部局別主要事業</h1><p class=unit>単位：千円</p>" + table(
        rows, [4, 44, 14, 14, 14, 10], head=head
    )
    css = "h1{font-size:14pt} .all td{background:#ffd966} .sub td{background:#fff2cc;font-weight:bold} th{background:#bf9000;color:#fff} td{height:8.5mm}"
    return Document(page(body, font=GOTHIC, pt=10, css=css, margin="16mm"), truth)


def section_breakdown() -> Document:
    """見池市: 予算説明資料: a block a project, 本年度 前年度 比較 and funds in a row, then 節 / 金額 / 説明."""
    truth = Truth("見池市", "令和６年度 予算説明資料（教育費）")
    truth.notes.append(
        "節 of a project are components of this year's 予算額. Only 予算額 is printed: kind budget. Empty fund cells are no amounts."
    )
    content = [
        ("史跡公園整備事業", "文化財課", 64_210, 38_975, (28_000, 14_000, 11_300, None), [("報償費", 240, "整備委員会委員謝礼"), ("旅費", 186, "先進地視察"), ("委託料", 17_384, "実施設計、発掘調査支援"), ("工事請負費", 46_400, "園路整備工事")]),
        ("学校図書館支援員配置事業", "学校教育課", 22_916, 22_480, (None, None, None, None), [("報酬", 17_640, "会計年度任用職員14人"), ("職員手当等", 3_402, "期末手当"), ("旅費", 914, "通勤費用"), ("需用費", 960, "消耗品費")]),
        ("市民体育祭開催事業", "スポーツ課", 4_380, 4_512, (None, None, None, 350), [("報償費", 1_120, "参加賞"), ("需用費", 864, "印刷製本費ほか"), ("役務費", 96, "傷害保険料"), ("使用料及び賃借料", 700, "テント借上料"), ("負担金、補助及び交付金", 1_600, "実行委員会負担金")]),
    ]  # fmt: skip
    funds = ("国庫支出金", "県支出金", "市債", "その他")
    body = "<h1>令和６年度　予算説明資料</h1>"
    for name, office, this, last, special, items in content:
        assert this == sum(i[1] for i in items)
        project = truth.project(name, [office], change_yen=(this - last) * 1000)
        project.add(2024, "budget", "", this, yen(this))
        project.add(2023, "budget", "", last, yen(last))
        rest = this - sum(s or 0 for s in special)
        for label, amount in zip((*funds, "一般財源"), (*special, rest), strict=True):
            project.add(2024, "budget", label, amount, yen(amount))
        lines = [row(h("節"), h("金　額"), h("説　　　明"))]
        for label, amount, text in items:
            project.add(2024, "budget", label, amount, yen(amount))
            lines.append(row(c(label), n(amount), c(text)))
        body += (
            '<div style="break-inside:avoid;margin-bottom:8mm">'
            + table([row(h("事業名"), c(name, style="font-weight:bold"), h("担当課"), c(office, "m"))], [12, 52, 12, 24])
            + table([row(h("令和６年度<br>予算額", rs=2), h("令和５年度<br>予算額", rs=2), h("比較増減", rs=2), h("令和６年度予算額の財源内訳", cs=5)), row(*[h(f) for f in (*funds, "一般財源")]), row(n(this), n(last), n(this - last), *[n(s) for s in special], n(rest))], [13, 13, 12, 12.4, 12.4, 12.4, 12.4, 12.4], style="margin-top:-0.6pt")
            + table(lines, [26, 16, 58], style="margin-top:1.5mm") + "</div>"
        )  # fmt: skip
    body = body.replace("</h1>", "</h1><p class=unit>（単位：千円）</p>", 1)
    css = "h1{font-size:14pt} th{background:#f2f2f2} td{height:7mm}"
    return Document(page(body, font=MINCHO, pt=9.5, css=css, margin="16mm"), truth)


def special_accounts() -> Document:
    """見岬市: 総計 at the top, 一般会計, vertical 特別会計 / 企業会計; company accounts in 収益的 and 資本的支出; 再掲 row."""
    truth = Truth("見岬市", "令和８年度 各会計当初予算額一覧")
    truth.notes.append(
        "Rows are accounts. A 小計 row and the 総計 at the top are totals; the （再掲） row repeats them and is a total too."
    )
    general = (24_860_000, 24_120_000)
    special = [
        ("国民健康保険事業特別会計", 5_412_300, 5_530_100),
        ("後期高齢者医療特別会計", 1_036_400, 978_200),
        ("介護保険特別会計", 5_987_000, 5_874_500),
        ("墓園事業特別会計", 31_800, 31_800),
    ]
    company = [("水道事業会計", 2_140_600, 2_088_900), ("下水道事業会計", 3_305_700, 3_412_400)]
    rows = []

    def line(name: str, this: int, last: int, total: bool) -> list[str]:
        ratio = growth(this, last)
        project = truth.project(name, change_yen=(this - last) * 1000, ratio=signed(ratio), total=total)
        project.add(2026, "initial_budget", "", this, yen(this))
        project.add(2025, "initial_budget", "", last, yen(last))
        return [n(this), n(last), n(this - last), c(ratio or "", "n")]

    parts = [(sum(x[1] for x in g), sum(x[2] for x in g)) for g in (special, company)]
    whole = tuple(general[k] + parts[0][k] + parts[1][k] for k in range(2))
    rows.append(row(c("総　　　計", "m", cs=2), *line("総計", whole[0], whole[1], True), kind="all"))
    rows.append(row(c("一　般　会　計", "m", cs=2), *line("一般会計", *general, False)))
    for title, group, part in (("特別会計", special, parts[0]), ("企業会計", company, parts[1])):
        for k, (name, this, last) in enumerate(group):
            first = [vertical(title, rs=len(group) + 1)] if k == 0 else []
            rows.append(row(*first, c(name), *line(name, this, last, False)))
        rows.append(row(c("小　　　計", "m"), *line(f"{title} 小計", *part, True), kind="sub"))
    rest = tuple(whole[k] - general[k] for k in range(2))
    rows.append(
        row(
            c("（再掲）一般会計を除く会計の計", cs=2),
            *line("（再掲）一般会計を除く会計の計", rest[0], rest[1], True),
        )
    )
    head = [
        row(h("会　計　名", cs=2, rs=2), h("令和８年度"), h("令和７年度"), h("比　　較", cs=2)),
        row(h("当初予算額"), h("当初予算額"), h("増減額"), h("伸率（％）")),
    ]
    body = "<h1>各会計当初予算額一覧</h1><p class=unit>（単位：千円・％）</p>" + table(
        [*head, *rows], [6, 36, 17, 17, 15, 9]
    )
    css = "h1{font-size:14pt} .all td{border-bottom:1.5pt double #000;font-weight:bold} .sub td{background:#eee} td{height:10mm}"
    return Document(page(body, font=IPAEX, pt=10, css=css, margin="18mm"), truth)


def new_and_wider() -> Document:
    """見光市: 新 / 拡 marks in a column, '（うち一般財源）' below the amount in the same cell, no vertical rules."""
    truth = Truth("見光市", "令和７年度予算案 新規・拡充事業一覧")
    truth.notes.append(
        "Lower figure in （ ） of each cell is うち一般財源. 新 and 拡 are marks. 予算案 = initial_budget."
    )
    content = [
        (
            "新",
            "おくやみコーナー設置事業",
            "窓口改革課",
            6_318,
            3_159,
            "死亡に伴う手続を一つの窓口で受け付ける",
        ),
        ("新", "AI議事録作成システム導入事業", "デジタル戦略課", 2_904, 2_904, "会議録の作成時間を減らす"),
        (
            "拡",
            "シティプロモーション事業",
            "魅力発信課",
            14_850,
            7_425,
            "首都圏での催しを２回から４回に増やす",
        ),
        (
            "拡",
            "がん患者アピアランスケア事業",
            "健康推進課",
            3_200,
            1_600,
            "補整具の助成の上限額を引き上げる",
        ),
        (
            "新",
            "認知症の人と家族の一体的支援事業",
            "長寿福祉課",
            1_744,
            340,
            "ミーティングセンターを開設する",
        ),
        ("拡", "フリースクール利用支援事業", "教育支援課", 5_760, 2_880, "所得制限をなくす"),
        ("新", "スマート農業機械導入支援事業", "農業振興課", 21_500, 0, "自動操舵等の機械の購入を補助する"),
    ]
    rows = [row(h("区分"), h("事　業　名"), h("事業費<br>（うち一般財源）"), h("概　　要"), h("担当課"))]
    for mark, name, office, whole, own, text in content:
        project = truth.project(name, [office])
        project.add(2025, "initial_budget", "", whole, f"{yen(whole)}\n（{yen(own)}）")
        project.add(2025, "initial_budget", "うち一般財源", own, f"{yen(whole)}\n（{yen(own)}）")
        rows.append(
            row(
                c(f"<span>{mark}</span>", "m mk"),
                c(name),
                c(f"{yen(whole)}<br>（{yen(own)}）", "n"),
                c(text),
                c(office, "m"),
            )
        )
    body = "<h1>令和７年度予算案　新規・拡充事業一覧</h1><p class=unit>【単位：千円】</p>" + table(
        rows, [6, 27, 18, 33, 16]
    )
    css = "h1{font-size:14pt;background:#1f4e79;color:#fff;padding:2mm} th,td{border-left:none;border-right:none;border-color:#1f4e79} td{height:12mm} .mk span{border:0.6pt solid #c00;color:#c00;padding:0 1mm}"
    return Document(page(body, font=NOTO, pt=9.5, css=css, margin="16mm"), truth)


def share_in_brackets() -> Document:
    """見星市: 性質別歳出 of a settlement with the share in brackets beside each amount; group sums at the top."""
    truth = Truth("見星市", "令和５年度 見星市普通会計決算 性質別歳出の状況")
    truth.notes.append(
        "構成比 in （ ） is in the same cell as the amount and is not in the truth. 義務的経費 etc. are totals."
    )
    groups = [
        ("義務的経費", [("人件費", 4_812_306, 4_755_118), ("扶助費", 7_240_917, 6_988_342), ("公債費", 2_318_640, 2_377_905)]),
        ("投資的経費", [("普通建設事業費", 3_106_228, 2_540_771), ("災害復旧事業費", 84_510, 12_336)]),
        ("その他の経費", [("物件費", 4_120_083, 4_301_266), ("維持補修費", 311_474, 298_850), ("補助費等", 2_766_359, 2_905_117), ("積立金", 940_002, 1_105_640), ("繰出金", 2_480_775, 2_433_908)]),
    ]  # fmt: skip
    whole = [sum(i[k] for _, items in groups for i in items) for k in (1, 2)]
    rows = [
        row(h("区　　分", rs=2), h("令和５年度"), h("令和４年度"), h("増減額", rs=2), h("増減率", rs=2)),
        row(h("決算額（構成比）"), h("決算額（構成比）")),
    ]

    def line(name: str, this: int, last: int, total: bool, kind: str = "") -> None:
        ratio = growth(this, last)
        project = truth.project(
            name.strip("　"), change_yen=(this - last) * 1000, ratio=signed(ratio), total=total
        )
        texts = [f"{yen(a)}（{rate(a, w)}）" for a, w in zip((this, last), whole, strict=True)]
        project.add(2023, "settlement", "", this, texts[0])
        project.add(2022, "settlement", "", last, texts[1])
        rows.append(row(c(name), *[c(t, "n") for t in texts], n(this - last), c(ratio or "", "n"), kind=kind))

    line("歳出総額", whole[0], whole[1], True, "all")
    for group, items in groups:
        line(group, sum(i[1] for i in items), sum(i[2] for i in items), True, "grp")
        for name, this, last in items:
            line(f"　{name}", this, last, False)
    body = "<h1>性質別歳出の状況</h1><p class=unit>（単位：千円、％）</p>" + table(rows, [28, 24, 24, 14, 10])
    css = "h1{font-size:14pt} .all td{background:#d6dce4} .grp td{background:#edf0f4} th,td{border-color:#8497b0} td{height:8.5mm}"
    return Document(page(body, font=TAKAO, pt=9.5, css=css, margin="18mm"), truth)


def millions_with_decimals() -> Document:
    """見雲市: 百万円 with one decimal, 増減 and 前年度比, projects in groups by merged cell, one double rule."""
    truth = Truth("見雲市", "2024年度当初予算 重点プロジェクト事業費")
    truth.notes.append(
        "百万円 with a decimal. 前年度比 = this / last in percent; － where last year is 0 (printed －: no amount)."
    )
    content = [
        ("産業を育てる", [("産業団地造成事業", 12_406, 8_350), ("スタートアップ支援事業", 328, 215), ("観光周遊バス運行事業", 96, 0)]),
        ("人を育てる", [("高校生留学支援事業", 54, 48), ("小中一貫校建設事業", 20_148, 3_862), ("英語指導助手配置事業", 1_177, 1_203)]),
        ("暮らしを守る", [("浸水対策事業", 6_905, 7_412), ("消防指令センター共同整備事業", 3_360, 1_120), ("認知症見守り事業", 81, 81)]),
    ]  # fmt: skip
    rows = [row(h("プロジェクト"), h("事　業"), h("2024年度"), h("2023年度"), h("増減"), h("前年度比(％)"))]
    for group, projects in content:
        for k, (name, this, last) in enumerate(projects):
            ratio = rate(this, last) if last else None
            project = truth.project(name, change_yen=(this - last) * 100_000, ratio=ratio)
            project.add(2024, "initial_budget", "", this, tenths(this), 100_000)
            project.add(2023, "initial_budget", "", last or None, tenths(last), 100_000)
            first = [c(group, "m", rs=len(projects))] if k == 0 else []
            rows.append(
                row(
                    *first,
                    c(name),
                    c(tenths(this), "n"),
                    c(tenths(last) if last else "－", "n"),
                    c(tenths(this - last), "n"),
                    c(ratio or "－", "n"),
                )
            )
    body = "<h1>2024年度当初予算　重点プロジェクト事業費</h1><p class=unit>（百万円）</p>" + table(
        rows, [16, 34, 13, 13, 12, 12]
    )
    css = "h1{font-size:14pt} th{border-bottom:2.5pt double #000} td{height:10mm}"
    return Document(page(body, font=MINCHO, pt=10.5, css=css, margin="18mm"), truth)


def outlook() -> Document:
    """見月市: 中期財政見通し, 億円 with a decimal; R6 当初予算, then 見通し of four years; 歳入 and 歳出 tables, 差引."""
    truth = Truth("見月市", "見月市中期財政見通し（令和７年度～令和10年度）")
    truth.notes.append(
        "億円. 令和６年度 当初予算 = initial_budget, 見通し = forecast. 歳入計, 歳出計, 収支差引 are totals."
    )
    years = [(f"令和{y}年度", 2018 + y) for y in (6, 7, 8, 9, 10)]
    tables = [
        ("歳入", [("市税", (1482, 1490, 1497, 1501, 1504)), ("地方交付税", (612, 605, 598, 594, 590)), ("国・県支出金", (905, 918, 926, 931, 939)), ("市債", (244, 310, 286, 192, 175)), ("その他の歳入", (508, 496, 490, 488, 487))]),
        ("歳出", [("人件費", (671, 678, 684, 690, 695)), ("扶助費", (1038, 1057, 1075, 1092, 1110)), ("公債費", (358, 351, 349, 356, 362)), ("投資的経費", (402, 487, 441, 305, 280)), ("その他の歳出", (1282, 1271, 1266, 1274, 1281))]),
    ]  # fmt: skip
    body, sums = "<h1>中期財政見通し</h1>", []
    for title, items in tables:
        rows = [row(h(title, rs=2), *[h(y) for y, _ in years]), row(h("当初予算"), h("見通し", cs=4))]
        total = tuple(sum(a[k] for _, a in items) for k in range(5))
        sums.append(total)
        for name, amounts in [*items, (f"{title}計", total)]:
            project = truth.project(name, total=amounts is total)
            for k, ((_, year), amount) in enumerate(zip(years, amounts, strict=True)):
                project.add(
                    year, "forecast" if k else "initial_budget", "", amount, tenths(amount), 10_000_000
                )
            rows.append(
                row(c(name), *[c(tenths(a), "n") for a in amounts], kind="all" if amounts is total else "")
            )
        if title == "歳出":
            rows.append(
                row(c("収支差引"), *[c(tenths(a - b), "n") for a, b in zip(*sums, strict=True)], kind="all")
            )
        body += f"<h2>（{title}）</h2><p class=unit>（単位：億円）</p>" + table(
            rows, [25, 15, 15, 15, 15, 15]
        )
    body += "<p class=note>※収支の不足は財政調整基金の取崩しにより補う。</p>"
    css = (
        "h1{font-size:14pt} h2{font-size:11pt} .all td{background:#e2efda;font-weight:bold} td{height:8.5mm}"
    )
    return Document(page(body, font=GOTHIC, pt=10, css=css, margin="18mm"), truth)


def no_header_later() -> Document:
    """見霧町: a list that goes on over page 2 without a header, horizontal hairlines only, departments merged."""
    truth = Truth("見霧町", "令和５年度当初予算 課別事業一覧")
    truth.notes.append(
        "The header stands on page 1 only. 令和５年度 and 令和４年度 are both 当初予算 (title). A printed 0 is 0."
    )
    offices = ["総務課", "税務町民課", "福祉保健課", "産業観光課", "建設水道課", "教育委員会"]
    names = [
        ["庁舎清掃委託", "職員研修事業", "選挙啓発事業", "広報きり発行事業", "交通指導員設置事業", "消防水利整備事業"],
        ["固定資産評価替事業", "収納代行手数料", "戸籍システム改修事業", "窓口端末更新事業", "国勢統計準備事業", "納税貯蓄組合補助金"],
        ["介護予防拠点事業", "外出支援サービス事業", "母子手帳アプリ事業", "健康ポイント事業", "福祉タクシー助成事業", "敬老祝品贈呈事業"],
        ["直売所改修事業", "遊休農地再生事業", "林業担い手対策事業", "観光案内板整備事業", "花火大会補助金", "プレミアム商品券事業"],
        ["町道維持補修事業", "橋梁点検事業", "急傾斜地調査事業", "町営住宅修繕事業", "浄化槽補助金", "水防倉庫改築事業"],
        ["スクールバス運行事業", "ＩＣＴ支援員配置事業", "給食センター備品更新事業", "成人式開催事業", "郷土資料館展示更新事業", "町民プール改修事業"],
    ]  # fmt: skip
    head = row(h("課　名"), h("事業の名称"), h("令和５年度"), h("令和４年度"), h("増　減"))
    pages: list[list[str]] = [[head], []]
    for k, (office, group) in enumerate(zip(offices, names, strict=True)):
        for j, name in enumerate(group):
            this = 1_200 + (k * 37 + j * 61) % 97 * 413
            last = 0 if (k + j) % 7 == 6 else this - ((j * 29 + k * 17) % 23 - 9) * 55
            project = truth.project(name, [office], change_yen=(this - last) * 1000)
            project.add(2023, "initial_budget", "", this, yen(this))
            project.add(2022, "initial_budget", "", last, yen(last))
            first = [c(office, "m", rs=len(group))] if j == 0 else []
            pages[k // 3].append(row(*first, c(name), n(this), n(last), n(this - last)))
    widths = [16, 40, 15, 15, 14]
    body = (
        "<h1>令和５年度当初予算　課別事業一覧</h1><p class=unit>（千円）</p>"
        + table(pages[0], widths)
        + '<div style="break-before:page"></div>'
        + table(pages[1], widths)
    )
    css = "h1{font-size:14pt} th,td{border-left:none;border-right:none;border-width:0.25pt} td{height:10.5mm}"
    return Document(page(body, font=NOTO, pt=10, css=css, margin="18mm"), truth)


DOCUMENTS = {
    "b2_budget_bureau_totals": bureau_totals,
    "b2_budget_sections": section_breakdown,
    "b2_budget_special_accounts": special_accounts,
    "b2_budget_new_wider": new_and_wider,
    "b2_settlement_share_brackets": share_in_brackets,
    "b2_budget_millions": millions_with_decimals,
    "b2_outlook": outlook,
    "b2_budget_no_header_later": no_header_later,
}
