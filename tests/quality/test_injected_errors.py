"""Errors put into sound figures: noticed where a witness looks, and never repaired into something else."""

from __future__ import annotations

from benchmarks.injected_errors.measure import ledger_of, ledgers, measure
from benchmarks.injected_errors.perturbations import KINDS
from tests.bundled import RAW


def test_single_figures_are_noticed_and_no_repair_is_wrong() -> None:
    found = measure(list(ledgers([RAW])), count=400, seed=11)
    assert set(found) == set(KINDS)
    assert sum(count.wrong for count in found.values()) == 0
    single = [found[kind] for kind in ("one digit changed", "two digits swapped", "scanner's confusion")]
    assert sum(c.detected for c in single) >= 0.95 * sum(c.witnessed for c in single)
    assert sum(count.repaired for count in found.values()) > 0


def test_a_ledger_without_figures_has_no_tables() -> None:
    assert ledger_of("d", [], []).tables == ()
