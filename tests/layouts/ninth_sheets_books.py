"""Ninth batch: a sheet printed from a spreadsheet, with staff costs of two kinds and the cost of one user; three worksheets."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from decimal import Decimal
from markup import rate, yen
from truthfile import Truth
from workbooks import CENTRE, HAIR, LEFT, RIGHT, Sheet

BLUE, PALE = "DDEBF7", "F2F2F2"


def another(s: Sheet) -> None:
    """Go on with a new worksheet of the same widths and paper."""
    s.workbook.create_sheet()
    s.workbook.active = len(s.workbook.worksheets) - 1
    s.__post_init__()


def label(s, r, k, text, **more):
    s.put(r, k, text, CENTRE, fill=BLUE, **more)


def staff_of_two_kinds() -> Sheet:
    """鷺ノ宮台市: Calc: three years of 決算 and a 予算; 正規職員 and 会計年度任用職員, 総事業費, 単位コスト; indicators below in the same columns."""
    truth = Truth("鷺ノ宮台市", "令和６年度 事務事業評価シート（令和５年度実績評価）")
    truth.notes += [
        "R3年度 to R5年度 （決算） = settlement, R6年度 （予算） = budget. 事業費(A) and 総事業費(A)+(B) are wholes (''); 人件費(B), 正規職員 and 会計年度任用職員 are components, the last two in 千円 (of which).",
        "従事職員数, 対象者数 and 対象１単位当たりコスト are no amounts of the truth.",
        "目標 = target, 実績 = actual, － = not_available; R8年度（目標） is the last target. 達成率 is no value. 指標の算式 is a description (not in the truth).",
        "The department is printed as 部 and 課 in one cell: truth has the cell without the space. Empty cells are no amounts.",
    ]
    s = Sheet(truth, [5, 5, 24, 8, 8, 11, 11, 11, 11, 11], font="IPAPGothic", size=9, inner=HAIR)
    heads = [
        ("R3年度\n（決算）", 2021, "settlement"),
        ("R4年度\n（決算）", 2022, "settlement"),
        ("R5年度\n（決算）", 2023, "settlement"),
        ("R6年度\n（予算）", 2024, "budget"),
    ]
    data = [
        (
            "1206", "放課後児童クラブ運営事業", "こども部　子育て支援課", "3-2-1-04", "児童福祉法、放課後児童健全育成事業の設備及び運営に関する基準を定める条例", "平成10年度～（終期なし）", "政策２　子育てと学びを応援するまち", "施策３　子育て支援の充実",
            "保護者が労働等により昼間家庭にいない小学生", "放課後に安全で安心して過ごせる生活の場を提供する。", "市内14か所・21支援単位で実施する。うち９か所は社会福祉法人に運営を委託している。", "■一部委託",
            {"国庫支出金": [38_214, 40_377, 43_902, 45_810], "県支出金": [36_940, 39_112, 42_655, 44_520], "地方債": [None, 12_600, None, None], "その他": [47_318, 49_260, 52_084, 53_700], "一般財源": [51_662, 50_118, 55_476, 60_330]},
            [13_320, 13_512, 14_250, 14_250], [28_640, 29_105, 31_870, 33_400], ["1.80", "1.80", "1.90", "1.90"], ["14.50", "14.50", "15.00", "15.50"], "年間平均利用児童数", "人", [712, 738, 771, 800],
            [("活動指標", "支援単位数", "単位", "４月１日現在の支援単位の数", ["20", "20", "21", "22", "23"], ["20", "20", "21", "", ""]), ("成果指標", "待機児童数", "人", "５月１日現在", ["0", "0", "0", "0", "0"], ["14", "9", "6", "", ""]), ("成果指標", "保護者アンケートで満足と答えた割合", "％", "「満足」「やや満足」の計", ["85.0", "－", "86.0", "－", "88.0"], ["82.7", "－", "87.1", "", ""])],
            "Ａ", "Ａ", "Ｂ", "Ｂ", "高学年の利用が増え、３クラブで定員を超えた。", "学校の余裕教室を使った支援単位の増設を進め、支援員の募集方法を見直す。", "拡大",
        ),
        (
            "2311", "合併処理浄化槽設置整備事業", "環境部　下水道課", "4-1-5-02", "浄化槽法、鷺ノ宮台市浄化槽設置補助金交付要綱", "平成４年度～令和８年度", "政策４　自然と共に暮らすまち", "施策２　水環境の保全",
            "下水道の事業計画区域外の住宅", "生活排水による河川の汚れを防ぐ。", "単独処理浄化槽又はくみ取り便槽から合併処理浄化槽へ転換する者に、設置費と配管費の一部を補助する。", "■補助",
            {"国庫支出金": [5_328, 4_662, 4_884, 5_550], "県支出金": [2_664, 2_331, 2_442, 2_775], "地方債": [None] * 4, "その他": [None] * 4, "一般財源": [9_140, 8_017, 8_333, 9_405]},
            [2_960, 2_253, 2_250, 2_250], [None, None, None, None], ["0.40", "0.30", "0.30", "0.30"], ["", "", "", ""], "補助した基数", "基", [24, 21, 22, 25],
            [("活動指標", "補助金の交付基数", "基", "年度中に交付決定した基数", ["25", "25", "25", "25", "25"], ["24", "21", "22", "", ""]), ("成果指標", "汚水処理人口普及率", "％", "処理人口÷住民基本台帳人口", ["86.0", "87.0", "88.0", "89.0", "91.0"], ["85.8", "86.5", "87.3", "", ""])],
            "Ａ", "Ｂ", "Ａ", "Ｂ", "転換にかかる自己負担が大きく、高齢者のみの世帯で転換が進まない。", "県の上乗せ補助に合わせ、配管費の補助限度額を引き上げる。", "継続",
        ),
        (
            "3108", "市史編さん事業", "教育委員会事務局　生涯学習課", "10-5-2-07", "鷺ノ宮台市史編さん委員会設置要綱", "令和元年度～令和９年度", "政策６　歴史と文化を受け継ぐまち", "施策１　文化財の保存と活用",
            "市民、郷土史研究者、市内の学校", "市の歴史を調べて残し、郷土への愛着を育てる。", "専門部会ごとに資料調査を行い、資料編を刊行する。古文書の写真撮影と目録の作成を進める。", "■直営",
            {"国庫支出金": [None] * 4, "県支出金": [None] * 4, "地方債": [None] * 4, "その他": [0, 0, 486, 600], "一般財源": [4_872, 5_210, 7_944, 6_380]},
            [8_880, 9_008, 9_000, 9_000], [4_310, 4_386, 4_502, 4_610], ["1.20", "1.20", "1.20", "1.20"], ["2.00", "2.00", "2.00", "2.00"], "市史講座の受講者数", "人", [0, 124, 168, 180],
            [("活動指標", "目録を作成した古文書の点数（累計）", "点", "年度末の累計", ["8,000", "10,000", "12,000", "14,000", "18,000"], ["7,415", "9,862", "12,630", "", ""]), ("活動指標", "市史講座の開催回数", "回", "", ["0", "4", "5", "5", "6"], ["0", "4", "5", "", ""]), ("成果指標", "資料編の販売冊数", "冊", "年間の販売数", ["", "", "300", "150", "100"], ["", "", "162", "", ""])],
            "Ａ", "Ｂ", "Ｂ", "Ｂ", "執筆者の高齢化により原稿の提出が遅れている。", "若手の研究者を部会に加え、刊行の時期を１年延ばす。", "見直し",
        ),
    ]  # fmt: skip
    for number, (
        code,
        name,
        office,
        item,
        law,
        term,
        policy,
        measure,
        who,
        aim,
        means,
        way,
        funds,
        regular,
        contract,
        hands,
        more,
        object_,
        unit_,
        objects,
        kpis,
        a1,
        a2,
        a3,
        a4,
        problem,
        plan,
        future,
    ) in enumerate(data):
        if number:
            another(s)
        s.sheet.title = code
        s.sheet.page_setup.fitToHeight = 1
        department = office.replace("　", "")
        project = truth.project(name, [department])
        s.put(
            1,
            1,
            "令和６年度　事務事業評価シート（令和５年度実績評価）",
            LEFT,
            columns=8,
            ruled=False,
            bold=True,
            size=13,
        )
        s.put(1, 9, "鷺ノ宮台市", RIGHT, columns=2, ruled=False)
        s.put(2, 1, "１　事業の概要", columns=10, ruled=False, bold=True)
        (
            label(s, 3, 1, "事業コード", columns=2),
            s.put(3, 3, code, CENTRE),
            label(s, 3, 4, "事務事業名", columns=2),
            s.put(3, 6, name, columns=5, bold=True, size=11),
        )
        (
            label(s, 4, 1, "担当部課", columns=2),
            s.put(4, 3, office, columns=3),
            label(s, 4, 6, "予算科目"),
            s.put(4, 7, item, CENTRE),
            label(s, 4, 8, "事業期間"),
            s.put(4, 9, term, columns=2, size=7, wrap=False),
        )
        (
            label(s, 5, 1, "総合計画", columns=2),
            s.put(5, 3, policy, columns=3, size=8),
            s.put(5, 6, measure, columns=3),
            label(s, 5, 9, "実施方法"),
            s.put(5, 10, way, CENTRE, size=8),
        )
        label(s, 6, 1, "根拠法令等", columns=2), s.put(6, 3, law, columns=8, size=8)
        works = {
            "1206": "北小学校の余裕教室に１支援単位を増設した。夏休みの短期入所を３クラブで試行し、延べ1,124人が利用した。",
            "2311": "単独処理浄化槽からの転換15基、くみ取り便槽からの転換７基に補助した。保守点検の講習会を２回開いた。",
            "3108": "「資料編　近世１」を500部刊行した。旧家３軒から古文書2,768点を借り受け、写真撮影と目録の作成を行った。",
        }[code]
        for r, head, text in (
            (7, "対象", who),
            (8, "目的", aim),
            (9, "内容", means),
            (10, "令和５年度\nの実績", works),
        ):
            label(s, r, 1, head, columns=2), s.put(r, 3, text, columns=8)
        (
            s.put(11, 1, "２　コストの推移", columns=5, ruled=False, bold=True),
            s.put(11, 9, "（単位：千円）", RIGHT, columns=2, ruled=False),
        )
        label(s, 12, 1, "区　　分", columns=5)
        for k, (head, _, _) in enumerate(heads):
            label(s, 12, 6 + k, head)
        label(s, 12, 10, "備　考")
        cost = [sum(v[i] or 0 for v in funds.values()) for i in range(4)]
        pay = [a + (b or 0) for a, b in zip(regular, contract)]
        whole = [a + b for a, b in zip(cost, pay)]

        def line(r, title, values, component=None, at=1, texts=None, fill=""):
            s.put(r, at, title, columns=6 - at, fill=fill or BLUE)
            for k, (_, year, kind) in enumerate(heads):
                if component is not None:
                    project.add(year, kind, component, values[k], yen(values[k]))
                s.put(r, 6 + k, texts[k] if texts else yen(values[k]), RIGHT, fill=fill)
            s.put(r, 10, "", fill=fill)

        line(13, "事業費（A）", cost, "")
        label(s, 14, 1, "財\n源\n内\n訳", rows=5)
        for r, (fund, values) in enumerate(funds.items(), 14):
            line(r, fund, values, fund, at=2)
        line(19, "人件費（B）", pay, "人件費")
        label(s, 20, 1, "内\n訳", rows=4)
        line(20, "正規職員", regular, "正規職員", at=2)
        line(21, "　従事職員数（人）", [], at=2, texts=hands)
        line(22, "会計年度任用職員", contract, "会計年度任用職員", at=2)
        line(23, "　従事職員数（人）", [], at=2, texts=more)
        line(24, "総事業費（A）＋（B）", whole, "", fill="FFF2CC")
        line(25, f"対象者数等（{object_}：{unit_}）", [], texts=[yen(x) for x in objects])
        line(
            26,
            "対象１単位当たりコスト（円）",
            [],
            texts=[yen(w * 1000 // x) if x else "－" for w, x in zip(whole, objects)],
        )
        s.put(28, 1, "３　指標の推移", columns=10, ruled=False, bold=True)
        s.put(29, 1, "指標名　／　指標の算式", CENTRE, columns=3, fill=BLUE)
        s.line(29, 4, ["単位", "区分", "R3年度", "R4年度", "R5年度", "R6年度", "R8年度\n（目標）"], fill=BLUE)
        r = 30
        for kind, title, unit, how, wanted, done in kpis:
            kpi = truth.kpi(title, unit, [department])
            label(s, r, 1, kind[:2] + "\n" + kind[2:], columns=2, rows=3)
            (
                s.put(r, 3, title, rows=2),
                s.put(r + 2, 3, how, size=7, wrap=False),
                s.put(r, 4, unit, CENTRE, rows=3),
            )
            (
                s.put(r, 5, "目標", CENTRE),
                s.put(r + 1, 5, "実績", CENTRE),
                s.put(r + 2, 5, "達成率", CENTRE, fill=PALE),
            )
            for k, year in enumerate((2021, 2022, 2023, 2024, 2026)):
                kpi.add(f"R{year - 2018}年度 目標", "target", year, wanted[k])
                kpi.add(f"R{year - 2018}年度 実績", "actual", year, done[k])
                s.put(r, 6 + k, wanted[k], RIGHT), s.put(r + 1, 6 + k, done[k], RIGHT)
                text = ""
                if done[k] == "－":
                    text = "－"
                elif done[k] and wanted[k]:
                    a, b = (int(Decimal(x.replace(",", "")) * 10) for x in (done[k], wanted[k]))
                    text = rate(a, b) + "%" if b else "－"
                s.put(r + 2, 6 + k, text, RIGHT, fill=PALE)
            r += 3
        s.put(r + 1, 1, "４　評価と今後の方向性", columns=10, ruled=False, bold=True)
        r += 2
        for k, (head, mark) in enumerate((("必要性", a1), ("有効性", a2), ("効率性", a3))):
            label(s, r + k, 1, head, columns=2), s.put(r + k, 3, mark, CENTRE)
        label(s, r, 4, "課題", columns=2), s.put(r, 6, problem, columns=5)
        label(s, r + 1, 4, "改善策", columns=2), s.put(r + 1, 6, plan, columns=5)
        (
            label(s, r + 2, 4, "総合評価", columns=2),
            s.put(r + 2, 6, a4, CENTRE),
            label(s, r + 2, 7, "今後の方向性", columns=2),
            s.put(r + 2, 9, future, CENTRE, columns=2, bold=True),
        )
        (
            s.height(3, r + 2, 15),
            s.height(7, 10, 26),
            s.height(12, 12, 25),
            s.height(29, 29, 25),
            s.height(r, r + 1, 28),
            s.height(6, 6, 22),
        )
    return s


DOCUMENTS = {"b9_sheet_two_staff": staff_of_two_kinds}
