"""達成率, 進捗率, 増減 and 前年比 beside indicators: what they compare, and what they prove."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.records import Figure, Indicator
from tests.quality.budget_table import indicator, judged_records, place

Printed = tuple[str, str, str]
"""Target, actual and 達成率 of one year."""


def rated(rows: Sequence[Printed], tells: str = "achievement", baseline: str = "") -> tuple[Indicator, ...]:
    """Indicators with target and actual of 2023, and what is printed beside them."""
    made = []
    for line, (target, actual, rate) in enumerate(rows):
        values = [(target, "target", 2023, ""), (actual, "actual", 2023, "")]
        if baseline:
            values.insert(0, (baseline, "baseline", 2020, ""))
        check = Figure(rate, place(line, 5), fiscal_year=2023, tells=tells)
        made.append(replace(indicator(f"指標{line}", values, line), checks=(check,)))
    return tuple(made)


SOUND: list[Printed] = [("216,000", "211,380", "97.9%"), ("5", "4", "80.0%"), ("27", "26", "96.3%")]


def statuses(indicators: tuple[Indicator, ...]) -> list[str]:
    return [row["status"] for row in judged_records(indicators=indicators).kpis.values]


def test_a_rate_proves_the_figures_that_it_could_tell_from_the_next() -> None:
    """97.9 % of 216,000 is 211,380 as well as 211,381: such large figures are read, not proved."""
    assert statuses(rated(SOUND)) == ["read", "read", "proved", "proved", "proved", "proved"]


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        (("5", "7", "80.0%"), ["read", "doubtful"]),  # 4 of 5 are 80 %; no number makes 7 so
        (("6", "4", "80.0%"), ["doubtful", "read"]),
        (("5", "4", "85.0%"), ["read", "read"]),  # only the rate can be wrong
    ],
)
def test_a_rate_that_contradicts_names_what_can_be_wrong(wrong: Printed, found: list[str]) -> None:
    judged = judged_records(indicators=rated([SOUND[0], wrong, SOUND[2]]))
    assert [row["status"] for row in judged.kpis.values][2:4] == found
    [told] = [row for row in judged.findings if row["severity"] == "warning"]
    assert told["rule"] == "achievement"


def test_where_less_is_better_the_rate_is_target_by_actual() -> None:
    assert statuses(rated([*SOUND, ("22", "20", "110.0%")]))[-2:] == ["proved", "proved"]


@pytest.mark.parametrize("printed", ["－", "Ａ", ""])
def test_a_grade_or_a_dash_says_nothing(printed: str) -> None:
    assert statuses(rated([*SOUND, ("10", "7", printed)]))[-2:] == ["read", "read"]


def test_progress_from_the_baseline() -> None:
    rows = [("50", "35", "50.0%"), ("100", "36", "20.0%"), ("60", "44", "60.0%")]
    judged = judged_records(indicators=rated(rows, "progress", baseline="20"))
    assert {row["status"] for row in judged.kpis.values} == {"proved"}


def test_change_of_two_years() -> None:
    made = []
    for line, (last, this, change) in enumerate([("12", "15", "3"), ("40", "31", "▲9"), ("7", "7", "0")]):
        values = [(last, "actual", 2022, ""), (this, "actual", 2023, "")]
        check = Figure(change, place(line, 4), tells="change")
        made.append(replace(indicator(f"指標{line}", values, line), checks=(check,)))
    assert set(statuses(tuple(made))) == {"proved"}


def test_a_change_for_which_nothing_holds_contradicts_nothing() -> None:
    values = [("12", "actual", 2022, ""), ("15", "actual", 2023, "")]
    check = Figure("9", place(0, 4), tells="change")
    made = replace(indicator("指標", values), checks=(check,))
    assert statuses((made,)) == ["read", "read"]


def test_cumulative_is_what_was_before_and_the_year() -> None:
    rows = [
        ("2", 2021, "単年度"), ("3", 2022, "単年度"), ("4", 2023, "単年度"),
        ("2", 2021, "累計"), ("5", 2022, "累計"), ("9", 2023, "累計"),
    ]  # fmt: skip
    sound = indicator("開設数", [(text, "actual", year, series) for text, year, series in rows])
    assert set(statuses((sound,))) == {"proved"}
    wrong = indicator(
        "開設数", [("8" if text == "9" else text, "actual", year, series) for text, year, series in rows]
    )
    found = statuses((wrong,))
    assert found[5] == "doubtful" and found[0] == "proved"
