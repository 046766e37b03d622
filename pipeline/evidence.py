"""The evidence of a document: rows get their status, repairs and corrections, and findings say why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from extract.records import DocumentRecords, Figure, Indicator, Project
from normalize.width import fold
from pipeline.findings import finding, place_columns
from pipeline.kpi_rows import KpiRows
from pipeline.label_evidence import label_findings
from pipeline.project_rows import ProjectRows, project_rows
from pipeline.so_far import SoFar
from quality.evidence import Judgement, judge
from quality.ledger import CHECKS, TOTALS, IndicatorLine, Line, indicator_line, line_of
from quality.partial import Elsewhere
from quality.relations import Key, Value
from schemas.dataset import Row

PLACE = ("page", "x0", "y0", "x1", "y1", "table_id")
OVER_A_CUT = "sums_over_a_cut"
OWN_COLUMNS = ("change_yen", "ratio_percent", "execution_rate_percent", "share_percent")


@dataclass(frozen=True)
class Judged:
    """The rows with their status and what was found."""

    kpis: KpiRows
    projects: ProjectRows
    findings: list[Row] = field(default_factory=list)


def with_evidence(
    document_id: str,
    records: DocumentRecords,
    made: ProjectRows,
    kpis: KpiRows,
    *,
    repair: bool,
    recognised: Collection[int] = (),
    so_far: SoFar | None = None,
) -> Judged:
    """The rows judged by their witnesses; rows that sum others are witnesses only.

    `made` and `kpis` are the rows of the projects and indicators of `records`. With `repair` false nothing
    is corrected: what a repair would mend is doubtful. `recognised` are the pages read from pictures, where
    only arithmetic proves. `so_far` is what was judged of a long document before (None: these are all its
    records).
    """
    so_far = so_far or SoFar()
    projects, indicators = records.projects, records.indicators
    totals = _total_rows(projects)
    seen = {
        row[key]
        for rows, key in (
            (made.amounts, "amount_id"), (made.projects, "project_id"), (kpis.values, "value_id"),
        )
        for row in rows
        if row["page"] in recognised
    }  # fmt: skip
    judgement = judge(
        _lines(projects, made, totals),
        indicators_of(indicators, kpis),
        repair=repair,
        recognised=seen,
        elsewhere=_elsewhere(records, so_far),
    )
    so_far.proofs.update(_proofs(judgement))
    mended = {value.key for done in judgement.repairs for value in done.values}
    values = [_kpi_value(row, judgement, mended) for row in kpis.values]
    amounts = [_amount(row, judgement, mended) for row in made.amounts]
    of_amounts: dict[str, set[str]] = {}
    for amount in amounts:
        of_amounts.setdefault(amount["project_id"], set()).add(amount["status"])
    rows = [
        _project(row, of_amounts.get(row["project_id"], set()), judgement, mended) for row in made.projects
    ]
    places = _places(made, kpis, totals) | _check_places(projects, indicators, made, kpis, totals)
    judged = Judged(
        KpiRows(kpis.kpis, values, [row for row in kpis.findings if not _is_mended(row, mended)]),
        ProjectRows(rows, amounts, [row for row in made.findings if not _is_mended(row, mended)]),
        [*(_proof_findings(so_far, document_id) if so_far.is_last else ()), *_findings(judgement, places)],
    )
    told = label_findings(document_id, records, indicators_of(indicators, kpis), values, amounts, so_far)
    return replace(judged, findings=[*judged.findings, *told])


def _elsewhere(records: DocumentRecords, so_far: SoFar) -> Elsewhere | None:
    """What is judged with other stretches of the document; None where there are none."""
    tables = {read.table.id for read in records.tables if read.table.is_cut}
    is_whole = so_far.is_last and not so_far.rows
    return None if is_whole else Elsewhere(tables)


def lines_of(projects: tuple[Project, ...], made: ProjectRows) -> list[Line]:
    """The lines of the budget tables in the order of print, totals among them."""
    return _lines(projects, made, _total_rows(projects))


def indicators_of(indicators: tuple[Indicator, ...], kpis: KpiRows) -> list[IndicatorLine]:
    """The indicators with their values, and with the figures that tell of these."""
    held: dict[str, list[Row]] = {}
    for row in kpis.values:
        held.setdefault(row["kpi_id"], []).append(row)
    return [
        indicator_line(kpi, held.get(kpi["kpi_id"], []), indicator.checks)
        for kpi, indicator in zip(kpis.kpis, indicators, strict=True)
    ]


def _total_rows(projects: tuple[Project, ...]) -> ProjectRows:
    return project_rows(tuple(replace(p, is_total=False) for p in projects if p.is_total), {})


def _lines(projects: tuple[Project, ...], made: ProjectRows, totals: ProjectRows) -> list[Line]:
    held: dict[tuple[bool, str], list[Row]] = {}
    for is_total, rows in ((False, made), (True, totals)):
        for amount in rows.amounts:
            held.setdefault((is_total, amount["project_id"]), []).append(amount)
    following = {False: iter(made.projects), True: iter(totals.projects)}
    lines: list[Line] = []
    for project in projects:
        row = next(following[project.is_total])
        amounts = held.get((project.is_total, row["project_id"]), [])
        lines.append(
            line_of(
                row, amounts, _texts(project),
                is_total=project.is_total, group=project.group,
                checks=project.checks, main=_main_items(project),
            )
        )  # fmt: skip
    return lines


def _main_items(project: Project) -> set[tuple[object, ...]]:
    """Where amounts stand under 主な内訳: items that need not make up all of the expense."""
    places = (
        place_columns(figure.place)
        for figure in project.amounts
        if any(fold(label).startswith("主な") for label in figure.labels)
    )
    return {(place["page"], place["x0"], place["y0"]) for place in places}


def _texts(project: Project) -> dict[str, tuple[str, str]]:
    figures: tuple[Figure | None, ...] = (
        project.change, project.ratio, project.execution_rate, project.share,
    )  # fmt: skip
    return {
        column: (figure.text, figure.unit)
        for column, figure in zip(OWN_COLUMNS, figures, strict=True)
        if figure is not None
    }


def _kpi_value(row: Row, judgement: Judgement, mended: set[Key]) -> Row:
    key = ("kpi_values", row["value_id"], "value")
    if row["status"] == "doubtful" and key not in mended:
        return row
    done = row | {"status": judgement.status.get(key, row["status"])}
    if key in mended:
        value = judgement.values[key]
        number = value.number
        decimals = max(0, -int(number.as_tuple().exponent)) if number is not None else None
        done |= {"value": None if number is None else float(number), "decimals": decimals, "qualifier": None}
    return done


def _amount(row: Row, judgement: Judgement, mended: set[Key]) -> Row:
    key = ("project_amounts", row["amount_id"], "amount_yen")
    if row["status"] == "doubtful" and key not in mended:
        return row
    done = row | {"status": judgement.status.get(key, row["status"])}
    return done | {"amount_yen": _yen(judgement.values[key])} if key in mended else done


def _yen(value: Value) -> int | None:
    return None if value.is_dash or value.number is None else int(value.number)


def _project(row: Row, of_amounts: set[str], judgement: Judgement, mended: set[Key]) -> Row:
    keys = [("projects", row["project_id"], column) for column in OWN_COLUMNS]
    done = dict(row)
    for key in keys:
        if key in mended:
            value = judgement.values[key]
            number = None if value.is_dash or value.number is None else value.number
            done[key[2]] = (
                None if number is None else int(number) if key[2] == "change_yen" else float(number)
            )
    own = {judgement.status[key] for key in keys if key in judgement.status}
    done["status"] = _together(own or of_amounts)
    return done


def _together(statuses: set[str]) -> str:
    """The status of a row from those of its figures: the worst; read where it has none."""
    worst = ("doubtful", "corrected", "read", "proved")
    return next((status for status in worst if status in statuses), "read")


def _is_mended(row: Row, mended: set[Key]) -> bool:
    key = (row["dataset"], row["record_id"], row["column"] or "")
    return row["rule"] == "text_not_understood" and key in mended


def _places(made: ProjectRows, kpis: KpiRows, totals: ProjectRows) -> dict[tuple[str, str], Row]:
    rows = [
        *((("projects", row["project_id"]), row) for row in made.projects),
        *((("project_amounts", row["amount_id"]), row) for row in made.amounts),
        *((("kpi_values", row["value_id"]), row) for row in kpis.values),
        *(((TOTALS, row["project_id"]), row) for row in totals.projects),
        *(((TOTALS, row["amount_id"]), row) for row in totals.amounts),
    ]
    return {key: {column: row[column] for column in PLACE} for key, row in rows}


def _check_places(
    projects: tuple[Project, ...],
    indicators: tuple[Indicator, ...],
    made: ProjectRows,
    kpis: KpiRows,
    totals: ProjectRows,
) -> dict[tuple[str, str], Row]:
    """Where the figures stand that only tell of others, by the ids that the ledger gives them."""
    named: list[tuple[str, Figure]] = []
    following = {False: iter(made.projects), True: iter(totals.projects)}
    for project in projects:
        record = ("total " if project.is_total else "") + next(following[project.is_total])["project_id"]
        named += [(f"{record} check {n}", figure) for n, figure in enumerate(project.checks, 1)]
    for kpi, indicator in zip(kpis.kpis, indicators, strict=True):
        named += [(f"{kpi['kpi_id']} check {n}", figure) for n, figure in enumerate(indicator.checks, 1)]
    return {(CHECKS, record): place_columns(figure.place) for record, figure in named}


def _proofs(judgement: Judgement) -> Counter[tuple[str, str]]:
    """How many figures of the rows each rule looks at, and how many it proves."""
    return Counter(
        (what, rule)
        for what, rules in (("compared", judgement.compared), ("proved", judgement.rules))
        for key, held in rules.items()
        if _is_written(key)
        for rule in held
    )


def _proof_findings(so_far: SoFar, document_id: str) -> list[Row]:
    return [
        finding(
            f"{what}_by_{rule}", "info", "documents", document_id,
            f"{count} figures are {what} by the witness {rule}.", observed=str(count),
        )
        for (what, rule), count in sorted(so_far.proofs.items())
    ]  # fmt: skip


def _findings(judgement: Judgement, places: dict[tuple[str, str], Row]) -> list[Row]:
    found: list[Row] = []
    for done in judgement.repairs:
        for value in done.values:
            if not _is_written(value.key):
                continue
            proof = "; ".join(relation.equation for relation in done.proof)
            found.append(
                _about(
                    value.key, places, "corrected", "info", f"Read anew ({done.kind}), proved by {proof}.",
                    observed=judgement.prints[value.key], expected=value.text, action="corrected",
                )
            )  # fmt: skip
    for contradiction in judgement.contradictions:
        relation = contradiction.relation
        written = [key for key in contradiction.suspects if _is_written(key)]
        key = written[-1] if written else relation.keys[0]
        message = f"It does not hold that {relation.equation}: {_compared(judgement, relation.keys)}."
        if contradiction.readings:
            message += f" Possible readings: {', '.join(contradiction.readings)}."
        found.append(
            _about(
                key, places, relation.rule, "warning", message,
                observed=contradiction.observed, expected=contradiction.expected or None,
            )
        )  # fmt: skip
    for lost in judgement.unsupported:
        relation = lost.failing[0]
        message = (
            f"For most of the table it does not hold that {relation.equation} "
            f"({len(lost.failing)} of {len(lost.failing) + lost.holding} rows): it proves nothing there."
        )
        found.append(_about(relation.keys[-1], places, f"{lost.rule}_unsupported", "info", message))
    for value in judgement.out_of_range:
        message = "A percentage far above 100 among percentages below."
        found.append(_about(value.key, places, "percent_range", "warning", message, observed=value.text))
    for table, keys in judgement.unchecked.items():
        message = (
            "The document is read in stretches for its length, and this table goes over the end of one: "
            f"{len(keys)} sums over its rows were not checked."
        )
        place = places[keys[0][:2]] | {"table_id": table}
        found.append(finding(OVER_A_CUT, "info", "cells", table, message, column="text") | place)
    return found


def _is_written(key: Key) -> bool:
    """Whether a figure is in a dataset, not only a witness."""
    return key[0] not in (TOTALS, CHECKS)


def _compared(judgement: Judgement, keys: tuple[Key, ...]) -> str:
    shown = [judgement.prints[key].strip().replace("\n", " ") for key in keys]
    return ", ".join(shown if len(shown) <= 8 else [*shown[:7], "…"])


def _about(
    key: Key,
    places: dict[tuple[str, str], Row],
    rule: str,
    severity: str,
    message: str,
    *,
    observed: str | None = None,
    expected: str | None = None,
    action: str = "flagged",
) -> Row:
    """A finding about a figure at its place; one about a total or a check is about the cells of its table."""
    place = places[(key[0], key[1])]
    dataset, record = (key[0], key[1]) if _is_written(key) else ("cells", place["table_id"])
    column = key[2] if _is_written(key) else "text"
    return (
        finding(
            rule, severity, dataset, record, message,
            column=column, observed=observed, expected=expected, action=action,
        )
        | place
    )  # fmt: skip
