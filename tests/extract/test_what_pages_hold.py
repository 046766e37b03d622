"""The list of what a page may hold names tests that are there, and all of them for both readers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NAMED = re.findall(r"`(test_\w+\.py)::(test_\w+)`", (HERE / "README.md").read_text(encoding="utf-8"))


def test_the_list_names_tests() -> None:
    assert len(NAMED) > 30


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_a_named_test_is_there_and_reads_with_both(file: str, test: str) -> None:
    source = (HERE / file).read_text(encoding="utf-8")
    before, found, _ = source.partition(f"def {test}(")
    assert found, f"{file} has no {test}"
    every_test = re.search(r"@pytest\.fixture\(params=\[\"pdfium\", \"pdfplumber\"\]\)", source)
    # the decorators of a test stand between it and the test before it
    own = before.rsplit("\n\n\n", 1)[-1]
    assert every_test or "@BOTH" in own or '"pdfplumber"' in own or file == "test_counts.py"
