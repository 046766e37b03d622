"""The names beside boxes of figures: which lines name which row of boxes.

A name may be higher than its boxes and take several lines; the lines are shared out so that each
row's boxes stand in the middle of its name, or level with its first line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.columns import Piece, covered_by, inner_gaps, inside, is_arrow, is_figure, is_year, text_rows
from extract.lines import median
from extract.page import Box


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled box and its lines of text, top to bottom, each left to right."""

    box: Box
    lines: tuple[tuple[Piece, ...], ...]

    @property
    def x(self) -> float:
        return (self.box[0] + self.box[2]) / 2

    @property
    def y(self) -> float:
        return (self.box[1] + self.box[3]) / 2

    @property
    def texts(self) -> list[str]:
        return ["".join(piece.text for piece in line) for line in self.lines]

    @property
    def has_figure(self) -> bool:
        return any(is_figure(text) for text in self.texts)

    @property
    def has_caption(self) -> bool:
        """Whether the first line names what the figure under it is."""
        texts = self.texts
        return len(texts) >= 2 and is_name(texts[0]) and any(is_figure(text) for text in texts[1:])


Row = list[Filled]
Head = Sequence[Filled]

BULLETS = "●○◎◆◇■□▼▽★☆・①②③④⑤⑥⑦⑧⑨"
MOST_LINES = 6
"""Lines in the name of one row."""
LONGEST_NAME = 120
"""Characters in the name of one row."""


def is_name(text: str) -> bool:
    """Whether a text can head a column: a word or a year, no figure and no sentence."""
    return (is_year(text) or not is_figure(text)) and len(text) <= 20 and not text.endswith(("。", "、"))


def is_boxed(piece: Piece, boxes: Sequence[Filled]) -> bool:
    return any(inside(piece.x, piece.y, item.box) for item in boxes)


def left_limit(boxes: Sequence[Box], room: Box) -> float:
    """The right edge of the last box left of a room on the page and beside it, 0 where none is."""
    return max((b[2] for b in boxes if b[2] < room[0] and b[1] < room[3] and b[3] > room[1]), default=0.0)


def row_names(
    pieces: Sequence[Piece],
    boxes: Sequence[Filled],
    rows: list[Row],
    head: Head,
    taken: Sequence[Box],
) -> list[list[Piece]] | None:
    """The pieces left of each row's first box; None unless every row has a name of its own."""
    first = min(item.box[0] for row in rows for item in row)
    size = median([p.size for row in rows for f in row for line in f.lines for p in line])
    top = min(f.box[1] for f in rows[0]) - 3.0 * size
    top = max([top, *(f.box[3] - 1.0 for f in head)])
    bottom = max(f.box[3] for f in rows[-1]) + 3.0 * size
    left = left_limit([*(f.box for f in boxes), *taken], (first, top, first, bottom))
    held = [p for p in pieces if left <= p.x0 and p.x1 <= first + 1 and top <= p.y < bottom]
    held = [p for p in held if not is_arrow(p.text) and not is_boxed(p, boxes)]
    groups = _shared_out(text_rows(held), [row[0] for row in rows])
    for group in groups or []:
        text = "".join(p.text for p in group)
        if not any(char.isalpha() for char in text) or len(text) > LONGEST_NAME:
            return None
    return groups


def _shared_out(lines: list[list[Piece]], rows: list[Filled]) -> list[list[Piece]] | None:
    """The lines of names shared out to the rows so that each row's lie in its middle, or None.

    Lines above the first name and below the last may be left out (headings, notes).
    """
    count, wanted = len(lines), len(rows)
    least: dict[tuple[int, int], tuple[float, int]] = {(i, 0): (0.0, i) for i in range(count + 1)}
    for j in range(1, wanted + 1):
        for i in range(j, count + 1):
            tried = [
                (least[k, j - 1][0] + _misfit(lines[k:i], rows[j - 1]), k)
                for k in range(j - 1, i)
                if (k, j - 1) in least and (j > 1 or i - k <= MOST_LINES)
            ]
            if tried:
                least[i, j] = min(tried)
    ends = [(least[i, wanted][0], i) for i in range(wanted, count + 1) if (i, wanted) in least]
    if not ends:
        return None
    cost, end = min(ends)
    if cost > wanted * max(p.size for line in lines for p in line):
        return None
    groups: list[list[Piece]] = []
    for j in range(wanted, 0, -1):
        start = least[end, j][1]
        groups.append([p for line in lines[start:end] for p in line])
        end = start
    return groups[::-1]


def _misfit(lines: list[list[Piece]], row: Filled) -> float:
    """How badly lines stand beside a box, in points: off its middle or top, or not one name."""
    if len(lines) > MOST_LINES:
        return 1e6
    top, bottom = min(p.y0 for p in lines[0]), max(p.y1 for p in lines[-1])
    off = min(abs((top + bottom) / 2 - row.y), abs(lines[0][0].y - row.lines[0][0].y) + 1.0)
    for former, line in pairwise(lines):
        size = max(former[0].size, line[0].size)
        off += max(0.0, line[0].y0 - former[0].y1 - 0.9 * size)
        if line[0].text[0] in BULLETS:
            off += 0.5 * size
        if abs(former[0].size - line[0].size) > 0.25 * size:
            off += 0.5 * size
    return off


def block_heading(pieces: Sequence[Piece], top: float, first: float, left: float) -> Piece | None:
    """The heading of the block: a short line alone close above it, over its names."""
    above = [p for p in pieces if p.y1 <= top + 4.0 and top - p.y1 < 2.6 * p.size and p.x0 < first]
    for line in reversed(text_rows(above)):
        near_left = line[0].x1 <= first and line[0].x0 < left + 4 * line[0].size
        return line[0] if len(line) == 1 and is_name(line[0].text) and near_left else None
    return None


def row_room(rows: list[Row], labels: list[list[Piece]]) -> tuple[list[float], list[float]]:
    """From where to where down the page the names of each row stand, half way to their neighbours'."""
    tops = [min(p.y0 for p in group) for group in labels]
    bottoms = [max(p.y1 for p in group) for group in labels]
    between = [(low + high) / 2 for low, high in zip(bottoms, tops[1:], strict=False)]
    end = max(bottoms[-1], *(f.box[3] for f in rows[-1]))
    return [tops[0], *between], [*between, end]


def name_columns(labels: list[list[Piece]], left: float, first: float) -> list[float]:
    """Borders between names and running numbers or units beside them, where every row has both."""
    everything = [p for group in labels for p in group]
    size = median([p.size for p in everything])
    if len(labels) < 2:
        return []
    borders = []
    for a, b in inner_gaps(covered_by(everything), left, first, 0.4 * size):
        sides = [([p for p in g if p.x1 <= a + 0.1], [p for p in g if p.x0 >= b - 0.1]) for g in labels]
        numbered = all("".join(p.text for p in before).isdigit() for before, _ in sides)
        if (numbered or b - a >= 1.5 * size) and all(before and after for before, after in sides):
            borders.append((a + b) / 2)
    return borders


def columns_behind(
    pieces: Sequence[Piece], columns: Sequence[Box], rows: list[Row], head: Head
) -> list[tuple[float, float]]:
    """From where to where the columns of text right of the boxes reach that the header names."""
    edge = columns[-1][2]
    top, low = min(f.box[1] for f in head), max(f.box[3] for f in head)
    names = [p for p in pieces if p.x0 >= edge and top - 1 <= p.y <= low + 1]
    body = [
        [
            p
            for p in pieces
            if p.x0 >= edge and min(f.box[1] for f in row) <= p.y <= max(f.box[3] for f in row)
        ]
        for row in rows
    ]
    if not names or not all(is_name(p.text) for p in names) or not all(body) or len(names) > 3:
        return []
    held = [p for group in [names, *body] for p in group]
    if any(is_figure(p.text) for p in held):
        return []
    gaps = inner_gaps(covered_by(held), edge, max(p.x1 for p in held), 0.6 * held[0].size)
    borders = [edge, *((a + b) / 2 for a, b in gaps), max(p.x1 for p in held) + 1.0]
    columns_found = list(pairwise(borders))
    return columns_found if all(any(a <= p.x < b for p in names) for a, b in columns_found) else []
