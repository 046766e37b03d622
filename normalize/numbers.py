"""Numbers: what a cell prints as a figure, and whether a cell is a figure cell at all."""

from __future__ import annotations

from normalize.figure_items import Item, direction_of, is_to_be_set, read_items
from normalize.printed_number import STANDING, WORDS, Number, parse_number, strip_notes
from normalize.width import fold

__all__ = ["Number", "looks_like_figure", "parse_number", "strip_notes"]

_ANSWERS = frozenset(fold(word) for word in WORDS["answers"]["words"])
_PLAIN_DIRECTIONS = frozenset(("増加", "減少", "維持", "向上", "延伸", "現状維持", "上昇", "低下", "削減"))
_LONGEST = 60


def looks_like_figure(text: str) -> bool:
    """Whether a cell's text is a figure or a word standing in for one, rather than a label or prose.

    True for numbers with their units and series ('▲ 5,403', '2 (3)', '【小学校】98.0', '72 団体'), for
    dashes and words for none yet ('-', '未実施'), and for targets in words ('現状値から増加', '…後に設定').
    False for blanks, years ('３年度', 'R6'), numbered labels ('13予備費') and words that may be an answer
    ('なし', '廃止').
    """
    key = fold(text)
    if not key or len(key) > _LONGEST or key in _ANSWERS:
        return False
    if key in STANDING:
        return True
    if parse_number(text) is not None:
        return True
    items = read_items(text)
    if items is not None:
        return not any(_is_numbered_label(item) for item in items)
    if direction_of(text):
        return key in _PLAIN_DIRECTIONS or len(key) > 4
    return is_to_be_set(text) and len(key) <= 40


def _is_numbered_label(item: Item) -> bool:
    """Whether an item is rather a word with its number: 第3回, ステップ1, No.1."""
    number = item.number
    counted = bool(number.unit) or number.decimals > 0 or "," in number.text
    return item.loose and (not counted or fold(item.label).endswith("第"))
