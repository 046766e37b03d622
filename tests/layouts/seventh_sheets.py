"""Seventh batch: grant review, sheet with symbols, measure with its projects, reform effects, utility."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, IPAEX, MINCHO, NOTO, TAKAO, Document, c, h, page, row, table, vertical, yen
from truthfile import Odd, Truth, shown


def n(amount, empty=""):
    return c(yen(amount, empty=empty), "n")


def grant_review() -> Document:
    """椋原市: 交付金 効果検証: a project with its money over two or three indicator rows, units in the cells."""
    truth = Truth(
        "椋原市", "令和５年度 デジタル田園都市国家構想交付金（地方創生推進タイプ）事業 効果検証結果"
    )
    truth.notes += [
        "交付対象事業費（実績額） = settlement of 2023 (heading); うち交付金充当額 is a component as printed; 計 is a total.",
        "Year of 目標値 and 実績値 from the heading (令和５年度); 事業開始前 names no year. Indicators take the 担当課 of the merged project cell.",
        "Units stand in the cells. 達成状況 and 外部有識者の評価 are no values; figures in the text columns are neither.",
    ]
    data = [
        (
            "椋原ワイン産地づくりプロジェクト",
            "醸造用ぶどうの栽培研修と圃場の貸付け（12区画）を行い、新規就農者を受け入れる。",
            "農林振興課",
            24_618_400,
            12_309_200,
            [
                ("新規就農者数", "人", "2人", "6人", "7人", "達成"),
                ("ワイナリー来場者数", "人", "8,400人", "12,000人", "10,935人", "未達成"),
                ("ワイン関連商品の売上額", "千円", "31,200千円", "45,000千円", "46,870千円", "達成"),
            ],
            "地方創生に非常に効果的であった",
        ),
        (
            "テレワーク移住促進事業",
            "お試しテレワーク施設の運営、首都圏での相談会（年４回）を実施する。",
            "移住定住推進室",
            13_207_755,
            6_603_877,
            [
                ("施設を利用した企業数", "社", "0社", "15社", "11社", "未達成"),
                ("相談会を経た移住者数", "人", "9人", "30人", "34人", "達成"),
            ],
            "地方創生に相当程度効果があった",
        ),
        (
            "高校生と創る地域交通プロジェクト",
            "通学デマンド便の実証運行と時刻表アプリの開発を行う。",
            "都市計画課",
            9_860_000,
            4_930_000,
            [
                ("デマンド便の１便当たり利用者数", "人", "－", "4.5人", "3.8人", "未達成"),
                ("路線バス収支率の改善幅", "％", "0.0％", "1.5％", Odd("△0.4％", "-0.4"), "未達成"),
            ],
            "地方創生に効果があった",
        ),
    ]
    head = [
        row(
            h("No.", rs=2),
            h("交付金事業の名称", rs=2),
            h("事業の概要", rs=2),
            h("担当課", rs=2),
            h("令和５年度事業費（円）", cs=2),
            h("本事業における重要業績評価指標（ＫＰＩ）", cs=5),
            h("外部有識者<br>の評価", rs=2),
        ),
        row(
            h("交付対象事業費<br>（実績額）"),
            h("うち交付金<br>充当額"),
            h("指標"),
            h("事業開始前"),
            h("目標値"),
            h("実績値"),
            h("達成<br>状況"),
        ),
    ]
    rows = []
    for k, (name, what, office, cost, grant, kpis, verdict) in enumerate(data, 1):
        project = truth.project(name, [office], summary=what)
        project.add(2023, "settlement", "", cost, yen(cost), scale=1)
        project.add(2023, "settlement", "うち交付金充当額", grant, yen(grant), scale=1)
        r = len(kpis)
        for i, (label, unit, base, goal, done, state) in enumerate(kpis):
            kpi = truth.kpi(label, unit, [office])
            kpi.add("事業開始前", "baseline", None, base, cut=unit)
            kpi.add("目標値", "target", 2023, goal, cut=unit)
            kpi.add("実績値", "actual", 2023, done, cut=unit)
            lead = (
                [
                    c(k, "m", rs=r),
                    c(name, rs=r),
                    c(what, rs=r),
                    c(office, "m", rs=r),
                    c(yen(cost), "n", rs=r),
                    c(yen(grant), "n", rs=r),
                ]
                if not i
                else []
            )
            tail = [c(verdict, rs=r)] if not i else []
            rows.append(
                row(*lead, c(label), *[c(shown(t), "n") for t in (base, goal, done)], c(state, "m"), *tail)
            )
    costs, grants = sum(d[3] for d in data), sum(d[4] for d in data)
    total = truth.project("計", total=True)
    total.add(2023, "settlement", "", costs, yen(costs), scale=1)
    total.add(2023, "settlement", "うち交付金充当額", grants, yen(grants), scale=1)
    rows.append(
        row(
            h("計", cs=4),
            c(yen(costs), "n"),
            c(yen(grants), "n"),
            *[c("", style="background:#bbb") for _ in range(6)],
        )
    )
    body = (
        "<h1>令和５年度　デジタル田園都市国家構想交付金（地方創生推進タイプ）事業　効果検証結果</h1>"
        + table(rows, [3, 13, 17, 7, 8.5, 8.5, 14, 7, 7, 7, 5, 9], head=head)
        + "<p class='note'>※外部有識者の評価は、令和６年８月開催の総合戦略推進会議による。</p>"
    )
    css = "h1{font-size:12pt} th{background:#d9e2f3} td,th{padding:0.8mm}"
    return Document(page(body, size="A4 landscape", margin="10mm", font=IPAEX, pt=7.5, css=css), truth)


def sheet_symbols() -> Document:
    """汐弥町: マネジメントシート: ④活動指標 ア, イ are named above; the table of figures below calls them ア, イ only."""
    truth = Truth(
        "汐弥町", "令和６年度 事務事業マネジメントシート（令和５年度実績評価） 介護予防教室開催事業"
    )
    name, office = "介護予防教室開催事業", "福祉課"
    truth.notes += [
        "The rows of figures call the indicators ア, イ; their names stand in the table above (④活動指標, ⑤対象指標, ⑥成果指標).",
        "Amounts under （実績） = settlement, under （計画） = forecast; indicators 実績 = actual, 計画 = planned, 目標 = target.",
        "事業費計（Ａ） and トータルコスト are both wholes (事業費計 folds to '' in the score; トータルコスト is entered with component ''). 人件費計（Ｂ） is entered as 人件費計. 人数 and 時間 are no amounts. A printed 0 is 0.",
        "対象指標 is entered as an indicator.",
    ]
    project = truth.project(name, [office])
    named = {
        "④ 活動指標": [
            ("ア", "教室の開催回数", "回", ["36", "40", "48", "48"], "50"),
            ("イ", "専門職の派遣回数", "回", ["12", "11", "16", "18"], "20"),
        ],
        "⑤ 対象指標": [("ア", "65歳以上の人口", "人", ["3,412", "3,447", "3,468", "3,480"], "3,490")],
        "⑥ 成果指標": [
            ("ア", "教室参加者の実人数", "人", ["118", "137", "162", "180"], "200"),
            ("イ", "体力測定値が維持・改善した参加者の割合", "％", ["－", "71.4", "74.9", "76.0"], "80.0"),
        ],
    }
    texts = {
        "④ 活動指標": (
            "① 手段（主な活動）",
            "地区の集会所（９か所）で運動と口腔ケアの教室を開催し、理学療法士等を派遣した。",
        ),
        "⑤ 対象指標": ("② 対象（誰、何を対象にしているのか）", "町内に住む65歳以上の高齢者"),
        "⑥ 成果指標": (
            "③ 意図（対象をどう変えるのか）",
            "心身の機能を維持し、住み慣れた地域で暮らし続けられるようにする。",
        ),
    }
    top = []
    for group, items in named.items():
        label, text = texts[group]
        top.append(row(h(label, "l"), h(f"{group}", "l", cs=2), h("単位")))
        for i, (mark, kpi_name, unit, _, _) in enumerate(items):
            top.append(
                row(
                    *([c(text, rs=len(items), style="vertical-align:top")] if not i else []),
                    h(mark),
                    c(kpi_name),
                    c(unit, "m"),
                )
            )
    years = [
        (2021, "令和３年度<br>（実績）"),
        (2022, "令和４年度<br>（実績）"),
        (2023, "令和５年度<br>（実績）"),
        (2024, "令和６年度<br>（計画）"),
    ]
    kinds = ["settlement"] * 3 + ["forecast"]
    rows = [row(h("区　　分", cs=4), h("単位"), *[h(y) for _, y in years], h("令和７年度<br>（目標）"))]
    grey = c("", style="background:#d0d0d0")
    funds = {
        "国庫支出金": (310, 325, 402, 410),
        "県支出金": (155, 162, 201, 205),
        "地方債": (0, 0, 0, 0),
        "その他": (372, 390, 482, 492),
        "一般財源": (403, 421, 523, 533),
    }
    whole = tuple(sum(v[i] for v in funds.values()) for i in range(4))
    people = (2_890, 2_964, 3_102, 3_102)
    for k, (label, amounts) in enumerate({**funds, "事業費計（Ａ）": whole}.items()):
        for (year, _), kind, amount in zip(years, kinds, amounts):
            project.add(
                year, kind, "事業費計" if label.startswith("事業費計") else label, amount, yen(amount)
            )
        lead = []
        if k == 0:
            lead = [vertical("投入量", rs=10), vertical("事業費", rs=6), vertical("財源内訳", rs=5)]
        cell = h(label, "l", cs=2) if label.startswith("事業費計") else h(label, "l")
        rows.append(row(*lead, cell, c("千円", "m"), *[n(a) for a in amounts], grey))
    rows.append(
        row(
            vertical("人件費", rs=3),
            h("正規職員従事人数", "l", cs=2),
            c("人", "m"),
            *[c(t, "n") for t in ["2", "2", "2", "2"]],
            grey,
        )
    )
    rows.append(
        row(
            h("延べ業務時間", "l", cs=2),
            c("時間", "m"),
            *[c(t, "n") for t in ["720", "740", "770", "770"]],
            grey,
        )
    )
    rows.append(row(h("人件費計（Ｂ）", "l", cs=2), c("千円", "m"), *[n(a) for a in people], grey))
    total = [a + b for a, b in zip(whole, people)]
    rows.append(
        row(h("トータルコスト（Ａ）＋（Ｂ）", "l", cs=3), c("千円", "m"), *[n(a) for a in total], grey)
    )
    for (year, _), kind, a, b in zip(years, kinds, people, total):
        project.add(year, kind, "人件費計", a, yen(a))
        project.add(year, kind, "", b, yen(b))
    for group, items in named.items():
        for i, (mark, kpi_name, unit, figures, goal) in enumerate(items):
            kpi = truth.kpi(kpi_name, unit, [office])
            for (year, label), text in zip(years, figures):
                kpi.add(label.replace("<br>", ""), "planned" if "計画" in label else "actual", year, text)
            kpi.add("令和７年度（目標）", "target", 2025, goal)
            lead = [h(group, cs=3, rs=len(items))] if not i else []
            rows.append(row(*lead, h(mark), c(unit, "m"), *[c(t, "n") for t in figures], c(goal, "n")))
    form = table(
        [
            row(h("事務事業名", rs=2), c(name, rs=2, cs=3, style="font-size:10.5pt"), h("所属課"), c(office)),
            row(h("所属係"), c("高齢者支援係")),
            row(
                h("政策名"),
                c("３　安心して暮らせるまち"),
                h("施策名"),
                c("８　高齢者福祉の充実"),
                h("事業期間"),
                c("単年度繰返（平成27年度～）"),
            ),
            row(
                h("予算科目"),
                c("会計　介護　款　４　項　１　目　２"),
                h("根拠法令"),
                c("介護保険法第115条の45"),
                h("記入者"),
                c("主任"),
            ),
        ],
        [11, 27, 10, 24, 10, 18],
    )
    body = (
        "<h1>令和６年度　事務事業マネジメントシート（令和５年度実績評価）</h1>"
        + form
        + "<h2>１　現状把握の部（ＤＯ）</h2><h3>(1) 事務事業の手段・対象・意図と各指標</h3>"
        + table(top, [47, 4, 41, 8])
        + "<h3>(2) 総事業費・指標値の推移</h3>"
        + table(rows, [4, 4, 4, 20, 8, 12, 12, 12, 12, 12])
    )
    css = "h1{font-size:12.5pt} h2{font-size:10pt;background:#000;color:#fff;padding:0.5mm 1mm} h3{font-size:9pt} th{background:#eee} td,th{padding:0.4mm 1mm}"
    return Document(page(body, margin="11mm", font=MINCHO, pt=8.2, css=css), truth)


def measure_projects() -> Document:
    """櫛渡市: 施策評価: indicators with 目標 / 実績 rows; 構成事務事業 with three years' money and one activity each."""
    truth = Truth("櫛渡市", "令和６年度 施策評価シート 施策２４ 循環型社会の形成")
    truth.notes += [
        "Indicators of the measure have the 主管課 of the form; 活動実績 of a project has the 担当課 of its row and is a value of 2023 (header).",
        "事業費 under Ｒ４決算 etc.; うち一般財源 is that of Ｒ５決算. 合計 is a total. 貢献度 and 方向性 are no values.",
        "現状値（Ｒ元） is merged over the 目標 and 実績 rows: one baseline.",
    ]
    data = [
        (
            "市民１人１日当たりのごみ排出量",
            "ｇ",
            "↓",
            "934",
            ["920", "905", "890", "875"],
            ["927", "911", "896", ""],
            "850",
        ),
        (
            "リサイクル率",
            "％",
            "↑",
            "17.8",
            ["18.5", "19.5", "20.5", "21.5"],
            ["17.6", "18.1", "－", ""],
            "23.0",
        ),
        (
            "不法投棄の通報件数",
            "件",
            "↓",
            "142",
            ["130", "120", "110", "100"],
            ["151", "126", "98", ""],
            "80",
        ),
    ]
    years = [(2021, "Ｒ３"), (2022, "Ｒ４"), (2023, "Ｒ５"), (2024, "Ｒ６")]
    rows = [
        row(
            h("成果指標（単位）", rs=2),
            h("望ましい<br>方向", rs=2),
            h("区分", rs=2),
            h("現状値<br>（Ｒ元）", rs=2),
            h("年　度", cs=4),
            h("目標値<br>（Ｒ８）", rs=2),
        ),
        row(*[h(t) for _, t in years]),
    ]
    for label, unit, way, base, goals, done, final in data:
        kpi = truth.kpi(label, unit, ["環境政策課"])
        kpi.add("現状値（Ｒ元）", "baseline", 2019, base)
        for (year, text), goal, got in zip(years, goals, done):
            kpi.add(text, "target", year, goal)
            kpi.add(text, "actual", year, got)
        kpi.add("目標値（Ｒ８）", "target", 2026, final)
        rows.append(
            row(
                c(f"{label}（{unit}）", rs=2),
                c(way, "m", rs=2),
                h("目標"),
                c(base, "n", rs=2),
                *[c(t, "n") for t in goals],
                c(final, "n", rs=2),
            )
        )
        rows.append(row(h("実績"), *[c(t, "n") for t in done]))
    works = [
        (
            "01",
            "ごみ収集運搬事業",
            "環境政策課",
            412_330,
            418_905,
            431_200,
            356_412,
            "収集日数",
            "日",
            "309",
            "Ａ",
            "継続",
        ),
        (
            "02",
            "資源物集団回収奨励事業",
            "環境政策課",
            6_204,
            5_871,
            6_000,
            5_871,
            "実施団体数",
            "団体",
            "84",
            "Ｂ",
            "見直し",
        ),
        (
            "03",
            "生ごみ処理容器設置補助事業",
            "環境政策課",
            1_150,
            1_312,
            1_500,
            662,
            "補助件数",
            "件",
            "57",
            "Ａ",
            "拡充",
        ),
        (
            "04",
            "不法投棄監視事業",
            "生活安全課",
            3_480,
            3_512,
            3_600,
            3_512,
            "巡回回数",
            "回",
            "240",
            "Ｂ",
            "継続",
        ),
        (
            "05",
            "食品ロス削減啓発事業",
            "消費生活センター",
            None,
            980,
            1_400,
            490,
            "出前講座の受講者数",
            "人",
            "1,206",
            "Ｂ",
            "拡充",
        ),
    ]
    lists = [
        row(
            h("No", rs=2),
            h("構成事務事業", rs=2),
            h("担当課", rs=2),
            h("事業費（千円）", cs=4),
            h("活動実績（Ｒ５）", cs=2),
            h("貢献度", rs=2),
            h("方向性", rs=2),
        ),
        row(h("Ｒ４決算"), h("Ｒ５決算"), h("うち<br>一般財源"), h("Ｒ６予算"), h("指標名"), h("実績")),
    ]
    for number, name, office, a, b, z, general, label, unit, done, give, way in works:
        project = truth.project(name, [office])
        project.add(2022, "settlement", "", a, yen(a))
        project.add(2023, "settlement", "", b, yen(b))
        project.add(2023, "settlement", "うち一般財源", general, yen(general))
        project.add(2024, "budget", "", z, yen(z))
        kpi = truth.kpi(label, unit, [office])
        kpi.add("活動実績（Ｒ５）", "actual", 2023, f"{done}{unit}", cut=unit)
        lists.append(
            row(
                c(number, "m"),
                c(name),
                c(office, "m"),
                n(a, "－"),
                n(b),
                n(general),
                n(z),
                c(label),
                c(f"{done}{unit}", "n"),
                c(give, "m"),
                c(way, "m"),
            )
        )
    total = truth.project("合計", total=True)
    sums = [sum(w[i] or 0 for w in works) for i in (3, 4, 6, 5)]
    for (year, kind, comp), amount in zip(
        (
            (2022, "settlement", ""),
            (2023, "settlement", ""),
            (2023, "settlement", "うち一般財源"),
            (2024, "budget", ""),
        ),
        sums,
    ):
        total.add(year, kind, comp, amount, yen(amount))
    lists.append(row(h("合　　計", cs=3), *[n(a) for a in sums], *[c("") for _ in range(4)]))
    body = (
        "<h1>令和６年度　施策評価シート</h1>"
        + table(
            [
                row(h("基本政策"), c("Ⅴ　自然と共生する環境のまち"), h("主管課"), c("環境政策課", "m")),
                row(
                    h("施策"),
                    c("２４　循環型社会の形成"),
                    h("関係課"),
                    c("生活安全課、消費生活センター", "m"),
                ),
                row(
                    h("めざす姿"),
                    c("市民一人ひとりがごみの減量と分別に取り組み、資源が無駄なく循環している。", cs=3),
                ),
            ],
            [13, 47, 12, 28],
        )
        + "<h2>Ⅰ　成果指標の推移</h2>"
        + table(rows, [28, 9, 8, 10, 9, 9, 9, 9, 9])
        + "<h2>Ⅱ　構成事務事業一覧</h2>"
        + table(lists, [4, 18, 12, 10, 10, 10, 10, 12, 8, 6, 7])
        + "<h2>Ⅲ　施策の評価</h2>"
        + table(
            [
                row(h("総合評価"), c("Ｂ（おおむね順調）", "m")),
                row(
                    h("今後の方針"),
                    c(
                        "リサイクル率は前年度より0.5ポイント上昇したが、目標の19.5％には届いていない。令和７年度に分別区分を12から14に改める。"
                    ),
                ),
            ],
            [16, 84],
        )
    )
    css = "h1{font-size:13pt;border:1.2pt solid #000;padding:1mm} h2{font-size:10pt} th{background:#e4f0e0} table{border:1.2pt solid #000}"
    return Document(page(body, margin="12mm", font=NOTO, pt=8, css=css), truth)


def reform_effect() -> Document:
    """樫尾市: 行革 財政効果額: 目標 and 実績 under each year, bands, 小計; then indicators with 基準値 and 目標."""
    truth = Truth("樫尾市", "第５次樫尾市行財政改革大綱 実施計画 令和５年度進捗状況")
    truth.notes += [
        "A 取組項目 with 目標 and 実績 of its 財政効果額 each year is entered as an indicator in 千円 (not as a project). ３か年累計, 進捗率, 小計 and 合計 are not in the truth.",
        "Names as printed in their cell, numbers have a column of their own. △ is minus. The second table's years are actual (caption 実績).",
    ]
    bands = [
        (
            "柱１　歳入の確保",
            [
                (
                    "1-1",
                    "ふるさと納税の推進",
                    "企画政策課",
                    [(120_000, 134_206), (150_000, 148_775), (180_000, 211_340)],
                ),
                (
                    "1-2",
                    "ネーミングライツの導入",
                    "財産活用課",
                    [(2_000, 2_200), (3_200, 3_200), (4_200, 3_200)],
                ),
                (
                    "1-3",
                    "市有地の売却・貸付",
                    "財産活用課",
                    [(30_000, 12_480), (30_000, 41_905), (30_000, 8_316)],
                ),
            ],
        ),
        (
            "柱２　歳出の見直し",
            [
                (
                    "2-1",
                    "庁舎電力の調達方法の見直し",
                    "総務課",
                    [(8_000, 9_114), (8_000, -3_260), (8_000, 1_470)],
                ),
                ("2-2", "補助金の適正化", "財政課", [(None, None), (12_000, 10_850), (12_000, 13_025)]),
                (
                    "2-3",
                    "指定管理者制度の拡大",
                    "スポーツ振興課",
                    [(None, None), (None, None), (15_000, 14_400)],
                ),
            ],
        ),
    ]
    head = [
        row(
            h("番号", rs=2),
            h("取　組　項　目", rs=2),
            h("所管課", rs=2),
            *[h(t, cs=2) for t in ("令和３年度", "令和４年度", "令和５年度")],
            h("３か年累計", cs=2),
            h("進捗率", rs=2),
        ),
        row(*[h(t) for _ in range(4) for t in ("目標", "実績")]),
    ]
    rows, grand = [], [0] * 6
    for band, items in bands:
        rows.append(row(c(band, "l", cs=12, style="background:#fbe4d5;font-weight:bold")))
        sub = [0] * 6
        for number, name, office, pairs in items:
            kpi = truth.kpi(name, "千円", [office])
            cells = []
            for k, pair in enumerate(pairs):
                for role, amount in zip(("target", "actual"), pair):
                    text = yen(amount, empty="－")
                    cells.append(c(text, "n"))
                    kpi.add(
                        f"令和{3 + k}年度",
                        role,
                        2021 + k,
                        Odd(text, str(amount)) if amount is not None and amount < 0 else text,
                    )
            flat = [a or 0 for p in pairs for a in p]
            sub = [x + y for x, y in zip(sub, flat)]
            goal, done = sum(flat[::2]), sum(flat[1::2])
            rows.append(
                row(
                    c(number, "m"),
                    c(name),
                    c(office, "m"),
                    *cells,
                    n(goal),
                    n(done),
                    c(f"{done * 100 / goal:.1f}%", "n"),
                )
            )
        grand = [x + y for x, y in zip(grand, sub)]
        rows.append(
            row(
                h("小　　計", cs=3),
                *[n(a) for a in sub],
                n(sum(sub[::2])),
                n(sum(sub[1::2])),
                c(f"{sum(sub[1::2]) * 100 / sum(sub[::2]):.1f}%", "n"),
                kind="s",
            )
        )
    rows.append(
        row(
            h("合　　計", cs=3),
            *[n(a) for a in grand],
            n(sum(grand[::2])),
            n(sum(grand[1::2])),
            c(f"{sum(grand[1::2]) * 100 / sum(grand[::2]):.1f}%", "n"),
            kind="s",
        )
    )
    more = [
        row(
            h("番号"),
            h("取組項目"),
            h("指標"),
            h("基準値<br>（Ｒ２年度）"),
            h("Ｒ３年度<br>実績"),
            h("Ｒ４年度<br>実績"),
            h("Ｒ５年度<br>実績"),
            h("目標値<br>（Ｒ７年度）"),
            h("所管課"),
        )
    ]
    for number, work, label, unit, texts, office in (
        ("3-1", "窓口のデジタル化", "オンライン申請が可能な手続の数", "件", "24 41 96 158 300", "ＤＸ推進課"),
        ("3-1", "窓口のデジタル化", "証明書のコンビニ交付率", "％", "11.2 19.4 30.7 41.5 60.0", "市民課"),
        ("3-2", "働き方の改革", "職員１人当たりの年間時間外勤務", "時間", "148 152 139 131 120", "人事課"),
        ("3-3", "債権管理の強化", "市税の収納率（現年度分）", "％", "98.9 99.1 99.2 99.2 99.4", "収納課"),
    ):
        kpi = truth.kpi(label, unit, [office])
        for (period, role, year), text in zip(
            (
                ("Ｒ２年度", "baseline", 2020),
                ("Ｒ３年度", "actual", 2021),
                ("Ｒ４年度", "actual", 2022),
                ("Ｒ５年度", "actual", 2023),
                ("Ｒ７年度", "target", 2025),
            ),
            texts.split(),
        ):
            kpi.add(period, role, year, text)
        more.append(
            row(
                c(number, "m"),
                c(work),
                c(label),
                *[c(f"{t} {unit}", "n") for t in texts.split()],
                c(office, "m"),
            )
        )
    body = (
        "<div class='page'><h1>第５次樫尾市行財政改革大綱　実施計画　令和５年度進捗状況</h1><h2>１　財政効果額</h2><p class='unit'>（単位：千円）</p>"
        + table(rows, [5, 20, 11, 7, 7, 7, 7, 7, 7, 7.5, 7.5, 7], head=head)
        + "<p class='note'>※財政効果額は、取組を行わなかった場合との比較による。「△」は効果がなかったことを示す。</p></div>"
        + "<div class='page'><h2>２　効果額によらない取組の指標</h2>"
        + table(more, [5, 15, 22, 10, 10, 10, 10, 10, 10])
        + "</div>"
    )
    css = "h1{font-size:13pt} h2{font-size:11pt} th{background:#f7caac} tr.s td, tr.s th{border-top:1.5pt solid #000;background:#fff}"
    return Document(page(body, size="A4 landscape", margin="12mm", font=GOTHIC, pt=8.5, css=css), truth)


def utility() -> Document:
    """藍瀬市: 水道事業経営戦略: indicators with 計画 / 決算 in R5, averages of like utilities; construction works."""
    truth = Truth("藍瀬市", "藍瀬市水道事業経営戦略 令和５年度進捗管理表")
    truth.notes += [
        "決算 of an indicator = actual, 計画 = planned, 目標 = target. 類似団体平均 is of others and not in the truth; 算出式 is no part of the name.",
        "計画額 = forecast, 実績額 = settlement of Ｒ５ (heading). 延長 and 進捗率 are no amounts. 計 is a total.",
    ]
    data = [
        (
            "収益性",
            2,
            "経常収支比率",
            "経常収益÷経常費用×100",
            "％",
            "↑",
            "108.41 105.27 103.60 104.12 105.00",
            "110.24",
        ),
        (
            "",
            0,
            "料金回収率",
            "供給単価÷給水原価×100",
            "％",
            "↑",
            "101.36 98.85 96.50 97.03 100.00",
            "100.08",
        ),
        (
            "安全性",
            2,
            "流動比率",
            "流動資産÷流動負債×100",
            "％",
            "↑",
            "312.80 287.44 270.00 281.19 250.00",
            "358.61",
        ),
        (
            "",
            0,
            "企業債残高対給水収益比率",
            "企業債残高÷給水収益×100",
            "％",
            "↓",
            "402.55 418.03 430.00 426.71 450.00",
            "309.45",
        ),
        ("施設", 3, "有収率", "有収水量÷給水量×100", "％", "↑", "86.72 86.10 86.50 85.94 90.00", "84.77"),
        (
            "",
            0,
            "管路経年化率",
            "法定耐用年数を超えた管路÷管路延長×100",
            "％",
            "↓",
            "21.38 23.07 24.50 24.91 26.00",
            "22.18",
        ),
        ("", 0, "給水区域内人口", "年度末現在", "人", "－", "41,208 40,777 40,300 40,251 37,900", ""),
    ]
    rows = [
        row(
            h("視点", rs=2),
            h("経営指標", rs=2),
            h("単位", rs=2),
            h("望ま<br>しい<br>方向", rs=2),
            h("Ｒ３", rs=1),
            h("Ｒ４"),
            h("Ｒ５", cs=2),
            h("Ｒ10"),
            h("類似団体<br>平均（Ｒ４）", rs=2),
        ),
        row(h("決算"), h("決算"), h("計画"), h("決算"), h("目標")),
    ]
    slots = [
        ("Ｒ３決算", "actual", 2021),
        ("Ｒ４決算", "actual", 2022),
        ("Ｒ５計画", "planned", 2023),
        ("Ｒ５決算", "actual", 2023),
        ("Ｒ10目標", "target", 2028),
    ]
    for group, span, label, how, unit, way, texts, other in data:
        kpi = truth.kpi(label, unit)
        for (period, role, year), text in zip(slots, texts.split()):
            kpi.add(period, role, year, text)
        rows.append(
            row(
                *([vertical(group, rs=span)] if span else []),
                c(f"{label}<br><span class='k'>{how}</span>"),
                c(unit, "m"),
                c(way, "m"),
                *[c(t, "n") for t in texts.split()],
                c(other, "n"),
            )
        )
    works = [
        row(h("事業名"), h("事業内容"), h("計画額"), h("実績額"), h("計画延長"), h("実績延長"), h("進捗率"))
    ]
    items = [
        ("老朽管更新事業", "配水管φ75～300の布設替え", 386_000, 351_427, "6.2 km", "5.6 km", "90.3％"),
        ("浄水場設備更新事業", "中央監視装置の更新（２年目）", 214_500, 214_500, "－", "－", "100.0％"),
        ("基幹管路耐震化事業", "導水管φ500の耐震化", 128_000, 96_305, "0.9 km", "0.6 km", "66.7％"),
        ("配水池緊急遮断弁設置事業", "緑ヶ丘配水池", 42_000, 0, "－", "－", "0.0％"),
    ]
    total = truth.project("計", total=True)
    for name, what, plan, done, a, b, rate in items:
        project = truth.project(name, summary=what)
        project.add(2023, "forecast", "", plan, yen(plan))
        project.add(2023, "settlement", "", done, yen(done))
        works.append(row(c(name), c(what), n(plan), n(done), c(a, "n"), c(b, "n"), c(rate, "n")))
    plan, done = sum(i[2] for i in items), sum(i[3] for i in items)
    total.add(2023, "forecast", "", plan, yen(plan))
    total.add(2023, "settlement", "", done, yen(done))
    works.append(row(h("計", cs=2), n(plan), n(done), c("7.1 km", "n"), c("6.2 km", "n"), c("")))
    body = (
        "<h1>藍瀬市水道事業経営戦略　令和５年度進捗管理表</h1><h2>(1) 経営指標の進捗</h2>"
        + table(rows, [6, 29, 7, 7, 9, 9, 9, 9, 9, 11])
        + "<h2>(2) 令和５年度　主な建設改良事業の進捗</h2><p class='unit'>（単位：千円、税込）</p>"
        + table(works, [22, 27, 12, 12, 9, 9, 9])
        + "<p class='note'>※配水池緊急遮断弁設置事業は、令和６年度に全額（42,000千円）を繰り越した。</p>"
    )
    css = "h1{font-size:13pt} h2{font-size:10.5pt;border-left:3mm solid #2f75b5;padding-left:2mm} th{background:#2f75b5;color:#fff} table,td,th{border-color:#2f75b5} .k{font-size:6.5pt;color:#444}"
    return Document(page(body, margin="13mm", font=TAKAO, pt=8.5, css=css), truth)


DOCUMENTS = {
    "b7_grant_review": grant_review,
    "b7_sheet_symbols": sheet_symbols,
    "b7_measure_projects": measure_projects,
    "b7_reform_effect": reform_effect,
    "b7_utility_strategy": utility,
}
