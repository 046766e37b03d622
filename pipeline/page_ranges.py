"""Long documents in ranges of pages: read side by side, then joined in order by one process.

Joining takes the pages as they lie in the files of the ranges and understands them stretch by stretch
(extract.long_documents), so that a table over the border of two ranges is like any other, and no more than a
stretch is held at a time. How a document is divided depends on the document alone, never on the number of
workers: the result is the same with one as with many.
"""

from __future__ import annotations

import contextlib
import pickle
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from extract.both_readers import TwiceRead
from extract.grid import Sheet
from extract.long_documents import outline
from pipeline.contents import NEEDS_MEMORY, Announce, LongPages, PagesRead, read_pages
from pipeline.preflight import UnreadableError, pdf_facts
from pipeline.reading import Reading, failed_reading, read, read_long
from pipeline.sources import Source
from pipeline.storage import FetchError, at_hand, copied
from schemas.vocabulary import load_vocabulary

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
    """All ranges of a document are read and lie in `files`, in order; `lost` are pages in none of them.

    Its parts are written into `folder`.
    """

    source: Source
    files: tuple[Path, ...]
    folder: Path
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
        return _join(job, reader)
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
        _keep(job.file, found)
    except OSError as error:
        job.file.unlink(missing_ok=True)
        reason = f"what was read of it could not be kept: {error.strerror or error}"
        return RangeRead(dict.fromkeys(job.numbers, reason), False)
    return RangeRead(found.lost, not given_up and NEEDS_MEMORY not in found.lost.values())


def _keep(file: Path, found: PagesRead) -> None:
    """Writes what is told of the document as a whole, then page by page what was read. Raises OSError."""
    outlines = tuple(outline(sheet, load_vocabulary()) for sheet in found.sheets)
    pages: Sequence[Sheet | TwiceRead] = found.twice or found.sheets
    with file.open("wb") as kept:
        for one in (PagesRead(outlines, found.lost), *pages):
            pickle.dump(one, kept, protocol=pickle.HIGHEST_PROTOCOL)


def _join(job: Join, reader: str) -> Reading:
    """The reading of a document of which all ranges are read; the files are removed as they are taken."""
    # written by a worker of this run into a folder that only its user may open
    heads = [next(_kept(file)) for file in job.files]
    told = [head for head in heads if isinstance(head, PagesRead)]
    pages = LongPages(
        tuple(sheet for head in told for sheet in head.sheets),
        _pages(job.files),
        {**job.lost, **{page: why for head in told for page, why in head.lost.items()}},
    )
    done = read_long(job.source, reader, pages, job.folder)
    lasting = done.lasting and job.lasting and NEEDS_MEMORY not in str(done.document["error"])
    return replace(done, lasting=lasting)


def _kept(file: Path) -> Iterator[PagesRead | Sheet | TwiceRead]:
    """What `_keep` wrote, one after the other."""
    with file.open("rb") as kept, contextlib.suppress(EOFError):
        while True:
            yield pickle.load(kept)


def _pages(files: Sequence[Path]) -> Iterator[Sheet | TwiceRead]:
    for file in files:
        for one in _kept(file):
            if not isinstance(one, PagesRead):
                yield one
        file.unlink()


@dataclass(slots=True)
class _Open:
    """A long document on its way: its ranges that are not read yet, and what is known of the others."""

    folder: Path
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
            folder, found.page_count, started, len(ranges), files, dict(found.unusable)
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
        return Join(done.source, files, held.folder / "parts", held.lost, held.page_count, held.lasting)

    def is_over(self, source: Source, seconds: float) -> bool:
        """Whether the ranges of a document have taken more time than all of it may."""
        held = self._open[source.document_id]
        return held.seconds > seconds * times_longer(held.page_count)

    def finish(self, reading: Reading) -> Reading:
        """The reading of a document with the seconds since it was begun; its files last until `forget`."""
        held = self._open.get(reading.document_id)
        return reading if held is None else replace(reading, seconds=time.perf_counter() - held.started)

    def forget(self, reading: Reading) -> None:
        """Removes what was kept of a document."""
        held = self._open.pop(reading.document_id, None)
        if held is not None:
            shutil.rmtree(held.folder, ignore_errors=True)

    def close(self) -> None:
        """Removes what was kept."""
        if self._folder is not None:
            self._folder.cleanup()


def times_longer(page_count: int) -> float:
    """How many times the seconds of a document one of so many pages may take: 1 up to 600 pages."""
    return max(1.0, page_count / PAGES_IN_LIMIT)


def pieces(numbers: Sequence[int], size: int) -> list[tuple[int, ...]]:
    """The numbers in order, `size` a piece, the last one shorter."""
    return [tuple(numbers[at : at + size]) for at in range(0, len(numbers), size)]
