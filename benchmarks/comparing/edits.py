"""The changes between an edition and its successor, each written down as a fact."""

from __future__ import annotations

import re
from copy import deepcopy

from benchmarks.comparing.making import Maker
from benchmarks.comparing.model import WORDS, YEAR, Figures, Invented, fact, fold

Groups = dict[int, list[Invented]]
"""The prints of each item, by its key."""


class Edits(Maker):
    """Changes of items; state is that of the maker."""

    def replace(self, group: list[Invented], gone: list[Invented]) -> Invented:
        """Another item in the place of one that ends: a name much like it, figures of its own."""
        item = deepcopy(group[0])
        self.key += 1
        item.key = self.key
        while item.name == group[0].name or item.name in self.names:
            item.name = f"{group[0].name[:-2]}{self.rng.choice(WORDS['details'][1:])}{group[0].name[-2:]}"
        self.names.add(item.name)
        item.figures = self.only_new(item)
        item.text = self.item(item.goal, item.measure).text
        gone += group
        self.note("removed", [group[0].name], [])
        self.note("added", [], [item.name])
        return item

    def merge(self, groups: Groups, untouched: list[int], gone: list[Invented]) -> list[Invented]:
        made: list[Invented] = []
        for _ in range(round(self.rates.merged * len(groups))):
            parts = self.summable(groups, untouched, self.rng.choice((2, 2, 3)))
            if not parts:
                continue
            whole = deepcopy(parts[0])
            whole.goal, whole.measure = parts[0].goal, parts[0].measure
            self.key += 1
            whole.key = self.key
            stem = self.common_name([part.name for part in parts])
            whole.name = stem
            whole.figures = self.summed(parts)
            whole.figures[self.role(), self.last()[1] + 1, ""] = self.near(
                whole.figures[self.last()] or 10.0, whole.decimals
            )
            gone += parts
            made.append(whole)
            self.note("merged", [part.name for part in parts], [whole.name])
        return made

    def split(self, groups: Groups, untouched: list[int], gone: list[Invented]) -> list[Invented]:
        made: list[Invented] = []
        for _ in range(round(self.rates.split * len(groups))):
            [whole] = self.summable(groups, untouched, 1) or [None]
            if whole is None:
                continue
            parts = [deepcopy(whole), deepcopy(whole)]
            for part, word in zip(parts, self.rng.sample(WORDS["details"][1:], 2), strict=True):
                self.key += 1
                part.key = self.key
                part.name = f"{whole.name}（{word}）"
            for key, value in whole.figures.items():
                share = None if value is None else round(value * self.rng.uniform(0.2, 0.8), whole.decimals)
                parts[0].figures[key] = share
                parts[1].figures[key] = None if share is None or value is None else round(value - share, 6)
            for part in parts:
                part.figures.pop(("settlement", YEAR - 2, ""), None)
                part.figures[self.role(), self.last()[1] + 1, ""] = self.near(
                    part.figures[self.last()] or 10.0, whole.decimals
                )
            gone.append(whole)
            made += parts
            self.note("split", [whole.name], [part.name for part in parts])
        return made

    def summable(self, groups: Groups, untouched: list[int], count: int) -> list[Invented]:
        """Untouched items of one unit (no shares) with figures of three digits, printed once.

        Most of what is put together stood under one heading before.
        """
        found: list[Invented] = []
        together = self.rng.random() < 0.7
        for key in list(untouched):
            group = groups[key]
            value = group[0].figures.get(self.last())
            if together and found and group[0].measure != found[0].measure:
                continue
            if len(group) > 1 or group[0].unit == "%" or not value or value < 100:
                continue
            if not found or group[0].unit == found[0].unit:
                found.append(group[0])
                untouched.remove(key)
            if len(found) == count:
                return found
        return []

    def common_name(self, names: list[str]) -> str:
        """A name for what became of several: their subjects with one action, or one name and 等."""
        if self.rng.random() < 0.5:
            return f"{names[0]}等" if self.dataset == "project" else f"{names[0]}（{names[1][:4]}を含む）"
        return "・".join(name[:4] for name in names) + names[0][4:]

    def summed(self, parts: list[Invented]) -> Figures:
        keys = [key for key in parts[0].figures if key[1] != YEAR - 2 and not key[2]]
        found: Figures = {}
        for key in keys:
            values = [part.figures.get(key) for part in parts]
            found[key] = (
                None if None in values else round(sum(value for value in values if value is not None), 6)
            )
        return found

    def restate(self, group: list[Invented]) -> None:
        key = self.last()
        value = group[0].figures[key]
        if value is None:
            return
        step = 10.0 ** -group[0].decimals
        other = round(
            value + step * self.rng.choice((-1, 1)) * self.rng.randint(1, max(1, int(value / 5 / step))), 6
        )
        for item in group:
            item.figures[key] = other
            self.note("restated", [item.name], [item.name], key[1])
            if self.rng.random() < 0.5:
                item.text += WORDS["noted"][0].format(year=key[1])

    def redefine(self, group: list[Invented]) -> None:
        added = self.rng.choice(WORDS["redefined"])
        for item in group:
            item.text += added
            self.note("definition_changed", [item.name], [item.name])

    def revise_target(self, group: list[Invented]) -> None:
        key = ("target", YEAR + 3, "")
        value = group[0].figures[key]
        assert value is not None
        other = round(value * self.rng.choice((0.8, 1.2, 1.5)) + 1, group[0].decimals)
        for item in group:
            item.figures[key] = other
            self.note("target_revised", [item.name], [item.name])

    def change_unit(self, group: list[Invented]) -> None:
        scale = {
            "人": ("千人", 1000),
            "件": ("千件", 1000),
            "t": ("kg", 0.001),
            "kg": ("t", 1000),
            "m": ("km", 1000),
        }
        item = group[0]
        values = [value for value in item.figures.values() if value]
        if item.unit not in scale or not values or min(values) < 100:
            return
        unit, size = scale[item.unit]
        decimals = 1 if size > 1 else 0
        for one in group:
            one.figures = {
                key: None if value is None else round(value / size, decimals)
                for key, value in one.figures.items()
            }
            one.unit, one.decimals = unit, decimals
            self.note("unit_changed", [one.name], [one.name])

    def change_lifecycle(self, group: list[Invented]) -> None:
        for item in group:
            item.lifecycle = "to_be_removed"
            self.note("lifecycle_changed", [item.name], [item.name])

    def move(self, group: list[Invented], items: list[Invented]) -> None:
        other = self.rng.choice(items)
        item = group[0]
        if other.measure != item.measure and len(group) == 1:
            item.goal, item.measure = other.goal, other.measure
            self.note("moved", [item.name], [item.name])

    def rename(self, group: list[Invented]) -> None:
        before = group[0].name
        after = self.another_name(before)
        if fold(before) == fold(after) or after in self.names:
            return
        self.names.add(after)
        told = [fact_ for fact_ in self.truth if fact_[2] == (fold(before),) == fact_[3]]
        for dataset, kind, _, _, year in told:
            count = self.truth.pop((dataset, kind, (fold(before),), (fold(before),), year))
            self.truth[fact(dataset, kind, [before], [after], year)] += count
        for item in group:
            item.name = after
            self.note("renamed", [before], [after])

    def another_name(self, name: str) -> str:
        kind = self.rng.randrange(8)
        if kind == 0:
            return name.replace("事業", "事務事業") if "事業" in name else f"年間の{name}"
        if kind == 1:
            return f"{name[:3]}の{name[3:]}"
        if kind == 2:
            return f"{name}（累計）" if self.dataset == "kpi" else f"{name}（{WORDS['details'][3]}含む）"
        if kind == 3:
            return name.replace("支援", "サポート").replace("推進", "促進").replace("整備", "再整備")
        if kind == 4:
            return f"新{name}"
        if kind == 5:
            subject = self.rng.choice(WORDS["subjects"])
            return f"{subject}・{name}" if subject not in name else f"第2次{name}"
        if kind == 6:
            detail = self.rng.choice(WORDS["details"][1:])
            return f"{name[:2]}{detail}{name[4:]}"
        return re.sub("^..", lambda match: match[0] + "等", name)

    def departments(self, items: list[Invented]) -> None:
        """A reorganisation: some departments have another name, all their items say so; a few items more."""
        count = max(1, round(len(WORDS["departments"]) * self.rates.department))
        changed = dict(
            zip(self.rng.sample(WORDS["departments"], count), WORDS["new_departments"], strict=False)
        )
        before_names = self.names_before(items)
        for item in items:
            names = [changed.get(name, name) for name in item.departments]
            if names != item.departments:
                item.departments = names
                self.note("department_changed", [before_names[id(item)]], [item.name])

    def names_before(self, items: list[Invented]) -> dict[int, str]:
        """The former names of items by their identity; only renamed ones differ."""
        renamed = {f[3][0]: f[2][0] for f in self.truth if f[1] == "renamed"}
        return {id(item): renamed.get(fold(item.name), item.name) for item in items}

    def rename_heading(self, items: list[Invented]) -> None:
        """One heading has another name: nothing has moved."""
        if self.rng.random() < 0.7 and items:
            heading = self.rng.choice(items).measure
            for item in items:
                if item.measure == heading:
                    item.measure = heading + "・連携"

    def print_otherwise(self, item: Invented) -> None:
        """The same, printed in other widths and dashes, with its year's plan noted."""
        if self.rng.random() < self.rates.noise:
            item.name = item.name.replace("（", "(").replace("）", ")").replace("ー", "－")
            item.measure = item.measure.replace("ー", "－")
            item.text = item.text.replace("、", "，")
        if self.rng.random() < self.rates.noise / 3:
            item.text += WORDS["noted"][1].format(year=YEAR + 1, count=self.rng.randint(2, 9))
