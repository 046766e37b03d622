"""Documents of many layouts, drawn for the purpose, are read from PDF to facts.

The layouts follow the ways in which municipalities print (tests/layouts/README.md); places, projects
and figures are invented. The second batch (b2_) was drawn by another hand after the rules were made,
so that it shows how they carry over; the seventh (b7_) and the eighth (b8_) by hands that had seen neither
rules nor vocabulary, the latter after columns and words of real documents.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bundled import ROOT, read_folder
from tests.truth.facts import differences
from tests.truth.stated_facts import Compared, compare, read_truth, together

LAYOUTS = ROOT / "tests" / "layouts"
TRUTHS = sorted(p for p in (LAYOUTS / "truth").glob("*.json") if (LAYOUTS / "pdf" / f"{p.stem}.pdf").exists())
FIRST = [p for p in TRUTHS if not p.stem.startswith(("b2_", "b7_", "b8_", "b9_"))]
SECOND = [p for p in TRUTHS if p.stem.startswith("b2_")]
EIGHTH = [p for p in TRUTHS if p.stem.startswith("b8_")]
NINTH = [p for p in TRUTHS if p.stem.startswith("b9_")]
SEVENTH = [p for p in TRUTHS if p.stem.startswith("b7_")]
CONTROLS = [p for p in TRUTHS if "neg_" in p.stem]

FIRST_F1 = 0.99
SECOND_F1 = 0.985
SEVENTH_F1 = 0.97
EIGHTH_F1 = 0.99
NINTH_F1 = 0.96


@pytest.fixture(scope="module")
def layouts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The datasets of all layouts, read now."""
    folder = tmp_path_factory.mktemp("layouts")
    read_folder(LAYOUTS / "pdf", folder)
    return folder


def compared(paths: list[Path], curated: Path) -> dict[str, Compared]:
    return {p.stem: compare(read_truth(p), curated, p.stem) for p in paths}


def expect(found: dict[str, Compared], at_least: float) -> None:
    whole = together(found.values())
    if whole.f1 < at_least:
        worst = sorted((c.f1, name) for name, c in found.items() if c.f1 < 1)[:6]
        shown = [
            f"{name}: {f1:.4f}\n" + differences(found[name].published, found[name].produced, 3)
            for f1, name in worst
        ]
        pytest.fail(f"F1 is {whole.f1:.4f}, below {at_least}\n" + "\n".join(shown), pytrace=False)


def test_the_layouts_the_rules_were_made_with(layouts: Path) -> None:
    expect(compared(FIRST, layouts), FIRST_F1)


@pytest.mark.skipif(not SECOND, reason="no second batch")
def test_layouts_drawn_afterwards(layouts: Path) -> None:
    expect(compared(SECOND, layouts), SECOND_F1)


def test_layouts_that_no_rule_was_made_for(layouts: Path) -> None:
    expect(compared(SEVENTH, layouts), SEVENTH_F1)


@pytest.mark.skipif(not EIGHTH, reason="no eighth batch")
def test_layouts_drawn_after_real_documents(layouts: Path) -> None:
    expect(compared(EIGHTH, layouts), EIGHTH_F1)


@pytest.mark.skipif(not NINTH, reason="no ninth batch")
def test_layouts_drawn_while_those_were_learnt(layouts: Path) -> None:
    expect(compared(NINTH, layouts), NINTH_F1)


@pytest.mark.parametrize("path", CONTROLS, ids=lambda p: p.stem)
def test_a_document_without_indicators_and_projects_gives_none(path: Path, layouts: Path) -> None:
    found = compare(read_truth(path), layouts, path.stem)
    assert not found.produced, differences(found.published, found.produced)
