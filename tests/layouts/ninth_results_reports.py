"""Ninth batch: results of main measures with money beside text, and an outline of a settlement over three years."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, IPAEX, Document, c, h, page, rate, row, table, vertical, yen
from truthfile import Truth

FUNDS = ("国庫支出金", "県支出金", "市債", "その他", "一般財源")
# item, name, office, plan, (budget, last budget), this settlement, last settlement, this funds, last funds, aim, work, effect, task, kpis
REPORTS = [
    ("2款 総務費　1項 総務管理費　7目 企画費", "地域公共交通確保維持事業", "都市計画課", "４－２　公共交通の充実",
     (71_240, 68_905), (69_884, 67_312), ((6_120, 3_450, 0, 2_816, 57_498), (5_980, 3_450, 0, 2_644, 55_238)),
     "市民の通勤、通学、通院などの移動手段を確保する。", ["・コミュニティバス（４路線）の運行", "・デマンド型乗合タクシーの実証運行（北部地区、11月～２月）", "・バス停上屋の設置（２か所）"],
     "実証運行の登録者は612人、延べ利用者は2,208人であった。利用者の７割が75歳以上で、通院の利用が最も多い。", "運転手の不足により路線の維持が難しくなっており、運行体制の見直しが必要である。",
     [("コミュニティバスの年間利用者数", "人", "142,310", "150,000", "148,226"), ("公共交通の利便性に対する満足度", "％", "－", "45.0", "41.2")]),
    ("3款 民生費　2項 児童福祉費　1目 児童福祉総務費", "こども家庭センター運営事業", "こども家庭課", "１－１　子育て支援の充実",
     (38_416, 0), (36_902, 0), ((18_451, 9_225, 0, 0, 9_226), (0, 0, 0, 0, 0)),
     "母子保健と児童福祉の相談を一体で受け、切れ目のない支援を行う。", ["・統括支援員の配置（１人）", "・サポートプランの作成（84件）", "・子育て世帯訪問支援（延べ316回）"],
     "令和６年４月に開設し、相談の件数は延べ4,105件となった。保健師と児童福祉の担当者が合同の会議を毎月開き、支援の遅れを防いだ。", "ヤングケアラーの把握には学校との連携を深めることが欠かせない。",
     [("サポートプランの作成件数", "件", "－", "80", "84")]),
    ("4款 衛生費　1項 保健衛生費　2目 予防費", "成人保健事業", "健康増進課", "２－１　健康づくりの推進",
     (96_330, 94_118), (91_207, 90_566), ((1_012, 2_240, 0, 14_380, 73_575), (996, 2_180, 0, 13_902, 73_488)),
     "がんなどの病気を早く見つけ、市民の健康を守る。", ["・がん検診（胃、肺、大腸、乳、子宮頸）の実施", "・休日レディース検診の実施（年６回）", "・ＡＩを用いた受診勧奨通知の発送（12,400通）"],
     "受診勧奨の対象者の受診率は18.6％で、勧奨をしなかった人より6.1ポイント高かった。", "40歳代、50歳代の受診率が低く、職場の検診を含めた実態をつかむ必要がある。",
     [("大腸がん検診の受診率", "％", "11.8", "14.0", "12.9"), ("精密検査の受診率", "％", "83.5", "90.0", "86.1")]),
    ("6款 農林水産業費　1項 農業費　3目 農業振興費", "担い手育成総合支援事業", "農政課", "３－１　農業の振興",
     (52_700, 49_850), (47_318, 46_227), ((0, 38_250, 0, 0, 9_068), (0, 37_500, 0, 0, 8_727)),
     "認定農業者や新規就農者の経営を支え、地域の農業の担い手を確保する。", ["・経営開始資金の交付（15人）", "・機械導入補助（９経営体）", "・就農相談会への出展（３回）"],
     "新たに６人が就農し、うち４人は市外からの転入者であった。", "就農から５年目以降の所得が目標に届かない人が半数を占める。",
     [("新規就農者数（累計）", "人", "21", "28", "27")]),
    ("8款 土木費　4項 都市計画費　3目 公園費", "銀杏田中央公園再整備事業", "公園緑地課", "４－４　公園・緑地の整備",
     (318_500, 42_600), (286_412, 40_150), ((140_250, 0, 126_200, 0, 19_962), (18_000, 0, 16_200, 0, 5_950)),
     "開園から40年を経た公園を、誰もが使いやすい公園に造り直す。", ["・園路、広場の整備（8,200㎡）", "・インクルーシブ遊具の設置（11基）", "・便所の建替え（１棟）"],
     "第１期区域の工事が３月に終わった。遊具は市民ワークショップ（全４回、延べ93人）の意見により選んだ。", "資材の高騰により、第２期区域の事業費が計画を１割ほど上回る見込みである。",
     [("公園整備の進捗率（事業費）", "％", "8.0", "55.0", "51.3")]),
    ("10款 教育費　5項 社会教育費　4目 図書館費", "図書館サービス推進事業", "図書館", "５－３　生涯学習の推進",
     (61_045, 60_280), (60_118, 59_406), ((0, 0, 0, 1_264, 58_854), (0, 0, 0, 1_309, 58_097)),
     "市民の読書と学びを支える資料とサービスを提供する。", ["・図書資料の購入（9,806冊）", "・電子図書館の提供（6,214点）", "・移動図書館車の巡回（26か所）"],
     "電子図書館の貸出は前年度の1.4倍となり、学校の一斉読書での利用が広がった。", "来館者数は新型コロナウイルス感染症の流行前の８割にとどまる。",
     [("市民１人当たりの貸出冊数", "冊", "4.9", "5.2", "5.0"), ("電子図書館の貸出点数", "点", "18,447", "20,000", "25,731")]),
]  # fmt: skip


def money_beside_text() -> Document:
    """銀杏田市: a block a project, two a page: rows 予算現額 / 決算額 / funds / 執行率 under two years at the left, texts at the right, an indicator table below."""
    truth = Truth("銀杏田市", "令和６年度 主要な施策の成果説明書")
    truth.notes += [
        "予算現額 = current_budget, 決算額 = settlement, of 2023 and 2024; the five funds stand below 決算額 under （決算額の財源内訳）: settlement. A printed 0 is 0; － is no amount. 執行率 is no amount.",
        "The name and the department are cells of the heading rows of the block; 予算科目 and 施策 are no part of the name. Figures in the texts are neither indicators nor amounts.",
        "Indicators: 令和５年度実績 = actual 2023, 令和６年度 目標 = target 2024, 実績 = actual 2024; － is not_available. Department of the block.",
    ]
    blocks = []
    for number, (item, name, office, plan, budgets, spent, funds, aim, work, effect, task, kpis) in enumerate(
        REPORTS, 1
    ):
        assert [sum(f) for f in funds] == list(spent), name
        project = truth.project(name, [office])
        lines = []
        for label, kind, values in (
            ("予算現額", "current_budget", budgets),
            ("決　算　額", "settlement", spent),
        ):
            cells = []
            for year, amount in zip((2023, 2024), (values[1], values[0])):
                old = year == 2023 and not spent[1]
                project.add(year, kind, "", None if old else amount, yen(amount))
                cells.append(c("－" if old else yen(amount), "n"))
            lines.append([c(label, "l", cs=2), *cells])
        for i, label in enumerate(FUNDS):
            cells = []
            for year, part, whole in ((2023, funds[1][i], spent[1]), (2024, funds[0][i], spent[0])):
                project.add(year, "settlement", label, part if whole else None, yen(part))
                cells.append(c(yen(part) if whole else "－", "n"))
            lead = vertical("財源内訳", rs=5) if i == 0 else ""
            lines.append([lead + c(label, "l"), *cells])
        rates = [rate(spent[1], budgets[1]) if spent[1] else "－", rate(spent[0], budgets[0])]
        lines.append([c("執　行　率（％）", "l", cs=2), *[c(x, "n") for x in rates]])
        texts = [
            ("事業の目的", aim, 2),
            ("実施内容", "<br>".join(work), 3),
            ("成　　果", effect, 2),
            ("課　　題", task, 2),
        ]
        rows = [
            row(h("事業名"), c(f"<b>{name}</b>", "l", cs=4), h("担当課"), c(office, "m")),
            row(h("予算科目"), c(item, "l", cs=4), h("施　策"), c(plan, "l")),
            row(
                h("区　　分", cs=2),
                h("令和５年度"),
                h("令和６年度"),
                h(texts[0][0]),
                c(texts[0][1], "l", cs=2, rs=1),
            ),
        ]
        start = {0: (texts[1], 3), 3: (texts[2], 3), 6: (texts[3], 2)}
        for i, cells in enumerate(lines):
            extra = ""
            if i in start:
                (label, text, _), span = start[i]
                extra = h(label, rs=span) + c(text, "l", cs=2, rs=span)
            rows.append(row(*cells, extra))
        grid = [
            row(
                h("成　果　指　標", rs=2),
                h("単位", rs=2),
                h("令和５年度<br>実績", rs=2),
                h("令和６年度", cs=2),
                h("達成率<br>（％）", rs=2),
            ),
            row(h("目標"), h("実績")),
        ]
        for label, unit, last, goal, got in kpis:
            kpi = truth.kpi(label, unit, [office])
            kpi.add("令和５年度 実績", "actual", 2023, last)
            kpi.add("令和６年度 目標", "target", 2024, goal)
            kpi.add("令和６年度 実績", "actual", 2024, got)
            ratio = f"{float(got.replace(',', '')) / float(goal.replace(',', '')) * 100:.1f}"
            grid.append(row(c(label), c(unit, "m"), *[c(x, "n") for x in (last, goal, got, ratio)]))
        kind = "block page" if number % 2 == 0 and number < len(REPORTS) else "block"
        blocks.append(
            f"<div class='{kind}'><p class='unit'>（単位：千円）</p>{table(rows, [9, 11, 12, 12, 10, 15, 31])}<div class='gap'></div>{table(grid, [45, 8, 13, 11.5, 11.5, 11])}</div>"
        )
    body = "<h1>令和６年度　主要な施策の成果説明書</h1><p class='r'>一般会計</p>" + "".join(blocks)
    css = "h1 { font-size: 14pt; margin-bottom: 1mm; } .r { text-align: right; margin: 0; } .block { margin-bottom: 7mm; break-inside: avoid; } .gap { height: 1.5mm; } th { background: #e8e8e8; } .v { letter-spacing: 0; } .unit { font-size: 7.5pt; } @page { @bottom-center { content: '－ ' counter(page) ' －'; font-size: 8pt; } }"
    return Document(page(body, margin="14mm 14mm", font=IPAEX, pt=8.5, css=css), truth)


# name, 決算額 of 2021, 2022, 2023, 2024 (the first for the change only)
INCOME = [
    ("市　　　　税", 11_204_330, 11_386_205, 11_512_874, 11_340_662), ("地方譲与税", 262_410, 264_118, 266_903, 270_115),
    ("地方消費税交付金", 1_842_006, 1_921_437, 1_908_250, 1_986_314), ("地方特例交付金", 184_202, 78_115, 76_480, 412_908),
    ("地方交付税", 5_210_447, 5_026_318, 5_144_092, 5_338_740), ("分担金及び負担金", 143_208, 139_664, 131_507, 128_812),
    ("使用料及び手数料", 468_115, 481_290, 490_336, 484_051), ("国庫支出金", 8_640_912, 6_903_254, 6_418_770, 6_552_086),
    ("県支出金", 2_340_118, 2_296_403, 2_402_665, 2_511_940), ("財　産　収　入", 88_214, 102_346, 61_809, 74_250),
    ("寄　　附　　金", 412_660, 506_218, 640_127, 715_833), ("繰　　入　　金", 618_240, 842_115, 1_204_336, 1_318_502),
    ("繰　　越　　金", 1_102_334, 1_486_290, 1_240_118, 1_098_467), ("諸　　収　　入", 566_108, 540_217, 552_944, 538_160),
    ("市　　　　債", 2_418_600, 1_902_300, 2_104_700, 2_356_900),
]  # fmt: skip
AIMS = [
    ("議　　会　　費", 236_118, 238_904, 241_337, 246_012), ("総　　務　　費", 3_402_116, 3_648_220, 3_806_415, 4_012_338),
    ("民　　生　　費", 13_206_448, 12_114_306, 12_480_217, 12_904_655), ("衛　　生　　費", 3_118_240, 3_206_117, 2_604_338, 2_488_916),
    ("労　　働　　費", 42_310, 40_218, 38_904, 38_116), ("農林水産業費", 812_204, 846_339, 790_128, 833_507),
    ("商　　工　　費", 1_406_228, 1_102_340, 962_114, 904_276), ("土　　木　　費", 3_204_118, 3_340_226, 3_512_908, 3_640_115),
    ("消　　防　　費", 1_084_336, 1_096_204, 1_120_448, 1_206_339), ("教　　育　　費", 3_902_114, 3_640_228, 3_804_336, 4_166_902),
    ("災害復旧費", 0, 18_406, 142_330, 26_118), ("公　　債　　費", 2_840_116, 2_868_904, 2_896_275, 2_918_440),
]  # fmt: skip
NATURES = [
    ("人　　件　　費", 5_604_228, 5_688_314, 5_702_116, 6_024_338), ("扶　　助　　費", 8_902_334, 7_640_118, 7_986_402, 8_318_225),
    ("公　　債　　費", 2_840_116, 2_868_904, 2_896_275, 2_918_440), ("物　　件　　費", 4_602_118, 4_918_336, 5_004_227, 5_216_904),
    ("維持補修費", 312_404, 326_118, 340_225, 351_902), ("補　助　費　等", 4_206_338, 4_318_402, 3_906_114, 3_840_226),
    ("積　　立　　金", 1_204_116, 842_330, 706_418, 688_204), ("投資・出資金・貸付金", 206_400, 198_300, 190_150, 182_600),
    ("繰　　出　　金", 2_902_118, 2_946_204, 2_988_336, 3_040_115), ("普通建設事業費", 0, 0, 0, 0), ("災害復旧事業費", 0, 18_406, 142_330, 26_118),
]  # fmt: skip


def three_years() -> Document:
    """藤波野市: 決算の概要: 決算額, 増減額, 増減率 under each of three years, for revenue, spending by aim and by nature; texts between."""
    truth = Truth("藤波野市", "令和６年度 一般会計決算の概要")
    truth.notes += [
        "Under each of 令和４年度, 令和５年度, 令和６年度: 決算額 (settlement), 対前年度増減額, 増減率. The record keeps one change and one growth rate: those of the newest year, 2024. － is no amount or no rate, 皆増 no rate.",
        "公債費 and the like stand in two tables. 歳入合計 and 歳出合計 are totals. Justifying spaces in the names are removed. Sums in the texts are not in the truth.",
    ]
    gap = [sum(a[k] for a in AIMS) - sum(n[k] for n in NATURES) for k in range(1, 5)]
    natures = [(n, *gap) if n == "普通建設事業費" else (n, *v) for n, *v in NATURES]
    assert min(gap) > 500_000, gap

    def block(title: str, items: list[tuple], whole: str) -> str:
        head = [
            row(h(title, rs=2), *[h(y, cs=3) for y in ("令和４年度", "令和５年度", "令和６年度")]),
            row(*[h(x) for _ in range(3) for x in ("決算額", "対前年度<br>増減額", "増減率")]),
        ]
        rows = []
        for name, *years in [*items, (whole, *[sum(i[k] for i in items) for k in range(1, 5)])]:
            total = name == whole
            ratio = rate(years[3] - years[2], years[2])
            project = truth.project(
                name.replace("　", ""),
                change_yen=(years[3] - years[2]) * 1000,
                ratio=ratio.replace("△", "-"),
                total=total,
            )
            cells = []
            for k, year in ((1, 2022), (2, 2023), (3, 2024)):
                project.add(year, "settlement", "", years[k], yen(years[k]))
                grown = rate(years[k] - years[k - 1], years[k - 1], minus="△ ") if years[k - 1] else "皆増"
                cells += [c(x, "n") for x in (yen(years[k]), yen(years[k] - years[k - 1], minus="△ "), grown)]
            rows.append(row(c(name.replace("合計", "　合　計"), "m"), *cells, kind="sum" if total else ""))
        return "<p class='unit'>（単位：千円、％）</p>" + table(
            [*head, *rows], [16, 11.5, 10.5, 6, 11.5, 10.5, 6, 11.5, 10.5, 6], "t"
        )

    income, aims = [[sum(i[k] for i in items) for k in range(1, 5)] for items in (INCOME, AIMS)]
    body = "<h1>令和６年度　一般会計決算の概要</h1><p class='note'>※増減率は千円単位の決算額により計算しています。</p>"
    body += f"<h2>１　決算収支の状況</h2><p class='p'>　歳入決算額は {yen(income[3])}千円、歳出決算額は {yen(aims[3])}千円で、形式収支は {yen(income[3] - aims[3])}千円となりました。翌年度へ繰り越すべき財源を差し引いた実質収支は黒字です。</p>"
    body += (
        "<h2>２　歳入決算額の状況</h2><p class='p'>　市税は、定額減税の影響により個人市民税が減り、前年度を1.5％下回りました。一方、減税による減収を補う地方特例交付金と普通交付税が増えています。</p>"
        + block("歳　　入", INCOME, "歳入合計")
    )
    body += (
        "<h2 class='new'>３　歳出決算額の状況</h2><h3>(1) 目的別歳出</h3><p class='p'>　民生費は、児童手当の拡充や障害福祉サービスの利用の増加により増えました。教育費は、小学校の改築工事により9.5％の増となりました。</p>"
        + block("目　的　別", AIMS, "歳出合計")
    )
    body += (
        "<h3>(2) 性質別歳出</h3><p class='p'>　人件費は、給与改定と会計年度任用職員の勤勉手当の支給により5.7％増えました。</p>"
        + block("性　質　別", natures, "歳出合計")
    )
    css = "h1 { font-size: 14pt; } h2 { font-size: 11pt; } h3 { font-size: 9.5pt; } .new { break-before: page; } .p { margin: 0 0 1.5mm; line-height: 1.5; } .t { font-size: 7.2pt; } .t td, .t th { padding: .6mm .6mm; } th { background: #fde9d9; } .sum td { border-top: 1.4pt double #000; background: #fdf5ee; } @page { @bottom-center { content: counter(page); font-size: 8pt; } }"
    return Document(page(body, margin="15mm 12mm", font=GOTHIC, pt=9, css=css), truth)


DOCUMENTS = {"b9_results_money_beside_text": money_beside_text, "b9_settlement_three_years": three_years}
