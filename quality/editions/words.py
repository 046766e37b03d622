"""Keys by which names, departments and texts of two editions are compared."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from normalize.width import fold

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
_SILENT = re.compile("|".join(re.escape(fold(w)) for w in sorted(WORDS["silent"], key=len, reverse=True)))
_SAME = {fold(word): fold(other) for word, other in WORDS["same"].items()}
_SAME_WORD = re.compile("|".join(re.escape(w) for w in sorted(_SAME, key=len, reverse=True)))
_SIGNS = re.compile(r"[^\w%‰]+|_")


@lru_cache(maxsize=65536)
def spelled(text: str) -> str:
    """The text without what is spelling only: width, dashes, radicals, white space, upper case."""
    return fold(text).lower()


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """The letters, kana, ideographs and digits of the text: brackets, dots and dashes are gone."""
    return _SIGNS.sub("", spelled(text))


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """The key under which names that differ by particles and words like 累計 or 年間 are the same.

    Never empty for a name that has a letter: one of silent words only keeps them.
    """
    key = _SAME_WORD.sub(lambda match: _SAME[match[0]], spelled(text))
    return _SIGNS.sub("", _SILENT.sub("", key)) or bare(text)


@lru_cache(maxsize=65536)
def bigrams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a bare text; the text itself when it is one character."""
    key = bare(text)
    return frozenset(key[i : i + 2] for i in range(len(key) - 1)) or frozenset({key} if key else ())
