"""The characters of a page as PDFium reads them, in PDF user space.

Whatever is the same for all characters of one text object (font size, matrix, colour, render
mode, clipping) is asked once an object; only the box, the code and the object are asked once a
character.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from extract import pdfium_calls as call
from extract.page import Flags, Floats
from extract.raw_page import PAPER, RawText

Ints = NDArray[np.int64]

RENDER_INVISIBLE = 3
RENDER_CLIP_ONLY = 7
HYPHENS = "\x02\ufffe"
"""What PDFium hands out for a hyphen at the end of a line that it believes to be a word break."""
SPACES = " \t\r\n\x0b\x0c\x85\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
SPACES += "\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
ASCENT, DESCENT = 0.88, 0.12
"""Of the font size above and below the base line, as CJK fonts are."""


def _codes(page: int, count: int) -> NDArray[np.uint32]:
    """The code points of a text page, read in one call where the lengths agree.

    Of a surrogate pair, which is two characters here, the first gets the code point, the second 0.
    """
    buffer = np.zeros(2 * count + 2, dtype=np.uint16)
    written = call.text_bulk(page, 0, count, buffer.ctypes.data)
    if written - 1 == count:
        codes = buffer[:count].astype(np.uint32)
    else:
        codes = np.fromiter(map(call.text_unicode, repeat(page, count), range(count)), np.uint32, count)
    high, low = (codes >> 10) == 0x36, (codes >> 10) == 0x37
    if not (high.any() or low.any()):
        return np.minimum(codes, 0x110000)
    pair = np.flatnonzero(high[:-1] & low[1:])
    codes[pair] = 0x10000 + ((codes[pair] & 0x3FF) << 10) + (codes[pair + 1] & 0x3FF)
    codes[pair + 1] = 0
    lone = (codes >= 0xD800) & (codes < 0xE000)
    return np.where(lone | (codes > 0x10FFFF), 0xFFFD, codes)


_SPACE_CODES = np.array([ord(char) for char in SPACES], dtype=np.uint32)
_HYPHEN_CODES = np.array([ord(char) for char in HYPHENS], dtype=np.uint32)


def read_text(page: int, count: int) -> RawText:
    """The characters of the text page at address `page`, white space and line ends left out."""
    codes = _codes(page, count)
    codes = np.where(np.isin(codes, _HYPHEN_CODES), ord("-"), codes)
    kept = np.flatnonzero(~np.isin(codes, _SPACE_CODES) & (codes > 0))
    n = len(kept)
    indices: list[int] = kept.tolist()
    loose = np.zeros((n, 4), dtype=np.float32)
    start = loose.ctypes.data
    if n:
        call.drive(map(call.text_loose_box, repeat(page), indices, range(start, start + 16 * n, 16)))
    # FS_RECTF is left, top, right, bottom
    box = loose[:, [0, 3, 2, 1]].astype(np.float64)
    addresses = _object_of_each(page, kept)
    known, first, slot = np.unique(addresses, return_index=True, return_inverse=True)
    objects = _read_objects(page, known.tolist(), kept[first].tolist())
    size, direction = objects.size[slot], objects.direction[slot]
    slanted = np.abs(direction[:, 1]) > 0.1
    if slanted.any():
        _box_turned(page, kept, np.flatnonzero(slanted), box, size, direction, slot)
    odd = np.flatnonzero(~slanted & _is_odd(box, size))
    if len(odd):
        _box_around_glyph(page, kept[odd], odd, box, size)
    codes = codes[kept]
    unmapped = (codes < 0x20) | (codes == 0xFFFD) | (codes > 0x10FFFF)
    for i in np.flatnonzero(objects.unmapped[slot]).tolist():
        unmapped[i] |= call.text_map_error(page, indices[i]) == 1
    codes = np.where(unmapped, 0xFFFD, codes)
    unmapped |= (codes >= 0xE000) & (codes < 0xF900)
    text = codes.astype(np.uint32).tobytes().decode("utf-32-le")
    white, hidden = objects.white[slot], objects.hidden[slot]
    if objects.clips:
        hidden |= _is_clipped(box, slot, objects.clips)
    return _joined(
        RawText(tuple(text), box, size, direction, white, hidden, unmapped, slot, frozenset(known.tolist())),
        codes,
        slot,
    )


def _object_of_each(page: int, kept: Ints) -> NDArray[np.uint64]:
    """The address of the text object of each character.

    PDFium parts objects by white space of its own, so that between two such places the first and
    the last character mostly tell of all.
    """
    if not len(kept):
        return np.zeros(0, dtype=np.uint64)
    starts = np.flatnonzero(np.diff(kept, prepend=kept[0] - 2) > 1)
    ends = np.append(starts[1:], len(kept))
    ask = repeat(page)
    first = np.fromiter(map(call.text_object, ask, kept[starts].tolist()), np.uint64, len(starts))
    last = np.fromiter(map(call.text_object, ask, kept[ends - 1].tolist()), np.uint64, len(starts))
    addresses = np.repeat(first, ends - starts)
    mixed = np.flatnonzero(np.repeat(first != last, ends - starts))
    asked = map(call.text_object, ask, kept[mixed].tolist())
    addresses[mixed] = np.fromiter(asked, np.uint64, len(mixed))
    return addresses


@dataclass(frozen=True, slots=True)
class _Objects:
    """What holds for all characters of each text object; `clips` by number, where one cuts."""

    size: Floats
    direction: Floats
    white: Flags
    hidden: Flags
    unmapped: Flags
    clips: dict[int, tuple[float, float, float, float]]


def _read_objects(page: int, addresses: list[int], first: list[int]) -> _Objects:
    """The properties of text objects, asked of the first character of each."""
    n = len(addresses)
    matrix, colour = np.zeros((n, 6), dtype=np.float32), np.zeros((n, 4), dtype=np.uint32)
    at, to = matrix.ctypes.data, colour.ctypes.data
    if n:
        call.drive(map(call.text_matrix, repeat(page), first, range(at, at + 24 * n, 24)))
        channels = (range(to + 4 * k, to + 4 * k + 16 * n, 16) for k in range(4))
        call.drive(map(call.object_fill, addresses, *channels))
    font_size = np.fromiter(map(call.text_font_size, repeat(page), first), np.float64, n)
    mode = np.fromiter(map(call.text_render_mode, addresses), np.int64, n)
    unmapped = np.fromiter(map(call.text_map_error, repeat(page), first), np.int64, n) == 1
    clips = {}
    for number, clip in enumerate(map(call.object_clip, addresses)):
        if clip and call.clip_count_paths(clip) > 0:
            clips[number] = _clip_box(clip, addresses[number], matrix[number].tolist())
    linear = matrix[:, :4].astype(np.float64)
    length = np.hypot(linear[:, 0], linear[:, 1])
    direction = np.where(length[:, None] > 0, linear[:, :2] / np.maximum(length, 1e-12)[:, None], (1.0, 0.0))
    painted = mode == 0
    return _Objects(
        size=np.abs(font_size) * np.hypot(linear[:, 2], linear[:, 3]),
        direction=direction,
        white=painted & np.all(colour[:, :3] >= PAPER, axis=1),
        hidden=painted & (colour[:, 3] == 0) | np.isin(mode, (RENDER_INVISIBLE, RENDER_CLIP_ONLY)),
        unmapped=unmapped,
        clips=clips,
    )


def _clip_box(clip: int, item: int, full: list[float]) -> tuple[float, float, float, float]:
    """What all paths of a clip leave visible: left, bottom, right, top in user space.

    PDFium keeps a clip only where it cuts something off. Its points are in the space of the form
    the text stands in, which is found from the text's matrix there and on the page (`full`).
    """
    floats = (ctypes.c_float * 6)()
    at = ctypes.addressof(floats)
    call.object_matrix(item, at)
    form = _quotient(list(floats), full)
    left, bottom, right, top = -1e9, -1e9, 1e9, 1e9
    for path in range(call.clip_count_paths(clip)):
        points = []
        for index in range(max(call.clip_count_segments(clip, path), 0)):
            call.segment_point(call.clip_segment(clip, path, index), at, at + 4)
            x, y = floats[0], floats[1]
            points.append((form[0] * x + form[2] * y + form[4], form[1] * x + form[3] * y + form[5]))
        if points:
            left, right = max(left, min(p[0] for p in points)), min(right, max(p[0] for p in points))
            bottom, top = max(bottom, min(p[1] for p in points)), min(top, max(p[1] for p in points))
    return (left, bottom, right, top)


def _quotient(inner: list[float], full: list[float]) -> list[float]:
    """The matrix that leads from `inner` to `full` (identity where `inner` cannot be undone)."""
    a, b, c, d, e, f = inner
    determinant = a * d - b * c
    if abs(determinant) < 1e-9 or np.allclose(inner, full, atol=1e-3):
        return [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
    undo = np.array([[d, -b, 0.0], [-c, a, 0.0], [c * f - d * e, b * e - a * f, determinant]]) / determinant
    p, q, r, s, t, u = full
    product = undo @ np.array([[p, q, 0.0], [r, s, 0.0], [t, u, 1.0]])
    return [float(value) for value in product[:, :2].ravel()]


def _is_clipped(box: Floats, slot: Ints, clips: dict[int, tuple[float, float, float, float]]) -> Flags:
    clipped = np.zeros(len(box), dtype=bool)
    x, y = (box[:, 0] + box[:, 2]) / 2, (box[:, 1] + box[:, 3]) / 2
    for number, (left, bottom, right, top) in clips.items():
        clipped |= (slot == number) & ((x < left) | (x > right) | (y < bottom) | (y > top))
    return clipped


def _is_odd(box: Floats, size: Floats) -> Flags:
    """Whether a loose box cannot be the place of one glyph, as with scaled vertical fonts."""
    wide, high = box[:, 2] - box[:, 0], box[:, 3] - box[:, 1]
    odd: Flags = (high < 0.5 * size) | (high > 1.9 * size) | (wide > 2.2 * size) | (wide < 0)
    return odd


def _tight_boxes(page: int, indices: Ints) -> Floats:
    """Left, bottom, right, top of the painted glyphs."""
    tight = np.zeros((len(indices), 4))
    at = tight.ctypes.data
    for index in indices.tolist():
        call.text_tight_box(page, index, at, at + 16, at + 8, at + 24)
        at += 32
    return tight


def _box_around_glyph(page: int, indices: Ints, where: Ints, box: Floats, size: Floats) -> None:
    """Puts a square of the font size around the painted glyph."""
    tight = _tight_boxes(page, indices)
    middle = (tight[:, :2] + tight[:, 2:]) / 2
    half = np.maximum((tight[:, 2:] - tight[:, :2]) / 2, size[where][:, None] / 2)
    box[where] = np.concatenate([middle - half, middle + half], axis=1)


def _box_turned(
    page: int, kept: Ints, where: Ints, box: Floats, size: Floats, direction: Floats, slot: Ints
) -> None:
    """Fills in the boxes of text that does not run along the x axis, which PDFium leaves flat.

    A character reaches from its origin to the next one of its text object, the last one as far as
    its paint.
    """
    origin = np.zeros((len(where), 2))
    at = origin.ctypes.data
    for index in kept[where].tolist():
        call.text_origin(page, index, at, at + 8)
        at += 16
    tight = _tight_boxes(page, kept[where])
    along, em = direction[where], size[where]
    up = np.stack([-along[:, 1], along[:, 0]], axis=1)
    low = origin - DESCENT * em[:, None] * up
    high = origin + ASCENT * em[:, None] * up
    end = np.where(along > 0, tight[:, 2:], tight[:, :2])
    advance = np.sum((end - origin) * along, axis=1)
    following = np.zeros(len(where))
    following[:-1] = np.sum((origin[1:] - origin[:-1]) * along[:-1], axis=1)
    same = np.zeros(len(where), dtype=bool)
    same[:-1] = (slot[where][1:] == slot[where][:-1]) & (np.diff(kept[where]) == 1)
    usable = same & (following > 0.1 * em) & (following < 1.3 * em)
    step = np.where(usable, following, np.clip(advance, 0.1 * em, 1.3 * em))[:, None] * along
    corners = np.stack([low, high, low + step, high + step])
    box[where, :2] = corners.min(axis=0)
    box[where, 2:] = corners.max(axis=0)


def _joined(text: RawText, codes: NDArray[np.uint32], slot: Ints) -> RawText:
    """The text with ligature parts, combining marks and variation selectors joined to their base.

    PDFium takes a ligature apart into letters that share one box.
    """
    if len(codes) < 2:
        return text
    mark = (codes >= 0x300) & (codes < 0x370) | np.isin(codes, (0x3099, 0x309A)) | (codes == 0x200D)
    mark |= (codes >= 0xFE00) & (codes < 0xFE10) | (codes >= 0xE0100) & (codes < 0xE01F0)
    follows = mark
    follows[1:] |= np.all(text.box[1:] == text.box[:-1], axis=1) & (slot[1:] == slot[:-1])
    follows[0] = False
    if not follows.any():
        return text
    starts = np.flatnonzero(~follows)
    ends = np.append(starts[1:], len(codes)).tolist()
    parts = tuple("".join(text.text[i:j]) for i, j in zip(starts.tolist(), ends, strict=True))
    return RawText(
        parts,
        text.box[starts],
        text.size[starts],
        text.direction[starts],
        text.white[starts],
        text.hidden[starts],
        text.unmapped[starts],
        text.run[starts],
        text.objects,
    )
