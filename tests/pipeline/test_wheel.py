"""The built wheel holds all that the commands need and works outside the repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.bundled import EDITIONS, RAW, ROOT

ROOMS = ("extract", "normalize", "schemas", "quality", "pipeline")
MADE = {"__pycache__"}
KPI = "higashikurume_kpi_2024"
NEXT = "higashikurume_kpi_2025_simulated"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the wheel is installed, without the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    [wheel] = folder.glob("gyosei-*.whl")
    target = folder / "site"
    subprocess.run([*pip, "install", "--no-deps", "--target", str(target), str(wheel)], check=True)
    return target


@pytest.fixture(scope="module")
def elsewhere(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run]:
    """A folder of PDFs far from the repository, and the installed command run in it."""
    folder = tmp_path_factory.mktemp("elsewhere")
    for pdf in (RAW / f"{KPI}.pdf", EDITIONS / f"{NEXT}.pdf"):
        shutil.copy(pdf, folder)

    def gyosei(*arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, str(installed / "bin" / "gyosei"), *arguments],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == code, done.stderr
        return done

    for name in (KPI, NEXT):
        gyosei("add", f"{name}.pdf", "--series", "総合戦略の進捗")
    gyosei("run")
    return folder, gyosei


def test_every_file_of_the_rooms_is_in_it(installed: Path) -> None:
    wanted = {
        path.relative_to(ROOT)
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and not MADE & set(path.parts)
    }
    assert len(wanted) > 200
    assert {path for path in wanted if not (installed / path).exists()} == set()


def test_nothing_but_the_rooms_is_in_it(installed: Path) -> None:
    top = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert top == {*ROOMS, "bin"}


def test_it_installs_the_command(installed: Path) -> None:
    [points] = installed.glob("gyosei-*.dist-info/entry_points.txt")
    parser = ConfigParser()
    parser.read(points)
    assert dict(parser["console_scripts"]) == {"gyosei": "pipeline.cli:main"}


def test_it_is_the_installed_one_that_runs(elsewhere: tuple[Path, Run], installed: Path) -> None:
    _, gyosei = elsewhere
    assert gyosei("--version").stdout.startswith("gyosei 0.")
    where = [sys.executable, "-c", "import pipeline; print(pipeline.__file__)"]
    environment = os.environ | {"PYTHONPATH": str(installed)}
    shown = subprocess.run(
        where, cwd=elsewhere[0], env=environment, check=True, capture_output=True, text=True
    )
    assert Path(shown.stdout.strip()).is_relative_to(installed)


def test_it_registers_and_reads_a_folder_elsewhere(elsewhere: tuple[Path, Run]) -> None:
    folder, gyosei = elsewhere
    assert (folder / "curated" / "kpi_values" / f"{KPI}.parquet").exists()
    listed = json.loads(gyosei("run", "--json").stdout)
    assert [(row["document_id"], row["status"]) for row in listed] == [(KPI, "ok"), (NEXT, "ok")]
    assert json.loads(gyosei("check", "--json", KPI, code=1).stdout)[0]["document_id"] == KPI


def test_it_exports(elsewhere: tuple[Path, Run]) -> None:
    folder, gyosei = elsewhere
    written = json.loads(gyosei("export", "--format", "xlsx", "csv", "jsonl", "duckdb", "--json").stdout)
    assert {"gyosei.xlsx", "gyosei.duckdb", "kpis.csv"} <= {Path(row["file"]).name for row in written}
    assert all((folder / row["file"]).is_file() for row in written)


def test_it_compares(elsewhere: tuple[Path, Run]) -> None:
    folder, gyosei = elsewhere
    assert gyosei("diff", KPI, NEXT, "--json", "changes.json", code=1).stdout
    assert json.loads((folder / "changes.json").read_text("utf-8"))
    assert gyosei("history").stdout


def test_it_makes_the_site(elsewhere: tuple[Path, Run]) -> None:
    folder, gyosei = elsewhere
    gyosei("site", "--out", "pages")
    assert "<html" in (folder / "pages" / "index.html").read_text("utf-8")


def test_it_explains_itself(elsewhere: tuple[Path, Run]) -> None:
    folder, gyosei = elsewhere
    assert "## kpi_values" in gyosei("schema", "kpi_values").stdout
    assert gyosei("vocabulary").stdout and gyosei("vocabulary", "--unknown").returncode == 0
    gyosei("show", "raw/" + f"{KPI}.pdf", "--page", "2", "--out", "page.png")
    assert (folder / "page.png").read_bytes().startswith(b"\x89PNG")
