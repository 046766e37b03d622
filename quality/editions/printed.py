"""The figures of an item by what they are for, so that two editions can be laid beside each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from quality.editions.comparison import Figure, Item
from quality.editions.words import bare, bigrams, folded, spelled

Key = tuple[str, int | None, str]
"""Role or kind, fiscal year (None where the print names none), component in its folded form."""

TARGET = "target"
UNSPECIFIED = "unspecified"
PLANS = ("planned", "forecast", "initial_budget", "current_budget", "supplementary", "budget")
"""Roles and kinds that an outcome replaces in a later edition."""

OUTCOMES = ("actual", "settlement", UNSPECIFIED)


@dataclass(frozen=True)
class Printed:
    """An item with the keys it is compared by; made once for each item of an edition."""

    item: Item

    @cached_property
    def spelled(self) -> str:
        return spelled(self.item.name)

    @cached_property
    def bare(self) -> str:
        return bare(self.item.name)

    @cached_property
    def folded(self) -> str:
        return folded(self.item.name)

    @cached_property
    def bigrams(self) -> frozenset[str]:
        return bigrams(self.item.name)

    @cached_property
    def text(self) -> str:
        return bare(self.item.text or "")

    @cached_property
    def departments(self) -> frozenset[str]:
        return frozenset(spelled(name) for name in self.item.departments)

    @cached_property
    def heading(self) -> tuple[str | None, ...]:
        return tuple(spelled(part) if part else None for part in self.item.heading)

    @cached_property
    def figures(self) -> dict[Key, Figure]:
        return keyed(self.item.figures)


def keyed(figures: tuple[Figure, ...]) -> dict[Key, Figure]:
    """The figures by role, year and component.

    A baseline has no year in its key where a component has only one: some editions print its year,
    some do not. Of several figures with one key the later ones are told apart by their order.
    """
    groups: dict[Key, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[figure.role or "", _year(figure), spelled(figure.component)].append(figure)
    baselines: dict[str, list[Key]] = defaultdict(list)
    for key in groups:
        if key[0] == "baseline":
            baselines[key[2]].append(key)
    found: dict[Key, Figure] = {}
    for key, several in groups.items():
        lone = key[0] == "baseline" and len(baselines[key[2]]) == 1
        for number, figure in enumerate(several):
            role, year, component = key
            named = component if number == 0 else f"{component}#{number + 1}"
            found[role, None if lone else year, named] = figure
    return found


def _year(figure: Figure) -> int | None:
    return None if figure.fiscal_year is None else int(figure.fiscal_year)
