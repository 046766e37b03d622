"""gyosei export: what is written is what is curated, and nothing printed in a PDF becomes a formula."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import duckdb
import openpyxl
import pyarrow.parquet as pq
import pytest

from pipeline.cli import main
from pipeline.exporting.curated_rows import Curated, open_curated
from pipeline.exporting.spreadsheet_text import is_formula, neutral
from pipeline.exporting.workbook import export_workbook
from pipeline.parts import part_bytes
from schemas.dataset import Row, datasets
from schemas.japanese import heading_ja
from tests.bundled import ROOT

CURATED = ROOT / "curated"


def rows_of(dataset: str, folder: Path = CURATED) -> list[Row]:
    parts = sorted((folder / dataset).glob("*.parquet"))
    return [row for part in parts for row in pq.read_table(part).to_pylist()]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    formats = ("--format", "xlsx", "csv", "jsonl", "duckdb")
    assert main(["export", "--curated", str(CURATED), "--out", str(folder), *formats]) == 0
    return folder


def crafted(folder: Path, names: list[str]) -> Curated:
    """A curated folder with a programme of each of these names."""
    place = {"page": 1, "x0": 0.0, "y0": 0.0, "x1": 1.0, "y1": 1.0, "table_id": "t1"}
    programmes = [
        {"document_id": "d", "programme_id": f"g{n:06}", "name": name, "is_reprint": False, **place}
        for n, name in enumerate(names)
    ]
    document = {column.name: None for column in datasets()["documents"].columns}
    document |= {"document_id": "d", "file_name": "d.pdf", "status": "ok", "title": "=1+1"}
    document |= {name: 0 for name in ("table_count", "kpi_count", "project_count", "finding_count")}
    for dataset, rows in (("documents", [document]), ("programmes", programmes)):
        (folder / dataset).mkdir(parents=True)
        (folder / dataset / "d.parquet").write_bytes(part_bytes(datasets()[dataset], rows))
    return open_curated(folder, ["documents", "programmes"], [])


def test_the_workbook_has_a_sheet_a_dataset_and_two_more(out: Path) -> None:
    book = openpyxl.load_workbook(out / "gyosei.xlsx")
    titles = [dataset.title_ja for dataset in datasets().values()]
    assert book.sheetnames == [*titles, "項目の説明", "出典"]
    for dataset in datasets().values():
        sheet = book[dataset.title_ja]
        assert [cell.value for cell in sheet[1]] == [heading_ja(column) for column in dataset.columns]
        assert sheet.max_row == len(rows_of(dataset.name)) + 1
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref.startswith("A1:")
    assert book["項目の説明"].max_row == sum(len(d.columns) for d in datasets().values()) + 1


def test_the_workbook_keeps_figures_with_their_formats(out: Path) -> None:
    book = openpyxl.load_workbook(out / "gyosei.xlsx")
    names = list(datasets()["kpi_values"].column_names)
    rows = rows_of("kpi_values")
    sheet = book["指標の値"]
    for row, cells in zip(rows, sheet.iter_rows(min_row=2), strict=True):
        value = cells[names.index("value")]
        assert value.value == row["value"]
        if row["value"] is not None:
            assert value.data_type == "n"
            assert value.number_format.count("0") == 1 + (row["decimals"] or 0)
    amounts = list(datasets()["project_amounts"].column_names)
    cell = book["事業費"].cell(2, amounts.index("amount_yen") + 1)
    assert (cell.number_format, cell.value) == ("#,##0;▲#,##0", rows_of("project_amounts")[0]["amount_yen"])
    roles = {cells[names.index("role")].value for cells in sheet.iter_rows(min_row=2)}
    assert roles <= {"基準", "実績", "見込", "目標", None}


def test_the_sources_are_named_in_every_format(out: Path) -> None:
    book = openpyxl.load_workbook(out / "gyosei.xlsx")
    heading, *rows = book["出典"].iter_rows(values_only=True)
    assert heading[3:5] == ("出典", "加工の表示")
    documents = len(rows_of("documents"))
    assert len(rows) == documents and all(str(row[4]).endswith("を加工して作成") for row in rows)
    with (out / "csv" / "sources.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["source"] for row in csv.DictReader(file)] == [row[3] for row in rows]
    lines = (out / "jsonl" / "sources.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["processed"] for line in lines] == [row[4] for row in rows]
    with duckdb.connect(str(out / "gyosei.duckdb"), read_only=True) as found:
        assert found.sql("SELECT source FROM sources ORDER BY document_id").fetchall() == [
            (row[3],) for row in rows
        ]


def test_csv_opens_in_a_spreadsheet(out: Path) -> None:
    for dataset in datasets().values():
        content = (out / "csv" / f"{dataset.name}.csv").read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(content.decode("utf-8-sig").splitlines(keepends=True)))
        assert rows[0] == list(dataset.column_names)
        assert len(rows) == len(rows_of(dataset.name)) + 1


def test_jsonl_is_what_is_curated(out: Path) -> None:
    for dataset in datasets():
        lines = (out / "jsonl" / f"{dataset}.jsonl").read_text("utf-8").splitlines()
        assert [json.loads(line) for line in lines] == rows_of(dataset)


def test_the_views_join_names_to_values(out: Path) -> None:
    with duckdb.connect(str(out / "gyosei.duckdb"), read_only=True) as found:
        for dataset in datasets():
            assert found.sql(f"SELECT count(*) FROM {dataset}").fetchall() == [(len(rows_of(dataset)),)]
        counted = found.sql("SELECT count(*) FROM indicator_values").fetchall()
        assert counted == [(len(rows_of("kpi_values")),)]
        assert found.sql("SELECT count(*) FROM amounts").fetchall() == [(len(rows_of("project_amounts")),)]
        population = found.sql(
            "SELECT municipality_name, actual_year, actual, target_year, target, baseline "
            "FROM targets_and_actuals WHERE name = '人口' AND document_id = 'higashikurume_kpi_2024'"
        ).fetchall()
        assert population == [("東久留米市", 2024, 116512.0, 2027, 114460.0, 116839.0)]
        comment = found.sql(
            "SELECT comment FROM duckdb_columns() "
            "WHERE table_name = 'projects' AND column_name = 'change_yen'"
        ).fetchall()
        assert comment[0][0].startswith("増減額（円）: ")
        worth = [row for row in rows_of("findings") if row["severity"] != "info"]
        assert found.sql("SELECT count(*) FROM to_check").fetchall() == [(len(worth),)]


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("=1+1", True),
        ("=cmd|'/C calc'!A0", True),
        ("+1+1", True),
        ("-2+3+cmd|' /C calc'!A0", True),
        ("@SUM(A1)", True),
        ("\t=1+1", True),
        ("\r=1+1", True),
        ("＝1+1", True),
        ("－2＋3", True),
        ("-(3)", True),
        ("-", False),
        ("－", False),
        ("-5.3", False),
        ("+1,234", False),
        ("-12%", False),
        ("▲5", False),
        ("人口", False),
        ("a=b", False),
        ("", False),
    ],
)
def test_what_may_be_taken_for_a_formula(text: str, formula: bool) -> None:
    assert is_formula(text) is formula
    assert neutral(text) == (f"'{text}" if formula else text)


def test_text_is_never_a_formula(tmp_path: Path) -> None:
    names = ["=1+1", '=HYPERLINK("http://x","y")', "+cmd", "-5", "@a", "\x01bad", "長" * 40_000, "a\nb"]
    curated = crafted(tmp_path / "curated", names)
    path = tmp_path / "book.xlsx"
    export_workbook(curated, path, lambda path, rows: None)
    sheet = openpyxl.load_workbook(path)["個別戦略(事業)"]
    column = list(datasets()["programmes"].column_names).index("name") + 1
    cells = [sheet.cell(row, column) for row in range(2, len(names) + 2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells[:5]] == names[:5]
    assert [bool(cell.quotePrefix) for cell in cells[:5]] == [True, True, True, False, True]
    assert cells[5].value == "\ufffdbad" and len(str(cells[6].value)) == 32_767
    out = ["export", "--curated", str(tmp_path / "curated"), "--out", str(tmp_path), "--format", "csv"]
    assert main([*out, "--dataset", "documents", "programmes"]) == 0
    with (tmp_path / "csv" / "programmes.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)][:5] == [
            *("'=1+1", '\'=HYPERLINK("http://x","y")', "'+cmd", "-5", "'@a")
        ]


@pytest.mark.parametrize(
    ("rows", "most", "sheets"),
    [(9, 10, [9]), (10, 10, [9, 1]), (25, 10, [9, 9, 7]), (0, 10, [0]), (1, 2, [1])],
)
def test_more_rows_than_a_sheet_holds_go_on_in_the_next(
    tmp_path: Path, rows: int, most: int, sheets: list[int]
) -> None:
    curated = crafted(tmp_path / "curated", [f"事業{n}" for n in range(rows)])
    path = tmp_path / "book.xlsx"
    told: list[int] = []
    export_workbook(curated, path, lambda path, rows: told.append(rows), most_rows=most)
    book = openpyxl.load_workbook(path)
    found = [name for name in book.sheetnames if name.startswith("個別戦略")]
    assert [book[name].max_row - 1 for name in found] == sheets
    assert found[1:] == [f"個別戦略(事業) ({n})" for n in range(2, len(sheets) + 1)]
    assert told == [rows + 1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--dataset", "kpi"], "There is no dataset kpi: there are documents, kpis"),
        (["--document", "none"], "There is no document none in"),
        (["--curated", "nowhere"], "nowhere holds no documents: run `gyosei run` first"),
    ],
)
def test_what_cannot_be_exported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["export", "--curated", str(CURATED), "--out", str(tmp_path / "out"), *arguments]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_one_dataset_of_one_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = ["--dataset", "kpis", "--document", "higashikurume_kpi_2024", "--format", "jsonl", "--json"]
    assert main(["export", "--curated", str(CURATED), "--out", str(tmp_path), *chosen]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [Path(row["file"]).name for row in told] == ["kpis.jsonl", "columns.jsonl", "sources.jsonl"]
    assert told[2]["rows"] == 1


def test_a_folder_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").touch()
    assert main(["export", "--curated", str(CURATED), "--out", str(tmp_path / "out")]) == 2
    assert "Cannot write to" in capsys.readouterr().err
