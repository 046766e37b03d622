"""PDFium functions as bare ctypes prototypes, fast enough to call once a character.

The typed prototypes of `pypdfium2.raw` build pointer objects for every call, and a prototype that
declares its argument types converts every argument anew. The ones here declare none: an address is
made an argument once, by `pointer`, and handed over as it is; a plain integer is a C int. That halves
the cost of a call, and lets `map` drive one function over ready-made arguments and the places of its
answers (`Answers`). They keep the GIL (PYFUNCTYPE): the calls are short.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from extract.page import Flags

Call = Callable[..., Any]
Pointer = Any
"""An address made ready to be an argument."""

pointer: Callable[[int | None], Pointer] = ctypes.c_void_p.from_param

_ADDRESS = ctypes.c_void_p
_INT = ctypes.c_int


def _prototype(name: str, result: Any) -> Call:
    """The function; its arguments must be what `pointer` makes, or integers that fit a C int."""
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result)(address)  # type: ignore[arg-type]


def address(handle: Any) -> int:
    """The address a handle of pypdfium2 stands for."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def drive(calls: Iterable[Any]) -> None:
    """Nothing; runs an iterator of calls (a `map`) to its end without keeping the results."""
    deque(calls, maxlen=0)


class Answers:
    """A buffer that PDFium writes the answers of many calls to: `wide` values each.

    It grows to the most answers asked for at once, at most `MOST`, and stays, so that the arguments
    that point into it are made once for all pages.
    """

    MOST = 8192
    __slots__ = ("_places", "_values")

    def __init__(self, kind: type[np.generic], wide: int, arguments: int = 1) -> None:
        """`arguments`: how many pointers a call takes, to consecutive values of one answer."""
        self._values: NDArray[Any] = np.zeros((0, wide), kind)
        self._places: list[list[Pointer]] = [[] for _ in range(arguments)]

    def ask(self, function: Call, *arguments: Sequence[Any]) -> NDArray[Any]:
        """What a call for each of the arguments answers, (calls, wide); 0 where there is no answer."""
        return self._asked(function, arguments, None)

    def ask_whether(self, function: Call, *arguments: Sequence[Any]) -> tuple[NDArray[Any], Flags]:
        """The same, and which calls had an answer."""
        known = np.zeros(len(arguments[0]), dtype=bool)
        return self._asked(function, arguments, known), known

    def _asked(
        self, function: Call, arguments: tuple[Sequence[Any], ...], known: Flags | None
    ) -> NDArray[Any]:
        count = len(arguments[0])
        if count > len(self._values):
            self._make_room(min(count, self.MOST))
        if count <= self.MOST:
            return self._answered(function, arguments, count, known).copy()
        answers = np.empty((count, self._values.shape[1]), self._values.dtype)
        for start in range(0, count, self.MOST):
            end = min(count, start + self.MOST)
            part = tuple([own[start:end] for own in arguments])
            answers[start:end] = self._answered(
                function, part, end - start, None if known is None else known[start:end]
            )
        return answers

    def _answered(
        self, function: Call, arguments: tuple[Sequence[Any], ...], count: int, known: Flags | None
    ) -> NDArray[Any]:
        """The answers to no more calls than there is room for, until the next are asked."""
        own = self._values[:count]
        own.fill(0)
        calls = map(function, *arguments, *self._places)
        if known is None:
            drive(calls)
        else:
            known[:] = np.fromiter(calls, np.bool_, count)
        return own

    def _make_room(self, count: int) -> None:
        if count <= len(self._values):
            return
        wide, kind = self._values.shape[1], self._values.dtype
        self._values = np.zeros((max(2 * len(self._values), count, 256), wide), kind)
        start, step = self._values.ctypes.data, kind.itemsize
        end = start + self._values.nbytes
        for k in range(len(self._places)):
            self._places[k] = list(map(pointer, range(start + step * k, end, step * wide)))


page_count_objects = _prototype("FPDFPage_CountObjects", _INT)
page_object = _prototype("FPDFPage_GetObject", _ADDRESS)
form_count_objects = _prototype("FPDFFormObj_CountObjects", _INT)
form_object = _prototype("FPDFFormObj_GetObject", _ADDRESS)

object_type = _prototype("FPDFPageObj_GetType", _INT)
object_matrix = _prototype("FPDFPageObj_GetMatrix", _INT)
object_bounds = _prototype("FPDFPageObj_GetBounds", _INT)
object_fill = _prototype("FPDFPageObj_GetFillColor", _INT)
object_stroke = _prototype("FPDFPageObj_GetStrokeColor", _INT)
object_stroke_width = _prototype("FPDFPageObj_GetStrokeWidth", _INT)
object_clip = _prototype("FPDFPageObj_GetClipPath", _ADDRESS)

path_count = _prototype("FPDFPath_CountSegments", _INT)
path_segment = _prototype("FPDFPath_GetPathSegment", _ADDRESS)
path_draw_mode = _prototype("FPDFPath_GetDrawMode", _INT)
segment_point = _prototype("FPDFPathSegment_GetPoint", _INT)
segment_type = _prototype("FPDFPathSegment_GetType", _INT)
segment_close = _prototype("FPDFPathSegment_GetClose", _INT)

clip_count_paths = _prototype("FPDFClipPath_CountPaths", _INT)
clip_count_segments = _prototype("FPDFClipPath_CountPathSegments", _INT)
clip_segment = _prototype("FPDFClipPath_GetPathSegment", _ADDRESS)

text_loose_box = _prototype("FPDFText_GetLooseCharBox", _INT)
text_tight_box = _prototype("FPDFText_GetCharBox", _INT)
text_origin = _prototype("FPDFText_GetCharOrigin", _INT)
text_matrix = _prototype("FPDFText_GetMatrix", _INT)
text_object = _prototype("FPDFText_GetTextObject", ctypes.c_size_t)
text_unicode = _prototype("FPDFText_GetUnicode", ctypes.c_uint)
text_map_error = _prototype("FPDFText_HasUnicodeMapError", _INT)
text_font_size = _prototype("FPDFText_GetFontSize", ctypes.c_double)
text_bulk = _prototype("FPDFText_GetText", _INT)
text_render_mode = _prototype("FPDFTextObj_GetTextRenderMode", _INT)
text_font = _prototype("FPDFTextObj_GetFont", _ADDRESS)
font_is_embedded = _prototype("FPDFFont_GetIsEmbedded", _INT)
