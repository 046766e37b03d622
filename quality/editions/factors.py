"""What figures are multiplied by between two editions: found in the figures, then by the units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quality.editions.comparison import Figure, Item
from quality.editions.printed import Printed
from quality.editions.scales import FACTORS, agree, factor_by_units
from quality.editions.words import spelled

SEVERAL = 2
"""Figures that must show a factor when the units do not."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """How figures of the former edition become those of the later one.

    `verdict`: same, notation (another way to write the unit), changed (another unit, other figures),
    label (another unit, same figures), unlike (units that cannot be converted). `found_in` counts the
    figures that show the factor.
    """

    factor: Fraction
    verdict: str
    found_in: int


def conversion(before: Printed, after: Printed) -> Conversion:
    """The conversion for a pair of indicators; projects are in yen in both editions."""
    if before.item.dataset == "project":
        return Conversion(Fraction(1), "same", 0)
    one, other = _unit(before.item), _unit(after.item)
    shared = _shared(before, after)
    by_units = factor_by_units(one, other)
    if spelled(one or "") == spelled(other or ""):
        return _hidden(shared)
    best, count = _found(shared, by_units)
    if by_units is None:
        if count == 0:
            known = bool(one and other)
            return Conversion(Fraction(1), "unlike" if known else "notation", 0)
        return Conversion(best, "notation" if best == 1 else "changed", count)
    if by_units == 1:
        return Conversion(Fraction(1), "notation", count)
    if count == 0:
        return Conversion(by_units, "changed", 0)
    return Conversion(best, "label" if best == 1 else "changed", count)


def _unit(item: Item) -> str | None:
    return item.unit or next((figure.unit for figure in item.figures if figure.unit), None)


def _shared(before: Printed, after: Printed) -> list[tuple[Figure, Figure]]:
    """Figures other than zero that both print for the same role, year and component."""
    both = ((figure, after.figures.get(key)) for key, figure in before.figures.items())
    return [(one, other) for one, other in both if other is not None and one.value and other.value]


def _found(shared: Sequence[tuple[Figure, Figure]], by_units: Fraction | None) -> tuple[Fraction, int]:
    """The factor that most figures show, and how many; that of the units first, then 1."""
    preferred = [Fraction(1)] if by_units is None else [by_units, Fraction(1)]
    best, most = preferred[0], 0
    for factor in (*preferred, *FACTORS):
        count = sum(_shows(one, other, factor) for one, other in shared)
        if count > most:
            best, most = factor, count
    return best, most


def _hidden(shared: Sequence[tuple[Figure, Figure]]) -> Conversion:
    """A factor in spite of equal units: every figure shows the same power of ten, several of them."""
    plain = Conversion(Fraction(1), "same", 0)
    if len({one.value for one, _ in shared}) < SEVERAL or any(_shows(*pair, Fraction(1)) for pair in shared):
        return plain
    best, count = _found(shared, None)
    return Conversion(best, "changed", count) if count == len(shared) and best != 1 else plain


def _shows(one: Figure, other: Figure, factor: Fraction) -> bool:
    assert one.value is not None and other.value is not None
    scale = float(factor)
    return agree(one.value * scale, one.resolution * scale, other.value, other.resolution)
