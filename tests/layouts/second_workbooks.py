"""Second batch: layouts made in a spreadsheet."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import rate, yen
from truthfile import Truth
from workbooks import CENTRE, HAIR, LEFT, RIGHT, THIN, Sheet


def sdgs_columns() -> Sheet:
    """見梅市: goals with SDGs numbers as columns marked ●, then 現状値 (R5), 目標値 (R10), and 担当."""
    truth = Truth("見梅市", "第２期見梅市総合計画 後期基本計画 指標とSDGs")
    truth.notes.append(
        "The columns 1 to 17 are goals of the SDGs (●): no values. Unit in a column of its own."
    )
    s = Sheet(truth, [26, 8, *[3.2] * 17, 11, 11, 16], font="IPAGothic", size=8, landscape=True, inner=HAIR)
    content = [
        ("健康教室の参加者数", "人", {3, 11}, "1,842", "2,400", "健康課"),
        ("小学生の読書量（月平均）", "冊", {4}, "8.7", "10.0", "学校教育課"),
        ("女性の管理職割合", "％", {5, 8, 10}, "17.3", "30.0", "人事課"),
        ("市内製造業の付加価値額", "億円", {8, 9}, "326", "350", "産業課"),
        ("再生可能エネルギーの導入量", "kW", {7, 13}, "21,050", "30,000", "環境課"),
        ("漁業就業者数", "人", {14, 8}, "118", "110", "水産課"),
        ("多文化共生サポーター", "人", {10, 16, 17}, "—", "40", "市民課"),
        ("市街地の緑被率", "％", {11, 15}, "24.1", "24.1", "公園課"),
        ("法令遵守研修の受講率", "％", {16}, "92.5", "100.0", "総務課"),
    ]  # fmt: skip
    s.put(1, 1, "指標とＳＤＧｓの関係", LEFT, columns=22, ruled=False, bold=True, size=13)
    for column, title in (
        (1, "指標"),
        (2, "単位"),
        (20, "現状値\n令和５年度"),
        (21, "目標値\n令和10年度"),
        (22, "担当課"),
    ):
        s.put(2, column, title, CENTRE, rows=2, fill="E2EFDA")
    s.put(2, 3, "関連するSDGsの目標", CENTRE, columns=17, fill="E2EFDA")
    s.line(3, 3, [str(k) for k in range(1, 18)], fill="E2EFDA")
    for r, (name, unit, goals, now, goal, office) in enumerate(content, 4):
        kpi = truth.kpi(name, unit, [office])
        kpi.add("現状値 令和５年度", "baseline", 2023, now)
        kpi.add("目標値 令和10年度", "target", 2028, goal)
        s.put(r, 1, name)
        s.put(r, 2, unit, CENTRE)
        s.line(r, 3, ["●" if k in goals else "" for k in range(1, 18)])
        s.line(r, 20, [now, goal], RIGHT)
        s.put(r, 22, office, CENTRE)
    s.height(2, 12, 26)
    return s


def funds_of_departments() -> Sheet:
    """見竹町: 本年度 / 前年度 / 比較 with the year in the title only, funds of 本年度, departments in vertical cells."""
    truth = Truth("見竹町", "令和４年度 当初予算主要事業概要")
    truth.notes.append(
        "本年度 is 令和４年度 (title). ▲ before a figure is minus. Blank fund cells are no amounts."
    )
    s = Sheet(
        truth, [5, 30, 12, 12, 12, 12, 11, 11, 12], font="IPAPMincho", size=10, landscape=True, inner=THIN
    )
    content = [
        ("企画課", [("結婚新生活支援事業", 3_000, 1_500, 1_500, 0, 0), ("光ファイバ整備負担金", 18_640, 62_115, 0, 12_000, 0), ("ふるさと応援隊活動費", 9_870, 9_412, 0, 0, 640)]),
        ("住民課", [("証明書交付窓口改修", 4_318, 0, 0, 0, 0), ("防犯灯更新事業", 2_145, 2_145, 0, 0, 0)]),
        ("建設課", [("町道中央線改良事業", 88_200, 104_730, 44_100, 39_600, 0), ("町営住宅屋根改修事業", 21_906, 19_340, 9_857, 10_800, 1_249), ("農業用水路補修事業", 6_512, 7_080, 0, 0, 3_256)]),
    ]  # fmt: skip
    s.put(1, 1, "令和４年度　当初予算主要事業概要", CENTRE, columns=9, ruled=False, bold=True, size=14)
    s.put(2, 7, "（単位：千円）", RIGHT, columns=3, ruled=False)
    for column, title in ((1, "課"), (2, "事　業　名"), (3, "本年度"), (4, "前年度"), (5, "比　較")):
        s.put(3, column, title, CENTRE, rows=2, fill="FCE4D6")
    s.put(3, 6, "本年度の財源内訳", CENTRE, columns=4, fill="FCE4D6")
    s.line(4, 6, ["国県支出金", "地方債", "その他", "一般財源"], fill="FCE4D6")
    r, whole = 5, [0] * 6
    for office, projects in content:
        s.put(r, 1, office, CENTRE, rows=len(projects), down=True)
        for name, this, last, *special in projects:
            funds = [*special, this - sum(special)]
            project = truth.project(name, [office], change_yen=(this - last) * 1000)
            project.add(2022, "initial_budget", "", this, yen(this))
            project.add(2021, "initial_budget", "", last, yen(last))
            for label, amount in zip(("国県支出金", "地方債", "その他", "一般財源"), funds, strict=True):
                project.add(2022, "initial_budget", label, amount or None, yen(amount))
            s.put(r, 2, name)
            s.line(
                r, 3, [yen(this), yen(last), yen(this - last, "▲"), *[yen(f or None) for f in funds]], RIGHT
            )
            whole = [a + b for a, b in zip(whole, [this, last, *funds], strict=True)]
            r += 1
    total = truth.project("計", change_yen=(whole[0] - whole[1]) * 1000, total=True)
    total.add(2022, "initial_budget", "", whole[0], yen(whole[0]))
    total.add(2021, "initial_budget", "", whole[1], yen(whole[1]))
    s.put(r, 1, "計", CENTRE, columns=2, fill="F2F2F2")
    s.line(
        r,
        3,
        [yen(whole[0]), yen(whole[1]), yen(whole[0] - whole[1], "▲"), *[yen(f) for f in whole[2:]]],
        RIGHT,
        "F2F2F2",
    )
    s.height(3, r, 24)
    return s


def settlement_accounts() -> Sheet:
    """見松原市: 特別会計歳出決算: 予算現額, 支出済額, 翌年度繰越額, 不用額, 執行率 a row an account in 円, total at the top."""
    truth = Truth("見松原市", "令和３年度 特別会計歳出決算総括表")
    truth.notes.append(
        "支出済額 = settlement. 翌年度繰越額, 不用額 and 執行率 are no amounts. 総額 at the top is a total."
    )
    s = Sheet(truth, [30, 18, 18, 16, 16, 10], font="IPAPGothic", size=10, landscape=True)
    content = [
        ("国民健康保険", 6_120_000_000, 6_014_930_118, 0),
        ("介護保険", 5_475_300_000, 5_388_104_770, 0),
        ("駐車場事業", 88_400_000, 71_203_915, 12_100_000),
        ("学校給食費", 402_700_000, 397_880_333, 0),
    ]
    s.put(1, 1, "令和３年度　特別会計歳出決算総括表", CENTRE, columns=6, ruled=False, bold=True, size=14)
    s.put(2, 5, "（単位：円、％）", RIGHT, columns=2, ruled=False)
    s.line(3, 1, ["会計名", "予算現額", "支出済額", "翌年度繰越額", "不用額", "執行率"], fill="DDEBF7")
    whole = ("総　　額", *[sum(x[k] for x in content) for k in (1, 2, 3)])
    for r, (name, budget, spent, carried) in enumerate([whole, *content], 4):
        project = truth.project(name.replace("　", ""), total=r == 4)
        project.add(2021, "current_budget", "", budget, yen(budget), 1)
        project.add(2021, "settlement", "", spent, yen(spent), 1)
        s.put(r, 1, name, CENTRE if r == 4 else LEFT)
        s.line(
            r,
            2,
            [yen(budget), yen(spent), yen(carried), yen(budget - spent - carried), rate(spent, budget)],
            RIGHT,
        )
    s.height(3, 8, 26)
    return s


DOCUMENTS = {
    "b2_kpi_sdgs_columns": sdgs_columns,
    "b2_budget_year_in_title": funds_of_departments,
    "b2_settlement_accounts": settlement_accounts,
}
