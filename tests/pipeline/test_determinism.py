"""The same input gives the same bytes, whatever the environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bundled import RAW, ROOT

DOCUMENTS = ("higashikurume_kpi_2024.pdf", "higashikurume_policy_review_2019.pdf")


def test_hash_seed_locale_timezone_and_folder_make_no_difference(tmp_path: Path) -> None:
    one = run(tmp_path / "a", PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    other = run(tmp_path / "deep" / "er" / "b", PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="Asia/Tokyo")
    assert one == other


def run(folder: Path, **environment: str) -> dict[str, bytes]:
    """What a run over two documents copied to `folder` writes, by name."""
    raw = folder / "raw"
    raw.mkdir(parents=True)
    for name in DOCUMENTS:
        shutil.copy(RAW / name, raw)
    command = [sys.executable, "-m", "pipeline", "run", "--workers", "1"]
    paths = os.environ | environment | {"PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=folder, env=paths, check=True, capture_output=True)
    curated = folder / "curated"
    return {
        path.relative_to(curated).as_posix(): path.read_bytes()
        for path in sorted(curated.rglob("*"))
        if path.is_file()
    }
