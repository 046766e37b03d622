"""What shapes say of a figure that recognition gets wrong: a lone dash, a lost point.

A dash alone in a cell is recognised as 一 or 1, and a point between narrow digits is dropped. Both
are seen in the ink: the dash is one flat body, the point a small one at the foot of the digits.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.scan_image import Picture

FLAT = 1.7
"""How many times wider than high a dash is."""
TALL = 0.6
"""Of the height of the highest body: digits are at least this high."""
SMALL = (0.08, 0.4)
"""Of the height of the digits: how high a point or a comma is (a comma hangs below the foot)."""
FOOT = 0.7
"""Of the height of the digits, from the top: a point lies below this."""
GROUP = 3
LIGHTEST = 0.35
"""Of the contrast of a print: a point is so small that it is printed lighter than the digits."""


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies of ink of a picture as boxes x0, y0, x1, y1, from left to right."""

    boxes: NDArray[np.int64]


def bodies_of(picture: Picture) -> Bodies:
    """The bodies of ink in the picture of one line."""
    soft = cv2.GaussianBlur(picture, (3, 3), 0)
    paper, print_ = float(np.median(soft)), float(np.percentile(soft, 2))
    ink = np.where(soft < paper - LIGHTEST * (paper - print_), 255, 0).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    found = np.asarray(stats)[1:, :4].astype(np.int64)
    boxes = np.stack([found[:, 0], found[:, 1], found[:, 0] + found[:, 2], found[:, 1] + found[:, 3]], axis=1)
    return Bodies(boxes[np.argsort(boxes[:, 0], kind="stable")])


def is_dash(bodies: Bodies) -> bool:
    """Whether the print is one flat stroke."""
    wide, high = bodies.boxes[:, 2] - bodies.boxes[:, 0], bodies.boxes[:, 3] - bodies.boxes[:, 1]
    large = np.flatnonzero(wide * high >= 0.1 * np.max(wide * high, initial=0))
    return len(large) == 1 and bool(wide[large[0]] >= FLAT * high[large[0]])


def with_points(text: str, bodies: Bodies) -> str:
    """The figure with the points and commas that the picture has; as it is where its digits cannot be told.

    Between the same digits a separator that was recognised stays. One that was not is a comma where all
    groups behind it are of three digits and there are other commas or it is not the last group, else a point.
    """
    digits = [char for char in text if char.isdigit()]
    boxes = bodies.boxes
    high = boxes[:, 3] - boxes[:, 1]
    tallest = int(np.max(high, initial=0))
    tall = boxes[high >= TALL * tallest]
    if not digits or len(tall) != len(digits) or not text[0].isdigit() or not text[-1].isdigit():
        return text
    top, foot = float(np.median(tall[:, 1])), float(np.median(tall[:, 3]))
    unit = foot - top
    seen: set[int] = set()
    for x0, y0, x1, y1 in boxes.tolist():
        size = max(x1 - x0, y1 - y0) / unit
        before = int(np.count_nonzero((tall[:, 0] + tall[:, 2]) / 2 < (x0 + x1) / 2))
        if SMALL[0] <= size <= SMALL[1] and y0 >= top + FOOT * unit and 0 < before < len(digits):
            seen.add(before)
    known: dict[int, str] = {}
    count = 0
    for char in text:
        if char.isdigit():
            count += 1
        else:
            known[count] = known.get(count, "") + char
    missing = seen - set(known)
    if len(missing) != 1 or any(char not in ",." for char in "".join(known.values())):
        return text
    place = missing.pop()
    rest = len(digits) - place
    is_comma = rest % GROUP == 0 and (bool(known) or rest > GROUP)
    known[place] = "," if is_comma else "."
    if "." in known.values() and (list(known.values()).count(".") > 1 or known[max(known)] != "."):
        return text
    return "".join(digit + known.get(number, "") for number, digit in enumerate(digits, 1))
