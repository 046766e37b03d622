"""The UserUnit of pages, which PDFium does not apply.

Almost no document has one, so the file is only searched for the word; the pages are read for it
where it occurs.
"""

from __future__ import annotations

import re
import zlib
from pathlib import Path

_KEY = b"/UserUnit"
_OBJECT_STREAM = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)


def user_units(path: Path | str) -> dict[int, float]:
    """Points per unit of each page that has a UserUnit, by 1-based number; empty for nearly all files."""
    data = Path(path).read_bytes()
    if not _mentions(data):
        return {}
    del data
    import pdfplumber
    from pdfminer.pdftypes import resolve_all

    found: dict[int, float] = {}
    with pdfplumber.open(str(path)) as document:
        for number, page in enumerate(document.pages, start=1):
            unit = resolve_all(page.page_obj.attrs.get("UserUnit"))
            if isinstance(unit, int | float) and unit > 0:
                found[number] = float(unit)
    return found


def _mentions(data: bytes) -> bool:
    """Whether the word occurs, in the file or in its compressed object streams."""
    if _KEY in data:
        return True
    for match in _OBJECT_STREAM.finditer(data):
        try:
            if _KEY in zlib.decompressobj().decompress(
                memoryview(data)[match.end() : match.end() + 4_000_000]
            ):
                return True
        except zlib.error:
            continue
    return False
