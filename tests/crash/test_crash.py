"""A run killed at any moment leaves each document as before or complete, and the next run mends the rest."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import replacing
from pipeline.parts import part_path, write_parts
from pipeline.replacing import JOURNAL, UNFINISHED, finish_all, replace_together
from schemas.dataset import datasets
from tests.crash.killing import kill_runs, start_fork

OLD = {name: b"old " + name.encode() for name in datasets()}
NEW = {name: b"new " + name.encode() for name in datasets()}
STEPS = ("replace", "fsync", "open", "unlink")
"""The calls between which a run can be killed: what they do is done whole or not at all."""


def test_runs_killed_at_random_moments(tmp_path: Path) -> None:
    killed = kill_runs(tmp_path, 10, 7, start_fork, 0.7)
    assert killed.broken == []
    assert killed.kills == 10 and killed.too_late < 10 and killed.writing > 0


def killed_at(step: int, change: Callable[[], None]) -> bool:
    """Makes the change in a child that is gone before its step-th call; False when it came to its end."""
    child = os.fork()
    if child == 0:
        left = step

        def watched(call: Callable[..., object]) -> Callable[..., object]:
            def run(*arguments: object, **named: object) -> object:
                nonlocal left
                if left == 0:
                    os._exit(9)
                left -= 1
                return call(*arguments, **named)

            return run

        for name in STEPS:
            setattr(os, name, watched(getattr(os, name)))
        change()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 9


def states(curated: Path) -> set[str]:
    """'old', 'new', 'none': of which contents the parts are."""
    found = [part_path(curated, name, "a") for name in datasets()]
    return {path.read_bytes().decode().split()[0] if path.exists() else "none" for path in found}


def left_over(curated: Path) -> list[str]:
    return [path.name for path in curated.rglob("*") if path.name.endswith((UNFINISHED, JOURNAL))]


@pytest.mark.parametrize("former", ["old", "none"])
def test_a_kill_at_every_step_of_writing_parts(tmp_path: Path, former: str) -> None:
    for step in range(1000):
        curated = tmp_path / str(step)
        if former == "old":
            write_parts(curated, "a", OLD)
        if not killed_at(step, lambda curated=curated: write_parts(curated, "a", NEW)):  # type: ignore[misc]
            break
        halfway = len(states(curated)) > 1
        assert not halfway or finish_all(curated) == ["a"], f"step {step} leaves a document half"
        finish_all(curated)
        assert states(curated) in ({former}, {"new"}), f"step {step}"
        assert left_over(curated) == []
    assert step > 3 * len(datasets()), "every part is staged, synced and renamed"
    assert states(curated) == {"new"} and left_over(curated) == []


def test_a_kill_at_every_step_of_removing_a_document(tmp_path: Path) -> None:
    for step in range(1000):
        curated = tmp_path / str(step)
        write_parts(curated, "a", OLD)
        parts = [part_path(curated, name, "a") for name in datasets()]
        listing = {curated / "datapackage.json": b"{}"}
        change = lambda: replace_together(curated, "datapackage", listing, parts)  # noqa: B023, E731
        if not killed_at(step, change):
            break
        finish_all(curated)
        assert states(curated) in ({"old"}, {"none"}), f"step {step}"
        assert (states(curated) == {"none"}) == (curated / "datapackage.json").exists()
        assert left_over(curated) == []
    assert step > len(datasets()) and states(curated) == {"none"}


def test_an_interrupt_between_two_files_is_carried_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_parts(tmp_path, "a", OLD)
    replace = os.replace
    calls = 0

    def interrupted(source: Path, target: Path) -> None:
        nonlocal calls
        calls += 1
        if calls == 4:
            raise KeyboardInterrupt
        replace(source, target)

    monkeypatch.setattr(replacing.os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_parts(tmp_path, "a", NEW)
    assert states(tmp_path) == {"new"} and left_over(tmp_path) == []


@pytest.mark.parametrize("code", [28, 30, 122], ids=["no space", "read-only", "quota"])
@pytest.mark.parametrize("step", [1, 4, 8, 9, 10])
def test_a_disk_that_takes_no_more_leaves_the_document_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int, code: int
) -> None:
    write_parts(tmp_path, "a", OLD)
    sync = os.fsync
    calls = 0

    def full(descriptor: int) -> None:
        nonlocal calls
        calls += 1
        if calls >= step:
            raise OSError(code, os.strerror(code))
        sync(descriptor)

    monkeypatch.setattr(replacing.os, "fsync", full)
    with contextlib.suppress(OSError):
        write_parts(tmp_path, "a", NEW)
    monkeypatch.undo()
    finish_all(tmp_path)
    assert states(tmp_path) in ({"old"}, {"new"}) and left_over(tmp_path) == []
    assert step > len(datasets()) or states(tmp_path) == {"old"}
