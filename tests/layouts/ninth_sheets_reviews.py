"""Ninth batch: sheets of the usual kind: one reviewed year between two others, and a sheet of two halves beside each other."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from decimal import Decimal
from markup import GOTHIC, MINCHO, Document, c, h, page, rate, row, table, vertical, yen
from truthfile import Truth


def n(amount, empty=""):
    return c(yen(amount, empty=empty), "n")


def share(done: str, wanted: str) -> str:
    """達成度 in percent, empty where a side is missing."""
    if done in ("", "－") or wanted in ("", "－"):
        return "－" if done == "－" else ""
    a, b = (int(Decimal(x.replace(",", "")) * 100) for x in (done, wanted))
    return rate(a, b) + "%"


def review_year() -> Document:
    """楠ヶ浦市: 前年度, 評価年度 (予算 and 決算) and 次年度 above the years; 目標値 / 実績値 / 達成度 rows; 人工数 among the money."""
    truth = Truth("楠ヶ浦市", "令和６年度 事務事業評価書（令和５年度事業）")
    truth.notes += [
        "決算 = settlement, 予算 = budget (no word 当初); the year stands below 前年度, 評価年度, 次年度. 評価年度 has both 予算 and 決算.",
        "事業費（Ａ） and トータルコスト（Ａ＋Ｂ） are wholes (component ''), 人件費計（Ｂ） a component entered as 人件費計. 人工数 and 受益者負担率 are not in the truth.",
        "目標値 = target, 実績値 = actual; 達成度 is no value; － = not_available. Indicators take the 担当課; グループ is no part of it.",
        "The department may be read with its 部 (福祉部 高齢福祉課 in two cells); the truth has the 課.",
    ]
    data = [
        (
            "047", "高齢者配食サービス事業", "福祉部", "高齢福祉課", "在宅支援グループ", "03-01-05-02", "介護保険法、楠ヶ浦市配食サービス実施要綱",
            ("健やかに安心して暮らせるまち", "高齢者福祉の充実", "在宅生活の支援", "生活支援サービスの提供"), "□単年度　■毎年（事業開始年度　平成12年度）　□期間限定複数年度", "□直営　□補助　■委託（指定管理含）　□貸付　□その他",
            "ひとり暮らしの高齢者等の栄養の改善と安否の確認を図る。", "おおむね65歳以上のひとり暮らし又は高齢者のみの世帯で、調理が困難な者", "民間の配食事業者６社に委託し、週５回を限度に夕食を届け、声を掛けて安否を確かめる。異常があれば家族と市へ連絡する。", "住み慣れた自宅での暮らしを続けられるようにする。",
            {"国庫支出金": [4_236, 4_380, 4_311, 4_450], "県支出金": [2_118, 2_190, 2_155, 2_225], "地方債": [0, 0, 0, 0], "その他": [9_874, 10_200, 10_116, 10_400], "一般財源": [5_207, 5_640, 5_322, 5_815]},
            ["0.80", "0.80", "0.85", "0.85"], [5_920, 5_920, 6_290, 6_290],
            [("活動指標", "配食数", "食", ["61,000", "63,000", "65,000"], ["58,412", "60,937", ""], "委託事業者の実績報告"), ("活動指標", "委託事業者数", "社", ["6", "6", "7"], ["6", "6", ""], ""), ("成果指標", "登録者数", "人", ["320", "330", "340"], ["304", "331", ""], "年度末"), ("成果指標", "安否確認により救急要請等に至った件数", "件", ["－", "－", "－"], ["7", "5", ""], "目標は設けない")],
            ["Ａ", "Ｂ", "Ａ", "Ｂ"], "原材料費の上昇により１食当たりの委託料が上がっている。利用者負担の額を近隣市と比べ、見直しを検討する。", "改善して継続", "⇒", "→",
        ),
        (
            "112", "市民農園管理事業", "産業環境部", "農政課", "農業振興グループ", "06-01-03-06", "特定農地貸付法、楠ヶ浦市市民農園条例",
            ("活力と魅力にあふれるまち", "農林水産業の振興", "農とふれあう機会の充実", "市民農園の運営"), "□単年度　■毎年（事業開始年度　平成５年度）　□期間限定複数年度", "■直営　□補助　□委託（指定管理含）　□貸付　□その他",
            "遊休農地を活用し、市民が土に親しむ場をつくる。", "市内に住所を有する者", "５か所・284区画の農園を貸し出し、利用者の募集、用水設備の修繕及び草刈りを行う。栽培講習会を年２回開く。", "農業への理解を深め、遊休農地の発生を抑える。",
            {"国庫支出金": [0, 0, 0, 0], "県支出金": [150, 150, 120, 0], "地方債": [0, 0, 0, 0], "その他": [1_704, 1_740, 1_668, 1_740], "一般財源": [386, 812, 643, 2_410]},
            ["0.25", "0.25", "0.20", "0.20"], [1_850, 1_850, 1_480, 1_480],
            [("活動指標", "栽培講習会の参加者数", "人", ["60", "60", "60"], ["41", "57", ""], "延べ人数"), ("活動指標", "貸出区画数", "区画", ["284", "284", "296"], ["279", "271", ""], ""), ("成果指標", "利用率", "％", ["98.0", "98.0", "98.0"], ["98.2", "95.4", ""], "貸出区画÷全区画"), ("成果指標", "利用者の満足度", "％", ["85.0", "－", "87.0"], ["83.6", "－", ""], "隔年で調査")],
            ["Ｂ", "Ｂ", "Ｂ", "Ｃ"], "北部の２農園で空き区画が増えている。用水設備の更新に合わせ、区画の広さを見直す。", "縮小・統合を検討", "↓", "→",
        ),
    ]  # fmt: skip
    columns = [("前年度", "令和４年度", "決算", 2022, "settlement"), ("評価年度", "令和５年度", "予算", 2023, "budget"), ("評価年度", "令和５年度", "決算", 2023, "settlement"), ("次年度", "令和６年度", "予算", 2024, "budget")]  # fmt: skip
    pages = []
    for (
        number,
        name,
        bureau,
        office,
        team,
        code,
        law,
        steps,
        term,
        way,
        aim,
        who,
        means,
        wish,
        funds,
        hands,
        pay,
        kpis,
        marks,
        issue,
        future,
        cost_arrow,
        result_arrow,
    ) in data:
        project = truth.project(name, [office])
        goals = [
            row(
                h("指　標　名", cs=2, rs=2),
                h("単位", rs=2),
                h("区分", rs=2),
                h("前年度"),
                h("評価年度"),
                h("次年度"),
                h("備考", rs=2),
            ),
            row(*[h(f"令和{y}年度") for y in (4, 5, 6)]),
        ]
        for k, (kind, title, unit, wanted, done, remark) in enumerate(kpis):
            kpi = truth.kpi(title, unit, [office])
            for word, role, figures in (("目標値", "target", wanted), ("実績値", "actual", done)):
                for year, text in zip((2022, 2023, 2024), figures):
                    kpi.add(f"令和{year - 2018}年度 {word}", role, year, text)
            lead = [vertical(kind, rs=6)] if k % 2 == 0 else []
            goals.append(
                row(
                    *lead,
                    c(title, rs=3),
                    c(unit, "m", rs=3),
                    h("目標値"),
                    *[c(x, "n") for x in wanted],
                    c(remark, rs=3),
                )
            )
            goals.append(row(h("実績値"), *[c(x, "n") for x in done]))
            goals.append(row(h("達成度"), *[c(share(a, b), "n") for a, b in zip(done, wanted)]))
        cost = [sum(v[i] for v in funds.values()) for i in range(4)]
        money = [
            row(h("年度別決算・予算", cs=3, rs=3), h("単位", rs=3), h("前年度"), h("評価年度", cs=2), h("次年度")),
            row(h("令和４年度"), h("令和５年度", cs=2), h("令和６年度")),
            row(h("（決算）"), h("（予算）"), h("（決算）"), h("（予算）")),
        ]  # fmt: skip

        def line(label, values, component, lead=(), span=2):
            if component is not None:
                for (_, _, _, year, kind), amount in zip(columns, values):
                    project.add(year, kind, component, amount, yen(amount))
            return row(*lead, h(label, "l", cs=span), c("千円", "m"), *[n(v) for v in values])

        money.append(line("事　業　費　（Ａ）", cost, "", [vertical("投　入　量", rs=9)]))
        for k, (fund, values) in enumerate(funds.items()):
            money.append(line(fund, values, fund, [vertical("財源内訳", rs=5)] if k == 0 else [], 1))
        money.append(
            row(
                vertical("人件費", rs=2),
                h("業務に従事した人工数", "l"),
                c("人", "m"),
                *[c(x, "n") for x in hands],
            )
        )
        money.append(line("人件費計　（Ｂ）", pay, "人件費計", span=1))
        money.append(line("トータルコスト（Ａ＋Ｂ）", [a + b for a, b in zip(cost, pay)], ""))
        top = table(
            [
                row(h("整理番号"), h("事　務　事　業　名", cs=3), h("担当部課"), c(bureau, cs=1), c(office)),
                row(c(number, "m"), c(name, cs=3, style="font-size:11pt;font-weight:bold"), h("グループ"), c(team, cs=2)),
                row(h("予算コード"), c(code, "m"), h("根拠法令・<br>条例等"), c(law), h("外部評価"), c("□該当　■該当無し", "m", cs=2)),
                row(h("総合計画<br>施策体系"), c(f"大項目　{steps[0]}<br>中項目　{steps[1]}", cs=3), c(f"小項目　{steps[2]}<br>細項目　{steps[3]}", cs=3)),
                row(h("事業期間"), c(term, cs=6)), row(h("実施方法"), c(way, cs=6)),
            ],
            [11, 14, 11, 28, 11, 10, 15],
        )  # fmt: skip
        what = table(
            [
                row(h("事業の目的"), c(aim)),
                row(h("事業の対象"), c(who)),
                row(h("手　段<br>（具体的な取組内容）"), c(means)),
                row(h("意　図<br>（上位基本事業への貢献）"), c(wish)),
            ],
            [19, 81],
        )
        check = table(
            [
                row(*[x for head, mark in zip(("目的妥当性", "有効性", "効率性", "公平性"), marks) for x in (h(head), c(mark, "m"))]),
                row(h("評価結果の総括<br>と課題", cs=1), c(issue, cs=7, style="height:10mm")),
                row(h("今後の方向性"), c(future, cs=3), h("コスト"), c(cost_arrow, "m"), h("成果"), c(result_arrow, "m")),
            ],
            [14, 8, 14, 14, 14, 8, 14, 14],
        )  # fmt: skip
        pages.append(
            "<div class='page'><h1>令和６年度　事務事業評価書（令和５年度事業）</h1>" + top
            + "<h3>１　事務事業の現状把握　[ＰＬＡＮ／ＤＯ]</h3><p class='note'>（１）事業の目的・内容</p>" + what
            + "<p class='note'>（２）指標値・投入量（コストの推移）</p>" + table(goals, [4, 29, 7, 9, 12, 12, 12, 15])
            + "<div style='height:1.5mm'></div>" + table(money, [4, 5, 28, 7, 14, 14, 14, 14])
            + "<h3>２　評価　[ＣＨＥＣＫ]　・　３　今後の方向性　[ＡＣＴＩＯＮ]</h3>" + check + "</div>"
        )  # fmt: skip
    css = "h1{font-size:12.5pt;margin-bottom:1.5mm} h3{font-size:9pt;margin:1.8mm 0 0.5mm} .note{margin:0.8mm 0 0.4mm} th{background:#eaf1dd} td,th{padding:0.4mm 0.9mm}"
    return Document(page("".join(pages), margin="10mm 13mm", font=MINCHO, pt=8, css=css), truth)


def two_halves() -> Document:
    """白萩町: landscape, text at the left, at the right 決算 / 決算 / 当初予算 / 計画 over one table of money and indicators a sheet."""
    truth = Truth("白萩町", "令和６年度 事務事業評価票（事業の概要説明書）")
    truth.notes += [
        "決算額 = settlement, 当初予算額 = initial_budget, 計画額 = forecast. 概算人件費 is a component, 事業費 and 合計 are wholes. Empty cells are no amounts; 0 is 0.",
        "目標 = target, 実績 = actual, ― = not_available. 事業量 in words at the left holds no facts. Indicators take the 担当課.",
        "The unit of an indicator stands in brackets behind its name.",
    ]
    years = [("令和４年度", "決算額", 2022, "settlement"), ("令和５年度", "決算額", 2023, "settlement"), ("令和６年度", "当初予算額", 2024, "initial_budget"), ("令和７年度", "計画額", 2025, "forecast"), ("令和８年度", "計画額", 2026, "forecast")]  # fmt: skip
    data = [
        (
            "23", "防犯灯ＬＥＤ化推進事業", "総務課", "防災安全係", "安全で快適に暮らせるまち", "防犯・交通安全の推進", "継続", "令和２年度～令和８年度", "一部委託",
            "町内の防犯灯（約1,900灯）をＬＥＤ灯に替え、夜間の安全を確保し、電気料金を減らす。", "町民、通勤・通学者", "自治会が管理する蛍光灯を町の負担で順次交換する。交換後の電気料金は町と自治会で２分の１ずつ負担する。",
            ["令和５年度は西部地区の318灯を交換した。", "自治会から移管の申出があった41灯の台帳を整理した。"],
            {"国庫支出金": [0, 0, 0, 0, 0], "県支出金": [800, 800, 800, 400, 400], "地方債": [6_300, 7_100, 7_400, 7_000, 5_200], "その他": [0, 0, 350, 350, 350], "一般財源": [2_216, 2_487, 2_650, 2_610, 2_140]},
            [1_480, 1_510, 1_510, None, None],
            [("活動指標", "ＬＥＤ灯への交換灯数", "灯", ["300", "320", "330", "300", "240"], ["297", "318", "", "", ""]), ("成果指標", "防犯灯のＬＥＤ化率", "％", ["48.0", "65.0", "82.0", "93.0", "100"], ["47.6", "64.3", "", "", ""]), ("成果指標", "街頭犯罪の発生件数", "件", ["20", "18", "16", "15", "15"], ["17", "19", "", "", ""])],
            ("高い", "高い", "普通"), "継続（現状維持）", "交換は計画どおり進んでいる。支柱の老朽化が目立つため、点検の方法を検討する。",
        ),
        (
            "41", "乳幼児健康診査事業", "健康こども課", "母子保健係", "みんなで支え合う健康なまち", "母子保健の充実", "継続", "昭和52年度～", "直営",
            "乳幼児の疾病や発達の遅れを早期に見つけ、保護者の育児の不安を和らげる。", "４か月、10か月、１歳６か月及び３歳の児とその保護者", "保健センターで月２回の集団健診を行い、精密検査が必要な児に受診券を渡す。未受診の家庭は保健師が訪問する。",
            ["３歳児健診に屈折検査の機器を導入した。", "心理相談員による相談を月１回から２回に増やした。"],
            {"国庫支出金": [0, 1_100, 0, 0, 0], "県支出金": [204, 198, 210, 210, 210], "地方債": [0, 0, 0, 0, 0], "その他": [None, None, None, None, None], "一般財源": [5_863, 6_174, 6_420, 6_400, 6_400]},
            [9_250, 9_430, 9_430, None, None],
            [("活動指標", "健診の実施回数", "回", ["48", "48", "48", "48", "48"], ["46", "48", "", "", ""]), ("成果指標", "３歳児健診の受診率", "％", ["97.0", "97.5", "98.0", "98.0", "98.0"], ["95.9", "97.8", "", "", ""]), ("成果指標", "この地域で子育てをしたいと思う親の割合", "％", ["―", "95.0", "95.0", "96.0", "96.0"], ["―", "93.4", "", "", ""])],
            ("高い", "高い", "高い"), "拡充", "精密検査の受診率が８割にとどまる。医療機関への予約を健診の場で行えるようにする。",
        ),
    ]  # fmt: skip
    pages = []
    for (
        number,
        name,
        office,
        team,
        goal,
        policy,
        state,
        term,
        way,
        aim,
        who,
        means,
        works,
        funds,
        pay,
        kpis,
        marks,
        future,
        issue,
    ) in data:
        project = truth.project(name, [office])
        cost = [sum(v[i] or 0 for v in funds.values()) for i in range(5)]
        money = [
            row(h("区　　分", cs=2, rs=2), *[h(y) for y, *_ in years]),
            row(*[h(k) for _, k, *_ in years]),
        ]

        def line(label, values, component, lead=(), span=2):
            for (_, _, year, kind), amount in zip(years, values):
                project.add(year, kind, component, amount, yen(amount))
            return row(*lead, h(label, "l", cs=span), *[n(v) for v in values])

        money.append(line("事業費", cost, ""))
        for k, (fund, values) in enumerate(funds.items()):
            money.append(line(fund, values, fund, [vertical("財源内訳", rs=5)] if k == 0 else [], 1))
        money.append(line("概算人件費", pay, "概算人件費"))
        money.append(line("合　計", [a + b if b is not None else None for a, b in zip(cost, pay)], ""))
        goals = [row(h("指　標　名（単位）", cs=2), h(""), *[h(y) for y, *_ in years])]
        for kind, title, unit, wanted, done in kpis:
            kpi = truth.kpi(title, unit, [office])
            for word, role, figures in (("目標", "target", wanted), ("実績", "actual", done)):
                for (label, _, year, _), text in zip(years, figures):
                    kpi.add(f"{label} {word}", role, year, text)
            goals.append(
                row(
                    h(kind[:2] + "<br>" + kind[2:], rs=2),
                    c(f"{title}（{unit}）", rs=2),
                    h("目標"),
                    *[c(x, "n") for x in wanted],
                )
            )
            goals.append(row(h("実績"), *[c(x, "n") for x in done]))
        top = table([row(h("№"), c(number, "m"), h("事務事業名"), c(name, style="font-size:11pt;font-weight:bold"), h("担当課"), c(office), h("係"), c(team)), row(h("区分"), c(state, "m"), h("総合計画"), c(f"基本目標：{goal}　／　施策：{policy}"), h("事業期間"), c(term), h("実施形態"), c(way, "m"))], [5, 6, 9, 36, 8, 15, 8, 13])  # fmt: skip
        left = table([row(h("事業の目的"), c(aim, style="height:17mm")), row(h("事業の対象"), c(who, style="height:10mm")), row(h("事業の内容"), c(means, style="height:24mm")), row(h("令和５年度の<br>主な取組"), c("<br>".join("・" + w for w in works), style="height:22mm")), row(h("必要性"), c(marks[0], "m")), row(h("有効性"), c(marks[1], "m")), row(h("効率性"), c(marks[2], "m")), row(h("課題と<br>改善の方策"), c(issue, style="height:24mm")), row(h("今後の方向性"), c(future, "m", style="font-weight:bold"))], [25, 75])  # fmt: skip
        right = (
            "<p class='unit'>（単位：千円）</p>"
            + table(money, [5, 20, 15, 15, 15, 15, 15])
            + "<p class='note'>◇指標</p>"
            + table(goals, [8, 23, 7, 12.4, 12.4, 12.4, 12.4, 12.4])
        )
        pages.append(
            f"<div class='page'><h1>令和６年度　事務事業評価票（事業の概要説明書）</h1>{top}<div class='half'><div class='a'>{left}</div><div class='b'>{right}</div></div></div>"
        )
    css = "h1{font-size:13pt;margin-bottom:2mm} th{background:#d9e2f3} td,th{padding:0.7mm 0.9mm} .half{display:flex;gap:4mm;margin-top:3mm} .a{width:38%} .b{width:62%} .b td,.b th{padding:1.35mm 0.9mm}"
    return Document(
        page("".join(pages), size="A4 landscape", margin="11mm 13mm", font=GOTHIC, pt=8.4, css=css), truth
    )


DOCUMENTS = {"b9_sheet_review_year": review_year, "b9_sheet_two_halves": two_halves}
