"""The title of a document as its first page shows it."""

from __future__ import annotations

from extract.grid import Line, Sheet
from normalize.width import plain

LONGEST_TITLE = 120
"""A paragraph set large is no title."""


def headline(sheets: tuple[Sheet, ...]) -> str | None:
    """The first of the largest lines of the first page, outside tables before inside them.

    None when the page has no text. A line that holds no letter (a page number) is no title.
    """
    if not sheets:
        return None
    first = sheets[0]
    inside = tuple(line for grid in first.grids for cell in grid.cells for line in cell.lines)
    for lines in (first.outside, inside):
        if title := _largest(lines):
            return title
    return None


def _largest(lines: tuple[Line, ...]) -> str | None:
    titles = [line for line in lines if _is_title(line.text)]
    if not titles:
        return None
    size = max(line.size for line in titles)
    return plain(next(line.text for line in titles if line.size >= size - 0.1)).strip()


def _is_title(text: str) -> bool:
    text = text.strip()
    return 2 <= len(text) <= LONGEST_TITLE and any(char.isalpha() for char in text)
