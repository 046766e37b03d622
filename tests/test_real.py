"""Real publications beside the project: their facts come out, by municipality and in all.

They are not part of the project; without them (GYOSEI_REAL or ../shared/real) these tests are skipped.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bundled import read_folder
from tests.truth.facts import differences
from tests.truth.stated_facts import Compared, compare, read_truth, together

SCANS = ("kodaira_scan",)
"""Without a text layer: nothing can be read of them before characters are recognised."""

OVERALL_F1, OVERALL_PRECISION, MUNICIPALITY_F1 = 0.97, 0.98, 0.93


@pytest.fixture(scope="module")
def real(real_pdfs: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Compared]:
    """The facts of each real publication with a text layer, by its id."""
    curated = tmp_path_factory.mktemp("real")
    read_folder(real_pdfs, curated)
    truths = sorted((real_pdfs.parent / "truth").glob("*.json"))
    return {p.stem: compare(read_truth(p), curated, p.stem) for p in truths if p.stem not in SCANS}


def shown(found: dict[str, Compared]) -> str:
    return "\n".join(
        f"{name}\n{differences(c.published, c.produced, 3)}" for name, c in found.items() if c.f1 < 1
    )


def test_all_publications_together(real: dict[str, Compared]) -> None:
    whole = together(real.values())
    assert whole.published.total() > 900
    assert whole.f1 >= OVERALL_F1, shown(real)
    assert whole.precision >= OVERALL_PRECISION, shown(real)


def test_no_municipality_is_left_behind(real: dict[str, Compared]) -> None:
    """The part of a file's name before the first underscore is its municipality."""
    by_place: dict[str, list[Compared]] = {}
    for name, found in real.items():
        by_place.setdefault(name.split("_")[0], []).append(found)
    behind = {place: f1 for place, parts in by_place.items() if (f1 := together(parts).f1) < MUNICIPALITY_F1}
    assert not behind, shown(real)


def test_papers_without_indicators_and_projects_give_none(real: dict[str, Compared]) -> None:
    controls = {name: found for name, found in real.items() if name.startswith("neg_")}
    assert len(controls) == 4
    assert {name for name, found in controls.items() if found.produced} == set()
