"""Indicators over several editions."""

from __future__ import annotations

from itertools import pairwise

from quality.editions.compare import compare
from quality.editions.history import history
from tests.quality.editions.printed_editions import edition, kpi

EDITIONS = [
    edition(
        "e1",
        kpi("利用者数", {"actual 2022": 11_234, "actual 2023": 12_000}),
        kpi("件数", {"actual 2023": 7}),
        year=2023,
    ),
    edition("e2", kpi("利用者数", {"actual 2023": 12_060, "actual 2024": 13_400}), year=2024),
    edition("e3", kpi("年間の利用者数", {"actual 2024": 13.4, "actual 2025": 15.0}, unit="千人"), year=2025),
]
COMPARISONS = [compare(before, after) for before, after in pairwise(EDITIONS)]
INDICATORS = history([COMPARISONS[0].before, *(c.after for c in COMPARISONS)], COMPARISONS)


def test_an_indicator_is_followed_through_its_names_and_units() -> None:
    first = INDICATORS[0]
    assert (first.indicator_id, first.name, first.unit) == ("h001", "年間の利用者数", "千人")
    told = [(v.edition.document_id, v.figure.fiscal_year, v.value_now, v.is_revised) for v in first.vintages]
    assert told == [
        ("e1", 2022, 11.234, False),
        ("e1", 2023, 12.0, False),
        ("e2", 2023, 12.06, True),
        ("e2", 2024, 13.4, False),
        ("e3", 2024, 13.4, False),
        ("e3", 2025, 15.0, False),
    ]


def test_one_that_ended_stands_last() -> None:
    assert [(i.name, len(i.vintages)) for i in INDICATORS] == [("年間の利用者数", 6), ("件数", 1)]
