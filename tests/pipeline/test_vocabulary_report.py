"""`gyosei vocabulary`: unknown labels by the figures that wait for them, and what is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.records import DocumentRecords, Place, Unknown
from pipeline.cli import main
from pipeline.document import _unknown_labels
from pipeline.findings import finding, numbered
from pipeline.parts import part_bytes
from pipeline.sources import Source
from pipeline.vocabulary_report import figures_waiting, known_words, unknown_labels, waiting_message
from schemas.dataset import Row, datasets
from schemas.vocabulary import load_vocabulary

PLACE = Place(3, (10.0, 20.0, 30.0, 40.0), "t001")


def findings_of(document_id: str, *unknown: tuple[str, int]) -> list[Row]:
    """The findings that a document with these unknown labels gives."""
    records = DocumentRecords(unknown=tuple(Unknown(label, count, PLACE) for label, count in unknown))
    other = finding("text_not_understood", "warning", "kpi_values", "v0001", "?")
    return numbered(document_id, [other, *_unknown_labels(Source(document_id, Path("a.pdf")), records)])


def write(curated: Path, document_id: str, rows: list[Row]) -> None:
    folder = curated / "findings"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{document_id}.parquet").write_bytes(part_bytes(datasets()["findings"], rows))


def test_the_message_tells_the_number_of_figures() -> None:
    assert figures_waiting(waiting_message(12)) == 12
    assert figures_waiting("Something else; 12 figures wait for it.") == 0


def test_labels_are_ordered_by_the_figures_that_wait() -> None:
    rows = findings_of("a", ("来場見積", 2), ("３か年計", 9)) + findings_of("b", ("特記欄", 4))
    assert [(w.label, w.figures) for w in unknown_labels(rows)] == [
        ("３か年計", 9),
        ("特記欄", 4),
        ("来場見積", 2),
    ]


def test_prints_of_one_label_are_counted_together() -> None:
    rows = findings_of("a", ("事 業 の\n成 果", 5)) + findings_of("b", ("事業の成果", 3))
    (waiting,) = unknown_labels(rows)
    assert (waiting.figures, waiting.documents, waiting.place) == (8, ("a", "b"), "a, page 3")


def test_the_command_lists_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "a", findings_of("a", ("来場見積", 2)))
    write(tmp_path, "b", findings_of("b", ("３か年計", 9)))
    assert main(["vocabulary", "--unknown", "--curated", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert shown.index("３か年計") < shown.index("来場見積")


def test_the_command_says_when_nothing_waits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "a", findings_of("a"))
    assert main(["vocabulary", "--unknown", "--curated", str(tmp_path)]) == 0
    assert "No figures wait for a label." in capsys.readouterr().out


def test_the_command_needs_a_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["vocabulary", "--unknown", "--curated", str(tmp_path / "none")]) == 2
    assert "run `gyosei run` first" in capsys.readouterr().err


def test_the_words_are_listed_by_what_they_say(capsys: pytest.CaptureFixture[str]) -> None:
    told = dict(known_words(load_vocabulary()))
    assert "目標値" in told["role.target"]
    assert "国庫支出金" in told["component"]
    assert "小計" in told["total_row"]
    assert main(["vocabulary"]) == 0
    assert "role.target" in capsys.readouterr().out
