"""The meaning of one figure: the facets of all its labels put together.

A label nearer to the figure decides before a farther one, a column label before a row label for
the year, a row label before a column label for the part of an amount.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.component_names import component_name
from extract.labels import Label
from extract.meaning import Beside, Sort
from normalize.width import fold

_KIND_OF_ROLE = {
    "actual": "settlement",
    "planned": "forecast",
    "target": "forecast",
    "baseline": "unspecified",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What the labels of a figure say together (see extract.records.Figure for the words)."""

    field: str = ""
    role: str = ""
    kind: str = ""
    comparison: str = ""
    whole: bool = False
    whole_name: str = ""
    component: str = ""
    part: str = ""
    second: str = ""
    funds: bool = False
    unit: str = ""
    year: int | None = None
    as_of: str | None = None
    relative: str = ""
    period: str = ""
    labels: tuple[str, ...] = ()
    guessed: bool = False

    @property
    def money(self) -> bool:
        """The labels speak of an amount of money."""
        return bool(self.kind or self.whole or self.component or self.funds)


def combine(above: Sequence[Label], beside: Sequence[Label]) -> Said:
    """What the column labels (nearest first) and the row labels (nearest first) say together."""
    field = above[0].field if above else ""
    order = [*above, *beside]
    nearest = next((lb for lb in beside if lb.field or lb.says_figures or lb.total), None)
    ignored = nearest is not None and nearest.field == "ignored"
    if ignored or any(_silences(lb, above) for lb in above[:2]):
        field = "ignored"
    component = _first([lb.component for lb in beside if not lb.guessed]) or _first(
        [lb.component for lb in above]
    )
    part_labels = [lb for lb in order if lb.says_figures or lb.year is not None]
    return Said(
        field=field,
        role=_first([lb.role for lb in order]),
        kind=_kind(above, beside),
        comparison=_first([lb.comparison for lb in order]),
        whole=any(lb.whole for lb in order),
        whole_name=next(
            (component_name(lb.text) for lb in (*beside, *above) if lb.whole and not lb.kind), ""
        ),
        component=component,
        part=_first([lb.part for lb in order]),
        second=_first([lb.second for lb in order]),
        funds=any(lb.group for lb in above),
        unit=_first([lb.unit for lb in order]),
        year=next((lb.year for lb in order if lb.year is not None), None),
        as_of=next((lb.as_of for lb in order if lb.as_of), None),
        relative=_first([lb.relative for lb in order]),
        period=" ".join(lb.text for lb in reversed(above) if lb.says_figures),
        labels=tuple(lb.text for lb in order),
        guessed=bool(part_labels) and all(lb.guessed for lb in part_labels),
    )


def _silences(label: Label, above: Sequence[Label]) -> bool:
    """Whether a label over a figure says that it is no value; 計画期間 over the years does not."""
    of_years = label.year is not None or fold(label.text).endswith("期間")
    over_years = label is not above[0] and of_years and above[0].year is not None
    return label.field == "ignored" and not over_years


def _kind(above: Sequence[Label], beside: Sequence[Label]) -> str:
    """The most telling kind: the nearest, but '当初' over a bare '予算' makes it the initial budget."""
    kinds = [lb.kind for lb in (*above, *beside) if lb.kind]
    if not kinds:
        return ""
    if kinds[0] == "budget":
        return next(
            (k for k in kinds if k in ("initial_budget", "supplementary", "current_budget")), "budget"
        )
    return kinds[0]


def _first(values: Sequence[str]) -> str:
    return next((v for v in values if v), "")


def kind_for_role(role: str) -> str:
    """The kind of an amount whose label uses the words of indicators ('事業費 / 実績')."""
    return _KIND_OF_ROLE.get(role, "unspecified")


def row_component(beside: Sequence[Beside], above: str = "") -> str:
    """The part of an amount that the row labels name, '' where they name the whole.

    A label of a group beside (財源内訳) leaves it to `above`, the part that the column names.

    The nearest text counts; a '合計' under a group of funds is that group's sum ('収入合計'), a '合計'
    under the costs is the whole.
    """
    for position, item in enumerate(beside):
        label = item.label
        if label.group and above:
            return above
        if label.whole:
            # ○○市年間負担経費: a word before the known one makes it a part, or another whole
            return component_name(item.cell.text) if label.guessed and item.sort is Sort.TEXT else ""
        if (
            label.kind
            or label.role
            or (label.known and label.says_figures and not label.component and not label.group)
        ):
            continue
        if label.component:
            return label.component
        if item.sort is Sort.TEXT or label.group or label.total:
            name = component_name(item.cell.text)
            if not label.total:
                return name
            outer = next(iter(beside[position + 1 :]), None)
            return (
                component_name(outer.cell.text) + name
                if outer is not None and outer.label.group == "funds"
                else ""
            )
    return ""
