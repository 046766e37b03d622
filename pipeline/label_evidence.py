"""What labels and sentences say of the figures: years in two calendars, and counts."""

from __future__ import annotations

from collections.abc import Sequence

from extract.records import DocumentRecords, Place
from pipeline.findings import finding, place_columns
from pipeline.so_far import SoFar
from quality.counts import above_their_count, compared
from quality.eras import YearLabel, year_labels
from quality.ledger import IndicatorLine
from quality.relations import Verdict
from schemas.dataset import Row

EARLIEST, LATEST = 60, 40
"""Years before and after its edition up to which a figure's year is plausible; 人口ビジョン looks far."""

PLACE = ("page", "x0", "y0", "x1", "y1", "table_id")


def label_findings(
    document_id: str,
    records: DocumentRecords,
    indicators: Sequence[IndicatorLine],
    values: Sequence[Row],
    amounts: Sequence[Row],
    so_far: SoFar | None = None,
) -> list[Row]:
    """Findings of the witnesses that prove no figure; rows that they contradict become doubtful, in place.

    What is said of a document as a whole is told with its last stretch.
    """
    so_far = so_far or SoFar()
    labels = year_labels(records)
    so_far.hear(records, labels)
    _doubt_years(labels, (*values, *amounts))
    return [
        *(_years(document_id, so_far) if so_far.is_last else ()),
        *_more_than_all(indicators, values),
        *(_rows(document_id, so_far) if so_far.is_last else ()),
        *_far_years(values, amounts),
    ]


def _doubt_years(labels: Sequence[YearLabel], rows: Sequence[Row]) -> None:
    wrong = [label for label in labels if label.verdict is Verdict.CONTRADICTED]
    places = {tuple(place_columns(figure.place).values()) for label in wrong for figure in label.figures}
    for row in rows:
        if places and tuple(row[column] for column in PLACE) in places:
            row["status"] = "doubtful"


def _years(document_id: str, so_far: SoFar) -> list[Row]:
    found: list[Row] = []
    for label, said in so_far.years.items():
        if said.verdict is not Verdict.CONTRADICTED:
            continue
        message = (
            f"The label names two different years, 和暦 and 西暦; {said.figures} figures stand under it."
        )
        found.append(_about("wareki", "warning", said.place, message, label))
    agreeing = sum(said.figures for said in so_far.years.values() if said.verdict is Verdict.PROVED)
    if agreeing:
        message = f"{agreeing} figures stand under a label whose year is printed in 和暦 and 西暦 alike."
        found.append(
            finding("agreed_by_wareki", "info", "documents", document_id, message, observed=str(agreeing))
        )
    return found


def _more_than_all(indicators: Sequence[IndicatorLine], values: Sequence[Row]) -> list[Row]:
    rows = {row["value_id"]: row for row in values}
    found: list[Row] = []
    for value, said in above_their_count(indicators):
        row = rows[value.key[1]]
        row["status"] = "doubtful"
        message = f"It is more than all there are: {said}."
        found.append(
            finding(
                "count", "warning", "kpi_values", row["value_id"], message,
                column="value", observed=value.text,
            )
            | {column: row[column] for column in PLACE}
        )  # fmt: skip
    return found


def _far_years(values: Sequence[Row], amounts: Sequence[Row]) -> list[Row]:
    """Years that no edition of its year prints: 平成 read for 令和, or a number taken for a year."""
    found: list[Row] = []
    for dataset, key, rows in (("kpi_values", "value_id", values), ("project_amounts", "amount_id", amounts)):
        for row in rows:
            edition, year = row.get("edition_fiscal_year"), row["fiscal_year"]
            if edition is None or year is None or -EARLIEST <= year - edition <= LATEST:
                continue
            row["status"] = "doubtful"
            message = f"An edition of {edition} is not expected to print figures of this year."
            made = finding(
                "year", "warning", dataset, row[key], message, column="fiscal_year", observed=str(year)
            )
            found.append(made | {column: row[column] for column in PLACE})
    return found


def _rows(document_id: str, so_far: SoFar) -> list[Row]:
    """A caption that counts other rows than were read is a warning; a sentence may mean others."""
    found: list[Row] = []
    counts = compared(so_far.said, so_far.read)
    for said in counts:
        if said.count != said.read:
            message = f"It is said that there are {said.count} and {said.read} were read."
            severity = "warning" if said.is_caption else "info"
            found.append(_about("count", severity, said.place, message, said.said))
    agreeing = [said.said for said in counts if said.count == said.read]
    if agreeing:
        message = f"As many rows were read as the document says there are: {', '.join(agreeing)}."
        found.append(
            finding("agreed_by_count", "info", "documents", document_id, message, observed=str(len(agreeing)))
        )
    return found


def _about(rule: str, severity: str, place: Place, message: str, observed: str) -> Row:
    made = finding(rule, severity, "cells", place.table_id, message, column="text", observed=observed)
    return made | place_columns(place)
