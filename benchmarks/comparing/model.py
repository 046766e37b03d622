"""What invented editions are made of: items, the rates of changes, facts as they are counted."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
YEAR = 2024
Fact = tuple[str, str, tuple[str, ...], tuple[str, ...], int | None]
Rows = dict[str, list[dict[str, Any]]]
FUNDS = ("国庫支出金", "一般財源")
Figures = dict[tuple[str, int | None, str], float | None]
"""Role or kind, fiscal year, component -> figure, None for a dash."""


@dataclass
class Invented:
    """One item: figures by (role or kind, year, component); what it is now, and who it was."""

    key: int
    dataset: str
    name: str
    unit: str
    goal: str
    measure: str
    departments: list[str]
    text: str
    figures: Figures
    decimals: int = 0
    lifecycle: str = "current"
    is_reprint: bool = False


@dataclass(frozen=True)
class Editions:
    """Rows of both editions as in curated/, and the changes between them."""

    before: Rows
    after: Rows
    truth: Counter[Fact]


@dataclass(frozen=True)
class Rates:
    """Share of the items that each change happens to."""

    renamed: float = 0.05
    restated: float = 0.03
    department: float = 0.02
    moved: float = 0.02
    redefined: float = 0.03
    removed: float = 0.04
    added: float = 0.04
    merged: float = 0.01
    split: float = 0.01
    target: float = 0.04
    unit: float = 0.03
    lifecycle: float = 0.03
    replaced: float = 0.02
    """Removed, and another with a name much like it added in its place."""
    noise: float = 0.25
    past_years: bool = True
    """Whether the successor prints a year that the former edition prints as well."""
    sparse: bool = False
    """Lists of names and figures only: no definitions, no departments."""


def fold(text: str) -> str:
    """The text without white space and differences of width and dashes."""
    return re.sub(r"[‐-―−ー~〜-]", "-", re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)))


def fact(dataset: str, kind: str, before: list[str], after: list[str], year: int | None = None) -> Fact:
    """A change as it is counted."""
    return dataset, kind, tuple(sorted(map(fold, before))), tuple(sorted(map(fold, after))), year
