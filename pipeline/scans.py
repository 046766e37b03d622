"""What is said of a document whose scanned pages were not recognised."""

from __future__ import annotations

from collections.abc import Sequence

from extract.grid import Sheet
from extract.recognition import ENABLE
from extract.scan import UNREAD


def unread_scans(sheets: Sequence[Sheet]) -> str | None:
    """Why a document with scanned pages is not read in full, with the command that changes it.

    None where every page was read, and where most pages have native text: a picture on a page
    without text between typeset pages is a cover or a map far more often than a table.
    """
    unread = [sheet.page for sheet in sheets if UNREAD in sheet.notes]
    if len(unread) * 2 < len(sheets) or not unread:
        return None
    count = f"{len(unread)} of {len(sheets)} pages are scanned pictures"
    return f"{count} (the first is page {unread[0]}) and were not recognised: {ENABLE} makes them readable."
