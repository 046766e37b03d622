"""Evidence goes all the way into the Parquet; rows that break the contract never do."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from extract.records import DocumentRecords, Figure, Indicator, Project
from pipeline import document
from pipeline.contents import Contents
from pipeline.document import Rows, document_rows
from pipeline.parts import part_bytes
from pipeline.sources import Source
from quality.corrections import Correction
from schemas.dataset import Row, datasets
from tests.bundled import RAW
from tests.quality.budget_table import Cells, indicator, place, project

NOISY: list[Cells] = [
    ("広報活動事業", "23,418", "24,521", "▲ 1,103", "95,5"),
    ("情報公開事務事業", "1,O92", "1,041", "51", "104.9"),
    ("統計調査事業", "6,204", "5,880", "324", "105.5"),
    ("新規事業", "500", "1", "500", "-"),
    ("庁舎管理事業", "14", "15", "▲ 1", "93.3"),
    ("職員研修事務", "8,431", "8,902", "471", "94.7"),
]


def written(monkeypatch: pytest.MonkeyPatch, records: DocumentRecords, **said: Any) -> dict[str, list[Row]]:
    """What is read back from the parts of a document in which these records were read."""
    rows = made(monkeypatch, records, **said)
    return {
        name: pq.read_table(BytesIO(part_bytes(datasets()[name], held))).to_pylist()
        for name, held in rows.items()
    }


def made(monkeypatch: pytest.MonkeyPatch, records: DocumentRecords, **said: Any) -> Rows:
    monkeypatch.setattr(document, "read_contents", lambda *_: Contents(records=records))
    source = replace(Source("d", RAW / "higashikurume_policy_review_2019.pdf"), **said)
    return document_rows(source, "pdfium")


def budget(rows: list[Cells]) -> DocumentRecords:
    return DocumentRecords(projects=tuple(project(row, i) for i, row in enumerate(rows)))


def test_noisy_print_is_written_corrected_with_its_print_and_its_proof(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = written(monkeypatch, budget(NOISY))
    assert data["documents"][0]["status"] == "ok"
    by_name = {row["name"]: row for row in data["projects"]}
    assert by_name["広報活動事業"]["ratio_percent"] == 95.5
    assert (by_name["職員研修事務"]["change_yen"], by_name["職員研修事務"]["change_text"]) == (
        -471_000,
        "471",
    )
    amounts = {row["amount_text"]: (row["amount_yen"], row["status"]) for row in data["project_amounts"]}
    assert amounts["1,O92"] == (1_092_000, "corrected")
    assert amounts["1"] == (None, "corrected")
    told = {row["observed"]: row for row in data["findings"] if row["rule"] == "corrected"}
    assert {print_: row["expected"] for print_, row in told.items()} == {
        "95,5": "95.5", "1,O92": "1,092", "1": "-", "471": "▲471",
    }  # fmt: skip
    for row in told.values():
        assert row["action"] == "corrected" and "proved by" in row["message"]
        assert row["page"] == 1 and row["x1"] > row["x0"]


def test_without_repairs_the_same_print_is_doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    data = written(monkeypatch, budget(NOISY), repair=False)
    assert not [row for row in data["findings"] if row["action"] == "corrected"]
    by_name = {row["name"]: row for row in data["projects"]}
    assert by_name["広報活動事業"]["ratio_percent"] is None
    assert by_name["職員研修事務"]["change_yen"] == 471_000
    assert by_name["広報活動事業"]["status"] == by_name["職員研修事務"]["status"] == "doubtful"
    [unread] = [row for row in data["project_amounts"] if row["amount_text"] == "1,O92"]
    assert (unread["amount_yen"], unread["status"]) == (None, "doubtful")


def test_two_readings_are_written_doubtful_with_both_named(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(name, this, last, change, "") for name, this, last, change, _ in NOISY]
    rows[1] = ("情報公開事務事業", "1,092", "1,041", "51", "")
    rows[3] = ("新規事業", "500", "-", "500", "")
    rows[5] = ("職員研修事務", "8,563", "8,503", "50", "")
    data = written(monkeypatch, budget(rows))
    by_name = {row["name"]: row for row in data["projects"]}
    assert by_name["職員研修事務"]["status"] == "doubtful" and by_name["職員研修事務"]["change_yen"] == 50_000
    [told] = [row for row in data["findings"] if row["rule"] == "change"]
    assert "50 as 60" in told["message"] and "8,563 as 8,553" in told["message"]
    assert (told["observed"], told["expected"]) == ("50", "60")


def correction(**told: Any) -> Correction:
    fields = {
        "number": 1, "document": "d", "record": "p006", "column": "change_yen", "printed": "471",
        "value": -470_000, "reason": "misprint", "source": "erratum of the city",
    }  # fmt: skip
    return Correction(**(fields | told))


def test_a_person_has_the_last_word(monkeypatch: pytest.MonkeyPatch) -> None:
    data = written(monkeypatch, budget(NOISY), corrections=(correction(),))
    row = data["projects"][5]
    assert (row["change_yen"], row["change_text"], row["status"]) == (-470_000, "471", "corrected")
    assert data["documents"][0]["status"] == "ok"
    [told] = [row for row in data["findings"] if row["rule"] == "corrected_by_hand"]
    assert "erratum of the city" in told["message"]


@pytest.mark.parametrize(
    ("told", "said"), [({"printed": "472"}, "'471' now"), ({"record": "p999"}, "no p999")]
)
def test_a_correction_that_no_longer_fits_is_an_error(
    monkeypatch: pytest.MonkeyPatch, told: dict[str, str], said: str
) -> None:
    data = written(monkeypatch, budget(NOISY), corrections=(correction(**told),))
    [row] = data["documents"]
    assert row["status"] == "partial" and "was not applied" in row["error"] and said in row["error"]
    assert data["projects"][5]["change_yen"] == -471_000
    assert [f["severity"] for f in data["findings"] if f["rule"] == "correction_lost"] == ["error"]


def with_place(figure_page: int) -> DocumentRecords:
    held = indicator("人口", [("116,512", "actual", 2024, "")], unit="人")
    values = tuple(replace(f, place=replace(f.place, page=figure_page)) for f in held.values)
    return DocumentRecords(indicators=(replace(held, values=values),))


def with_figure(**said: Any) -> DocumentRecords:
    figure = replace(Figure("12", place(0, 1), role="actual", fiscal_year=2024), **said)
    return DocumentRecords(indicators=(Indicator("人口", place(0, 0), values=(figure,)),))


@pytest.mark.parametrize(
    ("records", "said"),
    [
        (with_place(99), "kpi_values row d k001 v0001: page is 99, and the document has"),
        (with_figure(role="goal"), "kpi_values row d k001 v0001: role is 'goal', not one of baseline"),
        (with_figure(fiscal_year=6), "kpi_values row d k001 v0001: fiscal_year is 6, below 1945"),
        (
            with_figure(as_of="令和6年"),
            "kpi_values row d k001 v0001: as_of is '令和6年', which does not match",
        ),
        (with_figure(place=replace(place(0, 1), box=(9.0, 0.0, 1.0, 2.0))), "is inside out"),
    ],
)
def test_rows_that_break_the_contract_are_a_failed_document(
    monkeypatch: pytest.MonkeyPatch, records: DocumentRecords, said: str
) -> None:
    data = written(monkeypatch, records)
    [row] = data["documents"]
    assert row["status"] == "failed" and "breaks the contract" in row["error"] and said in row["error"]
    assert not data["kpis"] and not data["kpi_values"]
    assert [found["rule"] for found in data["findings"]] == ["document_failed"]


def test_no_part_holds_what_the_schema_does_not_allow() -> None:
    """The last door: a type that slips through the checks stops the writing, and no file is made."""
    row = {"document_id": "d", "programme_id": "g001", "name": "窓口", "is_reprint": False, "page": "one"}
    with pytest.raises(Exception, match="int64"):
        part_bytes(datasets()["programmes"], [row])


def test_projects_without_figures_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = written(monkeypatch, DocumentRecords(projects=(Project("事業", place(0, 0)),)))
    assert [row["status"] for row in data["projects"]] == ["read"]


def test_the_flag_reaches_every_document(tmp_path: Path) -> None:
    from pipeline.corrections import with_corrections

    sources = (Source("a", tmp_path / "a.pdf"), Source("b", tmp_path / "b.pdf"))
    assert [source.repair for source in with_corrections(sources, tmp_path, repair=False)] == [False, False]
