"""The projects of two editions by amount, and the sums that reconcile."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from quality.editions.comparison import Figure, Item, Pair, ProjectSums, ProjectYear, Regrouping

Headline = tuple[int | None, str | None]
"""Fiscal year and kind of the amounts that are compared."""

PREFERRED = (
    "settlement",
    "unspecified",
    "initial_budget",
    "budget",
    "current_budget",
    "forecast",
    "supplementary",
)


def headlines(before: Sequence[Item], after: Sequence[Item]) -> tuple[Headline, Headline] | None:
    """The amounts that stand for each edition: of a kind that both print for most projects, the newest year.

    None where an edition prints no amounts. Where no kind is printed by both, each edition's most
    frequent one stands.
    """
    ours, theirs = _counts(before), _counts(after)
    if not ours or not theirs:
        return None
    shared = {kind for _, kind in ours} & {kind for _, kind in theirs}
    return _newest(ours, shared), _newest(theirs, shared)


def _counts(items: Sequence[Item]) -> Counter[tuple[int | None, str | None]]:
    return Counter(
        (figure.fiscal_year, figure.role)
        for item in items
        for figure in item.figures
        if figure.component == "" and figure.value is not None
    )


def _newest(counts: Counter[tuple[int | None, str | None]], shared: set[str | None]) -> Headline:
    """The newest year of the kind that most projects have; a year of a few projects only does not count."""
    by_kind: Counter[str | None] = Counter()
    for (_, kind), count in counts.items():
        if not shared or kind in shared:
            by_kind[kind] = max(by_kind[kind], count)
    kind = max(
        by_kind, key=lambda k: (by_kind[k], -PREFERRED.index(k) if k in PREFERRED else -len(PREFERRED))
    )
    years = {year: count for (year, of), count in counts.items() if of == kind}
    usual = [year for year, count in years.items() if 2 * count >= max(years.values())]
    return max(usual, key=lambda year: year or 0), kind


def project_years(
    before: Sequence[Item],
    after: Sequence[Item],
    pairs: Sequence[Pair],
    regroupings: Sequence[Regrouping],
) -> tuple[tuple[ProjectYear, ...], ProjectSums | None]:
    """Each project's amount in both editions, the greatest difference first, and their sums in yen.

    A 事業 whose 細事業 are listed as projects of their own is left out: its amount is theirs.
    """
    chosen = headlines(before, after)
    if chosen is None:
        return (), None
    ours, theirs = _without_parents(before), _without_parents(after)
    rows: list[ProjectYear] = []
    for group in regroupings:
        rows.append(_row("regrouped", None, group.before_ids, group.after_ids, ours, theirs, chosen))
    for pair in pairs:
        if pair.before_id in ours or pair.after_id in theirs:
            ids = (pair.before_id,), (pair.after_id,)
            rows.append(_row("continuing", pair.pair_id, *ids, ours, theirs, chosen))
    used = {item_id for row in rows for item_id in row.before_ids}
    came = {item_id for row in rows for item_id in row.after_ids}
    rows += [_row("ended", None, (i,), (), ours, theirs, chosen) for i in ours if i not in used]
    rows += [_row("new", None, (), (i,), ours, theirs, chosen) for i in theirs if i not in came]
    rows.sort(key=lambda row: (-abs(row.change_yen), row.name))
    return tuple(rows), _sums(rows, ours, theirs, chosen)


def _without_parents(items: Sequence[Item]) -> dict[str, Item]:
    """The items by id, without those that other items with amounts name as what they belong to."""
    children: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.heading[-1]:
            children[item.heading[-1]].append(item)
    found: dict[str, Item] = {}
    for item in items:
        below = [child for child in children.get(item.name, ()) if child.figures and child is not item]
        if not below or item.name == item.heading[-1]:
            found[item.item_id] = item
    return found


def _row(
    group: str,
    pair_id: str | None,
    before_ids: Sequence[str],
    after_ids: Sequence[str],
    ours: Mapping[str, Item],
    theirs: Mapping[str, Item],
    chosen: tuple[Headline, Headline],
) -> ProjectYear:
    mine = [item for i in before_ids if (item := ours.get(i))]
    other = [item for i in after_ids if (item := theirs.get(i))]
    one = [figure for item in mine if (figure := amount(item, chosen[0]))]
    two = [figure for item in other if (figure := amount(item, chosen[1]))]
    before = sum(figure.value or 0.0 for figure in one) if one else None
    after = sum(figure.value or 0.0 for figure in two) if two else None
    change = (after or 0.0) - (before or 0.0)
    both = before is not None and after is not None and group != "new"
    named = (other or mine)[0]
    return ProjectYear(
        group=group,
        pair_id=pair_id,
        before_ids=tuple(before_ids),
        after_ids=tuple(after_ids),
        name=named.name if len(after_ids) < 2 else "、".join(item.name for item in other),
        before_yen=before,
        after_yen=after,
        change_yen=change,
        change_percent=round(100 * change / before, 2) if both and before else None,
        before_places=tuple(figure.place for figure in one),
        after_places=tuple(figure.place for figure in two),
    )


def amount(item: Item, headline: Headline) -> Figure | None:
    """The printed amount of a project for a year and kind, None where there is none or it is a dash."""
    year, kind = headline
    for figure in item.figures:
        if (figure.fiscal_year, figure.role, figure.component) == (
            year,
            kind,
            "",
        ) and figure.value is not None:
            return figure
    return None


def _sums(
    rows: Sequence[ProjectYear],
    ours: Mapping[str, Item],
    theirs: Mapping[str, Item],
    chosen: tuple[Headline, Headline],
) -> ProjectSums:
    """The sums; the totals are made from the items alone, so that they can contradict the groups."""
    mine = [amount(item, chosen[0]) for item in ours.values()]
    other = [amount(item, chosen[1]) for item in theirs.values()]
    before_total = sum(figure.value or 0.0 for figure in mine if figure)
    after_total = sum(figure.value or 0.0 for figure in other if figure)
    change: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for row in rows:
        change[row.group] += row.change_yen  # type: ignore[assignment]
        count[row.group] += 1
    difference = after_total - before_total
    return ProjectSums(
        before_year=chosen[0][0],
        before_kind=chosen[0][1],
        after_year=chosen[1][0],
        after_kind=chosen[1][1],
        before_total=before_total,
        after_total=after_total,
        difference=difference,
        new=float(change["new"]),
        continuing=float(change["continuing"]),
        regrouped=float(change["regrouped"]),
        ended=float(change["ended"]),
        new_count=count["new"],
        continuing_count=count["continuing"],
        regrouped_count=count["regrouped"],
        ended_count=count["ended"],
        without_amount=mine.count(None) + other.count(None),
        reconciles=abs(sum(change.values()) - difference) < 0.5,
    )
