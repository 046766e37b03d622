"""One session of fuzzing: a process that runs cases, and who watches it."""

from __future__ import annotations

import json
import logging
import multiprocessing
import resource
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.pages import PAGES, check_pdf, hostile_pdf
from tests.fuzz.texts import PAIRS, check_text

HANG, SLOW = 60.0, {"pages": 15.0, "texts": 10.0}
"""Seconds after which a case is ended, and of processor time from which on it is a finding."""
BATCH, MEMORY_MIB = 400, 4096


@dataclass
class Tally:
    """What a process did so far; written to a file, so that it outlives the process."""

    path: Path
    outcomes: Counter[str] = field(default_factory=Counter)
    worst: float = 0.0

    def add(self, outcome: str, seconds: float) -> None:
        self.outcomes[outcome] += 1
        self.worst = max(self.worst, seconds)
        if self.outcomes.total() % 50 == 0:
            self.write()

    def write(self) -> None:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        told = {"outcomes": self.outcomes, "worst_seconds": round(self.worst, 2), "peak_mib": peak}
        self.path.write_text(json.dumps(told))


def signature(error: BaseException) -> str:
    """The kind of an error and the innermost place of ours it passed through."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "/site-packages/" not in f.filename]
    ours = [f for f in frames if "/tests/" not in f.filename and "/lib/python" not in f.filename] or frames
    return f"{type(error).__name__} {Path(ours[-1].filename).name}:{ours[-1].name}"


def keep(out: Path, kind: str, told: str, case: Any, current: Path) -> None:
    """Notes a finding, with its input when it is the first of its kind."""
    log = out / "findings.jsonl"
    known = [json.loads(line)["kind"] for line in log.read_text().splitlines()] if log.exists() else []
    if known.count(kind) >= 5:
        return
    name = f"{len(known):03d}{current.suffix}"
    (out / name).write_bytes(current.read_bytes() if current.exists() else b"")
    with log.open("a") as file:
        file.write(json.dumps({"kind": kind, "case": case, "file": name, "told": told}) + "\n")


def serve(target: str, number: int, until: float, out: Path, tally_name: str) -> None:
    """Runs cases until the time is over."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_MIB * 2**20,) * 2)
    logging.disable(logging.CRITICAL)
    tally = Tally(out / tally_name)
    current = out / ("current.pdf" if target == "pages" else "current.txt")

    def run_page(case: tuple[int, int, int, bool]) -> str:
        which, drawn_seed, times, is_pdfium = case
        current.write_bytes(hostile_pdf(out, which, drawn_seed, times))
        return check_pdf(current, "pdfium" if is_pdfium else "pdfplumber")

    def run_text(case: tuple[str, str]) -> str:
        current.write_text("\n\n".join(case), "utf-8")
        check_text(*case)
        return "answered"

    run: Callable[[Any], str] = run_page if target == "pages" else run_text
    cases = PAGES if target == "pages" else PAIRS

    def one(case: Any) -> None:
        if time.time() >= until:
            return
        start = time.process_time()
        try:
            outcome = run(case)
        except BaseException as error:
            outcome = "finding"
            keep(out, signature(error), "".join(traceback.format_exception(error))[-3000:], case, current)
        seconds = time.process_time() - start
        if seconds > SLOW[target]:
            keep(out, f"slow {target}", f"{seconds:.1f} s", case, current)
        tally.add(outcome, seconds)

    while time.time() < until:
        batch = settings(
            max_examples=BATCH,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        seed(number)(batch(given(cases)(one)))()
        number += 1_000_003
    tally.write()


def watch(target: str, minutes: float, start_seed: int, out: Path) -> Iterator[Path]:
    """The tally of each process that worked on the target until the time was over."""
    until = time.time() + 60 * minutes
    current = out / ("current.pdf" if target == "pages" else "current.txt")
    number = 0
    while time.time() < until:
        tally = f"tally-{target}-{number}.json"
        process = multiprocessing.get_context("spawn").Process(
            target=serve, args=(target, start_seed + number, until, out, tally)
        )
        process.start()
        hung = False
        while process.is_alive():
            process.join(2)
            since = time.time() - current.stat().st_mtime if current.exists() else 0
            if process.is_alive() and since > HANG and time.time() < until + HANG:
                hung = True
                process.kill()
        if hung or process.exitcode:
            kind = f"hang {target}" if hung else f"crash {process.exitcode} {target}"
            keep(out, kind, kind, None, current)
        yield out / tally
        number += 1
