"""What comes out of the bundled documents is what is printed in them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.bundled import ROOT, TRUTH
from tests.truth.facts import (
    Fact,
    differences,
    f1,
    produced_facts,
    produced_programmes,
    published_facts,
    published_programmes,
)

DOCUMENTS = (
    "higashikurume_dx_policy_2022",
    "higashikurume_kpi_2024",
    "higashikurume_policy_report_2024",
    "higashikurume_policy_review_2019",
    "nishitokyo_basic_plan_2024",
)
NEXT_EDITIONS = {
    "higashikurume_kpi_2025_simulated": 0.99,
    "higashikurume_policy_report_2025_simulated": 0.99,
    "nishitokyo_basic_plan_2024_radicals": 0.97,
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_bundled_document(curated: Path, name: str) -> None:
    compare(curated, name, at_least=0.97)


@pytest.mark.parametrize(("name", "at_least"), NEXT_EDITIONS.items())
def test_a_next_edition(curated_editions: Path, name: str, at_least: float) -> None:
    compare(curated_editions, name, at_least)


def test_slides_without_indicators_and_projects_give_none(curated: Path) -> None:
    name = "higashikurume_dx_policy_2022"
    for dataset in ("kpis", "kpi_values", "projects", "project_amounts", "programmes", "findings"):
        assert pq.read_table(curated / dataset / f"{name}.parquet").to_pylist() == [], dataset
    assert pq.read_table(curated / "cells" / f"{name}.parquet").num_rows > 100


def test_the_lists_of_programmes(curated: Path, curated_editions: Path) -> None:
    for name in DOCUMENTS:
        expect(published_programmes(truth_of(name)), produced_programmes(curated, name), 1.0)
    for name in NEXT_EDITIONS:
        expect(published_programmes(truth_of(name)), produced_programmes(curated_editions, name), 1.0)


def test_all_bundled_documents_together(curated: Path) -> None:
    published: Counter[Fact] = Counter()
    produced: Counter[Fact] = Counter()
    for name in DOCUMENTS:
        published += published_facts(truth_of(name)).figures
        produced += produced_facts(curated, name).figures
    expect(published, produced, 0.99)


def test_the_scorer_agrees(curated: Path, tmp_path: Path) -> None:
    scorer = ROOT.parent / "shared" / "score" / "score.py"
    if not scorer.exists():
        pytest.skip("no scorer here")
    totals = tmp_path / "totals.json"
    truths = [str(TRUTH / f"{name}.json") for name in DOCUMENTS]
    subprocess.run(
        [sys.executable, str(scorer), str(curated), *truths, "--json", str(totals)],
        check=True,
        capture_output=True,
    )
    assert json.loads(totals.read_text())["facts_f1"] >= 0.99


def compare(curated: Path, name: str, at_least: float) -> None:
    published, produced = published_facts(truth_of(name)), produced_facts(curated, name)
    expect(published.figures, produced.figures, at_least)
    expect(published.texts, produced.texts, 0.97)


def expect(published: Counter[Fact], produced: Counter[Fact], at_least: float) -> None:
    reached = f1(published, produced)
    if reached < at_least:
        pytest.fail(
            f"F1 is {reached:.4f}, below {at_least}\n" + differences(published, produced), pytrace=False
        )


def truth_of(name: str) -> dict[str, object]:
    truth: dict[str, object] = json.loads((TRUTH / f"{name}.json").read_text("utf-8"))
    return truth
