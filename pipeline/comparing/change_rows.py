"""The rows of the datasets that comparisons write, and their parts in curated/."""

from __future__ import annotations

from pathlib import Path

from pipeline.parts import part_bytes, part_path
from pipeline.replacing import write_whole
from quality.editions.comparison import Change, Comparison, Place
from schemas.checks import check_rows
from schemas.dataset import Row, comparisons


def change_rows(comparison: Comparison) -> list[Row]:
    """The rows of the dataset changes, those that matter most first."""
    documents = {
        "from_document_id": comparison.before.document_id,
        "to_document_id": comparison.after.document_id,
    }
    return [documents | _row(change) for change in comparison.changes]


def changes_path(curated: Path, comparison: Comparison) -> Path:
    """Where the changes lie: curated/changes/<from>__<to>.parquet."""
    return part_path(curated, "changes", f"{comparison.before.document_id}__{comparison.after.document_id}")


def write_changes(curated: Path, comparison: Comparison) -> Path:
    """Replaces the part of the comparison, whole or not at all, and gives its path.

    Written also when nothing changed: a part without rows says that it was compared. Raises
    ContractError and OSError.
    """
    rows = change_rows(comparison)
    check_rows({"changes": rows})
    path = changes_path(curated, comparison)
    write_whole(path, part_bytes(comparisons()["changes"], rows))
    return path


def _row(change: Change) -> Row:
    return {
        "change_id": change.change_id,
        "dataset": change.dataset,
        "kind": change.kind,
        "tier": change.tier,
        "before_ids": list(change.before_ids),
        "after_ids": list(change.after_ids),
        "before_names": list(change.before_names),
        "after_names": list(change.after_names),
        "fiscal_year": change.fiscal_year,
        "role": change.role,
        "component": change.component,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "delta": change.delta,
        "delta_percent": change.delta_percent,
        "unit": change.unit,
        "similarity": change.similarity,
        "note": change.note.en if change.note else "",
        **_box("from", change.before_place),
        **_box("to", change.after_place),
    }


def _box(side: str, place: Place | None) -> Row:
    names = ("page", "x0", "y0", "x1", "y1")
    return {f"{side}_{name}": getattr(place, name) if place else None for name in names}
