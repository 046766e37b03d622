"""Eighth batch: reports with a small table of indicators under each heading: education, digital plan."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from eighth_kpis_common import printed
from markup import GOTHIC, MINCHO, Document, c, h, page, row, table
from truthfile import Truth


def education() -> Document:
    """葉月野市: 教育委員会の点検・評価: 小学校 / 中学校 as two lines of a cell, 基準値 to 目標値, text around, three measures."""
    truth = Truth("葉月野市", "令和６年度 葉月野市教育委員会の点検・評価報告書（令和５年度対象）")
    truth.notes += [
        "小学校 / 中学校 (and 男子 / 女子) in one cell are two values, the word is the series. 基準値 = baseline 2021, R4 and R5 = actual, 目標値 = target 2026 (header).",
        "評価 (Ａ to Ｄ) is no value. Figures in 主な取組 are no indicators. Departments: 担当課 of the heading's table.",
    ]
    measures = [
        (
            "施策１－１　確かな学力の育成", ["学校教育課"],
            [
                ("授業の内容がよく分かると答えた児童生徒の割合", "％", "小学校 84.3|82.9|85.5|90.0以上;中学校 76.1|74.8|77.7|82.0以上", "Ｂ"),
                ("全国学力・学習状況調査の平均正答率（全国を100とした指数）", "", "小学校 98.6|99.1|100.3|102.0以上;中学校 101.2|100.4|99.8|103.0以上", "Ｂ"),
                ("家で平日１時間以上勉強する児童生徒の割合", "％", "小学校 62.0|59.7|56.8|70.0;中学校 70.5|68.2|66.1|75.0", "Ｄ"),
                ("英検３級相当以上の英語力をもつ生徒の割合", "％", "46.8|49.9|53.4|60.0", "Ａ"),
            ],
            ["学力向上推進教員を６校に置き、若手教員の授業を延べ214回支援した。", "全ての小学５年生と中学２年生を対象に、市独自の学力調査を行った。", "小学校５校で教科担任制を試行し、児童の81％が「専門の先生の授業は楽しい」と答えた。"],
            "授業の理解度は上がったが、家庭学習の時間は減少が続いている。端末を使った家庭学習の手引を配布する。",
        ),
        (
            "施策１－２　健やかな体の育成", ["学校教育課", "学校給食課"],
            [
                ("全国体力・運動能力調査の体力合計点（小学５年）", "点", "男子 52.1|51.8|52.6|53.5;女子 54.0|53.7|53.2|55.0", "Ｃ"),
                ("朝食を毎日食べる児童生徒の割合", "％", "小学校 94.2|93.6|92.8|96.0;中学校 91.0|89.5|89.9|94.0", "Ｃ"),
                ("学校給食に使う市内産農産物の割合（品目ベース）", "％", "28.4|29.9|32.7|35.0", "Ａ"),
                ("学校給食の残食率", "％", "6.2|6.5|5.8|5.0以下", "Ｂ"),
            ],
            ["体育の授業に専門の指導者を延べ96回派遣した。", "栄養教諭が全校で食に関する授業を行った。", "地場産物を使う「はづきの日」を年11回設けた。"],
            "給食の市内産品の利用は計画を上回って進んだ。朝食をとらない子どもへの働きかけを家庭と共に行う。",
        ),
        (
            "施策２－３　図書館サービスの充実", ["中央図書館"],
            [
                ("図書館の年間入館者数", "人", "186,420|231,877|274,305|300,000", "Ａ"),
                ("市民１人当たりの貸出点数", "点", "4.6|4.9|5.0|6.0", "Ｂ"),
                ("電子図書館の利用者登録数（累計）", "人", "－|1,836|3,492|5,000", "Ａ"),
                ("学校への団体貸出冊数", "冊", "12,304|13,118|15,960|15,000", "Ａ"),
            ],
            ["開館時間を平日は午後７時まで延ばした。", "電子書籍を1,200点加え、小中学生全員に利用者番号を配布した。"],
            "入館者は感染症の拡大前の９割に戻った。来館が難しい人に向けて移動図書館の巡回先を見直す。",
        ),
    ]  # fmt: skip
    columns = (("基準値 令和３年度", "baseline", 2021), ("令和４年度", "actual", 2022), ("令和５年度", "actual", 2023), ("目標値 令和８年度", "target", 2026))  # fmt: skip
    out = ["<h1>第３章　施策ごとの点検・評価</h1>"]
    for title, offices, indicators, works, judged in measures:
        rows = [
            row(
                h("成　果　指　標", rs=2),
                h("基準値"),
                h("実績値", cs=2),
                h("目標値"),
                h("評価", rs=2),
            ),
            row(h("令和３年度"), h("令和４年度"), h("令和５年度"), h("令和８年度")),
        ]
        for name, unit, texts, mark in indicators:
            kpi = truth.kpi(name, unit or None, offices)
            shown: list[list[str]] = [[] for _ in columns]
            for part in texts.split(";"):
                series, _, figures = part.rpartition(" ")
                for k, ((period, role, year), text) in enumerate(zip(columns, figures.split("|"), strict=True)):  # fmt: skip
                    digits = text.removesuffix("以上").removesuffix("以下")
                    whole = text if text == "－" else digits + unit + text[len(digits) :]
                    kpi.add(period, role, year, printed(whole, unit), series=series)
                    shown[k].append(f"{series}　{whole}" if series else whole)
            rows.append(row(c(name, "l"), *[c("<br>".join(t), "m") for t in shown], c(mark, "m")))
        out.append(
            f"<section><h2>{title}</h2>"
            + table([row(h("担当課"), c("、".join(offices), "l"))], [12, 88])
            + "<h3>（１）成果指標の状況</h3>"
            + table(rows, [29, 14, 14, 14, 23, 6])
            + "<h3>（２）令和５年度の主な取組</h3>"
            + "".join(f"<p class='w'>○ {t}</p>" for t in works)
            + f"<h3>（３）自己評価と今後の方向</h3><p class='w'>　{judged}</p></section>"
        )
    out.append(
        "<p class='note'>【評価】Ａ：目標を達成又は計画を上回る　Ｂ：改善している　Ｃ：横ばい　Ｄ：後退している</p>"
    )
    css = "h1{font-size:14pt;text-align:left} h2{font-size:11pt;background:#dae3f3;padding:1mm 2mm} h3{font-size:9.5pt} section{break-inside:avoid} .w{margin:0.5mm 0 0.5mm 4mm} th{background:#f2f2f2} @page{@bottom-center{content:'- ' counter(page) ' -';font-size:9pt}}"
    return Document(page("".join(out), size="A4", margin="16mm 15mm", font=MINCHO, pt=9, css=css), truth)


def digital_plan() -> Document:
    """東雲野市: ＤＸ推進計画 進捗: 目標 / 実績 under two years, 現状値 and 最終目標, milestones in words, units in the cells."""
    truth = Truth("東雲野市", "東雲野市ＤＸ推進計画 令和６年度進捗状況一覧")
    truth.notes += [
        "現状値 (Ｒ４) = baseline; 目標 / 実績 under Ｒ５ and Ｒ６; 最終目標 (Ｒ８) = target. Units stand in the cells.",
        "A milestone in words has no value (other). The rows of one 取組項目 may hold several indicators; the department cell is merged over them.",
        "進捗 (順調 ...) is a judgement; figures in 令和６年度の主な実績 are no values.",
    ]
    groups = [
        ("方針１　市民サービスのＤＸ", [
            ("1-1 行政手続のオンライン化", "デジタル推進課", "概ね順調", "子育て・介護の27手続に加え、使用料の支払を要する手続を追加した。", [("オンライン化した手続の数", "手続", "112 150 163 200 221 300"), ("オンライン申請の利用率", "％", "14.6 20.0 18.8 30.0 26.3 60.0以上")]),
            ("1-2 書かない・待たない窓口", "市民課", "順調", "発券機と予約の仕組みを支所にも広げた。", [("窓口予約の利用件数（年間）", "件", "－ 3,000 4,128 6,000 9,471 12,000"), ("窓口支援システムを入れた課の数", "課", "1 3 3 5 6 8")]),
            ("1-3 キャッシュレス決済の拡大", "会計課", "順調", "体育施設と公民館に端末を配置した。", [("キャッシュレス決済に対応した窓口の数", "か所", "6 10 11 18 18 30")]),
            ("1-4 マイナンバーカードの利活用", "市民課", "概ね順調", "休日の交付窓口を月３回開いた。", [("マイナンバーカードの保有率", "％", "63.4 75.0 74.1 80.0 79.2 90.0"), ("コンビニ交付の割合", "％", "22.5 30.0 33.8 40.0 41.6 55.0")]),
        ]),
        ("方針２　行政運営のＤＸ", [
            ("2-1 情報システムの標準化・共通化", "デジタル推進課", "遅延", "住民記録等13業務の移行作業を進めた。残る７業務は事業者の都合により移行時期を見直した。", [("標準準拠システムに移行した業務の数", "業務", "0 0 0 13 6 20"), ("移行計画の見直し", "", "策定済 見直し 実施 完了 未完了 完了")]),
            ("2-2 ＡＩ・ＲＰＡの活用", "デジタル推進課", "順調", "生成ＡＩの利用指針を定め、全職員が使える環境を整えた。", [("ＲＰＡ等による削減時間（年間）", "時間", "1,240 2,000 2,316 3,000 4,085 6,000"), ("生成ＡＩを週１回以上使う職員の割合", "％", "－ － 12.4 30.0 38.7 60.0")]),
            ("2-3 ペーパーレスと働き方", "総務課", "概ね順調", "電子決裁の対象に支出命令を加えた。", [("電子決裁率", "％", "41.0 60.0 72.6 85.0 88.9 95.0"), ("職員１人当たりのコピー用紙使用枚数", "枚", "9,850 8,500 8,730 7,500 7,610 6,000以下"), ("在宅勤務ができる職員の割合", "％", "25.0 40.0 37.5 60.0 52.0 80.0")]),
        ]),
        ("方針３　地域社会のＤＸ", [
            ("3-1 デジタルデバイド対策", "生涯学習課", "順調", "地区の集会所を回る相談会を始めた。", [("スマートフォン講座の受講者数（累計）", "人", "386 800 921 1,400 1,577 2,500"), ("地域のデジタル支援員の数", "人", "0 15 12 30 34 50")]),
            ("3-2 オープンデータの推進", "デジタル推進課", "順調", "避難所や公共施設の位置情報を更新した。", [("公開したデータセットの数", "件", "48 60 66 80 84 120")]),
            ("3-3 地域通貨・健康ポイント", "商工観光課、健康課", "概ね順調", "加盟店を募る説明会を４回開いた。", [("健康ポイントの参加者数", "人", "2,105 3,000 2,894 4,000 4,216 6,000"), ("地域通貨の加盟店数", "店", "－ 100 118 200 186 300")]),
        ]),
    ]  # fmt: skip
    columns = (("現状値 Ｒ４", "baseline", 2022), ("Ｒ５ 目標", "target", 2023), ("Ｒ５ 実績", "actual", 2023), ("Ｒ６ 目標", "target", 2024), ("Ｒ６ 実績", "actual", 2024), ("最終目標 Ｒ８", "target", 2026))  # fmt: skip
    head = [
        row(
            h("取組項目", rs=2),
            h("ＫＰＩ", rs=2),
            h("現状値<br>(Ｒ４)", rs=2),
            h("Ｒ５", cs=2),
            h("Ｒ６", cs=2),
            h("最終目標<br>(Ｒ８)", rs=2),
            h("進捗", rs=2),
            h("令和６年度の主な実績", rs=2),
            h("担当課", rs=2),
        ),
        row(h("目標"), h("実績"), h("目標"), h("実績")),
    ]
    rows = []
    for group, items in groups:
        rows.append(row(c(group, "l", cs=11, style="background:#ddebf7;font-weight:bold")))
        for item, office, state, text, indicators in items:
            for k, (name, unit, cells) in enumerate(indicators):
                kpi = truth.kpi(name, unit or None, office.split("、"))
                shown = []
                for (period, role, year), cell in zip(columns, cells.split(), strict=True):
                    digits = cell.removesuffix("以上").removesuffix("以下")
                    whole = cell if cell == "－" else digits + unit + cell[len(digits) :]
                    kpi.add(period, role, year, printed(whole, unit))
                    shown.append(c(whole, "n" if unit else "m"))
                line = [c(item, "l", rs=len(indicators))] if k == 0 else []
                line += [c(name, "l"), *shown]
                if k == 0:
                    line += [c(state, "m", rs=len(indicators)), c(text, "l", rs=len(indicators)), c(office.replace("、", "<br>"), "m", rs=len(indicators))]  # fmt: skip
                rows.append(row(*line))
    body = (
        "<h1>東雲野市ＤＸ推進計画　令和６年度進捗状況一覧</h1><p class='unit'>令和７年３月31日現在</p>"
        + table(rows, [13, 18, 7, 7, 7, 7, 7, 7.5, 5.5, 13, 8], head=head)
        + "<p class='note'>【進捗】順調：令和６年度の目標を全て達成　概ね順調：目標の80％以上　遅延：目標の80％未満のものがある</p>"
    )
    css = "h1{font-size:13pt} th{background:#bdd7ee}"
    return Document(page(body, size="A4 landscape", margin="11mm", font=GOTHIC, pt=7.8, css=css), truth)


DOCUMENTS = {
    "b8_kpi_education": education,
    "b8_kpi_digital_plan": digital_plan,
}
