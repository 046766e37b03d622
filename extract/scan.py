"""Scanned pages: a picture of a page read into the same `Page` that typeset pages give.

Rules come from the picture, characters from recognition cell by cell, so that no text wanders
into a neighbouring cell. An invisible text layer that a scanner's program left is not trusted:
everything is read again from the picture, and what the layer has stands beside each piece.
Coordinates are those of the straightened page.
"""

from __future__ import annotations

import os
import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extract.lattice import find_lattices
from extract.page import Chars, Floats, Page, Piece
from extract.recognition import recognise
from extract.recognition_model import is_installed
from extract.scan_image import Picture, Scan, pieces, render, straightened
from extract.scan_rules import rules

UNREAD = "a picture of a page whose characters were not recognised"
"""The note of a page that the extra `ocr` would read."""
SCANNED = ("none", "ocr", "broken")
"""Text layers of pages that are read from their picture; broken: the fonts do not say what is printed."""
LEAST_CONFIDENCE = 0.35
"""What the engine is less certain of is dirt, a seal or part of a drawing."""
NEAR = 2.0
"""Points: how far a text layer may lie beside what is printed."""
SHADE = 12
"""Of 255: how much darker than the paper one of the colours of a shaded cell is."""
INSET = 0.6
"""Points: what a cell's picture leaves out beside its rules."""
SIDE_BY_SIDE = 4
"""Pages of a document at most that are recognised at the same time, each on a core of its own."""


def with_scans_read(path: Path | str, pages: Iterable[Page]) -> Iterator[Page]:
    """The pages in order, scanned ones with what recognition reads in their picture.

    Pages with native text, blank ones and photographs are handed on as they are. Without the extra
    `ocr` a scanned page is handed on with the note `UNREAD`. Scanned pages that follow each other are
    recognised side by side; an error in one is raised in its place.
    """
    waiting: deque[Future[Page]] = deque()
    with ThreadPoolExecutor(_cores()) as pool:
        try:
            for page in pages:
                if page.text_layer not in SCANNED:
                    while waiting:
                        yield waiting.popleft().result()
                    yield page
                    continue
                picture = render(path, page.number)
                waiting.append(pool.submit(_read, page, picture))
                if len(waiting) > _cores():
                    yield waiting.popleft().result()
        except Exception:
            while waiting:
                yield waiting.popleft().result()
            raise
        while waiting:
            yield waiting.popleft().result()


def _cores() -> int:
    return min(SIDE_BY_SIDE, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1)


def _read(page: Page, picture: tuple[Picture, float, Picture]) -> Page:
    scan = straightened(*picture)
    if scan is None:
        return page
    return scanned_page(page, scan) if is_installed() else replace(page, notes=(*page.notes, UNREAD))


def scanned_page(page: Page, scan: Scan) -> Page:
    """The page as its picture shows it; `text_layer` stays what the file has."""
    horizontal, vertical, bare = rules(scan)
    ruled = replace(
        page,
        chars=_no_chars(),
        horizontal=horizontal / scan.scale,
        vertical=vertical / scan.scale,
        diagonal=np.empty((0, 4)),
        fill_box=np.empty((0, 4)),
        fill_rgb=np.empty((0, 3), np.uint8),
    )
    cells = _cells(ruled, scan)
    fill_box, fill_rgb = _shading(scan, cells)
    found = pieces(bare, cells)
    layer = page.chars if page.text_layer == "ocr" else None
    kept: list[Piece] = []
    for cut, said in zip(found, recognise([piece.picture for piece in found]), strict=True):
        if said.text and said.confidence >= LEAST_CONFIDENCE:
            x0, y0, x1, y1 = (v / scan.scale for v in cut.box)
            beneath = None if layer is None else _layer_text(layer, (x0, y0, x1, y1), scan, page)
            kept.append(Piece((x0, y0, x1, y1), said.text, said.confidence, said.other, beneath))
    least = min((piece.confidence for piece in kept), default=0.0)
    note = f"recognised, turned by {scan.skew:g} degrees, least confidence {least:.2f}"
    return replace(
        ruled,
        chars=_chars(kept),
        fill_box=fill_box,
        fill_rgb=fill_rgb,
        notes=(*page.notes, note),
        pieces=tuple(kept),
    )


def _layer_text(layer: Chars, box: tuple[float, float, float, float], scan: Scan, page: Page) -> str:
    """What the file's own text layer has where a piece is printed, the skew of the page allowed for."""
    x, y = (layer.box[:, 0] + layer.box[:, 2]) / 2, (layer.box[:, 1] + layer.box[:, 3]) / 2
    if scan.skew:
        angle = np.deg2rad(scan.skew)
        dx, dy = x - page.width / 2, y - page.height / 2
        x = page.width / 2 + dx * np.cos(angle) + dy * np.sin(angle)
        y = page.height / 2 - dx * np.sin(angle) + dy * np.cos(angle)
    x0, y0, x1, y1 = box
    held = np.flatnonzero((x > x0 - NEAR) & (x < x1 + NEAR) & (y > y0 - NEAR) & (y < y1 + NEAR))
    return "".join(layer.text[i] for i in held[np.argsort(x[held], kind="stable")].tolist()).strip()


def _shading(scan: Scan, cells: list[tuple[int, int, int, int]]) -> tuple[Floats, NDArray[np.uint8]]:
    """The cells that are shaded, as boxes in points and their colours on white paper."""
    paper = _ground(scan.colour[::4, ::4])
    scale = scan.colour.shape[1] / scan.grey.shape[1]
    boxes: list[tuple[float, ...]] = []
    colours: list[Floats] = []
    for box in cells:
        x0, y0, x1, y1 = (round(v * scale) for v in box)
        inside = scan.colour[y0 + 1 : max(y1 - 1, y0 + 2), x0 + 1 : max(x1 - 1, x0 + 2)]
        if not inside.size:
            continue
        off = paper - _ground(inside)
        if off.max() > SHADE:
            boxes.append(tuple(v / scan.scale for v in box))
            colours.append(np.clip(255 - off, 0, 255))
    return np.array(boxes).reshape(-1, 4), np.array(colours).reshape(-1, 3).astype(np.uint8)


def _ground(picture: NDArray[np.uint8]) -> Floats:
    """The colour that a picture is printed on: the median of its lighter half."""
    points = picture.reshape(-1, 3).astype(np.float64)
    light = points.sum(axis=1)
    return np.asarray(np.median(points[light >= np.median(light)], axis=0), np.float64)


def _cells(page: Page, scan: Scan) -> list[tuple[int, int, int, int]]:
    """The cells between the rules of a page, in pixels, without the rules themselves."""
    boxes: list[tuple[int, int, int, int]] = []
    high, wide = scan.ink.shape
    for lattice in find_lattices(page):
        x, y = lattice.x.tolist(), lattice.y.tolist()
        for row, column, rows, columns in lattice.spans:
            x0, x1 = x[column] + INSET, x[column + columns] - INSET
            y0, y1 = y[row] + INSET, y[row + rows] - INSET
            area = [round(v * scan.scale) for v in (x0, y0, x1, y1)]
            boxes.append((max(area[0], 0), max(area[1], 0), min(area[2], wide), min(area[3], high)))
    return [box for box in boxes if box[2] > box[0] and box[3] > box[1]]


def _no_chars() -> Chars:
    empty = np.zeros(0, dtype=bool)
    return Chars((), np.empty((0, 4)), np.zeros(0), empty, empty, np.zeros(0, np.int64))


def _chars(read: list[Piece]) -> Chars:
    """The characters of all pieces; each piece is one run, its characters side by side in its box."""
    text: list[str] = []
    boxes: list[Floats] = []
    run: list[int] = []
    for number, piece in enumerate(read):
        shown = [char for char in piece.text if not char.isspace()]
        weights = [0.5 if unicodedata.east_asian_width(char) in ("Na", "H") else 1.0 for char in shown]
        x0, y0, x1, y1 = piece.box
        edges = x0 + (x1 - x0) * np.concatenate([[0.0], np.cumsum(weights)]) / sum(weights)
        boxes.append(
            np.stack([edges[:-1], np.full(len(shown), y0), edges[1:], np.full(len(shown), y1)], axis=1)
        )
        text += shown
        run += [number] * len(shown)
    if not text:
        return _no_chars()
    box = np.concatenate(boxes)
    every = np.ones(len(text), dtype=bool)
    return Chars(tuple(text), box, box[:, 3] - box[:, 1], every, every.copy(), np.array(run, np.int64))
