"""Documents read by the workers of a Dask cluster, on this machine or on others (extra `dask`).

A Dask worker reads a document as a run without Dask does: in a process of its own, under the same limits,
so that a bad file ends neither the worker nor any other document. A document whose worker is lost is given
to another one by the scheduler.
"""

from __future__ import annotations

import contextlib
import importlib
import logging
import multiprocessing
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline.reading import Reading, failed_reading, in_hand
from pipeline.refusal import RefusedError
from pipeline.reuse import software_fingerprint
from pipeline.sources import Source
from pipeline.workers import Idle, Limits, read_all

LOCAL = "local"
MOST_SUBMITTED = 256
"""Documents that the scheduler knows of at a time: its memory does not grow with the number of documents."""
CONNECT_SECONDS = 30

_idle: dict[tuple[str, Limits], Idle] = {}
"""Processes of this Dask worker that wait for their next document."""


def read_on_cluster(
    sources: Sequence[Source], reader: str, address: str, workers: int, limits: Limits
) -> Iterator[Reading]:
    """A reading of every source, in the order in which they are done.

    `address` is that of a scheduler, or 'local' for a cluster of `workers` processes that lasts as long as
    this. Raises RefusedError where Dask is not installed, nobody answers or a worker has another gyosei.
    """
    distributed = _distributed()
    with _client(distributed, address, workers) as client:
        waiting = iter(sources)
        given: dict[str, tuple[Source, float]] = {}

        def give(source: Source) -> Any:
            if isinstance(source.path, Path):
                source = replace(source, path=source.path.absolute())
            future = client.submit(read_one, source, reader, limits, software_fingerprint(), pure=False)
            given[future.key] = (source, time.perf_counter())
            return future

        done = distributed.as_completed([give(source) for source in islice(waiting, MOST_SUBMITTED)])
        for future in done:
            source, started = given.pop(future.key)
            yield _reading(distributed, future, source, started)
            future.release()
            for following in islice(waiting, 1):
                done.add(give(following))


def read_one(source: Source, reader: str, limits: Limits, fingerprint: str) -> Reading:
    """The reading of one document, in a Dask worker. Raises RefusedError where that has another gyosei."""
    if software_fingerprint() != fingerprint:
        raise RefusedError(
            "A Dask worker has another version of gyosei or its libraries: install the same everywhere."
        )
    # a worker under a nanny is a daemon, and daemons may not start processes; ours end with their parent
    with contextlib.suppress(AssertionError):
        multiprocessing.current_process().daemon = False
    readings = read_all([source], reader, 1, limits, idle=_idle.setdefault((reader, limits), []))
    # the files of a long document's parts lie here, and only until the next reading is asked for
    [made] = [in_hand(reading) for reading in readings]
    return made


def _reading(distributed: Any, future: Any, source: Source, started: float) -> Reading:
    try:
        reading: Reading = future.result()
    except distributed.KilledWorker:
        return failed_reading(source, "Several Dask workers were lost while they read it.", started)
    return reading


def _distributed() -> Any:
    try:
        return importlib.import_module("distributed")
    except ImportError as error:
        raise RefusedError("--dask needs Dask: install it with pip install 'gyosei[dask]'.") from error


@contextlib.contextmanager
def _client(distributed: Any, address: str, workers: int) -> Iterator[Any]:
    with contextlib.ExitStack() as stack:
        where = address
        if address == LOCAL:
            where = stack.enter_context(
                distributed.LocalCluster(
                    n_workers=workers,
                    threads_per_worker=1,
                    memory_limit=0,
                    dashboard_address=None,
                    silence_logs=logging.CRITICAL,
                )
            )
        try:
            client = stack.enter_context(distributed.Client(where, timeout=CONNECT_SECONDS))
            client.wait_for_workers(1, timeout=CONNECT_SECONDS)
        except (OSError, TimeoutError, ValueError) as error:
            raise RefusedError(
                f"No Dask worker answers at {address}: start `dask scheduler` and `dask worker` "
                "(README says how), or use --dask local."
            ) from error
        yield client
