"""Long documents in ranges of pages: read side by side, joined in order, understood as one document.

Only reading is divided. Tables, figures and evidence are made of all pages by one process, so that a table
over the border of two ranges is like any other. How a document is divided depends on its number of pages
alone, never on the number of workers: the result is the same with one as with many.
"""

from __future__ import annotations

import contextlib
import pickle
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.contents import NEEDS_MEMORY, Announce, PagesRead, read_pages
from pipeline.preflight import UnreadableError, pdf_facts
from pipeline.reading import Reading, failed_reading, read
from pipeline.sources import Source
from pipeline.storage import FetchError, at_hand, copied

LONGEST_WHOLE = 128
"""Pages of a document that one worker reads in one go."""
RANGE = 64
"""Pages of a range: what a worker holds of a long document at a time."""
PAGES_IN_LIMIT = 600
"""Pages that the seconds of a document are meant for; a longer one may take more in proportion."""


@dataclass(frozen=True, slots=True)
class Long:
    """What a worker says of a document that is to be read in ranges."""

    page_count: int
    unusable: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Range:
    """The pages of a long document with these numbers; what is read of them is kept in `file`."""

    source: Source
    numbers: tuple[int, ...]
    file: Path


@dataclass(frozen=True, slots=True)
class RangeRead:
    """A range was read and lies in its file; where `lost` says something, not all of it."""

    lost: Mapping[int, str] = field(default_factory=dict)
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Join:
    """All ranges of a document are read and lie in `files`, in order; `lost` are pages in none of them."""

    source: Source
    files: tuple[Path, ...]
    lost: Mapping[int, str]
    page_count: int
    lasting: bool


Job = Source | Range | Join
"""What a worker is given; a source is a document as a whole."""


def do(job: Job, reader: str, given_up: Mapping[int, str], announce: Announce) -> Reading | Long | RangeRead:
    """What comes of a job, in the process of a worker. A long document is not read but called long."""
    if isinstance(job, Range):
        return _read_range(job, reader, given_up, announce)
    if isinstance(job, Join):
        done = read(job.source, reader, job.lost, announce, _joined(job))
        return replace(done, lasting=job.lasting and NEEDS_MEMORY not in str(done.document["error"]))
    start = time.perf_counter()
    try:
        with at_hand(job) as source:
            return _long(source) or read(source, reader, given_up, announce)
    except FetchError as error:
        return failed_reading(job, str(error), start)


def _long(source: Source) -> Long | None:
    """What a document of many pages is called; None for others, and for what cannot be opened."""
    with contextlib.suppress(UnreadableError, OSError, MemoryError):
        pdf = pdf_facts(source.path)
        if pdf.page_count > LONGEST_WHOLE:
            return Long(pdf.page_count, pdf.unusable)
    return None


def _read_range(job: Range, reader: str, given_up: Mapping[int, str], announce: Announce) -> RangeRead:
    found = read_pages(job.source, reader, [n for n in job.numbers if n not in given_up], announce)
    found = replace(found, lost={**given_up, **found.lost})
    try:
        job.file.write_bytes(pickle.dumps(found, protocol=pickle.HIGHEST_PROTOCOL))
    except OSError as error:
        reason = f"what was read of it could not be kept: {error.strerror or error}"
        return RangeRead(dict.fromkeys(job.numbers, reason), False)
    return RangeRead(found.lost, not given_up and NEEDS_MEMORY not in found.lost.values())


def _joined(job: Join) -> PagesRead:
    """All that was read of a document, in the order of its pages; the files are removed."""
    parts: list[PagesRead] = []
    for file in job.files:
        # written by a worker of this run into a folder that only its user may open
        parts.append(pickle.loads(file.read_bytes()))
        file.unlink()
    return PagesRead(
        tuple(sheet for part in parts for sheet in part.sheets),
        {**job.lost, **{page: why for part in parts for page, why in part.lost.items()}},
        tuple(twice for part in parts for twice in part.twice),
    )


@dataclass(slots=True)
class _Open:
    """A long document on its way: its ranges that are not read yet, and what is known of the others."""

    page_count: int
    started: float
    left: int
    files: list[Path]
    lost: dict[int, str]
    lasting: bool = True
    seconds: float = 0.0


@dataclass(slots=True)
class LongDocuments:
    """The long documents of a run, in the process that hands out the work."""

    _open: dict[str, _Open] = field(default_factory=dict)
    _folder: tempfile.TemporaryDirectory[str] | None = None

    def split(self, source: Source, found: Long, started: float) -> list[Range]:
        """The ranges of a document, in order. Raises FetchError where its file cannot be fetched for them."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="gyosei-")
        folder = Path(tempfile.mkdtemp(dir=self._folder.name))
        source = copied(source, folder)
        usable = [page for page in range(1, found.page_count + 1) if page not in found.unusable]
        ranges = [
            Range(source, numbers, folder / f"{at:06d}.pages")
            for at, numbers in enumerate(pieces(usable, RANGE))
        ]
        files = [one.file for one in ranges]
        self._open[source.document_id] = _Open(
            found.page_count, started, len(ranges), files, dict(found.unusable)
        )
        return ranges

    def keep(self, done: Range, read: RangeRead, seconds: float) -> Join | None:
        """Notes that a range is done; when it was the last one, what remains to be done."""
        held = self._open[done.source.document_id]
        held.left -= 1
        held.seconds += seconds
        held.lasting = held.lasting and read.lasting
        if not done.file.exists():
            held.lost.update(read.lost)
        if held.left:
            return None
        files = tuple(file for file in held.files if file.exists())
        return Join(done.source, files, held.lost, held.page_count, held.lasting)

    def is_over(self, source: Source, seconds: float) -> bool:
        """Whether the ranges of a document have taken more time than all of it may."""
        held = self._open[source.document_id]
        return held.seconds > seconds * stretch(held.page_count)

    def finish(self, reading: Reading) -> Reading:
        """The reading of a document with the seconds since it was begun."""
        held = self._open.pop(reading.document_id, None)
        return reading if held is None else replace(reading, seconds=time.perf_counter() - held.started)

    def close(self) -> None:
        """Removes what was kept."""
        if self._folder is not None:
            self._folder.cleanup()


def stretch(page_count: int) -> float:
    """How many times the seconds of a document one of so many pages may take: 1 up to 600 pages."""
    return max(1.0, page_count / PAGES_IN_LIMIT)


def pieces(numbers: Sequence[int], size: int) -> list[tuple[int, ...]]:
    """The numbers in order, `size` a piece, the last one shorter."""
    return [tuple(numbers[at : at + size]) for at in range(0, len(numbers), size)]
