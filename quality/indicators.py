"""Witnesses over indicators: series and their total, 【再掲】 and its original, one name twice."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from normalize.width import fold
from quality.ledger import IndicatorLine, Reading
from quality.lines import slack_of
from quality.relations import Relation, Value

_SERIES: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("series.toml").read_text(encoding="utf-8")
)

Place = tuple[str | None, int | str, str]
"""Role, fiscal year (the header where it names none) and series: what makes two values the same."""


def series(indicators: Sequence[IndicatorLine]) -> list[Relation]:
    """The total of a cell or year = the sum of its series (a, b; 男性, 女性), where they add up at all."""
    made: list[Relation] = []
    for number, indicator in enumerate(indicators):
        groups: dict[tuple[str | None, int | str], list[Reading]] = {}
        for reading in indicator.readings:
            groups.setdefault((reading.role, reading.year or reading.period), []).append(reading)
        for readings in groups.values():
            whole = [reading for reading in readings if reading.series in ("", *_SERIES["whole"])]
            parts = [reading for reading in readings if reading not in whole]
            names = {reading.series for reading in parts}
            over_time = names & {*_SERIES["yearly"], *_SERIES["cumulative"]}
            if len(whole) == 1 and len(parts) > 1 and len(names) == len(parts) and not over_time:
                terms = [reading.value for reading in (*whole, *parts)]
                made.append(
                    Relation(
                        "series",
                        indicator.table_id,
                        tuple(term.key for term in terms),
                        f"{' + '.join(r.series for r in parts)} = total of {indicator.name}",
                        (-1, *(1 for _ in parts)),
                        slack=slack_of(terms),
                        slot=str(number),
                    )
                )
    return made


def cumulative(indicators: Sequence[IndicatorLine]) -> list[Relation]:
    """累計 = 累計 of the year before + 単年度; in the first year printed the two may be equal."""
    made: list[Relation] = []
    for indicator in indicators:
        for role in ("target", "actual", "planned"):
            so_far = _by_year(indicator, role, _SERIES["cumulative"])
            added = _by_year(indicator, role, _SERIES["yearly"])
            for year in sorted(so_far):
                terms = [so_far.get(year - 1), added.get(year), so_far[year]]
                known = [term for term in terms if term is not None]
                if added.get(year) is None or (terms[0] is None and year != min(so_far)):
                    continue
                made.append(
                    Relation(
                        "cumulative",
                        indicator.table_id,
                        tuple(term.key for term in known),
                        f"cumulative before + {year} = cumulative {year} ({role}) of {indicator.name}",
                        (*(1 for _ in known[1:]), -1),
                        is_labelled=terms[0] is not None,
                        slot="first" if terms[0] is None else role,
                    )
                )
    return made


def _by_year(indicator: IndicatorLine, role: str, names: Sequence[str]) -> dict[int, Value]:
    return {r.year: r.value for r in indicator.readings if r.year and r.role == role and r.series in names}


def reprint(indicators: Sequence[IndicatorLine]) -> list[Relation]:
    """【再掲】 = its original: the same name, role, year and series."""
    return [
        r for first, second in _twins(indicators, reprinted=True) for r in _equal("reprint", first, second)
    ]


def same_name(indicators: Sequence[IndicatorLine]) -> list[Relation]:
    """An indicator of the same name, unit, role and year agrees wherever the document prints it again.

    A planned value and an actual one are no contradiction: they are not compared.
    """
    return [
        r for first, second in _twins(indicators, reprinted=False) for r in _equal("same_name", first, second)
    ]


def percent_out_of_range(indicators: Sequence[IndicatorLine]) -> list[Value]:
    """Percentages far above 100 where all others of the indicator are not: a lost decimal point, perhaps."""
    found: list[Value] = []
    for indicator in indicators:
        rates = [
            r for r in indicator.readings if fold(r.unit) in ("%", "パ-セント") and r.value.number is not None
        ]
        for reading in rates:
            others = [r.value.number or 0 for r in rates if r is not reading]
            number = reading.value.number or 0
            if others and number > 100 >= max(others) and number > 3 * max(others):
                found.append(reading.value)
    return found


def _twins(
    indicators: Sequence[IndicatorLine], *, reprinted: bool
) -> Iterator[tuple[IndicatorLine, IndicatorLine]]:
    by_name: dict[str, list[IndicatorLine]] = {}
    for indicator in indicators:
        by_name.setdefault(fold(indicator.name), []).append(indicator)
    for same in by_name.values():
        for first, second in combinations(same, 2):
            if (first.is_reprint or second.is_reprint) == reprinted and first.name:
                yield first, second


def _equal(rule: str, first: IndicatorLine, second: IndicatorLine) -> list[Relation]:
    left, right = _places(first), _places(second)
    return [
        Relation(
            rule,
            f"{first.table_id} {second.table_id}",
            (left[place].value.key, right[place].value.key),
            f"{first.name}, {right[place].period}, as printed twice",
            (1, -1),
        )
        for place in left
        if place in right
        and left[place].value.key != right[place].value.key
        and fold(left[place].unit) == fold(right[place].unit)
    ]


def _places(indicator: IndicatorLine) -> dict[Place, Reading]:
    found: dict[Place, Reading] = {}
    twice: set[Place] = set()
    for reading in indicator.readings:
        place = (reading.role, reading.year or reading.period, reading.series)
        if place in found:
            twice.add(place)
        found[place] = reading
    return {place: reading for place, reading in found.items() if place not in twice}
