"""Files that cannot be read are refused in a sentence that says what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pikepdf
import pytest

from pipeline.preflight import UnreadableError, file_facts, pdf_facts
from pipeline.unpacked_size import MOST_UNPACKED, largest_stream
from tests.bundled import RAW
from tests.hostile.bad_files import bad_files, good
from tests.hostile.pdf_syntax import zeros


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


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("thirty_thousand_pages", "has 30,000 pages, and more than 20,000 are not read"),
        ("tree_names_itself", "no page that can be read: the page tree does not lead to it"),
        ("page_of_half_a_kilometre", "it is 1,500,000 points long"),
        ("page_cropped_away", "it has no size"),
        ("content_unpacks_twice", "unpacks to more than 256 MiB"),
        ("password_rc4_40", "needs a password"),
        ("encrypted_by_nobody", "in a way that is not known"),
        ("half", "ends in the middle"),
    ],
)
def test_what_is_refused(tmp_path: Path, name: str, said: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(bad_files()[name]())
    with pytest.raises(UnreadableError) as error:
        pdf_facts(path)
    assert said in str(error.value)


def test_a_page_that_cannot_be_read_does_not_lose_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(bad_files()["some_kids_are_nothing"]())
    facts = pdf_facts(path)
    assert facts.page_count == 3
    assert set(facts.unusable) == {1, 3}


def test_a_good_file_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(good())
    facts = pdf_facts(path)
    assert (facts.page_count, dict(facts.unusable), facts.is_cut) == (1, {}, False)
    path.write_bytes(good()[:-6])
    assert not pdf_facts(path).is_cut, "the last word alone may be missing"


def test_a_producer_is_one_harmless_line(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(bad_files()["producer_steers_the_terminal"]())
    producer = pdf_facts(path).producer
    assert producer is not None and "red" in producer and producer.isprintable()


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    with pytest.raises(UnreadableError, match="is no file"):
        file_facts(tmp_path / "a.pdf")


@pytest.mark.parametrize("times", [1, 2, 3])
def test_what_unpacks_to_no_end_is_counted_only_so_far(tmp_path: Path, times: int) -> None:
    path = tmp_path / "a.pdf"
    packed = zeros(300, times)
    filters = "/FlateDecode " * times
    head = f"<< /Length {len(packed)} /Filter [{filters}] >>\nstream\n".encode()
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n" + head + packed + b"\nendstream\nendobj\n")
    assert MOST_UNPACKED < largest_stream(path) < 1.01 * MOST_UNPACKED


def test_small_streams_are_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(good())
    assert largest_stream(path) == 0
