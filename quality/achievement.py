"""Witnesses printed beside indicators: 達成率 and 進捗率 of actual and target, 増減 and 前年比 of two years.

Which two values such a rate compares is seldom printed beside it. The document decides, as it does for the
changes of budget tables: the pair for which most of its rates hold; else actual and target of one year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import permutations

from quality.ledger import Check, IndicatorLine, Reading
from quality.lines import rounded_as_printed
from quality.relations import Form, Key, Relation, Value, Verdict, judged

Place = tuple[str, int | str]
"""A role, and how many years after the check's own (where one has no year: the year or header itself)."""

RULES = {"to_previous": "ratio"}
OF_TARGETS = ("achievement", "progress")
MOST_PLACES = 8
ENOUGH = 2
"""Rates that must hold before values of unlike years are taken for what they compare."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Which values a kind of check compares, and how ('' = their difference)."""

    form: Form | str
    places: tuple[Place, ...]

    @property
    def is_usual(self) -> bool:
        """Actual / target of one year, or of one each where the check names no year."""
        roles = [role for role, _ in self.places]
        years = {year for _, year in self.places}
        return self.form == "ratio" and roles == ["actual", "target"] and years in ({0}, {""})


def told_of_indicators(indicators: Sequence[IndicatorLine]) -> list[Relation]:
    """達成率 = actual / target × 100 or the way from the baseline, 増減 = this − last, 前年比 = this / last.

    Dashes and words say nothing. A 達成率 may be the reverse, target / actual, where less is better.
    """
    asked = [(line, check) for line in indicators for check in line.checks if _is_number(check)]
    values = {r.value.key: r.value for line in indicators for r in line.readings}
    values |= {check.value.key: check.value for _, check in asked}
    groups: dict[tuple[str, str, int | str], list[tuple[IndicatorLine, Check]]] = {}
    for line, check in asked:
        groups.setdefault((line.table_id, check.tells, check.year or check.period), []).append((line, check))
    whole: Counter[tuple[str, Compared]] = Counter()
    votes: dict[tuple[str, str, int | str], Counter[Compared]] = {}
    for group, held in groups.items():
        votes[group] = _votes(held, values)
        whole.update({(group[1], compared): count for compared, count in votes[group].items()})
    made: list[Relation] = []
    for group, held in groups.items():
        compared = _best(group[1], held, votes[group], whole)
        if compared is not None:
            found = [r for line, check in held if (r := _relation(line, check, compared, values)) is not None]
            made.extend(rounded_as_printed(found, values) if compared.form else found)
    return made


def _is_number(check: Check) -> bool:
    known = check.tells in (*OF_TARGETS, "change", "to_previous", "growth")
    return known and check.value.number is not None and not check.value.is_dash


def _best(
    tells: str,
    held: Sequence[tuple[IndicatorLine, Check]],
    votes: Counter[Compared],
    whole: Counter[tuple[str, Compared]],
) -> Compared | None:
    candidates = dict.fromkeys(c for line, check in held for c in _candidates(line, check))
    if not candidates:
        return None
    best = max(candidates, key=lambda c: (votes[c], whole[tells, c], c.is_usual))
    return best if best.is_usual or whole[tells, best] >= ENOUGH else None


def _votes(held: Sequence[tuple[IndicatorLine, Check]], values: Mapping[Key, Value]) -> Counter[Compared]:
    counts: Counter[Compared] = Counter()
    for line, check in held:
        for compared in _candidates(line, check):
            relation = _relation(line, check, compared, values)
            counts[compared] += relation is not None and judged(relation, values) is Verdict.PROVED
    return counts


def _candidates(line: IndicatorLine, check: Check) -> Iterator[Compared]:
    places = list(_places(line, check))[:MOST_PLACES]
    if check.tells not in OF_TARGETS:
        for this, last in permutations(places, 2):
            if this[0] == last[0] or "baseline" in (this[0], last[0]):
                yield Compared("" if check.tells == "change" else _form(check), (this, last))
        return
    done = [place for place in places if place[0] == "actual"]
    wanted = [place for place in places if place[0] in ("target", "planned")]
    starts = [place for place in places if place[0] == "baseline"]
    for this in done:
        for end in wanted:
            yield Compared("ratio", (this, end))
            for start in starts:
                yield Compared("progress", (this, end, start))


def _form(check: Check) -> Form:
    return "growth" if check.tells == "growth" else "ratio"


def _places(line: IndicatorLine, check: Check) -> dict[Place, Reading]:
    """The numbers of an indicator by role and time as seen from the check; what occurs twice is left out."""
    found: dict[Place, Reading] = {}
    twice: set[Place] = set()
    for reading in line.readings:
        if reading.value.number is None or reading.series or reading.role is None:
            continue
        year: int | str = reading.year if reading.year is not None else reading.period
        if check.year is not None and reading.year is not None:
            year = reading.year - check.year
        place = (reading.role, year)
        if place in found:
            twice.add(place)
        found[place] = reading
    return {place: reading for place, reading in found.items() if place not in twice}


def _relation(
    line: IndicatorLine, check: Check, compared: Compared, values: Mapping[Key, Value]
) -> Relation | None:
    places = _places(line, check)
    if any(place not in places for place in compared.places):
        return None
    terms = [places[place] for place in compared.places]
    keys = (*(term.value.key for term in terms), check.value.key)
    rule = RULES.get(check.tells, check.tells)
    made = Relation(
        rule,
        line.table_id,
        keys,
        f"{_equation(compared)} of {line.name}",
        (1, -1, -1) if not compared.form else (),
        slack=_slack([term.value for term in terms]) if not compared.form else Decimal(0),
        is_labelled=True,
        slot=repr(compared),
    )
    if compared.form in ("growth", "progress"):
        made = replace(made, form="growth" if compared.form == "growth" else "progress")
    if rule == "achievement" and compared.form == "ratio" and judged(made, values) is not Verdict.PROVED:
        reverse = replace(
            made, keys=(keys[1], keys[0], keys[2]), equation=f"target / actual × 100 of {line.name}"
        )
        return reverse if judged(reverse, values) is Verdict.PROVED else made
    return made


def _slack(values: Sequence[Value]) -> Decimal:
    """A change may be computed before its terms are rounded to their decimals; counts are exact."""
    step = max(value.step for value in values)
    return step if step < 1 else Decimal(0)


def _equation(compared: Compared) -> str:
    names = [f"{role} {year}".strip() for role, year in _named(compared.places)]
    if not compared.form:
        return " − ".join(names)
    if compared.form == "growth":
        return f"({names[0]} − {names[1]}) / {names[1]} × 100"
    if compared.form == "progress":
        return f"({names[0]} − {names[2]}) / ({names[1]} − {names[2]}) × 100"
    return f"{names[0]} / {names[1]} × 100"


def _named(places: Sequence[Place]) -> list[tuple[str, int | str]]:
    """Roles, each with its year or header where that is not the check's own."""
    return [(role, year if year and (isinstance(year, str) or year > 1000) else "") for role, year in places]
