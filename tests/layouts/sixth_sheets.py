"""Sixth batch: a few more orders of rows, halves and labels."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, IPAEX, MINCHO, NOTO, Document, c, h, page, row, table, yen
from truthfile import Truth


def n(amount: int | None, empty: str = "") -> str:
    return c(yen(amount, empty=empty), "n")


def years_and_kinds_down() -> Document:
    """見晶市: rows R4決算 / R5決算 / R6予算, columns 直接事業費 人件費 合計 and four funds; scores beside that are no figures."""
    truth = Truth("見晶市", "令和６年度 行政評価シート 公園維持管理事業")
    name = "公園維持管理事業"
    project = truth.project(name, ["都市建設部公園緑地課"])
    labels = ("直接事業費", "人件費", "", "国県支出金", "地方債", "その他", "一般財源")
    data = [
        ("R4決算", 2022, "settlement", (84_210, 12_960, 5_000, 10_000, 3_120)),
        ("R5決算", 2023, "settlement", (88_745, 13_122, 5_500, 12_000, 3_300)),
        ("R6予算", 2024, "budget", (91_300, 13_122, 6_000, 12_000, 3_300)),
    ]
    rows = [
        row(h("年度", rs=2), h("事業コスト（千円）", cs=3), h("財源（千円）", cs=4)),
        row(*[h(t or "合計") for t in labels]),
    ]
    for label, year, kind, (direct, people, a, b, d) in data:
        whole = direct + people
        amounts = (direct, people, whole, a, b, d, whole - a - b - d)
        for component, amount in zip(labels, amounts, strict=True):
            project.add(year, kind, component, amount, yen(amount))
        rows.append(row(h(label), *[n(x) for x in amounts]))
    marks = table(
        [
            row(h("評価項目"), h("必要性"), h("有効性"), h("効率性"), h("公平性"), h("合計点")),
            row(h("一次評価"), *[c(t, "m") for t in ("5", "4", "3", "4", "16")]),
            row(h("二次評価"), *[c(t, "m") for t in ("5", "4", "4", "4", "17")]),
        ]
    )
    body = (
        "<h1>令和６年度　行政評価シート</h1>"
        + table(
            [
                row(h("事務事業名"), c(name, cs=3)),
                row(h("担当課"), c("都市建設部 公園緑地課"), h("総合計画の施策"), c("緑あふれるまち")),
            ],
            [16, 36, 16, 32],
        )
        + "<h2>コストと財源</h2>"
        + table(rows)
        + "<h2>評価</h2>"
        + marks
    )
    truth.notes.append("Scores of the evaluation are no indicators.")
    return Document(
        page(body, font=GOTHIC, pt=9, css="h1{font-size:13pt} h2{font-size:10.5pt} th{background:#e8f0fe}"),
        truth,
    )


def two_halves() -> Document:
    """見瑞町: a list in two halves beside each other under one header row each: 指標, 単位, R5実績, R7目標."""
    truth = Truth("見瑞町", "第５次総合振興計画 成果指標一覧")
    left = [
        ("特定健診受診率", "％", "38.2", "45.0"),
        ("認知症サポーター数", "人", "612", "800"),
        ("乳幼児健診受診率", "％", "97.1", "100"),
        ("ごみの資源化率", "％", "18.4", "22.0"),
    ]
    right = [
        ("町内総生産", "百万円", "21,450", "22,000"),
        ("観光消費額", "百万円", "384", "450"),
        ("新規就農者数", "人", "3", "5"),
        ("企業立地件数", "件", "－", "2"),
    ]
    rows = [row(*[h(t) for _ in range(2) for t in ("指標名", "単位", "R5実績", "R7目標")])]
    for pair in zip(left, right, strict=True):
        cells = []
        for name, unit, now, goal in pair:
            kpi = truth.kpi(name, unit)
            kpi.add("R5実績", "actual", 2023, now)
            kpi.add("R7目標", "target", 2025, goal)
            cells += [c(name), c(unit, "m"), c(now, "n"), c(goal, "n")]
        rows.append(row(*cells))
    body = "<h1>成果指標一覧</h1>" + table(rows, [22, 8, 10, 10, 22, 8, 10, 10])
    return Document(
        page(body, size="A4 landscape", font=MINCHO, pt=9.5, css="h1{font-size:13pt} th{background:#f0f0f0}"),
        truth,
    )


def last_year_below() -> Document:
    """見玲市: 上段 令和7年度 下段（令和6年度） in rows of their own, the names merged over both; funds as columns."""
    truth = Truth("見玲市", "令和７年度当初予算 主要な事業（上段：令和７年度、下段：令和６年度）")
    items = [
        ("スマート農業推進事業", "農政課", (14_500, 6_000, 0, 8_500), (9_800, 4_000, 0, 5_800)),
        ("通学バス運行事業", "学校教育課", (62_310, 20_000, 0, 42_310), (60_275, 19_000, 0, 41_275)),
        ("防災行政無線更新事業", "危機管理課", (245_000, 0, 220_000, 25_000), (12_000, 0, 10_800, 1_200)),
    ]
    rows = [row(h("事業名"), h("担当課"), h("事業費"), h("国県支出金"), h("市債"), h("一般財源"))]
    for name, office, this, last in items:
        project = truth.project(name, [office])
        for year, amounts in ((2025, this), (2024, last)):
            for component, amount in zip(("", "国県支出金", "市債", "一般財源"), amounts, strict=True):
                project.add(year, "initial_budget", component, amount, yen(amount))
        rows.append(row(c(name, rs=2), c(office, "m", rs=2), *[n(a) for a in this]))
        rows.append(row(*[n(a) for a in last]))
    body = (
        "<h1>令和７年度当初予算　主要な事業</h1><p class='unit'>（上段：令和７年度、下段：令和６年度　単位：千円）</p>"
        + table(rows, [30, 14, 14, 14, 14, 14])
    )
    return Document(page(body, font=IPAEX, pt=10, css="h1{font-size:14pt} th{background:#fff3cd}"), truth)


def target_with_year() -> Document:
    """見翠市: 目標値 written as '50件（R7）', 基準 as '32件（R1）', actual columns without units, 目標 vs 実績 in ◎○."""
    truth = Truth("見翠市", "観光振興計画 数値目標の進捗")
    data = [
        ("外国人宿泊者数", "人泊", "8,210", "R1", 2019, ["1,105", "5,870", "9,344"], "15,000", "R8", 2026),
        ("観光案内アプリの利用者数", "人", "－", "", None, ["2,450", "4,118", "6,905"], "10,000", "R8", 2026),
        ("体験プログラム数", "件", "12", "R2", 2020, ["15", "22", "26"], "40", "R8", 2026),
        ("観光客の満足度", "％", "81.5", "R1", 2019, ["－", "83.9", "85.2"], "90.0", "R8", 2026),
    ]
    rows = [
        row(h("数値目標", rs=2), h("基準値", rs=2), h("実績値", cs=3), h("目標値", rs=2), h("達成度", rs=2)),
        row(*[h(f"R{k}") for k in (3, 4, 5)]),
    ]
    for name, unit, base, by, byear, done, goal, gy, gyear in data:
        kpi = truth.kpi(name, unit)
        kpi.add("基準値", "baseline", byear, base)
        for k, text in enumerate(done):
            kpi.add(f"R{3 + k}", "actual", 2021 + k, text)
        kpi.add("目標値", "target", gyear, goal)
        shown = base if base == "－" else f"{base}{unit}（{by}）"
        rows.append(
            row(
                c(f"{name}（{unit}）"),
                c(shown, "m"),
                *[c(t, "n") for t in done],
                c(f"{goal}{unit}（{gy}）", "m"),
                c("○", "m"),
            )
        )
    body = "<h1>数値目標の進捗</h1>" + table(rows, [32, 17, 10, 10, 10, 17, 8])
    return Document(page(body, font=NOTO, pt=9.5, css="h1{font-size:13pt} th{background:#e0f7fa}"), truth)


DOCUMENTS = {
    "b6_sheet_years_kinds_down": years_and_kinds_down,
    "b6_kpi_two_halves": two_halves,
    "b6_budget_last_year_below": last_year_below,
    "b6_kpi_years_in_cells": target_with_year,
}
