"""Relations between figures: what arithmetic says of them, and which value would fulfil it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import Enum
from itertools import product
from typing import Literal

Key = tuple[str, str, str]
"""Names one figure: dataset, record id, column."""


class Verdict(Enum):
    """What a witness says; NEAR: off by no more than rounding of its terms explains."""

    PROVED = "proved"
    CONTRADICTED = "contradicted"
    NEAR = "near"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Value:
    """One figure as it was read. `number` is None where it is not known (unread) or says nothing.

    Amounts are in yen, rates in percent, KPI values as printed; a dash in a money table is 0. `step` is
    one unit of the last printed place. `unit` is what the print is in. `is_whole` says that the cell
    holds this figure only, so that its print may be read anew.
    """

    key: Key
    number: Decimal | None
    text: str
    step: Decimal
    unit: str = ""
    is_unread: bool = False
    is_dash: bool = False
    is_whole: bool = True


Form = Literal["ratio", "growth", "progress"]

ROUNDINGS = {"half_up": ROUND_HALF_UP, "down": ROUND_FLOOR, "up": ROUND_CEILING}


@dataclass(frozen=True, slots=True, eq=False)
class Relation:
    """One equation between figures of a document, made by a witness.

    Linear: the sum of `coefficients` times figures is 0. Quotient (no coefficients): the last of `keys`
    is a percentage, by `form` of this / last ('ratio'), (this − last) / last ('growth') or
    (this − start) / (end − start) ('progress'; keys this, end, start). `slack` is how far a linear one
    may be off when its terms are rounded, a percentage when it is adjusted. `equation` says in words what
    is compared. `is_labelled`: the labels say that it holds. `slot` groups those that stand or fall
    together. `tolerant`: silent when off by no more than that.
    """

    rule: str
    scope: str
    keys: tuple[Key, ...]
    equation: str
    coefficients: tuple[int, ...] = ()
    form: Form = "ratio"
    rounding: str = "half_up"
    slack: Decimal = Decimal(0)
    is_labelled: bool = False
    slot: str = ""
    tolerant: bool = False


Values = Mapping[Key, Value]


def judged(relation: Relation, values: Values) -> Verdict:
    """The verdict of one relation on the figures as they are in `values`."""
    terms = [values[key] for key in relation.keys]
    numbers = [term.number for term in terms]
    if any(number is None for number in numbers):
        return Verdict.SILENT
    known = [number for number in numbers if number is not None]
    if relation.rule == "change" and terms[-1].is_dash and any(term.is_dash for term in terms[:-1]):
        # '-' beside a '-' says that there is nothing to compare with, not that nothing changed.
        return Verdict.SILENT
    verdict = _linear(relation, known) if relation.coefficients else _quotient(relation, terms, known)
    return Verdict.SILENT if verdict is Verdict.NEAR and relation.tolerant else verdict


def holds(verdict: Verdict) -> bool:
    return verdict is Verdict.PROVED


def fails(verdict: Verdict) -> bool:
    return verdict in (Verdict.CONTRADICTED, Verdict.NEAR)


def _linear(relation: Relation, numbers: Sequence[Decimal]) -> Verdict:
    off = sum((c * n for c, n in zip(relation.coefficients, numbers, strict=True)), Decimal(0))
    if off == 0:
        return Verdict.PROVED
    return Verdict.NEAR if abs(off) <= relation.slack else Verdict.CONTRADICTED


def _quotient(relation: Relation, terms: Sequence[Value], numbers: Sequence[Decimal]) -> Verdict:
    *figures, rate = numbers
    if terms[-1].is_dash:
        if relation.form == "progress":
            return Verdict.SILENT
        # '-' or 皆増 stands where there is nothing to divide by, or nothing is left (皆減).
        return Verdict.CONTRADICTED if all(figures) else Verdict.PROVED
    exact = _percentage(relation.form, figures)
    if exact is None:
        return Verdict.SILENT
    if relation.form != "progress" and (figures[1] < 0 or figures[0] < 0):
        # What a rate of negative figures means is not agreed on; but 110.0 of ▲330 and 300 it cannot be.
        odd = relation.form == "ratio" and exact < 0 < rate
        return Verdict.CONTRADICTED if odd else Verdict.SILENT
    step = terms[-1].step
    nearest = _rounded(exact, step, relation.rounding)
    if nearest == rate:
        return Verdict.PROVED
    if abs(nearest - rate) <= relation.slack:
        return Verdict.NEAR
    if terms[0].step == 1:
        return Verdict.CONTRADICTED  # whole yen and counts are no rounded figures
    sides = product(
        *((figure - t.step / 2, figure + t.step / 2) for figure, t in zip(figures, terms, strict=False))
    )
    ends = [end for side in sides if (end := _percentage(relation.form, side)) is not None]
    if ends and min(ends) - step / 2 <= rate <= max(ends) + step / 2:
        return Verdict.NEAR
    return Verdict.CONTRADICTED


def _percentage(form: Form, figures: Sequence[Decimal]) -> Decimal | None:
    """The percentage of these figures before rounding, None where there is nothing to divide by."""
    if form == "progress":
        top, bottom = figures[0] - figures[2], figures[1] - figures[2]
    else:
        top, bottom = figures[0] - (figures[1] if form == "growth" else 0), figures[1]
    return 100 * top / bottom if bottom else None


def _rounded(number: Decimal, step: Decimal, rounding: str) -> Decimal:
    # Half up is by magnitude; cut off is towards zero.
    sign = -1 if number < 0 else 1
    return sign * abs(number).quantize(step, ROUNDINGS[rounding])


def fulfilling(relation: Relation, values: Values, key: Key) -> Decimal | None:
    """The number that `key` would have to be for the relation to hold; None where it says nothing.

    For a term of a quotient it is the one nearest to the printed rate in whole steps.
    """
    numbers = [values[k].number for k in relation.keys]
    place = relation.keys.index(key)
    others = [number for i, number in enumerate(numbers) if i != place]
    if any(number is None for number in others):
        return None
    known = [Decimal(0) if number is None else number for number in numbers]
    if relation.coefficients:
        rest = sum(
            (c * n for i, (c, n) in enumerate(zip(relation.coefficients, known, strict=True)) if i != place),
            Decimal(0),
        )
        return -rest / relation.coefficients[place]
    *figures, rate = known
    step = values[key].step
    if place == len(figures):
        exact = _percentage(relation.form, figures)
        return Decimal(0) if exact is None else _rounded(exact, step, relation.rounding)
    exact = _solved(relation.form, figures, rate / 100, place)
    return None if exact is None else (exact / step).quantize(Decimal(1)) * step


def _solved(form: Form, figures: Sequence[Decimal], rate: Decimal, place: int) -> Decimal | None:
    """The figure at `place` for which the quotient is `rate`."""
    if form == "progress":
        this, end, start = figures
        bottom = (1, rate, 1 - rate)[place]
        top = (start + rate * (end - start), rate * start + this - start, this - rate * end)[place]
        return top / bottom if bottom else None
    this, last = figures
    whole = rate + 1 if form == "growth" else rate
    if place == 0:
        return whole * last
    return this / whole if whole else None


def with_number(
    value: Value, number: Decimal | None, *, text: str | None = None, is_dash: bool = False
) -> Value:
    """The figure with another number, as if it had been printed so."""
    return replace(
        value, number=number, text=value.text if text is None else text, is_unread=False, is_dash=is_dash
    )


def noticed(relation: Relation, values: Values) -> tuple[Key, ...]:
    """The figures of a relation that holds which, one more or less in the last printed place, would break it.

    A sum notices any change of its terms; a percentage only those that its own rounding does not hide.
    """
    if relation.coefficients:
        weight: dict[Key, int] = {}
        for key, coefficient in zip(relation.keys, relation.coefficients, strict=True):
            weight[key] = weight.get(key, 0) + coefficient
        return tuple(key for key, coefficient in weight.items() if coefficient)
    return tuple(key for key in relation.keys if _is_noticed(relation, values, key))


def _is_noticed(relation: Relation, values: Values, key: Key) -> bool:
    value = values[key]
    if value.number is None:
        return False
    terms = {k: values[k] for k in relation.keys}
    moved = (with_number(value, value.number + side * value.step) for side in (-1, 1))
    return all(judged(relation, terms | {key: anew}) is not Verdict.PROVED for anew in moved)


def is_second_print(relation: Relation, values: Values) -> bool:
    """Whether a relation that holds only says one number twice, or that nothing is nothing."""
    numbers = [values[key].number for key in relation.keys]
    return bool(relation.coefficients) and sum(bool(number) for number in numbers) <= 2
