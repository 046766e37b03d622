"""Indicators over a chain of editions: what each edition printed of each figure (vintages)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quality.editions.comparison import Comparison, Edition, Figure, Item
from quality.editions.printed import Key, Printed
from quality.editions.scales import agree


@dataclass(frozen=True, slots=True)
class Vintage:
    """One figure as one edition prints it. `number` counts the editions from 1, the oldest first.

    `value_now` is in the unit of the newest edition that prints the indicator. `is_revised`: the
    edition before printed another figure for the same role, year and component.
    """

    number: int
    edition: Edition
    item: Item
    key: Key
    figure: Figure
    value_now: float | None
    is_revised: bool


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator over the editions; `name` and `unit` are those of the newest that prints it."""

    indicator_id: str
    name: str
    unit: str | None
    is_reprint: bool
    vintages: tuple[Vintage, ...]


@dataclass(frozen=True, slots=True)
class _Link:
    """An item in one edition, and what turns its values into those of the newest edition."""

    number: int
    item: Item
    factor: float


def history(editions: Sequence[Edition], comparisons: Sequence[Comparison]) -> tuple[Indicator, ...]:
    """The indicators of a chain of editions, in the order of print of the newest that prints each.

    `comparisons` are those of each edition with the next, the oldest first. An indicator that an
    edition leaves out begins anew after it.
    """
    chains = _chains(comparisons)
    chains.sort(key=lambda chain: (-chain[-1].number, chain[-1].item.position))
    made: list[Indicator] = []
    for number, chain in enumerate(chains, 1):
        last = chain[-1].item
        made.append(
            Indicator(
                indicator_id=f"h{number:03d}",
                name=last.name,
                unit=last.unit or next((f.unit for f in last.figures if f.unit), None),
                is_reprint=last.is_reprint,
                vintages=_vintages(chain, editions),
            )
        )
    return tuple(made)


def _chains(comparisons: Sequence[Comparison]) -> list[list[_Link]]:
    """Items that are the same from edition to edition, as lists from the oldest to the newest."""
    finished: list[list[_Link]] = []
    first = comparisons[0].items_before
    running = {item.item_id: [_Link(0, item, 1.0)] for item in first if item.dataset == "kpi"}
    for number, comparison in enumerate(comparisons, 1):
        later: dict[str, list[_Link]] = {}
        pairs = {pair.after_id: pair for pair in comparison.pairs if pair.dataset == "kpi"}
        for item in comparison.items_after:
            if item.dataset != "kpi":
                continue
            pair = pairs.get(item.item_id)
            chain = running.pop(pair.before_id) if pair else []
            if pair and pair.factor != 1.0:
                chain = [replace(link, factor=link.factor * pair.factor) for link in chain]
            later[item.item_id] = [*chain, _Link(number, item, 1.0)]
        finished += running.values()
        running = later
    return [*finished, *running.values()]


def _vintages(chain: Sequence[_Link], editions: Sequence[Edition]) -> tuple[Vintage, ...]:
    found: list[Vintage] = []
    before: Mapping[Key, tuple[Figure, float]] = {}
    for link in chain:
        here = {key: (figure, link.factor) for key, figure in Printed(link.item).figures.items()}
        for key, (figure, factor) in here.items():
            value = None if figure.value is None else round(figure.value * factor, 9)
            found.append(
                Vintage(
                    number=link.number + 1,
                    edition=editions[link.number],
                    item=link.item,
                    key=key,
                    figure=figure,
                    value_now=value,
                    is_revised=key in before and _differs(*before[key], figure, factor),
                )
            )
        before = here
    return tuple(found)


def _differs(one: Figure, factor: float, other: Figure, other_factor: float) -> bool:
    if one.value is None or other.value is None:
        return False
    steps = one.resolution * factor, other.resolution * other_factor
    return not agree(one.value * factor, steps[0], other.value * other_factor, steps[1])
