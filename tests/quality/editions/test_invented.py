"""Properties on invented editions: nothing from nothing, mirror images, and how many changes are found."""

from __future__ import annotations

import random

import pytest

from benchmarks.comparing.__main__ import f1, measured, told
from benchmarks.comparing.invented import invent
from benchmarks.comparing.model import Rates
from quality.editions.compare import compare
from quality.editions.comparison import MIRRORED

SEEDS = range(3)


@pytest.mark.parametrize("dataset", ["kpi", "project"])
@pytest.mark.parametrize("seed", SEEDS)
def test_an_edition_against_itself_in_another_order_is_the_same(dataset: str, seed: int) -> None:
    rows = invent(dataset, 120, seed).before
    shuffled = {name: list(part) for name, part in rows.items()}
    random.Random(seed).shuffle(shuffled["kpis"])
    random.Random(seed).shuffle(shuffled["projects"])
    comparison = compare(rows, shuffled)
    assert comparison.is_same, comparison.changes[:3]
    assert comparison.candidates == ()


@pytest.mark.parametrize("dataset", ["kpi", "project"])
@pytest.mark.parametrize("seed", SEEDS)
def test_editions_the_other_way_round_are_the_mirror_image(dataset: str, seed: int) -> None:
    editions = invent(dataset, 120, seed)
    there = told(compare(editions.before, editions.after))
    back = told(compare(editions.after, editions.before))
    mirrored = {
        (dataset_, MIRRORED.get(kind, kind), after, before, year): count
        for (dataset_, kind, before, after, year), count in back.items()
    }
    assert mirrored == dict(there)


@pytest.mark.parametrize("dataset", ["kpi", "project"])
def test_the_sums_reconcile_and_every_item_is_told_once(dataset: str) -> None:
    editions = invent(dataset, 150, 5)
    comparison = compare(editions.before, editions.after)
    if comparison.sums:
        assert comparison.sums.reconciles
    grouped = [i for group in comparison.regroupings for i in group.before_ids]
    gone = [i for change in comparison.changes if change.kind == "removed" for i in change.before_ids]
    paired = [pair.before_id for pair in comparison.pairs]
    assert sorted([*grouped, *gone, *paired]) == sorted(item.item_id for item in comparison.items_before)


@pytest.mark.parametrize(
    ("dataset", "rates", "least"),
    [
        ("project", Rates(), 0.95),
        ("kpi", Rates(), 0.97),
        ("project", Rates(sparse=True), 0.94),
        ("kpi", Rates(sparse=True), 0.97),
        ("project", Rates(replaced=0.0), 0.96),
        ("project", Rates(past_years=False, merged=0, split=0, restated=0, replaced=0), 0.96),
    ],
)
def test_the_changes_are_found(dataset: str, rates: Rates, least: float) -> None:
    there, said, right = (counter.total() for counter in measured(dataset, 150, rates, SEEDS))
    assert there > 50
    assert f1(there, said, right) >= least


def test_the_same_editions_give_the_same_comparison() -> None:
    one, other = (invent("project", 80, 9) for _ in range(2))
    assert compare(one.before, one.after) == compare(other.before, other.after)
