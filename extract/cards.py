"""Cards: one indicator in one filled area, its name above and its captioned figures below.

    指標1　自治会加入率
    現状値(R6)   ⇒   目標値(R10)
      47.1％            50.0％

The grid of a card has the captions as its header and one row: the name, then the figures. So the
name's cell stands above the header on the page, though it is in the row below it in the grid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.box_names import is_name
from extract.columns import Indices, Piece, Place, inside, is_arrow, is_figure, make_grid, text_rows
from extract.grid import Grid
from extract.page import Box, Page

LOWEST, HIGHEST = 30.0, 220.0
"""Points: how high a card is."""
NARROWEST = 0.14
"""Of the page's width: a card is at least this wide."""
LONGEST_NAME = 80
"""Characters in the name on a card."""

Group = list[Piece]


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on one card: the name's pieces, and a caption and figures for each column."""

    box: Box
    name: Group
    captions: list[Group]
    figures: list[Group]
    led: bool

    @property
    def heads(self) -> list[str]:
        return ["".join(p.text for p in group) for group in self.captions]


def find_cards(page: Page, free: Indices, pieces: Sequence[Piece], taken: Sequence[Box]) -> list[Grid]:
    """A grid for each card outside the boxes `taken`.

    Without an arrow between its figures a card counts only where another has the same captions,
    for a diagram may look the same.
    """
    cards: list[Card] = []
    fills = sorted(page.fill_box.tolist(), key=lambda b: (b[2] - b[0]) * (b[3] - b[1]))
    for x0, y0, x1, y1 in fills:
        box = (x0, y0, x1, y1)
        if not (LOWEST <= y1 - y0 <= HIGHEST and x1 - x0 >= NARROWEST * page.width):
            continue
        middles = [((b[0] + b[2]) / 2, (b[1] + b[3]) / 2) for b in [*taken, *(card.box for card in cards)]]
        if any(inside(x, y, box) for x, y in middles):
            continue
        held = [p for p in pieces if x0 <= p.x <= x1 and y0 <= p.y <= y1]
        card = _card(box, held) if held and all(p.x0 >= x0 - 1 and p.x1 <= x1 + 1 for p in held) else None
        if card is not None:
            cards.append(card)
    heads = [card.heads for card in cards]
    kept = [card for card in cards if card.led or heads.count(card.heads) >= 2]
    return [_grid(page, free, card) for card in kept]


def _card(box: Box, held: Group) -> Card | None:
    lines = text_rows(held)
    for number in range(1, len(lines)):
        name = [p for line in lines[:number] for p in line]
        text = "".join(p.text for p in name)
        if "。" in text or len(text) > LONGEST_NAME or any(is_figure(p.text) for p in name):
            return None
        rest = [p for line in lines[number:] for p in line if not is_arrow(p.text)]
        columns = _below(lines[number], rest) or _beside(lines[number], rest)
        if columns and any(char.isalpha() for char in text):
            led = any(is_arrow(p.text) for p in held)
            return Card(box, name, [a for a, _ in columns], [b for _, b in columns], led)
    return None


def _below(line: Group, rest: Group) -> list[tuple[Group, Group]]:
    """Captions of one line with the figures that stand in the middle below each."""
    captions = [p for p in line if not is_arrow(p.text)]
    if len(captions) < 2 or not all(is_name(p.text) for p in captions):
        return []
    columns: list[tuple[Group, Group]] = [([caption], []) for caption in captions]
    for piece in rest:
        if piece in captions:
            continue
        near = min(range(len(captions)), key=lambda k: abs(captions[k].x - piece.x))
        caption = captions[near]
        if abs(caption.x - piece.x) > max(2.0 * piece.size, 0.5 * (caption.x1 - caption.x0)):
            return []
        columns[near][1].append(piece)
    full = all(any(is_figure(line_text) for line_text in _texts(figures)) for _, figures in columns)
    return columns if full else []


def _beside(line: Group, rest: Group) -> list[tuple[Group, Group]]:
    """Captions and figures by turns on one line, the card's last."""
    parts = [p for p in line if not is_arrow(p.text)]
    if len(parts) < 4 or len(parts) % 2 or len(rest) != len(parts):
        return []
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    if not all(is_name(a.text) and is_figure(b.text) for a, b in pairs):
        return []
    return [([a], [b]) for a, b in pairs]


def _texts(pieces: Group) -> list[str]:
    return ["".join(p.text for p in line) for line in text_rows(pieces)]


def _around(pieces: Group) -> Box:
    x0, y0 = min(p.x0 for p in pieces), min(p.y0 for p in pieces)
    return (x0 - 0.5, y0, max(p.x1 for p in pieces) + 0.5, max(p.y1 for p in pieces))


def _grid(page: Page, free: Indices, card: Card) -> Grid:
    x0, y0, x1, y1 = card.box
    places: list[Place] = [(0, 0, 1, 1, (x0, y0, x0, y0)), (1, 0, 1, 1, _around(card.name))]
    middles: list[float] = []
    for k, (caption, figures) in enumerate(zip(card.captions, card.figures, strict=True), start=1):
        places += [(0, k, 1, 1, _around(caption)), (1, k, 1, 1, _around(figures))]
        middles.append(
            (min(p.x0 for p in [*caption, *figures]) + max(p.x1 for p in [*caption, *figures])) / 2
        )
    between = [(a + b) / 2 for a, b in pairwise(middles)]
    first = min(p.x0 for group in [*card.captions, *card.figures] for p in group)
    start = (x0 + first) / 2
    low = max(p.y1 for group in card.captions for p in group)
    return make_grid(page, free, [x0, start, *between, x1], [y0, min(low, y1 - 1), y1], places, "filled")
