"""Documents read in worker processes: one that hangs, crashes or eats memory costs itself only.

A worker says which page it reads next. A page that takes too long or ends its worker is left out, and
the document is read again without it; a document that takes too long as a whole fails.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from pipeline.contents import RECOGNISED
from pipeline.reading import Reading, failed_reading, read
from pipeline.sources import Source

SPAWN = multiprocessing.get_context("spawn")
"""A fresh interpreter for each worker: nothing of the run's own state is shared."""

MOST_GIVEN_UP = 10
"""Pages of a document that may end a worker before the document is given up as a whole."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: wall-clock seconds, MiB of memory, and seconds for one page of it."""

    seconds: float = 600.0
    memory_mib: int = 4096
    page_seconds: float = 120.0


@dataclass(slots=True)
class _Task:
    """A document to read; `given_up` are pages that are not tried again, with the reason.

    `started` is when it was first begun: reading it again without a page does not give it more time.
    `recognising` is the seconds that recognised pages took: they have their own limit each, and a long scan
    is not one that hangs.
    """

    source: Source
    given_up: dict[int, str] = field(default_factory=dict)
    started: float = 0.0
    recognising: float = 0.0

    def seconds_left(self, limits: Limits, now: float) -> float:
        """Until the document must be done."""
        return self.started + limits.seconds + self.recognising - now


@dataclass(slots=True)
class _Worker:
    """`page` is what it reads since `page_started`; 0 before the first page and after the last."""

    process: SpawnProcess
    connection: Connection
    task: _Task | None = None
    page: int = 0
    page_started: float = 0.0

    def seconds_left(self, limits: Limits, now: float) -> float:
        """Until the document or its page must be done."""
        assert self.task is not None
        left = self.task.seconds_left(limits, now)
        return min(left, self.page_started + limits.page_seconds - now) if self.page else left


def read_all(sources: Sequence[Source], reader: str, workers: int, limits: Limits) -> Iterator[Reading]:
    """A reading of every source, in the order in which they are done.

    Closing the iterator (or an exception in the caller) ends the worker processes.
    """
    waiting = [_Task(source) for source in reversed(sources)]
    pool = [_start(reader, limits) for _ in range(min(workers, len(sources)))]
    try:
        for worker in pool:
            _give(worker, waiting.pop())
        while busy := {worker.connection: worker for worker in pool if worker.task}:
            now = time.perf_counter()
            timeout = min(worker.seconds_left(limits, now) for worker in busy.values())
            for connection in wait(list(busy), timeout=max(0.0, timeout)):
                done = _hear(busy[connection], limits)  # type: ignore[index]
                yield from done
            now = time.perf_counter()
            for worker in busy.values():
                if worker.task and worker.seconds_left(limits, now) <= 0:
                    yield from _stop(worker, limits, now)
            for index, worker in enumerate(pool):
                task = worker.task if worker.process.exitcode is not None else None
                if task or (worker.task is None and waiting):
                    if not worker.process.is_alive():
                        worker = pool[index] = _start(reader, limits)
                    _give(worker, task or waiting.pop())
    finally:
        for worker in pool:
            _end(worker)


def _hear(worker: _Worker, limits: Limits) -> Iterator[Reading]:
    """The reading that the worker sends, if it is that; where the worker died, see `_lost`."""
    task = worker.task
    assert task is not None
    try:
        answer = worker.connection.recv()
    except (EOFError, OSError):
        worker.process.join(5)
        yield from _lost(worker, _death(worker.process.exitcode, limits))
        return
    if isinstance(answer, Reading):
        worker.task = None
        yield answer
    elif answer == RECOGNISED:
        task.recognising += time.perf_counter() - worker.page_started
    else:
        worker.page, worker.page_started = int(answer), time.perf_counter()


def _stop(worker: _Worker, limits: Limits, now: float) -> Iterator[Reading]:
    """Ends a worker whose document or page took too long."""
    task = worker.task
    assert task is not None
    if task.seconds_left(limits, now) <= 0:
        worker.task = None
        where = f" It was stopped at page {worker.page}." if worker.page else ""
        error = f"Reading it took more than {limits.seconds:g} seconds and was stopped.{where}"
        yield failed_reading(task.source, error, task.started)
        _end(worker)
    else:
        yield from _lost(worker, f"reading it took more than {limits.page_seconds:g} seconds and was stopped")


def _lost(worker: _Worker, reason: str) -> Iterator[Reading]:
    """Ends a worker; its document is read again without the page, or fails where that is no way out."""
    task = worker.task
    assert task is not None
    if worker.page and len(task.given_up) < MOST_GIVEN_UP:
        task.given_up[worker.page] = reason
    else:
        worker.task = None
        yield failed_reading(task.source, f"{reason[:1].upper()}{reason[1:]}.", task.started)
    _end(worker)


def _death(exit_code: int | None, limits: Limits) -> str:
    if exit_code is not None and exit_code < 0:
        name = signal.Signals(-exit_code).name
        return f"reading it was ended by the system ({name}); it may have needed more memory than there is"
    return f"reading it ended the worker process (exit code {exit_code}, {limits.memory_mib} MiB allowed)"


def _start(reader: str, limits: Limits) -> _Worker:
    mine, theirs = SPAWN.Pipe()
    process = SPAWN.Process(target=_serve, args=(theirs, reader, limits.memory_mib), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, mine)


def _give(worker: _Worker, task: _Task) -> None:
    """Hands a document to an idle worker; one that has died meanwhile is noticed by its missing answer."""
    worker.task, worker.page = task, 0
    task.started = task.started or time.perf_counter()
    with contextlib.suppress(OSError):
        worker.connection.send((task.source, task.given_up))


def _end(worker: _Worker) -> None:
    worker.connection.close()
    if worker.process.is_alive():
        worker.process.kill()
    worker.process.join()


def _serve(connection: Connection, reader: str, memory_mib: int) -> None:
    """The loop of a worker process: a source in, its pages and its reading out, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_the_run, daemon=True).start()
    # pdfminer quotes the file in its warnings
    logging.disable(logging.CRITICAL)
    if sys.platform == "linux":
        size = memory_mib * 2**20
        resource.setrlimit(resource.RLIMIT_DATA, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(EOFError, OSError):
        while True:
            source, given_up = connection.recv()
            connection.send(read(source, reader, given_up, connection.send))


def _die_with_the_run() -> None:
    """Ends this process when the run was killed and cannot do it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
