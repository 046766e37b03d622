"""Where two texts differ, marked inside them: what went and what came."""

from __future__ import annotations

import difflib

import regex
from markupsafe import Markup

from pipeline.web.texts import harmless

_WORD = regex.compile(r"[\p{Katakana}ー]+|[\p{Latin}0-9０-９.,，．]+|\s+|.", regex.S)
_LEAST_ALIKE = 0.4
"""Texts with less in common are shown whole: marks on every second word tell nothing."""


def marked(before: str, after: str) -> tuple[Markup, Markup]:
    """Both texts as HTML, escaped: <del> around what only the former has, <ins> what only the later."""
    one, other = (_WORD.findall(harmless(text)) for text in (before, after))
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    if matcher.ratio() < _LEAST_ALIKE:
        return _tag("del", one), _tag("ins", other)
    left, right = Markup(), Markup()
    for operation, i0, i1, j0, j1 in matcher.get_opcodes():
        if operation == "equal":
            left += "".join(one[i0:i1])
            right += "".join(other[j0:j1])
            continue
        left += _tag("del", one[i0:i1])
        right += _tag("ins", other[j0:j1])
    return left, right


def _tag(name: str, words: list[str]) -> Markup:
    return Markup("<{0}>{1}</{0}>").format(Markup(name), "".join(words)) if words else Markup()
