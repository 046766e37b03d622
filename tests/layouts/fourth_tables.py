"""Fourth batch: lists of projects and indicators in wordings and orders not met before."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, IPAEX, MINCHO, NOTO, Document, c, h, page, rate, row, table, yen
from truthfile import Truth


def n(amount: int | None, empty: str = "") -> str:
    return c(yen(amount, empty=empty), "n")


def rate_subcolumns() -> Document:
    """見鳥市: KPI with 実績値 and 達成率 under each year, 基準値 (H27) as column, goals as merged first column, footnotes."""
    truth = Truth("見鳥市", "第２期総合戦略 ＫＰＩ達成状況")
    data = [
        ("１ しごと", "新規雇用者数（※１）", "人", "112", "98 65.3 131 87.3 160 106.7", "150"),
        ("１ しごと", "農業産出額", "億円", "84.2", "83.0 92.2 85.5 95.0 87.1 96.8", "90.0"),
        ("２ 子育て", "出生数", "人", "421", "377 83.8 352 78.2 340 75.6", "450"),
        ("２ 子育て", "病児保育の利用者数", "人", "-", "120 60.0 188 94.0 207 103.5", "200"),
        ("３ まち", "空き家の除却件数（累計）", "件", "12", "31 31.0 57 57.0 88 88.0", "100"),
    ]
    head = [
        row(
            h("基本目標", rs=2),
            h("ＫＰＩ", rs=2),
            h("単位", rs=2),
            h("基準値<br>（Ｈ27）", rs=2),
            *[h(f"令和{k}年度", cs=2) for k in (3, 4, 5)],
            h("目標値<br>（Ｒ６）", rs=2),
        ),
        row(*[h(t) for _ in range(3) for t in ("実績値", "達成率(％)")]),
    ]
    spans = {"１ しごと": 2, "２ 子育て": 2, "３ まち": 1}
    rows, seen = [], set()
    for goal, name, unit, base, texts, target in data:
        kpi = truth.kpi(name.replace("（※１）", ""), unit)
        kpi.add("基準値（Ｈ27）", "baseline", 2015, base)
        for k, text in enumerate(texts.split()[::2]):
            kpi.add(f"令和{3 + k}年度 実績値", "actual", 2021 + k, text)
        kpi.add("目標値（Ｒ６）", "target", 2024, target)
        lead = [] if goal in seen else [c(goal, rs=spans[goal])]
        seen.add(goal)
        rows.append(
            row(
                *lead,
                c(name),
                c(unit, "m"),
                c(base, "n"),
                *[c(t, "n") for t in texts.split()],
                c(target, "n"),
            )
        )
    truth.notes.append("億円 stays the unit of 農業産出額 (values 84.2 億円 may be given in 円).")
    truth.kpis[1]["unit"] = "億円"
    body = (
        "<h1>第２期総合戦略　ＫＰＩ達成状況</h1>"
        + table(rows, [11, 22, 6, 8, 8, 8, 8, 8, 8, 8, 9], head=head)
        + "<p class='note'>※１　市の支援による雇用者数</p>"
    )
    return Document(
        page(body, size="A4 landscape", font=GOTHIC, pt=9, css="h1{font-size:13pt} th{background:#bdd7ee}"),
        truth,
    )


def funds_in_text() -> Document:
    """見橋町: 当初予算 主な事業: 事業費 with the funds in short lines in one cell beside it (国 12,000 / 債 5,000 / 一 3,400)."""
    truth = Truth("見橋町", "令和７年度当初予算（案） 主な事業")
    items = [
        (
            "新",
            "庁舎照明ＬＥＤ化事業",
            "総務課",
            84_300,
            (("国", 20_000), ("債", 50_000), ("一", 14_300)),
            "庁舎の照明を更新する",
        ),
        (
            "",
            "農業用水路改修事業",
            "産業課",
            36_120,
            (("県", 18_060), ("債", 16_200), ("他", 900), ("一", 960)),
            "老朽化した水路を改修する",
        ),
        (
            "拡",
            "ＧＩＧＡスクール推進事業",
            "教育課",
            22_475,
            (("国", 7_000), ("一", 15_475)),
            "端末を更新する",
        ),
    ]
    rows = [
        row(
            h("新・拡"),
            h("事業名"),
            h("予算額<br>（千円）"),
            h("財源内訳<br>（千円）"),
            h("事業の概要"),
            h("担当課"),
        )
    ]
    for mark, name, office, amount, funds, what in items:
        project = truth.project(name, [office], summary=what)
        project.add(2025, "initial_budget", "", amount, yen(amount))
        for component, part in funds:
            project.add(2025, "initial_budget", component, part, yen(part))
        rows.append(
            row(
                c(mark, "m"),
                c(name),
                n(amount),
                c("<br>".join(f"{a}　{b:,}" for a, b in funds)),
                c(what),
                c(office, "m"),
            )
        )
    body = "<h1>令和７年度当初予算（案）　主な事業</h1>" + table(rows, [8, 26, 13, 16, 25, 12])
    return Document(page(body, font=MINCHO, pt=10, css="h1{font-size:14pt} th{background:#ffe699}"), truth)


def three_budgets() -> Document:
    """見門市: 予算比較: 令和7年度 要求額, 査定額(予算額), 前年度予算額, 増減額, 増減率; sections 民生費 … as bands; 計 rows."""
    truth = Truth("見門市", "令和７年度一般会計 主要事業予算額一覧")
    bands = [
        (
            "第３款　民生費",
            [
                ("老人福祉施設整備費補助金", 60_000, 45_000, 0),
                ("生活保護扶助費", 1_812_000, 1_790_500, 1_803_220),
            ],
        ),
        (
            "第８款　土木費",
            [
                ("橋りょう長寿命化事業費", 154_000, 140_000, 98_700),
                ("市営住宅改修事業費", 38_200, 38_200, 41_955),
            ],
        ),
    ]
    head = [
        row(
            h("事業名", rs=2),
            h("令和７年度", cs=2),
            h("令和６年度<br>当初予算額<br>Ｂ", rs=2),
            h("増減額<br>Ａ－Ｂ", rs=2),
            h("増減率<br>％", rs=2),
        ),
        row(h("要求額"), h("予算額　Ａ")),
    ]
    rows = []
    for band, items in bands:
        rows.append(row(c(band, cs=6, style="background:#eee")))
        for name, ask, this, last in items:
            project = truth.project(
                name, [], change_yen=(this - last) * 1000, ratio=rate(this - last, last) if last else "皆増"
            )
            project.add(2025, "initial_budget", "", this, yen(this))
            project.add(2024, "initial_budget", "", last or None, yen(last))
            rows.append(
                row(
                    c(name),
                    n(ask),
                    n(this),
                    c(yen(last) if last else "0", "n"),
                    c(yen(this - last), "n"),
                    c(rate(this - last, last) if last else "皆増", "n"),
                )
            )
            if not last:
                project.add(2024, "initial_budget", "", 0, "0")
        total = [sum(i[k] for i in items) for k in (1, 2, 3)]
        rows.append(
            row(
                c("小　計", "m"),
                *[n(t) for t in total],
                c(yen(total[1] - total[2]), "n"),
                c(rate(total[1] - total[2], total[2]), "n"),
            )
        )
    truth.notes.append(
        "要求額 is what was asked for and is no amount of the contract's kinds; it is not in the truth."
    )
    body = "<h1>令和７年度一般会計　主要事業予算額一覧</h1><p class='unit'>単位：千円</p>" + table(
        rows, [36, 13, 13, 14, 13, 11], head=head
    )
    return Document(page(body, font=IPAEX, pt=9.5, css="h1{font-size:13pt}"), truth)


def plan_actual_pairs() -> Document:
    """見湖市: 実施計画進捗: one row a project: 計画事業費 and 実績事業費 of three years in pairs, 指標 as 計画/実績 text line."""
    truth = Truth("見湖市", "第２次実施計画 進捗管理表（令和３～５年度）")
    items = [
        ("湖岸遊歩道整備事業", "建設課", (15_000, 14_870, 30_000, 28_415, 30_000, 31_206)),
        ("観光案内所運営事業", "観光課", (6_200, 6_180, 6_200, 6_055, 6_500, 6_482)),
        ("特産品開発支援事業", "産業課", (2_000, 1_130, 2_000, 1_764, 2_000, 1_990)),
    ]
    head = [
        row(
            h("事業名", rs=2),
            h("担当課", rs=2),
            *[h(f"令和{k}年度", cs=2) for k in (3, 4, 5)],
            h("３か年計", cs=2),
        ),
        row(*[h(t) for _ in range(4) for t in ("計画額", "実績額")]),
    ]
    rows = []
    for name, office, texts in items:
        project = truth.project(name, [office])
        for k, amount in enumerate(texts):
            project.add(2021 + k // 2, "settlement" if k % 2 else "forecast", "", amount, yen(amount))
        rows.append(
            row(c(name), c(office, "m"), *[n(a) for a in texts], n(sum(texts[::2])), n(sum(texts[1::2])))
        )
    truth.notes.append(
        "計画額 = forecast, 実績額 = settlement. Sums over several years are not in the truth."
    )
    body = "<h1>第２次実施計画　進捗管理表</h1><p class='unit'>（単位：千円）</p>" + table(
        rows, [22, 10, 8.5, 8.5, 8.5, 8.5, 8.5, 8.5, 8.5, 8.5], head=head
    )
    return Document(
        page(body, size="A4 landscape", font=NOTO, pt=9, css="h1{font-size:13pt} th{background:#d0cece}"),
        truth,
    )


def numbered_indicators() -> Document:
    """見砂市: 指標一覧 with 現状値 and its year in a column of its own, 前期目標, 後期目標, 現況(R5), 単位 before the name."""
    truth = Truth("見砂市", "都市計画マスタープラン 評価指標一覧")
    data = [
        ("1", "％", "緑被率", "31.2", "H29", 2017, "31.0", "32.0", "33.0"),
        ("2", "㎡/人", "一人当たり都市公園面積", "8.41", "H30", 2018, "8.66", "9.00", "10.00"),
        ("3", "ｍ", "歩道のバリアフリー化延長", "12,870", "R元", 2019, "14,035", "15,000", "18,000"),
        ("4", "箇所", "住民主体のまちづくり協議会の数", "3", "R2", 2020, "5", "6", "10"),
    ]
    rows = [
        row(
            h("No."),
            h("単位"),
            h("評価指標"),
            h("策定時の値"),
            h("基準年度"),
            h("現況値<br>（令和５年度）"),
            h("中間目標<br>（令和７年度）"),
            h("最終目標<br>（令和12年度）"),
        )
    ]
    for number, unit, name, base, label, year, now, middle, final in data:
        kpi = truth.kpi(name, unit)
        kpi.add("策定時の値", "baseline", year, base)
        kpi.add("現況値（令和５年度）", "actual", 2023, now)
        kpi.add("中間目標（令和７年度）", "target", 2025, middle)
        kpi.add("最終目標（令和12年度）", "target", 2030, final)
        rows.append(
            row(
                c(number, "m"),
                c(unit, "m"),
                c(name),
                c(base, "n"),
                c(label, "m"),
                c(now, "n"),
                c(middle, "n"),
                c(final, "n"),
            )
        )
    truth.notes.append("The baseline's year stands in a column of its own (基準年度).")
    body = "<h1>評価指標一覧</h1>" + table(rows, [6, 8, 28, 12, 10, 12, 12, 12])
    return Document(page(body, font=GOTHIC, pt=9.5, css="h1{font-size:14pt} th{background:#e2efda}"), truth)


def controls() -> Document:
    """見椎町: a tariff, a calendar of garbage collection with counts and a nutrition table: no projects, no indicators."""
    truth = Truth("見椎町", "学校給食だより 令和６年６月")
    food = table(
        [
            row(h("日"), h("献立"), h("エネルギー<br>kcal"), h("たんぱく質<br>g"), h("塩分<br>g")),
            *[
                row(c(d, "m"), c(m), c(e, "n"), c(p, "n"), c(s, "n"))
                for d, m, e, p, s in (
                    ("3（月）", "ごはん、さばの味噌煮、すまし汁", "642", "27.1", "2.2"),
                    ("4（火）", "パン、鶏の香草焼き、野菜スープ", "611", "28.4", "2.6"),
                    ("5（水）", "麦ごはん、麻婆豆腐、春雨サラダ", "668", "25.0", "2.4"),
                )
            ],
        ]
    )
    fee = table(
        [
            row(h("区分"), h("月額"), h("年額")),
            row(c("小学校"), c("4,300円", "n"), c("47,300円", "n")),
            row(c("中学校"), c("5,000円", "n"), c("55,000円", "n")),
        ]
    )
    return Document(
        page(f"<h1>学校給食だより</h1><p>令和６年６月</p>{food}<h2>給食費</h2>{fee}", font=MINCHO, pt=10),
        truth,
    )


DOCUMENTS = {
    "b4_kpi_rate_columns": rate_subcolumns,
    "b4_budget_funds_in_text": funds_in_text,
    "b4_budget_asked_and_given": three_budgets,
    "b4_plan_actual_pairs": plan_actual_pairs,
    "b4_kpi_base_year_column": numbered_indicators,
    "b4_neg_lunch": controls,
}
