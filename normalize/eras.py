"""Eras (元号): wareki to Gregorian years and back, to the day."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Era:
    """An era: its name, the signs printed for it, its first day and what to add to its years."""

    name: str
    short: tuple[str, ...]
    first_day: date
    offset: int


def _read_eras() -> tuple[Era, ...]:
    data = tomllib.loads(Path(__file__).with_name("eras.toml").read_text(encoding="utf-8"))
    return tuple(Era(e["name"], tuple(e["short"]), e["first_day"], e["offset"]) for e in data["era"])


ERAS = _read_eras()
_BY_SIGN = {sign: era for era in ERAS for sign in (era.name, *era.short)}


class EraError(ValueError):
    """A date before the first era, or a sign that is no era."""


def era_of(sign: str) -> Era:
    """The era printed as `sign` ('令和', '令', 'R'; half width). Raises EraError."""
    try:
        return _BY_SIGN[sign]
    except KeyError:
        raise EraError(f"{sign!r} is no era") from None


def to_gregorian_year(sign: str, year: int) -> int:
    """The Gregorian year of year `year` (元年 = 1) of an era; years beyond its end go on counting.

    Plans print years beyond their era (平成36年度 = 2024): see `is_beyond`. Raises EraError.
    """
    if year < 1:
        raise EraError(f"an era has no year {year}")
    return era_of(sign).offset + year


def is_beyond(sign: str, year: int) -> bool:
    """Whether year `year` never occurred in the era: it lies after the era's last day."""
    last = last_day(era_of(sign))
    return last is not None and to_gregorian_year(sign, year) > last.year


def last_day(era: Era) -> date | None:
    """The last day of `era`, None for the era that still runs."""
    following = [other for other in ERAS if other.first_day > era.first_day]
    return following[0].first_day - timedelta(days=1) if following else None


def to_wareki(day: date) -> tuple[str, int]:
    """Era name and year of `day`, exact at the boundaries (1989-01-07 is 昭和64, the next day 平成1).

    Raises EraError before 1868-10-23.
    """
    for era in reversed(ERAS):
        if day >= era.first_day:
            return era.name, day.year - era.offset
    raise EraError(f"{day.isoformat()} lies before the first era")


def fiscal_year(day: date) -> int:
    """The fiscal year (会計年度, April to March) that `day` lies in: 2024-03-31 is in 2023."""
    return day.year if day.month >= 4 else day.year - 1


def nearest_year(year: int, edition_year: int) -> tuple[str, int]:
    """Era and Gregorian year meant by 'N年度' printed without era in an edition of `edition_year`.

    The era whose year lies closest to the edition: 3 in 2025 is 令和3 (2021), 20 in 2013 is 平成20.
    """
    # At equal distance the past: 17 in 2020 is rather 平成17 than 令和17.
    era = min(ERAS, key=lambda era: (abs(era.offset + year - edition_year), era.offset))
    return era.name, era.offset + year
