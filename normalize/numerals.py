"""Numerals: Arabic figures with 万 and 億, kanji numerals, grouped digits, to exact decimals.

All text here is already folded (normalize.width.fold): half width, no white space, '-' for every dash.
"""

from __future__ import annotations

import re
from decimal import Decimal

_DIGIT = {character: value for value, character in enumerate("〇一二三四五六七八九")}
_DIGIT |= {"零": 0, "壱": 1, "壹": 1, "弐": 2, "貳": 2, "参": 3, "參": 3, "伍": 5, "拾": 10}
_SMALL = {"十": 10, "拾": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "億": 10**8, "兆": 10**12}
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
ARABIC = re.compile(_ARABIC)
# The parts of 3万5千, 1.2億, 1億2,345万, 一億三千万, 二十三.
_TOKEN = re.compile(
    rf"(?P<number>{_ARABIC})|(?P<digit>[〇零一二三四五六七八九壱壹弐貳参參伍])|(?P<small>[十拾百千])|(?P<large>[万萬億兆])"
)
NUMERAL = re.compile(
    r"[〇零一二三四五六七八九]+・[〇零一二三四五六七八九]+"
    rf"|(?:{_ARABIC}|[〇零一二三四五六七八九壱壹弐貳参參伍十拾百千])"
    rf"(?:{_ARABIC}|[〇零一二三四五六七八九壱壹弐貳参參伍十拾百千万萬億兆])*"
)
MOST_DIGITS = 20
"""A longer row of digits is a number of an account or a rule of dots, no figure."""
_TOO_LONG = re.compile(rf"(?:[\d〇零一二三四五六七八九],?\.?){{{MOST_DIGITS + 1}}}")
_POSITIONAL = re.compile(r"[〇零一二三四五六七八九]+(?:[.・][〇零一二三四五六七八九]+)?")


def decimals_of(numeral: str) -> int:
    """How many decimals `numeral` prints ('72.70' -> 2, '1.2億' -> 1, '一・五' -> 1)."""
    found = re.search(r"[.・](\d+|[〇零一二三四五六七八九]+)", numeral)
    return len(found[1]) if found else 0


def parse_numeral(text: str) -> Decimal | None:
    """The value of a folded numeral ('1,234.5', '3万5千', '1.2億', '一億三千万', '二〇二四'), else None.

    A scale may not grow from left to right (5千3万 is no numeral), nor a digit follow a digit except in
    positional kanji (二〇二四). More than MOST_DIGITS digits in a row are none.
    """
    if len(text) > MOST_DIGITS and _TOO_LONG.search(text):
        return None
    if ARABIC.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _POSITIONAL.fullmatch(text):
        return Decimal("".join("." if c in ".・" else str(_DIGIT[c]) for c in text))
    total = section = Decimal(0)
    current: Decimal | None = None
    small_limit = 10**4
    large_limit = 10**16
    position = 0
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None:
            return None
        position = token.end()
        if token["number"] or token["digit"]:
            if current is not None:
                return None
            current = (
                Decimal(token["number"].replace(",", ""))
                if token["number"]
                else Decimal(_DIGIT[token["digit"]])
            )
        elif token["small"]:
            scale = _SMALL[token["small"]]
            if scale >= small_limit:
                return None
            small_limit = scale
            section += (Decimal(1) if current is None else current) * scale
            current = None
        else:
            scale = _LARGE[token["large"]]
            whole = section + (current or 0)
            if scale >= large_limit or (current is None and section == 0):
                return None
            large_limit, small_limit = scale, 10**4
            total += whole * scale
            section, current = Decimal(0), None
    return total + section + (current or 0)
