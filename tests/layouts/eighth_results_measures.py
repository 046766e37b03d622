"""Eighth batch: sheets of measures: indicators over many years with costs, and projects as blocks of a list."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import GOTHIC, NOTO, Document, c, h, page, row, table, vertical, yen
from truthfile import Odd, Truth, shown

YEARS = [(f"Ｒ{d}", 2018 + n) for n, d in ((2, "２"), (3, "３"), (4, "４"), (5, "５"), (6, "６"), (7, "７"), (8, "８"))]


def management_sheets() -> Document:
    """桔梗台町: 施策マネジメントシート: 実績値 above 目標値 over seven years, 基本事業 with theirs, cost of the 施策."""
    truth = Truth("桔梗台町", "令和６年度 施策マネジメントシート（令和５年度の振り返り、総括）")
    truth.notes += [
        "The 施策 stands as a project with its own cost; 事業費計（Ａ） and トータルコスト（Ａ）＋（Ｂ） are wholes. 事務事業数 and 延べ業務時間 are no amounts.",
        "実績値 = actual, 目標値 = target of the year of the column. Indicators of a 基本事業 belong to the same 主管課.",
        "Letters (A, B, ①) before the names stand in a column of their own. Figures in the text below are neither.",
    ]
    sheets = [
        dict(
            no="7", name="健康づくりの推進", office="保健福祉課", goal="Ⅱ　誰もが健やかに暮らせるまち", others="住民課、教育課",
            aim="町民", will="病気を予防し、心も体も健やかに暮らす。",
            main=[
                ("日常的に健康づくりに取り組んでいる町民の割合", "％", ["79.4", "78.8", "81.2", "82.5", "", "", ""], ["80.0", "81.0", "82.0", "83.0", "84.0", "85.0", "86.0"]),
                ("特定健康診査受診率", "％", ["34.1", "38.6", "41.7", "43.0", "", "", ""], ["40.0", "43.0", "46.0", "49.0", "52.0", "55.0", "60.0"]),
                ("平均自立期間（女性）", "歳", ["83.9", "84.2", "84.1", "84.4", "", "", ""], ["84.0", "84.1", "84.2", "84.3", "84.4", "84.5", "84.6"]),
                ("国民健康保険一人当たり医療費", "千円", ["352", "371", "379", "388", "", "", ""], [Odd(x, x[:3], "at_most") for x in ("360以下", "362以下", "364以下", "366以下", "368以下", "370以下", "372以下")]),
            ],
            base=[
                ("生活習慣病の予防", "１日の塩分を控えている町民の割合", "％", ["61.0", "60.2", "63.8", "64.1", "", "", ""], ["62.0", "63.0", "64.0", "65.0", "66.0", "67.0", "68.0"]),
                ("病気の早期発見", "大腸がん検診受診率", "％", ["26.3", "24.9", "27.5", "28.8", "", "", ""], ["28.0", "28.5", "29.0", "29.5", "30.0", "30.5", "31.0"]),
                ("こころの健康", "ゲートキーパー養成者数（累計）", "人", ["112", "140", "－", "203", "", "", ""], ["120", "150", "180", "210", "240", "270", "300"]),
            ],
            count=["28", "27", "27", "26"], hours=["9,860", "11,240", "10,415", "9,930"],
            funds=[[4_120, 21_377, 12_904, 3_350], [6_015, 7_480, 6_222, 6_140], [0, 0, 0, 0], [9_326, 9_871, 9_640, 10_200], [58_773, 62_140, 60_918, 68_426]],
            staff=[37_468, 42_712, 39_577, 37_734],
            text=["健康診査の受診率は３年続けて上昇し、43.0％となったが、目標の49.0％には届いていない。", "40歳代の男性の受診率が26.4％と低い。休日健診の回数を年２回から４回に増やした。", "次期データヘルス計画に合わせ、受診勧奨の方法を通知からショートメッセージに改める。"],
        ),
        dict(
            no="12", name="農業の振興", office="農林課", goal="Ⅳ　活力と魅力ある産業のまち", others="建設課、農業委員会事務局",
            aim="農業者、農地", will="担い手が育ち、農地が有効に使われている。",
            main=[
                ("農業産出額", "百万円", ["5,840", "5,712", "5,966", "－", "", "", ""], ["5,850", "5,900", "5,950", "6,000", "6,050", "6,100", "6,150"]),
                ("認定農業者数", "経営体", ["161", "158", "154", "155", "", "", ""], ["162", "163", "164", "165", "166", "167", "168"]),
                ("耕作放棄地の面積", "ha", ["84.3", "83.0", "85.1", "81.6", "", "", ""], ["84.0", "83.0", "82.0", "81.0", "80.0", "79.0", "78.0"]),
                ("ききょう米の契約栽培面積", "ha", ["", "41.2", "46.8", "52.5", "", "", ""], ["", "40.0", "45.0", "50.0", "55.0", "60.0", "65.0"]),
            ],
            base=[
                ("担い手の育成", "新規就農者数", "人", ["4", "6", "3", "7", "", "", ""], ["5", "5", "5", "5", "6", "6", "6"]),
                ("農地の保全", "農地の集積率", "％", ["52.7", "54.0", "55.9", "57.3", "", "", ""], ["53.0", "55.0", "57.0", "59.0", "61.0", "63.0", "65.0"]),
                ("鳥獣害の防止", "有害鳥獣による農作物被害額", "千円", ["6,310", "5,880", "7,204", "5,133", "", "", ""], ["6,000", "5,700", "5,400", "5,100", "4,800", "4,500", "4,200"]),
            ],
            count=["34", "35", "35", "33"], hours=["14,205", "14,670", "13,980", "13,900"],
            funds=[[0, 2_500, 0, 0], [88_140, 97_312, 102_655, 95_480], [12_600, 8_900, 21_300, 15_000], [3_771, 3_602, 4_118, 3_900], [71_209, 74_886, 69_447, 80_712]],
            staff=[53_979, 55_746, 53_124, 52_820],
            text=["認定農業者数は155経営体で、高齢による取下げが新規の認定を上回っている。", "捕獲檻を12基増やし、電気柵の補助を拡充したことで被害額は前年度から28.7％減った。", "地域計画に基づき、農地中間管理機構を通じた貸借を進める。"],
        ),
    ]
    labels = ("国庫支出金", "県支出金", "地方債", "その他", "一般財源")
    kinds = [("Ｒ３決算", 2021, "settlement"), ("Ｒ４決算", 2022, "settlement"), ("Ｒ５決算", 2023, "settlement"), ("Ｒ６予算", 2024, "budget")]
    body = ""
    for s in sheets:
        office = s["office"]

        def pair(lead: list[str], name: str, unit: str, done: list, goals: list) -> list[str]:
            kpi = truth.kpi(name, unit, [office])
            for (text, year), got, goal in zip(YEARS, done, goals, strict=True):
                kpi.add(text, "actual", year, got)
                kpi.add(text, "target", year, goal)
            return [
                row(*lead, c(name, rs=2), c(unit, "m", rs=2), h("実績値"), *[c(shown(x), "n") for x in done]),
                row(h("目標値"), *[c(shown(x), "n") for x in goals]),
            ]

        main = []
        for i, (name, unit, done, goals) in enumerate(s["main"]):
            lead = [vertical("成果指標", rs=2 * len(s["main"]))] if i == 0 else []
            main += pair([*lead, c("ABCD"[i], "m", rs=2)], name, unit, done, goals)
        main.insert(0, row(h("", cs=2), h("成　果　指　標　名"), h("単位"), h("区分"), *[h(t) for t, _ in YEARS]))
        base = [row(h("基本事業名", cs=2), h("成　果　指　標　名"), h("単位"), h("区分"), *[h(t) for t, _ in YEARS])]
        for i, (group, name, unit, done, goals) in enumerate(s["base"]):
            base += pair([c("①②③"[i], "m", rs=2), c(group, rs=2)], name, unit, done, goals)
        project = truth.project(s["name"], [office])
        sums = [sum(f[i] for f in s["funds"]) for i in range(4)]
        cost = [
            row(h("区　　　分", cs=3), h("単位"), *[h(t) for t, _, _ in kinds]),
            row(c("事務事業数", cs=3), c("本", "m"), *[c(x, "n") for x in s["count"]]),
        ]
        for i, (label, amounts) in enumerate(zip(labels, s["funds"], strict=True)):
            lead = [vertical("事業費", rs=6), vertical("財源内訳", rs=5)] if i == 0 else []
            cost.append(row(*lead, c(label), c("千円", "m"), *[c(yen(a), "n") for a in amounts]))
        cost.append(row(c("事業費計　（Ａ）", cs=2), c("千円", "m"), *[c(yen(a), "n") for a in sums]))
        cost.append(row(vertical("人件費", rs=2), c("延べ業務時間", cs=2), c("時間", "m"), *[c(x, "n") for x in s["hours"]]))
        cost.append(row(c("人件費計　（Ｂ）", cs=2), c("千円", "m"), *[c(yen(a), "n") for a in s["staff"]]))
        cost.append(row(h("トータルコスト　（Ａ）＋（Ｂ）", cs=3), h("千円"), *[c(yen(a + b), "n") for a, b in zip(sums, s["staff"])]))
        for i, (_, year, kind) in enumerate(kinds):
            for label, amounts in zip(labels, s["funds"], strict=True):
                project.add(year, kind, label, amounts[i], yen(amounts[i]))
            project.add(year, kind, "", sums[i], yen(sums[i]))
            project.add(year, kind, "人件費計", s["staff"][i], yen(s["staff"][i]))
            project.add(year, kind, "トータルコスト", sums[i] + s["staff"][i], yen(sums[i] + s["staff"][i]))
        top = table(
            [
                row(h("施策No."), h("施　策　名"), h("基本目標"), h("主管課"), h("関係課"), h("作成日")),
                row(c(s["no"], "m"), c(f"<b>{s['name']}</b>"), c(s["goal"]), c(office, "m"), c(s["others"]), c("令和６年６月28日", "m")),
                row(h("目的"), c(f"対象：{s['aim']}"), c(f"意図：{s['will']}", cs=4)),
            ],
            [7, 22, 27, 12, 19, 13],
        )
        widths = [3, 3, 26, 6, 7, 7.8, 7.8, 7.8, 7.8, 7.8, 8, 8]
        a, b, d = s["text"]
        body += (
            "<div class='page'><h1>施策マネジメントシート（令和５年度の振り返り、総括）</h1>"
            + top
            + "<div class='two'><div class='w'><h2>１　施策の成果指標</h2>"
            + table(main, widths)
            + "<h2>２　基本事業の成果指標</h2>"
            + table(base, [3, 10, 20, 6, 7, 7.6, 7.6, 7.6, 7.8, 7.8, 7.8, 7.8])
            + "</div><div class='s'><h2>３　施策のコスト</h2>"
            + table(cost, [5, 5, 22, 8, 15, 15, 15, 15])
            + "<p class='note'>※人件費は、延べ業務時間に１時間当たり3,800円を乗じている。<br>※Ｒ６は当初予算による。</p></div></div><h2>４　施策の現状と振り返り</h2>"
            + table(
                [
                    row(h("成果の水準と<br>その背景"), c("①目標との比較<br>□目標を達成　■目標をやや下回る　□目標を大きく下回る"), c(a, "t")),
                    row(h("取組の成果"), c("②これまでの主な取組"), c(b, "t")),
                    row(h("今後の方向"), c("③令和７年度に向けた取組方針"), c(d, "t")),
                    row(h("庁議の意見"), c("④施策の優先度<br>□高い　■普通　□低い"), c("指標の一部に国の公表時期の遅れがあるため、把握の方法を改めること。", "t")),
                ],
                [12, 30, 58],
            )
            + "</div>"
        )
    css = (
        "h1{font-size:11pt;margin:0 0 1mm} h2{font-size:8pt;margin:1.5mm 0 .7mm} td,th{padding:.35mm .6mm;line-height:1.15} th{background:#dfeaf5}"
        " .two{display:flex;gap:3mm} .w{width:64%} .s{width:36%} .t{height:15mm;vertical-align:top} .note{font-size:6pt} table{border:1pt solid #000}"
        " .s td,.s th{height:6.2mm} .v{letter-spacing:0}"
    )
    return Document(page(body, size="A4 landscape", margin="9mm 8mm", font=GOTHIC, pt=6.8, css=css), truth)


def project_blocks() -> Document:
    """朱鷺野市: 事務事業の状況: years above amounts in a 2 x 2 grid within each project's block, four ratings, two pages."""
    truth = Truth("朱鷺野市", "令和６年度 施策評価シート 施策１－３ 学校教育環境の充実")
    truth.notes += [
        "年度別事業費: the header says 決算額, and 予算額 for Ｒ６; two years stand above their amounts, two lines a block.",
        "現状値（Ｒ２） = baseline, 実績 = actual, 目標値（Ｒ７） = target. Indicators have the 主管課; projects their 担当課.",
        "[事業区分] under the name of a project is no part of it. An empty amount is none; － is none.",
    ]
    kpis = [
        ("耐震化が完了した学校施設の割合", "％", "97.2", ["98.6", "99.3", "100.0"], "100.0", "Ａ"),
        ("トイレの洋式化率", "％", "48.5", ["55.1", "63.7", "70.2"], "80.0", "Ａ"),
        ("学校給食における地場産物の使用率", "％", "31.4", ["30.8", "32.6", "31.9"], "40.0", "Ｃ"),
        ("１人１台端末を毎日活用する学級の割合", "％", "－", ["42.0", "68.5", "77.3"], Odd("90.0以上", "90.0", "at_least"), "Ｂ"),
    ]
    years = [("Ｒ３", 2021), ("Ｒ４", 2022), ("Ｒ５", 2023)]
    rows = [
        row(h("No.", rs=2), h("指　　標　　名", rs=2), h("単位", rs=2), h("現状値<br>（Ｒ２）", rs=2), h("実　　　績", cs=3), h("目標値<br>（Ｒ７）", rs=2), h("達成（進捗）<br>状況の評価", rs=2)),
        row(*[h(t) for t, _ in years]),
    ]
    for i, (name, unit, base, got, goal, state) in enumerate(kpis, 1):
        kpi = truth.kpi(name, unit, ["教育総務課"])
        kpi.add("現状値（Ｒ２）", "baseline", 2020, base)
        for (text, year), x in zip(years, got, strict=True):
            kpi.add(text, "actual", year, x)
        kpi.add("目標値（Ｒ７）", "target", 2025, goal)
        rows.append(row(c(i, "m"), c(name), c(unit, "m"), c(base, "n"), *[c(x, "n") for x in got], c(shown(goal), "n"), c(state, "m")))
    works = [
        ("小中学校校舎等改築・改修事業", "投資", "教育総務課", "老朽化した校舎、屋内運動場の改築と長寿命化改良を行う。", [624_310, 1_180_442, 903_776, 1_415_000], "・第二中学校の改築が完了した。<br>・外壁改修４棟", "Ａ", "ＡＡＡＢ", "拡大"),
        ("学校トイレ環境改善事業", "投資", "教育総務課", "和式便器を洋式に改め、床を乾式にする。", [88_204, 145_960, 139_117, 120_000], "・７校 62か所で工事を終え、洋式化率は70.2％となった。", "Ａ", "ＡＡＡＡ", "継続"),
        ("学校給食センター整備事業", "投資", "学校給食課", "第１センターを移転改築し、アレルギー対応食の調理室を設ける。", [None, 18_700, 64_350, 1_902_800], "・実施設計を終えた。<br>・用地12,480㎡を取得した。", "Ｂ", "ＡＡＢＢ", "継続"),
        ("地場産物活用推進事業", "ソフト", "学校給食課", "市内産の野菜、米を給食に使い、生産者と児童の交流を行う。", [3_260, 3_415, 3_388, 3_900], "・使用率は31.9％で、夏の高温により葉物が不足した。", "Ｃ", "ＡＢＣＢ", "改善"),
        ("教育用ＩＣＴ機器整備事業", "ソフト", "学校教育課", "端末の保守、通信環境の増強、ＩＣＴ支援員の配置を行う。", [212_558, 176_903, 184_226, 391_470], "・支援員を６人から９人に増やした。<br>・通信回線を14校で増強した。", "Ｂ", "ＡＡＢＡ", "拡大"),
        ("就学援助事業", "義務", "学校教育課", "経済的な理由で就学が困難な児童生徒の保護者に学用品費などを支給する。", [71_892, 70_415, 73_260, 76_104], "・小学校811人、中学校498人に支給した。", "Ａ", "ＡＡＡＡ", "継続"),
        ("通学路安全対策事業", "ソフト", "学校教育課", "危険な箇所の合同点検、見守り隊への支援を行う。", [5_147, 5_020, 6_338, 5_600], "・合同点検48か所のうち41か所で対策を終えた。", "Ｂ", "ＡＡＢＢ", "継続"),
        ("奨学資金貸付事業", "ソフト", "教育総務課", "高校、大学等に進む者に奨学資金を貸し付ける。", [14_880, 12_240, 9_600, None], "・貸付者は20人で、給付型への移行のため新規の募集を終えた。", "Ｂ", "ＢＢＢＡ", "終了"),
    ]
    head = [
        row(
            h("№", rs=2), h("事 務 事 業 名<br>［事業区分］<br>担当課名", rs=2), h("事務事業の概要", rs=2),
            h("年度別事業費（千円）<br>（決算額。Ｒ６は予算額）", cs=2, rs=2), h("事業の取組実績・成果", rs=2),
            h("達成<br>（進捗）<br>状況の<br>評価", rs=2), h("事業の分析結果", cs=4), h("今後の<br>方　針", rs=2),
        ),
        row(*[h(x, style="font-size:6pt") for x in ("必要性", "妥当性", "有効性", "効率性")]),
    ]
    blocks = []
    for i, (name, sort, office, what, amounts, done, state, four, way) in enumerate(works, 1):
        project = truth.project(name, [office], summary=what)
        for (year, kind), amount in zip(((2021, "settlement"), (2022, "settlement"), (2023, "settlement"), (2024, "budget")), amounts, strict=True):
            project.add(year, kind, "", amount, yen(amount))
        first = [
            c(i, "m", rs=4), c(f"{name}<br>［{sort}］<div style='text-align:right'>{office}</div>", rs=4), c(what, rs=4), h("Ｒ３"), h("Ｒ４"),
            c(done, rs=4), c(state, "m", rs=4), *[c(x, "m", rs=4) for x in four], c(way, "m", rs=4),
        ]
        blocks.append(
            "<tbody class='b'>" + row(*first) + row(*[c(yen(a, empty="－"), "n") for a in amounts[:2]]) + row(h("Ｒ５"), h("Ｒ６"))
            + row(*[c(yen(a, empty=""), "n") for a in amounts[2:]]) + "</tbody>"
        )
    widths = [3, 15, 18, 8.5, 8.5, 23, 5.5, 3.5, 3.5, 3.5, 3.5, 5]
    listing = (
        "<table><colgroup>" + "".join(f'<col style="width:{w}%">' for w in widths) + "</colgroup><thead>" + "".join(head) + "</thead>" + "".join(blocks) + "</table>"
    )
    body = (
        "<p class='unit'>施策コード　０１０３</p><h1>令和６年度　施策評価シート（対象年度：令和５年度）</h1>"
        + table(
            [
                row(h("基本目標"), c("１　未来を拓く人を育むまち"), h("施策の主管課"), c("教育総務課", "m")),
                row(h("施　　策"), c("１－３　学校教育環境の充実"), h("関　係　課"), c("学校教育課、学校給食課", "m")),
                row(h("施策の方針"), c("児童生徒が安心して学べるよう、学校施設の安全性を高め、学びを支える環境を整える。", cs=3)),
            ],
            [12, 48, 14, 26],
        )
        + "<h2>１　施策の指標</h2>"
        + table(rows, [4, 36, 6, 9, 9, 9, 9, 9, 9])
        + "<h2>２　事務事業の状況</h2>"
        + listing
        + "<h2>３　施策展開の方向性（Ｒ７年度以降）</h2>"
        + table([row(h("施策の課題"), c("建設資材の価格が上がり、改築の事業費が計画を11.3％上回っている。")), row(h("今後の展開"), c("学校規模の適正化の検討と合わせ、改修の順序を見直す。給食センターは令和８年度の完成を目指す。"))], [14, 86])
    )
    css = (
        "h1{font-size:12pt} h2{font-size:9pt;margin:2.5mm 0 1mm} th{background:#fff2cc} td,th{padding:.6mm .8mm} .b{break-inside:avoid}"
        " .unit{font-size:7pt} @page{@bottom-center{content:counter(page) ' / ' counter(pages);font-size:7pt}}"
    )
    return Document(page(body, size="A4 landscape", margin="10mm", font=NOTO, pt=7, css=css), truth)


DOCUMENTS = {
    "b8_measure_management": management_sheets,
    "b8_measure_blocks": project_blocks,
}
