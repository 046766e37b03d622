"""Where the bundled documents and what is printed in them stand, and how a test reads a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.run import RunOptions, RunOutcome, run

ROOT = Path(__file__).resolve().parent.parent
RAW = ROOT / "raw"
EDITIONS = ROOT / "tests" / "editions"
TRUTH = ROOT / "tests" / "truth"


def read_folder(raw: Path, curated: Path, **options: Any) -> RunOutcome:
    """A run over a folder, with two workers where not said otherwise."""
    settings: dict[str, Any] = {"workers": 2, **options}
    return run(RunOptions(raw, curated, **settings), lambda source, total, was_read: None)
