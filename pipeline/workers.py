"""Documents read in worker processes: one that hangs, crashes or eats memory costs itself only."""

from __future__ import annotations

import contextlib
import multiprocessing
import resource
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from pipeline.reading import Reading, failed_reading, read
from pipeline.sources import Source

SPAWN = multiprocessing.get_context("spawn")
"""A fresh interpreter for each worker: nothing of the run's own state is shared."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: wall-clock seconds and MiB of memory."""

    seconds: float = 600.0
    memory_mib: int = 4096


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    connection: Connection
    source: Source | None = None
    started: float = 0.0


def read_all(sources: Sequence[Source], reader: str, workers: int, limits: Limits) -> Iterator[Reading]:
    """A reading of every source, in the order in which they are done.

    Closing the iterator (or an exception in the caller) ends the worker processes.
    """
    waiting = list(reversed(sources))
    pool = [_start(reader, limits) for _ in range(min(workers, len(sources)))]
    try:
        for worker in pool:
            _give(worker, waiting.pop())
        while any(worker.source for worker in pool):
            busy = {worker.connection: worker for worker in pool if worker.source}
            deadline = min(worker.started for worker in busy.values()) + limits.seconds
            ready = wait(list(busy), timeout=max(0.0, deadline - time.perf_counter()))
            for connection in ready:
                yield _answer(busy[connection], limits)  # type: ignore[index]
            for worker in busy.values():
                if worker.source and time.perf_counter() - worker.started >= limits.seconds:
                    error = f"Reading it took more than {limits.seconds:g} seconds and was stopped."
                    yield failed_reading(worker.source, error, worker.started)
                    _end(worker)
                    worker.source = None
            for index, worker in enumerate(pool):
                if worker.source is None and waiting:
                    if not worker.process.is_alive():
                        worker = pool[index] = _start(reader, limits)
                    _give(worker, waiting.pop())
    finally:
        for worker in pool:
            _end(worker)


def _answer(worker: _Worker, limits: Limits) -> Reading:
    """What the worker sends, or a failed reading when it died instead."""
    source = worker.source
    assert source is not None
    worker.source = None
    try:
        answer = worker.connection.recv()
        assert isinstance(answer, Reading)
        return answer
    except (EOFError, OSError):
        worker.process.join(5)
        error = _death(worker.process.exitcode, limits)
        _end(worker)
        return failed_reading(source, error, worker.started)


def _death(exit_code: int | None, limits: Limits) -> str:
    if exit_code is not None and exit_code < 0:
        name = signal.Signals(-exit_code).name
        return f"Reading it was ended by the system ({name}); it may have needed more memory than there is."
    return f"Reading it ended the worker process (exit code {exit_code}, {limits.memory_mib} MiB allowed)."


def _start(reader: str, limits: Limits) -> _Worker:
    mine, theirs = SPAWN.Pipe()
    process = SPAWN.Process(target=_serve, args=(theirs, reader, limits.memory_mib), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, mine)


def _give(worker: _Worker, source: Source) -> None:
    """Hands a source to an idle worker; one that has died meanwhile is noticed by its missing answer."""
    worker.source, worker.started = source, time.perf_counter()
    with contextlib.suppress(OSError):
        worker.connection.send(source)


def _end(worker: _Worker) -> None:
    worker.connection.close()
    if worker.process.is_alive():
        worker.process.kill()
    worker.process.join()


def _serve(connection: Connection, reader: str, memory_mib: int) -> None:
    """The loop of a worker process: a source in, its reading out, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        size = memory_mib * 2**20
        resource.setrlimit(resource.RLIMIT_DATA, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        try:
            source = connection.recv()
        except (EOFError, OSError):
            return
        connection.send(read(source, reader))
