"""The parts of an amount as a label prints them, without its letters, formulas and notes."""

from __future__ import annotations

import regex

from extract.label_patterns import LEADING_YEAR
from normalize.width import fold

SEVERAL = "/"
"""Joins the parts where one label names more than one ('地方債 その他')."""


def component_names(text: str, words: set[str]) -> str:
    """The component of a label, or several joined by `SEVERAL` where each has a line of its own."""
    parts = [p for p in regex.split(r"[\n／/、\s]+", text) if p]
    if len(parts) > 1 and all(fold(p).upper() in words for p in parts):
        return SEVERAL.join(component_name(p) for p in parts)
    return component_name(text)


def component_name(text: str) -> str:
    """The part of an amount as printed: no line breaks, letters ('Ａ'), formulas or '(差引)'."""
    joined = LEADING_YEAR.sub("", "".join(text.split()))
    joined = regex.sub(
        r"[（(【\[〔](?:差引|[A-ZＡ-Ｚa-z①-⑳]|内書き?|[^（）()]*[÷×＝=][^（）()]*|[A-ZＡ-Ｚ①-⑳0-9０-９]+(?:[＋+－-][A-ZＡ-Ｚ①-⑳0-9０-９]+)+|単位[^（）()]*|千円|百万円|円)[）)】\]〕]",
        "",
        joined,
    )
    joined = regex.sub(r"^(?:[・○●※]|[①-⑳])", "", joined)
    joined = regex.sub(r"[・.．…‥]{2,}[①-⑳]?$", "", joined)
    joined = regex.sub(
        r"(?<=[\p{Han}\p{Hiragana}\p{Katakana}])[A-ZＡ-Ｚ①-⑳](?:[＋+－-][A-ZＡ-Ｚ①-⑳])*$", "", joined
    )
    return str(regex.sub(r"[+＋\-－=＝/／]+$", "", joined))
