"""From what a reader found to the `Page`: what is seen, what is printed twice, what is a rule.

Both readers end here, so that they cannot differ in anything but what they read.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from extract.page import JOINED, Chars, Codes, Flags, Floats, Page, TextLayer, code_points
from extract.raw_page import PAPER, Findings
from extract.rules import split_fills, split_strokes, stacked

Ints = NDArray[np.int64]

TWICE = 0.15
"""Of the font size: the same character again within this distance is fake bold or a shadow."""
FARTHEST = 1e7
"""Points: nothing that belongs to a page lies farther from it."""
LEAST_SIZE = 0.6
"""Points: smaller text cannot be read."""
AT_ONCE = 1 << 20
"""Points and boxes that are compared with each other in one step."""
BROKEN_SHARE, HIDDEN_SHARE = 0.2, 0.9


def make_page(number: int, width: float, height: float, found: Findings) -> Page:
    """The `Page` of what was found; what lies nowhere (coordinates that are no numbers) is left out."""
    found = _somewhere(found)
    horizontal, vertical, diagonal = split_strokes(found.strokes)
    thin_horizontal, thin_vertical, area = split_fills(found.fills, found.rgb)
    fills, rgb = _without_paper(found.fills[area], found.rgb[area])
    code = found.code if len(found.code) == len(found.text) else code_points(found.text)
    twice = _printed_twice(found.text, code, found.box, found.size)
    x, y = (found.box[:, 0] + found.box[:, 2]) / 2, (found.box[:, 1] + found.box[:, 3]) / 2
    visible = ~found.hidden & (found.size >= LEAST_SIZE)
    visible &= (x >= 0) & (x <= width) & (y >= 0) & (y <= height)
    visible &= ~_white_on_paper(found.white, x, y, fills, rgb, found.pictures)
    layer = _text_layer(found.unmapped, found.hidden, found.pictures, width, height)
    notes: tuple[str, ...] = ()
    unmapped = int(np.count_nonzero(found.unmapped))
    if unmapped:
        notes = (f"{unmapped} of {len(found.text)} characters have a font that does not say what they mean",)
    chars = Chars(found.text, found.box, found.size, found.upright, visible, found.run, code)
    if twice is not None:
        chars = _only(chars, found.run, np.flatnonzero(~twice))
    return Page(
        number=number,
        width=width,
        height=height,
        chars=chars,
        horizontal=stacked(horizontal, thin_horizontal),
        vertical=stacked(vertical, thin_vertical),
        diagonal=stacked(diagonal, found.slants),
        fill_box=fills,
        fill_rgb=rgb,
        text_layer=layer,
        notes=notes,
    )


def _only(chars: Chars, run: Ints, kept: Ints) -> Chars:
    """Some of the characters."""
    return Chars(
        tuple([chars.text[i] for i in kept.tolist()]),
        chars.box[kept],
        chars.size[kept],
        chars.upright[kept],
        chars.visible[kept],
        run[kept],
        chars.code[kept],
    )


def _printed_twice(text: tuple[str, ...], codes: Codes, box: Floats, size: Floats) -> Flags | None:
    """Which characters are printed again on top of themselves; None for none."""
    n = len(text)
    code = codes.astype(np.int64)
    if code.max(initial=0) >= JOINED:
        numbers: dict[str, int] = {}
        code = np.fromiter((numbers.setdefault(char, len(numbers)) for char in text), np.int64, n)
    # in bands of two kinds, as two that lie near each other may lie in two bands of one kind
    bands = [np.floor((box[:, 1] + offset) / 4.0) for offset in (0.0, 2.0)]
    twice: Flags | None = None
    for band in _with_pairs(code, bands, box[:, 0], size):
        order = np.lexsort((np.arange(n), box[:, 0], band, code))
        near = (
            (np.diff(code[order]) == 0)
            & (np.abs(np.diff(box[order, 0])) < TWICE * size[order][1:])
            & (np.abs(np.diff(box[order, 1])) < TWICE * size[order][1:])
            & (np.abs(np.diff(size[order])) < 0.1 * size[order][1:])
        )
        pairs = np.flatnonzero(near)
        if len(pairs):
            twice = np.zeros(n, dtype=bool) if twice is None else twice
            twice[np.maximum(order[pairs], order[pairs + 1])] = True
    return twice


def _with_pairs(code: Ints, bands: list[Floats], x: Floats, size: Floats) -> list[Floats]:
    """Those bands in which any two equal characters may begin near each other: quick, and rarely any.

    Code, band and place (to 1/64 point) make one number each, which sorts faster than three keys.
    """
    place = np.rint(x * 64.0).astype(np.int64)
    place -= place.min(initial=0)
    code_and_place = (code << 38) + np.minimum(place, 0x1FFFFF)
    # rounding moves two places by at most one part in 64 towards or from each other
    near = 64.0 * TWICE * 1.01 * size + 2
    farthest = int(near.max(initial=0.0)) + 1
    found = []
    for band in bands:
        key = code_and_place + ((band.astype(np.int64) & 0x1FFFF) << 21)
        ranked = np.sort(key)
        if (ranked[1:] - ranked[:-1] < farthest).any():
            order = key.argsort()
            ranked = key[order]
            if (ranked[1:] - ranked[:-1] < near[order][1:]).any():
                found.append(band)
    return found


def _somewhere(found: Findings) -> Findings:
    """What was found without what has a coordinate beyond FARTHEST, or one that is no number."""
    drawn = {name: getattr(found, name) for name in ("strokes", "fills", "slants", "pictures")}
    if np.isfinite(found.size).all() and all(map(_are_near, (found.box, *drawn.values()))):
        return found
    chars = _is_near(found.box) & np.isfinite(found.size)
    shapes = {name: _is_near(boxes) for name, boxes in drawn.items()}
    kept = np.flatnonzero(chars)
    columns = ("box", "size", "upright", "white", "hidden", "unmapped", "run")
    left = {name: getattr(found, name)[kept] for name in columns}
    left |= {name: getattr(found, name)[near] for name, near in shapes.items()}
    code = found.code[kept] if len(found.code) == len(found.text) else found.code
    text = tuple(found.text[i] for i in kept.tolist())
    return replace(found, text=text, rgb=found.rgb[shapes["fills"]], code=code, **left)


def _are_near(boxes: Floats) -> bool:
    """Whether all coordinates are near; no number is less than one that is none."""
    return not len(boxes) or bool(boxes.max() <= FARTHEST and boxes.min() >= -FARTHEST)


def _is_near(boxes: Floats) -> Flags:
    with np.errstate(invalid="ignore"):
        near: Flags = np.all(np.abs(boxes) <= FARTHEST, axis=1)
    return near


def _without_paper(fills: Floats, rgb: NDArray[np.uint8]) -> tuple[Floats, NDArray[np.uint8]]:
    """The fills without white ones that lie on nothing coloured."""
    white: Flags = np.logical_and.reduce(rgb >= PAPER, axis=1)
    if not white.any():
        return fills, rgb
    keep = ~white
    for i in np.flatnonzero(white).tolist():
        below = fills[:i][keep[:i]]
        x0, y0, x1, y1 = fills[i]
        keep[i] = bool(
            np.any((below[:, 0] < x1) & (below[:, 2] > x0) & (below[:, 1] < y1) & (below[:, 3] > y0))
        )
    return fills[keep], rgb[keep]


def _white_on_paper(
    white: Flags, x: Floats, y: Floats, fills: Floats, rgb: NDArray[np.uint8], pictures: Floats
) -> Flags:
    """Which characters are white and stand on no coloured fill and no picture."""
    where = white.nonzero()[0]
    if not len(where):
        return white
    lost = white.copy()
    at_once = max(1, AT_ONCE // (len(fills) + len(pictures) + 1))
    # the last of the fills under a character is the first from the end
    paper: Flags = np.logical_and.reduce(rgb[::-1] >= PAPER, axis=1)
    for start in range(0, len(where), at_once):
        some = where[start : start + at_once]
        on_fill, under = _holding(fills[::-1], x[some], y[some])
        on_picture, _ = _holding(pictures, x[some], y[some])
        lost[some] = ~on_picture
        lost[some[on_fill]] = paper[under[on_fill]]
    return lost


def _holding(boxes: Floats, x: Floats, y: Floats) -> tuple[Flags, Ints]:
    """Whether each point lies in any of the boxes, and in which first."""
    if not len(boxes):
        return np.zeros(len(x), dtype=bool), np.zeros(len(x), dtype=np.int64)
    x0, y0, x1, y1 = boxes.T
    x, y = x[:, None], y[:, None]
    held = (x0 <= x) & (x1 >= x) & (y0 <= y) & (y1 >= y)
    return held.any(axis=1), held.argmax(axis=1)


def _text_layer(unmapped: Flags, hidden: Flags, pictures: Floats, width: float, height: float) -> TextLayer:
    if not len(hidden):
        return "none"
    if np.count_nonzero(unmapped) > BROKEN_SHARE * len(unmapped):
        return "broken"
    if np.count_nonzero(hidden) <= HIDDEN_SHARE * len(hidden):
        return "native"
    area = (pictures[:, 2] - pictures[:, 0]) * (pictures[:, 3] - pictures[:, 1])
    return "ocr" if float(area.sum()) > 0.4 * width * height else "native"
