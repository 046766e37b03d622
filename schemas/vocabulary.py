"""The vocabulary of labels as a table of words and what each says (vocabulary.toml)."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from typing import Any

FACETS = ("field", "role", "kind", "group", "comparison")
"""The sections of vocabulary.toml whose tables name a value: [field.unit] says field = unit."""


class VocabularyError(ValueError):
    """The vocabulary file contradicts itself; the message names the word."""


@dataclass(frozen=True, slots=True)
class Word:
    """What one word says: at most one value for each facet, or that it only joins others."""

    text: str
    field: str = ""
    role: str = ""
    kind: str = ""
    group: str = ""
    comparison: str = ""
    whole: bool = False
    component: bool = False
    filler: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words by their folded text, and the lists that are no labels."""

    words: Mapping[str, Word]
    longest: int
    component_suffixes: tuple[str, ...]
    item_suffixes: tuple[str, ...]
    own_expense: tuple[str, ...]
    among_parts: frozenset[str]
    total_words: frozenset[str]
    series_words: frozenset[str]
    total_suffixes: tuple[str, ...]
    total_exceptions: tuple[str, ...]
    goal_prefixes: tuple[str, ...]
    measure_prefixes: tuple[str, ...]
    shading: Mapping[str, tuple[str, ...]]
    witnesses: Mapping[str, str]
    reviews: frozenset[str]
    colours: Mapping[str, tuple[int, int, int]]

    def without(self, words: Iterable[str]) -> Vocabulary:
        """The vocabulary as if these words had never been added; for ablation studies."""
        gone = set(words)
        return replace(self, words={k: w for k, w in self.words.items() if k not in gone})


_ONE_DASH = str.maketrans(dict.fromkeys("‐‑‒–—―⁃−─━ー〜～∼∿~", "-"))
"""Labels are compared with every dash, wave and long-vowel bar as one (`normalize.width.fold`)."""


def _fold(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).translate(_ONE_DASH).upper()


def parse_vocabulary(data: Mapping[str, Any]) -> Vocabulary:
    """A Vocabulary from the parsed TOML; raises VocabularyError where a word stands twice."""
    words: dict[str, Word] = {}

    def add(text: str, **facet: Any) -> None:
        key = _fold(text)
        if key in words and words[key] != Word(key, **facet):
            raise VocabularyError(
                f"vocabulary.toml: the word {text!r} stands twice, once as {words[key]} and once as "
                f"{facet}; keep the one that decides what a label ending in it means"
            )
        words[key] = Word(key, **facet)

    for facet in FACETS:
        for value, table in data.get(facet, {}).items():
            for word in table["words"]:
                add(word, **{facet: value})
    for word in data["whole"]["words"]:
        add(word, whole=True)
    for word in data["component"]["words"]:
        add(word, component=True)
    for word in data["filler"]["words"]:
        key = _fold(word)
        words.setdefault(key, Word(key, filler=True))
    heading = data["heading"]
    return Vocabulary(
        words=words,
        longest=max(map(len, words)),
        item_suffixes=tuple(map(_fold, data["field"]["item_name"]["suffixes"])),
        component_suffixes=tuple(map(_fold, data["component"]["suffixes"])),
        total_exceptions=tuple(map(_fold, data["total_row"]["exceptions"])),
        series_words=frozenset(map(_fold, data["series"]["words"])),
        own_expense=tuple(map(_fold, data["whole"]["own_expense"])),
        among_parts=frozenset(map(_fold, data["component"]["among"])),
        total_words=frozenset(map(_fold, data["total_row"]["words"])),
        total_suffixes=tuple(map(_fold, data["total_row"]["suffixes"])),
        goal_prefixes=tuple(heading["goal"]["prefixes"]),
        measure_prefixes=tuple(heading["measure"]["prefixes"]),
        shading={k: tuple(v["words"]) for k, v in data["shading"].items()},
        witnesses={_fold(w): kind for kind, table in data["witness"].items() for w in table["words"]},
        reviews=frozenset(map(_fold, data["reviewed"]["words"])),
        colours={k: (v[0], v[1], v[2]) for k, v in data["colour"].items()},
    )


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """The vocabulary that comes with the software."""
    text = resources.files("schemas").joinpath("vocabulary.toml").read_text(encoding="utf-8")
    return parse_vocabulary(tomllib.loads(text))
