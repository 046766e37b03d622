"""Bad files end in the status that is expected of them, within their limits, and harm no other document."""

from __future__ import annotations

import random
import resource
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.document import document_rows
from pipeline.printable import STEERING
from pipeline.reading import Reading, read
from pipeline.sources import Source
from pipeline.workers import Limits, read_all
from schemas.checks import check_rows
from tests.bundled import ROOT
from tests.hostile.bad_files import bad_files, good, two_pages_one_endless
from tests.hostile.mutations import MUTATIONS, Mutation, drawn_table, in_plain_sight, mutated
from tests.hostile.pdf_syntax import one_page

EXPECTED: dict[str, list[str]] = tomllib.loads((Path(__file__).with_name("expected.toml")).read_text("utf-8"))
LIMITS = Limits(seconds=120, memory_mib=1024, page_seconds=60)
LAYOUTS = ROOT / "tests" / "layouts" / "pdf"
TRUNCATIONS, MUTANTS = 50, 70


@dataclass(frozen=True)
class Run:
    """The readings of all files by name, and what they took together."""

    readings: dict[str, Reading]
    seconds: float
    peak_mib: int


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """All files read by the same two workers, with a good one after every tenth."""
    folder = tmp_path_factory.mktemp("hostile")
    sources: list[Source] = []

    def add(name: str, content: bytes) -> None:
        path = folder / f"{name}.pdf"
        path.write_bytes(content)
        sources.append(Source(name, path))

    for number, (name, make) in enumerate(bad_files().items()):
        add(name, make())
        if number % 10 == 0:
            add(f"good_{number}", good())
    table = in_plain_sight(drawn_table(folder))
    layouts = [in_plain_sight(LAYOUTS / f"{name}.pdf") for name in ("revenue_by_item", "kpi_blocks_calc")]
    for number in range(TRUNCATIONS):
        add(f"cut_{number}", table[: len(table) * number // TRUNCATIONS])
    for number in range(MUTANTS):
        base = [table, *layouts][number % 3]
        add(f"mutant_{number}", mutated(base, number, 1 + number % 4))
    start = time.perf_counter()
    readings = {reading.document_id: reading for reading in read_all(sources, "pdfium", 2, LIMITS)}
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    assert len(readings) == len(sources)
    return Run(readings, time.perf_counter() - start, peak)


def test_every_file_is_expected_to_end_somehow() -> None:
    assert set(EXPECTED) == set(bad_files())
    assert len(EXPECTED) + TRUNCATIONS + MUTANTS > 250


@pytest.mark.parametrize("name", EXPECTED)
def test_a_bad_file_ends_as_expected(run: Run, name: str) -> None:
    status, says = EXPECTED[name]
    document = run.readings[name].document
    assert document["status"] == status, document["error"]
    assert says in (document["error"] or "")
    assert bool(says) == (document["error"] is not None)


def test_reasons_are_for_people(run: Run) -> None:
    """One line, no traceback, nothing that steers a terminal, and no error of ours."""
    for name, reading in run.readings.items():
        error = reading.document["error"] or ""
        assert "Traceback" not in error and "gyosei" not in error, f"{name}: {error}"
        assert "\n" not in error and not STEERING.search(error), name
        assert (reading.document["status"] in ("failed", "partial")) == bool(error), name


def test_a_cut_file_says_so_or_is_whole(run: Run) -> None:
    for number in range(TRUNCATIONS):
        document = run.readings[f"cut_{number}"].document
        assert document["status"] in ("failed", "partial"), document
        assert "ends in the middle" in document["error"] or "is empty" in document["error"] or number < 2


def test_nothing_takes_more_than_its_limits(run: Run) -> None:
    for name, reading in run.readings.items():
        assert reading.seconds < LIMITS.seconds + 10, name
    assert run.peak_mib <= LIMITS.memory_mib + 512, "RLIMIT_DATA does not count code and mapped files"


def test_no_other_document_is_harmed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "good.pdf"
    path.write_bytes(good())
    alone = read(Source("good", path), "pdfium")
    beside = [reading for name, reading in run.readings.items() if name.startswith("good_")]
    assert len(beside) > 10
    for reading in beside:
        assert reading.counts == alone.counts
        assert reading.document["status"] == "no_tables"
        assert reading.document["sha256"] == alone.document["sha256"]


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_each_mutation_changes_something(mutation: Mutation, tmp_path: Path) -> None:
    data = in_plain_sight(drawn_table(tmp_path))
    assert any(mutation(data, random.Random(seed)) != data for seed in range(5))


def test_figures_too_large_for_the_contract_cost_only_themselves(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(bad_files()["figures_beyond_64_bits"]())
    rows = document_rows(Source("a", path), "pdfium")
    check_rows(rows)
    assert rows["documents"][0]["status"] != "failed"
    assert "99999999999999999999" in {row["text"] for row in rows["cells"]}


def test_control_characters_are_unreadable_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(bad_files()["control_characters"]())
    for reader in ("pdfium", "pdfplumber"):
        texts = "".join(row["text"] for row in document_rows(Source("a", path), reader)["cells"])
        assert "]0;t" in texts, "what is no control character stays"
        assert not any(char in texts for char in "\x1b\x07\x9b\x7f\x00\x08\x0b"), reader


def test_a_page_beyond_its_limits_leaves_the_others(tmp_path: Path) -> None:
    """A page that hangs the reader is left out, and the document is read without it."""
    path = tmp_path / "a.pdf"
    path.write_bytes(two_pages_one_endless())
    [reading] = read_all([Source("a", path)], "pdfium", 1, Limits(60, 1024, 4))
    assert reading.document["status"] == "partial"
    assert reading.document["error"].startswith("page 2 of 3 could not be read (reading it")
    assert reading.document["table_count"] == 2
    assert not reading.lasting


def test_the_good_file_has_its_table() -> None:
    assert good() == one_page()
