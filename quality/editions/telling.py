"""Sentences of a comparison in both languages, from phrases.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

from quality.editions.comparison import Told

_PHRASES: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8")
)


def tell(phrase: str, **words: object) -> Told:
    """The phrase of that name with the words filled in. Raises KeyError for a phrase or word not known."""
    entry = _PHRASES[phrase]
    return Told(entry["en"].format(**words), entry["ja"].format(**words))


def joined(sentences: list[Told]) -> Told | None:
    """Several sentences as one, None when there are none."""
    if not sentences:
        return None
    return Told("; ".join(told.en for told in sentences), "。".join(told.ja for told in sentences))


def number(value: float) -> str:
    """A figure for a sentence: thousands parted by commas, no trailing zeros (1234.50 -> '1,234.5')."""
    text = f"{value:,.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
