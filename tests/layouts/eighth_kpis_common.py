"""Eighth batch: how printed figures of indicator lists are noted in the truth."""

from __future__ import annotations

import re

from truthfile import DASHES, Odd, Printed

BOUNDS = {
    "以上": "at_least",
    "以下": "at_most",
    "未満": "less_than",
    "超": "more_than",
    "以上を維持": "at_least",
    "を維持": "maintain",
    "（速報値）": "preliminary",
}
WORDS = {
    "増加": "increase",
    "減少": "decrease",
    "維持": "maintain",
    "現状維持": "maintain",
    "増やす": "increase",
    "減らす": "decrease",
}
FIGURE = re.compile(r"(約)?([△▲＋+-]?)([0-9,]+(?:\.[0-9]+)?)")


def printed(text: str, unit: str = "") -> Printed:
    """The cell as printed: '85.0％以上', '△12', '4.1（速報値）', '増加', '策定済', '－' or a plain figure."""
    text = text.strip()
    if not text or text in DASHES:
        return text
    found = FIGURE.match(text)
    if not found:
        return Odd(text, None, WORDS.get(text, "other"))
    about, sign, digits = found.groups()
    rest = text[found.end() :].removeprefix(unit)
    value = ("-" if sign in {"△", "▲", "-"} else "") + digits.replace(",", "")
    qualifier = BOUNDS[rest] if rest else ("approx" if about else None)
    if qualifier is None and not sign and not about and text == digits:
        return text
    return Odd(text, value, qualifier)
