"""The witness of two calendars: where a label prints 令和6年度 and 2024 beside each other, they must agree.

It proves no figure: it says that the year of what stands under the label was read as printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from extract.records import DocumentRecords, Figure
from normalize.width import fold
from normalize.years import parse_period
from quality.relations import Verdict

_WESTERN = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ERA = regex.compile(r"令和|平成|昭和|(?<![A-Z])[RHS]\.?(?:\d|元)")


@dataclass(frozen=True, slots=True)
class YearLabel:
    """A label with a year in both calendars, the verdict on it, and the figures that stand under it."""

    label: str
    verdict: Verdict
    figures: tuple[Figure, ...]


def year_labels(records: DocumentRecords) -> list[YearLabel]:
    """The labels of figures that print a year in both calendars, in the order of print."""
    held: dict[str, list[Figure]] = {}
    for figure in _figures(records):
        for label in dict.fromkeys((*figure.labels, figure.period)):
            folded = fold(label)
            if _WESTERN.search(folded) and _ERA.search(folded):
                held.setdefault(label, []).append(figure)
    return [
        YearLabel(
            label,
            Verdict.CONTRADICTED if parse_period(label).mismatch else Verdict.PROVED,
            tuple(figures),
        )
        for label, figures in held.items()
    ]


def _figures(records: DocumentRecords) -> Iterable[Figure]:
    for indicator in records.indicators:
        yield from indicator.values
    for project in records.projects:
        yield from project.amounts
