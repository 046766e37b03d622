"""The pairs of a form: a label that names a text, and the text beside, below or behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extract.grid import Cell, Line, Sheet
from extract.labels import NAMES, parse_label
from extract.line_pairs import PAIRED, pair_in_text, pairs_in_line
from extract.meaning import Sort, Sorted, labels_over
from extract.records import Place
from extract.tables import Part, Table
from normalize.width import fold
from schemas.vocabulary import Vocabulary

_NAMED = ("project_name", "sub_project_name", "indicator_name")


@dataclass(frozen=True, slots=True)
class FormPair:
    """A form's label and the value beside it; `field` as in the vocabulary."""

    field: str
    text: str
    place: Place
    label: str = ""


_INSTRUCTS = regex.compile(
    r"(?:記入|記載|入力|選択|明記|転記)(?:する|します|すること|して(?:ください|下さい))?[。.]?$"
    r"|^[(（【〔\[]?(?:記入|記載|入力)?例[)）】〕\]:：]"
)
"""What a blank form says of its fields instead of filling them: 事業名を記入する。, （例）講座の開催回数."""


def instructs(text: str) -> bool:
    """Whether a text tells what to write in its place, so that it is no name."""
    return _INSTRUCTS.search("".join(text.split())) is not None


def form_pairs(table: Sorted, vocabulary: Vocabulary) -> dict[int, list[FormPair]]:
    """The pairs of a table by the row they begin in.

    A label that names a text, in a row that is no header, with a text right of it that is no
    label. A row with a 単位 pair names an indicator in the text before it, whatever its label.
    """
    found: dict[int, list[FormPair]] = {}
    for index, cell in enumerate(table.table.cells):
        if not table.table.is_new(cell):
            continue
        label = table.labels[index]
        if table.sorts[index] is Sort.TEXT:
            inside = pair_in_text(cell.text, vocabulary)
            over = labels_over(table, cell)
            if inside is not None and not (over and over[0].field):
                box = Place(table.table.page_of(cell), cell.text_box or cell.box, table.table.id)
                found.setdefault(cell.row, []).append(FormPair(inside[0], inside[1], box))
            continue
        if table.sorts[index] is not Sort.LABEL or not label.field:
            continue
        if table.header[cell.row]:
            value = _value_below(table, cell) if label.field in _OF_SHEET and label.known else None
            if value is not None:
                place = Place(table.table.page_of(value), value.text_box or value.box, table.table.id)
                text = main_block(value) if label.field in NAMES else value.text
                found.setdefault(value.row, []).append(FormPair(label.field, text, place, label.text))
            continue
        value = _value_right(table, cell)
        if value is None:
            continue
        if label.field in _NAMED and table.sorts[table.index(value.row, value.column)] is Sort.FIGURE:
            continue  # その他事務事業 139,924 is a row of figures, no project of that name
        over = labels_over(table, cell)
        if over and over[0].field and labels_over(table, value):
            continue  # a value of a list that is also a word of labels (新規, 継続)
        place = Place(table.table.page_of(value), value.text_box or value.box, table.table.id)
        field = _named_by_block(table, cell) if label.field == "item_name" else label.field
        text = main_block(value) if field in NAMES else value.text
        if field == "indicator_name" and text == value.text:
            text = split_note(value)[0]
        found.setdefault(cell.row, []).append(FormPair(field, text, place, label.text))
        if label.field == "unit":
            name = _named_before(table, cell)
            if name is not None:
                at = Place(table.table.page_of(name), name.text_box or name.box, table.table.id)
                found[cell.row].insert(0, FormPair("indicator_name", name.text, at))
    for pairs in found.values():
        names = [p for p in pairs if p.field == "indicator_name"]
        if len(names) > 1:
            pairs[:] = [names[0], *(p for p in pairs if p.field != "indicator_name")]
        named = {p.field for p in pairs}
        before = "departments" if "indicator_name" in named and "project_name" not in named else ""
        pairs.sort(key=lambda p: (p.field == "unit", p.field != before))
    return found


_NOTE = regex.compile(r"[（(](.*)[）)]\s*", regex.S)
_FORMULA = regex.compile(r"[÷×＝=]|[／/].*[×*＊]")
_COMPUTED = regex.compile(r"[^（(]+[÷×][^）)]+$")
"""How a rate is computed, on a line below its name: 経常収益÷経常費用×100."""
_SHORT_NOTE = 8
_SMALL = 0.95


def split_note(cell: Cell) -> tuple[str, str]:
    """The name in a cell, and what is printed below it in brackets to explain it ('' for nothing).

    Forms head such a column 指標名／計算式: below the name stands how it is computed, or in smaller print
    what it means. A bracket in the same print belongs to the name.
    """
    lines = cell.lines
    for k in range(1, len(lines)):
        rest = "\n".join(ln.text for ln in lines[k:])
        if _COMPUTED.search(rest) and not _COMPUTED.search("".join(ln.text for ln in lines[:k])):
            return "\n".join(ln.text for ln in lines[:k]), rest
        note = _NOTE.fullmatch(rest)
        if note is None or any(sign in note[1] for sign in "（(）)"):
            continue
        small = all(ln.size < _SMALL * lines[k - 1].size for ln in lines[k:])
        if _FORMULA.search(note[1]) or (small and len(fold(note[1])) >= _SHORT_NOTE):
            return "\n".join(ln.text for ln in lines[:k]), note[1]
    return cell.text, ""


def main_block(cell: Cell) -> str:
    """The text of a cell without what stands beside its main block (a small box in a name cell).

    Lines belong to one block where their extents meet; the block with the largest print, then
    the leftmost one, is the main one.
    """
    blocks: list[list[Line]] = []
    for line in sorted(cell.lines, key=lambda ln: ln.box[0]):
        for block in blocks:
            if line.box[0] <= max(ln.box[2] for ln in block) + line.size:
                block.append(line)
                break
        else:
            blocks.append([line])
    if len(blocks) < 2:
        return cell.text
    best = max(blocks, key=lambda b: (round(max(ln.size for ln in b)), -b[0].box[0]))
    return "\n".join(ln.text for ln in sorted(best, key=lambda ln: ln.box[1]))


def _named_by_block(table: Sorted, cell: Cell) -> str:
    """What 名称 names: an indicator where 活動指標 stands left of it over all rows of a block."""
    index = table.index(cell.row, cell.column - 1) if cell.column else -1
    if index < 0 or table.table.cells[index].row_span < 2:
        return "item_name"
    field = table.labels[index].field
    return field if table.labels[index].known and field in _NAMED else "item_name"


_OF_SHEET = ("project_name", "departments")
"""What the labels at the head of a sheet name in the cell below them."""


def _value_below(table: Sorted, cell: Cell) -> Cell | None:
    """The one text below a label that heads no list: 事務事業名 over the name of a sheet.

    A list goes on below with further texts of that width, or has columns of figures.
    """
    row = cell.row + cell.row_span
    index = table.index(row, cell.column) if row < table.table.rows else -1
    if index < 0 or table.sorts[index] is not Sort.TEXT:
        return None
    value = table.table.cells[index]
    ends = value.row + value.row_span
    following = table.index(ends, cell.column) if ends < table.table.rows else -1
    below = table.table.cells[following] if following >= 0 else None
    place = (cell.column, cell.column_span)
    in_list = below is not None and (below.column, below.column_span) == place
    heads = zip(table.labels, table.table.cells, strict=True)
    figures = any(lb.says_figures for lb, c in heads if table.header[c.row]) or any(
        table.sorts[i] is Sort.FIGURE and not _is_numbered(table, i) for i in table.table.at[row] if i >= 0
    )
    alone = (value.column, value.column_span) == place and value.row == row
    return value if alone and not in_list and not figures else None


def _is_numbered(table: Sorted, index: int) -> bool:
    """Whether a figure stands below a label of numbers (整理番号)."""
    over = labels_over(table, table.table.cells[index])
    return bool(over) and over[0].field == "number"


def _value_right(table: Sorted, cell: Cell) -> Cell | None:
    column = cell.column + cell.column_span
    if column >= table.table.columns:
        return None
    index = table.index(cell.row, column)
    if index < 0 or table.sorts[index] is Sort.BLANK:
        return None
    label = table.labels[index]
    if table.sorts[index] is Sort.LABEL and (label.field or label.says_figures or not label.unit):
        return None
    right = table.table.cells[index]
    if not label.field and table.labels[table.index(cell.row, cell.column)].field in NAMES:
        right = _name_behind_code(table, cell.row, right)
    return right if right.row <= cell.row else None


def _name_behind_code(table: Sorted, row: int, value: Cell) -> Cell:
    """The text right of the number of a project, which stands between the word and the name; else `value`."""
    column = value.column + value.column_span
    if _CODE.fullmatch(value.text.strip()) is None or column >= table.table.columns:
        return value
    beyond = table.index(row, column)
    named = beyond >= 0 and table.sorts[beyond] is Sort.TEXT
    return table.table.cells[beyond] if named else value


_CODE = regex.compile(r"[0-9０-９]{1,6}(?:[-－][0-9０-９]{1,6})*")


def _named_before(table: Sorted, unit: Cell) -> Cell | None:
    """The text left of a 単位 label, where a label stands left of that."""
    column = unit.column - 1
    while column > 0:
        index = table.index(unit.row, column)
        if index < 0 or table.sorts[index] is Sort.FIGURE:
            return None
        cell = table.table.cells[index]
        if table.sorts[index] is Sort.TEXT:
            outer = table.index(unit.row, cell.column - 1) if cell.column else -1
            named = outer >= 0 and table.sorts[outer] in (Sort.LABEL, Sort.TEXT)
            return cell if named else None
        column = cell.column - 1
    return None


def outside_pairs(
    part: Part, table: Table, sheet: Sheet | None, vocabulary: Vocabulary, year: int | None
) -> list[FormPair]:
    """Pairs whose label stands outside the grid, left of its first cell, or before a colon in a line."""
    found: list[FormPair] = []
    outside = sheet.outside if sheet is not None else ()
    first = part.grid.cells[0] if part.grid.cells else None
    _, top, _, bottom = part.grid.box
    near = [ln for ln in outside if ln in part.captions or top <= (ln.box[1] + ln.box[3]) / 2 <= bottom]
    for line in near:
        pairs = pairs_in_line(line.text, vocabulary)
        if pairs:
            found += [FormPair(*pair, Place(part.grid.page, line.box, table.id)) for pair in pairs]
            continue
        label = parse_label(line.text, vocabulary, year)
        if not (label.known and label.field in PAIRED):
            continue
        beside = [
            ln
            for ln in near
            if ln is not line and _same_height(ln, line) and 0 <= ln.box[0] - line.box[2] <= 12 * line.size
        ]
        if beside:
            value = min(beside, key=lambda ln: ln.box[0])
            found.append(FormPair(label.field, value.text, Place(part.grid.page, value.box, table.id)))
        elif label.field == "project_name" and (under := _line_under(line, near)) is not None:
            found.append(FormPair(label.field, under.text, Place(part.grid.page, under.box, table.id)))
        elif first is not None and part.grid.rows == 1 and first.text:
            gap = first.box[0] - line.box[2]
            if -1 <= gap <= 4 * line.size and first.box[1] <= (line.box[1] + line.box[3]) / 2 <= first.box[3]:
                place = Place(part.grid.page, first.text_box or first.box, table.id)
                found.append(FormPair(label.field, first.text, place))
    return found


def _line_under(label: Line, lines: Sequence[Line]) -> Line | None:
    """The larger line right below a label that is set small at the top of its box."""
    below = [
        ln
        for ln in lines
        if ln.size > 1.2 * label.size
        and 0 <= ln.box[1] - label.box[3] < 2 * ln.size
        and ln.box[2] > label.box[0]
    ]
    return min(below, key=lambda ln: ln.box[1]) if below else None


def _same_height(a: Line, b: Line) -> bool:
    return min(a.box[3], b.box[3]) - max(a.box[1], b.box[1]) > 0.5 * min(a.size, b.size)
