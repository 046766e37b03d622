"""A run: what is read again, what is removed, what one bad file costs."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.workers import Limits
from schemas.dataset import datasets
from tests.bundled import RAW, read_folder

GOOD = "higashikurume_policy_review_2019.pdf"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """A folder with one good document and two that are none."""
    folder = tmp_path / "raw"
    folder.mkdir()
    shutil.copy(RAW / GOOD, folder / "good.pdf")
    (folder / "page.pdf").write_bytes(b"<html>404</html>")
    (folder / "cut.pdf").write_bytes((RAW / GOOD).read_bytes()[:3000])
    return folder


def statuses(curated: Path) -> dict[str, str]:
    rows = pq.read_table(curated / "documents").to_pylist()
    return {row["document_id"]: row["status"] for row in rows}


def hashes(curated: Path) -> dict[str, str]:
    return {
        path.relative_to(curated).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(curated.rglob("*"))
        if path.is_file()
    }


def test_bad_files_cost_only_themselves(raw: Path, tmp_path: Path) -> None:
    curated = tmp_path / "curated"
    outcome = read_folder(raw, curated)
    assert statuses(curated) == {"cut": "failed", "good": "ok", "page": "failed"}
    errors = {done.document["document_id"]: done.document["error"] for done in outcome.documents}
    assert errors["page"] == "page.pdf is not a PDF but a web page: replace it by the PDF."
    findings = pq.read_table(curated / "findings" / "page.parquet").to_pylist()
    assert [finding["rule"] for finding in findings] == ["document_failed"]
    for name in datasets():
        assert pq.read_table(curated / name).num_rows >= 0, "a folder opens as one dataset"


def test_a_second_run_reads_nothing_and_changes_nothing(raw: Path, tmp_path: Path) -> None:
    curated = tmp_path / "curated"
    read_folder(raw, curated)
    before = hashes(curated)
    outcome = read_folder(raw, curated)
    assert {done.document["document_id"] for done in outcome.documents if done.reused} == {
        *("cut", "good", "page")
    }
    assert hashes(curated) == before


def test_what_is_current_is_not_even_opened(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run over a thousand unchanged documents hashes files; it parses no PDF and no Parquet."""
    curated = tmp_path / "curated"
    read_folder(raw, curated)
    opened: list[object] = []
    monkeypatch.setattr("pipeline.workers._start", lambda *arguments: opened.append(arguments))
    monkeypatch.setattr("pyarrow.parquet.read_table", opened.append)
    monkeypatch.setattr("pipeline.replacing._stage", lambda *arguments: opened.append(arguments))
    monkeypatch.setattr("pipeline.writing.write_whole", lambda *arguments: None)
    outcome = read_folder(raw, curated)
    assert opened == []
    assert len(outcome.documents) == 3


def test_what_a_limit_ended_is_tried_again(raw: Path, tmp_path: Path) -> None:
    curated = tmp_path / "curated"
    read_folder(raw, curated, only=("good",), limits=Limits(seconds=0.001))
    assert statuses(curated) == {"good": "failed"}
    read_folder(raw, curated, only=("good",))
    assert statuses(curated) == {"good": "ok"}


def test_the_same_bytes_with_one_worker_and_with_force(raw: Path, tmp_path: Path) -> None:
    read_folder(raw, tmp_path / "one", workers=1)
    read_folder(raw, tmp_path / "two", workers=2)
    read_folder(raw, tmp_path / "two", workers=2, force=True)
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")


@pytest.mark.parametrize("damage", ["lost", "edited"])
def test_a_damaged_part_is_made_again(raw: Path, tmp_path: Path, damage: str) -> None:
    curated = tmp_path / "curated"
    read_folder(raw, curated)
    before = hashes(curated)
    part = curated / "cells" / "good.parquet"
    if damage == "lost":
        part.unlink()
    else:
        part.write_bytes(part.read_bytes()[:-1])
    read_folder(raw, curated)
    assert hashes(curated) == before


def test_a_changed_entry_is_read_again(raw: Path, tmp_path: Path) -> None:
    curated = tmp_path / "curated"
    read_folder(raw, curated)
    (raw / "sources.toml").write_text('[[document]]\nfile = "good.pdf"\nmunicipality_code = "132225"\n')
    read_folder(raw, curated)
    [row] = pq.read_table(curated / "documents" / "good.parquet").to_pylist()
    assert (row["municipality_code"], row["municipality_name"]) == ("132225", "東久留米市")


def test_what_is_gone_from_raw_goes_from_curated(raw: Path, tmp_path: Path) -> None:
    curated = tmp_path / "curated"
    read_folder(raw, curated)
    (raw / "cut.pdf").unlink()
    outcome = read_folder(raw, curated)
    assert outcome.removed == ("cut",)
    assert set(statuses(curated)) == {"good", "page"}
    assert not list(curated.rglob("cut.*"))


def test_only_reads_the_named_and_keeps_the_others(raw: Path, tmp_path: Path) -> None:
    curated = tmp_path / "curated"
    read_folder(raw, curated)
    outcome = read_folder(raw, curated, only=("page",), force=True)
    assert [done.document["document_id"] for done in outcome.documents] == ["page"]
    assert set(statuses(curated)) == {"cut", "good", "page"}


@pytest.mark.parametrize(
    ("limits", "said"),
    [(Limits(seconds=0.001), "took more than 0.001 seconds"), (Limits(memory_mib=8), "memory")],
)
def test_a_document_beyond_its_limits_fails_alone(
    raw: Path, tmp_path: Path, limits: Limits, said: str
) -> None:
    outcome = read_folder(raw, tmp_path / "curated", only=("good",), limits=limits)
    [done] = outcome.documents
    assert done.document["status"] == "failed"
    assert said in done.document["error"] or "MiB allowed" in done.document["error"]


def test_real_publications_are_all_accounted_for(real_pdfs: Path, tmp_path: Path) -> None:
    outcome = read_folder(real_pdfs, tmp_path)
    assert len(outcome.documents) == len(list(real_pdfs.glob("*.pdf")))
    assert pq.read_table(tmp_path / "documents").num_rows == len(outcome.documents)
    assert not [done.document["error"] for done in outcome.documents if done.document["status"] == "failed"]
