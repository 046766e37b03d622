"""Ruby: small kana set over ideographs to say how they are read. It is no part of the text."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extract.page import Chars, Flags

Ints = NDArray[np.int64]

SMALL = 0.62
"""A ruby character is at most this large beside the ideograph under it."""
CLOSE = 0.4
"""Of the ideograph's size: how far ruby may stand above it, or reach into it."""


def is_ruby(chars: Chars) -> Flags:
    """Which characters are ruby: kana pieces that stand wholly over larger ideographs.

    A piece is kana of one size that touch each other; one other character in it makes it plain text.
    """
    n = len(chars)
    ruby = np.zeros(n, dtype=bool)
    code = np.fromiter((ord(char[0]) for char in chars.text), np.int64, n)
    kana = (code >= 0x3041) & (code <= 0x30FF) & chars.upright
    ideograph = (code >= 0x4E00) & (code <= 0x9FFF) & chars.upright
    if not kana.any() or not ideograph.any():
        return ruby
    small = kana & (chars.size <= SMALL * float(chars.size[ideograph].max()))
    for piece in _pieces(chars, np.flatnonzero(small)):
        if _stands_over(chars, piece, np.flatnonzero(ideograph)) and not _goes_on(chars, piece):
            ruby[piece] = True
    return ruby


def _pieces(chars: Chars, index: Ints) -> list[Ints]:
    """Runs of characters on one line that touch each other."""
    if not len(index):
        return []
    box, size = chars.box[index], chars.size[index]
    order = np.lexsort((box[:, 0], np.round(box[:, 1])))
    box, size = box[order], size[order]
    apart = (np.abs(np.diff(box[:, 1])) > 0.2 * size[1:]) | (
        np.abs(box[1:, 0] - box[:-1, 2]) > 0.6 * size[1:]
    )
    return np.split(index[order], np.flatnonzero(apart) + 1)


def _stands_over(chars: Chars, piece: Ints, ideographs: Ints) -> bool:
    x0, x1 = float(chars.box[piece, 0].min()), float(chars.box[piece, 2].max())
    bottom, size = float(chars.box[piece, 3].max()), float(chars.size[piece].max())
    base, em = chars.box[ideographs], chars.size[ideographs]
    under = (
        (np.abs(base[:, 1] - bottom) <= CLOSE * em)
        & (size <= SMALL * em)
        & (base[:, 2] > x0)
        & (base[:, 0] < x1)
    )
    if not under.any():
        return False
    left, right = float(base[under, 0].min()), float(base[under, 2].max())
    return left - size <= x0 and x1 <= right + size


def _goes_on(chars: Chars, piece: Ints) -> bool:
    """Whether other text stands on the same line right beside the piece."""
    box, size = chars.box[piece], float(chars.size[piece].max())
    x0, x1, y0 = float(box[:, 0].min()), float(box[:, 2].max()), float(box[:, 1].min())
    same = (np.abs(chars.box[:, 1] - y0) <= 0.3 * size) & (chars.size <= 1.2 * size)
    same[piece] = False
    beside = (np.abs(chars.box[:, 0] - x1) < size) | (np.abs(chars.box[:, 2] - x0) < size)
    return bool(np.any(same & beside))
