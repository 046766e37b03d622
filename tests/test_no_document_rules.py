"""No code for a municipality or for a document: what differs between them is data.

Names of municipalities stand in normalize/municipality_codes.csv and in sources.toml, words of labels
in schemas/vocabulary.toml; a string in the code that names a place, or a branch on a document's title,
would be a rule for one publisher.
"""

from __future__ import annotations

import ast
import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bundled import ROOT

ROOMS = ("extract", "normalize", "pipeline", "quality", "schemas")
CODES = ROOT / "normalize" / "municipality_codes.csv"
SOURCES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))

TITLES = frozenset({"title", "document_title"})
"""Names under which the code holds a document's title."""


def municipality_names() -> frozenset[str]:
    """The names of all municipalities with their 市, 区, 町 or 村, and those of cities without it."""
    with CODES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(line for line in file if not line.startswith("#")))
    names = {cell for row in rows for cell in row if cell[-1:] in "市区町村" and len(cell) > 2}
    cities = {name[:-1] for name in names if name.endswith("市") and len(name) > 3}
    return frozenset(names | cities)


NAMES = municipality_names()


def strings(tree: ast.AST) -> Iterator[ast.Constant]:
    """The string literals of a module, docstrings apart."""
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    # a string that stands alone below an assignment documents it
    documentation |= {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node


def named_places(code: str) -> list[str]:
    """The municipalities that string literals of this code name."""
    found = []
    for node in strings(ast.parse(code)):
        text = str(node.value)
        if any("\u4e00" <= char <= "\u9fff" for char in text):
            found += [name for name in NAMES if name in text]
    return found


def title_comparisons(code: str) -> list[str]:
    """Comparisons of a document's title with words: ==, in, startswith, a regular expression."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            words = any(_is_words(side) for side in sides)
            if words and any(_is_title(side) for side in sides):
                found.append(ast.unparse(node))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            asks = node.func.attr in ("startswith", "endswith", "find", "index", "count")
            matches = node.func.attr in ("match", "search", "fullmatch")
            if (asks and _is_title(node.func.value)) or (matches and any(map(_is_title, node.args))):
                found.append(ast.unparse(node))
    return found


def _is_title(node: ast.expr) -> bool:
    names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    names |= {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)}
    return bool(names & TITLES)


def _is_words(node: ast.expr) -> bool:
    return any(isinstance(n, ast.Constant) and isinstance(n.value, str) and n.value for n in ast.walk(node))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_municipality_and_no_title_in_the_code(path: Path) -> None:
    code = path.read_text("utf-8")
    assert named_places(code) == []
    assert title_comparisons(code) == []


def test_the_names_are_all_there() -> None:
    assert len(NAMES) > 1_700
    assert {"南国市", "池田市", "世田谷区", "南国"} - NAMES <= {"南国"}


@pytest.mark.parametrize(
    ("code", "places"),
    [
        ('if place == "横浜市": pass', ["横浜市"]),
        ('PATTERN = "東久留米.*計画"', ["東久留米"]),
        ('"""東久留米市の計画による。"""', []),
        ('SUFFIXES = ("市", "区", "町", "村", "都", "県")', []),
    ],
)
def test_what_counts_as_naming_a_place(code: str, places: list[str]) -> None:
    assert sorted(named_places(code)) == sorted(
        {*places, *(p for p in named_places(code) if p in str(places))}
    )
    assert bool(named_places(code)) == bool(places)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('if title == "事務事業評価シート": pass', True),
        ('if "評価シート" in records.title: pass', True),
        ('if title.startswith("令和"): pass', True),
        ("if PATTERN.search(title): pass", True),
        ("if not title: pass", False),
        ('place = title or "?"', False),
    ],
)
def test_what_counts_as_comparing_a_title(code: str, found: bool) -> None:
    assert bool(title_comparisons(code)) is found
