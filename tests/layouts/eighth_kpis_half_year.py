"""Eighth batch: a spreadsheet list of indicators checked in the middle of the year."""

# ruff: noqa: E501 - content lines stand as they are printed
from __future__ import annotations

from eighth_kpis_common import printed
from truthfile import Odd, Truth
from workbooks import CENTRE, LEFT, RIGHT, Sheet


def half_year() -> Sheet:
    """萩ノ宮町: 総合計画 成果指標達成状況: 当初, three years' 実績, ９月末現在, 年度末見込, 目標; units in the cells, bands with ◆."""
    truth = Truth("萩ノ宮町", "第６次萩ノ宮町総合計画 成果指標達成状況（令和６年９月末現在）")
    truth.notes += [
        "当初 = baseline 2019, the years of 実績 = actual, 令和６年９月末現在 = actual 2024, 令和６年度末見込 = planned 2024, 目標 = target 2025.",
        "Codes have a column of their own. なし is a word for none yet (not_available), 検討中 a state in words (other), 済 a milestone (other). 達成見込 ○△× is a judgement.",
        "The bands (section names) are no indicators.",
    ]
    s = Sheet(truth, [8, 34, 12, 12, 12, 12, 13, 13, 12, 8, 14], font="IPAGothic", size=9, landscape=True)
    bands = [
        ("生涯学習の促進", "教育課", [
            ("11102", "公民館講座の受講者数", "人", "1,204 388 612 935 501 1,050 1,300", "△"),
            ("11103", "人材バンクの登録者数", "人", "61 63 70 78 84 88 100", "△"),
            ("11204", "公民館の無線ＬＡＮ整備", "館", "0 2 5 8 8 8 8", "○"),
            ("11302", "図書館の入館者数", "人", "41,260 26,114 30,872 35,960 19,248 38,500 42,000", "△"),
            ("11303", "町民１人当たりの貸出冊数", "冊", "4.9 4.1 4.4 4.7 2.5 4.9 5.5", "△"),
            ("11306", "公民館の耐震改修（累計）", "館", "3 4 5 6 6 7 8", "○"),
        ]),
        ("スポーツの促進", "教育課", [
            ("12101", "スポーツ推進計画の策定", "", "なし なし 検討中 済 済 済 済", "○"),
            ("12102", "総合型クラブの会員数", "人", "277 254 268 301 322 330 350", "○"),
            ("12104", "週１回以上スポーツをする成人の割合", "％", "40.2 なし なし 43.8 なし なし 50.0", "×"),
            ("12106", "町民体育館の利用者数", "人", "28,450 15,932 20,716 25,804 13,975 27,600 30,000", "△"),
        ]),
        ("子育て支援の充実", "こども課", [
            ("21101", "出生数", "人", "98 91 84 86 37 80 100", "×"),
            ("21103", "保育所の待機児童数", "人", "4 0 0 0 2 0 0", "○"),
            ("21105", "子育て支援センターの登録世帯数", "世帯", "164 138 151 170 166 175 180", "○"),
            ("21108", "放課後児童クラブの定員", "人", "120 120 150 150 180 180 180", "○"),
            ("21110", "乳児健診の受診率", "％", "97.6 95.1 98.2 98.9 98.4 98.8 100", "△"),
        ]),
        ("産業の振興", "産業課", [
            ("31102", "認定農業者数", "経営体", "72 70 71 69 68 68 75", "×"),
            ("31104", "担い手への農地集積率", "％", "48.3 50.6 52.4 53.9 53.9 55.0 60.0", "△"),
            ("31107", "特産品の販売額", "千円", "18,640 15,233 19,872 24,105 11,930 25,500 28,000", "△"),
            ("32101", "企業誘致件数（累計）", "件", "1 1 2 2 3 3 4", "△"),
            ("32103", "町内の宿泊者数", "人", "12,830 6,401 7,955 10,218 6,177 11,400 14,000", "×"),
            ("32105", "空き店舗を使った開業件数（累計）", "件", "2 3 5 8 10 11 10", "○"),
        ]),
        ("安全なまちづくり", "総務課", [
            ("41101", "自主防災組織の組織率", "％", "71.4 73.0 74.6 77.8 79.4 81.0 85.0", "△"),
            ("41103", "防災訓練の参加者数", "人", "2,105 なし 640 1,388 1,512 1,512 2,500", "×"),
            ("41106", "交通事故発生件数", "件", "38 30 27 29 12 26 25以下", "△"),
            ("41108", "消防団員数", "人", "214 209 203 198 195 195 215", "×"),
        ]),
    ]  # fmt: skip
    heads = ["当初\n（令和元年度）", "令和３年度\n実績", "令和４年度\n実績", "令和５年度\n実績", "令和６年\n９月末現在", "令和６年度末\n見込", "目標\n（令和７年度）"]  # fmt: skip
    roles = [("baseline", 2019), ("actual", 2021), ("actual", 2022), ("actual", 2023), ("actual", 2024), ("planned", 2024), ("target", 2025)]  # fmt: skip
    s.put(1, 1, "第６次萩ノ宮町総合計画　成果指標達成状況（令和６年９月末現在）", LEFT, columns=11, ruled=False, bold=True, size=14)  # fmt: skip
    s.line(3, 1, ["主要施策\nコード", "成　果　指　標", *heads, "達成\n見込", "担当課"], fill="D9D9D9")
    s.height(3, 3, 28)
    r = 4
    for band, office, indicators in bands:
        s.put(r, 1, f"◆　{band}", LEFT, columns=11, fill="F2F2F2", bold=True)
        s.height(r, r, 18)
        r += 1
        for code, name, unit, texts, mark in indicators:
            kpi = truth.kpi(name, unit or None, [office])
            shown = []
            for head, (role, year), text in zip(heads, roles, texts.split(), strict=True):
                digits = text.removesuffix("以下")
                whole = digits + unit + text[len(digits) :] if text[0].isdigit() else text
                cell = Odd(text, None, "not_available") if text == "なし" else printed(whole, unit)
                kpi.add(head.replace("\n", ""), role, year, cell)
                shown.append(whole)
            s.put(r, 1, code, CENTRE)
            s.put(r, 2, name, LEFT)
            s.line(r, 3, shown, RIGHT)
            s.put(r, 10, mark, CENTRE)
            s.put(r, 11, office, CENTRE)
            s.height(r, r, 19)
            r += 1
    s.put(r, 1, "達成見込　○：令和７年度に目標を達成できる見込み　△：取組の強化により達成が可能　×：達成は困難", LEFT, columns=11, ruled=False)  # fmt: skip
    s.sheet.print_title_rows = "3:3"
    return s


DOCUMENTS = {"b8_kpi_half_year": half_year}
