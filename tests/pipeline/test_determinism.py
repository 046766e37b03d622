"""The same input gives the same bytes, whatever the environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bundled import RAW, ROOT
from tests.crash.killing import make_raw

BUNDLED = "higashikurume_policy_review_2019.pdf"

ENVIRONMENTS = {
    "other workers and hashes": {"workers": "3", "PYTHONHASHSEED": "4242"},
    "no locale, another timezone": {"LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Kiritimati"},
    "another place and locale": {"folder": "深い/場所 with spaces", "LC_ALL": "tr_TR.UTF-8"},
    "optimized, another umask": {"PYTHONOPTIMIZE": "1", "umask": "077"},
}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a run in the environment of the tests writes."""
    return run(tmp_path_factory.mktemp("plain"), {})


def run(folder: Path, setting: dict[str, str]) -> dict[str, bytes]:
    """What a run over small documents and a bundled one writes below `folder`, by name."""
    inside = folder / setting.get("folder", "a")
    raw = make_raw(inside / "raw", 1)
    shutil.copy(RAW / BUNDLED, raw)
    (raw / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing\n%%EOF\n")
    environment = {name: value for name, value in setting.items() if name.isupper()}
    command = [sys.executable, "-m", "pipeline", "run", "--workers", setting.get("workers", "1")]
    done = subprocess.run(
        command,
        cwd=inside,
        env=os.environ | {"PYTHONHASHSEED": "1"} | environment | {"PYTHONPATH": str(ROOT)},
        umask=int(setting.get("umask", "-1"), 8),
        check=False,
        capture_output=True,
    )
    assert done.returncode == 1, "one document is broken"
    curated = inside / "curated"
    return {
        path.relative_to(curated).as_posix(): path.read_bytes()
        for path in sorted(curated.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("setting", ENVIRONMENTS)
def test_the_environment_makes_no_difference(plain: dict[str, bytes], tmp_path: Path, setting: str) -> None:
    other = run(tmp_path, ENVIRONMENTS[setting])
    assert other.keys() == plain.keys()
    assert [name for name in plain if plain[name] != other[name]] == []


def test_something_was_written(plain: dict[str, bytes]) -> None:
    assert len(plain) > 60 and "datapackage.json" in plain
