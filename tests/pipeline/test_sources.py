"""raw/ and sources.toml: what is read, and one clear sentence for what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.sources import Source, SourcesError, chosen, read_sources
from tests.bundled import RAW


def listing(folder: Path, content: str) -> Path:
    (folder / "sources.toml").write_text(content, "utf-8")
    return folder


def test_the_bundled_listing_names_every_document() -> None:
    sources = read_sources(RAW)
    assert {source.path.name for source in sources} == {path.name for path in RAW.glob("*.pdf")}
    assert all(source.municipality and source.title and source.series for source in sources)
    assert all(source.attribution and source.license for source in sources)


def test_a_folder_of_pdfs_needs_no_listing(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.PDF", "notes.txt", "Ｐ１　事業.pdf"):
        (tmp_path / name).touch()
    assert [source.document_id for source in read_sources(tmp_path)] == ["a", "b", "Ｐ１　事業"]


def test_unlisted_pdfs_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "extra.pdf").touch()
    folder = listing(tmp_path, '[[document]]\nfile = "a.pdf"\nid = "kpi"\ntitle = "指標"\n')
    assert [source.document_id for source in read_sources(folder)] == ["kpi", "extra"]


def test_files_of_one_stem_do_not_collide(tmp_path: Path) -> None:
    for name in ("a.PDF", "a.pdf"):
        (tmp_path / name).touch()
    assert len({source.document_id for source in read_sources(tmp_path)}) == 2


@pytest.mark.parametrize(
    ("name", "document_id"),
    [
        (".hidden.pdf", "_hidden"),
        ("tab\there.pdf", "tab_here"),
        ("a\\b.pdf", "a_b"),
        ("事" * 80 + ".pdf", "事" * 57 + "-"),
    ],
)
def test_ids_can_be_file_names(tmp_path: Path, name: str, document_id: str) -> None:
    (tmp_path / name).touch()
    [source] = read_sources(tmp_path)
    assert source.document_id.startswith(document_id)
    assert len(source.document_id.encode()) <= 180


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[[document]]\ntitle = 1", "document 1: `file` is missing"),
        ('[[document]]\nfile = "a.pdf"\ntitel = "x"', "unknown key `titel`: did you mean `title`?"),
        ('[[document]]\nfile = "a.pdf"\nhints = { units = "千円" }', "unknown hint 'units'; hints are"),
        ('[[document]]\nfile = "../a.pdf"', "must lie in"),
        ('[[document]]\nfile = "/a.pdf"', "must lie in"),
        ('[[document]]\nfile = "a.pdf"\ntitle = 3', "`title` must be a text in quotes"),
        ('[[document]]\nfile = "a.pdf"\nedition_fiscal_year = 6', "must be a western year like 2024"),
        ('[[document]]\nfile = "a.pdf"\nmunicipality_code = "13222"', "must be six digits"),
        ('[[document]]\nfile = "a.pdf"\nas_of = "R6.10"', "`as_of` must be like 2024"),
        ('[[document]]\nfile = "a.pdf"\nid = "a/b"', "cannot be a file name"),
        ('[[document]]\nfile = "a.pdf"\nhints = 1', "`hints` must be a table"),
        ('[[document]]\nfile = "a.pdf"\n' * 2, "document 2: the id a is already taken"),
        ('[[documents]]\nfile = "a.pdf"', "every document is a [[document]]"),
        ("document = 3", "every document is a [[document]]"),
        ("[[document", "is no valid TOML"),
    ],
)
def test_mistakes_in_the_listing_are_named(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(SourcesError) as error:
        read_sources(listing(tmp_path, content))
    assert said in str(error.value)


def test_folders_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match="does not exist"):
        read_sources(tmp_path / "none")
    with pytest.raises(SourcesError, match="holds no PDF"):
        read_sources(tmp_path)
    (tmp_path / "a.pdf").touch()
    with pytest.raises(SourcesError, match="is a file"):
        read_sources(tmp_path / "a.pdf")


def test_an_unknown_id_is_answered_with_the_nearest() -> None:
    sources = (Source("kpi_2024", Path("a.pdf")), Source("report_2024", Path("b.pdf")))
    assert [source.document_id for source in chosen(sources, ["report_2024"])] == ["report_2024"]
    with pytest.raises(SourcesError, match="no document kpi_2025: did you mean kpi_2024"):
        chosen(sources, ["kpi_2025"])
