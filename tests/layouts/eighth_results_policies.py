"""Eighth batch: a sheet of a measure with its full cost, indicators in blocks of their own and the list of its projects."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import IPAEX, Document, c, h, page, row, table, vertical, yen
from truthfile import Truth

KINDS = [("Ｒ４決算", 2022, "settlement"), ("Ｒ５決算", 2023, "settlement"), ("Ｒ６予算", 2024, "budget")]
COLUMNS = [
    ("Ｒ２実績", 2020, "actual"),
    ("Ｒ３実績", 2021, "actual"),
    ("Ｒ４実績", 2022, "actual"),
    ("Ｒ５実績", 2023, "actual"),
    ("Ｒ６計画", 2024, "planned"),
    ("Ｒ７目標", 2025, "target"),
]


def full_cost() -> Document:
    """刈安市: 施策評価シート: staff, direct and indirect cost and funds of the 施策, blocks of indicators, 構成事務事業 with フルコスト."""
    truth = Truth("刈安市", "令和６年度行政評価 施策評価シート（令和５年度実績）")
    truth.notes += [
        "The 施策 (施策名 of the form) stands as a project with its own cost and the 主管課. フルコスト is the whole; its funds sum to it. Numbers of staff and 受益者負担率 are no amounts.",
        "計画 = planned, 目標 = target, 実績 = actual, as the column says. A dash is not_available.",
        "構成事務事業: Ｒ５決算 over 直接事業費, フルコスト and うち一般財源. 計 is a total. 担当課 of the row.",
        "直接人件費 etc. are components as printed in the inner label; the outer label (人件費, 事業費) is not part of them.",
    ]
    data = [
        dict(
            code="030201",
            name="地域で支え合う福祉の推進",
            office="福祉政策課",
            part="健康福祉部",
            others="長寿課、障害福祉課",
            chapter=("第３章　みんなで支え合う安心のまち", "第２節　地域福祉"),
            aim=("市民、地域で福祉活動を行う団体", "地域の中で互いに見守り、支え合う関係ができている。"),
            people=[["8.20", "8.45", "8.40"], ["2.0", "3.0", "3.0"]],
            costs=[
                ("人件費", "直接人件費", [58_220, 60_164, 60_312]),
                ("人件費", "間接人件費", [12_404, 11_987, 12_100]),
                ("事業費", "直接事業費", [96_318, 104_726, 118_540]),
                ("事業費", "間接事業費", [702, 694, 690]),
            ],
            funds=[
                ("使用料・手数料", [0, 0, 0]),
                ("国庫支出金", [21_440, 26_915, 31_200]),
                ("県支出金", [14_062, 15_338, 17_050]),
                ("市債", [0, 0, 6_300]),
                ("その他", [3_902, 4_155, 4_000]),
            ],
            rates=["0.0", "0.0", "0.0"],
            kpis=[
                (
                    "地区福祉委員会の活動に参加した人数",
                    "人",
                    "延べ人数。各地区の報告による。",
                    ["18,420", "21,306", "27,944", "31,870", "33,000", "35,000"],
                ),
                (
                    "福祉に関する相談の件数",
                    "件",
                    "福祉まるごと相談窓口で受けた件数",
                    ["－", "1,204", "1,688", "2,015", "2,100", "2,200"],
                ),
                (
                    "避難行動要支援者の個別避難計画の作成率",
                    "％",
                    "計画作成者数÷名簿登載者数×100",
                    ["4.1", "9.8", "22.5", "36.0", "50.0", "70.0"],
                ),
            ],
            works=[
                (
                    "03020101",
                    "社会福祉協議会補助事業",
                    "福祉政策課",
                    48_200,
                    50_916,
                    50_916,
                    "3",
                    "3",
                    "2",
                    "継続",
                ),
                (
                    "03020102",
                    "民生委員児童委員活動事業",
                    "福祉政策課",
                    22_314,
                    35_640,
                    14_302,
                    "3",
                    "3",
                    "3",
                    "継続",
                ),
                (
                    "03020103",
                    "福祉まるごと相談窓口運営事業",
                    "福祉政策課",
                    19_880,
                    51_208,
                    34_860,
                    "3",
                    "3",
                    "3",
                    "拡充",
                ),
                (
                    "03020104",
                    "避難行動要支援者支援事業",
                    "福祉政策課",
                    6_452,
                    21_377,
                    15_104,
                    "3",
                    "2",
                    "2",
                    "拡充",
                ),
                (
                    "03020105",
                    "成年後見制度利用支援事業",
                    "長寿課",
                    7_880,
                    18_430,
                    15_981,
                    "3",
                    "2",
                    "3",
                    "継続",
                ),
            ],
        ),
        dict(
            code="030401",
            name="障害のある人の自立の支援",
            office="障害福祉課",
            part="健康福祉部",
            others="こども課",
            chapter=("第３章　みんなで支え合う安心のまち", "第４節　障害者福祉"),
            aim=("障害のある人とその家族", "本人の希望に応じて、住み慣れた地域で暮らし、働いている。"),
            people=[["13.10", "13.10", "13.60"], ["4.0", "4.0", "5.0"]],
            costs=[
                ("人件費", "直接人件費", [93_010, 93_272, 97_648]),
                ("人件費", "間接人件費", [19_816, 18_583, 19_590]),
                ("事業費", "直接事業費", [2_240_117, 2_418_306, 2_566_800]),
                ("事業費", "間接事業費", [1_121, 1_076, 1_118]),
            ],
            funds=[
                ("使用料・手数料", [1_830, 1_774, 1_800]),
                ("国庫支出金", [1_088_402, 1_177_945, 1_252_100]),
                ("県支出金", [560_244, 604_318, 641_030]),
                ("市債", [0, 0, 0]),
                ("その他", [2_115, 1_990, 2_000]),
            ],
            rates=["0.1", "0.1", "0.1"],
            kpis=[
                (
                    "福祉施設から一般就労へ移行した人数",
                    "人",
                    "年度中に移行した人数",
                    ["14", "17", "15", "22", "24", "26"],
                ),
                (
                    "グループホームの定員",
                    "人",
                    "市内の事業所の定員の合計",
                    ["98", "112", "126", "141", "150", "160"],
                ),
            ],
            works=[
                (
                    "03040101",
                    "障害福祉サービス等給付事業",
                    "障害福祉課",
                    2_204_870,
                    2_268_311,
                    576_240,
                    "3",
                    "3",
                    "3",
                    "継続",
                ),
                (
                    "03040102",
                    "地域生活支援事業",
                    "障害福祉課",
                    148_226,
                    176_905,
                    88_430,
                    "3",
                    "3",
                    "2",
                    "継続",
                ),
                (
                    "03040103",
                    "障害児通園施設運営事業",
                    "こども課",
                    58_413,
                    71_080,
                    66_218,
                    "3",
                    "3",
                    "3",
                    "継続",
                ),
                (
                    "03040104",
                    "手話言語普及啓発事業",
                    "障害福祉課",
                    6_797,
                    14_941,
                    14_322,
                    "3",
                    "2",
                    "2",
                    "改善",
                ),
            ],
        ),
    ]
    body = ""
    for d in data:
        project = truth.project(d["name"], [d["office"]])
        full = [sum(x[2][i] for x in d["costs"]) for i in range(3)]
        general = [full[i] - sum(f[1][i] for f in d["funds"]) for i in range(3)]
        assert min(general) > 0
        cost = [
            row(h("項　　　　目", cs=3), h("単位"), *[h(t) for t, _, _ in KINDS]),
            row(
                vertical("コストの内訳", rs=7),
                c("投入人員", rs=2),
                c("正職員数"),
                c("人", "m", rs=2),
                *[c(x, "n") for x in d["people"][0]],
            ),
            row(c("会計年度任用職員数"), *[c(x, "n") for x in d["people"][1]]),
        ]
        for i, (group, label, amounts) in enumerate(d["costs"]):
            lead = [c(group, rs=2)] if i % 2 == 0 else []
            unit = [c("千円", "m", rs=5)] if i == 0 else []
            cost.append(row(*lead, c(label), *unit, *[c(yen(a), "n") for a in amounts]))
        cost.append(row(h("フルコスト", cs=2), *[c(f"<b>{yen(a)}</b>", "n") for a in full]))
        lines = [*d["funds"], ("一般財源", general)]
        for i, (label, amounts) in enumerate(lines):
            lead = [vertical("財源内訳", rs=6)] if i == 0 else []
            unit = [c("千円", "m", rs=6)] if i == 0 else []
            cost.append(row(*lead, c(label, cs=2), *unit, *[c(yen(a), "n") for a in amounts]))
        cost.append(
            row(
                c("受益者負担率（使用料・手数料÷フルコスト）", cs=3),
                c("％", "m"),
                *[c(x, "n") for x in d["rates"]],
            )
        )
        for i, (_, year, kind) in enumerate(KINDS):
            for _, label, amounts in d["costs"]:
                project.add(year, kind, label, amounts[i], yen(amounts[i]))
            project.add(year, kind, "フルコスト", full[i], yen(full[i]))
            for label, amounts in lines:
                project.add(year, kind, label, amounts[i], yen(amounts[i]))
        blocks = ""
        for k, (name, unit, how, figures) in enumerate(d["kpis"], 1):
            kpi = truth.kpi(name, unit, [d["office"]])
            for (text, year, role), figure in zip(COLUMNS, figures, strict=True):
                kpi.add(text, role, year, figure)
            blocks += table(
                [
                    row(h(f"成果指標{k}"), c(name, cs=4), h("単位"), c(unit, "m")),
                    row(h("説明"), c(how, cs=6)),
                    row(h("項目"), *[h(t) for t, _, _ in COLUMNS]),
                    row(h("数値"), *[c(x, "n") for x in figures]),
                ],
                [16, 14, 14, 14, 14, 14, 14],
                style="margin-bottom:1.2mm",
            )
        works = [
            row(
                h("事務事業<br>コード", rs=2),
                h("事 務 事 業 名", rs=2),
                h("担当課", rs=2),
                h("Ｒ５決算（千円）", cs=3),
                h("評価", cs=3),
                h("方向性", rs=2),
            ),
            row(h("直接事業費"), h("フルコスト"), h("うち一般財源"), h("妥当性"), h("有効性"), h("効率性")),
        ]
        for code, name, office, direct, whole, rest, *marks, way in d["works"]:
            work = truth.project(name, [office])
            for label, amount in (("直接事業費", direct), ("フルコスト", whole), ("うち一般財源", rest)):
                work.add(2023, "settlement", label, amount, yen(amount))
            works.append(
                row(
                    c(code, "m"),
                    c(name),
                    c(office, "m"),
                    *[c(yen(x), "n") for x in (direct, whole, rest)],
                    *[c(x, "m") for x in marks],
                    c(way, "m"),
                )
            )
        assert sum(w[3] for w in d["works"]) == d["costs"][2][2][1], (
            d["name"],
            sum(w[3] for w in d["works"]),
        )
        assert sum(w[4] for w in d["works"]) == full[1], (d["name"], sum(w[4] for w in d["works"]), full[1])
        assert sum(w[5] for w in d["works"]) == general[1], (
            d["name"],
            sum(w[5] for w in d["works"]),
            general[1],
        )
        sums = [sum(w[i] for w in d["works"]) for i in (3, 4, 5)]
        total = truth.project("計", total=True)
        total.add(2023, "settlement", "フルコスト", sums[1], yen(sums[1]))
        works.append(row(h("計", cs=3), *[c(yen(x), "n") for x in sums], c("", cs=4)))
        body += (
            "<div class='page'><h1>令和６年度行政評価　施策評価シート（令和５年度実績）</h1>"
            + table(
                [
                    row(h("施 策 名"), c(f"<b>{d['name']}</b>"), h("施策コード"), c(d["code"], "m")),
                    row(h("総合計画"), c("　".join(d["chapter"])), h("主管部"), c(d["part"], "m")),
                    row(h("対　　象"), c(d["aim"][0]), h("主管課"), c(d["office"], "m")),
                    row(h("意　　図"), c(d["aim"][1]), h("関係課"), c(d["others"], "m")),
                ],
                [12, 50, 12, 26],
            )
            + "<h2>１．施策にかかるコスト</h2>"
            + table(cost, [5, 14, 27, 9, 15, 15, 15])
            + "<h2>２．施策の成果指標</h2>"
            + blocks
            + "<h2>３．施策を構成する事務事業</h2>"
            + table(works, [10, 27, 11, 11, 11, 11, 5.5, 5.5, 5.5, 8])
            + "<h2>４．施策の評価</h2>"
            + table(
                [
                    row(h("進捗度"), c("□順調　　■概ね順調　　□やや遅れている　　□遅れている")),
                    row(h("今後の方向"), c("成果：■向上　□維持　　コスト：□増加　■維持　□縮減")),
                ],
                [14, 86],
            )
            + "</div>"
        )
    css = (
        "h1{font-size:11.5pt;background:#1f4e79;color:#fff;padding:1mm;margin-bottom:2mm} h2{font-size:9pt;margin:2mm 0 .8mm} th{background:#ddebf7} td,th{padding:.35mm .8mm;line-height:1.15}"
        " .v{letter-spacing:0}"
    )
    return Document(page(body, margin="11mm 13mm", font=IPAEX, pt=7.5, css=css), truth)


DOCUMENTS = {"b8_measure_full_cost": full_cost}
