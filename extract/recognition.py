"""Characters of pieces of a picture, recognised with rapidocr (extra `ocr`).

The engine prints some characters in simplified form, which `extract.japanese_forms` undoes, and
drops or mistakes the triangle before a negative figure, which is therefore looked for by its shape
and cut off before the rest is recognised.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from functools import cache
from typing import Any

import cv2
import numpy as np

from extract.japanese_forms import japanese
from extract.scan_image import Picture

ENABLE = "pip install 'gyosei[ocr]'"
"""The one command that makes scans readable."""

FIGURE = frozenset("0123456789,.%▲△-−")
SAME = str.maketrans({"，": ",", "．": ".", "Δ": "△", "∆": "△", "％": "%"})
HULL_SHARE = (0.42, 0.62)
"""Of its bounding box, what the hull of a triangle covers."""
BASE = 0.8
"""Share of the bottom of a triangle that is ink; the legs of A and 人 leave it open."""
SOLID = 0.8
"""Of its hull, what the ink of a filled triangle covers."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a piece says, and how certain the engine is of it, 0..1."""

    text: str
    confidence: float


def is_installed() -> bool:
    """Whether pages can be recognised: the extra `ocr` is there."""
    return all(importlib.util.find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "error",
            "Rec.rec_batch_num": 8,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def recognise(pictures: list[Picture]) -> list[Recognised]:
    """What each picture of one piece of a line says; grey, black on white."""
    signs, bodies = zip(*map(cut_sign, pictures), strict=True) if pictures else ((), ())
    asked = [cv2.cvtColor(body, cv2.COLOR_GRAY2BGR) for body in bodies]
    if not asked:
        return []
    answer = _engine().recognize_txt(asked)
    return [
        Recognised(cleaned(sign + text), float(score))
        for sign, text, score in zip(signs, answer.txts, answer.scores, strict=True)
    ]


def cleaned(text: str) -> str:
    """The text in Japanese forms; a figure without spaces, and without dirt read as a comma at its ends."""
    text = japanese(text.strip())
    bare = "".join(text.translate(SAME).split())
    if not bare or not set(bare) <= FIGURE:
        return text
    return bare.lstrip(",").rstrip(",.") or text


def cut_sign(picture: Picture) -> tuple[str, Picture]:
    """The triangle a picture begins with ('▲', '△' or ''), and the picture without it."""
    _, ink = cv2.threshold(picture, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    rows = np.asarray(stats)[1:].tolist()
    tall = [(x, y, w, h, i + 1) for i, (x, y, w, h, _) in enumerate(rows) if h >= 0.3 * picture.shape[0]]
    if len(tall) < 2:
        return "", picture
    x, y, w, h, label = min(tall)
    shape = np.where(np.asarray(labels)[y : y + h, x : x + w] == label, 255, 0).astype(np.uint8)
    sign = triangle(shape)
    following = min((other[0] for other in tall if other[0] >= x + 0.8 * w), default=None)
    if not sign or following is None:
        return "", picture
    rest = picture[:, max(x + w, following - 4) :]
    border = max(4, picture.shape[0] // 8)
    framed = cv2.copyMakeBorder(rest, 0, 0, border, 0, cv2.BORDER_CONSTANT, value=(255.0,))
    return sign, np.asarray(framed, np.uint8)


def triangle(shape: Picture) -> str:
    """'▲' or '△' where the ink (255) of one body has that shape, else ''."""
    high, wide = shape.shape
    if min(high, wide) < 6 or not 0.6 <= wide / high <= 1.7:
        return ""
    outlines, inner = cv2.findContours(shape, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    outer = max(outlines, key=cv2.contourArea)
    hull = cv2.convexHull(outer)
    area = float(cv2.contourArea(hull))
    low, most = HULL_SHARE
    if not low <= area / (wide * high) <= most:
        return ""
    band = max(2, high // 8)
    top = np.flatnonzero(shape[:band].any(axis=0))
    if not len(top) or abs(float(top.mean()) - (wide - 1) / 2) > 0.15 * wide:
        return ""
    if float(shape[-band:].any(axis=0).mean()) < BASE:
        return ""
    if float(np.count_nonzero(shape)) / area >= SOLID:
        return "▲"
    holes = [
        i for i in range(len(outlines)) if inner[0][i][3] >= 0 and cv2.contourArea(outlines[i]) > 0.05 * area
    ]
    return "△" if len(holes) == 1 else ""
