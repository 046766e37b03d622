"""The drawn paths of a page as PDFium reads them: strokes and filled areas, in user space.

Form XObjects are descended into with their matrices and clips. A path is taken apart into straight
segments; curves only count towards the box of a filled area. All paths of a page are asked for
together: one function is driven over all of them, and what they answer is worked out in arrays.
What clipping cuts off is not drawn (`extract.clipping`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from extract import pdfium_calls as call
from extract.broad_strokes import broad, with_areas
from extract.clipping import EVERYWHERE, cut_strokes, within
from extract.page import Box, Flags, Floats
from extract.pdfium_calls import Answers, Call, Pointer, pointer
from extract.pdfium_clips import clip_boxes
from extract.raw_page import PAPER, Drawn, Outlines, cut_outlines, drawn_of

TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
LINE_TO, BEZIER_TO, MOVE_TO = 0, 1, 2
DEEPEST_FORM = 12
"""Forms nested deeper than this are not descended into: a form may name itself."""
MOST_SEGMENTS = 16384
"""Segments of paths asked for together, so that memory does not grow with the drawing."""

MOST_OBJECTS, MOST_POINTS = 300_000, 1_000_000
"""Of one page, forms opened: what is drawn beyond is not read. The densest maps have fewer."""

Ints = NDArray[np.int64]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class ShapeAnswers:
    """The room for what PDFium answers about paths, kept from page to page."""

    __slots__ = ("bounds", "colour", "matrix", "mode", "point", "width")

    def __init__(self) -> None:
        self.matrix = Answers(np.float32, 6)
        self.mode = Answers(np.int32, 2, arguments=2)
        self.colour = Answers(np.uint32, 4, arguments=4)
        self.point = Answers(np.float32, 2, arguments=2)
        self.width = Answers(np.float32, 1)
        self.bounds = Answers(np.float32, 4, arguments=4)


@dataclass(frozen=True, slots=True)
class _Room:
    """Where objects stand: the matrix of their form to user space, and the box its clip leaves there."""

    matrix: Matrix = IDENTITY
    clip: Box = EVERYWHERE


PAGE = _Room()
"""That of the objects that stand in no form."""


@dataclass(frozen=True, slots=True)
class Painted:
    """What was drawn, the addresses of the text objects, and of those in clipped forms what is seen.

    `is_cut`: more was drawn than MOST_OBJECTS or MOST_POINTS, of which only so many are read.
    """

    drawn: Drawn
    texts: list[int]
    cuts: dict[int, Box]
    is_cut: bool


@dataclass(slots=True)
class _Found:
    """The objects of a page, forms opened, in drawing order; `rooms` where each path stands.

    `heard` are text objects known as such, `left` is how many more there may be, `is_cut` whether there were.
    """

    heard: frozenset[int]
    texts: list[int] = field(default_factory=list)
    cuts: dict[int, Box] = field(default_factory=dict)
    paths: list[Pointer] = field(default_factory=list)
    rooms: list[_Room] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    left: int = MOST_OBJECTS
    is_cut: bool = False

    def take(self, count: int) -> int:
        """How many of `count` objects are still read."""
        taken = min(count, self.left)
        self.is_cut |= taken < count
        self.left -= taken
        return taken


def joined(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first and `outer` after it."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def read_shapes(page: int, heard: frozenset[int], answers: ShapeAnswers) -> Painted:
    """The strokes, fills and images of the page at address `page`, and its text objects.

    `heard` are the addresses of the text objects that are known already.
    """
    found = _Found(heard)
    of = pointer(page)
    count = found.take(call.page_count_objects(of))
    _sort(list(map(call.page_object, repeat(of, count), range(count))), PAGE, found, answers, 0)
    read = [_read_paths(*batch, answers) for batch in _batches(found)]
    drawn = drawn_of([strokes for strokes, _ in read], [outlines for _, outlines in read], found.pictures)
    return Painted(drawn, found.texts, found.cuts, found.is_cut)


def _sort(items: list[int], room: _Room, found: _Found, answers: ShapeAnswers, depth: int) -> None:
    """Sorts objects by kind into `found`, those of forms in the place of the form."""
    heard = found.heard
    texts = [item for item in items if item in heard]
    others = [item for item in items if item not in heard]
    arguments = list(map(pointer, others))
    for address, item, kind in zip(others, arguments, map(call.object_type, arguments), strict=True):
        if kind == TEXT:
            texts.append(address)
        elif kind == PATH:
            found.paths.append(item)
            found.rooms.append(room)
        elif kind == FORM and depth < DEEPEST_FORM:
            inside = _Room(joined(_matrix(item, answers), room.matrix), _clip_of(item, room, answers))
            numbers = map(pointer, range(found.take(call.form_count_objects(item))))
            inner = list(map(call.form_object, repeat(item), numbers))
            _sort(inner, inside, found, answers, depth + 1)
        elif kind == IMAGE:
            # an image is drawn into the unit square
            _add_picture((0.0, 0.0, 1.0, 1.0), _matrix(item, answers), item, room, found, answers)
        elif kind == SHADING:
            bounds, known = answers.bounds.ask_whether(call.object_bounds, [item])
            if known[0]:
                left, bottom, right, top = bounds[0].tolist()
                _add_picture((left, bottom, right, top), IDENTITY, item, room, found, answers)
    found.texts += texts
    if room.clip is not EVERYWHERE:
        found.cuts.update(zip(texts, repeat(room.clip)))


def _clip_of(item: Pointer, room: _Room, answers: ShapeAnswers) -> Box:
    """What the clips of an object and of the forms around it leave of it."""
    own = clip_boxes([item], lambda _: room.matrix, answers.point)
    return within(room.clip, own[0]) if own else room.clip


def _add_picture(
    area: Box, matrix: Matrix, item: Pointer, room: _Room, found: _Found, answers: ShapeAnswers
) -> None:
    a, b, c, d, e, f = joined(matrix, room.matrix)
    left, bottom, right, top = area
    corners = ((left, bottom), (right, bottom), (left, top), (right, top))
    xs, ys = [a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners]
    box = within((min(xs), min(ys), max(xs), max(ys)), _clip_of(item, room, answers))
    if box[0] <= box[2] and box[1] <= box[3]:
        found.pictures.append(box)


def _matrix(item: Pointer, answers: ShapeAnswers) -> Matrix:
    matrix, known = answers.matrix.ask_whether(call.object_matrix, [item])
    a, b, c, d, e, f = matrix[0].tolist() if known[0] else IDENTITY
    return (a, b, c, d, e, f)


def _batches(found: _Found) -> Iterator[tuple[list[Pointer], list[_Room], list[int]]]:
    """The paths with their rooms and numbers of segments, so many at a time as fit."""
    counts: list[int] = list(map(call.path_count, found.paths))
    if 0 < sum(counts) <= MOST_SEGMENTS:
        yield found.paths, found.rooms, counts
        return
    start, total, left = 0, 0, MOST_POINTS
    for end, count in enumerate(counts):
        left -= count
        if left < 0:
            found.is_cut = True
            counts, found.paths = counts[:end], found.paths[:end]
            break
        if total + count > MOST_SEGMENTS and total:
            yield found.paths[start:end], found.rooms[start:end], counts[start:end]
            start, total = end, 0
        total += count
    if total:
        yield found.paths[start:], found.rooms[start:], counts[start:]


@dataclass(frozen=True, slots=True)
class _Ink:
    """How paths are painted: which fill and which stroke, with what colours and how wide a pen."""

    filled: Flags
    stroked: Flags
    rgb: NDArray[np.uint8]
    pen: Floats
    pen_rgb: NDArray[np.uint8]


def _read_paths(
    paths: list[Pointer], rooms: list[_Room], counts: list[int], answers: ShapeAnswers
) -> tuple[Floats, Outlines]:
    """The strokes (n, 5) of some paths, and the outlines of those that are filled."""
    matrix = _matrices(paths, rooms, answers)
    ink = _ink(paths, matrix, answers)
    total = sum(counts)
    owners = chain.from_iterable(map(repeat, paths, counts))
    segments = list(map(pointer, map(call.path_segment, owners, chain.from_iterable(map(range, counts)))))
    kind = np.fromiter(map(call.segment_type, segments), np.int8, total)
    close = np.fromiter(map(call.segment_close, segments), np.bool_, total)
    number = np.arange(len(paths)).repeat(counts)
    x, y = answers.point.ask(call.segment_point, segments).T.astype(np.float64)
    a, b, c, d, e, f = matrix.T.take(number, axis=1)
    point = np.array([a * x + c * y + e, b * x + d * y + f]).T
    curved = np.zeros(len(paths), dtype=bool)
    curved[number[kind == BEZIER_TO]] = True
    start = kind == MOVE_TO
    start[0] = True
    start[1:] |= number[1:] != number[:-1]
    point, start, number = _closed(point, start, close & ~start, number)
    drawn = ~start & (ink.stroked & ~curved)[number]
    ends = drawn.nonzero()[0]
    strokes = np.empty((5, len(ends)))
    strokes[0:2], strokes[2:4], strokes[4] = point[ends - 1].T, point[ends].T, ink.pen[number[ends]]
    inside = ink.filled[number].nonzero()[0]
    first = start[inside]
    owner = number[inside][first]
    outlines = Outlines(point[inside], first.nonzero()[0], curved[owner], ink.rgb[owner])
    by = number[ends]
    strokes = strokes.T
    areas = broad(strokes)
    if areas.any():
        outlines, owner = with_areas(strokes[areas], ink.pen_rgb[by[areas]], by[areas], outlines, owner)
        strokes, by = strokes[~areas], by[~areas]
    clips = _clips(paths, rooms, answers)
    if clips is None:
        return strokes, outlines
    return cut_strokes(strokes, clips[by]), cut_outlines(outlines, clips[owner])


def _clips(paths: list[Pointer], rooms: list[_Room], answers: ShapeAnswers) -> Floats | None:
    """The box that clipping leaves of each path, (n, 4); None where nothing is clipped."""
    own = clip_boxes(paths, lambda k: rooms[k].matrix, answers.point)
    if not own and (_on_page(rooms) or all(room.clip is EVERYWHERE for room in rooms)):
        return None
    clips = np.array([room.clip for room in rooms], dtype=np.float64)
    for k, clip in own.items():
        clips[k] = within(rooms[k].clip, clip)
    return clips


def _on_page(rooms: list[_Room]) -> bool:
    """Whether none of the rooms is that of a form; quick, unlike looking at each of them."""
    return rooms.count(PAGE) == len(rooms)


def _closed(point: Floats, start: Flags, close: Flags, number: Ints) -> tuple[Floats, Flags, Ints]:
    """The points with the first of each line once more behind a point that closes it elsewhere."""
    where = close.nonzero()[0]
    if not len(where):
        return point, start, number
    starts = start.nonzero()[0]
    first = point[starts[starts.searchsorted(where, side="right") - 1]]
    apart = (point[where] != first).any(axis=1)
    if not apart.any():
        return point, start, number
    where, first = where[apart], first[apart]
    again = np.ones(len(point), dtype=np.int64)
    again[where] = 2
    source = np.arange(len(point)).repeat(again)
    added = where + np.arange(1, len(where) + 1)
    point, start, number = point[source], start[source], number[source]
    point[added], start[added] = first, False
    return point, start, number


def _matrices(paths: list[Pointer], rooms: list[_Room], answers: ShapeAnswers) -> Floats:
    """The matrix of each path to user space, (n, 6)."""
    asked, known = answers.matrix.ask_whether(call.object_matrix, paths)
    own = asked.astype(np.float64)
    own[~known] = IDENTITY
    if _on_page(rooms):
        return own
    inner, around = own.T, np.array([room.matrix for room in rooms]).T
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = around
    parts = (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
    return np.stack(parts, axis=1)


def _ink(paths: list[Pointer], matrix: Floats, answers: ShapeAnswers) -> _Ink:
    """How each path is painted; what is transparent, and strokes in white, count as not painted."""
    n = len(paths)
    filled, stroked = answers.mode.ask(call.path_draw_mode, paths).T != 0
    rgb = np.zeros((n, 3), dtype=np.uint8)
    pen, pen_rgb = np.zeros(n), np.zeros((n, 3), dtype=np.uint8)
    fills = np.flatnonzero(filled)
    if len(fills):
        colour = _colours(call.object_fill, [paths[i] for i in fills.tolist()], answers)
        rgb[fills] = colour[:, :3]
        filled[fills[colour[:, 3] == 0]] = False
    strokes = np.flatnonzero(stroked)
    if len(strokes):
        own = [paths[i] for i in strokes.tolist()]
        colour = _colours(call.object_stroke, own, answers)
        pen_rgb[strokes] = colour[:, :3]
        stroked[strokes[(colour[:, 3] == 0) | (colour[:, :3] >= PAPER).all(axis=1)]] = False
        width = answers.width.ask(call.object_stroke_width, own)[:, 0]
        a, b, c, d = matrix[strokes, :4].T
        pen[strokes] = width * np.sqrt(np.abs(a * d - b * c))
    return _Ink(filled, stroked, rgb, pen, pen_rgb)


def _colours(ask: Call, paths: list[Pointer], answers: ShapeAnswers) -> NDArray[np.uint32]:
    """Red, green, blue and alpha of each path; opaque black where PDFium does not know."""
    colour, known = answers.colour.ask_whether(ask, paths)
    if not known.all():
        colour[~known] = (0, 0, 0, 255)
    return colour
