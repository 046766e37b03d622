"""The changes between two editions, a line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.editions_report.figures_shown import Spot, difference, said, spot, word
from pipeline.editions_report.text_difference import marked
from pipeline.web.environment import one_line
from pipeline.web.texts import Text, Texts
from quality.editions.comparison import KINDS, TIERS, Change, Comparison, Item


@dataclass(frozen=True, slots=True)
class Side:
    """What one edition says: names (with marks where they differ), the text, and where it is printed."""

    names: str | Markup
    text: str | Markup | Text
    spot: Spot | None


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change; `anchor` leads to the item, `order` sorts by how much differs."""

    number: int
    kind: str
    kind_text: Text
    tier: int
    dataset: str
    dataset_text: Text
    what: Text
    before: Side
    after: Side
    delta: str
    order: float | None
    note: Text | None
    anchor: str | None
    is_figure: bool
    """Whether the texts are figures, and the places those of the figures, not of the names."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many changes of a kind there are, by dataset."""

    kind: str
    text: Text
    tier: int
    kpi: int
    project: int


def change_lines(comparison: Comparison, t: Texts) -> tuple[ChangeLine, ...]:
    """The changes, those that matter most first."""
    items: Mapping[tuple[str, str], Item] = {
        **{("before", item.item_id): item for item in comparison.items_before},
        **{("after", item.item_id): item for item in comparison.items_after},
    }
    return tuple(_line(number, change, items, t) for number, change in enumerate(comparison.changes, start=1))


def counts(comparison: Comparison) -> tuple[Count, ...]:
    """Changes by kind, in the order of weight, kinds without a change left out."""
    found = Counter((change.kind, change.dataset) for change in comparison.changes)
    tiers = {change.kind: change.tier for change in comparison.changes}
    return tuple(
        Count(kind, word("kind", kind), tiers[kind], found[kind, "kpi"], found[kind, "project"])
        for kind in KINDS
        if kind in tiers
    )


def tiers(comparison: Comparison) -> tuple[tuple[int, Text, int], ...]:
    """Changes by tier: number, what it means, how many."""
    found = Counter(change.tier for change in comparison.changes)
    return tuple((tier, word("tier", tier), found[tier]) for tier in TIERS)


def pages_of_changes(comparison: Comparison) -> Iterator[tuple[str, int]]:
    """The pages that changes point to: side and page, in the order of weight."""
    for change in comparison.changes:
        for side, place in (("before", change.before_place), ("after", change.after_place)):
            if place is not None:
                yield side, place.page


def _line(number: int, change: Change, items: Mapping[tuple[str, str], Item], t: Texts) -> ChangeLine:
    names = ("、".join(change.before_names), "、".join(change.after_names))
    texts = (one_line(change.before), one_line(change.after))
    shown_names: tuple[str | Markup, str | Markup] = names
    shown_texts: tuple[str | Markup | Text, str | Markup | Text] = texts
    if change.kind == "renamed" and all(names):
        shown_names = marked(*names)
    if change.kind in ("definition_changed", "moved", "department_changed") and all(texts):
        shown_texts = marked(*texts)
    if change.kind == "lifecycle_changed":
        shown_texts = (word("lifecycle", change.before), word("lifecycle", change.after))
    sides = [
        Side(name, "" if text == plain else text, spot(side, place))
        for name, plain, text, (side, place) in zip(
            shown_names,
            names,
            shown_texts,
            (("before", change.before_place), ("after", change.after_place)),
            strict=True,
        )
    ]
    anchor = next((f"item-{i}" for i in change.after_ids if ("after", i) in items), None)
    return ChangeLine(
        number,
        change.kind,
        word("kind", change.kind),
        change.tier,
        change.dataset,
        word("dataset", change.dataset),
        _what(change, t),
        sides[0],
        sides[1],
        difference(change.delta, change.delta_percent, change.unit, change.dataset),
        abs(change.delta_percent) if change.delta_percent is not None else None,
        said(change.note),
        anchor,
        change.kind in ("restated", "target_revised"),
    )


def _what(change: Change, t: Texts) -> Text:
    """What differs: 令和5年度 実績 小学校; '' where the kind says it all."""
    parts = []
    if change.fiscal_year is not None:
        parts.append(t("year_n", n=change.fiscal_year))
    if change.role:
        parts.append(word("role", change.role))
    if change.component:
        parts.append(Text(change.component, change.component))
    return Text(" ".join(p.ja for p in parts), " ".join(p.en for p in parts))
