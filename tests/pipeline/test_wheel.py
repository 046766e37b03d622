"""The built wheel holds all that a run needs and works outside the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bundled import RAW, ROOT

DATA = {".toml", ".csv", ".html", ".css", ".js"}


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


def test_every_data_file_is_in_it(installed: Path) -> None:
    rooms = ("extract", "normalize", "schemas", "quality", "pipeline")
    wanted = {
        path.relative_to(ROOT)
        for room in rooms
        for path in (ROOT / room).rglob("*")
        if path.suffix in DATA | {".py"}
    }
    assert {path for path in wanted if not (installed / path).exists()} == set()


def test_it_reads_a_folder_elsewhere(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "pdfs").mkdir()
    shutil.copy(RAW / "higashikurume_policy_review_2019.pdf", tmp_path / "pdfs")
    environment = os.environ | {"PYTHONPATH": str(installed)}
    where = "import pipeline; print(pipeline.__file__)"
    shown = subprocess.run(
        [sys.executable, "-c", where],
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert Path(shown.stdout.strip()).is_relative_to(installed)
    command = [sys.executable, "-m", "pipeline", "run", "--raw", "pdfs", "--curated", "out"]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert (tmp_path / "out" / "kpi_values" / "higashikurume_policy_review_2019.parquet").exists()
