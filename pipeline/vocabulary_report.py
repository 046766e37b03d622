"""What the vocabulary knows, and which labels figures wait for: `gyosei vocabulary`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from normalize.width import fold
from pipeline.refusal import RefusedError
from schemas.dataset import Row
from schemas.vocabulary import FACETS, Vocabulary

RULE = "label_unknown"
"""The rule of the findings that name a label which the vocabulary does not know."""

_MESSAGE = "The vocabulary does not know this label; {} figures wait for it."
_COUNT = re.compile(re.escape(_MESSAGE).replace(r"\{\}", r"(\d+)"))


class NothingCuratedError(RefusedError):
    """There are no findings to look at; the message is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A label that the vocabulary does not know: its prints folded together.

    `figures` stand under it or beside it in all `documents`; `place` is the first one ('id, page 3').
    """

    label: str
    figures: int
    documents: tuple[str, ...]
    place: str


def waiting_message(figures: int) -> str:
    """The message of the finding about an unknown label with so many figures under it."""
    return _MESSAGE.format(figures)


def figures_waiting(message: str) -> int:
    """The number of figures in the message of such a finding; 0 for another message."""
    match = _COUNT.fullmatch(message)
    return int(match.group(1)) if match else 0


def read_findings(curated: Path) -> list[Row]:
    """All findings of a curated folder by document, in their order. Raises NothingCuratedError."""
    parts = sorted((curated / "findings").glob("*.parquet"))
    if not parts:
        raise NothingCuratedError(f"There are no findings in {curated}: run `gyosei run` first.")
    return [row for part in parts for row in pq.read_table(part).to_pylist()]


def unknown_labels(findings: Iterable[Row]) -> list[Waiting]:
    """The unknown labels of these findings, those that most figures wait for first.

    Labels that differ only in width, white space and line breaks are one.
    """
    found: dict[str, Waiting] = {}
    for row in findings:
        if row["rule"] != RULE:
            continue
        label = " ".join(str(row["observed"]).split())
        key = fold(label)
        figures = figures_waiting(row["message"])
        document = row["document_id"]
        held = found.get(key, Waiting(label, 0, (), f"{document}, page {row['page']}"))
        documents = held.documents if document in held.documents else (*held.documents, document)
        found[key] = Waiting(held.label, held.figures + figures, documents, held.place)
    return sorted(found.values(), key=lambda w: (-w.figures, w.label))


def known_words(vocabulary: Vocabulary) -> list[tuple[str, tuple[str, ...]]]:
    """The words by what they say ('role.target', 'whole', 'filler'), in the order of the file."""
    table: dict[str, list[str]] = {}
    for word in vocabulary.words.values():
        told = [f"{facet}.{value}" for facet in FACETS if (value := getattr(word, facet))]
        told += [name for name in ("whole", "component", "filler") if getattr(word, name)]
        for name in told:
            table.setdefault(name, []).append(word.text)
    table["total_row"] = sorted(vocabulary.total_words)
    table["series"] = sorted(vocabulary.series_words)
    return [(name, tuple(words)) for name, words in table.items()]
