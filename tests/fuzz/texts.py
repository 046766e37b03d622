"""Texts as fuzzing draws them, and what must hold for whatever a cell prints.

The pieces are those that the normalizers look for, so that most texts come close to being a figure.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from normalize.departments import ends_as_department, split_departments
from normalize.figure_items import direction_of, is_to_be_set, read_items
from normalize.kpi_cells import name_parts, parse_kpi_cell
from normalize.money import money_unit, parse_amounts, to_yen
from normalize.municipalities import code_of, municipality_in
from normalize.names import parse_name
from normalize.numbers import looks_like_figure
from normalize.numerals import parse_numeral
from normalize.printed_number import parse_number, strip_notes
from normalize.units import is_unit, parse_unit
from normalize.width import despace, fold, join_lines, plain, unradical
from normalize.years import parse_period

DIGITS = "0123456789０１２３４５６７８９〇一二三四五六七八九十百千万億兆①②⑳²¹½Ⅳ٣"
SIGNS = "▲△▼▽-－−‐–—―~～〜±+＋,，.．、。・:：;/／%％‰…()（）[]［］【】〔〕<>「」※*＊#'’‘\"=@|"
CONTROLS = "\x00\x07\x1b\x7f\x9b​‎‮⁦﻿�󠄀\t\r\n \u3000\ud7ff\ue000\U0001f600"
WORDS = (
    "令和",
    "平成",
    "昭和",
    "R",
    "H",
    "元",
    "年度",
    "年",
    "月",
    "末",
    "現在",
    "見込",
    "目標",
    "実績",
    "基準",
    "単位",
    "千円",
    "百万円",
    "億円",
    "人",
    "件",
    "％",
    "以上",
    "以下",
    "未満",
    "約",
    "増加",
    "減少",
    "維持",
    "前年度",
    "現状値",
    "から",
    "より",
    "再掲",
    "一部",
    "小学校",
    "中学校",
    "女性",
    "男",
    "a",
    "b",
    "計",
    "合計",
    "総務部",
    "課",
    "係",
    "・",
    "市",
    "県",
    "町",
    "東京都",
    "未実施",
    "集計中",
    "調査後に設定",
    "FY",
    "2024",
    "第",
    "回",
    "か年",
    "＼",
    "⼈",
    "㎡",
    "ｹ",
    "ﾞ",
    "ト゛",
)

PIECES = st.one_of(
    st.sampled_from(list(DIGITS)),
    st.sampled_from(list(SIGNS)),
    st.sampled_from(list(CONTROLS)),
    st.sampled_from(WORDS),
    st.integers(min_value=0, max_value=10**22).map(str),
    st.characters(exclude_categories=("Cs",)),
)
SHORT = st.lists(PIECES, max_size=14).map("".join)
LONG = st.builds(lambda text, times: (text * times)[:4000], SHORT, st.integers(50, 1500))
"""A short text over and over: what takes time that grows with the square of the length shows."""

TEXTS = st.one_of(SHORT, SHORT, SHORT, LONG)
PAIRS = st.tuples(TEXTS, SHORT)

UNIT_MAY = ("", "人", "%", "千円", "百万円", "円", "2")


def check_text(text: str, other: str) -> None:
    """Passes when every normalizer answers for the text and its answer is finite.

    Any exception is a finding: no text that a page can print may end the reading of a document.
    """
    for answer in (function(text) for function in TEXT_FUNCTIONS):
        assert_finite(answer)
    for unit in UNIT_MAY:
        assert_finite(parse_number(text, unit))
        assert_finite(parse_amounts(text, unit))
        assert_finite(read_items(text, unit))
        assert_finite(parse_kpi_cell(text, other, unit))
    assert_finite(parse_period(text, 2024))
    assert_finite(parse_name(text, has_unit=False))
    name_parts(text, 2)
    code_of(text, other)
    number = parse_number(text)
    if number is not None and number.value is not None:
        to_yen(number.value, other)
        to_yen(number.value, "億円")
    for same in (unradical, fold):
        assert same(same(text)) == same(text), f"{same.__name__} is not idempotent"


TEXT_FUNCTIONS: tuple[Callable[[str], Any], ...] = (
    despace,
    direction_of,
    ends_as_department,
    fold,
    is_to_be_set,
    is_unit,
    join_lines,
    looks_like_figure,
    money_unit,
    municipality_in,
    parse_name,
    parse_number,
    parse_numeral,
    parse_period,
    parse_unit,
    plain,
    split_departments,
    strip_notes,
    unradical,
)


def assert_finite(answer: Any) -> None:
    """Raises AssertionError where a number in the answer cannot be stored."""
    if isinstance(answer, Decimal):
        assert answer.is_finite() and math.isfinite(float(answer)), answer
    elif isinstance(answer, float):
        assert math.isfinite(answer), answer
    elif isinstance(answer, tuple | list):
        for part in answer:
            assert_finite(part)
    elif hasattr(answer, "__dataclass_fields__"):
        for name in answer.__dataclass_fields__:
            assert_finite(getattr(answer, name))
