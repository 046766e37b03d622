"""Publications as scans: their pages as pictures, worn the way scanners and fax machines wear them.

A condition is a resolution and what happens to the picture; everything is drawn from fixed seeds, so
that the same publication gives the same scan.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

Picture = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Wear:
    """What a scanner does to a page.

    `skew` in degrees, to the right on odd pages and to the left on even ones; `noise` the spread of grey
    (0..255), `specks` black dots a square inch, `quality` of the JPEG; `one_bit` is a fax, black and white;
    `faint` prints rules hardly darker than the paper or shading, with gaps.
    """

    skew: float = 0.0
    noise: float = 0.0
    specks: float = 0.0
    quality: int = 85
    one_bit: bool = False
    faint: bool = False


WEARS = {
    "clean": Wear(quality=95),
    "mild noise": Wear(skew=0.3, noise=6, specks=1),
    "skew 1°": Wear(skew=1.0, noise=4),
    "skew 2°": Wear(skew=2.0, noise=4),
    "noise": Wear(skew=0.3, noise=25, specks=10),
    "JPEG 40": Wear(skew=0.3, noise=6, quality=40),
    "fax, 1 bit": Wear(skew=0.5, specks=4, noise=10, one_bit=True),
    "faint lines": Wear(skew=0.5, noise=6, faint=True),
}
RESOLUTIONS = (300, 200)


def write_scan(pdf: Path, out: Path, dpi: int, wear: Wear, pages: range | None = None) -> int:
    """Writes a PDF of nothing but pictures of the pages (0-based, None: all); returns how many."""
    document = pypdfium2.PdfDocument(str(pdf))
    chosen = pages if pages is not None else range(len(document))
    pictures = []
    for number in chosen:
        shown = document[number].render(scale=dpi / 72).to_pil().convert("RGB")
        worn = worn_picture(np.asarray(shown, np.uint8), dpi, wear, number)
        pictures.append(Image.fromarray(worn) if not wear.one_bit else Image.fromarray(worn).convert("1"))
    document.close()
    first, *rest = pictures
    compressed = {} if wear.one_bit else {"quality": wear.quality}
    first.save(out, "PDF", resolution=dpi, save_all=True, append_images=rest, **compressed)
    return len(pictures)


def worn_picture(picture: Picture, dpi: int, wear: Wear, number: int) -> Picture:
    """The picture (height, width, 3) of page `number` (0-based) after the wear."""
    random = np.random.default_rng([number, dpi])
    if wear.faint:
        picture = _with_faint_rules(picture, dpi, random)
    high, wide = picture.shape[:2]
    if wear.skew:
        angle = wear.skew if number % 2 == 0 else -wear.skew
        turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
        white = (255.0, 255.0, 255.0)
        picture = np.asarray(
            cv2.warpAffine(picture, turn, (wide, high), flags=cv2.INTER_AREA, borderValue=white), np.uint8
        )
    if wear.noise:
        soft = cv2.GaussianBlur(picture, (3, 3), 0.6).astype(np.float32)
        grain = random.normal(0.0, wear.noise, (high, wide, 1)).astype(np.float32)
        picture = np.clip(soft + grain, 0, 255).astype(np.uint8)
    if wear.specks:
        picture = picture.copy()
        size = max(1, dpi // 150)
        count = round(wear.specks * wide * high / dpi**2)
        for y, x in zip(random.integers(0, high, count), random.integers(0, wide, count), strict=True):
            picture[y : y + size, x : x + size] = 0
    if wear.one_bit:
        grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
        return np.where(grey < 150, 0, 255).astype(np.uint8)
    return picture


def _with_faint_rules(picture: Picture, dpi: int, random: np.random.Generator) -> Picture:
    """The picture with its rules a quarter darker than what is around them, with gaps of up to a point."""
    dark = (cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY) < 140).astype(np.uint8)
    length = round(0.3 * dpi)
    rules = np.zeros_like(dark)
    for shape in ((1, length), (length, 1)):
        rules |= np.asarray(cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones(shape, np.uint8)), np.uint8)
    thick = round(0.03 * dpi)
    ground = np.asarray(
        cv2.morphologyEx(picture, cv2.MORPH_CLOSE, np.ones((thick, thick), np.uint8)), np.uint8
    )
    worn = picture.copy()
    worn[rules > 0] = (0.75 * ground[rules > 0]).astype(np.uint8)
    coarse = random.random((picture.shape[0] // 4 + 1, picture.shape[1] // 4 + 1)) < 0.04
    gaps = np.kron(coarse, np.ones((4, 4), bool))[: picture.shape[0], : picture.shape[1]]
    worn[(rules > 0) & gaps] = ground[(rules > 0) & gaps]
    return worn
