"""Ninth batch: a town's outline of its budget with works by policy, and a city's outline of a supplementary budget."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, MINCHO, Document, c, h, page, rate, row, table, yen
from truthfile import Truth

ACCOUNTS = [
    ("一般会計", 8_246_000, 7_983_000, 0),
    ("国民健康保険特別会計", 1_684_210, 1_731_455, 1),
    ("介護保険特別会計", 1_902_338, 1_866_904, 1),
    ("後期高齢者医療特別会計", 287_516, 268_142, 1),
    ("奨学資金特別会計", 6_480, 6_480, 1),
    ("水道事業会計", 712_905, 648_377, 2),
    ("下水道事業会計", 893_640, 921_018, 2),
]
# chapter, [(mark, name, works, what, amount, office)]
WORKS = [
    ("１　安心して産み育てられるまち", [
        ("【拡充】", "子ども医療費助成事業", ["子ども医療費扶助費", "審査支払手数料"], "対象を18歳到達年度末までの通院に広げ、保護者の負担を軽くする。", 68_420, "こども未来課"),
        ("", "放課後児童クラブ運営事業", ["運営業務委託（４か所）", "支援員処遇改善補助金"], "共働き家庭などの児童を放課後に預かる。夏休みの受入れを30人増やす。", 54_117, "こども未来課"),
        ("【新規】", "中央こども園屋内遊戯場整備事業", ["実施設計業務委託", "地質調査業務委託"], "雨の日や冬の間も体を動かして遊べる場を、こども園の隣に整備する。", 21_340, "こども未来課"),
        ("", "出産・子育て応援事業", ["出産・子育て応援給付金", "産後ケア事業委託"], "妊娠期から面談を行い、10万円を給付する。", 12_908, "健康福祉課"),
        ("【新規】", "学校給食費無償化事業", ["給食費補助金"], "町立小中学校に通う全ての児童生徒の給食費を無償とする。", 47_650, "教育総務課"),
    ]),
    ("２　健やかに暮らせるまち", [
        ("", "各種がん検診事業", ["検診業務委託", "受診勧奨通知作成業務委託"], "胃、肺、大腸、乳、子宮頸がん検診を集団と個別で行う。", 26_783, "健康福祉課"),
        ("【新規】", "帯状疱疹予防接種事業", ["予防接種委託"], "65歳などの方を対象に定期接種として行う。", 9_204, "健康福祉課"),
        ("【拡充】", "高齢者外出支援タクシー助成事業", ["タクシー利用助成費"], "１枚600円の利用券を年36枚から48枚に増やす。", 15_360, "健康福祉課"),
        ("", "障害者自立支援給付事業", ["介護給付費", "訓練等給付費", "計画相談支援給付費"], "障害福祉サービスの利用に要する費用を給付する。", 398_512, "健康福祉課"),
    ]),
    ("３　活気と魅力にあふれるまち", [
        ("", "楓野ふるさと応援寄附推進事業", ["返礼品等調達費", "ポータルサイト利用料"], "寄附額２億5,000万円を目標に返礼品を充実する。", 131_875, "企画財政課"),
        ("【新規】", "道の駅かえでの大規模改修事業", ["改修工事", "工事監理業務委託"], "開業から22年を経た直売所とトイレを改修する。\n（令和７年度、８年度の継続費　総額３億1,200万円）", 148_600, "産業観光課"),
        ("", "新規就農者育成総合対策事業", ["経営開始資金", "経営発展支援補助金"], "就農から３年以内の方に資金を交付する（７人）。", 18_750, "産業観光課"),
        ("【拡充】", "有害鳥獣被害防止対策事業", ["捕獲報償費", "電気柵設置補助金", "緩衝帯整備業務委託"], "ニホンザルの追払いに発信機を使い、出没の情報を住民に知らせる。", 11_426, "産業観光課"),
        ("", "プレミアム付商品券発行事業", ["商品券発行事業補助金"], "商工会が発行する30％のプレミアム付商品券に補助する。", 33_000, "産業観光課"),
    ]),
    ("４　安全で住みよいまち", [
        ("", "町道新設改良事業", ["町道北原線改良舗装工事　L=320m", "町道沢目線用地測量業務委託"], "通学路と集落を結ぶ道路を広げる。", 112_300, "建設課"),
        ("", "橋りょう長寿命化事業", ["橋りょう修繕工事（３橋）", "定期点検業務委託（41橋）"], "計画に沿って点検と修繕を行う。", 86_940, "建設課"),
        ("【新規】", "防災行政無線更新事業", ["実施設計業務委託"], "令和９年度の運用開始に向け、デジタル無線の設備を更新する。", 14_850, "総務課"),
        ("【拡充】", "木造住宅耐震改修等補助事業", ["耐震診断士派遣業務委託", "耐震改修費補助金"], "改修の補助上限を100万円から130万円に引き上げる。", 8_320, "建設課"),
        ("", "地域公共交通運行事業", ["デマンドバス運行業務委託", "路線バス運行費補助金"], "デマンドバスの予約を電話とアプリで受け付け、土曜日も運行する。", 45_218, "企画財政課"),
        ("", "消防施設整備事業", ["小型動力ポンプ付積載車購入（１台）", "消火栓設置工事負担金"], "第３分団の積載車を更新する。", 17_094, "総務課"),
    ]),
]  # fmt: skip


def works_by_policy() -> Document:
    """楓野町: accounts of two years, then the works of each policy in 項目 / 内容 / 予算額（千円）, lines of what is bought below the text."""
    truth = Truth("楓野町", "令和７年度 当初予算の概要")
    truth.notes += [
        "Kind initial_budget from 当初予算 (title and header). Accounts are the rows of the first table; 特別会計 計, 企業会計 計 and 合計 are totals. 増減率 is growth in percent.",
        "項目 holds the name with 【新規】 【拡充】 behind it (marks) and the office in （ ） below it. Lines with ・ under the text have no sums of their own; sums in the text are not in the truth.",
    ]
    body = "<h1>令和７年度　当初予算の概要</h1><p class='r'>令和７年３月　楓野町</p><h2>１　予算編成の考え方</h2><p class='t'>　物価の上昇と賃金の引上げにより経常経費が増える一方、町税は横ばいで推移すると見込まれる。令和７年度は、第５次楓野町総合計画の折り返しの年に当たり、子育て支援と防災に重点を置いて予算を編成した。一般会計の規模は82億4,600万円で、前年度に比べ2億6,300万円、3.3％の増となった。</p>"
    rows = [
        row(
            h("会　計　名", cs=2),
            h("令和７年度<br>当初予算額　Ａ"),
            h("令和６年度<br>当初予算額　Ｂ"),
            h("増減額<br>Ａ－Ｂ"),
            h("増減率<br>（％）"),
        )
    ]
    sums = {0: [0, 0], 1: [0, 0], 2: [0, 0]}

    def line(name: str, this: int, last: int, lead: str, total: bool) -> str:
        ratio = "0.0" if this == last else rate(this - last, last)
        project = truth.project(
            name, change_yen=(this - last) * 1000, ratio=ratio.replace("△", "-"), total=total
        )
        project.add(2025, "initial_budget", "", this, yen(this))
        project.add(2024, "initial_budget", "", last, yen(last))
        return row(
            lead,
            *[c(x, "n") for x in (yen(this), yen(last), yen(this - last), ratio)],
            kind="sum" if total else "",
        )

    spans = {1: ("特別会計", 4), 2: ("企業会計", 2)}
    before = 0
    for i, (name, this, last, sort) in enumerate(ACCOUNTS):
        sums[sort] = [sums[sort][0] + this, sums[sort][1] + last]
        if sort == 0:
            rows.append(line(name, this, last, c(name, "l", cs=2), False))
        else:
            lead = (c(spans[sort][0], "m", rs=spans[sort][1] + 1) if sort != before else "") + c(name, "l")
            rows.append(line(name, this, last, lead, False))
        before = sort
        if sort and (i + 1 == len(ACCOUNTS) or ACCOUNTS[i + 1][3] != sort):
            rows.append(line(f"{spans[sort][0]}計", *sums[sort], c("計", "m"), True))
    whole = [sum(s[k] for s in sums.values()) for k in (0, 1)]
    rows.append(line("合計", whole[0], whole[1], c("合　　計", "m", cs=2), True))
    body += "<h2>２　予算規模</h2><p class='unit'>（単位：千円、％）</p>" + table(
        rows, [10, 30, 17, 17, 15, 11], "acc"
    )
    body += "<p class='note'>※水道事業会計及び下水道事業会計は、収益的支出と資本的支出の合計額である。</p><h2>３　主な事業</h2>"
    for chapter, works in WORKS:
        rows = []
        for mark, name, parts, what, amount, office in works:
            project = truth.project(name, [office])
            project.add(2025, "initial_budget", "", amount, yen(amount))
            lines = "".join(f"<div class='p'>・{part}</div>" for part in parts)
            rows.append(
                row(
                    c(f"・{name}{mark}<div class='o'>（{office}）</div>", "l"),
                    c(what.replace("\n", "<br>") + lines, "l"),
                    c(yen(amount), "n"),
                )
            )
        head = [row(h("項　　　目"), h("内　　　容"), h("予算額（千円）"))]
        body += f"<h3>{chapter}</h3>" + table(rows, [36, 47, 17], "works", head=head)
    css = "h1 { font-size: 15pt; } h2 { font-size: 11pt; } h3 { font-size: 10pt; break-after: avoid; } .r { text-align: right; margin: 0; } .t { margin: 0; line-height: 1.6; } .o { font-size: 7.5pt; padding-left: 1em; } .p { font-size: 8pt; padding-left: .5em; } .acc .sum td { background: #eee; } th { background: #dfe8d8; } .works td { vertical-align: top; } .works .n { vertical-align: middle; } @page { @bottom-center { content: '- ' counter(page) ' -'; font-size: 8pt; } }"
    return Document(page(body, margin="15mm 16mm", font=MINCHO, pt=9.5, css=css), truth)


# name, before, change
REVENUE = [
    ("市　　税", 9_812_340, 0), ("地方譲与税", 241_000, 0), ("利子割交付金", 3_100, 0), ("配当割交付金", 62_000, 0),
    ("地方消費税交付金", 1_684_000, 0), ("地方特例交付金", 71_206, 8_414), ("地方交付税", 5_930_000, 212_655),
    ("分担金及び負担金", 118_204, 0), ("使用料及び手数料", 402_815, -1_260),
    ("国庫支出金", 4_871_633, 318_902), ("県支出金", 2_014_758, 27_340), ("財産収入", 48_117, 0), ("寄　附　金", 650_300, 3_000),
    ("繰　入　金", 1_402_668, -345_810), ("繰　越　金", 300_000, 486_271), ("諸　収　入", 388_459, 5_128), ("市　　債", 1_799_400, 42_600),
]  # fmt: skip
SPENDING = [
    ("議　会　費", 214_880, 0), ("総　務　費", 3_402_117, 312_460), ("民　生　費", 11_208_436, 246_815), ("衛　生　費", 2_338_902, 21_404),
    ("労　働　費", 31_250, 0), ("農林水産業費", 812_330, 18_762), ("商　工　費", 903_415, 96_500), ("土　木　費", 3_210_668, 54_300),
    ("消　防　費", 1_108_214, -6_830), ("教　育　費", 3_640_912, 61_729), ("災害復旧費", 12_000, 8_100), ("公　債　費", 2_866_876, -56_000),
    ("予　備　費", 50_000, 0),
]  # fmt: skip
SPECIAL = [
    ("国民健康保険事業特別会計", 7_214_660, 31_208),
    ("後期高齢者医療特別会計", 1_308_442, 0),
    ("介護保険事業特別会計", 6_884_190, 204_315),
    ("公共用地先行取得事業特別会計", 42_500, 0),
]
# 款: [(mark, name, amount, 国県, 地方債, その他, what, office)]; the general fund is the rest
EXTRA = [
    ("総務費", [
        ("", "財政調整基金積立金", 243_136, 0, 0, 0, "令和６年度決算剰余金の２分の１に相当する額を積み立てる。", "財政課"),
        ("新規", "庁舎通信環境整備事業", 18_920, 0, 0, 9_460, "本庁舎の各階に無線ＬＡＮを整備する。", "情報政策課"),
        ("", "地域集会所整備補助事業", 3_000, 0, 0, 3_000, "自治総合センターの助成の決定に伴い、放送設備の購入に補助する。", "市民活動課"),
        ("", "鷺宮原応援寄附金推進事業", 47_404, 0, 0, 3_000, "寄附の増加を見込み、返礼品の調達費などを増額する。", "シティプロモーション課"),
    ]),
    ("民生費", [
        ("新規", "物価高騰対応給付金給付事業", 138_600, 138_600, 0, 0, "住民税均等割のみ課税世帯に１世帯３万円を給付する。\n給付見込み　4,300世帯", "福祉総務課"),
        ("", "障害児通所給付事業", 64_212, 48_159, 0, 0, "利用の増加に伴い増額する。", "障がい福祉課"),
        ("", "生活保護費国庫負担金返還金", 44_003, 0, 0, 0, "令和６年度の精算に伴い返還する。", "生活支援課"),
    ]),
    ("衛生費", [
        ("拡充", "高齢者インフルエンザ等予防接種事業", 21_404, 6_830, 0, 0, "新型コロナウイルス感染症の定期接種の自己負担を引き下げる。", "健康づくり課"),
    ]),
    ("農林水産業費", [
        ("", "産地生産基盤強化事業", 15_000, 15_000, 0, 0, "県の補助の内示により、梨の選果設備の導入に補助する。", "農政課"),
        ("", "農業用水路改修事業", 3_762, 0, 2_600, 418, "春の大雨で傷んだ沼上用水路を改修する。", "農地整備課"),
    ]),
    ("商工費", [
        ("新規", "キャッシュレス決済ポイント還元事業", 96_500, 82_000, 0, 0, "市内の中小店舗で20％（上限2,000円）を還元する。\n実施期間　12月１日～31日", "商工観光課"),
    ]),
    ("土木費", [
        ("", "道路維持補修事業", 38_000, 0, 28_500, 0, "幹線市道の舗装の打換えを前倒しする。　L=640m", "道路課"),
        ("", "鷺宮原駅西口駅前広場整備事業", -12_400, -6_200, -5_500, 0, "国の補助の内示に合わせ減額する。", "都市整備課"),
        ("拡充", "空き家除却補助事業", 5_000, 2_500, 0, 0, "申請の増加に伴い10件分を追加する。", "住宅課"),
    ]),
    ("消防費", [
        ("", "常備消防負担金", -6_830, 0, 0, 0, "組合の前年度繰越金の確定に伴い減額する。", "危機管理課"),
    ]),
    ("教育費", [
        ("", "小学校施設維持補修事業", 32_450, 0, 17_000, 0, "南小学校給水管と体育館屋根を改修する。", "教育総務課"),
        ("新規", "部活動地域展開推進事業", 2_179, 2_179, 0, 0, "休日の活動を担う団体に運営を委託する。", "学校教育課"),
        ("", "図書館空調設備更新事業", 27_100, 0, 0, 27_100, "故障した熱源機を更新する。", "図書館"),
    ]),
    ("災害復旧費", [
        ("", "農地農業用施設災害復旧事業", 8_100, 5_265, 0, 405, "６月の大雨で被災した４か所を復旧する。", "農地整備課"),
    ]),
]  # fmt: skip
EXTRA_FUNDS = ("国県支出金", "地方債", "その他", "一般財源")


def supplement_twin() -> Document:
    """鷺宮原市: accounts, then revenue and spending by 款 side by side in one table (blank where nothing changes), then main works with funds."""
    truth = Truth("鷺宮原市", "令和７年度９月補正予算（案）の概要")
    truth.notes += [
        "補正前の額 and 計 = current_budget, 補正額 = supplementary, all of 2025. A blank 補正額 is no amount; △ is minus.",
        "The table of 款 is two tables side by side: revenue at the left, spending at the right; justifying spaces in the names are removed. 歳入合計, 歳出合計, 特別会計計 and 合計 are totals.",
        "主な事業: 補正額 with the funds of 補正額; － is no amount; 新規 / 拡充 stand in a column of their own. Sums in the text are not in the truth.",
    ]
    year = 2025

    def record(name: str, before: int, change: int, total: bool = False) -> list[str]:
        project = truth.project(name.replace("　", ""), total=total)
        texts = (yen(before), yen(change or None), yen(before + change))
        project.add(year, "current_budget", "", before, texts[0])
        project.add(year, "supplementary", "", change or None, texts[1])
        project.add(year, "current_budget", "", before + change, texts[2])
        return [c(t, "n") for t in texts]

    general = [sum(x[k] for x in REVENUE) for k in (1, 2)]
    special = [sum(x[k] for x in SPECIAL) for k in (1, 2)]
    rows = [row(h("会　　計　　名", cs=2), h("補正前の額"), h("補　正　額"), h("計"))]
    rows.append(row(c("一般会計（第３号）", cs=2), *record("一般会計（第３号）", *general)))
    for i, (name, before, change) in enumerate(SPECIAL):
        lead = c("特別会計", "m", rs=len(SPECIAL) + 1) if i == 0 else ""
        rows.append(row(lead, c(name), *record(name, before, change)))
    rows.append(row(c("計", "m"), *record("特別会計計", *special, total=True), kind="sum"))
    rows.append(
        row(
            c("合　　　計", "m", cs=2),
            *record("合計", general[0] + special[0], general[1] + special[1], total=True),
            kind="sum",
        )
    )
    body = (
        "<p class='r'>令和７年８月27日<br>鷺宮原市　総務部財政課</p><h1>令和７年度９月補正予算（案）の概要</h1><p class='t'>　令和７年第３回市議会定例会（９月３日開会予定）に提出する補正予算（案）の概要は、次のとおりです。</p><h2>１　補正予算の規模</h2><p class='unit'>（単位：千円）</p>"
        + table(rows, [9, 37, 18, 18, 18])
    )
    twin = [
        row(h("歳　　　　　入", cs=4), h("歳　　　　　出", cs=4)),
        row(*[h(x) for x in ("款", "補正前の額", "補正額", "計") * 2]),
    ]
    for i, left in enumerate(REVENUE):
        cells = [c(left[0], "m"), *record(*left)]
        if i < len(SPENDING):
            right = SPENDING[i]
            cells += [c(right[0], "m"), *record(*right)]
        else:
            cells += [c("", "x") for _ in range(4)]
        twin.append(row(*cells))
    twin.append(
        row(
            c("歳入合計", "m"),
            *record("歳入合計", *general, total=True),
            c("歳出合計", "m"),
            *record("歳出合計", *general, total=True),
            kind="sum",
        )
    )
    body += "<h2>２　一般会計補正予算の款別内訳</h2><p class='unit'>（単位：千円）</p>" + table(
        twin, [14, 12.5, 11, 12.5] * 2, "twin"
    )
    body += "<p class='note'>※財政調整基金の年度末残高は、この補正により28億6,100万円となる見込みです。</p>"
    head = [
        row(
            h("款", rs=2),
            h("区分", rs=2),
            h("事　業　名", rs=2),
            h("補正額", rs=2),
            h("補正額の財源内訳", cs=4),
            h("事業の内容", rs=2),
            h("担当課", rs=2),
        ),
        row(*[h(x) for x in ("国県<br>支出金", "地方債", "その他", "一般財源")]),
    ]
    rows = []
    for item, works in EXTRA:
        for i, (mark, name, amount, *funds, what, office) in enumerate(works):
            parts = [*funds, amount - sum(funds)]
            project = truth.project(name, [office])
            project.add(year, "supplementary", "", amount, yen(amount))
            for label, part in zip(EXTRA_FUNDS, parts, strict=True):
                project.add(year, "supplementary", label, part or None, yen(part))
            lead = c(item, "m", rs=len(works)) if i == 0 else ""
            rows.append(
                row(
                    lead,
                    c(mark, "m"),
                    c(name),
                    c(yen(amount), "n"),
                    *[c(yen(p or None, empty="－"), "n") for p in parts],
                    c(what.replace("\n", "<br>")),
                    c(office, "m o"),
                )
            )
    body += "<h2 class='new'>３　一般会計補正予算の主な事業</h2><p class='unit'>（単位：千円）</p>" + table(
        rows, [7, 5, 19, 9, 8.5, 8, 8, 9, 18.5, 8], "works", head=head
    )
    body += "<p class='note'>（注）区分欄の「新規」は今回の補正で新たに計上するもの、「拡充」は当初予算に計上した事業の内容を広げるもの。</p>"
    css = "h1 { font-size: 14pt; } h2 { font-size: 10.5pt; } .new { break-before: page; } .r { text-align: right; margin: 0 0 3mm; } .t { margin: 0; } .sum td { background: #f0f0f0; } th { background: #dce6f1; } .twin { font-size: 7.5pt; } .works { font-size: 7.5pt; } .o { font-size: 6.5pt; } .n { padding-left: 0; } @page { @bottom-center { content: counter(page); font-size: 8pt; } }"
    return Document(page(body, margin="14mm 13mm", font=GOTHIC, pt=9, css=css), truth)


DOCUMENTS = {
    "b9_budget_works_by_policy": works_by_policy,
    "b9_supplementary_twin": supplement_twin,
}
