"""The README's snippets give the output that it shows, and its commands exist."""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pikepdf
import pytest

from pipeline.cli import main
from tests.bundled import EDITIONS, RAW, ROOT
from tests.pipeline.publisher import file, publishing

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


def test_the_commands_of_make_exist() -> None:
    made = [command.split()[1:] for command in COMMANDS if command.startswith("make ")]
    assert made
    for arguments in made:
        subprocess.run(["make", "--dry-run", *arguments], cwd=ROOT, check=True, capture_output=True)


def test_the_wheel_to_install_is_the_one_that_is_built() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    installed = [command.split()[-1] for command in COMMANDS if " install " in command]
    assert installed == [f"dist/gyosei-{version}-py3-none-any.whl"] * 2


def test_there_are_no_other_programs() -> None:
    assert {command.split()[0] for command in COMMANDS} == {"make", "uv", "pipx", "gyosei"}


def first_pages(path: Path) -> bytes:
    """The PDF of the first pages of one: enough to read, and quick."""
    with pikepdf.open(path) as pdf:
        del pdf.pages[4:]
        found = io.BytesIO()
        pdf.save(found)
    return found.getvalue()


SITE = "https://www.city.example.lg.jp"
DIFFERS = 1
"""What `gyosei diff` answers here."""


def test_the_commands_do_what_they_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every gyosei command of the README, one after the other, as a new user would type them."""
    (tmp_path / "pdfs").mkdir()
    (tmp_path / "pdfs" / "kpi_2024.pdf").write_bytes(first_pages(RAW / "higashikurume_kpi_2024.pdf"))
    later = first_pages(EDITIONS / "higashikurume_kpi_2025_simulated.pdf")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with publishing() as publisher:
        publisher.url("/plan/kpi_2025.pdf", file(later))
        for command in COMMANDS:
            if command.startswith("gyosei "):
                line = command.replace(SITE, publisher.base).replace("○○市", "東久留米市")
                arguments = [os.path.expanduser(part) for part in shlex.split(line)[1:]]
                if arguments[0] == "fetch" or publisher.base in line:
                    arguments.append("--allow-private")
                if ">>" in arguments:
                    arguments = arguments[: arguments.index(">>")]
                code = main(arguments)
                assert code == (DIFFERS if arguments[0] == "diff" else 0), command
    for written in (
        *("data/kpi_values/kpi_2024.parquet", "raw/kpi_2025.pdf", "curated/kpi_values/kpi_2025.parquet"),
        *("changes.xlsx", "export/gyosei.xlsx", "export/csv/kpis.csv", "export/gyosei.duckdb"),
        "site/index.html",
    ):
        assert (tmp_path / written).stat().st_size > 0, written


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
