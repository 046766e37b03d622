"""The pictures of a document's pages, drawn in worker processes: a page that hangs costs itself only."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import resource
import signal
import sys
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from pipeline.web.pictures import PictureError, page_picture, page_sizes

MEMORY_MIB = 4096
SECONDS_PER_DOCUMENT = 300.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is to be drawn: the pages of a PDF into files of a folder of the site."""

    pdf: Path
    sha256: str
    folder: Path
    dpi: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """The sizes of the pages in points, None for a page without a picture; `problem` is a text key, or ''."""

    sizes: tuple[tuple[float, float] | None, ...] = ()
    problem: str = ""


MISSING, ANOTHER, DAMAGED = "picture_missing", "picture_another", "picture_damaged"


def draw(drawing: Drawing) -> Drawn:
    """Writes the pictures that are not there yet. Only of the very file that was read."""
    try:
        content = drawing.pdf.read_bytes()
    except OSError:
        return Drawn(problem=MISSING)
    if hashlib.sha256(content).hexdigest() != drawing.sha256:
        return Drawn(problem=ANOTHER)
    try:
        sizes = page_sizes(drawing.pdf)
    except PictureError:
        return Drawn(problem=DAMAGED)
    drawing.folder.mkdir(parents=True, exist_ok=True)
    made: list[tuple[float, float] | None] = []
    for page, size in enumerate(sizes, start=1):
        target = drawing.folder / f"{page:04d}.webp"
        if not target.exists():
            try:
                picture = page_picture(drawing.pdf, page, drawing.dpi)
            except PictureError:
                made.append(None)
                continue
            temporary = target.with_suffix(f".{os.getpid()}.unfinished")
            temporary.write_bytes(picture.content)
            os.replace(temporary, target)
        made.append(size)
    return Drawn(tuple(made), problem=DAMAGED if None in made else "")


class PictureDesk:
    """Draws documents ahead of those that wait for them; `drawn` gives one, in any order."""

    def __init__(self, drawings: dict[str, Drawing], workers: int) -> None:
        self._drawings = dict(drawings)
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: dict[str, Future[Drawn]] = {}
        self._start()

    def drawn(self, document_id: str) -> Drawn:
        """The pictures of a document. One whose drawing ends its worker or takes too long has none."""
        drawing = self._drawings.pop(document_id, None)
        if drawing is None:
            return Drawn(problem=MISSING)
        try:
            return self._waiting[document_id].result(timeout=SECONDS_PER_DOCUMENT)
        except TimeoutError:
            self._start()
            return Drawn(problem=DAMAGED)
        except BrokenProcessPool:
            # another document may have ended the worker: once more, in a process of its own
            self._start()
            return _alone(drawing)
        except OSError:
            return Drawn(problem=DAMAGED)

    def close(self) -> None:
        """Ends the workers, also those that hang."""
        if self._pool is not None:
            _end(self._pool)
            self._pool = None

    def _start(self) -> None:
        """New workers for what is not drawn yet, in the place of those that hang or died."""
        done = {name: one for name, one in self._waiting.items() if _is_drawn(one)}
        self.close()
        if self._drawings:
            pool = self._pool = _pool(self._workers)
            self._waiting = {
                name: done[name] if name in done else pool.submit(draw, one)
                for name, one in self._drawings.items()
            }


def _alone(drawing: Drawing) -> Drawn:
    pool = _pool(1)
    try:
        return pool.submit(draw, drawing).result(timeout=SECONDS_PER_DOCUMENT)
    except (TimeoutError, BrokenProcessPool, OSError):
        return Drawn(problem=DAMAGED)
    finally:
        _end(pool)


def _is_drawn(future: Future[Drawn]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _pool(workers: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_limit)


def _end(pool: ProcessPoolExecutor) -> None:
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()
        process.join()


def _limit() -> None:
    """Keeps a worker from filling the memory, and Ctrl+C to the process that builds."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        size = MEMORY_MIB * 2**20
        resource.setrlimit(resource.RLIMIT_DATA, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
