"""Second batch: KPI tables of 総合戦略, 総合計画 and 環境基本計画."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

import re

from markup import GOTHIC, IPAEX, MINCHO, NOTO, TAKAO, Document, c, h, page, row, table
from truthfile import DASHES, Odd, Printed, Truth, shown

BOUNDS = {"以上": "at_least", "以下": "at_most", "未満": "less_than"}


def fig(text: str, cut: str = "") -> Printed:
    """A printed figure with sign, unit, mark or bound: '△12', '80.5 ％', '1,204※1', '30以上'."""
    if not text.strip() or text in DASHES:
        return text
    plain = re.sub(r"[※＊*]\d*$", "", text).removesuffix(cut).strip()
    bound = next((b for b in BOUNDS if plain.endswith(b)), "")
    digits = plain.removesuffix(bound).strip().removesuffix(cut).strip()
    digits = re.sub("^[△▲]", "-", digits).replace(",", "").lstrip("+＋")
    float(digits)
    return Odd(text, digits, BOUNDS.get(bound))


def n(text: Printed) -> str:
    return c(shown(text), "n")


def measure_blocks() -> Document:
    """見石市: a 検証シート a measure; the indicator's name above, rows 目標値 / 実績値 / 達成率, years in columns."""
    truth = Truth("見石市", "見石市人口ビジョン・総合戦略 効果検証シート（令和５年度実施分）")
    truth.notes.append(
        "Department from the cell 主担当 of the sheet. 達成率 is no value. 基準値 has its year in the header."
    )
    years = [(f"令和{y}年度", 2018 + y) for y in (2, 3, 4, 5, 6)]
    content = [
        ("1-(1)", "中小企業の成長支援", "産業経済部商工課", [
            ("市内企業の付加価値額", "百万円", "48,210", "48,500 49,000 49,500 50,000 50,500", "46,902 47,315 49,880 － "),
            ("設備投資補助の利用件数", "件", "14", "15 18 20 22 25", "9 17 24 21 "),
            ("事業承継の相談件数", "件", "－", "10 20 30 40 50", "12 26 28 43 "),
        ]),
        ("2-(3)", "住まいの確保と空き家の活用", "都市建設部住宅政策課", [
            ("空き家の利活用件数（累計）", "戸", "23", "30 38 46 54 62", "27 41 49 61 "),
            ("三世代同居・近居支援の申請件数", "件", "31", "35 35 40 40 45", "28 30 37 44 "),
        ]),
    ]  # fmt: skip
    body = ""
    for code, measure, office, kpis in content:
        rows = [
            row(h("施策番号"), c(code, "m"), h("施策名"), c(measure, cs=2), h("主担当"), c(office, cs=2)),
            row(h("施策の概要"), c(f"{measure}のための相談、補助及び情報発信を行う。", cs=7)),
        ]
        for number, (name, unit, start, goals, actuals) in enumerate(kpis, 1):
            kpi = truth.kpi(name, unit, [office])
            kpi.add("基準値 （令和元年度）", "baseline", 2019, fig(start))
            want, got = goals.split(" "), actuals.split(" ")
            for (label, year), text in zip(years, want, strict=True):
                kpi.add(f"{label} 目標値", "target", year, text)
            for (label, year), text in zip(years, got, strict=True):
                kpi.add(f"{label} 実績値", "actual", year, text)
            done = [reached(w, g) for w, g in zip(want, got, strict=True)]
            rows += [
                row(h(f"指標{'①②③'[number - 1]}"), c(f"{name}　【単位：{unit}】", "b", cs=7), kind="top"),
                row(h("区分"), h("基準値<br>（令和元年度）"), h(""), *[h(y) for y, _ in years]),
                row(c("", rs=3), c(start, "n", rs=3), c("目標値", "m"), *[n(t) for t in want]),
                row(c("実績値", "m"), *[n(t) for t in got]),
                row(c("達成率", "m"), *[n(t) for t in done], kind="pc"),
            ]
        rows.append(
            row(
                h("評価・課題"),
                c("おおむね計画どおりに進んでいる。周知の方法を見直し、利用者の拡大を図る。", cs=7),
            )
        )
        body += f'<div class="page"><p class="unit">{code}</p><h1>総合戦略　効果検証シート</h1>{table(rows, [11, 13, 10, 13.2, 13.2, 13.2, 13.2, 13.2])}</div>'
    css = "h1{font-size:14pt} th{background:#e2efda} .b{font-weight:bold} .top th{background:#a9d08e} .pc td{color:#666} td{height:8mm}"
    return Document(page(body, font=GOTHIC, pt=9, css=css), truth)


def reached(goal: str, actual: str) -> str:
    if not actual.strip():
        return ""
    if actual in DASHES or goal in DASHES:
        return "－"
    a, g = float(actual.replace(",", "")), float(goal.replace(",", ""))
    return f"{a / g * 100:.1f}%"


def unit_header_row() -> Document:
    """見滝町: years in rows, indicators in columns, their units in a header row of their own; 平成 to 令和."""
    truth = Truth("見滝町", "第５次見滝町総合計画 主要指標の推移")
    names = ["総人口", "出生数", "町税収納率", "汚水処理人口普及率", "特定健診受診率", "可燃ごみ排出量"]
    units = ["人", "人", "％", "％", "％", "ｔ"]
    lines = [
        ("平成28年度", "actual", 2016, "9,812 61 97.2 64.0 38.1 2,215"),
        ("平成29年度", "actual", 2017, "9,655 58 97.6 66.3 39.4 2,190"),
        ("平成30年度", "actual", 2018, "9,501 49 97.9 68.8 41.0 2,174"),
        ("令和元年度", "actual", 2019, "9,347 52 98.1 70.5 42.7 2,168"),
        ("令和２年度", "actual", 2020, "9,190 44 98.0 72.1 - 2,233"),
        ("令和７年度（目標）", "target", 2025, "8,600 50 98.5 80.0 60.0 1,900"),
    ]
    kpis = [truth.kpi(name, unit) for name, unit in zip(names, units, strict=True)]
    rows = [row(h("年　度", rs=2), *[h(x) for x in names]), row(*[h(f"（{u}）", "u") for u in units])]
    for label, role, year, texts in lines:
        for kpi, text in zip(kpis, texts.split(), strict=True):
            kpi.add(label, role, year, text)
        rows.append(
            row(c(label, "m"), *[n(t) for t in texts.split()], kind="goal" if role == "target" else "")
        )
    truth.notes.append(
        "Transposed: years in rows; the unit of each indicator stands in the second header row."
    )
    body = (
        "<h1>主要指標の推移</h1><p>　総合計画の進捗を測るため、次の指標の実績値を毎年度公表しています。</p>"
        + table(rows, [16, 14, 14, 14, 14, 14, 14])
    )
    css = "h1{font-size:14pt;text-align:left} th,td{border:0.4pt dotted #000;height:9mm} .goal td{background:#fff2cc} .u{font-size:8pt}"
    return Document(page(body, font=MINCHO, pt=10, css=css, margin="20mm"), truth)


def years_in_cells() -> Document:
    """見森市: 基準値 and 目標値 with the year in brackets under the figure in each cell, unit behind the figure."""
    truth = Truth("見森市", "見森市子ども・若者計画 成果指標一覧")
    content = [
        (
            "こどもまんなか推進",
            "自分にはよいところがあると思う児童の割合",
            "％",
            "78.4",
            "R5",
            2023,
            "85.0以上",
            "R11",
            2029,
            "学校教育課",
        ),
        ("", "こども食堂の設置箇所数", "か所", "9", "R6", 2024, "20", "R11", 2029, "こども政策課"),
        ("", "ヤングケアラーの相談件数", "件", "37", "R5", 2023, "80", "R9", 2027, "こども家庭センター"),
        (
            "切れ目のない支援",
            "乳児家庭全戸訪問の実施率",
            "％",
            "96.8",
            "R5",
            2023,
            "100",
            "R8",
            2026,
            "こども家庭センター",
        ),
        ("", "普通出生率", "‰", "6.1", "R4", 2022, "6.5", "R10", 2028, "健康づくり課"),
        ("", "３歳児のむし歯有病者率", "％", "9.7", "R5", 2023, "8.0以下", "R11", 2029, "健康づくり課"),
        ("若者の自立", "就労支援による就職者数", "人", "112", "R5", 2023, "150", "R11", 2029, "産業雇用課"),
        (
            "",
            "若者サポートステーションの延べ利用者数",
            "人",
            "1,306",
            "R5",
            2023,
            "1,800",
            "R11",
            2029,
            "産業雇用課",
        ),
    ]
    rows = [row(h("基本方針"), h("指　標"), h("基準値（年度）"), h("目標値（年度）"), h("方向"), h("所管"))]
    goals = [i for i, x in enumerate(content) if x[0]] + [len(content)]
    for number, (goal, name, unit, start, y0, f0, target, y1, f1, office) in enumerate(content):
        kpi = truth.kpi(name, unit, [office])
        bound = next((b for b in BOUNDS if target.endswith(b)), "")
        figure = target.removesuffix(bound)
        kpi.add("基準値（年度）", "baseline", f0, Odd(f"{start}{unit}\n（{y0}）", start.replace(",", "")))
        kpi.add(
            "目標値（年度）",
            "target",
            f1,
            Odd(f"{figure}{unit}{bound}\n（{y1}）", figure.replace(",", ""), BOUNDS.get(bound)),
        )
        first = [c(goal, "m", rs=goals[goals.index(number) + 1] - number)] if goal else []
        arrow = "↓" if bound == "以下" else "↑"
        rows.append(
            row(
                *first,
                c(name),
                c(f"{start}{unit}<br>（{y0}）", "m"),
                c(f"{figure}{unit}{bound}<br>（{y1}）", "m"),
                c(arrow, "m"),
                c(office, "m"),
            )
        )
    truth.notes.append("Year of each value in brackets in its own cell.")
    body = "<h1>成果指標一覧</h1>" + table(rows, [13, 35, 15, 16, 6, 15])
    css = "h1{font-size:15pt;color:#c55a11} th{background:#f8cbad;border-color:#c55a11} td{border-color:#c55a11;height:12mm}"
    return Document(page(body, font=NOTO, pt=9.5, css=css, margin="16mm"), truth)


def own_target_years() -> Document:
    """見崎市: columns 基準年度 / 基準値 / 最新年度 / 最新値 / 目標年度 / 目標値: each indicator has its own years."""
    truth = Truth("見崎市", "見崎市都市計画マスタープラン 評価指標の達成状況")
    truth.notes.append("The year stands in a column of its own before each value. 達成見込み is no value.")
    content = [
        (
            "居住誘導区域内の人口密度",
            "人/ha",
            ("平成27年度", 2015, "41.3"),
            ("令和５年度", 2023, "39.8"),
            ("令和17年度", 2035, "40.0"),
            "○",
        ),
        (
            "公共交通の徒歩圏人口カバー率",
            "％",
            ("平成30年度", 2018, "68.2"),
            ("令和５年度", 2023, "69.5"),
            ("令和12年度", 2030, "75.0"),
            "△",
        ),
        (
            "都市計画道路の整備延長",
            "km",
            ("平成30年度", 2018, "52.46"),
            ("令和６年度", 2024, "55.10"),
            ("令和17年度", 2035, "61.00"),
            "○",
        ),
        (
            "一人当たり都市公園面積",
            "㎡/人",
            ("令和元年度", 2019, "8.74"),
            ("令和６年度", 2024, "9.02"),
            ("令和12年度", 2030, "10.00"),
            "○",
        ),
        (
            "空き家数",
            "戸",
            ("平成30年度", 2018, "4,310"),
            ("令和５年度", 2023, "4,876"),
            ("令和10年度", 2028, "4,500"),
            "×",
        ),
        (
            "住宅の耐震化率",
            "％",
            ("平成30年度", 2018, "84.6"),
            ("令和５年度", 2023, "89.1"),
            ("令和７年度", 2025, "95.0"),
            "×",
        ),
        (
            "生産緑地の面積",
            "ha",
            ("令和３年度", 2021, "37.2"),
            ("令和６年度", 2024, "35.9"),
            ("令和12年度", 2030, "36.0"),
            "△",
        ),
    ]
    head = [
        row(
            h("評　価　指　標", rs=2),
            h("単位", rs=2),
            h("基　準", cs=2),
            h("最　新", cs=2),
            h("目　標", cs=2),
            h("達成<br>見込み", rs=2),
        ),
        row(h("年度"), h("基準値"), h("年度"), h("実績値"), h("年度"), h("目標値")),
    ]
    rows = []
    for name, unit, *triples, mark in content:
        kpi = truth.kpi(name, unit)
        cells = []
        for (label, year, text), period, role in zip(
            triples, ("基準値", "実績値", "目標値"), ("baseline", "actual", "target"), strict=True
        ):  # type: ignore[misc]
            kpi.add(f"{period} {label}", role, year, text)
            cells += [c(label, "m"), n(text)]
        rows.append(row(c(name), c(unit, "m"), *cells, c(mark, "m")))
    body = "<h1>４　評価指標の達成状況</h1>" + table([*head, *rows], [26, 8, 12, 9, 12, 9, 12, 9, 8])
    css = "h1{font-size:13pt;text-align:left} th{background:#eee} th,td{border-width:0.3pt} td{height:10mm}"
    return Document(page(body, size="A4 landscape", font=TAKAO, pt=10, css=css, margin="18mm"), truth)


def direction_and_state() -> Document:
    """見沢市: No., 区分 新規/継続, 担当 at the left, 方向性 増加/減少/維持, 当初値 中間値 最終目標, no vertical rules."""
    truth = Truth("見沢市", "第３次見沢市総合計画 前期基本計画 まちづくり指標")
    truth.notes.append(
        "方向性 (増加, 減少, 維持) is a column of its own and no value. 令和10年度（中間） and 令和14年度（最終） are targets."
    )
    content = [
        ("新規", "市民活動推進課", "市民活動に参加している人の割合", "増加", "％", "24.6 28.0 32.0"),
        ("継続", "市民活動推進課", "地域自治組織の設立数", "増加", "団体", "11 15 18"),
        ("継続", "危機管理課", "刑法犯認知件数", "減少", "件", "418 380 350"),
        ("継続", "危機管理課", "防災訓練の参加者数", "増加", "人", "6,205 7,000 8,000"),
        ("新規", "環境保全課", "市民１人１日当たりのごみ排出量", "減少", "ｇ", "872 840 810"),
        ("継続", "環境保全課", "河川のBOD環境基準達成率", "維持", "％", "100 100 100"),
        ("新規", "環境保全課", "市役所の温室効果ガス排出量", "減少", "t-CO2", "9,460 7,900 6,200"),
        ("継続", "下水道課", "水洗化率", "増加", "％", "93.1 94.5 96.0"),
        ("新規", "財政課", "経常収支比率", "維持", "％", "92.8 － 92.0以下"),
        ("継続", "財政課", "将来負担比率", "減少", "％", "31.5 25.0以下 20.0以下"),
    ]
    columns = [
        ("当初値（令和6年度）", "baseline", 2024),
        ("中間目標値（令和10年度）", "target", 2028),
        ("最終目標値（令和14年度）", "target", 2032),
    ]
    rows = [
        row(
            *[
                h(t.replace("（", "<br>（"))
                for t in ("No.", "区分", "担当", "指　標　名", "方向性", "単位", *[p for p, _, _ in columns])
            ]
        )
    ]
    for number, (state, office, name, way, unit, texts) in enumerate(content, 1):
        kpi = truth.kpi(name, unit, [office])
        for (period, role, year), text in zip(columns, texts.split(), strict=True):
            kpi.add(period, role, year, fig(text))
        rows.append(
            row(
                c(number, "m"),
                c(state, "m"),
                c(office),
                c(name),
                c(way, "m"),
                c(unit, "m"),
                *[n(t) for t in texts.split()],
            )
        )
    body = "<h1>まちづくり指標</h1>" + table(rows, [5, 7, 15, 29, 8, 8, 9, 10, 10])
    css = "h1{font-size:15pt} th,td{border-left:none;border-right:none;border-top:0.5pt solid #000;border-bottom:0.5pt solid #000} th{border-top:1.5pt solid #000;border-bottom:1pt solid #000} td{height:9mm}"
    return Document(page(body, font=IPAEX, pt=9, css=css, margin="14mm"), truth)


DOCUMENTS = {
    "b2_kpi_measure_blocks": measure_blocks,
    "b2_kpi_unit_header_row": unit_header_row,
    "b2_kpi_years_in_cells": years_in_cells,
    "b2_kpi_own_target_years": own_target_years,
    "b2_kpi_direction_state": direction_and_state,
}
