"""Negative controls: tables of figures in which there is no indicator and no project."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from markup import GOTHIC, MINCHO, NOTO, TAKAO, Document, c, h, page, row, table
from truthfile import Truth


def population() -> Document:
    """Population by district, three dates."""
    districts = [
        ("中央", 4_812, 11_206),
        ("東山", 2_377, 5_918),
        ("西浜", 1_640, 3_774),
        ("南台", 3_905, 9_640),
        ("北野", 988, 2_215),
        ("川原", 1_733, 4_402),
    ]
    rows = [
        row(h("地区名", rs=2), h("世帯数", rs=2), h("人　　口", cs=3), h("前月比", rs=2)),
        row(h("総数"), h("男"), h("女")),
    ]
    sums = [0, 0, 0]
    for number, (name, homes, people) in enumerate(districts):
        men = people // 2 - 31 - number
        sums = [sums[0] + homes, sums[1] + people, sums[2] + men]
        rows.append(
            row(
                c(f"{name}地区", "m"),
                c(f"{homes:,}", "n"),
                c(f"{people:,}", "n"),
                c(f"{men:,}", "n"),
                c(f"{people - men:,}", "n"),
                c(["△4", "7", "△11", "2", "△3", "0"][number], "n"),
            )
        )
    rows.append(
        row(
            c("合計", "m"),
            c(f"{sums[0]:,}", "n"),
            c(f"{sums[1]:,}", "n"),
            c(f"{sums[2]:,}", "n"),
            c(f"{sums[1] - sums[2]:,}", "n"),
            c("△9", "n"),
        )
    )
    body = (
        "<h1>住民基本台帳人口及び世帯数</h1><p class=unit>令和６年10月１日現在</p>"
        + table(rows, [20, 16, 16, 16, 16, 16])
        + "<p class=note>※外国人住民を含む。</p>"
    )
    return Document(
        page(
            body,
            font=GOTHIC,
            pt=11,
            css="h1{font-size:14pt} th{background:#dde} td{height:9mm}",
            margin="22mm",
        ),
        control("見本原市", "住民基本台帳人口及び世帯数", "Population by district."),
    )


def facilities() -> Document:
    """A list of public facilities."""
    items = [
        ("中央公民館", "見本原市本町1-2-3", "昭和52年", "2,140.55", "RC造", "212"),
        ("東山コミュニティセンター", "見本原市東山45", "平成6年", "684.20", "S造", "96"),
        ("西浜体育館", "見本原市西浜7-1", "昭和61年", "1,877.00", "S造", "1,500"),
        ("市民プール", "見本原市南台3-3-8", "平成11年", "3,020.14", "RC造", "400"),
        ("北野児童館", "見本原市北野210", "平成19年", "312.46", "W造", "60"),
        ("川原斎場", "見本原市川原1001", "昭和48年", "540.00", "RC造", "80"),
    ]
    rows = [
        row(
            h("No."),
            h("施設名称"),
            h("所在地"),
            h("建築年"),
            h("延床面積(㎡)"),
            h("構造"),
            h("定員(人)"),
            h("所管課"),
        )
    ]
    offices = ["生涯学習課", "市民協働課", "スポーツ課", "スポーツ課", "こども課", "環境課"]
    for number, (item, office) in enumerate(zip(items, offices, strict=True), 1):
        name, place, built, area, kind, seats = item
        rows.append(
            row(
                c(number, "m"),
                c(name),
                c(place),
                c(built, "m"),
                c(area, "n"),
                c(kind, "m"),
                c(seats, "n"),
                c(office, "m"),
            )
        )
    body = "<h1>公共施設一覧表</h1>" + table(rows, [5, 21, 21, 10, 12, 9, 9, 13])
    return Document(
        page(
            body,
            size="A4 landscape",
            font=TAKAO,
            pt=10,
            css="h1{font-size:14pt} td{height:10mm}",
            margin="18mm",
        ),
        control("見本原市", "公共施設一覧表", "List of facilities."),
    )


def attendance() -> Document:
    """Who attended which meeting; no names of people, seats only."""
    seats = [
        "会長（学識経験者）",
        "副会長（自治会連合会）",
        "委員（商工会）",
        "委員（農業協同組合）",
        "委員（社会福祉協議会）",
        "委員（ＰＴＡ連合会）",
        "委員（公募市民Ａ）",
        "委員（公募市民Ｂ）",
    ]
    dates = [
        "第1回<br>5月21日",
        "第2回<br>7月9日",
        "第3回<br>10月3日",
        "第4回<br>12月18日",
        "第5回<br>2月6日",
    ]
    pattern = ["○○○○○", "○○×○○", "○×○○○", "○○○○×", "○○○○○", "×○○○○", "○○○○○", "○○○×○"]
    rows = [row(h("区　　分"), *[h(d) for d in dates], h("出席回数"))]
    for seat, marks in zip(seats, pattern, strict=True):
        rows.append(row(c(seat), *[c(m, "m") for m in marks], c(f"{marks.count('○')}回", "m")))
    rows.append(
        row(
            h("出席者数"),
            *[c(f"{sum(p[i] == '○' for p in pattern)}人", "m") for i in range(5)],
            c(f"{''.join(pattern).count('○')}人", "m"),
        )
    )
    body = (
        "<h1>令和６年度　総合計画審議会　出席状況</h1>"
        + table(rows, [34, 11, 11, 11, 11, 11, 11])
        + "<h2>審議の経過</h2><p>　第１回では基本構想の素案、第２回から第４回では基本計画の各施策、第５回では答申案を審議した。</p>"
    )
    return Document(
        page(
            body,
            font=MINCHO,
            pt=11,
            css="h1{font-size:14pt} h2{font-size:12pt} td{height:10mm}",
            margin="22mm",
        ),
        control("見本原市", "令和６年度 総合計画審議会 出席状況", "Attendance at meetings."),
    )


def fees() -> Document:
    """Fees of halls by room and time of day, in yen."""
    rooms = [
        ("大ホール", ["12,400", "16,500", "20,600", "49,500"]),
        ("小ホール", ["4,100", "5,500", "6,900", "16,500"]),
        ("会議室１", ["800", "1,100", "1,300", "3,200"]),
        ("会議室２", ["800", "1,100", "1,300", "3,200"]),
        ("和室", ["600", "800", "1,000", "2,400"]),
        ("調理実習室", ["1,500", "2,000", "－", "3,500"]),
    ]
    rows = [
        row(h("区分", rs=2), h("使　用　料（円）", cs=4), h("冷暖房料", rs=2)),
        row(h("午前<br>9時～12時"), h("午後<br>13時～17時"), h("夜間<br>18時～22時"), h("全日")),
    ]
    for name, prices in rooms:
        rows.append(row(c(name), *[c(p, "n") for p in prices], c("使用料の30％", "m")))
    body = (
        "<h1>文化会館使用料一覧</h1>"
        + table(rows, [24, 15, 15, 15, 15, 16])
        + "<ol><li>市外の方が使用する場合は、使用料の1.5倍の額とします。</li><li>入場料を徴収する場合は、使用料の２倍の額とします。</li></ol>"
        "<h2>証明書等の手数料</h2>"
        + table(
            [
                row(h("種類"), h("手数料")),
                row(c("住民票の写し"), c("１通 300円", "n")),
                row(c("印鑑登録証明書"), c("１通 300円", "n")),
                row(c("戸籍全部事項証明書"), c("１通 450円", "n")),
                row(c("所得課税証明書"), c("１件 300円", "n")),
            ],
            [60, 40],
            style="width:60%",
        )
    )
    return Document(
        page(
            body,
            font=NOTO,
            pt=10,
            css="h1{font-size:15pt} h2{font-size:12pt} th{background:#e2f0d9} td{height:8mm}",
            margin="20mm",
        ),
        control("見本原市", "文化会館使用料一覧", "Fees of a hall and of certificates."),
    )


def control(municipality: str, title: str, what: str) -> Truth:
    """An empty truth."""
    return Truth(municipality, title, ["Negative control: no KPI and no project may come out.", what])


DOCUMENTS = {
    "neg_population": population,
    "neg_facilities": facilities,
    "neg_attendance": attendance,
    "neg_fees": fees,
}
