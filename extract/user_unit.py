"""The UserUnit of pages, which PDFium does not apply.

Almost no document has one, so the file is only searched for the word; the pages are read for it
where it occurs.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_KEY = b"/UserUnit"
_PART, _OVERLAP, _LARGEST = 1 << 22, 1 << 19, 1 << 22
"""Bytes: read at a time, read twice so that nothing is cut, and unpacked of one stream."""
_OBJECT_STREAM = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)


def user_units(path: Path | str) -> dict[int, float]:
    """Points per unit of each page that has a UserUnit, by 1-based number; empty for nearly all files.

    Empty, too, where the second parser cannot read the file: a unit is not worth losing it.
    """
    with Path(path).open("rb") as file:
        if not any(_mentions(part) for part in _parts(file)):
            return {}
    try:
        return dict(_units(path))
    except MemoryError:
        raise
    except Exception:
        return {}


def _units(path: Path | str) -> Iterator[tuple[int, float]]:
    import pdfplumber
    from pdfminer.pdftypes import resolve_all

    with pdfplumber.open(str(path)) as document:
        for number, page in enumerate(document.pages, start=1):
            unit = resolve_all(page.page_obj.attrs.get("UserUnit"))
            if isinstance(unit, int | float) and 0 < unit < float("inf"):
                yield number, float(unit)


def _parts(file: BinaryIO) -> Iterator[bytes]:
    """The file in parts that overlap, so that memory does not grow with the file."""
    before = b""
    while part := file.read(_PART):
        yield before + part
        before = part[-_OVERLAP:]


def _mentions(data: bytes) -> bool:
    """Whether the word occurs, in plain sight or in a compressed object stream."""
    if _KEY in data:
        return True
    for match in _OBJECT_STREAM.finditer(data):
        start = match.end()
        try:
            packed = memoryview(data)[start : start + _OVERLAP]
            if _KEY in zlib.decompressobj().decompress(packed, _LARGEST):
                return True
        except zlib.error:
            continue
    return False
