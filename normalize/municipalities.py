"""Municipalities: 全国地方公共団体コード (6 characters with check digit) and the names they stand for."""

from __future__ import annotations

import csv
import difflib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from normalize.width import fold

_WEIGHTS = (6, 5, 4, 3, 2)


@dataclass(frozen=True, slots=True)
class Municipality:
    """A prefecture, municipality or ward; `parent` is a ward's city, `name` '' for the prefecture itself.

    `abolished` is the day (YYYY-MM-DD) since which a ward is no more, '' for what exists; `also` another
    spelling of the name.
    """

    code: str
    prefecture: str
    parent: str
    name: str
    abolished: str = ""
    also: str = ""

    @property
    def full_name(self) -> str:
        """Prefecture, city and ward in one ('静岡県浜松市天竜区')."""
        return self.prefecture + self.parent + self.name

    @property
    def own_name(self) -> str:
        """The name as the body itself prints it ('浜松市天竜区', '東京都')."""
        return (self.parent + self.name) or self.prefecture


@lru_cache(maxsize=1)
def municipalities() -> tuple[Municipality, ...]:
    """All of municipality_codes.csv, in the order of their codes."""
    path = Path(__file__).with_name("municipality_codes.csv")
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return tuple(Municipality(**row) for row in csv.DictReader(lines))


@lru_cache(maxsize=1)
def _by_code() -> dict[str, Municipality]:
    return {m.code: m for m in municipalities()}


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[Municipality, ...]]:
    found: dict[str, tuple[Municipality, ...]] = {}
    # What exists comes last, so that a name goes to it rather than to what was abolished.
    for m in sorted(municipalities(), key=lambda m: m.abolished, reverse=True):
        for name in {fold(m.full_name), fold(m.own_name), fold(m.also)} - {""}:
            others = found.get(name, ())
            found[name] = (*(other for other in others if not other.abolished), m)
    return found


def check_digit(code: str) -> str:
    """The check digit of a code's first five digits (weights 6 5 4 3 2, 11 less the rest, last figure).

    Source: 総務省, 検査数字を算出する方法. The rests 0 and 10 share a digit, so it lets some errors pass.
    Raises ValueError when `code` does not begin with five ASCII digits.
    """
    if not re.match(r"[0-9]{5}", code):
        raise ValueError(f"{code!r} does not begin with five digits")
    total = sum(int(digit) * weight for digit, weight in zip(code[:5], _WEIGHTS, strict=True))
    return str((11 - total % 11) % 10)


def is_code(code: str) -> bool:
    """Whether `code` is six ASCII digits whose last is the right check digit."""
    return bool(re.fullmatch(r"[0-9]{6}", code)) and check_digit(code) == code[5]


def municipality(code: str) -> Municipality | None:
    """The body with this code (six characters, or five without the check digit), None when there is none."""
    key = fold(code)
    return _by_code().get(key if len(key) != 5 or not key.isdecimal() else key + check_digit(key))


def name_of(code: str) -> str | None:
    """The name of the body with this code as it prints itself ('132225' -> '東久留米市')."""
    found = municipality(code)
    return found.own_name if found else None


def prefecture_of(code: str) -> str | None:
    """The prefecture in which the body with this code lies ('132225' -> '東京都')."""
    found = municipality(code)
    return found.prefecture if found else None


def bearing(name: str) -> tuple[Municipality, ...]:
    """All bodies that exist and bear this name, with its prefecture or without, by code."""
    found = _by_name().get(fold(name), ())
    return tuple(sorted((m for m in found if not m.abolished), key=lambda m: m.code))


def similar_names(name: str, most: int = 3) -> tuple[str, ...]:
    """Names of bodies like this one, the nearest first ('東久留目市' -> '東久留米市')."""
    known = {fold(m.own_name): m.own_name for m in municipalities() if not m.abolished}
    near = difflib.get_close_matches(fold(name), known, n=most, cutoff=0.5)
    return tuple(known[key] for key in near)


def code_of(name: str, prefecture: str = "") -> str | None:
    """The code of a body by its name; None where none bears it, or several do and no prefecture decides."""
    found = _by_name().get(fold(name), ())
    if prefecture:
        found = tuple(m for m in found if m.prefecture == prefecture)
    return found[0].code if len(found) == 1 else None


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    names = [fold(m.own_name) for m in municipalities()] + [fold(m.full_name) for m in municipalities()]
    return re.compile("|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True)))


def municipality_in(text: str) -> str | None:
    """The name of the first municipality that `text` (a title, a footer) names, None when it names none.

    With its prefecture where that is printed directly before. A name several bodies bear is returned all
    the same; `code_of` then has no answer.
    """
    found = _names().search(fold(text))
    return found[0] if found else None
