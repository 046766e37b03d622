"""Eighth batch: the outline of a supplementary budget: accounts in a table, contents as a list without rules."""

# ruff: noqa - content lines stand as they are printed
from __future__ import annotations
from markup import MINCHO, Document, c, h, page, rate, row, table, vertical, yen
from truthfile import Truth

# group, [(account, before, change, last year at the same time)]
ACCOUNTS = [
    ("", [("一　般　会　計", 38_412_650, 1_026_438, 37_905_117)]),
    ("特別会計", [
        ("国民健康保険事業", 8_640_213, 41_880, 8_912_450),
        ("後期高齢者医療事業", 1_733_402, 0, 1_650_918),
        ("介 護 保 険 事 業", 9_105_736, 118_204, 8_960_077),
        ("公設地方卸売市場", 96_420, -3_150, 101_236),
        ("桧垣財産区", 8_915, 1_200, 8_870),
    ]),
    ("企業会計", [
        ("水 道 事 業", 3_208_114, 0, 3_096_300),
        ("下 水 道 事 業", 5_416_090, -64_500, 5_620_744),
    ]),
]  # fmt: skip
# 款, [(mark, name, office, amount, what)]
CONTENTS = [
    ("総務費", [
        ("", "財政調整基金積立金", "財政課", 412_000, "令和５年度決算剰余金の２分の１相当額を積み立てる。"),
        ("新", "庁内業務用生成ＡＩ導入経費", "情報政策課", 3_630, "議事録の作成などに用いる生成ＡＩサービスを全庁に導入する。"),
        ("", "衆議院議員総選挙執行経費", "選挙管理委員会事務局", 46_120, "10月27日に執行される総選挙に要する経費を追加する。"),
    ]),
    ("民生費", [
        ("", "生活保護扶助費", "生活福祉課", 88_500, "医療扶助の増加に伴う追加"),
        ("", "児童扶養手当支給費", "こども給付課", 14_250, "法改正による第３子以降加算額の引上げ"),
        ("拡", "保育所等給食費支援事業費", "保育幼稚園課", 21_774, "物価高騰に伴う食材費の上昇分を支援する期間を令和７年３月まで延長する。"),
    ]),
    ("衛生費", [
        ("", "新型コロナウイルスワクチン定期接種経費", "健康増進課", 132_600, "65歳以上の方などを対象とする定期接種（10月～１月）に係る委託料"),
        ("", "ごみ焼却施設修繕費", "環境センター", 57_310, "２号炉耐火物の補修"),
    ]),
    ("土木費", [
        ("", "道路橋りょう維持補修費", "道路維持課", 95_000, "舗装の損傷が著しい路線の補修"),
        ("新", "（仮称）桧垣南スマートＩＣ調査費", "都市計画課", 9_900, "準備段階調査に併せた交通量推計"),
        ("", "市街地再開発事業補助金", "市街地整備課", -72_446, "事業の進捗に伴う年度間の調整"),
    ]),
    ("教育費", [
        ("", "小学校屋内運動場空調設備整備費", "学校施設課", 184_800, "国の交付金の追加内示を受け、４校分を前倒しする。"),
        ("", "文化財保存修理補助金", "文化財課", 4_000, "県指定文化財　円応寺山門"),
    ]),
    ("災害復旧費", [
        ("", "農業用施設災害復旧費", "農村整備課", 29_000, "７月豪雨により被災した頭首工及び農道　11か所"),
    ]),
]  # fmt: skip


def outline() -> Document:
    """桧垣市: ９月補正予算の概要: accounts with 構成比 and last year's budget at the same time; then 款 by 款 a list without rules, 千円 behind each sum."""
    truth = Truth("桧垣市", "令和６年度 ９月補正予算の概要")
    truth.notes += [
        "現計予算額 and 合計 = current_budget of 2024, 補正額 = supplementary of 2024; 【参考】令和５年度同期（９月補正後） = current_budget of 2023. － in 補正額 is no amount. 構成比 is not in the truth.",
        "対前年度同期伸率 is growth in percent of 合計. Justifying spaces are no part of a name. 小計 and 合計 are totals.",
        "The list has no rules: 【款】 headings, ○ or a mark 〔新〕〔拡〕, the name, the office in brackets, the sum with 千円 (supplementary of 2024), a line of text below. 款 sums in the headings are totals.",
    ]
    everything = [a for _, group in ACCOUNTS for a in group]
    before_all, change_all, last_all = (sum(a[k] for a in everything) for k in (1, 2, 3))
    after_all = before_all + change_all

    def line(name: str, before: int, change: int, last: int, *, total: bool = False) -> list[str]:
        after = before + change
        project = truth.project(
            name if "小計" in name else "".join(name.split()),
            total=total,
            ratio=rate(after - last, last, minus="▲"),
        )
        project.add(2024, "current_budget", "", before, yen(before))
        project.add(2024, "supplementary", "", change or None, yen(change, "▲"))
        project.add(2024, "current_budget", "", after, yen(after))
        project.add(2023, "current_budget", "", last, yen(last))
        return [
            c(yen(before), "n"), c(rate(before, before_all), "n"), c(yen(change or None, "▲", "－"), "n"), c(yen(after), "n"),
            c(rate(after, after_all), "n"), c(rate(after - last, last, minus="▲"), "n"), c(yen(last), "n"),
        ]  # fmt: skip

    head = [
        row(
            h("会　計　別", rs=2, cs=2),
            h("現計予算額", cs=2),
            h("補正額", rs=2),
            h("合　　計", cs=2),
            h("対前年度<br>同期伸率", rs=2),
            h("【参考】<br>令和５年度同期<br>（９月補正後）", rs=2),
        ),
        row(h("金　額"), h("構成比"), h("金　額"), h("構成比")),
    ]
    rows = []
    for group, accounts in ACCOUNTS:
        for i, (name, before, change, last) in enumerate(accounts):
            lead = (
                [c(name, "m", cs=2)]
                if not group
                else [*([vertical(group, rs=len(accounts) + 1)] if not i else []), c(name)]
            )
            rows.append(row(*lead, *line(name, before, change, last)))
        if group:
            rows.append(
                row(
                    c("小　　計", "m"),
                    *line(f"{group} 小計", *(sum(a[k] for a in accounts) for k in (1, 2, 3)), total=True),
                )
            )
    rows.append(row(c("合　　　計", "m", cs=2), *line("合計", before_all, change_all, last_all, total=True)))
    listing = ""
    for kan, items in CONTENTS:
        whole = sum(i[3] for i in items)
        truth.project(kan, total=True).add(2024, "supplementary", "", whole, yen(whole, "▲"))
        listing += f"<div class='k'><span>【{kan}】</span><span>{yen(whole, '▲')}千円</span></div>"
        for mark, name, office, amount, what in items:
            project = truth.project(name, [office], summary=what)
            project.add(2024, "supplementary", "", amount, yen(amount, "▲"))
            sign = f"〔{mark}〕" if mark else "○"
            listing += f"<div class='i'><span class='s'>{sign}</span><span class='x'>{name}（{office}）</span><span>{yen(amount, '▲')}千円</span></div><div class='d'>{what}</div>"
    assert sum(i[3] for _, items in CONTENTS for i in items) == ACCOUNTS[0][1][0][2]
    body = (
        "<div class='page'><h1>令和６年度　９月補正予算の概要</h1><h2>１　会計別予算額</h2><p class='unit'>（単位：千円、％）</p>"
        + table(rows, [4, 21.5, 12.5, 7, 11, 12.5, 7, 9, 15.5], head=head)
        + "<p class='note'>※企業会計は、収益的支出と資本的支出の合計額です。</p><h2>２　補正の考え方</h2><p>　国の制度改正や災害への対応など、当初予算の編成後に生じた事由により必要となる経費を計上しました。</p></div>"
        f"<div class='page'><h2>３　一般会計の主な補正内容（歳出）</h2>{listing}</div>"
    )
    css = "h1{font-size:15pt} h2{font-size:11.5pt} td{padding:1.1mm 1mm} p{line-height:1.5} .k,.i{display:flex;justify-content:space-between} .k{margin-top:3mm;font-weight:bold;font-size:10.5pt} .i{margin-top:1.2mm;padding-left:5mm} .i .s{width:9mm} .i .x{flex:1} .d{padding-left:16mm;padding-right:35mm;font-size:9pt}"
    return Document(page(body, margin="17mm 15mm", font=MINCHO, pt=9.5, css=css), truth)


DOCUMENTS = {"b8_supplementary_outline": outline}
