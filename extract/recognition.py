"""Characters of pieces of a picture, recognised with rapidocr (extra `ocr`).

The engine prints some characters in simplified form, which `extract.japanese_forms` undoes, and
drops or mistakes the triangle before a negative figure, which is therefore looked for by its shape
and cut off before the rest is recognised.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import cv2
import numpy as np

from extract.figure_shapes import bodies_of, is_dash, with_points
from extract.japanese_forms import japanese
from extract.recognition_model import Said, read_lines
from extract.scan_image import Picture

ENABLE = "pip install 'gyosei[ocr]'"
"""The one command that makes scans readable."""

DASH = "-"
FIGURE = frozenset("0123456789,.%▲△-−")
SAME = str.maketrans({"，": ",", "．": ".", "Δ": "△", "∆": "△", "％": "%"})
CLOSING = re.compile(r"([(（][^()（）\d]{1,6})[1lI|]$")
"""The bracket that closes a unit at the end of a line, which looks like a 1 where it touches a rule: (人1."""
HULL_SHARE = (0.42, 0.62)
"""Of its bounding box, what the hull of a triangle covers."""
BASE = 0.8
"""Share of the bottom of a triangle that is ink; the legs of A and 人 leave it open."""
SOLID = 0.8
"""Of its hull, what the ink of a filled triangle covers."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a piece says, and how certain that is, 0..1.

    `other` is a second reading of a figure where it differs from the first.
    """

    text: str
    confidence: float
    other: str | None = None


def recognise(pictures: list[Picture]) -> list[Recognised]:
    """What each picture of one piece of a line says; grey, black on white.

    A figure is read again from a picture of its ink alone. Where both readings differ in a digit or the
    point, the surer one stands, with the confidence of the less sure one halved and the other beside it.
    """
    if not pictures:
        return []
    signs, bodies = zip(*map(cut_sign, pictures), strict=True)
    shapes = [bodies_of(body) for body in bodies]
    said = read_lines(bodies)
    first = [
        Recognised(DASH, 1.0) if not sign and is_dash(shape) else _recognised(sign, one)
        for sign, shape, one in zip(signs, shapes, said, strict=True)
    ]
    again = [i for i, said in enumerate(first) if _is_figure(said.text)]
    second = read_lines([_inked(bodies[i]) for i in again])
    for i, one in zip(again, second, strict=True):
        read = _together(first[i], _recognised(signs[i], one))
        sign = signs[i] if read.text.startswith(signs[i]) else ""
        first[i] = replace(read, text=sign + with_points(read.text[len(sign) :], shapes[i]))
    return first


def _recognised(sign: str, said: Said) -> Recognised:
    return Recognised(cleaned(sign + said.text), said.confidence)


def _is_figure(text: str) -> bool:
    return set(text) <= FIGURE and any(char.isdigit() for char in text)


def _together(first: Recognised, second: Recognised) -> Recognised:
    if first.text.replace(",", "") == second.text.replace(",", ""):
        return replace(first, confidence=max(first.confidence, second.confidence))
    kept, other = sorted((first, second), key=lambda said: -said.confidence)
    return Recognised(kept.text, other.confidence / 2, other.text)


def _inked(picture: Picture) -> Picture:
    """The picture in black and white on a wider border: what the model saw before, seen anew."""
    _, bare = cv2.threshold(cv2.GaussianBlur(picture, (3, 3), 0), 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    room = max(2, picture.shape[0] // 10)
    wider = cv2.copyMakeBorder(bare, room, room, 2 * room, 2 * room, cv2.BORDER_CONSTANT, value=(255.0,))
    return np.asarray(cv2.GaussianBlur(wider, (3, 3), 0), np.uint8)


def cleaned(text: str) -> str:
    """The text in Japanese forms; a figure without spaces, and without dirt read as a comma at its ends."""
    text = CLOSING.sub(r"\1)", japanese(text.strip()))
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
