"""The shell completes commands, options, datasets and document ids."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli import main
from tests.bundled import ROOT


def completed(line: str, folder: Path, out: Path) -> list[str]:
    """What the shell is offered at the end of a line, asked for as its completion function does."""
    environment = os.environ | {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(out),
        "_ARGCOMPLETE_IFS": "\n",
        "COMP_LINE": line,
        "COMP_POINT": str(len(line.encode())),
        "PYTHONPATH": str(ROOT),
    }
    out.write_text("")
    subprocess.run([sys.executable, "-m", "pipeline"], cwd=folder, env=environment, check=False)
    return [found.strip() for found in out.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("gyosei ex", ["export"]),
        ("gyosei export --form", ["--format"]),
        ("gyosei export --format du", ["duckdb"]),
        ("gyosei schema kpi_", ["kpi_values"]),
        ("gyosei check higashikurume_policy_rep", ["higashikurume_policy_report_2024"]),
        ("gyosei run --only nishi", ["nishitokyo_basic_plan_2024"]),
        ("gyosei check none", []),
    ],
)
def test_what_is_offered(tmp_path: Path, line: str, offered: list[str]) -> None:
    assert completed(line, ROOT, tmp_path / "out") == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_lines_for_the_shell_name_the_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    told = capsys.readouterr().out
    assert "gyosei" in told and "_ARGCOMPLETE" in told
