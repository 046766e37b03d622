"""Eighth batch: blocks and forms printed from a spreadsheet."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from eighth_kpis_common import printed
from openpyxl.worksheet.pagebreak import Break  # type: ignore[import-untyped]
from truthfile import Truth
from workbooks import CENTRE, LEFT, RIGHT, THIN, Sheet


def strategy_blocks() -> Sheet:
    """椎名台市: 総合戦略 実績評価: a block an indicator with 従前値, （単位）, five years, 目標値 and remarks below."""
    truth = Truth("椎名台市", "第２期椎名台市まち・ひと・しごと創生総合戦略 令和５年度実績評価シート")
    truth.notes += [
        "従前値 = baseline; its year stands below in 基準年度. The years R2 to R5 hold 実績値 (actual); R6 is empty. 目標値 = target 2024 (目標年度).",
        "Departments: 指標担当課 of the block (one a line). 進捗状況 is a judgement; figures in remarks are no values.",
        "数値目標 of a goal and KPI その１... of a measure are indicators alike; the label is no part of the name.",
    ]
    s = Sheet(truth, [13, 11, 9, 10, 10, 10, 10, 10, 11, 15], font="IPAPGothic", size=9, landscape=True)
    content = [
        ("基本目標１　地域の力を生かして働く場をつくる", [
            ("数値目標", "市内の従業者数（事業所統計）", ["産業政策課"], "人", "H28", "24,316", "24,102 23,870 24,255 24,481", "24,800", "概ね順調", "産業団地に２社が操業を始め、製造業の従業者が増えた。", "卸売・小売業では減少が続いている。", "企業の採用活動を商工会議所と共に支援する。"),
            ("KPI その１", "新規創業件数（計画期間の累計）", ["産業政策課", "中心市街地活性化室"], "件", "R1", "－", "11 27 44 69", "75", "順調", "創業塾の修了者の３割が開業した。", "空き店舗の家賃が高く、開業に至らない例がある。", "家賃補助の期間を２年に延ばす。"),
            ("KPI その２", "新規就農者数", ["農業振興課"], "人／年", "R1", "8", "6 9 12 10", "12", "概ね順調", "研修農場の修了者４人が市内で就農した。", "初期投資の負担が大きい。", "中古機械のあっせんを始める。"),
        ]),
        ("基本目標２　人の流れをつくり、まちの魅力を伝える", [
            ("数値目標", "転入者数と転出者数の差（社会増減）", ["企画課"], "人", "R1", "△214", "△138 △91 △46 12", "0", "達成", "20歳代後半と子育て世帯の転入が増え、社会増に転じた。", "18歳から22歳の転出は依然として多い。", "市内に通える大学等の情報を高校に届ける。"),
            ("KPI その１", "空き家バンクの成約件数", ["住宅課"], "件／年", "R1", "14", "17 22 19 26", "25", "達成", "登録前の片付け費用の補助により登録が増えた。", "希望に合う物件の不足が続いている。", "固定資産税の通知に案内を同封する。"),
            ("KPI その２", "観光入込客数", ["観光振興課"], "千人／年", "R1", "1,386", "612 748 1,107 1,294", "1,450", "やや遅れ", "秋の催しの来場者が過去最多となった。", "団体客が戻っていない。", "平日の滞在型の旅行商品をつくる。"),
            ("KPI その３", "市公式ＳＮＳのフォロワー数", ["広報課"], "人", "R1", "5,820", "9,433 14,106 18,950 24,377", "20,000", "達成", "防災情報の配信をきっかけに登録が伸びた。", "市外の登録者の割合が低い。", "目標値の見直しを次期戦略で行う。"),
        ]),
        ("基本目標３　結婚・出産・子育ての希望をかなえる", [
            ("数値目標", "合計特殊出生率", ["こども政策課"], "－", "H30", "1.41", "1.36 1.29 1.27 1.22", "1.60", "遅れ", "保育所の待機児童はなくなった。", "婚姻件数の減少に歯止めがかからない。", "若い世代の意見を聴く場を設ける。"),
            ("KPI その１", "子育て支援センターの利用者数", ["こども政策課"], "人／年", "R1", "31,240", "14,872 19,605 25,318 29,964", "33,000", "概ね順調", "土曜日の開館と父親向けの講座が好評だった。", "施設の駐車場が不足している。", "第２駐車場を整備する。"),
            ("KPI その２", "男性の育児休業を取得しやすい職場と宣言した事業所数", ["産業政策課", "人権推進課"], "事業所", "R1", "0", "3 8 15 23", "30", "概ね順調", "訪問による働きかけを行った。", "従業員20人以下の事業所が少ない。", "事例集を配布する。"),
        ]),
    ]  # fmt: skip
    years = (("R2", 2020), ("R3", 2021), ("R4", 2022), ("R5", 2023))
    r, fill, first = 1, "E2EFDA", True
    s.put(1, 1, "第２期椎名台市まち・ひと・しごと創生総合戦略　令和５年度実績評価シート", CENTRE, columns=10, ruled=False, bold=True, size=13)  # fmt: skip
    r = 3
    for goal, blocks in content:
        if not first:
            s.sheet.row_breaks.append(Break(id=r - 1))
        first = False
        s.put(r, 1, goal, LEFT, columns=10, fill="A9D08E", bold=True, size=11)
        s.height(r, r, 20)
        r += 1
        for label, name, offices, unit, base_year, base, texts, goal_text, state, good, bad, after in blocks:
            kpi = truth.kpi(name, None if unit == "－" else unit, offices)
            start = {"H28": 2016, "H30": 2018, "R1": 2019}[base_year]
            kpi.add(f"従前値 {base_year}", "baseline", start, printed(base))
            for (period, year), text in zip(years, texts.split(), strict=True):
                kpi.add(period, "actual", year, printed(text))
            kpi.add("目標値 R6", "target", 2024, printed(goal_text))
            s.put(r, 1, label, CENTRE, fill=fill, bold=True)
            s.put(r, 2, name, LEFT, columns=6, bold=True, size=10)
            s.put(r, 8, "指標担当課", CENTRE, fill=fill)
            s.put(r, 9, "\n".join(offices), CENTRE, columns=2)
            s.height(r, r, 26 if len(offices) > 1 else 18)
            s.put(r + 1, 1, "", CENTRE, fill=fill)
            s.line(r + 1, 2, ["従前値", "（単位）", "R2", "R3", "R4", "R5", "R6", "目標値", "進捗状況"], fill=fill)  # fmt: skip
            s.put(r + 2, 1, "実績値", CENTRE, fill=fill)
            s.put(r + 2, 2, base, RIGHT)
            s.put(r + 2, 3, unit, CENTRE, rows=2)
            s.line(r + 2, 4, [*texts.split(), ""], RIGHT)
            s.put(r + 2, 9, goal_text, RIGHT)
            s.put(r + 2, 10, state, CENTRE, rows=2)
            s.put(r + 3, 1, "基準年度\n・目標年度", CENTRE, fill=fill, size=7.5)
            s.put(r + 3, 2, base_year, CENTRE)
            s.put(r + 3, 4, "", columns=5)
            s.put(r + 3, 9, "R6", CENTRE)
            s.height(r + 1, r + 2, 17)
            s.height(r + 3, r + 3, 21)
            s.put(r + 4, 1, "所見", CENTRE, fill=fill)
            s.put(r + 4, 2, f"【効果発現要因】{good}　【課題】{bad}　【今後の取組】{after}", LEFT, columns=9, size=8.5)  # fmt: skip
            s.height(r + 4, r + 4, 26)
            s.height(r + 5, r + 5, 7)
            r += 6
    return s


def grant_sheets() -> Sheet:
    """千歳野町: 交付金 効果検証シート, two projects: costs of three years in 円, 事業開始前 / 目標値 / 実績値 rows, opinions."""
    truth = Truth("千歳野町", "デジタル田園都市国家構想交付金 効果検証シート（令和５年度）")
    truth.notes += [
        "決算額 of three years in 円 = settlement; 交付金 and 一般財源 are components as printed; 合計 over the years is not in the truth.",
        "事業開始前 = baseline of 2020 (Ｒ２ below it). 達成率 and the boxes ☑ □ are no values. Departments: 担当課 of the sheet.",
        "The cell of 事業開始前 is merged over the rows 目標値 and 実績値 and is one baseline.",
    ]
    s = Sheet(truth, [11, 20, 9, 12, 14, 14, 14, 15], font="IPAMincho", size=9.5, inner=THIN)
    content = [
        (
            "森と湖のテレワーク拠点プロジェクト", "地方創生推進タイプ（横展開型）", "まちづくり推進課", "令和３年度～令和５年度（３か年）",
            "廃校を活用したテレワーク拠点を運営し、企業の研修や個人の長期滞在を受け入れる。空き家の改修と子どもの受入れを合わせて行い、関係人口から移住につなげる。",
            [(18_420_600, 9_210_300), (22_086_450, 11_043_225), (19_874_910, 9_937_455)],
            [("拠点の延べ利用者数", "人", "0", "600 1,500 2,400", "417 1,638 2,751"), ("研修等で滞在した企業の数", "社", "2", "5 10 15", "3 9 17"), ("拠点を通じた移住者数", "人", "－", "4 8 12", "2 5 7"), ("拠点の売上高", "千円", "0", "1,200 3,000 4,800", "860 2,945 5,130")],
            "☑ 非常に効果があった　□ 効果があった　□ 効果がなかった", "利用者と売上げは目標を上回り、自走の見通しが立った。移住者は目標に届かず、住まいの確保が課題である。", "事業の継続", "滞在者の声を町の施策に反映する仕組みを整えてほしい。", "令和６年度以降は運営法人の収入により継続し、町は空き家の改修を支援する。",
        ),
        (
            "デジタル身分証を活用した住民サービス実装事業", "デジタル実装タイプ（TYPE1）", "総務課情報係", "令和５年度（単年度）",
            "マイナンバーカードを利用し、書かない窓口、避難所の受付及び図書館の貸出しを１枚で行えるようにする。",
            [(None, None), (None, None), (33_528_000, 16_764_000)],
            [("書かない窓口の利用件数", "件", "0", "－ － 3,000", "－ － 3,482"), ("カードで図書を借りた利用者の割合", "％", "0.0", "－ － 20.0", "－ － 11.6"), ("サービスの満足度（５点満点）", "点", "－", "－ － 4.0", "－ － 4.2")],
            "□ 非常に効果があった　☑ 効果があった　□ 効果がなかった", "窓口の利用は目標を上回った。図書館での利用は周知が足りず、目標の６割にとどまった。", "事業の継続（改善）", "カードを持たない人への配慮を続けられたい。", "図書館の窓口に登録を支援する職員を置く。",
        ),
    ]  # fmt: skip
    years = (("令和３年度", 2021), ("令和４年度", 2022), ("令和５年度", 2023))
    r, fill = 1, "FFF2CC"
    for name, kind, office, term, outline, costs, indicators, effect, inner, plan, outer, after in content:
        if r > 1:
            s.sheet.row_breaks.append(Break(id=r - 1))
        s.put(r, 1, "デジタル田園都市国家構想交付金　効果検証シート（令和５年度）", CENTRE, columns=8, ruled=False, bold=True, size=13)  # fmt: skip
        s.height(r, r, 26)
        s.put(r + 1, 1, "１　事業の概要", columns=8, ruled=False, bold=True)
        for k, (label, text) in enumerate((("事業名", name), ("交付金の種類", kind), ("担当課", office), ("事業期間", term), ("事業の概要", outline))):  # fmt: skip
            s.put(r + 2 + k, 1, label, CENTRE, fill=fill)
            s.put(r + 2 + k, 2, text, LEFT, columns=7, bold=label == "事業名", size=11 if label == "事業名" else 0)  # fmt: skip
            s.height(r + 2 + k, r + 2 + k, 40 if label == "事業の概要" else 20)
        r += 8
        s.put(r, 1, "２　事業費", columns=4, ruled=False, bold=True)
        s.put(r, 7, "（単位：円）", RIGHT, columns=2, ruled=False)
        s.put(r + 1, 1, "区　　分", CENTRE, columns=4, fill=fill)
        s.line(r + 1, 5, [*[f"{t}\n決算額" for t, _ in years], "合計"], fill=fill)
        s.height(r + 1, r + 1, 28)
        project = truth.project(name, [office], summary=outline)
        lines = [("事業費", "", [a for a, _ in costs]), ("　うち交付金", "うち交付金", [b for _, b in costs]), ("　うち一般財源", "うち一般財源", [a - b if a else None for a, b in costs])]  # fmt: skip
        for k, (label, component, amounts) in enumerate(lines):
            s.put(r + 2 + k, 1, label, LEFT, columns=4)
            for (_, year), amount in zip(years, amounts, strict=True):
                project.add(year, "settlement", component, amount, f"{amount or 0:,}", 1)
            s.line(r + 2 + k, 5, [f"{a:,}" if a else "－" for a in amounts] + [f"{sum(a or 0 for a in amounts):,}"], RIGHT)  # fmt: skip
            s.height(r + 2 + k, r + 2 + k, 18)
        r += 6
        s.put(r, 1, "３　重要業績評価指標（ＫＰＩ）の状況", columns=8, ruled=False, bold=True)
        s.put(r + 1, 1, "指　　標", CENTRE, rows=2, columns=2, fill=fill)
        s.put(r + 1, 3, "区分", CENTRE, rows=2, fill=fill)
        s.line(r + 1, 4, ["事業開始前", "１年目", "２年目", "３年目"], fill=fill)
        s.line(r + 2, 4, ["Ｒ２", "Ｒ３", "Ｒ４", "Ｒ５"], fill=fill)
        s.put(r + 1, 8, "達成率（Ｒ５）", CENTRE, rows=2, fill=fill)
        r += 3
        for label, unit, base, goals, dones in indicators:
            kpi = truth.kpi(label, unit, [office])
            kpi.add("事業開始前 Ｒ２", "baseline", 2020, printed(base))
            s.put(r, 1, f"{label}\n（単位：{unit}）", LEFT, rows=2, columns=2)
            s.put(r, 4, base, RIGHT, rows=2)
            for k, (role, title, texts) in enumerate((("target", "目標値", goals), ("actual", "実績値", dones))):  # fmt: skip
                for (period, year), text in zip(years, texts.split(), strict=True):
                    kpi.add(f"{period} {title}", role, year, printed(text))
                s.put(r + k, 3, title, CENTRE)
                s.line(r + k, 5, texts.split(), RIGHT)
            want, got = (float(t.split()[-1].replace(",", "")) for t in (goals, dones))
            s.put(r, 8, f"{got * 100 / want:.1f}％", CENTRE, rows=2)
            s.height(r, r + 1, 17)
            r += 2
        r += 1
        s.put(r, 1, "４　評価と今後の方針", columns=8, ruled=False, bold=True)
        for k, (label, text) in enumerate((("事業の効果", effect), ("内部評価", inner), ("外部評価", outer), ("今後の方針", plan), ("方針の理由", after))):  # fmt: skip
            s.put(r + 1 + k, 1, label, CENTRE, fill=fill)
            s.put(r + 1 + k, 2, text, LEFT, columns=7)
            s.height(r + 1 + k, r + 1 + k, 32 if label == "内部評価" else 22)
        r += 7
    return s


DOCUMENTS = {
    "b8_kpi_strategy_blocks": strategy_blocks,
    "b8_kpi_grant_sheets": grant_sheets,
}
