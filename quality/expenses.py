"""Witnesses printed beside amounts: 受益者負担率 of what users pay, 不用額 of budget and settlement.

Both stand in columns or rows that are no amounts of the project. What they compare is decided by the
document: of the columns that could be meant, those for which most of its figures hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quality.ledger import Amount, Check, Line
from quality.lines import BUDGETS, rounded_as_printed, slack_of, values_of
from quality.relations import Relation, Verdict, judged

USERS = "受益者"
"""What users pay has this in its name wherever a form prints 受益者負担率."""


def own_share(lines: Sequence[Line]) -> list[Relation]:
    """受益者負担率 = what users pay / the expense of the same year and kind × 100."""
    values = {value.key: value for line in lines for value in values_of(line)}
    made: list[Relation] = []
    for line in lines:
        for check in line.checks:
            whole, part = _amount(line, check, ""), _amount(line, check, USERS)
            if check.tells == "own_share" and not check.value.is_dash and whole and part:
                made.append(
                    Relation(
                        "own_share",
                        line.table_id,
                        (part.value.key, whole.value.key, check.value.key),
                        f"{part.component} / expense × 100 of {line.name}",
                        is_labelled=True,
                    )
                )
    return rounded_as_printed(made, values)


def unspent(lines: Sequence[Line]) -> list[Relation]:
    """不用額 = budget − settlement (− what is carried over, 翌年度繰越額), of the same year."""
    asked = [(line, check) for line in lines for check in line.checks if check.tells == "unspent"]
    values = {value.key: value for line in lines for value in values_of(line)}
    votes: Counter[str] = Counter()
    for line, check in asked:
        for kind in BUDGETS:
            relation = _unspent(line, check, kind)
            votes[kind] += relation is not None and judged(relation, values) is Verdict.PROVED
    best = max(BUDGETS, key=lambda kind: votes[kind])
    return [relation for line, check in asked if (relation := _unspent(line, check, best)) is not None]


def _unspent(line: Line, check: Check, kind: str) -> Relation | None:
    wholes = [amount for amount in line.amounts if not amount.component]
    spent = [a for a in wholes if a.kind == "settlement" and check.year in (None, a.year)]
    if len(spent) != 1:
        return None
    budget = [a for a in wholes if a.kind == kind and a.year == spent[0].year]
    carried = [c.value for c in line.checks if c.tells == "carried_over" and c.year == check.year]
    if not budget or len(carried) > 1:
        return None
    terms = [budget[-1].value, spent[0].value, *carried, check.value]
    return Relation(
        "unspent",
        line.table_id,
        tuple(term.key for term in terms),
        f"budget − settlement{' − carried over' if carried else ''} = unspent of {line.name}",
        (1, *(-1 for _ in terms[1:])),
        slack=slack_of(terms),
        is_labelled=True,
    )


def _amount(line: Line, check: Check, component: str) -> Amount | None:
    """The one amount of the check's year and kind whose component has this in its name ('' = the whole)."""
    found = [
        amount
        for amount in line.amounts
        if (amount.year, amount.kind) == (check.year, check.kind or amount.kind)
        and (component in amount.component if component else not amount.component)
    ]
    return found[0] if len(found) == 1 else None
