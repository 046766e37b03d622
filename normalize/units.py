"""Units: the bracket at the end of a name, a unit column, a caption (単位：千円)."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from normalize.width import despace, fold

_DATA: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("units.toml").read_text(encoding="utf-8")
)


def _folded(*keys: str) -> frozenset[str]:
    return frozenset(fold(word) for key in keys for word in _DATA[key])


UNITS = _folded("counters", "times", "money", "rates", "measures")
_NOT_UNITS = _folded("not_units") - UNITS
_PER = _folded("per") | UNITS
_BEFORE = sorted(_folded("before"), key=len, reverse=True)
_SCALES = sorted(_folded("scales"), key=len, reverse=True)
_NEVER_IN_BRACKET = _folded("never")
_THINGS = _folded("things")
_NUMBER_ENDINGS = tuple(sorted(_folded("numbers")))
_CAPTION = re.compile(r"(?:金額)?単位[:;はが]?|unit:?", re.IGNORECASE)
_BRACKETED = re.compile(r"[(（\[［〔【]\s*(.*?)\s*[)）\]］〕】]", re.DOTALL)
_WHOLE_BRACKET = re.compile(r"[(（\[［〔【<＜](.*)[)）\]］〕】>＞]", re.DOTALL)


@lru_cache(maxsize=4096)
def is_unit(text: str) -> bool:
    """Whether `text` is a unit (人, ％, 千円, 人／日, kg-CO2, 延べ人); vocabulary: units.toml.

    Width does not matter. A unit may carry a scale (千人), a divisor (件/年) and a factor (人・日).
    """
    return _is_folded_unit(fold(text))


def _is_folded_unit(unit: str) -> bool:
    if unit in UNITS:
        return True
    if unit in _NOT_UNITS:
        return False
    head, slash, tail = unit.partition("/")
    if slash and re.sub(r"^[\d,]+", "", tail) == head and tail != head:
        return False  # 28校/28校 is a fraction
    if slash:
        return _is_folded_unit(head) and (tail in _PER or _is_folded_unit(re.sub(r"^[\d,]+", "", tail)))
    if "・" in unit:
        return all(_is_folded_unit(part) for part in unit.split("・"))
    return any(unit.startswith(word) and unit[len(word) :] in UNITS for word in (*_BEFORE, *_SCALES))


def is_unit_bracket(inside: str, name: str = "") -> bool:
    """Whether a bracket holding `inside` at the end of a name or label names the unit.

    '(%)', '（人／日）', '(単位：人)' do; '(要介護2)', '(再生資源を除く)', '(国)' do not. With the `name`
    before it, a counter that is as well a subject is one only behind a number: 公園数(公園).
    """
    key = fold(inside)
    stripped = _CAPTION.sub("", key, count=1)
    if stripped != key:
        return bool(stripped)
    if key in _NEVER_IN_BRACKET or not _is_folded_unit(key):
        return False
    return not name or key not in _THINGS or re.sub(r"\([^()]*\)$", "", fold(name)).endswith(_NUMBER_ENDINGS)


def parse_unit(text: str) -> str:
    """The unit printed in a unit cell, a bracket or a caption, as printed ('' = none).

    '（単位：千円、％）' gives '千円' (the first of several), ' 人 ' gives '人', '(人／日)' gives '人／日'.
    A word that the vocabulary does not know is no unit ('').
    """
    label = despace(text)
    caption = re.search(r"単位\s*[:：;；は]?\s*(?P<unit>[^()（）\[\]［］、。,，\s]+)", label)
    if caption:
        return caption["unit"]
    whole = _WHOLE_BRACKET.fullmatch(label)
    if whole:
        label = whole[1].strip()
    if is_unit(label):
        return label
    for bracket in reversed(_BRACKETED.findall(label)):
        if is_unit_bracket(bracket):
            return str(bracket)
    return ""
