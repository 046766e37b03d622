"""What is read of a document, page by page: one page that cannot be read costs that page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pypdfium2 import PdfiumError

from extract.both_readers import BOTH, TwiceRead, read_twice
from extract.grid import Sheet
from extract.long_documents import outline, understand_stretches
from extract.page import BEYOND_LIMIT
from extract.plumber import UnparsableError
from extract.records import DocumentRecords
from extract.sheet import read_sheets
from extract.stretches import LENGTHS, Lengths
from extract.understanding import understand
from pipeline.preflight import PdfFacts, UnreadableError, pdf_facts
from pipeline.printable import one_line
from pipeline.scans import unread_scans
from pipeline.sources import Source
from pipeline.two_readers import SecondReading, second_reading
from schemas.vocabulary import load_vocabulary

NEEDS_MEMORY = "reading it needs more memory than it may take"
CUT = "the file ends in the middle, and what stood behind is lost: fetch it again"
MOST_LOST = 100
"""Pages of a document that may fail before the rest is not tried: each costs opening the file again."""
TOLD = 3
"""Pages whose reason is told one by one."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The page just read was recognised in its picture, in seconds: `done` pages `of` all are read."""

    done: int
    of: int


Announce = Callable[[int | Recognised], None]
"""Told the number of the page that is read next, 0 when all are read, and each recognised page."""


@dataclass(frozen=True)
class PagesRead:
    """The sheets of the pages that could be read, in order, and why others could not, by page number.

    `twice` is what comparing two readers gave, where both read.
    """

    sheets: tuple[Sheet, ...] = ()
    lost: Mapping[int, str] = field(default_factory=dict)
    twice: tuple[TwiceRead, ...] = ()


@dataclass(frozen=True)
class Contents:
    """What was read of a document: its sheets, its records, and why it is not all (None: it is all).

    `second` is what a second reader says of the same pages, None where only one read.

    Of a long document these are the contents of a stretch (extract.long_documents). Then `outlines` are all
    its pages in outline, `incomplete` is said of the document, and `following` is the first page that the
    next one has as well, None with the last one.
    """

    sheets: tuple[Sheet, ...] = ()
    records: DocumentRecords = field(default_factory=DocumentRecords)
    incomplete: str | None = None
    second: SecondReading | None = None
    outlines: tuple[Sheet, ...] | None = None
    following: int | None = None

    @property
    def pages(self) -> tuple[Sheet, ...]:
        """All pages of the document, at least in outline."""
        return self.sheets if self.outlines is None else self.outlines


@dataclass(frozen=True)
class LongPages:
    """What was read of a long document: all pages in outline, and the pages themselves as they are taken.

    `lost` says by page number why others could not be read.
    """

    outlines: tuple[Sheet, ...]
    pages: Iterator[Sheet | TwiceRead]
    lost: Mapping[int, str] = field(default_factory=dict)


def silent(page: int | Recognised) -> None:
    """Hears which page is read and does nothing."""


def read_pages(source: Source, reader: str, numbers: Sequence[int], announce: Announce = silent) -> PagesRead:
    """The pages of a document with these 1-based numbers; one that fails is left out with its reason.

    Raises what the reader raises when the file cannot even be opened.
    """
    sheets: list[Sheet] = []
    twice: list[TwiceRead] = []
    lost: dict[int, str] = {}
    at = 0
    while at < len(numbers) and len(lost) < MOST_LOST:
        announce(numbers[at])
        try:
            for read in _read(source, reader, numbers[at:]):
                if isinstance(read, TwiceRead):
                    twice.append(read)
                sheets.append(read.sheet if isinstance(read, TwiceRead) else read)
                at += 1
                if sheets[-1].pieces:
                    announce(Recognised(at, len(numbers)))
                if at < len(numbers):
                    announce(numbers[at])
        except MemoryError:
            lost[numbers[at]] = NEEDS_MEMORY
            at += 1
        except Exception as error:
            lost[numbers[at]] = _reason(error)
            at += 1
    lost |= dict.fromkeys(numbers[at:], "so many pages before it failed that it was not tried")
    announce(0)
    return PagesRead(tuple(sheets), lost, tuple(twice))


def _reason(error: Exception) -> str:
    """What a reader says in its own words; anything else is an error of ours."""
    if isinstance(error, UnparsableError):
        return str(error)
    if isinstance(error, PdfiumError):
        return f"PDFium cannot read it: {str(error).rstrip('.')}"
    return f"an error of gyosei: {type(error).__name__}: {error}".rstrip(": ")


def _read(source: Source, reader: str, numbers: Sequence[int]) -> Iterator[Sheet | TwiceRead]:
    return read_twice(source.path, numbers) if reader == BOTH else read_sheets(source.path, reader, numbers)


def contents_of(source: Source, read: PagesRead, reader: str, is_cut: bool = False) -> Contents:
    """The sheets and records of the pages that were read; `is_cut` says that the file ends in the middle.

    Raises UnreadableError when none could be read.
    """
    incomplete = _incomplete(source, read.sheets, read.lost, is_cut)
    records = understand(read.sheets, load_vocabulary(), _hints(source))
    return Contents(read.sheets, records, incomplete, second_reading(read.twice) if reader == BOTH else None)


def stretches_of(
    source: Source, read: LongPages, reader: str, is_cut: bool = False, lengths: Lengths = LENGTHS
) -> Iterator[Contents]:
    """The contents of a long document, stretch by stretch; no more than one of them needs be held at a time.

    Raises UnreadableError when no page could be read.
    """
    incomplete = _incomplete(source, read.outlines, read.lost, is_cut)
    twice: list[TwiceRead] = []

    def sheets() -> Iterator[Sheet]:
        for page in read.pages:
            if isinstance(page, TwiceRead):
                twice.append(replace(page, sheet=outline(page.sheet, load_vocabulary())))
            yield page.sheet if isinstance(page, TwiceRead) else page

    found = understand_stretches(sheets(), read.outlines, load_vocabulary(), _hints(source), lengths)
    for stretch in found:
        through = stretch.through
        heard = [one for one in twice if through is None or one.sheet.page <= through]
        second = second_reading(heard) if reader == BOTH else None
        following = stretch.following
        made = Contents(stretch.sheets, stretch.records, incomplete, second, read.outlines, following)
        # nothing of a stretch is held while the next one is read
        del stretch, heard, second
        yield made
        del made
        twice[:] = [one for one in twice if following is not None and one.sheet.page >= following]


def _incomplete(source: Source, sheets: Sequence[Sheet], lost: Mapping[int, str], is_cut: bool) -> str | None:
    """Why not all of a document could be read, None where it could. Raises UnreadableError when nothing."""
    page_count = len(sheets) + len(lost)
    missing = lost_pages(lost, page_count)
    if missing and not sheets:
        raise UnreadableError(f"{source.path.name}: {missing}.")
    cut = {sheet.page: note for sheet in sheets for note in sheet.notes if note.startswith(BEYOND_LIMIT)}
    told = [text for text in (missing, lost_pages(cut, page_count, "is not read in full")) if text]
    if is_cut:
        told.insert(0, CUT)
    return one_line("; ".join(told)) if told else unread_scans(sheets)


def _hints(source: Source) -> dict[str, object]:
    hints = dict(source.hints)
    if source.edition_fiscal_year is not None:
        hints.setdefault("edition_fiscal_year", source.edition_fiscal_year)
    return hints


def read_contents(
    source: Source,
    reader: str,
    pdf: PdfFacts | None = None,
    given_up: Mapping[int, str] | None = None,
    announce: Announce = silent,
) -> Contents:
    """The sheets and records of a document; pages in `given_up` are not tried, for the reason given.

    Raises UnreadableError when no page can be read.
    """
    pdf = pdf or pdf_facts(source.path)
    lost = {**pdf.unusable, **(given_up or {})}
    read = read_pages(source, reader, [n for n in range(1, pdf.page_count + 1) if n not in lost], announce)
    return contents_of(source, replace(read, lost=lost | dict(read.lost)), reader, pdf.is_cut)


def lost_pages(lost: Mapping[int, str], page_count: int, what: str = "could not be read") -> str:
    """'page 3 of 12 could not be read (reason)', and how many more; '' when none is lost."""
    pages = sorted(lost)
    first = [f"page {page} of {page_count} {what} ({lost[page]})" for page in pages[:TOLD]]
    more = f" and {len(pages) - TOLD} more pages" if len(pages) > TOLD else ""
    return "; ".join(first) + more
