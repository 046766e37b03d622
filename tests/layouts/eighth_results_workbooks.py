"""Eighth batch, made in a spreadsheet: results of measures with last year's settlement, a list of reviews, shares below amounts."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations

from markup import rate, yen
from openpyxl.styles import Alignment
from truthfile import Odd, Truth, shown
from workbooks import CENTRE, HAIR, LEFT, RIGHT, Sheet

FUNDS = ("国庫支出金", "県支出金", "地方債", "その他", "一般財源")


def results_list() -> Sheet:
    """萱津川市: 主要な施策の成果: 款 written downwards, office in brackets under the name, this and last year's 決算額, funds, 計 rows."""
    truth = Truth("萱津川市", "令和５年度 主要な施策の成果に関する説明書（一般会計）")
    truth.notes += [
        "The office stands in （ ） below the name in the same cell: department, no part of the name.",
        "Ａ is the settlement of 2023, Ｂ that of 2022; funds are those of 2023. An empty fund is no amount. 計 rows of a 款 and 総計 are totals.",
    ]
    s = Sheet(truth, [4, 6.5, 25, 11, 11, 11, 10, 10, 10, 10, 11, 33], font="IPAPGothic", size=8.5, landscape=True, inner=HAIR)
    #  款, [(款項目, name, office, this, last, 国, 県, 債, その他, what)]
    data = [
        ("総務費", [
            ("2-1-5", "庁舎非常用電源整備事業", "管財課", 61_270, 0, 0, 0, 55_100, 0, "本庁舎の非常用発電機を更新し、72時間の稼働に必要な燃料槽を設けた。"),
            ("2-1-8", "ふるさとかやつ応援寄附金事業", "財政課", 214_906, 178_355, 0, 0, 0, 214_906, "寄附件数は18,204件、寄附額は4億1,377万円であった。返礼品は新たに42品を加えた。"),
            ("2-1-11", "行政手続オンライン化推進事業", "デジタル推進課", 24_871, 31_402, 12_435, 0, 0, 0, "子育て、介護の26手続に加え、転出届など15手続を電子申請の対象とした。申請件数3,968件"),
        ]),
        ("民生費", [
            ("3-1-1", "重層的支援体制整備事業", "福祉総務課", 48_332, 22_610, 24_166, 12_083, 0, 0, "相談支援包括化推進員を３人配置した。複合的な課題を抱える世帯への支援 87世帯"),
            ("3-1-4", "介護施設等整備費補助事業", "高齢者支援課", 39_200, 112_500, 0, 39_200, 0, 0, "看護小規模多機能型居宅介護事業所１か所の整備に補助した。"),
            ("3-2-1", "子ども医療費助成事業", "こども課", 298_417, 231_944, 0, 61_205, 0, 34_000, "令和５年10月から対象を高校生世代に広げた。助成件数 延べ152,330件"),
            ("3-2-2", "私立保育所等運営費負担金", "保育課", 1_706_118, 1_688_730, 772_364, 386_182, 0, 141_055, "18園 延べ23,916人（前年度 延べ24,108人）"),
            ("3-2-5", "児童クラブ施設整備事業", "こども課", 87_604, 0, 29_201, 29_201, 21_800, 0, "東小学校区に定員80人の児童クラブ棟を建設した。"),
        ]),
        ("衛生費", [
            ("4-1-2", "新型コロナウイルスワクチン接種事業", "健康増進課", 176_520, 402_817, 176_520, 0, 0, 0, "春開始接種 9,882人、秋開始接種 13,405人"),
            ("4-1-3", "出産・子育て応援給付金事業", "健康増進課", 55_350, 38_900, 36_900, 9_225, 0, 0, "妊娠時 541人、出産時 566人に給付し、面談を全員に行った。"),
            ("4-2-2", "ごみ焼却施設基幹的設備改良事業", "資源循環課", 1_124_860, 366_300, 341_920, 0, 704_600, 0, "令和４年度から３か年の継続事業。２号炉の改良を終えた。進捗率 62.0％"),
        ]),
        ("土木費", [
            ("8-2-3", "橋りょう長寿命化修繕事業", "道路維持課", 203_911, 188_240, 112_151, 0, 82_500, 0, "修繕 6橋、点検 71橋。点検の結果、早期に措置を要する橋は9橋となった。"),
            ("8-3-1", "準用河川しまざき川改修事業", "河川課", 95_480, 95_216, 31_800, 0, 57_300, 0, "護岸工 L=184m、用地取得 612㎡"),
            ("8-4-3", "かやつ中央公園再整備事業", "公園緑地課", 142_700, 12_870, 71_350, 0, 64_200, 0, "大型遊具、バリアフリートイレを設け、芝生広場を拡張した。"),
            ("8-5-1", "空家等対策推進事業", "住宅政策課", 6_918, 7_305, 3_113, 0, 0, 0, "除却補助 9件、空家バンクの成約 14件、略式代執行 0件"),
        ]),
        ("教育費", [
            ("10-1-3", "学校給食費保護者負担軽減事業", "学校給食課", 128_366, 54_703, 91_500, 0, 0, 0, "物価高騰分の食材費を補助し、給食費を１食当たり小学校48円、中学校55円軽減した。"),
            ("10-2-1", "小学校特別教室空調設備整備事業", "教育総務課", 236_181, 0, 78_727, 0, 141_700, 0, "12校 97教室に設置した。"),
            ("10-5-4", "文化財保存活用地域計画策定事業", "文化財課", 4_180, 5_060, 2_090, 0, 0, 0, "計画案をまとめ、パブリックコメントを行った（意見 23件）。"),
        ]),
    ]
    s.put(1, 1, "令和５年度　主要な施策の成果に関する説明書（一般会計）", CENTRE, columns=12, ruled=False, bold=True, size=13)
    s.put(2, 11, "（単位：千円）", RIGHT, columns=2, ruled=False)
    grey = "D9D9D9"
    s.put(3, 1, "款", CENTRE, rows=2, fill=grey)
    s.put(3, 2, "款項目", CENTRE, rows=2, fill=grey)
    s.put(3, 3, "事　業　名\n（担　当　課）", CENTRE, rows=2, fill=grey)
    s.put(3, 4, "令和５年度\n決算額　Ａ", CENTRE, rows=2, fill=grey)
    s.put(3, 5, "令和４年度\n決算額　Ｂ", CENTRE, rows=2, fill=grey)
    s.put(3, 6, "増　減\nＡ－Ｂ", CENTRE, rows=2, fill=grey)
    s.put(3, 7, "令和５年度決算額の財源内訳", CENTRE, columns=5, fill=grey)
    s.line(4, 7, FUNDS, fill=grey)
    s.put(3, 12, "事業の内容及び成果", CENTRE, rows=2, fill=grey)
    r, grand = 5, [0] * 8
    for item, works in data:
        s.put(r, 1, item, CENTRE, rows=len(works) + 1, down=True)
        sums = [0] * 8
        for code, name, office, this, last, *special, what in works:
            funds = [*special, this - sum(special)]
            assert funds[-1] >= 0, name
            project = truth.project(name, [office], change_yen=(this - last) * 1000, activity=what)
            project.add(2023, "settlement", "", this, yen(this))
            project.add(2022, "settlement", "", last or None, yen(last))
            for label, amount in zip(FUNDS, funds, strict=True):
                project.add(2023, "settlement", label, amount or None, yen(amount))
            line = [this, last, this - last, *funds]
            sums = [a + b for a, b in zip(sums, line)]
            s.put(r, 2, code, CENTRE)
            s.put(r, 3, f"{name}\n（{office}）")
            s.line(r, 4, [yen(this), yen(last or None, empty="－"), yen(this - last), *[yen(f or None) for f in funds]], RIGHT)
            s.put(r, 12, what)
            s.height(r, r, 42)
            r += 1
        total = truth.project(f"{item}計", total=True, change_yen=sums[2] * 1000)
        total.add(2023, "settlement", "", sums[0], yen(sums[0]))
        s.put(r, 2, "計", CENTRE, columns=2, fill="F2F2F2")
        s.line(r, 4, [yen(x) for x in sums], RIGHT, "F2F2F2")
        s.put(r, 12, "", fill="F2F2F2")
        s.height(r, r, 18)
        grand = [a + b for a, b in zip(grand, sums)]
        r += 1
    total = truth.project("総計", total=True, change_yen=grand[2] * 1000)
    total.add(2023, "settlement", "", grand[0], yen(grand[0]))
    s.put(r, 1, "総　　計", CENTRE, columns=3, fill=grey)
    s.line(r, 4, [yen(x) for x in grand], RIGHT, grey)
    s.put(r, 12, "", fill=grey)
    s.height(r, r, 20)
    s.put(r + 1, 1, "※款項目の欄は予算科目の番号。令和４年度の決算額がない事業は、令和５年度の新規事業である。", columns=12, ruled=False, size=8)
    s.height(3, 4, 16)
    s.sheet.print_title_rows = "2:4"
    return s


def review_scores() -> Sheet:
    """白群市: 事務事業評価結果一覧: 決算額 of two years, 人工, one or two indicators a project, four scores and their sum, A3."""
    truth = Truth("白群市", "令和６年度 事務事業評価結果一覧表（令和５年度実施事業）")
    truth.notes += [
        "決算額 in 千円. 人工, 達成率, scores, 合計点 and ranks are no figures of the truth.",
        "目標値 and 実績値 under 指標（令和５年度）. Department = 所管課; 施策 is merged over several 所管課. Two indicators share the cells of their project.",
    ]
    s = Sheet(truth, [4.5, 9, 13, 25, 7, 11, 11, 6, 26, 6.5, 9.5, 9.5, 7.5, 4.5, 4.5, 4.5, 4.5, 5.5, 5.5, 5.5, 9, 28], font="BIZ UDPGothic", size=8, landscape=True)
    s.sheet.page_setup.paperSize = 8
    offices = [
        ("1-1 市民サービス", "市民課", [
            ("窓口業務委託事業", "経常", 48_210, 50_336, "1.20", [("窓口の平均待ち時間", "分", "12.0", "10.4", "115.4")], "4344", "Ａ", "Ａ", "継続", "繁忙期の３月も待ち時間が20分以内に収まった。"),
            ("旅券発給事務", "経常", 3_906, 4_118, "0.90", [("旅券の申請件数", "件", "3,000", "3,472", "115.7")], "4333", "Ｂ", "Ｂ", "継続", "電子申請の割合が31％に伸びた。"),
        ]),
        ("1-1 市民サービス", "市民協働課", [
            ("自治会活動支援事業", "政策", 61_804, 61_240, "2.30", [("自治会加入率", "％", "70.0", "64.1", "91.6"), ("役員研修会の参加者数", "人", "200", "158", "79.0")], "3222", "Ｃ", "Ｃ", "改善", "加入率の低下が続く。役員の負担を減らす電子回覧の試行を20自治会に広げる。"),
            ("市民活動センター運営事業", "経常", 18_677, 19_025, "0.50", [("登録団体数", "団体", "240", "251", "104.6")], "4343", "Ａ", "Ｂ", "継続", "登録団体は増えたが、会議室の利用率は52％にとどまる。"),
            ("多文化共生推進事業", "政策", 7_230, 9_884, "1.10", [("日本語教室の受講者数", "人", "150", "197", "131.3"), ("やさしい日本語研修の受講者数", "人", "80", "80", "100.0")], "4443", "Ａ", "Ａ", "拡充", "受講を待つ人が40人おり、教室を２か所増やす必要がある。"),
        ]),
        ("3-2 循環型社会", "脱炭素推進課", [
            ("住宅用蓄電池設置補助事業", "政策", 30_000, 45_000, "0.80", [("補助件数", "件", "450", "450", "100.0")], "4334", "Ａ", "Ａ", "拡充", "受付開始から２か月で予算額に達した。"),
            ("公共施設ＬＥＤ化事業", "政策", None, 128_450, "0.60", [("ＬＥＤ化した施設数", "施設", "14", "14", "100.0"), ("電気使用量の削減率", "％", "15.0", "17.2", "114.7")], "4444", "Ａ", "Ａ", "継続", "令和８年度までに残る31施設で行う。"),
        ]),
        ("3-2 循環型社会", "クリーン推進課", [
            ("資源物分別収集事業", "経常", 214_530, 221_907, "3.40", [("資源化率", "％", "24.0", "22.7", "94.6")], "4323", "Ｂ", "Ｂ", "改善", "製品プラスチックの分別収集を令和７年度に始める。"),
            ("不法投棄対策事業", "経常", 5_118, 4_963, "1.50", [("不法投棄の回収量", "ｔ", Odd("20以下", "20", "at_most"), "23.6", "－")], "4332", "Ｂ", "Ｂ", "継続", "監視カメラを置いた９か所では回収量が半減した。"),
            ("生ごみ処理機購入補助事業", "政策", 1_240, 760, "0.30", [("補助件数", "基", "60", "31", "51.7")], "3221", "Ｃ", "Ｄ", "廃止", "申請が３年続けて減り、普及の役割を終えた。"),
        ]),
        ("2-4 福祉の充実", "長寿課", [
            ("認知症高齢者見守り事業", "政策", 4_377, 4_902, "0.70", [("見守りシール登録者数", "人", "180", "203", "112.8"), ("声かけ訓練の実施回数", "回", "12", "9", "75.0")], "4343", "Ａ", "Ａ", "継続", "訓練は感染症のため春に３回中止した。"),
            ("老人福祉センター管理運営事業", "経常", 72_018, 75_660, "0.40", [("延べ利用者数", "人", "60,000", "48,215", "80.4")], "3222", "Ｃ", "Ｃ", "縮小", "２館を１館に統合する方針を令和６年度中に示す。"),
        ]),
        ("2-4 福祉の充実", "障害福祉課", [
            ("手話通訳者派遣事業", "経常", 6_440, 7_015, "0.50", [("派遣件数", "件", "380", "412", "108.4")], "4443", "Ａ", "Ａ", "継続", "遠隔手話の利用が68件あった。"),
            ("重度障害者タクシー利用助成事業", "経常", 19_836, 20_112, "0.60", [("助成券の利用率", "％", "75.0", "71.9", "95.9")], "4333", "Ｂ", "Ｂ", "継続", "対応する車両の不足で予約が取れないとの声がある。"),
        ]),
    ]
    blue = "DDEBF7"
    s.put(1, 1, "令和６年度　事務事業評価結果一覧表（令和５年度実施事業）", LEFT, columns=22, ruled=False, bold=True, size=14)
    s.put(2, 1, "評価の視点：４ 高い　３ やや高い　２ やや低い　１ 低い　　　一次評価：担当課　二次評価：行政評価委員会", LEFT, columns=22, ruled=False, size=7.5)
    for column, title in ((1, "No."), (2, "施策"), (3, "所管課"), (4, "事務事業名"), (5, "事業\n区分"), (8, "人工\n（人）"), (18, "合\n計\n点"), (19, "一次\n評価"), (20, "二次\n評価"), (21, "今後の\n方向性"), (22, "評価の理由")):
        s.put(3, column, title, CENTRE, rows=2, fill=blue)
    s.put(3, 6, "決算額（千円）", CENTRE, columns=2, fill=blue)
    s.line(4, 6, ["令和４年度", "令和５年度"], fill=blue)
    s.put(3, 9, "指標（令和５年度）", CENTRE, columns=5, fill=blue)
    s.line(4, 9, ["名称", "単位", "目標値", "実績値", "達成率\n（％）"], fill=blue)
    s.put(3, 14, "評価の視点", CENTRE, columns=4, fill=blue)
    s.line(4, 14, ["必要性", "効率性", "手段の適切性", "目的達成度"], fill=blue)
    for column in range(14, 18):
        s.sheet.cell(4, column).alignment = Alignment(horizontal=CENTRE, vertical=CENTRE, text_rotation=255, shrink_to_fit=True)
    s.height(3, 3, 16)
    s.height(4, 4, 62)
    r, number, sums = 5, 0, [0, 0]
    parts: dict[str, list[int]] = {}
    for part, office, works in offices:
        start = r
        for name, sort, last, this, people, kpis, scores, one, two, way, why in works:
            number += 1
            span = len(kpis)
            project = truth.project(name, [office])
            project.add(2022, "settlement", "", last, yen(last))
            project.add(2023, "settlement", "", this, yen(this))
            sums = [sums[0] + (last or 0), sums[1] + this]
            for column, text, across in ((1, number, CENTRE), (4, name, LEFT), (5, sort, CENTRE), (6, yen(last, empty="－"), RIGHT), (7, yen(this), RIGHT), (8, people, RIGHT)):
                s.put(r, column, text, across, rows=span)
            for i, (label, unit, goal, got, ratio) in enumerate(kpis):
                kpi = truth.kpi(label, unit, [office])
                kpi.add("指標（令和５年度） 目標値", "target", 2023, goal)
                kpi.add("指標（令和５年度） 実績値", "actual", 2023, got)
                s.put(r + i, 9, label)
                s.put(r + i, 10, unit, CENTRE)
                s.line(r + i, 11, [shown(goal), got, ratio], RIGHT)
                s.height(r + i, r + i, 52 if span == 1 else 32)
            for i, score in enumerate(scores):
                s.put(r, 14 + i, score, CENTRE, rows=span)
            s.put(r, 18, sum(int(x) for x in scores), CENTRE, rows=span)
            for column, text, across in ((19, one, CENTRE), (20, two, CENTRE), (21, way, CENTRE), (22, why, LEFT)):
                s.put(r, column, text, across, rows=span)
            r += span
        s.put(start, 3, office, CENTRE, rows=r - start)
        parts.setdefault(part, [start, r])[1] = r
    for part, (start, end) in parts.items():
        s.put(start, 2, part, CENTRE, rows=end - start)
    total = truth.project("合計", total=True)
    total.add(2022, "settlement", "", sums[0], yen(sums[0]))
    total.add(2023, "settlement", "", sums[1], yen(sums[1]))
    s.put(r, 1, "合　　　計", CENTRE, columns=5, fill=blue)
    s.line(r, 6, [yen(sums[0]), yen(sums[1])], RIGHT, blue)
    s.put(r, 8, "", columns=15, fill=blue)
    s.height(r, r, 20)
    s.sheet.print_title_rows = "3:4"
    return s


def shares_below() -> Sheet:
    """藤黄町: 一般会計歳出決算額の推移: amount above its share in per cent, five years, 目的別 and 性質別 one below the other."""
    truth = Truth("藤黄町", "令和５年度決算 一般会計歳出決算額の推移（目的別・性質別）")
    truth.notes += [
        "Upper line 千円 = settlement of the year of the column, lower line per cent (構成比): not in the truth. － is no amount.",
        "款 and kinds of expense are projects where they are the rows. 総額, 義務的経費 and 投資的経費 (sums of rows below them) are totals.",
        "Justifying spaces in the names are removed.",
    ]
    s = Sheet(truth, [4, 4, 20, 14, 14, 14, 14, 14], font="IPAPMincho", size=9.5, inner=HAIR)
    years = [("令和元年度", 2019), ("令和２年度", 2020), ("令和３年度", 2021), ("令和４年度", 2022), ("令和５年度", 2023)]
    aims = [
        ("議　会　費", [98_416, 95_203, 94_877, 96_120, 97_344]),
        ("総　務　費", [1_104_826, 2_788_310, 1_215_407, 1_340_955, 1_297_618]),
        ("民　生　費", [2_306_114, 2_398_705, 2_870_236, 2_644_190, 2_751_083]),
        ("衛　生　費", [611_470, 640_922, 798_355, 775_041, 702_216]),
        ("労　働　費", [5_210, 5_180, 4_966, 5_004, 4_870]),
        ("農林水産業費", [402_633, 388_950, 417_208, 455_136, 430_771]),
        ("商　工　費", [146_204, 402_577, 318_640, 276_811, 198_503]),
        ("土　木　費", [884_305, 826_441, 902_117, 860_338, 941_250]),
        ("消　防　費", [386_120, 371_908, 369_455, 402_780, 377_914]),
        ("教　育　費", [780_662, 1_102_345, 866_470, 912_505, 1_020_633]),
        ("災害復旧費", [61_844, 212_370, 40_115, None, 8_706]),
        ("公　債　費", [845_118, 838_602, 851_449, 872_336, 880_027]),
    ]
    whole = [sum(a[1][i] or 0 for a in aims) for i in range(5)]
    natures = [
        ("人　件　費", [1_390_227, 1_512_640, 1_528_316, 1_541_902, 1_567_480], "義"),
        ("扶　助　費", [1_120_344, 1_146_981, 1_588_204, 1_317_655, 1_405_112], "義"),
        ("公　債　費", [845_118, 838_602, 851_449, 872_336, 880_027], "義"),
        ("普通建設事業費", [902_480, 1_040_116, 871_209, 962_744, 1_088_305], "投"),
        ("災害復旧事業費", [61_844, 212_370, 40_115, None, 8_706], "投"),
        ("物　件　費", [1_188_340, 1_205_718, 1_342_660, 1_404_013, 1_436_027], ""),
        ("補　助　費　等", [1_206_551, 2_960_238, 1_385_470, 1_376_202, 1_240_866], ""),
        ("繰　出　金", [640_203, 655_410, 650_088, 662_147, 659_315], ""),
    ]
    rest = [whole[i] - sum(n[1][i] or 0 for n in natures) for i in range(5)]
    assert min(rest) > 0, rest
    natures.append(("そ　の　他", rest, ""))
    s.put(1, 1, "４　一般会計歳出決算額の推移", LEFT, columns=8, ruled=False, bold=True, size=12)
    grey = "EFEFEF"

    def heading(r: int, title: str) -> int:
        s.put(r, 1, title, LEFT, columns=4, ruled=False, bold=True)
        s.put(r, 5, "（単位：上段／千円、下段／％）", RIGHT, columns=4, ruled=False)
        s.put(r + 1, 1, "　区　分　＼　年　度", CENTRE, columns=3, fill=grey)
        for i, (text, _) in enumerate(years):
            s.put(r + 1, 4 + i, text, CENTRE, fill=grey)
        s.height(r + 1, r + 1, 20)
        return r + 2

    def line(r: int, column: int, name: str, amounts: list, *, total: bool = False) -> int:
        record = truth.project(name.replace("　", ""), total=total)
        s.put(r, column, name, CENTRE, rows=2, columns=4 - column, fill=grey if total else "")
        for i, ((_, year), amount) in enumerate(zip(years, amounts, strict=True)):
            record.add(year, "settlement", "", amount, yen(amount))
            s.put(r, 4 + i, yen(amount, empty="－"), RIGHT, fill=grey if total else "")
            s.put(r + 1, 4 + i, rate(amount, whole[i]) if amount else "－", RIGHT, fill=grey if total else "", size=8.5)
        s.height(r, r + 1, 12.5)
        return r + 2

    r = heading(2, "①目的別")
    r = line(r, 1, "総　　　額", whole, total=True)
    for name, amounts in aims:
        r = line(r, 1, name, amounts)
    r = heading(r + 1, "②性質別")
    r = line(r, 1, "総　　　額", whole, total=True)
    for mark, title in (("義", "義務的経費"), ("投", "投資的経費")):
        group = [n for n in natures if n[2] == mark]
        sums = [sum(n[1][i] or 0 for n in group) for i in range(5)]
        first = r
        r = line(r, 1, title, sums, total=True)
        for name, amounts, _ in group:
            r = line(r, 2, name, amounts)
        s.put(first + 2, 1, "", rows=2 * len(group))
    for name, amounts, mark in natures:
        if not mark:
            r = line(r, 1, name, amounts)
    s.put(r, 1, "資料：総務課財政係（地方財政状況調査）", LEFT, columns=8, ruled=False, size=8.5)
    s.sheet.page_setup.fitToHeight = 1
    return s


DOCUMENTS = {
    "b8_results_list_change": results_list,
    "b8_review_scores": review_scores,
    "b8_settlement_shares_below": shares_below,
}
