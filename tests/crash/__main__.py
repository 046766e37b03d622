"""Kills runs at random moments: python -m tests.crash --kills 200 [--longest 5]"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.crash.killing import kill_runs, start_command, start_fork


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--longest", type=float, default=5.0, help="seconds until a run is killed at the latest"
    )
    parser.add_argument(
        "--fork", action="store_true", help="runs are copies of this process, which is faster"
    )
    chosen = parser.parse_args()
    start = start_fork if chosen.fork else start_command
    with tempfile.TemporaryDirectory() as folder:
        killed = kill_runs(Path(folder), chosen.kills, chosen.seed, start, chosen.longest)
    print(
        f"{killed.kills} kills, {killed.writing} of them after documents had changed, "
        f"{killed.too_late} after the run had ended, "
        f"{killed.halfway} between two files of one change; {len(killed.broken)} times something did not hold"
    )
    for text in killed.broken:
        print(text)
    return 1 if killed.broken else 0


if __name__ == "__main__":
    sys.exit(main())
