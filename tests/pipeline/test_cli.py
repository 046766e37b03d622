"""The command line: exit codes, and one clear sentence for what cannot be done."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest

from pipeline.cli import main
from tests.bundled import RAW

GOOD = RAW / "higashikurume_policy_review_2019.pdf"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    shutil.copy(GOOD, folder / "good.pdf")
    return folder


def run(raw: Path, *arguments: str) -> int:
    return main(["run", "--raw", str(raw), "--curated", str(raw.parent / "out"), *arguments])


def test_all_read(raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(raw) == 0
    shown = capsys.readouterr().out
    assert "good" in shown and "pandas.read_parquet" in shown


def test_a_file_that_is_no_pdf(raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (raw / "bad.pdf").write_text("name,value")
    assert run(raw) == 1
    assert "bad: bad.pdf is not a PDF: replace it by the PDF." in capsys.readouterr().out
    assert (raw.parent / "out" / "kpi_values" / "good.parquet").exists()


def test_an_encrypted_pdf(raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(raw / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    assert run(raw) == 1
    assert "needs a password: save a copy without password." in capsys.readouterr().out


def test_a_folder_that_does_not_exist(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "none") == 2
    assert "none does not exist: name the folder of PDFs with --raw." in capsys.readouterr().err


def test_an_unknown_id(raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(raw, "--only", "god") == 2
    assert "There is no document god: did you mean good?" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written(raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (raw.parent / "out").touch()
    assert run(raw) == 2
    assert "Cannot write to" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["run", "--workers", "0"], ["run", "--reader", "none"], ["walk"]])
def test_wrong_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2


def test_the_help_shows_examples_and_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = capsys.readouterr().out
    assert "examples:" in shown and "exit codes: 0" in shown


def test_the_codebook_of_one_dataset(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "kpi_values"]) == 0
    assert "## kpi_values" in capsys.readouterr().out
    assert main(["schema", "kpi"]) == 2
    assert "There is no dataset kpi" in capsys.readouterr().err


def test_show_draws_a_page(tmp_path: Path) -> None:
    picture = tmp_path / "page.png"
    assert main(["show", str(GOOD), "--page", "1", "--out", str(picture)]) == 0
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_show_of_what_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = str(tmp_path / "page.png")
    assert main(["show", str(GOOD), "--page", "9", "--out", picture]) == 2
    assert "has 3 pages, there is no page 9" in capsys.readouterr().err
    assert main(["show", str(tmp_path / "no.pdf"), "--out", picture]) == 2
    assert "does not exist: name a PDF" in capsys.readouterr().err
