"""Money: exact yen, several amounts in a cell, units in captions."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.money import MOST_YEN, YEN_IN, money_unit, parse_amounts, to_yen

YEN = [
    ("4686", "千円", 4_686_000),
    ("0", "千円", 0),
    ("-5403", "千円", -5_403_000),
    ("1", "円", 1),
    ("0.1", "千円", 100),
    ("0.001", "千円", 1),
    ("0.0001", "千円", None),
    ("1.5", "円", None),
    ("1.5", "百万円", 1_500_000),
    ("1.2", "億円", 120_000_000),
    ("3", "万円", 30_000),
    ("2", "十億円", 2_000_000_000),
    ("1", "兆円", 10**12),
    ("5", "千　円", 5000),
    ("5", "", None),
    ("5", "人", None),
    ("5", "%", None),
    ("123456789.123", "百万円", 123_456_789_123_000),
    ("1", "十万円", 100_000),
    ("1", "千万円", 10_000_000),
]


@pytest.mark.parametrize(("value", "unit", "yen"), YEN)
def test_to_yen(value: str, unit: str, yen: int | None) -> None:
    assert to_yen(Decimal(value), unit) == yen


@given(st.integers(min_value=-(10**13), max_value=10**13), st.sampled_from(sorted(YEN_IN)))
def test_no_floating_error(value: int, unit: str) -> None:
    assert (
        to_yen(Decimal(value) / YEN_IN[unit], unit) == value
        or (Decimal(value) / YEN_IN[unit]) * YEN_IN[unit] != value
    )
    yen = value * YEN_IN[unit]
    assert to_yen(Decimal(value), unit) == (yen if abs(yen) < MOST_YEN else None)


# print, [(yen, mark, bracketed, qualifier)], unit, where
CELLS = [
    ("4,686", [(4_686_000, "", False, None)], "千円", "施策報告書"),
    ("０", [(0, "", False, None)], "千円", "full width"),
    ("▲ 5,403", [(-5_403_000, "", False, None)], "千円", "増減"),
    ("△ 38,000", [(-38_000_000, "", False, None)], "千円", "補正"),
    ("(△5)", [(-5_000, "", False, None)], "千円", "a bracketed negative is the amount itself"),
    ("(5,000)", [(5_000_000, "", True, None)], "千円", "of which"),
    ("(0)", [(0, "", True, None)], "千円", "of which"),
    ("-", [(None, "", False, "not_available")], "千円", "none"),
    ("―", [(None, "", False, "not_available")], "千円", "none"),
    ("皆増", [(None, "", False, "other")], "千円", "増減率"),
    ("326,800（0）", [(326_800_000, "", False, None), (0, "", True, None)], "千円", "経費（一財）"),
    ("197,770(１)", [(197_770_000, "", False, None), (1_000, "", True, None)], "千円", "mixed widths"),
    ("14,300（6,000）", [(14_300_000, "", False, None), (6_000_000, "", True, None)], "千円", "経費（一財）"),
    ("326,800\n(0)", [(326_800_000, "", False, None), (0, "", True, None)], "千円", "over two lines"),
    (
        "10,000(△500)",
        [(10_000_000, "", False, None), (-500_000, "", True, None)],
        "千円",
        "negative of which",
    ),
    (
        "(債)\n10,800\n(他)\n30,000",
        [(10_800_000, "債", False, None), (30_000_000, "他", False, None)],
        "千円",
        "財源 under one column",
    ),
    (
        "(債) 10,800 (他) 30,000",
        [(10_800_000, "債", False, None), (30_000_000, "他", False, None)],
        "千円",
        "on one line",
    ),
    ("（債）10,800", [(10_800_000, "債", False, None)], "千円", "one mark"),
    (
        "ふるさと応援基金\n2,500",
        [(2_500_000, "ふるさと応援基金", False, None)],
        "千円",
        "name of a fund above",
    ),
    (
        "ふるさと応援基金 2,500",
        [(2_500_000, "ふるさと応援基金", False, None)],
        "千円",
        "name of a fund before",
    ),
    ("ふるさと\n応援基金\n2,500", [(2_500_000, "ふるさと応援基金", False, None)], "千円", "a broken name"),
    ("基金:2,500", [(2_500_000, "基金", False, None)], "千円", "colon"),
    (
        "国 1,000\n県 500",
        [(1_000_000, "国", False, None), (500_000, "県", False, None)],
        "千円",
        "lines with marks",
    ),
    ("国△1,000", [(-1_000_000, "国", False, None)], "千円", "mark and sign"),
    ("3億円", [(300_000_000, "", False, None)], "千円", "its own unit goes first"),
    ("500円", [(500, "", False, None)], "千円", "its own unit goes first"),
    ("2,500千円", [(2_500_000, "", False, None)], "円", "its own unit goes first"),
    ("約3,000", [(3_000_000, "", False, "approx")], "千円", "approximate"),
    ("10,800\n30,000", [(10_800_000, "", False, None), (30_000_000, "", False, None)], "千円", "two lines"),
    ("1,056", [(1_056_000_000, "", False, None)], "百万円", "百万円"),
    ("1,056", [(None, "", False, None)], "", "no unit known"),
    ("", [], "千円", "blank"),
    ("　", [], "千円", "blank"),
    ("市債", [], "千円", "a word alone"),
    ("補助率2/3以内で交付する", [], "千円", "prose"),
    ("10,800 (うち人件費)", [(10_800_000, "", False, None)], "千円", "a remark in brackets"),
]


@pytest.mark.parametrize(("text", "figures", "unit", "where"), CELLS)
def test_amounts(
    text: str, figures: list[tuple[int | None, str, bool, str | None]], unit: str, where: str
) -> None:
    assert [(f.yen, f.mark, f.bracketed, f.qualifier) for f in parse_amounts(text, unit)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (" 5 ", [("", "5")]),
        (" (0) ", [("", "(0)")]),
        ("ふるさと 応援基金 2,500", [("ふるさと応援基金", "2,500")]),
        ("(ふるさと 応援)\n10", [("ふるさと応援", "10")]),
        ("国△1,000", [("国", "△1,000")]),
        ("基金・2,500", [("基金", "2,500")]),
        ("10,800 (補助率2/3)", [("", "10,800")]),
        ("10,800\n補助率2/3以内", []),
        ("10,800 2年目", []),
    ],
)
def test_marks_and_prints(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(f.mark, f.text) for f in parse_amounts(text, "千円")] == figures


def test_each_amount_keeps_its_own_print() -> None:
    assert [f.text for f in parse_amounts("(債)\n10,800\n(他)\n▲ 30,000", "千円")] == ["10,800", "▲ 30,000"]


CAPTIONS = [
    ("(単位：千円、%)", "千円"),
    ("（単位：百万円）", "百万円"),
    ("千円単位", "千円"),
    ("事業費(千円)", "千円"),
    ("事業費（千円）", "千円"),
    ("単位：円", "円"),
    ("単位　億円", "億円"),
    ("（４）事業費等(千円単位。千円未満は四捨五入)", "千円"),
    ("金額（万円）", "万円"),
    ("5,000円", ""),
    ("一人5千円", ""),
    ("三百円", ""),
    ("(単位：人)", ""),
    ("", ""),
    ("(単位：人、千円)", "千円"),
    ("【単位:百万円】", "百万円"),
    ("決算額 千円", "千円"),
    ("当初予算", ""),
    ("１００円", ""),
    ("１，０００千円", ""),
    ("十億円", "十億円"),
]


@pytest.mark.parametrize(("text", "unit"), CAPTIONS)
def test_money_unit(text: str, unit: str) -> None:
    assert money_unit(text) == unit


@given(st.text(alphabet="0123,()（）債国円千 \n-▲あ:・"))
def test_never_an_exception(text: str) -> None:
    for figure in parse_amounts(text, "千円"):
        assert figure.yen is None or isinstance(figure.yen, int)
