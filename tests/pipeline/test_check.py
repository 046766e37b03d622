"""gyosei check: its table, its lines, its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.check import check
from pipeline.cli import main

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
