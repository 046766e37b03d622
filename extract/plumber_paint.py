"""What pdfminer leaves out of the graphics state: clipping, transparency, and what a form inherits.

The interpreter here keeps them, and the device notes on each character and path how it was painted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from pdfminer.layout import LTItem
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter
from pdfminer.pdftypes import resolve1, resolve_all, stream_value
from pdfminer.psparser import literal_name
from pdfminer.utils import Matrix, mult_matrix
from pdfplumber.page import PDFPageAggregatorWithMarkedContent

from extract.clipping import EVERYWHERE, within
from extract.page import Box

LEAST_ALPHA = 1 / 510
"""What is more transparent than this is painted with no ink at all."""


class PaintState(PDFGraphicState):
    """The graphics state with the box that clipping leaves (left, bottom, right, top) and transparency."""

    def __init__(self) -> None:
        super().__init__()
        self.clip: Box = EVERYWHERE
        self.fill_alpha = 1.0
        self.stroke_alpha = 1.0

    def copy(self) -> PaintState:
        same = PaintState()
        same.__dict__.update(self.__dict__)
        return same


@dataclass(frozen=True, slots=True)
class Paint:
    """How one thing was painted: the colours as the file names them, transparency and clip."""

    mode: int
    run: int
    em: float
    fill: Any
    fill_alpha: float
    stroke_alpha: float
    clip: Box


class Device(PDFPageAggregatorWithMarkedContent):
    """Puts a `Paint` on each character and path, and collects the areas of images and shadings.

    The state is noted when a thing is painted: the object that pdfminer keeps changes afterwards.
    """

    mode = 0
    run = 0
    clip = EVERYWHERE
    pictures: list[Box]

    def render_string(self, textstate: Any, *rest: Any) -> None:
        self.mode = textstate.render
        self.run += 1
        super().render_string(textstate, *rest)

    def render_char(self, matrix: Any, font: Any, fontsize: float, *rest: Any) -> float:
        advance: float = super().render_char(matrix, font, fontsize, *rest)
        if self.cur_item._objs:
            em = abs(fontsize) * float(np.hypot(matrix[2], matrix[3]))
            self._note(self.cur_item._objs[-1], rest[-1], em)
        return advance

    def paint_path(self, gstate: Any, *rest: Any) -> None:
        before = len(self.cur_item._objs)
        super().paint_path(gstate, *rest)
        for item in self.cur_item._objs[before:]:
            self._note(item, gstate, 0.0)

    def render_image(self, name: str, stream: Any) -> None:
        # the figure around an image has the box of the image
        self._picture(self.cur_item.bbox)

    def paint_shading(self) -> None:
        """Notes the area of a shading, which paints all that the clip leaves."""
        page = self._stack[0] if self._stack else self.cur_item
        self._picture(page.bbox)

    def _picture(self, area: Box) -> None:
        left, bottom, right, top = within(area, self.clip)
        if left <= right and bottom <= top:
            self.pictures.append((left, bottom, right, top))

    def _note(self, item: LTItem, state: Any, em: float) -> None:
        item.paint = Paint(  # type: ignore[attr-defined]
            self.mode, self.run, em, state.ncolor, state.fill_alpha, state.stroke_alpha, state.clip
        )


class Interpreter(PDFPageInterpreter):
    """Executes content streams with clipping, transparency and shadings; forms inherit the state."""

    def __init__(self, rsrcmgr: Any, device: Device, inherited: PaintState | None = None) -> None:
        super().__init__(rsrcmgr, device)
        self.inherited = inherited
        self.form_clip: Box | None = None

    def dup(self) -> Interpreter:
        state = self.graphicstate.copy()
        assert isinstance(state, PaintState)
        if self.form_clip is not None:
            state.clip = within(state.clip, self.form_clip)
        device: Any = self.device
        return Interpreter(self.rsrcmgr, device, state)

    def init_state(self, ctm: Matrix) -> None:
        super().init_state(ctm)
        self.graphicstate = self.inherited.copy() if self.inherited else PaintState()

    def do_W(self) -> None:
        points = [step[-2:] for step in self.curpath if len(step) > 2]
        state: Any = self.graphicstate
        if points:
            corners: Any = points
            state.clip = within(state.clip, _box_of(corners, self.ctm))

    def do_W_a(self) -> None:
        self.do_W()

    def do_gs(self, name: Any) -> None:
        states = resolve1(self.resources.get("ExtGState")) or {}
        wanted = resolve1(states.get(literal_name(name))) if isinstance(states, dict) else None
        if not isinstance(wanted, dict):
            return
        state: Any = self.graphicstate
        for key, attribute in (("ca", "fill_alpha"), ("CA", "stroke_alpha"), ("LW", "linewidth")):
            value = resolve1(wanted.get(key))
            if isinstance(value, int | float):
                setattr(state, attribute, float(value))

    def do_sh(self, name: object) -> None:
        self._hand_over_clip().paint_shading()

    def do_EI(self, obj: Any) -> None:
        self._hand_over_clip()
        super().do_EI(obj)

    def _hand_over_clip(self) -> Device:
        """The device, told what the clip leaves of the picture that comes next."""
        state: Any = self.graphicstate
        device: Any = self.device
        device.clip = state.clip
        assert isinstance(device, Device)
        return device

    def do_Do(self, xobjid_arg: Any) -> None:
        self._hand_over_clip()
        self.form_clip = self._form_clip(literal_name(xobjid_arg))
        super().do_Do(xobjid_arg)
        self.form_clip = None

    def _form_clip(self, name: str) -> Box | None:
        """The area of a form that is shown, on the page; None where it names none."""
        if name not in self.xobjmap:
            return None
        form = stream_value(self.xobjmap[name])
        box = _numbers(form.get("BBox"), 4)
        matrix = _numbers(form.get("Matrix"), 6) or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        if box is None:
            return None
        left, bottom, right, top = box
        inner: Any = mult_matrix(matrix, self.ctm)  # type: ignore[arg-type]
        return _box_of([(left, bottom), (right, bottom), (right, top), (left, top)], inner)


def _numbers(value: Any, count: int) -> tuple[float, ...] | None:
    numbers = resolve_all(value)
    if not isinstance(numbers, list) or len(numbers) != count:
        return None
    if not all(isinstance(number, int | float) for number in numbers):
        return None
    return tuple(float(number) for number in numbers)


def _box_of(points: list[tuple[float, float]], matrix: Any) -> Box:
    a, b, c, d, e, f = matrix
    placed = [(a * float(x) + c * float(y) + e, b * float(x) + d * float(y) + f) for x, y in points]
    xs, ys = [x for x, _ in placed], [y for _, y in placed]
    return (min(xs), min(ys), max(xs), max(ys))
