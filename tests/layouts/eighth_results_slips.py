"""Eighth batch: settlement slips of one project a page, spending by 款 of two years, and a negative control."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import GOTHIC, IPAEX, MINCHO, TAKAO, Document, c, h, page, rate, row, table, vertical, yen
from truthfile import Truth

SLIP_FUNDS = ("国・県支出金", "使用料・手数料", "地方債", "その他", "一般財源")


def item_slips() -> Document:
    """浅葱町: 主要施策の成果報告書: a page a project, 款項目 beside label and value pairs, 円 in the cells."""
    truth = Truth("浅葱町", "令和５年度 主要施策の成果報告書")
    truth.notes += [
        "予算額 = budget and 決算額 = settlement of 2023 (title and footer). A printed 0円 is 0. 円 stands in the cells.",
        "The name is that of the 事業名 cell above the slip; the 事業 line of the slip repeats it with its number.",
        "Tables in 成果及び評価 (dates, places, people) are neither indicators nor amounts.",
    ]
    data = [
        (
            "7",
            "地域おこし協力隊活用事業",
            "企画政策課",
            ("2 総務費", "1 総務管理費", "6 企画費", "4 地域おこし協力隊活用事業"),
            ("5 にぎわいと交流", "3 移住・定住の促進"),
            18_640_000,
            16_902_415,
            (0, 0, 0, 385_000, 16_517_415),
            "　都市部の人材を隊員として迎え、山間部の集落の支援と特産品の開発に取り組むことにより、将来の定住につなげることを目的とする。",
            "　平成29年度の制度導入から延べ９人を委嘱した。任期を終えた６人のうち定住は２人にとどまり、任期後の住まいと仕事の確保が課題であった。",
            "　起業支援補助金の上限を100万円に引き上げ、任期３年目の隊員の全員が町内で起業又は就業することを目標とした。",
            "⑴ 隊員３人の委嘱（農産加工１人、観光案内２人）<br>⑵ 起業支援補助金の交付（１件　985,000円）<br>⑶ 活動報告会の開催",
            "　任期を終えた隊員１人が古民家を改修した宿を開業し、町内に定住した。活動報告会には、次のとおり参加があった。",
            [
                ("６月17日", "中央公民館", "46人"),
                ("10月14日", "上里交流館", "31人"),
                ("２月24日", "役場大会議室", "58人"),
            ],
        ),
        (
            "8",
            "コミュニティバス運行事業",
            "企画政策課",
            ("2 総務費", "1 総務管理費", "9 交通対策費", "2 コミュニティバス運行事業"),
            ("4 安全で便利な暮らし", "2 公共交通の維持"),
            52_318_000,
            51_776_290,
            (9_412_000, 6_083_790, 0, 1_200_000, 35_080_500),
            "　自家用車を持たない町民の通院と買物の足を確保する。",
            "　利用者は令和元年度の61,204人を頂点に減り、令和３年度は48,310人となった。朝の便が駅の列車に間に合わないとの声が多かった。",
            "　ダイヤを改正し、収支率を前年度の10.9％から12％に高めることを目標とした。",
            "⑴ ５路線の運行（365日、１日38便）<br>⑵ 10月のダイヤ改正<br>⑶ 車両１台の修繕",
            "　利用者は52,977人で前年度から3,105人増えた。収支率は11.8％で目標にわずかに届かなかった。路線別の利用者は次のとおりである。",
            [
                ("北部線", "19,340人", "１便当たり4.2人"),
                ("南部線", "21,006人", "１便当たり4.6人"),
                ("循環線ほか", "12,631人", "１便当たり2.1人"),
            ],
        ),
        (
            "31",
            "道の駅空調設備改修事業",
            "産業振興課",
            ("7 商工費", "1 商工費", "3 観光費", "6 道の駅空調設備改修事業"),
            ("5 にぎわいと交流", "1 観光の振興"),
            88_000_000,
            86_350_000,
            (21_500_000, 0, 58_300_000, 0, 6_550_000),
            "　開業から18年を経た道の駅の空調設備を省エネルギー型に改め、来場者の快適さを保つ。",
            "　令和４年８月に売場の空調が２度止まり、農産物の出荷者から改修の要望が出ていた。",
            "　繁忙期の前の６月末までに工事を終え、電気使用量を２割減らすことを目標とした。",
            "⑴ 空調設備改修工事（84,700,000円）<br>⑵ 工事監理業務委託（1,650,000円）",
            "　工事は６月20日に完了した。７月から３月までの電気使用量は前年同期に比べ23.4％減った。",
            [("契約日", "令和５年２月28日", "㈱あさぎ設備"), ("完成日", "令和５年６月20日", "検査合格")],
        ),
    ]
    body = ""
    for number, name, office, items, plan, budget, spent, funds, aim, past, goal, did, done, small in data:
        project = truth.project(name, [office])
        project.add(2023, "budget", "", budget, f"{yen(budget)}円", 1)
        project.add(2023, "settlement", "", spent, f"{yen(spent)}円", 1)
        for label, amount in zip(SLIP_FUNDS, funds, strict=True):
            project.add(2023, "settlement", label, amount, f"{yen(amount)}円", 1)

        def money(amount: int) -> str:
            return c(f"{yen(amount)}円", "n")

        f = [(h(label), money(amount)) for label, amount in zip(SLIP_FUNDS, funds, strict=True)]
        slip = table(
            [
                row(h("款"), c(items[0]), h("予 算 額", cs=2), money(budget), h("決 算 額"), money(spent)),
                row(h("項"), c(items[1]), vertical("財源内訳", rs=3), *f[0], *f[1]),
                row(h("目"), c(items[2]), *f[2], *f[3]),
                row(h("事業"), c(items[3]), *f[4], c("", cs=2)),
                row(
                    h("総合計画<br>体　系"), h("基本目標"), c(plan[0], cs=2), h("基本政策"), c(plan[1], cs=2)
                ),
            ],
            [11, 23, 5, 15, 15, 16, 15],
        )
        tail = table(
            [row(*[c(t, "m") for t in line]) for line in small],
            [30, 40, 30],
            style="width:75%;margin:2mm auto",
        )
        body += (
            '<div class="page"><table class="t"><tr><td style="width:26mm">事業番号　' + number + "</td>"
            f"<td>事業名　<b>{name}</b></td><td style='width:46mm'>担当課　{office}</td></tr></table>"
            + slip
            + f"<h3>１　目的</h3><p>{aim}</p><h3>２　令和４年度までの経過又は課題</h3><p>{past}</p>"
            + f"<h3>３　目標又は改善策</h3><p>{goal}</p><h3>４　目標又は改善策に対する取組内容</h3><p>{did}</p>"
            + f"<h3>５　成果及び評価</h3><p>{done}</p>"
            + tail
            + "</div>"
        )
    css = (
        "h3{font-size:10.5pt;margin:4mm 0 1mm} p{margin:0 0 0 4mm;line-height:1.6} .t td{border:none;padding:2mm 0} .t{margin-bottom:1mm}"
        " td,th{height:8mm} th{background:#eee} @page{@bottom-center{content:'－ ' counter(page,decimal) ' －';font-size:9pt}"
        "@top-right{content:'令和５年度　浅葱町主要施策の成果報告書';font-size:8pt}}"
    )
    return Document(page(body, font=MINCHO, pt=10, css=css, margin="18mm 17mm 16mm"), truth)


def item_pairs() -> Document:
    """縹市: 歳出款別: this year, last year and their difference as rows of one 款, 円; 執行率, 構成比."""
    truth = Truth("縹市", "令和５年度 縹市一般会計決算の概要 歳出款別決算の状況")
    truth.notes += [
        "予算現額 = current_budget, 支出済額 = settlement, in yen. 翌年度繰越額 and 不用額 are no amounts.",
        "The 増減 row gives the change of 支出済額 (change_yen); the difference of 予算現額 is not kept. 前年度比 is this / last.",
        "Number of the 款 has its own column. 歳出合計 is a total.",
    ]
    #  款, 予算現額 R5, 支出 R5, 繰越 R5, 予算現額 R4, 支出 R4, 繰越 R4
    data = [
        ("議会費", 214_306_000, 209_884_117, 0, 216_120_000, 211_402_996, 0),
        ("総務費", 4_180_562_400, 3_902_117_568, 104_610_000, 3_745_009_000, 3_588_240_371, 22_562_400),
        ("民生費", 10_964_230_000, 10_581_906_742, 88_432_000, 11_302_775_000, 10_916_530_408, 61_230_000),
        ("衛生費", 2_246_881_000, 2_087_345_190, 0, 2_690_114_000, 2_433_071_865, 48_881_000),
        ("労働費", 41_200_000, 40_317_400, 0, 38_960_000, 38_102_155, 0),
        ("農林水産業費", 688_414_500, 601_220_937, 63_900_000, 640_228_000, 574_816_022, 31_414_500),
        ("商工費", 902_375_000, 866_540_283, 0, 1_215_640_000, 1_180_227_946, 12_375_000),
        ("土木費", 3_019_876_200, 2_466_701_554, 471_800_000, 2_744_330_000, 2_318_905_610, 319_876_200),
        ("消防費", 1_004_912_000, 996_073_835, 0, 968_450_000, 961_388_204, 0),
        ("教育費", 3_655_190_000, 3_240_668_071, 318_250_000, 2_980_077_000, 2_817_442_369, 95_190_000),
        ("災害復旧費", 96_340_800, 58_114_600, 30_200_000, 41_900_000, 5_559_200, 36_340_800),
        ("公債費", 2_517_443_000, 2_516_980_264, 0, 2_588_301_000, 2_587_915_733, 0),
    ]
    sums = [sum(d[i] for d in data) for i in range(1, 7)]
    head = [
        row(
            h("款　　　　別", cs=2),
            h("区　分"),
            h("予 算 現 額<br>Ａ"),
            h("支 出 済 額<br>Ｂ"),
            h("翌年度繰越額<br>Ｃ"),
            h("不　用　額<br>Ａ－Ｂ－Ｃ"),
            h("執行率<br>Ｂ／Ａ"),
            h("構成比"),
            h("前年度比"),
        )
    ]
    rows = []

    def block(number: str, name: str, this: tuple, last: tuple, *, total: bool = False) -> None:
        change = this[1] - last[1]
        project = truth.project(name, change_yen=change, ratio=rate(this[1], last[1]), total=total)
        for year, figures in ((2023, this), (2022, last)):
            project.add(year, "current_budget", "", figures[0], yen(figures[0]), 1)
            project.add(year, "settlement", "", figures[1], yen(figures[1]), 1)
        lead = (
            [h(name, rs=3, cs=2)]
            if total
            else [
                c(number, "m", rs=3),
                c(f'<div class="j">{"".join(f"<span>{x}</span>" for x in name)}</div>', rs=3),
            ]
        )
        for i, (label, fig, whole) in enumerate((("５年度", this, sums[1]), ("４年度", last, sums[4]))):
            a, b, k = fig
            cells = [
                c(label, "m"),
                *[c(yen(x), "n") for x in (a, b, k, a - b - k)],
                c(rate(b, a), "n"),
                c(rate(b, whole), "n"),
                c(f"{float(rate(this[1], last[1])):,.1f}" if i == 0 else "", "n"),
            ]
            rows.append(row(*(lead if i == 0 else []), *cells))
        rest = [this[i] - last[i] for i in range(3)]
        rows.append(
            row(
                c("増　減", "m"),
                *[c(yen(x), "n") for x in (*rest, rest[0] - rest[1] - rest[2])],
                *[c("―", "m") for _ in range(3)],
                kind="d",
            )
        )

    for k, d in enumerate(data, 1):
        block(str(k), d[0], d[1:4], d[4:7])
    block("", "歳　出　合　計", tuple(sums[:3]), tuple(sums[3:]), total=True)
    truth.totals[-1]["name"] = "歳出合計"
    body = (
        "<h2>⑵　歳出</h2><p class='x'>　歳出決算額は"
        + yen(sums[1])
        + "円で、予算現額に対する執行率は"
        + rate(sums[1], sums[0])
        + "％である。前年度に比べ"
        + yen(abs(sums[1] - sums[4]))
        + "円の"
        + ("増" if sums[1] > sums[4] else "減")
        + "となった。</p><h3>歳出款別決算の状況</h3><p class='unit'>（単位：円・％）</p>"
        + table(rows, [3, 12, 7, 13.5, 13.5, 12, 12.5, 7, 7, 7.5], head=head)
        + "<p class='note'>（注）構成比は小数点第２位を四捨五入しているため、合計が100にならないことがある。</p>"
    )
    css = (
        "h2{font-size:11pt} h3{text-align:center;font-size:10pt} .x{line-height:1.7;margin:0} td,th{padding:.5mm .8mm} .d td{border-bottom:1.2pt solid #000}"
        " .j{display:flex;justify-content:space-between} td{border-top:.3pt dotted #555} th{background:#f0f0f0}"
        " @page{@bottom-center{content:counter(page);font-size:9pt}}"
    )
    return Document(page(body, font=IPAEX, pt=7.5, css=css, margin="14mm 12mm"), truth)


def administration_report() -> Document:
    """露草町: 行政報告書: meetings of the assembly, ordinances, counter services: neither indicators nor money."""
    truth = Truth("露草町", "令和５年度 露草町行政報告書 第１章 議会及び庶務")
    truth.notes.append("Negative control: statistics of what was done, without targets and without projects.")
    meetings = [
        ("第２回定例会", "６月６日", "６月15日", "10", "14", "12", "2", "0", "31"),
        ("第１回臨時会", "７月21日", "７月21日", "1", "2", "2", "0", "0", "4"),
        ("第３回定例会", "９月５日", "９月22日", "18", "21", "18", "3", "0", "57"),
        ("第４回定例会", "12月５日", "12月14日", "10", "16", "15", "1", "0", "28"),
        ("第１回定例会", "３月５日", "３月21日", "17", "34", "34", "0", "0", "64"),
    ]
    head = [
        row(h("会　議", rs=2), h("会　期", cs=3), h("付　議　件　数", cs=4), h("傍聴者<br>（人）", rs=2)),
        row(h("開会"), h("閉会"), h("日数"), h("計"), h("可決"), h("認定"), h("否決")),
    ]
    counters = [
        ("住民票の写し", "6,204", "1,861,200", "1,377", "275,400"),
        ("印鑑登録証明書", "4,118", "1,235,400", "902", "180,400"),
        ("戸籍謄抄本", "2,966", "1,334,700", "214", "74,900"),
        ("所得・課税証明書", "1,540", "462,000", "308", "61,600"),
        ("身分証明書", "205", "61,500", "－", "－"),
    ]
    body = (
        "<h2>第１節　議会</h2><h3>１　会議の開催状況</h3>"
        + table(
            [row(c(m[0]), *[c(x, "m") for x in m[1:]]) for m in meetings],
            [20, 11, 11, 8, 9, 9, 9, 9, 14],
            head=head,
        )
        + "<h3>２　常任委員会の開催日数</h3>"
        + table(
            [
                row(h("委員会"), h("６月"), h("９月"), h("12月"), h("３月"), h("閉会中"), h("計")),
                row(c("総務産業常任委員会"), *[c(x, "m") for x in ("2", "3", "2", "4", "3", "14")]),
                row(c("文教厚生常任委員会"), *[c(x, "m") for x in ("2", "3", "2", "4", "2", "13")]),
                row(c("予算決算常任委員会"), *[c(x, "m") for x in ("1", "6", "1", "5", "0", "13")]),
            ],
            [34, 11, 11, 11, 11, 11, 11],
        )
        + "<h2>第２節　庶務</h2><h3>１　条例等の制定、改廃の状況</h3>"
        + table(
            [
                row(h("区分"), h("制定"), h("一部改正"), h("全部改正"), h("廃止"), h("計")),
                row(c("条例", "m"), *[c(x, "m") for x in ("3", "19", "0", "1", "23")]),
                row(c("規則", "m"), *[c(x, "m") for x in ("5", "24", "1", "2", "32")]),
                row(c("要綱・告示", "m"), *[c(x, "m") for x in ("17", "41", "0", "6", "64")]),
            ],
            [25, 15, 15, 15, 15, 15],
        )
        + "<h3>２　証明書の交付状況</h3>"
        + table(
            [
                row(h("種　別", rs=2), h("窓口交付", cs=2), h("コンビニ交付", cs=2)),
                row(h("通数（通）"), h("手数料（円）"), h("通数（通）"), h("手数料（円）")),
                *[row(c(x[0]), *[c(v, "n") for v in x[1:]]) for x in counters],
            ],
            [32, 17, 17, 17, 17],
        )
        + "<p class='note'>※コンビニ交付は令和５年６月１日から開始した。</p>"
    )
    css = "h2{font-size:11.5pt} h3{font-size:10pt;margin-left:3mm} @page{@bottom-center{content:'- ' counter(page) ' -';font-size:9pt}}"
    return Document(page(body, font=TAKAO, pt=9, css=css, margin="16mm"), truth)


DOCUMENTS = {
    "b8_results_item_slips": item_slips,
    "b8_settlement_item_pairs": item_pairs,
    "b8_neg_administration": administration_report,
}
