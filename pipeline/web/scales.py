"""Axes: round steps that hold all figures, and the place of a figure between them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """From figures between `low` and `high` to places between `start` and `end`."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...] = ()

    def __call__(self, value: float) -> float:
        """The place of a figure, rounded to a tenth."""
        span = self.high - self.low or 1.0
        return round(self.start + (value - self.low) / span * (self.end - self.start), 1)


def nice_scale(
    values: Iterable[float], start: float, end: float, *, from_zero: bool = False, steps: int = 4
) -> Scale:
    """A scale with round ticks (1, 2, 2.5, 5 × 10ⁿ) around all values, and zero where asked.

    Zero is also taken in where it is near: an axis from 3 to 40 misleads, one from 95 to 99 does not.
    """
    finite = [value for value in values if math.isfinite(value)] or [0.0]
    low, high = min(finite), max(finite)
    if from_zero or (low > 0 and low < (high - low)):
        low = min(low, 0.0)
    if from_zero or (high < 0 and -high < (high - low)):
        high = max(high, 0.0)
    if high == low:
        room = abs(high) * 0.1 or 1.0
        low, high = (low if from_zero and low == 0 else low - room), high + room
    step = _round_step((high - low) / steps)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = tuple(round(index * step, 10) for index in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], start, end, ticks)


def _round_step(step: float) -> float:
    size = 10.0 ** math.floor(math.log10(step))
    return next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= step * (1 - 1e-9))
