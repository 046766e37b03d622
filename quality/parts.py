"""Witnesses within one expense: sources of funds and cost parts that sum to it.

財源内訳 and cost tables say of what an amount is made, but seldom which lines belong together and
whether they are complete. The document decides: only a grouping that adds up where it is printed counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quality.ledger import Amount, Line
from quality.lines import slack_of
from quality.relations import Relation

Part = tuple[str, int]
"""A component and which of several of that name."""

_OF_WHICH = re.compile(r"^[(（]?\s*(?:うち|内[、,]|内訳)")
_SUM_WORD = re.compile(r"^総|トータル|(?:計|総額|コスト|総費用)$")
MOST_PARTS = 26


@dataclass(frozen=True, slots=True)
class Grouping:
    """`parts` sum to `whole`; empty parts stand for all other components of the expense.

    With `home`, for those printed in the table of the whole ('same') or in another one ('other'): the
    funds beside an expense, and the table of its items below.
    """

    whole: Part
    parts: tuple[Part, ...]
    home: str = ""


def funds_and_costs(lines: Sequence[Line]) -> list[Relation]:
    """財源内訳 and 経費内訳 = the expense of the same year and kind (うち… are parts of parts)."""
    expenses = [(line, parts) for line in lines for parts in _expenses(line)]
    made: list[Relation] = []
    for grouping in _kept_groupings(expenses):
        for line, parts in expenses:
            terms = _terms(grouping, parts)
            if terms is not None and not _is_rest_unlisted(terms):
                made.append(_relation(line, grouping, terms))
    return made


def _is_rest_unlisted(terms: Sequence[Amount]) -> bool:
    """Whether only main items are listed (主な内訳) and they leave something over."""
    whole, *rest = (term.value.number or Decimal(0) for term in terms)
    return any(term.is_main for term in terms[1:]) and sum(rest) < whole


def of_which(lines: Sequence[Line]) -> list[Relation]:
    """うち特定財源 + うち一般財源 = the amount before them, where they make up all of it in most places."""
    made = [(line, terms) for line in lines for terms in _with_parts(line)]
    if not made or 2 * sum(_adds_up(terms) for _, terms in made) < len(made):
        return []
    return [_relation(line, Grouping((terms[0].component, 0), ()), terms) for line, terms in made]


def _with_parts(line: Line) -> list[list[Amount]]:
    """Each amount of a line that several うち… follow, with these."""
    found: list[list[Amount]] = []
    expenses: dict[tuple[int | None, str], list[Amount]] = {}
    for amount in line.amounts:
        expenses.setdefault((amount.year, amount.kind), []).append(amount)
    for amounts in expenses.values():
        terms: list[Amount] = []
        for amount in amounts:
            if _OF_WHICH.match(amount.component):
                terms.append(amount)
            else:
                found.append(terms)
                terms = [amount]
        found.append(terms)
    return [terms for terms in found if len(terms) > 2 and not _OF_WHICH.match(terms[0].component)]


def _adds_up(terms: Sequence[Amount]) -> bool:
    whole, *rest = (term.value.number for term in terms)
    known = [number for number in rest if number]
    if whole is None or any(number is None for number in rest):
        return False
    return len(known) > 1 and sum(known) == whole


def _expenses(line: Line) -> list[dict[Part, Amount]]:
    """The amounts of a line by year and kind, each by component."""
    found: dict[tuple[int | None, str], dict[Part, Amount]] = {}
    for amount in line.amounts:
        if _OF_WHICH.match(amount.component):
            continue
        parts = found.setdefault((amount.year, amount.kind), {})
        number = sum(name == amount.component for name, _ in parts)
        parts[(amount.component, number)] = amount
    return [parts for parts in found.values() if 1 < len(parts) <= MOST_PARTS]


def _kept_groupings(expenses: Sequence[tuple[Line, dict[Part, Amount]]]) -> list[Grouping]:
    holds: Counter[Grouping] = Counter()
    strong: Counter[Grouping] = Counter()
    solid: Counter[Grouping] = Counter()
    fails: Counter[Grouping] = Counter()
    candidates = dict.fromkeys(g for _, parts in expenses for g in _candidates(parts))
    for grouping in candidates:
        for _, parts in expenses:
            terms = _terms(grouping, parts)
            if terms is None or any(term.value.number is None for term in terms):
                continue
            whole, *rest = (term.value.number or Decimal(0) for term in terms)
            if sum(rest) == whole:
                holds[grouping] += 1
                strong[grouping] += sum(1 for number in rest if number) > 1
                solid[grouping] += whole != 0
            elif abs(sum(rest) - whole) > slack_of([term.value for term in terms]):
                fails[grouping] += 1
    kept: list[Grouping] = []
    for grouping in sorted(candidates, key=lambda g: (-holds[g], fails[g], bool(g.parts), -len(g.parts))):
        # One part that equals the whole is chance once, not three times.
        enough = (strong[grouping] or solid[grouping] > 2) and holds[grouping] >= 2 * fails[grouping]
        used = _used(grouping, expenses)
        taken = {part for other in kept if other.whole == grouping.whole for part in _used(other, expenses)}
        if enough and not taken & used and not (_is_nested(grouping) and fails[grouping]):
            kept.append(grouping)
    return kept


def _used(grouping: Grouping, expenses: Sequence[tuple[Line, dict[Part, Amount]]]) -> set[Part]:
    return {part for _, parts in expenses for part in _members(grouping, parts)}


def _candidates(parts: dict[Part, Amount]) -> list[Grouping]:
    """What may sum to what: runs of neighbours, everything, a total and what is added to it, a rest."""
    order = list(parts)
    sums = [part for part in order if part[0] == "" or _SUM_WORD.search(part[0])]
    found: list[Grouping] = []
    for whole in sums:
        found.append(Grouping(whole, ()))
        if len({amount.table_id for amount in parts.values()}) > 1:
            found += [Grouping(whole, (), home) for home in ("same", "other")]
        rest = [part for part in order if part != whole]
        for start in range(len(rest)):
            for end in range(start + 1, len(rest) + 1):
                run = tuple(rest[start:end])
                if order.index(run[-1]) - order.index(run[0]) in (len(run) - 1, len(run)):
                    found.append(Grouping(whole, run))
        for base in sums:
            if base != whole:
                found.extend(Grouping(whole, (base, part)) for part in rest if part not in sums)
    for start, whole in enumerate(order):
        for end in range(start + 2, len(order) + 1):
            nested = Grouping(whole, tuple(order[start + 1 : end]))
            if _is_nested(nested):
                found.append(nested)
    return found


def _is_nested(grouping: Grouping) -> bool:
    """Whether the parts end with the rest of the whole by its name: 委託料 + その他物件費 = 物件費."""
    name = grouping.whole[0]
    return bool(name and grouping.parts) and grouping.parts[-1][0].endswith(name)


def _members(grouping: Grouping, parts: dict[Part, Amount]) -> list[Part]:
    """The parts of a grouping that one expense prints."""
    if grouping.parts:
        return [part for part in grouping.parts if part in parts]
    whole = parts.get(grouping.whole)
    others = [part for part in parts if part != grouping.whole and part[0]]
    if not grouping.home or whole is None:
        return others
    at_home = grouping.home == "same"
    return [part for part in others if (parts[part].table_id == whole.table_id) == at_home]


def _terms(grouping: Grouping, parts: dict[Part, Amount]) -> list[Amount] | None:
    """The whole and its parts in one expense; a part that is not printed is 0. None: it says nothing."""
    whole = parts.get(grouping.whole)
    found = [parts[part] for part in _members(grouping, parts)]
    return [whole, *found] if whole is not None and found else None


def _relation(line: Line, grouping: Grouping, terms: Sequence[Amount]) -> Relation:
    names = " + ".join(term.component or "expense" for term in terms[1:])
    year = f" {terms[0].year}" if terms[0].year else ""
    return Relation(
        "parts",
        line.table_id,
        tuple(term.value.key for term in terms),
        f"{names} = {grouping.whole[0] or 'expense'}{year} of {line.name}",
        (-1, *(1 for _ in terms[1:])),
        slack=slack_of([term.value for term in terms]),
        slot=repr(grouping),
    )
