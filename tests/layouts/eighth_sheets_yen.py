"""Eighth batch: sheets in yen, years as rows: steps of the budget beside staff, and a grant with five years' settlement."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import GOTHIC, IPAEX, MINCHO, TAKAO, Document, c, h, page, row, table, vertical, yen
from truthfile import Truth


def n(amount, empty=""):
    return c(yen(amount, empty=empty), "n")


def appropriation() -> Document:
    """新荘野市: (1) 当初 A to 予算現額 E as rows over three years in 円, (2) 目標値 / 実績値 of a KPI, staff and 総事業費 at the foot."""
    truth = Truth("新荘野市", "令和６年度 事務事業評価（令和５年度実施事業事後評価）シート")
    truth.notes += [
        "当初予算額 = initial_budget, 補正予算額 = supplementary, 予算現額 = current_budget, 決算額 = settlement; 繰越額, 流用額, 不用額 and 執行率 are not in the truth.",
        "投入職員の人件費 (I) is printed in 円 without a word of kind: unspecified; 年間事業費（=決算額） is the settlement printed again and given once, 総事業費（=I+J） = unspecified, wholes ('' ).",
        "令和６年度 has the 当初予算額 only. 当該業務に従事する職員の人数, 日数 and 割合 are no amounts.",
        "指標 take the 担当課; two sheets, a page each. 目標値 = target, 実績値 = actual; - = not_available.",
    ]
    years = [2021, 2022, 2023, 2024]
    data = [
        (
            "041", "図書館資料整備事業", "2418", "生涯学習課", "図書館", "款 10　項 5　目 4　事業 2",
            "市民の学びと暮らしに役立つ資料をそろえる。", "市民、市内に通勤・通学する者", "選書会議（月２回）で購入資料を決め、電子図書館の利用権を購入する。",
            [14_200_000, 14_350_000, 15_100_000, 15_480_000], [0, 1_320_000, -210_000, None], [0, 0, 0, None], [0, -86_000, 0, None], [14_118_204, 15_473_966, 14_802_517, None],
            [("5", "6", "6"), ("244", "244", "242"), ("0.18", "0.17", "0.17")], [6_842_100, 6_610_400, 6_704_200],
            [("資料の購入点数", "点", "活動量・事業量", ["6,800", "6,900", "7,100", "7,200"], ["6,744", "7,128", "6,903", ""]), ("市民１人当たりの年間貸出点数", "点", "成果", ["5.2", "5.3", "5.4", "5.5"], ["4.71", "5.06", "5.12", ""])],
            "Ｂ", "電子図書館の利用は伸びたが、児童書の貸出しが減っている。学校図書館との連携を強める。",
        ),
        (
            "042", "地籍調査事業", "2263", "建設課", "用地地籍係", "款 8　項 1　目 3　事業 1",
            "土地の境界と面積を正しく登記し、災害復旧や公共工事を円滑にする。", "調査区域の土地所有者", "１地区0.42k㎡の一筆地調査と、前年度に調査した地区の測量・閲覧を行う。",
            [21_600_000, 23_400_000, 24_050_000, 19_800_000], [-1_250_000, 0, 3_900_000, None], [0, 4_180_000, 0, None], [0, 0, 0, None], [20_067_300, 26_915_800, 27_404_300, None],
            [("3", "3", "3"), ("243", "243", "243"), ("0.60", "0.65", "0.65")], [12_960_000, 14_214_000, 14_430_000],
            [("一筆地調査の面積", "k㎡", "活動量・事業量", ["0.40", "0.42", "0.42", "0.35"], ["0.38", "0.42", "0.42", ""]), ("地籍調査の進捗率", "％", "成果", ["31.5", "32.0", "32.6", "33.0"], ["31.4", "-", "32.4", ""])],
            "Ａ", "所有者の高齢化により立会いが難しくなっている。リモート立会いの方法を試行する。",
        ),
    ]  # fmt: skip
    pages = []
    for (
        number,
        name,
        bureau,
        office,
        team,
        item,
        aim,
        who,
        means,
        first,
        extra,
        carry,
        shift,
        spent,
        staff,
        pay,
        kpis,
        mark,
        issue,
    ) in data:
        project = truth.project(name, [office])
        now = [
            a + (b or 0) + (d or 0) + (e or 0) if b is not None else None
            for a, b, d, e in zip(first, extra, carry, shift)
        ]
        rest = [a - b if b is not None and a is not None else None for a, b in zip(now, spent)]
        # only this block is a table of years in columns: 区分 rows lettered A to G
        rows = [row(h("区　分", cs=2), *[h(f"令和{y - 2018}年度") for y in years])]
        lines = [
            ("当　初【単位：円】Ａ", first, "initial_budget"), ("補　正【単位：円】Ｂ", extra, "supplementary"), ("繰　越【単位：円】Ｃ", carry, None), ("流　用【単位：円】Ｄ", shift, None),
            ("計（＝Ａ＋Ｂ＋Ｃ＋Ｄ）【単位：円】Ｅ", now, "current_budget"), ("決算額【単位：円】Ｆ", spent, "settlement"), ("不用額等（＝Ｅ－Ｆ）【単位：円】", rest, None),
        ]  # fmt: skip
        for k, (label, values, kind) in enumerate(lines):
            for year, amount in zip(years, values):
                if kind:
                    project.add(year, kind, "", amount, yen(amount), scale=1)
            lead = [vertical("予算額", rs=5)] if k == 0 else []
            rows.append(row(*lead, h(label, "l", cs=1 if k < 5 else 2), *[n(v) for v in values]))
        goals = []
        for k, (label, unit, what, wanted, done) in enumerate(kpis):
            kpi = truth.kpi(label, unit, [office])
            for word, role, figures in (("目標値", "target", wanted), ("実績値", "actual", done)):
                for year, text in zip(years, figures):
                    kpi.add(f"令和{year - 2018}年度 {word}", role, year, text)
            goals.append(
                row(
                    h("指 標 名<br>＝" + what, rs=2),
                    c(label, rs=2),
                    c(unit, "m", rs=2),
                    h("目標値"),
                    *[c(x, "n") for x in wanted],
                )
            )
            goals.append(row(h("実績値"), *[c(x, "n") for x in done]))
        people = [row(h("区　分", cs=2), *[h(f"令和{y - 2018}年度") for y in years[:3]])]
        for label, unit, figures in zip(
            (
                "当該業務に従事する職員の人数",
                "当該業務に従事する年間の日数",
                "当該業務に対する職員の年間稼働割合",
            ),
            ("人", "日", "Ｈ"),
            staff,
        ):
            people.append(
                row(
                    h(label, "l"),
                    h(f"【単位：{unit}】" if unit != "Ｈ" else "Ｈ"),
                    *[c(x, "n") for x in figures],
                )
            )
        spent3 = spent[:3]
        whole = [a + b for a, b in zip(pay, spent3)]
        for label, letter, values, kind, part in (
            ("投入職員の人件費", "平均給与×Ｈ【円】Ｉ", pay, "unspecified", "投入職員の人件費"),
            ("年間事業費（＝決算額）", "【単位：円】Ｊ", spent3, "", ""),
            ("総事業費（＝Ｉ＋Ｊ）", "【単位：円】", whole, "unspecified", ""),
        ):
            for year, amount in zip(years, values) if kind else ():
                project.add(year, kind, part, amount, yen(amount), scale=1)
            people.append(row(h(label, "l"), h(letter), *[n(v) for v in values]))
        top = table(
            [
                row(h("事務事業名"), c(name, cs=3, style="font-size:11pt"), h("整理番号"), c(number, "m")),
                row(h("担当課"), c(office), h("担当係"), c(team), h("電話（内線）"), c(bureau, "m")),
                row(h("予算科目"), c("会計　一般会計　" + item, cs=3), h("シート作成者"), c("")),
                row(h("位置付けられて<br>いる計画"), c("新荘野市総合計画　後期基本計画　第２章<br>新荘野市まち・ひと・しごと創生総合戦略　－", cs=3), h("事業区分"), c("□新規　■継続", "m")),
                row(h("目　的"), c(aim, cs=5)), row(h("対　象"), c(who, cs=5)), row(h("手　段"), c(means, cs=5)),
            ],
            [13, 24, 10, 25, 12, 16],
        )  # fmt: skip
        pages.append(
            "<div class='page'><h1>令和６年度　事務事業評価（令和５年度実施事業事後評価）シート</h1><h3>１　基本情報・事務事業の目的等</h3>" + top
            + "<h3>２　評価指標　（１）予算の状況</h3>" + table(rows, [4, 34, 15.5, 15.5, 15.5, 15.5])
            + "<h3>（２）成果指標（ＫＰＩ）</h3>"
            + table([row(h("", cs=2), h("単位"), h("区分"), *[h(f"令和{y - 2018}年度") for y in years]), *goals], [14, 24, 8, 10, 11, 11, 11, 11])
            + "<h3>（３）投入コスト</h3>" + table(people, [32, 20, 16, 16, 16])
            + "<h3>３　評価</h3>"
            + table([row(h("妥当性"), c("４", "m"), h("有効性"), c("３", "m"), h("効率性"), c("３", "m"), h("総合評価"), c(mark, "m")), row(h("課題と<br>今後の方向"), c(issue, cs=7, style="height:14mm"))], [12, 12, 12, 12, 12, 12, 14, 14])
            + "</div>"
        )  # fmt: skip
    css = "h1{font-size:12pt} h3{font-size:9pt;margin:2.4mm 0 0.8mm} th{background:#e2efda} td,th{padding:0.6mm 0.9mm}"
    return Document(page("".join(pages), margin="12mm 13mm", font=MINCHO, pt=8.4, css=css), truth)


def grant_years() -> Document:
    """萱島村: 補助金 調書: three years' 当初予算額 and five years' 決算額 side by side, latest first; 一般財源, 特定財源, total."""
    truth = Truth("萱島村", "令和６年度 補助金交付事業 担当課評価調書")
    truth.notes += [
        "当初予算額 (3 years) = initial_budget, 過去５年の決算額 = settlement, each 一般財源 + 特定財源 = 総額 (予算総額, 決算総額 are the whole, component '').",
        "The year column prints numbers only (6, 5, 4 ...): fiscal years of 令和; 元 = 2019.",
        "補助金名 is the name of the project. 補助率 and １件当たり補助上限額 are no amounts of it; figures in the text are neither.",
        "成果指標 under 目標 and 実績; - = not_available.",
    ]
    years = {"6": 2024, "5": 2023, "4": 2022, "3": 2021, "2": 2020, "元": 2019}
    data = [
        (
            "1", "村営バス代替タクシー運行補助金", "企画振興課", "企画係", "215", "萱島村地域公共交通補助金交付要綱", "かやしま交通有限会社", "令和元年度",
            [("6", 3_640_000, 1_820_000), ("5", 3_210_000, 1_600_000), ("4", 2_980_000, 1_490_000)],
            [("5", 3_162_440, 1_581_000), ("4", 3_047_815, 1_490_000), ("3", 2_874_106, 1_377_000), ("2", 3_390_522, 1_620_000), ("元", 1_204_730, 0)],
            [("１便当たりの乗車人数", "人", "2.5", "1.8", "2.5", "2.1"), ("年間の利用登録者数", "人", "180", "166", "190", "187")],
            "バス路線の廃止を受け、通院と買物の足を守るために始めた。", "特財あり（県支出金）", "利用者の８割が75歳以上である。停留所を３か所増やし、診療所の受付時間に合わせてダイヤを改める。", "現状維持",
        ),
        (
            "2", "かやしま夏まつり実行委員会補助金", "観光商工課", "観光係", "333", "萱島村イベント補助金交付要綱", "かやしま夏まつり実行委員会", "昭和59年度",
            [("6", 1_500_000, 0), ("5", 1_500_000, 0), ("4", 1_000_000, 0)],
            [("5", 1_500_000, 0), ("4", 864_300, 0), ("3", None, None), ("2", None, None), ("元", 1_500_000, 0)],
            [("来場者数", "人", "6,000", "4,350", "6,000", "6,820"), ("出店した村内事業者の割合", "％", "60", "-", "60", "71.4")],
            "帰省客と村民の交流の場として、商工会青年部が始めた。", "特財なし", "令和２年度、３年度は中止した。花火の費用が高くなり、協賛金の額が補助金を上回った。", "一部見直し",
        ),
    ]  # fmt: skip
    pages = []
    for (
        number,
        name,
        office,
        team,
        code,
        rule,
        body_name,
        since,
        budget,
        spent,
        kpis,
        start,
        special,
        comment,
        future,
    ) in data:
        project = truth.project(name, [office])
        head = [row(h("○当初予算額（円）", cs=4), c("", style="border-top:none;border-bottom:none"), h("○過去５年の決算額（円）", cs=4)), row(*[h(x) for x in ("年度", "一般財源", "特定財源", "予算総額")], c("", style="border-top:none;border-bottom:none"), *[h(x) for x in ("年度", "一般財源", "特定財源", "決算総額")])]  # fmt: skip
        rows = []
        for i in range(5):
            cells = []
            for entries, kind in ((budget, "initial_budget"), (spent, "settlement")):
                if i < len(entries):
                    year, general, other = entries[i]
                    whole = None if general is None else general + other
                    for part, amount in (("一般財源", general), ("特定財源", other), ("", whole)):
                        project.add(years[year], kind, part, amount, yen(amount), scale=1)
                    cells += [c(year, "m"), n(general), n(other), n(whole)]
                else:
                    cells += [c("", style="border:none")] * 4
                if kind == "initial_budget":
                    cells.append(
                        c(
                            "",
                            style="border-top:none;border-bottom:none;border-left:none"
                            if i > 2
                            else "border-top:none;border-bottom:none",
                        )
                    )
            rows.append(row(*cells))
        goals = [
            row(h("成果指標", rs=2), h("単位", rs=2), h("令和４年度", cs=2), h("令和５年度", cs=2)),
            row(*[h(x) for x in ("目標", "実績", "目標", "実績")]),
        ]
        for label, unit, g4, a4, g5, a5 in kpis:
            kpi = truth.kpi(label, unit, [office])
            for period, role, year, text in (
                ("令和４年度 目標", "target", 2022, g4),
                ("令和４年度 実績", "actual", 2022, a4),
                ("令和５年度 目標", "target", 2023, g5),
                ("令和５年度 実績", "actual", 2023, a5),
            ):
                kpi.add(period, role, year, text)
            goals.append(row(c(label), c(unit, "m"), *[c(x, "n") for x in (g4, a4, g5, a5)]))
        top = table(
            [
                row(h("担当課"), c(office, "m"), h("係"), c(team, "m"), h("No"), c(number, "m"), h("新規・継続"), c("継続", "m")),
                row(h("補助金名"), c(name, cs=5, style="font-size:10.5pt;font-weight:bold"), h("予算事業<br>コード"), c(code, "m")),
                row(h("根拠法<br>交付要綱等名称"), c(rule, cs=3), h("補助対象者"), c(body_name, cs=3)),
                row(h("総合計画の<br>位置付け"), c("３－２－３　基本目標　住み続けられるむらをつくる", cs=3), h("補助開始年度"), c(since, "m"), h("補助終期設定"), c("なし", "m")),
                row(h("補助金の性質"), c("□運営費的補助　■施策的補助　□活動費的補助　□奨励的補助", cs=3), h("補助率"), c("　　－　　％"), h("１件当たり<br>補助上限額"), c("－　円", "m")),
            ],
            [13, 15, 7, 17, 11, 14, 11, 12],
        )  # fmt: skip
        checks = table(
            [
                row(h("①事業開始のきっかけ", "l"), c(start, cs=2)),
                row(h("②国・県の補助の有無", "l"), c(special, cs=2)),
                row(h("③公益性", "l"), c("広く村民の利益になっているか"), c("はい・いいえ　→　はい", "m")),
                row(h("④必要性", "l"), c("社会情勢から見て、今も必要か"), c("はい・いいえ　→　はい", "m")),
                row(h("⑤有効性", "l"), c("補助により期待した効果が出ているか"), c("はい・いいえ　→　はい", "m")),
                row(h("⑥前年度の状況・課題", "l"), c(comment, cs=2, style="height:17mm")),
                row(h("担当課評価", "l"), c(f"今後の方向性：　{future}", cs=2, style="font-weight:bold")),
            ],
            [20, 50, 30],
        )  # fmt: skip
        pages.append("<div class='page'><h1>令和６年度　補助金交付事業　担当課評価調書</h1>" + top + "<div style='height:3mm'></div>" + table([*head, *rows], [6, 15, 15, 15, 3, 6, 13.5, 13, 13.5]) + "<p class='note'>※決算額は確定した補助金の額。空欄は交付の実績がない年度。</p><div style='height:2mm'></div>" + table(goals, [40, 10, 12.5, 12.5, 12.5, 12.5]) + "<h3>○チェック項目と評価内容</h3>" + checks + "</div>")  # fmt: skip
    css = "h1{font-size:13pt} h3{font-size:9.5pt} th{background:#f2f2f2} td,th{padding:0.8mm}"
    return Document(page("".join(pages), margin="14mm 13mm", font=TAKAO, pt=8.6, css=css), truth)


DOCUMENTS = {"b8_sheet_appropriation": appropriation, "b8_sheet_grant_years": grant_years}
