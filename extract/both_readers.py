"""Each page read by both parsers: the sheet of the first, and where the second reads otherwise.

The parsers go through the file side by side, one page at a time, so that memory does not grow with
the number of pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.agreement import Disagreement, compare
from extract.grid import Sheet
from extract.pdfium import READ_BY_OTHER
from extract.scan import SCANNED
from extract.sheet import make_sheet, read_pages, read_sheets

FIRST, SECOND = "pdfium", "pdfplumber"
BOTH = "both"


@dataclass(frozen=True, slots=True)
class TwiceRead:
    """A page as the first reader has it, and what the second has otherwise.

    `is_compared` is False where there is nothing to compare: a scanned page, which is recognised once; a
    page that the first reader left to the second; and every page from the one on that the second could
    not read (`silent` says why then).
    """

    sheet: Sheet
    disagreements: tuple[Disagreement, ...] = ()
    is_compared: bool = True
    silent: str | None = None


def read_twice(path: Path | str, pages: Iterable[int] | None = None) -> Iterator[TwiceRead]:
    """The pages of a PDF in order, each read by both parsers; `pages` are 1-based numbers.

    Raises what the first reader raises; where the second fails, the first goes on alone.
    """
    wanted = None if pages is None else list(pages)
    second: Iterator[Sheet] | None = map(make_sheet, read_pages(path, SECOND, wanted))
    reason: str | None = None
    for sheet in read_sheets(path, FIRST, wanted):
        other: Sheet | None = None
        if second is not None:
            try:
                other = next(second)
            except MemoryError:
                raise
            except Exception as error:
                reason = f"{type(error).__name__}: {error}"
                second = None
        if other is None or sheet.text_layer in SCANNED or READ_BY_OTHER in sheet.notes:
            yield TwiceRead(sheet, is_compared=False, silent=reason)
        else:
            yield TwiceRead(sheet, tuple(compare(sheet, other)))
