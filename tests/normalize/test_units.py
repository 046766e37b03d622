"""Units: brackets, columns, captions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.units import is_unit, is_unit_bracket, parse_unit

UNITS = [
    "人",
    "％",
    "%",
    "件",
    "回",
    "世帯",
    "か所",
    "ヵ所",
    "カ所",
    "箇所",
    "団体",
    "校",
    "歳",
    "点",
    "g",
    "kg",
    "t",
    "kWh",
    "㎡",
    "m²",
    "m2",
    "ha",
    "km",
    "日",
    "時間",
    "円",
    "千円",
    "百万円",
    "億円",
    "千人",
    "千件",
    "万人",
    "万t",
    "人／日",
    "人/日",
    "件/年",
    "件/年度",
    "件/1,000人",
    "t-CO2/年",
    "回/年",
    "kg-CO2",
    "t-CO2",
    "千t-CO2",
    "データセット",
    "拠点",
    "ポイント",
    "‰",
    "延べ人",
    "人・日",
    "人日",
    "棟",
    "品目",
    "本",
    "冊",
    "ｔ",
    "ＫＷ".replace("ＫＷ", "ｋＷ"),
    "g/人・日",
    "件/10万人",
    "m3/日",
    "円/人",
    "位",
    "倍",
    "ｋｍ",
    "㌶",
    "ﾎﾟｲﾝﾄ",
    "種類",
]
NO_UNITS = [
    "",
    "要介護2",
    "再生資源を除く",
    "宿泊型・日帰り型",
    "累計",
    "一財",
    "国・県",
    "千",
    "万",
    "/",
    "人/",
    "/日",
    "人/要介護",
    "市民",
    "年度",
    "費",
    "見込み",
    "人・",
    "・",
    "延べ",
    "総合計画",
    "うち新規",
]


@pytest.mark.parametrize("text", UNITS)
def test_unit(text: str) -> None:
    assert is_unit(text)
    assert is_unit_bracket(text)
    assert parse_unit(text) == text
    assert parse_unit(f"（{text}）") == text


@pytest.mark.parametrize("text", NO_UNITS)
def test_no_unit(text: str) -> None:
    assert not is_unit(text)
    assert not is_unit_bracket(text)
    assert parse_unit(text) == ""


# print, unit, where
PRINTS = [
    ("(%)", "%", "end of a name"),
    ("（人／日）", "人／日", "end of a name"),
    (" 人 ", "人", "unit column"),
    ("人\n", "人", "unit column"),
    ("か 所", "か所", "unit column, spaced"),
    ("(単位：千円)", "千円", "caption"),
    ("（単位：千円、％）", "千円", "caption with two units"),
    ("(単位:千円,%)", "千円", "caption with two units"),
    ("単位：人", "人", "caption"),
    ("単位　百万円", "百万円", "caption without a colon"),
    ("（単位 : 千円）", "千円", "caption, spaced"),
    ("[単位：㎡]", "㎡", "caption in square brackets"),
    ("事業費(千円)", "千円", "header"),
    ("事業費\n（千円）", "千円", "header over two lines"),
    ("利用者数(延べ)(人)", "人", "the last bracket that is one"),
    ("排出量(再生資源を除く)(g)", "g", "not a unit, then a unit"),
    ("充当額(円)(見込み)", "円", "a unit, then not a unit"),
    ("65歳健康寿命(要介護2)", "", "no unit"),
    ("-", "", "a dash in a unit column"),
    ("経費（一財）", "", "a component"),
]


@pytest.mark.parametrize(("text", "unit", "where"), PRINTS)
def test_parse_unit(text: str, unit: str, where: str) -> None:
    assert parse_unit(text) == unit


@pytest.mark.parametrize(
    ("inside", "unit"),
    [
        ("単位：人", True),
        ("単位:千円", True),
        ("単位", False),
        ("国", False),
        ("市", False),
        ("債", False),
        ("他", False),
        ("人", True),
    ],
)
def test_bracket(inside: str, unit: bool) -> None:
    assert is_unit_bracket(inside) is unit


@given(st.text())
def test_never_an_exception(text: str) -> None:
    unit = parse_unit(text)
    assert unit == "" or parse_unit(unit) in (unit, "")
