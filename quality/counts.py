"""Witnesses that count: 全12校 bounds what can be counted there, 全43事業 says how many rows a table has.

A count proves no figure: what it says of a value is only that it cannot be more, and of a table only that
no row is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from extract.records import DocumentRecords, Place
from normalize.width import fold
from quality.ledger import IndicatorLine
from quality.relations import Value

_BOUND = regex.compile(
    r"(?P<part>\p{Han}{1,8}?)?(?:は|の|が)?全(?P<count>\d{1,6})(?P<noun>\p{Han}{1,4}|か所|ヶ所|ケ所)"
)
_ROWS = regex.compile(
    r"(?P<all>全|計|合計|総数)?(?P<count>\d{1,4})(?P<noun>事務事業|事業|指標|KPI)(?P<of>のうち|を掲載|あり)?"
)
_BRACKETED = regex.compile(r"[(【〔\[](?:全|計|合計)?\d{1,4}(?:事務事業|事業|指標|KPI)[)】〕\]]")
_INDICATORS = ("指標", "KPI")


@dataclass(frozen=True, slots=True)
class RowCount:
    """How many rows a caption or text says there are, and how many were read; `is_caption` of this table."""

    said: str
    count: int
    read: int
    place: Place
    is_caption: bool


def above_their_count(indicators: Sequence[IndicatorLine]) -> list[tuple[Value, str]]:
    """Values that are more than all there are (小学校は全12校), each with what says so."""
    found: list[tuple[Value, str]] = []
    for indicator in indicators:
        counts = [
            (m["part"] or "", int(m["count"]), m["noun"], m.group())
            for m in _BOUND.finditer(fold(indicator.description))
        ]
        for reading in indicator.readings:
            same = [c for c in counts if c[2] == fold(reading.unit)]
            if reading.series:
                same = [c for c in same if c[0].endswith(fold(reading.series))]
            most = sum(count for _, count, _, _ in same)
            if same and reading.value.number is not None and reading.value.number > most:
                found.append((reading.value, "、".join(said for *_, said in same)))
    return found


def row_counts(records: DocumentRecords) -> list[RowCount]:
    """The counts of rows that captions and cells print, beside what was read.

    A caption is for its table; a sentence for the whole document, and only where it says 全 or のうち.
    """
    found: dict[tuple[str, str], RowCount] = {}
    for text, place, is_caption in _texts(records):
        folded = fold(text)
        for match in _ROWS.finditer(folded):
            bracketed = is_caption and _BRACKETED.search(folded)
            if not (bracketed or match["all"] == "全" or match["of"]):
                continue
            table = place.table_id if is_caption else None
            read = _read(records, match["noun"], table)
            if read:
                said = RowCount(match.group(), int(match["count"]), read, place, is_caption)
                found.setdefault((place.table_id if is_caption else "", said.said), said)
    return list(found.values())


def _texts(records: DocumentRecords) -> Iterator[tuple[str, Place, bool]]:
    for item in records.tables:
        table = item.table
        for part in table.parts:
            for line in part.captions:
                yield line.text, Place(part.grid.page, line.box, table.id), True
        for cell in table.cells:
            if cell.text:
                yield cell.text, Place(table.pages[cell.row], cell.box, table.id), False


def _read(records: DocumentRecords, noun: str, table: str | None) -> int:
    """How many rows of this kind were read in a table, or in the document; totals are none."""
    rows = records.indicators if noun in _INDICATORS else [p for p in records.projects if not p.is_total]
    return sum(table is None or row.place.table_id == table for row in rows)
