"""Eighth batch: one form a page: measures of a master plan, items of a reform plan."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from eighth_kpis_common import printed
from markup import MINCHO, TAKAO, Document, c, h, page, row, table
from truthfile import Kpi, Truth

FIVE = (("Ｒ２", 2020), ("Ｒ３", 2021), ("Ｒ４", 2022), ("Ｒ５", 2023), ("Ｒ６", 2024))


def reached(goal: str, done: str, up: bool) -> str:
    """達成率 as printed."""
    if not done or not done[0].isdigit() or not goal[:1].isdigit():
        return "－" if done else ""
    want, got = (float(x.replace(",", "")) for x in (goal, done))
    ratio = got / want if up else (want / got if got else 1)
    return f"{ratio * 100:.1f}%"


def measure_sheets() -> Document:
    """波留間市: 基本施策評価シート, three measures: 基準値（時期）, arrows, 目標値 / 実績値 / 達成率 rows over five years."""
    truth = Truth("波留間市", "令和６年度 基本施策評価シート（令和５年度実績）")
    truth.notes += [
        "基準値 with its unit and year in the cell = baseline. The arrow (区分) is the wished direction. 達成率 is no value.",
        "Departments: 主管課 of the sheet (関係課 are not). Figures in the text sections are no indicators. Empty cells of Ｒ６ are no values.",
        "構成事務事業 have judgements only, no amounts: they are not entered as projects.",
    ]
    sheets = [
        (
            "Ｃ２", "地域で支え合う福祉のまちをつくります", "福祉総務課", "高齢者支援課、障がい福祉課、社会福祉協議会", "Ｂｂ",
            "住み慣れた地域で、誰もが互いに気にかけ、困ったときに助け合いながら暮らしている。",
            [
                ("地域の支え合い活動に参加したことがある市民の割合", "％", "28.6", "（Ｒ元年度）", "↑", "30.0 31.5 33.0 34.5 36.0", "24.1 25.8 29.9 32.4"),
                ("民生委員・児童委員の充足率", "％", "96.9", "（Ｒ元年度）", "↑", "98.0 98.5 99.0 99.5 100.0", "97.2 97.2 94.4 95.1"),
                ("避難行動要支援者の個別避難計画の作成件数（累計）", "件", "12", "（Ｒ元年度）", "↑", "100 200 300 400 500", "38 117 286 451"),
                ("生活困窮者自立支援プランの作成件数", "件", "74", "（Ｒ元年度）", "↑", "80 85 90 95 100", "312 268 174 121"),
            ],
            ["要支援者の同意の取得に民生委員の協力が得られ、個別避難計画の作成が目標を上回った。", "支え合い活動への参加は回復しているが、担い手の固定化が見られる。", "令和４年12月の一斉改選で欠員が生じ、充足率は２年続けて95％前後となった。"],
            "地区ごとの話合いの場を年２回以上開き、若い世代の参加を促す。個別避難計画は令和６年度中に500件を目指す。",
            [("01", "地域福祉計画推進事業", "福祉総務課", "継続", "Ｂ"), ("02", "避難行動要支援者支援事業", "福祉総務課", "拡充", "Ａ"), ("03", "重層的支援体制整備事業", "福祉総務課", "拡充", "Ｂ"), ("04", "民生委員活動支援事業", "福祉総務課", "継続", "Ｃ")],
        ),
        (
            "Ｄ１", "安全で快適な道路と交通を整えます", "道路河川課", "都市計画課、生活安全課", "Ａｂ",
            "幹線道路や身近な生活道路が整い、歩行者も車も安全に移動できる。",
            [
                ("市道の舗装補修率（計画延長に対する割合）", "％", "18.0", "（Ｈ30年度）", "↑", "30.0 40.0 50.0 60.0 70.0", "29.1 41.7 52.8 63.4"),
                ("市内の交通事故（人身）発生件数", "件", "318", "（Ｒ元年度）", "↓", "300 290 280 270 260", "251 246 262 259"),
                ("コミュニティバスの年間利用者数", "人", "142,380", "（Ｒ元年度）", "↑", "143,000 144,000 145,000 146,000 147,000", "88,914 97,206 118,455 131,072"),
            ],
            ["舗装補修は計画を前倒しして進んでいる。", "人身事故は目標値を下回って推移しているが、高齢者の割合が４割を超えた。", "バスの利用者は令和元年度の９割程度まで戻った。"],
            "補修の優先順位を路面性状調査の結果により見直す。バスは令和７年度の再編に向けて乗降調査を行う。",
            [("01", "道路舗装補修事業", "道路河川課", "継続", "Ａ"), ("02", "交通安全施設整備事業", "道路河川課", "継続", "Ａ"), ("03", "コミュニティバス運行事業", "都市計画課", "改善", "Ｂ")],
        ),
        (
            "Ｇ３", "学校と家庭と地域で子どもの学びを支えます", "学校教育課", "教育総務課、生涯学習課", "Ｂｃ",
            "子どもが地域の中で安心して学び、将来の夢や目標に向かって努力している。",
            [
                ("学校へ行くのが楽しいと答えた児童の割合", "％", "86.1", "（Ｒ元年度）", "↑", "87.0 88.0 89.0 90.0 91.0", "－ 85.4 84.2 83.7"),
                ("学校へ行くのが楽しいと答えた生徒の割合", "％", "81.7", "（Ｒ元年度）", "↑", "83.0 84.0 85.0 86.0 87.0", "－ 82.9 81.0 80.8"),
                ("不登校児童生徒の出現率", "％", "1.42", "（Ｈ30年度）", "↓", "1.40 1.35 1.30 1.25 1.20", "1.66 2.08 2.61 3.05"),
                ("学校運営協議会を置く学校の数", "校", "3", "（Ｒ元年度）", "↑", "6 10 14 18 18", "6 9 15 18"),
                ("地域未来塾の延べ参加者数", "人", "1,906", "（Ｒ元年度）", "↑", "2,000 2,100 2,200 2,300 2,400", "604 1,218 1,733 2,047"),
            ],
            ["全ての学校に学校運営協議会を置くことができた。", "不登校の出現率は年々上昇し、目標値から離れている。", "地域未来塾の参加は伸びているが、指導員が不足している。"],
            "校内教育支援センターを５校に広げ、スクールソーシャルワーカーを１名増やす。",
            [("01", "コミュニティ・スクール推進事業", "学校教育課", "継続", "Ａ"), ("02", "教育支援センター運営事業", "学校教育課", "拡充", "Ｂ"), ("03", "地域未来塾事業", "生涯学習課", "継続", "Ｂ"), ("04", "スクールカウンセラー配置事業", "学校教育課", "拡充", "Ｂ"), ("05", "学校図書館支援事業", "教育総務課", "継続", "Ｂ")],
        ),
    ]  # fmt: skip
    pages = []
    for code, title, office, others, mark, aim, indicators, reasons, plan, works in sheets:
        rows = [
            row(
                h("指標名"),
                h("基準値<br>（時期）"),
                h("区分"),
                h(""),
                *[h(t) for t, _ in FIVE],
            )
        ]
        for name, unit, base, when, arrow, goals, dones in indicators:
            kpi = truth.kpi(name, unit, [office])
            kpi.add(
                f"基準値{when}",
                "baseline",
                2018 if "Ｈ30" in when else 2019,
                printed(f"{base}{unit}", unit),
            )
            want, got = goals.split(), [*dones.split(), *[""] * (5 - len(dones.split()))]
            for role, label, cells in (("target", "目標値", want), ("actual", "実績値", got)):
                for (period, year), text in zip(FIVE, cells, strict=True):
                    kpi.add(f"{period} {label}", role, year, printed(text))
            rates = [reached(g, d, arrow == "↑") for g, d in zip(want, got, strict=True)]
            rows.append(row(c(name, "l", rs=3), c(f"{base}{unit}<br>{when}", "m", rs=3), c(arrow, "m", rs=3, style="font-size:13pt"), h("目標値"), *[c(t, "n") for t in want]))  # fmt: skip
            rows.append(row(h("実績値"), *[c(t, "n") for t in got]))
            rows.append(row(h("達成率"), *[c(t, "n", style="background:#f2f2f2") for t in rates]))
        pages.append(
            "<div class='page'>"
            + table(
                [
                    row(
                        h("基本施策"),
                        c(f"{code}　{title}", "l", cs=3, style="font-size:11pt;font-weight:bold"),
                    ),
                    row(h("主管課"), c(office, "m"), h("関係課"), c(others, "l")),
                ],
                [13, 27, 12, 48],
            )
            + f"<h3>ア　施策の目的</h3><div class='box'>{aim}</div>"
            + "<h3>イ　基本施策の評価</h3>"
            + table(
                [
                    row(
                        c(mark, "m", style="font-size:13pt;font-weight:bold"),
                        c(
                            "大文字＝成果指標の達成状況（Ａ：目標を達成　Ｂ：一部達成　Ｃ：未達成）<br>小文字＝目的の達成に向けた進み具合（ａ：順調　ｂ：おおむね順調　ｃ：やや遅れている）",
                            "l",
                        ),
                    )
                ],
                [13, 87],
            )
            + "<h3>ウ　成果指標</h3>"
            + table(rows, [29, 12, 6, 9, *[8.8] * 5])
            + "<p class='note'>※「－」は、調査が行われなかったことを示します。達成率は、区分が「↓」の指標では目標値÷実績値で求めています。</p>"
            + "<h3>エ　評価の理由</h3><div class='box'>"
            + "".join(f"・{t}<br>" for t in reasons)
            + f"</div><h3>オ　今後の取組方針</h3><div class='box'>{plan}</div><h3>カ　構成事務事業の評価結果</h3>"
            + table(
                [
                    row(h("№"), h("事務事業名"), h("担当課"), h("今後の方向性"), h("評価")),
                    *[
                        row(c(a, "m"), c(f"{code}-{a}　{b}", "l"), c(d, "m"), c(e, "m"), c(f, "m"))
                        for a, b, d, e, f in works
                    ],
                ],
                [7, 47, 20, 15, 11],
            )
            + "</div>"
        )
    css = ".box{border:0.6pt solid #000;padding:1.2mm 2mm;min-height:8mm} th{background:#eaeaea} h3{font-size:9.5pt}"
    return Document(page("".join(pages), size="A4", margin="13mm 14mm", font=TAKAO, pt=8.4, css=css), truth)


def reform_sheets() -> Document:
    """鳴瀬野市: 行財政改革 取組シート: 工程 in words, then 目標 / 実績 rows of indicators and of 財政効果額, 累計."""
    truth = Truth("鳴瀬野市", "鳴瀬野市行財政改革プラン2026 進捗管理シート（令和６年度）")
    years = (("Ｒ４", 2022), ("Ｒ５", 2023), ("Ｒ６", 2024), ("Ｒ７", 2025), ("Ｒ８", 2026))
    truth.notes += [
        "目標 = target, 実績 = actual, 現状値 = baseline (Ｒ３). 財政効果額 is an indicator in 千円 with the rows 目標額 (target) and 実績額 (actual); 累計 is not in the truth.",
        "工程 (計画 / 実績 in words) is a schedule, no indicator. Departments: 所管課 of the sheet. △ is minus.",
    ]
    sheets = [
        (
            "1-1-3", "公共施設使用料の見直し", "財産経営課", "使用料は平成21年度の改定後据え置かれ、維持管理費に占める割合が施設により大きく異なっている。",
            "受益者負担の考え方を定め、原価の計算に基づいて３年ごとに使用料を見直す。",
            ["検討・基本方針の策定", "条例改正", "改定", "検証", "次期見直し"], ["基本方針の策定", "説明会・条例改正", "改定（10月）", "", ""],
            [("使用料を改定した施設数（累計）", "施設", "0", "0 0 42 42 60", "0 0 39"), ("施設の維持管理費に占める使用料の割合", "％", "17.8", "18.0 18.0 21.0 24.0 25.0", "17.2 18.3 20.1")],
            ("0 0 12,000 24,000 24,000", "0 △310 10,864"), "Ｂ", "10月に39施設の使用料を改定した。減免の基準を統一し、利用団体に説明した。", "未改定の３施設は指定管理者の更新に合わせて改定する。",
        ),
        (
            "2-1-1", "窓口業務の見直しと書かない窓口の導入", "市民課", "転入や転出の時期に待ち時間が60分を超える日があり、手続ごとに氏名や住所を繰り返し書く負担がある。",
            "申請書作成を支援する仕組みを入れ、関係課の手続を１か所で受け付ける。",
            ["調査", "一部導入", "全窓口導入", "運用", "運用"], ["調査・業者選定", "一部導入（２課）", "一部導入（５課）", "", ""],
            [("書かない窓口で受け付けた手続の割合", "％", "－", "－ 20.0 60.0 80.0 80.0", "－ 22.6 48.9"), ("住所異動の平均待ち時間", "分", "34", "34 30 20 15 15", "36 29 24"), ("窓口に関する市民満足度", "％", "68.5", "－ 70.0 － 75.0 －", "－ 71.3 －")],
            ("0 1,500 4,800 6,200 6,200", "0 1,120 3,976"), "Ｂ", "５課で導入し、延べ21,640件を受け付けた。", "国民健康保険の手続を加え、令和７年度に全窓口で導入する。",
        ),
        (
            "3-2-2", "時間外勤務の縮減と働き方の改革", "人事課", "感染症への対応と欠員により、時間外勤務が３年続けて増加した。",
            "業務量の調査に基づき配置を見直し、在宅勤務と時差勤務を広げる。",
            ["業務量調査", "配置の見直し", "継続", "継続", "継続"], ["業務量調査（全課）", "配置の見直し", "継続", "", ""],
            [("職員１人当たりの月平均時間外勤務時間", "時間", "14.6", "14.0 13.0 12.0 11.0 10.0", "15.1 13.4 11.7"), ("年次有給休暇の平均取得日数", "日", "10.8", "11.0 12.0 13.0 14.0 15.0", "11.2 12.5 13.3"), ("男性職員の育児休業取得率", "％", "23.1", "30.0 40.0 50.0 65.0 85.0", "38.5 57.1 76.9")],
            ("5,000 12,000 20,000 26,000 32,000", "△6,240 13,518 24,077"), "Ａ", "定型業務の自動処理を14業務に広げ、年間2,300時間を減らした。", "繁忙期の応援体制を課を越えて組む。",
        ),
    ]  # fmt: skip
    pages = []
    for number, name, office, issue, work, steps, taken, indicators, money, mark, result, after in sheets:
        rows = [
            row(
                h("指　　標", rs=2),
                h("単位", rs=2),
                h("区分", rs=2),
                h("現状値", rs=1),
                h("計　画　期　間", cs=5),
                h("累計", rs=2),
            ),
            row(h("Ｒ３"), *[h(t) for t, _ in years]),
        ]

        def lines(kpi: Kpi, labels: tuple[str, str], goals: str, dones: str) -> list[list[str]]:
            out = []
            for role, label, cells in (
                ("target", labels[0], goals.split()),
                ("actual", labels[1], dones.split()),
            ):
                cells = [*cells, *[""] * (5 - len(cells))]
                for (period, year), text in zip(years, cells, strict=True):
                    kpi.add(f"{period} {label}", role, year, printed(text))
                out.append([h(label), *[c(t, "n") for t in cells]])
            return out

        for label, unit, base, goals, dones in indicators:
            kpi = truth.kpi(label, unit, [office])
            kpi.add("現状値 Ｒ３", "baseline", 2021, printed(base))
            upper, lower = lines(kpi, ("目標", "実績"), goals, dones)
            rows.append(row(c(label, "l", rs=2), c(unit, "m", rs=2), upper[0], c(base, "n", rs=2), *upper[1:], c("", "x", rs=2)))  # fmt: skip
            rows.append(row(*lower))
        kpi = truth.kpi("財政効果額", "千円", [office])
        upper, lower = lines(kpi, ("目標額", "実績額"), *money)
        sums = [sum(int(t.replace(",", "").replace("△", "-")) for t in texts.split()) for texts in money]
        rows.append(row(c("財政効果額", "l", rs=2), c("千円", "m", rs=2), upper[0], c("", "x", rs=2), *upper[1:], c(f"{sums[0]:,}", "n")))  # fmt: skip
        rows.append(row(*lower, c(f"{sums[1]:,}", "n")))
        pages.append(
            "<div class='page'><h1>鳴瀬野市行財政改革プラン2026　進捗管理シート（令和６年度）</h1>"
            + table(
                [
                    row(
                        h("取組番号"),
                        c(number, "m"),
                        h("取組名"),
                        c(name, "l", style="font-size:10.5pt"),
                        h("所管課"),
                        c(office, "m"),
                    ),
                    row(h("現状と課題"), c(issue, "l", cs=5)),
                    row(h("取組内容"), c(work, "l", cs=5)),
                ],
                [11, 10, 9, 42, 10, 18],
            )
            + "<h3>■ 工程</h3>"
            + table(
                [
                    row(h("区分"), *[h(t) for t, _ in years]),
                    row(h("計画"), *[c(t, "m") for t in steps]),
                    row(h("実績"), *[c(t, "m") for t in taken]),
                ],
                [10, *[18] * 5],
            )
            + "<h3>■ 数値目標と財政効果</h3>"
            + table(rows, [25, 8, 9, 8, *[8.2] * 5, 9])
            + "<p class='note'>※財政効果額は、取組を行わなかった場合と比べた歳入の増加額及び歳出の減少額です。</p><h3>■ 令和６年度の実績と評価</h3>"
            + table(
                [
                    row(h("取組の実績"), c(result, "l", cs=3)),
                    row(
                        h("評価"),
                        c(mark, "m", style="font-size:13pt"),
                        h("評価の基準"),
                        c("Ａ：計画を上回る　Ｂ：計画どおり　Ｃ：計画を下回る　Ｄ：未着手", "l"),
                    ),
                    row(h("次年度以降の取組"), c(after, "l", cs=3)),
                ],
                [16, 12, 14, 58],
            )
            + "</div>"
        )
    css = "h1{font-size:12pt} h3{font-size:9.5pt} th{background:#e4dfec} td.x{background:linear-gradient(to top right,transparent 49.4%,#000 49.4%,#000 50.6%,transparent 50.6%)} tr{height:7mm}"
    return Document(page("".join(pages), size="A4", margin="14mm", font=MINCHO, pt=8.6, css=css), truth)


DOCUMENTS = {
    "b8_kpi_measure_sheets": measure_sheets,
    "b8_kpi_reform_sheets": reform_sheets,
}
