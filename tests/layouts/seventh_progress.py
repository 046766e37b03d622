"""Seventh batch: progress of reforms and of a public enterprise."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import GOTHIC, IPAEX, MINCHO, NOTO, TAKAO, Document, c, h, page, row, table, vertical, yen
from truthfile import Odd, Truth, shown


def n(amount, empty=""):
    return c(yen(amount, empty=empty), "n")


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
    "b7_reform_effect": reform_effect,
    "b7_utility_strategy": utility,
}
