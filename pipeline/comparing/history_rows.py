"""The history of the indicators of a series: editions compared one after the other, rows, terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from rich.table import Table
from rich.text import Text

from pipeline.comparing.editions import assert_comparable, load_document, series_ids
from pipeline.comparing.labels import label
from pipeline.parts import part_bytes, part_path
from pipeline.refusal import RefusedError
from pipeline.replacing import write_whole
from pipeline.sources import safe_id
from quality.editions.compare import compare
from quality.editions.comparison import Edition
from quality.editions.decisions import Decision
from quality.editions.history import Indicator, Vintage, history
from quality.editions.telling import number
from quality.editions.words import bare, spelled
from schemas.checks import check_rows
from schemas.dataset import Row, comparisons


def series_history(
    curated: Path, series: str, decisions: Sequence[Decision]
) -> tuple[tuple[Edition, ...], tuple[Indicator, ...]]:
    """The editions of a series, the oldest first, and its indicators. Raises RefusedError, DecisionsError."""
    ids = [document_id for _, document_id in series_ids(curated, series)]
    if len(ids) < 2:
        raise RefusedError(f"{series} has one edition only ({ids[0]}): a history needs two.")
    documents = [load_document(curated, document_id) for document_id in ids]
    made = []
    for before, after in pairwise(documents):
        assert_comparable(before, after)
        made.append(compare(before.rows, after.rows, decisions))
    editions = (made[0].before, *(comparison.after for comparison in made))
    return editions, history(editions, made)


def history_rows(chain: str, indicators: Sequence[Indicator]) -> list[Row]:
    """The rows of the dataset kpi_history: indicator by indicator, the oldest edition first."""
    return [_row(chain, indicator, vintage) for indicator in indicators for vintage in indicator.vintages]


def write_history(curated: Path, chain: str, rows: Sequence[Row]) -> Path:
    """Replaces the part of a series and gives its path. Raises ContractError and OSError."""
    check_rows({"kpi_history": rows})
    path = part_path(curated, "kpi_history", safe_id(chain))
    write_whole(path, part_bytes(comparisons()["kpi_history"], rows))
    return path


def _row(chain: str, indicator: Indicator, vintage: Vintage) -> Row:
    figure, edition = vintage.figure, vintage.edition
    return {
        "chain": chain,
        "indicator_id": indicator.indicator_id,
        "indicator_name": indicator.name,
        "vintage": vintage.number,
        "document_id": edition.document_id,
        "edition_fiscal_year": edition.edition_fiscal_year,
        "kpi_id": vintage.item.item_id,
        "value_id": figure.figure_id,
        "name": vintage.item.name,
        "is_reprint": vintage.item.is_reprint,
        "period": figure.period,
        "role": figure.role,
        "fiscal_year": figure.fiscal_year,
        "series": figure.component,
        "value": figure.value,
        "unit": figure.unit,
        "value_now": vintage.value_now,
        "unit_now": indicator.unit,
        "qualifier": figure.qualifier,
        "value_text": figure.text,
        "is_revised": vintage.is_revised,
        "page": figure.place.page,
        "x0": figure.place.x0,
        "y0": figure.place.y0,
        "x1": figure.place.x1,
        "y1": figure.place.y1,
    }


def named(indicators: Sequence[Indicator], name: str) -> list[Indicator]:
    """The indicators whose name in any edition is `name`, else those that hold it."""
    key = bare(name)
    names = [(indicator, _names(indicator)) for indicator in indicators]
    exact = [indicator for indicator, all_names in names if key in all_names]
    return exact or [
        indicator for indicator, all_names in names if key and any(key in one for one in all_names)
    ]


def _names(indicator: Indicator) -> set[str]:
    return {bare(vintage.item.name) for vintage in indicator.vintages} | {bare(indicator.name)}


def vintage_table(indicator: Indicator, editions: Sequence[Edition]) -> Table:
    """The figures of one indicator: a line for each year and role, a column for each edition.

    Values are in the unit of the newest edition; * marks those that differ from the edition before.
    """
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("figure")
    for edition in editions:
        table.add_column(str(edition.edition_fiscal_year or edition.document_id), justify="right")
    lines: dict[tuple[str | None, int | None, str], dict[int, str]] = {}
    for vintage in indicator.vintages:
        value = vintage.figure.text if vintage.value_now is None else number(vintage.value_now)
        mark = "*" if vintage.is_revised else ""
        lines.setdefault(vintage.key, {})[vintage.number] = " ".join(value.split()) + mark
    for (role, year, component), cells in sorted(lines.items(), key=_in_time):
        told = " ".join(word for word in (str(year or ""), label("role", role), component) if word)
        row = [cells.get(number_, "") for number_ in range(1, len(editions) + 1)]
        table.add_row(Text(told), *(Text(cell) for cell in row))
    return table


def _in_time(line: tuple[tuple[str | None, int | None, str], dict[int, str]]) -> tuple[str, int, int, str]:
    role, year, component = line[0]
    order = ("baseline", "planned", "actual", "target")
    rank = order.index(role) if role in order else len(order)
    return component, 0 if role == "baseline" else 2 if role == "target" else 1, year or 0, str(rank)


def summary_line(indicator: Indicator) -> str:
    """An indicator in one line: its newest figures, and how often editions changed one."""
    actuals = {
        vintage.figure.fiscal_year: vintage
        for vintage in indicator.vintages
        if vintage.figure.role == "actual"
        and vintage.value_now is not None
        and spelled(vintage.figure.component) == ""
    }
    told = ", ".join(
        f"{year or '-'} {number(vintage.value_now or 0.0)}{'*' if vintage.is_revised else ''}"
        for year, vintage in sorted(actuals.items(), key=lambda item: item[0] or 0)
    )
    return f"{indicator.indicator_id} {indicator.name} [{indicator.unit or '-'}]: {told or 'no figures'}"
