"""raw/ and curated/ at a URL give the bytes that local folders give."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import fsspec
import pytest

from pipeline.refusal import RefusedError
from pipeline.replacing import MEMORY
from pipeline.run import RunOptions, RunOutcome, run
from pipeline.sources import Source
from pipeline.storage import RemotePath, at_hand, place
from pipeline.workers import Limits
from pipeline.writing import writing
from tests.extract.pdfwriter import Drawing, write_pdf


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for name in ("a", "b"):
        drawing = Drawing()
        for at, texts in enumerate((("事業名", "予算額(千円)"), (f"{name}事業", "1,200"))):
            for x, text in zip((20, 200), texts, strict=True):
                drawing.frame(x, 40 + 20 * at, x + 180, 60 + 20 * at).text(x + 4, 54 + 20 * at, text)
        write_pdf(folder / f"{name}.pdf", drawing)
    (folder / "sources.toml").write_text('[[document]]\nfile = "b.pdf"\ntitle = "題"\n', encoding="utf-8")
    return folder


@pytest.fixture
def memory() -> Iterator[str]:
    system = fsspec.filesystem("memory")
    yield "memory://bucket"
    if system.exists("/bucket"):
        system.rm("/bucket", recursive=True)


def go(raw: Path, curated: Path, **more: object) -> RunOutcome:
    options = replace(RunOptions(raw, curated, workers=1), **more)  # type: ignore[arg-type]
    return run(options, lambda source, count, was_read: None)


def files_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.glob("*/*.parquet")} | {
        "datapackage.json": (folder / "datapackage.json").read_bytes()
    }


def files_at(url: str) -> dict[str, bytes]:
    system = fsspec.filesystem("memory")
    root = "/" + url.removeprefix("memory://")
    found = {path.removeprefix(root + "/"): system.cat_file(path) for path in system.find(root)}
    return {name: content for name, content in found.items() if not name.startswith(MEMORY)}


def test_a_url_holds_what_a_folder_holds(raw: Path, memory: str, tmp_path: Path) -> None:
    for path in raw.iterdir():
        fsspec.filesystem("memory").pipe_file(f"/bucket/raw/{path.name}", path.read_bytes())
    go(raw, tmp_path / "curated")
    outcome = go(place(f"{memory}/raw"), place(f"{memory}/curated"))
    assert [done.document["status"] for done in outcome.documents] == ["ok", "ok"]
    assert files_at(f"{memory}/curated") == files_of(tmp_path / "curated")


def test_a_second_run_reads_only_what_changed(raw: Path, memory: str) -> None:
    system = fsspec.filesystem("memory")
    for path in raw.iterdir():
        system.pipe_file(f"/bucket/raw/{path.name}", path.read_bytes())
    where = place(f"{memory}/raw"), place(f"{memory}/curated")
    go(*where)
    assert [done.reused for done in go(*where).documents] == [True, True]
    system.pipe_file("/bucket/raw/a.pdf", (raw / "b.pdf").read_bytes())
    assert {done.document["document_id"]: done.reused for done in go(*where).documents} == {
        "a": False,
        "b": True,
    }
    system.rm_file("/bucket/raw/a.pdf")
    assert go(*where).removed == ("a",)
    assert not [name for name in files_at(f"{memory}/curated") if "/a." in name]


def test_a_worker_fetches_what_lies_elsewhere(raw: Path, tmp_path: Path) -> None:
    """A URL that another process can see is fetched there; file:// alone would be a local folder."""
    go(raw, tmp_path / "curated")
    far = cast(Path, RemotePath(f"file://{raw}"))
    outcome = go(far, tmp_path / "fetched", limits=Limits())
    assert [done.document["error"] for done in outcome.documents] == [None, None]
    assert files_of(tmp_path / "fetched") == files_of(tmp_path / "curated")


def test_what_is_not_there_is_said(raw: Path, memory: str) -> None:
    system = fsspec.filesystem("memory")
    system.pipe_file("/bucket/raw/sources.toml", (raw / "sources.toml").read_bytes())
    [done] = go(place(f"{memory}/raw"), place(f"{memory}/curated")).documents
    assert done.document["status"] == "failed"
    assert "b.pdf is listed in sources.toml and is not there" in done.document["error"]


def test_parts_are_written_aside_and_the_documents_part_last(memory: str) -> None:
    steps: list[str] = []

    class Told(type(fsspec.filesystem("memory"))):  # type: ignore[misc]
        cachable = False

        def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **more: object) -> None:
            steps.append(f"write {path.rpartition('/')[2]}")
            super().pipe_file(path, value, mode, **more)

        def mv(self, one: str, other: str, **more: object) -> None:
            steps.append(f"move {one.rpartition('/')[2]} {other.rpartition('/')[2]}")
            super().mv(one, other, **more)

    fsspec.register_implementation("told", Told, clobber=True)
    Told.protocol = "told"
    target = RemotePath("told://bucket/curated/kpis/a.parquet")
    target.write_aside(b"1")
    target.write_aside(b"1")
    assert steps == ["write .a.parquet.unfinished", "move .a.parquet.unfinished a.parquet"]
    assert target.read_bytes() == b"1"


def test_a_file_is_written_as_its_bytes_are(memory: str, tmp_path: Path) -> None:
    content, target = tmp_path / "part", RemotePath(f"{memory}/curated/kpis/a.parquet")
    for held in (b"1", b"1", b"2", b"longer"):
        content.write_bytes(held)
        target.write_aside(content)
        assert target.read_bytes() == held
    assert [path.name for path in target.parent.iterdir()] == ["a.parquet"]


def test_a_newer_contract_is_refused_at_a_url(memory: str) -> None:
    package = json.dumps({"name": "gyosei", "version": "99.0.0"}).encode()
    fsspec.filesystem("memory").pipe_file("/bucket/curated/datapackage.json", package)
    with pytest.raises(RefusedError, match="newer gyosei"), writing(place(f"{memory}/curated")):
        raise AssertionError("not reached")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("raw", Path("raw")),
        ("file:///data/raw", Path("/data/raw")),
        ("memory://a/b/", RemotePath("memory://a/b")),
        ("s3://bucket/raw", RemotePath("s3://bucket/raw")),
    ],
)
def test_places(text: str, found: object) -> None:
    assert place(text) == found


def test_an_absent_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(url: str) -> None:
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr("fsspec.core.url_to_fs", absent)
    with pytest.raises(RefusedError, match=r"pip install 'gyosei\[s3\]'"):
        place("s3://absent-driver/raw").exists()


def test_an_unknown_protocol_is_refused() -> None:
    with pytest.raises(RefusedError, match="no address that can be read"):
        place("nowhere://a/b").exists()


def test_paths_have_the_parts_of_paths() -> None:
    path = RemotePath("s3://bucket/curated") / "kpis" / "a.b.parquet"
    assert (path.name, path.stem, path.suffix) == ("a.b.parquet", "a.b", ".parquet")
    assert path.parent == RemotePath("s3://bucket/curated/kpis")
    assert path.relative_to(RemotePath("s3://bucket/curated")).as_posix() == "kpis/a.b.parquet"


def test_a_copy_goes_in_the_end(memory: str) -> None:
    fsspec.filesystem("memory").pipe_file("/bucket/a.pdf", b"%PDF-")
    with at_hand(Source("a", place("memory://bucket/a.pdf"))) as source:
        assert source.path.read_bytes() == b"%PDF-"
    assert not source.path.exists()
