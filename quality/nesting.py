"""Witnesses over lines that are parts of a line above them: 款 and its 項, 事業 and its 細事業.

A heading line is known by the group or parent that its parts name; where nothing names it, by arithmetic:
the lines below it sum to it in several columns, or in one with enough digits that it cannot be chance.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from normalize.width import fold
from quality.ledger import Line
from quality.lines import slack_of
from quality.relations import Relation, Value

Column = tuple[int | None, str, str, int] | str
"""What a column of figures is for: year, kind, component and which of several; or 'change'."""

OF_WHICH = re.compile(r"^[(（]?\s*(?:うち|内[、,]|内訳)")
MOST_PARTS = 40
DIGITS = 4
"""Significant digits of a sum that is not met by chance."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line and the lines that are its parts, by their places in the document."""

    line: int
    parts: tuple[int, ...]


def columns_of(line: Line) -> dict[Column, Value]:
    """The amounts of a line, and its change, by what their columns are for."""
    found: dict[Column, Value] = {}
    seen: dict[tuple[int | None, str, str], int] = {}
    for amount in line.amounts:
        place = (amount.year, amount.kind, amount.component)
        found[(*place, seen.get(place, 0))] = amount.value
        seen[place] = seen.get(place, 0) + 1
    if line.change is not None:
        found["change"] = line.change
    return found


def headings(lines: Sequence[Line]) -> list[Heading]:
    """The lines that have parts, in the order of print."""
    named = _by_parent(lines) + _by_group(lines)
    taken = {heading.line for heading in named} | {part for heading in named for part in heading.parts}
    tables: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if index not in taken and not OF_WHICH.match(line.name):
            tables.setdefault(line.table_id, []).append(index)
    summed = [heading for held in tables.values() for heading in _by_sums(lines, held)]
    return sorted([*named, *summed], key=lambda heading: heading.line)


def nested(lines: Sequence[Line]) -> list[Relation]:
    """款 = its 項, a project = its sub-projects, in every column that lists all of them."""
    made: list[Relation] = []
    for heading in headings(lines):
        whole = lines[heading.line]
        parts = [columns_of(lines[part]) for part in heading.parts]
        for column, value in columns_of(whole).items():
            terms = [part[column] for part in parts if column in part]
            if terms and not (column == "change" and any(term.is_dash for term in terms)):
                made.append(
                    Relation(
                        "nested",
                        whole.table_id,
                        (value.key, *(term.key for term in terms)),
                        f"{whole.name} = the sum of {len(terms)} lines that are parts of it",
                        (-1, *(1 for _ in terms)),
                        slack=slack_of([value, *terms]),
                        slot=repr(column[1:]),
                    )
                )
    return made


def _by_parent(lines: Sequence[Line]) -> list[Heading]:
    names = {fold(line.name): index for index, line in reversed(list(enumerate(lines))) if not line.is_total}
    parts: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        whole = names.get(fold(line.parent)) if line.parent and not line.is_total else None
        if whole is not None and whole != index and not lines[whole].parent:
            parts.setdefault(whole, []).append(index)
    return [Heading(whole, tuple(held)) for whole, held in parts.items()]


def _by_group(lines: Sequence[Line]) -> list[Heading]:
    parts: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if not line.group or line.is_total:
            continue
        for above in range(index - 1, -1, -1):
            if lines[above].table_id != line.table_id or lines[above].is_total:
                break
            if not lines[above].group and fold(lines[above].name) == fold(line.group):
                parts.setdefault(above, []).append(index)
                break
    return [Heading(whole, tuple(held)) for whole, held in parts.items()]


def _by_sums(lines: Sequence[Line], held: Sequence[int]) -> list[Heading]:
    """Headings of a table that nothing but arithmetic names, from the innermost outwards."""
    numbers = {index: _numbers(lines[index]) for index in held}
    after = {index: place + 1 for place, index in enumerate(held)}
    found: dict[int, tuple[int, ...]] = {}
    unsure: dict[int, tuple[int, ...]] = {}
    for place in range(len(held) - 1, -1, -1):
        index = held[place]
        if lines[index].is_total:
            continue
        whole = {column: number for column, number in numbers[index].items() if number}
        sums: dict[Column, Decimal | None] = {}
        parts: list[int] = []
        position = place + 1
        while position < len(held) and len(parts) < MOST_PARTS and not lines[held[position]].is_total:
            parts.append(held[position])
            for column, number in numbers[held[position]].items():
                before = sums.get(column, Decimal(0))
                sums[column] = None if number is None or before is None else before + number
            position = after[held[position]]
            sure = _sums_to(whole, sums, len(parts))
            if sure:
                found[index], after[index] = tuple(parts), position
                break
            if sure is not None:
                unsure.setdefault(index, tuple(parts))
    # One line that equals the one above, or a sum with an error in it, counts where others have parts.
    taken = {part for parts in found.values() for part in parts}
    if found:
        found |= {i: p for i, p in unsure.items() if i not in found and not taken & set(p)}
    return [Heading(index, parts) for index, parts in found.items()]


def _numbers(line: Line) -> dict[Column, Decimal | None]:
    """The numbers of a line that its parts sum to: amounts and share; a change follows from them."""
    found: dict[Column, Decimal | None] = {
        column: value.number for column, value in columns_of(line).items() if column != "change"
    }
    if line.share is not None:
        found["share"] = line.share.number
    return found


def _sums_to(
    whole: Mapping[Column, Decimal | None], sums: Mapping[Column, Decimal | None], count: int
) -> bool | None:
    """Whether the sums of `count` parts are the whole: True beyond chance, False perhaps, None not at all."""
    met: set[Decimal] = set()
    missed = 0
    for column, number in whole.items():
        found = sums.get(column)
        if number is not None and found is not None and found == number:
            met.add(number)
        elif column != "share":  # 構成比 are rounded one by one
            missed += 1
    if not met:
        return None
    if count == 1:
        return None if missed or len(met) < 2 else False
    if len(met) > 1:
        return True if missed <= 1 and len(met) > missed else None
    if not any(_digits(number) >= DIGITS for number in met) or missed > 1:
        return None
    return not missed


def _digits(number: Decimal) -> int:
    return len(str(abs(int(number))).rstrip("0"))
