"""gyosei run --reader both: a cell that the parsers read otherwise is doubtful, whoever is right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extract import both_readers
from extract.both_readers import TwiceRead, read_twice
from extract.grid import Sheet
from extract.page import Page
from pipeline.document import document_rows
from pipeline.reuse import made_from
from pipeline.sources import Source
from tests.extract.pdfwriter import Drawing, write_pdf

HEADER = ("事業名", "令和6年度予算額", "令和5年度予算額", "増減")
ROWS = [("道路整備事業", "1,234", "1,200", "34"), ("公園管理事業", "500", "400", "100")]
X = (20, 120, 210, 300, 380)


def budget(path: Path, pages: int = 1) -> Source:
    drawings = []
    for _ in range(pages):
        drawing = Drawing().text(300, 15, "(単位:千円)").grid(X, (20, 50, 80, 110))
        for row, texts in enumerate([HEADER, *ROWS]):
            for x, text in zip(X, texts, strict=False):
                drawing.text(x + 4, 40 + 30 * row, text)
        drawings.append(drawing)
    return Source("a", write_pdf(path / "a.pdf", *drawings))


def misread(monkeypatch: pytest.MonkeyPatch, wrong: dict[str, str]) -> None:
    """Makes the second reader read other texts in cells."""

    def make_sheet(page: Page) -> Sheet:
        sheet = original(page)
        grids = [
            replace(g, cells=tuple(replace(c, text=wrong.get(c.text, c.text)) for c in g.cells))
            for g in sheet.grids
        ]
        return replace(sheet, grids=tuple(grids))

    original = both_readers.make_sheet
    monkeypatch.setattr(both_readers, "make_sheet", make_sheet)


def statuses(rows: dict, dataset: str, column: str) -> dict:  # type: ignore[type-arg]
    return {row[column]: row["status"] for row in rows[dataset]}


def test_agreement_is_counted_and_proves_nothing(tmp_path: Path) -> None:
    source = budget(tmp_path)
    one, both = document_rows(source, "pdfium"), document_rows(source, "both")
    assert len(both["project_amounts"]) == 4
    assert both["project_amounts"] == one["project_amounts"]
    assert both["projects"] == one["projects"]
    (alike,) = [row for row in both["findings"] if row["rule"] == "two_readers"]
    assert (alike["severity"], alike["observed"]) == ("info", "6")  # four amounts, two changes


def test_a_figure_that_the_readers_read_otherwise_is_doubtful(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    misread(monkeypatch, {"500": "560"})
    rows = document_rows(budget(tmp_path), "both")
    assert statuses(rows, "project_amounts", "amount_text")["500"] == "doubtful"
    assert statuses(rows, "project_amounts", "amount_text")["400"] == "proved"
    (found,) = [row for row in rows["findings"] if row["rule"] == "readers_disagree"]
    assert (found["dataset"], found["column"]) == ("project_amounts", "amount_yen")
    assert (found["observed"], found["expected"], found["page"]) == ("500", "560", 1)
    assert (found["x0"], found["y0"]) == pytest.approx((124, 91), abs=1)


@pytest.mark.parametrize(
    ("printed", "column"), [("34", "change_yen"), ("道路整備事業", "name")], ids=["change", "name"]
)
def test_a_change_or_a_name_makes_its_project_doubtful(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printed: str, column: str
) -> None:
    misread(monkeypatch, {printed: "84"})
    rows = document_rows(budget(tmp_path), "both")
    assert [row["status"] for row in rows["projects"]] == ["doubtful", "proved"]
    (found,) = [row for row in rows["findings"] if row["rule"] == "readers_disagree"]
    assert (found["dataset"], found["record_id"], found["column"]) == ("projects", "p001", column)


def test_a_label_is_a_finding_about_its_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    misread(monkeypatch, {"増減": "増滅"})
    rows = document_rows(budget(tmp_path), "both")
    (found,) = [row for row in rows["findings"] if row["rule"] == "readers_disagree"]
    assert (found["dataset"], found["record_id"], found["column"]) == ("cells", "t001", "text")


def test_where_the_second_reader_fails_the_first_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make_sheet(page: Page) -> Sheet:
        if page.number == 2:
            raise ValueError("no such operator")
        return original(page)

    original = both_readers.make_sheet
    monkeypatch.setattr(both_readers, "make_sheet", make_sheet)
    source = budget(tmp_path, pages=3)
    read: list[TwiceRead] = list(read_twice(source.path))
    assert [page.is_compared for page in read] == [True, False, False]
    rows = document_rows(source, "both")
    assert rows["documents"][0]["status"] == "ok"
    (found,) = [row for row in rows["findings"] if row["rule"] == "second_reader_silent"]
    assert "no such operator" in found["message"]


def test_what_was_read_by_one_reader_is_read_again_by_both(tmp_path: Path) -> None:
    source = budget(tmp_path)
    assert len({made_from(source, "0", reader) for reader in ("pdfium", "pdfplumber", "both")}) == 3


def test_text_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", Drawing().text(50, 50, "ABCDEF", font="N"))
    rows = document_rows(Source("a", path), "pdfium")
    assert rows["documents"][0]["text_layer"] == "broken"
    (found,) = [row for row in rows["findings"] if row["rule"] == "text_layer_broken"]
    assert (found["severity"], found["page"]) == ("warning", 1)
