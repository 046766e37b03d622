"""Eighth batch, made in a spreadsheet: projects paid from a national grant, and a five-year financial plan."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations

from markup import rate, yen
from openpyxl.styles import Alignment
from truthfile import Odd, Truth, shown
from workbooks import CENTRE, HAIR, LEFT, RIGHT, THIN, Sheet

# kind, single or subsidised, name, what, from, to, cost, national, grant, done, aim, effect, office
GRANTS = [
    ("低所得世帯支援枠", "単", "住民税非課税世帯等支援給付金（３万円）", "①物価高騰の影響が大きい低所得世帯を支える。\n②給付金及び事務費\n③2,184世帯×30千円　事務費3,906千円\n④令和５年度住民税非課税世帯", "R5.5.25", "R5.11.30", 67_391_240, 0, 67_391_240, "支給世帯　2,116世帯\n（支給率96.9％）", "対象世帯への支給率95％以上", "物価高騰下の家計の負担を速やかに軽減できた。", "福祉課"),
    ("推奨事業メニュー", "単", "学校給食費支援事業", "①食材費の高騰分を町が負担し保護者の負担を抑える。\n②食材費\n③小学生604人、中学生318人\n④町立小中学校の児童生徒の保護者（教職員を除く。）", "R5.4.1", "R6.3.31", 9_418_655, 0, 9_000_000, "補助単価　小学生48円／食　中学生55円／食", "給食費の値上げを行わないこと", "給食費を据え置き、栄養量を保った給食を提供できた。", "教育課"),
    ("推奨事業メニュー", "単", "プレミアム付き電子商品券発行事業", "①消費を下支えし、町内事業者を支援する。\n②プレミアム分、事務委託料\n③プレミアム分30,000千円　委託料6,820千円\n④町民、町内事業者", "R5.7.3", "R6.1.31", 36_644_730, 0, 34_500_000, "販売冊数　19,874セット\n利用額　129,181千円\n参加店　162店", "参加店150店以上、利用率98％以上", "町内での消費を喚起した。高齢者への操作支援が課題である。", "商工観光課"),
    ("推奨事業メニュー", "補", "出産・子育て応援給付金上乗せ事業", "①出産世帯の負担を軽減する。\n②給付金\n③61人×20千円\n④令和５年４月以降に出生した児童の養育者", "R5.6.1", "R6.3.31", 2_480_000, 820_000, 1_240_000, "給付人数　62人", "対象者全員への給付", "全ての対象者に給付し、妊娠期からの相談につなげた。", "健康こども課"),
    ("推奨事業メニュー", "単", "介護・障がい福祉施設等物価高騰対策支援金", "①施設の光熱費等の上昇分を支援する。\n②支援金\n③入所系12施設、通所系19施設、訪問系11事業所\n④町内の介護・障がい福祉サービス事業者", "R5.7.1", "R5.12.28", 8_850_000, 0, 8_850_000, "41事業所（入所系12、通所系18、訪問系11）", "廃止・休止する事業所がないこと", "物価高騰を理由とする休止・廃止はなく、サービスが継続された。", "福祉課"),
    ("推奨事業メニュー", "単", "施設園芸農家燃油高騰対策事業", "①燃油価格の上昇分の一部を補助する。\n②補助金\n③Ａ重油1L当たり20円　210kL\n④町内の施設園芸農家", "R5.10.2", "R6.3.29", 3_972_180, 0, 3_900_000, "27戸　198.6kL", "施設園芸農家数の維持（27戸）", "営農を断念した農家はなかった。", "農林水産課"),
    ("推奨事業メニュー", "単", "漁船燃料費支援金", "①燃油高騰の影響を受ける漁業者の操業を支える。\n②支援金\n③動力船138隻\n④漁協の正組合員", "R5.10.2", "R6.2.29", 5_106_000, 0, 5_100_000, "131隻", "出漁日数の維持", "前年並みの出漁日数を確保した。", "農林水産課"),
    ("推奨事業メニュー", "単", "省エネ家電買換え促進事業", "①家庭の電気代を軽減し、脱炭素を進める。\n②補助金、事務費\n③冷蔵庫・エアコン200台\n④町民", "R5.8.1", "R6.2.29", 5_874_312, 0, 5_500_000, "冷蔵庫　88台\nエアコン　104台", "補助台数200台", "目標台数をわずかに下回ったが、二酸化炭素の削減に寄与した。", "環境課"),
]  # fmt: skip


def grant_list() -> Sheet:
    """樫ノ浦町: 臨時交付金 実施状況及び効果検証: A3, 円, cost with three sources, numbered text lines, months as R5.5.25, texts at the right."""
    truth = Truth("樫ノ浦町", "令和５年度 物価高騰対応重点支援地方創生臨時交付金 実施状況及び効果検証")
    truth.notes += [
        "総事業費（決算額） = settlement of 2023 (title); 国庫補助額, 交付金充当額, その他・一般財源 are components as printed. A printed 0 is 0. 合計 is a total.",
        "実施状況 and 成果目標 are texts without a table of figures: no indicators. Amounts in 事業の概要 are estimates in running text, not in the truth.",
        "補助・単独, dates and 交付金の区分 are no values.",
    ]
    s = Sheet(
        truth,
        [4, 9, 5, 18, 33, 8.5, 8.5, 12, 9.5, 12, 10.5, 21, 15, 22, 11],
        font="IPAGothic",
        size=9,
        landscape=True,
        inner=THIN,
    )
    s.sheet.page_setup.paperSize = 8
    s.put(
        1,
        1,
        "令和５年度　物価高騰対応重点支援地方創生臨時交付金　実施状況及び効果検証",
        LEFT,
        columns=15,
        ruled=False,
        bold=True,
        size=14,
    )
    s.put(2, 13, "樫ノ浦町企画財政課　単位：円", RIGHT, columns=3, ruled=False)
    heads = {
        1: "No",
        2: "交付金の区分",
        3: "補助\n単独",
        4: "交付対象事業の名称",
        5: "事業の概要\n①目的・効果　②交付金を充当する経費内容\n③積算根拠　④事業の対象（交付対象者等）",
        6: "事業\n始期",
        7: "事業\n終期",
        12: "実施状況",
        13: "成果目標",
        14: "事業の効果・評価",
        15: "担当課",
    }
    for column, title in heads.items():
        s.put(3, column, title, CENTRE, rows=2, fill="DDEBF7")
    s.put(3, 8, "総事業費\n（決算額）", CENTRE, rows=2, fill="DDEBF7")
    s.put(3, 9, "左の財源内訳", CENTRE, columns=3, fill="DDEBF7")
    s.line(4, 9, ["国庫補助額", "交付金充当額", "その他・\n一般財源"], CENTRE, "DDEBF7")
    r, grand = 5, [0] * 4
    for k, (
        part,
        single,
        name,
        what,
        start,
        end,
        cost,
        national,
        grant,
        done,
        aim,
        effect,
        office,
    ) in enumerate(GRANTS, 1):
        amounts = [cost, national, grant, cost - national - grant]
        assert min(amounts) >= 0
        project = truth.project(name, [office])
        for label, amount in zip(
            ("", "国庫補助額", "交付金充当額", "その他・一般財源"), amounts, strict=True
        ):
            project.add(2023, "settlement", label, amount, yen(amount), 1)
        grand = [a + b for a, b in zip(grand, amounts, strict=True)]
        s.line(r, 1, [k, part, single], CENTRE)
        s.put(r, 4, name)
        s.put(r, 5, what, size=8)
        s.line(r, 6, [start, end], CENTRE)
        s.line(r, 8, [yen(a) for a in amounts], RIGHT)
        for column, text in ((12, done), (13, aim), (14, effect)):
            s.put(r, column, text, size=8)
        s.put(r, 15, office, CENTRE)
        s.height(r, r, 80)
        r += 1
    total = truth.project("合計", total=True)
    for label, amount in zip(("", "国庫補助額", "交付金充当額", "その他・一般財源"), grand, strict=True):
        total.add(2023, "settlement", label, amount, yen(amount), 1)
    s.put(r, 1, "合　　計", CENTRE, columns=7)
    s.line(r, 8, [yen(a) for a in grand], RIGHT)
    s.put(r, 12, "", columns=4)
    s.height(3, 3, 26)
    s.height(4, 4, 30)
    s.height(r, r, 22)
    return s


REVENUE = [
    ("自主財源", [
        ("町税", [1_512, 1_498, 1_490, 1_476, 1_462, 1_458, 1_441]),
        ("繰入金", [402, 518, 461, 395, 380, 312, 290]),
        ("使用料・諸収入等", [688, 640, 622, 615, 611, 605, 601]),
    ]),
    ("依存財源", [
        ("地方交付税", [3_264, 3_310, 3_285, 3_248, 3_202, 3_160, 3_124]),
        ("国・県支出金", [1_431, 1_502, 1_388, 1_296, 1_270, 1_244, 1_240]),
        ("町債", [512, 880, 1_204, 646, 420, 395, 390]),
        ("譲与税・交付金", [418, 421, 424, 424, 424, 424, 424]),
    ]),
]  # fmt: skip
SPENDING = [
    ("義務的経費", [
        ("人件費", [1_386, 1_455, 1_470, 1_463, 1_470, 1_452, 1_449]),
        ("扶助費", [872, 940, 951, 958, 966, 972, 980]),
        ("公債費", [905, 913, 926, 948, 987, 1_003, 968]),
    ]),
    ("投資的経費", [
        ("普通建設事業費", [1_190, 1_604, 1_936, 1_102, 780, 640, 625]),
        ("災害復旧事業費", [46, 118, 5, 5, 5, 5, 5]),
    ]),
    ("その他の経費", [
        ("物件費", [1_402, 1_466, 1_438, 1_421, 1_409, 1_398, 1_390]),
        ("補助費等", [1_174, 1_208, 1_190, 1_181, 1_169, 1_160, 1_154]),
        ("繰出金", [688, 701, 706, 712, 719, 725, 733]),
        ("積立金・貸付金ほか", [321, 186, 132, 130, 130, 130, 130]),
    ]),
]  # fmt: skip
YEARS = [
    ("令和５年度\n（決算）", 2023, "settlement"),
    ("令和６年度\n（決算見込）", 2024, "settlement"),
    *[
        (f"令和{y}年度\n（計画）", y2, "forecast")
        for y, y2 in (("７", 2025), ("８", 2026), ("９", 2027), ("10", 2028), ("11", 2029))
    ],
]


def financial_plan() -> Sheet:
    """樺坂町: 財政計画: 決算, 決算見込 and 計画 of five years in 百万円, a line of 伸率 below each sum, groups downwards; then targets of finance."""
    truth = Truth("樺坂町", "樺坂町中期財政計画（令和７年度～令和11年度）")
    truth.notes += [
        "百万円. （決算） and （決算見込） = settlement, （計画） = forecast. The 伸率 lines are growth in percent of each year and not in the truth.",
        "小計, 歳入合計, 歳出合計 and 差引 are totals.",
        "財政運営の目標: （決算） = actual, （決算見込） and （計画） = planned, 目標値 = target of 2029 (its header). No department is printed.",
    ]
    s = Sheet(truth, [4, 4.5, 24, *[11.5] * 7, 12], font="IPAPGothic", size=9, inner=HAIR)
    s.put(1, 1, "４　財政収支の見通し", LEFT, columns=11, ruled=False, bold=True, size=13)
    s.put(2, 8, "（単位：百万円、％）", RIGHT, columns=3, ruled=False)
    s.put(3, 1, "区　　　　分", CENTRE, columns=3, fill="FFF2CC")
    s.line(3, 4, [t for t, _, _ in YEARS], CENTRE, "FFF2CC")
    r, totals = 4, {}

    def pair(title: str, amounts: list[int], column: int, *, total: bool, fill: str = "") -> None:
        nonlocal r
        project = truth.project(title.replace("　", ""), total=total)
        for (_, year, kind), amount in zip(YEARS, amounts, strict=True):
            project.add(year, kind, "", amount, yen(amount), 1_000_000)
        s.put(r, column, title, LEFT if column == 3 else CENTRE, columns=4 - column, fill=fill)
        s.line(r, 4, [yen(a) for a in amounts], RIGHT, fill)
        s.put(r + 1, column, "伸　率", RIGHT, columns=4 - column, size=8, fill=fill)
        growth = [rate(b - a, a, minus="▲") for a, b in zip(amounts, amounts[1:])]
        for k, text in enumerate(["－", *growth]):
            s.put(r + 1, 4 + k, text, RIGHT, size=8, fill=fill)
        r += 2

    for side, groups in (("歳　入", REVENUE), ("歳　出", SPENDING)):
        lines = sum(2 * len(g[1]) + 2 for g in groups) + 2
        s.put(r, 1, side, CENTRE, rows=lines, down=True)
        whole = [0] * 7
        for group, items in groups:
            s.put(r, 2, group, CENTRE, rows=2 * len(items) + 2, down=True, size=8)
            part = [sum(a[k] for _, a in items) for k in range(7)]
            for title, amounts in items:
                pair(title, amounts, 3, total=False)
            pair("小　計", part, 3, total=True, fill="F2F2F2")
            whole = [a + b for a, b in zip(whole, part, strict=True)]
        totals[side] = whole
        pair(f"{side.replace('　', '')}合計", whole, 2, total=True, fill="E7E6E6")
    left = [a - b for a, b in zip(totals["歳　入"], totals["歳　出"], strict=True)]
    s.put(r, 1, "差引（歳入－歳出）", CENTRE, columns=3, fill="FFF2CC")
    s.line(r, 4, [yen(a, "▲") for a in left], RIGHT, "FFF2CC")
    assert min(left) >= 0, left
    s.height(3, 3, 28)
    s.height(4, r, 15)
    s.put(r + 2, 1, "５　財政運営の目標", LEFT, columns=11, ruled=False, bold=True, size=13)
    s.put(r + 3, 1, "指　　標（単位）", CENTRE, columns=3, fill="FFF2CC")
    s.line(r + 3, 4, [*[t for t, _, _ in YEARS], "目標値\n（令和11年度）"], CENTRE, "FFF2CC")
    s.height(r + 3, r + 3, 28)
    goals = [
        (
            "経常収支比率",
            "％",
            ["91.4", "92.6", "93.0", "93.1", "92.8", "92.2", "91.5"],
            Odd("92.0以下", "92.0", "at_most"),
        ),
        (
            "実質公債費比率",
            "％",
            ["9.8", "10.1", "10.6", "11.0", "11.4", "11.5", "11.2"],
            Odd("12.0以下", "12.0", "at_most"),
        ),
        (
            "財政調整基金年度末残高",
            "百万円",
            ["1,846", "1,702", "1,560", "1,455", "1,372", "1,318", "1,280"],
            Odd("1,200以上", "1200", "at_least"),
        ),
        ("町債年度末残高", "百万円", ["8,930", "8,962", "9,304", "9,071", "8,576", "8,039", "7,530"], "－"),
    ]
    roles = ["actual", "planned", *["planned"] * 5]
    for k, (name, unit, texts, goal) in enumerate(goals):
        kpi = truth.kpi(name, unit)
        s.put(r + 4 + k, 1, f"{name}（{unit}）", LEFT, columns=3)
        for (period, year, _), role, text in zip(YEARS, roles, texts, strict=True):
            kpi.add(period.replace("\n", " "), role, year, text)
        kpi.add("目標値（令和11年度）", "target", 2029, goal)
        s.line(r + 4 + k, 4, [*texts, shown(goal)], RIGHT)
    s.height(r + 4, r + 7, 17)
    s.sheet.print_title_rows = "3:3"
    s.sheet.cell(1, 1).alignment = Alignment(horizontal=LEFT)
    return s


DOCUMENTS = {"b8_grant_list": grant_list, "b8_financial_plan": financial_plan}
