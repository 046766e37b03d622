"""Pictures of the pages that a report points to, each page once, in bounded number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.web.pictures import PictureError, page_picture

MOST_BYTES = 24_000_000
"""Of all pictures of a report together: browsers and mail take a file of this size."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The pages with a picture: key ('before-3') → data address and size in points; how many have none."""

    pages: dict[str, tuple[str, float, float]]
    left_out: int


def key(side: str, page: int) -> str:
    """The key of a page of the edition `side` (before, after)."""
    return f"{side}-{page}"


def shown_pages(pdfs: dict[str, Path | None], wanted: Iterable[tuple[str, int]]) -> Shown:
    """Pictures of the wanted pages in the order of want, as many as fit; none of what cannot be drawn."""
    pages: dict[str, tuple[str, float, float]] = {}
    size = left_out = 0
    for side, page in dict.fromkeys(wanted):
        pdf = pdfs.get(side)
        if pdf is None or size > MOST_BYTES:
            left_out += 1
            continue
        try:
            picture = page_picture(pdf, page)
        except PictureError:
            left_out += 1
            continue
        address = picture.data_uri()
        size += len(address)
        pages[key(side, page)] = (address, picture.box[2], picture.box[3])
    return Shown(pages, left_out)
