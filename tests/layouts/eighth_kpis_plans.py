"""Eighth batch: yearly checks of plans: children, health, environment."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from eighth_kpis_common import printed
from markup import GOTHIC, IPAEX, NOTO, Document, c, h, page, row, table, vertical
from truthfile import Truth

YEARS = (("令和３年度", 2021), ("令和４年度", 2022), ("令和５年度", 2023))


def gap(plan: str, done: str) -> str:
    """実績 - 計画 as printed."""
    if not plan or not done or not plan[0].isdigit() or not done[0].isdigit():
        return "－"
    amount = int(done.replace(",", "")) - int(plan.replace(",", ""))
    return f"{amount:,}" if amount >= 0 else f"△{-amount:,}"


def child_care() -> Document:
    """楡沢市: 子ども・子育て支援事業計画: 計画値 / 実績値 / 差 under each year, kinds as lines of a project."""
    truth = Truth("楡沢市", "第２期楡沢市子ども・子育て支援事業計画 進捗状況（令和５年度）")
    truth.notes += [
        "量の見込み and 計画値 = planned, 利用実績 and 実績値 = actual. 差, 達成度 and 評価 are no values.",
        "区分 (幼稚園型, 低学年 ...) are series of the project they stand beside; the number has a column of its own.",
        "The first table names no department; ３号認定 is printed as one indicator with three ages as series.",
    ]
    first = [
        ("１号認定", "", "1,124 1,087 1,092 1,011 1,060 934"),
        ("２号認定", "幼稚園希望", "186 171 182 164 178 159"),
        ("２号認定", "保育所等希望", "2,036 2,018 2,051 2,040 2,066 2,077"),
        ("３号認定", "０歳", "312 274 309 268 306 251"),
        ("３号認定", "１歳", "604 588 611 597 617 622"),
        ("３号認定", "２歳", "688 671 692 690 697 703"),
    ]
    head = [
        row(h("認定区分", rs=2, cs=2), *[h(t, cs=3) for t, _ in YEARS]),
        row(*[h(t) for _ in YEARS for t in ("量の見込み<br>①", "利用実績<br>②", "差<br>②－①")]),
    ]
    rows, records = [], {}
    for k, (name, part, texts) in enumerate(first):
        cells = texts.split()
        if name not in records:
            records[name] = truth.kpi(name, "人")
        kpi = records[name]
        count = sum(n == name for n, _, _ in first)
        line = [c(name, "m", rs=count, cs=1 if part else 2)] if k == 0 or first[k - 1][0] != name else []
        if part:
            line.append(c(part, "l"))
        for (period, year), plan, done in zip(YEARS, cells[::2], cells[1::2], strict=True):
            kpi.add(f"{period} 量の見込み", "planned", year, plan, series=part)
            kpi.add(f"{period} 利用実績", "actual", year, done, series=part)
            line += [c(plan, "n"), c(done, "n"), c(gap(plan, done), "n", style="background:#f2f2f2")]
        rows.append(row(*line))
    second = [
        ("利用者支援事業", "か所", "こども家庭課", [("基本型", "2 2 2 2 3 2"), ("こども家庭センター型", "1 1 1 1 1 1")], "Ｂ", "基本型１か所の開設が次年度に繰り延べとなった。"),
        ("地域子育て支援拠点事業", "人回/月", "こども家庭課", [("", "4,210 2,684 4,150 3,127 4,090 3,861")], "Ａ", "感染症の影響で減っていた利用が戻りつつある。土曜日の開設を試行した。"),
        ("妊婦健康診査", "人回/年", "健康づくり課", [("", "9,860 9,214 9,710 8,793 9,560 8,417")], "Ａ", "対象者全員に受診票を交付した。出生数の減により実績は下回っている。"),
        ("乳児家庭全戸訪問事業", "人", "健康づくり課", [("", "731 702 718 669 706 641")], "Ａ", "里帰り等で訪問できない家庭には電話で状況を確認した。"),
        ("養育支援訪問事業", "人", "こども家庭課", [("", "45 52 45 61 45 58")], "Ａ", "要支援家庭の増加に対応し、訪問員を１人増員した。"),
        ("子育て短期支援事業（ショートステイ）", "人日/年", "こども家庭課", [("", "60 14 60 37 60 49")], "Ｂ", "委託先の里親が２世帯増えた。緊急時の受入先が課題である。"),
        ("子育て援助活動支援事業（ファミリー・サポート・センター）", "人日/年", "こども家庭課", [("就学前", "1,480 902 1,460 1,133 1,440 1,207"), ("就学後", "2,350 1,976 2,320 2,188 2,290 2,402")], "Ｂ", "援助会員の高齢化が進んでいる。養成講座を年３回に増やした。"),
        ("一時預かり事業", "人日/年", "保育課", [("幼稚園型", "38,400 35,127 38,100 36,940 37,800 38,265"), ("幼稚園型以外", "6,200 3,418 6,150 4,076 6,100 4,733")], "Ｂ", "保育士の確保が難しく、公立２園で受入枠を縮小した月があった。"),
        ("延長保育事業", "人", "保育課", [("", "1,120 986 1,130 1,004 1,140 1,052")], "Ａ", "全園で実施し、希望者は全て利用できている。"),
        ("病児保育事業", "人日/年", "保育課", [("", "1,800 611 1,800 948 1,800 1,274")], "Ｃ", "施設が１か所にとどまり、冬期は定員を超える日があった。"),
        ("放課後児童健全育成事業（放課後児童クラブ）", "人", "生涯学習課", [("低学年", "1,340 1,298 1,362 1,371 1,384 1,436"), ("高学年", "410 322 432 358 454 401")], "Ｂ", "２小学校区で待機が生じている。余裕教室を使い支援の単位を増やす。"),
        ("実費徴収に係る補足給付を行う事業", "人", "保育課", [("", "－ 118 － 124 － 109")], "－", "対象者に副食費相当額を給付した。"),
    ]  # fmt: skip
    more = [
        row(
            h("№", rs=2),
            h("事　業　名", rs=2, cs=2),
            h("単位", rs=2),
            *[h(t, cs=2) for t, _ in YEARS],
            h("達成度<br>(R5)", rs=2),
            h("評価", rs=2),
            h("令和５年度の取組状況と課題", rs=2),
            h("担当課", rs=2),
        ),
        row(*[h(t) for _ in YEARS for t in ("計画値", "実績値")]),
    ]
    lines = []
    for number, (name, unit, office, parts, mark, text) in enumerate(second, 1):
        kpi = truth.kpi(name, unit, [office])
        rs = len(parts)
        for k, (part, texts) in enumerate(parts):
            cells = texts.split()
            line = [c(number, "m", rs=rs), c(name, "l", rs=rs, cs=1 if part else 2)] if k == 0 else []
            if part:
                line.append(c(part, "m"))
            if k == 0:
                line.append(c(unit, "m", rs=rs))
            for (period, year), plan, done in zip(YEARS, cells[::2], cells[1::2], strict=True):
                kpi.add(f"{period} 計画値", "planned", year, plan, series=part)
                kpi.add(f"{period} 実績値", "actual", year, done, series=part)
                line += [c(plan, "n"), c(done, "n")]
            plan, done = (x.replace(",", "") for x in cells[-2:])
            line.append(c(f"{int(done) * 100 / int(plan):.1f}%" if plan.isdigit() else "－", "n"))
            if k == 0:
                line += [c(mark, "m", rs=rs), c(text, "l", rs=rs), c(office, "m", rs=rs)]
            lines.append(row(*line))
    body = (
        "<p class='unit'>資料１－２</p><h1>第２期楡沢市子ども・子育て支援事業計画　進捗状況（令和５年度）</h1>"
        "<h2>１　教育・保育の量の見込みと利用実績</h2>"
        "<p class='note'>各年度４月１日現在。量の見込みは中間見直し後の数値である。</p><p class='unit'>（単位：人）</p>"
        + table(rows, [9, 13, *[8.6] * 9], head=head)
        + "<p class='note'>・１号認定は、共働き世帯の増加に伴う保育所等への移行により、計画値を下回る傾向が続いている。<br>"
        "・１・２歳児は、計画値をわずかに上回っており、引き続き受入枠の確保に努める必要がある。</p>"
        "<h2>２　地域子ども・子育て支援事業</h2>"
        + table(lines, [3, 14, 8, 6, *[6] * 6, 5.5, 4, 17.5, 6], head=more)
        + "<p class='note'>【評価】Ａ：計画どおり進んでいる　Ｂ：おおむね計画どおりだが課題がある　Ｃ：計画に対して遅れている　－：計画値を定めていない</p>"
    )
    css = "h1{font-size:12.5pt} h2{font-size:10pt} th{background:#fde9d9} p{margin:0.5mm 0}"
    return Document(page(body, size="A4 landscape", margin="11mm", font=GOTHIC, pt=7.6, css=css), truth)


def health_review() -> Document:
    """朝凪市: 健康増進計画 最終評価: 策定時, 中間評価, 最終評価, 目標 with units in the cells; 男性 / 女性 as lines."""
    truth = Truth("朝凪市", "健康あさなぎ21（第２次）最終評価")
    truth.notes += [
        "策定時 = baseline, 中間評価 and 最終評価 = actual, 目標 = target; the years stand in the header.",
        "対象 are series; where the indicator fills both columns it has none. The table of counts at the top is no indicator.",
        "出典 is a number in a circle, explained below the table.",
    ]
    groups = [
        ("生活習慣病の予防", [
            ("特定健康診査の受診率", "％", [("", "34.1 38.7 41.2 60.0以上", "○")], "①"),
            ("特定保健指導の実施率", "％", [("", "22.8 31.5 29.6 60.0以上", "○")], "①"),
            ("がん検診の受診率", "％", [("胃がん", "11.6 9.8 8.9 50.0以上", "▲"), ("大腸がん", "21.4 20.3 19.7 50.0以上", "▲"), ("乳がん", "24.9 28.0 31.3 50.0以上", "○"), ("子宮頸がん", "26.5 27.7 30.2 50.0以上", "○")], "②"),
            ("糖尿病有病者（HbA1c6.5％以上）の割合", "％", [("", "8.4 8.9 9.7 8.4以下", "▲")], "①"),
        ]),
        ("栄養・食生活", [
            ("朝食を毎日食べる人の割合", "％", [("小学５年生", "91.2 90.4 88.7 100", "▲"), ("中学２年生", "85.6 84.9 85.3 95.0以上", "△"), ("20歳代", "58.3 56.0 54.1 70.0以上", "▲")], "③"),
            ("肥満者の割合（BMI25以上）", "％", [("男性", "28.7 31.4 33.9 28.0以下", "▲"), ("女性", "19.8 19.5 18.9 19.0以下", "◎")], "①"),
            ("野菜の１日当たり摂取量の平均値", "ｇ", [("", "262.4 258.8 － 350以上", "－")], "④"),
            ("食塩の１日当たり摂取量の平均値", "ｇ", [("男性", "11.2 10.8 10.6 8.0以下", "○"), ("女性", "9.6 9.2 9.1 7.0以下", "○")], "④"),
        ]),
        ("身体活動・運動", [
            ("運動習慣のある人の割合", "％", [("男性", "31.5 33.8 36.2 40.0以上", "○"), ("女性", "24.4 24.0 27.9 35.0以上", "○")], "③"),
            ("１日の歩数の平均値（20～64歳）", "歩", [("男性", "7,214 7,086 6,873 9,000以上", "▲"), ("女性", "6,102 6,240 6,315 8,500以上", "○")], "③"),
            ("あさなぎウォークの登録者数", "人", [("", "－ 1,205 2,864 2,000", "◎")], "②"),
        ]),
        ("たばこ・飲酒", [
            ("喫煙する人の割合", "％", [("男性", "29.6 25.1 22.3 20.0以下", "○"), ("女性", "8.1 7.4 6.0 6.0以下", "◎")], "③"),
            ("妊娠中に喫煙した人の割合", "％", [("", "4.2 2.6 1.3 0", "○")], "②"),
            ("１日３合以上飲酒する人の割合", "％", [("男性", "5.9 5.5 5.8 4.7以下", "△"), ("女性", "0.7 0.9 1.2 0.4以下", "▲")], "③"),
        ]),
        ("歯・口腔", [
            ("むし歯のない人の割合", "％", [("３歳児", "78.9 84.3 90.6 90.0以上", "◎"), ("12歳児", "61.0 68.8 74.5 75.0以上", "○")], "②"),
            ("定期的に歯科検診を受ける人の割合", "％", [("", "41.7 49.2 53.8 65.0以上", "○")], "③"),
        ]),
        ("こころの健康", [
            ("睡眠による休養を十分とれていない人の割合", "％", [("", "21.3 22.9 24.8 15.0以下", "▲")], "③"),
            ("自殺者数", "人", [("", "24 19 21 15以下", "○")], "⑤"),
            ("ゲートキーパー養成講座の受講者数（累計）", "人", [("", "86 512 1,174 1,000", "◎")], "②"),
        ]),
    ]  # fmt: skip
    columns = (("策定時 平成25年度", "baseline", 2013), ("中間評価 平成30年度", "actual", 2018), ("最終評価 令和５年度", "actual", 2023), ("目標 令和６年度", "target", 2024))  # fmt: skip
    head = [
        row(
            h("分野"),
            h("指　　標"),
            h("対象"),
            h("策定時<br>平成25年度"),
            h("中間評価<br>平成30年度"),
            h("最終評価<br>令和５年度"),
            h("目標<br>令和６年度"),
            h("達成<br>状況"),
            h("出典"),
        )
    ]
    rows, marks = [], dict.fromkeys("◎○△▲－", 0)
    counts = []
    for group, indicators in groups:
        own = dict.fromkeys("◎○△▲－", 0)
        first = True
        for name, unit, parts, source in indicators:
            kpi = truth.kpi(name, unit.replace("ｇ", "g") or None)
            for k, (part, texts, mark) in enumerate(parts):
                marks[mark] += 1
                own[mark] += 1
                line = [vertical(group, rs=sum(len(i[2]) for i in indicators))] if first else []
                first = False
                if k == 0:
                    line.append(c(name, "l", rs=len(parts), cs=1 if part else 2))
                if part:
                    line.append(c(part, "m"))
                for (period, role, year), text in zip(columns, texts.split(), strict=True):
                    number = text.removesuffix("以上").removesuffix("以下")
                    whole = number + unit + text[len(number) :] if text != "－" else text
                    kpi.add(period, role, year, printed(whole, unit), series=part)
                    line.append(c(whole, "m"))
                line.append(c(mark, "m"))
                if k == 0:
                    line.append(c(source, "m", rs=len(parts)))
                rows.append(row(*line))
        counts.append((group, own))
    summary = [row(h("分野"), *[h(m) for m in marks], h("計"))]
    for group, own in [*counts, ("合　計", marks)]:
        summary.append(row(c(group, "l"), *[c(n, "n") for n in own.values()], c(sum(own.values()), "n")))
    whole = sum(marks.values())
    summary.append(row(c("割　合", "l"), *[c(f"{n * 100 / whole:.1f}%", "n") for n in marks.values()], c("100.0%", "n")))  # fmt: skip
    body = (
        "<h1>第２章　健康あさなぎ21（第２次）の最終評価</h1><h2>１　指標の達成状況</h2>"
        "<p class='note'>　計画に掲げた指標について、策定時の値と直近の値を比べ、次の５区分で評価しました。目標に達した指標は全体の２割に満たず、特に生活習慣病の予防と栄養・食生活で悪化した指標が目立ちます。</p>"
        + table(summary, [34, 11, 11, 11, 11, 11, 11], style="width:72%;margin:2mm auto")
        + "<p class='note'>◎：目標に達した　○：目標に達していないが改善した　△：変わらない（±0.5ポイント以内等）　▲：悪化した　－：評価できない</p>"
        "<h2>２　分野別の指標の推移</h2>"
        + table(rows, [5, 27, 10, 11, 11, 11, 13, 6, 6], head=head)
        + "<p class='note'>出典：①国保特定健診等データ　②市の業務統計　③市民健康意識調査　④県民健康・栄養調査の圏域値（最終評価時は調査の中止により値なし）　⑤人口動態統計</p>"
    )
    css = "h1{font-size:13pt;text-align:left;border-bottom:1.5pt solid #2e75b6} h2{font-size:10.5pt;color:#1f4e79} th{background:#deeaf6} td{padding:1mm}"
    return Document(page(body, size="A4", margin="14mm 13mm", font=NOTO, pt=9, css=css), truth)


def environment() -> Document:
    """桐ケ原市: 環境基本計画 年次報告: 基準年度, four years, 対基準年度比, 中間目標 and 最終目標; kinds indented as lines."""
    truth = Truth("桐ケ原市", "桐ケ原市の環境（令和６年度版） 第３次環境基本計画 環境指標の状況")
    truth.notes += [
        "基準年度 = baseline 2013 (its own year where one is printed in brackets); the years beside it are actual. 対基準年度比 and 評価 are no values.",
        "部門 lines are series. （速報値） = preliminary. ー = not available; an empty cell is no value.",
    ]
    bands = [
        ("基本目標１　脱炭素社会の実現", [
            ("市域の温室効果ガス排出量", "千t-CO<sub>2</sub>", [("産業部門", "412.6|318.4|330.9|307.2|298.5（速報値）|265.0|206.0", "○"), ("業務その他部門", "158.3|119.7|117.4|112.8|108.1（速報値）|95.0|77.0", "○"), ("家庭部門", "171.9|138.2|129.6|121.5|119.3（速報値）|96.0|58.0", "△"), ("運輸部門", "204.7|181.0|176.3|178.8|177.9（速報値）|160.0|133.0", "△")], "ゼロカーボン推進課"),
            ("市の事務事業による温室効果ガス排出量", "t-CO<sub>2</sub>", [("", "18,240|14,906|15,113|14,022|13,671|11,900|9,100", "○")], "ゼロカーボン推進課"),
            ("再生可能エネルギー導入容量", "kW", [("", "9,860|27,415|29,708|31,226|33,050|38,000|52,000", "○")], "ゼロカーボン推進課"),
        ]),
        ("基本目標２　資源が循環するまち", [
            ("１人１日当たりごみ排出量", "g/人・日", [("", "968|941|927|906|884|870|820", "○")], "資源循環課"),
            ("リサイクル率", "％", [("", "21.4|19.8|19.5|19.1|18.7|24.0|28.0", "×")], "資源循環課"),
            ("最終処分量", "t/年", [("", "3,912|3,307|3,264|3,051|2,988|2,900|2,500", "○")], "クリーンセンター"),
            ("食品ロス協力店の登録数", "店", [("", "ー|12|26|41|58|80|150", "○")], "資源循環課"),
        ]),
        ("基本目標３　自然と共生するまち", [
            ("河川の水質（BOD）環境基準達成率", "％", [("", "83.3|100|91.7|100|100|100|100", "◎")], "環境保全課"),
            ("市民が守る里山の面積", "ha", [("", "14.2|17.6|17.6|18.9|19.4|20.0|25.0", "○")], "公園緑地課"),
            ("特定外来生物の防除活動の参加者数", "人", [("", "|64|88|152|137|200|300", "△")], "環境保全課"),
        ]),
        ("基本目標４　みんなで取り組むまち", [
            ("環境学習講座の参加者数", "人", [("", "1,320|208|415|996|1,284|1,500|2,000", "×")], "環境政策課"),
            ("環境に配慮した行動をしている市民の割合", "％", [("", "64.8（Ｈ29）|ー|71.3|ー|ー|75.0|85.0", "ー")], "環境政策課"),
            ("公害苦情件数", "件", [("", "118|143|131|109|102|100以下|80以下", "○")], "環境保全課"),
        ]),
    ]  # fmt: skip
    columns = (("基準年度", "baseline", 2013), ("Ｒ２", "actual", 2020), ("Ｒ３", "actual", 2021), ("Ｒ４", "actual", 2022), ("Ｒ５", "actual", 2023), ("中間目標 Ｒ７", "target", 2025), ("最終目標 Ｒ12", "target", 2030))  # fmt: skip
    head = [
        row(
            h("環　境　指　標", rs=2),
            h("単位", rs=2),
            h("基準年度"),
            h("実　績　値", cs=4),
            h("対基準<br>年度比", rs=2),
            h("中間目標"),
            h("最終目標"),
            h("評価", rs=2),
            h("担当課", rs=2),
        ),
        row(
            *[
                h(t)
                for t in (
                    "Ｈ25<br>(2013)",
                    "Ｒ２<br>(2020)",
                    "Ｒ３<br>(2021)",
                    "Ｒ４<br>(2022)",
                    "Ｒ５<br>(2023)",
                    "Ｒ７<br>(2025)",
                    "Ｒ12<br>(2030)",
                )
            ]
        ),
    ]
    rows = []
    for band, indicators in bands:
        rows.append(row(c(band, "l", cs=12, style="background:#e2efd9;font-weight:bold")))
        for name, unit, parts, office in indicators:
            kpi = truth.kpi(name, unit.replace("<sub>", "").replace("</sub>", ""), [office])
            if len(parts) > 1:
                rows.append(row(c(name, "l"), c(unit, "m"), *[c("") for _ in range(9)], c(office, "m", rs=len(parts) + 1)))  # fmt: skip
            for part, texts, mark in parts:
                cells = texts.split("|")
                for (period, role, year), text in zip(columns, cells, strict=True):
                    if "（Ｈ29）" in text:
                        period, year, figure = f"{period}（Ｈ29）", 2017, text.removesuffix("（Ｈ29）")
                    else:
                        figure = text
                    kpi.add(period, role, year, printed(figure), series=part)
                start, last = (x.split("（")[0].replace(",", "") for x in (cells[0], cells[4]))
                ratio = "ー"
                if start[:1].isdigit() and last[:1].isdigit():
                    change = (float(last) - float(start)) * 100 / float(start)
                    ratio = f"{'△' if change < 0 else ''}{abs(change):.1f}％"
                shown = [t.replace("（", "<br>（") for t in cells]
                label = c("　" + part, "l") + c("", "m") if part else c(name, "l") + c(unit, "m")
                rows.append(row(label, *[c(t, "n") for t in shown[:5]], c(ratio, "n", style="background:#f7f7f7"), *[c(t, "n") for t in shown[5:]], c(mark, "m"), "" if part else c(office, "m")))  # fmt: skip
    body = (
        "<h1>第３部　第３次桐ケ原市環境基本計画の進捗状況</h1><h2>第１節　環境指標の状況</h2>"
        "<p class='note'>　計画では、４つの基本目標ごとに環境指標を定め、毎年度の実績を公表しています。評価は、◎＝最終目標を達成、○＝中間目標に向けて順調、△＝改善したが遅れている、×＝基準年度より悪化又は横ばい、ー＝評価できない、としました。</p>"
        + table(rows, [23, 8, 7, 6.5, 6.5, 6.5, 8, 7, 7, 7, 4.5, 9], head=head)
        + "<p class='note'>※温室効果ガス排出量の令和５年度は速報値です。電力の排出係数の確定により、過去の値を見直すことがあります。<br>※市民の行動に関する割合は４年に１度のアンケート調査により把握しています。</p>"
    )
    css = "h1{font-size:13pt} h2{font-size:10.5pt} th{background:#c5e0b3} sub{font-size:70%} .note{line-height:1.5;margin-bottom:2mm}"
    return Document(page(body, size="A4 landscape", margin="12mm", font=IPAEX, pt=7.8, css=css), truth)


DOCUMENTS = {
    "b8_kpi_child_care": child_care,
    "b8_kpi_health_review": health_review,
    "b8_kpi_environment": environment,
}
