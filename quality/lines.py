"""Witnesses within a line of a budget table: change, ratio, growth, execution rate, supplementary budgets.

Which two amounts a change or a rate compares is not printed beside it. The table itself decides: the pair
for which it holds in most lines; where none does, the two latest years of one kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from quality.ledger import Amount, Line
from quality.relations import ROUNDINGS, Key, Relation, Value, Verdict, judged

Slot = tuple[int | None, str, int]
"""Fiscal year, kind, and which of several with both: 補正前 and 補正後 are two of one kind."""

Has = Callable[[Line], bool]
Holds = Callable[[Line, Value, Value], bool]
Default = Callable[[Sequence[Slot]], tuple[Slot, Slot] | None]

BUDGETS = ("current_budget", "budget", "initial_budget")
MOST_WHOLES = 8


def by_table(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """The lines by table, in the order of print."""
    tables: dict[str, list[Line]] = {}
    for line in lines:
        tables.setdefault(line.table_id, []).append(line)
    return tables


def wholes(line: Line) -> dict[Slot, Amount]:
    """The amounts of a line that are no part of another."""
    found: dict[Slot, Amount] = {}
    seen: Counter[tuple[int | None, str]] = Counter()
    for amount in line.amounts:
        if not amount.component:
            place = (amount.year, amount.kind)
            found[(*place, seen[place])] = amount
            seen[place] += 1
    return found


def change(lines: Sequence[Line]) -> list[Relation]:
    """増減 = this year − last year, for every line with a change.

    A line that has one of the two amounts only is compared with 0 for the other.
    """
    return [
        relation
        for (this, last), line in _chosen(lines, _has_change, _change_holds, _latest)
        if (relation := _change(line, this, last)) is not None
    ]


def ratio(lines: Sequence[Line]) -> list[Relation]:
    """前年度比 = this / last × 100, 増減率・伸率 = (this − last) / last × 100, to the printed place.

    '-' and 皆増 stand where last is 0. Half is rounded up unless the document is seen to cut it off.
    """
    made: list[Relation] = []
    for (this, last), line in _chosen(lines, _has_ratio, _ratio_holds, _latest):
        first, second = wholes(line).get(this), wholes(line).get(last)
        if line.ratio is None or first is None or second is None:
            continue
        growth = line.ratio_kind == "growth"
        equation = "(this − last) / last × 100" if growth else "this / last × 100"
        made.append(
            Relation(
                "growth" if growth else "ratio",
                line.table_id,
                (first.value.key, second.value.key, line.ratio.key),
                f"{equation} of {line.name}",
                form="growth" if growth else "ratio",
                is_labelled=True,
            )
        )
    return rounded_as_printed(made, _values(lines))


def execution_rate(lines: Sequence[Line]) -> list[Relation]:
    """執行率 = settlement / budget × 100, to the printed place."""
    made: list[Relation] = []
    for (this, last), line in _chosen(lines, _has_execution, _execution_holds, _settled):
        first, second = wholes(line).get(this), wholes(line).get(last)
        if line.execution_rate is None or first is None or second is None:
            continue
        keys = (first.value.key, second.value.key, line.execution_rate.key)
        equation = f"settlement / budget × 100 of {line.name}"
        made.append(Relation("execution_rate", line.table_id, keys, equation, is_labelled=True))
    return rounded_as_printed(made, _values(lines))


def supplementary(lines: Sequence[Line]) -> list[Relation]:
    """補正前 + 補正 = 補正後, for every line with a supplementary budget."""
    return [
        relation
        for (before, after), line in _chosen(lines, _has_supplement, _supplement_holds, _in_order)
        if (relation := _supplement(line, before, after)) is not None
    ]


def rounded_as_printed(relations: Sequence[Relation], values: Mapping[Key, Value]) -> list[Relation]:
    """The relations with the rounding that most of them keep: half up, cut off, or up."""

    def kept(rounding: str) -> int:
        return sum(judged(replace(r, rounding=rounding), values) is Verdict.PROVED for r in relations)

    if not relations:
        return []
    usual = kept("half_up")
    if 10 * usual >= 9 * len(relations):
        return list(relations)
    best = max(ROUNDINGS, key=lambda rounding: (kept(rounding), rounding == "half_up"))
    return [replace(r, rounding=best) for r in relations] if kept(best) > usual + 1 else list(relations)


def _values(lines: Sequence[Line]) -> dict[Key, Value]:
    return {value.key: value for line in lines for value in values_of(line)}


def values_of(line: Line) -> list[Value]:
    """All figures of a line: amounts, change, rates, and those that only tell of them."""
    own = (line.change, line.ratio, line.execution_rate, line.share)
    checks = (check.value for check in line.checks)
    return [
        *(amount.value for amount in line.amounts),
        *(value for value in own if value is not None),
        *checks,
    ]


def _change(line: Line, this: Slot, last: Slot) -> Relation | None:
    found = wholes(line)
    first, second = found.get(this), found.get(last)
    if line.change is None or (first is None and second is None):
        return None
    terms = [(amount.value, sign) for amount, sign in ((first, 1), (second, -1)) if amount is not None]
    return Relation(
        "change",
        line.table_id,
        (*(value.key for value, _ in terms), line.change.key),
        f"this − last = change of {line.name}",
        (*(sign for _, sign in terms), -1),
        slack=slack_of([value for value, _ in terms] + [line.change]),
        is_labelled=True,
    )


def _supplement(line: Line, before: Slot, after: Slot) -> Relation | None:
    found = wholes(line)
    first, second = found.get(before), found.get(after)
    if len(found) > MOST_WHOLES or second is None:
        return None
    ways = _extras(line)
    start = first.value.number if first is not None else Decimal(0)
    extra = next((way for way in ways if _reaches(start, way, second.value.number)), ways[0] if ways else [])
    if not extra:
        return None
    terms = [*([(first, 1)] if first is not None else []), *((amount, 1) for amount in extra), (second, -1)]
    return Relation(
        "supplementary",
        line.table_id,
        tuple(amount.value.key for amount, _ in terms),
        f"before + supplementary = after of {line.name}",
        tuple(sign for _, sign in terms),
        slack=slack_of([amount.value for amount, _ in terms]),
        is_labelled=True,
    )


def slack_of(values: Sequence[Value]) -> Decimal:
    """How far a sum may be off when its terms are rounded to thousands or millions; 0 for yen."""
    step = max((value.step for value in values), default=Decimal(0))
    return step * max(1, len(values) // 2) if step > 1 else Decimal(0)


def _chosen(
    lines: Sequence[Line], has: Has, holds: Holds, default: Default
) -> Iterable[tuple[tuple[Slot, Slot], Line]]:
    """Each line that has the figure, with the pair of amounts that the figure of its table compares."""
    tables = {table: [line for line in held if has(line)] for table, held in by_table(lines).items()}
    votes = {table: _votes(held, holds) for table, held in tables.items() if held}
    whole: Counter[tuple[Slot, Slot]] = Counter()
    for counts in votes.values():
        whole.update(counts)
    for table, counts in votes.items():
        held = tables[table]
        slots = list(dict.fromkeys(slot for line in held for slot in wholes(line)))[:MOST_WHOLES]
        usual = default(slots)
        pairs = list(permutations(slots, 2)) or [(slot, slot) for slot in slots]
        if not pairs:
            continue
        best = max(pairs, key=lambda pair: (counts[pair], whole[pair], pair == usual))
        if counts[best] or whole[best] or best == usual:
            yield from ((best, line) for line in held)


def _votes(lines: Sequence[Line], holds: Holds) -> Counter[tuple[Slot, Slot]]:
    counts: Counter[tuple[Slot, Slot]] = Counter()
    for line in lines:
        found = wholes(line)
        for pair in permutations(list(found)[:MOST_WHOLES], 2):
            if holds(line, found[pair[0]].value, found[pair[1]].value):
                counts[pair] += 1
    return counts


def _has_change(line: Line) -> bool:
    return line.change is not None


def _has_ratio(line: Line) -> bool:
    return line.ratio is not None


def _has_execution(line: Line) -> bool:
    return line.execution_rate is not None


def _has_supplement(line: Line) -> bool:
    return any(amount.kind == "supplementary" and not amount.component for amount in line.amounts)


def _change_holds(line: Line, this: Value, last: Value) -> bool:
    told = line.change.number if line.change else None
    if told is None or this.number is None or last.number is None:
        return False
    return told == this.number - last.number


def _ratio_holds(line: Line, this: Value, last: Value) -> bool:
    return line.ratio is not None and _rate_holds(this, last, line.ratio, line.ratio_kind == "growth")


def _execution_holds(line: Line, this: Value, last: Value) -> bool:
    return line.execution_rate is not None and _rate_holds(this, last, line.execution_rate, False)


def _rate_holds(this: Value, last: Value, rate: Value, growth: bool) -> bool:
    relation = Relation("", "", (this.key, last.key, rate.key), "", form="growth" if growth else "ratio")
    values = {value.key: value for value in (this, last, rate)}
    return (
        len(values) == 3 and not rate.is_dash and judged(relation, values) in (Verdict.PROVED, Verdict.NEAR)
    )


def _supplement_holds(line: Line, before: Value, after: Value) -> bool:
    extra = {a.value.key for a in line.amounts if a.kind == "supplementary"}
    if before.key in extra or after.key in extra:
        return False
    return any(_reaches(before.number, way, after.number) for way in _extras(line))


def _extras(line: Line) -> list[list[Amount]]:
    """The supplementary amounts of a line, one at a time as printed, then all together."""
    extra = [amount for slot, amount in wholes(line).items() if slot[1] == "supplementary"]
    return [*([amount] for amount in extra), *([extra] if len(extra) > 1 else [])]


def _reaches(start: Decimal | None, extra: Sequence[Amount], end: Decimal | None) -> bool:
    numbers = [start, *(amount.value.number for amount in extra)]
    known = [number for number in numbers if number is not None]
    return end is not None and len(known) == len(numbers) and sum(known) == end


def _latest(slots: Sequence[Slot]) -> tuple[Slot, Slot] | None:
    """The two latest years of one kind, the later first."""
    dated = sorted((slot for slot in slots if slot[0] is not None), key=lambda slot: -(slot[0] or 0))
    pairs = [(a, b) for a in dated for b in dated if (a[0] or 0) > (b[0] or 0)]
    same = [pair for pair in pairs if pair[0][1] == pair[1][1]]
    best = same or pairs
    return best[0] if best else None


def _settled(slots: Sequence[Slot]) -> tuple[Slot, Slot] | None:
    pairs = [
        (a, b) for a in slots for b in slots if a[0] == b[0] and a[1] == "settlement" and b[1] in BUDGETS
    ]
    return max(pairs, key=lambda pair: pair[0][0] or 0) if pairs else None


def _in_order(slots: Sequence[Slot]) -> tuple[Slot, Slot] | None:
    plain = [slot for slot in slots if slot[1] != "supplementary"]
    return (plain[0], plain[-1]) if len(plain) > 1 else None
