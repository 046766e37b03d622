"""Eighth batch: explanation sheets of a supplementary budget, and a list of works to be ordered (negative control)."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import IPAEX, NOTO, Document, c, h, page, row, table, yen
from truthfile import Truth

FUNDS = ("国庫支出金", "県支出金", "地方債", "その他", "一般財源")
# name, office, 款, 項, 目, before, change, funds, need, reason, text of special funds, 節, law
SHEETS = [
    ("葦原谷海浜公園管理運営事業", "都市整備課", (8, "土木費"), (4, "都市計画費"), (5, "公園費"), 63_866, 2_290, (0, 0, 0, 0),
     "葦原谷海浜公園の指定管理及び施設の維持修繕を行う。<br>園路灯は夜間利用者の安全を確保するために必要な設備であり、早期の復旧を要する。",
     "８月の台風により破損した園路灯９基の修繕を行う。<br><br>修繕料　2,290,000円", "", [(10, "需用費", 2_290)], "都市公園条例"),
    ("障がい者グループホーム整備費補助事業", "障がい福祉課", (3, "民生費"), (1, "社会福祉費"), (3, "障がい福祉費"), 0, 23_625, (15_750, 0, 7_800, 0),
     "社会福祉法人が行うグループホーム（定員10名）の新築に対して補助する。<br>入所施設からの地域移行を進めるため、居住の場を確保する必要がある。",
     "国の補助内示があったことによる。<br><br>補助対象経費　31,500千円<br>補助率　国２／４　市１／４",
     "社会福祉施設等施設整備費国庫補助金<br>　31,500千円×２／４＝15,750千円<br>社会福祉施設整備事業債　7,800千円",
     [(18, "負担金、補助及び交付金", 23_625)], "障害者総合支援法"),
    ("予防接種事業", "健康対策課", (4, "衛生費"), (1, "保健衛生費"), (2, "予防費"), 318_402, -18_744, (0, -420, 0, -1_350),
     "予防接種法に基づく定期接種を市内外の医療機関へ委託して行う。",
     "接種者数が当初の見込みを下回ることから、決算見込みにより減額する。<br><br>委託料　△17,980千円<br>印刷製本費　△264千円　郵便料　△500千円",
     "風しん抗体検査費補助金（県1/2）　△420千円<br>他市町受託収入　△1,350千円",
     [(10, "需用費", -264), (11, "役務費", -500), (12, "委託料", -17_980)], "予防接種法"),
    ("小学校施設営繕事業", "教育総務課", (10, "教育費"), (2, "小学校費"), (1, "学校管理費"), 87_540, 41_910, (13_900, 0, 25_200, 0),
     "児童の安全と学習環境を確保するため、老朽化した設備の更新を計画的に行う。",
     "国の補正予算を活用し、令和７年度に予定していた西部小学校の受変電設備の更新を前倒しする。（全額を繰り越す見込み）<br><br>工事請負費　40,260千円<br>監理委託料　1,650千円",
     "学校施設環境改善交付金（1/3）　13,900千円<br>学校教育施設等整備事業債　25,200千円",
     [(12, "委託料", 1_650), (14, "工事請負費", 40_260)], "学校教育法"),
]  # fmt: skip


def explained() -> Document:
    """葦原谷市: 補正予算 事業説明書: a form a project, two a page: 款 項 目, 補正前 補正額 計, funds under three header rows, 節 beside the texts."""
    truth = Truth("葦原谷市", "令和６年度 12月補正予算 事業説明書")
    truth.notes += [
        "補正前 and 計 = current_budget, 補正額 = supplementary, all of 2024 (heading). Funds and 節 are those of 補正額; empty cells are no amounts.",
        "節 are components under their names (the number has a cell of its own). 補正額の特定財源の内訳 is running text and not in the truth, nor are figures in the other texts.",
        "Numbers before 款, 項 and 目 names are codes.",
    ]
    body = ""
    for k, (
        name,
        office,
        kan,
        kou,
        moku,
        before,
        change,
        special,
        need,
        reason,
        text,
        items,
        law,
    ) in enumerate(SHEETS, 21):
        funds = [*special, change - sum(special)]
        assert sum(a for _, _, a in items) == change
        project = truth.project(name, [office])
        project.add(2024, "current_budget", "", before, yen(before))
        project.add(2024, "supplementary", "", change, yen(change))
        project.add(2024, "current_budget", "", before + change, yen(before + change))
        for label, amount in zip(FUNDS, funds):
            project.add(2024, "supplementary", label, amount or None, yen(amount))
        for _, label, amount in items:
            project.add(2024, "supplementary", label, amount, yen(amount))
        rows = [
            row(
                h("事業名", rs=3, cs=3), h("所管課", rs=3), h("款名称", rs=3), h("項名称", rs=3), h("目名称", rs=3),
                h("補正前", rs=3), h("補正額", rs=3), h("計", rs=3), h("補正額の財源内訳", cs=5),
            ),
            row(h("特　定　財　源", cs=4), h("一般財源", rs=2)),
            row(*[h(f) for f in FUNDS[:4]]),
            row(
                c(name, cs=3), c(office, "m"), *[c(f"<span class='k'>{n}</span>{t}") for n, t in (kan, kou, moku)],
                *[c(yen(a), "n") for a in (before, change, before + change)], *[c(yen(a or None), "n") for a in funds], kind="figures",
            ),
            row(h("事業の概要と必要性", cs=4), h("補正の理由", cs=4), h("補正額の特定財源の内訳", cs=4), h("節", cs=2), h("金額")),
        ]  # fmt: skip
        count = max(5, len(items))
        for i in range(count):
            number, label, amount = items[i] if i < len(items) else ("", "", None)
            lead = (
                [c(t, "l", cs=4, rs=count, style="vertical-align:top") for t in (need, reason, text)]
                if not i
                else []
            )
            rows.append(
                row(
                    *lead,
                    c(number, "m", style="height:8.2mm"),
                    c(label, style="font-size:6.5pt"),
                    c(yen(amount), "n"),
                )
            )
        rows.append(row(h("根拠法令", cs=2), c(law, cs=13)))
        body += (
            f"<div class='s'><p class='unit'><span class='id'>#{k}</span>（単位：千円）</p>"
            + table(rows, [4, 4, 6, 8, 7, 7, 7.5, 7.5, 7, 7.5, 7, 7, 7, 7, 6.5])
            + "</div>"
        )
    css = "h1{font-size:12pt} th{background:#eaf1dd} .k{padding-right:1.5mm} .id{float:left} .s{margin-bottom:5mm;break-inside:avoid} .figures td{height:9mm}"
    heading = "<h1>令和６年度　12月補正予算　事業説明書（一般会計）</h1>"
    return Document(
        page(heading + body, size="A4 landscape", margin="9mm 11mm", font=IPAEX, pt=7.5, css=css), truth
    )


def orders() -> Document:
    """柿音市: negative control: 発注見通し: works with places, months and offices, no amounts."""
    truth = Truth("柿音市", "令和７年度 工事発注見通し（４月１日現在）")
    truth.notes.append(
        "Works to be ordered: no indicator, no amount of money. 工事期間 and lengths are figures of the works."
    )
    data = [
        (
            "市道201号線舗装補修工事",
            "大字北原地内",
            "約5か月",
            "舗装",
            "切削オーバーレイ A=3,200㎡",
            "条件付一般競争入札",
            "第１四半期",
            "道路課",
        ),
        (
            "柿音中学校屋内運動場照明LED化工事",
            "中央二丁目",
            "約4か月",
            "電気",
            "高天井照明 24台、非常照明 8台",
            "条件付一般競争入札",
            "第１四半期",
            "教育施設課",
        ),
        (
            "桜川準用河川護岸補修工事",
            "大字下柿地内",
            "約6か月",
            "土木",
            "ブロック積 L=48m",
            "指名競争入札",
            "第２四半期",
            "道路課",
        ),
        (
            "第三浄水場急速ろ過池ろ材更新工事",
            "大字水口地内",
            "約7か月",
            "水道施設",
            "ろ過池 ２池、ろ過砂 64㎥",
            "条件付一般競争入札",
            "第２四半期",
            "上下水道課",
        ),
        (
            "市営住宅南団地２号棟外壁改修工事",
            "南町",
            "約6か月",
            "建築",
            "RC造４階建 24戸、塗装 1,850㎡",
            "条件付一般競争入札",
            "第２四半期",
            "建築住宅課",
        ),
        (
            "防火水槽（40㎥級）新設工事",
            "大字東山地内",
            "約3か月",
            "土木",
            "１基",
            "指名競争入札",
            "第３四半期",
            "危機管理課",
        ),
        (
            "観光案内板設置工事",
            "駅前通りほか",
            "約3か月",
            "その他",
            "12基",
            "随意契約",
            "第３四半期",
            "観光課",
        ),
        (
            "配水管布設替工事（その３）",
            "緑ヶ丘一丁目",
            "約5か月",
            "水道施設",
            "DIP φ150 L=410m",
            "条件付一般競争入札",
            "第３四半期",
            "上下水道課",
        ),
    ]
    heads = [
        "No.",
        "工　事　名",
        "工事場所",
        "工事期間",
        "工種",
        "工事概要",
        "入札・契約方法",
        "入札予定時期",
        "担当課",
    ]
    rows = [row(*[h(t) for t in heads])]
    rows += [
        row(c(k, "m"), *[c(t, "m" if i in (2, 3, 6, 7) else "") for i, t in enumerate(line)])
        for k, line in enumerate(data, 1)
    ]
    body = (
        "<h1>令和７年度　工事発注見通し（予定価格250万円超）</h1><p class='unit'>令和７年４月１日現在　柿音市総務部契約検査課</p>"
        + table(rows, [4, 22, 11, 8, 7, 20, 12, 9, 9])
        + "<p class='note'>※　この見通しは現時点のもので、実際に発注する工事が異なる場合や、ここに掲載のない工事を発注する場合があります。</p>"
    )
    css = "h1{font-size:13pt} th{background:#d9d9d9}"
    return Document(page(body, size="A4 landscape", margin="14mm", font=NOTO, pt=8, css=css), truth)


DOCUMENTS = {"b8_supplementary_sheets": explained, "b8_neg_orders": orders}
