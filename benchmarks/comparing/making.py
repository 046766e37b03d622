"""Making an edition: names, headings and figures from a seed."""

from __future__ import annotations

import random
from collections import Counter
from copy import deepcopy

from benchmarks.comparing.model import FUNDS, WORDS, YEAR, Fact, Figures, Invented, Rates, fact


class Maker:
    """State of one invention: the random numbers, the names in use, the truth so far."""

    def __init__(self, dataset: str, rng: random.Random, rates: Rates) -> None:
        self.dataset, self.rng, self.rates = dataset, rng, rates
        self.names: set[str] = set()
        self.truth: Counter[Fact] = Counter()
        self.key = 0

    def edition(self, count: int) -> list[Invented]:
        """Items under headings, every tenth indicator printed again under another one."""
        headings = self.headings(max(2, count // 12))
        items: list[Invented] = []
        while len(items) < count:
            item = self.item(*self.rng.choice(headings))
            items.append(item)
            if self.dataset == "kpi" and self.rng.random() < 0.1:
                again = deepcopy(item)
                again.goal, again.measure = self.rng.choice(headings)
                again.is_reprint = True
                if again.measure != item.measure:
                    items.append(again)
        return sorted(items, key=lambda item: (item.goal, item.measure, item.is_reprint))

    def headings(self, count: int) -> list[tuple[str, str]]:
        choices = [
            (goal, subject + kind)
            for goal in WORDS["goals"]
            for subject in WORDS["subjects"]
            for kind in WORDS["measures"]
        ]
        return self.rng.sample(choices, min(count, len(choices)))

    def name(self) -> str:
        while True:
            parts = [self.rng.choice(WORDS["subjects"]), self.rng.choice(WORDS["details"])]
            last = WORDS["actions"] if self.dataset == "project" else WORDS["measured"]
            name = "".join(parts) + self.rng.choice(last)
            if self.dataset == "project" and self.rng.random() < 0.3:
                name = name.replace("事業", f"事業（{self.rng.choice(WORDS['details'][1:])}分）")
            if name not in self.names:
                self.names.add(name)
                return name
            if len(self.names) > 12_000:
                name = f"{name}（第{self.key}期）"
                self.names.add(name)
                return name

    def item(self, goal: str, measure: str) -> Invented:
        self.key += 1
        name = self.name()
        unit = "千円"
        if self.dataset == "kpi":
            name, unit = name.split(":")
        text = (
            f"{name[:6]}について、{self.rng.choice(WORDS['purposes'])}、{self.rng.choice(WORDS['doings'])}。"
        )
        if self.rng.random() < 0.3:
            text = "市民アンケート調査の関連設問で「そう思う」を選んだ市民の割合を表す。"
        decimals = 1 if unit in ("%", "m", "㎡", "t") else 0
        return Invented(
            self.key,
            self.dataset,
            name,
            unit,
            goal,
            measure,
            self.rng.sample(WORDS["departments"], self.rng.choice((1, 1, 1, 2))),
            text,
            self.figures(unit, decimals),
            decimals,
        )

    def figures(self, unit: str, decimals: int) -> Figures:
        first = self.value(unit, decimals)
        if self.dataset == "project":
            last = self.near(first, 0)
            found: Figures = {
                ("settlement", YEAR - 2, ""): first,
                ("settlement", YEAR - 1, ""): last,
            }
            if self.rng.random() < 0.3 and last:
                share = round(last * self.rng.random())
                found["settlement", YEAR - 1, FUNDS[0]] = float(share)
                found["settlement", YEAR - 1, FUNDS[1]] = last - share
            return found
        dash = self.rng.random() < 0.05
        return {
            ("baseline", None, ""): first,
            ("actual", YEAR - 1, ""): None if dash else self.near(first, decimals),
            ("actual", YEAR, ""): self.near(first, decimals),
            ("target", YEAR + 3, ""): self.near(first, decimals),
        }

    def value(self, unit: str, decimals: int) -> float:
        if unit == "%":
            return round(self.rng.uniform(5, 95), 1)
        if self.rng.random() < 0.06:
            return float(self.rng.choice((0, 1, 2, 3)))
        return round(10 ** self.rng.uniform(1, 5), decimals)

    def near(self, value: float, decimals: int) -> float:
        moved = round(value * self.rng.uniform(0.7, 1.4), decimals)
        return moved if self.rng.random() < 0.9 else value

    def note(self, kind: str, before: list[str], after: list[str], year: int | None = None) -> None:
        self.truth[fact(self.dataset, kind, before, after, year)] += 1

    def role(self) -> str:
        return "settlement" if self.dataset == "project" else "actual"

    def last(self) -> tuple[str, int, str]:
        return self.role(), YEAR - 1 if self.dataset == "project" else YEAR, ""

    def only_new(self, item: Invented) -> Figures:
        """Figures of an added item: the new year only, dashes before."""
        role, year, _ = self.last()
        found: Figures = {(role, year + 1, ""): self.value(item.unit, item.decimals)}
        if self.dataset == "kpi":
            found["baseline", None, ""] = None
            found["target", YEAR + 3, ""] = self.value(item.unit, item.decimals)
        if self.rng.random() < 0.7:
            found[role, year, ""] = None if self.dataset == "kpi" else 0.0
        return found
