"""How many figures of a folder of PDFs a witness looks at, and how many it proves, without any repair.

    python -m benchmarks.injected_errors.shares FOLDER…

Rows that sum others are witnesses and not counted. `with 増減`: amounts, changes and ratios of lines that
print a change, of the years that it compares.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.injected_errors.measure import Ledger, ledgers
from quality.evidence import judge
from quality.ledger import CHECKS, TOTALS
from quality.lines import wholes
from quality.relations import Key

NAMES = {"kpi_values": "KPI values", "project_amounts": "amounts", "projects": "changes and rates"}


def shares(held: Sequence[Ledger]) -> dict[str, Counter[str]]:
    """Figures by kind: all, with a witness, proved, doubtful."""
    found: dict[str, Counter[str]] = {name: Counter() for name in (*NAMES.values(), "with 増減")}
    for ledger in held:
        judgement = judge(ledger.lines, ledger.indicators, repair=False)
        with_change = set(_with_change(ledger))
        for key, status in judgement.status.items():
            if key[0] in (TOTALS, CHECKS):
                continue
            for name in (NAMES[key[0]], *(["with 増減"] if key in with_change else [])):
                found[name].update({"all": 1, "with a witness": key in judgement.compared, status: 1})
        found["contradictions"] = found.get("contradictions", Counter())
        found["contradictions"]["all"] += len(judgement.contradictions)
    return found


def _with_change(ledger: Ledger) -> Iterator[Key]:
    rules = ledger.judgement.compared
    slots = {
        (line.table_id, slot)
        for line in ledger.lines
        for slot, amount in wholes(line).items()
        if "change" in rules.get(amount.value.key, ())
    }
    for line in ledger.lines:
        if line.change is not None and not line.is_total:
            yield line.change.key
            for slot, amount in wholes(line).items():
                if (line.table_id, slot) in slots:
                    yield amount.value.key
            if line.ratio is not None:
                yield line.ratio.key


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    for folder in parser.parse_args().folders:
        print(folder)
        for name, counts in shares(list(ledgers([folder]))).items():
            told = ", ".join(f"{what} {counts[what]:,}" for what in ("with a witness", "proved", "doubtful"))
            share = f" ({100 * counts['proved'] / counts['all']:.1f} % proved)" if counts["proved"] else ""
            print(f"  {name}: {counts['all']:,}" + (f", {told}{share}" if name != "contradictions" else ""))


if __name__ == "__main__":
    main()
