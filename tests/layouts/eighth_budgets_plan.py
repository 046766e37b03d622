"""Eighth batch: an implementation plan on A3, and a priority list with effects."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import NOTO, TAKAO, Document, c, h, page, rate, row, table, vertical, yen
from truthfile import Truth

FUNDS = ("国・県支出金", "市債", "その他", "一般財源")
# measure, [(name, office, state, what, [(work, cost, 国県, 市債, その他) x 3])]
PLAN = [
    ("1-1", "子育て支援の充実", [
        ("地域子育て支援拠点運営事業", "こども政策課", "継続", "市内５か所で親子の交流の場を提供し、相談に応じる。",
         [("５か所で実施", 38_400, 25_600, 0, 0), ("５か所で実施", 38_900, 25_932, 0, 0), ("６か所で実施", 46_200, 30_800, 0, 0)]),
        ("公立保育所再編整備事業", "保育課", "新規", "老朽化した３保育所を統合し、認定こども園を整備する。",
         [("基本設計、地質調査", 42_600, 0, 0, 0), ("実施設計、造成工事", 186_300, 0, 139_700, 0), ("建築工事（１年目）", 742_000, 61_500, 612_300, 30_000)]),
        ("こども医療費助成事業", "こども政策課", "拡充", "18歳到達年度末までの医療費を助成する。",
         [("助成の実施", 402_150, 104_200, 0, 0), ("助成の実施", 405_000, 105_000, 0, 0), ("助成の実施", 405_000, 105_000, 0, 0)]),
    ]),
    ("1-2", "学校教育の充実", [
        ("学習用端末更新事業", "教育研究所", "継続", "児童生徒１人１台端末を更新する。",
         [("中学校分 2,310台", 127_050, 84_700, 0, 0), ("小学校分 4,480台", 246_400, 164_266, 0, 0), ("－", None, None, None, None)]),
        ("小中学校トイレ洋式化事業", "教育総務課", "継続", "洋式化率90％を目指し、トイレを改修する。",
         [("３校　設計５校", 164_800, 38_100, 113_800, 0), ("５校　設計４校", 251_000, 60_400, 171_400, 0), ("４校", 203_500, 48_900, 139_000, 0)]),
        ("部活動地域展開推進事業", "生涯スポーツ課", "新規", "休日の部活動を地域クラブへ移行する。",
         [("実証３種目", 4_950, 1_650, 0, 0), ("実証８種目", 12_400, 4_133, 0, 900), ("全種目で実施", 21_000, 7_000, 0, 4_200)]),
        ("学校図書館ネットワーク化事業", "教育研究所", "新規", "市立図書館と学校図書館の蔵書を一元管理する。",
         [("－", None, None, None, None), ("システム構築", 18_700, 0, 0, 9_350), ("運用", 3_960, 0, 0, 0)]),
    ]),
    ("2-1", "健康づくりの推進", [
        ("がん検診等推進事業", "健康づくり課", "継続", "受診率向上のため、個別勧奨と休日検診を行う。",
         [("休日検診 年６回", 71_480, 1_240, 0, 8_600), ("休日検診 年８回", 74_000, 1_240, 0, 8_900), ("休日検診 年８回", 74_000, 1_240, 0, 8_900)]),
        ("健康ポイント事業", "健康づくり課", "拡充", "歩数や健診受診に応じてポイントを付与する。",
         [("参加者 2,500人", 9_830, 0, 0, 3_000), ("参加者 3,000人", 11_600, 0, 0, 3_000), ("参加者 3,500人", 13_400, 0, 0, 3_000)]),
        ("休日夜間急患センター改修事業", "地域医療課", "新規", "待合室の拡張と陰圧室の設置を行う。",
         [("－", None, None, None, None), ("実施設計", 6_600, 0, 0, 0), ("改修工事", 98_000, 22_000, 57_000, 0)]),
    ]),
    ("2-2", "地域福祉の推進", [
        ("重層的支援体制整備事業", "福祉政策課", "継続", "分野を超えた相談支援と参加支援を一体的に行う。",
         [("相談支援包括化推進員３名", 52_360, 39_270, 0, 0), ("同　４名", 58_800, 44_100, 0, 0), ("同　４名", 58_800, 44_100, 0, 0)]),
        ("福祉センター空調設備更新事業", "福祉政策課", "新規", "設置後28年を経過した熱源機器を更新する。",
         [("設計", 5_280, 0, 0, 0), ("工事", 141_900, 0, 106_400, 0), ("－", None, None, None, None)]),
    ]),
    ("3-1", "道路・交通網の整備", [
        ("都市計画道路檜岡環状線整備事業", "街路課", "継続", "Ｌ＝1,240ｍ　Ｗ＝18ｍ　完成予定　令和12年度",
         [("用地補償、橋梁下部工", 520_000, 286_000, 210_600, 0), ("橋梁上部工", 680_000, 374_000, 275_400, 0), ("改良工", 450_000, 247_500, 182_200, 0)]),
        ("生活道路安全対策事業", "道路管理課", "継続", "ゾーン30プラスの指定区域で物理的な対策を行う。",
         [("２地区", 24_000, 13_200, 9_700, 0), ("２地区", 24_000, 13_200, 9_700, 0), ("２地区", 24_000, 13_200, 9_700, 0)]),
        ("シェアサイクル導入事業", "都市交通課", "新規", "中心市街地にポートを設け、回遊性を高める。",
         [("社会実験 10ポート", 8_140, 4_070, 0, 0), ("本格導入 24ポート", 15_200, 7_600, 0, 0), ("運営", 4_400, 0, 0, 1_300)]),
    ]),
]  # fmt: skip
YEARS = [
    ("令和７年度（当初予算）", 2025, "initial_budget"),
    ("令和８年度（計画）", 2026, "forecast"),
    ("令和９年度（計画）", 2027, "forecast"),
]


def three_years() -> Document:
    """檜岡市: A3 実施計画: 事業費 and four funds under each of three years (budget, plan, plan), the work in words in a row above; sums."""
    truth = Truth("檜岡市", "第３次檜岡市総合計画 第２期実施計画（令和７年度～令和９年度）")
    truth.notes += [
        "令和７年度（当初予算） = initial_budget, （計画） = forecast. 計 of the three years (３か年事業費) belongs to none: not in the truth.",
        "The upper line of a project says in words what is done in the year, the lower its money. Empty cells are no amounts; － in the upper line is no value.",
        "施策計 and 合計 are totals. 施策 (number and name) stands in a cell written downwards; 区分 is 新規 / 拡充 / 継続.",
    ]
    head = [
        row(
            h("施策", rs=2), h("番号", rs=2), h("事業名", rs=2), h("担当課", rs=2), h("区分", rs=2), h("事業の概要", rs=2),
            *[h(t, cs=5) for t, _, _ in YEARS], h("３か年<br>事業費", rs=2),
        ),
        row(*[h(t) for _ in YEARS for t in ("事業費", *("国・県<br>支出金", "市債", "その他", "一般財源"))]),
    ]  # fmt: skip
    pages, grand = [], [0] * 15

    def sums(name: str, amounts: list[int]) -> str:
        total = truth.project(name, total=True)
        for k, (_, year, kind) in enumerate(YEARS):
            for label, amount in zip(("", *FUNDS), amounts[5 * k : 5 * k + 5]):
                total.add(year, kind, label, amount, yen(amount))
        return row(
            c(name, "m", cs=6),
            *[c(yen(a or None), "n") for a in amounts],
            c(yen(sum(amounts[::5])), "n"),
            kind="sum",
        )

    rows: list[str] = []
    for number, (code, measure, items) in enumerate(PLAN):
        whole = [0] * 15
        for i, (name, office, state, what, years) in enumerate(items, 1):
            project = truth.project(name, [office], summary=what)
            cells = []
            for k, ((_, cost, *special), (_, year, kind)) in enumerate(zip(years, YEARS)):
                funds = [*special, cost - sum(special)] if cost is not None else [None] * 4
                for j, (label, amount) in enumerate(zip(("", *FUNDS), (cost, *funds))):
                    project.add(year, kind, label, amount or None, yen(amount))
                    whole[5 * k + j] += amount or 0
                    cells.append(c(yen(amount or None), "n"))
            lead = [h(f'<div class="v">{code}　{measure}</div>', rs=2 * len(items) + 1)] if i == 1 else []
            rows.append(
                row(
                    *lead, c(f"{code}-{i}", "m", rs=2), c(name, rs=2), c(office, "m", rs=2), c(state, "m", rs=2), c(what, rs=2),
                    *[c(y[0], "w", cs=5) for y in years], c(yen(sum(y[1] or 0 for y in years)), "n", rs=2),
                )
            )  # fmt: skip
            rows.append(row(*cells, kind="money"))
        grand = [a + b for a, b in zip(grand, whole)]
        rows.append(sums(f"施策「{measure}」計", whole).replace('colspan="6"', 'colspan="5"'))
        if number in (2, len(PLAN) - 1):
            if number != 2:
                rows.append(sums("合　計", grand))
            pages.append(
                table(rows, [2.2, 2.6, 9.5, 5.4, 2.8, 12.5, *[4.0, 4.2, 3.9, 3.5, 4.2] * 3, 5.2], head=head)
            )
            rows = []
    body = "".join(
        f"<div class='page'><h1>第３次檜岡市総合計画　第２期実施計画　事業一覧</h1><p class='unit'>（単位：千円）</p>{t}</div>"
        for t in pages
    )
    css = "h1{font-size:13pt;text-align:left} th{background:#e2efd9} td{padding:1.5mm 0.8mm} .w{font-size:7.5pt;background:#fafafa} .money td{border-top:0.4pt dotted #000} .sum td{background:#f2f2f2;font-weight:bold}"
    truth.totals[-1]["name"] = "合計"
    return Document(page(body, size="A3 landscape", margin="12mm 10mm", font=NOTO, pt=8, css=css), truth)


# 重点, [(mark, name, office, last, this, うち一般財源, what)]
PRIORITY = [
    ("重点１　人口減少に立ち向かう", [
        ("新規", "若者定住奨学金返還支援事業", "企画財政課", None, 5_400, 2_700, "町内に居住し就労する若者に、奨学金の返還額の２／３（年上限20万円）を補助する。　27人×200千円"),
        ("拡充", "子育て世帯住宅取得応援事業", "建設課", 12_000, 18_000, 9_000, "新築・中古住宅の取得費を補助する。三世代同居の加算を新設。　新築12件　中古８件"),
        ("継続", "地域おこし協力隊活動事業", "企画財政課", 38_220, 41_630, 630, "隊員８名の活動費。（特別交付税措置）"),
        ("新規", "産後ケア宿泊型実施事業", "保健福祉課", None, 2_184, 1_092, "町立病院の空床を活用し、宿泊型の産後ケアを始める。"),
    ]),
    ("重点２　稼ぐ力を高める", [
        ("拡充", "ふるさと納税推進事業", "商工観光課", 214_600, 322_400, 0, "返礼品の調達、ポータルサイト利用料など。寄附見込額　７億円"),
        ("継続", "新規就農者育成総合対策事業", "農林課", 19_500, 16_500, 0, "経営開始資金　11経営体"),
        ("新規", "道の駅椿浜直売所増築事業", "商工観光課", None, 148_720, 22_320, "延床面積　180㎡増、冷蔵ショーケース更新"),
        ("縮小", "プレミアム商品券発行事業", "商工観光課", 48_000, 22_500, 22_500, "プレミアム率を30％から20％に改める。"),
    ]),
    ("重点３　安全・安心を支える", [
        ("継続", "防災行政無線デジタル化事業", "総務課", 296_000, 133_100, 100, "屋外子局34局のうち残る12局を更新する。"),
        ("拡充", "デマンドタクシー運行事業", "企画財政課", 24_310, 29_870, 20_870, "土曜日の運行を始め、予約アプリを導入する。"),
        ("新規", "避難所空調設備整備事業", "総務課", None, 64_900, 0, "町民体育館に移動式空調機10台を配備する。"),
        ("廃止", "灯油購入費助成事業", "保健福祉課", 6_150, 0, 0, "国の給付金へ統合"),
    ]),
]  # fmt: skip


def priority() -> Document:
    """椿浜町: 重点事業一覧: last year before this year, うち一般財源 of this year, 増減率 with 皆増 皆減, names behind 【新規】 in one cell."""
    truth = Truth("椿浜町", "令和８年度 当初予算（案）重点事業一覧")
    truth.notes += [
        "Ｒ８予算額(案) = initial_budget of 2026 and Ｒ７予算額 = initial_budget of 2025 (title 当初予算); うち一般財源 is that of Ｒ８. A printed 0 is 0; － is no amount.",
        "増減率 is growth in percent; 皆増 and 皆減 have no number. 【新規】 … before the name are marks. Figures in the text are not in the truth.",
        "小計 and 合計 are totals.",
    ]
    head = [
        row(
            h("事業名【区分】", rs=2),
            h("Ｒ７予算額", rs=2),
            h("Ｒ８予算額(案)", cs=2),
            h("増減額", rs=2),
            h("増減率<br>（％）", rs=2),
            h("事業内容", rs=2),
            h("担当", rs=2),
        ),
        row(h("", "under"), h("うち<br>一般財源")),
    ]
    rows, grand = [], [0, 0, 0]

    def sums(name: str, amounts: list[int]) -> str:
        last, this, general = amounts
        total = truth.project(
            name, total=True, change_yen=(this - last) * 1000, ratio=rate(this - last, last, minus="▲")
        )
        total.add(2025, "initial_budget", "", last, yen(last))
        total.add(2026, "initial_budget", "", this, yen(this))
        total.add(2026, "initial_budget", "うち一般財源", general, yen(general))
        return row(
            c(name, "m"),
            *[c(yen(a, "▲"), "n") for a in (last, this, general, this - last)],
            c(rate(this - last, last, minus="▲"), "n"),
            c("", cs=2),
            kind="sum",
        )

    for section, items in PRIORITY:
        part = [0, 0, 0]
        rows.append(row(c(section, cs=8), kind="band"))
        for mark, name, office, last, this, general, what in items:
            change = this - (last or 0)
            growth = "皆増" if not last else "皆減" if not this else rate(change, last, minus="▲")
            number = growth.replace("▲", "-") if growth[0] != "皆" else None
            project = truth.project(name, [office], change_yen=change * 1000, ratio=number)
            project.add(2025, "initial_budget", "", last, yen(last))
            project.add(2026, "initial_budget", "", this, yen(this))
            project.add(2026, "initial_budget", "うち一般財源", general, yen(general))
            part = [a + (b or 0) for a, b in zip(part, (last, this, general))]
            rows.append(
                row(
                    c(f"【{mark}】<br>{name}"),
                    c(yen(last, empty="－"), "n"),
                    c(yen(this), "n"),
                    c(yen(general), "n"),
                    c(yen(change, "▲"), "n"),
                    c(growth, "n"),
                    c(what, "t"),
                    c(office, "m"),
                )
            )
        rows.append(sums("小　計", part))
        grand = [a + b for a, b in zip(grand, part)]
    rows.append(sums("合　計", grand))
    body = (
        "<h1>令和８年度　当初予算（案）重点事業一覧</h1><p>　第６次椿浜町総合計画の重点プロジェクトに沿って、次の事業に取り組みます。</p><p class='unit'>単位：千円、％</p>"
        + table(rows, [23, 9.5, 9.5, 9, 9.5, 7.5, 23, 9], head=head)
    )
    css = "h1{font-size:14pt} th{background:#fde9d9} .band td{background:#974806;color:#fff;font-weight:bold} .t{font-size:7pt} .sum td{background:#f2f2f2} th.under{border-top:none}"
    for total in truth.totals:
        total["name"] = total["name"].replace("　", "")
    return Document(page(body, margin="13mm 11mm", font=TAKAO, pt=8, css=css), truth)


DOCUMENTS = {"b8_plan_three_years": three_years, "b8_budget_priority": priority}
