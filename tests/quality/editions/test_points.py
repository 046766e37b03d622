"""What became of each figure of a pair."""

from __future__ import annotations

import pytest

from quality.editions.comparison import Point
from quality.editions.items import items_of
from quality.editions.points import points
from quality.editions.printed import Printed
from tests.quality.editions.printed_editions import Figures, edition, kpi, project


def states(
    before: Figures, after: Figures, factor: float = 1.0, make: object = kpi
) -> list[tuple[object, ...]]:
    return [(p.state, p.role, p.fiscal_year, p.component) for p in laid(before, after, factor, make)]


def laid(before: Figures, after: Figures, factor: float = 1.0, make: object = kpi) -> tuple[Point, ...]:
    sides = [Printed(items_of(edition("x", make("名", figures)))[0]) for figures in (before, after)]  # type: ignore[operator]
    return points(sides[0], sides[1], factor)


@pytest.mark.parametrize(
    ("before", "after", "state"),
    [
        ({"actual 2024": 5}, {"actual 2024": 5}, ("same", "actual", 2024, "")),
        ({"actual 2024": 5}, {"actual 2024": 6}, ("restated", "actual", 2024, "")),
        ({"actual 2024": 5.26}, {"actual 2024": 5.3}, ("same", "actual", 2024, "")),
        ({"actual 2024": "-"}, {"actual 2024": "-"}, ("same", "actual", 2024, "")),
        ({"actual 2024": "-"}, {"actual 2024": 6}, ("published", "actual", 2024, "")),
        ({"actual 2024": 6}, {"actual 2024": "-"}, ("withdrawn", "actual", 2024, "")),
        ({"actual 2024": "整備中"}, {"actual 2024": "整備済"}, ("restated", "actual", 2024, "")),
        ({"actual 2024": "整備中"}, {"actual 2024": "整 備中"}, ("same", "actual", 2024, "")),
        ({}, {"actual 2025": 6}, ("new", "actual", 2025, "")),
        ({"actual 2022": 6}, {}, ("dropped", "actual", 2022, "")),
        ({"baseline": 6}, {"baseline 2022": 6}, ("same", "baseline", 2022, "")),
        ({"planned 2024": 3}, {"actual 2024": 4}, ("updated", "actual", 2024, "")),
        ({"actual 2024": 4}, {"planned 2024": 3}, ("updated", "planned", 2024, "")),
        ({"planned 2024": 3}, {"planned 2024": 4}, ("restated", "planned", 2024, "")),
        ({"target 2027": 10}, {"target 2027": 10}, ("same", "target", 2027, "")),
        ({"target 2027": 10}, {"target 2027": 12}, ("target_revised", "target", 2027, "")),
        ({"target 2027": 10}, {"target 2029": 10}, ("target_revised", "target", 2029, "")),
        ({"target": 10}, {"target 2027": 10}, ("target_revised", "target", 2027, "")),
        ({"target 2027": "増加"}, {"target 2027": 12}, ("target_revised", "target", 2027, "")),
        ({"target 2027": "増加"}, {"target 2027": "増加"}, ("same", "target", 2027, "")),
        ({"target 2027": "増加"}, {"target 2027": "減少"}, ("target_revised", "target", 2027, "")),
        ({"actual 2024 女性": 4}, {"actual 2024 女性": 5}, ("restated", "actual", 2024, "女性")),
    ],
)
def test_the_state_of_a_figure(before: Figures, after: Figures, state: tuple[object, ...]) -> None:
    expected = [state]
    if before.get("target") == 10:
        expected = [("same", "target", 2027, "")]  # a year that only one edition prints is no revision
    assert states(before, after) == expected


def test_a_factor_comes_before_comparing() -> None:
    [point] = laid({"actual 2024": 2.94}, {"actual 2024": 2941}, 1000)
    assert (point.state, point.delta) == ("same", 0)
    [point] = laid({"actual 2024": 2.94}, {"actual 2024": 3100}, 1000)
    assert (point.state, point.delta, point.percent) == ("restated", 160, pytest.approx(5.442177))


def test_annual_targets_roll_on_without_being_revised() -> None:
    before = {"target 2024": 10, "target 2025": 12}
    after = {"target 2025": 12, "target 2026": 14}
    assert states(before, after) == [
        ("same", "target", 2025, ""),
        ("new", "target", 2026, ""),
        ("dropped", "target", 2024, ""),
    ]


def test_a_baseline_of_another_year_is_another_figure() -> None:
    assert [s[0] for s in states({"baseline 2019": 5}, {"baseline 2024": 6})] == ["new", "dropped"]


@pytest.mark.parametrize(
    ("before", "after", "state"),
    [
        ({"initial_budget 2024": 5}, {"settlement 2024": 6}, "updated"),
        ({"forecast 2024": 5}, {"unspecified 2024": 5}, "same"),
        ({"unspecified 2023": 5}, {"settlement 2023": 5}, "same"),
        ({"unspecified 2023": "-"}, {"settlement 2023": "-"}, "same"),
        ({"settlement 2023": 5}, {"settlement 2023": 6}, "restated"),
        ({"settlement 2023 国": 5}, {"settlement 2023 国": 6}, "restated"),
    ],
)
def test_amounts(before: Figures, after: Figures, state: str) -> None:
    assert [s[0] for s in states(before, after, make=project)] == [state]


def test_the_order_is_that_of_the_later_print() -> None:
    found = states({"actual 2022": 1, "actual 2023": 2}, {"actual 2024": 3, "actual 2023": 2})
    assert [year for _, _, year, _ in found] == [2024, 2023, 2022]
