"""Units of two editions: what quantity they measure, and what figures are multiplied by between them."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from quality.editions.words import WORDS, spelled

_UNITS = WORDS["units"]
_SCALES = sorted(_UNITS["scales"].items(), key=lambda item: -len(item[0]))
_SAID = tuple(sorted(_UNITS["said"], key=len, reverse=True))
_QUANTITIES = {
    word: (quantity, Fraction(str(size)))
    for quantity, sizes in _UNITS["quantities"].items()
    for word, size in sizes.items()
}
FACTORS = tuple(
    sorted(
        {Fraction(10) ** power for power in range(-9, 10)}
        | {Fraction(f) for f in _UNITS["factors"]}
        | {Fraction(1, f) for f in _UNITS["factors"]}
    )
)
"""What a change of unit may multiply figures by."""


@lru_cache(maxsize=4096)
def quantity(unit: str) -> tuple[str, Fraction]:
    """What a unit measures, and its size: 千人 -> ('人', 1000), 't-CO2' and 'kg' -> ('mass', …).

    A unit that no table knows is its own quantity of size 1; '' is the quantity of no unit.
    """
    key = spelled(unit)
    head, slash, tail = key.partition("/")
    for said in _SAID:
        if head.endswith(said) and head != said:
            head = head.removesuffix(said)
            break
    name, size = _head(head)
    return (f"{name}/{tail}" if slash else name), size


def _head(head: str) -> tuple[str, Fraction]:
    if head in _QUANTITIES:
        return _QUANTITIES[head]
    for scale, size in _SCALES:
        if head.startswith(scale) and len(head) > len(scale):
            name, inner = _head(head[len(scale) :])
            return name, inner * size
    return head, Fraction(1)


def factor_by_units(before: str | None, after: str | None) -> Fraction | None:
    """What turns a figure in `before` into one in `after` (t, kg -> 1000), None where nothing does."""
    if before is None or after is None:
        return Fraction(1) if spelled(before or "") == spelled(after or "") else None
    (kind, size), (other, other_size) = quantity(before), quantity(after)
    return size / other_size if kind == other else None


def agree(before: float, resolution: float, after: float, other_resolution: float) -> bool:
    """Whether two figures in one unit are the same number, printed with fewer digits in one of them.

    Figures of equal resolution must be equal. Otherwise the finer one, rounded half up or cut off at
    the coarser one's last digit, must give it: 123,456 人 and 123.5 千人 agree, 123.4 (cut off) as well.
    """
    if abs(before - after) <= 1e-9 * max(1.0, abs(before), abs(after)):
        return True
    step = max(resolution, other_resolution)
    if step <= 1.000001 * min(resolution, other_resolution):
        return False
    fine, coarse = (before, after) if resolution < other_resolution else (after, before)
    slack = 1e-6 * step
    rounded = abs(fine - coarse) <= step / 2 + slack
    cut = abs(fine) - abs(coarse)
    return rounded or (-slack <= cut < step - slack and fine * coarse >= 0)
