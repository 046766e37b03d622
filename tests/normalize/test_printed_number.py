"""Printed numbers: print -> value, decimals, qualifier, unit, and where such print occurs."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.printed_number import Number, as_printed, parse_number, strip_notes

# print, value, decimals, qualifier, unit, where
NUMBERS = [
    # widths and grouping
    ("0", "0", 0, None, "", "a printed 0 is 0"),
    ("5", "5", 0, None, "", "KPI tables"),
    ("116,839", "116839", 0, None, "", "総合戦略 KPI"),
    ("1,234,567", "1234567", 0, None, "", "budget tables"),
    ("1234", "1234", 0, None, "", "tables without grouping"),
    ("59.5", "59.5", 1, None, "", "rates"),
    ("70.0", "70.0", 1, None, "", "a decimal 0 is kept"),
    ("0.05", "0.05", 2, None, "", "財政力指数"),
    ("12,345.67", "12345.67", 2, None, "", "areas"),
    ("２，３４５", "2345", 0, None, "", "full-width typing"),
    ("１", "1", 0, None, "", "full-width single digits"),
    ("３", "3", 0, None, "", "事業評価書"),
    ("８０", "80", 0, None, "", "事務事業評価シート"),
    ("１２．５", "12.5", 1, None, "", "full-width point"),
    ("８0．5", "80.5", 1, None, "", "mixed widths in one number"),
    ("1，234", "1234", 0, None, "", "full-width comma"),
    ("72. 7", "72.7", 1, None, "", "施策評価表 typed with a space"),
    ("66. 2", "66.2", 1, None, "", "施策評価表"),
    ("70. 0 ", "70.0", 1, None, "", "施策評価表, space at the end"),
    (" 36,247", "36247", 0, None, "", "事業評価書, space before"),
    ("　1,234　", "1234", 0, None, "", "ideographic spaces around"),
    ("1 234", "1234", 0, None, "", "thousands by space"),
    ("12 345 678", "12345678", 0, None, "", "thousands by spaces"),
    ("1, 234", "1234", 0, None, "", "OCR space after the comma"),
    ("1 ,234", "1234", 0, None, "", "OCR space before the comma"),
    (".5", "0.5", 1, None, "", "rates without a leading 0"),
    ("12,\n345", "12345", 0, None, "", "a figure broken over lines by a narrow column"),
    ("000", "0", 0, None, "", "zero padding"),
    # signs
    ("▲ 5,403", "-5403", 0, None, "", "施策報告書 増減"),
    ("▲5,403", "-5403", 0, None, "", "施策報告書"),
    ("▲　44", "-44", 0, None, "", "ideographic space behind the sign"),
    ("△ 38,000", "-38000", 0, None, "", "補正予算の概要"),
    ("△38,000", "-38000", 0, None, "", "補正予算書"),
    ("△０．５", "-0.5", 1, None, "", "伸率"),
    ("▼3", "-3", 0, None, "", "業績表"),
    ("▽3", "-3", 0, None, "", "業績表"),
    ("-3", "-3", 0, None, "", "ASCII hyphen"),
    ("－3", "-3", 0, None, "", "full-width minus U+FF0D"),
    ("－３．５", "-3.5", 1, None, "", "full width"),
    ("−3", "-3", 0, None, "", "minus sign U+2212"),
    ("‐3", "-3", 0, None, "", "hyphen U+2010"),
    ("–3", "-3", 0, None, "", "en dash"),
    ("—3", "-3", 0, None, "", "em dash"),
    ("ー3", "-3", 0, None, "", "long-vowel bar typed for a minus"),
    ("+3", "3", 0, None, "", "増減 with plus"),
    ("＋１２", "12", 0, None, "", "full-width plus"),
    ("±0", "0", 0, None, "", "no change"),
    ("±0.0", "0.0", 1, None, "", "no change"),
    ("△0.5ポイント", "-0.5", 1, None, "ポイント", "前年度比 in points"),
    ("(△5)", "-5", 0, None, "", "内数 negative"),
    ("（▲1,234）", "-1234", 0, None, "", "内数 negative, full width"),
    ("(3)", "3", 0, None, "", "planned or of which"),
    ("［3］", "3", 0, None, "", "square brackets"),
    ("〔12〕", "12", 0, None, "", "shell brackets"),
    # units stuck to numbers
    ("20,292世帯", "20292", 0, None, "世帯", "基本計画"),
    ("20,292 世帯", "20292", 0, None, "世帯", "基本計画"),
    ("120件", "120", 0, None, "件", "基本計画"),
    ("72 団体", "72", 0, None, "団体", "基本計画"),
    ("10 データセット", "10", 0, None, "データセット", "the unit keeps its ー"),
    ("41拠点", "41", 0, None, "拠点", "基本計画"),
    ("10.0人", "10.0", 1, None, "人", "従事人員"),
    ("19.7%", "19.7", 1, None, "%", "満足度"),
    ("６０％", "60", 0, None, "％", "the unit as printed"),
    ("2.5‰", "2.5", 1, None, "‰", "人口動態"),
    ("3.2ポイント", "3.2", 1, None, "ポイント", "増減"),
    ("1,500㎡", "1500", 0, None, "㎡", "㎡ is kept"),
    ("25.3ha", "25.3", 1, None, "ha", "緑地"),
    ("12km", "12", 0, None, "km", "道路"),
    ("3,500kWh", "3500", 0, None, "kWh", "発電量"),
    ("1.8t-CO2", "1.8", 1, None, "t-CO2", "排出量"),
    ("5m²", "5", 0, None, "m²", "the square is no note"),
    ("650g", "650", 0, None, "g", "ごみ"),
    ("12か所", "12", 0, None, "か所", "施設"),
    ("12ヵ所", "12", 0, None, "ヵ所", "施設"),
    ("3箇所", "3", 0, None, "箇所", "施設"),
    ("100人/日", "100", 0, None, "人/日", "利用者"),
    ("100人／日", "100", 0, None, "人／日", "利用者"),
    ("5回/年", "5", 0, None, "回/年", "回数"),
    ("80歳", "80", 0, None, "歳", "健康寿命"),
    ("3年", "3", 0, None, "年", "a duration"),
    ("6か月", "6", 0, None, "か月", "a duration"),
    ("3年間", "3", 0, None, "年間", "a duration"),
    ("45分", "45", 0, None, "分", "a duration"),
    ("年3回", "3", 0, None, "回", "frequency"),
    ("月1回", "1", 0, None, "回", "frequency"),
    ("延べ1,234人", "1234", 0, None, "人", "利用者"),
    ("延1,234人", "1234", 0, None, "人", "利用者"),
    ("累計50件", "50", 0, None, "件", "累計"),
    ("全12校", "12", 0, None, "校", "学校"),
    # 万 and 億
    ("3万5千人", "35000", 0, None, "人", "観光"),
    ("28万4千人", "284000", 0, None, "人", "観光"),
    ("1.2億円", "120000000", 1, None, "円", "事業費"),
    ("１．２億円", "120000000", 1, None, "円", "full width"),
    ("300万円", "3000000", 0, None, "円", "事業費"),
    ("1億2,345万円", "123450000", 0, None, "円", "予算"),
    ("1億2,345万6千円", "123456000", 0, None, "円", "予算"),
    ("3兆円", "3000000000000", 0, None, "円", "経済"),
    ("10万人", "100000", 0, None, "人", "人口ビジョン"),
    ("2.5万件", "25000", 1, None, "件", "閲覧数"),
    ("5万", "50000", 0, None, "", "without a unit"),
    ("1億", "100000000", 0, None, "", "without a unit"),
    ("3千5百人", "3500", 0, None, "人", "mixed scales are a numeral"),
    # a scale that belongs to the unit
    ("7,490,000千円", "7490000", 0, None, "千円", "更新費用"),
    ("5百万円", "5", 0, None, "百万円", "budget captions"),
    ("5千人", "5", 0, None, "千人", "as in a column in 千人"),
    ("12千件", "12", 0, None, "千件", "閲覧数"),
    # kanji numerals
    ("三千円", "3000", 0, None, "円", "vertical writing"),
    ("一億三千万", "130000000", 0, None, "", "vertical writing"),
    ("十人", "10", 0, None, "人", "vertical writing"),
    ("二十三人", "23", 0, None, "人", "vertical writing"),
    ("百二十件", "120", 0, None, "件", "vertical writing"),
    ("二〇二四", "2024", 0, None, "", "positional"),
    ("一・五倍", "1.5", 1, None, "倍", "vertical writing"),
    ("五割", "5", 0, None, "割", "vertical writing"),
    # bounds and approximations
    ("10%以上", "10", 0, "at_least", "%", "target"),
    ("８０以上", "80", 0, "at_least", "", "事務事業評価シート"),
    ("80以上", "80", 0, "at_least", "", "target"),
    ("3以下", "3", 0, "at_most", "", "う蝕罹患率"),
    ("30分以内", "30", 0, "at_most", "分", "target"),
    ("5未満", "5", 0, "less_than", "", "秘匿"),
    ("5%未満", "5", 0, "less_than", "%", "target"),
    ("100超", "100", 0, "more_than", "", "target"),
    ("100を超える", "100", 0, "more_than", "", "target"),
    ("50人を上回る", "50", 0, "more_than", "人", "target"),
    ("50人を下回る", "50", 0, "less_than", "人", "target"),
    ("約300", "300", 0, "approx", "", "想定"),
    ("約３００人", "300", 0, "approx", "人", "想定"),
    ("およそ1,000件", "1000", 0, "approx", "件", "想定"),
    ("概ね50%", "50", 0, "approx", "%", "target"),
    ("100人程度", "100", 0, "approx", "人", "想定"),
    ("100程度", "100", 0, "approx", "", "想定"),
    ("100人前後", "100", 0, "approx", "人", "想定"),
    ("80%以上を維持", "80", 0, "at_least", "%", "図書館の満足度"),
    ("80%以上を目指す", "80", 0, "at_least", "%", "target"),
    ("80%以上とする", "80", 0, "at_least", "%", "target"),
    ("80%以上を確保", "80", 0, "at_least", "%", "target"),
    ("5増", "5", 0, "increase", "", "target"),
    ("5千", "5000", 0, None, "", "a scale without a unit"),
    ("12百万円", "12", 0, None, "百万円", "budget"),
    ("80以上%", "80", 0, "at_least", "%", "unit behind the bound"),
    ("100%を維持", "100", 0, "maintain", "%", "target"),
    ("100%維持", "100", 0, "maintain", "%", "target"),
    ("5%減少", "5", 0, "decrease", "%", "target"),
    ("10%増", "10", 0, "increase", "%", "target"),
    ("30%に向上", "30", 0, "increase", "%", "target"),
    ("5件減", "5", 0, "decrease", "件", "target"),
    ("≧80", "80", 0, "at_least", "", "target"),
    ("≦5", "5", 0, "at_most", "", "target"),
    ("最大50人", "50", 0, "at_most", "人", "定員"),
    ("12.3(速報値)", "12.3", 1, "preliminary", "", "統計"),
    ("12.3（速報値）", "12.3", 1, "preliminary", "", "統計"),
    ("12.3%(暫定値)", "12.3", 1, "preliminary", "%", "統計"),
    ("1,234（見込）", "1234", 0, "preliminary", "", "決算見込"),
    ("(速報)12.3", "12.3", 1, "preliminary", "", "統計"),
    # note marks
    ("123※1", "123", 0, None, "", "※ and a number"),
    ("123※", "123", 0, None, "", "※ alone"),
    ("※123", None, 0, None, "", "the mark would swallow the figure"),
    ("10①", "10", 0, None, "", "NFKC alone says 101"),
    ("5²", "5", 0, None, "", "NFKC alone says 52"),
    ("5²⁾", "5", 0, None, "", "superscript with bracket"),
    ("45.6*", "45.6", 1, None, "", "asterisk"),
    ("45.6＊", "45.6", 1, None, "", "full-width asterisk"),
    ("45.6*1", "45.6", 1, None, "", "asterisk and number"),
    ("12,000注1)", "12000", 0, None, "", "注"),
    ("12,000(注1)", "12000", 0, None, "", "注 in brackets"),
    ("12,000(※2)", "12000", 0, None, "", "※ in brackets"),
    # times
    ("2時間30分", "2.5", 0, None, "時間", "開館時間"),
    ("1時間45分", "1.75", 0, None, "時間", "勤務時間"),
    ("2:30", "2.5", 0, None, "時間", "without a label a clock time"),
    ("２：３０", "2.5", 0, None, "時間", "full width"),
    ("2:30時間", "2.5", 0, None, "時間", "with its unit"),
    ("2時間30分(速報値)", "2.5", 0, "preliminary", "時間", "a time with a remark"),
    ("2:30(速報値)", "2.5", 0, "preliminary", "時間", "a clock time with a remark"),
    ("5百万円以上", "5", 0, "at_least", "百万円", "a scale of the unit before a bound"),
    ("5百万人", "5000000", 0, None, "人", "a scale of the figure"),
    ("約延べ30人", "30", 0, "approx", "人", "a word of the label behind 約"),
]


@pytest.mark.parametrize(("text", "value", "decimals", "qualifier", "unit", "where"), NUMBERS)
def test_number(
    text: str, value: str | None, decimals: int, qualifier: str | None, unit: str, where: str
) -> None:
    number = parse_number(text)
    if value is None:
        assert number is None
        return
    assert number is not None
    assert (number.value, number.decimals, number.qualifier, number.unit) == (
        Decimal(value),
        decimals,
        qualifier,
        unit,
    )
    assert number.text == text


# print, meaning, qualifier
STANDING = [
    ("-", "none", "not_available"),
    ("－", "none", "not_available"),
    ("―", "none", "not_available"),
    ("—", "none", "not_available"),
    ("ー", "none", "not_available"),
    ("‐", "none", "not_available"),
    ("─", "none", "not_available"),
    (" - ", "none", "not_available"),
    ("－※1", "none", "not_available"),
    ("…", "none", "not_available"),
    ("・・・", "none", "not_available"),
    ("なし", "none", "not_available"),
    ("／", "struck", "not_available"),
    ("/", "struck", "not_available"),
    ("＼", "struck", "not_available"),
    ("未実施", "not_done", "not_available"),
    ("未 実 施", "not_done", "not_available"),
    ("中止", "not_done", "not_available"),
    ("実績なし", "not_done", "not_available"),
    ("未定", "undecided", "to_be_set"),
    ("未設定", "undecided", "to_be_set"),
    ("検討中", "undecided", "to_be_set"),
    ("今後設定", "undecided", "to_be_set"),
    ("調査中", "under_survey", "not_available"),
    ("精査中", "under_survey", "not_available"),
    ("集計中", "being_counted", "not_available"),
    ("算定中", "being_counted", "not_available"),
    ("未公表", "being_counted", "not_available"),
    ("未確定", "being_counted", "not_available"),
    ("該当なし", "not_applicable", "not_available"),
    ("N/A", "not_applicable", "not_available"),
    ("Ｎ／Ａ", "not_applicable", "not_available"),
    ("対象外", "not_applicable", "not_available"),
    ("不明", "unknown", "not_available"),
    ("データなし", "unknown", "not_available"),
    ("皆増", "whole_change", "other"),
    ("皆　増", "whole_change", "other"),
    ("皆減", "whole_change", "other"),
]


@pytest.mark.parametrize(("text", "meaning", "qualifier"), STANDING)
def test_word_in_place_of_a_number(text: str, meaning: str, qualifier: str) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.value, number.meaning, number.qualifier, number.unit) == (None, meaning, qualifier, "")


NO_NUMBERS = [
    "",
    "   ",
    "　",
    "市民",
    "95,5",
    "1,23",
    "12,34,567",
    "1,2345",
    "O",
    "O.5",
    "1O",
    "l5",
    "5.",
    "5.5.5",
    "--5",
    "▲",
    "△-5",
    "±5",
    "1 議会費",
    "13予備費",
    "16国庫支出金",
    "22諸収入",
    "5雑入",
    "2総務費",
    "３年度",
    "令和6年",
    "令和6年度",
    "平成31年",
    "R6",
    "H31.4",
    "2024年",
    "２０２４年",
    "2024年度",
    "10月",
    "4月1日",
    "31日",
    "2024/4/1",
    "第3回",
    "第2期",
    "1号館",
    "3丁目",
    "5年生",
    "2目",
    "3節",
    "百分率",
    "10年度",
    "72 73",
    "1\n234",
    "120\n150",
    "100%を超えて継続的に実施していく",
    "3階建ての建物",
    "5と6",
    "1:2:3",
    "1,2:3",
    "1:2,3",
    "80以上である",
    "1:a",
    "3億4億",
    "万",
]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_number(text: str) -> None:
    assert parse_number(text) is None


# print, low, high, qualifier, value, unit
RANGES = [
    ("10～20", "10", "20", "other", None, ""),
    ("10〜20人", "10", "20", "other", None, "人"),
    ("10人～20人", "10", "20", "other", None, "人"),
    ("-5～5", "-5", "5", "other", None, ""),
    ("1.5～2.5%", "1.5", "2.5", "other", None, "%"),
    ("5から10", "5", "10", "other", None, ""),
    ("10～", "10", None, "at_least", "10", ""),
    ("5歳から", "5", None, "at_least", "5", "歳"),
    ("10件～", "10", None, "at_least", "10", "件"),
    ("～10%", None, "10", "at_most", "10", "%"),
]


@pytest.mark.parametrize(("text", "low", "high", "qualifier", "value", "unit"), RANGES)
def test_range(
    text: str, low: str | None, high: str | None, qualifier: str, value: str | None, unit: str
) -> None:
    number = parse_number(text)
    assert number is not None and number.meaning == "range"
    ends = tuple(Decimal(end) if end else None for end in (low, high))
    assert (number.low, number.high) == ends
    assert number.value == (Decimal(value) if value else None)
    assert (number.qualifier, number.unit) == (qualifier, unit)


def test_range_keeps_the_finer_decimals_and_its_notes() -> None:
    number = parse_number("1.5～2.25※1")
    assert number is not None
    assert (number.decimals, number.notes, number.text) == (2, ("※1",), "1.5～2.25※1")


@pytest.mark.parametrize("text", ["人～人", "10～市民", "市民～10", "1～2～3", "～人", "10以上～増加"])
def test_no_range(text: str) -> None:
    assert parse_number(text) is None


# print, unit of the labels, value, low, high
COLONS = [
    ("2:30", "", "2.5", None, None),
    ("2:30", "時間", "2.5", None, None),
    ("2:30", "時間/日", "2.5", None, None),
    ("2:30", "人", None, "2", "30"),
    ("1:2.5", "", None, "1", "2.5"),
    ("1:2.5", "時間", None, "1", "2.5"),
    ("2.5:30", "", None, "2.5", "30"),
    ("1:75", "", None, "1", "75"),
    ("1:5", "", None, "1", "5"),
    ("１：３", "", None, "1", "3"),
    ("2:30人", "", None, "2", "30"),
]


@pytest.mark.parametrize(("text", "unit", "value", "low", "high"), COLONS)
def test_time_or_ratio(text: str, unit: str, value: str | None, low: str | None, high: str | None) -> None:
    number = parse_number(text, unit)
    assert number is not None
    if value:
        assert (number.value, number.unit, number.meaning) == (Decimal(value), "時間", "time")
        assert number.qualifier is None
    else:
        assert (number.value, number.meaning, number.qualifier) == (None, "ratio", "other")
        assert (number.low, number.high) == (Decimal(str(low)), Decimal(str(high)))


def test_a_time_may_have_a_note_mark() -> None:
    number = parse_number("2:30※2")
    assert number is not None and number.value == Decimal("2.5") and number.notes == ("※2",)


def test_the_unit_of_the_labels_is_known_beside_a_figure() -> None:
    assert parse_number("3ぴき") is None
    number = parse_number("3ぴき", "ぴき")
    assert number is not None and (number.value, number.unit) == (Decimal(3), "ぴき")
    bounded = parse_number("3ぴき以上", "ぴき")
    assert bounded is not None and (bounded.unit, bounded.qualifier) == ("ぴき", "at_least")


def test_brackets_are_told() -> None:
    for text, bracketed in (("(3)", True), ("3", False), ("(△5)", True), ("（3）", True), ("1,234人", False)):
        number = parse_number(text)
        assert number is not None and number.bracketed is bracketed


RECORDS = [
    ("10～※1", Number(Decimal(10), 0, "at_least", "", "10～※1", "range", Decimal(10), None, False, ("※1",))),
    ("1.50人～", Number(Decimal("1.50"), 2, "at_least", "人", "1.50人～", "range", Decimal("1.50"))),
    (
        "～2.5%※1",
        Number(Decimal("2.5"), 1, "at_most", "%", "～2.5%※1", "range", None, Decimal("2.5"), notes=("※1",)),
    ),
    ("1:3※2", Number(None, 0, "other", "", "1:3※2", "ratio", Decimal(1), Decimal(3), notes=("※2",))),
    ("未実施", Number(None, 0, "not_available", "", "未実施", "not_done")),
    ("－※1", Number(None, 0, "not_available", "", "－※1", "none", notes=("※1",))),
    ("未実施※", Number(None, 0, "not_available", "", "未実施※", "not_done", notes=("※",))),
    ("2時間30分※1", Number(Decimal("2.5"), 0, None, "時間", "2時間30分※1", "time", notes=("※1",))),
    ("(△5)※1", Number(Decimal(-5), 0, None, "", "(△5)※1", bracketed=True, notes=("※1",))),
    ("12.3", Number(Decimal("12.3"), 1, None, "", "12.3")),
]


@pytest.mark.parametrize(("text", "number"), RECORDS)
def test_the_whole_record(text: str, number: Number) -> None:
    assert parse_number(text) == number


def test_the_unit_of_the_labels_is_known_in_ranges() -> None:
    for text in ("3ぴき～5ぴき", "3ぴき～", "～3ぴき"):
        number = parse_number(text, "ぴき")
        assert number is not None and (number.meaning, number.unit) == ("range", "ぴき")


NOTES = [
    ("10①", "10", ("①",)),
    ("5²", "5", ("²",)),
    ("m²", "m²", ()),
    ("98%¹", "98%", ("¹",)),
    ("※1 123", " 123", ("※1",)),
    ("123（注）", "123", ("（注）",)),
    ("123注１）", "123", ("注１）",)),
    ("12**", "12", ("**",)),
    ("所有者数※", "所有者数", ("※",)),
    ("100", "100", ()),
]


@pytest.mark.parametrize(("text", "bare", "notes"), NOTES)
def test_note_marks_come_off(text: str, bare: str, notes: tuple[str, ...]) -> None:
    assert strip_notes(text) == (bare, notes)


def test_unit_as_printed() -> None:
    assert as_printed("デ-タセット", "10 データセット") == "データセット"
    assert as_printed("デ-タセット", "10 データ\nセット") == "データセット"
    assert as_printed("人", "10人") == "人"
    assert as_printed("人", "10") == "人"


# ── Properties ──────────────────────────────────────────────────────────────────────────────

_values = st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False)
_wide = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


@given(_values, st.sampled_from("▲△▼－−‐–—-"), st.booleans(), st.sampled_from(["", " ", "　"]))
def test_a_printed_number_reads_back(value: Decimal, sign: str, wide: bool, space: str) -> None:
    printed = f"{abs(value):,.2f}"
    if wide:
        printed = printed.translate(_wide)
    number = parse_number((sign + space if value < 0 else "") + printed)
    assert number is not None
    assert number.value == value
    assert number.decimals == 2


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from([",", "，", " ", ""]))
def test_grouping_does_not_matter(value: int, group: str) -> None:
    number = parse_number(f"{value:,}".replace(",", group))
    assert number is not None and number.value == value


@given(st.text())
def test_never_an_exception(text: str) -> None:
    number = parse_number(text)
    assert number is None or isinstance(number, Number)


@given(st.text(alphabet="0123456789０１,，.．▲△-－()（）万億千円%人以上約～:※①² \n年月", max_size=14))
def test_what_is_read_is_read_the_same_again(text: str) -> None:
    number = parse_number(text)
    assert number == parse_number(text)
    if number is not None and number.value is not None:
        again = parse_number(str(number.value) if number.value >= 0 else f"▲{abs(number.value)}")
        # a minute is a sixtieth of an hour, a figure too long to be printed
        if re.fullmatch(r"-?\d+(\.\d{1,12})?", str(number.value)):
            assert again is not None and again.value == number.value
