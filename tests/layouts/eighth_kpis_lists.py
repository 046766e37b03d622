"""Eighth batch: lists of indicators at the end of plans; a summary of judgements as a control."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

import re

from eighth_kpis_common import printed
from markup import GOTHIC, MINCHO, TAKAO, Document, c, h, page, row, table
from truthfile import Odd, Truth


def printed_words(text: str) -> Odd:
    """A milestone in words, digits in it or not."""
    return Odd(text, None, "other")


def resilience() -> Document:
    """岩清水市: 国土強靱化地域計画 KPI一覧: by scenario, 【再掲】 rows, own years in brackets, words as targets, two pages."""
    truth = Truth("岩清水市", "岩清水市国土強靱化地域計画（第２期）重要業績指標（ＫＰＩ）一覧")
    truth.notes += [
        "現状値 = baseline of 2023 (Ｒ５ in the header) unless the cell names a year of its own; 目標値 = target 2029 (Ｒ11). Units stand in the cells.",
        "An indicator printed again with 【再掲】 is a record of its own (reprint true). Milestones in words have no value (other).",
    ]
    goals = [
        ("１　直接死を最大限防ぐ", [
            ("1-1　大規模地震に伴う住宅・建物等の倒壊による死傷者の発生", [
                ("住宅の耐震化率", "％", "86.4％（Ｒ４）", "95.0％", "建築住宅課"),
                ("市有建築物の耐震化率", "％", "98.1％", "100％", "建築住宅課"),
                ("危険ブロック塀等の除却補助件数（累計）", "件", "143件", "300件", "建築住宅課"),
                ("家具の固定をしている市民の割合", "％", "41.7％（Ｒ３）", "60.0％以上", "危機管理課"),
            ]),
            ("1-2　突発的又は広域的な洪水・高潮に伴う長期的な浸水による死傷者の発生", [
                ("準用河川の改修延長（累計）", "ｍ", "2,860ｍ", "3,900ｍ", "河川課"),
                ("洪水ハザードマップの更新", "", "更新済", "全河川で更新", "危機管理課"),
                ("防災行政無線の戸別受信機等の貸与世帯数", "世帯", "6,214世帯", "8,000世帯", "危機管理課"),
                ("個別避難計画の作成率", "％", "32.8％", "100％", "福祉課"),
            ]),
            ("1-3　大規模な土砂災害による死傷者の発生", [
                ("土砂災害警戒区域における避難訓練の実施地区数", "地区", "17地区", "41地区", "危機管理課"),
                ("個別避難計画の作成率【再掲】", "％", "32.8％", "100％", "福祉課"),
            ]),
        ]),
        ("２　救助・救急、医療活動を迅速に行う", [
            ("2-1　被災地での食料・飲料水等、生命に関わる物資供給の停止", [
                ("備蓄食料の整備率", "％", "88.5％", "100％を維持", "危機管理課"),
                ("災害時応援協定の締結数", "件", "96件", "120件", "危機管理課"),
                ("３日分以上の飲料水を備蓄している市民の割合", "％", "38.2％（Ｒ３）", "55.0％以上", "危機管理課"),
            ]),
            ("2-2　消防・救急等の被災による救助・救急活動の絶対的不足", [
                ("消防団員の充足率", "％", "87.3％", "95.0％", "消防総務課"),
                ("自主防災組織の活動カバー率", "％", "79.6％", "90.0％", "危機管理課"),
                ("応急手当講習の受講者数（年間）", "人", "1,128人", "2,000人以上", "警防救急課"),
                ("耐震性貯水槽の設置数", "基", "64基", "70基", "消防総務課"),
            ]),
        ]),
        ("３　必要不可欠な行政機能を確保する", [
            ("3-1　職員・施設等の被災による行政機能の大幅な低下", [
                ("業務継続計画（ＢＣＰ）の見直し", "", "令和３年度改定", "毎年度見直し", "危機管理課"),
                ("基幹業務システムのクラウド化率", "％", "35.0％", "100％", "情報政策課"),
                ("市有建築物の耐震化率【再掲】", "％", "98.1％", "100％", "建築住宅課"),
            ]),
        ]),
        ("４　ライフラインを確保し、早期に復旧させる", [
            ("4-1　上下水道等の長期間にわたる機能停止", [
                ("基幹管路の耐震適合率", "％", "44.9％（Ｒ４）", "58.0％", "水道工務課"),
                ("下水道管渠の改築延長（累計）", "km", "11.6km", "24.0km", "下水道課"),
                ("合併処理浄化槽の普及率", "％", "71.3％", "80.0％", "下水道課"),
            ]),
            ("4-2　地域交通ネットワークが分断する事態", [
                ("緊急輸送道路にある橋りょうの修繕実施率", "％", "62.5％", "100％", "道路管理課"),
                ("都市計画道路の整備率", "％", "68.0％", "72.5％", "都市整備課"),
                ("道路のり面の要対策箇所数", "箇所", "38箇所", "20箇所以下", "道路管理課"),
                ("路面下空洞調査の延長（累計）", "km", "－", "60km", "道路管理課"),
            ]),
        ]),
        ("５　経済活動・社会を早期に再建する", [
            ("5-1　災害廃棄物の処理の停滞による復旧・復興の大幅な遅れ", [
                ("災害廃棄物の仮置場候補地の確保面積", "ha", "6.4ha", "12.0ha", "環境課"),
                ("地籍調査の進捗率", "％", "51.2％", "56.0％", "農地整備課"),
            ]),
            ("5-2　地域コミュニティの崩壊等による復旧・復興の大幅な遅れ", [
                ("自主防災組織の活動カバー率【再掲】", "％", "79.6％", "90.0％", "危機管理課"),
                ("防災士の資格を有する市民の数", "人", "212人", "350人", "危機管理課"),
            ]),
        ]),
    ]  # fmt: skip
    head = [
        row(
            h("事前に備えるべき目標"),
            h("起きてはならない最悪の事態<br>（リスクシナリオ）"),
            h("重要業績指標（ＫＰＩ）"),
            h("現状値<br>（Ｒ５）"),
            h("目標値<br>（Ｒ11）"),
            h("担当課"),
        )
    ]
    rows = []
    for goal, scenarios in goals:
        size = sum(len(s[1]) for s in scenarios)
        for k, (scenario, indicators) in enumerate(scenarios):
            for j, (name, unit, now, aim, office) in enumerate(indicators):
                plain = name.removesuffix("【再掲】")
                kpi = truth.kpi(plain, unit or None, [office])
                kpi.record["reprint"] = plain != name
                when = re.search(r"（(Ｒ[０-９\d])）$", now)
                base = now[: when.start()] if when else now
                year = 2018 + int(when.group(1)[1:]) if when else 2023
                kpi.add(f"現状値（{when.group(1) if when else 'Ｒ５'}）", "baseline", year, printed(base, unit) if unit else printed_words(base))  # fmt: skip
                kpi.add("目標値（Ｒ11）", "target", 2029, printed(aim, unit) if unit else printed_words(aim))
                line = [c(goal, "l", rs=size)] if k == j == 0 else []
                if j == 0:
                    line.append(c(scenario, "l", rs=len(indicators)))
                rows.append(row(*line, c(name, "l"), c(now.replace("（Ｒ", "<br>（Ｒ"), "m"), c(aim, "m"), c(office, "m")))  # fmt: skip
    body = (
        "<h1>資料編１　重要業績指標（ＫＰＩ）一覧</h1>"
        "<p class='note'>　本計画の進捗を管理するため、次のとおり重要業績指標を設定します。現状値は令和５年度末の値を原則とし、それ以外の時点の値は（　）内に年度を示しています。</p>"
        + table(rows, [14, 23, 27, 11.5, 13, 11.5], head=head)
        + "<p class='note'>※複数のリスクシナリオに関係する指標は、２回目以降に【再掲】と記しています。</p>"
    )
    css = "h1{font-size:13pt;text-align:left} th{background:#d9e2f3} .note{line-height:1.5;margin-bottom:2mm} td{padding:1.2mm 1mm} @page{@bottom-center{content:counter(page);font-size:8pt}}"
    return Document(page(body, size="A4", margin="15mm 13mm", font=GOTHIC, pt=9.5, css=css), truth)


def chapter_targets() -> Document:
    """霞台市: 総合計画 成果指標: a small table a section, 計画策定時, 令和５年度実績, 中間目標, 最終目標 and 指標の説明."""
    truth = Truth("霞台市", "第３次霞台市総合計画 成果指標の達成状況（令和５年度）")
    truth.notes += [
        "計画策定時 = baseline 2020, 令和５年度 実績 = actual, 中間目標 / 最終目標 = target 2025 / 2030 (header). The mark in 状況 is no value.",
        "指標の説明 is given as description. No departments are printed.",
        "人／年 and 件／年 are units as printed.",
    ]
    chapters = [
        ("第１章　子どもが健やかに育ち、学びあうまち（子育て・教育・文化）", [
            ("①　子育て支援", [
                ("待機児童数", "人", "14", "0", "0", "0", "★", "翌年度４月１日現在の保育所等の待機児童数"),
                ("ファミリーサポート活動件数", "件／年", "1,846", "2,117", "2,300", "2,600", "↗", "提供会員による１年間の援助活動の件数"),
                ("子育てしやすいまちだと思う保護者の割合", "％", "61.8", "60.4", "68.0", "75.0", "↘", "乳幼児健診時のアンケートで「そう思う」「どちらかといえばそう思う」と答えた人の割合"),
            ]),
            ("②　学校教育", [
                ("授業の内容がよく分かると答えた児童の割合", "％", "83.5", "85.9", "87.0", "90.0", "↗", "全国学力・学習状況調査（小学６年）の質問紙による"),
                ("１人１台端末をほぼ毎日使う学級の割合", "％", "－", "78.6", "90.0", "100", "↗", "各校の情報担当への調査による（令和３年度から）"),
                ("長寿命化改修を終えた校舎の棟数", "棟", "2", "5", "7", "12", "↗", "学校施設長寿命化計画に基づく改修の累計"),
            ]),
            ("③　生涯学習・スポーツ・文化", [
                ("図書館の市民１人当たり貸出冊数", "冊", "5.2", "4.8", "5.6", "6.0", "↘", "個人貸出冊数を年度末人口で除した値"),
                ("総合型スポーツクラブの会員数", "人", "1,170", "1,094", "1,300", "1,500", "↘", "市内３クラブの年度末会員数の合計"),
                ("市民文化祭の参加者数", "人／年", "2,059", "1,733", "2,100", "2,200", "↘", "出品者、出演者及び来場者の延べ人数"),
                ("指定文化財の公開件数", "件", "40", "46", "45", "50", "★", "所有者の協力を得て公開した件数"),
            ]),
        ]),
        ("第２章　健やかに安心して暮らせるまち（健康・福祉・安全）", [
            ("①　健康づくり", [
                ("特定健康診査受診率", "％", "36.2", "41.0", "50.0", "60.0", "↗", "国民健康保険の対象者に占める受診者の割合（法定報告値）"),
                ("65歳健康寿命（女性）", "歳", "85.31", "85.64", "85.80", "86.20", "↗", "要介護２以上の認定を受けるまでの期間をもとに県が算定"),
            ]),
            ("②　高齢者・障がい者福祉", [
                ("通いの場の参加者数", "人", "1,215", "1,408", "1,600", "2,000", "↗", "週１回以上活動する住民主体の通いの場への実参加者数"),
                ("認知症サポーター養成者数", "人", "9,318", "11,276", "12,000", "15,000", "↗", "養成講座の受講者の累計"),
                ("福祉施設から一般就労へ移行した人の数", "人／年", "11", "17", "18", "25", "↗", "就労移行支援等を経て１年間に一般就労した人の数"),
            ]),
            ("③　防災・防犯", [
                ("自主防災組織の訓練実施率", "％", "48.0", "39.5", "70.0", "85.0", "↘", "訓練を行った組織数÷全組織数"),
                ("刑法犯認知件数", "件／年", "412", "377", "370以下", "320以下", "↗", "１月から12月までに市内で認知された件数"),
                ("消防団員の充足率", "％", "91.4", "88.7", "93.0", "95.0", "↘", "条例定数に対する実員の割合"),
            ]),
        ]),
        ("第３章　にぎわいと仕事が生まれるまち（産業・交流）", [
            ("①　農林業", [
                ("認定農業者数", "経営体", "126", "119", "130", "135", "↘", "農業経営改善計画の認定を受けた経営体の数"),
                ("有害鳥獣による農作物被害額", "千円", "18,420", "14,905", "13,000以下", "9,000以下", "↗", "県に報告する被害調査による"),
            ]),
            ("②　商工・観光", [
                ("創業支援を受けた創業者数", "人", "23", "71", "80", "150", "↗", "創業支援等事業計画による創業者の累計"),
                ("観光入込客数", "千人／年", "684", "902", "950", "1,100", "↗", "市内の主な観光地点及び行祭事の入込客数"),
                ("ふるさと納税の寄附額", "百万円", "214", "538", "600", "1,000", "↗", "年度内に受け入れた個人の寄附額"),
            ]),
        ]),
    ]  # fmt: skip
    columns = (("計画策定時 令和２年度", "baseline", 2020), ("実績 令和５年度", "actual", 2023), ("中間目標 令和７年度", "target", 2025), ("最終目標 令和12年度", "target", 2030))  # fmt: skip
    out = [
        "<h1>第３次霞台市総合計画　成果指標の達成状況（令和５年度）</h1>"
        "<p class='note'>　総合計画の達成度合いを測るために設定した成果指標について、令和５年度の実績を取りまとめました。状況欄の「★」は最終目標の達成、「↗」は計画策定時からの改善、「↘」は後退を示します。</p>"
    ]
    for chapter, sections in chapters:
        out.append(f"<h2>{chapter}</h2>")
        for section, indicators in sections:
            rows = [
                row(
                    h("目標（指標）名"),
                    h("単位"),
                    h("計画策定時<br>令和２年度"),
                    h("実　績<br>令和５年度"),
                    h("中間目標<br>令和７年度"),
                    h("最終目標<br>令和12年度"),
                    h("状況"),
                    h("指標の説明"),
                )
            ]
            for name, unit, *cells, mark, text in indicators:
                kpi = truth.kpi(name, unit)
                kpi.record["description"] = text
                for (period, role, year), cell in zip(columns, cells, strict=True):
                    kpi.add(period, role, year, printed(cell))
                rows.append(row(c(name, "l"), c(unit, "m"), *[c(t, "n") for t in cells], c(mark, "m"), c(text, "l", style="font-size:7pt")))  # fmt: skip
            out.append(
                f"<section><h3>{section}</h3>" + table(rows, [23, 8, 10, 9, 10, 10, 5, 25]) + "</section>"
            )
    css = "h1{font-size:13pt} h2{font-size:10.5pt;background:#dbe5f1;padding:1mm 2mm;break-after:avoid} h3{font-size:9pt} section{break-inside:avoid} th{background:#f2f2f2}"
    return Document(page("".join(out), size="A4", margin="14mm 12mm", font=MINCHO, pt=8.2, css=css), truth)


def summary_control() -> Document:
    """楢葉崎町: a summary of judgements, members of the council and its calendar: no indicators, no amounts."""
    truth = Truth("楢葉崎町", "総合戦略の評価結果の概要（令和５年度）")
    truth.notes.append("Negative control: counts of judgements, a list of members, a calendar.")
    counts = [("基本目標１　しごとをつくる", [6, 5, 4, 2, 1]), ("基本目標２　ひとの流れをつくる", [3, 6, 5, 1, 0]), ("基本目標３　結婚・子育てを支える", [8, 4, 3, 2, 2]), ("基本目標４　住み続けたいまちをつくる", [7, 9, 2, 3, 1])]  # fmt: skip
    marks = ["Ａ", "Ｂ", "Ｃ", "Ｄ", "評価不能"]
    rows = [row(h("区　　分", rs=2), h("指標数", rs=2), h("評　　価", cs=5), h("Ａ・Ｂの<br>割合", rs=2)), row(*[h(m) for m in marks])]  # fmt: skip
    whole = [sum(n[k] for _, n in counts) for k in range(5)]
    for label, numbers in [*counts, ("合　　計", whole)]:
        rows.append(row(c(label, "l"), c(sum(numbers), "n"), *[c(n, "n") for n in numbers], c(f"{(numbers[0] + numbers[1]) * 100 / sum(numbers):.1f}%", "n")))  # fmt: skip
    trend = [row(h("年　度"), *[h(m) for m in marks], h("計"))]
    for year, numbers in (("令和２年度", [15, 17, 20, 14, 8]), ("令和３年度", [18, 20, 18, 12, 6]), ("令和４年度", [21, 22, 16, 10, 5]), ("令和５年度", whole)):  # fmt: skip
        trend.append(row(c(year, "m"), *[c(n, "n") for n in numbers], c(sum(numbers), "n")))
    members = [row(h("区分"), h("所　　属"), h("役　職"), h("備考"))]
    for kind, place, post, note in (("産", "楢葉崎町商工会", "会長", "副会長"), ("産", "楢葉崎農業協同組合", "営農部長", ""), ("学", "県立楢葉崎高等学校", "校長", ""), ("学", "海原大学地域学部", "准教授", "会長"), ("金", "海原銀行楢葉崎支店", "支店長", ""), ("労", "地区労働者福祉協議会", "事務局長", ""), ("言", "海原新聞社", "支局長", ""), ("住", "楢葉崎町区長会", "会長", ""), ("住", "公募委員（２名）", "－", "")):  # fmt: skip
        members.append(row(c(kind, "m"), c(place, "l"), c(post, "m"), c(note, "m")))
    dates = [row(h("回"), h("開　催　日"), h("議　　題"))]
    for k, (day, text) in enumerate((("令和６年６月27日", "令和５年度の取組の説明、評価の進め方"), ("令和６年８月８日", "基本目標１・２の評価"), ("令和６年８月29日", "基本目標３・４の評価"), ("令和６年10月３日", "評価結果のまとめ、町長への報告")), 1):  # fmt: skip
        dates.append(row(c(f"第{k}回", "m"), c(day, "m"), c(text, "l")))
    body = (
        "<h1>総合戦略の評価結果の概要（令和５年度）</h1><h2>１　重要業績評価指標（ＫＰＩ）の評価結果</h2>"
        + table(rows, [34, 10, *[9] * 5, 11])
        + "<p class='note'>Ａ：目標値の100％以上　Ｂ：80％以上100％未満　Ｃ：50％以上80％未満　Ｄ：50％未満</p><h2>２　評価の推移</h2>"
        + table(trend, [22, *[13] * 6], style="width:80%")
        + "<h2>３　総合戦略推進会議の委員</h2>"
        + table(members, [10, 50, 22, 18])
        + "<h2>４　開催の経過</h2>"
        + table(dates, [10, 28, 62])
    )
    css = "h1{font-size:14pt} h2{font-size:10.5pt} th{background:#fff2cc}"
    return Document(page(body, size="A4", margin="16mm", font=TAKAO, pt=9, css=css), truth)


DOCUMENTS = {
    "b8_kpi_resilience": resilience,
    "b8_kpi_chapter_targets": chapter_targets,
    "b8_neg_kpi_summary": summary_control,
}
