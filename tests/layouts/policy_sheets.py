"""施策評価シート of 総合計画: 成果指標 inside a form, with costs or the projects that make up the 施策."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, TAKAO, Document, c, h, page, row, table, vertical, yen
from truthfile import Odd, Printed, Truth, shown


def outcome_form() -> Document:
    """架空市: form with 成果指標 (単位, 方向 ↑, 基準値, 実績, 目標値) and 施策コスト in three years."""
    truth = Truth("架空市", "令和６年度 施策評価シート（令和５年度実績） 施策13 高齢者福祉の充実")
    department = "福祉部 高齢者支援課"
    indicators: list[tuple[str, str, str, list[Printed]]] = [
        ("生きがいを感じている高齢者の割合", "％", "↑", ["62.4", "60.1", "61.8", "65.0", "70.0"]),
        ("シルバー人材センターの会員数", "人", "↑", ["812", "790", "768", "774", "850"]),
        ("要介護認定を受けていない高齢者の割合", "％", "→", ["81.9", "81.5", "81.1", "80.8", "80.0"]),
        ("介護予防サポーターの登録者数", "人", "↑", ["46", "58", "73", "91", "120"]),
        ("介護離職をした家族がいる世帯の割合", "％", "↓", ["3.2", "－", "－", "2.7", "2.0"]),
    ]
    columns = [
        ("基準値 (R元)", "baseline", 2019),
        ("R3", "actual", 2021),
        ("R4", "actual", 2022),
        ("R5", "actual", 2023),
        ("目標値 (R7)", "target", 2025),
    ]
    rows = [
        row(
            h("指標名", rs=2),
            h("単位", rs=2),
            h("方向", rs=2),
            h("基準値<br>(R元)", rs=2),
            h("実績値", cs=3),
            h("目標値<br>(R7)", rs=2),
        ),
        row(h("R3"), h("R4"), h("R5")),
    ]
    for name, unit, arrow, figures in indicators:
        kpi = truth.kpi(name, unit, [department])
        for (period, role, year), figure in zip(columns, figures, strict=True):
            kpi.add(period, role, year, figure)
        rows.append(row(c(name), c(unit, "m"), c(arrow, "m"), *[c(shown(f), "n") for f in figures]))
    blank = row(*[c("&nbsp;")] * 8)
    costs = [("事業費", [412_870, 430_115, 447_902]), ("人件費", [68_400, 69_120, 66_960])]
    total = [sum(line[1][i] for line in costs) for i in range(3)]
    cost_rows = [row(h("区分"), h("R3決算"), h("R4決算"), h("R5決算"))]
    policy = truth.project("高齢者福祉の充実", [department])
    for label, amounts in [*costs, ("トータルコスト", total)]:
        for year, amount in zip((2021, 2022, 2023), amounts, strict=True):
            policy.add(year, "settlement", "" if label == "トータルコスト" else label, amount, yen(amount))
        cost_rows.append(row(c(label), *[c(yen(a), "n") for a in amounts]))
    marks = "".join(f"<span class=s>{n}</span>" for n in (1, 3, 8, 10, 11, 17))
    body = (
        "<h1>令和６年度　施策評価シート<small>（令和５年度実績）</small></h1>"
        + table(
            [
                row(h("施策番号"), c("13", "m"), h("施策名"), c("高齢者福祉の充実")),
                row(h("政策名"), c("支え合い　健やかに暮らせるまち", cs=3)),
                row(h("主管課"), c(department, cs=3)),
                row(h("関連課"), c("健康推進課、国保年金課", cs=3)),
                row(h("ＳＤＧｓ"), c(marks, cs=3)),
            ],
            [14, 22, 14, 50],
        )
        + "<h2>１　施策の目指す姿</h2><div class=box>高齢者が住み慣れた地域で、役割と生きがいを持ちながら安心して暮らしています。</div>"
        "<h2>２　成果指標の推移</h2>"
        + table([*rows, blank], [36, 7, 7, 10, 10, 10, 10, 10])
        + "<h2>３　施策のコスト<span class=u>（単位：千円）</span></h2>"
        + table(cost_rows, [40, 20, 20, 20], style="width:70%")
        + "<h2>４　評価</h2>"
        + table(
            [
                row(h("進捗状況"), c("□順調　　■おおむね順調　　□やや遅れ　　□遅れ")),
                row(
                    h("成果と課題"),
                    c(
                        "通いの場は48か所に増え、参加者は延べ21,340人となった。一方で担い手は70歳代が6割を占める。",
                        "tall",
                    ),
                ),
                row(
                    h("今後の方向"),
                    c(
                        "移動支援と組み合わせ、通いの場に行けない高齢者への支援を令和7年度から始める。",
                        "tall",
                    ),
                ),
            ],
            [16, 84],
        )
    )
    css = (
        "h1{font-size:14pt} h2{font-size:10pt} th{background:#fde9d9} .box{border:0.6pt solid #000;padding:2mm}"
        " .tall{height:16mm;vertical-align:top} .u{font-weight:normal;font-size:8.5pt}"
        " .s{display:inline-block;border:1pt solid #666;width:6mm;text-align:center;margin-right:1mm}"
    )
    truth.notes.append(
        "The 施策 itself stands as a project with its costs; トータルコスト is the total (component '')."
    )
    return Document(page(body, font=GOTHIC, pt=9.5, css=css, margin="14mm 15mm"), truth)


def measure_with_projects() -> Document:
    """作例市: 指標 with 目標/実績/達成度 rows inside the form, then the projects of the 施策 with 決算 and 予算."""
    truth = Truth("作例市", "平成30年度 施策評価調書（平成29年度の振り返り） 2-3 良好な生活環境の保全")
    department = "環境部環境政策課"
    truth.notes.append(
        "Heisei edition. KPI departments = 担当部課 of the form; projects have their own 担当課."
    )
    years = [("27年度", 2015), ("28年度", 2016), ("29年度", 2017), ("30年度", 2018)]
    indicators: list[tuple[str, str, list[Printed], list[Printed]]] = [
        (
            "公害苦情の年間受付件数",
            "件",
            [
                Odd("60以下", "60", "at_most"),
                Odd("58以下", "58", "at_most"),
                Odd("56以下", "56", "at_most"),
                Odd("54以下", "54", "at_most"),
            ],
            ["63", "59", "51", ""],
        ),
        ("環境基準の達成率（河川）", "％", ["90.0", "92.0", "94.0", "96.0"], ["88.9", "88.9", "94.4", ""]),
        ("環境学習講座の参加者数", "人", ["800", "850", "900", "950"], ["764", "903", "881", ""]),
    ]
    rows = [row(h("指　標　名", cs=2), h("単位"), h("区分"), *[h(y) for y, _ in years])]
    for number, (name, unit, goals, actuals) in enumerate(indicators):
        kpi = truth.kpi(name, unit, [department])
        for (label, year), goal in zip(years, goals, strict=True):
            kpi.add(f"{label} 目標", "target", year, goal)
        for (label, year), actual in zip(years, actuals, strict=True):
            kpi.add(f"{label} 実績", "actual", year, actual)
        rows += [
            row(
                c("①②③"[number], "m", rs=3),
                c(name, rs=3),
                c(unit, "m", rs=3),
                c("目標", "m"),
                *[c(shown(g), "n") for g in goals],
            ),
            row(c("実績", "m"), *[c(shown(a), "n") for a in actuals]),
            row(
                c("達成度", "m"),
                *[
                    c(d, "m g")
                    for d in (["Ｃ", "Ｂ", "Ａ", ""], ["Ｂ", "Ｂ", "Ａ", ""], ["Ｂ", "Ａ", "Ｂ", ""])[number]
                ],
            ),
        ]
    projects = [
        ("公害対策事務費", "環境政策課", 12_504, 11_987, 12_210, "継続"),
        ("河川水質調査委託事業", "環境政策課", 8_640, 8_640, 8_802, "継続"),
        ("環境学習推進事業", "環境政策課", 2_315, 2_044, 2_980, "拡充"),
        ("あき地等適正管理事業", "生活衛生課", 1_120, 874, 1_120, "継続"),
        ("犬猫不妊去勢手術費補助事業", "生活衛生課", 3_000, 2_955, 3_000, "継続"),
        ("斎場施設改修事業", "生活衛生課", 45_360, 45_144, 0, "完了"),
    ]
    listing = [
        row(
            h("事　務　事　業　名", rs=2),
            h("担当課", rs=2),
            h("平成29年度", cs=2),
            h("平成30年度", rs=1),
            h("方向性", rs=2),
        ),
        row(h("予算額"), h("決算額"), h("予算額")),
    ]
    for name, office, budget, spent, following, direction in projects:
        project = truth.project(name, [office])
        project.add(2017, "budget", "", budget, yen(budget))
        project.add(2017, "settlement", "", spent, yen(spent))
        project.add(2018, "budget", "", following, yen(following))
        listing.append(
            row(
                c(name),
                c(office, "m"),
                *[c(yen(a), "n") for a in (budget, spent, following)],
                c(direction, "m"),
            )
        )
    sums = [sum(p[i] for p in projects) for i in (2, 3, 4)]  # type: ignore[misc]
    total = truth.project("計", total=True)
    for year, kind, amount in zip((2017, 2017, 2018), ("budget", "settlement", "budget"), sums, strict=True):
        total.add(year, kind, "", amount, yen(amount))
    listing.append(row(h("計", cs=2), *[c(yen(s), "n") for s in sums], c("")))
    form = table(
        [
            row(
                vertical("基本事項", rs=3),
                h("施策名"),
                c("２－３　良好な生活環境の保全"),
                h("担当部課"),
                c(department),
            ),
            row(h("目　的"), c("公害の防止と衛生的な環境づくりにより、快適な暮らしを守る。", cs=3)),
            row(h("対　象"), c("市民、事業者", cs=3)),
        ],
        [5, 12, 43, 12, 28],
    )
    body = (
        "<h1>平成30年度　施策評価調書</h1><p class=unit>（平成29年度の振り返り）</p>"
        + form
        + "<h2>◆ 施策の指標</h2>"
        + table(rows, [5, 33, 7, 9, 11.5, 11.5, 11.5, 11.5])
        + "<h2>◆ 施策を構成する事務事業</h2><p class=unit>（単位：千円）</p>"
        + table(listing, [36, 16, 13, 13, 13, 9])
        + "<h2>◆ 一次評価</h2>"
        + table(
            [
                row(
                    vertical("評価", rs=1),
                    c("苦情件数は目標を達成した。斎場の改修は完了し、今後は維持管理に移る。", "tall"),
                )
            ],
            [5, 95],
        )
        + "<p class=foot>― 27 ―</p>"
    )
    css = (
        "h1{font-size:14pt;letter-spacing:.2em} h2{font-size:10pt} th{background:#ddd} .g{background:#f5f5f5}"
        " .tall{height:18mm;vertical-align:top} .foot{text-align:center;margin-top:5mm}"
    )
    return Document(page(body, font=TAKAO, pt=9, css=css, margin="13mm 15mm"), truth)


DOCUMENTS = {
    "policy_outcome_form": outcome_form,
    "policy_with_projects": measure_with_projects,
}
