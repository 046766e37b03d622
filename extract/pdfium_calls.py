"""PDFium functions as plain-integer ctypes prototypes, fast enough to call once a character.

The typed prototypes of `pypdfium2.raw` build pointer objects for every call. The ones here
take addresses as integers, so that `map` can drive them over a range of addresses inside one
preallocated numpy buffer. They keep the GIL (PYFUNCTYPE): the calls are short.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

import pypdfium2.raw as raw

Call = Callable[..., Any]

_ADDRESS = ctypes.c_void_p
_INT = ctypes.c_int


def _prototype(name: str, result: Any, *arguments: Any) -> Call:
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address)  # type: ignore[arg-type]


def drive(calls: Iterable[Any]) -> None:
    """Nothing; runs an iterator of calls (a `map`) to its end without keeping the results."""
    deque(calls, maxlen=0)


page_count_objects = _prototype("FPDFPage_CountObjects", _INT, _ADDRESS)
page_object = _prototype("FPDFPage_GetObject", _ADDRESS, _ADDRESS, _INT)
form_count_objects = _prototype("FPDFFormObj_CountObjects", _INT, _ADDRESS)
form_object = _prototype("FPDFFormObj_GetObject", _ADDRESS, _ADDRESS, ctypes.c_ulong)

object_type = _prototype("FPDFPageObj_GetType", _INT, _ADDRESS)
object_matrix = _prototype("FPDFPageObj_GetMatrix", _INT, _ADDRESS, _ADDRESS)
object_bounds = _prototype("FPDFPageObj_GetBounds", _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
object_fill = _prototype("FPDFPageObj_GetFillColor", _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
object_stroke = _prototype(
    "FPDFPageObj_GetStrokeColor", _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS
)
object_stroke_width = _prototype("FPDFPageObj_GetStrokeWidth", _INT, _ADDRESS, _ADDRESS)
object_clip = _prototype("FPDFPageObj_GetClipPath", ctypes.c_size_t, _ADDRESS)

path_count = _prototype("FPDFPath_CountSegments", _INT, _ADDRESS)
path_segment = _prototype("FPDFPath_GetPathSegment", _ADDRESS, _ADDRESS, _INT)
path_draw_mode = _prototype("FPDFPath_GetDrawMode", _INT, _ADDRESS, _ADDRESS, _ADDRESS)
segment_point = _prototype("FPDFPathSegment_GetPoint", _INT, _ADDRESS, _ADDRESS, _ADDRESS)
segment_type = _prototype("FPDFPathSegment_GetType", _INT, _ADDRESS)
segment_close = _prototype("FPDFPathSegment_GetClose", _INT, _ADDRESS)

clip_count_paths = _prototype("FPDFClipPath_CountPaths", _INT, _ADDRESS)
clip_count_segments = _prototype("FPDFClipPath_CountPathSegments", _INT, _ADDRESS, _INT)
clip_segment = _prototype("FPDFClipPath_GetPathSegment", _ADDRESS, _ADDRESS, _INT, _INT)

text_loose_box = _prototype("FPDFText_GetLooseCharBox", _INT, _ADDRESS, _INT, _ADDRESS)
text_tight_box = _prototype(
    "FPDFText_GetCharBox", _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS
)
text_origin = _prototype("FPDFText_GetCharOrigin", _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
text_matrix = _prototype("FPDFText_GetMatrix", _INT, _ADDRESS, _INT, _ADDRESS)
text_object = _prototype("FPDFText_GetTextObject", ctypes.c_size_t, _ADDRESS, _INT)
text_unicode = _prototype("FPDFText_GetUnicode", ctypes.c_uint, _ADDRESS, _INT)
text_map_error = _prototype("FPDFText_HasUnicodeMapError", _INT, _ADDRESS, _INT)
text_font_size = _prototype("FPDFText_GetFontSize", ctypes.c_double, _ADDRESS, _INT)
text_bulk = _prototype("FPDFText_GetText", _INT, _ADDRESS, _INT, _INT, _ADDRESS)
text_render_mode = _prototype("FPDFTextObj_GetTextRenderMode", _INT, _ADDRESS)
text_font = _prototype("FPDFTextObj_GetFont", _ADDRESS, _ADDRESS)
font_is_embedded = _prototype("FPDFFont_GetIsEmbedded", _INT, _ADDRESS)
