"""The characters of a page as PDFium reads them, in PDF user space.

Whatever is the same for all characters of one text object (font size, matrix, colour, render
mode, clipping) is asked once an object; only the box, the code and the object are asked once a
character.
"""

from __future__ import annotations

import ctypes
import unicodedata
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from extract import pdfium_calls as call
from extract.page import Flags, Floats

RENDER_INVISIBLE = 3
RENDER_CLIP_ONLY = 7


@dataclass(frozen=True, slots=True)
class RawText:
    """Characters of one page before they are turned the way the page is shown.

    `box` is float64 (n, 4): left, bottom, right, top in user space, the advance of the glyph wide
    and the font high. `direction` (n, 2) is the unit vector in which the text runs. `white`,
    `hidden` and `unmapped` mark white paint, render modes that paint nothing, and characters whose
    font says nothing about what they mean.
    """

    text: tuple[str, ...]
    box: Floats
    size: Floats
    direction: Floats
    rgb: NDArray[np.uint8]
    hidden: Flags
    unmapped: Flags


def _codes(page: int, count: int) -> list[str]:
    """The characters of a text page, one string each, in one call where lengths agree."""
    buffer = (ctypes.c_uint16 * (2 * count + 2))()
    written = call.text_bulk(page, 0, count, ctypes.addressof(buffer))
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", errors="replace")
    if len(text) == count:
        return list(text)
    return [
        chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"
        for code in map(call.text_unicode, repeat(page, count), range(count))
    ]


def read_text(page: int, count: int) -> RawText:
    """The characters of the text page at address `page`, white space and line ends left out."""
    codes = _codes(page, count)
    kept = np.array(
        [i for i, char in enumerate(codes) if not char.isspace() and char > "\x1f"], dtype=np.int64
    )
    n = len(kept)
    indices: list[int] = kept.tolist()
    loose = np.zeros((n, 4), dtype=np.float32)
    start = loose.ctypes.data
    call.drive(map(call.text_loose_box, repeat(page), indices, range(start, start + 16 * n, 16)) if n else ())
    objects = list(map(call.text_object, repeat(page), indices))
    # FS_RECTF is left, top, right, bottom
    box = loose[:, [0, 3, 2, 1]].astype(np.float64)
    size = np.zeros(n)
    direction = np.tile((1.0, 0.0), (n, 1))
    rgb = np.zeros((n, 3), dtype=np.uint8)
    hidden = np.zeros(n, dtype=bool)
    known: dict[int, int] = {}
    slot = np.fromiter(
        (known.setdefault(address or 0, len(known)) for address in objects), dtype=np.int64, count=n
    )
    first = np.zeros(len(known), dtype=np.int64)
    first[slot[::-1]] = np.arange(n - 1, -1, -1)
    per_size = np.zeros(len(known))
    per_direction = np.tile((1.0, 0.0), (len(known), 1))
    per_rgb = np.zeros((len(known), 3), dtype=np.uint8)
    per_hidden = np.zeros(len(known), dtype=bool)
    matrix = (ctypes.c_float * 6)()
    colour = (ctypes.c_uint * 4)()
    at_matrix, at_colour = ctypes.addressof(matrix), ctypes.addressof(colour)
    for address, number in known.items():
        index = indices[first[number]]
        call.text_matrix(page, index, at_matrix)
        a, b, c, d = matrix[0], matrix[1], matrix[2], matrix[3]
        font_size = call.text_font_size(page, index)
        per_size[number] = abs(font_size) * float(np.hypot(c, d))
        length = float(np.hypot(a, b)) or 1.0
        per_direction[number] = (a / length, b / length)
        if not address:
            continue
        mode = call.text_render_mode(address)
        per_hidden[number] = mode in (RENDER_INVISIBLE, RENDER_CLIP_ONLY)
        if call.object_fill(address, at_colour, at_colour + 4, at_colour + 8, at_colour + 12):
            per_rgb[number] = colour[:3]
            per_hidden[number] |= colour[3] == 0 and mode == 0
    size, direction, rgb, hidden = per_size[slot], per_direction[slot], per_rgb[slot], per_hidden[slot]
    turned = np.abs(direction[:, 1]) > 0.5
    if turned.any():
        _box_turned(page, kept, turned, box, size, direction, slot)
    text = tuple(codes[i] for i in indices)
    unmapped = np.array(
        [_is_unmapped(page, i, char) for i, char in zip(indices, text, strict=True)], dtype=bool
    )
    return RawText(text, box, size, direction, rgb, hidden, unmapped)


def _is_unmapped(page: int, index: int, char: str) -> bool:
    if char.isascii() and char.isalnum():
        return False
    return unicodedata.category(char) in ("Co", "Cn") or char == "\ufffd"


def _box_turned(
    page: int,
    kept: NDArray[np.int64],
    turned: Flags,
    box: Floats,
    size: Floats,
    direction: Floats,
    slot: NDArray[np.int64],
) -> None:
    """Fills in the boxes of text that does not run to the right, which PDFium's loose box lacks.

    A character reaches from its origin to the next one of its text object; across the writing it
    is as high as the font: 0.88 above and 0.12 below the base line, as CJK fonts are.
    """
    where = np.flatnonzero(turned)
    origin = np.zeros((len(where), 2))
    tight = np.zeros((len(where), 4))
    for k, i in enumerate(where.tolist()):
        at = origin.ctypes.data + 16 * k
        call.text_origin(page, int(kept[i]), at, at + 8)
        at = tight.ctypes.data + 32 * k
        call.text_tight_box(page, int(kept[i]), at, at + 16, at + 8, at + 24)
    along = direction[where]
    up = np.stack([-along[:, 1], along[:, 0]], axis=1)
    height = size[where][:, None]
    low = origin - 0.12 * height * up
    high = origin + 0.88 * height * up
    reach = np.where(along > 0, tight[:, 2:] - origin, np.where(along < 0, origin - tight[:, :2], 0.0)) * (
        np.abs(along) > 0.5
    )
    advance = np.max(reach, axis=1)
    following = np.zeros(len(where))
    following[:-1] = np.sum((origin[1:] - origin[:-1]) * along[:-1], axis=1)
    same = np.zeros(len(where), dtype=bool)
    same[:-1] = (slot[where][1:] == slot[where][:-1]) & (np.diff(where) == 1)
    usable = same & (following > 0.2 * size[where]) & (following < 1.5 * size[where])
    advance = np.where(usable, following, advance)[:, None]
    corners = np.stack([low, high, low + advance * along, high + advance * along])
    box[where, :2] = corners.min(axis=0)
    box[where, 2:] = corners.max(axis=0)
