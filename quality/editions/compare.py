"""Two editions compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quality.editions.comparison import KINDS, Change, Comparison, Item, Told
from quality.editions.decisions import Decision, decided
from quality.editions.items import edition_of, items_of
from quality.editions.one_dataset import compare_items
from quality.editions.progress import progress
from quality.editions.sums import amount, headlines, project_years
from quality.editions.telling import tell
from schemas.dataset import Row

DATASETS = ("kpi", "project")
"""What is compared, in this order."""


def compare(
    before: Mapping[str, Sequence[Row]],
    after: Mapping[str, Sequence[Row]],
    decisions: Sequence[Decision] = (),
) -> Comparison:
    """The comparison of two documents, given by their curated rows (see items.DATASETS).

    `decisions` are what a person has said of pairs. Raises DecisionsError for one that names what the
    documents do not print. The result depends on nothing else and is the same every time.
    """
    one, other = edition_of(before), edition_of(after)
    ours, theirs = items_of(before), items_of(after)
    known = decided(decisions, one.document_id, other.document_id, ours, theirs)
    parts = [
        compare_items(
            [item for item in ours if item.dataset == dataset],
            [item for item in theirs if item.dataset == dataset],
            [entry for entry in known if entry.decision.dataset == dataset],
        )
        for dataset in DATASETS
    ]
    pairs = tuple(pair for part in parts for pair in part.pairs)
    regroupings = tuple(group for part in parts for group in part.regroupings)
    projects, sums = project_years(
        [item for item in ours if item.dataset == "project"],
        [item for item in theirs if item.dataset == "project"],
        parts[1].pairs,
        parts[1].regroupings,
    )
    changes = [change for part in parts for change in part.changes]
    return Comparison(
        before=one,
        after=other,
        items_before=ours,
        items_after=theirs,
        pairs=pairs,
        regroupings=regroupings,
        changes=_ordered(changes, ours, theirs),
        renamings=tuple(renaming for part in parts for renaming in part.renamings),
        candidates=tuple(candidate for part in parts for candidate in part.candidates),
        projects=projects,
        sums=sums,
        progress=progress(
            [item for item in theirs if item.dataset == "kpi"],
            [item for item in ours if item.dataset == "kpi"],
            parts[0].pairs,
        ),
        notes=_incomplete(before, after),
    )


def _incomplete(*editions: Mapping[str, Sequence[Row]]) -> tuple[Told, ...]:
    rows = [rows["documents"][0] for rows in editions]
    return tuple(
        tell("many_unread", document=row["document_id"], error=row["error"] or row["status"])
        for row in rows
        if row["status"] == "partial"
    )


def _ordered(changes: Sequence[Change], before: Sequence[Item], after: Sequence[Item]) -> tuple[Change, ...]:
    """The changes with their ids, those that matter most first.

    By tier and kind, then the greater share of a figure, the greater amount of a project, the print.
    """
    ours, theirs = {i.item_id: i for i in before}, {i.item_id: i for i in after}
    chosen = headlines(
        [item for item in before if item.dataset == "project"],
        [item for item in after if item.dataset == "project"],
    )

    def size(change: Change) -> float:
        if change.delta_percent is not None or change.dataset == "kpi" or chosen is None:
            return abs(change.delta_percent or 0.0)
        mine = [amount(ours[i], chosen[0]) for i in change.before_ids]
        other = [amount(theirs[i], chosen[1]) for i in change.after_ids]
        return max((figure.value or 0.0 for figure in (*mine, *other) if figure), default=0.0)

    def place(change: Change) -> tuple[int, int]:
        if change.after_ids:
            return 0, theirs[change.after_ids[0]].position
        return 1, ours[change.before_ids[0]].position if change.before_ids else -1

    ordered = sorted(
        changes,
        key=lambda change: (
            change.tier, KINDS.index(change.kind), change.dataset, -size(change), place(change),
            change.fiscal_year or 0, change.component,
        ),
    )  # fmt: skip
    return tuple(replace(change, change_id=f"c{n:04d}") for n, change in enumerate(ordered, 1))
