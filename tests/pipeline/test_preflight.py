"""Files that cannot be read are refused in a sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from pipeline.preflight import UnreadableError, file_facts, pdf_facts
from tests.bundled import RAW


def test_a_pdf_says_its_pages_and_producer() -> None:
    facts = pdf_facts(RAW / "higashikurume_policy_report_2024.pdf")
    assert facts.page_count == 9
    assert facts.producer is not None and facts.producer.startswith("LibreOffice")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"name,value\n", "is not a PDF:"),
        (b"<!DOCTYPE html><html>", "is not a PDF but a web page"),
        (b"PK\x03\x04....", "is not a PDF but a ZIP or Office file"),
        (b"\x89PNG\r\n", "is not a PDF but a picture"),
        (b"%PDF-1.7\nnothing else", "ends in the middle"),
        (b"%PDF-1.7\nnothing else\n%%EOF\n", "is damaged"),
    ],
)
def test_what_is_no_pdf(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableError) as error:
        pdf_facts(path)
    assert said in str(error.value)


def test_an_encrypted_pdf(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path, encryption=pikepdf.Encryption(owner="owner", user="user"))
    with pytest.raises(UnreadableError, match="needs a password: save a copy without password"):
        pdf_facts(path)


def test_a_pdf_that_only_restricts_printing_is_read(tmp_path: Path) -> None:
    path = tmp_path / "restricted.pdf"
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path, encryption=pikepdf.Encryption(owner="owner", user=""))
    assert pdf_facts(path).page_count == 1


def test_a_pdf_without_pages(tmp_path: Path) -> None:
    path = tmp_path / "none.pdf"
    with pikepdf.Pdf.new() as pdf:
        pdf.save(path)
    with pytest.raises(UnreadableError, match=r"has no pages|is damaged"):
        pdf_facts(path)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is not there"):
        file_facts(tmp_path / "gone.pdf")
    with pytest.raises(UnreadableError, match="is no file"):
        file_facts(tmp_path)
