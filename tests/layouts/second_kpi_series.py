"""Second batch: KPI tables with many years, series, footnotes and units in their cells."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

import re
from collections.abc import Sequence

from markup import GOTHIC, MINCHO, NOTO, Document, c, h, page, row, table
from second_kpis import fig, n
from truthfile import Odd, Truth


def many_years() -> Document:
    """見浜市: A3 landscape appendix, ten years H27 to R6 and a target; two header rows printed again on page 2."""
    truth = Truth("見浜市", "見浜市総合計画 進捗状況報告書 資料編 成果指標の推移")
    truth.notes.append("H31 / R1 is fiscal 2019. Empty cells are no values. 基準年 of all: H26.")
    years = [
        ("H27", 2015),
        ("H28", 2016),
        ("H29", 2017),
        ("H30", 2018),
        ("H31/R1", 2019),
        ("R2", 2020),
        ("R3", 2021),
        ("R4", 2022),
        ("R5", 2023),
        ("R6", 2024),
    ]
    base = [
        ("健康・福祉", "がん検診受診率", "％", 18.2, 0.7, 30.0), ("", "介護予防教室の参加者", "人", 812, 41, 1500), ("", "要介護認定率", "％", 16.1, 0.2, 18.0), ("", "障がい者の就労移行者数", "人", 14, 2, 35),
        ("子育て・教育", "待機児童数", "人", 33, -3, 0), ("", "学校が楽しいと感じる生徒の割合", "％", 81.5, 0.4, 90.0), ("", "図書館の貸出冊数", "千冊", 642, -8, 700), ("", "公民館の利用者数", "人", 88420, -1105, 95000),
        ("産業・観光", "新規出店数", "店", 8, 1, 20), ("", "農業産出額", "千万円", 512, 6, 600), ("", "延べ宿泊者数", "千人", 205, 7, 300), ("", "ふるさと納税の受入額", "百万円", 61, 33, 500),
        ("都市・環境", "リサイクル率", "％", 21.4, 0.3, 28.0), ("", "上水道の有収率", "％", 86.0, 0.5, 92.0), ("", "市道の舗装率", "％", 78.8, 0.4, 84.0), ("", "公共交通の利用者数", "千人", 2410, -35, 2300),
        ("行財政", "市税の収納率", "％", 95.1, 0.3, 98.5), ("", "職員数", "人", 721, -4, 690), ("", "市民満足度", "％", 61.2, 0.6, 70.0), ("", "電子申請の件数", "件", 1204, 890, 15000),
    ]  # fmt: skip
    head = [
        row(
            h("分野", rs=2),
            h("成果指標", rs=2),
            h("単位", rs=2),
            h("実　　績　　値", cs=len(years)),
            h("目標値", rs=1),
        ),
        row(*[h(y) for y, _ in years], h("R7")),
    ]
    rows = []
    for number, (field, name, unit, start, step, goal) in enumerate(base):
        places = 1 if isinstance(start, float) else 0
        texts = []
        for k in range(10):
            value = start + step * k + (step * ((k * 7 + number) % 3 - 1) if k else 0)
            texts.append(f"{value:,.{places}f}" if value >= 0 else "0")
        if name == "市民満足度":
            texts = [t if k % 2 == 0 else "－" for k, t in enumerate(texts)]
        if name == "電子申請の件数":
            texts[:3] = ["", "", ""]
        kpi = truth.kpi(name, unit)
        for (label, year), text in zip(years, texts, strict=True):
            kpi.add(f"実績値 {label}", "actual", year, text)
        target = f"{goal:,.{places}f}"
        kpi.add("目標値 R7", "target", 2025, target)
        first = [c(field, "m f", rs=4)] if field else []
        rows.append(row(*first, c(name), c(unit, "m"), *[n(t) for t in texts], c(target, "n g")))
    body = (
        "<h1>成果指標の推移</h1>"
        + table(rows, [7, 19, 5, *[6.3] * 10, 6], head=head)
        + "<p class=note>※「－」は調査を実施していない年度。市民満足度は隔年で調査。</p>"
    )
    css = "h1{font-size:16pt} td{height:15mm} th{background:#305496;color:#fff} .g{background:#fce4d6} .f{background:#d9e1f2}"
    return Document(page(body, size="A3 landscape", font=GOTHIC, pt=11, css=css, margin="18mm"), truth)


def yearly_and_cumulative() -> Document:
    """見岡市: 単年度 and 累計 as two lines of each indicator, 目標 and 実績 under each year."""
    truth = Truth("見岡市", "見岡市地方創生推進計画 KPI実績（令和6年度末）")
    truth.notes.append("The lines 単年度 and 累計 are series of one indicator. 累計 is the sum since R4.")
    content = [
        ("サテライトオフィスの開設数", "社", [2, 3, 4], [1, 4, 3]),
        ("移住支援金の交付件数", "件", [10, 12, 15], [7, 13, 18]),
        ("起業塾の修了者数", "人", [20, 20, 25], [16, 22, 27]),
        ("６次産業化の商品開発数", "品", [5, 5, 6], [3, 6, 8]),
        ("公衆無線LANの整備箇所数", "か所", [8, 8, 10], [8, 11, 9]),
    ]
    years = [("令和4年度", 2022), ("令和5年度", 2023), ("令和6年度", 2024)]
    rows = [
        row(h("KPI（単位）", cs=2, rs=2), *[h(y, cs=2) for y, _ in years]),
        row(*[h("目標"), h("実績")] * 3),
    ]
    for name, unit, goals, actuals in content:
        kpi = truth.kpi(name, unit)
        sums = [[sum(x[: k + 1]) for k in range(3)] for x in (goals, actuals)]
        for series, (want, got) in (("単年度", (goals, actuals)), ("累計", (sums[0], sums[1]))):
            cells = []
            for (label, year), a, b in zip(years, want, got, strict=True):
                kpi.add(f"{label} 目標", "target", year, str(a), series=series)
                kpi.add(f"{label} 実績", "actual", year, str(b), series=series)
                cells += [c(a, "n"), c(b, "n")]
            first = [c(f"{name}（{unit}）", rs=2)] if series == "単年度" else []
            rows.append(row(*first, c(series, "m"), *cells))
    body = "<h1>KPI実績（令和6年度末）</h1>" + table(rows, [34, 10, *[9.3] * 6])
    css = "h1{font-size:14pt} th{background:#ffe699} td{height:9mm} table{border:1.5pt solid #000}"
    return Document(page(body, font=MINCHO, pt=10, css=css, margin="18mm"), truth)


def footnote_marks() -> Document:
    """見里市: marks behind figures and names, footnotes; double years R6(2024); ％ and ‰ in a unit column."""
    truth = Truth("見里市", "見里市健康増進計画 指標の評価")
    truth.notes.append(
        "※1, ※2 behind figures and names belong to the footnotes: they are no part of the value or the name."
    )
    content: list[tuple[str, str, str, Sequence[str]]] = [
        ("健康寿命（男性）", "", "年", ("79.81", "80.22", "80.35", "81.50")),
        ("健康寿命（女性）", "", "年", ("84.02", "84.17", "84.40", "85.50")),
        ("自殺死亡率", "※1", "人", ("17.3", "16.8※3", "15.9", "12.5以下")),
        ("死亡率", "※2", "‰", ("11.4", "11.9", "12.6", "－")),
        ("成人の喫煙率", "", "％", ("18.8", "－", "15.1", "12.0以下")),
        ("１日の歩数", "", "歩", ("6,412", "－", "6,730", "8,000以上")),
        ("胃がん検診受診者数", "", "人", ("2,914", "1,377※3", "2,602", "4,000")),
        ("食生活改善推進員数", "", "人", ("146", "131", "127", "150")),
    ]
    columns = [
        ("策定時 H29(2017)", "baseline", 2017),
        ("中間 R3(2021)", "actual", 2021),
        ("直近 R6(2024)", "actual", 2024),
        ("目標 R8(2026)", "target", 2026),
    ]
    rows = [row(h("指　標"), h("単位"), *[h(p.replace(" ", "<br>")) for p, _, _ in columns], h("判定"))]
    for name, mark, unit, texts in content:
        kpi = truth.kpi(name, unit)
        for (period, role, year), text in zip(columns, texts, strict=True):
            kpi.add(period, role, year, fig(text))
        rows.append(
            row(
                c(f"{name}<sup>{mark}</sup>"),
                c(unit, "m"),
                *[c(re.sub("(※.)", r"<sup>\1</sup>", t), "n") for t in texts],
                c("ＡＡＢ－ＡＢＣＣ"[len(rows) - 1], "m"),
            )
        )
    body = (
        "<h1>指標の評価</h1>"
        + table(rows, [32, 8, 13, 13, 13, 13, 8])
        + "<p class=note>※1　人口10万人当たり<br>※2　人口千人当たり<br>※3　新型コロナウイルス感染症の影響により参考値</p>"
    )
    css = "h1{font-size:14pt} sup{font-size:6pt} th{background:#ddebf7} td{height:9mm} th,td{border-color:#5b9bd5}"
    return Document(page(body, font=NOTO, pt=10, css=css, margin="18mm"), truth)


def units_right() -> Document:
    """見潮市: '12,345 人' right-aligned in each cell, rules between rows only, goals as band rows."""
    truth = Truth("見潮市", "第２次見潮市環境基本計画 年次報告書 環境指標の状況")
    truth.notes.append("Units stand in the cells, behind a space. 評価 is no value.")
    content = [
        ("基本目標１　脱炭素のまち", [
            ("市域の温室効果ガス排出量", "t-CO2", "512,300", "468,200", "459,750", "276,600", "C"),
            ("太陽光発電の設備容量", "kW", "18,420", "24,615", "26,308", "45,000", "B"),
            ("電動車の公用車台数", "台", "3", "11", "17", "40", "B"),
        ]),
        ("基本目標２　自然と共生するまち", [
            ("森林経営計画の認定面積", "ha", "1,204", "1,377", "1,402", "2,000", "B"),
            ("環境学習の参加者数", "人", "2,360", "1,918", "2,745", "3,500", "A"),
            ("自然共生サイトの登録数", "か所", "0", "1", "1", "5", "C"),
        ]),
        ("基本目標３　資源が循環するまち", [
            ("ごみの総排出量", "ｔ", "14,816", "13,950", "13,611", "12,000", "B"),
            ("資源化率", "％", "19.7", "21.3", "21.0", "30.0", "C"),
        ]),
    ]  # fmt: skip
    columns = [
        ("基準年度 2013年度", "baseline", 2013),
        ("実績 2022年度", "actual", 2022),
        ("実績 2023年度", "actual", 2023),
        ("目標 2030年度", "target", 2030),
    ]
    rows = [
        row(h("環境指標", rs=2), h("基準年度"), h("実績", cs=2), h("目標"), h("評価", rs=2)),
        row(*[h(p.split(" ")[1]) for p, _, _ in columns]),
    ]
    for goal, kpis in content:
        rows.append(row(c(goal, cs=6), kind="band"))
        for name, unit, *texts, grade in kpis:
            kpi = truth.kpi(name, unit)
            for (period, role, year), text in zip(columns, texts, strict=True):
                kpi.add(period, role, year, Odd(f"{text} {unit}", text.replace(",", "")))
            rows.append(row(c(name), *[c(f"{t} {unit}", "n") for t in texts], c(grade, "m")))
    body = "<h1>環境指標の状況</h1>" + table(rows, [24, 17.5, 17.5, 17.5, 17.5, 6])
    css = "h1{font-size:15pt;color:#385723} th,td{border:none;border-bottom:0.4pt solid #70ad47;height:8.5mm} th{background:#e2f0d9} .band td{font-weight:bold;background:#c5e0b4}"
    return Document(page(body, font=GOTHIC, pt=9, css=css, margin="16mm"), truth)


DOCUMENTS = {
    "b2_kpi_many_years": many_years,
    "b2_kpi_yearly_cumulative": yearly_and_cumulative,
    "b2_kpi_footnote_marks": footnote_marks,
    "b2_kpi_units_right": units_right,
}
