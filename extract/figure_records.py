"""A figure cell with what its labels say, as a record."""

from __future__ import annotations

from extract.context import RELATIVE_YEARS, Context
from extract.figures import Said
from extract.grid import Cell
from extract.meaning import (
    Sorted,
)
from extract.own_years import noted_year
from extract.records import Figure, Place
from normalize.width import fold
from normalize.years import parse_period
from schemas.vocabulary import Vocabulary


def figure_record(
    table: Sorted,
    cell: Cell,
    said: Said,
    context: Context,
    *,
    unit: str = "",
    kind: str = "",
    component: str = "",
    series: str = "",
    year: int | None = None,
) -> Figure:
    place = Place(table.table.page_of(cell), cell.text_box or cell.box, table.table.id)
    if year is None:
        year = said.year
    if year is None:
        year = noted_year(cell, context)
    if year is None and said.relative and context.stated_year is not None:
        year = context.stated_year + RELATIVE_YEARS.get(said.relative, 0)
    return Figure(
        text=cell.text,
        place=place,
        period=said.period,
        role=said.role,
        kind=kind,
        component=component,
        fiscal_year=year,
        as_of=said.as_of,
        unit=unit,
        series=series,
        labels=said.labels,
    )


def caption_says(table: Sorted, row: int, context: Context, vocabulary: Vocabulary) -> tuple[int | None, str]:
    """The fiscal year and the kind of amounts that captions or the title state for a table."""
    year: int | None = None
    kind = ""
    captions = table.table.captions_above(row)
    first = table.table.parts[0].captions
    lines = [ln.text for ln in (*reversed(captions), *reversed(first)) if "内は" not in ln.text]
    for text in (*lines, context.title):
        folded = fold(text)
        if len(folded) > 60:
            continue
        if year is None and "年度" in folded:
            year = parse_period(text, context.year).fiscal_year
        if not kind:
            if folded not in context.kinds_said:
                context.kinds_said[folded] = kind_said(folded.upper(), vocabulary)
            kind = context.kinds_said[folded]
        if not kind and "予算" in folded and "決算" not in folded:
            kind = "budget"
    return (year if year is not None else context.stated_year), kind


def kind_said(text: str, vocabulary: Vocabulary) -> str:
    """The kind of amounts that a folded heading names, "" for none."""
    words = [w for k, w in vocabulary.words.items() if w.kind and len(k) >= 3 and k in text]
    words = [w for w in words if w.kind in ("initial_budget", "supplementary", "settlement", "forecast")]
    return max(words, key=lambda w: len(w.text)).kind if words else ""
