"""Leave one municipality out: how well its documents are read without its own words.

    python -m benchmarks.ablation [--real DIR] [--details FILE]

For each municipality (of the bundled documents and of a folder of real publications) and for each
drawn layout, the words that only its labels use are taken out of the vocabulary and its documents
are read again. Prints a table in Markdown: words removed, F1 with and without them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.ablation.own_words import label_words, own_words
from extract.sheet import read_sheets
from pipeline import contents, document
from pipeline.sources import Source
from schemas.vocabulary import Vocabulary, load_vocabulary
from tests.bundled import RAW, ROOT, TRUTH
from tests.truth.stated_facts import Compared, compare_rows, read_truth, together

READER = "pdfium"
SCANS = ("kodaira_scan",)


@dataclass
class Group:
    """The documents of one municipality (or one layout) as pairs of PDF and truth."""

    name: str
    batch: str
    pairs: list[tuple[Path, Path]] = field(default_factory=list)


@dataclass(frozen=True)
class Result:
    """A group with its own words and its facts as read with all words and without those."""

    group: Group
    words: tuple[str, ...]
    full: Compared
    reduced: Compared


def find_groups(real: Path | None) -> list[Group]:
    """The municipalities by the beginning of their files' names, and each layout for itself."""
    layouts = ROOT / "tests" / "layouts"
    folders = [("bundled", RAW, TRUTH), ("layout", layouts / "pdf", layouts / "truth")]
    if real is not None:
        folders.insert(0, ("real", real / "pdf", real / "truth"))
    groups: dict[tuple[str, str], Group] = {}
    for batch, pdfs, truths in folders:
        for truth in sorted(truths.glob("*.json")):
            pdf = pdfs / f"{truth.stem}.pdf"
            if not pdf.exists() or truth.stem in SCANS or ".diff" in truth.name:
                continue
            name = truth.stem if batch == "layout" else truth.stem.split("_")[0]
            kind = "layouts drawn afterwards" if name.startswith(("b2_", "b7_")) else batch
            groups.setdefault((batch, name), Group(name, kind)).pairs.append((pdf, truth))
    return list(groups.values())


def read_group(group: Group, vocabulary: Vocabulary) -> Compared:
    """The facts of a group's documents, read with this vocabulary."""
    return together(_read_with(pdf, truth, vocabulary) for pdf, truth in group.pairs)


def _read_with(pdf: Path, truth: Path, vocabulary: Vocabulary) -> Compared:
    with _using(vocabulary):
        rows = document.document_rows(Source(pdf.stem, pdf), READER)
    return compare_rows(read_truth(truth), rows)


@contextmanager
def _using(vocabulary: Vocabulary) -> Iterator[None]:
    held = contents.load_vocabulary
    contents.load_vocabulary = lambda: vocabulary  # type: ignore[assignment]
    try:
        yield
    finally:
        contents.load_vocabulary = held


def ablate(groups: Iterable[Group], vocabulary: Vocabulary) -> list[Result]:
    """Each group read with all words and without its own."""
    held = list(groups)
    words = {
        g.name: set().union(*(label_words(read_sheets(pdf, READER), vocabulary) for pdf, _ in g.pairs))
        for g in held
    }
    own = own_words(words)
    results = []
    for group in held:
        full = read_group(group, vocabulary)
        mine = tuple(sorted(own[group.name]))
        reduced = read_group(group, vocabulary.without(mine)) if mine else full
        results.append(Result(group, mine, full, reduced))
    return results


def markdown(results: list[Result]) -> str:
    """The results as tables, a batch each, with the sum over the batch."""
    blocks = []
    for batch in dict.fromkeys(r.group.batch for r in results):
        part = [r for r in results if r.group.batch == batch]
        lines = [f"| {batch} | facts | words removed | F1 full | F1 reduced |", "|---|--:|--:|--:|--:|"]
        lines += [_line(r.group.name, [r]) for r in part]
        blocks.append("\n".join([*lines, _line("**all**", part)]))
    everything = ["| all batches | facts | words removed | F1 full | F1 reduced |", "|---|--:|--:|--:|--:|"]
    blocks.append("\n".join([*everything, _line("**all**", results)]))
    return "\n\n".join(blocks) + "\n"


def _line(name: str, part: list[Result]) -> str:
    full, reduced = together(r.full for r in part), together(r.reduced for r in part)
    words = sum(len(r.words) for r in part)
    return f"| {name} | {full.published.total()} | {words} | {full.f1:.3f} | {reduced.f1:.3f} |"


def details(results: list[Result]) -> list[dict[str, object]]:
    """For each group what was removed, and the first facts that were lost by it."""
    return [
        {
            "group": r.group.name,
            "words": r.words,
            "f1_full": round(r.full.f1, 4),
            "f1_reduced": round(r.reduced.f1, 4),
            "lost": [str(f) for f in list((r.full.produced & r.full.published) - r.reduced.produced)[:8]],
            "wrong": [str(f) for f in list(r.reduced.produced - r.reduced.published)[:8]],
        }
        for r in results
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--real", type=Path, metavar="DIR", help="folder with pdf/ and truth/ of publications"
    )
    parser.add_argument("--details", type=Path, metavar="FILE", help="write words and lost facts here (JSON)")
    chosen = parser.parse_args()
    results = ablate(find_groups(chosen.real), load_vocabulary())
    sys.stdout.write(markdown(results))
    if chosen.details is not None:
        chosen.details.write_text(json.dumps(details(results), ensure_ascii=False, indent=1), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
