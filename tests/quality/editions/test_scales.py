"""Units: what they measure, what they multiply figures by, and when two figures are one number."""

from __future__ import annotations

from fractions import Fraction

import pytest

from quality.editions.scales import agree, factor_by_units, quantity


@pytest.mark.parametrize(
    ("before", "after", "factor"),
    [
        ("人", "千人", Fraction(1, 1000)),
        ("千円", "百万円", Fraction(1, 1000)),
        ("億円", "万円", 10_000),
        ("t", "kg", 1000),
        ("t", "kg-CO2", 1000),
        ("ｔ－ＣＯ２", "トン", 1),
        ("㎡", "m²", 1),
        ("ha", "㎡", 10_000),
        ("分", "時間", Fraction(1, 60)),
        ("g/人・日", "kg/人・日", Fraction(1, 1000)),
        ("％", "%", 1),
        ("人", "件", None),
        ("kg", "km", None),
        ("g/人・日", "g/年", None),
        (None, "人", None),
        (None, None, 1),
    ],
)
def test_the_factor_between_units(before: str | None, after: str | None, factor: Fraction | None) -> None:
    assert factor_by_units(before, after) == factor


@pytest.mark.parametrize(
    ("unit", "name"), [("千人", "人"), ("百万円", "円"), ("千", "千"), ("件", "件"), ("", "")]
)
def test_what_a_unit_measures(unit: str, name: str) -> None:
    assert quantity(unit)[0] == name


@pytest.mark.parametrize(
    ("before", "step", "after", "other_step", "same"),
    [
        (90.7, 0.1, 90.7, 0.1, True),
        (90.7, 0.1, 90.2, 0.1, False),
        (3.42, 0.01, 3.40, 0.01, False),
        (123.456, 0.001, 123.5, 0.1, True),  # rounded
        (123.456, 0.001, 123.4, 0.1, True),  # cut off
        (123.456, 0.001, 123.6, 0.1, False),
        (-1.26, 0.01, -1.2, 0.1, True),
        (12_345_000, 1000, 12_000_000, 1_000_000, True),
        (12_345_000, 1000, 13_000_000, 1_000_000, False),
        (0.04, 0.01, 0.0, 0.1, True),
        (0, 1, 0, 1, True),
    ],
)
def test_when_figures_agree(before: float, step: float, after: float, other_step: float, same: bool) -> None:
    assert agree(before, step, after, other_step) is same
    assert agree(after, other_step, before, step) is same
