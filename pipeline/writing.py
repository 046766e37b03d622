"""One writer at a time in curated/, and only one that knows the contract of what lies there."""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline.parts import DESCRIPTOR
from pipeline.refusal import RefusedError
from pipeline.replacing import MEMORY, finish_all, write_whole
from pipeline.storage import remote
from schemas.datapackage import CONTRACT, NAME

LOCK, HOLDER = "lock", "holder.json"


@contextlib.contextmanager
def writing(curated: Path, wait: float = 0.0) -> Iterator[None]:
    """Holds the right to write to curated/, which is made where it is missing, and mended.

    The system gives the lock back when a run is killed, so that a dead one keeps nobody out. Raises
    RefusedError that names the holder when another run holds it for more than `wait` seconds, and where
    a newer gyosei or another program wrote what lies there; OSError when nothing can be written. Where
    curated/ is no local folder nobody is kept out.
    """
    if remote(curated) is not None:
        _assert_known(curated)
        yield
        return
    memory = curated / MEMORY
    memory.mkdir(parents=True, exist_ok=True)
    lock = FileLock(memory / LOCK, timeout=wait)
    try:
        lock.acquire()
    except Timeout:
        raise RefusedError(
            f"{curated} is being written by {_holder(memory)}: run again when it is done, "
            "or wait for it with --wait SECONDS."
        ) from None
    try:
        _assert_known(curated)
        started = datetime.now(UTC).astimezone().isoformat(" ", "minutes")
        told = {"pid": os.getpid(), "host": socket.gethostname(), "started": started}
        write_whole(memory / HOLDER, json.dumps(told).encode())
        finish_all(curated)
        yield
    finally:
        with contextlib.suppress(OSError):
            (memory / HOLDER).unlink(missing_ok=True)
        lock.release()


def _holder(memory: Path) -> str:
    try:
        told = json.loads((memory / HOLDER).read_text("utf-8"))
        return f"process {told['pid']} on {told['host']} since {told['started']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another run"


def _assert_known(curated: Path) -> None:
    """Raises RefusedError where datapackage.json is of a newer contract, or of something else."""
    try:
        package = json.loads((curated / DESCRIPTOR).read_text("utf-8"))
    except FileNotFoundError:
        return
    except (ValueError, OSError) as error:
        raise RefusedError(
            f"{curated / DESCRIPTOR} cannot be read ({error}): restore it, or remove it if the folder may be "
            "written anew."
        ) from error
    if not isinstance(package, dict) or package.get("name") != NAME:
        raise RefusedError(
            f"{curated} holds a data package that is not gyosei's: name another folder with --curated."
        )
    version = str(package.get("version", CONTRACT))
    if not _is_known(version):
        raise RefusedError(
            f"{curated} was written by a newer gyosei (contract {version}, this one writes {CONTRACT}): "
            "update gyosei, or name another folder with --curated."
        )


def _is_known(version: str) -> bool:
    """Whether a contract is of our major version and not younger than ours."""
    try:
        theirs = tuple(int(part) for part in version.split("."))
    except ValueError:
        return False
    return theirs <= tuple(int(part) for part in CONTRACT.split("."))
