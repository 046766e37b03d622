"""Eighth batch: a list of what was asked for and granted, and a press list with three amounts in a cell."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import GOTHIC, MINCHO, Document, c, h, page, row, table, yen
from truthfile import Truth

# name, new, office, last year, asked, director, mayor, (国・県, 地方債, その他), what, why
ASSESSED = [
    (
        "総務部",
        [
            (
                "公用車電動化事業",
                "",
                "管財課",
                8_120,
                14_600,
                9_740,
                9_740,
                (3_200, 0, 0),
                "公用車の更新に合わせて電気自動車２台をリースし、庁舎に普通充電器３基を設置する。",
                "更新時期の来ていない２台分を見送り。",
            ),
            (
                "職員研修デジタル化事業",
                "○",
                "職員課",
                0,
                4_310,
                3_860,
                3_860,
                (0, 0, 0),
                "集合研修の一部を動画配信へ切り替えるためのシステム利用料。",
                "利用者数の精査。",
            ),
            (
                "電子契約システム導入事業",
                "○",
                "契約課",
                0,
                6_930,
                0,
                5_280,
                (2_640, 0, 0),
                "工事・委託の契約事務を電子化し、押印と来庁を不要とする。",
                "部長査定では効果の検証が不十分として保留。市長査定で令和７年10月開始として計上。",
            ),
            (
                "防災備蓄倉庫整備事業",
                "",
                "危機管理課",
                21_300,
                38_400,
                36_950,
                36_950,
                (0, 33_200, 0),
                "拠点避難所２か所に備蓄倉庫を建設する。",
                "設計単価の見直し。",
            ),
        ],
    ),
    (
        "市民生活部",
        [
            (
                "コミュニティバス再編事業",
                "",
                "交通政策課",
                96_420,
                118_700,
                109_350,
                109_350,
                (21_600, 0, 4_850),
                "３路線の経路と時刻を見直し、予約制の乗合交通を北部地区へ広げる。",
                "運行日数を実情に合わせて精査。",
            ),
            (
                "結婚新生活応援補助金",
                "",
                "市民協働課",
                9_000,
                12_000,
                10_500,
                10_500,
                (7_000, 0, 0),
                "新婚世帯の住居費・引越費用を補助する（上限60万円、17世帯）。",
                "直近の申請件数による。",
            ),
            (
                "斎場待合室改修事業",
                "○",
                "環境衛生課",
                0,
                27_500,
                24_880,
                24_880,
                (0, 18_600, 0),
                "待合室の洋室化及びトイレの改修を行う。",
                "備品購入費は既存品を活用。",
            ),
            (
                "ごみ分別アプリ更新費",
                "",
                "環境衛生課",
                1_320,
                3_210,
                1_320,
                1_320,
                (0, 0, 0),
                "分別アプリの利用料。",
                "多言語対応は当面見送り。",
            ),
        ],
    ),
    (
        "福祉保健部",
        [
            (
                "放課後児童クラブ施設整備事業",
                "",
                "こども支援課",
                42_760,
                88_400,
                86_110,
                86_110,
                (57_406, 21_500, 0),
                "梧野東小学校敷地内に２支援単位の専用施設を新築する。",
                "外構工事費の精査。",
            ),
            (
                "妊産婦健診交通費助成事業",
                "○",
                "健康推進課",
                0,
                3_600,
                2_950,
                2_950,
                (1_475, 0, 0),
                "市外の産科医療機関へ通う妊産婦に交通費を助成する。",
                "対象者数を出生見込数へ修正。",
            ),
            (
                "成年後見支援センター運営費",
                "",
                "福祉課",
                11_480,
                13_260,
                11_900,
                11_900,
                (5_100, 0, 800),
                "相談員２名の配置と市民後見人の養成を委託する。",
                "相談員１名増は見送り。",
            ),
            (
                "フレイル予防拠点設置事業",
                "○",
                "長寿支援課",
                0,
                7_200,
                0,
                0,
                (0, 0, 0),
                "空き店舗を借り上げ、体力測定と交流の拠点を設ける。",
                "既存の通いの場との役割分担が整理されていないためゼロ査定。",
            ),
        ],
    ),
    (
        "産業建設部",
        [
            (
                "有害鳥獣処理施設整備事業",
                "○",
                "農林課",
                0,
                64_300,
                61_700,
                61_700,
                (30_850, 27_700, 0),
                "２市で共同利用する微生物分解方式の処理施設を整備する。",
                "機器の仕様を見直し。",
            ),
            (
                "まちなか空き店舗活用事業",
                "",
                "商工観光課",
                6_000,
                9_000,
                7_500,
                7_500,
                (0, 0, 7_500),
                "空き店舗の改装費・家賃を補助する（新規５件）。",
                "補助件数を６件から５件へ。財源はまちづくり基金。",
            ),
            (
                "市道梧野中央線改良事業",
                "",
                "建設課",
                184_000,
                262_500,
                240_000,
                240_000,
                (132_000, 97_200, 0),
                "L=320m　W=14.0m　用地買収、物件補償及び改良工事",
                "国の内示見込みに合わせて調整。",
            ),
            (
                "橋りょう点検・修繕事業",
                "",
                "建設課",
                77_150,
                105_000,
                98_600,
                98_600,
                (54_230, 39_900, 0),
                "41橋の定期点検と落合橋ほか２橋の修繕工事を行う。",
                "点検単価の精査。",
            ),
            (
                "公園遊具更新事業",
                "",
                "都市整備課",
                15_840,
                31_000,
                22_000,
                22_000,
                (11_000, 9_900, 0),
                "劣化判定の著しい６公園13基の遊具を更新する。",
                "判定Ｃの４基は令和８年度以降へ。",
            ),
        ],
    ),
]


def assessed() -> Document:
    """梧野市: 要求・査定状況: last year, asked, two grants and the funds of the last, reasons in the text, over pages."""
    truth = Truth("梧野市", "令和７年度当初予算　主な事業の要求・査定状況（一般会計）")
    truth.notes += [
        "要求額 and 総務部長査定額 are steps on the way and not in the truth; 市長査定額（予算案） = initial_budget of 2025 (title), 前年度当初額 = initial_budget of 2024.",
        "The funds are those of 市長査定額 (caption 左記の財源内訳). A printed 0 is 0. ○ marks what is new. 部 in bands; the department is 所属名.",
        "【査定の考え方】 belongs to the text of 事業概要.",
    ]
    head = [
        row(
            h("No.", rs=2), h("新規", rs=2), h("事　業　名", rs=2), h("所属名", rs=2), h("前年度<br>当初額", rs=2),
            h("要求額", rs=2), h("総務部長<br>査定額", rs=2), h("市長査定額<br>（予算案）", rs=2),
            h("左記の財源内訳", cs=4), h("事　業　概　要", rs=2),
        ),
        row(h("国・県"), h("地方債"), h("その他"), h("一般財源")),
    ]  # fmt: skip
    rows, number = [], 0
    for part, items in ASSESSED:
        rows.append(row(c(f"【{part}】", "l", cs=13), kind="band"))
        for name, new, office, last, asked, first, given, special, what, why in items:
            number += 1
            funds = [*special, given - sum(special)]
            project = truth.project(name, [office])
            project.add(2024, "initial_budget", "", last, yen(last))
            project.add(2025, "initial_budget", "", given, yen(given))
            for label, amount in zip(("国・県", "地方債", "その他", "一般財源"), funds):
                project.add(2025, "initial_budget", label, amount, yen(amount))
            rows.append(
                row(
                    c(number, "m"), c(new, "m"), c(name), c(office), *[c(yen(a), "n") for a in (last, asked, first, given, *funds)],
                    c(f"{what}<br>【査定の考え方】<br>{why}", "t"),
                )
            )  # fmt: skip
    body = (
        "<h1>令和７年度当初予算　主な事業の要求・査定状況（一般会計）</h1>"
        "<p>　令和７年１月に実施した総務部長査定及び市長査定の結果を公表します。今後、予算案の調製の過程で金額が変わる場合があります。</p>"
        "<p class='unit'>（単位：千円）</p>"
        + table(rows, [3, 3, 13.5, 8, 6.6, 6.6, 6.6, 7, 6, 6, 5.6, 6.1, 22], head=head)
    )
    css = "h1{font-size:13pt} p{margin:0 0 1mm} th{background:#dbe5f1} .band td{background:#f2f2f2;font-weight:bold} .t{font-size:7pt}"
    return Document(page(body, size="A4 landscape", margin="11mm 10mm", font=GOTHIC, pt=7.5, css=css), truth)


# section, [(number and name, mark, this 当初, last 当初, last 最終, text)]; amounts in 千円
STACKED = [
    ("Ⅰ　こどもと若者が希望を持てるまちづくり", [
        ("第２子以降保育料無償化事業費", "新", "こども未来課", 61_204, None, None, "所得にかかわらず第２子以降の保育料を無償とする。（令和７年９月開始、対象児童数 約480人）"),
        ("学校給食費負担軽減事業費", "", "学校給食センター", 238_650, 121_430, 119_872, "食材費の高騰分を公費で負担し、保護者の負担を据え置く。<br>・小学校　１食　310円<br>・中学校　１食　365円"),
        ("不登校支援体制強化事業費", "拡", "学校教育課", 34_910, 18_266, 18_040, "校内教育支援センターを全中学校に設け、支援員12人を配置する。"),
        ("市立図書館改修事業費", "", "生涯学習課", 412_000, 26_400, 25_388, "空調設備の更新と児童コーナーの拡張を行う。<br>（継続費　令和７年度～令和８年度　総額　9億8,000万円）"),
    ]),
    ("Ⅱ　安全で安心な暮らしを守るまちづくり", [
        ("消防団車両更新事業費", "", "消防総務課", 45_080, 46_310, 44_704, "第２分団及び第９分団の小型動力ポンプ付積載車を更新する。"),
        ("個別避難計画作成推進事業費", "拡", "福祉総務課", 9_730, 4_105, 4_105, "福祉専門職への委託により、優先度の高い600人分の計画を作成する。"),
        ("雨水幹線整備事業費負担金", "", "下水道課", 1_057_300, 880_000, 1_204_600, "浸水被害の大きい駅南地区で雨水幹線の整備を進める公共下水道事業会計へ負担金を支出する。"),
        ("特殊詐欺対策電話機購入補助費", "", "市民安全課", 2_000, None, 1_200, "65歳以上の世帯が購入する対策機能付電話機に補助する。（上限１万円、200台）"),
    ]),
    ("Ⅲ　地域の力を生かすまちづくり", [
        ("企業立地促進助成費", "", "産業振興課", 188_442, 203_917, 176_305, "操業を開始した６社へ固定資産税相当額を助成する。"),
        ("スマート農業導入支援事業費", "", "農政課", 15_000, 15_000, 8_910, "自動操舵装置や農業用ドローンの導入費を補助する。（補助率１／３）"),
        ("（仮称）栃波駅西口広場整備事業費", "", "都市整備課", 326_700, 1_145_080, 1_391_426, "ロータリーの舗装、シェルター及び植栽工事を行い、令和７年度中に完成させる。"),
        ("栃波市制施行70周年記念事業費", "", "企画政策課", 12_580, None, 640, "記念式典、市民公募事業（20件）、記念誌の発行など"),
    ]),
]  # fmt: skip


def words(amount: int | None) -> str:
    """千円 as 1億2,340万5千円."""
    if amount is None:
        return "－"
    hundred_millions, rest = divmod(amount, 100_000)
    ten_thousands, thousands = divmod(rest, 10)
    text = f"{hundred_millions:,}億" if hundred_millions else ""
    text += f"{ten_thousands:,}万" if ten_thousands else ""
    return text + (f"{thousands}千円" if thousands else "円")


def stacked() -> Document:
    """栃波市: 上段 / 中段 / 下段 of one cell: this year's 当初, last year's 当初 and 最終, in 億 万 千円; horizontal rules."""
    truth = Truth("栃波市", "令和７年度当初予算案の概要 主要事業")
    truth.notes += [
        "事業費: 上段 = 令和７年度当初予算額 (initial_budget 2025), 中段 = 令和６年度当初予算額 (initial_budget 2024), 下段 = 令和６年度最終予算額 (current_budget 2024). － is no amount.",
        "(1) … is a running number printed before the name, 〔新〕〔拡〕 are marks, the department stands in brackets below the name: none is part of the name.",
        "Amounts in the text (継続費 総額, 上限, １食) are not in the truth.",
    ]
    head = [
        row(
            h("事　業　名"),
            h("事　業　費<br>上段：令和７年度当初<br>中段：令和６年度当初<br>下段：令和６年度最終"),
            h("事業内容の説明"),
        )
    ]
    body = (
        "<h1>令和７年度当初予算案の概要</h1><h2>３　主要事業</h2>"
        "<p>　一般会計の総額は312億4,000万円（前年度当初比 2.3％増）です。以下、まちづくりの柱ごとに主な事業を掲げます。<br>"
        "　※〔新〕は新規事業、〔拡〕は拡充事業を示します。令和６年度最終は、令和７年３月補正予算（案）を反映した額です。</p>"
    )
    for section, items in STACKED:
        rows = []
        for k, (name, mark, office, this, last, final, what) in enumerate(items, 1):
            project = truth.project(name, [office])
            for year, kind, amount in (
                (2025, "initial_budget", this),
                (2024, "initial_budget", last),
                (2024, "current_budget", final),
            ):
                project.add(year, kind, "", amount, words(amount))
            sign = f"<b>〔{mark}〕</b>" if mark else ""
            rows.append(
                row(
                    c(f"({k})　{sign}{name}<br><span class='o'>（{office}）</span>"),
                    c("<br>".join(words(a) for a in (this, last, final)), "n"),
                    c(what),
                )
            )
        body += f"<h3>{section}</h3>" + table(rows, [33, 23, 44], head=head)
    css = "h1{font-size:15pt} h2{font-size:12pt} p{line-height:1.5} h3{font-size:10.5pt;break-after:avoid} td,th{border-left:none;border-right:none;vertical-align:top;padding:1.2mm 1mm} th{vertical-align:middle;font-size:8pt;border-top:1pt solid #000;border-bottom:1pt solid #000} .o{font-size:8pt;padding-left:5mm}"
    return Document(page(body, margin="16mm 15mm", font=MINCHO, pt=9.5, css=css), truth)


DOCUMENTS = {"b8_budget_assessed": assessed, "b8_budget_three_amounts": stacked}
