"""The figures of a document as witnesses see them: lines of amounts, indicators with their values."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.records import Figure
from normalize.money import YEN_IN, parse_amounts
from normalize.numbers import Number, parse_number
from normalize.width import fold
from quality.relations import Key, Value
from schemas.dataset import Row

TOTALS = "totals"
"""Dataset name of the keys of rows that sum others: they are read, but not written."""

CHECKS = "checks"
"""Dataset name of the keys of figures that only tell of others (達成率, 不用額): read, but not written."""

RATES = ("ratio_percent", "execution_rate_percent", "share_percent")
MONEY = ("amount_yen", "change_yen")


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount of a line with what it is for; `is_main`: only main items are listed (主な内訳)."""

    value: Value
    year: int | None
    kind: str
    component: str
    table_id: str = ""
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """A figure that is no value but tells of values beside it, and what (see extract.checks)."""

    value: Value
    tells: str
    year: int | None
    kind: str
    period: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row or form of a budget table: a project, or a row that sums others.

    `parent` is the project or group that it is a part of, '' where none is named.
    """

    name: str
    table_id: str
    is_total: bool
    group: str
    amounts: tuple[Amount, ...]
    change: Value | None
    ratio: Value | None
    ratio_kind: str
    execution_rate: Value | None
    share: Value | None
    checks: tuple[Check, ...] = ()
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of an indicator with what it is for."""

    value: Value
    role: str | None
    year: int | None
    period: str
    series: str
    unit: str


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator with its values."""

    name: str
    table_id: str
    is_reprint: bool
    measure: str
    readings: tuple[Reading, ...]
    checks: tuple[Check, ...] = ()
    description: str = ""


def line_of(
    project: Row,
    amounts: Sequence[Row],
    texts: dict[str, tuple[str, str]],
    *,
    is_total: bool,
    group: str,
    checks: Sequence[Figure] = (),
    main: Collection[tuple[object, ...]] = (),
) -> Line:
    """A line from the rows of one project; `texts` gives print and unit of its change and rates by column.

    `main` are the places (page, x0, y0) of amounts under a label that lists only main items.
    """
    dataset = TOTALS if is_total else "projects"
    cells = [(row["page"], row["x0"], row["y0"], row["amount_text"]) for row in amounts]
    figures = tuple(
        Amount(
            _amount(row, is_total, cells.count(cell) == 1),
            row["fiscal_year"],
            row["kind"],
            row["component"],
            row["table_id"],
            (row["page"], row["x0"], row["y0"]) in main,
        )
        for row, cell in zip(amounts, cells, strict=True)
    )
    columns: dict[str, Value | None] = {
        column: _own(project, dataset, column, *texts[column]) if column in texts else None
        for column in ("change_yen", *RATES)
    }
    return Line(
        name=project["name"],
        table_id=project["table_id"],
        is_total=is_total,
        group=group,
        amounts=figures,
        change=columns["change_yen"],
        ratio=columns["ratio_percent"],
        ratio_kind=project["ratio_kind"] or "",
        execution_rate=columns["execution_rate_percent"],
        share=columns["share_percent"],
        checks=_checks(("total " if is_total else "") + project["project_id"], checks),
        parent=project["basic_project"] or "",
    )


def _checks(record_id: str, figures: Sequence[Figure]) -> tuple[Check, ...]:
    return tuple(
        Check(
            _check_value(f"{record_id} check {n}", figure),
            figure.tells,
            figure.fiscal_year,
            figure.kind,
            figure.period,
        )
        for n, figure in enumerate(figures, 1)
        if figure.text.strip()
    )


def _check_value(record_id: str, figure: Figure) -> Value:
    if figure.tells in ("unspent", "carried_over"):
        parsed = parse_amounts(figure.text, figure.unit)
        yen = parsed[0].yen if len(parsed) == 1 and not parsed[0].mark else None
        return money_value((CHECKS, record_id, "amount_yen"), yen, figure.text, figure.unit, True)
    number = parse_number(figure.text)
    percent = None if number is None or number.value is None else float(number.value)
    if figure.tells != "change":
        return rate_value((CHECKS, record_id, "ratio_percent"), percent, figure.text)
    step = Decimal(1).scaleb(-number.decimals) if number is not None else Decimal(1)
    known = None if number is None else number.value
    return Value((CHECKS, record_id, "value"), known, figure.text, step, is_unread=number is None)


def _amount(row: Row, is_total: bool, is_whole: bool) -> Value:
    key: Key = (TOTALS if is_total else "project_amounts", row["amount_id"], "amount_yen")
    return money_value(key, row["amount_yen"], row["amount_text"], row["unit_text"] or "", is_whole)


def _own(project: Row, dataset: str, column: str, text: str, unit: str) -> Value | None:
    if not text.strip():
        return None
    key: Key = (dataset, project["project_id"], column)
    if column == "change_yen":
        return money_value(key, project[column], text, unit, True)
    return rate_value(key, project[column], text)


def money_value(key: Key, yen: int | None, text: str, unit: str, is_whole: bool) -> Value:
    """An amount in yen; a dash is 0, what could not be read is None."""
    parsed = parse_amounts(text, unit)
    number = parse_number(text)
    scale = YEN_IN.get(fold(number.unit if number is not None and number.unit else unit), 1)
    step = Decimal(scale).scaleb(-number.decimals) if number is not None else Decimal(scale)
    is_dash = yen is None and bool(parsed) and all(part.qualifier == "not_available" for part in parsed)
    return Value(
        key,
        Decimal(yen) if yen is not None else Decimal(0) if is_dash else None,
        text,
        step,
        unit,
        is_unread=yen is None and not is_dash,
        is_dash=is_dash,
        is_whole=is_whole,
    )


def rate_value(key: Key, percent: float | None, text: str) -> Value:
    """A rate in percent; a dash or 皆増 is a dash."""
    number = parse_number(text)
    step = Decimal(1).scaleb(-number.decimals) if number is not None else Decimal("0.1")
    if number is None:
        return Value(key, None, text, step, "%", is_unread=True)
    if percent is None:
        return Value(key, Decimal(0), text, step, "%", is_dash=True)
    return Value(key, number.value, text, step, "%")


def indicator_line(kpi: Row, values: Sequence[Row], checks: Sequence[Figure] = ()) -> IndicatorLine:
    """An indicator from its rows."""
    cells = [(row["page"], row["x0"], row["y0"], row["value_text"]) for row in values]
    return IndicatorLine(
        name=kpi["name"],
        table_id=kpi["table_id"],
        is_reprint=kpi["is_reprint"],
        measure=kpi["measure"] or "",
        readings=tuple(
            Reading(
                _kpi_value(row, cells.count(cell) == 1),
                row["role"],
                row["fiscal_year"],
                row["period"] or "",
                row["series"] or "",
                row["unit"] or "",
            )
            for row, cell in zip(values, cells, strict=True)
        ),
        checks=_checks(kpi["kpi_id"], checks),
        description=kpi["description"] or "",
    )


def _kpi_value(row: Row, is_whole: bool) -> Value:
    key: Key = ("kpi_values", row["value_id"], "value")
    decimals = row["decimals"] or 0
    step = Decimal(1).scaleb(-decimals)
    number = None if row["value"] is None else Decimal(repr(row["value"])).quantize(step)
    is_unread = row["status"] == "doubtful" and row["value"] is None
    return Value(
        key, number, row["value_text"], step, row["unit"] or "", is_unread=is_unread, is_whole=is_whole
    )


def read_again(value: Value, text: str) -> tuple[Decimal, Number | None] | None:
    """The number that `text` would be in the place of `value`, None where it is no number there.

    A dash is 0 in a money table.
    """
    number = parse_number(text)
    if number is None:
        return None
    column = value.key[2]
    if column in MONEY:
        parsed = parse_amounts(text, value.unit)
        if len(parsed) != 1 or parsed[0].mark:
            return None
        if parsed[0].yen is None:
            return (Decimal(0), number) if parsed[0].qualifier == "not_available" else None
        return Decimal(parsed[0].yen), number
    if number.value is None:
        return (Decimal(0), number) if number.qualifier == "not_available" and column in RATES else None
    return number.value, number
