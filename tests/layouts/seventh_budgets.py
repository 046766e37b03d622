"""Seventh batch: budgets and plans of a ward."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import GOTHIC, MINCHO, NOTO, TAKAO, Document, c, h, page, rate, row, table, yen
from truthfile import Truth


def n(amount, empty=""):
    return c(yen(amount, empty=empty), "n")


def fifteen_months() -> Document:
    """蛍沢市: 主要事業: this year's 当初 with last year's 2月補正 beside it, last year's 当初, amounts in the text."""
    truth = Truth("蛍沢市", "令和７年度 当初予算（案）の主要事業")
    truth.notes += [
        "令和６年度２月補正予算額 = supplementary of 2024. 計（Ａ＋Ｂ） sums two years and is not in the truth. 増減 is Ａ－Ｃ.",
        "Department in brackets under the name, no part of it. 新 / 拡 are marks. Amounts inside 事業概要 are not in the truth. － is no amount. 合計 is a total.",
    ]
    bands = [
        (
            "Ⅰ　安心して産み育てられるまち",
            [
                (
                    "新",
                    "産後ケア利用料助成事業",
                    "こども家庭課",
                    8_640,
                    None,
                    None,
                    "産後ケアの利用者負担額を１回当たり3,000円助成する。",
                ),
                (
                    "拡",
                    "小中学校体育館空調整備事業",
                    "教育施設課",
                    62_500,
                    418_000,
                    35_200,
                    "・小学校４校　312,000千円<br>・中学校１校　106,000千円<br>・設計委託料　 62,500千円",
                ),
                (
                    "",
                    "放課後児童クラブ運営事業",
                    "保育課",
                    284_316,
                    None,
                    271_904,
                    "20クラブ（定員1,140人）の運営を委託する。",
                ),
            ],
        ),
        (
            "Ⅱ　災害に強く住み続けられるまち",
            [
                (
                    "",
                    "橋りょう長寿命化事業",
                    "道路維持課",
                    136_000,
                    84_000,
                    158_400,
                    "ほたる橋など６橋の補修工事と27橋の定期点検を行う。",
                ),
                (
                    "拡",
                    "雨水貯留施設整備事業",
                    "下水道課",
                    540_700,
                    None,
                    322_100,
                    "貯留量4,800㎥の施設を令和９年度までに整備する。（継続費総額　1,620,000千円）",
                ),
                (
                    "新",
                    "避難所Ｗｉ－Ｆｉ整備事業",
                    "危機管理課",
                    0,
                    23_760,
                    None,
                    "指定避難所36か所に通信環境を整える（令和６年度へ前倒し）。",
                ),
            ],
        ),
        (
            "Ⅲ　にぎわいと仕事を生むまち",
            [
                (
                    "",
                    "プレミアム付商品券発行事業",
                    "商工観光課",
                    45_000,
                    120_000,
                    165_000,
                    "発行総額６億円、プレミアム率20％",
                ),
                (
                    "",
                    "企業立地奨励事業",
                    "産業立地推進室",
                    71_283,
                    None,
                    88_950,
                    "奨励金　８社　69,800千円　ほか",
                ),
            ],
        ),
    ]
    head = [
        row(
            h("区分", rs=2),
            h("事業名<br>（担当課）", rs=2),
            h("令和７年度<br>当初予算額", cs=1),
            h("令和６年度<br>２月補正予算額"),
            h("計"),
            h("令和６年度<br>当初予算額"),
            h("増減"),
            h("事　業　概　要", rs=2),
        ),
        row(h("Ａ"), h("Ｂ"), h("Ａ＋Ｂ"), h("Ｃ"), h("Ａ－Ｃ")),
    ]
    rows, sums = [], [0, 0, 0]
    for band, items in bands:
        rows.append(row(c(band, "l", cs=8), kind="band"))
        for mark, name, office, a, b, z, text in items:
            project = truth.project(
                name, [office], change_yen=(a - (z or 0)) * 1000, summary=text.replace("<br>", "")
            )
            project.add(2025, "initial_budget", "", a, yen(a))
            project.add(2024, "supplementary", "", b, yen(b))
            project.add(2024, "initial_budget", "", z, yen(z))
            sums = [s + (v or 0) for s, v in zip(sums, (a, b, z))]
            rows.append(
                row(
                    c(f"<span class='mark'>{mark}</span>" if mark else "", "m"),
                    c(f"{name}<br><span class='o'>（{office}）</span>"),
                    n(a),
                    n(b, "－"),
                    n(a + (b or 0)),
                    n(z, "－"),
                    c(yen(a - (z or 0), minus="▲"), "n"),
                    c(text, style="font-size:7.5pt"),
                )
            )
    a, b, z = sums
    total = truth.project("主要事業　合計", total=True, change_yen=(a - z) * 1000)
    total.add(2025, "initial_budget", "", a, yen(a))
    total.add(2024, "supplementary", "", b, yen(b))
    total.add(2024, "initial_budget", "", z, yen(z))
    rows.append(
        row(h("主要事業　合計", cs=2), n(a), n(b), n(a + b), n(z), c(yen(a - z, minus="▲"), "n"), c(""))
    )
    body = (
        "<h1>令和７年度　当初予算（案）の主要事業</h1><p>　国の補正予算に対応した令和６年度２月補正予算（総額　645,760千円）と一体的に編成しました。</p><p class='unit'>（単位：千円）</p>"
        + table(rows, [5, 21, 10.5, 10.5, 10.5, 10.5, 10, 22], head=head)
        + "<p class='note'>新：新規事業　拡：拡充事業</p>"
    )
    css = "h1{font-size:14pt} th{border-left:none;border-right:none;background:#e8e8e8} td{border-left:none;border-right:none;border-top:0.4pt dotted #000;border-bottom:0.4pt dotted #000} .band td{background:#404040;color:#fff;font-weight:bold} .mark{border:0.6pt solid #000;padding:0 1mm} .o{font-size:7.5pt}"
    return Document(page(body, margin="13mm", font=MINCHO, pt=8.5, css=css), truth)


def ward_plan() -> Document:
    """萌木区: 実施計画: a form a project: 現況 and three years over 事業量 in words, 計画事業費 and its funds; indicators below."""
    truth = Truth("萌木区", "萌木区実施計画（令和７年度～令和９年度）")
    truth.notes += [
        "計画事業費 = forecast. ３か年合計 sums the years: not in the truth. 事業量 stands in words (設計, 工事, 10園) and is not in the truth; － is no amount.",
        "現況 = baseline: its year is printed in the header (令和５年度末). 目標 of each year = target. Indicators take the 所管課 of the form.",
        "The number of the 計画事業 has a cell of its own.",
    ]
    items = [
        (
            "12",
            "区立公園の再整備",
            "みどり公園課",
            "老朽化した公園を地域の声を聴きながら造り替え、誰もが憩える場とする。",
            ["２園", "設計２園", "工事２園<br>設計１園", "工事１園"],
            (36_400, 412_800, 198_000),
            (18_000, 250_000, 120_000),
            [
                ("再整備した公園の数（累計）", "園", "2 2 4 5"),
                ("公園に満足している区民の割合", "％", "61.8 63.0 65.0 68.0"),
            ],
        ),
        (
            "13",
            "電柱のない道づくり",
            "道路課",
            "防災上重要な区道の無電柱化を進め、安全で快適な歩行空間を確保する。",
            ["0.8km", "調査・設計", "支障移設", "本体工事"],
            (54_900, 127_000, 340_500),
            (None, 63_500, 238_350),
            [("無電柱化に着手した区道の延長（累計）", "km", "0.8 1.1 1.1 1.6")],
        ),
        (
            "14",
            "自転車シェアリングの拡充",
            "交通対策課",
            "サイクルポートを増設し、区内の移動の足として定着させる。",
            ["48か所", "10か所増設", "10か所増設", "検証"],
            (7_200, 7_200, 2_400),
            (None, None, None),
            [("シェアサイクルの年間利用回数", "千回", "385 420 460 500")],
        ),
    ]
    body = "<p class='unit'>萌木区実施計画（令和７年度～令和９年度）</p><h1>施策５　快適なまちの基盤を整える</h1>"
    for number, name, office, aim, works, costs, special, kpis in items:
        project = truth.project(name, [office], summary=aim)
        general = [a - (b or 0) for a, b in zip(costs, special)]
        for k in range(3):
            project.add(2025 + k, "forecast", "", costs[k], yen(costs[k]))
            project.add(2025 + k, "forecast", "特定財源", special[k], yen(special[k]))
            project.add(2025 + k, "forecast", "一般財源", general[k], yen(general[k]))
        grey = c("", style="background:#ddd")
        sums = [sum(costs), sum(v or 0 for v in special) or None, sum(general)]
        rows = [
            row(
                h("計画事業"),
                c(number, "m"),
                c(name, cs=4, style="font-weight:bold;font-size:10.5pt"),
                h("所管課"),
                c(office, "m"),
            ),
            row(h("事業目的"), c(aim, cs=7)),
            row(
                h("年次計画", cs=2),
                h("現況<br>（令和５年度末）", cs=2),
                h("令和７年度"),
                h("令和８年度"),
                h("令和９年度"),
                h("３か年合計"),
            ),
            row(h("事業量", cs=2), c(works[0], "m", cs=2), *[c(t, "m") for t in works[1:]], grey),
            row(
                h("計画事業費（千円）", cs=2),
                c("", cs=2, style="background:#ddd"),
                *[n(a) for a in costs],
                n(sums[0]),
            ),
            row(
                h("特定財源", cs=2),
                c("", cs=2, style="background:#ddd"),
                *[n(a, "－") for a in special],
                n(sums[1], "－"),
            ),
            row(
                h("一般財源", cs=2),
                c("", cs=2, style="background:#ddd"),
                *[n(a) for a in general],
                n(sums[2]),
            ),
        ]
        marks = [
            row(
                h("成果指標"),
                h("単位"),
                h("現況<br>（令和５年度末）"),
                h("令和７年度<br>目標"),
                h("令和８年度<br>目標"),
                h("令和９年度<br>目標"),
            )
        ]
        for label, unit, texts in kpis:
            kpi = truth.kpi(label, unit, [office])
            for (period, role, year), text in zip(
                (
                    ("現況（令和５年度末）", "baseline", 2023),
                    ("令和７年度目標", "target", 2025),
                    ("令和８年度目標", "target", 2026),
                    ("令和９年度目標", "target", 2027),
                ),
                texts.split(),
            ):
                kpi.add(period, role, year, text)
            marks.append(row(c(label), c(unit, "m"), *[c(t, "n") for t in texts.split()]))
        body += (
            "<div class='b'>"
            + table(rows, [11, 6, 6, 13, 16, 16, 16, 16])
            + table(marks, [34, 8, 16, 14, 14, 14], style="margin-top:1.2mm")
            + "</div>"
        )
    css = "h1{font-size:14pt;text-align:left;background:#f4b183;padding:1.5mm} th{background:#fce4d6} .b{margin-bottom:6mm}"
    return Document(page(body, margin="14mm", font=GOTHIC, pt=9, css=css), truth)


DOCUMENTS = {
    "b7_budget_fifteen_months": fifteen_months,
    "b7_ward_plan": ward_plan,
}
