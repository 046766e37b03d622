"""The characters of a page as PDFium reads them, in PDF user space.

Whatever is the same for all characters of one text object (font size, matrix, colour, render
mode, clipping) is asked once an object; only the box, the code and the object are asked once a
character.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from extract import pdfium_calls as call
from extract.page import Box, Flags, Floats
from extract.pdfium_calls import Answers, Pointer, pointer
from extract.pdfium_clips import clip_boxes
from extract.raw_page import PAPER, RawText

Ints = NDArray[np.int64]
Codes = NDArray[np.uint32]

RENDER_INVISIBLE = 3
RENDER_CLIP_ONLY = 7
FIRST_SURROGATE = 0xD800
HYPHENS = "\x02\ufffe"
"""What PDFium hands out for a hyphen at the end of a line that it believes to be a word break."""
SPACES = " \t\r\n\x0b\x0c\x85\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
SPACES += "\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
NARROW = 0.98
"""Of the font size: an ideograph that is narrower may have been given the box of its paint."""
ASCENT, DESCENT = 0.88, 0.12
"""Of the font size above and below the base line, as CJK fonts are."""

# Tables by code point of the basic plane; taken with mode="clip", what lies beyond it counts as the last.
_MEANT = np.arange(0x10000, dtype=np.uint32)
"""The code point itself, but that of a hyphen for what stands for one."""
_MEANT[[ord(char) for char in HYPHENS]] = ord("-")
_PRINTED = np.ones(0x10000, dtype=bool)
"""Whether it is a character at all, and no white space."""
_PRINTED[[0, *map(ord, SPACES)]] = False
_MARK = np.zeros(0x10000, dtype=bool)
"""Whether it joins the character before it."""
_MARK[[*range(0x300, 0x370), 0x3099, 0x309A, 0x200D, *range(0xFE00, 0xFE10)]] = True
_IDEOGRAPH = np.zeros(0x10000, dtype=bool)
"""Whether it is an ideograph."""
_IDEOGRAPH[0x4E00:0xA000] = True
_UNTOLD = np.zeros(0x10000, dtype=bool)
"""Whether it is none that a font may give a printed character."""
_UNTOLD[[*range(0x20), *range(0x7F, 0xA0), 0xFFFD]] = True
_PRIVATE = np.zeros(0x10000, dtype=bool)
"""Whether it means what its font pleases."""
_PRIVATE[0xE000:0xF900] = True


class TextAnswers:
    """The room for what PDFium answers about characters, kept from page to page."""

    __slots__ = ("box", "colour", "matrix", "origin", "point", "tight")

    def __init__(self) -> None:
        self.box = Answers(np.float32, 4)
        self.matrix = Answers(np.float32, 6)
        self.colour = Answers(np.uint32, 4, arguments=4)
        self.tight = Answers(np.float64, 4, arguments=4)
        self.origin = Answers(np.float64, 2, arguments=2)
        self.point = Answers(np.float32, 2, arguments=2)


def _codes(of: Pointer, count: int) -> Codes:
    """The code points of a text page, read in one call where the lengths agree.

    Of a surrogate pair, which is two characters here, the first gets the code point, the second 0.
    """
    buffer = np.zeros(2 * count + 2, dtype=np.uint16)
    written = call.text_bulk(of, 0, count, pointer(buffer.ctypes.data))
    if written - 1 == count:
        codes = _MEANT[buffer[:count]]
    else:
        codes = np.fromiter(map(call.text_unicode, repeat(of, count), range(count)), np.uint32, count)
        codes = np.where(codes < len(_MEANT), _MEANT.take(codes, mode="clip"), codes)
    if codes.max(initial=0) < FIRST_SURROGATE:
        return codes
    high, low = (codes >> 10) == 0x36, (codes >> 10) == 0x37
    if not (high.any() or low.any()):
        return np.minimum(codes, 0x110000)
    pair = np.flatnonzero(high[:-1] & low[1:])
    codes[pair] = 0x10000 + ((codes[pair] & 0x3FF) << 10) + (codes[pair + 1] & 0x3FF)
    codes[pair + 1] = 0
    lone = (codes >= FIRST_SURROGATE) & (codes < 0xE000)
    return np.where(lone | (codes > 0x10FFFF), 0xFFFD, codes)


def read_text(page: int, count: int, answers: TextAnswers) -> RawText:
    """The characters of the text page at address `page`, white space and line ends left out."""
    of = pointer(page)
    codes = _codes(of, count)
    kept = _PRINTED.take(codes, mode="clip").nonzero()[0]
    n = len(kept)
    indices: list[int] = kept.tolist()
    # FS_RECTF is left, top, right, bottom; each side is kept in one piece, as all later steps want it
    left, top, right, bottom = answers.box.ask(call.text_loose_box, [of] * n, indices).T
    box = np.array([left, bottom, right, top], dtype=np.float64).T
    begins, known = _object_of_each(of, kept)
    objects = _read_objects(of, known, kept[begins].tolist(), answers)
    slot = np.zeros(n, dtype=np.int64)
    slot[begins[1:]] = 1
    slot.cumsum(out=slot)
    size, direction = objects.size.take(slot), objects.direction.T.take(slot, axis=1).T
    slanted = np.abs(objects.direction[:, 1]) > 0.1
    odd = _is_odd(box, size)
    if slanted.any():
        turned = slanted[slot]
        _box_turned(of, kept, np.flatnonzero(turned), box, size, direction, slot, answers)
        odd &= ~turned
    narrow = _IDEOGRAPH.take(codes[kept], mode="clip") & (box[:, 2] - box[:, 0] < NARROW * size)
    if narrow.any():
        _box_from_origin(of, kept, narrow & (direction[:, 0] > 0.9), box, size, answers)
    if odd.any():
        where = np.flatnonzero(odd)
        _box_around_glyph(of, kept[where], where, box, size, answers)
    codes = codes[kept]
    unmapped = _UNTOLD.take(codes, mode="clip") | (codes > 0x10FFFF)
    if objects.unmapped.any():
        for i in np.flatnonzero(objects.unmapped[slot]).tolist():
            unmapped[i] |= call.text_map_error(of, indices[i]) == 1
    if unmapped.any():
        codes = np.where(unmapped, np.uint32(0xFFFD), codes)
    unmapped |= _PRIVATE.take(codes, mode="clip")
    text = codes.tobytes().decode("utf-32-le")
    white, hidden = objects.white[slot], objects.hidden[slot]
    if objects.clips:
        hidden |= _is_clipped(box, slot, objects.clips)
    return _joined(
        RawText(tuple(text), box, size, direction, white, hidden, unmapped, slot, tuple(known), codes),
        codes,
        slot,
    )


def _object_of_each(of: Pointer, kept: Ints) -> tuple[Ints, list[int]]:
    """Where the characters of each text object begin among those kept, and the object's address.

    PDFium parts objects by white space of its own, so that between two such places the first and
    the last character mostly tell of all.
    """
    n = len(kept)
    if not n:
        return np.zeros(0, dtype=np.int64), []
    parted = np.ones(n + 1, dtype=bool)
    parted[1:-1] = kept[1:] - kept[:-1] > 1
    bounds = parted.nonzero()[0]
    starts, ends = bounds[:-1], bounds[1:]
    several = ends - starts > 1
    first = _objects_at(of, kept[starts])
    last = first.copy()
    last[several] = _objects_at(of, kept[ends[several] - 1])
    mixed = first != last
    if mixed.any():
        addresses, inner = first.repeat(ends - starts), mixed.repeat(ends - starts)
        addresses[ends - 1] = last
        inner[starts] = inner[ends - 1] = False
        addresses[inner] = _objects_at(of, kept[inner])
        starts, first = np.arange(n), addresses
    begins = np.ones(len(first), dtype=bool)
    begins[1:] = first[1:] != first[:-1]
    return starts[begins], first[begins].tolist()


def _objects_at(of: Pointer, indices: Ints) -> NDArray[np.uint64]:
    """The addresses of the text objects of single characters, 0 where there is none."""
    return np.fromiter(map(call.text_object, repeat(of), indices.tolist()), np.uint64, len(indices))


@dataclass(frozen=True, slots=True)
class _Objects:
    """What holds for all characters of each text object; `clips` by number, where one cuts."""

    size: Floats
    direction: Floats
    white: Flags
    hidden: Flags
    unmapped: Flags
    clips: dict[int, Box]


def _read_objects(of: Pointer, addresses: list[int], first: list[int], answers: TextAnswers) -> _Objects:
    """The properties of text objects, asked of the first character of each."""
    n = len(addresses)
    items = list(map(pointer, addresses))
    matrix = answers.matrix.ask(call.text_matrix, [of] * n, first).astype(np.float64)
    colour, coloured = answers.colour.ask_whether(call.object_fill, items)
    font_size = np.fromiter(map(call.text_font_size, repeat(of), first), np.float64, n)
    mode = np.fromiter(map(call.text_render_mode, items), np.int8, n)
    unmapped = np.fromiter(map(call.text_map_error, repeat(of), first), np.int8, n) == 1
    a, b, c, d = matrix[:, :4].T
    length = np.hypot(a, b)
    some = np.maximum(length, 1e-12)
    flat = ~(length > 0)
    direction = np.array([a / some, b / some]).T
    if flat.any():
        direction[flat] = (1.0, 0.0)
    red, green, blue, alpha = colour.T
    painted = mode == 0
    return _Objects(
        size=np.abs(font_size) * np.hypot(c, d),
        direction=direction,
        white=painted & (red >= PAPER) & (green >= PAPER) & (blue >= PAPER),
        hidden=painted & coloured & (alpha == 0) | (mode == RENDER_INVISIBLE) | (mode == RENDER_CLIP_ONLY),
        unmapped=unmapped,
        clips=clip_boxes(items, lambda k: _form_matrix(items[k], matrix[k].tolist(), answers), answers.point),
    )


def _form_matrix(item: Pointer, full: list[float], answers: TextAnswers) -> list[float]:
    """The matrix of the form a text stands in; `full` is that of the text on the page."""
    return _quotient(answers.matrix.ask(call.object_matrix, [item])[0].tolist(), full)


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


def cut_by_forms(text: RawText, cuts: dict[int, Box]) -> RawText:
    """The text with what the clip of a form cuts off hidden; `cuts` by the address of the text object."""
    clips = {k: cuts[address] for k, address in enumerate(text.objects) if address in cuts}
    return replace(text, hidden=text.hidden | _is_clipped(text.box, text.run, clips))


def _is_clipped(box: Floats, slot: Ints, clips: dict[int, Box]) -> Flags:
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


def _box_from_origin(
    of: Pointer, kept: Ints, narrow: Flags, box: Floats, size: Floats, answers: TextAnswers
) -> None:
    """Gives those of the narrow ideographs whose box is that of their paint the box of their font.

    PDFium knows no other for text that the file gives in words beside the glyphs (ActualText). Each
    reaches from its origin to where the next one begins; letters that share one box are left alone.
    """
    shared = np.all(box[1:] == box[:-1], axis=1)
    narrow[1:] &= ~shared
    narrow[:-1] &= ~shared
    where = np.flatnonzero(narrow)
    painted = np.abs(_tight_boxes(of, kept[where], answers) - box[where]).max(axis=1, initial=0.0)
    where = where[painted < 0.01 * size[where]]
    indices, em = kept[where], size[where]
    origin = answers.origin.ask(call.text_origin, [of] * len(indices), indices.tolist())
    left = np.append(box[:, 0], np.inf)
    left[where] = origin[:, 0]
    advance = left[where + 1] - origin[:, 0]
    follows = (np.append(np.diff(kept), 0)[where] == 1) & (advance > 0.3 * em) & (advance < 1.3 * em)
    box[where, 2] = np.where(follows, origin[:, 0] + advance, box[where, 2])
    box[where, 0] = origin[:, 0]
    box[where, 1], box[where, 3] = origin[:, 1] - DESCENT * em, origin[:, 1] + ASCENT * em


def _tight_boxes(of: Pointer, indices: Ints, answers: TextAnswers) -> Floats:
    """Left, bottom, right, top of the painted glyphs."""
    tight = answers.tight.ask(call.text_tight_box, [of] * len(indices), indices.tolist())
    return tight[:, [0, 2, 1, 3]]


def _box_around_glyph(
    of: Pointer, indices: Ints, where: Ints, box: Floats, size: Floats, answers: TextAnswers
) -> None:
    """Puts a square of the font size around the painted glyph."""
    tight = _tight_boxes(of, indices, answers)
    middle = (tight[:, :2] + tight[:, 2:]) / 2
    half = np.maximum((tight[:, 2:] - tight[:, :2]) / 2, size[where][:, None] / 2)
    box[where] = np.concatenate([middle - half, middle + half], axis=1)


def _box_turned(
    of: Pointer,
    kept: Ints,
    where: Ints,
    box: Floats,
    size: Floats,
    direction: Floats,
    slot: Ints,
    answers: TextAnswers,
) -> None:
    """Fills in the boxes of text that does not run along the x axis, which PDFium leaves flat.

    A character reaches from its origin to the next one beside it, the last one as far as its paint.
    """
    indices = kept[where]
    origin = answers.origin.ask(call.text_origin, [of] * len(indices), indices.tolist())
    tight = _tight_boxes(of, indices, answers)
    along, em = direction[where], size[where]
    up = np.stack([-along[:, 1], along[:, 0]], axis=1)
    low = origin - DESCENT * em[:, None] * up
    high = origin + ASCENT * em[:, None] * up
    end = np.where(along > 0, tight[:, 2:], tight[:, :2])
    advance = np.sum((end - origin) * along, axis=1)
    following = np.zeros(len(where))
    following[:-1] = np.sum((origin[1:] - origin[:-1]) * along[:-1], axis=1)
    # the glyphs of one word may be text objects of their own, on one base line
    rise = np.abs(np.sum((origin[1:] - origin[:-1]) * up[:-1], axis=1))
    same = np.zeros(len(where), dtype=bool)
    same[:-1] = (rise < 0.05 * em[:-1]) & (np.diff(kept[where]) == 1)
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
    follows = _MARK.take(codes, mode="clip") | (codes >= 0xE0100) & (codes < 0xE01F0)
    again = (text.box[1:, 0] == text.box[:-1, 0]) & (slot[1:] == slot[:-1])
    if again.any():
        follows[1:] |= again & np.all(text.box[1:] == text.box[:-1], axis=1)
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
