"""Summaries of a budget or a settlement by 款, by account, and of what is carried over."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import IPAEX, NOTO, TAKAO, Document, c, h, page, rate, row, table, yen
from truthfile import Truth


def expenditure_by_item() -> Document:
    """模型市: 歳出 by 款, last year first, 構成比 and 増減率, open outer sides; then 性質別 in the same form."""
    truth = Truth("模型市", "令和６年度決算の概要 一般会計歳出の状況")
    by_purpose = [
        ("議会費", 262_114, 255_908),
        ("総務費", 4_310_552, 4_876_120),
        ("民生費", 14_872_306, 15_403_771),
        ("衛生費", 3_640_118, 3_112_450),
        ("労働費", 41_207, 39_880),
        ("農林水産業費", 1_105_336, 1_240_915),
        ("商工費", 986_402, 874_233),
        ("土木費", 4_203_775, 4_519_608),
        ("消防費", 1_512_940, 1_588_314),
        ("教育費", 4_766_281, 5_231_097),
        ("災害復旧費", 0, 187_540),
        ("公債費", 3_985_420, 3_871_266),
    ]
    by_nature = [
        ("人件費", 6_214_330, 6_540_871),
        ("扶助費", 9_815_402, 10_230_664),
        ("公債費", 3_985_420, 3_871_266),
        ("物件費", 5_402_117, 5_688_930),
        ("維持補修費", 412_306, 398_552),
        ("補助費等", 5_118_764, 5_244_013),
        ("繰出金", 3_640_218, 3_702_554),
        ("積立金", 1_240_667, 1_015_300),
    ]
    last_sum, this_sum = sum(x[1] for x in by_purpose), sum(x[2] for x in by_purpose)
    by_nature.append(
        ("普通建設事業費等", last_sum - sum(x[1] for x in by_nature), this_sum - sum(x[2] for x in by_nature))
    )
    body = "<h1>一般会計　歳出の状況</h1>"
    for title, first, items in (
        ("（１）目的別歳出", "款", by_purpose),
        ("（２）性質別歳出", "区　分", by_nature),
    ):
        rows = []
        for name, last, this in [*items, ("合　　計", last_sum, this_sum)]:
            whole = name == "合　　計"
            growth = rate(this - last, last, minus="▲") if last else "皆増"
            project = truth.project(
                "合計" if whole else name,
                change_yen=(this - last) * 1000,
                ratio=growth.replace("▲", "-") if last else None,
                total=whole,
                group=title[3:],
            )
            project.add(2023, "settlement", "", last, yen(last))
            project.add(2024, "settlement", "", this, yen(this))
            share = [rate(last, last_sum), rate(this, this_sum)]
            rows.append(
                row(
                    c(name, "nb d"),
                    c(yen(last), "n"),
                    c(share[0], "n"),
                    c(yen(this), "n"),
                    c(share[1], "n"),
                    c(yen(this - last, minus="▲"), "n"),
                    c(growth, "n nr"),
                    kind="tot" if whole else "",
                )
            )
        head = [
            row(
                h(first, "nb", rs=2),
                h("令和５年度", cs=2),
                h("令和６年度", cs=2),
                h("増減額", rs=2),
                h("増減率", "nr", rs=2),
            ),
            row(h("決算額"), h("構成比"), h("決算額"), h("構成比")),
        ]
        body += f"<h2>{title}</h2><p class=unit>（単位：千円、％）</p>" + table(
            [*head, *rows], [22, 16, 9, 16, 9, 16, 12]
        )
    body += '<p class="note">※構成比は表示単位未満を四捨五入しているため、合計と一致しないことがある。</p>'
    css = (
        "h1{font-size:15pt;text-align:left} h2{font-size:11pt} table{border-top:1.4pt solid #000;border-bottom:1.4pt solid #000}"
        " .tot td{border-top:1.2pt solid #000} td.d{text-align-last:justify;padding:0 5mm}"
    )
    truth.notes.append(
        "増減率 in percent; 皆増 is no ratio. 構成比 is not in the truth. 公債費 stands in both tables."
    )
    return Document(page(body, font=NOTO, pt=9.5, css=css, margin="15mm"), truth)


def carryover_statement() -> Document:
    """写し町: 繰越明許費繰越計算書, 款 項 事業名 金額 翌年度繰越額 and its funds, in yen."""
    truth = Truth("写し町", "令和５年度 写し町一般会計繰越明許費繰越計算書")
    content = [
        ("２ 総務費", "１ 総務管理費", "庁内ネットワーク更新事業", 38_500_000, 38_500_000, [0, 0, 0]),
        (
            "３ 民生費",
            "１ 社会福祉費",
            "低所得世帯支援給付金事業",
            64_200_000,
            21_780_000,
            [21_780_000, 0, 0],
        ),
        ("６ 農林水産業費", "１ 農業費", "県営ほ場整備負担金", 12_000_000, 12_000_000, [0, 10_800_000, 0]),
        (
            "８ 土木費",
            "２ 道路橋りょう費",
            "町道本郷線改良事業",
            85_300_000,
            46_120_000,
            [25_366_000, 18_600_000, 0],
        ),
        (
            "８ 土木費",
            "２ 道路橋りょう費",
            "橋りょう補修事業",
            42_000_000,
            27_905_000,
            [15_347_000, 11_300_000, 0],
        ),
        (
            "10 教育費",
            "２ 小学校費",
            "小学校照明ＬＥＤ化事業",
            57_640_000,
            57_640_000,
            [0, 43_200_000, 5_000_000],
        ),
    ]
    rows = []
    spans = {"８ 土木費": 2}
    seen: set[str] = set()
    for chapter, section, name, amount, carried, (state, bond, other) in content:
        project = truth.project(name)
        project.add(2023, "unspecified", "", amount, yen(amount), 1)
        start = (
            []
            if chapter in seen
            else [c(chapter, rs=spans.get(chapter, 1)), c(section, rs=spans.get(chapter, 1))]
        )
        seen.add(chapter)
        cells = [state, bond, other, carried - state - bond - other]
        rows.append(
            row(
                *start,
                c(name),
                c(yen(amount), "n"),
                c(yen(carried), "n"),
                c("0", "n"),
                *[c(yen(x), "n") for x in cells],
            )
        )
    amounts = [
        sum(x[3] for x in content),
        sum(x[4] for x in content),
        0,
        *[sum(x[5][i] for x in content) for i in range(3)],
    ]
    amounts.append(amounts[1] - sum(amounts[3:]))
    truth.project("計", total=True).add(2023, "unspecified", "", amounts[0], yen(amounts[0]), 1)
    rows.append(row(c("計", "m", cs=3), *[c(yen(a), "n") for a in amounts]))
    head = [
        row(
            h("款", rs=3),
            h("項", rs=3),
            h("事　業　名", rs=3),
            h("金　額", rs=3),
            h("翌年度<br>繰越額", rs=3),
            h("左の財源内訳", cs=5),
        ),
        row(h("既収入<br>特定財源", rs=2), h("未収入特定財源", cs=3), h("一般財源", rs=2)),
        row(h("国県支出金"), h("地方債"), h("その他")),
    ]
    body = (
        "<h1>令和５年度　写し町一般会計繰越明許費繰越計算書</h1><p class=unit>（単位：円）</p>"
        + table([*head, *rows], [10, 11, 16, 10, 10, 7, 10, 9.5, 7.5, 9])
        + "<p>　地方自治法施行令第146条第２項の規定により報告する。</p><p style='margin-left:20mm'>令和６年６月４日</p>"
    )
    css = "h1{font-size:14pt;margin:8mm 0 5mm} td{height:11mm}"
    truth.notes.append(
        "金額 has no word of kind: unspecified. 翌年度繰越額 and its 財源内訳 (already or not yet received) are no amounts."
    )
    return Document(page(body, size="A4 landscape", font=TAKAO, pt=9.5, css=css, margin="15mm"), truth)


def accounts_summary() -> Document:
    """見本川町: 会計別 list with 特別会計 group in a vertical cell, this year first, seireki beside wareki."""
    truth = Truth("見本川町", "2025年度（令和7年度）会計別予算総括表")
    accounts: list[tuple[str, list[tuple[str, int, int]]]] = [
        ("", [("一般会計", 8_420_000, 8_115_000)]),
        (
            "特別会計",
            [
                ("国民健康保険", 1_640_218, 1_702_554),
                ("後期高齢者医療", 245_870, 231_906),
                ("介護保険", 1_705_331, 1_688_020),
                ("奨学資金貸付", 12_400, 12_400),
            ],
        ),
        ("企業会計", [("水道事業", 612_745, 580_316), ("下水道事業", 733_902, 751_118)]),
    ]
    rows = [
        row(
            h("会　　計　　名", cs=2),
            h("2025年度<br>(令和7年度)"),
            h("2024年度<br>(令和6年度)"),
            h("差引増減"),
            h("増減率"),
        )
    ]
    sums = [0, 0]

    def note(name: str, this: int, last: int, total: bool = False) -> list[str]:
        growth = rate(this - last, last)
        project = truth.project(
            name, change_yen=(this - last) * 1000, ratio=growth.replace("△", "-"), total=total
        )
        project.add(2025, "initial_budget", "", this, yen(this))
        project.add(2024, "initial_budget", "", last, yen(last))
        return [c(yen(this), "n"), c(yen(last), "n"), c(yen(this - last), "n"), c(growth + "%", "n")]

    for group, items in accounts:
        sums = [sums[0] + sum(i[1] for i in items), sums[1] + sum(i[2] for i in items)]
        for number, (name, this, last) in enumerate(items):
            cells = note(name, this, last)
            if not group:
                rows.append(row(c(name, cs=2), *cells))
                continue
            start = [c(f'<div class="v">{group}</div>', rs=len(items) + 1)] if number == 0 else []
            rows.append(row(*start, c(name), *cells))
        if group:
            cells = note("小計", sum(i[1] for i in items), sum(i[2] for i in items), total=True)
            rows.append(row(c("小　計", "m"), *cells, kind="sub"))
    rows.append(row(c("総　　　計", "m", cs=2), *note("総計", sums[0], sums[1], total=True), kind="sub"))
    body = (
        "<h1>2025年度（令和7年度）会計別当初予算総括表</h1><p class=unit>単位：千円</p>"
        + table(rows, [7, 31, 18, 18, 15, 11])
        + "<p class=note>※企業会計は収益的支出と資本的支出の合計額</p>"
    )
    css = "h1{font-size:13pt} td{height:11mm} .sub td{background:#eee} th{background:#ccc}"
    truth.notes.append("Rows are accounts (name as printed in its cell).")
    return Document(page(body, font=IPAEX, pt=10.5, css=css, margin="20mm"), truth)


DOCUMENTS = {
    "settlement_by_item": expenditure_by_item,
    "carryover_statement": carryover_statement,
    "budget_accounts": accounts_summary,
}
