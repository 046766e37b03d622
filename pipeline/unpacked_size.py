"""How large the streams of a PDF get when they are unpacked, found without trusting anything it says."""

from __future__ import annotations

import mmap
import re
import zlib
from pathlib import Path

MIB = 2**20
MOST_UNPACKED = 256 * MIB
"""Of one stream that is no picture: the largest fonts with all kanji are below 30 MiB."""
RATIO = 1032
"""The most that Flate can gain: a file 1,032 times smaller (zlib's technical details)."""
PIECE = 1 << 18
_STREAM = re.compile(rb"stream\r?\n")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_NOT_UNPACKED = re.compile(rb"/Subtype\s*/Image|/Type\s*/EmbeddedFile")
"""Pictures are only unpacked where a page is rendered, attachments never."""
DICTIONARY_BYTES = 2000


def largest_stream(path: Path) -> int:
    """Bytes of the largest stream unpacked, as far as Flate packs it; 0 where none can be large.

    Only streams that are long enough to become larger than MOST_UNPACKED are unpacked, and those only
    until they are. Raises OSError.
    """
    if path.stat().st_size * RATIO <= MOST_UNPACKED and not _is_nested(path.read_bytes()):
        return 0
    largest = 0
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for match in _STREAM.finditer(data):
            start = match.end()
            head = bytes(data[max(0, match.start() - DICTIONARY_BYTES) : match.start()])
            head = head[head.rfind(b"obj") + 1 :]
            filters = len(_FLATE.findall(head))
            if not filters or _NOT_UNPACKED.search(head):
                continue
            end = data.find(b"endstream", start)
            length = (end if end >= 0 else len(data)) - start
            if length * RATIO**filters > MOST_UNPACKED:
                largest = max(largest, _unpacked(memoryview(data)[start : start + length].tobytes(), filters))
                if largest > MOST_UNPACKED:
                    break
    return largest


def _is_nested(data: bytes) -> bool:
    """Whether a stream may be packed more than once."""
    return any(len(_FLATE.findall(data[at.start() : at.start() + 80])) > 1 for at in _FLATE.finditer(data))


def _unpacked(data: bytes, times: int) -> int:
    """Bytes of what was packed so many times; counting ends above MOST_UNPACKED."""
    unpackers = [zlib.decompressobj() for _ in range(times)]
    return _fed(data, unpackers, 0)


def _fed(data: bytes, unpackers: list[zlib._Decompress], total: int) -> int:
    """The total after the data went through all unpackers; damaged data ends where the damage is."""
    if not unpackers:
        return total + len(data)
    first, rest = unpackers[0], unpackers[1:]
    try:
        while data and not first.eof and total <= MOST_UNPACKED:
            total = _fed(first.decompress(data, PIECE), rest, total)
            data = first.unconsumed_tail
    except zlib.error:
        pass
    return total
