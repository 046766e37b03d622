"""主要な施策の成果 and other papers of a settlement."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, MINCHO, Document, c, h, page, rate, row, table, yen
from truthfile import Truth

FUNDS = ("国庫支出金", "県支出金", "地方債", "その他", "一般財源")


def execution_rate() -> Document:
    """試作市: list over two pages; 予算現額 決算額 執行率 翌年度繰越額 不用額 and 財源内訳; departments merged."""
    truth = Truth("試作市", "令和５年度 試作市一般会計 主要な施策の成果に関する説明書")
    #  department, [(name, 予算現額, 翌年度繰越額, 決算額, 国, 県, 債, その他, what was done)]
    content: list[tuple[str, list[tuple[str, int, int, int, int, int, int, int, str]]]] = [
        (
            "総務部<br>総務課",
            [
                ("庁舎維持管理事業", 148_320, 0, 141_907, 0, 0, 0, 3_412, "庁舎設備の保守、清掃、警備の委託"),
                ("防災行政無線整備事業", 86_400, 12_650, 72_118, 0, 0, 68_500, 0, "屋外拡声子局14基の更新"),
            ],
        ),
        (
            "総務部<br>情報政策課",
            [
                (
                    "自治体情報システム標準化事業",
                    97_750,
                    31_900,
                    63_822,
                    63_822,
                    0,
                    0,
                    0,
                    "20業務のシステムの移行準備",
                ),
                (
                    "マイナンバーカード交付事業",
                    42_180,
                    0,
                    37_455,
                    35_204,
                    0,
                    0,
                    0,
                    "交付枚数6,218枚、交付率81.4％",
                ),
            ],
        ),
        (
            "企画部<br>企画課",
            [
                ("ふるさと応援寄附推進事業", 310_500, 0, 305_774, 0, 0, 0, 305_774, "寄附件数21,640件"),
                ("地域公共交通確保対策事業", 68_930, 0, 66_241, 4_860, 9_120, 0, 0, "幹線バス4路線への補助"),
                ("婚活支援事業", 2_400, 0, 1_286, 0, 643, 0, 0, "イベント3回、参加者114人"),
            ],
        ),
        (
            "市民部<br>環境課",
            [
                (
                    "脱炭素先行地域づくり事業",
                    254_000,
                    87_300,
                    158_642,
                    105_700,
                    0,
                    45_600,
                    0,
                    "公共施設5か所に太陽光発電設備",
                ),
                ("ごみ収集運搬事業", 221_760, 0, 221_103, 0, 0, 0, 48_915, "収集量18,204ｔ"),
                ("合併処理浄化槽設置補助事業", 23_904, 0, 18_260, 6_086, 6_086, 0, 0, "補助基数44基"),
            ],
        ),
        (
            "福祉部<br>福祉課",
            [
                (
                    "障害福祉サービス給付事業",
                    1_480_200,
                    0,
                    1_462_917,
                    731_458,
                    365_729,
                    0,
                    0,
                    "利用者延べ10,433人",
                ),
                ("生活困窮者自立支援事業", 26_810, 0, 24_377, 17_902, 0, 0, 0, "新規相談312件"),
                (
                    "物価高騰対策給付金事業",
                    512_400,
                    43_100,
                    461_550,
                    461_550,
                    0,
                    0,
                    0,
                    "１世帯7万円を6,480世帯に給付",
                ),
            ],
        ),
        (
            "福祉部<br>子育て支援課",
            [
                ("児童手当給付事業", 702_340, 0, 688_215, 478_930, 104_642, 0, 0, "延べ64,118人"),
                ("私立保育所等整備補助事業", 187_500, 0, 187_500, 125_000, 0, 56_200, 0, "保育所1園の改築"),
                ("出産・子育て応援事業", 38_600, 0, 33_150, 22_100, 5_525, 0, 0, "給付663件"),
            ],
        ),
        (
            "産業部<br>農林課",
            [
                ("新規就農者育成総合対策事業", 21_000, 0, 18_750, 0, 18_750, 0, 0, "就農者11人"),
                ("森林環境譲与税活用事業", 44_210, 6_120, 37_004, 0, 0, 0, 37_004, "間伐62ha、林道改良2路線"),
                ("ため池防災対策事業", 76_300, 22_400, 51_870, 0, 46_683, 4_600, 0, "ため池廃止工事2か所"),
            ],
        ),
        (
            "建設部<br>建設課",
            [
                ("橋りょう長寿命化事業", 198_000, 54_500, 139_216, 76_568, 0, 56_300, 0, "修繕7橋、点検64橋"),
                ("市道新設改良事業", 265_800, 98_640, 163_029, 71_400, 0, 82_400, 0, "改良延長1,284ｍ"),
            ],
        ),
        (
            "教育委員会<br>教育総務課",
            [
                (
                    "小学校体育館空調整備事業",
                    324_600,
                    0,
                    318_736,
                    98_120,
                    0,
                    198_500,
                    0,
                    "5校の体育館に空調を設置",
                ),
                ("学校給食費無償化事業", 186_240, 0, 179_805, 0, 0, 0, 120_000, "小中学校14校"),
            ],
        ),
    ]
    head = [
        row(
            h("担当課", rs=2),
            h("事　業　名", rs=2),
            h("予算現額", rs=2),
            h("決算額", rs=2),
            h("執行率<br>（％）", rs=2),
            h("決 算 額 の 財 源 内 訳", cs=5),
            h("翌年度<br>繰越額", rs=2),
            h("不用額", rs=2),
            h("事　業　の　成　果", rs=2),
        ),
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
            rows.append(
                row(
                    *start,
                    c(name),
                    c(yen(budget), "n"),
                    c(yen(spent), "n"),
                    c(rate(spent, budget), "n"),
                    *[c(yen(a or None), "n") for a in funds],
                    c(yen(carried or None), "n"),
                    c(yen(unused), "n"),
                    c(text, "s"),
                )
            )
    total = truth.project("合計", total=True)
    total.add(2023, "current_budget", "", sums[0], yen(sums[0]))
    total.add(2023, "settlement", "", sums[1], yen(sums[1]))
    rows.append(
        row(
            c("合　　計", "m", cs=2),
            c(yen(sums[0]), "n"),
            c(yen(sums[1]), "n"),
            c(rate(sums[1], sums[0]), "n"),
            *[c(yen(s), "n") for s in sums[2:]],
            c(),
        )
    )
    body = (
        "<h1>令和５年度　主要な施策の成果</h1><p class=unit>（一般会計）　　　　　　　　　　（単位：千円）</p>"
        + table(rows, [8, 14.5, 7.6, 7.6, 4.8, 7.4, 6.6, 6.2, 6.2, 7, 6, 6, 12.1], head=head)
    )
    css = (
        "h1{font-size:14pt} th{background:#eaf1dd} .s{font-size:7.5pt} td{height:8.6mm}"
        " @page{@bottom-center{content:counter(page);font-size:9pt}}"
    )
    truth.notes.append("執行率, 翌年度繰越額 and 不用額 are no amounts. Blank fund cells (0) are no amounts.")
    return Document(page(body, size="A4 landscape", font=GOTHIC, pt=8.5, css=css, margin="12mm"), truth)


def result_blocks() -> Document:
    """見立野市: one block a project, headed by 款項目 and name, a one-row money table in yen, then text."""
    truth = Truth("見立野市", "令和４年度決算に係る主要な施策の成果報告書")
    content = [
        (
            "３款 民生費　２項 児童福祉費　１目 児童福祉総務費",
            "子ども食堂運営支援事業",
            "こども支援課",
            1_800_000,
            1_654_230,
            [827_000, 413_000, 0, 0],
            "運営団体11団体に補助し、延べ14,206食が提供された。",
        ),
        (
            "４款 衛生費　１項 保健衛生費　２目 予防費",
            "新型コロナウイルスワクチン接種事業",
            "健康増進課",
            268_410_000,
            231_977_845,
            [231_977_845, 0, 0, 0],
            "オミクロン株対応ワクチンの接種を行い、接種者は延べ48,117人であった。",
        ),
        (
            "７款 商工費　１項 商工費　２目 商工業振興費",
            "プレミアム付デジタル商品券事業",
            "商工振興課",
            154_000_000,
            149_803_612,
            [120_000_000, 0, 0, 22_480_000],
            "発行総額６億円、購入者は13,870人、取扱店舗は642店であった。",
        ),
        (
            "８款 土木費　４項 都市計画費　３目 公園費",
            "防災公園整備事業",
            "公園緑地課",
            412_500_000,
            398_200_000,
            [199_100_000, 0, 149_300_000, 0],
            "用地の造成と耐震性貯水槽の設置を終えた。",
        ),
        (
            "10款 教育費　５項 社会教育費　４目 図書館費",
            "電子図書館導入事業",
            "中央図書館",
            9_240_000,
            9_075_000,
            [0, 0, 0, 4_537_500],
            "電子書籍6,120点をそろえ、貸出は延べ18,334回となった。",
        ),
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
    truth.notes.append(
        "Department in 〔 〕 behind the name, ■ is no part of it. Amounts in yen; a printed 0 is 0."
    )
    return Document(page(body, font=MINCHO, pt=10, css=css, margin="18mm 16mm"), truth)


DOCUMENTS = {
    "results_execution_rate": execution_rate,
    "results_blocks": result_blocks,
}
