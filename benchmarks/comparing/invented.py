"""Invented editions: an edition, and its successor with changes whose truth is known; all from a seed.

Names are made of few words, so that many items of an edition are alike, as they are in a city's own
lists. The successor is printed otherwise besides: other widths and dashes, another order, headings and
departments with new names, and notes in definitions that change nothing.
"""

from __future__ import annotations

import random
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
YEAR = 2024
Fact = tuple[str, str, tuple[str, ...], tuple[str, ...], int | None]
Rows = dict[str, list[dict[str, Any]]]
FUNDS = ("国庫支出金", "一般財源")


@dataclass
class Invented:
    """One item: figures by (role or kind, year, component); what it is now, and who it was."""

    key: int
    dataset: str
    name: str
    unit: str
    goal: str
    measure: str
    departments: list[str]
    text: str
    figures: dict[tuple[str, int | None, str], float | None]
    decimals: int = 0
    lifecycle: str = "current"
    is_reprint: bool = False


@dataclass(frozen=True)
class Editions:
    """Rows of both editions as in curated/, and the changes between them."""

    before: Rows
    after: Rows
    truth: Counter[Fact]
    pairs: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Rates:
    """Share of the items that each change happens to."""

    renamed: float = 0.05
    restated: float = 0.03
    department: float = 0.02
    moved: float = 0.02
    redefined: float = 0.03
    removed: float = 0.04
    added: float = 0.04
    merged: float = 0.01
    split: float = 0.01
    target: float = 0.04
    unit: float = 0.03
    lifecycle: float = 0.03
    replaced: float = 0.02
    """Removed, and another with a name much like it added in its place."""
    noise: float = 0.25
    past_years: bool = True
    """Whether the successor prints a year that the former edition prints as well."""
    sparse: bool = False
    """Lists of names and figures only: no definitions, no departments."""


def fold(text: str) -> str:
    """The text without white space and differences of width and dashes."""
    return re.sub(r"[‐-―−ー~〜-]", "-", re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)))


def fact(dataset: str, kind: str, before: list[str], after: list[str], year: int | None = None) -> Fact:
    """A change as it is counted."""
    return dataset, kind, tuple(sorted(map(fold, before))), tuple(sorted(map(fold, after))), year


def invent(dataset: str, count: int, seed: int, rates: Rates | None = None) -> Editions:
    """Two editions of `count` items or a few more of a dataset (kpi or project), with the changes."""
    made = _Maker(dataset, random.Random(seed), rates or Rates())
    before = made.edition(count)
    after = made.next_edition(before)
    if made.rates.sparse:
        for item in before:
            item.text, item.departments = "", []
        made.truth = Counter(
            {f: n for f, n in made.truth.items() if f[1] not in ("definition_changed", "department_changed")}
        )
    return Editions(
        rows_of("before", YEAR, before),
        rows_of("after", YEAR + 1, after),
        made.truth,
    )


class _Maker:
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

    def figures(self, unit: str, decimals: int) -> dict[tuple[str, int | None, str], float | None]:
        first = self.value(unit, decimals)
        if self.dataset == "project":
            last = self.near(first, 0)
            found: dict[tuple[str, int | None, str], float | None] = {
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

    # -- the next edition -----------------------------------------------------------------------

    def next_edition(self, before: list[Invented]) -> list[Invented]:
        """The successor; every change is written down in `truth`."""
        items = deepcopy(before)
        groups: dict[int, list[Invented]] = {}
        for item in items:
            groups.setdefault(item.key, []).append(item)
        old = {item.key: deepcopy(item) for item in before if not item.is_reprint}
        untouched = list(groups)
        self.rng.shuffle(untouched)

        def take(rate: float) -> list[list[Invented]]:
            count = round(rate * len(groups)) or (self.rng.random() < rate * len(groups))
            return [groups[untouched.pop()] for _ in range(count) if untouched]

        gone: list[Invented] = []
        for group in take(self.rates.removed):
            gone += group
            for item in group:
                self.note("removed", [item.name], [])
        came = self.merge(groups, untouched, gone) + self.split(groups, untouched, gone)
        came += [self.replace(group, gone) for group in take(self.rates.replaced) if len(group) == 1]
        edits: list[tuple[float, Callable[[list[Invented]], None]]] = [
            (self.rates.restated, self.restate),
            (self.rates.redefined, self.redefine),
        ]
        if self.dataset == "kpi":
            edits += [
                (self.rates.target, self.revise_target),
                (self.rates.unit, self.change_unit),
                (self.rates.lifecycle, self.change_lifecycle),
            ]
        for rate, edit in edits:
            for group in take(rate):
                edit(group)
        for group in take(self.rates.moved):
            self.move(group, items)
        # renamed last, so that what changed otherwise may have another name as well
        candidates = [key for key in groups if not any(item in gone for item in groups[key])]
        for key in self.rng.sample(candidates, round(self.rates.renamed * len(candidates))):
            self.rename(groups[key])
        kept = [item for item in items if not any(item is other for other in gone)]
        self.departments(kept)
        self.rolled(kept, old)
        headings = sorted({(item.goal, item.measure) for item in kept})
        for _ in range(round(self.rates.added * len(groups))):
            item = self.item(*self.rng.choice(headings))
            item.figures = self.only_new(item)
            came.append(item)
            self.note("added", [], [item.name])
        self.rename_heading(kept + came)
        kept += came
        for item in kept:
            self.print_otherwise(item)
            if self.rates.sparse:
                item.text, item.departments = "", []
            if not self.rates.past_years:
                item.figures = {key: f for key, f in item.figures.items() if key[1] == self.last()[1] + 1}
        order = {heading: self.rng.random() for heading in headings}
        kept.sort(key=lambda item: (item.goal, order.get((item.goal, item.measure), 0), self.rng.random()))
        return kept

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

    def note(self, kind: str, before: list[str], after: list[str], year: int | None = None) -> None:
        self.truth[fact(self.dataset, kind, before, after, year)] += 1

    def rolled(self, items: list[Invented], old: dict[int, Invented]) -> None:
        """The figures of the new year; a project's oldest year is no longer printed."""
        for key in {item.key for item in items} & set(old):
            group = [item for item in items if item.key == key]
            fresh: float | None = self.near(group[0].figures.get(self.last()) or 50.0, group[0].decimals)
            if self.rng.random() < 0.03:
                fresh = None
            for item in group:
                item.figures[self.role(), self.last()[1] + 1, ""] = fresh
                item.figures.pop(("settlement", YEAR - 2, ""), None)

    def role(self) -> str:
        return "settlement" if self.dataset == "project" else "actual"

    def last(self) -> tuple[str, int, str]:
        return self.role(), YEAR - 1 if self.dataset == "project" else YEAR, ""

    def only_new(self, item: Invented) -> dict[tuple[str, int | None, str], float | None]:
        """Figures of an added item: the new year only, dashes before."""
        role, year, _ = self.last()
        found: dict[tuple[str, int | None, str], float | None] = {
            (role, year + 1, ""): self.value(item.unit, item.decimals)
        }
        if self.dataset == "kpi":
            found["baseline", None, ""] = None
            found["target", YEAR + 3, ""] = self.value(item.unit, item.decimals)
        if self.rng.random() < 0.7:
            found[role, year, ""] = None if self.dataset == "kpi" else 0.0
        return found

    def merge(self, groups: Any, untouched: list[int], gone: list[Invented]) -> list[Invented]:
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

    def split(self, groups: Any, untouched: list[int], gone: list[Invented]) -> list[Invented]:
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

    def summable(self, groups: Any, untouched: list[int], count: int) -> list[Invented]:
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

    def summed(self, parts: list[Invented]) -> dict[tuple[str, int | None, str], float | None]:
        keys = [key for key in parts[0].figures if key[1] != YEAR - 2 and not key[2]]
        found: dict[tuple[str, int | None, str], float | None] = {}
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


def rows_of(document_id: str, year: int, items: list[Invented]) -> Rows:
    """The items as the curated rows of a document."""
    rows: Rows = {"kpis": [], "kpi_values": [], "projects": [], "project_amounts": []}
    for number, item in enumerate(items, 1):
        place = {
            "page": 1 + number // 20,
            "x0": 40.0,
            "y0": 20.0 + number % 20,
            "x1": 90.0,
            "y1": 30.0 + number % 20,
        }
        if item.dataset == "kpi":
            kpi_id = f"k{number:05d}"
            rows["kpis"].append(
                {"kpi_id": kpi_id, "goal": item.goal, "measure": item.measure, "name": item.name,
                 "name_text": item.name, "unit": item.unit, "is_reprint": item.is_reprint,
                 "lifecycle": item.lifecycle, "description": item.text, "departments": item.departments,
                 **place}
            )  # fmt: skip
            for (role, fiscal_year, component), value in item.figures.items():
                rows["kpi_values"].append(
                    {"kpi_id": kpi_id, "value_id": f"v{len(rows['kpi_values']) + 1:05d}", "role": role,
                     "fiscal_year": fiscal_year, "as_of": None, "period": f"{fiscal_year or '策定時'}",
                     "series": component, "value": value, "unit": item.unit, "decimals": item.decimals,
                     "qualifier": "not_available" if value is None else None,
                     "value_text": "-" if value is None else f"{value:,.{item.decimals}f}", "status": "read",
                     **place}
                )  # fmt: skip
        else:
            project_id = f"p{number:05d}"
            rows["projects"].append(
                {"project_id": project_id, "measure": item.goal, "basic_project": item.measure,
                 "name": item.name, "name_text": item.name, "summary": item.text,
                 "departments": item.departments, **place}
            )  # fmt: skip
            for (role, fiscal_year, component), value in item.figures.items():
                rows["project_amounts"].append(
                    {"project_id": project_id, "amount_id": f"a{len(rows['project_amounts']) + 1:05d}",
                     "kind": role, "fiscal_year": fiscal_year, "component": component,
                     "amount_yen": None if value is None else round(value) * 1000, "unit_text": "千円",
                     "amount_text": "-" if value is None else f"{value:,.0f}", "status": "read", **place}
                )  # fmt: skip
    rows["documents"] = [
        {"document_id": document_id, "file_name": f"{document_id}.pdf", "edition_fiscal_year": year,
         "status": "ok", "error": None}
    ]  # fmt: skip
    return rows
