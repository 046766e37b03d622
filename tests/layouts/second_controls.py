"""Second batch: negative controls."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from controls import control
from markup import GOTHIC, IPAEX, MINCHO, NOTO, TAKAO, Document, c, h, page, row, table


def figures(*texts: str) -> list[str]:
    return [c(t, "n") for t in texts]


def election() -> Document:
    """Votes and turnout of an election."""
    rows = [
        row(h("届出番号"), h("候補者氏名"), h("党派"), h("新現元別"), h("得票数"), h("得票率"), h("当落"))
    ]
    people = [
        ("見本　一郎", "無所属", "現", 14_206, "当選"),
        ("例示　花子", "無所属", "新", 12_877, ""),
        ("作例　次郎", "無所属", "新", 3_015, ""),
    ]
    whole = sum(p[3] for p in people)
    for number, (name, party, state, votes, result) in enumerate(people, 1):
        rows.append(
            row(
                c(number, "m"),
                c(name),
                c(party, "m"),
                c(state, "m"),
                *figures(f"{votes:,}", f"{votes / whole:.1%}"),
                c(result, "m"),
            )
        )
    turnout = [row(h("区分"), h("当日有権者数"), h("投票者数"), h("投票率"), h("前回投票率"), h("増減"))]
    for kind, voters, cast, last, change in (
        ("男", 27_114, 14_780, "56.02％", "△1.51"),
        ("女", 29_306, 15_611, "54.88％", "△1.61"),
        ("計", 56_420, 30_391, "55.43％", "△1.56"),
    ):
        turnout.append(
            row(
                c(kind, "m"),
                *figures(f"{voters:,}", f"{cast:,}", f"{cast / voters:.2%}".replace("%", "％"), last, change),
            )
        )
    body = (
        "<h1>市長選挙　開票結果</h1><p class=unit>令和６年11月17日執行</p>"
        + table(rows, [10, 24, 14, 12, 14, 14, 12])
        + "<h2>投票結果</h2>"
        + table(turnout, [10, 20, 20, 16, 18, 16])
    )
    return Document(
        page(
            body,
            font=GOTHIC,
            pt=10.5,
            css="h1{font-size:15pt} th{background:#deebf7} td{height:9mm}",
            margin="20mm",
        ),
        control("見本原市", "市長選挙 開票結果", "Result of an election."),
    )


def bills() -> Document:
    """Bills of an assembly and how they were decided, budgets among them by name only."""
    names = [
        "令和７年度一般会計予算",
        "令和７年度国民健康保険特別会計予算",
        "令和６年度一般会計補正予算（第７号）",
        "手数料条例の一部を改正する条例",
        "市道路線の認定について",
        "人権擁護委員の推薦について",
        "令和７年度水道事業会計予算",
        "公の施設の指定管理者の指定について",
    ]
    rows = [row(h("議案番号"), h("件　　名"), h("付託委員会"), h("議決月日"), h("議決結果"))]
    for k, name in enumerate(names):
        rows.append(
            row(
                c(f"議案第{12 + k}号", "m"),
                c(name),
                c(("予算決算", "総務", "建設")[k % 3], "m"),
                c(f"３月{14 + k % 3}日", "m"),
                c("原案可決" if k != 5 else "適任", "m"),
            )
        )
    body = "<h1>令和７年３月定例会　議案一覧</h1>" + table(rows, [15, 43, 14, 14, 14])
    return Document(
        page(body, font=MINCHO, pt=10.5, css="h1{font-size:15pt} td{height:10mm}", margin="20mm"),
        control("見本原市", "令和７年３月定例会 議案一覧", "Bills of an assembly."),
    )


def buses() -> Document:
    """A timetable of community buses."""
    stops = ["市役所前", "駅東口", "総合病院", "中央図書館", "見晴団地", "温泉センター", "道の駅"]
    rows = [row(h("停留所"), *[h(f"{k}便") for k in range(1, 9)], h("運賃（円）"))]
    for j, stop in enumerate(stops):
        times = [
            f"{(450 + k * 95 + j * 7) // 60}:{(450 + k * 95 + j * 7) % 60:02d}" if (j + k) % 9 else "↓"
            for k in range(8)
        ]
        rows.append(row(c(stop), *[c(t, "m") for t in times], c(str(100 + j // 3 * 100), "n")))
    body = (
        "<h1>コミュニティバス「みはる号」時刻表　東回り</h1><p class=unit>令和６年４月１日改正</p>"
        + table(rows, [18, *[9] * 8, 10])
        + "<p class=note>※土日祝日、12月29日～１月３日は運休。小学生以下は無料。</p>"
    )
    return Document(
        page(
            body,
            size="A4 landscape",
            font=NOTO,
            pt=10.5,
            css="h1{font-size:15pt} tr:nth-child(even){background:#fff2cc} td{height:10mm}",
            margin="18mm",
        ),
        control("見本原市", "コミュニティバス時刻表", "A timetable of buses."),
    )


def vaccines() -> Document:
    """Days and ages of vaccinations."""
    items = [
        ("ロタウイルス", "生後６週～32週", "３回", "27日以上", "8,500"),
        ("五種混合", "生後２か月～90か月", "４回", "20日以上", "0"),
        ("麻しん風しん（第２期）", "就学前１年間", "１回", "－", "0"),
        ("日本脳炎", "３歳～90か月", "３回", "６日以上", "0"),
        ("高齢者インフルエンザ", "65歳以上", "１回", "－", "1,500"),
        ("帯状疱疹", "65歳・70歳・75歳", "２回", "２か月以上", "10,800"),
    ]
    rows = [row(h("種類"), h("対象年齢"), h("接種回数"), h("接種間隔"), h("自己負担額（円）"))]
    for name, age, times, gap, fee in items:
        rows.append(row(c(name), c(age, "m"), c(times, "m"), c(gap, "m"), c(fee, "n")))
    days = [row(h("会場"), *[h(f"{m}月") for m in (5, 6, 7, 9, 10, 11)])]
    for place, start in (("保健センター", 8), ("東部公民館", 15), ("西部公民館", 22)):
        days.append(row(c(place), *[c(f"{start + k % 4}日", "m") for k in range(6)]))
    body = (
        "<h1>令和７年度　予防接種のご案内</h1>"
        + table(rows, [26, 24, 14, 18, 18])
        + "<h2>集団接種の日程</h2>"
        + table(days, [28, 12, 12, 12, 12, 12, 12])
    )
    return Document(
        page(
            body,
            font=IPAEX,
            pt=10.5,
            css="h1{font-size:15pt;color:#c55a11} th{background:#fbe5d6} th,td{border-color:#c55a11} td{height:9mm}",
            margin="20mm",
        ),
        control("見本原市", "令和７年度 予防接種日程", "Vaccinations and their days."),
    )


def library_months() -> Document:
    """Books lent and visitors of libraries by month: statistics without goals or projects."""
    rows = [row(h("月"), h("開館日数"), h("貸出人数"), h("貸出冊数"), h("一日平均"))]
    for k in range(12):
        people, books, days = 1_904 + k * 37 % 211, 7_310 + k * 131 % 905, 24 + k % 3
        rows.append(
            row(
                c(f"{(k + 3) % 12 + 1}月", "m"),
                *figures(f"{days}", f"{people:,}", f"{books:,}", f"{books / days:.1f}"),
            )
        )
    body = "<h1>図書館利用統計</h1>" + table(rows, [16, 20, 22, 22, 20])
    return Document(
        page(body, font=TAKAO, pt=10.5, css="h1{font-size:15pt} td{height:8mm}", margin="22mm"),
        control("見本原市", "図書館利用統計", "Monthly statistics of a library."),
    )


DOCUMENTS = {
    "b2_neg_election": election,
    "b2_neg_bills": bills,
    "b2_neg_bus_timetable": buses,
    "b2_neg_vaccination": vaccines,
    "b2_neg_library_months": library_months,
}
