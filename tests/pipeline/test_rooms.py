"""A room imports only from the rooms to its right."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.bundled import ROOT

ROOMS = ("pipeline", "quality", "extract", "normalize", "schemas")


@pytest.mark.parametrize("room", ROOMS)
def test_imports_go_one_way(room: str) -> None:
    forbidden = set(ROOMS[: ROOMS.index(room)])
    found = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in (ROOT / room).rglob("*.py")
        for name in imported(path)
        if name.split(".")[0] in forbidden
    }
    assert not found


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names
