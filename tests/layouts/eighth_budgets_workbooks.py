"""Eighth batch, made in a spreadsheet: a list of all projects by code, and construction works of a village."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations

from markup import yen
from openpyxl.styles import Alignment
from truthfile import Truth
from workbooks import CENTRE, HAIR, LEFT, RIGHT, THIN, Sheet

# code, office, name, this year, last year, general funds of this year
BY_CODE = [
    ("1-1-1-1-1", "議会事務局", "議員報酬等", 98_640, 98_211, 98_640),
    ("1-1-1-2-1", "議会事務局", "議会運営・会議録調製", 9_318, 8_905, 9_318),
    ("2-1-1-2-1", "総務課", "庁舎等管理", 61_204, 48_770, 58_111),
    ("2-1-1-3-1", "総務課", "車両業務", 6_018, 5_674, 6_018),
    ("2-1-1-6-1", "総務課", "職員健康管理", 4_120, 4_388, 4_120),
    ("2-1-1-9-1", "デジタル推進課", "基幹系システム運用", 138_220, 96_404, 138_220),
    ("2-1-1-9-2", "デジタル推進課", "情報系システム・ネットワーク運用", 40_516, 41_902, 40_316),
    ("2-1-1-9-5", "デジタル推進課", "自治体情報システム標準化対応", 212_300, 0, 0),
    ("2-1-2-1-1", "秘書広報課", "広報はぎうの発行", 11_740, 11_205, 10_860),
    ("2-1-2-3-1", "秘書広報課", "市ホームページ運用・公式ＳＮＳ発信（多言語対応を含む。）", 5_280, 3_300, 5_280),
    ("2-1-5-4-1", "財政課", "財産管理・公有財産台帳整備", 3_916, 9_460, 3_916),
    ("2-1-6-2-1", "企画課", "総合計画推進", 1_230, 8_855, 1_230),
    ("2-1-6-5-1", "企画課", "移住定住促進", 27_465, 24_020, 9_233),
    ("2-1-6-5-2", "企画課", "空き家バンク運営", 4_708, 3_916, 2_354),
    ("2-1-6-8-1", "企画課", "ふるさと納税推進", 301_570, 254_480, 0),
    ("2-1-7-1-1", "危機管理課", "交通安全対策", 7_215, 7_430, 6_015),
    ("2-1-8-1-1", "危機管理課", "自主防災組織育成", 5_060, 4_560, 3_060),
    ("2-2-1-1-1", "税務課", "固定資産評価替え対応", 18_920, 33_410, 18_920),
    ("2-3-1-2-1", "市民課", "戸籍・住民票等窓口", 22_876, 21_990, 9_401),
    ("2-3-1-4-1", "市民課", "マイナンバーカード交付", 16_390, 25_118, 0),
    ("2-4-4-1-1", "選挙管理委員会", "県議会議員一般選挙", 14_300, 5_820, 0),
    ("3-1-1-3-1", "福祉課", "民生委員活動", 10_894, 10_760, 4_302),
    ("3-1-1-8-1", "福祉課", "生活困窮者自立支援", 19_777, 18_254, 5_944),
    ("3-1-3-2-1", "福祉課", "障がい福祉サービス給付", 812_400, 784_900, 203_100),
    ("3-1-5-1-1", "長寿介護課", "敬老事業", 6_402, 7_115, 6_402),
    ("3-2-1-2-1", "こども課", "児童手当支給", 496_230, 515_640, 78_145),
    ("3-2-2-4-1", "こども課", "認定こども園等施設型給付", 934_816, 901_207, 268_330),
    ("3-2-4-1-1", "こども課", "放課後児童健全育成", 88_350, 81_460, 31_120),
    ("4-1-2-1-1", "健康課", "予防接種", 142_610, 139_870, 139_410),
    ("4-1-4-2-1", "健康課", "出産・子育て応援交付金", 24_800, 0, 4_134),
    ("4-2-2-1-1", "環境課", "可燃ごみ収集運搬", 96_800, 93_500, 74_220),
    ("4-2-2-5-1", "環境課", "資源回収団体奨励", 2_450, 2_610, 2_450),
    ("6-1-3-7-1", "農林課", "多面的機能支払交付金", 63_714, 63_714, 15_929),
    ("6-1-5-2-1", "農林課", "農業用ため池廃止・改修", 45_100, 28_600, 1_100),
    ("6-2-2-4-1", "農林課", "森林経営管理（森林環境譲与税）", 31_250, 27_840, 0),
    ("7-1-2-3-1", "商工観光課", "中小企業融資預託", 180_000, 180_000, 0),
    ("7-1-3-1-1", "商工観光課", "萩まつり開催補助", 8_500, 4_000, 8_500),
    ("8-2-2-1-1", "建設課", "市道維持補修", 132_600, 121_880, 118_600),
    ("8-2-3-4-2", "建設課", "市道北萩生線改良（社会資本整備総合交付金）", 88_000, 140_800, 8_900),
    ("8-2-4-1-1", "建設課", "橋りょう長寿命化", 71_500, 64_900, 3_000),
    ("8-4-3-2-1", "都市計画課", "公園施設管理", 39_480, 38_905, 37_760),
    ("8-5-1-3-1", "都市計画課", "木造住宅耐震診断・改修補助", 7_740, 5_160, 1_935),
    ("9-1-2-2-1", "消防総務課", "消防団員報酬・活動", 34_216, 33_970, 32_801),
    ("10-1-2-6-1", "学校教育課", "外国語指導助手配置", 20_988, 20_512, 20_988),
    ("10-2-1-5-1", "学校教育課", "小学校情報教育環境整備", 58_344, 47_212, 58_344),
    ("10-4-1-3-1", "生涯学習課", "公民館施設改修", 66_000, 12_540, 3_300),
    ("10-5-2-1-1", "スポーツ課", "体育施設指定管理", 52_690, 52_690, 51_200),
]  # fmt: skip


def by_code() -> Sheet:
    """萩生野市: 事業一覧表: 〃 for the account, 款項目事業細事業 as one code, this year beside last year, 一般財源, over pages."""
    truth = Truth("萩生野市", "令和５年度当初予算 事業一覧表")
    truth.notes += [
        "予算額 is the 当初予算 of the title (2023), 前年度予算額 that of 2022; 一般財源 is that of 予算額. A printed 0 is 0. 増減 is the change.",
        "款項目事業細事業 is a code, ページ a page number. 〃 repeats the word above it. 一般会計　合計 is a total.",
    ]
    s = Sheet(truth, [5, 5.5, 10.5, 13, 29, 5, 9.5, 9.5, 9.5, 8.5], font="IPAPGothic", size=9, inner=HAIR)
    s.put(1, 1, "令和５年度当初予算　事業一覧表", LEFT, columns=10, ruled=False, bold=True, size=13)
    s.put(2, 8, "（単位：千円）", RIGHT, columns=3, ruled=False)
    heads = [
        "会計名",
        "歳入歳出",
        "款項目事業細事業",
        "担当課",
        "事業名",
        "ページ",
        "予算額",
        "一般財源",
        "前年度予算額",
        "増減",
    ]
    s.line(3, 1, heads, CENTRE, "D9D9D9")
    for column in (1, 2, 3, 6):
        s.sheet.cell(3, column).alignment = Alignment(horizontal=CENTRE, vertical=CENTRE, shrink_to_fit=True)
    for k, (code, office, name, this, last, general) in enumerate(BY_CODE):
        r = 4 + k
        project = truth.project(name, [office], change_yen=(this - last) * 1000)
        project.add(2023, "initial_budget", "", this, yen(this))
        project.add(2023, "initial_budget", "一般財源", general, yen(general))
        project.add(2022, "initial_budget", "", last, yen(last))
        s.line(r, 1, ["一般" if not k else "〃", "歳出" if not k else "〃", code], CENTRE)
        s.put(r, 4, office)
        s.put(r, 5, name, wrap=False)
        s.sheet.cell(r, 5).alignment = Alignment(vertical=CENTRE, shrink_to_fit=True)
        s.sheet.cell(r, 4).alignment = Alignment(vertical=CENTRE, shrink_to_fit=True)
        s.put(r, 6, k // 2 + 1, CENTRE)
        s.line(r, 7, [yen(this), yen(general), yen(last), yen(this - last, "▲")], RIGHT)
    r = 4 + len(BY_CODE)
    sums = [sum(line[k] for line in BY_CODE) for k in (3, 5, 4)]
    total = truth.project("一般会計 合計", total=True, change_yen=(sums[0] - sums[2]) * 1000)
    total.add(2023, "initial_budget", "", sums[0], yen(sums[0]))
    s.put(r, 1, "一般会計　合計", CENTRE, columns=6, fill="F2F2F2")
    s.line(r, 7, [*[yen(a) for a in sums], yen(sums[0] - sums[2], "▲")], RIGHT, "F2F2F2")
    s.height(3, r, 29)
    s.sheet.sheet_properties.pageSetUpPr.fitToPage = False
    s.sheet.page_setup.scale = 70
    s.sheet.print_title_rows = "2:3"
    return s


# kind, 款, name, size, cost, 国庫, 県, 地方債, its name, その他, office
WORKS = [
    ("補助事業", [
        ("農林水産業費", "林道淵ノ沢線改良事業", "L=180m W=4.0m 法面工", 36_500, 0, 18_250, 16_400, "辺地債", 0, "産業課"),
        ("農林水産業費", "ライスセンター乾燥機更新", "乾燥機2基、集塵設備一式", 48_730, 0, 24_365, 12_100, "過疎債", 9_746, "産業課"),
        ("土木費", "村道桂淵本線道路改良", "L=240m W=5.0m 用地補償含む", 92_000, 53_360, 0, 38_600, "過疎債", 0, "建設水道課"),
        ("土木費", "橋梁補修（大淵橋・下平橋）", "床版防水、支承取替", 41_800, 25_498, 0, 16_300, "公適債", 0, "建設水道課"),
        ("教育費", "村民体育館吊天井落下防止", "アリーナ680㎡", 57_420, 14_600, 0, 42_800, "緊防債", 0, "教育課"),
    ]),
    ("単独事業", [
        ("総務費", "庁舎非常用発電設備更新", "150kVA 燃料槽1,950L", 38_940, 0, 0, 38_900, "緊防債", 0, "総務課"),
        ("総務費", "定住促進住宅建設", "木造平屋2戸", 61_600, 0, 4_000, 57_600, "過疎債", 0, "村づくり推進課"),
        ("衛生費", "合併処理浄化槽設置補助", "5人槽4基、7人槽3基", 3_696, 0, 0, 0, "", 1_200, "住民課"),
        ("商工費", "温泉施設ボイラー更新", "薪ボイラー1基", 27_500, 0, 0, 20_000, "過疎債", 7_500, "村づくり推進課"),
        ("土木費", "村道維持補修工事", "舗装修繕5路線、側溝蓋", 14_300, 0, 0, 0, "", 0, "建設水道課"),
        ("消防費", "消火栓移設・更新", "6基", 4_950, 0, 0, 0, "", 0, "総務課"),
        ("教育費", "小学校プールろ過装置修繕", "ろ材交換、配管", 3_080, 0, 0, 0, "", 3_000, "教育課"),
    ]),
]  # fmt: skip


def village_works() -> Sheet:
    """桂淵村: 普通建設事業一覧: 補助 / 単独 written downwards, the bond's sum and its name beside each other, sizes of works, sums."""
    truth = Truth("桂淵村", "令和６年度 当初予算 普通建設事業一覧")
    truth.notes += [
        "事業費 and its funds = initial_budget of 2024 (title). Under 地方債, 金額 is the sum (component 地方債) and 区分 names the bond. Blank cells are no amounts.",
        "小計 and 合計 are totals. 款 stands in a column; 規模・内容 holds sizes only.",
    ]
    s = Sheet(
        truth,
        [4.5, 14, 31, 28, 12, 11, 11, 11, 9, 11, 12, 16],
        font="IPAPMincho",
        size=10,
        landscape=True,
        inner=THIN,
    )
    s.put(1, 1, "令和６年度　当初予算　普通建設事業一覧", CENTRE, columns=12, ruled=False, bold=True, size=14)
    s.put(2, 10, "（単位：千円）", RIGHT, columns=3, ruled=False)
    for column, title in (
        (1, "区分"),
        (2, "款"),
        (3, "事　業　名"),
        (4, "規模・内容"),
        (5, "事業費"),
        (12, "担当課"),
    ):
        s.put(3, column, title, CENTRE, rows=3)
    s.put(3, 6, "財　　源　　内　　訳", CENTRE, columns=6)
    for column, title in ((6, "国庫支出金"), (7, "県支出金"), (10, "その他"), (11, "一般財源")):
        s.put(4, column, title, CENTRE, rows=2)
    s.put(4, 8, "地方債", CENTRE, columns=2)
    s.line(5, 8, ["金額", "区分"])
    r, grand = 6, [0] * 6

    def sums(title: str, amounts: list[int], columns: int, first: int) -> None:
        total = truth.project(title.replace("　", ""), total=True)
        for label, amount in zip(
            ("", "国庫支出金", "県支出金", "地方債", "その他", "一般財源"), amounts, strict=True
        ):
            total.add(2024, "initial_budget", label, amount, yen(amount))
        s.put(r, first, title, CENTRE, columns=columns)
        cost, national, county, bond, other, general = [yen(a) for a in amounts]
        s.line(r, 5, [cost, national, county, bond, "", other, general], RIGHT)
        s.put(r, 12, "")

    for kind, works in WORKS:
        s.put(r, 1, kind, CENTRE, rows=len(works) + 1, down=True)
        part = [0] * 6
        for kan, name, size, cost, national, county, bond, bond_name, other, office in works:
            funds = [national, county, bond, other, cost - national - county - bond - other]
            project = truth.project(name, [office])
            project.add(2024, "initial_budget", "", cost, yen(cost))
            for label, amount in zip(
                ("国庫支出金", "県支出金", "地方債", "その他", "一般財源"), funds, strict=True
            ):
                project.add(2024, "initial_budget", label, amount or None, yen(amount))
            part = [a + b for a, b in zip(part, [cost, *funds], strict=True)]
            s.put(r, 2, kan)
            s.put(r, 3, name)
            s.put(r, 4, size, size=9)
            printed = [yen(a or None) for a in funds]
            s.line(r, 5, [yen(cost), *printed[:3]], RIGHT)
            s.put(r, 9, bond_name, CENTRE)
            s.line(r, 10, printed[3:], RIGHT)
            s.put(r, 12, office, CENTRE)
            r += 1
        sums(f"{kind}　小計", part, 3, 2)
        grand = [a + b for a, b in zip(grand, part, strict=True)]
        r += 1
    sums("合　　計", grand, 4, 1)
    s.put(
        r + 1,
        1,
        "※過疎債：過疎対策事業債　辺地債：辺地対策事業債　緊防債：緊急防災・減災事業債　公適債：公共施設等適正管理推進事業債",
        LEFT,
        ruled=False,
        wrap=False,
        size=9,
    )
    s.height(3, 5, 16)
    s.height(6, r, 22)
    return s


DOCUMENTS = {"b8_budget_by_code": by_code, "b8_village_works": village_works}
