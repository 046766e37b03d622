"""Money: 円, 千円, 百万円, 億円 to yen exactly, and cells that hold several amounts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from normalize.numbers import Number, parse_number
from normalize.width import fold

# 計数単位 of budget and settlement tables.
YEN_IN = {
    "円": 1,
    "千円": 1_000,
    "万円": 10_000,
    "十万円": 100_000,
    "百万円": 1_000_000,
    "千万円": 10_000_000,
    "億円": 100_000_000,
    "十億円": 1_000_000_000,
    "兆円": 1_000_000_000_000,
}
MOST_YEN = 2**63
"""Nine million 兆円, more than all public budgets of the world; what is larger does not fit an int64."""
_UNIT = "|".join(sorted(YEN_IN, key=len, reverse=True))
_UNIT_AFTER_CAPTION = re.compile(rf"単位[:;は]?[^()]{{0,6}}?(?P<unit>{_UNIT})")
_UNIT_ALONE = re.compile(rf"(?<![\d一二三四五六七八九十百千万億兆])(?P<unit>{_UNIT})(?:単位)?")
_OPEN, _CLOSE = "(（[［〔", ")）]］〕"
_FIGURE = r"[▲△▼▽+\-－−‐–—]?\s*[0-9０-９][0-9０-９,，.．]*(?:\s*(?:千円|百万円|万円|億円|円))?"
_BRACKET = re.compile(rf"[{re.escape(_OPEN)}]([^{re.escape(_OPEN + _CLOSE)}]*)[{re.escape(_CLOSE)}]")
_LABELLED = re.compile(
    rf"^(?P<mark>.*?[^\s\d/／０-９,，.．▲△▼▽+\-－−‐–—:：])\s*[:：]?\s*(?P<figure>{_FIGURE})$", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class MoneyFigure:
    """One amount of a cell: whole yen (None when it is a word or a dash, see `qualifier`).

    `mark` is the word printed with it (債, 他, ふるさと応援基金), `bracketed` whether it stands in
    brackets (326,800（0）: of it general funds), `text` its own print.
    """

    yen: int | None
    mark: str
    bracketed: bool
    text: str
    qualifier: str | None


def to_yen(value: Decimal, unit: str) -> int | None:
    """`value` in `unit` (円, 千円, 百万円, 万円, 億円 …; width free) as whole yen, exactly.

    None when the unit is no money (an empty unit is none), or the amount has a fraction of a yen or is
    beyond MOST_YEN.
    """
    scale = YEN_IN.get(fold(unit))
    if scale is None:
        return None
    yen = value * scale
    return int(yen) if yen == yen.to_integral_value() and abs(yen) < MOST_YEN else None


def money_unit(text: str) -> str:
    """The money unit named in a caption, header or sentence ('' = none).

    '(単位：千円、%)', '千円単位', '事業費(千円)', '単位：百万円'; '5,000円' is an amount, no unit.
    """
    key = fold(text)
    found = _UNIT_AFTER_CAPTION.search(key) or _UNIT_ALONE.search(key)
    return found["unit"] if found else ""


def parse_amounts(text: str, unit: str) -> list[MoneyFigure]:
    """The amounts printed in one cell in order, none for a blank or for prose; `unit` is the table's.

    '326,800（0）' is 326,800 and a bracketed 0; '(債) 10,800 (他) 30,000' are two with marks. A unit
    printed beside an amount (3億円) goes before `unit`. '-' is one figure without yen, not_available.
    """
    if not text.strip():
        return []
    whole = parse_number(text)
    if whole is not None and not whole.bracketed:
        return [_figure(whole, "", False, unit, text.strip())]
    pieces = _pieces(text)
    figures: list[MoneyFigure] = []
    mark = ""
    for body, bracketed in pieces:
        number = parse_number(body)
        if number is not None and not (bracketed and number.value is None):
            figures.append(_figure(number, mark, bracketed, unit, body))
            mark = ""
            continue
        labelled = _LABELLED.match(body)
        inner = parse_number(labelled["figure"]) if labelled else None
        if labelled and inner is not None:
            joined = mark + "".join(labelled["mark"].split())
            figures.append(_figure(inner, joined.strip("・:："), bracketed, unit, labelled["figure"].strip()))
            mark = ""
        elif re.search(r"[0-9０-９]", body) and not bracketed:
            return []
        else:
            mark += "".join(body.split())
    if len(figures) == 1 and whole is not None:
        return [_figure(whole, "", whole.value is not None and whole.value >= 0, unit, text.strip())]
    return figures if not mark or figures else []


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The cell cut at lines and brackets: (text, stands in brackets)."""
    pieces: list[tuple[str, bool]] = []
    for line in text.splitlines():
        position = 0
        for bracket in _BRACKET.finditer(line):
            pieces.append((line[position : bracket.start()], False))
            pieces.append((bracket[1], True))
            position = bracket.end()
        pieces.append((line[position:], False))
    return [(body.strip(), bracketed) for body, bracketed in pieces if body.strip()]


def _figure(number: Number, mark: str, bracketed: bool, unit: str, text: str) -> MoneyFigure:
    yen = None if number.value is None else to_yen(number.value, number.unit or unit)
    return MoneyFigure(yen, mark, bracketed, text, number.qualifier)
