"""Names printed in one cell with what their header says stands below them: its class, its office."""

from __future__ import annotations

import regex

from extract.grid import Cell
from extract.meaning import Sorted
from normalize.width import fold
from schemas.vocabulary import Vocabulary

_BRACKETED = regex.compile(r"\s*[（(\[［〔【]([^（）()\[\]［］〔〕【】]*)[）)\]］〕】]\s*")
_OFFICE = regex.compile(r"\S{2,}(?:部|局|課|室|署|所|館|センター)")


def split_name(table: Sorted, cell: Cell, vocabulary: Vocabulary) -> tuple[str, str]:
    """The name in a cell and the department on its last line, '' where its header names none there.

    Under 事務事業名 / ［事業区分］ / 担当課名, one a line, the bracket is the class of the project; an office
    in brackets, under （担当課）, stays for whoever reads the name.
    """
    run = table.runs[cell.row][cell.column]
    header = table.table.cells[run[0]].text.splitlines() if run else []
    lines = cell.text.splitlines()
    if len(header) < 2 or len(lines) < 2 or _field(header[0], vocabulary) in ("", "departments"):
        return cell.text, ""
    department = ""
    if _field(header[-1], vocabulary) == "departments" and _OFFICE.fullmatch(lines[-1].strip()):
        department = lines.pop().strip()
    noted = [match[1] for line in header if (match := _BRACKETED.fullmatch(line)) is not None]
    if noted and not any(_field(note, vocabulary) == "departments" for note in noted):
        lines = [line for line in lines if not _BRACKETED.fullmatch(line)] or lines
    return "\n".join(lines), department


def _field(text: str, vocabulary: Vocabulary) -> str:
    word = vocabulary.words.get(fold(text).upper())
    return word.field if word is not None else ""
