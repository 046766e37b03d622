"""What clipping leaves visible of the objects of a page, as PDFium tells it.

PDFium keeps a clip with each object, in the space of the form the object stands in, and only where it
may cut something off. A form has a clip of its own for all that it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import repeat

from extract import pdfium_calls as call
from extract.clipping import EVERYWHERE, within
from extract.page import Box
from extract.pdfium_calls import Answers, Pointer, pointer

Numbers = Sequence[float]


def clip_boxes(items: list[Pointer], matrix_of: Callable[[int], Numbers], point: Answers) -> dict[int, Box]:
    """The box that clipping leaves of each object, by number, in user space; only of those with a clip.

    `matrix_of` leads from the form an object stands in to user space; `point` is room for points.
    """
    clips = list(map(pointer, map(call.object_clip, items)))
    counts = list(map(call.clip_count_paths, clips))
    if max(counts, default=0) < 1:
        return {}
    return {k: _clip_box(clips[k], count, matrix_of(k), point) for k, count in enumerate(counts) if count > 0}


def _clip_box(clip: Pointer, paths: int, matrix: Numbers, point: Answers) -> Box:
    """What all paths of a clip leave visible."""
    a, b, c, d, e, f = matrix
    left = EVERYWHERE
    for path in range(paths):
        count = max(call.clip_count_segments(clip, path), 0)
        if not count:
            continue
        segments = list(map(pointer, map(call.clip_segment, repeat(clip), repeat(path), range(count))))
        # mostly four points: fewer than pay for arrays
        points = point.ask(call.segment_point, segments).tolist()
        across = [a * x + c * y + e for x, y in points]
        along = [b * x + d * y + f for x, y in points]
        left = within(left, (min(across), min(along), max(across), max(along)))
    return left
