"""What the shell offers for an option: document ids and datasets (argcomplete calls these)."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def offers_documents(action: argparse.Action) -> None:
    """The shell offers the ids of the documents of raw/ and curated/ for this option."""
    vars(action)["completer"] = document_ids


def offers_datasets(action: argparse.Action) -> None:
    """The shell offers the datasets for this option."""
    vars(action)["completer"] = dataset_names


def document_ids(prefix: str, parsed_args: argparse.Namespace, **_: Any) -> list[str]:
    """The ids that begin so, of what is curated and, where the command knows raw/, of what lies there."""
    curated = getattr(parsed_args, "curated", Path("curated"))
    raw = getattr(parsed_args, "raw", Path("raw"))
    found = {path.stem for path in (curated / "documents").glob("*.parquet")}
    return sorted(name for name in found | _listed(raw) if name.startswith(prefix))


def dataset_names(prefix: str, **_: Any) -> list[str]:
    """The datasets that begin so."""
    from schemas.dataset import datasets

    return [name for name in datasets() if name.startswith(prefix)]


def _listed(raw: Path) -> set[str]:
    from pipeline.refusal import RefusedError
    from pipeline.sources import read_sources

    try:
        return {source.document_id for source in read_sources(raw)}
    except (RefusedError, OSError):
        return set()
