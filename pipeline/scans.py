"""What is said of a document whose scanned pages were not recognised."""

from __future__ import annotations

from collections.abc import Sequence

from extract.grid import Sheet
from extract.recognition import ENABLE
from extract.scan import UNREAD


def unread_scans(sheets: Sequence[Sheet]) -> str | None:
    """Why a document with scanned pages is not read in full, with the command that changes it.

    None where every page was read; blank pages and photographs count as read.
    """
    unread = [sheet.page for sheet in sheets if UNREAD in sheet.notes]
    if not unread:
        return None
    count = f"{len(unread)} of {len(sheets)} pages are pictures without text that can be read"
    return f"{count} (the first is page {unread[0]}) and were not recognised: {ENABLE} makes them readable."
