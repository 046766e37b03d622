"""A run: raw/ in, curated/ out."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow.parquet as pq

from pipeline.corrections import with_corrections
from pipeline.fetching.pins import with_pins
from pipeline.parts import DESCRIPTOR, part_path, remove_stale, write_parts, write_whole
from pipeline.preflight import UnreadableError, file_facts
from pipeline.reading import JUDGED, Reading
from pipeline.reuse import forget, is_current, made_from, remember
from pipeline.sources import Source, chosen, read_sources
from pipeline.workers import Limits, read_all
from schemas.datapackage import datapackage
from schemas.dataset import Row, datasets


@dataclass(frozen=True, slots=True)
class Done:
    """One document of a run: what is now in curated/ of it. `reused`: it was current already."""

    document: Row
    counts: dict[str, int]
    doubtful: int
    seconds: float
    reused: bool


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """What a run did, its documents in the order of sources.toml."""

    documents: tuple[Done, ...]
    removed: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class RunOptions:
    """Which documents to read, and how."""

    raw: Path
    curated: Path
    only: tuple[str, ...] = ()
    force: bool = False
    reader: str = "pdfium"
    repair: bool = True
    workers: int = 1
    limits: Limits = field(default_factory=Limits)


def run(options: RunOptions, progress: Callable[[Source, int, bool], None]) -> RunOutcome:
    """Reads what has changed in raw/, writes its parts, removes those of documents that are gone.

    `progress` is called with each source when it is done, with how many there are, and whether it
    was read now (False: it was current). Raises SourcesError for a raw/ that cannot be read and
    OSError when curated/ cannot be written. Documents that fail are in the outcome.
    """
    start = time.perf_counter()
    sources = with_corrections(
        with_pins(options.raw, read_sources(options.raw)), options.raw, repair=options.repair
    )
    wanted = chosen(sources, list(options.only))
    options.curated.mkdir(parents=True, exist_ok=True)
    removed = remove_stale(options.curated, (source.document_id for source in sources))
    for document_id in removed:
        forget(options.curated, document_id)
    done: dict[str, Done] = {}
    origins: dict[str, str] = {}
    to_read: list[Source] = []
    for source in wanted:
        origin = _origin(source, options.reader)
        if origin and not options.force and is_current(options.curated, source, origin):
            done[source.document_id] = _reused(options.curated, source)
            progress(source, len(wanted), False)
        else:
            origins[source.document_id] = origin or ""
            to_read.append(source)
    by_id = {source.document_id: source for source in sources}
    for reading in read_all(to_read, options.reader, options.workers, options.limits):
        source = by_id[reading.document_id]
        _keep(options.curated, source, reading, origins[reading.document_id])
        done[reading.document_id] = Done(
            reading.document, reading.counts, reading.doubtful, reading.seconds, False
        )
        progress(source, len(wanted), True)
    _describe(options.curated)
    ordered = tuple(done[source.document_id] for source in wanted)
    return RunOutcome(ordered, tuple(removed), time.perf_counter() - start)


def _origin(source: Source, reader: str) -> str | None:
    try:
        return made_from(source, file_facts(source.path).sha256, reader)
    except UnreadableError:
        return None


def _keep(curated: Path, source: Source, reading: Reading, origin: str) -> None:
    """Writes the parts; what failed is not remembered, so that the next run tries again."""
    forget(curated, source.document_id)
    write_parts(curated, source.document_id, reading.parts)
    if not reading.failed:
        remember(curated, source, origin)


def _reused(curated: Path, source: Source) -> Done:
    [document] = pq.read_table(part_path(curated, "documents", source.document_id)).to_pylist()
    counts: dict[str, int] = {}
    doubtful = 0
    for name in datasets():
        path = part_path(curated, name, source.document_id)
        counts[name] = pq.read_metadata(path).num_rows
        if name in JUDGED:
            doubtful += pq.read_table(path, columns=["status"])["status"].to_pylist().count("doubtful")
    return Done(document, counts, doubtful, 0.0, True)


def _describe(curated: Path) -> None:
    """Writes datapackage.json for all that lies in curated/, also from runs over other documents."""
    paths = {
        name: sorted(path.relative_to(curated).as_posix() for path in (curated / name).glob("*.parquet"))
        for name in datasets()
    }
    documents: Sequence[Row] = [
        row for path in paths["documents"] for row in pq.read_table(curated / path).to_pylist()
    ]
    package = datapackage(datasets().values(), paths, documents)
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    write_whole(curated / DESCRIPTOR, text.encode())
