"""The rows of a long document, judged and written stretch by stretch, are those of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from itertools import accumulate
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from extract import both_readers
from extract.grid import Sheet
from extract.long_documents import outline
from extract.page import Page
from extract.stretches import Lengths
from pipeline import document
from pipeline.contents import LongPages, read_pages
from pipeline.document import Rows, document_rows, stretches_of_rows
from pipeline.parts import part_bytes, part_files
from pipeline.preflight import pdf_facts
from pipeline.reading import Reading, in_hand, read, read_long
from pipeline.sources import Source
from quality.corrections import Correction
from schemas.checks import ContractError
from schemas.dataset import Row, datasets
from schemas.vocabulary import load_vocabulary
from tests.extract.pdfwriter import Drawing, write_pdf

HEADER = ("事業名", "令和6年度予算額(千円)", "令和5年度予算額(千円)", "増減額(千円)")
COLUMNS = (20, 110, 200, 290, 380)
Texts = Sequence[str]
SHORT = Lengths(2, 3, 1)
"""A stretch has two pages, and a table of more than three is cut."""


def page(*rows: Texts, above: Texts = ()) -> Drawing:
    """A ruled table with lines above it."""
    drawing = Drawing()
    for at, text in enumerate(above):
        drawing.text(20, 15 + 12 * at, text, 8)
    for at, texts in enumerate(rows):
        for x, right, text in zip(COLUMNS, COLUMNS[1:], texts, strict=False):
            drawing.frame(x, 60 + 20 * at, right, 80 + 20 * at).text(x + 3, 74 + 20 * at, text, 6)
    return drawing


def project(number: int) -> Texts:
    """A project with its change, which proves both amounts."""
    this, last = 1000 + 7 * number * number, 900 + 31 * number
    change = f"{this - last:,}" if this >= last else f"▲{last - this:,}"
    return (f"第{number}事業", f"{this:,}", f"{last:,}", change)


def total(name: str, numbers: Sequence[int]) -> Texts:
    this, last = (sum(values) for values in zip(*(figures(n) for n in numbers), strict=True))
    return (name, f"{this:,}", f"{last:,}", f"{this - last:,}" if this >= last else f"▲{last - this:,}")


def figures(number: int) -> tuple[int, int]:
    return 1000 + 7 * number * number, 900 + 31 * number


def one_table(pages: int, *end: Texts) -> list[Drawing]:
    """A table over all pages with its header on the first, two projects a page."""
    return [
        page(
            *([HEADER] if n == 0 else []),
            *(project(2 * n + k) for k in (1, 2)),
            *(end if n == pages - 1 else []),
            above=["令和6年度 予算事業一覧"] if n == 0 else (),
        )
        for n in range(pages)
    ]


def tables(pages: int) -> list[Drawing]:
    """A table a page, with other columns each time."""
    names = ("予算額(千円)", "当初予算額(千円)")
    return [
        page(
            ("事業名", f"令和6年度{names[n % 2]}", f"令和5年度{names[n % 2]}", "増減額(千円)"),
            project(2 * n + 1),
            project(2 * n + 2),
            total("合計", (2 * n + 1, 2 * n + 2)),
            above=["令和6年度 予算事業一覧"] if n == 0 else (),
        )
        for n in range(pages)
    ]


def written(folder: Path, drawings: Sequence[Drawing], **said: object) -> Source:
    return replace(Source("d", write_pdf(folder / "d.pdf", *drawings)), **said)  # type: ignore[arg-type]


def kept(source: Source, reader: str = "pdfium") -> LongPages:
    """The pages as ranges of a document leave them."""
    found = read_pages(source, reader, range(1, (pdf_facts(source.path).page_count or 0) + 1))
    outlines = tuple(outline(sheet, load_vocabulary()) for sheet in found.sheets)
    return LongPages(outlines, iter(found.twice or found.sheets), found.lost)


def in_stretches(source: Source, reader: str = "pdfium", lengths: Lengths = SHORT) -> list[Rows]:
    return list(stretches_of_rows(source, reader, kept(source, reader), lengths))


def together(stretches: Sequence[Rows]) -> Rows:
    return {name: [row for rows in stretches for row in rows[name]] for name in datasets()}


def bare(rows: Sequence[Row]) -> list[Row]:
    """Findings without their numbers, in an order of their own."""
    return sorted(
        ({column: value for column, value in row.items() if column != "finding_id"} for row in rows),
        key=lambda row: sorted((column, str(value)) for column, value in row.items()),
    )


def rules(rows: Rows) -> list[str]:
    return [row["rule"] for row in rows["findings"]]


DOCUMENTS = {"one table": one_table(8), "a table a page": tables(8)}


@pytest.mark.parametrize("lengths", [Lengths(1, 1, 1), SHORT, Lengths(4, 5, 1), Lengths(8, 9, 1)])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_rows_and_findings_are_those_of_the_whole(tmp_path: Path, name: str, lengths: Lengths) -> None:
    """With ids and proofs: these lie in a row here, or in the table of a page."""
    source = written(tmp_path, DOCUMENTS[name])
    whole, found = document_rows(source, "pdfium"), in_stretches(source, lengths=lengths)
    assert len(whole["projects"]) == 16 and {row["status"] for row in whole["projects"]} == {"proved"}
    rows = together(found)
    for dataset in ("kpis", "kpi_values", "projects", "project_amounts", "programmes", "documents"):
        assert rows[dataset] == whole[dataset], dataset
    assert bare(rows["cells"]) == bare(whole["cells"])
    assert bare(rows["findings"]) == bare(whole["findings"])
    assert [row["finding_id"] for row in rows["findings"]] == [row["finding_id"] for row in whole["findings"]]
    assert [len(rows["documents"]) for rows in found] == [0] * (len(found) - 1) + [1]
    assert len(found) == (8 + lengths.least - 1) // lengths.least or name == "one table"


def test_a_total_over_a_cut_contradicts_nothing_and_is_named(tmp_path: Path) -> None:
    source = written(tmp_path, one_table(8, total("合計", range(1, 17))))
    whole, rows = document_rows(source, "pdfium"), together(in_stretches(source))
    assert "sums_over_a_cut" not in rules(whole)
    assert [row["observed"] for row in whole["findings"] if row["rule"] == "proved_by_total"] == ["48"]
    (told,) = [row for row in rows["findings"] if row["rule"] == "sums_over_a_cut"]
    assert (told["dataset"], told["record_id"], told["severity"], told["page"]) == (
        "cells",
        "t001",
        "info",
        8,
    )
    assert "1 sums over its rows were not checked" in told["message"]
    assert {row["status"] for row in rows["project_amounts"]} == {"proved"}
    assert rows["project_amounts"] == whole["project_amounts"]


def test_a_sum_within_a_stretch_is_checked(tmp_path: Path) -> None:
    """小計 that sum the rows of their page hold on each side of the cut."""
    drawings = [
        page(
            *([HEADER] if n == 0 else []),
            *(project(2 * n + k)[:3] for k in (1, 2)),
            total("小計", (2 * n + 1, 2 * n + 2))[:3],
            above=["令和6年度 予算事業一覧"] if n == 0 else (),
        )
        for n in range(6)
    ]
    rows = together(in_stretches(written(tmp_path, drawings)))
    assert {row["status"] for row in rows["project_amounts"]} == {"proved"}
    assert "sums_over_a_cut" not in rules(rows)


def correction(number: int, record: str, printed: str) -> Correction:
    return Correction(number, "d", record, "amount_yen", printed, 5000, "misprint", "the budget")


def test_corrections_are_applied_where_their_records_are(tmp_path: Path) -> None:
    """In the last stretch, in the first, and one that no longer fits in the second: in any order."""
    corrections = (
        correction(1, "a0032", project(16)[2]),
        correction(2, "a0001", project(1)[1]),
        correction(3, "a0009", "12,345"),
        correction(4, "a9999", "1"),
    )
    source = written(tmp_path, tables(8), corrections=corrections)
    whole, rows = document_rows(source, "pdfium"), together(in_stretches(source))
    assert rows["project_amounts"] == whole["project_amounts"]
    assert bare(rows["findings"]) == bare(whole["findings"])
    (made,), (known,) = rows["documents"], whole["documents"]
    assert (made["status"], made["finding_count"]) == (known["status"], known["finding_count"])
    assert made["status"] == "partial" and "2 corrections no longer fit" in made["error"]
    assert rules(rows).count("corrected_by_hand") == 2


def test_what_is_said_of_the_document_is_told_once(tmp_path: Path) -> None:
    """An unknown label, a year in two calendars that differ, a count of rows, a page that cannot be read."""
    drawings = [
        page(
            ("事業名", f"令和6年度(2025){'当初' if n % 2 else ''}予算額(千円)", "謎の欄", "担当課"),
            (f"第{n}事業", "1,200", "34", "総務課"),
            above=["令和6年度 予算事業一覧", "全9事業のうち主なもの"] if n == 0 else (),
        )
        for n in range(6)
    ]
    source = written(tmp_path, [*drawings, Drawing().text(50, 50, "ABCDEF", font="N")])
    whole, found = document_rows(source, "pdfium"), in_stretches(source)
    rows = together(found)
    assert len(found) == 4
    assert bare(rows["findings"]) == bare(whole["findings"])
    assert {"label_unknown", "wareki", "text_layer_broken"} <= set(rules(rows))
    assert rules(rows).count("label_unknown") == 1
    assert rows["project_amounts"] == whole["project_amounts"]
    assert {row["status"] for row in rows["project_amounts"]} == {"doubtful"}


def misread(monkeypatch: pytest.MonkeyPatch, wrong: dict[str, str]) -> None:
    """Makes the second reader read some texts otherwise."""

    def make_sheet(page: Page) -> Sheet:
        sheet = original(page)
        grids = [
            replace(g, cells=tuple(replace(c, text=wrong.get(c.text, c.text)) for c in g.cells))
            for g in sheet.grids
        ]
        return replace(sheet, grids=tuple(grids))

    original = both_readers.make_sheet
    monkeypatch.setattr(both_readers, "make_sheet", make_sheet)


@pytest.mark.parametrize("lengths", [Lengths(1, 1, 1), SHORT])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_second_reader_is_heard_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, lengths: Lengths
) -> None:
    """On pages that lie on both sides of a cut as well: the last row of one waits for the next stretch."""
    wrong = {project(n)[1]: "77" for n in (2, 3, 4, 6, 16)} | {project(n)[0]: "名" for n in (4, 5, 8)}
    misread(monkeypatch, wrong | {"事業名": "事業各"})
    source = written(tmp_path, DOCUMENTS[name])
    whole, rows = document_rows(source, "both"), together(in_stretches(source, "both", lengths))
    assert rules(whole).count("readers_disagree") >= 9
    for dataset in ("projects", "project_amounts"):
        assert rows[dataset] == whole[dataset]
    assert bare(rows["findings"]) == bare(whole["findings"])


def test_parts_have_a_row_group_a_stretch(tmp_path: Path) -> None:
    source = written(tmp_path, tables(6))
    made = in_hand(read_long(source, "pdfium", kept(source), tmp_path / "parts", SHORT))
    rows = together(in_stretches(source))
    assert made.counts == {name: len(rows[name]) for name in datasets()}
    assert made.document == rows["documents"][0]
    for name in datasets():
        file = pq.ParquetFile(BytesIO(parts(made)[name]))
        assert (
            file.read().to_pylist()
            == pq.read_table(BytesIO(part_bytes(datasets()[name], rows[name]))).to_pylist()
        )
        assert file.schema_arrow == pq.read_schema(BytesIO(part_bytes(datasets()[name], [])))
    assert [pq.ParquetFile(BytesIO(parts(made)["cells"])).metadata.num_row_groups] == [3]


def parts(reading: Reading) -> dict[str, bytes]:
    return {name: part for name, part in reading.parts.items() if isinstance(part, bytes)}


def test_a_document_of_one_stretch_has_the_bytes_of_a_short_one(tmp_path: Path) -> None:
    source = written(tmp_path, tables(6))
    made = in_hand(read_long(source, "pdfium", kept(source), tmp_path / "parts"))
    assert made.parts == read(source, "pdfium").parts
    assert made.lasting


def test_rows_that_break_the_contract_fail_the_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In whichever stretch: nothing of it is written but that it failed."""
    source = written(tmp_path, tables(6))
    calls = iter(accumulate([1] * 9))

    def check(*_: object) -> None:
        if next(calls) == 2:
            raise ContractError("kpis row k001: page is missing")

    monkeypatch.setattr(document, "check_rows", check)
    made = read_long(source, "pdfium", kept(source), tmp_path / "parts", SHORT)
    assert made.document["status"] == "failed" and "breaks the contract" in made.document["error"]
    assert made.document["sha256"] and made.lasting
    assert made.counts["project_amounts"] == 0
    assert all(isinstance(part, bytes) for part in made.parts.values())


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "could not be kept: No space left"),
        (MemoryError(), "more memory"),
    ],
)
def test_what_this_machine_lacks_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise error

    source = written(tmp_path, tables(3))
    monkeypatch.setattr("pipeline.parts.arrow_table", full)
    pages = kept(source)
    monkeypatch.setattr("pipeline.reading.part_bytes", lambda *_: b"")
    made = read_long(source, "pdfium", pages, tmp_path / "parts", SHORT)
    assert made.document["status"] == "failed" and said in made.document["error"]
    assert not made.lasting


def test_part_files_are_whole_without_rows(tmp_path: Path) -> None:
    with part_files(tmp_path / "parts") as (files, add):
        add({name: [] for name in datasets()})
    assert {name: path.read_bytes() for name, path in files.items()} == {
        name: part_bytes(dataset, []) for name, dataset in datasets().items()
    }
