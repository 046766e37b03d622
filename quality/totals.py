"""Witnesses over the lines of a table: rows that sum others (小計, 合計), shares of the total (構成比)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from quality.ledger import Line
from quality.lines import rounded_as_printed, slack_of, values_of, wholes
from quality.nesting import OF_WHICH, Column, columns_of, headings
from quality.relations import Key, Relation, Value, Verdict, judged

FEW_LINES = 3
"""Lines that may add up to a total by chance in one column."""

MOST_LINES = 5000
"""Lines into a document up to which a total may be for all of it: a search over all would not end."""

Sums = dict[Column, Relation]


def totals(lines: Sequence[Line]) -> list[Relation]:
    """小計, 計, 合計 = the sum of the lines that they are for, column by column.

    Which lines these are is not printed: those of the group, since the last total, all above, the
    totals above … The reading for which most columns add up is taken; where none does, the one that the
    other totals of the document keep, else the row says nothing. A row named like a total that sums
    nothing (投資的経費) may itself be one of the lines of a later one.
    """
    values = {value.key: value for line in lines for value in values_of(line)}
    parts = {part for heading in headings(lines) for part in heading.parts}
    parts |= {index for index, line in enumerate(lines) if OF_WHICH.match(line.name)}
    found = _found(lines, values, parts, frozenset())
    idle = frozenset(index for index, sums in found.items() if not _adds_up(sums.values(), values))
    idle |= {index for index, line in enumerate(lines) if line.is_total and index not in found}
    if idle:
        anew = _found(lines, values, parts, idle)
        counted = {
            relation_key
            for sums in anew.values()
            if _adds_up(sums.values(), values)
            for relation in sums.values()
            for relation_key in relation.keys[1:]
        }
        plain = {i for i in idle if any(v.key in counted for v in columns_of(lines[i]).values())}
        found = {i: sums for i, sums in anew.items() if i not in plain}
    return [relation for sums in found.values() for relation in _complete(sums, values)]


def _found(
    lines: Sequence[Line],
    values: Mapping[Key, Value],
    parts: Collection[int],
    idle: Collection[int],
) -> dict[int, Sums]:
    """The sums of each total that are kept, by its place; with `idle` totals counted as lines."""
    made: dict[int, dict[str, Sums]] = {}
    votes: Counter[str] = Counter()
    for index, line in enumerate(lines):
        if not line.is_total:
            continue
        ways = {
            name: _sums(line, [lines[i] for i in span], name, f"{index} {name}")
            for name, span in _spans(lines, index, parts, idle)
            if span
        }
        if index in idle:
            ways |= _differences(lines, index)
        made[index] = ways
        votes.update(name for name, sums in ways.items() if _adds_up(sums.values(), values))
    found: dict[int, Sums] = {}
    for index, ways in made.items():
        if not ways:
            continue
        best = max(ways, key=lambda name: (_score(ways[name].values(), values), votes[name]))
        strong, holds = _score(ways[best].values(), values)
        is_long = any(len(relation.keys) > FEW_LINES for relation in ways[best].values())
        if (
            _adds_up(ways[best].values(), values)
            or (strong and is_long)
            or (holds == 0 and votes[best] and index not in idle)
        ):
            found[index] = ways[best]
    return found


def _complete(sums: Sums, values: Mapping[Key, Value]) -> list[Relation]:
    """The sums without budgets before and after, where only the lines that a 補正 changes are listed.

    Then the 補正額 adds up, and the budgets miss one and the same amount: that of the lines not listed.
    """
    short = {
        column: sum((c * (values[k].number or 0) for c, k in zip(r.coefficients, r.keys, strict=True)), 0)
        for column, r in sums.items()
        if judged(r, values) is Verdict.CONTRADICTED
    }
    listed = any(column[1] == "supplementary" and column not in short for column in sums)
    only_budgets = all(column[1] == "current_budget" for column in short)
    if listed and only_budgets and len(set(short.values())) == 1:
        return [r for column, r in sums.items() if column not in short]
    return list(sums.values())


def share(lines: Sequence[Line]) -> list[Relation]:
    """構成比 = amount / total × 100, where the total is a row of the table; together they are its 構成比.

    Where the printed shares make exactly 100, single ones have been adjusted by one in the last place
    (端数調整): such a one is no contradiction, and proves nothing.
    """
    values = {value.key: value for line in lines for value in values_of(line)}
    made: list[Relation] = []
    for table in dict.fromkeys(line.table_id for line in lines):
        held = [line for line in lines if line.table_id == table]
        ways = [_shares(held, total, slot) for total in held if total.is_total for slot in wholes(total)]
        if ways:
            best: list[Relation] = max(ways, key=lambda way: _score(way, values))
            made.extend(rounded_as_printed(best, values))
    parts = {part for heading in headings(lines) for part in heading.parts}
    sums = [r for r in _share_sums(lines, parts) if judged(r, values) is Verdict.PROVED]
    adjusted = {relation.scope for relation in sums}
    steps = {line.share.key: line.share.step for line in lines if line.share is not None}
    return [
        *(replace(r, slack=steps[r.keys[-1]], tolerant=True) if r.scope in adjusted else r for r in made),
        *sums,
    ]


def _share_sums(lines: Sequence[Line], parts: Collection[int]) -> Iterator[Relation]:
    """The share of each total = the shares of the lines above it that are no parts of others."""
    for index, total in enumerate(lines):
        if not total.is_total or total.share is None:
            continue
        held = [(i, line) for i, line in enumerate(lines[:index]) if line.table_id == total.table_id]
        plain = [line for i, line in held if i not in parts and not OF_WHICH.match(line.name)]
        for terms in ([line for line in plain if not line.is_total], plain):
            shares = [line.share for line in terms if line.share is not None]
            if len(shares) > 1:
                yield Relation(
                    "share",
                    total.table_id,
                    (total.share.key, *(value.key for value in shares)),
                    f"share of {total.name} = the sum of {len(shares)} shares",
                    (-1, *(1 for _ in shares)),
                    slot="sum",
                )


def _spans(
    lines: Sequence[Line], index: int, parts: Collection[int], idle: Collection[int]
) -> Iterator[tuple[str, list[int]]]:
    """The ways in which a total may be meant, each with the lines that it would sum, by their places."""
    total = lines[index]
    start = next((i for i, line in enumerate(lines) if line.table_id == total.table_id), index)
    sums = [i for i, line in enumerate(lines[:index]) if line.is_total and i not in idle]
    earlier = [i for i in sums if i >= start]
    last = earlier[-1] + 1 if earlier else start
    above = [i for i in range(start, index) if i not in earlier and not OF_WHICH.match(lines[i].name)]
    if total.group:
        held = [i for i, line in enumerate(lines) if line.table_id == total.table_id and not line.is_total]
        yield "group", [i for i in held if lines[i].group == total.group]
    yield "since the last total", [i for i in above if i >= last]
    yield "all above", above
    yield "totals above", earlier
    yield "totals above and the rest", [i for i in range(start, index) if i >= last or i in earlier]
    yield "ungrouped and totals", [i for i in range(start, index) if i in earlier or not lines[i].group]
    if parts:
        yield "lines that are no parts", [i for i in above if i not in parts]
        yield "since the last total, no parts", [i for i in above if i >= last and i not in parts]
        yield (
            "totals above and the rest, no parts",
            [i for i in range(start, index) if i in earlier or (i >= last and i not in parts)],
        )
    if earlier:
        block = earlier[-2] + 1 if len(earlier) > 1 else start
        yield "last block and the rest", [i for i in above if i >= block]
    if index < MOST_LINES:
        counted = set(sums)
        yield "all of the document above", [i for i in range(index) if i not in counted]
        yield "totals of the document", sums
    if len(sums) > 1:
        yield "last two totals", sums[-2:]
    below = range(index + 1, len(lines))
    end = next((i for i in below if lines[i].is_total or lines[i].table_id != total.table_id), len(lines))
    yield "below", list(range(index + 1, end))


def _differences(lines: Sequence[Line], index: int) -> dict[str, Sums]:
    """収支差引 = 歳入計 − 歳出計: the last total but one less the last one."""
    before = [i for i in range(index) if lines[i].is_total]
    if len(before) < 2:
        return {}
    first, second = columns_of(lines[before[-2]]), columns_of(lines[before[-1]])
    made: Sums = {}
    for column, value in columns_of(lines[index]).items():
        if column in first and column in second:
            terms = [value, first[column], second[column]]
            made[column] = Relation(
                "total",
                lines[index].table_id,
                tuple(term.key for term in terms),
                f"{lines[index].name} = {lines[before[-2]].name} − {lines[before[-1]].name}",
                (-1, 1, -1),
                slack=slack_of(terms),
                is_labelled=True,
                slot=f"{index} difference",
            )
    return {"difference": made}


def _sums(total: Line, span: Sequence[Line], name: str, slot: str) -> Sums:
    made: Sums = {}
    lines = [columns_of(line) for line in span]
    for column, value in columns_of(total).items():
        parts = [line[column] for line in lines if column in line]
        # '-' for the change of a new project is no 0: the total counts what it stands for.
        if parts and not (column == "change" and any(part.is_dash for part in parts)):
            made[column] = Relation(
                "total",
                total.table_id,
                (value.key, *(part.key for part in parts)),
                f"{total.name} = the sum of {len(parts)} lines ({name})",
                (-1, *(1 for _ in parts)),
                slack=slack_of([value, *parts]),
                is_labelled=True,
                slot=slot,
            )
    return made


def _score(relations: Collection[Relation], values: Mapping[Key, Value]) -> tuple[int, int]:
    """How many hold with figures that are not all 0 (or are off by rounding), then how many hold."""
    verdicts = [(judged(r, values), any(values[key].number for key in r.keys)) for r in relations]
    good = (Verdict.PROVED, Verdict.NEAR)
    return (
        sum(verdict in good and is_any for verdict, is_any in verdicts),
        sum(verdict is Verdict.PROVED for verdict, _ in verdicts),
    )


def _adds_up(relations: Collection[Relation], values: Mapping[Key, Value]) -> bool:
    strong = _score(relations, values)[0]
    fails = sum(judged(r, values) is Verdict.CONTRADICTED for r in relations)
    return strong > 0 and strong >= fails


def _shares(lines: Sequence[Line], total: Line, slot: tuple[int | None, str, int]) -> list[Relation]:
    whole = wholes(total)[slot].value
    made: list[Relation] = []
    for line in lines:
        part = wholes(line).get(slot)
        if line.share is not None and part is not None and part.value.key != whole.key:
            made.append(
                Relation(
                    "share",
                    line.table_id,
                    (part.value.key, whole.key, line.share.key),
                    f"amount / {total.name} × 100 of {line.name}",
                    is_labelled=True,
                )
            )
    return made
