"""The pictures of a document's pages, drawn in worker processes: a page that hangs costs itself only."""

from __future__ import annotations

import contextlib
import hashlib
import multiprocessing
import os
import resource
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
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
        self._drawings = drawings
        self._workers = workers
        self._pool = _pool(workers) if drawings else None
        self._waiting: dict[str, Future[Drawn]] = {}
        if self._pool:
            self._waiting = {name: self._pool.submit(draw, one) for name, one in drawings.items()}

    def drawn(self, document_id: str) -> Drawn:
        """The pictures of a document. One whose drawing ends its worker or takes too long has none."""
        if document_id not in self._drawings:
            return Drawn(problem=MISSING)
        try:
            return self._waiting[document_id].result(timeout=SECONDS_PER_DOCUMENT)
        except Exception:  # the worker died, was too slow, or could not write
            return self._alone(document_id)

    def _alone(self, document_id: str) -> Drawn:
        """Once more in a process of its own: another document may have ended the worker."""
        try:
            with _ended(_pool(1)) as pool:
                return pool.submit(draw, self._drawings[document_id]).result(timeout=SECONDS_PER_DOCUMENT)
        except Exception:  # what may go wrong in a hostile file is not listed anywhere
            return Drawn(problem=DAMAGED)

    def close(self) -> None:
        """Ends the workers, also those that hang."""
        if self._pool:
            with _ended(self._pool):
                pass


def _pool(workers: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_limit)


@contextlib.contextmanager
def _ended(pool: ProcessPoolExecutor) -> Iterator[ProcessPoolExecutor]:
    try:
        yield pool
    finally:
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
