"""One writer at a time; what a newer gyosei or another program wrote is not touched."""

from __future__ import annotations

import json
import multiprocessing
import os
import shlex
import signal
import subprocess
import sys
import time
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from pipeline.refusal import RefusedError
from pipeline.replacing import MEMORY, UNFINISHED
from pipeline.writing import HOLDER, LOCK, writing
from schemas.datapackage import CONTRACT
from tests.bundled import ROOT, read_folder
from tests.crash.killing import make_raw

SPAWN = multiprocessing.get_context("fork")


def hold(curated: Path, held: Event, release: Event) -> None:
    """Writes to curated/ until it is told to stop."""
    with writing(curated):
        held.set()
        release.wait(30)


def test_a_second_run_is_refused_and_told_who_holds_it(tmp_path: Path) -> None:
    held, release = SPAWN.Event(), SPAWN.Event()
    process = SPAWN.Process(target=hold, args=(tmp_path, held, release))
    process.start()
    assert held.wait(20)
    with (
        pytest.raises(RefusedError, match=rf"is being written by process {process.pid} on .* since .*--wait"),
        writing(tmp_path),
    ):
        raise AssertionError("two writers")
    release.set()
    with writing(tmp_path, wait=20):
        assert process.pid is not None
    process.join()


def test_a_killed_run_keeps_nobody_out(tmp_path: Path) -> None:
    held, release = SPAWN.Event(), SPAWN.Event()
    process = SPAWN.Process(target=hold, args=(tmp_path, held, release))
    process.start()
    assert held.wait(20) and process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert (tmp_path / MEMORY / HOLDER).exists(), "it had no time to clear up"
    with writing(tmp_path):
        pass
    assert [path.name for path in (tmp_path / MEMORY).iterdir()] == [LOCK]


def test_leftovers_of_a_killed_run_are_removed(tmp_path: Path) -> None:
    (tmp_path / "kpis").mkdir()
    leftover = tmp_path / "kpis" / f".a.parquet.1{UNFINISHED}"
    leftover.touch()
    with writing(tmp_path):
        assert not leftover.exists()


@pytest.mark.parametrize(
    ("package", "says"),
    [
        ({"name": "gyosei", "version": "99.0.0"}, "newer gyosei (contract 99.0.0"),
        ({"name": "gyosei", "version": CONTRACT.rpartition(".")[0] + ".999"}, "newer gyosei"),
        ({"name": "gyosei", "version": "new"}, "newer gyosei (contract new"),
        ({"name": "theirs"}, "not gyosei's"),
        ([], "not gyosei's"),
    ],
)
def test_what_is_not_ours_is_not_overwritten(tmp_path: Path, package: object, says: str) -> None:
    descriptor = tmp_path / "curated" / "datapackage.json"
    descriptor.parent.mkdir()
    descriptor.write_text(json.dumps(package))
    raw = make_raw(tmp_path / "raw", 1, {0})
    with pytest.raises(RefusedError) as error:
        read_folder(raw, descriptor.parent)
    assert says in str(error.value)
    assert json.loads(descriptor.read_text()) == package
    assert [path.name for path in descriptor.parent.iterdir() if path.name != MEMORY] == ["datapackage.json"]


@pytest.mark.parametrize("version", [None, "1.0.0", "0.9.0", CONTRACT])
def test_what_an_older_gyosei_wrote_is_written_anew(tmp_path: Path, version: str | None) -> None:
    told = {"name": "gyosei"} | ({"version": version} if version else {})
    (tmp_path / "datapackage.json").write_text(json.dumps(told))
    with writing(tmp_path):
        pass


def test_a_damaged_descriptor_is_not_guessed_about(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text('{"name": "gyo')
    with pytest.raises(RefusedError, match="cannot be read"), writing(tmp_path):
        pass


def command(raw: Path, curated: Path, before: str = "") -> subprocess.Popen[str]:
    """`gyosei run`, started; `before` is done in its shell."""
    arguments = [sys.executable, "-m", "pipeline", "run", "--raw", str(raw), "--curated", str(curated)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    shell = ["bash", "-c", f"{before}exec {shlex.join(arguments)}"]
    return subprocess.Popen(shell, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    raw = make_raw(tmp_path / "raw", 1, {0})
    (tmp_path / "file").touch()
    process = command(raw, tmp_path / "file" / "curated")
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 2
    assert errors.startswith("Cannot write to ") and "Traceback" not in errors


def test_a_disk_that_takes_no_more_is_said_in_a_sentence(tmp_path: Path) -> None:
    """As a full disk: files may not grow beyond a few hundred bytes. What was there stays whole."""
    raw, curated = make_raw(tmp_path / "raw", 1, {0}), tmp_path / "curated"
    read_folder(raw, curated)
    before = {path: path.read_bytes() for path in curated.rglob("*.parquet")}
    make_raw(raw, 2, {0})
    process = command(raw, curated, "ulimit -f 1; ")
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 2, errors
    assert "Cannot write to " in errors and "Traceback" not in errors
    assert {path: path.read_bytes() for path in curated.rglob("*.parquet")} == before
    assert not list(curated.rglob(f"*{UNFINISHED}"))


def test_an_interrupted_run_leaves_no_workers_and_goes_on_next_time(tmp_path: Path) -> None:
    raw, curated = make_raw(tmp_path / "raw", 1, set(range(30))), tmp_path / "curated"
    process = command(raw, curated)
    deadline = time.monotonic() + 60
    while not (curated / MEMORY / HOLDER).exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    children = _children(process.pid)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "as before or complete" in errors and "Traceback" not in errors
    assert not any(_is_alive(child) for child in children)
    assert len(read_folder(raw, curated).documents) == 30


def test_workers_end_when_only_the_run_is_killed(tmp_path: Path) -> None:
    raw, curated = make_raw(tmp_path / "raw", 1), tmp_path / "curated"
    process = command(raw, curated)
    deadline = time.monotonic() + 60
    while not (children := _children(process.pid)) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.kill()
    process.communicate(timeout=60)
    while any(map(_is_alive, children)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert children and not any(map(_is_alive, children))


def _children(pid: int) -> list[int]:
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(child) for child in told.split()]


def _is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
