"""The projects' amounts, and sums that reconcile."""

from __future__ import annotations

from quality.editions.comparison import ProjectSums
from tests.quality.editions.printed_editions import compared, project

BEFORE = [
    project("広報事業", {"settlement 2022": 90, "settlement 2023": 100}),
    project("広聴事業", {"settlement 2022": 40, "settlement 2023": 50}),
    project("道路維持補修事業", {"settlement 2022": 11_000, "settlement 2023": 12_345}),
    project("橋りょう維持補修事業", {"settlement 2022": 2_000, "settlement 2023": 2_346}),
]
AFTER = [
    project("広報事業", {"settlement 2023": 100, "settlement 2024": 130}),
    project("道路・橋りょう維持補修事業", {"settlement 2023": 14_691, "settlement 2024": 15_000}),
    project("窓口DX事業", {"settlement 2024": 700}),
]


def sums() -> ProjectSums:
    found = compared(BEFORE, AFTER).sums
    assert found is not None
    return found


def test_the_parts_make_the_difference() -> None:
    found = sums()
    assert (found.before_year, found.after_year, found.after_kind) == (2023, 2024, "settlement")
    assert (found.before_total, found.after_total) == (14_841_000, 15_830_000)
    assert (found.new, found.continuing, found.regrouped, found.ended) == (700_000, 30_000, 309_000, -50_000)
    assert (found.new_count, found.continuing_count, found.regrouped_count, found.ended_count) == (1, 1, 1, 1)
    assert found.new + found.continuing + found.regrouped + found.ended == found.difference == 989_000
    assert found.reconciles


def test_the_greatest_difference_comes_first() -> None:
    rows = compared(BEFORE, AFTER).projects
    assert [row.name for row in rows] == ["窓口DX事業", "道路・橋りょう維持補修事業", "広聴事業", "広報事業"]
    assert [row.change_percent for row in rows] == [None, 2.1, None, 30]
    assert len(rows[1].before_places) == 2


def test_like_is_compared_with_like() -> None:
    """Of an edition with next year's budget beside last year's settlement, budgets are compared."""
    before = [project("広報事業", {"settlement 2022": 90, "initial_budget 2024": 110})]
    after = [project("広報事業", {"settlement 2023": 95, "initial_budget 2025": 120})]
    found = compared(before, after).sums
    assert found and (found.before_kind, found.after_kind) == ("settlement", "settlement")
    before = [project("広報事業", {"settlement 2022": 90, "initial_budget 2024": 110})]
    after = [project("広報事業", {"initial_budget 2024": 110, "initial_budget 2025": 120})]
    found = compared(before, after).sums
    assert found and (found.before_year, found.after_year) == (2024, 2025)


def test_a_project_whose_parts_are_listed_is_not_summed_twice() -> None:
    rows = [
        project("道路事業", {"settlement 2023": 300}),
        project("道路新設", {"settlement 2023": 100}, basic_project="道路事業"),
        project("道路維持", {"settlement 2023": 200}, basic_project="道路事業"),
    ]
    found = compared(rows, rows).sums
    assert found and found.after_total == 300_000


def test_dashes_count_as_nothing_and_are_told() -> None:
    found = compared([project("広報事業", {"settlement 2023": 100})], [
        project("広報事業", {"settlement 2023": 100, "settlement 2024": "-"}),
        project("広聴事業", {"settlement 2024": 10}),
    ]).sums  # fmt: skip
    assert found and (found.without_amount, found.after_total, found.reconciles) == (1, 10_000, True)


def test_without_amounts_there_are_no_sums() -> None:
    assert compared([project("広報事業", {})], [project("広報事業", {})]).sums is None
