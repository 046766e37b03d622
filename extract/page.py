"""What one page of a PDF holds: characters, rules and fills, as the page is shown.

Every reader (`extract.pdfium`, `extract.plumber`) makes the same `Page`, so that nothing
after it knows which parser was used. Coordinates are points with the origin at the top left
of the page as shown: /Rotate and the CropBox are applied, form XObjects are descended into.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points, y downwards."""

BEYOND_LIMIT = "it draws more than"
"""How the note of a page begins of which only the first so many things were read."""

TextLayer = Literal["native", "ocr", "none", "broken"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Codes = NDArray[np.uint32]

JOINED = 1 << 24
"""Marks the code of an entry of several characters; far above the last code point."""


def no_codes() -> Codes:
    """Code points that are still to be found from the text."""
    return np.zeros(0, dtype=np.uint32)


def code_points(text: Sequence[str]) -> Codes:
    """The code point of each entry; of one of several characters that of its first, plus `JOINED`."""
    codes = np.frombuffer("".join(text).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if len(codes) == len(text) and "" not in text:
        return codes
    firsts = (ord(entry[0]) + JOINED * (len(entry) > 1) if entry else 0 for entry in text)
    return np.fromiter(firsts, np.uint32, len(text))


@dataclass(frozen=True, slots=True)
class Chars:
    """The characters of a page in drawing order, one entry each in every array.

    `text[i]` is what is printed (a ligature or a base with its combining marks is one entry),
    `box` is float64 (n, 4), `size` the font size in points, `upright` False where the glyph is
    turned by 90 degrees, `visible` False for text that a reader of the page cannot see (render
    mode 3, white on nothing, zero size, clipped away). `run[i]` numbers the piece of text it was
    drawn with; a piece is drawn in one go and never holds the text of two cells. `code[i]` is the code
    point of an entry of one character, of a longer one that of its first, with `JOINED` added.
    """

    text: tuple[str, ...]
    box: Floats
    size: Floats
    upright: Flags
    visible: Flags
    run: NDArray[np.int64] | None = None
    code: Codes = field(default_factory=no_codes, repr=False)

    def __post_init__(self) -> None:
        if len(self.code) != len(self.text):
            object.__setattr__(self, "code", code_points(self.text))

    def __len__(self) -> int:
        return len(self.text)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a printed line that was recognised in a picture, at its box (points).

    `confidence` is 0..1. `other` is a second reading of the picture where it differs in a figure; `layer` is
    what an existing text layer of the file has in the same place ('' = nothing, None = there is no layer).
    """

    box: Box
    text: str
    confidence: float
    other: str | None = None
    layer: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    `horizontal` is float64 (n, 4): y, x0, x1, thickness of each horizontal rule; `vertical` is
    float64 (n, 4): x, y0, y1, thickness; `diagonal` (n, 4): x0, y0, x1, y1. `fill_box` (n, 4) and
    `fill_rgb` (n, 3, 0..255) are the filled areas in drawing order, without those so thin that
    they are rules and without the white of the paper itself.
    """

    number: int
    width: float
    height: float
    chars: Chars
    horizontal: Floats
    vertical: Floats
    diagonal: Floats
    fill_box: Floats
    fill_rgb: NDArray[np.uint8]
    text_layer: TextLayer = "native"
    notes: tuple[str, ...] = field(default=())
    pieces: tuple[Piece, ...] = ()
