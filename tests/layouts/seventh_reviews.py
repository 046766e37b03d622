"""Seventh batch: reviews of grants and of measures with their projects."""

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


DOCUMENTS = {
    "b7_grant_review": grant_review,
    "b7_measure_projects": measure_projects,
}
