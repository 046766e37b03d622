"""Documents read in worker processes: one that hangs, crashes or eats memory costs itself only.

A worker says which page it reads next. A page that takes too long or ends its worker is left out, and
the document is read again without it; a document that takes too long as a whole fails. A long document is
read in ranges of pages (`pipeline.page_ranges`), each of which is to a worker what a document is.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import multiprocessing
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from pipeline.contents import Recognised
from pipeline.page_ranges import Job, Join, Long, LongDocuments, Range, RangeRead, do, times_longer
from pipeline.reading import Reading, failed_reading
from pipeline.sources import Source
from pipeline.storage import FetchError

SPAWN = multiprocessing.get_context("spawn")
"""A fresh interpreter for each worker: nothing of the run's own state is shared."""

Answer = Reading | Long | RangeRead

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
    is not one that hangs. `job` is the part of a long document to be done, None for a document as a whole.
    """

    source: Source
    given_up: dict[int, str] = field(default_factory=dict)
    started: float = 0.0
    recognising: float = 0.0
    job: Job | None = None

    def seconds_left(self, limits: Limits, now: float) -> float:
        """Until the document, or the part of it that this is, must be done."""
        more = times_longer(self.job.page_count) if isinstance(self.job, Join) else 1.0
        return self.started + more * limits.seconds + self.recognising - now


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


Idle = list[_Worker]
"""Worker processes that wait for their next document."""

Scanning = Callable[[Source, int, int, float], None]
"""Told of a document with recognised pages: how many pages of how many are read, and the seconds so far."""


def unheard(source: Source, done: int, of: int, seconds: float) -> None:
    """Hears how far a scan is and does nothing."""


def read_all(
    sources: Sequence[Source],
    reader: str,
    workers: int,
    limits: Limits,
    scanning: Scanning = unheard,
    idle: Idle | None = None,
) -> Iterator[Reading]:
    """A reading of every source, in the order in which they are done.

    Closing the iterator (or an exception in the caller) ends the worker processes. Where a list of `idle`
    ones is given they are taken from it, and put into it in the end for a next call with the same limits.
    """
    waiting = [_Task(source) for source in reversed(sources)]
    pool: list[_Worker] = []
    long = LongDocuments()
    try:
        while len(pool) < min(workers, len(sources)):
            pool.append(_next(idle, reader, limits))
        for worker in pool:
            _give(worker, waiting.pop())
        while busy := {worker.connection: worker for worker in pool if worker.task}:
            now = time.perf_counter()
            timeout = min(worker.seconds_left(limits, now) for worker in busy.values())
            for connection in wait(list(busy), timeout=max(0.0, timeout)):
                worker = busy[connection]  # type: ignore[index]
                task = worker.task
                for answer in _hear(worker, limits, scanning):
                    yield from _take(answer, task, long, waiting, limits)
            now = time.perf_counter()
            for worker in busy.values():
                task = worker.task
                if task and worker.seconds_left(limits, now) <= 0:
                    for answer in _stop(worker, limits, now):
                        yield from _take(answer, task, long, waiting, limits)
            while len(pool) < workers and len(waiting) > sum(worker.task is None for worker in pool):
                pool.append(_next(idle, reader, limits))
            for index, worker in enumerate(pool):
                task = worker.task if worker.process.exitcode is not None else None
                if task or (worker.task is None and waiting):
                    if not worker.process.is_alive():
                        worker = pool[index] = _start(reader, limits)
                    _give(worker, task or waiting.pop())
    finally:
        long.close()
        for worker in pool:
            if idle is not None and worker.task is None and worker.process.is_alive():
                idle.append(worker)
            else:
                _end(worker)


def _take(
    answer: Answer, task: _Task | None, long: LongDocuments, waiting: list[_Task], limits: Limits
) -> Iterator[Reading]:
    """Yields a reading; a long document waits as ranges instead, and to be joined when these are read."""
    assert task is not None
    if isinstance(answer, Reading):
        yield long.finish(answer)
        long.forget(answer)
    elif isinstance(answer, Long):
        try:
            ranges = long.split(task.source, answer, task.started)
        except (FetchError, OSError) as error:
            yield failed_reading(task.source, str(error), task.started)
            return
        waiting += [_Task(task.source, job=job) for job in reversed(ranges)]
    else:
        assert isinstance(task.job, Range)
        join = long.keep(task.job, answer, time.perf_counter() - task.started - task.recognising)
        if join is None and long.is_over(task.source, limits.seconds):
            for other in [other for other in waiting if other.source is task.source]:
                assert isinstance(other.job, Range)
                waiting.remove(other)
                why = "reading the pages before it took all the time that the document may take"
                join = long.keep(other.job, RangeRead(dict.fromkeys(other.job.numbers, why), False), 0.0)
        if join is not None:
            waiting.append(_Task(join.source, job=join))


def _hear(worker: _Worker, limits: Limits, scanning: Scanning = unheard) -> Iterator[Answer]:
    """The answer that the worker sends, if it is that; where the worker died, see `_lost`."""
    task = worker.task
    assert task is not None
    try:
        answer = worker.connection.recv()
    except (EOFError, OSError):
        worker.process.join(5)
        yield from _lost(worker, _death(worker.process.exitcode, limits))
        return
    if isinstance(answer, Reading | Long | RangeRead):
        worker.task = None
        yield answer
    elif isinstance(answer, Recognised):
        task.recognising += time.perf_counter() - worker.page_started
        scanning(task.source, answer.done, answer.of, task.recognising)
    else:
        worker.page, worker.page_started = int(answer), time.perf_counter()


def _stop(worker: _Worker, limits: Limits, now: float) -> Iterator[Answer]:
    """Ends a worker whose document or page took too long."""
    task = worker.task
    assert task is not None
    if task.seconds_left(limits, now) <= 0:
        worker.task = None
        where = f" It was stopped at page {worker.page}." if worker.page else ""
        error = f"Reading it took more than {limits.seconds:g} seconds and was stopped.{where}"
        yield _failed(task, error)
        _end(worker)
    else:
        yield from _lost(worker, f"reading it took more than {limits.page_seconds:g} seconds and was stopped")


def _lost(worker: _Worker, reason: str) -> Iterator[Answer]:
    """Ends a worker; its document is read again without the page, or fails where that is no way out."""
    task = worker.task
    assert task is not None
    if worker.page and len(task.given_up) < MOST_GIVEN_UP:
        task.given_up[worker.page] = reason
    else:
        worker.task = None
        yield _failed(task, f"{reason[:1].upper()}{reason[1:]}.")
    _end(worker)


def _failed(task: _Task, error: str) -> Reading | RangeRead:
    """What is left of a task that cannot be done: a document that failed, or a range without pages."""
    if not isinstance(task.job, Range):
        return failed_reading(task.source, error, task.started)
    reason = f"{error[:1].lower()}{error[1:].rstrip('.')}"
    lost = {page: task.given_up.get(page, reason) for page in task.job.numbers}
    return RangeRead(lost, lasting=False)


def _death(exit_code: int | None, limits: Limits) -> str:
    if exit_code is not None and exit_code < 0:
        name = signal.Signals(-exit_code).name
        return f"reading it was ended by the system ({name}); it may have needed more memory than there is"
    return f"reading it ended the worker process (exit code {exit_code}, {limits.memory_mib} MiB allowed)"


def _next(idle: Idle | None, reader: str, limits: Limits) -> _Worker:
    return idle.pop() if idle else _start(reader, limits)


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
        worker.connection.send((task.job or task.source, task.given_up))


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
    # what is made of a document holds no cycles; to look for them every 700 objects takes a tenth of the time
    gc.set_threshold(100_000, 50, 1000)
    with contextlib.suppress(EOFError, OSError):
        while True:
            job, given_up = connection.recv()
            connection.send(do(job, reader, given_up, connection.send))


def _die_with_the_run() -> None:
    """Ends this process when the run was killed and cannot do it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
