"""Ninth batch, made in a spreadsheet: works of a measure in order of contribution, and a list of reviewed works with staff cost."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations

from markup import yen
from truthfile import Odd, Truth, shown
from workbooks import CENTRE, HAIR, LEFT, RIGHT, Sheet

# number, measure, aim, bureau, 施策指標 [(name, unit, R4, R5, R6 actuals, R6 target, R8 target, what)],
# works [(name, office, R5, R6, [(indicator, unit, goal, actual)], trend, contribution, way)], judgement
MEASURES = [
    ("2-1", "商店街の活性化", "区民に身近な商店街がにぎわい、地域の暮らしを支えている。", "産業経済部",
     [("商店街の空き店舗率", "％", "8.9", "8.6", "8.1", "8.0", "7.0", "低いほどよい"),
      ("週に１回以上商店街を利用する区民の割合", "％", "52.4", "－", "54.0", "55.0", "60.0", "隔年の区民意識調査"),
      ("区内小売店の年間新規開業数", "件", "41", "47", "58", "50", "60", "保健所の許可などによる")],
     [("商店街イベント補助事業", "商業振興課", 84_216, 91_305, [("補助したイベントの来場者数", "人", "310,000", "328,460")], "↑", "高", "継続"),
      ("魅力ある個店づくり支援事業", "商業振興課", 8_094, 12_660, [("改装費を補助した店舗数", "店", "22", "24")], "↑", "高", "拡充"),
      ("商店街装飾灯維持補助事業", "商業振興課", 36_512, 35_988, [("ＬＥＤ化した装飾灯の割合", "％", "90.0", "93.4")], "→", "中", "継続"),
      ("空き店舗活用創業支援事業", "産業支援課", 15_330, 14_870, [("創業相談の件数", "件", "240", "203"), ("創業者数", "人", "12", "9")], "↓", "高", "改善"),
      ("キャッシュレス推進事業", "商業振興課", 102_400, 0, [("導入店舗数", "店", "－", "－")], "－", "低", "終了")],
     "Ｂ", "新規開業は目標を上回ったが、空き店舗率は目標に届かなかった。創業相談は件数が減っており、夜間と休日の相談日を設ける。"),
    ("2-2", "ものづくり産業の振興", "区内の工場が技術を受け継ぎ、新しい製品と取引を生み出している。", "産業経済部",
     [("製造業の事業所数", "所", "1,204", "1,176", "1,151", "1,160", "1,150", "減少を抑える"),
      ("区の支援により成立した商談の件数", "件", "88", "97", "112", "100", "120", "")],
     [("見本市出展支援事業", "産業支援課", 22_704, 25_118, [("出展した企業数", "社", "45", "48"), ("成立した商談の件数", "件", "100", "112")], "↑", "高", "拡充"),
      ("技術者育成講座運営事業", "産業支援課", 6_331, 6_480, [("受講者数", "人", "180", "166")], "→", "中", "継続"),
      ("工場アパート管理運営事業", "産業支援課", 48_915, 51_204, [("入居率", "％", "95.0", "97.2")], "→", "中", "継続"),
      ("中小企業融資あっせん事業", "経営支援課", 318_402, 276_533, [("あっせん件数", "件", "900", "814")], "↓", "中", "継続"),
      ("事業承継支援事業", "経営支援課", 4_208, 7_915, [("承継計画を策定した企業数", "社", "10", "13")], "↑", "高", "拡充")],
     "Ａ", "商談の件数は２年続けて増えた。廃業の理由の４割は後継者の不在であり、事業承継の支援を強める。"),
    ("2-3", "就労の支援", "働きたい区民が、それぞれに合った仕事に就いている。", "産業経済部",
     [("就労支援窓口を通じた就職者数", "人", "402", "431", "446", "450", "500", ""),
      ("若年者就職面接会の参加者数", "人", "515", "488", "530", "520", "560", "年４回の合計")],
     [("就労支援センター運営事業", "就労支援課", 61_330, 63_412, [("窓口の利用者数", "人", "5,200", "5,318")], "↑", "高", "継続"),
      ("若年者就労支援事業", "就労支援課", 18_206, 19_044, [("講座の受講者数", "人", "150", "151")], "↑", "高", "継続"),
      ("高齢者就業機会確保事業", "高齢福祉課", 42_118, 42_530, [("シルバー人材センター会員数", "人", Odd("2,000以上", "2000", "at_least"), "1,874")], "↓", "中", "改善"),
      ("障害者雇用促進事業", "障害福祉課", 9_615, 9_870, [("就労した人の１年後の定着率", "％", "85.0", "88.1")], "→", "中", "継続")],
     "Ａ", "就職者数は目標に近い水準にある。高齢者の会員数が減っており、短時間の仕事を広げる。"),
]  # fmt: skip


def ranked_works() -> Sheet:
    """翠川区: 施策評価表, a page a measure: indicators over three years, then its works in order with 歳出決算額 and 目的に対する指標."""
    truth = Truth("翠川区", "令和７年度 施策評価表（令和６年度実績）")
    truth.notes += [
        "施策指標: 令和４年度, 令和５年度, 令和６年度 under 実績値 = actual; 令和６年度 and 令和８年度 under 目標値 = target. Department of the measure = 主管部 (not in the truth, a bureau).",
        "構成事務事業: 歳出決算額 of 2023 and 2024 in 千円 = settlement; a printed 0 is 0. 令和６年度目標値 / 実績値 = target / actual of 2024; － is not_available. 推移, 貢献度 and 今後の方向性 are no figures. Department = 所管課.",
        "The 計 row is a total. The measure itself has no cost of its own.",
    ]
    s = Sheet(
        truth,
        [4.5, 27, 13, 12, 12, 29, 7, 11, 11, 11, 7, 7, 10],
        font="BIZ UDPGothic",
        size=8.5,
        landscape=True,
    )
    sheets = [s]
    blue, pale = "D9E2F3", "F2F2F2"
    for index, (code, measure, aim, bureau, kpis, works, grade, words) in enumerate(MEASURES):
        if index:
            page = s.workbook.create_sheet(f"施策{code}")
            s.workbook.active = index
            for letter, dimension in sheets[0].workbook.worksheets[0].column_dimensions.items():
                page.column_dimensions[letter].width = dimension.width
            page.page_setup.paperSize, page.page_setup.orientation = 9, "landscape"
            page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
            page.sheet_properties.pageSetUpPr.fitToPage = True
            page.print_options.horizontalCentered = True
            page.oddFooter.center.text = "- &P -"
            page.page_margins.left = page.page_margins.right = 0.5
        s.put(
            1,
            1,
            "令和７年度　施策評価表（令和６年度実績）",
            CENTRE,
            columns=13,
            ruled=False,
            bold=True,
            size=13,
        )
        s.put(2, 1, "施策番号", CENTRE, columns=1, fill=blue, size=7)
        s.put(2, 2, code, CENTRE)
        s.put(2, 3, "施策名", CENTRE, fill=blue)
        s.put(2, 4, measure, LEFT, columns=5, bold=True)
        s.put(2, 9, "主管部", CENTRE, columns=2, fill=blue)
        s.put(2, 11, bureau, CENTRE, columns=3)
        s.put(3, 1, "目指す姿", CENTRE, columns=2, fill=blue)
        s.put(3, 3, aim, LEFT, columns=11)
        s.height(1, 1, 22)
        s.height(2, 3, 18)
        s.put(5, 1, "１　施策指標", LEFT, columns=6, ruled=False, bold=True)
        s.put(6, 1, "指　標　名", CENTRE, rows=2, columns=3, fill=blue)
        s.put(6, 4, "単位", CENTRE, rows=2, fill=blue)
        s.put(6, 5, "備　考", CENTRE, rows=2, columns=2, fill=blue)
        s.put(6, 7, "実績値", CENTRE, columns=3, fill=blue)
        s.line(7, 7, ["令和\n４年度", "令和\n５年度", "令和\n６年度"], fill=blue)
        s.put(6, 10, "目標値", CENTRE, columns=3, fill=blue)
        s.put(7, 10, "令和\n６年度", CENTRE, fill=blue)
        s.put(7, 11, "令和\n８年度", CENTRE, columns=2, fill=blue)
        s.put(6, 13, "達成状況", CENTRE, rows=2, fill=blue)
        s.height(7, 7, 26)
        r = 8
        for name, unit, a, b, d, goal, last, note in kpis:
            kpi = truth.kpi(name, unit)
            for year, text, role in (
                (2022, a, "actual"),
                (2023, b, "actual"),
                (2024, d, "actual"),
                (2024, goal, "target"),
                (2026, last, "target"),
            ):
                kpi.add(f"令和{'４５６７８'[year - 2022]}年度", role, year, text)
            s.put(r, 1, name, LEFT, columns=3)
            s.put(r, 4, unit, CENTRE)
            s.put(r, 5, note, LEFT, columns=2, size=7.5)
            s.line(r, 7, [a, b, d, goal], RIGHT)
            s.put(r, 11, last, RIGHT, columns=2)
            better = float(d.replace(",", "")) >= float(goal.replace(",", ""))
            s.put(r, 13, "○" if better != (note == "低いほどよい") else "△", CENTRE)
            s.height(r, r, 20)
            r += 1
        r += 1
        s.put(r, 1, "２　施策を構成する事務事業（貢献度の高い順）", LEFT, columns=6, ruled=False, bold=True)
        r += 1
        for column, title in (
            (1, "番\n号"),
            (2, "事務事業名"),
            (3, "所管課"),
            (11, "推移"),
            (12, "貢献\n度"),
            (13, "今後の\n方向性"),
        ):
            s.put(r, column, title, CENTRE, rows=2, fill=blue)
        s.put(r, 4, "歳出決算額（千円）", CENTRE, columns=2, fill=blue)
        s.line(r + 1, 4, ["令和５年度", "令和６年度"], fill=blue)
        s.put(r, 6, "目的に対する指標", CENTRE, columns=4, fill=blue)
        s.put(r, 10, "達成率\n（％）", CENTRE, rows=2, fill=blue)
        s.line(r + 1, 6, ["指標名", "単位", "令和６年度\n目標値", "令和６年度\n実績値"], fill=blue)
        s.height(r, r, 16)
        s.height(r + 1, r + 1, 26)
        r += 2
        sums = [0, 0]
        order = sorted(works, key=lambda w: "高中低".index(w[6]))
        for number, (name, office, last, this, figures, trend, given, way) in enumerate(order, 1):
            span = len(figures)
            project = truth.project(name, [office])
            project.add(2023, "settlement", "", last, yen(last))
            project.add(2024, "settlement", "", this, yen(this))
            sums = [sums[0] + last, sums[1] + this]
            for column, text, across in (
                (1, number, CENTRE),
                (2, name, LEFT),
                (3, office, CENTRE),
                (4, yen(last), RIGHT),
                (5, yen(this), RIGHT),
                (11, trend, CENTRE),
                (12, given, CENTRE),
                (13, way, CENTRE),
            ):
                s.put(r, column, text, across, rows=span)
            for i, (label, unit, goal, got) in enumerate(figures):
                kpi = truth.kpi(label, unit, [office])
                kpi.add("令和６年度 目標値", "target", 2024, goal)
                kpi.add("令和６年度 実績値", "actual", 2024, got)
                s.put(r + i, 6, label)
                s.put(r + i, 7, unit, CENTRE)
                plain = goal.value if isinstance(goal, Odd) else goal.replace(",", "")
                ratio = "－" if got == "－" else f"{float(got.replace(',', '')) / float(plain) * 100:.1f}"
                s.line(r + i, 8, [shown(goal), got, ratio], RIGHT)
                s.height(r + i, r + i, 22)
            r += span
        total = truth.project(f"{measure} 計", total=True)
        for year, amount in zip((2023, 2024), sums):
            total.add(year, "settlement", "", amount, yen(amount))
        s.put(r, 1, "計", CENTRE, columns=3, fill=pale)
        s.line(r, 4, [yen(x) for x in sums], RIGHT, pale)
        s.put(r, 6, "", columns=8, fill=pale)
        s.height(r, r, 18)
        r += 2
        s.put(r, 1, "３　施策の評価", LEFT, columns=6, ruled=False, bold=True)
        s.put(r + 1, 1, "総合評価", CENTRE, columns=2, fill=blue)
        s.put(r + 1, 3, grade, CENTRE, size=12)
        s.put(r + 1, 4, words, LEFT, columns=10)
        s.height(r + 1, r + 1, 34)
        s.put(
            r + 2,
            1,
            "※総合評価　Ａ：順調に進んでいる　Ｂ：おおむね順調に進んでいる　Ｃ：進んでいない",
            LEFT,
            columns=13,
            ruled=False,
            size=7.5,
        )
    s.workbook.active = 0
    return s


# part, [(number, name, office, R5 事業費, R5 人件費, R6 事業費, R6 人件費, three grades, whole, way, words)]
REVIEWS = [
    ("総務部", [
        ("101", "庁舎管理事業", "総務課", 118_204, 9_120, 121_660, 9_350, "ABB", "Ｂ", "現状維持", "清掃と警備の仕様を見直し、次の契約から５年の長期契約とする。"),
        ("102", "職員研修事業", "人事課", 7_318, 6_840, 8_205, 7_010, "AAB", "Ａ", "拡充", "管理職の研修を必修とする。"),
        ("103", "市史編さん事業", "総務課", 4_912, 13_680, 5_330, 14_025, "BBC", "Ｃ", "見直し", "刊行の計画が２年遅れており、編さんの範囲を絞る。"),
        ("104", "選挙啓発事業", "選挙管理委員会事務局", 312, 1_140, 288, 1_169, "ABB", "Ｂ", "現状維持", "高校での模擬投票を３校で行う。"),
    ]),
    ("市民生活部", [
        ("201", "消費生活相談事業", "市民生活課", 9_844, 4_560, 10_106, 4_675, "AAA", "Ａ", "現状維持", "若い世代に向け、ＳＮＳによる周知を増やす。"),
        ("202", "国際交流事業", "市民協働課", 3_205, 5_700, 0, 2_338, "BCC", "Ｄ", "休止", "姉妹都市との派遣を休止し、オンラインの交流に改める。"),
        ("203", "し尿収集事業", "環境課", 62_317, 3_420, 58_944, 3_506, "ABB", "Ｂ", "縮小", "下水道の普及により収集量が減り、車両を１台減らす。"),
        ("204", "食品ロス削減推進事業", "環境課", None, None, 1_980, 2_338, "ABB", "Ｂ", "拡充", "令和６年度に始めた事業。協力店を40店から80店に増やす。"),
    ]),
    ("福祉保健部", [
        ("301", "敬老祝金支給事業", "高齢福祉課", 21_650, 2_280, 22_140, 2_338, "CBB", "Ｃ", "見直し", "88歳の祝金を商品券に改める。"),
        ("302", "緊急通報システム事業", "高齢福祉課", 14_208, 1_710, 13_775, 1_753, "AAB", "Ａ", "現状維持", "固定電話のない世帯に携帯型の端末を貸し出す。"),
        ("303", "ひとり親家庭等医療費助成事業", "子育て支援課", 48_216, 3_990, 46_903, 4_091, "AAB", "Ａ", "現状維持", "所得の確認を電算で行い、書類の提出をなくす。"),
        ("304", "乳幼児健康診査事業", "健康課", 16_339, 18_240, 16_804, 18_700, "AAA", "Ａ", "現状維持", "未受診の家庭は全て訪問により状況を確かめた。"),
        ("305", "地域活動支援センター事業", "障がい福祉課", 33_718, 1_710, 34_250, 1_753, "ABB", "Ｂ", "現状維持", "利用者が減ったⅢ型の１か所を統合する。"),
    ]),
    ("建設部", [
        ("401", "道路照明灯維持管理事業", "土木管理課", 28_114, 4_560, 24_730, 4_675, "AAA", "Ａ", "現状維持", "ＬＥＤ化が終わり、電気料金が３割減った。"),
        ("402", "公園里親推進事業", "公園緑地課", 1_206, 2_850, 1_318, 2_922, "ABA", "Ａ", "拡充", "団体が５つ増え、31団体となった。"),
        ("403", "市営住宅維持修繕事業", "建築住宅課", 41_230, 6_840, 44_918, 7_010, "ABC", "Ｂ", "改善", "空き住戸の修繕をまとめて発注し、工期を短くする。"),
    ]),
    ("教育委員会", [
        ("501", "通学路安全対策事業", "学校教育課", 5_416, 3_420, 6_022, 3_506, "AAB", "Ａ", "現状維持", "合同点検で見つかった28か所の対策を年度内に終えた。"),
        ("502", "公民館講座開催事業", "生涯学習課", 6_830, 15_960, 6_512, 16_363, "BBB", "Ｂ", "改善", "受講者の固定化が進み、夜間の講座を増やす。"),
        ("503", "市民体育祭開催事業", "スポーツ振興課", 4_118, 9_120, 4_306, 9_350, "BCC", "Ｃ", "見直し", "参加する地区が半数を下回り、種目と開催の形を改める。"),
        ("504", "埋蔵文化財調査事業", "文化財課", 12_744, 20_520, 18_390, 21_038, "AAB", "Ａ", "現状維持", "開発に伴う調査が９件と増えた。"),
    ]),
]  # fmt: skip


def reviewed_works() -> Sheet:
    """砂越市: 事務事業評価結果一覧: 事業費, 人件費, 合計 under two years, three grades, 総合評価, 今後の方向性; bureau written downwards, hair lines."""
    truth = Truth("砂越市", "令和７年度 事務事業評価結果一覧（令和６年度実施事業）")
    truth.notes += [
        "事業費, 人件費 and 合計 under each year are 決算: settlement. 合計 (事業費 + 人件費) is the whole (component ''); 事業費 and 人件費 are components of it. － is no amount; a printed 0 is 0.",
        "番号 stands in a column of its own. Department = 担当課; 部 is written downwards. Grades and 今後の方向性 are no figures. 合計 row at the end is a total.",
    ]
    s = Sheet(
        truth,
        [4, 5.5, 30, 17, 11, 11, 11, 11, 11, 11, 5.5, 5.5, 5.5, 7, 11, 42],
        font="IPAPGothic",
        size=9,
        landscape=True,
        inner=HAIR,
    )
    grey, pale = "D9D9D9", "F2F2F2"
    s.put(
        1,
        1,
        "令和７年度　事務事業評価結果一覧（令和６年度実施事業）",
        LEFT,
        columns=12,
        ruled=False,
        bold=True,
        size=13,
    )
    s.put(2, 13, "（金額の単位：千円）", RIGHT, columns=4, ruled=False)
    for column, title in (
        (1, "部"),
        (2, "番号"),
        (3, "事　務　事　業　名"),
        (4, "担　当　課"),
        (14, "総合\n評価"),
        (15, "今後の\n方向性"),
        (16, "評価の理由・改善の内容"),
    ):
        s.put(3, column, title, CENTRE, rows=2, fill=grey)
    s.put(3, 5, "令和５年度決算", CENTRE, columns=3, fill=grey)
    s.put(3, 8, "令和６年度決算", CENTRE, columns=3, fill=grey)
    s.line(4, 5, ["事業費", "人件費", "合計"] * 2, fill=grey)
    s.put(3, 11, "評価の視点", CENTRE, columns=3, fill=grey)
    s.line(4, 11, ["必要性", "有効性", "効率性"], fill=grey)
    for column in (11, 12, 13):
        s.sheet.cell(4, column).font = s.sheet.cell(4, column).font.copy(size=7)
    s.height(3, 4, 18)
    r, sums = 5, [0] * 6
    for part, works in REVIEWS:
        s.put(r, 1, part, CENTRE, rows=len(works), down=True)
        for number, name, office, c5, p5, c6, p6, grades, whole, way, words in works:
            project = truth.project(name, [office])
            old = None if c5 is None else c5 + p5
            values = [c5, p5, old, c6, p6, c6 + p6]
            for year, (cost, people, both) in ((2023, values[:3]), (2024, values[3:])):
                project.add(year, "settlement", "事業費", cost, yen(cost))
                project.add(year, "settlement", "人件費", people, yen(people))
                project.add(year, "settlement", "", both, yen(both))
            sums = [a + (b or 0) for a, b in zip(sums, values)]
            s.put(r, 2, number, CENTRE)
            s.put(r, 3, name)
            s.put(r, 4, office, CENTRE, size=8)
            s.line(r, 5, [yen(x, empty="－") for x in values], RIGHT)
            s.line(
                r, 11, [*[g.translate(str.maketrans("ABC", "ＡＢＣ")) for g in grades], whole, way], CENTRE
            )
            s.put(r, 16, words, size=8)
            s.height(r, r, 24)
            r += 1
    total = truth.project("合計", total=True)
    for year, amount in ((2023, sums[2]), (2024, sums[5])):
        total.add(year, "settlement", "", amount, yen(amount))
    s.put(r, 1, "合　　　計", CENTRE, columns=4, fill=pale)
    s.line(r, 5, [yen(x) for x in sums], RIGHT, pale)
    s.put(r, 11, "", columns=6, fill=pale)
    s.height(r, r, 20)
    s.put(
        r + 1,
        1,
        "※人件費は、職員１人当たりの平均給与（令和６年度5,844千円ほか）に従事割合を乗じたもの。　評価　Ａ：高い　Ｂ：やや高い　Ｃ：低い　　総合評価　Ａ～Ｄ",
        LEFT,
        columns=16,
        ruled=False,
        size=8,
    )
    s.sheet.print_title_rows = "2:4"
    return s


DOCUMENTS = {"b9_measure_ranked_works": ranked_works, "b9_review_staff_cost": reviewed_works}
