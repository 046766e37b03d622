"""Lists of projects that are no tables: a name at the left, its sum at the right end of the same line.

Outlines of budgets print 【総務費】 461,750千円, below it ○ 防犯灯整備事業（危機管理課） 3,630千円 and a line
of what it is for. Nothing heads such figures but their own unit; what they are the title or the heading
above says (９月補正予算の概要), else nothing is read. Sums of what follows them are no projects.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import regex

from extract.assembly import Assembly
from extract.context import Context
from extract.fields import is_total
from extract.figure_records import kind_said
from extract.grid import Cell, Grid, Line, Sheet
from extract.labels import parse_label
from extract.page import Box
from extract.records import Figure, Place, ReadTable
from extract.tables import Part, Table
from normalize.numbers import parse_number
from normalize.width import fold
from normalize.years import parse_period
from schemas.vocabulary import Vocabulary

_AMOUNT = regex.compile(r"[▲△-]?[\d,.億万]+(?:千|百万|万|億)?円")
_LEADERS = regex.compile(r"[\s・･…‥.．。⋯─―－-]{3,}$")
_LED = regex.compile(r"(.*[^\s・･…‥.．⋯])\s*(?:[・･.．]{3,}|[…‥⋯]+)[\s・･…‥.．⋯]*(\S+)")
_MARKED = regex.compile(
    r"\s*(?:[◎○●★☆◆◇■□▼▽※・]|[(（]?\d{1,2}[)）.．]|[①-⑳]|[【〔\[［(（<＜《]\p{Han}{1,4}[】〕\]］)）>＞》])"
)
_OFFICE = regex.compile(
    r"[(（【〔\[［]([^（()）【】〔〕\[\]［］]{1,29}(?:課|室|局|部|係|センター|館|園|所|署|校|委員会))[)）】〕\]］]\s*$"
)
_SURE_OFFICE = regex.compile(r"(?:課|室|局|部)$")
_PROJECT = regex.compile(
    r"(?:事業|業務|経費|費|積立金|負担金|補助金?|交付金|助成金?|給付金?|支援金?|手当|貸付金|繰出金|委託料?|工事|整備|改修|対策|調査)$"
)
"""How names of projects end; 残高, 収支 and the like are sums of other things."""
_BRACKETED = regex.compile(r"[【〔\[［《<＜].*[】〕\]］》>＞]")
ROWS = 3
"""Fewer sums at the same right edge are no list."""
LONGEST_NAME, LONGEST_HEADING = 70, 40
ALIGNED, INDENT, GAP = 0.6, 0.8, 4.0
"""Em: right ends that differ by less are one edge; names further in by more belong to the one above; pieces
of a name stand no further apart."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: its name, its sum, and the lines below it that say more."""

    name: str
    box: Box
    amount: Line
    notes: tuple[Line, ...] = ()

    @property
    def value(self) -> Decimal | None:
        number = parse_number(self.amount.text)
        return number.value if number is not None else None


def read_lists(
    sheets: Sequence[Sheet], context: Context, assembly: Assembly, vocabulary: Vocabulary, tables: int
) -> list[ReadTable]:
    """Reads the lists of all pages into `assembly`; returns them as tables of two columns.

    `tables` is the number of tables of the document, after which theirs go on.
    """
    read: list[ReadTable] = []
    for sheet in sheets:
        for items in lists_of(sheet):
            year, kind = _heading_says(sheet, items[0], context, vocabulary)
            wanted = [item for item in _projects(items, vocabulary) if item.value is not None]
            if not kind or len(wanted) < ROWS or 2 * len(wanted) < len(items):
                continue
            table = _table_of(f"t{tables + len(read) + 1:03d}", sheet.page, items)
            for item in wanted:
                _take(item, table.id, sheet.page, year, kind, assembly, sure=_sure_offices(items))
            read.append(ReadTable(table, (False,) * table.rows))
    return read


def lists_of(sheet: Sheet) -> list[list[Item]]:
    """The items of each list of a page: names and sums on the same heights, the sums at one right edge."""
    spans = [(grid.box[1], grid.box[3]) for grid in sheet.grids]
    free = [ln for ln in sheet.outside if not any(top < _middle(ln) < end for top, end in spans)]
    lines = [part for line in free for part in _at_leaders(line)]
    sums = [ln for ln in lines if _AMOUNT.fullmatch(fold(ln.text))]
    edges: list[list[Line]] = []
    for line in sorted(sums, key=lambda ln: ln.box[2]):
        if edges and line.box[2] - edges[-1][-1].box[2] < ALIGNED * line.size:
            edges[-1].append(line)
        else:
            edges.append([line])
    found = []
    for edge in edges:
        items = [item for ln in sorted(edge, key=lambda ln: ln.box[1]) if (item := _item(ln, lines))]
        if len(items) >= ROWS and len(items) == len(edge):
            found.append(
                [
                    _with_notes(item, later, lines)
                    for item, later in zip(items, [*items[1:], None], strict=True)
                ]
            )
    return found


def _at_leaders(line: Line) -> tuple[Line, ...]:
    """The name and the sum of a line where dots lead from one to the other; else the line as it is."""
    match = _LED.fullmatch(line.text)
    if match is None or _AMOUNT.fullmatch(fold(match[2])) is None:
        return (line,)
    x0, top, x1, end = line.box
    wide = (x1 - x0) / len(line.text)
    middle, start = x0 + wide * len(match[1]), x0 + wide * match.start(2)
    return Line(match[1], (x0, top, middle, end), line.size), Line(match[2], (start, top, x1, end), line.size)


def _middle(line: Line) -> float:
    return (line.box[1] + line.box[3]) / 2


def _item(amount: Line, lines: Sequence[Line]) -> Item | None:
    """The item of a sum: the one name left of it on its height; None where more stands there."""
    beside = [
        ln
        for ln in lines
        if ln is not amount and abs(_middle(ln) - _middle(amount)) < 0.5 * min(ln.size, amount.size)
    ]
    if not beside or any(ln.box[0] > amount.box[0] or parse_number(ln.text) is not None for ln in beside):
        return None
    beside.sort(key=lambda ln: ln.box[0])
    start = max(
        (k for k in range(1, len(beside)) if beside[k].box[0] - beside[k - 1].box[2] > GAP * amount.size),
        default=0,
    )
    beside = beside[start:]  # what stands further left belongs to another column of the page
    name = _LEADERS.sub("", " ".join(ln.text.strip() for ln in beside))
    if (
        not regex.search(r"\p{Han}{2}|\p{Katakana}{3}", name)
        or len(name) > LONGEST_NAME
        or name.endswith("。")
    ):
        return None
    tops, ends = [ln.box[1] for ln in beside], [ln.box[3] for ln in beside]
    return Item(name, (beside[0].box[0], min(tops), beside[-1].box[2], max(ends)), amount)


def _with_notes(item: Item, later: Item | None, lines: Sequence[Line]) -> Item:
    """The item with the lines further in below it, up to the next item or the next heading."""
    size = item.amount.size
    notes: list[Line] = []
    end = item.box[3]
    for line in sorted(lines, key=lambda ln: ln.box[1]):
        if line.box[1] < item.box[3] - 0.5 * size or (
            later is not None and line.box[1] >= later.box[1] - 0.5 * size
        ):
            continue
        if (
            line.box[0] < item.box[0] + INDENT * size
            or line.box[1] - end > 1.2 * size
            or line.size > 1.05 * size
        ):
            break
        notes.append(line)
        end = line.box[3]
    return replace(item, notes=tuple(notes))


def _projects(items: Sequence[Item], vocabulary: Vocabulary) -> list[Item]:
    """The items that are projects: no sums of those below them, no parts of the one above them."""
    found = []
    for k, item in enumerate(items):
        inner = _further_in(items, k)
        name = _plain_name(item.name)
        summed = sum((i.value or Decimal(0) for i in inner), Decimal(0)) == item.value if inner else False
        label = parse_label(name, vocabulary)
        part = label.known and (label.whole or bool(label.component) or bool(label.kind))
        headed = _BRACKETED.fullmatch(item.name.strip()) is not None
        if headed or summed or part or is_total(name, vocabulary):
            continue
        if inner and not all(_is_part(i, vocabulary) for i in inner):
            continue  # a heading with the sum of more than is listed below it, or a project with its parts
        office = _OFFICE.search(item.name) is not None
        if office or _PROJECT.search(name):
            found.append(item)
    return found


def _further_in(items: Sequence[Item], at: int) -> list[Item]:
    """The items below one that stand further in than it."""
    inner = []
    for item in items[at + 1 :]:
        if item.box[0] < items[at].box[0] + INDENT * item.amount.size:
            break
        inner.append(item)
    return inner


def _is_part(item: Item, vocabulary: Vocabulary) -> bool:
    label = parse_label(_plain_name(item.name), vocabulary)
    return label.known and bool(label.component)


def _plain_name(name: str) -> str:
    """The name without the office behind it and the marks before it."""
    plain = _OFFICE.sub("", name).strip()
    while (mark := _MARKED.match(plain)) is not None and mark.end() < len(plain):
        plain = plain[mark.end() :].strip()
    return plain


def _sure_offices(items: Sequence[Item]) -> bool:
    """Whether brackets behind the names of a list hold offices, so that （環境センター） is one too."""
    offices = [m[1] for item in items if (m := _OFFICE.search(item.name)) is not None]
    return 2 * sum(_SURE_OFFICE.search(office) is not None for office in offices) > len(offices)


def _take(
    item: Item, table: str, page: int, year: int | None, kind: str, assembly: Assembly, *, sure: bool
) -> None:
    office = _OFFICE.search(item.name) if sure else None
    name = item.name[: office.start()] if office is not None else item.name
    entry = assembly.start_project(name, Place(page, item.box, table), "", "")
    entry.departments_text = office[1] if office is not None else entry.departments_text
    entry.summary = "\n".join(line.text for line in item.notes)
    entry.table_id = table
    place = Place(page, item.amount.box, table)
    entry.amounts.append(Figure(item.amount.text, place, kind=kind, fiscal_year=year))


def _heading_says(
    sheet: Sheet, first: Item, context: Context, vocabulary: Vocabulary
) -> tuple[int | None, str]:
    """The year and the kind of budget that the nearest heading above a list or the title names."""
    above = [ln for ln in sheet.outside if ln.box[3] <= first.box[1] and not ln.text.rstrip().endswith("。")]
    for text in (*(ln.text for ln in sorted(above, key=lambda ln: -ln.box[1])), context.title):
        folded = fold(text)
        kind = kind_said(folded.upper(), vocabulary) if len(folded) <= LONGEST_HEADING else ""
        if not kind and len(folded) <= LONGEST_HEADING and "予算" in folded and "決算" not in folded:
            kind = "budget"
        if kind:
            year = parse_period(text, context.year).fiscal_year if "年度" in folded else None
            return (year if year is not None else context.stated_year), kind
    return None, ""


def _table_of(table: str, page: int, items: Sequence[Item]) -> Table:
    """A list as a table: a row for each item, its name with the lines below it, and its sum."""
    left = min(item.box[0] for item in items)
    middle = min(item.amount.box[0] for item in items)
    right = max(item.amount.box[2] for item in items)
    ends = [max([item.box[3], item.amount.box[3], *(n.box[3] for n in item.notes)]) for item in items]
    tops = [min(item.box[1], item.amount.box[1]) for item in items]
    y = [tops[0], *((end + top) / 2 for end, top in zip(ends, tops[1:], strict=False)), ends[-1]]
    cells = []
    for row, item in enumerate(items):
        named = (Line(item.name, item.box, item.amount.size), *item.notes)
        for column, lines in enumerate((named, (item.amount,))):
            edges = (left, middle) if column == 0 else (middle, right)
            boxes = [ln.box for ln in lines]
            text_box = (
                min(b[0] for b in boxes),
                min(b[1] for b in boxes),
                max(b[2] for b in boxes),
                max(b[3] for b in boxes),
            )
            text = "\n".join(ln.text for ln in lines)
            box = (edges[0], y[row], edges[1], y[row + 1])
            cells.append(Cell(row, column, 1, 1, box, text, lines, text_box))
    grid = Grid(page, (left, middle, right), tuple(y), tuple(cells), "spaced")
    at = tuple((2 * row, 2 * row + 1) for row in range(len(items)))
    return Table(table, tuple(cells), at, (page,) * len(items), (Part(grid, 0, ()),))
