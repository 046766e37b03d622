"""What the text of a cell says by itself: a plain number, a figure behind a word, two figures."""

from __future__ import annotations

import regex

from normalize.money import parse_amounts
from normalize.numbers import parse_number
from normalize.width import fold

_PLAIN_NUMBER = regex.compile(r"^[0-9.,▲△▼+\-()%]+$")


_SECOND = regex.compile(
    r"^([^（(\[［〔]*\d[^（(\[［〔]*)[（(\[［〔]([^（()）\[\]［］〔〕]+)[）)\]］〕]$", regex.S
)


_MARKED = regex.compile(r"[（(]?\p{Han}{1,4}[）)]\s*[▲△]?\s*\d{1,3}(?:[,，]\d{3})+")
"""An amount behind the short name of what it is for: 債) 104,600."""


def is_plain_number(text: str) -> bool:
    """Whether a text is digits and the signs of numbers only."""
    folded = fold(text)
    return bool(_PLAIN_NUMBER.match(folded)) and bool(regex.search(r"\d|^-+$", folded))


_WORDED = regex.compile(
    r"^\s*([^\d\s:：(（▲△－-]{2,8})[\s:：]+([▲△－-]?\s*[\d０-９][\d０-９,，.．]*\s*[^\d\s]{0,6}|-|－)\s*$"
)


def worded_figure(text: str) -> tuple[str, str] | None:
    """A figure with a word before it that says what it is ('決算 6,218', '目標：30'), else None."""
    match = _WORDED.match(text)
    return (match.group(1), match.group(2).strip()) if match else None


def bracketed_second(text: str) -> bool:
    """Whether a figure stands before another one in brackets ('1億2,340万円 ［―］')."""
    parts = split_bracketed(text)
    return parts is not None and parse_number(parts[0]) is not None and parse_number(parts[1]) is not None


def split_bracketed(text: str) -> tuple[str, str] | None:
    """A figure and the one in brackets behind it, None where there are no two."""
    match = _SECOND.match(text.strip())
    return (match.group(1).strip(), match.group(2).strip()) if match else None


_NAMED_LINE = regex.compile(
    r"[（(\[【〔]?\p{Han}[\p{Han}\p{Katakana}・]{0,7}[）)\]】〕]?[\s:：]+"
    r"[▲△]?[\d０-９]{1,3}(?:[,，][\d０-９]{3})*(?:千|百万)?円?"
)
"""An amount behind what it is for, one of several lines: 国　20,000."""


def marked_amounts(text: str) -> bool:
    """Whether a cell holds amounts with a name each ('(債) 10,800 福祉基金繰入金 30,000')."""
    lines = [line.strip() for line in text.splitlines()]
    if all(_MARKED.fullmatch(line) for line in lines):
        return True
    if len(lines) > 1 and all(_NAMED_LINE.fullmatch(line) for line in lines):
        return True
    if not regex.search(r"\n[▲△]?\s*[\d,]+\s*(?:\n|$)", text):
        return False
    figures = parse_amounts(text, "千円")
    marked = len(figures) > 1 or text.lstrip()[:1] in ("(", "（")
    return bool(figures) and marked and all(f.yen is not None for f in figures)
