"""The recognition model of rapidocr's wheel, run directly: pictures of lines in, characters out.

rapidocr's own front end pads every line to 320 pixels and reads the detector as well; run directly, short
cells cost what they are worth, and each character keeps its own certainty.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from extract.japanese_forms import is_printed
from extract.page import Flags, Floats
from extract.scan_image import Picture

MODELS = "models/*_rec_*.onnx"
"""Where the recognition model lies in the wheel of rapidocr."""
HEIGHT = 48
"""Pixels: the height of a line that the model was trained on."""
NARROWEST, STEP = 64, 8
"""Pixels: the narrowest line given to the model, and the multiple its width is rounded up to."""
BATCH = 2600
"""Pixels of width that are recognised at once; more is no faster and needs more memory."""
LONGEST = 3200
"""Pixels: a longer line is squeezed."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a picture says: its characters and how certain the model is of each, 0..1."""

    text: str
    scores: tuple[float, ...]

    @property
    def confidence(self) -> float:
        """The mean over the characters; 0 where there are none."""
        return sum(self.scores) / len(self.scores) if self.scores else 0.0


def is_installed() -> bool:
    """Whether pages can be recognised: the extra `ocr` is there."""
    return importlib.util.find_spec("onnxruntime") is not None and _model() is not None


@cache
def _model() -> Path | None:
    found = importlib.util.find_spec("rapidocr")
    places = list(found.submodule_search_locations or ()) if found else []
    return next((path for place in places for path in sorted(Path(place).glob(MODELS))), None)


@cache
def _session() -> tuple[Any, str, tuple[str, ...], Flags]:
    """The model, the name of its input, its characters by number (0: none), and which Japanese print has.

    One thread: pages are read side by side, and the result of a batch must not depend on cores.
    """
    onnxruntime: Any = importlib.import_module("onnxruntime")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    session = onnxruntime.InferenceSession(str(_model()), options, providers=["CPUExecutionProvider"])
    known = session.get_modelmeta().custom_metadata_map["character"].splitlines()
    characters = ("", *known, " ")
    printed = np.array([all(map(is_printed, char)) for char in characters])
    return session, session.get_inputs()[0].name, characters, printed


def read_lines(pictures: Sequence[Picture]) -> list[Said]:
    """What each picture (grey, black on white, one line) says; lines of like width are read together."""
    session, name, characters, printed = _session()
    said = [Said("", ())] * len(pictures)
    for batch, tensor in _batches([_sized(picture) for picture in pictures]):
        [answer] = session.run(None, {name: tensor})
        for number, scores in zip(batch, answer, strict=True):
            said[number] = _decoded(scores * printed, characters)
    return said


def _sized(picture: Picture) -> Picture:
    wide = round(HEIGHT * picture.shape[1] / max(picture.shape[0], 1))
    size = (min(max(wide, STEP), LONGEST), HEIGHT)
    smaller = picture.shape[0] > HEIGHT
    how = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, size, interpolation=how), np.uint8)


def _batches(lines: list[Picture]) -> Iterator[tuple[list[int], Any]]:
    order = sorted(range(len(lines)), key=lambda i: lines[i].shape[1])
    while order:
        batch = [order.pop(0)]
        while order and max(NARROWEST, lines[order[0]].shape[1]) * (len(batch) + 1) <= BATCH:
            batch.append(order.pop(0))
        widest = max(NARROWEST, lines[batch[-1]].shape[1])
        tensor = np.zeros((len(batch), 3, HEIGHT, -(-widest // STEP) * STEP), np.float32)
        for row, number in enumerate(batch):
            tensor[row, :, :, : lines[number].shape[1]] = lines[number].astype(np.float32) / 127.5 - 1
        yield batch, tensor


def _decoded(scores: Floats, characters: tuple[str, ...]) -> Said:
    """The characters of the likeliest path: repetitions are one, number 0 separates."""
    best = scores.argmax(axis=1)
    starts = np.flatnonzero((best != 0) & (np.diff(best, prepend=0) != 0))
    text = [characters[best[i]] for i in starts.tolist()]
    certain = [float(scores[i, best[i]]) for i in starts.tolist()]
    kept = [(char, score) for char, score in zip(text, certain, strict=True) if char]
    return Said("".join(char for char, _ in kept), tuple(score for _, score in kept))
