"""Witnesses over the lines of a table: rows that sum others (小計, 合計), shares of the total (構成比)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from quality.ledger import Line
from quality.lines import rounded_as_printed, slack_of, values_of, wholes
from quality.relations import Key, Relation, Value, Verdict, judged

Column = tuple[int | None, str, str, int] | str
"""What a column of figures is for: year, kind, component and which of several; or 'change'."""


FEW_LINES = 3
"""Lines that may add up to a total by chance in one column."""


def totals(lines: Sequence[Line]) -> list[Relation]:
    """小計, 計, 合計 = the sum of the lines that they are for, column by column.

    Which lines these are is not printed: those of the group, since the last total, all above, the
    totals above … The reading for which most columns add up is taken; where none does, the one that the
    other totals of the document keep, else the row says nothing.
    """
    values = {value.key: value for line in lines for value in values_of(line)}
    made: dict[int, dict[str, list[Relation]]] = {}
    votes: Counter[str] = Counter()
    for index, line in enumerate(lines):
        if not line.is_total:
            continue
        made[index] = {
            name: _sums(line, span, name, f"{index} {name}") for name, span in _spans(lines, index) if span
        }
        votes.update(name for name, sums in made[index].items() if _adds_up(sums, values))
    found: list[Relation] = []
    for ways in made.values():
        if not ways:
            continue
        best = max(ways, key=lambda name: (_score(ways[name], values), votes[name]))
        strong, holds = _score(ways[best], values)
        is_long = any(len(relation.keys) > FEW_LINES for relation in ways[best])
        if _adds_up(ways[best], values) or (strong and is_long) or (holds == 0 and votes[best]):
            found.extend(ways[best])
    return found


def share(lines: Sequence[Line]) -> list[Relation]:
    """構成比 = amount / total × 100, where the total is a row of the table."""
    values = {value.key: value for line in lines for value in values_of(line)}
    made: list[Relation] = []
    for table in dict.fromkeys(line.table_id for line in lines):
        held = [line for line in lines if line.table_id == table]
        ways = [_shares(held, total, slot) for total in held if total.is_total for slot in wholes(total)]
        if ways:
            best: list[Relation] = max(ways, key=lambda way: _score(way, values))
            made.extend(best)
    return rounded_as_printed(made, values)


def _spans(lines: Sequence[Line], index: int) -> Iterator[tuple[str, list[Line]]]:
    """The ways in which a total may be meant, each with the lines that it would sum."""
    total = lines[index]
    start = next((i for i, line in enumerate(lines) if line.table_id == total.table_id), index)
    above = lines[start:index]
    earlier = [i for i, line in enumerate(above) if line.is_total]
    last = earlier[-1] + 1 if earlier else 0
    plain = [line for line in above if not line.is_total]
    if total.group:
        held = [line for line in lines if line.table_id == total.table_id and not line.is_total]
        yield "group", [line for line in held if line.group == total.group]
    yield "since the last total", [line for line in above[last:] if not line.is_total]
    yield "all above", plain
    yield "totals above", [above[i] for i in earlier]
    yield "totals above and the rest", [line for i, line in enumerate(above) if i >= last or line.is_total]
    yield "ungrouped and totals", [line for line in above if line.is_total or not line.group]
    if earlier:
        block = earlier[-2] + 1 if len(earlier) > 1 else 0
        yield "last block and the rest", [line for line in above[block:] if not line.is_total]
    yield "all of the document above", [line for line in lines[:index] if not line.is_total]
    totals_before = [i for i, line in enumerate(lines[:index]) if line.is_total]
    yield "totals of the document", [lines[i] for i in totals_before]
    if len(totals_before) > 1:
        yield "last two totals", [lines[i] for i in totals_before[-2:]]
    below = lines[index + 1 :]
    end = next(
        (i for i, line in enumerate(below) if line.is_total or line.table_id != total.table_id), len(below)
    )
    yield "below", list(below[:end])


def _columns(line: Line) -> dict[Column, Value]:
    found: dict[Column, Value] = {}
    seen: Counter[tuple[int | None, str, str]] = Counter()
    for amount in line.amounts:
        place = (amount.year, amount.kind, amount.component)
        found[(*place, seen[place])] = amount.value
        seen[place] += 1
    if line.change is not None:
        found["change"] = line.change
    return found


def _sums(total: Line, span: Sequence[Line], name: str, slot: str) -> list[Relation]:
    made: list[Relation] = []
    lines = [_columns(line) for line in span]
    for column, value in _columns(total).items():
        parts = [line[column] for line in lines if column in line]
        # '-' for the change of a new project is no 0: the total counts what it stands for.
        if parts and not (column == "change" and any(part.is_dash for part in parts)):
            made.append(
                Relation(
                    "total",
                    total.table_id,
                    (value.key, *(part.key for part in parts)),
                    f"{total.name} = the sum of {len(parts)} lines ({name})",
                    (-1, *(1 for _ in parts)),
                    slack=slack_of([value, *parts]),
                    is_labelled=True,
                    slot=slot,
                )
            )
    return made


def _score(relations: Sequence[Relation], values: Mapping[Key, Value]) -> tuple[int, int]:
    """How many hold with figures that are not all 0 (or are off by rounding), then how many hold."""
    verdicts = [(judged(r, values), any(values[key].number for key in r.keys)) for r in relations]
    good = (Verdict.PROVED, Verdict.NEAR)
    return (
        sum(verdict in good and is_any for verdict, is_any in verdicts),
        sum(verdict is Verdict.PROVED for verdict, _ in verdicts),
    )


def _adds_up(relations: Sequence[Relation], values: Mapping[Key, Value]) -> bool:
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
