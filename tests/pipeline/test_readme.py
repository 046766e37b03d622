"""The README's snippets give the output that it shows, and its commands exist."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from pipeline.cli import command_parser
from tests.bundled import ROOT

README = (ROOT / "README.md").read_text("utf-8")
SNIPPETS = re.findall(r"```python\n(.*?)```\n+```text\n(.*?)```", README, re.DOTALL)
COMMANDS = [
    line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines() if line
]


def test_there_is_one_for_each_way_to_load() -> None:
    assert [next(n for n in ("pandas", "polars", "duckdb") if n in code) for code, _ in SNIPPETS] == [
        "pandas",
        "polars",
        "duckdb",
    ]


@pytest.mark.parametrize(("code", "output"), SNIPPETS)
def test_a_snippet_gives_its_output(code: str, output: str, update_golden: bool) -> None:
    assert len([line for line in code.splitlines() if line]) <= 4
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    if update_golden:
        text = (ROOT / "README.md").read_text("utf-8").replace(output, done.stdout.strip("\n") + "\n")
        (ROOT / "README.md").write_text(text, "utf-8")
    else:
        assert done.stdout.strip("\n") == output.strip("\n"), "look at it, then: pytest --update-golden"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_exists(command: str) -> None:
    program, *arguments = command.split()
    if program == "make":
        subprocess.run(["make", "--dry-run", *arguments], cwd=ROOT, check=True, capture_output=True)
    else:
        assert program == ".venv/bin/gyosei"
        assert command_parser().parse_args(arguments).command


def test_every_command_is_described() -> None:
    described = set(re.findall(r"^\| `gyosei (\w+)", README, re.MULTILINE))
    usage = subprocess.run(
        [sys.executable, "-m", "pipeline", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    listed = set(re.findall(r"^    ([a-z]\w*)\b", usage, re.MULTILINE))
    assert described == listed


def test_every_dependency_is_explained() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    for name in re.findall(r'^    "([a-z0-9-]+)>=', project, re.MULTILINE):
        assert re.search(rf"^\|.*\b{name}\b.*\|", README, re.MULTILINE), name
