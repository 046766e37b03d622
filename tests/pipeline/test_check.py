"""gyosei check: its table, its lines, its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.check import check
from pipeline.cli import main
from schemas.dataset import datasets

KPIS = "higashikurume_kpi_2024"
BUDGET = "higashikurume_policy_report_2024"


def test_statuses_add_up_to_the_values(curated: Path) -> None:
    for document in check(curated, ()):
        assert sum(document.statuses.values()) == document.values


def test_budget_tables_with_changes_are_proved(curated: Path) -> None:
    [document] = check(curated, (BUDGET,))
    assert document.statuses["proved"] >= 0.95 * document.values
    assert {rule.rule for rule in document.rules} >= {"change", "ratio"}
    assert document.is_clean


def test_clean_documents_exit_0(curated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", BUDGET, "--curated", str(curated)]) == 0
    shown = capsys.readouterr().out
    assert BUDGET in shown and "change" in shown


def test_json_holds_what_the_table_holds(curated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", BUDGET, "--curated", str(curated), "--json"])
    [document] = json.loads(capsys.readouterr().out)
    assert document["document_id"] == BUDGET
    assert set(document["statuses"]) == {"proved", "read", "corrected", "doubtful"}


@pytest.mark.parametrize("arguments", [["nowhere"], []])
def test_what_is_not_there_exits_2(
    curated: Path, tmp_path: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = curated if arguments else tmp_path
    assert main(["check", *arguments, "--curated", str(folder)]) == 2
    assert "no document" in capsys.readouterr().err


def series_of(tmp_path: Path, editions: dict[str, Path], series: str | None) -> Path:
    """A folder with documents of two others, as if sources.toml named their series."""
    for document_id, folder in editions.items():
        for dataset in datasets():
            (tmp_path / dataset).mkdir(exist_ok=True)
            part = pq.read_table(folder / dataset / f"{document_id}.parquet")
            if dataset == "documents":
                [row] = part.to_pylist()
                row |= {"series": series, "municipality_code": None}
                part = pa.Table.from_pylist([row], schema=part.schema)
            pq.write_table(part, tmp_path / dataset / f"{document_id}.parquet")
    return tmp_path


@pytest.mark.parametrize("series", ["進捗状況", None])
def test_another_edition_of_the_series_proves_what_it_prints_alike(
    curated: Path, curated_editions: Path, tmp_path: Path, series: str | None
) -> None:
    editions = {KPIS: curated, "higashikurume_kpi_2025_simulated": curated_editions}
    alone, _ = check(series_of(tmp_path, editions, None), ())
    former, _ = check(series_of(tmp_path, editions, series), ())
    told = [row for row in former.findings if row["rule"] == "other_edition"]
    if series is None:
        assert not told and former.statuses == alone.statuses
        return
    assert former.statuses["proved"] > alone.statuses["proved"] + 50
    assert sum(former.statuses.values()) == former.values
    assert [(row["observed"], row["expected"]) for row in told] == [
        ("515.0", "514.2"), ("90.7", "90.2"), ("3.42", "3.40"),
    ]  # fmt: skip
    assert all(row["name"] and row["page"] and "prints it otherwise" in row["message"] for row in told)
    assert not former.is_clean


def test_a_finding_is_a_line_with_page_name_what_and_why(
    curated: Path, curated_editions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    editions = {KPIS: curated, "higashikurume_kpi_2025_simulated": curated_editions}
    assert main(["check", KPIS, "--curated", str(series_of(tmp_path, editions, "s"))]) == 1
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    [line] = [line for line in lines if "'3.42'" in line]
    assert line.startswith(
        "p. 18  warning  other_edition  市民一人あたりの公園緑地面積 value '3.42' (expected '3.40')"
    )
