"""当初予算の主要事業一覧 in three forms, and the 会計別 summary."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, MINCHO, NOTO, Document, c, h, page, rate, row, table, yen
from truthfile import Truth


def this_year_first() -> Document:
    """手本市: 部局 group rows, 新規/拡充 marks, 本年度 前年度 比較 増減率, five funds, 小計 and 合計 rows."""
    truth = Truth("手本市", "令和７年度 当初予算主要事業一覧")
    content: list[tuple[str, list[tuple[str, str, int, int, int, int, int, int]]]] = [
        (
            "総務部",
            [
                ("", "文書管理システム更新事業", 24_860, 8_214, 0, 0, 0, 0),
                ("新規", "公共施設予約システム導入事業", 18_700, 0, 9_350, 0, 0, 0),
                ("拡充", "消防団装備充実事業", 32_415, 21_980, 0, 4_200, 12_000, 0),
            ],
        ),
        (
            "企画部",
            [
                ("拡充", "移住・定住促進事業", 46_320, 38_905, 0, 15_200, 0, 6_000),
                ("", "地域おこし協力隊事業", 29_750, 30_120, 0, 0, 0, 0),
                ("新規", "市制施行70周年記念事業", 12_600, 0, 0, 0, 0, 12_600),
            ],
        ),
        (
            "福祉健康部",
            [
                ("", "障がい者相談支援事業", 41_208, 40_556, 15_430, 7_715, 0, 0),
                ("拡充", "帯状疱疹予防接種事業", 38_940, 11_400, 0, 0, 0, 0),
                ("", "後期高齢者医療健康診査事業", 52_077, 51_860, 0, 0, 0, 47_310),
                ("新規", "重層的支援体制整備事業", 27_300, 0, 13_650, 6_825, 0, 0),
            ],
        ),
        (
            "こども部",
            [
                ("", "こども医療費助成事業", 318_540, 322_017, 0, 84_300, 0, 0),
                ("新規", "こども誰でも通園制度事業", 16_208, 0, 12_156, 2_026, 0, 0),
                ("拡充", "放課後児童クラブ整備事業", 142_380, 66_200, 47_460, 47_460, 38_000, 0),
            ],
        ),
        (
            "建設部",
            [
                ("", "道路照明ＬＥＤ化事業", 60_500, 60_500, 0, 0, 54_400, 0),
                ("", "駅前広場整備事業", 486_000, 212_400, 243_000, 0, 218_700, 0),
            ],
        ),
    ]
    marks = ["国庫支出金", "県支出金", "地方債", "その他", "一般財源"]
    head = [
        row(
            h("区分", rs=2),
            h("事　業　名", rs=2),
            h("令和7年度<br>予算額", rs=2),
            h("令和6年度<br>予算額", rs=2),
            h("比較", rs=2),
            h("増減率<br>(％)", rs=2),
            h("令和7年度予算額の財源内訳", cs=5),
        ),
        row(*[h(m) for m in marks]),
    ]
    rows = []
    whole = [0] * 8

    def figures(this: int, last: int, funds: list[int]) -> list[str]:
        growth = rate(this - last, last) if last else "皆増"
        return [
            c(yen(this), "n"),
            c(yen(last), "n"),
            c(yen(this - last), "n"),
            c(growth, "n"),
            *[c(yen(f), "n") for f in funds],
        ]

    def note(
        name: str, offices: list[str], this: int, last: int, funds: list[int], total: bool = False
    ) -> None:
        ratio = rate(this - last, last, minus="-") if last else None
        project = truth.project(name, offices, change_yen=(this - last) * 1000, ratio=ratio, total=total)
        project.add(2025, "initial_budget", "", this, yen(this))
        project.add(2024, "initial_budget", "", last, yen(last))
        for label, amount in zip(marks, funds, strict=True):
            project.add(2025, "initial_budget", label, amount, yen(amount))

    for bureau, projects in content:
        rows.append(row(c(f"【{bureau}】", cs=11), kind="grp"))
        part = [0] * 8
        for mark, name, this, last, *special in projects:
            funds = [*[int(s) for s in special], this - sum(int(s) for s in special)]
            note(name, [bureau], this, last, funds)
            part = [a + b for a, b in zip(part, [this, last, *funds, 0], strict=True)]
            rows.append(row(c(mark, "m mk"), c(name), *figures(this, last, funds)))
        note("小計", [bureau], part[0], part[1], part[2:7], total=True)
        rows.append(row(c("小　　計", "m", cs=2), *figures(part[0], part[1], part[2:7]), kind="sub"))
        whole = [a + b for a, b in zip(whole, part, strict=True)]
    note("合計", [], whole[0], whole[1], whole[2:7], total=True)
    rows.append(row(c("合　　計", "m", cs=2), *figures(whole[0], whole[1], whole[2:7]), kind="all"))
    body = "<h1>令和７年度　当初予算主要事業一覧</h1><p class=unit>（単位：千円）</p>" + table(
        rows, [5, 23, 8.5, 8.5, 8.5, 6.5, 8, 8, 8, 8, 8], head=head
    )
    css = (
        "h1{font-size:14pt} .grp td{background:#ddebf7;font-weight:bold} .sub td{background:#f2f2f2} .all td{background:#bdd7ee}"
        " .mk{color:#c00000;font-size:8pt} th{background:#9dc3e6} @page{@bottom-center{content:'-' counter(page) '-';font-size:9pt}}"
    )
    truth.notes.append(
        "当初予算 from the title: kind initial_budget of both years. Departments from the 【部】 rows. 皆増 is no ratio."
    )
    return Document(page(body, size="A4 landscape", font=GOTHIC, pt=8.5, css=css, margin="11mm 12mm"), truth)


def last_year_first() -> Document:
    """範例町: last year first, merged department cells, header '(千円)' in the cell, repeated over two pages."""
    truth = Truth("範例町", "令和６年度当初予算 主な事業")
    content: list[tuple[str, list[tuple[str, str, int, int, str]]]] = [
        (
            "総務課",
            [
                ("", "例規システム管理費", 3_120, 3_168, "例規データの更新、検索システムの使用料"),
                ("○", "職員採用試験費", 1_045, 1_870, "ＳＰＩ試験の導入"),
                ("", "防災備蓄品購入費", 2_500, 2_500, "食料、毛布、簡易トイレ"),
                ("◎", "避難所マンホールトイレ整備事業費", 0, 14_300, "２か所に計10基"),
            ],
        ),
        (
            "まちづくり課",
            [
                ("", "町民バス運行事業費", 34_218, 36_540, "５路線の運行委託"),
                ("○", "空家対策事業費", 4_600, 9_250, "除却補助15件"),
                ("", "ふるさと納税事業費", 88_730, 96_415, "返礼品、ポータルサイト手数料"),
                ("◎", "二地域居住促進事業費", 0, 5_830, "お試し住宅２棟の改修"),
            ],
        ),
        (
            "税務住民課",
            [
                ("", "固定資産評価替え業務費", 11_880, 6_490, "標準宅地の鑑定評価"),
                ("○", "コンビニ交付運営費", 2_904, 3_377, "戸籍証明の追加"),
            ],
        ),
        (
            "保健福祉課",
            [
                ("", "老人クラブ活動補助金", 1_260, 1_205, "単位クラブ24、連合会１"),
                ("", "敬老祝金", 2_340, 2_410, "88歳、99歳以上"),
                ("○", "がん検診事業費", 18_722, 21_036, "胃内視鏡検診の対象拡大"),
                ("◎", "おむつ定期便事業費", 0, 3_960, "０歳児のいる家庭へ毎月配達"),
                ("", "地域包括支援センター運営費", 26_400, 26_730, "社会福祉協議会への委託"),
            ],
        ),
        (
            "産業課",
            [
                ("", "中山間地域等直接支払交付金", 42_618, 42_590, "38集落協定"),
                ("", "松くい虫防除事業費", 7_150, 6_820, "伐倒駆除310㎥"),
                ("◎", "スマート農業導入支援事業費", 0, 6_000, "機械導入費の３分の１を補助"),
                ("○", "道の駅改修事業費", 15_400, 128_700, "トイレ棟と駐車場の改修"),
                ("", "商工会補助金", 9_800, 9_800, "経営改善普及事業"),
            ],
        ),
        (
            "建設水道課",
            [
                ("", "町道維持補修費", 58_000, 61_500, "舗装補修、側溝清掃"),
                ("", "急傾斜地崩壊対策事業費", 20_000, 12_000, "県営事業負担金"),
                ("○", "合併処理浄化槽設置補助金", 8_316, 10_020, "30基"),
            ],
        ),
        (
            "教育委員会",
            [
                ("", "ＡＬＴ配置事業費", 14_256, 14_520, "３人を配置"),
                ("◎", "学校プール民間委託事業費", 0, 4_180, "小学校２校の水泳授業"),
                ("○", "部活動地域移行推進費", 1_200, 3_850, "指導者謝金、保険料"),
                ("", "文化財保護費", 2_685, 2_310, "資料館の企画展"),
            ],
        ),
    ]
    head = [
        row(
            h("担当課"),
            h(""),
            h("事業名"),
            h("令和5年度<br>当初予算額<br>(千円)"),
            h("令和6年度<br>当初予算額<br>(千円)"),
            h("増減額<br>(千円)"),
            h("対前年度比<br>(％)"),
            h("事業の概要"),
        )
    ]
    rows = []
    for office, projects in content:
        for number, (mark, name, last, this, text) in enumerate(projects):
            ratio = rate(this, last) if last else None
            project = truth.project(name, [office], change_yen=(this - last) * 1000, ratio=ratio)
            project.add(2023, "initial_budget", "", last, yen(last))
            project.add(2024, "initial_budget", "", this, yen(this))
            start = [c(office, "m", rs=len(projects))] if number == 0 else []
            rows.append(
                row(
                    *start,
                    c(mark, "m"),
                    c(name),
                    c(yen(last), "n"),
                    c(yen(this), "n"),
                    c(yen(this - last, "▲ "), "n"),
                    c(ratio or "皆増", "n"),
                    c(text, "s"),
                )
            )
    body = "<h1>令和６年度当初予算　主な事業</h1><p>◎…新規事業　○…拡充事業</p>" + table(
        rows, [10, 4, 24, 11, 11, 10, 9, 21], head=head
    )
    css = (
        "h1{font-size:15pt} td{height:10.5mm} .s{font-size:8pt} th{background:#ffe699}"
        " @page{@bottom-center{content:'P.' counter(page);font-size:9pt}}"
    )
    truth.notes.append("対前年度比 is this / last (to_previous); 皆増 is no ratio. ▲ is followed by a space.")
    return Document(page(body, font=MINCHO, pt=9.5, css=css, margin="15mm 13mm"), truth)


def press_release() -> Document:
    """仮想市: open table of single amounts in words (１億2,340万円), mark boxes, [前年度 …] under the amount."""
    truth = Truth("仮想市", "令和８年度当初予算案のポイント")
    content = [
        (
            "１　こどもまんなか",
            [
                (
                    "新",
                    "保育料の第２子無償化",
                    12_340,
                    0,
                    "こども保育課",
                    "０～２歳児の第２子以降の保育料を無償とします。",
                ),
                (
                    "拡",
                    "学校給食費の負担軽減",
                    38_500,
                    21_750,
                    "学校給食課",
                    "中学生に加え小学生の給食費を半額とします。",
                ),
                (
                    "",
                    "子育て世帯訪問支援",
                    1_260,
                    1_180,
                    "こども家庭課",
                    "家事や育児に不安のある家庭を訪問します。",
                ),
            ],
        ),
        (
            "２　くらしの安心",
            [
                (
                    "新",
                    "避難所の空調整備",
                    105_200,
                    0,
                    "危機管理課",
                    "中学校６校の体育館に空調設備を設けます。",
                ),
                (
                    "拡",
                    "オンデマンド交通の運行",
                    8_960,
                    5_430,
                    "交通政策課",
                    "運行区域を市の北部に広げます。",
                ),
                (
                    "",
                    "上下水道管の耐震化",
                    243_800,
                    231_000,
                    "上下水道局",
                    "重要施設につながる管路3.4kmを更新します。",
                ),
            ],
        ),
        (
            "３　まちのにぎわい",
            [
                (
                    "新",
                    "まちなかウォーカブル推進",
                    4_620,
                    0,
                    "都市整備課",
                    "駅前通りを歩行者中心の空間に変える社会実験を行います。",
                ),
                (
                    "拡",
                    "産業団地の造成",
                    187_000,
                    64_300,
                    "企業立地課",
                    "令和９年度の分譲開始に向け、造成工事を進めます。",
                ),
            ],
        ),
    ]

    def words(amount: int) -> str:
        if amount < 10_000:
            return f"{amount:,}万円"
        return (
            f"{amount // 10_000}億{amount % 10_000:,}万円" if amount % 10_000 else f"{amount // 10_000}億円"
        )

    body = "<h1>令和８年度当初予算案のポイント</h1><p class=note>新：新規　拡：拡充　［　］内は令和７年度当初予算額</p>"
    for title, projects in content:
        rows = [row(h("事業名"), h("予算額"), h("概要"), h("担当"))]
        for mark, name, this, last, office, text in projects:
            project = truth.project(name, [office])
            printed = f"{words(this)}［{words(last)}］" if last else f"{words(this)}［―］"
            project.add(2026, "initial_budget", "", this, printed, 10_000)
            project.add(2025, "initial_budget", "", last or None, printed, 10_000)
            box = f'<span class="mk">{mark}</span>' if mark else ""
            rows.append(
                row(
                    c(f"{box}{name}"),
                    c(f"{words(this)}<br><small>［{words(last) if last else '―'}］</small>", "n"),
                    c(text),
                    c(office, "m"),
                )
            )
        body += f"<h2>{title}</h2>" + table(rows, [30, 20, 36, 14])
    css = (
        "h1{font-size:18pt;color:#fff;background:#e36c0a;padding:2mm} h2{font-size:13pt;color:#e36c0a} th,td{border:none;border-bottom:0.5pt dashed #999;"
        "padding:2.2mm 1mm} th{background:#fbe5d6} .mk{display:inline-block;background:#e36c0a;color:#fff;padding:0 1mm;margin-right:1mm}"
    )
    truth.notes.append(
        "Two amounts in one cell: this year's and in ［ ］ last year's. 予算案 = initial_budget. 新/拡 are marks."
    )
    return Document(page(body, font=NOTO, pt=10, css=css, margin="16mm"), truth)


DOCUMENTS = {
    "budget_this_year_first": this_year_first,
    "budget_last_year_first": last_year_first,
    "budget_press_release": press_release,
}
