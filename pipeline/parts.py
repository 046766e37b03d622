"""The parts of a document in curated/: Parquet bytes, and how they come to lie there whole."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pyarrow.parquet as pq

from schemas.arrow import arrow_table
from schemas.dataset import Dataset, Row, datasets

LAST = "documents"
"""The dataset whose part is written last: what it says of a document is then true of all others."""

UNFINISHED = ".unfinished"
DESCRIPTOR = "datapackage.json"


def part_bytes(dataset: Dataset, rows: Sequence[Row]) -> bytes:
    """The part as the bytes of a Parquet file; the same rows give the same bytes.

    Written with fixed options, one row group, and no metadata but the schema.
    """
    buffer = io.BytesIO()
    pq.write_table(
        arrow_table(dataset, rows),
        buffer,
        compression="zstd",
        compression_level=9,
        version="2.6",
        data_page_version="1.0",
        use_dictionary=True,
        write_statistics=True,
        row_group_size=max(1, len(rows)),
    )
    return buffer.getvalue()


def part_path(curated: Path, dataset: str, document_id: str) -> Path:
    """Where the part of a document lies: curated/<dataset>/<document_id>.parquet."""
    return curated / dataset / f"{document_id}.parquet"


def write_parts(curated: Path, document_id: str, parts: Mapping[str, bytes]) -> None:
    """Replaces all parts of a document.

    Every part is written beside its place and synced before the first is renamed, the documents
    part last. Parts whose bytes are the same are left alone. Raises OSError.
    """
    names = sorted(parts, key=lambda name: (name == LAST, name))
    staged: list[tuple[Path, Path]] = []
    try:
        for name in names:
            target = part_path(curated, name, document_id)
            if not _same(target, parts[name]):
                staged.append((_stage(target, parts[name]), target))
        for temporary, target in staged:
            os.replace(temporary, target)
    except BaseException:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
        raise
    for folder in {target.parent for _, target in staged}:
        _sync_folder(folder)


def write_whole(target: Path, content: bytes) -> None:
    """Replaces one file, whole or not at all; left alone when it holds these bytes already."""
    if _same(target, content):
        return
    temporary = _stage(target, content)
    try:
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def remove_stale(curated: Path, keep: Iterable[str]) -> list[str]:
    """Removes the parts of documents that are no longer in raw/, and leftovers of killed runs.

    Returns the ids removed. The documents part goes first, so that no document is said to be there
    whose values are not. A folder without datapackage.json is none of ours: nothing is removed.
    """
    kept = set(keep)
    removed: set[str] = set()
    if not (curated / DESCRIPTOR).exists():
        return []
    for name in [LAST, *(name for name in datasets() if name != LAST)]:
        folder = curated / name
        if not folder.is_dir():
            continue
        for leftover in folder.glob(f".*{UNFINISHED}"):
            leftover.unlink(missing_ok=True)
        for part in folder.glob("*.parquet"):
            if part.stem not in kept:
                part.unlink(missing_ok=True)
                removed.add(part.stem)
    return sorted(removed)


def digest_of_parts(curated: Path, document_id: str) -> str | None:
    """One hash over all parts of a document as they lie there, None when one is missing."""
    digest = hashlib.sha256()
    for name in datasets():
        path = part_path(curated, name, document_id)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _stage(target: Path, content: bytes) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.parent / f".{target.name}.{os.getpid()}{UNFINISHED}"
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _same(target: Path, content: bytes) -> bool:
    try:
        return target.stat().st_size == len(content) and target.read_bytes() == content
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
