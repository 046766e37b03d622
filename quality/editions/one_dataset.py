"""The indicators, or the projects, of two editions compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quality.editions.changes import TIER_OF, Renamed, alone, pair_changes, regrouped, same_spelling
from quality.editions.comparison import Candidate, Change, Item, Pair, Regrouping, Renaming
from quality.editions.decisions import Decided
from quality.editions.evidence import reasons
from quality.editions.factors import conversion
from quality.editions.pairing import Match, Matching, match, pair_of
from quality.editions.points import points
from quality.editions.printed import Printed
from quality.editions.regrouping import Group, groups
from quality.editions.telling import number, tell
from quality.editions.words import spelled

MOST = 0.9
"""Share of the amounts of an edition that are printed in one unit when the table's unit is meant."""


@dataclass(frozen=True)
class Compared:
    """What the comparison of one dataset gives."""

    pairs: tuple[Pair, ...]
    regroupings: tuple[Regrouping, ...]
    changes: tuple[Change, ...]
    renamings: tuple[Renaming, ...]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class _Sides:
    """The items of both editions, and where each stands in them."""

    before: Sequence[Printed]
    after: Sequence[Printed]
    at: Mapping[str, int]
    there: Mapping[str, int]


def compare_items(before: Sequence[Item], after: Sequence[Item], known: Sequence[Decided]) -> Compared:
    """Pairs, mergers, splits and changes of the items of one dataset; `known` is decided by a person."""
    sides = _Sides(
        [Printed(item) for item in before],
        [Printed(item) for item in after],
        {item.item_id: number for number, item in enumerate(before)},
        {item.item_id: number for number, item in enumerate(after)},
    )
    fixed = [entry for entry in known if entry.decision.same]
    matching = match(
        sides.before,
        sides.after,
        apart=frozenset(
            (sides.at[entry.before_ids[0]], sides.there[entry.after_ids[0]])
            for entry in known
            if not entry.decision.same
        ),
        settled_before=frozenset(sides.at[i] for entry in fixed for i in entry.before_ids),
        settled_after=frozenset(sides.there[i] for entry in fixed for i in entry.after_ids),
    )
    by_hand = _decided_matches(sides, fixed, matching)
    decided_groups = [_decided_group(e) for e in fixed if len(e.before_ids) + len(e.after_ids) > 2]
    found_groups = _regrouped(sides, matching, fixed)
    regroupings = (*decided_groups, *found_groups)
    gone = {sides.at[i] for group in regroupings for i in group.before_ids}
    come = {sides.there[i] for group in regroupings for i in group.after_ids}
    kept = [m for m in matching.pairs if m.before not in gone and m.after not in come]
    kept = sorted([*kept, *by_hand], key=lambda m: (m.after, m.before))
    renamed = Renamed(matching.headings, matching.departments)
    pairs: list[Pair] = []
    changes: list[Change] = []
    for found in kept:
        pair, told = _pair(sides, found, renamed, decided_by_hand=found in by_hand)
        pairs.append(pair)
        changes += told
    ours, theirs = {i.item_id: i for i in before}, {i.item_id: i for i in after}
    changes += [regrouped(group, ours, theirs) for group in regroupings]
    gone |= {m.before for m in kept}
    come |= {m.after for m in kept}
    changes += [_removed(item) for number, item in enumerate(before) if number not in gone]
    changes += [alone("added", item) for number, item in enumerate(after) if number not in come]
    changes += _unit_of_table(before, after)
    little = [m for m in kept if m.is_borderline]
    nearly = [m for m in matching.nearly if m.before not in gone and m.after not in come]
    return Compared(
        pairs=tuple(pairs),
        regroupings=regroupings,
        changes=tuple(changes),
        renamings=tuple(_renamings(sides, kept, renamed)),
        candidates=(*_candidates(sides, little, True), *_candidates(sides, nearly, False)),
    )


def _pair(
    sides: _Sides, found: Match, renamed: Renamed, *, decided_by_hand: bool
) -> tuple[Pair, list[Change]]:
    one, other = sides.before[found.before], sides.after[found.after]
    turned = conversion(one, other)
    pair = Pair(
        pair_id=f"{one.item.item_id}-{other.item.item_id}",
        dataset=one.item.dataset,
        before_id=one.item.item_id,
        after_id=other.item.item_id,
        step="decided" if decided_by_hand else _step(one, other),
        similarity=found.similarity,
        name_similarity=found.name_similarity,
        is_borderline=found.is_borderline,
        reasons=reasons(found.weighed),
        factor=float(turned.factor),
        points=points(one, other, float(turned.factor)),
        notes=tuple(same_spelling(one, other, turned)),
    )
    return pair, list(pair_changes(pair, one, other, turned, renamed))


def _step(one: Printed, other: Printed) -> str:
    if one.item.name == other.item.name:
        return "exact"
    return "folded" if one.folded == other.folded else "assigned"


def _decided_matches(sides: _Sides, fixed: Sequence[Decided], matching: Matching) -> list[Match]:
    made: list[Match] = []
    for entry in fixed:
        if len(entry.before_ids) == 1 == len(entry.after_ids):
            ids = sides.at[entry.before_ids[0]], sides.there[entry.after_ids[0]]
            found = pair_of(sides.before, sides.after, *ids, matching.common)
            told = ("decision", 30.0, "decided", {"reason": entry.decision.reason})
            made.append(replace(found, weighed=(told, *found.weighed)))
    return made


def _decided_group(entry: Decided) -> Regrouping:
    kind = "merged" if len(entry.before_ids) > 1 else "split"
    note = tell("decided", reason=entry.decision.reason)
    dataset = entry.decision.dataset
    return Regrouping(kind, dataset, entry.before_ids, entry.after_ids, 1.0, note, decided=True)


def _regrouped(sides: _Sides, matching: Matching, fixed: Sequence[Decided]) -> list[Regrouping]:
    """Mergers, then splits among what is left: a split is a merger of the editions read backwards."""
    settled = {sides.at[i] for entry in fixed for i in entry.before_ids}
    settled_after = {sides.there[i] for entry in fixed for i in entry.after_ids}
    partners = {m.after: m.before for m in matching.pairs}
    lone = [n for n in range(len(sides.before)) if n not in {*partners.values(), *settled}]
    lone_after = [n for n in range(len(sides.after)) if n not in {*partners, *settled_after}]
    merged = groups(sides.before, sides.after, lone, lone_after, partners, matching.common)
    used = {part for group in merged for part in group.parts}
    wholes = {group.whole for group in merged}
    backwards = {m.before: m.after for m in matching.pairs if m.before not in used and m.after not in wholes}
    split = groups(
        sides.after,
        sides.before,
        [n for n in lone_after if n not in wholes],
        [n for n in lone if n not in used],
        backwards,
        matching.common,
    )
    return [
        *(_group("merged", group, sides.before, sides.after) for group in merged),
        *(_group("split", group, sides.after, sides.before) for group in split),
    ]


def _group(kind: str, group: Group, parts: Sequence[Printed], wholes: Sequence[Printed]) -> Regrouping:
    whole = wholes[group.whole]
    members = [parts[part] for part in group.parts]
    key = group.proven[-1]
    values = [number(member.figures[key].value or 0.0) for member in members]
    note = tell("sums", total=number(whole.figures[key].value or 0.0), parts=" + ".join(values))
    ids = tuple(member.item.item_id for member in members)
    alone_id = (whole.item.item_id,)
    return Regrouping(
        kind=kind,
        dataset=whole.item.dataset,
        before_ids=ids if kind == "merged" else alone_id,
        after_ids=alone_id if kind == "merged" else ids,
        similarity=group.names,
        note=note,
    )


def _removed(item: Item) -> Change:
    return alone("removed", item, tell("announced") if item.lifecycle == "to_be_removed" else None)


def _unit_of_table(before: Sequence[Item], after: Sequence[Item]) -> Iterator[Change]:
    """One change where all amounts are printed in another unit: it is the table's, not a project's."""
    one, other = _unit_of_amounts(before), _unit_of_amounts(after)
    if one is None or other is None or spelled(one) == spelled(other):
        return
    change = alone("added", after[0])
    yield replace(
        change, kind="unit_changed", tier=TIER_OF["unit_changed"], after_ids=(), after_names=(),
        field="unit", before=one, after=other, unit=other, note=tell("unit_table", before=one, after=other),
        before_place=before[0].place, after_place=after[0].place,
    )  # fmt: skip


def _unit_of_amounts(items: Sequence[Item]) -> str | None:
    units = Counter(f.unit for item in items if item.dataset == "project" for f in item.figures if f.unit)
    if not units:
        return None
    [(unit, count)] = units.most_common(1)
    return unit if count >= MOST * units.total() else None


def _renamings(sides: _Sides, kept: Sequence[Match], renamed: Renamed) -> Iterator[Renaming]:
    """Headings and departments with another name, as printed, and how many items follow each."""
    headings: Counter[tuple[str, str]] = Counter()
    departments: Counter[tuple[str, str]] = Counter()
    for found in kept:
        one, other = sides.before[found.before].item, sides.after[found.after].item
        for mine, theirs in zip(one.heading, other.heading, strict=True):
            if mine and theirs and renamed.headings.get(spelled(mine)) == spelled(theirs):
                headings[mine, theirs] += 1
        for mine in one.departments:
            later = renamed.departments.get(spelled(mine))
            departments.update((mine, name) for name in other.departments if spelled(name) == later)
    for what, counts in (("heading", headings), ("department", departments)):
        for (mine, theirs), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            yield Renaming(what, mine, theirs, count)


def _candidates(sides: _Sides, found: Sequence[Match], paired: bool) -> Iterator[Candidate]:
    for match_ in found:
        one, other = sides.before[match_.before].item, sides.after[match_.after].item
        yield Candidate(
            one.dataset, one.item_id, other.item_id, paired, match_.similarity, reasons(match_.weighed)
        )
