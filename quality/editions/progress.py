"""How far the indicators of the later edition are on the way to their targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quality.editions.comparison import Figure, Item, Pair, Progress
from quality.editions.words import WORDS, spelled

UPWARD = ("at_least", "more_than", "increase", "extend")
DOWNWARD = ("at_most", "less_than", "decrease")
KEEPING = ("maintain",)
_UP, _DOWN = (tuple(spelled(word) for word in WORDS["direction"][way]) for way in ("up", "down"))


def progress(after: Sequence[Item], before: Sequence[Item], pairs: Sequence[Pair]) -> tuple[Progress, ...]:
    """Progress of every indicator of the later edition, by component, in the order of print.

    An indicator whose parts (小学校, a …) have targets of their own has a line for each.
    """
    former = {item.item_id: item for item in before}
    paired = {pair.after_id: pair for pair in pairs}
    found: list[Progress] = []
    for item in after:
        pair = paired.get(item.item_id)
        other = former[pair.before_id] if pair else None
        found += [_progress(item, other, pair, component) for component in _components(item)]
    return tuple(found)


def _components(item: Item) -> list[str]:
    return list(dict.fromkeys(f.component for f in item.figures if f.role in ("actual", "target"))) or [""]


def _progress(item: Item, other: Item | None, pair: Pair | None, component: str) -> Progress:
    factor = pair.factor if pair else 1.0
    baseline, target = _baseline(item, component), _target(item, component)
    newest, latest = _newest(item, component), _latest(item, component)
    direction, said_by = direction_of(item, baseline, target)
    before_latest = _latest(other, component) if other else None
    former = _value(before_latest)
    change = percent_change = None
    if latest is not None and latest.value is not None and former is not None:
        change = round(latest.value - former * factor, 6)
        percent_change = round(100 * change / abs(former * factor), 2) if former else None
    before_percent, before_state = None, None
    if other is not None:
        old_baseline, old_target = _baseline(other, component), _target(other, component)
        way = direction_of(other, old_baseline, old_target)[0]
        said_before = direction_of(other, old_baseline, old_target)[1]
        if said_before != "name":
            before_percent = percent_of_way(old_baseline, before_latest, old_target)
        before_state = state_of(
            way, old_baseline, _newest(other, component), old_target, _same_year(other, component)
        )
    return Progress(
        item_id=item.item_id,
        before_id=other.item_id if other else None,
        pair_id=pair.pair_id if pair else None,
        name=item.name,
        component=component,
        unit=(latest or target or baseline).unit if (latest or target or baseline) else item.unit,  # type: ignore[union-attr]
        is_reprint=item.is_reprint,
        direction=direction,
        direction_from=said_by,
        baseline=baseline,
        before_latest=before_latest,
        latest=latest,
        target=target,
        before_percent=before_percent,
        percent=percent_of_way(baseline, latest, target) if said_by != "name" else None,
        change=change,
        change_percent=percent_change,
        before_state=before_state,
        state=state_of(direction, baseline, newest, target, _same_year(item, component)),
    )


def direction_of(item: Item, baseline: Figure | None, target: Figure | None) -> tuple[str, str]:
    """up, down, keep or unknown, and what says so: qualifier, baseline, name, assumed or none.

    '5%以下' and '減少' say down; a target below its baseline says down, unless the name tells of a decline
    to be slowed (人口); where neither is printed, a name like 排出量 does, and any other indicator is
    assumed to be meant to rise.
    """
    if target is None:
        return "unknown", "none"
    for direction, words in (("up", UPWARD), ("down", DOWNWARD), ("keep", KEEPING)):
        if target.qualifier in words:
            return direction, "qualifier"
    if target.value is None:
        return "unknown", "none"
    if baseline is not None and baseline.value is not None:
        if target.value == baseline.value:
            return "keep", "baseline"
        if target.value < baseline.value and any(word in spelled(item.name) for word in _UP):
            return "up", "name"
        return ("up" if target.value > baseline.value else "down"), "baseline"
    if any(word in spelled(item.name) for word in _DOWN):
        return "down", "name"
    return "up", "assumed"


def percent_of_way(baseline: Figure | None, latest: Figure | None, target: Figure | None) -> float | None:
    """How much of the way from baseline to target is done: 0 at the baseline, 100 at the target."""
    start, now, end = (_value(figure) for figure in (baseline, latest, target))
    if start is None or now is None or end is None or start == end:
        return None
    return round(100 * (now - start) / (end - start), 1)


def state_of(
    direction: str,
    baseline: Figure | None,
    newest: Figure | None,
    target: Figure | None,
    by_year: Mapping[int, Figure],
) -> str:
    """What the newest figure is to its target.

    A target for the figure's own year decides reached or missed; else the last target does, which can
    only be missed when its year has come.
    """
    if target is None:
        return "no_target"
    if newest is None or newest.value is None:
        return "not_measured"
    own = by_year.get(newest.fiscal_year or 0, target)
    due = own.fiscal_year is not None and (newest.fiscal_year or 0) >= own.fiscal_year
    start = _value(baseline)
    if own.value is None:
        return _by_words(direction, start, newest.value)
    if direction == "unknown":
        return "unclear"
    if reached(direction, newest.value, own.value, own.qualifier):
        return "reached"
    if due:
        return "missed"
    if start is None or direction == "keep":
        return "on_way" if direction != "keep" else "away"
    nearer = abs(own.value - newest.value) < abs(own.value - start)
    return "on_way" if nearer else "away"


def reached(direction: str, value: float, target: float, qualifier: str | None = None) -> bool:
    """Whether a figure meets its target: at least it, at most it, or it exactly where it is to be kept."""
    if qualifier == "more_than":
        return value > target
    if qualifier == "less_than":
        return value < target
    if direction == "keep":
        return value >= target
    return value >= target if direction == "up" else value <= target


def _by_words(direction: str, start: float | None, value: float) -> str:
    """A target in words (増加, 減少, 維持): compared with the baseline."""
    if start is None or direction == "unknown":
        return "unclear"
    if direction == "keep":
        return "reached" if value >= start else "away"
    better = value > start if direction == "up" else value < start
    return "reached" if better else "away"


def _of(item: Item, role: str, component: str) -> list[Figure]:
    return [f for f in item.figures if f.role == role and f.component == component]


def _baseline(item: Item, component: str) -> Figure | None:
    found = _of(item, "baseline", component)
    return next((figure for figure in found if figure.value is not None), found[0] if found else None)


def _target(item: Item, component: str) -> Figure | None:
    """The last target."""
    return max(_of(item, "target", component), key=lambda f: f.fiscal_year or 0, default=None)


def _same_year(item: Item, component: str) -> dict[int, Figure]:
    return {f.fiscal_year: f for f in _of(item, "target", component) if f.fiscal_year is not None}


def _newest(item: Item, component: str) -> Figure | None:
    """The actual of the newest year, also where it is a dash."""
    return max(_of(item, "actual", component), key=lambda f: f.fiscal_year or 0, default=None)


def _latest(item: Item, component: str) -> Figure | None:
    """The newest actual that is a figure."""
    measured = [figure for figure in _of(item, "actual", component) if figure.value is not None]
    return max(measured, key=lambda f: f.fiscal_year or 0, default=None)


def _value(figure: Figure | None) -> float | None:
    return None if figure is None else figure.value
