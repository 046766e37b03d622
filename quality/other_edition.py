"""The witness of another edition: what two editions print of one name, year and kind must be one figure.

An edition prints last year beside this year, and the former edition printed that year as its own. Two
separate prints agree only where both were read under the right labels, so agreement proves. Names are
compared folded and not by likeness: who was renamed is for the comparison of editions to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from normalize.width import fold
from quality.relations import Key, Verdict
from schemas.dataset import Row

Label = tuple[str, ...]
"""What makes two figures the same: name, unit, role and year; or name, kind, component and year."""

PAST = ("baseline", "actual")
"""Roles of figures that do not change any more; a target may be revised."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of one edition with the verdict of another one, and the row that it was compared with."""

    key: Key
    verdict: Verdict
    row: Row
    other: Row


def compared(
    values: Sequence[Row], amounts: Sequence[Row], others: Mapping[str, tuple[Sequence[Row], Sequence[Row]]]
) -> list[Compared]:
    """The figures of an edition that another prints too; `others` are kpi_values and project_amounts by id.

    A figure that several editions print is proved when one agrees, contradicted when none does.
    """
    found: dict[Key, Compared] = {}
    for other_values, other_amounts in others.values():
        for own, theirs, column in (
            (_values(values), _values(other_values), "value"),
            (_amounts(amounts), _amounts(other_amounts), "amount_yen"),
        ):
            for label, row in own.items():
                other = theirs.get(label)
                if other is None:
                    continue
                dataset, record = ("kpi_values", "value_id") if column == "value" else (
                    "project_amounts", "amount_id",
                )  # fmt: skip
                key = (dataset, row[record], column)
                agrees = _same(row, other, column)
                if agrees or key not in found:
                    verdict = Verdict.PROVED if agrees else Verdict.CONTRADICTED
                    found[key] = Compared(key, verdict, row, other)
    return list(found.values())


def _values(rows: Iterable[Row]) -> dict[Label, Row]:
    return _unique(
        (
            (
                fold(row["name"]), fold(row["unit"] or ""), row["role"],
                str(row["fiscal_year"] or fold(row["period"] or "")), fold(row["series"] or ""),
            ),
            row,
        )
        for row in rows
        if row["role"] in PAST and row["value"] is not None and (row["fiscal_year"] or row["period"])
    )  # fmt: skip


def _amounts(rows: Iterable[Row]) -> dict[Label, Row]:
    return _unique(
        (
            (fold(row["name"]), row["kind"], fold(row["component"] or ""), str(row["fiscal_year"])),
            row,
        )
        for row in rows
        if row["fiscal_year"] is not None and row["amount_yen"] is not None
    )


def _unique(labelled: Iterable[tuple[Label, Row]]) -> dict[Label, Row]:
    """The rows by label; a label that two rows have names neither."""
    found: dict[Label, Row] = {}
    twice: set[Label] = set()
    for label, row in labelled:
        if label in found:
            twice.add(label)
        found[label] = row
    return {label: row for label, row in found.items() if label not in twice}


def _same(row: Row, other: Row, column: str) -> bool:
    """Whether two figures are one; a value may be printed with more decimals in one edition."""
    if column == "amount_yen" or row["decimals"] == other["decimals"]:
        return bool(row[column] == other[column])
    decimals = min(row["decimals"] or 0, other["decimals"] or 0)
    return bool(abs(row[column] - other[column]) <= 0.5 * 10**-decimals)
