"""実施計画: what each project is planned to cost in three years, and with which funds."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, IPAEX, NOTO, Document, c, h, page, row, table, yen
from truthfile import Printed, Truth, shown


def year_columns() -> Document:
    """見通市: a project a row, 計画額 of three years and 3か年計, 施策 headings as rows of the table."""
    truth = Truth("見通市", "見通市総合計画 第２期実施計画（令和７年度～令和９年度）")
    content: list[tuple[str, list[tuple[str, str, str, list[int | None]]]]] = [
        (
            "施策11　消防・防災体制の充実",
            [
                (
                    "消防庁舎建替事業",
                    "消防総務課",
                    "基本設計、実施設計、建設工事",
                    [38_500, 142_000, 968_000],
                ),
                ("防災ラジオ配布事業", "危機管理室", "75歳以上のみの世帯への貸与", [9_460, 9_460, None]),
                (
                    "木造住宅耐震改修促進事業",
                    "建築住宅課",
                    "診断40戸、改修15戸（毎年度）",
                    [19_700, 19_700, 19_700],
                ),
            ],
        ),
        (
            "施策12　交通安全・防犯対策の推進",
            [
                ("通学路安全対策事業", "土木課", "カラー舗装、防護柵", [24_000, 24_000, 18_000]),
                ("防犯カメラ設置補助事業", "市民安全課", "自治会への補助 20台", [3_000, 3_000, 3_000]),
            ],
        ),
        (
            "施策21　学校教育の充実",
            [
                ("小中一貫校整備事業", "教育総務課", "用地取得、造成", [None, 312_600, 845_000]),
                ("学習用端末更新事業", "学校教育課", "5,240台", [314_400, None, None]),
                ("特別支援教育支援員配置事業", "学校教育課", "支援員58人", [101_230, 103_770, 106_310]),
            ],
        ),
    ]
    years = [("令和７年度", 2025), ("令和８年度", 2026), ("令和９年度", 2027)]
    rows = [
        row(
            h("事　業　名", rs=2),
            h("担当課", rs=2),
            h("事業内容", rs=2),
            h("計　画　額", cs=3),
            h("３か年計", rs=2),
        ),
        row(*[h(y) for y, _ in years]),
    ]
    total: list[int] = [0, 0, 0]
    for heading, projects in content:
        rows.append(row(c(heading, cs=7), kind="g"))
        for name, office, text, amounts in projects:
            project = truth.project(name, [office])
            for (_, year), amount in zip(years, amounts, strict=True):
                project.add(year, "forecast", "", amount, yen(amount))
            total = [t + (a or 0) for t, a in zip(total, amounts, strict=True)]
            rows.append(
                row(
                    c(name),
                    c(office, "m"),
                    c(text),
                    *[c(yen(a, empty="－"), "n") for a in amounts],
                    c(yen(sum(a or 0 for a in amounts)), "n"),
                )
            )
    sums = truth.project("合計", total=True)
    for (_, year), amount in zip(years, total, strict=True):
        sums.add(year, "forecast", "", amount, yen(amount))
    rows.append(row(c("合　　計", "m", cs=3), *[c(yen(t), "n") for t in total], c(yen(sum(total)), "n")))
    body = "<h1>第２期実施計画　事業計画一覧</h1><p class=unit>（単位：千円）</p>" + table(
        rows, [22, 12, 20, 11, 11, 12, 12]
    )
    css = "h1{font-size:14pt} .g td{background:#d9d9d9} td{height:8mm} th{background:#f2f2f2}"
    truth.notes.append(
        "計画額 = forecast. ３か年計 sums the years and belongs to none: it is not in the truth. － is no amount."
    )
    return Document(page(body, font=GOTHIC, pt=9, css=css, margin="16mm 12mm"), truth)


def fund_rows() -> Document:
    """見晴市: a block of six rows (事業費 and five funds) a project, years in columns, two pages."""
    truth = Truth("見晴市", "見晴市実施計画（2024-2026） 財源計画")
    content: list[tuple[str, str, str, list[list[int]]]] = [
        (
            "1",
            "駅東口土地区画整理事業",
            "市街地整備課",
            [
                [120_000, 150_000, 90_000],
                [60_000, 75_000, 45_000],
                [0, 0, 0],
                [54_000, 67_500, 40_500],
                [0, 0, 0],
            ],
        ),
        (
            "2",
            "総合体育館大規模改修事業",
            "スポーツ推進課",
            [
                [28_600, 430_000, 512_000],
                [0, 143_000, 170_600],
                [0, 0, 0],
                [21_400, 215_200, 256_000],
                [0, 20_000, 25_000],
            ],
        ),
        (
            "3",
            "子育て応援アプリ運用事業",
            "こども支援課",
            [[2_640, 2_640, 2_640], [1_320, 1_320, 0], [0, 0, 1_320], [0, 0, 0], [0, 0, 0]],
        ),
        (
            "4",
            "有機農業産地づくり事業",
            "農業政策課",
            [[8_000, 8_000, 6_000], [0, 0, 0], [8_000, 8_000, 6_000], [0, 0, 0], [0, 0, 0]],
        ),
        (
            "5",
            "ごみ焼却施設基幹的設備改良事業",
            "クリーン推進課",
            [
                [812_000, 1_240_500, 634_000],
                [406_000, 620_200, 317_000],
                [0, 0, 0],
                [365_400, 558_200, 285_300],
                [0, 0, 0],
            ],
        ),
        (
            "6",
            "公民館長寿命化事業",
            "生涯学習課",
            [[15_400, 88_000, 0], [0, 0, 0], [0, 0, 0], [13_800, 79_200, 0], [0, 0, 0]],
        ),
    ]
    labels = ["事業費", "国庫支出金", "県支出金", "市債", "その他", "一般財源"]
    years = [("2024年度\n(R6)", 2024), ("2025年度\n(R7)", 2025), ("2026年度\n(R8)", 2026)]
    head = [
        row(
            h("No."),
            h("事業名"),
            h("所管課"),
            h("区分"),
            *[h(y.replace("\n", "<br>")) for y, _ in years],
            h("計"),
        )
    ]
    rows = []
    for number, name, office, lines in content:
        project = truth.project(name, [office])
        own = [lines[0][i] - sum(line[i] for line in lines[1:]) for i in range(3)]
        for index, (label, amounts) in enumerate(zip(labels, [*lines, own], strict=True)):
            for (_, year), amount in zip(years, amounts, strict=True):
                project.add(year, "forecast", "" if index == 0 else label, amount, yen(amount))
            start = [c(number, "m", rs=6), c(name, rs=6), c(office, "m", rs=6)] if index == 0 else []
            cells = [
                *start,
                c(label if index == 0 else f"　{label}"),
                *[c(yen(a), "n") for a in amounts],
                c(yen(sum(amounts)), "n"),
            ]
            rows.append(row(*cells, kind="first" if index == 0 else "rest"))
    body = "<h1>見晴市実施計画（2024-2026）　財源計画</h1><p class=unit>計画額（単位：千円）</p>" + table(
        rows, [5, 22, 14, 14, 11, 11, 11, 12], head=head
    )
    css = (
        "h1{font-size:13pt} .first td{border-top:1.2pt solid #000;font-weight:bold} .rest td{border-top:0.3pt dotted #666}"
        " td{height:7.6mm} .rest{break-before:avoid} th{background:#c6e0b4} @page{@bottom-center{content:counter(page);font-size:9pt}}"
    )
    truth.notes.append(
        "計画額 from the caption: forecast. The column 計 sums three years and is not in the truth. Printed 0 is 0."
    )
    return Document(page(body, font=NOTO, pt=9, css=css, margin="15mm 14mm"), truth)


def past_and_plan() -> Document:
    """見返市: 決算 予算 計画 in one row, and below each project its indicator, in a table without outer rules."""
    truth = Truth("見返市", "見返市総合戦略アクションプラン（令和６年度改訂版）")
    content: list[tuple[str, str, list[int], str, str, list[Printed]]] = [
        (
            "起業家育成支援事業",
            "経済政策課",
            [6_218, 7_400, 7_400, 7_400],
            "創業塾の修了者数",
            "人",
            ["24", "30", "32", "35"],
        ),
        (
            "サテライトオフィス誘致事業",
            "経済政策課",
            [14_920, 18_300, 12_000, 12_000],
            "進出企業数（累計）",
            "社",
            ["5", "7", "9", "11"],
        ),
        (
            "結婚新生活支援事業",
            "こども課",
            [5_400, 6_000, 6_000, 6_000],
            "補助件数",
            "件",
            ["11", "15", "15", "15"],
        ),
        (
            "高校生等通学費補助事業",
            "教育総務課",
            [9_836, 10_200, 10_500, 10_800],
            "補助を受けた生徒の割合",
            "％",
            ["61.5", "65.0", "68.0", "70.0"],
        ),
        (
            "道の駅リニューアル事業",
            "観光交流課",
            [0, 4_950, 186_000, 320_000],
            "道の駅の来場者数",
            "千人",
            ["412", "415", "400", "480"],
        ),
    ]
    rows = [
        row(
            h("事業名・指標", "nb"),
            h("担当課"),
            h("令和5年度"),
            h("令和6年度"),
            h("令和7年度"),
            h("令和8年度", "nr"),
        )
    ]
    kinds = [
        ("決算", "settlement", "実績", "actual", 2023),
        ("予算", "budget", "目標", "target", 2024),
        ("計画", "forecast", "目標", "target", 2025),
        ("計画", "forecast", "目標", "target", 2026),
    ]
    for name, office, amounts, label, unit, figures in content:
        project = truth.project(name, [office])
        kpi = truth.kpi(label, unit, [office])
        money = []
        value = []
        for (word, kind, aim, role, year), amount, figure in zip(kinds, amounts, figures, strict=True):
            project.add(year, kind, "", amount, f"{word}　{yen(amount)}")
            kpi.add(f"令和{year - 2018}年度 {aim}", role, year, figure)
            money.append(
                c(f'<span class="w">{word}</span>{yen(amount)}', "n" + (" nr" if year == 2026 else ""))
            )
            value.append(
                c(f'<span class="w">{aim}</span>{shown(figure)}', "n" + (" nr" if year == 2026 else ""))
            )
        rows.append(row(c(f"<b>{name}</b>", "nb"), c(office, "m", rs=2), *money, kind="p"))
        rows.append(row(c(f"　指標：{label}（{unit}）", "nb"), *value))
    body = "<h1>アクションプラン　事業一覧</h1><p class=unit>（事業費の単位：千円）</p>" + table(
        rows, [32, 12, 14, 14, 14, 14]
    )
    css = "h1{font-size:14pt} table{border-top:1.5pt solid #000;border-bottom:1.5pt solid #000} td{height:9mm} .w{float:left;font-size:7.5pt;color:#666} .p td{border-top:1pt solid #000}"
    truth.notes.append(
        "The word in each cell says what the figure is: 決算 settlement, 予算 budget, 計画 forecast; 実績 actual, 目標 target."
    )
    return Document(page(body, font=IPAEX, pt=9.5, css=css, margin="18mm 15mm"), truth)


DOCUMENTS = {
    "plan_year_columns": year_columns,
    "plan_fund_rows": fund_rows,
    "plan_past_and_plan": past_and_plan,
}
