"""The notebooks run, and what they show is what is committed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from tests.bundled import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def shown(notebook: Any) -> list[str]:
    """The text of what each code cell shows."""
    found = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            texts = [output.get("text") or output["data"]["text/plain"] for output in cell.outputs]
            # what is printed comes in one piece or in several, as it happens
            found.append(re.sub(r"[ \t]+\n", "\n", "".join(texts)).rstrip())
    return found


def test_there_is_one() -> None:
    assert [path.name for path in NOTEBOOKS] == ["kpis_and_budgets.ipynb"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_is_committed(path: Path, update_golden: bool) -> None:
    committed = nbformat.read(path, as_version=4)
    executed = nbformat.read(path, as_version=4)
    client = NotebookClient(executed, timeout=60, resources={"metadata": {"path": str(path.parent)}})
    client.execute()
    if update_golden:
        for cell in executed.cells:
            cell.metadata.pop("execution", None)
        executed.metadata["language_info"] = {"name": "python"}
        nbformat.write(executed, path)
    else:
        assert shown(executed) == shown(committed), "look at it, then: pytest --update-golden"
