"""Eighth batch: sheets printed from a spreadsheet, one worksheet a project, and the blank form of such a sheet."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import rate, yen
from truthfile import Truth
from workbooks import CENTRE, HAIR, LEFT, RIGHT, Sheet

GREY, PALE = "E7E6E6", "F2F2F2"


def another(s: Sheet) -> None:
    """Go on with a new worksheet of the same widths and paper."""
    s.workbook.create_sheet()
    s.workbook.active = len(s.workbook.worksheets) - 1
    s.__post_init__()


def label(s, r, k, text, **more):
    s.put(r, k, text, CENTRE, fill=GREY, **more)


def paper(s: Sheet, name: str) -> None:
    """One page a worksheet, a name on its tab."""
    s.sheet.title = name
    s.sheet.page_setup.fitToHeight = 1


def yen_with_province() -> Sheet:
    """北狩市: 円, 国道支出金, ①事業費 to ⑤総事業費（①＋④）; 目標値 / 実績値 rows, 最終目標値 beside 目標年度; two worksheets."""
    truth = Truth("北狩市", "令和６年度 事務事業評価シート（中間・事後）")
    truth.notes += [
        "Amounts in 円: 令和４年度決算, 令和５年度決算 = settlement, 令和６年度予算 = budget. ①事業費 and ⑤総事業費 are wholes, ④職員費 is a component.",
        "②平均職員費 is the average pay of a person and no amount of the project; ③人員（人工） are persons.",
        "最終目標値 is the target of the year in the column 目標年度. Indicators take the 部課名. - = not_available.",
    ]
    s = Sheet(truth, [4, 4, 16, 8, 9, 13, 13, 13, 10, 9], font="IPAPGothic", size=9)
    data = [
        (
            "2-104", "森林公園施設更新事業", "都市建設部公園緑地課", "公園整備係", "款 08　項 04　目 03　細目 02　細々目 01", "令和２年度　～　令和８年度",
            "森林公園を利用する市民と観光客", "老朽化した遊具と管理棟を更新し、安全に楽しめる公園にする。", "遊具の更新工事を年２基ずつ行い、管理棟の断熱改修を令和６年度に行う。",
            {"国道支出金": [6_480_000, 7_036_000, 18_400_000], "地方債": [5_400_000, 5_100_000, 13_800_000], "その他": [0, 0, 250_000], "一般財源": [1_823_480, 1_846_150, 4_612_000]},
            [7_046_000, 7_118_000, 7_118_000], ["0.40", "0.40", "0.60"],
            [("活動指標", "更新した遊具の基数（累計）", "基", ["4", "6", "8"], ["4", "6", ""], "12", "R8", 2026), ("成果指標", "公園の年間利用者数", "人", ["52,000", "54,000", "56,000"], ["49,870", "55,216", ""], "60,000", "R8", 2026), ("成果指標", "遊具に起因する事故の件数", "件", ["0", "0", "0"], ["1", "0", ""], "0", "R8", 2026)],
            ["Ａ", "Ｂ", "Ａ"], "冬期の積雪で工期が限られる。発注を前年度に行い、春から着工できるようにする。", "現状維持",
        ),
        (
            "3-027", "除雪機購入費助成事業", "市民環境部市民協働課", "協働推進係", "款 02　項 01　目 09　細目 05　細々目 03", "平成28年度　～　（期限なし）",
            "町内会、自治会、ＰＴＡ等の団体", "通学路や高齢者宅前の除雪を地域で行えるようにする。", "小型除雪機の購入費の２分の１（上限30万円）を助成する。",
            {"国道支出金": [0, 0, 0], "地方債": [0, 0, 0], "その他": [1_500_000, 1_500_000, 2_000_000], "一般財源": [1_286_000, 897_500, 1_000_000]},
            [7_046_000, 7_118_000, 7_118_000], ["0.15", "0.15", "0.15"],
            [("活動指標", "助成した団体数", "団体", ["10", "10", "10"], ["9", "8", ""], "10", "R9", 2027), ("成果指標", "地域除雪を行う町内会の割合", "％", ["62.0", "64.0", "66.0"], ["61.3", "-", ""], "70.0", "R9", 2027)],
            ["Ａ", "Ａ", "Ｂ"], "担い手の高齢化で操作できる人が減っている。講習会を助成の条件に加えることを検討する。", "改善",
        ),
    ]  # fmt: skip
    heads = [("令和４年度決算", 2022, "settlement"), ("令和５年度決算", 2023, "settlement"), ("令和６年度予算", 2024, "budget")]
    for number, (code, name, office, team, item, term, who, aim, means, funds, mean, hands, kpis, marks, issue, future) in enumerate(data):
        if number:
            another(s)
        paper(s, code)
        project = truth.project(name, [office])
        s.put(1, 1, "令和６年度　事務事業評価シート　（中間・事後）", CENTRE, columns=10, ruled=False, bold=True, size=13)
        label(s, 3, 1, "整理番号", columns=3), s.put(3, 4, code, CENTRE, columns=2), label(s, 3, 6, "前年度整理番号"), s.put(3, 7, code, CENTRE), label(s, 3, 8, "評価時期"), s.put(3, 9, "事後", CENTRE, columns=2)
        label(s, 4, 1, "事務事業名", columns=3, rows=2), s.put(4, 4, name, columns=4, rows=2, bold=True, size=11)
        label(s, 4, 8, "部課名"), s.put(4, 9, office, columns=2, size=7), label(s, 5, 8, "係名"), s.put(5, 9, team, columns=2)
        label(s, 6, 1, "事業期間", columns=3), s.put(6, 4, term, columns=4), label(s, 6, 8, "公約番号"), s.put(6, 9, "－", CENTRE, columns=2)
        label(s, 7, 1, "施策体系", columns=3), s.put(7, 4, "基本目標　４　自然と共生する快適なまち　／　主要施策　２　公園・緑地と冬の暮らし", columns=7)
        label(s, 8, 1, "予算科目", columns=3), s.put(8, 4, "会計　一般会計　" + item, columns=7)
        label(s, 9, 1, "計\n画\nＰ", rows=3, bold=True)
        for r, (head, text) in enumerate((("事業の対象", who), ("事業の目的", aim), ("事業の手段", means)), 9):
            label(s, r, 2, head, columns=2), s.put(r, 4, text, columns=7)
        label(s, 12, 1, "実\n施\nＤ", rows=10 + 2 * len(kpis) + 1, bold=True)
        label(s, 12, 2, "区分（単位：円）", columns=4)
        for k, (head, _, _) in enumerate(heads):
            label(s, 12, 6 + k, head)
        s.put(12, 9, "備考", CENTRE, columns=2, fill=GREY)
        cost = [sum(v[i] for v in funds.values()) for i in range(3)]
        pay = [m * int(x.replace(".", "")) // 100 for m, x in zip(mean, hands)]
        total = [a + b for a, b in zip(cost, pay)]

        def line(r, title, values, component=None, at=2, texts=None):
            s.put(r, at, title, columns=6 - at)
            for k, (_, year, kind) in enumerate(heads):
                if component is not None:
                    project.add(year, kind, component, values[k], yen(values[k]), scale=1)
                s.put(r, 6 + k, texts[k] if texts else yen(values[k]), RIGHT)
            s.put(r, 9, "", columns=2)

        line(13, "①事業費", cost, "")
        label(s, 14, 2, "財\n源\n内\n訳", rows=4)
        for r, (fund, values) in enumerate(funds.items(), 14):
            line(r, fund, values, fund, at=3)
        line(18, "②平均職員費", mean)
        line(19, "③人員（人工）", [], texts=hands)
        line(20, "④職員費（②×③）", pay, "職員費")
        line(21, "⑤総事業費（①＋④）", total, "")
        s.line(22, 2, ["", "指標名", "", "区分", "令和４年度", "令和５年度", "令和６年度", "最終目標値", "目標年度"], fill=GREY)
        s.put(22, 4, "単位", CENTRE, fill=GREY)
        r = 23
        for group, title, unit, wanted, done, goal, short, year in kpis:
            kpi = truth.kpi(title, unit, [office])
            label(s, r, 2, group[0:2] + "\n" + group[2:], rows=2, size=7)
            s.put(r, 3, title, rows=2, size=8), s.put(r, 4, unit, CENTRE, rows=2)
            for k, (word, role, figures) in enumerate((("目標値", "target", wanted), ("実績値", "actual", done))):
                s.put(r + k, 5, word, CENTRE)
                for i, text in enumerate(figures):
                    kpi.add(f"令和{4 + i}年度 {word}", role, 2022 + i, text)
                    s.put(r + k, 6 + i, text, RIGHT)
            kpi.add(f"最終目標値 {short}", "target", year, goal)
            s.put(r, 9, goal, RIGHT, rows=2), s.put(r, 10, short, CENTRE, rows=2)
            r += 2
        label(s, r, 1, "評\n価\nＣ", rows=3, bold=True)
        for k, (head, mark, text) in enumerate(zip(("妥当性", "有効性", "効率性"), marks, ("市が実施する理由がある。", "上位施策の成果に結び付いている。", "実施方法の見直しの余地を検討した。"))):
            label(s, r + k, 2, head, columns=2), s.put(r + k, 4, mark, CENTRE), s.put(r + k, 5, text, columns=6)
        r += 3
        label(s, r, 1, "改\n善\nＡ", rows=2, bold=True)
        label(s, r, 2, "今後の方向性", columns=2), s.put(r, 4, future, columns=7)
        label(s, r + 1, 2, "改善内容", columns=2), s.put(r + 1, 4, issue, columns=7)
        s.height(3, r, 17)
        s.height(9, 11, 30), s.height(r + 1, r + 1, 44)
    return s


def small_blocks() -> Sheet:
    """蔵守市: シートＡ: a block an indicator with its own line of years, 計画 or 目標 or 見込 over 実績 and 達成率; 投入資源 without a word of kind."""
    truth = Truth("蔵守市", "令和６年度 事後事務事業評価（実績評価）シートＡ")
    truth.notes += [
        "４ 投入資源 prints years only: kind unspecified. 事業費・・・① is the whole, 費用合計（①＋②） a second one under its printed name, 人件費・・・② a component. R7 and R8 are empty there.",
        "対象指標: 見込 = planned; 活動指標: 計画 = planned; 成果指標: 目標 = target; 実績 = actual. 達成率 is no value. Blocks without a name are empty.",
        "The unit stands in brackets behind the name. 正規職員（人）, １人当たり単価 and 主な歳出の内訳 are not in the truth.",
        "Indicators take the 担当課 of the sheet.",
    ]
    s = Sheet(truth, [5, 5, 25, 10, 12, 12, 12, 12, 12, 34], font="TakaoPGothic", size=9, landscape=True, inner=HAIR)
    data = [
        (
            "611", "地区連絡員設置事業", "総務課", "地区ごとに連絡員を置き、市からの知らせを届け、住民の困りごとを市へ伝える。", "□全部委託　□一部委託　□補助・負担　■市直営",
            [("対象指標", "連絡員の人数（人）", "見込", ["168", "168", "166", "166", "164"], ["167", "168", "165", "", ""], "４月１日の委嘱者数"), ("活動指標", "地区懇談会で出た意見の件数（件）", "計画", ["95", "95", "100", "100", "100"], ["88", "103", "97", "", ""], "会議の記録による"), ("成果指標", "意見への対応率（％）", "目標", ["60.0", "62.0", "64.0", "66.0", "68.0"], ["58.8", "61.2", "65.4", "", ""], "対応件数÷意見件数×100")],
            {"国庫支出金": [None] * 3, "県支出金": [612, 612, 640], "受益者負担": [None] * 3, "その他特財": [0, 0, 120], "一般財源": [11_874, 12_036, 12_455]},
            ["0.64", "0.64", "0.70"], [7_650, 7_725, 7_725], ["－", "－", "－"], "連絡員手当 10,920、文書配送業務委託料 1,488", "現状のまま継続",
        ),
        (
            "624", "消費生活相談事業", "環境課", "契約トラブル等の相談に応じ、被害の未然防止と救済を図る。", "■全部委託　□一部委託　□補助・負担　□市直営",
            [("対象指標", "市の人口（人）", "見込", ["33,800", "33,300", "32,800", "32,300", "31,800"], ["33,742", "33,105", "32,561", "", ""], "各年度末の住民基本台帳"), ("活動指標", "出前講座の開催回数（回）", "計画", ["10", "12", "12", "14", "14"], ["7", "12", "15", "", ""], "学校、サロン等で開く講座"), ("成果指標", "相談の解決率（％）", "目標", ["90.0", "90.0", "92.0", "92.0", "92.0"], ["91.3", "－", "93.8", "", ""], "解決件数÷相談件数×100")],
            {"国庫支出金": [None] * 3, "県支出金": [1_020, 960, 900], "受益者負担": [None] * 3, "その他特財": [0, 0, 0], "一般財源": [3_415, 3_562, 3_871]},
            ["0.10", "0.10", "0.12"], [7_650, 7_725, 7_725], ["1.0", "1.0", "1.0"], "相談員報酬 3,204、啓発資料 288", "拡充",
        ),
        (
            "640", "移住ポータルサイト運営事業", "総合政策課", "移住を考える人に暮らし、仕事、住まいの情報を届ける。", "□全部委託　■一部委託　□補助・負担　□市直営",
            [("活動指標", "記事の掲載本数（本）", "計画", ["48", "48", "60", "60", "60"], ["52", "47", "63", "", ""], "年間に公開した記事"), ("活動指標", "", "計画", [""] * 5, [""] * 5, ""), ("成果指標", "サイトの閲覧数（千回）", "目標", ["80.0", "90.0", "100.0", "110.0", "120.0"], ["76.4", "95.1", "138.7", "", ""], "アクセス解析による"), ("成果指標", "サイトを経由した移住相談件数（件）", "目標", ["40", "50", "60", "70", "80"], ["31", "58", "49", "", ""], "相談票の集計")],
            {"国庫支出金": [1_100, 1_100, 550], "県支出金": [None] * 3, "受益者負担": [None] * 3, "その他特財": [300, 300, 300], "一般財源": [1_264, 1_318, 1_902]},
            ["0.25", "0.25", "0.25"], [7_650, 7_725, 7_725], ["－", "－", "－"], "サイト保守 660、取材・撮影委託料 1,540", "改善して継続",
        ),
    ]  # fmt: skip
    for number, (code, name, office, aim, way, kpis, funds, hands, mean, part, spent, future) in enumerate(data):
        if number:
            another(s)
        paper(s, code)
        project = truth.project(name, [office])
        s.put(1, 1, "R6事後　事務事業評価（実績評価）　（シートＡ）", LEFT, columns=8, ruled=False, bold=True, size=13)
        s.put(1, 10, "蔵守市", RIGHT, ruled=False)
        s.put(2, 1, "１．基本事項", columns=10, ruled=False, bold=True)
        label(s, 3, 1, "事業番号", columns=2), s.put(3, 3, code, CENTRE), label(s, 3, 4, "事務事業名"), s.put(3, 5, name, columns=3, bold=True, size=11), label(s, 3, 8, "担当課"), s.put(3, 9, office, columns=2)
        label(s, 4, 1, "総合計画", columns=2), s.put(4, 3, "基本目標５　ともに歩むまち　　施策２　地域の力を生かす", columns=5), label(s, 4, 8, "始期・終期"), s.put(4, 9, "平成　年度　～　（期限の定めの無い事業）", columns=2, size=8, wrap=False)
        s.put(5, 1, "２．事務事業の概要", columns=10, ruled=False, bold=True)
        label(s, 6, 1, "目的", columns=2), s.put(6, 3, aim, columns=8)
        label(s, 7, 1, "実施形態", columns=2), s.put(7, 3, way, columns=8)
        s.put(8, 1, "３．実施状況", columns=10, ruled=False, bold=True)
        r = 9
        for group, title, word, wanted, done, how in kpis:
            label(s, r, 1, group, columns=2, rows=4)
            s.put(r, 3, title, rows=4)
            label(s, r, 4, "年度")
            label(s, r, 10, "説明（算式等）")
            s.put(r + 1, 10, how, rows=3)
            kpi = None
            if title:
                bare, unit = title.removesuffix("）").rsplit("（", 1)
                kpi = truth.kpi(bare, unit, [office])
            for k in range(5):
                label(s, r, 5 + k, f"R{4 + k}")
                s.put(r + 1, 5 + k, wanted[k], RIGHT)
                s.put(r + 2, 5 + k, done[k], RIGHT)
                share = ""
                if done[k] not in ("", "－"):
                    share = rate(int(float(done[k].replace(",", "")) * 10), int(float(wanted[k].replace(",", "")) * 10)) + "%"
                s.put(r + 3, 5 + k, share, RIGHT, fill=PALE)
                if kpi:
                    kpi.add(f"R{4 + k} {word}", "target" if word == "目標" else "planned", 2022 + k, wanted[k])
                    kpi.add(f"R{4 + k} 実績", "actual", 2022 + k, done[k])
            s.put(r + 1, 4, word, CENTRE), s.put(r + 2, 4, "実績", CENTRE), s.put(r + 3, 4, "達成率", CENTRE, fill=PALE)
            r += 4
        s.put(r, 1, "４．投入資源　（単位：千円）", columns=10, ruled=False, bold=True)
        r += 1
        label(s, r, 1, "区分", columns=4)
        for k in range(5):
            label(s, r, 5 + k, f"R{4 + k}")
        label(s, r, 10, "主な歳出の内訳")
        cost = [sum(v[i] or 0 for v in funds.values()) for i in range(3)]
        pay = [m * int(x.replace(".", "")) // 100 for m, x in zip(mean, hands)]
        s.put(r + 1, 10, spent, rows=11)
        lines = [("事業費　・・・　①", cost, "", 1), *[(fund, values, fund, 2) for fund, values in funds.items()], ("人件費　・・・　②", pay, "人件費", 1), ("正規職員（人）", hands, None, 2), ("１人当たり単価", mean, None, 2), ("臨時嘱託等（人）", part, None, 2), ("費用合計（①＋②）", [a + b for a, b in zip(cost, pay)], "費用合計", 1)]  # fmt: skip
        for title, values, component, at in lines:
            r += 1
            s.put(r, at, title, columns=5 - at, bold=at == 1)
            for k in range(5):
                value = values[k] if k < 3 else None
                if component is not None:
                    project.add(2022 + k, "unspecified", component, value, yen(value))
                s.put(r, 5 + k, value if isinstance(value, str) else yen(value), RIGHT)
        first = r - len(lines) + 2
        label(s, first, 1, "内\n訳", rows=5), label(s, first + 6, 1, "内\n訳", rows=3)
        s.put(r + 1, 1, "事業の方向性", CENTRE, columns=2, fill=GREY), s.put(r + 1, 3, future, columns=8)
        s.height(3, r + 1, 15)
    return s


def city_share() -> Sheet:
    """東弓市: 令和４年度（2022年度）決算, 決算見込, 予算; 特定財源(C) and 市負担(D) sum to 事業費(A); 総額(B) of the staff, 総事業費(A+B)."""
    truth = Truth("東弓市", "令和６年度 事務事業評価調書 通学路歩道整備事業")
    name, office = "通学路歩道整備事業", "道路公園部道路室"
    truth.notes += [
        "決算 and 決算見込 = settlement, 予算 = budget. 事業費(A) and 総事業費(A+B) are wholes ('' ); the rows 特定財源(C), 市負担(D) and 人件費総額(B) are components without their letter.",
        "国庫支出金 ... 一般財源 are the parts of (C) and (D). 職員数 are persons.",
        "計画 = planned, 実績 = actual, 見込 = planned, 最終目標（R8） = target.",
    ]
    s = Sheet(truth, [4, 5, 21, 7, 17, 17, 17], font="IPAPMincho", size=9.5)
    project = truth.project(name, [office])
    s.put(1, 1, "事 務 事 業 評 価 調 書", CENTRE, columns=7, ruled=False, bold=True, size=14)
    label(s, 2, 1, "整理番号", columns=3), s.put(2, 4, "0712", CENTRE, columns=2), label(s, 2, 6, "提出日"), s.put(2, 7, "令和６年５月９日", CENTRE)
    label(s, 3, 1, "事務事業名", columns=3), s.put(3, 4, name, columns=4, bold=True, size=12)
    label(s, 4, 1, "担当室課名", columns=3), s.put(4, 4, office, columns=2), label(s, 4, 6, "作成責任者"), s.put(4, 7, "室長")
    label(s, 5, 1, "総合計画の体系", columns=3), s.put(5, 4, "章 ６　安全で魅力的なまちづくり　　節 ２　　項 １", columns=4)
    label(s, 6, 1, "予算コード", columns=3), s.put(6, 4, "会計 01　款 08　項 02　大事業 06　小事業 01", columns=4)
    label(s, 7, 1, "根拠法令等", columns=3), s.put(7, 4, "道路法、交通安全施設等整備事業の推進に関する法律", columns=4)
    label(s, 8, 1, "１　事務事業の概要", columns=7, bold=True)
    texts = [("(1) 対象（誰を、何を）", "小学校の通学路のうち歩道が狭い区間を通る児童"), ("(2) 目標（どういう状態にしたいのか）", "車道と分かれた歩道をつくり、安心して登下校できるようにする。"), ("(3) 内容・実施方法", "歩道の拡幅、防護柵の設置、路側帯のカラー舗装。　■委託又は一部委託　□直接実施　□補助　□その他")]  # fmt: skip
    for r, (head, text) in enumerate(texts, 9):
        label(s, r, 1, head, columns=3, size=8.5), s.put(r, 4, text, columns=4)
    label(s, 12, 1, "(4) 事業費と財源の内訳", columns=7, bold=True)
    heads = [("令和４年度\n（2022年度）\n決算（千円）", 2022, "settlement"), ("令和５年度\n（2023年度）\n決算見込（千円）", 2023, "settlement"), ("令和６年度\n（2024年度）\n予算（千円）", 2024, "budget")]
    label(s, 13, 1, "項　　目", columns=4)
    for k, (head, _, _) in enumerate(heads):
        label(s, 13, 5 + k, head)
    rows = [
        ("国庫支出金", [5_830, 3_410, 8_250]), ("府支出金", [0, 0, 0]), ("その他", [0, 0, 260]),
        ("地方債", [4_200, 2_400, 5_900]), ("一般財源", [713, 492, 1_806]),
    ]  # fmt: skip
    special = [sum(v[i] for _, v in rows[:3]) for i in range(3)]
    city = [sum(v[i] for _, v in rows[3:]) for i in range(3)]
    cost = [a + b for a, b in zip(special, city)]
    staff = [3_716, 3_775, 3_902]

    def line(r, title, values, component, at=1, texts=None, fill=""):
        s.put(r, at, title, columns=4 - at, fill=fill)
        s.put(r, 4, "千円" if component is not None else "人", CENTRE, fill=fill)
        for k, (_, year, kind) in enumerate(heads):
            if component is not None:
                project.add(year, kind, component, values[k], yen(values[k]))
            s.put(r, 5 + k, texts[k] if texts else yen(values[k]), RIGHT, fill=fill)

    line(14, "事業費　（A＝C＋D）", cost, "", fill=PALE)
    line(15, "特定財源　（C）", special, "特定財源", at=2)
    for r, (title, values) in enumerate(rows[:3], 16):
        line(r, title, values, title, at=3)
    line(19, "市負担　（D）", city, "市負担", at=2)
    for r, (title, values) in enumerate(rows[3:], 20):
        line(r, title, values, title, at=3)
    label(s, 15, 1, "財\n源\n内\n訳", rows=7), s.put(16, 2, "", rows=3), s.put(20, 2, "", rows=2)
    label(s, 22, 1, "人\n件\n費", rows=3)
    line(22, "職員数（正規）", [], None, at=2, texts=["0.50", "0.50", "0.50"])
    line(23, "職員数（会計年度任用）", [], None, at=2, texts=["0.00", "0.00", "0.00"])
    line(24, "人件費総額　（B）", staff, "人件費総額", at=2)
    line(25, "総事業費　（A＋B）", [a + b for a, b in zip(cost, staff)], "", fill=PALE)
    label(s, 28, 1, "２　活動・成果の指標", columns=7, bold=True)
    label(s, 29, 1, "指　標　名", columns=3, rows=2), label(s, 29, 4, "単位", rows=2)
    label(s, 29, 5, "令和４年度\n実績"), label(s, 29, 6, "令和５年度\n計画／実績"), label(s, 29, 7, "令和６年度見込\n最終目標（R8）")
    s.put(30, 5, "", fill=GREY), s.put(30, 6, "上段：計画　下段：実績", CENTRE, fill=GREY, size=7.5), s.put(30, 7, "上段：見込　下段：最終目標", CENTRE, fill=GREY, size=7.5)
    kpis = [("活動", "歩道を改良した延長（累計）", "ｍ", "1,840", "2,000", "1,932", "2,150", "2,600"), ("成果", "通学路の歩道整備率", "％", "71.5", "78.0", "75.1", "83.6", "100.0")]
    r = 31
    for group, title, unit, last, plan, done, guess, goal in kpis:
        kpi = truth.kpi(title, unit, [office])
        for period, role, year, text in (("令和４年度 実績", "actual", 2022, last), ("令和５年度 計画", "planned", 2023, plan), ("令和５年度 実績", "actual", 2023, done), ("令和６年度 見込", "planned", 2024, guess), ("最終目標（R8）", "target", 2026, goal)):
            kpi.add(period, role, year, text)
        label(s, r, 1, group, rows=2, size=8), s.put(r, 2, title, columns=2, rows=2), s.put(r, 4, unit, CENTRE, rows=2)
        s.put(r, 5, last, RIGHT, rows=2)
        s.put(r, 6, plan, RIGHT), s.put(r + 1, 6, done, RIGHT), s.put(r, 7, guess, RIGHT), s.put(r + 1, 7, goal, RIGHT)
        r += 2
    label(s, r + 1, 1, "３　評価", columns=7, bold=True)
    label(s, r + 2, 1, "必要性", columns=3), s.put(r + 2, 4, "５・④・３・２・１", CENTRE, columns=2), label(s, r + 2, 6, "効率性"), s.put(r + 2, 7, "５・４・③・２・１", CENTRE)
    label(s, r + 3, 1, "総合評価・課題", columns=3), s.put(r + 3, 4, "用地の取得に時間を要する区間が残る。沿道の建替えに合わせて協議を進める。", columns=4)
    s.height(2, r + 3, 16)
    s.height(9, 11, 30), s.height(13, 13, 42), s.height(29, 29, 27), s.height(r + 3, r + 3, 34)
    paper(s, "調書")
    return s


def blank_form() -> Sheet:
    """吹野市: negative control: the blank form of a sheet with notes on what to write, as published beside the results."""
    truth = Truth("吹野市", "事務事業評価シート（様式）と記載要領")
    truth.notes.append("A blank form: labels, units, 0 of unfilled formulas and notes on what to write, but no project and no indicator.")
    s = Sheet(truth, [5, 24, 10, 13, 13, 13, 13], font="IPAPGothic", size=9)
    s.put(1, 1, "様式第１号　　令和　　年度　事務事業評価シート　【記載要領】", CENTRE, columns=7, ruled=False, bold=True, size=12)
    label(s, 2, 1, "事務事業名", columns=2), s.put(2, 3, "予算書に記載の事業名を記入する。", columns=3), label(s, 2, 6, "担当課"), s.put(2, 7, "課名を記入")
    label(s, 3, 1, "予算科目", columns=2), s.put(3, 3, "会計　　　款　　　項　　　目　　", columns=3), label(s, 3, 6, "事業期間"), s.put(3, 7, "年度～　年度")
    label(s, 4, 1, "目的", columns=2), s.put(4, 3, "対象をどのような状態にするのかを100字以内で記入する。", columns=5)
    s.put(5, 1, "１　事業費　（単位：千円）", columns=7, ruled=False, bold=True)
    s.line(6, 1, ["", "区分", "単位", "前々年度決算", "前年度決算", "本年度予算", "翌年度見込"], fill=GREY)
    rows = ["国庫支出金", "県支出金", "地方債", "その他", "一般財源", "事業費計（Ａ）", "従事職員数", "人件費（Ｂ）", "総事業費（Ａ＋Ｂ）"]
    for r, title in enumerate(rows, 7):
        s.put(r, 1, "", CENTRE), s.put(r, 2, title), s.put(r, 3, "人" if title == "従事職員数" else "千円", CENTRE)
        for k in range(4):
            s.put(r, 4 + k, "0" if "（" in title else "", RIGHT)
    s.put(17, 1, "２　指標", columns=7, ruled=False, bold=True)
    s.line(18, 1, ["", "指標名", "単位", "前々年度実績", "前年度実績", "本年度目標", "最終目標"], fill=GREY)
    for r, (title, text) in enumerate((("活動", "（例）講座の開催回数"), ("成果", "（例）参加者の満足度")), 19):
        label(s, r, 1, title, size=8), s.put(r, 2, text), s.line(r, 3, ["（例）回" if r == 19 else "（例）％", "", "", "", ""])
    s.put(22, 1, "３　評価", columns=7, ruled=False, bold=True)
    for r, (title, text) in enumerate((("妥当性", "Ａ・Ｂ・Ｃから選択する。"), ("有効性", "目標の達成率が100％以上はＡ、80％以上はＢ、80％未満はＣとする。"), ("効率性", "総事業費の増減率が△5％以下はＡ、±5％はＢ、5％超はＣとする。"), ("今後の方向性", "拡充・継続・改善・縮小・廃止から選択する。")), 23):
        label(s, r, 1, title, columns=2), s.put(r, 3, text, columns=5)
    s.put(28, 1, "※ 提出期限　令和６年６月28日（金）　提出先　企画課行政経営係（内線2134）", columns=7, ruled=False)
    s.height(2, 28, 20)
    return s


DOCUMENTS = {
    "b8_sheet_yen_province": yen_with_province,
    "b8_sheet_small_blocks": small_blocks,
    "b8_sheet_city_share": city_share,
    "b8_neg_blank_form": blank_form,
}
