"""Evidence: every figure of a document with its status, and what was found against it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from normalize.money import YEN_IN
from normalize.width import fold
from quality.achievement import told_of_indicators
from quality.expenses import own_share, unspent
from quality.indicators import cumulative, percent_out_of_range, reprint, same_name, series
from quality.ledger import MONEY, IndicatorLine, Line
from quality.lines import change, execution_rate, ratio, supplementary, values_of
from quality.nesting import nested
from quality.partial import Elsewhere, without_partial_sums
from quality.parts import funds_and_costs, of_which
from quality.relations import (
    Key,
    Relation,
    Value,
    Verdict,
    fails,
    fulfilling,
    holds,
    is_second_print,
    judged,
    noticed,
)
from quality.repairs import Repair, Web, explanations, named_readings, repair_of, unread_repair
from quality.support import Unsupported, supported
from quality.totals import share, totals

LINE_WITNESSES = (
    *(change, ratio, execution_rate, supplementary, funds_and_costs, totals, share),
    *(of_which, nested, own_share, unspent),
)
INDICATOR_WITNESSES = (series, cumulative, told_of_indicators, reprint, same_name)
MOST_REPAIRS = 200


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A relation that does not hold: which figures can be wrong, and what they would have to be."""

    relation: Relation
    suspects: tuple[Key, ...]
    observed: str
    expected: str
    readings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the witnesses say of a document.

    `status` by figure: proved, read, corrected or doubtful. `rules` are those that proved a figure,
    `compared` those that looked at it, whether or not they could tell it from the next number.
    `witnessed` are figures whose error of one in the last printed place a witness would notice.
    `unchecked` names, by table, a figure of each sum that may have parts in another stretch of the document.
    """

    status: Mapping[Key, str]
    rules: Mapping[Key, tuple[str, ...]]
    witnessed: frozenset[Key]
    compared: Mapping[Key, tuple[str, ...]]
    values: Mapping[Key, Value]
    prints: Mapping[Key, str]
    repairs: tuple[Repair, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    unsupported: tuple[Unsupported, ...] = ()
    out_of_range: tuple[Value, ...] = field(default=())
    unchecked: Mapping[str, tuple[Key, ...]] = field(default_factory=dict)


def judge(
    lines: Sequence[Line],
    indicators: Sequence[IndicatorLine],
    *,
    repair: bool = True,
    recognised: Collection[str] = (),
    elsewhere: Elsewhere | None = None,
) -> Judgement:
    """The status of every figure; with `repair`, misread figures that arithmetic gives back are corrected.

    `recognised` are the ids of records read from pictures: the same shape is misread alike wherever it is
    printed, so a second print of a number proves nothing of them, only a sum or a quotient of others.
    `elsewhere`: there are more lines in other stretches of the document (None: these are all).
    """
    values: dict[Key, Value] = {value.key: value for line in lines for value in values_of(line)}
    for indicator in indicators:
        values.update({reading.value.key: reading.value for reading in indicator.readings})
        values.update({check.value.key: check.value for check in indicator.checks})
    prints = {key: value.text for key, value in values.items()}
    made = [relation for witness in LINE_WITNESSES for relation in witness(lines)]
    made += [relation for witness in INDICATOR_WITNESSES for relation in witness(indicators)]
    kept = supported(made, values)
    unchecked: Mapping[str, tuple[Key, ...]] = {}
    if elsewhere is not None:
        kept, unchecked = without_partial_sums(kept, lines, values, elsewhere)
    web = Web(kept.relations, values)
    repairs = _repaired(web) if repair else ()
    contradictions = tuple(_contradiction(web, r) for r in web.relations if fails(web.verdict(r)))
    rules: dict[Key, list[str]] = {}
    witnessed: set[Key] = set()
    compared: dict[Key, list[str]] = {}
    for relation in web.relations:
        verdict = judged(relation, web.values)
        if verdict is not Verdict.SILENT:
            for key in relation.keys:
                compared.setdefault(key, []).append(relation.rule)
        if holds(verdict):
            second_print = is_second_print(relation, web.values)
            for key in noticed(relation, web.values):
                if second_print and key[1] in recognised:
                    continue
                rules.setdefault(key, []).append(relation.rule)
                witnessed.add(key)
    odd = tuple(percent_out_of_range(indicators))
    corrected = {value.key for done in repairs for value in done.values}
    doubtful = {key for found in contradictions for key in found.suspects} | {value.key for value in odd}
    status = {
        key: "doubtful"
        if key in doubtful or value.is_unread
        else "corrected"
        if key in corrected
        else "proved"
        if key in rules
        else "read"
        for key, value in web.values.items()
    }
    return Judgement(
        status,
        {key: tuple(dict.fromkeys(found)) for key, found in rules.items()},
        frozenset(witnessed),
        {key: tuple(dict.fromkeys(found)) for key, found in compared.items()},
        web.values,
        prints,
        repairs,
        contradictions,
        kept.unsupported,
        odd,
        unchecked,
    )


def as_printed(value: Value, number: Decimal) -> str:
    """A number in the unit of a figure's print, with commas: 15,291 for yen printed in thousands."""
    scale = YEN_IN.get(fold(value.unit), 1) if value.key[2] in MONEY else 1
    return f"{(number / scale).normalize():,f}"


def _repaired(web: Web) -> tuple[Repair, ...]:
    """Repairs one after the other, as each may prove the neighbours of the next; none is made twice."""
    done: list[Repair] = []
    touched: set[Key] = set()
    again = True
    while again and len(done) < MOST_REPAIRS:
        again = False
        unread = [key for key, value in web.values.items() if value.is_unread]
        broken = [relation for relation in web.relations if fails(web.verdict(relation))]
        for found in (*(unread_repair(web, key) for key in unread), *(repair_of(web, r) for r in broken)):
            if found is None or touched & {value.key for value in found.values}:
                continue
            if not web.fit({value.key: value for value in found.values}):
                continue
            web.values.update({value.key: value for value in found.values})
            touched |= {value.key for value in found.values}
            done.append(found)
            again = True
    return tuple(done)


def _contradiction(web: Web, relation: Relation) -> Contradiction:
    suspects = tuple(found.key for found in explanations(web, relation))
    last = web.values[relation.keys[-1] if relation.rule != "total" else relation.keys[0]]
    wanted = fulfilling(relation, web.values, last.key)
    return Contradiction(
        relation,
        suspects or relation.keys,
        last.text,
        "" if wanted is None else as_printed(last, wanted),
        tuple(named_readings(web, relation)),
    )
