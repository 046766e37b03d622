"""Seventh batch: a sheet that names its indicators in one table and counts them in another."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import GOTHIC, IPAEX, MINCHO, NOTO, TAKAO, Document, c, h, page, row, table, vertical, yen
from truthfile import Odd, Truth, shown


def n(amount, empty=""):
    return c(yen(amount, empty=empty), "n")


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


DOCUMENTS = {
    "b7_sheet_symbols": sheet_symbols,
}
