"""Ninth batch, made in a spreadsheet: five years of an implementation plan, and a list of main works of a budget."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations

from markup import yen
from openpyxl.styles import Alignment
from openpyxl.worksheet.pagebreak import Break
from truthfile import Truth
from workbooks import CENTRE, HAIR, LEFT, RIGHT, Sheet

# measure, [(name, sort, what, office, five 事業費, five うち一般財源)]
PLAN = [
    ("基本目標１　豊かな自然と共生するまち", "１－１　循環型社会の形成", [
        ("ごみ収集運搬事業", "ソフト", "家庭ごみの収集と運搬の委託", "生活環境課", (62_400, 63_000, 63_600, 64_200, 64_800), (51_900, 52_500, 53_100, 53_700, 54_300)),
        ("最終処分場延命化事業", "ハード", "埋立物の掘起しと減容、遮水シートの補修", "生活環境課", (0, 18_500, 146_000, 152_000, 0), (0, 18_500, 36_500, 38_000, 0)),
        ("再生可能エネルギー設備導入補助事業", "ソフト", "太陽光発電設備と蓄電池の設置に対する補助", "生活環境課", (6_000, 6_000, 6_000, 6_000, 6_000), (1_500, 1_500, 1_500, 1_500, 1_500)),
    ]),
    ("基本目標１　豊かな自然と共生するまち", "１－２　上下水道の整備", [
        ("浄化槽設置整備事業", "ハード", "合併処理浄化槽の設置に対する補助（年25基）", "上下水道課", (13_250, 13_250, 13_250, 13_250, 13_250), (4_417, 4_417, 4_417, 4_417, 4_417)),
        ("老朽管更新事業（簡易水道会計繰出金）", "ハード", "石綿セメント管の更新　L=4.2km", "上下水道課", (21_000, 34_000, 34_000, 28_000, 15_000), (21_000, 34_000, 34_000, 28_000, 15_000)),
    ]),
    ("基本目標２　ともに支え合うまち", "２－１　子育て支援の充実", [
        ("認定こども園琴浜建設事業", "ハード", "２保育所を統合した認定こども園の建設（定員120人）", "こども課", (38_600, 412_000, 586_000, 22_000, 0), (9_700, 46_000, 71_500, 22_000, 0)),
        ("子育て世代住まい取得応援事業", "ソフト", "45歳未満の世帯の住宅取得に対する補助", "定住促進課", (12_000, 12_000, 12_000, 9_000, 9_000), (6_000, 6_000, 6_000, 9_000, 9_000)),
        ("子どもの居場所づくり推進事業", "ソフト", "放課後の学習支援と子ども食堂の運営補助", "こども課", (2_850, 3_400, 3_400, 3_400, 3_400), (950, 1_134, 1_134, 1_134, 1_134)),
    ]),
    ("基本目標２　ともに支え合うまち", "２－２　地域医療・福祉の充実", [
        ("町立診療所医療機器更新事業", "ハード", "Ｘ線撮影装置、電子カルテの更新", "保健福祉課", (16_720, 0, 24_500, 0, 8_800), (1_720, 0, 2_500, 0, 800)),
        ("移動販売支援事業", "ソフト", "買物が困難な地区を回る移動販売車の運行支援", "保健福祉課", (1_800, 1_800, 1_800, 1_800, 1_800), (1_800, 1_800, 1_800, 1_800, 1_800)),
        ("地域包括支援センター運営事業", "ソフト", "総合相談、権利擁護、介護予防の支援", "保健福祉課", (28_330, 28_900, 29_500, 30_100, 30_700), (5_453, 5_563, 5_679, 5_794, 5_910)),
    ]),
    ("基本目標３　活力ある産業のまち", "３－１　農林水産業の振興", [
        ("琴浜漁港機能保全事業", "ハード", "防波堤の補修と泊地の浚渫", "農林水産課", (54_000, 54_000, 72_000, 72_000, 36_000), (8_100, 8_100, 10_800, 10_800, 5_400)),
        ("森林経営管理事業", "ソフト", "意向調査と間伐の委託（森林環境譲与税を充当）", "農林水産課", (18_900, 18_900, 18_900, 18_900, 18_900), (0, 0, 0, 0, 0)),
        ("スマート農業導入支援事業", "ソフト", "ドローンや自動操舵装置の導入に対する補助", "農林水産課", (7_500, 7_500, 7_500, 0, 0), (3_750, 3_750, 3_750, 0, 0)),
        ("鳥獣被害対策実施隊活動事業", "ソフト", "捕獲活動とわなの購入", "農林水産課", (5_210, 5_210, 5_210, 5_210, 5_210), (3_140, 3_140, 3_140, 3_140, 3_140)),
    ]),
    ("基本目標３　活力ある産業のまち", "３－２　観光と交流の促進", [
        ("琴浜海水浴場再整備事業", "ハード", "更衣棟の建替えと駐車場の拡張", "商工観光課", (0, 9_900, 88_000, 41_000, 0), (0, 9_900, 22_300, 10_400, 0)),
        ("サイクルツーリズム推進事業", "ソフト", "周遊路の案内表示の設置と大会の開催", "商工観光課", (4_400, 6_200, 4_400, 4_400, 4_400), (2_200, 3_100, 2_200, 4_400, 4_400)),
        ("関係人口創出事業", "ソフト", "ワーケーションの受入れと短期滞在住宅の運営", "定住促進課", (8_260, 8_260, 8_260, 8_260, 8_260), (4_130, 4_130, 4_130, 8_260, 8_260)),
    ]),
    ("基本目標４　安全で快適なまち", "４－１　防災・消防の強化", [
        ("津波避難施設整備事業", "ハード", "避難タワー２基の建設", "危機管理室", (24_200, 268_000, 271_000, 0, 0), (1_210, 13_400, 13_550, 0, 0)),
        ("消防団車両更新事業", "ハード", "ポンプ自動車１台、積載車３台の更新", "危機管理室", (24_750, 8_910, 8_910, 8_910, 0), (1_250, 510, 510, 510, 0)),
        ("防災士育成事業", "ソフト", "資格取得費用の補助（年15人）", "危機管理室", (165, 165, 165, 165, 165), (165, 165, 165, 165, 165)),
    ]),
]  # fmt: skip
YEARS = (
    ("令和７年度", 2025),
    ("令和８年度", 2026),
    ("令和９年度", 2027),
    ("令和10年度", 2028),
    ("令和11年度", 2029),
)


def five_years() -> Sheet:
    """琴浜町: 前期実施計画: two rows a project (事業費, うち一般財源) over five years and 計, bands of goal and measure, ハード / ソフト."""
    truth = Truth("琴浜町", "第６次琴浜町総合計画 前期実施計画（令和７年度～令和11年度）")
    truth.notes += [
        "年度別計画事業費 = forecast. Each project has the rows 事業費 and うち一般財源. ５か年計 sums the years and belongs to none: not in the truth. － is no amount.",
        "小計 rows of a measure and 合計 are totals. No. is a running number in a column of its own. Year of the plan in the title; the first plan year is not called a budget.",
    ]
    s = Sheet(
        truth,
        [4.5, 27, 7, 36, 12, 12, 11, 11, 11, 11, 11, 12],
        font="IPAexGothic",
        size=9,
        landscape=True,
        inner=HAIR,
    )
    blue, pale = "BDD7EE", "EDF3FA"
    s.put(
        1,
        1,
        "第６次琴浜町総合計画　前期実施計画（令和７年度～令和11年度）",
        LEFT,
        columns=9,
        ruled=False,
        bold=True,
        size=14,
    )
    s.put(2, 10, "（単位：千円）", RIGHT, columns=3, ruled=False)
    for column, title in ((1, "No."), (2, "事　業　名"), (3, "区分"), (4, "事業の内容"), (5, "担当課")):
        s.put(3, column, title, CENTRE, rows=2, fill=blue)
    s.put(3, 6, "", fill=blue, rows=2)
    s.put(3, 7, "年度別計画事業費", CENTRE, columns=5, fill=blue)
    s.line(4, 7, [y for y, _ in YEARS], fill=blue)
    s.put(3, 12, "５か年計", CENTRE, rows=2, fill=blue)
    r, number, grand, before = 5, 0, [[0] * 5, [0] * 5], ""

    def money(row: int, label: str, amounts: list[int], fill: str = "") -> None:
        s.put(row, 6, label, LEFT, fill=fill, size=8)
        s.line(row, 7, [yen(a or None, empty="－") for a in amounts], RIGHT, fill)
        s.put(row, 12, yen(sum(amounts) or None, empty="－"), RIGHT, fill=fill)

    def totals(name: str, sums: list[list[int]]) -> None:
        total = truth.project(name, total=True)
        for (_, year), whole, part in zip(YEARS, *sums):
            total.add(year, "forecast", "", whole or None, yen(whole))
            total.add(year, "forecast", "うち一般財源", part or None, yen(part))

    for goal, measure, works in PLAN:
        if goal != before:
            if goal.startswith("基本目標３"):
                s.sheet.row_breaks.append(Break(id=r - 1))
            s.put(r, 1, goal, LEFT, columns=12, fill=blue, bold=True)
            s.height(r, r, 17)
            r, before = r + 1, goal
        s.put(r, 1, f"　{measure}", LEFT, columns=12, fill=pale)
        s.height(r, r, 16)
        r += 1
        sums = [[0] * 5, [0] * 5]
        for name, sort, what, office, whole, part in works:
            number += 1
            project = truth.project(name, [office])
            for (_, year), a, b in zip(YEARS, whole, part):
                assert b <= a, name
                project.add(year, "forecast", "", a or None, yen(a))
                project.add(year, "forecast", "うち一般財源", b or None, yen(b))
            for column, text, across in (
                (1, number, CENTRE),
                (2, name, LEFT),
                (3, sort, CENTRE),
                (4, what, LEFT),
                (5, office, CENTRE),
            ):
                s.put(r, column, text, across, rows=2)
            money(r, "事業費", list(whole))
            money(r + 1, "うち一般財源", list(part))
            s.height(r, r + 1, 15)
            sums = [[x + y for x, y in zip(old, new)] for old, new in zip(sums, (whole, part))]
            r += 2
        s.put(r, 1, "小　　計", CENTRE, rows=2, columns=5, fill="F2F2F2")
        money(r, "事業費", sums[0], "F2F2F2")
        money(r + 1, "うち一般財源", sums[1], "F2F2F2")
        totals(f"{measure} 小計", sums)
        grand = [[x + y for x, y in zip(old, new)] for old, new in zip(grand, sums)]
        r += 2
    s.put(r, 1, "合　　　計", CENTRE, rows=2, columns=5, fill=blue, bold=True)
    money(r, "事業費", grand[0], blue)
    money(r + 1, "うち一般財源", grand[1], blue)
    totals("合計", grand)
    s.put(
        r + 2,
        1,
        "※令和８年度以降の事業費は見込みであり、毎年度の予算編成により変わることがあります。",
        LEFT,
        columns=12,
        ruled=False,
        size=8,
    )
    s.height(3, 4, 17)
    s.sheet.print_title_rows = "2:4"
    return s


# department, [(mark, name, office, this, last, 国県, 市債, その他, what)]
WORKS = [
    ("政策部", [
        ("継続", "移住定住促進事業", "企画政策課", 28_410, 26_975, 9_200, 0, 0, "移住支援金、お試し住宅の運営、移住相談会の開催（東京、大阪）"),
        ("新規", "総合計画策定事業", "企画政策課", 9_790, 0, 0, 0, 0, "令和９年度からの第３次計画の策定に向けた市民アンケートと基礎調査"),
        ("拡充", "自治体ＤＸ推進事業", "デジタル戦略課", 61_284, 38_120, 12_650, 0, 0, "書かない窓口の支所への拡大、生成ＡＩの利用、電子契約の導入"),
    ]),
    ("市民部", [
        ("継続", "コンビニ交付サービス事業", "市民課", 12_066, 12_340, 0, 0, 4_180, "住民票の写しなどの証明書のコンビニエンスストアでの交付"),
        ("拡充", "防犯カメラ設置補助事業", "くらし安全課", 6_000, 3_000, 0, 0, 3_000, "自治会が設ける防犯カメラの補助を15台から30台に増やす。"),
        ("新規", "斎場火葬炉更新事業", "環境課", 184_500, 0, 0, 138_300, 40_000, "火葬炉６基のうち２基を更新する。"),
    ]),
    ("健康福祉部", [
        ("継続", "生活困窮者自立支援事業", "社会福祉課", 41_733, 42_806, 29_120, 0, 0, "自立相談、家計改善、就労準備の支援と子どもの学習支援"),
        ("拡充", "産後ケア事業", "こども家庭課", 9_862, 5_430, 7_396, 0, 0, "宿泊型の利用料を引き下げ、訪問型を新たに始める。"),
        ("新規", "こども誰でも通園制度事業", "保育課", 13_280, 0, 9_960, 0, 0, "６か月から満３歳未満の未就園児を月10時間まで預かる。"),
        ("継続", "民間保育所等運営費給付事業", "保育課", 2_214_306, 2_108_774, 1_602_450, 0, 118_200, "市内17園、市外14園への給付"),
    ]),
    ("産業振興部", [
        ("継続", "企業立地奨励事業", "商工労政課", 96_415, 124_390, 0, 0, 0, "工場の新設、増設を行った企業８社への奨励金"),
        ("拡充", "インバウンド誘客事業", "観光課", 22_700, 14_850, 11_350, 0, 2_000, "台湾、香港に向けた動画配信と旅行会社の招へい"),
        ("継続", "土地改良事業", "農林整備課", 138_940, 151_267, 78_200, 42_300, 6_947, "ほ場整備２地区、ため池改修３か所"),
    ]),
    ("都市建設部", [
        ("継続", "市道榎本線道路改良事業", "土木課", 245_000, 198_000, 134_750, 99_200, 0, "橋りょう下部工、用地取得 1,840㎡"),
        ("新規", "公園遊具長寿命化事業", "公園緑地課", 38_500, 0, 19_250, 17_300, 0, "計画に基づき12公園の遊具31基を更新する。"),
        ("終了", "市営住宅解体事業", "建築住宅課", 0, 46_200, 0, 0, 0, "旭ヶ丘住宅２棟の解体（令和６年度で完了）"),
        ("継続", "循環バス運行事業", "都市計画課", 73_820, 70_115, 4_600, 0, 8_240, "４路線の運行、バスロケーションシステムの維持"),
    ]),
    ("教育委員会", [
        ("新規", "中学校屋内運動場空調設備整備事業", "教育総務課", 312_400, 0, 104_100, 187_400, 0, "避難所となる４校の屋内運動場に空調設備を設ける。"),
        ("継続", "特別支援教育支援員配置事業", "学校教育課", 88_215, 84_602, 0, 0, 0, "小学校38人、中学校11人を配置する。"),
        ("拡充", "市民文化会館改修事業", "生涯学習課", 426_700, 58_300, 0, 320_000, 100_000, "大ホールの舞台吊物と客席の改修（令和８年２月まで休館）"),
    ]),
]  # fmt: skip
FUNDS = ("国県支出金", "市債", "その他", "一般財源")


def main_works() -> Sheet:
    """楡原野市: 主要事業一覧: mark, name, 予算額 of two years, 比較, four funds, text, office at the right; bands of 部 with their sums."""
    truth = Truth("楡原野市", "令和７年度 当初予算（案） 主要事業一覧")
    truth.notes += [
        "令和７年度 / 令和６年度 under 当初予算額: initial_budget. Funds are those of 2025. Blank fund cells and － are no amounts; a printed 0 is 0.",
        "The band of a 部 holds its sums (two years, 比較, funds): totals, as is 合計. 区分 新規 / 拡充 / 継続 / 終了 is no part of the name. Department = 所管課.",
    ]
    s = Sheet(
        truth, [5, 32, 12, 12, 12, 11.5, 11, 10, 11.5, 40, 14], font="TakaoPGothic", size=9, landscape=True
    )
    green, pale = "C6E0B4", "EAF3E3"
    s.put(1, 1, "令和７年度当初予算（案）　主要事業一覧", CENTRE, columns=11, ruled=False, bold=True, size=14)
    s.put(2, 10, "（単位：千円）", RIGHT, columns=2, ruled=False)
    for column, title in ((1, "区分"), (2, "事　　業　　名"), (10, "事　業　内　容"), (11, "所管課")):
        s.put(3, column, title, CENTRE, rows=2, fill=green)
    s.put(3, 3, "当初予算額", CENTRE, columns=2, fill=green)
    s.line(4, 3, ["令和７年度", "令和６年度"], fill=green)
    s.put(3, 5, "比　較", CENTRE, rows=2, fill=green)
    s.put(3, 6, "令和７年度予算額の財源内訳", CENTRE, columns=4, fill=green)
    s.line(4, 6, FUNDS, fill=green)
    r, grand = 5, [0] * 7

    def record(name: str, sums: list[int], total: bool, offices: list[str]) -> None:
        this, last, change, *funds = sums
        project = truth.project(name, offices, change_yen=change * 1000, total=total)
        project.add(2025, "initial_budget", "", this, yen(this))
        project.add(2024, "initial_budget", "", last or None, yen(last))
        for label, fund in zip(FUNDS, funds, strict=True):
            project.add(2025, "initial_budget", label, fund or None, yen(fund))

    def money(row: int, sums: list[int], fill: str = "") -> None:
        s.line(
            row,
            3,
            [
                yen(sums[0]),
                yen(sums[1] or None, empty="－"),
                yen(sums[2]),
                *[yen(x or None) for x in sums[3:]],
            ],
            RIGHT,
            fill,
        )

    for part, works in WORKS:
        lines = [
            [this, last, this - last, *funds, this - sum(funds)] for _, _, _, this, last, *funds, _ in works
        ]
        sums = [sum(column) for column in zip(*lines)]
        s.put(r, 1, part, LEFT, columns=2, fill=pale, bold=True)
        money(r, sums, pale)
        s.put(r, 10, "", columns=2, fill=pale)
        s.height(r, r, 17)
        record(part, sums, True, [])
        r += 1
        for (mark, name, office, *_, what), line in zip(works, lines):
            assert line[-1] >= 0, name
            record(name, line, False, [office])
            s.put(r, 1, mark, CENTRE, size=8)
            s.put(r, 2, name)
            money(r, line)
            s.put(r, 10, what, size=8.5)
            s.put(r, 11, office, CENTRE)
            for column in (2, 11):
                s.sheet.cell(r, column).alignment = Alignment(
                    horizontal=LEFT if column == 2 else CENTRE, vertical=CENTRE, shrink_to_fit=True
                )
            s.height(r, r, 26)
            r += 1
        grand = [a + b for a, b in zip(grand, sums)]
    s.put(r, 1, "合　　　　計", CENTRE, columns=2, fill=green, bold=True)
    money(r, grand, green)
    s.put(r, 10, "", columns=2, fill=green)
    s.height(r, r, 20)
    record("合計", grand, True, [])
    s.height(3, 4, 17)
    s.sheet.print_title_rows = "2:4"
    return s


DOCUMENTS = {"b9_plan_five_years": five_years, "b9_budget_main_works": main_works}
