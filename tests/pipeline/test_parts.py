"""Parts are replaced whole, and the same rows give the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import replacing
from pipeline.parts import digest_of_parts, part_bytes, part_path, stale_documents, write_parts
from schemas.dataset import datasets

OLD = {name: b"old " + name.encode() for name in datasets()}
NEW = {name: b"new " + name.encode() for name in datasets()}


def contents(curated: Path) -> dict[str, bytes]:
    return {name: part_path(curated, name, "a").read_bytes() for name in datasets()}


def leftovers(curated: Path) -> list[Path]:
    return [path for path in curated.rglob("*") if path.name.endswith(replacing.UNFINISHED)]


def test_the_same_rows_give_the_same_bytes() -> None:
    rows = [
        {"document_id": "a", "programme_id": "g001", "name": "窓口", "is_reprint": False, "page": 1}
        | {"x0": 0.5, "y0": 1.0, "x1": 2.0, "y1": 3.0, "table_id": "t001"}
    ]
    dataset = datasets()["programmes"]
    assert part_bytes(dataset, rows) == part_bytes(dataset, rows)


def test_a_part_may_be_what_another_file_holds(tmp_path: Path) -> None:
    """The file stays as it is; a part that holds the same already is left alone."""
    files = {name: tmp_path / f"{name}.new" for name in datasets()}
    for name, path in files.items():
        path.write_bytes(NEW[name])
    curated = tmp_path / "curated"
    write_parts(curated, "a", OLD)
    write_parts(curated, "a", files)
    assert contents(curated) == NEW
    assert {name: path.read_bytes() for name, path in files.items()} == NEW
    before = part_path(curated, "cells", "a").stat().st_ino
    write_parts(curated, "a", files)
    assert part_path(curated, "cells", "a").stat().st_ino == before
    files["cells"].write_bytes(b"NEW cells")
    write_parts(curated, "a", files)
    assert contents(curated) == NEW | {"cells": b"NEW cells"}


def test_the_documents_part_comes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    renamed: list[str] = []
    replace = replacing.os.replace

    def watch(source: Path, target: Path) -> None:
        renamed.append(target.parent.name)
        replace(source, target)

    monkeypatch.setattr(replacing.os, "replace", watch)
    write_parts(tmp_path, "a", NEW)
    assert renamed[-1] == "documents"
    assert contents(tmp_path) == NEW


def test_a_full_disk_leaves_the_document_as_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_parts(tmp_path, "a", OLD)
    calls = 0
    sync = replacing.os.fsync

    def full(descriptor: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise OSError(28, "No space left on device")
        sync(descriptor)

    monkeypatch.setattr(replacing.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_parts(tmp_path, "a", NEW)
    assert contents(tmp_path) == OLD
    assert leftovers(tmp_path) == []


def test_a_part_of_the_same_bytes_is_left_alone(tmp_path: Path) -> None:
    write_parts(tmp_path, "a", OLD)
    before = part_path(tmp_path, "kpis", "a").stat().st_mtime_ns
    write_parts(tmp_path, "a", OLD | {"cells": b"new"})
    assert part_path(tmp_path, "kpis", "a").stat().st_mtime_ns == before
    assert part_path(tmp_path, "cells", "a").read_bytes() == b"new"


def test_documents_that_are_gone_are_named(tmp_path: Path) -> None:
    write_parts(tmp_path, "a", OLD)
    write_parts(tmp_path, "b", OLD)
    part_path(tmp_path, "documents", "b").unlink()
    assert stale_documents(tmp_path, ["a"]) == ["b"], "also when its documents part is lost"
    assert stale_documents(tmp_path, ["a", "b"]) == []


def test_a_folder_that_is_none_of_ours_is_not_cleaned(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "theirs.parquet").touch()
    assert stale_documents(tmp_path, []) == []


def test_the_digest_sees_a_lost_or_changed_part(tmp_path: Path) -> None:
    write_parts(tmp_path, "a", OLD)
    digest = digest_of_parts(tmp_path, "a")
    part_path(tmp_path, "cells", "a").write_bytes(b"x")
    assert digest_of_parts(tmp_path, "a") != digest
    part_path(tmp_path, "cells", "a").unlink()
    assert digest_of_parts(tmp_path, "a") is None
