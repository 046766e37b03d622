"""Runs that are killed at random moments, and what must hold of curated/ after each.

Some documents change between two runs, some go, some come; every state of a document is known from runs
that were not disturbed. After a kill each document must be in one of its known states, whole.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow.parquet as pq

from pipeline import workers
from pipeline.parts import DESCRIPTOR, part_path
from pipeline.replacing import JOURNAL, MEMORY, UNFINISHED, finish_all
from schemas.checks import violations_of
from schemas.dataset import datasets
from tests.bundled import ROOT, read_folder
from tests.extract.pdfwriter import Drawing, write_pdf

DOCUMENTS = 6
State = dict[str, bytes]
"""The bytes of each part of a document, by dataset."""


@dataclass
class Killed:
    """What came of the kills: how many, where they fell, and what did not hold.

    `writing` counts those that fell after the run had begun to change curated/.
    """

    kills: int = 0
    too_late: int = 0
    writing: int = 0
    halfway: int = 0
    broken: list[str] = field(default_factory=list)


def make_raw(folder: Path, generation: int, only: set[int] | None = None) -> Path:
    """A raw/ of small documents, whose figures depend on the generation."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for number in sorted(only if only is not None else range(DOCUMENTS)):
        _write(folder / f"d{number}.pdf", number, generation)
    return folder


def _write(path: Path, number: int, generation: int) -> None:
    page = (
        Drawing()
        .text(20, 25, f"総合戦略 指標一覧 {number}", 12)
        .grid([20, 160, 220, 300, 380], [40, 60, 80, 100])
    )
    rows = (
        ("指標名", "単位", "基準値", "令和5年度実績"),
        ("利用者数", "人", f"{number},{generation}00", "1,234"),
        ("満足度", "%", f"{generation}.5", f"8{number}.5"),
    )
    for y, cells in zip((40, 60, 80), rows, strict=True):
        for x, cell in zip((20, 160, 220, 300), cells, strict=True):
            page.text(x + 3, y + 14, cell, 8)
    write_pdf(path, page)


def states_of(curated: Path) -> dict[str, State]:
    """Each document's parts as they lie there."""
    states: dict[str, State] = {}
    for name in datasets():
        for path in (curated / name).glob("*.parquet"):
            states.setdefault(path.stem, {})[name] = path.read_bytes()
    return states


def known_states(folder: Path) -> dict[str, list[State]]:
    """The states that each document can be in: none, and what undisturbed runs over each generation wrote."""
    known: dict[str, list[State]] = {f"d{number}": [{}] for number in range(DOCUMENTS)}
    for generation in (1, 2):
        curated = folder / f"known{generation}"
        read_folder(make_raw(folder / f"raw{generation}", generation), curated, workers=1)
        for document_id, state in states_of(curated).items():
            known[document_id].append(state)
    assert all(len(states) == 3 and states[1] != states[2] for states in known.values())
    return known


def kill_runs(
    folder: Path, kills: int, seed: int, start: Callable[[Path, Path], int], longest: float
) -> Killed:
    """Starts runs and kills each, with its workers, at a random moment; checks what is left.

    Of four runs, one is killed up to `longest` seconds after its start, three while they write: after so
    many files were staged, and up to 50 milliseconds later. `start` begins a run in a process group of
    its own and returns its id.
    """
    rng = random.Random(seed)
    known = known_states(folder)
    raw, curated = folder / "raw", folder / "curated"
    killed = Killed()
    former: dict[str, State] = {}
    for number in range(kills):
        _shuffle(raw, rng)
        group = start(raw, curated)
        if number % 4 == 0:
            time.sleep(rng.uniform(0, longest))
        else:
            _await_writing(curated, rng.randint(1, 4 * DOCUMENTS), group)
            time.sleep(rng.uniform(0, 0.05))
        killed.too_late += _kill(group)
        killed.kills += 1
        now = {path.stem for path in raw.glob("*.pdf")}
        killed.halfway += _has_journal(curated)
        wrong = [f"kill {number}: {text}" for text in _wrong(curated, known, former.keys() & now)]
        killed.broken += wrong
        states = states_of(curated)
        killed.writing += states != former
        former = states
    read_folder(make_raw(raw, 2), curated, workers=1)
    if states_of(curated) != {name: states[2] for name, states in known.items()}:
        killed.broken.append("the run after all kills did not mend everything")
    left = [path.name for path in curated.rglob("*") if path.name.endswith((UNFINISHED, JOURNAL))]
    killed.broken += [f"left over: {name}" for name in left]
    return killed


def _await_writing(curated: Path, times: int, group: int) -> None:
    """Returns when files came or went in some folder so many times, or the run is over."""
    folders = [curated / name for name in ("cells", "documents", "kpi_values", MEMORY)]
    seen = [_changed(folder) for folder in folders]
    until = time.monotonic() + 60
    while times > 0 and time.monotonic() < until and _is_running(group):
        now = [_changed(folder) for folder in folders]
        times -= now != seen
        seen = now
        time.sleep(0.001)


def _changed(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0


def _is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _shuffle(raw: Path, rng: random.Random) -> None:
    """Every document anew in one of both generations, or gone."""
    make_raw(raw, 1, set())
    for number in range(DOCUMENTS):
        if generation := rng.choice((1, 1, 2, 2, 0)):
            _write(raw / f"d{number}.pdf", number, generation)
    if not list(raw.iterdir()):
        _write(raw / "d0.pdf", 0, 1)


def _kill(group: int) -> bool:
    """Kills a process group at once; True when the run had ended before."""
    done, _ = os.waitpid(group, os.WNOHANG)
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return True
    if not done:
        os.waitpid(group, 0)
    return bool(done)


def _has_journal(curated: Path) -> bool:
    return any((curated / MEMORY).glob(f"*{JOURNAL}"))


def _wrong(curated: Path, known: dict[str, list[State]], expected: set[str]) -> list[str]:
    """What does not hold after a kill: a document lost or half, a contract broken, a listing of nothing."""
    if not curated.exists():
        return []
    journals = [path.name.removesuffix(JOURNAL) for path in (curated / MEMORY).glob(f"*{JOURNAL}")]
    wrong = [
        f"{name} is half"
        for name, state in states_of(curated).items()
        if state not in known[name] and name not in journals and "datapackage" not in journals
    ]
    # what the next run does before anything else
    finish_all(curated)
    states = states_of(curated)
    wrong += [f"{name} is half after mending" for name, state in states.items() if state not in known[name]]
    wrong += [f"{name} is lost" for name in expected - set(states)]
    for name in states:
        rows = {
            dataset: pq.read_table(part_path(curated, dataset, name)).to_pylist() for dataset in datasets()
        }
        wrong += [f"{name}: {violation}" for violation in violations_of(rows)]
    descriptor = curated / DESCRIPTOR
    if descriptor.exists():
        package = json.loads(descriptor.read_text("utf-8"))
        for resource in package["resources"]:
            missing = [path for path in resource["path"] if not (curated / path).exists()]
            wrong += [f"datapackage.json lists {path}, which is not there" for path in missing]
    return wrong


def start_command(raw: Path, curated: Path) -> int:
    """`gyosei run` as a person starts it."""
    command = [sys.executable, "-m", "pipeline", "run", "--workers", "2"]
    command += ["--raw", str(raw), "--curated", str(curated)]
    process = subprocess.Popen(
        command,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    # waited for by its id
    process.returncode = 0
    return process.pid


def start_fork(raw: Path, curated: Path) -> int:
    """The same in a copy of this process, whose workers are copies, too: nothing is imported anew."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        os.setsid()
        workers.SPAWN = multiprocessing.get_context("fork")  # type: ignore[assignment]
        read_folder(raw, curated, workers=2)
        status = 0
    finally:
        os._exit(status)
