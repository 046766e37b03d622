"""Hints of sources.toml reach the reading of the document they stand under, and are documented."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline.cli import command_parser
from tests.bundled import ROOT, read_folder

PDF = ROOT / "tests" / "layouts" / "pdf" / "budget_zebra.pdf"
PAGE = (ROOT / "docs" / "adding-a-municipality.md").read_text("utf-8")
NAME = "こども園運営事業"


def amounts(tmp_path: Path, entry: str) -> dict[str, tuple[Any, ...]]:
    """Year, kind and yen of the amounts of one project by their print, read with this entry."""
    raw = tmp_path / "raw"
    raw.mkdir()
    shutil.copy(PDF, raw / "budget.pdf")
    (raw / "sources.toml").write_text(f'[[document]]\nfile = "budget.pdf"\n{entry}', "utf-8")
    read_folder(raw, tmp_path / "out", workers=1)
    rows = pq.read_table(tmp_path / "out" / "project_amounts" / "budget.parquet").to_pylist()
    return {
        row["amount_text"]: (row["fiscal_year"], row["kind"], row["amount_yen"])
        for row in rows
        if row["name"] == NAME
    }


def test_without_hints_the_print_holds(tmp_path: Path) -> None:
    assert amounts(tmp_path, "") == {
        "186,412": (2025, "initial_budget", 186_412_000),
        "179,960": (2024, "initial_budget", 179_960_000),
    }


def test_a_label_that_means_something_else_in_this_document(tmp_path: Path) -> None:
    entry = '[document.hints]\nlabels = { "R6当初" = "令和5年度決算額" }\n'
    assert amounts(tmp_path, entry)["179,960"] == (2023, "settlement", 179_960_000)


@pytest.mark.parametrize("hint", ["edition_fiscal_year", "hints.unit", "hints.labels"])
def test_a_hint_is_documented(hint: str) -> None:
    assert f"| `{hint}`" in PAGE


def test_every_hint_that_the_code_reads_is_documented() -> None:
    code = (ROOT / "extract" / "understanding.py").read_text("utf-8")
    read = set(re.findall(r'hints\.get\("(\w+)"\)', code))
    assert read == {"edition_fiscal_year", "unit", "labels"}


def test_the_commands_of_the_page_exist() -> None:
    commands = re.findall(r"^\.venv/bin/gyosei (.+)$", PAGE, re.MULTILINE)
    assert len(commands) >= 5
    assert all(command_parser().parse_args(command.split()).command for command in commands)


def test_the_sections_that_the_page_names_exist() -> None:
    vocabulary = (ROOT / "schemas" / "vocabulary.toml").read_text("utf-8")
    named = re.findall(r"`((?:field|role|kind|group|comparison)\.\w+)`", PAGE)
    assert len(named) > 20
    assert all(f"[{name}]" in vocabulary for name in named)
