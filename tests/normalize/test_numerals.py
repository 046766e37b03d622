"""Numerals: kanji, mixed and positional."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.numerals import decimals_of, parse_numeral

NUMERALS = [
    ("1,234.5", "1234.5"),
    ("0", "0"),
    ("12", "12"),
    (".5", "0.5"),
    ("3万5千", "35000"),
    ("28万4千", "284000"),
    ("1.2億", "120000000"),
    ("1億2345万", "123450000"),
    ("一億三千万", "130000000"),
    ("二十三", "23"),
    ("十", "10"),
    ("百", "100"),
    ("千", "1000"),
    ("千五百", "1500"),
    ("三百二十一", "321"),
    ("一万", "10000"),
    ("十万", "100000"),
    ("百万", "1000000"),
    ("二〇二四", "2024"),
    ("〇", "0"),
    ("一二三", "123"),
    ("一・五", "1.5"),
    ("零", "0"),
    ("壱万", "10000"),
    ("弐拾", "20"),
    ("参千", "3000"),
    ("3兆", "3000000000000"),
    ("2兆5千億", "2500000000000"),
    ("1兆2億3万4", "1000200030004"),
    ("5百", "500"),
    ("2千3百", "2300"),
    ("萬", None),
    ("万", None),
    ("億", None),
    ("5千3万", "50030000"),
    ("3億4億", None),
    ("3万4億", None),
    ("十百", None),
    ("1百2千", None),
    ("12三", None),
    ("三12", None),
    ("5x", None),
    ("千千", None),
    ("一二万", None),
    ("十十", None),
    ("1,23", None),
    ("百十千", None),
    ("1万1億", None),
    ("1億1億", None),
    ("2千万", "20000000"),
    ("百万十", "1000010"),
    ("九千九百九十九", "9999"),
]


@pytest.mark.parametrize(("text", "value"), NUMERALS)
def test_numeral(text: str, value: str | None) -> None:
    assert parse_numeral(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "decimals"), [("72.70", 2), ("5", 0), ("1.2億", 1), ("一・五", 1), ("1,234.5", 1)]
)
def test_decimals(text: str, decimals: int) -> None:
    assert decimals_of(text) == decimals


def kanji(number: int) -> str:
    """`number` below 10**16 in kanji, as law texts write it."""
    digits = "〇一二三四五六七八九"

    def small(part: int) -> str:
        out = ""
        for scale, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            count, part = divmod(part, scale)
            if count:
                out += (digits[count] if count > 1 or scale == 1 else "") + sign
        return out

    out = ""
    for scale, sign in ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, "")):
        count, number = divmod(number, scale)
        if count:
            out += small(count) + sign
    return out or "〇"


@given(st.integers(min_value=0, max_value=10**16 - 1))
def test_kanji_round_trip(number: int) -> None:
    assert parse_numeral(kanji(number)) == number


@given(st.integers(min_value=0, max_value=10**8 - 1))
def test_mixed_round_trip(number: int) -> None:
    myriads, rest = divmod(number, 10_000)
    text = (f"{myriads}万" if myriads else "") + (str(rest) if rest or not myriads else "")
    assert parse_numeral(text) == number


@given(st.text(alphabet="0123456789.,〇一二三十百千万億兆"))
def test_never_an_exception(text: str) -> None:
    value = parse_numeral(text)
    assert value is None or value >= 0
