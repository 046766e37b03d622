"""The drawn paths of a page as PDFium reads them: strokes and filled areas, in user space.

Form XObjects are descended into with their matrices. A path is taken apart into straight
segments; curves only count towards the box of a filled area.
"""

from __future__ import annotations

import ctypes
from itertools import pairwise

from extract import pdfium_calls as call
from extract.raw_page import Point, Shapes, add_fill

TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
LINE_TO, BEZIER_TO, MOVE_TO = 0, 1, 2
DEEPEST_FORM = 12
"""Forms nested deeper than this are not descended into: a form may name itself."""

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def joined(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first and `outer` after it."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


class _Buffers:
    """The few words of memory that PDFium writes its answers to."""

    def __init__(self) -> None:
        self.floats = (ctypes.c_float * 8)()
        self.ints = (ctypes.c_int * 2)()
        self.colour = (ctypes.c_uint * 4)()
        self.f = ctypes.addressof(self.floats)
        self.i = ctypes.addressof(self.ints)
        self.c = ctypes.addressof(self.colour)


def read_shapes(page: int) -> Shapes:
    """The strokes, fills and images of the page at address `page`, in drawing order."""
    shapes = Shapes()
    buffers = _Buffers()
    for index in range(call.page_count_objects(page)):
        _read_object(call.page_object(page, index), IDENTITY, shapes, buffers, 0)
    return shapes


def _matrix(item: int, buffers: _Buffers) -> Matrix:
    if not call.object_matrix(item, buffers.f):
        return IDENTITY
    a, b, c, d, e, f = buffers.floats[:6]
    return (a, b, c, d, e, f)


def _read_object(item: int, outer: Matrix, shapes: Shapes, buffers: _Buffers, depth: int) -> None:
    kind = call.object_type(item)
    if kind == TEXT:
        shapes.text_objects.append(item)
    elif kind == PATH:
        _read_path(item, outer, shapes, buffers)
    elif kind == FORM and depth < DEEPEST_FORM:
        matrix = joined(_matrix(item, buffers), outer)
        for index in range(call.form_count_objects(item)):
            _read_object(call.form_object(item, index), matrix, shapes, buffers, depth + 1)
    elif kind == IMAGE:
        matrix = joined(_matrix(item, buffers), outer)
        a, b, c, d, e, f = matrix
        xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
        shapes.pictures.append((min(xs), min(ys), max(xs), max(ys)))
    elif kind == SHADING and call.object_bounds(item, *(buffers.f + 4 * k for k in range(4))):
        left, bottom, right, top = buffers.floats[:4]
        shapes.pictures.append((left, bottom, right, top))


def _read_path(item: int, outer: Matrix, shapes: Shapes, buffers: _Buffers) -> None:
    if not call.path_draw_mode(item, buffers.i, buffers.i + 4):
        return
    filled, stroked = buffers.ints[0] != 0, buffers.ints[1] != 0
    if not (filled or stroked):
        return
    count = call.path_count(item)
    matrix = joined(_matrix(item, buffers), outer)
    a, b, c, d, e, f = matrix
    floats, at = buffers.floats, buffers.f
    get_segment, get_point, get_type, get_close = (
        call.path_segment,
        call.segment_point,
        call.segment_type,
        call.segment_close,
    )
    polylines: list[list[Point]] = []
    curved = False
    current: list[Point] = []
    for index in range(count):
        segment = get_segment(item, index)
        get_point(segment, at, at + 4)
        x, y = floats[0], floats[1]
        point = (a * x + c * y + e, b * x + d * y + f)
        kind = get_type(segment)
        if kind == MOVE_TO:
            current = [point]
            polylines.append(current)
        else:
            curved = curved or kind == BEZIER_TO
            current.append(point)
            if get_close(segment) and current[0] != point:
                current.append(current[0])
    if filled:
        _add_fill(item, polylines, curved, shapes, buffers)
    if stroked and not curved:
        alpha = 255
        if call.object_stroke(item, buffers.c, buffers.c + 4, buffers.c + 8, buffers.c + 12):
            alpha = buffers.colour[3]
            if min(buffers.colour[:3]) >= 250:
                return
        if not alpha:
            return
        call.object_stroke_width(item, at)
        width = floats[0] * abs(a * d - b * c) ** 0.5
        for line in polylines:
            for (x0, y0), (x1, y1) in pairwise(line):
                shapes.strokes.append((x0, y0, x1, y1, width))


def _add_fill(
    item: int, polylines: list[list[Point]], curved: bool, shapes: Shapes, buffers: _Buffers
) -> None:
    red = green = blue = 0
    if call.object_fill(item, buffers.c, buffers.c + 4, buffers.c + 8, buffers.c + 12):
        red, green, blue, alpha = buffers.colour
        if not alpha:
            return
    for line in polylines:
        add_fill(shapes, line, curved, (red, green, blue))
