"""Figures as Japanese readers expect them: 1,234、▲5、1.2億円."""

from __future__ import annotations

import math

MINUS = "▲"
"""What public accounts print before a negative figure."""

STEPS = ((10**12, "兆円"), (10**8, "億円"), (10**4, "万円"))


def number(value: float | int | None, decimals: int | None = None) -> str:
    """The figure with thousands separated: 1,234.5, ▲5; '' for None.

    `decimals` are those printed; without them as few as the figure needs, at most four.
    """
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    places = _needed(value) if decimals is None else max(0, int(decimals))
    text = f"{abs(value):,.{places}f}"
    return f"{MINUS}{text}" if value < 0 and text.strip("0.,") else text


def change(value: float | int | None, decimals: int | None = None) -> str:
    """The figure with its direction: +5, ▲5, ±0; '' for None."""
    text = number(value, decimals)
    if not text or text.startswith(MINUS):
        return text
    return f"+{text}" if text.strip("0.,") else f"±{text}"


def yen(value: int | None) -> str:
    """Yen to the last digit: 4,686,000円, ▲12,000円; '' for None."""
    return "" if value is None else f"{number(value, 0)}円"


def yen_short(value: float | int | None) -> str:
    """Yen with four significant digits in 万, 億 or 兆: 468.6万円, 11.68億円; '' for None."""
    if value is None:
        return ""
    for step, unit in STEPS:
        if abs(value) >= step:
            scaled = value / step
            places = max(0, 4 - len(str(int(abs(scaled)))))
            text = number(scaled, places)
            return f"{text.rstrip('0').rstrip('.') if '.' in text else text}{unit}"
    return f"{number(round(value), 0)}円"


def percent(part: float, whole: float) -> str:
    """A share with one decimal: 43.2%; '–' of nothing. Never rounded up to 100 % or down to 0 %."""
    if not whole:
        return "–"
    share = 100 * part / whole
    if part < whole:
        share = min(share, 99.9)
    if part > 0:
        share = max(share, 0.1)
    return f"{share:.1f}".removesuffix(".0") + "%"


def _needed(value: float | int) -> int:
    for places in range(4):
        if math.isclose(value, round(value, places), rel_tol=1e-12, abs_tol=1e-9):
            return places
    return 4
