"""Other readings of a print: what it may have been before a scanner mistook it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_DATA = tomllib.loads(Path(__file__).with_name("confusions.toml").read_text(encoding="utf-8"))
_LETTERS = str.maketrans(_DATA["letters"])
_DIGITS: dict[str, str] = _DATA["digits"]
_MINUS: str = _DATA["signs"]["minus"]
_POINTS, _COMMAS = ".．", ",，"


@dataclass(frozen=True, slots=True)
class Confusion:
    """Another reading of a print and how one became the other."""

    text: str
    kind: str


def other_readings(text: str) -> list[Confusion]:
    """The readings of `text` that are one known confusion away, without repetition; never `text` itself.

    Letters for digits (O, l) are all read as digits at once, as no figure holds letters; besides these at
    most one of: comma for point, point for comma, a sign lost or gained, 8/3, 5/6, a dash read as 1.
    """
    stripped = text.strip()
    plain = stripped.translate(_LETTERS)
    seen = {stripped}
    found: list[Confusion] = []
    lettered = [Confusion(plain, "letter for digit")] if plain != stripped else []
    for reading in (*lettered, *_dash(stripped), *_changed(plain)):
        if reading.text not in seen:
            seen.add(reading.text)
            found.append(reading)
    return found


def _dash(text: str) -> Iterator[Confusion]:
    if text in _DATA["signs"]["dash_as"]:
        yield Confusion(_DATA["signs"]["dash"], "dash read as 1")


def _changed(text: str) -> Iterator[Confusion]:
    for i, char in enumerate(text):
        before, after = text[:i], text[i + 1 :]
        if char in _COMMAS:
            yield Confusion(f"{before}.{after}", "comma for point")
        elif char in _POINTS:
            yield Confusion(f"{before},{after}", "point for comma")
        elif char in _DIGITS:
            yield Confusion(before + _DIGITS[char] + after, f"{_DIGITS[char]} read as {char}")
    if text[:1] and text[0] in _MINUS and len(text) > 1:
        yield Confusion(text[1:].strip(), "sign gained")
    elif text[:1].isdigit():
        yield Confusion(_DATA["signs"]["printed"] + text, "sign lost")


def moved_digits(left: str, right: str) -> list[tuple[str, str]]:
    """Readings of two neighbouring cells where one digit had been grouped into the other cell."""
    found: list[tuple[str, str]] = []
    first, second = left.strip(), right.strip()
    if len(first) > 1 and first[-1].isdigit() and second[:1].isdigit():
        # Zeros behind the moved digit went unseen as well where they came to stand first.
        for zeros in ("", "0", "00"):
            found.append((_regrouped(first[:-1]), _regrouped(first[-1] + zeros + second)))
    if len(second) > 1 and second[0].isdigit() and first[-1:].isdigit():
        found.append((_regrouped(first + second[0]), _regrouped(second[1:])))
    return found


def _regrouped(text: str) -> str:
    """The print with its commas set anew, as a moved digit leaves them in the wrong places."""
    sign = text[:1] if text[:1] in _MINUS else ""
    body = text[len(sign) :].strip()
    whole, point, places = body.replace(",", "").partition(".")
    if not whole.isdigit() or (point and not places.isdigit()):
        return text
    return f"{sign}{int(whole):,}{point}{places}"
