"""The figures of a pair in both editions beside each other, and what became of each."""

from __future__ import annotations

from collections.abc import Mapping

from quality.editions.comparison import Figure, Point
from quality.editions.printed import OUTCOMES, PLANS, TARGET, UNSPECIFIED, Key, Printed
from quality.editions.scales import agree
from quality.editions.words import spelled

Figures = Mapping[Key, Figure]

DASH = "not_available"
UNSET = (DASH, "to_be_set")
SAME_NUMBER = (None, "approx", "preliminary", "other")
"""Qualifiers that do not make the same number another statement."""


def points(before: Printed, after: Printed, factor: float) -> tuple[Point, ...]:
    """Every figure of either edition, in the order of print of the later one, then those it has no more.

    A plan of one edition stands beside its outcome in the other (updated). Targets of different years
    stand beside each other where they have no year in common. `factor` turns former values into the
    unit of the later edition.
    """
    ours, theirs = before.figures, after.figures
    partner = {key: key for key in ours if key in theirs and _comparable(key, ours[key], theirs[key])}
    partner |= _targets_of_other_years(ours, theirs, partner)
    partner |= _other_kinds(ours, theirs, partner, factor)
    lost = [key for key in ours if key not in partner]
    came = [key for key in theirs if key not in set(partner.values())]
    made = [_both(ours[key], theirs[other], factor) for key, other in partner.items()]
    updated: set[tuple[str, Key]] = set()
    for key in lost:
        if key[0] in PLANS and (outcome := _outcome(key, theirs)):
            made.append(_point(ours[key], theirs[outcome], "updated", factor))
            updated |= {("before", key), ("after", outcome)}
    for key in came:
        if key[0] in PLANS and (outcome := _outcome(key, ours)):
            made.append(_point(ours[outcome], theirs[key], "updated", factor))
            updated |= {("before", outcome), ("after", key)}
    made += [_point(ours[key], None, "dropped", factor) for key in lost if ("before", key) not in updated]
    made += [_point(None, theirs[key], "new", factor) for key in came if ("after", key) not in updated]
    order = {figure.figure_id: number for number, figure in enumerate(theirs.values())}
    last = len(order)
    return tuple(sorted(made, key=lambda p: order.get(p.after.figure_id, last) if p.after else last))


def _comparable(key: Key, one: Figure, other: Figure) -> bool:
    """Whether two figures of one key mean the same: baselines of different years do not."""
    if key[0] != "baseline":
        return True
    for year, later in (
        (one.fiscal_year, other.fiscal_year),
        ((one.as_of or "")[:4], (other.as_of or "")[:4]),
    ):
        if year and later:
            return year == later
    return True


def _targets_of_other_years(ours: Figures, theirs: Figures, partner: Mapping[Key, Key]) -> dict[Key, Key]:
    """The last targets of a component that have no year in common, one of each edition."""
    found: dict[Key, Key] = {}
    for component in sorted({key[2] for key in ours if key[0] == TARGET}):
        if any(key[0] == TARGET and key[2] == component for key in partner):
            continue
        mine = [key for key in ours if key[0] == TARGET and key[2] == component]
        other = [key for key in theirs if key[0] == TARGET and key[2] == component]
        if mine and other:
            found[max(mine, key=_year)] = max(other, key=_year)
    return found


def _other_kinds(ours: Figures, theirs: Figures, partner: Mapping[Key, Key], factor: float) -> dict[Key, Key]:
    """Equal amounts (or dashes) of a year of which only one edition says what kind they are."""
    found: dict[Key, Key] = {}
    free = [key for key in theirs if key not in set(partner.values())]
    for key in ours:
        if key in partner:
            continue
        for other in free:
            unsaid = (key[0] == UNSPECIFIED) != (other[0] == UNSPECIFIED)
            dashes = ours[key].value is None and theirs[other].value is None
            same = dashes or _equal(ours[key], theirs[other], factor)
            if unsaid and key[1:] == other[1:] and same:
                found[key] = other
                free.remove(other)
                break
    return found


def _outcome(plan: Key, figures: Figures) -> Key | None:
    """The key of the outcome of a plan, for the same year and component."""
    return next(((role, *plan[1:]) for role in OUTCOMES if (role, *plan[1:]) in figures), None)


def _year(key: Key) -> int:
    return key[1] or 0


def _both(one: Figure, other: Figure, factor: float) -> Point:
    return _point(one, other, _state(one, other, factor), factor)


def _state(one: Figure, other: Figure, factor: float) -> str:
    target = TARGET in (one.role, other.role)
    differs = "target_revised" if target else "restated"
    if one.value is not None and other.value is not None:
        said = one.qualifier == other.qualifier or {one.qualifier, other.qualifier} <= set(SAME_NUMBER)
        years = {one.fiscal_year, other.fiscal_year} - {None}
        same = _equal(one, other, factor) and said and (len(years) < 2 or not target)
        return "same" if same else differs
    if one.value is None and other.value is None:
        if one.qualifier == other.qualifier and one.qualifier != "other":
            return "same"
        if spelled(one.text) == spelled(other.text):
            return "same"
        return differs if target or not {one.qualifier, other.qualifier} & {DASH} else _dashed(one)
    return differs if target else _dashed(one)


def _dashed(one: Figure) -> str:
    """A figure where the other edition has none: published when the former edition had none."""
    return "published" if one.value is None and one.qualifier in (*UNSET, None) else "withdrawn"


def _equal(one: Figure, other: Figure, factor: float) -> bool:
    if one.value is None or other.value is None:
        return False
    return agree(one.value * factor, one.resolution * factor, other.value, other.resolution)


def _point(one: Figure | None, other: Figure | None, state: str, factor: float) -> Point:
    delta = percent = None
    if one is not None and other is not None and one.value is not None and other.value is not None:
        former = one.value * factor
        delta = 0.0 if state == "same" else _plain(other.value - former)
        percent = None if former == 0 else _plain(100 * delta / abs(former))
    figure = other or one
    assert figure is not None
    return Point(figure.role, figure.fiscal_year, figure.component, one, other, state, delta, percent)


def _plain(value: float) -> float:
    """The value without the dust of binary fractions (90.2 - 90.7 is -0.5)."""
    return round(value, 6)
