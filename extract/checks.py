"""Figures that are no values but tell of values beside them: 達成率, 増減, 不用額, 受益者負担率.

Arithmetic ties them to what they tell of, so they are kept with their indicator or project for the
witnesses; nothing of them is written as a value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from extract.assembly import Assembly, Entry
from extract.context import Context
from extract.fields import RowFields
from extract.figure_records import figure_record
from extract.figures import Said
from extract.grid import Cell
from extract.labels import Label
from extract.meaning import Beside, Sort, Sorted
from normalize.width import fold
from schemas.vocabulary import Vocabulary

OF_INDICATORS = ("achievement", "progress")
COMPARISONS = ("change", "to_previous", "growth")
_BRACKETS = regex.compile(r"[(\[【〔][^()\[\]【】〔〕]*[)\]】〕]")
_FORMULA = regex.compile(r"[A-Z①-⑳]?[A-Z①-⑳0-9=÷×/+\-*%.,]*$")


def witness_kind(labels: Sequence[Label], vocabulary: Vocabulary) -> str:
    """What a figure under one of these labels tells of the values beside it, '' for nothing.

    The kinds are the sections [witness.…] of vocabulary.toml.
    """
    for label in labels:
        words = _BRACKETS.sub("", fold(label.text).upper())
        words = _FORMULA.sub("", words)
        found = [word for word in vocabulary.witnesses if words.endswith(word)]
        if label.field == "ignored" and found:
            return vocabulary.witnesses[max(found, key=len)]
    return ""


def keep_check(
    table: Sorted,
    cell: Cell,
    said: Said,
    kind: str,
    fields: RowFields,
    left: Sequence[Beside],
    context: Context,
    assembly: Assembly,
) -> None:
    """Keeps a figure with the indicator or project that it tells of, where that has been named before."""
    of_indicator = kind in OF_INDICATORS or kind in COMPARISONS
    entry = (
        _indicator(table, cell, fields, left, context, assembly)
        if of_indicator
        else _project(table, fields, context, assembly)
    )
    if entry is not None:
        unit = said.unit or (context.table_unit or context.unit if not of_indicator else "")
        entry.checks.append(
            replace(figure_record(table, cell, said, context, kind=said.kind, unit=unit), tells=kind)
        )


def _indicator(
    table: Sorted,
    cell: Cell,
    fields: RowFields,
    left: Sequence[Beside],
    context: Context,
    assembly: Assembly,
) -> Entry | None:
    if fields.indicator is None and context.indicator is not None:
        return context.indicator
    named = [b.cell for b in left if b.sort is Sort.TEXT]
    for name in (fields.indicator, *named):
        held = assembly.by_cell.get((table.table.id, name.row, name.column)) if name is not None else None
        if held is not None and held.values:
            return held
    above = [e for e in assembly.indicators if e.values and e.values[-1].place.table_id == table.table.id]
    return above[-1] if above and not named and fields.indicator is None else None


def _project(table: Sorted, fields: RowFields, context: Context, assembly: Assembly) -> Entry | None:
    name = fields.project
    if name is not None and not fields.by_item:
        return assembly.by_cell.get((table.table.id, name.row, name.column))
    return context.sub_project or context.project
