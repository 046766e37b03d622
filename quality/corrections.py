"""Corrections by people: what a figure is, known from elsewhere, where the print or its reading is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schemas.dataset import Row

COLUMNS = {
    "v": ("kpi_values", "value_id", ("value",)),
    "a": ("project_amounts", "amount_id", ("amount_yen",)),
    "p": (
        "projects",
        "project_id",
        ("change_yen", "ratio_percent", "execution_rate_percent", "share_percent"),
    ),
}
"""First letter of a record id -> dataset, key column, columns that may be corrected."""

PRINTS = {
    "value": "value_text",
    "amount_yen": "amount_text",
    "change_yen": "change_text",
    "ratio_percent": "ratio_text",
}
"""Column -> the column that holds its print; a rate without one is compared by its value."""

WHOLE_YEN = ("amount_yen", "change_yen")
TEXTS = ("document", "record", "column", "print", "reason", "source")


class CorrectionsError(ValueError):
    """corrections.toml cannot be used; the message is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One figure put right by a person: where, what is printed there, what it is, why, known from where.

    `value` is None where the cell says none. `number` counts the entries of the file from 1.
    """

    number: int
    document: str
    record: str
    column: str
    printed: str
    value: float | None
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of a correction: the row it is about (None: there is none), and the problem ('' = done)."""

    correction: Correction
    dataset: str
    row: Row | None
    problem: str = ""


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a corrections.toml, none where there is no such file. Raises CorrectionsError."""
    if not path.exists():
        return ()
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorrectionsError(f"{path} is no valid TOML: {error}.") from error
    entries = content.pop("correction", [])
    if content or not isinstance(entries, list):
        wrong = next(iter(content), "correction")
        raise CorrectionsError(f"{path} holds `{wrong}`: every correction is a [[correction]].")
    return tuple(_correction(f"{path}, correction {n}", n, entry) for n, entry in enumerate(entries, 1))


def _correction(where: str, number: int, entry: Mapping[str, Any]) -> Correction:
    for key in TEXTS:
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise CorrectionsError(f"{where}: `{key}` must be a text in quotes.")
    if wrong := set(entry) - {*TEXTS, "value"}:
        raise CorrectionsError(f"{where}: unknown key `{min(wrong)}`.")
    value = entry.get("value")
    if value != "none" and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise CorrectionsError(f'{where}: `value` must be a number, or "none" where the cell says none.')
    kind = COLUMNS.get(entry["record"][:1])
    if kind is None or entry["column"] not in kind[2]:
        raise CorrectionsError(f"{where}: {entry['record']} has no figure `{entry['column']}`.")
    if entry["column"] in WHOLE_YEN and isinstance(value, float):
        raise CorrectionsError(f"{where}: `{entry['column']}` is in whole yen.")
    printed = entry["print"]
    return Correction(
        number, entry["document"], entry["record"], entry["column"], printed,
        None if value == "none" else value, entry["reason"], entry["source"],
    )  # fmt: skip


def apply_corrections(corrections: Sequence[Correction], rows: Mapping[str, Sequence[Row]]) -> list[Applied]:
    """Puts the corrected values into `rows` (changed in place) and says what came of each.

    A correction whose record is gone, or whose print is no longer the expected one, changes nothing.
    """
    return [_apply(correction, rows) for correction in corrections]


def is_there(correction: Correction, rows: Mapping[str, Sequence[Row]]) -> bool:
    """Whether the record of a correction is among these rows."""
    dataset, key, _ = COLUMNS[correction.record[:1]]
    return any(row[key] == correction.record for row in rows[dataset])


def _apply(correction: Correction, rows: Mapping[str, Sequence[Row]]) -> Applied:
    dataset, key, _ = COLUMNS[correction.record[:1]]
    row = next((row for row in rows[dataset] if row[key] == correction.record), None)
    if row is None:
        return Applied(correction, dataset, None, f"There is no {correction.record} any more.")
    column = PRINTS.get(correction.column)
    held = row[column] if column else row[correction.column]
    printed = "" if held is None else str(held)
    if "".join(printed.split()) != "".join(correction.printed.split()):
        problem = f"It expects the print {correction.printed!r} and there is {printed!r} now."
        return Applied(correction, dataset, row, problem)
    value = correction.value
    row[correction.column] = value if value is None or correction.column in WHOLE_YEN else float(value)
    if correction.column == "value":
        row["decimals"] = None if value is None else len(f"{value}".partition(".")[2].rstrip("0"))
        row["qualifier"] = "not_available" if value is None else None
    row["status"] = "corrected"
    return Applied(correction, dataset, row)
