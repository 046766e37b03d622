"""The changes of a pair, by kind, and those of items that have no partner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quality.editions.comparison import KINDS, Change, Item, Pair, Place, Point, Regrouping, Told
from quality.editions.definitions import reworded
from quality.editions.factors import Conversion
from quality.editions.printed import Printed
from quality.editions.telling import joined, number, tell

TIER_OF = dict.fromkeys(KINDS, 1) | {
    "renamed": 2,
    "moved": 2,
    "lifecycle_changed": 2,
    "department_changed": 3,
}


@dataclass(frozen=True)
class Renamed:
    """Headings and departments (in spelled form) that only have another name: former -> later."""

    headings: Mapping[str, str]
    departments: Mapping[str, str]


def pair_changes(
    pair: Pair, before: Printed, after: Printed, conversion: Conversion, renamed: Renamed
) -> Iterator[Change]:
    """The changes of one pair; ids are given later, when all are in order."""
    one, other = before.item, after.item
    text = reworded(one.text, other.text)
    if before.spelled != after.spelled:
        yield _change("renamed", pair, one, other, field="name", before=one.name, after=other.name)
    if conversion.verdict in ("changed", "label", "unlike"):
        yield _change(
            "unit_changed",
            pair,
            one,
            other,
            field="unit",
            before=_unit(one),
            after=_unit(other),
            note=conversion_told(conversion),
        )
    for point in pair.points:
        if point.state in ("restated", "target_revised"):
            yield _figure_changed(pair, one, other, point, text.explains)
    if text.redefined:
        field = "description" if one.dataset == "kpi" else "summary"
        yield _change("definition_changed", pair, one, other, field=field, before=one.text, after=other.text)
    if one.lifecycle and other.lifecycle and one.lifecycle != other.lifecycle:
        yield _change(
            "lifecycle_changed",
            pair,
            one,
            other,
            field="lifecycle",
            before=one.lifecycle,
            after=other.lifecycle,
        )
    if before.departments and after.departments and before.departments != after.departments:
        yield _change(
            "department_changed",
            pair,
            one,
            other,
            field="departments",
            before="、".join(one.departments),
            after="、".join(other.departments),
        )
    if has_moved(before, after, renamed.headings):
        yield _change(
            "moved", pair, one, other, field="heading", before=place_in_plan(one), after=place_in_plan(other)
        )


def has_moved(before: Printed, after: Printed, renamed: Mapping[str, str]) -> bool:
    """Whether an item stands under another heading; one that only has another name is the same.

    The narrowest heading that both editions print decides, then the wider one.
    """
    for one, other in zip(reversed(before.heading), reversed(after.heading), strict=True):
        if one and other and renamed.get(one, one) != other:
            return True
    return False


def place_in_plan(item: Item) -> str:
    """The headings over an item, from wide to narrow."""
    return " > ".join(part for part in item.heading if part)


def conversion_told(conversion: Conversion) -> Told:
    """What is known of a change of unit."""
    factor = number(float(conversion.factor)) if conversion.factor >= 1 else f"1/{1 / conversion.factor}"
    if conversion.verdict == "unlike":
        return tell("unit_unlike")
    if conversion.verdict == "label":
        return tell("unit_only")
    if conversion.found_in:
        return tell("factor", factor=factor, figures=conversion.found_in)
    return tell("factor_units", factor=factor)


def alone(kind: str, item: Item, note: Told | None = None) -> Change:
    """An item that only one edition has: removed or added."""
    gone = kind == "removed"
    return Change(
        change_id="",
        dataset=item.dataset,
        kind=kind,
        tier=TIER_OF[kind],
        pair_id=None,
        before_ids=(item.item_id,) if gone else (),
        after_ids=() if gone else (item.item_id,),
        before_names=(item.name,) if gone else (),
        after_names=() if gone else (item.name,),
        fiscal_year=None,
        role=None,
        component="",
        field="name",
        before=item.name if gone else None,
        after=None if gone else item.name,
        delta=None,
        delta_percent=None,
        unit=_unit(item),
        similarity=None,
        note=note,
        before_place=item.place if gone else None,
        after_place=None if gone else item.place,
    )


def regrouped(group: Regrouping, before: Mapping[str, Item], after: Mapping[str, Item]) -> Change:
    """A merger or a split as one change."""
    ours, theirs = [before[i] for i in group.before_ids], [after[i] for i in group.after_ids]
    return Change(
        change_id="",
        dataset=group.dataset,
        kind=group.kind,
        tier=TIER_OF[group.kind],
        pair_id=None,
        before_ids=group.before_ids,
        after_ids=group.after_ids,
        before_names=tuple(item.name for item in ours),
        after_names=tuple(item.name for item in theirs),
        fiscal_year=None,
        role=None,
        component="",
        field="name",
        before="、".join(item.name for item in ours),
        after="、".join(item.name for item in theirs),
        delta=None,
        delta_percent=None,
        unit=_unit(theirs[0]),
        similarity=group.similarity,
        note=group.note,
        before_place=ours[0].place,
        after_place=theirs[0].place,
    )


def _figure_changed(pair: Pair, one: Item, other: Item, point: Point, explains: str) -> Change:
    notes: list[Told] = []
    before, after = point.before, point.after
    assert before is not None and after is not None
    if point.state == "target_revised" and before.value is None and after.value is not None:
        notes.append(tell("target_set"))
    years = before.fiscal_year, after.fiscal_year
    if point.state == "target_revised" and None not in years and years[0] != years[1]:
        notes.append(tell("target_year", before=years[0], after=years[1]))
    if planned := _planned(one, point):
        notes.append(tell("planned_before", planned=planned))
    if before.qualifier == "preliminary":
        notes.append(tell("preliminary"))
    if "doubtful" in (before.status, after.status):
        notes.append(tell("status_doubtful"))
    if explains and point.state == "restated":
        notes.append(tell("explained", sentence=explains))
    unit = "円" if one.dataset == "project" else after.unit or other.unit
    return _change(
        point.state,
        pair,
        one,
        other,
        fiscal_year=point.fiscal_year,
        role=point.role,
        component=point.component,
        field="value" if one.dataset == "kpi" else "amount_yen",
        before=before.text,
        after=after.text,
        delta=point.delta,
        delta_percent=point.percent,
        unit=unit,
        note=joined(notes),
        before_place=before.place,
        after_place=after.place,
    )


def _planned(one: Item, point: Point) -> str:
    """The plan that the former edition prints besides a figure of the same year."""
    if point.role == "planned" or point.fiscal_year is None:
        return ""
    found = [
        figure.value
        for figure in one.figures
        if figure.role == "planned"
        and figure.fiscal_year == point.fiscal_year
        and figure.component == point.component
        and figure.value is not None
    ]
    return number(found[0]) if found else ""


def _change(
    kind: str,
    pair: Pair,
    one: Item,
    other: Item,
    *,
    field: str,
    before: str | None,
    after: str | None,
    fiscal_year: int | None = None,
    role: str | None = None,
    component: str = "",
    delta: float | None = None,
    delta_percent: float | None = None,
    unit: str | None = None,
    note: Told | None = None,
    before_place: Place | None = None,
    after_place: Place | None = None,
) -> Change:
    return Change(
        change_id="",
        dataset=one.dataset,
        kind=kind,
        tier=TIER_OF[kind],
        pair_id=pair.pair_id,
        before_ids=(one.item_id,),
        after_ids=(other.item_id,),
        before_names=(one.name,),
        after_names=(other.name,),
        fiscal_year=fiscal_year,
        role=role,
        component=component,
        field=field,
        before=before,
        after=after,
        delta=delta,
        delta_percent=delta_percent,
        unit=unit,
        similarity=pair.similarity,
        note=note,
        before_place=before_place or one.place,
        after_place=after_place or other.place,
    )


def _unit(item: Item) -> str | None:
    if item.unit or item.dataset == "project":
        return item.unit
    return next((figure.unit for figure in item.figures if figure.unit), None)


def same_spelling(before: Printed, after: Printed, conversion: Conversion) -> list[Told]:
    """What differs between a pair without being a change."""
    notes: list[Told] = []
    one, other = before.item, after.item
    if before.spelled == after.spelled and one.name != other.name:
        notes.append(tell("spelling", before=one.name, after=other.name))
    units = _unit(one) or "-", _unit(other) or "-"
    if units[0] != units[1] and conversion.verdict in ("same", "notation"):
        notes.append(tell("unit_notation", before=units[0], after=units[1]))
    text = reworded(one.text, other.text)
    if text.edited and not text.redefined:
        notes.append(tell("text_edited"))
    return notes
