"""Fuzzing, time-boxed: python -m tests.fuzz pages --minutes 30 --out FOLDER

Cases are drawn by hypothesis and run in a process of their own, which is started anew when a case
crashes or hangs it. A finding is kept once for each place it comes from: its input, and a line in
findings.jsonl that says what went wrong and how to run it again. The exit code is 1 when there is one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from tests.fuzz.session import watch


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=("pages", "texts"))
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True, help="folder for findings and tallies")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    outcomes: Counter[str] = Counter()
    worst, peak = 0.0, 0
    for path in watch(chosen.target, chosen.minutes, chosen.seed, chosen.out):
        if path.exists():
            tally = json.loads(path.read_text())
            outcomes.update(tally["outcomes"])
            worst, peak = max(worst, tally["worst_seconds"]), max(peak, tally["peak_mib"])
    log = chosen.out / "findings.jsonl"
    kinds = Counter(json.loads(line)["kind"] for line in log.read_text().splitlines()) if log.exists() else {}
    print(
        f"{outcomes.total()} cases {dict(outcomes)}, worst {worst:.1f} s, {peak} MiB; findings: {dict(kinds)}"
    )
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())
