"""Eighth batch: indicator lists printed from a spreadsheet."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from eighth_kpis_common import printed
from openpyxl.styles import Alignment  # type: ignore[import-untyped]
from openpyxl.worksheet.pagebreak import Break  # type: ignore[import-untyped]
from truthfile import Truth
from workbooks import CENTRE, HAIR, LEFT, RIGHT, Sheet


def shrink(s: Sheet, row: int, column: int) -> None:
    """A cell whose text is made smaller to fit, as clerks do."""
    cell = s.sheet.cell(row, column)
    cell.alignment = Alignment(horizontal=cell.alignment.horizontal, vertical=CENTRE, shrink_to_fit=True)


def grant_results() -> Sheet:
    """穂高台市: the state's form of results of grant projects, A3: up to four indicators a project, 指標値 and 目標年月."""
    truth = Truth("穂高台市", "令和５年度 デジタル田園都市国家構想交付金等に係る事業実施結果報告")
    truth.notes += [
        "実績額 = settlement of 2023 (title), in 円. 指標値 = target of the year that 目標年月 falls in (R6.3 is March of fiscal 2023); 実績値 = actual 2023 (title).",
        "Lines 指標③ ④ without a name are no indicators. 事業効果, 事業の評価 and 今後の方針 are judgements.",
        "Indicators and projects take the 担当課 of the merged project cell.",
    ]
    s = Sheet(truth, [4, 19, 10, 11, 13, 6.5, 24, 9, 7, 8, 9, 15, 15, 26, 12, 30], font="IPAPGothic", size=10, landscape=True)  # fmt: skip
    s.sheet.page_setup.paperSize = 8
    content = [
        ("ほだか山岳リゾート再生事業", "地方創生推進\nタイプ", "観光課", "31,846,200", [("延べ宿泊者数", "182,000", "人", "R6.3", "174,390"), ("観光消費額（１人当たり）", "21,500", "円", "R6.3", "23,118"), ("二次交通の実証運行の利用者数", "3,600", "人", "R6.3", "2,947")], "地方創生に相当程度効果があった", "総合戦略のKPI達成に有効であった", "平日の宿泊を増やす工夫を続けてほしい。", "事業の継続", "宿泊者数は目標に届かなかったが消費額は伸びており、二次交通の本格運行に向けて路線を絞り込むため。"),
        ("みらいワークプレイス整備事業", "地方創生拠点\n整備タイプ", "商工労政課", "118,250,000", [("施設を利用する企業等の数", "12", "社", "R6.3", "15"), ("進出企業による雇用者数", "20", "人", "R6.3", "23"), ("施設の年間利用者数", "4,800", "人", "R6.3", "6,012"), ("交流イベントの開催数", "24", "回", "R6.3", "31")], "地方創生に非常に効果的であった", "総合戦略のKPI達成に有効であった", "地元企業との連携が生まれている。", "事業の継続\n（自走化）", "令和６年度からは利用料収入により運営する。"),
        ("移住・就業マッチング支援事業", "地方創生推進\nタイプ", "移住定住推進課", "9,407,518", [("相談窓口を通じた移住者数", "90", "人", "R6.3", "76"), ("マッチングサイトの掲載求人数", "150", "件", "R6.3", "188"), ("移住支援金の交付件数", "25", "件", "R6.3", "14")], "地方創生に効果があった", "総合戦略のKPI達成に有効であった", "移住後の定着の状況も把握すべきである。", "事業内容の見直し", "支援金の要件を満たす求人が少ないため、掲載企業を広げ、子育て世帯への加算を周知する。"),
        ("スマート窓口推進事業", "デジタル実装\nタイプ", "情報政策課", "46,113,760", [("オンラインで申請できる手続の数", "80", "手続", "R6.3", "83"), ("窓口の平均待ち時間", "12.0", "分", "R6.3", "13.5"), ("利用者の満足度", "85.0", "％", "R6.3", "88.2")], "地方創生に相当程度効果があった", "総合戦略のKPI達成に有効であった", "高齢者への支援を手厚くされたい。", "事業の継続", "窓口支援システムの対象を福祉の手続に広げる。"),
        ("地域公共交通ＤＸ事業", "デジタル実装\nタイプ", "交通政策課", "27,682,050", [("予約型乗合交通の利用者数", "18,000", "人", "R6.3", "20,441"), ("アプリの登録者数", "2,500", "人", "R6.3", "1,872"), ("運行１便当たりの乗車人数", "2.4", "人", "R6.3", "2.6")], "地方創生に相当程度効果があった", "総合戦略のKPI達成に有効であった", "電話予約を残したことは評価できる。", "事業の継続", "登録者は目標を下回ったが、利用は増えており、乗降場所を追加して利便性を高める。"),
        ("ほだかブランド輸出拡大事業", "地方創生推進\nタイプ", "農政課", "6,930,000", [("輸出に取り組む事業者数", "10", "者", "R6.3", "6"), ("輸出額", "45,000", "千円", "R7.3", "－")], "地方創生に効果があった", "総合戦略のKPI達成に有効とは言えない", "販路を絞って取り組むべきではないか。", "事業の終了", "３か年の計画期間が終了するため。今後は県の協議会に参加して取り組む。"),
    ]  # fmt: skip
    s.put(1, 1, "令和５年度　デジタル田園都市国家構想交付金等に係る事業実施結果報告", LEFT, columns=12, ruled=False, bold=True, size=13)  # fmt: skip
    s.put(1, 15, "穂高台市", RIGHT, columns=2, ruled=False, size=10)
    s.put(2, 1, "（各交付対象事業の重要業績評価指標（KPI）の実績値等）", columns=12, ruled=False, size=9)
    fill = "DDEBF7"
    for column, text in ((1, "No"), (2, "①\n交付対象事業の名称"), (3, "②\n交付金の種類"), (4, "担当課"), (5, "③\n実績額\n（単位：円）")):  # fmt: skip
        s.put(3, column, text, CENTRE, rows=2, fill=fill)
    s.put(3, 6, "④\n本事業における重要業績評価指標（KPI）", CENTRE, columns=5, fill=fill)
    s.line(4, 6, ["", "指標", "指標値", "単位", "目標年月"], fill=fill)
    s.put(3, 11, "⑤\n本事業終了後における実績値", CENTRE, columns=2, fill=fill)
    s.line(4, 11, ["実績値", "事業効果"], fill=fill)
    s.put(3, 13, "⑥\n外部有識者からの評価", CENTRE, columns=2, fill=fill)
    s.line(4, 13, ["事業の評価", "外部有識者からの意見"], fill=fill)
    s.put(3, 15, "⑦\n実績値を踏まえた事業の今後について", CENTRE, columns=2, fill=fill)
    s.line(4, 15, ["今後の方針", "今後の方針の理由"], fill=fill)
    s.height(3, 3, 44)
    s.height(4, 4, 20)
    r = 5
    for number, (name, kind, office, money, indicators, effect, judged, opinion, plan, reason) in enumerate(content, 1):  # fmt: skip
        project = truth.project(name, [office])
        project.add(2023, "settlement", "", int(money.replace(",", "")), money, 1)
        for column, text, across in ((1, number, CENTRE), (2, name, LEFT), (3, kind, CENTRE), (4, office, CENTRE), (5, money, RIGHT), (12, effect, CENTRE), (13, judged, CENTRE), (14, opinion, LEFT), (15, plan, CENTRE), (16, reason, LEFT)):  # fmt: skip
            s.put(r, column, text, across, rows=4)
        for k in range(4):
            label, goal, unit, month, done = indicators[k] if k < len(indicators) else [""] * 5
            if label:
                kpi = truth.kpi(label, unit, [office])
                kpi.add(f"指標値 {month}", "target", 2024 if month == "R7.3" else 2023, printed(goal))
                kpi.add("実績値", "actual", 2023, printed(done))
            s.put(r + k, 6, f"指標{'①②③④'[k]}", CENTRE)
            s.put(r + k, 7, label)
            s.put(r + k, 8, goal, RIGHT)
            s.put(r + k, 9, unit, CENTRE)
            s.put(r + k, 10, month, CENTRE)
            s.put(r + k, 11, done, RIGHT)
            shrink(s, r + k, 7)
        r += 4
    s.height(5, r - 1, 27)
    s.sheet.print_title_rows = "3:4"
    return s


def gender_targets() -> Sheet:
    """雲居市: 男女共同参画プラン 数値目標一覧: a column a date, hair lines, 備考 with counts, two pages."""
    truth = Truth("雲居市", "第４次雲居市男女共同参画プラン 数値目標の進捗状況")
    truth.notes += [
        "策定時 (R3.4.1, fiscal 2021) = baseline; R4.4.1, R5.4.1 and R6.4.1 are days in fiscal 2022, 2023 and 2024 (actual); 目標値 R8.4.1 is in fiscal 2026.",
        "Counts in 備考 are no values. 進捗 (◎ ○ △ ×) is a judgement. ‐ is not available; an empty cell is no value.",
    ]
    s = Sheet(truth, [5, 5, 38, 7, 11, 11, 11, 11, 12, 6, 34, 15], font="IPAPMincho", size=9, landscape=True, inner=HAIR)  # fmt: skip
    goals = [
        ("Ⅰ 意識づくり", [
            ("「男は仕事、女は家庭」という考え方に同意しない市民の割合", "％", "58.3 ‐ ‐ 66.9 70.0以上", "○", "市民意識調査（５年ごと）", "人権・男女共同参画課"),
            ("社会全体で男女が平等になっていると思う市民の割合", "％", "14.6 ‐ ‐ 13.8 25.0以上", "△", "市民意識調査（５年ごと）", "人権・男女共同参画課"),
            ("男女共同参画に関する出前講座の受講者数", "人", "312 188 426 531 600", "○", "小学校４校、企業３社で実施", "人権・男女共同参画課"),
            ("男女混合名簿を使う小中学校の割合", "％", "92.9 96.4 100 100 100", "◎", "28校／28校", "学校教育課"),
        ]),
        ("Ⅱ あらゆる分野への参画", [
            ("市の審議会等における女性委員の割合", "％", "29.8 30.4 31.9 33.2 40.0以上", "○", "女性196人／総数590人（54審議会等）", "人権・男女共同参画課"),
            ("女性委員のいない審議会等の数", "件", "7 6 6 5 0", "○", "充て職による２件を含む", "人権・男女共同参画課"),
            ("市の管理職（課長級以上）に占める女性の割合", "％", "12.1 13.3 14.0 16.7 20.0以上", "○", "女性13人／総数78人", "人事課"),
            ("市の係長級に占める女性の割合", "％", "31.0 32.8 35.1 36.4 35.0以上", "◎", "女性48人／総数132人", "人事課"),
            ("小中学校の校長・教頭に占める女性の割合", "％", "17.9 19.6 23.2 21.4 25.0以上", "○", "女性12人／総数56人", "学校教育課"),
            ("自治会長に占める女性の割合", "％", "3.1 3.1 3.8 4.6 10.0以上", "○", "女性６人／総数131人", "市民協働課"),
            ("消防団員に占める女性の割合", "％", "2.6 2.7 2.9 3.4 5.0以上", "△", "女性21人／総数618人", "消防総務課"),
            ("防災会議における女性委員の割合", "％", "11.4 14.3 20.0 22.9 30.0以上", "○", "女性８人／総数35人", "危機管理課"),
        ]),
        ("Ⅲ 働く場での活躍", [
            ("男性市職員の育児休業取得率", "％", "8.3 21.1 47.4 68.4 85.0以上", "○", "前年度の実績（取得13人／対象19人）", "人事課"),
            ("えるぼし認定・くるみん認定を受けた市内企業の数", "社", "2 3 5 8 10", "○", "県の公表資料による", "商工課"),
            ("家族経営協定の締結数", "件", "41 43 43 46 50", "○", "年度末現在", "農業委員会事務局"),
            ("女性の創業相談件数", "件", " 19 27 33 40", "○", "令和３年度から集計", "商工課"),
            ("ワーク・ライフ・バランスという言葉の内容を知っている市民の割合", "％", "44.0 ‐ ‐ 52.7 60.0以上", "○", "市民意識調査（５年ごと）", "人権・男女共同参画課"),
        ]),
        ("Ⅳ 安心な暮らし", [
            ("ＤＶの相談窓口を知っている市民の割合", "％", "61.5 ‐ ‐ 70.2 80.0以上", "○", "市民意識調査（５年ごと）", "こども家庭相談室"),
            ("デートＤＶ防止講座を実施した中学校・高等学校の数", "校", "3 4 6 9 12", "○", "市内の中学校９校、高等学校３校", "人権・男女共同参画課"),
            ("子宮頸がん検診の受診率", "％", "22.7 23.0 24.8 26.1 50.0以上", "○", "前年度の実績", "健康推進課"),
            ("乳がん検診の受診率", "％", "25.4 25.9 27.5 29.0 50.0以上", "○", "前年度の実績", "健康推進課"),
            ("ひとり親家庭の自立支援給付金を活用した就業者数（累計）", "人", "18 24 31 39 50", "○", "平成29年度からの累計", "こども家庭相談室"),
        ]),
    ]  # fmt: skip
    heads = ["策定時\n(R3.4.1)", "実績\n(R4.4.1)", "実績\n(R5.4.1)", "実績\n(R6.4.1)", "目標値\n(R8.4.1)"]
    roles = [("baseline", 2021), ("actual", 2022), ("actual", 2023), ("actual", 2024), ("target", 2026)]
    s.put(1, 1, "第４次雲居市男女共同参画プラン　数値目標の進捗状況", CENTRE, columns=12, ruled=False, bold=True, size=14)  # fmt: skip
    s.put(2, 9, "進捗　◎達成　○改善　△横ばい（１ポイント未満の変化等）　×後退", RIGHT, columns=4, ruled=False, size=8)  # fmt: skip
    s.line(3, 1, ["基本\n目標", "№", "指　　標", "単位", *heads, "進捗", "備　考", "担当課"], fill="F8CBAD")
    s.height(3, 3, 30)
    r, number = 4, 1
    for goal, indicators in goals:
        s.put(r, 1, goal.replace("Ⅰ ", "Ⅰ　").replace(" ", "　"), CENTRE, rows=len(indicators), down=True, fill="FBE5D6", size=8.5)  # fmt: skip
        for name, unit, texts, mark, note, office in indicators:
            kpi = truth.kpi(name, unit, [office])
            cells = texts.split(" ")
            for head, (role, year), text in zip(heads, roles, cells, strict=True):
                kpi.add(head.replace("\n", " "), role, year, printed(text))
            s.put(r, 2, number, CENTRE)
            s.put(r, 3, name)
            s.put(r, 4, unit, CENTRE)
            s.line(r, 5, cells, RIGHT)
            s.put(r, 10, mark, CENTRE)
            s.put(r, 11, note, size=8)
            s.put(r, 12, office, CENTRE)
            shrink(s, r, 12)
            s.height(r, r, 36 if len(name) > 20 else 30)
            r, number = r + 1, number + 1
    s.sheet.print_title_rows = "3:3"
    s.sheet.row_breaks.append(Break(id=15))
    return s


DOCUMENTS = {
    "b8_kpi_grant_results": grant_results,
    "b8_kpi_gender_targets": gender_targets,
}
