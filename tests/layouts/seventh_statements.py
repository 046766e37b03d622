"""Seventh batch: an audit of revenue, and controls."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import GOTHIC, MINCHO, NOTO, TAKAO, Document, c, h, page, rate, row, table, yen
from truthfile import Truth


def n(amount, empty=""):
    return c(yen(amount, empty=empty), "n")


def audit() -> Document:
    """梓野市: 決算審査意見書: 歳入 by 款 with 調定額 and 収入済額, then 市税 by tax this year and last."""
    truth = Truth("梓野市", "令和５年度 梓野市一般会計歳入歳出決算審査意見書")
    truth.notes += [
        "款 and 税目 are the rows of their tables and are entered as projects; 収入済額 = settlement. 調定額, 不納欠損額, 収入未済額 and the rates 収入率, 収納率, 構成比 are not in the truth.",
        "増減率 is growth in percent. The word 市税 is a row of the first table; the second is of its taxes, 計 and 合計 are totals.",
    ]
    data = [
        ("市税", 6_120_000_000, 6_352_418_773, 6_208_845_120, 9_406_318),
        ("地方譲与税", 214_000_000, 216_873_000, 216_873_000, 0),
        ("地方消費税交付金", 1_105_000_000, 1_118_206_000, 1_118_206_000, 0),
        ("地方交付税", 4_487_315_000, 4_487_315_000, 4_487_315_000, 0),
        ("分担金及び負担金", 98_412_000, 101_774_260, 96_035_410, 412_300),
        ("使用料及び手数料", 301_660_000, 318_902_154, 297_441_887, 1_050_620),
        ("国庫支出金", 3_862_904_000, 3_401_552_716, 3_401_552_716, 0),
        ("繰入金", 720_118_000, 655_000_000, 655_000_000, 0),
        ("市債", 1_586_200_000, 1_203_900_000, 1_203_900_000, 0),
    ]
    rows = [
        row(
            h("款", rs=2),
            h("予算現額<br>Ａ", rs=2),
            h("調定額<br>Ｂ", rs=2),
            h("収入済額<br>Ｃ", rs=2),
            h("不納欠損額<br>Ｄ", rs=2),
            h("収入未済額<br>Ｂ－Ｃ－Ｄ", rs=2),
            h("収入率", cs=2),
        ),
        row(h("Ｃ／Ａ"), h("Ｃ／Ｂ")),
    ]
    total = truth.project("合計", total=True)
    for name, budget, due, got, lost in data:
        project = truth.project(name)
        project.add(2023, "current_budget", "", budget, yen(budget), scale=1)
        project.add(2023, "settlement", "", got, yen(got), scale=1)
        rows.append(
            row(
                c(name, "j"),
                n(budget),
                n(due),
                n(got),
                n(lost),
                n(due - got - lost),
                c(rate(got, budget), "n"),
                c(rate(got, due), "n"),
            )
        )
    s = [sum(d[i] for d in data) for i in (1, 2, 3, 4)]
    total.add(2023, "current_budget", "", s[0], yen(s[0]), scale=1)
    total.add(2023, "settlement", "", s[2], yen(s[2]), scale=1)
    rows.append(
        row(
            c("合計", "j"),
            *[n(a) for a in s],
            n(s[1] - s[2] - s[3]),
            c(rate(s[2], s[0]), "n"),
            c(rate(s[2], s[1]), "n"),
            kind="sum",
        )
    )
    taxes = [
        ("個人市民税", 2_214_506_371, 2_187_930_448, "98.1", "97.8"),
        ("法人市民税", 502_118_300, 548_860_100, "99.4", "99.3"),
        ("固定資産税", 2_816_440_209, 2_771_052_386, "97.3", "97.0"),
        ("軽自動車税", 231_774_640, 225_118_905, "97.9", "97.5"),
        ("市たばこ税", 384_910_200, 391_206_750, "100.0", "100.0"),
        ("入湯税", 59_095_400, 41_882_150, "100.0", "100.0"),
    ]
    assert sum(t[1] for t in taxes) == data[0][3]
    more = [
        row(
            h("税　目", rs=2),
            h("収入済額", cs=2),
            h("比較増減額", rs=2),
            h("増減率", rs=2),
            h("構成比", rs=2),
            h("収納率", cs=2),
        ),
        row(h("令和５年度"), h("令和４年度"), h("５年度"), h("４年度")),
    ]
    for name, now, last, r5, r4 in taxes:
        project = truth.project(name, change_yen=now - last, ratio=rate(now - last, last, minus="-"))
        project.add(2023, "settlement", "", now, yen(now), scale=1)
        project.add(2022, "settlement", "", last, yen(last), scale=1)
        more.append(
            row(
                c(name, "j"),
                n(now),
                n(last),
                n(now - last),
                c(rate(now - last, last), "n"),
                c(rate(now, data[0][3]), "n"),
                c(r5, "n"),
                c(r4, "n"),
            )
        )
    now, last = data[0][3], sum(t[2] for t in taxes)
    sum_ = truth.project("計", total=True, change_yen=now - last, ratio=rate(now - last, last, minus="-"))
    sum_.add(2023, "settlement", "", now, yen(now), scale=1)
    sum_.add(2022, "settlement", "", last, yen(last), scale=1)
    more.append(
        row(
            c("計", "j"),
            n(now),
            n(last),
            n(now - last),
            c(rate(now - last, last), "n"),
            c("100.0", "n"),
            c("97.7", "n"),
            c("97.4", "n"),
            kind="sum",
        )
    )
    body = (
        "<p class='t'>令和５年度　梓野市一般会計歳入歳出決算審査意見書</p><h2>２　歳　入</h2>"
        f"<p>　歳入決算額は、予算現額{s[0]:,}円に対し、収入済額{s[2]:,}円で、収入率は{rate(s[2], s[0])}％である。款別の状況は、第３表のとおりである。</p>"
        "<h3>第３表　歳入款別決算状況</h3><p class='unit'>（単位：円・％）</p>"
        + table(rows, [17, 15, 15, 15, 11, 13, 7, 7])
        + "<p>　市税の税目別の収入状況は、第４表のとおりである。</p><h3>第４表　市税税目別収入状況</h3><p class='unit'>（単位：円・％）</p>"
        + table(more, [17, 17, 17, 15, 9, 9, 8, 8])
        + "<p class='m'>－ 14 －</p>"
    )
    css = ".t{text-align:center;font-size:10pt} h2{font-size:11.5pt} h3{font-size:9.5pt;text-align:center;margin-bottom:0} p{margin:1mm 0;line-height:1.6} td{border-top:none;border-bottom:none} .sum td{border-top:0.6pt solid #000} table{border:1pt solid #000;border-left:none;border-right:none} .j{text-align-last:justify;padding:0.7mm 2mm} tr>:first-child{border-left:none} tr>:last-child{border-right:none}"
    return Document(page(body, margin="14mm", font=MINCHO, pt=8, css=css), truth)


def premiums() -> Document:
    """柊木町: steps of the long-term care premium: rates and yearly amounts of two terms."""
    truth = Truth("柊木町", "第９期介護保険料 所得段階別保険料額")
    truth.notes.append("Negative control: premiums by income step; no KPI and no project may come out.")
    base_old, base_new = 68_400, 72_000
    steps = [
        ("第１段階", "生活保護受給者、世帯全員が町民税非課税で年金収入等が80万円以下", 30, 28.5),
        ("第２段階", "世帯全員が町民税非課税で年金収入等が120万円以下", 50, 48.5),
        ("第３段階", "世帯全員が町民税非課税で上記以外", 70, 68.5),
        ("第４段階", "本人が町民税非課税で年金収入等が80万円以下", 90, 90),
        ("第５段階（基準）", "本人が町民税非課税で上記以外", 100, 100),
        ("第６段階", "本人が町民税課税で合計所得120万円未満", 120, 120),
        ("第７段階", "合計所得120万円以上210万円未満", 130, 130),
        ("第８段階", "合計所得210万円以上320万円未満", 150, 150),
        ("第９段階", "合計所得320万円以上", 170, 172),
    ]
    rows = [
        row(
            h("所得段階", rs=2),
            h("対象者", rs=2),
            h("第８期（令和３～５年度）", cs=2),
            h("第９期（令和６～８年度）", cs=2),
            h("増減額<br>（年額）", rs=2),
        ),
        row(*[h(t) for _ in range(2) for t in ("保険料率", "年額（円）")]),
    ]
    for step, who, old, new in steps:
        a, b = round(base_old * old / 100), round(base_new * new / 100)
        rows.append(
            row(
                c(step, "m"),
                c(who),
                c(f"基準額×{old / 100:.2f}", "m"),
                n(a),
                c(f"基準額×{new / 100:.3f}", "m"),
                n(b),
                n(b - a),
            )
        )
    body = (
        "<h1>第９期（令和６年度～令和８年度）の介護保険料</h1><p>65歳以上の方の保険料は、次のとおりです。基準額は月額6,000円（年額72,000円）です。</p>"
        + table(rows, [14, 32, 12, 10, 13, 10, 9])
    )
    return Document(
        page(body, margin="16mm", font=NOTO, pt=9, css="h1{font-size:14pt} th{background:#ffe699}"), truth
    )


def fires() -> Document:
    """柊木町: fires and ambulance calls of two years with 増減."""
    truth = Truth("柊木町", "令和６年版 柊木町消防年報（抜粋） 火災・救急の状況")
    truth.notes.append(
        "Negative control: statistics of fires and ambulance calls (calendar years) without goals; no KPI and no project may come out."
    )
    kinds = [
        ("火災件数", [("建物", 9, 12), ("林野", 2, 1), ("車両", 3, 3), ("その他", 8, 5)], "件"),
        ("損害", [("焼損面積", 412, 366), ("損害見積額", 31_204, 18_775), ("死傷者", 2, 4)], ""),
    ]
    rows = [row(h("区　　分", cs=2), h("単位"), h("令和５年"), h("令和４年"), h("増減"), h("増減率（％）"))]
    units = {"焼損面積": "㎡", "損害見積額": "千円", "死傷者": "人"}
    for group, items, unit in kinds:
        extra = 1 if group == "火災件数" else 0
        for i, (name, now, last) in enumerate(items):
            rows.append(
                row(
                    *([h(group, rs=len(items) + extra)] if not i else []),
                    c(name),
                    c(unit or units[name], "m"),
                    n(now),
                    n(last),
                    n(now - last),
                    c(rate(now - last, last), "n"),
                )
            )
        if extra:
            a, b = sum(x[1] for x in items), sum(x[2] for x in items)
            rows.append(row(c("計", "m"), c("件", "m"), n(a), n(b), n(a - b), c(rate(a - b, b), "n")))
    calls = [
        row(h("事故種別"), *[h(t) for t in ("急病", "一般負傷", "交通事故", "転院搬送", "その他", "合計")])
    ]
    five, four = (612, 148, 41, 97, 33), (588, 139, 46, 90, 30)
    for label, values in (
        ("令和５年", five),
        ("令和４年", four),
        ("増減", tuple(a - b for a, b in zip(five, four))),
    ):
        calls.append(row(h(label), *[n(v) for v in values], n(sum(values))))
    body = (
        "<h1>火災・救急の状況</h1><h2>第１表　火災の発生状況</h2>"
        + table(rows, [16, 20, 10, 14, 14, 12, 14])
        + "<p class='note'>（各年１月１日～12月31日）</p><h2>第２表　事故種別救急出動件数</h2><p class='unit'>（単位：件）</p>"
        + table(calls)
    )
    return Document(
        page(
            body,
            margin="20mm",
            font=TAKAO,
            pt=10,
            css="h1{font-size:14pt} h2{font-size:11pt} th{background:#f8cbad}",
        ),
        truth,
    )


DOCUMENTS = {
    "b7_audit_revenue": audit,
    "b7_neg_premiums": premiums,
    "b7_neg_fire_calls": fires,
}
