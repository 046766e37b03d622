"""Ruby: small kana set over ideographs to say how they are read. It is no part of the text."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extract.page import JOINED, Chars, Flags

Ints = NDArray[np.int64]

SMALL = 0.62
"""A ruby character is at most this large beside the ideograph under it."""
CLOSE = 0.4
"""Of the ideograph's size: how far ruby may stand above it, or reach into it."""


def is_ruby(chars: Chars) -> Flags:
    """Which characters are ruby: kana pieces that stand wholly over larger ideographs.

    A piece is kana of one size that touch each other; one other character in it makes it plain text.
    """
    ruby = np.zeros(len(chars), dtype=bool)
    code = chars.code & (JOINED - 1)
    kana = (code >= 0x3041) & (code <= 0x30FF) & chars.upright
    if not kana.any():
        return ruby
    ideograph = (code >= 0x4E00) & (code <= 0x9FFF) & chars.upright
    if not ideograph.any():
        return ruby
    small = kana & (chars.size <= SMALL * float(chars.size[ideograph].max()))
    if not small.any():
        return ruby
    base = np.flatnonzero(ideograph & (chars.size >= float(chars.size[small].min()) / SMALL))
    for piece in _over(chars, np.flatnonzero(small), base):
        if not _goes_on(chars, piece):
            ruby[piece] = True
    return ruby


def _over(chars: Chars, small: Ints, base: Ints) -> list[Ints]:
    """The pieces of small kana that stand wholly over ideographs among `base`."""
    members, bounds = _pieces(chars, small)
    starts = bounds[:-1]
    left, _, right, bottom = chars.box.T.take(members, axis=1)
    x0 = np.minimum.reduceat(left, starts)[:, None]
    x1 = np.maximum.reduceat(right, starts)[:, None]
    bottom = np.maximum.reduceat(bottom, starts)[:, None]
    size = np.maximum.reduceat(chars.size[members], starts)[:, None]
    left, top, right, em = (*chars.box[base, :3].T, chars.size[base])
    under = (np.abs(top - bottom) <= CLOSE * em) & (size <= SMALL * em) & (right > x0) & (left < x1)
    held = under.any(axis=1)
    if not held.any():
        return []
    west = np.where(under, left, np.inf).min(axis=1) - size[:, 0]
    east = np.where(under, right, -np.inf).max(axis=1) + size[:, 0]
    held &= (west <= x0[:, 0]) & (x1[:, 0] <= east)
    return [members[bounds[k] : bounds[k + 1]] for k in held.nonzero()[0].tolist()]


def _pieces(chars: Chars, index: Ints) -> tuple[Ints, Ints]:
    """Runs of characters on one line that touch each other: the characters, and where runs begin and end."""
    x0, y0, x1, _ = chars.box.T.take(index, axis=1)
    order = np.lexsort((x0, np.rint(y0)))
    x0, y0, x1, index = x0[order], y0[order], x1[order], index[order]
    size = chars.size[index][1:]
    begins = np.ones(len(index) + 1, dtype=bool)
    begins[1:-1] = (np.abs(y0[1:] - y0[:-1]) > 0.2 * size) | (np.abs(x0[1:] - x1[:-1]) > 0.6 * size)
    return index, begins.nonzero()[0]


def _goes_on(chars: Chars, piece: Ints) -> bool:
    """Whether other text stands on the same line right beside the piece."""
    box, size = chars.box[piece], float(chars.size[piece].max())
    x0, x1, y0 = float(box[:, 0].min()), float(box[:, 2].max()), float(box[:, 1].min())
    same = (np.abs(chars.box[:, 1] - y0) <= 0.3 * size) & (chars.size <= 1.2 * size)
    same[piece] = False
    beside = (np.abs(chars.box[:, 0] - x1) < size) | (np.abs(chars.box[:, 2] - x0) < size)
    return bool(np.any(same & beside))
