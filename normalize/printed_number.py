"""Numbers as city halls print them: ▲ 5,403, １．２億円, 72. 7, 10%以上, (△5), 2:30, 未実施.

Print is read, never mended: O for 0, l for 1 or a comma for a point is no number here; only evidence
(quality/) may repair what a scanner misread.
"""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from normalize.numerals import MOST_DIGITS, NUMERAL, decimals_of, parse_numeral
from normalize.units import UNITS, is_unit
from normalize.width import DASHES, fold, plain

WORDS: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)


def by_word(section: str) -> dict[str, str]:
    """Each folded word of a section of words.toml -> the key it stands under."""
    return {fold(word): key for key, words in WORDS[section].items() for word in words}


STANDING = by_word("standing")
_AFTER = by_word("after")
_BEFORE = by_word("before")
_REMARK = by_word("remark")
_DIRECTION = by_word("direction")


def alternatives(words: dict[str, str] | list[str]) -> str:
    """A pattern for any of the words, folded, longest first."""
    return "|".join(re.escape(fold(word)) for word in sorted(words, key=len, reverse=True))


_DIRECTION_WORD = re.compile(alternatives(_DIRECTION))
_BEFORE_FIGURE = re.compile(rf"^(?P<word>{alternatives(_BEFORE)})")
_PREFIX = re.compile(rf"^(?:{alternatives(WORDS['prefix']['plain'])}):?(?=[\d▲△▼▽+±約-])")
_AFTER_FIGURE = re.compile(rf"(?P<word>{alternatives(_AFTER)})(?P<rest>(?:を|に|へ|で|と)?.*)$")
_HAS_NUMERAL = re.compile(r"[\d〇零一二三四五六七八九十百千壱壹弐貳参參伍拾]")
_REMARKED = re.compile(rf"\((?:{alternatives(_REMARK)})\)")
_MOVED = re.compile(
    rf"(?P<unit>.*?)(?:を|に|へ|の|ずつ|まで)?(?P<word>{alternatives(_DIRECTION)})(?:する|させる)?"
)
_MINUS = "-▲△▼▽"
_PLAIN = re.compile(
    r"[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?"
)
_WIDE = str.maketrans("０１２３４５６７８９．", "0123456789.", ",，")
_NOTE = re.compile(
    r"[(（\[［]?(?:※(?:\s*[0-9０-９]*(?![0-9０-９]|[,，.．][0-9０-９])|(?=[0-9０-９]))|[*＊]+\s*[0-9０-９]*(?![0-9０-９.])|注\s*[0-9０-９]*[)）]|注\s*[0-9０-９]+|[(（]注[)）])[)）\]］]?"
    r"|[\u2460-\u24ff\u2776-\u2793]"
    r"|(?<=[0-9０-９%％])[⁰¹²³⁴-⁹]+[⁾)）]?"
)
_WIDE_SPACE = re.compile(r"[ \t\u3000]+")
LONGEST_FIGURE = 300
"""Characters of a cell that may be one figure with all that is printed beside it; more is prose."""
# Only on one line: 120 above 150 are two figures.
_GROUP_SPACE = re.compile(r"(?<=[0-9０-９]) (?=[0-9０-９]{3}(?![0-9０-９]))")
# A dash on a line of its own says none; ▲ above its figure is a sign.
_DASH_LINE = re.compile(rf"^\s*[{re.escape(DASHES)}]+\s*\n", re.MULTILINE)
_TWO_FIGURES = re.compile(r"\d \d")
_RANGE_SIGN = re.compile(r"[~〜～∼]|から")
_ERA_OR_DATE = re.compile(
    r"^(?:明治|大正|昭和|平成|令和|[MTSHR]\d)|^(?:18|19|20)\d\d年$|(?<!毎)年度|\d月|^\d{1,2}日$|^\d{4}[./]\d{1,2}"
)


class Number(NamedTuple):
    """One printed number: `value` exact (None for a word, a range or a ratio), `decimals` as printed.

    `qualifier` is one of those of the curated contract (None = exactly the value). `unit` is as printed
    beside the figure, with 万 and 億 resolved into the value. `meaning` says what a word stands for
    (none, struck, not_done, undecided, under_survey, being_counted, not_applicable, unknown,
    whole_change) and what form a figure without a single value has (range, ratio). `low` and `high`
    are the ends of a range, or the terms of a ratio. `notes` are the note marks taken off.
    """

    value: Decimal | None
    decimals: int
    qualifier: str | None
    unit: str
    text: str
    meaning: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    bracketed: bool = False
    notes: tuple[str, ...] = ()


def strip_notes(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` without note marks (※1, *, 注1), ①, ²) and the marks, in order.

    They come off before NFKC, which turns 10① into 101 and 5² into 52. m² keeps its square.
    """
    notes = tuple(match[0] for match in _NOTE.finditer(text))
    return (_NOTE.sub("", text), notes) if notes else (text, ())


def parse_number(text: str, unit: str = "") -> Number | None:
    """The number printed in `text`, or None when it is blank or no figure (a label, prose).

    `unit` is what the labels say: it decides whether 2:30 is a time (hours, 2.5) or a ratio, and is
    accepted beside the figure even where units.toml does not know it. Sources of the rules: KPI tables,
    決算・予算 tables and 評価シート of municipalities; see docs/normalize.md.
    """
    if _PLAIN.fullmatch(text):
        digits = text.replace(",", "") if text.isascii() else text.translate(_WIDE)
        if len(digits) > MOST_DIGITS:
            return None
        point = digits.find(".")
        return Number(Decimal(digits), 0 if point < 0 else len(digits) - point - 1, None, "", text)
    if len(text) > LONGEST_FIGURE:
        return None
    key = fold(text)
    if not key:
        return None
    if key in STANDING:
        return _standing(STANDING[key], text)
    if not _HAS_NUMERAL.search(key) and not _NOTE.search(text):
        return None
    return _parse_printed(text, unit)


def _standing(meaning: str, text: str) -> Number:
    qualifier = {"undecided": "to_be_set", "whole_change": "other"}.get(meaning, "not_available")
    return Number(None, 0, qualifier, "", text, meaning)


def _parse_printed(text: str, unit_hint: str) -> Number | None:
    bare, notes = strip_notes(text)
    line = plain(
        "".join(_GROUP_SPACE.sub("", part) for part in _WIDE_SPACE.sub(" ", bare).splitlines(keepends=True))
    )
    if _TWO_FIGURES.search(line) or _DASH_LINE.search(bare):
        return None
    # fold also turns waves into '-': a range must be seen before.
    waves = _RANGE_SIGN.sub("~", line)
    key = "~".join(fold(part) for part in waves.split("~"))
    if notes and key in STANDING:
        found = _standing(STANDING[key], text)
        return Number(None, 0, found.qualifier, "", text, found.meaning, notes=notes)
    qualifier: str | None = None
    remark = _REMARKED.search(key)
    if remark:
        qualifier = "preliminary"
        key = key.replace(remark[0], "", 1)
    bracketed = False
    whole = re.fullmatch(r"[(\[〔<](.+)[)\]〕>]", key)
    if whole:
        bracketed, key = True, whole[1]
    if _ERA_OR_DATE.search(key):
        return None
    ranged = _parse_range(key, text, unit_hint, notes) if "~" in key else None
    if ranged or "~" in key:
        return ranged
    colon = re.fullmatch(r"([\d,.]+):([\d,.]+)(.*)", key)
    if colon:
        return _parse_colon(colon, text, unit_hint, qualifier, notes)
    clock = re.fullmatch(r"(\d+)時間(\d{1,2})分", key)
    if clock:
        minutes = Decimal(clock[1]) * 60 + Decimal(clock[2])
        return Number(minutes / 60, 0, qualifier, "時間", text, "time", notes=notes)
    key = _PREFIX.sub("", key)
    before = _BEFORE_FIGURE.match(key)
    if before:
        qualifier = _BEFORE[before["word"]]
        key = key[before.end() :]
        key = _PREFIX.sub("", key)
    sign = 1
    if key[:1] and key[0] in _MINUS:
        sign, key = -1, key[1:]
    elif key[:1] in {"+", "±"}:
        if key[0] == "±" and not re.match(r"±0(?:\.0+)?(?!\d)", key):
            return None
        key = key[1:]
    numeral = NUMERAL.match(key)
    if not numeral:
        return None
    printed, rest = _cut_scale(numeral[0], key[numeral.end() :])
    value = parse_numeral(printed)
    if value is None:
        return None
    unit, bound = _unit_and_bound(rest, unit_hint)
    if unit is None:
        return None
    if bound:
        qualifier = bound
    return Number(
        sign * value,
        decimals_of(printed),
        qualifier,
        as_printed(unit, text),
        text,
        bracketed=bracketed,
        notes=notes,
    )


def as_printed(folded: str, text: str) -> str:
    """The stretch of `text` that folds to `folded` (データセット for デ-タセット), else `folded`."""
    if folded in text:
        return folded
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            if fold(text[start:end]) == folded:
                return "".join(text[start:end].split())
    return folded


def _cut_scale(numeral: str, rest: str) -> tuple[str, str]:
    """Give back to the unit a scale that belongs to it: 7,490千円, 5百万円, 3千人 keep 千円, 百万円, 千人."""
    tail = re.fullmatch(r"([\d,.]+)([十百千]+万?)", numeral)
    if tail and rest and (tail[2] + rest[:1] in ("千円", "百万円") or tail[2][-1] != "万") and rest[:1]:
        return tail[1], tail[2] + rest
    return numeral, rest


def _unit_and_bound(rest: str, unit_hint: str) -> tuple[str | None, str | None]:
    """Unit and qualifier printed after a numeral; unit None when the rest is neither."""
    if rest == "":
        return "", None
    if rest in UNITS or rest == fold(unit_hint) or is_unit(rest):
        return rest, None
    bound = _AFTER_FIGURE.search(rest)
    if bound:
        unit = rest[: bound.start()]
        tail = bound["rest"]
        if (
            (unit == "" or is_unit(unit) or unit == fold(unit_hint))
            and len(tail) <= 8
            and (
                tail == ""
                or is_unit(tail)
                or _DIRECTION_WORD.search(tail)
                or tail in {"を目指す", "とする", "を確保"}
            )
        ):
            return (tail if tail and is_unit(tail) else unit), _AFTER[bound["word"]]
    moved = _MOVED.fullmatch(rest)
    if moved and (moved["unit"] == "" or is_unit(moved["unit"])):
        return moved["unit"], _DIRECTION[moved["word"]]
    return None, None


def _parse_range(key: str, text: str, unit_hint: str, notes: tuple[str, ...]) -> Number | None:
    first, _, last = key.partition("~")
    if "~" in last:
        return None
    low = parse_number(first, unit_hint) if first else None
    high = parse_number(last, unit_hint) if last else None
    if low and high and low.value is not None and high.value is not None:
        return Number(
            None,
            max(low.decimals, high.decimals),
            "other",
            high.unit or low.unit,
            text,
            "range",
            low.value,
            high.value,
            notes=notes,
        )
    if not last and low and low.value is not None:
        return Number(
            low.value, low.decimals, "at_least", low.unit, text, "range", low.value, None, notes=notes
        )
    if not first and high and high.value is not None:
        return Number(
            high.value, high.decimals, "at_most", high.unit, text, "range", None, high.value, notes=notes
        )
    return None


def _parse_colon(
    match: re.Match[str], text: str, unit_hint: str, qualifier: str | None, notes: tuple[str, ...]
) -> Number | None:
    first, last = parse_numeral(match[1]), parse_numeral(match[2])
    rest, hint = match[3], fold(unit_hint)
    if first is None or last is None or (rest and not is_unit(rest)):
        return None
    is_time = re.fullmatch(r"[0-5]\d", match[2]) and "." not in match[1]
    if is_time and (("時" in hint or "時" in rest) or not (hint or rest)):
        return Number(first + last / 60, 0, qualifier, "時間", text, "time", notes=notes)
    return Number(None, 0, "other", rest, text, "ratio", first, last, notes=notes)
