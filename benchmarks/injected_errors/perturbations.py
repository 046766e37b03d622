"""Errors as readers, scanners and grids make them: the figures of a ledger read wrongly on purpose."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from random import Random

from quality.confusions import moved_digits
from quality.relations import Key, Value

Columns = Sequence[Sequence[Key]]
"""The keys of a table's figures column by column, from top to bottom."""

Rows = Sequence[Sequence[Key]]
"""The keys of a table's figures line by line, from left to right."""

Texts = dict[Key, str]
"""What is read instead, by figure."""

OCR = (
    ("0", "O"), ("0", "〇"), ("1", "l"), ("1", "I"), ("8", "3"), ("3", "8"), ("5", "6"), ("6", "5"),
    (".", ","), ("▲", ""), ("△", ""), ("8", "B"), ("5", "S"),
)  # fmt: skip


def digit_changed(random: Random, rows: Rows, columns: Columns, values: Mapping[Key, Value]) -> Texts:
    """One digit of a figure is another."""
    key = _any(random, rows)
    text = values[key].text
    places = [i for i, char in enumerate(text) if char in "0123456789"]
    if not places:
        return {}
    place = random.choice(places)
    other = random.choice([digit for digit in "0123456789" if digit != text[place]])
    return {key: text[:place] + other + text[place + 1 :]}


def digits_swapped(random: Random, rows: Rows, columns: Columns, values: Mapping[Key, Value]) -> Texts:
    """Two neighbouring digits of a figure have changed places."""
    key = _any(random, rows)
    text = values[key].text
    places = [i for i, char in enumerate(text) if char in "0123456789"]
    pairs = [(i, j) for i, j in pairwise(places) if text[i] != text[j]]
    if not pairs:
        return {}
    i, j = random.choice(pairs)
    chars = list(text)
    chars[i], chars[j] = chars[j], chars[i]
    return {key: "".join(chars)}


def sign_changed(random: Random, rows: Rows, columns: Columns, values: Mapping[Key, Value]) -> Texts:
    """▲ is lost, or read where there is none; lost ones are as frequent as changes that have one."""
    key = _any(random, rows, lambda key: key[2] in ("change_yen", "ratio_percent", "value"))
    text = values[key].text.strip()
    if text[:1] in "▲△" and text:
        return {key: text[1:].strip()}
    return {key: f"▲ {text}"} if any(char in "123456789" for char in text) else {}


def point_lost(random: Random, rows: Rows, columns: Columns, values: Mapping[Key, Value]) -> Texts:
    """The decimal point of a rate or value is not read."""
    key = _any(random, rows, lambda key: "." in values[key].text)
    return {key: values[key].text.replace(".", "", 1)} if "." in values[key].text else {}


def neighbours_value(random: Random, rows: Rows, columns: Columns, values: Mapping[Key, Value]) -> Texts:
    """A figure is read from the cell beside it."""
    row = random.choice([row for row in rows if len(row) > 1] or rows)
    if len(row) < 2:
        return {}
    place = random.randrange(len(row) - 1)
    first, second = (row[place], row[place + 1]) if random.random() < 0.5 else (row[place + 1], row[place])
    return {first: values[second].text}


def columns_swapped(random: Random, rows: Rows, columns: Columns, values: Mapping[Key, Value]) -> Texts:
    """Two figures of a line have changed places."""
    row = random.choice([row for row in rows if len(row) > 1] or rows)
    if len(row) < 2:
        return {}
    first, second = random.sample(list(row), 2)
    return {first: values[second].text, second: values[first].text}


def row_shifted(random: Random, rows: Rows, columns: Columns, values: Mapping[Key, Value]) -> Texts:
    """From one line on the figures of a column stand a line lower."""
    column = random.choice([column for column in columns if len(column) > 1] or columns)
    if len(column) < 2:
        return {}
    start = random.randrange(len(column) - 1)
    return {
        lower: values[upper].text for upper, lower in zip(column[start:], column[start + 1 :], strict=False)
    }


def scanned(random: Random, rows: Rows, columns: Columns, values: Mapping[Key, Value]) -> Texts:
    """One sign of a figure is what a scanner takes it for (O, l, 3, ',' …), or '-' is read as 1."""
    key = _any(random, rows)
    text = values[key].text.strip()
    if text in ("-", "－", "—", "―", "ー"):
        return {key: "1"}
    fitting = [(i, pair) for i, char in enumerate(text) for pair in OCR if pair[0] == char]
    if not fitting:
        return {}
    place, pair = random.choice(fitting)
    return {key: (text[:place] + pair[1] + text[place + 1 :]).strip()}


def digit_moved(random: Random, rows: Rows, columns: Columns, values: Mapping[Key, Value]) -> Texts:
    """A digit is grouped into the neighbouring cell."""
    row = random.choice([row for row in rows if len(row) > 1] or rows)
    if len(row) < 2:
        return {}
    place = random.randrange(len(row) - 1)
    ways = moved_digits(values[row[place]].text, values[row[place + 1]].text)
    if not ways:
        return {}
    left, right = random.choice(ways)
    return {row[place]: left, row[place + 1]: right}


def _any(random: Random, rows: Rows, wanted: Callable[[Key], bool] = lambda key: True) -> Key:
    every = [key for row in rows for key in row]
    return random.choice([key for key in every if wanted(key)] or every)


KINDS: dict[str, Callable[[Random, Rows, Columns, Mapping[Key, Value]], Texts]] = {
    "one digit changed": digit_changed,
    "two digits swapped": digits_swapped,
    "sign lost or gained": sign_changed,
    "decimal point lost": point_lost,
    "neighbour's value": neighbours_value,
    "two figures swapped": columns_swapped,
    "column shifted a row": row_shifted,
    "scanner's confusion": scanned,
    "digit moved to the neighbour": digit_moved,
}
