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
BROKEN_SHARE, HIDDEN_SHARE = 0.2, 0.9


def make_page(number: int, width: float, height: float, found: Findings) -> Page:
    """The `Page` of what was found; what lies nowhere (coordinates that are no numbers) is left out."""
    found = _somewhere(found)
    horizontal, vertical, diagonal = split_strokes(found.strokes)
    thin_horizontal, thin_vertical, area = split_fills(found.fills, found.rgb)
    fills, rgb = _without_paper(found.fills[area], found.rgb[area])
    code = found.code if len(found.code) == len(found.text) else code_points(found.text)
    kept = _printed_once(found.text, code, found.box, found.size)
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
    if len(kept) < len(found.text):
        chars = _only(chars, found.run, kept)
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


def _printed_once(text: tuple[str, ...], codes: Codes, box: Floats, size: Floats) -> Ints:
    """Indices of the characters without those printed again on top of themselves."""
    n = len(text)
    code = codes.astype(np.int64)
    if code.max(initial=0) >= JOINED:
        numbers: dict[str, int] = {}
        code = np.fromiter((numbers.setdefault(char, len(numbers)) for char in text), np.int64, n)
    twice = np.zeros(n, dtype=bool)
    for offset in (0.0, 2.0):
        band = np.floor((box[:, 1] + offset) / 4.0)
        if not _may_be_twice(code, band, box[:, 0], size):
            continue
        order = np.lexsort((np.arange(n), box[:, 0], band, code))
        near = (
            (np.diff(code[order]) == 0)
            & (np.abs(np.diff(box[order, 0])) < TWICE * size[order][1:])
            & (np.abs(np.diff(box[order, 1])) < TWICE * size[order][1:])
            & (np.abs(np.diff(size[order])) < 0.1 * size[order][1:])
        )
        pairs = np.flatnonzero(near)
        twice[np.maximum(order[pairs], order[pairs + 1])] = True
    return np.flatnonzero(~twice)


def _may_be_twice(code: Ints, band: Floats, x: Floats, size: Floats) -> bool:
    """Whether any two equal characters of one band begin near each other: quick, and rarely so.

    Code, band and place (to 1/64 point) make one number each, which sorts faster than three keys.
    """
    place = np.rint(x * 64.0).astype(np.int64)
    place -= place.min(initial=0)
    key = ((code << 17) + (band.astype(np.int64) & 0x1FFFF) << 21) + np.minimum(place, 0x1FFFFF)
    # rounding moves two places by at most one part in 64 towards or from each other
    near = 64.0 * TWICE * 1.01 * size + 2
    ranked = np.sort(key)
    if not (ranked[1:] - ranked[:-1] < near.max(initial=0.0)).any():
        return False
    order = np.argsort(key)
    ranked = key[order]
    return bool((ranked[1:] - ranked[:-1] < near[order][1:]).any())


def _somewhere(found: Findings) -> Findings:
    """What was found without what has a coordinate beyond FARTHEST, or one that is no number."""
    chars = _is_near(found.box) & np.isfinite(found.size)
    shapes = {name: _is_near(getattr(found, name)) for name in ("strokes", "fills", "slants", "pictures")}
    if chars.all() and all(near.all() for near in shapes.values()):
        return found
    kept = np.flatnonzero(chars)
    columns = ("box", "size", "upright", "white", "hidden", "unmapped", "run")
    left = {name: getattr(found, name)[kept] for name in columns}
    left |= {name: getattr(found, name)[near] for name, near in shapes.items()}
    code = found.code[kept] if len(found.code) == len(found.text) else found.code
    text = tuple(found.text[i] for i in kept.tolist())
    return replace(found, text=text, rgb=found.rgb[shapes["fills"]], code=code, **left)


def _is_near(boxes: Floats) -> Flags:
    with np.errstate(invalid="ignore"):
        near: Flags = np.all(np.abs(boxes) <= FARTHEST, axis=1)
    return near


def _without_paper(fills: Floats, rgb: NDArray[np.uint8]) -> tuple[Floats, NDArray[np.uint8]]:
    """The fills without white ones that lie on nothing coloured."""
    white = np.all(rgb >= PAPER, axis=1)
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
    lost = white.copy()
    for i in np.flatnonzero(white).tolist():
        over = _holding(fills, x[i], y[i])
        if len(over):
            lost[i] = int(rgb[over[-1]].min()) >= PAPER
        else:
            lost[i] = not len(_holding(pictures, x[i], y[i]))
    return lost


def _holding(boxes: Floats, x: float, y: float) -> Ints:
    held = (boxes[:, 0] <= x) & (boxes[:, 2] >= x) & (boxes[:, 1] <= y) & (boxes[:, 3] >= y)
    return np.flatnonzero(held)


def _text_layer(unmapped: Flags, hidden: Flags, pictures: Floats, width: float, height: float) -> TextLayer:
    if not len(hidden):
        return "none"
    if np.count_nonzero(unmapped) > BROKEN_SHARE * len(unmapped):
        return "broken"
    if np.count_nonzero(hidden) <= HIDDEN_SHARE * len(hidden):
        return "native"
    area = (pictures[:, 2] - pictures[:, 0]) * (pictures[:, 3] - pictures[:, 1])
    return "ocr" if float(area.sum()) > 0.4 * width * height else "native"
