"""gyosei diff: the simulated editions against their truth, exit codes, and what is written."""

from __future__ import annotations

import io
import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pyarrow.parquet as pq
import pytest

from pipeline.cli import main
from pipeline.comparing.workbook import workbook_bytes
from pipeline.parts import part_bytes, part_path
from quality.editions.compare import compare
from quality.editions.comparison import KINDS
from schemas.dataset import datasets
from tests.bundled import EDITIONS, RAW, ROOT, TRUTH, read_folder
from tests.quality.editions.printed_editions import edition, kpi, project
from tests.truth.edition_changes import Fact, produced_changes, published_changes

PAIRS = ("higashikurume_kpi_2024_to_2025_simulated", "higashikurume_policy_report_2024_to_2025_simulated")
KPI, REPORT = (
    (name, name.replace("2024", "2025_simulated"))
    for name in ("higashikurume_kpi_2024", "higashikurume_policy_report_2024")
)
PLAN = ("nishitokyo_basic_plan_2024", "nishitokyo_basic_plan_2024_radicals")


@pytest.fixture(scope="module")
def folder(curated: Path, curated_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled documents and the simulated editions in one folder."""
    both = tmp_path_factory.mktemp("compared")
    for source in (curated, curated_editions):
        shutil.copytree(source, both, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".gyosei", "*.json"))
    return both


def diff(folder: Path, *arguments: str | Path) -> int:
    return main(["diff", *map(str, arguments), "--curated", str(folder), "--raw", str(RAW)])


def with_series(folder: Path, target: Path, ids: tuple[str, str], series: str) -> Path:
    """A copy of two documents as editions of 2024 and 2025 of a series."""
    curated = target / "curated"
    for year, document_id in zip((2024, 2025), ids, strict=True):
        for part in folder.glob(f"*/{document_id}.parquet"):
            (curated / part.parent.name).mkdir(parents=True, exist_ok=True)
            shutil.copy(part, curated / part.parent.name)
        [row] = pq.read_table(folder / "documents" / f"{document_id}.parquet").to_pylist()
        row |= {"series": series, "edition_fiscal_year": year}
        part_path(curated, "documents", document_id).write_bytes(part_bytes(datasets()["documents"], [row]))
    return curated


def rows(folder: Path, before: str, after: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(folder / "changes" / f"{before}__{after}.parquet").to_pylist()
    return found


def f1(published: Counter[Fact], produced: Counter[Fact]) -> float:
    return 2 * (published & produced).total() / (published.total() + produced.total())


@pytest.mark.parametrize(("name", "pair"), [(PAIRS[0], KPI), (PAIRS[1], REPORT)])
def test_the_changes_of_the_simulated_editions(folder: Path, name: str, pair: tuple[str, str]) -> None:
    assert diff(folder, *pair) == 1
    published = published_changes(json.loads((TRUTH / f"{name}.diff.json").read_text("utf-8")))
    produced = produced_changes(rows(folder, *pair))
    assert f1(published, produced) >= 0.98, (published - produced, produced - published)
    assert not produced - published


@pytest.mark.parametrize("pair", [KPI, REPORT])
def test_the_other_way_round_is_the_mirror_image(folder: Path, pair: tuple[str, str]) -> None:
    diff(folder, *pair)
    diff(folder, *reversed(pair))
    mirrored = {"added": "removed", "removed": "added", "merged": "split", "split": "merged"}
    back = Counter(
        (dataset, mirrored.get(kind, kind), after, before, year)
        for dataset, kind, before, after, year in produced_changes(rows(folder, pair[1], pair[0])).elements()
    )
    assert back == produced_changes(rows(folder, *pair))


@pytest.mark.parametrize("pair", [(name, name) for name in (*KPI, *REPORT, *PLAN)] + [PLAN, PLAN[::-1]])
def test_a_document_against_itself_or_another_font_is_the_same(
    folder: Path, pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert diff(folder, *pair) == 0
    assert rows(folder, *pair) == []
    assert "No changes." in capsys.readouterr().out


@pytest.mark.parametrize("document_id", [KPI[0], REPORT[0]])
def test_a_document_in_another_layout_is_the_same(folder: Path, tmp_path: Path, document_id: str) -> None:
    """Other paper and fonts, columns in another order, widths and dashes, 事業費 called 決算額."""
    relaid = EDITIONS / "relaid" / f"{document_id}_relaid.pdf"
    assert main(["diff", document_id, str(relaid), "--curated", str(folder), "--raw", str(RAW)]) == 0


def test_two_files_straight_away(tmp_path: Path) -> None:
    """Also files of one name in two folders; what a sources.toml beside a file says of it is used."""
    for year, source in (("2024", RAW / f"{REPORT[0]}.pdf"), ("2025", EDITIONS / f"{REPORT[1]}.pdf")):
        (tmp_path / year).mkdir()
        shutil.copy(source, tmp_path / year / "report.pdf")
    (tmp_path / "2024" / "sources.toml").write_text(
        '[[document]]\nfile = "report.pdf"\nmunicipality = "東久留米市"\nedition_fiscal_year = 2024\n',
        "utf-8",
    )
    curated, told = tmp_path / "curated", tmp_path / "told.json"
    files = [tmp_path / year / "report.pdf" for year in ("2024", "2025")]
    assert diff(curated, *files, "--json", told) == 1
    assert pq.read_metadata(curated / "changes" / "2024_report__2025_report.parquet").num_rows == 25
    assert json.loads(told.read_text("utf-8"))["before"]["municipality_name"] == "東久留米市"


def test_a_series_by_years(folder: Path, tmp_path: Path) -> None:
    curated = with_series(folder, tmp_path, REPORT, "施策報告書")
    assert diff(curated, "--series", "施策報告書", "--from", "2024", "--to", "2025") == 1
    part = curated / "changes" / f"{REPORT[0]}__{REPORT[1]}.parquet"
    first = part.read_bytes()
    assert diff(curated, "--series", "施策報告書") == 1
    assert part.read_bytes() == first
    assert diff(curated, "--series", "施策報告書", "--from", "2025") == 0
    assert diff(curated, "--series", "施策報告書", "--from", "2023") == 2


def test_a_run_leaves_comparisons_alone(tmp_path: Path) -> None:
    raw, curated = tmp_path / "raw", tmp_path / "curated"
    raw.mkdir()
    shutil.copy(RAW / "higashikurume_policy_review_2019.pdf", raw)
    for name in ("changes", "kpi_history"):
        (curated / name).mkdir(parents=True)
        (curated / name / "a__b.parquet").write_bytes(b"as it was")
    read_folder(raw, curated, workers=1)
    read_folder(raw, curated, workers=1, force=True)
    assert (curated / "changes" / "a__b.parquet").read_bytes() == b"as it was"
    assert (curated / "kpi_history" / "a__b.parquet").read_bytes() == b"as it was"
    assert "a__b" not in (curated / "datapackage.json").read_text("utf-8")


REFUSED = [
    (["higashikurume_kpi_2042", KPI[0]], "There is no document higashikurume_kpi_2042"),
    (["a.pdf", "b.pdf"], "a.pdf does not exist"),
    ([KPI[0]], "Name two documents or two PDFs"),
    ([KPI[0], REPORT[0]], "cannot be editions of one publication"),
    (["higashikurume_dx_policy_2022", KPI[0]], "holds no indicators and no projects"),
    (["--series", "総合戦略"], "did you mean 東久留米市 総合戦略 進捗状況?"),
    (["--series", "東久留米市 総合戦略 進捗状況", "--from", "2023"], "has no edition of 2023"),
    (["--series", "東久留米市 総合戦略 進捗状況"], "has no edition before 2024"),
    (["--from", "2024", "--to", "2025"], "name the series as well"),
    ([*KPI, "--series", "x"], "not both"),
    ([*KPI, "--pairs", "nowhere.toml"], "nowhere.toml does not exist"),
    ([*KPI, "--json", "/proc/nowhere/x.json"], "Cannot write"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_what_cannot_be_compared_is_said(
    folder: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert diff(folder, *arguments) == 2
    told = capsys.readouterr().err
    assert message in told.replace("\n", " ")
    assert "Traceback" not in told


def test_a_decision_that_fits_nothing_is_refused(folder: Path, tmp_path: Path, capsys: Any) -> None:
    pairs = tmp_path / "pairs.toml"
    head = f'[[pair]]\nfrom = "{KPI[0]}"\nto = "{KPI[1]}"\ndataset = "kpi"\n'
    pairs.write_text(head + 'before = "人工"\nafter = "人口"\nreason = "x"\n', "utf-8")
    assert diff(folder, *KPI, "--pairs", pairs) == 2
    assert "has no 人工: did you mean 人口?" in capsys.readouterr().err


def test_the_json_keeps_its_schema(folder: Path, tmp_path: Path) -> None:
    schema = json.loads((ROOT / "schemas" / "comparison.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for pair in (KPI, REPORT, (KPI[0], KPI[0])):
        target = tmp_path / "comparison.json"
        diff(folder, *pair, "--json", target)
        written = json.loads(target.read_text("utf-8"))
        jsonschema.Draft202012Validator(schema).validate(written)
        assert sum(written["counts"].values()) == len(written["changes"])
        assert written["is_same"] is (pair[0] == pair[1])
    assert schema["$defs"]["Change"]["properties"]["kind"]["enum"] == list(KINDS)
    first = target.read_bytes()
    diff(folder, *pair, "--json", target)
    assert target.read_bytes() == first


def test_every_change_points_to_its_print(folder: Path) -> None:
    diff(folder, *KPI)
    for row in rows(folder, *KPI):
        for side, names in (("from", row["before_names"]), ("to", row["after_names"])):
            assert (row[f"{side}_page"] is None) is (not names)
            assert row[f"{side}_page"] is None or row[f"{side}_x0"] < row[f"{side}_x1"]


def test_the_terminal_tells_what_matters_most_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    diff(folder, *REPORT)
    told = capsys.readouterr().out
    order = [
        told.index(word) for word in ("merged ", "removed ", "restated ", "renamed ", "department changed: ")
    ]
    assert order == sorted(order)
    assert "+236,201,000 = +49,635,000 in 2 new, +173,683,000 in 39 continuing" in told


def test_the_workbook(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "changes.xlsx"
    diff(folder, *REPORT, "--xlsx", target)
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["概要", "変更一覧", "事業費の比較", "数値の対照", "対応表"]
    sheet = book["変更一覧"]
    assert [cell.value for cell in sheet[1]][:4] == ["番号", "重要度", "対象", "変更の種類"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.max_row) == ("A2", "A1:R26", 26)
    assert [cell.value for cell in sheet[2]][3:6] == [
        "統合",
        "庁内業務系システム運用保守事務\n庁内情報系システム運用保守事務",
        "庁内システム運用保守事務",
    ]
    amounts = book["事業費の比較"]
    assert amounts["F2"].number_format == "#,##0;[Red]▲#,##0"
    assert amounts["F2"].value == 412_606_000
    summary = {(row[0].value, row[1].value) for row in book["概要"].iter_rows()}
    assert ("検算（当年度版の計－前年度版の計）", "一致") in summary


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t="])
def test_nothing_printed_becomes_a_formula(start: str) -> None:
    name = f'{start}HYPERLINK("http://example.invalid","事業")'
    before = edition("old", project(name, {"settlement 2023": 100}, departments=[name], summary=name))
    after = edition(
        "new",
        project("広報事業\x0b", {"settlement 2023": 100, "settlement 2024": 90}),
        kpi("件数", {"actual 2024": name}),
    )
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(compare(before, after))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    texts = [cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith(start)]
    assert texts
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in texts)


def test_history_over_two_editions(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    curated = with_series(folder, tmp_path, KPI, "進捗/状況")
    where = ["--curated", str(curated), "--raw", str(RAW)]
    assert main(["history", "オンライン化すべき手続類型", *where]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["2024", "actual", "90.7", "90.2*"] in lines
    part = pq.read_table(curated / "kpi_history" / "進捗_状況.parquet").to_pylist()
    sport = [
        r for r in part if r["indicator_name"] == "年間のスポーツ施設の利用者数" and r["role"] == "actual"
    ]
    assert {row["unit_now"] for row in sport} == {"千人"}
    assert {row["unit"] for row in sport} == {"人", "千人"}
    assert main(["history", *where]) == 0
    assert "h001 人口 [人]: 2024 116,512, 2025 116,204" in capsys.readouterr().out
    assert main(["history", "どこにもない指標", *where]) == 2
    assert "has no indicator どこにもない指標" in capsys.readouterr().err
    assert main(["history", "--series", "別", *where]) == 2


def test_history_needs_a_series_of_several_editions(
    curated: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["history", "--curated", str(curated)]) == 2
    assert "two editions with indicators" in capsys.readouterr().err
