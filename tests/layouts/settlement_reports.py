"""主要な施策の成果 and other papers of a settlement."""

from __future__ import annotations

from markup import GOTHIC, MINCHO, NOTO, TAKAO, Document, c, h, page, rate, row, table, yen
from truthfile import Truth

FUNDS = ("国庫支出金", "県支出金", "地方債", "その他", "一般財源")


def execution_rate() -> Document:
    """試作市: list over two pages; 予算現額 決算額 執行率 翌年度繰越額 不用額 and 財源内訳; departments merged."""
    truth = Truth("試作市", "令和５年度 試作市一般会計 主要な施策の成果に関する説明書")
    #  department, [(name, 予算現額, 翌年度繰越額, 決算額, 国, 県, 債, その他, what was done)]
    content: list[tuple[str, list[tuple[str, int, int, int, int, int, int, int, str]]]] = [
        ("総務部<br>総務課", [
            ("庁舎維持管理事業", 148_320, 0, 141_907, 0, 0, 0, 3_412, "庁舎設備の保守、清掃、警備の委託"),
            ("防災行政無線整備事業", 86_400, 12_650, 72_118, 0, 0, 68_500, 0, "屋外拡声子局14基の更新"),
        ]),
        ("総務部<br>情報政策課", [
            ("自治体情報システム標準化事業", 97_750, 31_900, 63_822, 63_822, 0, 0, 0, "20業務のシステムの移行準備"),
            ("マイナンバーカード交付事業", 42_180, 0, 37_455, 35_204, 0, 0, 0, "交付枚数6,218枚、交付率81.4％"),
        ]),
        ("企画部<br>企画課", [
            ("ふるさと応援寄附推進事業", 310_500, 0, 305_774, 0, 0, 0, 305_774, "寄附件数21,640件"),
            ("地域公共交通確保対策事業", 68_930, 0, 66_241, 4_860, 9_120, 0, 0, "幹線バス4路線への補助"),
            ("婚活支援事業", 2_400, 0, 1_286, 0, 643, 0, 0, "イベント3回、参加者114人"),
        ]),
        ("市民部<br>環境課", [
            ("脱炭素先行地域づくり事業", 254_000, 87_300, 158_642, 105_700, 0, 45_600, 0, "公共施設5か所に太陽光発電設備"),
            ("ごみ収集運搬事業", 221_760, 0, 221_103, 0, 0, 0, 48_915, "収集量18,204ｔ"),
            ("合併処理浄化槽設置補助事業", 23_904, 0, 18_260, 6_086, 6_086, 0, 0, "補助基数44基"),
        ]),
        ("福祉部<br>福祉課", [
            ("障害福祉サービス給付事業", 1_480_200, 0, 1_462_917, 731_458, 365_729, 0, 0, "利用者延べ10,433人"),
            ("生活困窮者自立支援事業", 26_810, 0, 24_377, 17_902, 0, 0, 0, "新規相談312件"),
            ("物価高騰対策給付金事業", 512_400, 43_100, 461_550, 461_550, 0, 0, 0, "１世帯7万円を6,480世帯に給付"),
        ]),
        ("福祉部<br>子育て支援課", [
            ("児童手当給付事業", 702_340, 0, 688_215, 478_930, 104_642, 0, 0, "延べ64,118人"),
            ("私立保育所等整備補助事業", 187_500, 0, 187_500, 125_000, 0, 56_200, 0, "保育所1園の改築"),
            ("出産・子育て応援事業", 38_600, 0, 33_150, 22_100, 5_525, 0, 0, "給付663件"),
        ]),
        ("産業部<br>農林課", [
            ("新規就農者育成総合対策事業", 21_000, 0, 18_750, 0, 18_750, 0, 0, "就農者11人"),
            ("森林環境譲与税活用事業", 44_210, 6_120, 37_004, 0, 0, 0, 37_004, "間伐62ha、林道改良2路線"),
            ("ため池防災対策事業", 76_300, 22_400, 51_870, 0, 46_683, 4_600, 0, "ため池廃止工事2か所"),
        ]),
        ("建設部<br>建設課", [
            ("橋りょう長寿命化事業", 198_000, 54_500, 139_216, 76_568, 0, 56_300, 0, "修繕7橋、点検64橋"),
            ("市道新設改良事業", 265_800, 98_640, 163_029, 71_400, 0, 82_400, 0, "改良延長1,284ｍ"),
        ]),
        ("教育委員会<br>教育総務課", [
            ("小学校体育館空調整備事業", 324_600, 0, 318_736, 98_120, 0, 198_500, 0, "5校の体育館に空調を設置"),
            ("学校給食費無償化事業", 186_240, 0, 179_805, 0, 0, 0, 120_000, "小中学校14校"),
        ]),
    ]
    head = [
        row(h("担当課", rs=2), h("事　業　名", rs=2), h("予算現額", rs=2), h("決算額", rs=2), h("執行率<br>（％）", rs=2),
            h("決 算 額 の 財 源 内 訳", cs=5), h("翌年度<br>繰越額", rs=2), h("不用額", rs=2), h("事　業　の　成　果", rs=2)),
        row(*[h(f) for f in ("国庫支出金", "県支出金", "地方債", "その他", "一般財源")]),
    ]
    rows = []
    sums = [0] * 9
    for department, projects in content:
        office = department.replace("<br>", "")
        for number, (name, budget, carried, spent, *special, text) in enumerate(projects):
            funds = [*[int(s) for s in special], spent - sum(int(s) for s in special)]
            project = truth.project(name, [office])
            project.add(2023, "current_budget", "", budget, yen(budget))
            project.add(2023, "settlement", "", spent, yen(spent))
            for label, amount in zip(FUNDS, funds, strict=True):
                project.add(2023, "settlement", label, amount or None, yen(amount))
            unused = budget - carried - spent
            sums = [a + b for a, b in zip(sums, [budget, spent, *funds, carried, unused], strict=True)]
            start = [c(department, "m", rs=len(projects))] if number == 0 else []
            rows.append(row(*start, c(name), c(yen(budget), "n"), c(yen(spent), "n"), c(rate(spent, budget), "n"),
                            *[c(yen(a or None), "n") for a in funds], c(yen(carried or None), "n"), c(yen(unused), "n"),
                            c(text, "s")))
    total = truth.project("合計", total=True)
    total.add(2023, "current_budget", "", sums[0], yen(sums[0]))
    total.add(2023, "settlement", "", sums[1], yen(sums[1]))
    rows.append(row(c("合　　計", "m", cs=2), c(yen(sums[0]), "n"), c(yen(sums[1]), "n"), c(rate(sums[1], sums[0]), "n"),
                    *[c(yen(s), "n") for s in sums[2:]], c()))
    body = ("<h1>令和５年度　主要な施策の成果</h1><p class=unit>（一般会計）　　　　　　　　　　（単位：千円）</p>"
            + table(rows, [8, 14.5, 7.6, 7.6, 4.8, 7.4, 6.6, 6.2, 6.2, 7, 6, 6, 12.1], head=head))
    css = ("h1{font-size:14pt} th{background:#eaf1dd} .s{font-size:7.5pt} td{height:8.6mm}"
           " @page{@bottom-center{content:counter(page);font-size:9pt}}")
    truth.notes.append("執行率, 翌年度繰越額 and 不用額 are no amounts. Blank fund cells (0) are no amounts.")
    return Document(page(body, size="A4 landscape", font=GOTHIC, pt=8.5, css=css, margin="12mm"), truth)


def result_blocks() -> Document:
    """見立野市: one block a project, headed by 款項目 and name, a one-row money table in yen, then text."""
    truth = Truth("見立野市", "令和４年度決算に係る主要な施策の成果報告書")
    content = [
        ("３款 民生費　２項 児童福祉費　１目 児童福祉総務費", "子ども食堂運営支援事業", "こども支援課",
         1_800_000, 1_654_230, [827_000, 413_000, 0, 0], "運営団体11団体に補助し、延べ14,206食が提供された。"),
        ("４款 衛生費　１項 保健衛生費　２目 予防費", "新型コロナウイルスワクチン接種事業", "健康増進課",
         268_410_000, 231_977_845, [231_977_845, 0, 0, 0], "オミクロン株対応ワクチンの接種を行い、接種者は延べ48,117人であった。"),
        ("７款 商工費　１項 商工費　２目 商工業振興費", "プレミアム付デジタル商品券事業", "商工振興課",
         154_000_000, 149_803_612, [120_000_000, 0, 0, 22_480_000], "発行総額６億円、購入者は13,870人、取扱店舗は642店であった。"),
        ("８款 土木費　４項 都市計画費　３目 公園費", "防災公園整備事業", "公園緑地課",
         412_500_000, 398_200_000, [199_100_000, 0, 149_300_000, 0], "用地の造成と耐震性貯水槽の設置を終えた。"),
        ("10款 教育費　５項 社会教育費　４目 図書館費", "電子図書館導入事業", "中央図書館",
         9_240_000, 9_075_000, [0, 0, 0, 4_537_500], "電子書籍6,120点をそろえ、貸出は延べ18,334回となった。"),
    ]
    body = "<h1>令和４年度決算に係る主要な施策の成果</h1>"
    for heading, name, office, budget, spent, special, text in content:
        funds = [*special, spent - sum(special)]
        project = truth.project(name, [office])
        project.add(2022, "current_budget", "", budget, yen(budget), 1)
        project.add(2022, "settlement", "", spent, yen(spent), 1)
        for label, amount in zip(FUNDS, funds, strict=True):
            project.add(2022, "settlement", label, amount, yen(amount), 1)
        body += (
            f'<div class="b"><p class="k">{heading}</p><p class="t">■ {name}<span>〔{office}〕</span></p><p class="unit">（単位：円）</p>'
            + table(
                [
                    row(h("予算現額", rs=2), h("決算額", rs=2), h("財　源　内　訳", cs=5)),
                    row(*[h(f) for f in FUNDS]),
                    row(c(yen(budget), "n"), c(yen(spent), "n"), *[c(yen(a), "n") for a in funds]),
                ],
                [15, 15, 14, 14, 14, 14, 14],
            )
            + f'<p class="x">（成果）<br>　{text}</p></div>'
        )
    css = (
        "h1{font-size:14pt} .b{break-inside:avoid;margin-bottom:9mm} .k{margin:0;font-size:9pt} .t{margin:1mm 0;font-size:11.5pt;font-weight:bold}"
        " .t span{font-weight:normal;font-size:9.5pt;margin-left:6mm} .x{margin:1.5mm 0} td{height:8mm}"
        " @page{@bottom-center{content:'－' counter(page) '－';font-size:9pt}}"
    )
    truth.notes.append("Department in 〔 〕 behind the name, ■ is no part of it. Amounts in yen; a printed 0 is 0.")
    return Document(page(body, font=MINCHO, pt=10, css=css, margin="18mm 16mm"), truth)


def expenditure_by_item() -> Document:
    """模型市: 歳出 by 款, last year first, 構成比 and 増減率, open outer sides; then 性質別 in the same form."""
    truth = Truth("模型市", "令和６年度決算の概要 一般会計歳出の状況")
    by_purpose = [("議会費", 262_114, 255_908), ("総務費", 4_310_552, 4_876_120), ("民生費", 14_872_306, 15_403_771),
                  ("衛生費", 3_640_118, 3_112_450), ("労働費", 41_207, 39_880), ("農林水産業費", 1_105_336, 1_240_915),
                  ("商工費", 986_402, 874_233), ("土木費", 4_203_775, 4_519_608), ("消防費", 1_512_940, 1_588_314),
                  ("教育費", 4_766_281, 5_231_097), ("災害復旧費", 0, 187_540), ("公債費", 3_985_420, 3_871_266)]
    by_nature = [("人件費", 6_214_330, 6_540_871), ("扶助費", 9_815_402, 10_230_664), ("公債費", 3_985_420, 3_871_266),
                 ("物件費", 5_402_117, 5_688_930), ("維持補修費", 412_306, 398_552), ("補助費等", 5_118_764, 5_244_013),
                 ("繰出金", 3_640_218, 3_702_554), ("積立金", 1_240_667, 1_015_300)]
    last_sum, this_sum = sum(x[1] for x in by_purpose), sum(x[2] for x in by_purpose)
    by_nature.append(("普通建設事業費等", last_sum - sum(x[1] for x in by_nature), this_sum - sum(x[2] for x in by_nature)))
    body = "<h1>一般会計　歳出の状況</h1>"
    for title, first, items in (("（１）目的別歳出", "款", by_purpose), ("（２）性質別歳出", "区　分", by_nature)):
        rows = []
        for name, last, this in [*items, ("合　　計", last_sum, this_sum)]:
            whole = name == "合　　計"
            growth = rate(this - last, last, minus="▲") if last else "皆増"
            project = truth.project(
                "合計" if whole else name, change_yen=(this - last) * 1000,
                ratio=growth.replace("▲", "-") if last else None, total=whole, group=title[3:],
            )
            project.add(2023, "settlement", "", last, yen(last))
            project.add(2024, "settlement", "", this, yen(this))
            share = [rate(last, last_sum), rate(this, this_sum)]
            rows.append(row(c(name, "nb d"), c(yen(last), "n"), c(share[0], "n"), c(yen(this), "n"), c(share[1], "n"),
                            c(yen(this - last, minus="▲"), "n"), c(growth, "n nr"), kind="tot" if whole else ""))
        head = [
            row(h(first, "nb", rs=2), h("令和５年度", cs=2), h("令和６年度", cs=2), h("増減額", rs=2), h("増減率", "nr", rs=2)),
            row(h("決算額"), h("構成比"), h("決算額"), h("構成比")),
        ]
        body += f"<h2>{title}</h2><p class=unit>（単位：千円、％）</p>" + table([*head, *rows], [22, 16, 9, 16, 9, 16, 12])
    body += '<p class="note">※構成比は表示単位未満を四捨五入しているため、合計と一致しないことがある。</p>'
    css = (
        "h1{font-size:15pt;text-align:left} h2{font-size:11pt} table{border-top:1.4pt solid #000;border-bottom:1.4pt solid #000}"
        " .tot td{border-top:1.2pt solid #000} td.d{text-align-last:justify;padding:0 5mm}"
    )
    truth.notes.append("増減率 in percent; 皆増 is no ratio. 構成比 is not in the truth. 公債費 stands in both tables.")
    return Document(page(body, font=NOTO, pt=9.5, css=css, margin="15mm"), truth)


def carryover_statement() -> Document:
    """写し町: 繰越明許費繰越計算書, 款 項 事業名 金額 翌年度繰越額 and its funds, in yen."""
    truth = Truth("写し町", "令和５年度 写し町一般会計繰越明許費繰越計算書")
    content = [
        ("２ 総務費", "１ 総務管理費", "庁内ネットワーク更新事業", 38_500_000, 38_500_000, [0, 0, 0]),
        ("３ 民生費", "１ 社会福祉費", "低所得世帯支援給付金事業", 64_200_000, 21_780_000, [21_780_000, 0, 0]),
        ("６ 農林水産業費", "１ 農業費", "県営ほ場整備負担金", 12_000_000, 12_000_000, [0, 10_800_000, 0]),
        ("８ 土木費", "２ 道路橋りょう費", "町道本郷線改良事業", 85_300_000, 46_120_000, [25_366_000, 18_600_000, 0]),
        ("８ 土木費", "２ 道路橋りょう費", "橋りょう補修事業", 42_000_000, 27_905_000, [15_347_000, 11_300_000, 0]),
        ("10 教育費", "２ 小学校費", "小学校照明ＬＥＤ化事業", 57_640_000, 57_640_000, [0, 43_200_000, 5_000_000]),
    ]
    rows = []
    spans = {"８ 土木費": 2}
    seen: set[str] = set()
    for chapter, section, name, amount, carried, (state, bond, other) in content:
        project = truth.project(name)
        project.add(2023, "unspecified", "", amount, yen(amount), 1)
        start = [] if chapter in seen else [c(chapter, rs=spans.get(chapter, 1)), c(section, rs=spans.get(chapter, 1))]
        seen.add(chapter)
        cells = [state, bond, other, carried - state - bond - other]
        rows.append(row(*start, c(name), c(yen(amount), "n"), c(yen(carried), "n"), c("0", "n"), *[c(yen(x), "n") for x in cells]))
    amounts = [sum(x[3] for x in content), sum(x[4] for x in content), 0, *[sum(x[5][i] for x in content) for i in range(3)]]
    amounts.append(amounts[1] - sum(amounts[3:]))
    truth.project("計", total=True).add(2023, "unspecified", "", amounts[0], yen(amounts[0]), 1)
    rows.append(row(c("計", "m", cs=3), *[c(yen(a), "n") for a in amounts]))
    head = [
        row(h("款", rs=3), h("項", rs=3), h("事　業　名", rs=3), h("金　額", rs=3), h("翌年度<br>繰越額", rs=3), h("左の財源内訳", cs=5)),
        row(h("既収入<br>特定財源", rs=2), h("未収入特定財源", cs=3), h("一般財源", rs=2)),
        row(h("国県支出金"), h("地方債"), h("その他")),
    ]
    body = ("<h1>令和５年度　写し町一般会計繰越明許費繰越計算書</h1><p class=unit>（単位：円）</p>"
            + table([*head, *rows], [10, 11, 16, 10, 10, 7, 10, 9.5, 7.5, 9])
            + "<p>　地方自治法施行令第146条第２項の規定により報告する。</p><p style='margin-left:20mm'>令和６年６月４日</p>")
    css = "h1{font-size:14pt;margin:8mm 0 5mm} td{height:11mm}"
    truth.notes.append("金額 has no word of kind: unspecified. 翌年度繰越額 and its 財源内訳 (already or not yet received) are no amounts.")
    return Document(page(body, size="A4 landscape", font=TAKAO, pt=9.5, css=css, margin="15mm"), truth)


DOCUMENTS = {
    "results_execution_rate": execution_rate,
    "results_blocks": result_blocks,
    "settlement_by_item": expenditure_by_item,
    "carryover_statement": carryover_statement,
}
