"""補正予算: the overview for the press, the tables of the budget bill, and a list of its projects."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, MINCHO, Document, c, h, page, row, table, yen
from truthfile import Project, Truth


def before_change_after(project: Project, year: int, before: int, change: int, minus: str) -> None:
    """補正前, 補正額 and 補正後 of one row, in 千円."""
    project.add(year, "current_budget", "", before, yen(before, minus))
    project.add(year, "supplementary", "", change, yen(change, minus))
    project.add(year, "current_budget", "", before + change, yen(before + change, minus))


def overview() -> Document:
    """見取市: 会計別 table and, on page 2, the projects with ▲ reductions; funds of the 補正額."""
    truth = Truth("見取市", "令和６年度９月補正予算（案）の概要")
    accounts = [
        ("一般会計（第４号）", 28_640_215, 712_408),
        ("国民健康保険特別会計（第２号）", 5_310_442, 18_330),
        ("介護保険特別会計（第１号）", 6_204_817, 241_906),
        ("下水道事業会計（第１号）", 2_870_336, -12_500),
    ]
    rows = [row(h("会　計　名"), h("補正前の額"), h("補正額"), h("補正後の額"))]
    for name, before, change in accounts:
        before_change_after(truth.project(name), 2024, before, change, "▲")
        rows.append(row(c(name), *[c(yen(a, "▲"), "n") for a in (before, change, before + change)]))
    sums = [sum(a[1] for a in accounts), sum(a[2] for a in accounts)]
    before_change_after(truth.project("合計", total=True), 2024, sums[0], sums[1], "▲")
    rows.append(
        row(
            c("合　　計", "m"),
            *[c(yen(a, "▲"), "n") for a in (sums[0], sums[1], sums[0] + sums[1])],
            kind="tot",
        )
    )
    labels = ("国県支出金", "市債", "その他", "一般財源")
    content = [
        (
            "総務費",
            [
                (
                    "新規",
                    "定額減税補足給付金給付事業",
                    "市民税課",
                    0,
                    184_600,
                    [184_600, 0, 0],
                    "減税しきれない方に調整給付を行う。",
                ),
                (
                    "追加",
                    "ふるさと納税推進事業",
                    "シティプロモーション課",
                    420_118,
                    96_340,
                    [0, 0, 96_340],
                    "寄附の増加に伴う返礼品等の増",
                ),
            ],
        ),
        (
            "民生費",
            [
                ("追加", "障害児通所給付費", "障害福祉課", 612_400, 74_210, [55_656, 0, 0], "利用者の増"),
                (
                    "減額",
                    "民間保育所整備事業",
                    "保育課",
                    248_000,
                    -31_800,
                    [-21_200, -9_500, 0],
                    "入札の結果による減",
                ),
            ],
        ),
        (
            "土木費",
            [
                (
                    "追加",
                    "道路橋りょう維持補修事業",
                    "道路課",
                    305_600,
                    120_000,
                    [0, 108_000, 0],
                    "舗装補修 12路線",
                ),
                ("新規", "盛土規制区域調査事業", "建築指導課", 0, 8_250, [4_125, 0, 0], "既存盛土の分布調査"),
            ],
        ),
        (
            "教育費",
            [
                (
                    "追加",
                    "中学校トイレ洋式化事業",
                    "教育施設課",
                    66_700,
                    214_308,
                    [71_436, 142_800, 0],
                    "国の補助内示による前倒し ３校",
                ),
                ("新規", "部活動指導員配置事業", "学校教育課", 0, 4_620, [1_540, 0, 0], "指導員８人"),
            ],
        ),
        (
            "災害復旧費",
            [
                (
                    "新規",
                    "農地農業用施設災害復旧事業",
                    "農村整備課",
                    0,
                    41_880,
                    [28_400, 6_700, 5_200],
                    "７月豪雨 23か所",
                )
            ],
        ),
    ]
    head = [
        row(
            h("款", rs=2),
            h("区分", rs=2),
            h("事業名<br>〔担当課〕", rs=2),
            h("補正前", rs=2),
            h("補正額", rs=2),
            h("補正額の財源内訳", cs=4),
            h("補正後", rs=2),
            h("内容", rs=2),
        ),
        row(*[h(x) for x in labels]),
    ]
    listing = []
    total = [0] * 7
    for chapter, projects in content:
        for number, (mark, name, office, before, change, special, text) in enumerate(projects):
            funds = [*special, change - sum(special)]
            project = truth.project(name, [office])
            before_change_after(project, 2024, before, change, "▲")
            for label, amount in zip(labels, funds, strict=True):
                project.add(2024, "supplementary", label, amount or None, yen(amount, "▲"))
            total = [a + b for a, b in zip(total, [before, change, *funds, before + change], strict=True)]
            start = [c(chapter, "m", rs=len(projects))] if number == 0 else []
            listing.append(
                row(
                    *start,
                    c(mark, "m"),
                    c(f"{name}<br>〔{office}〕"),
                    c(yen(before), "n"),
                    c(yen(change, "▲"), "n"),
                    *[c(yen(f or None, "▲"), "n") for f in funds],
                    c(yen(before + change), "n"),
                    c(text, "s"),
                )
            )
    before_change_after(truth.project("主な事業 計", total=True), 2024, total[0], total[1], "▲")
    listing.append(row(c("計", "m", cs=3), *[c(yen(t, "▲"), "n") for t in total], c()))
    body = (
        '<div class="page"><h1>令和６年度９月補正予算（案）の概要</h1><p>１　補正予算の考え方</p><p>　国の経済対策、７月の豪雨災害への対応、'
        "その他急を要する経費を計上する。</p><p>２　会計別補正予算額</p><p class=unit>（単位：千円）</p>"
        + table(rows, [40, 20, 20, 20])
        + "<p class=note>※下水道事業会計は資本的支出である。</p></div>"
        "<p>３　一般会計補正予算の主な事業</p><p class=unit>（単位：千円）</p>"
        + table([*head, *listing], [8, 5, 20, 8, 8, 8, 8, 7, 7.5, 8, 12.5])
    )
    css = "h1{font-size:14pt} th{background:#fce4d6} .s{font-size:8pt} .tot td{font-weight:bold} @page{@bottom-center{content:counter(page);font-size:9pt}}"
    truth.notes.append(
        "補正前, 補正後 = current_budget; funds are those of the 補正額; blank fund cells are no amounts; 〔課〕 in the name cell."
    )
    return Document(page(body, size="A4 landscape", font=GOTHIC, pt=9.5, css=css, margin="14mm"), truth)


def bill_tables() -> Document:
    """見真町: 第１表 歳入歳出予算補正, 款 rows that sum their 項 rows, columns 補正前の額 / 補正額 / 計."""
    truth = Truth("見真町", "令和７年度見真町一般会計補正予算（第３号） 第１表 歳入歳出予算補正")
    sides: list[tuple[str, list[tuple[str, str, list[tuple[str, str, int, int]]]]]] = [
        (
            "歳　入",
            [
                ("10", "地方交付税", [("1", "地方交付税", 2_410_000, 38_214)]),
                (
                    "14",
                    "国庫支出金",
                    [("1", "国庫負担金", 418_306, 6_120), ("2", "国庫補助金", 286_440, 15_873)],
                ),
                (
                    "15",
                    "県支出金",
                    [
                        ("1", "県負担金", 203_118, 3_060),
                        ("2", "県補助金", 174_925, -2_418),
                        ("3", "委託金", 28_740, 1_905),
                    ],
                ),
                ("18", "繰入金", [("1", "基金繰入金", 320_000, -25_000)]),
                ("21", "町債", [("1", "町債", 386_700, 14_300)]),
            ],
        ),
        (
            "歳　出",
            [
                (
                    "2",
                    "総務費",
                    [("1", "総務管理費", 884_217, 12_346), ("3", "戸籍住民基本台帳費", 41_870, 3_300)],
                ),
                ("3", "民生費", [("1", "社会福祉費", 903_442, 18_760), ("2", "児童福祉費", 512_608, -4_152)]),
                ("6", "農林水産業費", [("1", "農業費", 247_310, 7_500), ("2", "林業費", 68_922, -3_600)]),
                ("8", "土木費", [("2", "道路橋りょう費", 318_450, 16_900)]),
                ("14", "予備費", [("1", "予備費", 10_000, 1_000)]),
            ],
        ),
    ]
    body = "<p>令和７年度見真町一般会計補正予算（第３号）</p><h1>第１表　歳入歳出予算補正</h1>"
    for side, chapters in sides:
        rows = [row(h("款"), h("項"), h("補正前の額"), h("補　正　額"), h("計"))]
        sums = [0, 0]
        for number, chapter, sections in chapters:
            whole = [sum(s[2] for s in sections), sum(s[3] for s in sections)]
            sums = [sums[0] + whole[0], sums[1] + whole[1]]
            project = truth.project(f"{number} {chapter}", name_plain=chapter, side=side.replace("　", ""))
            before_change_after(project, 2025, whole[0], whole[1], "△")
            rows.append(
                row(
                    c(f"{number} {chapter}"),
                    c(),
                    *[c(yen(a), "n") for a in (whole[0], whole[1], sum(whole))],
                    kind="ch",
                )
            )
            for place, section, before, change in sections:
                project = truth.project(f"{place} {section}", name_plain=section, group=f"{number} {chapter}")
                before_change_after(project, 2025, before, change, "△")
                rows.append(
                    row(
                        c(),
                        c(f"{place} {section}"),
                        *[c(yen(a), "n") for a in (before, change, before + change)],
                    )
                )
        name = f"{side}合計".replace("　", "")
        rest = 4_820_000 - sums[0]
        rows.append(row(c("補正されなかった款に係る額", cs=2), c(yen(rest), "n"), c(), c(yen(rest), "n")))
        before_change_after(truth.project(name, total=True), 2025, 4_820_000, sums[1], "△")
        rows.append(
            row(
                c(f"{side}　合　計", "m", cs=2),
                *[c(yen(a), "n") for a in (4_820_000, sums[1], 4_820_000 + sums[1])],
            )
        )
        body += f"<p class=sd>{side}</p><p class=unit>（単位　千円）</p>" + table(rows, [26, 26, 16, 16, 16])
    css = (
        "h1{font-size:14pt} .sd{font-size:12pt;text-align:left;margin:4mm 0 0} .unit{margin-top:-4mm} table{border-top:1pt solid #000;border-bottom:1pt solid #000}"
        " tr.ch td{border-top:0.6pt solid #000} td{border-top:none;border-bottom:none} th{letter-spacing:.3em}"
    )
    truth.notes += [
        "計 of the columns is the budget after the change (current_budget). Both 款 and 項 rows are entered as projects (as in 補正予算書).",
        "Numbers stand in the name cell (name_plain without). 補正されなかった款に係る額 sums what is not shown and is no project.",
        "Rules between the 項 rows of one 款 are left out, as in budget books.",
    ]
    return Document(page(body, font=MINCHO, pt=9.5, css=css, margin="14mm 16mm"), truth)


DOCUMENTS = {
    "supplementary_overview": overview,
    "supplementary_bill": bill_tables,
}
