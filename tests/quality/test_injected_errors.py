"""Errors put into sound figures: noticed where a witness looks, and never repaired into something else."""

from __future__ import annotations

from benchmarks.injected_errors.measure import Ledger, is_noticed, ledger_of, ledgers, measure, with_texts
from benchmarks.injected_errors.perturbations import KINDS
from benchmarks.injected_errors.shares import shares
from pipeline.evidence import lines_of
from pipeline.project_rows import project_rows
from quality.evidence import judge
from tests.bundled import RAW
from tests.quality.budget_table import Cells, project

ROWS: list[Cells] = [
    ("事業一", "1,200", "1,000", "200", "120.0"),
    ("事業二", "3,456", "4,000", "▲ 544", "86.4"),
    ("事業三", "95", "-", "95", "皆増"),
    ("新規", "30", "-", "-", "-"),
]


def budget() -> Ledger:
    made = tuple(project(row, i) for i, row in enumerate(ROWS))
    return ledger_of("d", lines_of(made, project_rows(made, {})), [])


def test_single_figures_are_noticed_and_no_repair_is_wrong() -> None:
    found = measure(list(ledgers([RAW])), count=400, seed=11)
    assert set(found) == set(KINDS)
    assert sum(count.wrong for count in found.values()) == 0
    single = [found[kind] for kind in ("one digit changed", "two digits swapped", "scanner's confusion")]
    assert sum(c.detected for c in single) >= 0.95 * sum(c.witnessed for c in single)
    assert sum(count.repaired for count in found.values()) > 0


def test_a_ledger_without_figures_has_no_tables() -> None:
    assert ledger_of("d", [], []).tables == ()


def test_a_rate_is_read_wrongly_for_what_it_is_not_as_a_dash() -> None:
    ledger = budget()
    [key] = [key for key, text in ledger.judgement.prints.items() if text == "86.4"]
    judgement = judge(*with_texts(ledger, {key: "89.4"}))
    assert judgement.prints[key] == "89.4" and judgement.values[key].number is not None
    assert is_noticed({key: "89.4"}, judgement)


def test_shares_count_what_a_witness_looks_at_and_what_it_proves() -> None:
    found = shares([budget()])
    assert found["with 増減"]["all"] == 16
    # The change of a new project is '-'; beside a '-' for last year and ratio any amount would do.
    assert (found["with 増減"]["with a witness"], found["with 増減"]["proved"]) == (15, 14)
    assert found["amounts"]["all"] == 8 and found["contradictions"]["all"] == 0
