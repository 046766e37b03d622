"""Comparing editions, measured: `python -m benchmarks.comparing [--sizes 1000 2000 5000 10000] [--seeds 8]`.

Prints the tables of benchmarks/comparing/README.md: how many of the changes between invented editions
are found, by kind, and what comparing editions of many projects takes. Each size is compared in a
process of its own, so that its memory is its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import Counter

from benchmarks.comparing.invented import invent
from benchmarks.comparing.model import Fact, Rates, fact
from quality.editions.compare import compare
from quality.editions.comparison import KINDS, Comparison

SETS: dict[str, tuple[str, int, Rates]] = {
    "projects, 400": ("project", 400, Rates()),
    "indicators, 400": ("kpi", 400, Rates()),
    "projects, no year printed by both": (
        "project",
        400,
        Rates(past_years=False, merged=0, split=0, restated=0),
    ),
    "small and much changed, projects": (
        "project",
        40,
        Rates(renamed=0.3, removed=0.15, added=0.15, restated=0.1),
    ),
    "small and much changed, indicators": ("kpi", 40, Rates(renamed=0.3, removed=0.15, added=0.15, unit=0.1)),
}


def told(comparison: Comparison) -> Counter[Fact]:
    """The changes of a comparison as facts; a name that is only spelled otherwise is none."""
    found: Counter[Fact] = Counter()
    for change in comparison.changes:
        year = change.fiscal_year if change.kind == "restated" else None
        names = list(change.before_names), list(change.after_names)
        found[fact(change.dataset, change.kind, *names, year)] += 1
    return found


def measured(
    dataset: str, count: int, rates: Rates, seeds: range
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Changes by kind that there are, that are told, and that are told rightly."""
    there: Counter[str] = Counter()
    said: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for seed in seeds:
        editions = invent(dataset, count, seed, rates)
        found = told(compare(editions.before, editions.after))
        for facts, counter in ((editions.truth, there), (found, said), (editions.truth & found, right)):
            for one, times in facts.items():
                counter[one[1]] += times
    return there, said, right


def f1(there: int, said: int, right: int) -> float:
    """Twice the right ones over those there are and those told; 1 when there are none."""
    return 2 * right / (there + said) if there + said else 1.0


def print_quality(seeds: int) -> None:
    """The table of changes found, by set and by kind."""
    print("| editions | changes | told | right | F1 |\n| --- | ---: | ---: | ---: | ---: |")
    kinds: list[Counter[str]] = [Counter(), Counter(), Counter()]
    for name, (dataset, count, rates) in SETS.items():
        counts = measured(dataset, count, rates, range(seeds))
        totals = [counter.total() for counter in counts]
        print(f"| {name} | {totals[0]} | {totals[1]} | {totals[2]} | {f1(*totals):.4f} |", flush=True)
        for kind, counter in zip(kinds, counts, strict=True):
            kind.update(counter)
    print("\n| kind | changes | told | right | F1 |\n| --- | ---: | ---: | ---: | ---: |")
    for kind in KINDS:
        there, said, right = (counter[kind] for counter in kinds)
        print(f"| {kind} | {there} | {said} | {right} | {f1(there, said, right):.4f} |")


def print_scale(sizes: list[int]) -> None:
    """The table of time and memory by size."""
    print("\n| projects in each edition | seconds | CPU seconds | peak MB | changes |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    for size in sizes:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.comparing", "--one", str(size)],
            capture_output=True,
            text=True,
            check=True,
        )
        found = json.loads(done.stdout)
        times = f"{found['seconds']:.1f} | {found['cpu']:.1f}"
        print(f"| {size:,} | {times} | {found['megabytes']:.0f} | {found['changes']} |", flush=True)


def print_one(size: int) -> None:
    """Seconds of comparing two editions of `size` projects, and the most memory of the process."""
    editions = invent("project", size, seed=1)
    start, busy = time.perf_counter(), time.process_time()
    comparison = compare(editions.before, editions.after)
    seconds, cpu = time.perf_counter() - start, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told_ = {"seconds": seconds, "cpu": cpu, "megabytes": peak, "changes": len(comparison.changes)}
    json.dump(told_, sys.stdout)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 2000, 5000, 10000])
    parser.add_argument("--seeds", type=int, default=8)
    parser.add_argument("--one", type=int, help="compare one size in this process")
    chosen = parser.parse_args()
    if chosen.one:
        print_one(chosen.one)
        return
    if chosen.seeds:
        print_quality(chosen.seeds)
    print_scale(chosen.sizes)


if __name__ == "__main__":
    main()
