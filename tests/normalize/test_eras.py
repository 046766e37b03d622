"""Eras: to the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.eras import (
    ERAS,
    EraError,
    era_of,
    fiscal_year,
    is_beyond,
    last_day,
    nearest_year,
    to_gregorian_year,
    to_wareki,
)

FIRST = date(1868, 10, 23)

DAYS = [
    (date(1868, 10, 23), "明治", 1),
    (date(1912, 7, 29), "明治", 45),
    (date(1912, 7, 30), "大正", 1),
    (date(1926, 12, 24), "大正", 15),
    (date(1926, 12, 25), "昭和", 1),
    (date(1989, 1, 7), "昭和", 64),
    (date(1989, 1, 8), "平成", 1),
    (date(2019, 4, 30), "平成", 31),
    (date(2019, 5, 1), "令和", 1),
    (date(2024, 12, 31), "令和", 6),
    (date(2000, 1, 1), "平成", 12),
]


@pytest.mark.parametrize(("day", "era", "year"), DAYS)
def test_wareki(day: date, era: str, year: int) -> None:
    assert to_wareki(day) == (era, year)


def test_before_the_first_era() -> None:
    with pytest.raises(EraError, match="1868-10-22 lies before the first era"):
        to_wareki(date(1868, 10, 22))


def test_every_day_since_the_first_goes_round() -> None:
    day, last = FIRST, date(2040, 12, 31)
    while day <= last:
        era, year = to_wareki(day)
        assert to_gregorian_year(era, year) == day.year
        assert not is_beyond(era, year)
        day += timedelta(days=1)


YEARS = [
    ("令和", 6, 2024),
    ("令", 6, 2024),
    ("R", 6, 2024),
    ("平成", 31, 2019),
    ("H", 1, 1989),
    ("平", 36, 2024),
    ("昭和", 64, 1989),
    ("S", 20, 1945),
    ("昭", 1, 1926),
    ("大正", 15, 1926),
    ("T", 1, 1912),
    ("大", 2, 1913),
    ("明治", 45, 1912),
    ("M", 1, 1868),
    ("明", 33, 1900),
]


@pytest.mark.parametrize(("sign", "year", "gregorian"), YEARS)
def test_gregorian(sign: str, year: int, gregorian: int) -> None:
    assert to_gregorian_year(sign, year) == gregorian


@pytest.mark.parametrize(
    ("sign", "year", "beyond"),
    [
        ("平成", 31, False),
        ("平成", 32, True),
        ("平成", 36, True),
        ("昭和", 64, False),
        ("昭和", 65, True),
        ("令和", 99, False),
        ("H", 1, False),
    ],
)
def test_beyond(sign: str, year: int, beyond: bool) -> None:
    assert is_beyond(sign, year) is beyond


def test_no_era_and_no_year() -> None:
    with pytest.raises(EraError, match="'慶応' is no era"):
        era_of("慶応")
    with pytest.raises(EraError, match="an era has no year 0"):
        to_gregorian_year("令和", 0)


def test_last_days() -> None:
    assert [last_day(era) for era in ERAS] == [
        date(1912, 7, 29),
        date(1926, 12, 24),
        date(1989, 1, 7),
        date(2019, 4, 30),
        None,
    ]


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2024, 4, 1), 2024),
        (date(2024, 3, 31), 2023),
        (date(2024, 12, 31), 2024),
        (date(2025, 1, 1), 2024),
    ],
)
def test_fiscal_year(day: date, year: int) -> None:
    assert fiscal_year(day) == year


# printed year, edition, era, year
NEAREST = [
    (17, 2020, "平成", 2005),
    (3, 2025, "令和", 2021),
    (9, 2025, "令和", 2027),
    (5, 2024, "令和", 2023),
    (20, 2013, "平成", 2008),
    (25, 2013, "平成", 2013),
    (31, 2019, "平成", 2019),
    (1, 2019, "令和", 2019),
    (36, 2016, "平成", 2024),
    (63, 1990, "昭和", 1988),
    (2, 1990, "平成", 1990),
    (30, 2024, "平成", 2018),
    (28, 2020, "平成", 2016),
    (12, 2030, "令和", 2030),
]


@pytest.mark.parametrize(("year", "edition", "era", "gregorian"), NEAREST)
def test_nearest(year: int, edition: int, era: str, gregorian: int) -> None:
    assert nearest_year(year, edition) == (era, gregorian)


@given(st.integers(1, 64), st.integers(1900, 2060))
def test_nearest_is_nearest(year: int, edition: int) -> None:
    _, found = nearest_year(year, edition)
    assert all(abs(found - edition) <= abs(era.offset + year - edition) for era in ERAS)
