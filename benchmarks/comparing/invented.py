"""Invented editions: an edition, and its successor with changes whose truth is known; all from a seed.

Names are made of few words, so that many items of an edition are alike, as they are in a city's own
lists. The successor is printed otherwise besides: other widths and dashes, another order, headings and
departments with new names, and notes in definitions that change nothing.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from copy import deepcopy

from benchmarks.comparing.edits import Edits
from benchmarks.comparing.model import YEAR, Editions, Invented, Rates, Rows


def invent(dataset: str, count: int, seed: int, rates: Rates | None = None) -> Editions:
    """Two editions of `count` items or a few more of a dataset (kpi or project), with the changes."""
    made = _Successor(dataset, random.Random(seed), rates or Rates())
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


class _Successor(Edits):
    """Makes the successor of an edition."""

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
