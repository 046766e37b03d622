"""Files replaced whole, and several of them as one: after a kill at any moment it is taken to its end.

New contents are staged beside their places and synced. Where more than one file changes, a journal says
what is to be done; from then on the change will happen: the next run finishes what a killed one began.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pipeline.storage import CHUNK, Content, remote, same_bytes, size_of

UNFINISHED = ".unfinished"
MEMORY = ".gyosei"
"""Folder in curated/ for what is not data: journals, the lock, what the parts were made from."""
JOURNAL = ".replacing"

Step = tuple[str | None, str]
"""A staged file and its place, relative to the root; None: the file at the place goes."""


def write_whole(target: Path, content: Content) -> None:
    """Replaces one file, whole or not at all; left alone when it holds these bytes already.

    The content may be that of another file, which stays as it is.
    """
    far = remote(target)
    if far is not None:
        far.write_aside(content)
        return
    if _same(target, content):
        return
    temporary = _stage(target, content)
    try:
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def replace_together(
    root: Path, name: str, contents: Mapping[Path, Content], removed: Iterable[Path] = ()
) -> None:
    """Replaces and removes files below `root` as one change, in the order given.

    `name` is that of the journal. Before the journal is written every file is as before; from then on
    the change is carried to its end, by `finish_all` if need be. Files whose bytes are the same are left
    alone. Where `root` is no local folder the files are replaced one after the other, without a journal.
    Raises OSError.
    """
    if remote(root) is not None:
        for target, content in contents.items():
            write_whole(target, content)
        for path in removed:
            path.unlink(missing_ok=True)
        return
    staged: list[Path] = []
    steps: list[Step] = []
    journal = root / MEMORY / f"{name}{JOURNAL}"
    try:
        for target, content in contents.items():
            if not _same(target, content):
                staged.append(_stage(target, content))
                steps.append((_within(root, staged[-1]), _within(root, target)))
        steps += [(None, _within(root, path)) for path in removed]
        if len(steps) > 1:
            for folder in {path.parent for path in staged}:
                _sync_folder(folder)
            write_whole(journal, json.dumps(steps).encode())
    except BaseException:
        for path in staged:
            path.unlink(missing_ok=True)
        raise
    try:
        _finish(root, steps)
    except BaseException:
        # Ctrl-C between two files: the rest takes less than a moment
        with contextlib.suppress(OSError):
            _finish(root, steps)
            journal.unlink(missing_ok=True)
        raise
    if len(steps) > 1:
        journal.unlink(missing_ok=True)


def finish_all(root: Path) -> list[str]:
    """The names of the changes that a killed run left half done and that are finished now.

    What was staged without a journal is removed: its files are as before.
    """
    finished: list[str] = []
    for journal in sorted((root / MEMORY).glob(f"*{JOURNAL}")):
        try:
            steps = [(staged, target) for staged, target in json.loads(journal.read_text("utf-8"))]
        except (ValueError, TypeError):
            steps = []
        _finish(root, steps)
        journal.unlink(missing_ok=True)
        finished.append(journal.name.removesuffix(JOURNAL))
    for leftover in (*root.glob(f".*{UNFINISHED}"), *root.glob(f"*/.*{UNFINISHED}")):
        leftover.unlink(missing_ok=True)
    return finished


def _finish(root: Path, steps: Sequence[Step]) -> None:
    for staged, target in steps:
        if staged is None:
            (root / target).unlink(missing_ok=True)
        else:
            with contextlib.suppress(FileNotFoundError):
                os.replace(root / staged, root / target)
    for folder in {(root / target).parent for _, target in steps}:
        _sync_folder(folder)


def _within(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _stage(target: Path, content: Content) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.parent / f".{target.name}.{os.getpid()}{UNFINISHED}"
    try:
        with temporary.open("wb") as file:
            if isinstance(content, Path):
                with content.open("rb") as source:
                    shutil.copyfileobj(source, file, CHUNK)
            else:
                file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _same(target: Path, content: Content) -> bool:
    try:
        if target.stat().st_size != size_of(content):
            return False
        with target.open("rb") as held:
            return same_bytes(held, content)
    except OSError:
        return False


def _sync_folder(folder: Path) -> None:
    """Makes renames last through a power cut, where the file system knows how."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
