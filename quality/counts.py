"""Witnesses that count: 全12校 bounds what can be counted there, 全43事業 says how many rows a table has.

A count proves no figure: what it says of a value is only that it cannot be more, and of a table only that
no row is missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Said:
    """How many rows of a kind a caption or text says there are in a table ('': in the document)."""

    said: str
    count: int
    noun: str
    table: str
    place: Place


Counts = Mapping[tuple[str, str], Said]
"""What is said of rows, by table ('': of the document) and words."""

Rows = Mapping[tuple[bool, str], int]
"""How many rows were read, of indicators or not, by table ('': in the document)."""


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
    return compared(counts_said(records), rows_read(records))


def counts_said(records: DocumentRecords) -> dict[tuple[str, str], Said]:
    """The counts of rows that captions and cells print, those of tables and those of the document."""
    found: dict[tuple[str, str], Said] = {}
    for text, place, is_caption in _texts(records):
        folded = fold(text)
        for match in _ROWS.finditer(folded):
            bracketed = is_caption and _BRACKETED.search(folded)
            if not (bracketed or match["all"] == "全" or match["of"]):
                continue
            table = place.table_id if is_caption else ""
            said = Said(match.group(), int(match["count"]), match["noun"], table, place)
            found.setdefault((table, said.said), said)
    return found


def rows_read(records: DocumentRecords) -> Counter[tuple[bool, str]]:
    """How many indicators and projects were read in each table, and in all; totals are none."""
    found: Counter[tuple[bool, str]] = Counter()
    for place in (row.place for row in records.indicators):
        found.update([(True, place.table_id), (True, "")])
    for place in (row.place for row in records.projects if not row.is_total):
        found.update([(False, place.table_id), (False, "")])
    return found


def compared(said: Counts, read: Rows) -> list[RowCount]:
    """What is said beside what was read, where anything of the kind was."""
    found: list[RowCount] = []
    for one in said.values():
        rows = read.get((one.noun in _INDICATORS, one.table), 0)
        if rows:
            found.append(RowCount(one.said, one.count, rows, one.place, bool(one.table)))
    return found


def _texts(records: DocumentRecords) -> Iterator[tuple[str, Place, bool]]:
    for item in records.tables:
        table = item.table
        for part in table.new_parts():
            for line in part.captions:
                yield line.text, Place(part.grid.page, line.box, table.id), True
        for cell in table.cells:
            if cell.text and table.is_new(cell):
                yield cell.text, Place(table.pages[cell.row], cell.box, table.id), False
