"""A run: raw/ in, curated/ out."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow.parquet as pq

from pipeline.corrections import with_corrections
from pipeline.fetching.pins import with_pins
from pipeline.parts import DESCRIPTOR, LAST, part_path, parts_of, stale_documents, write_parts
from pipeline.preflight import UnreadableError, file_facts
from pipeline.reading import Reading
from pipeline.replacing import replace_together
from pipeline.reuse import Remembered, forget, made_from, recall, remember
from pipeline.sources import Source, chosen, read_sources
from pipeline.storage import remote, visible
from pipeline.workers import Limits, Scanning, read_all, unheard
from pipeline.writing import writing
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
    """Which documents to read, and how; `wait` is seconds to wait for another run over the same curated/.

    `dask` is the address of a scheduler whose workers read ('local': one that is started for this run), ''
    for processes of this run. `raw` and `curated` may be at a URL (`pipeline.storage.place`).
    """

    raw: Path
    curated: Path
    only: tuple[str, ...] = ()
    force: bool = False
    reader: str = "pdfium"
    repair: bool = True
    workers: int = 1
    limits: Limits = field(default_factory=Limits)
    wait: float = 0.0
    dask: str = ""


def run(
    options: RunOptions, progress: Callable[[Source, int, bool], None], scanning: Scanning = unheard
) -> RunOutcome:
    """Reads what has changed in raw/, writes its parts, removes those of documents that are gone.

    `progress` is called with each source when it is done, with how many there are, and whether it
    was read now (False: it was current); `scanning` with each recognised page. Raises SourcesError for
    a raw/ that cannot be read, RefusedError when another run writes to curated/ or a newer gyosei did,
    and OSError when it cannot be written.
    Documents that fail are in the outcome.
    """
    start = time.perf_counter()
    sources = with_corrections(
        with_pins(options.raw, read_sources(options.raw)), options.raw, repair=options.repair
    )
    wanted = chosen(sources, list(options.only))
    with writing(options.curated, options.wait):
        done, to_read = _current(options, wanted, progress)
        origins = {source.document_id: origin for source, origin in to_read}
        by_id = {source.document_id: source for source in wanted}
        with visible([source for source, _ in to_read]) as seen:
            for reading in _readings(options, seen, scanning):
                _keep(options.curated, reading, origins[reading.document_id])
                done[reading.document_id] = Done(
                    reading.document, reading.counts, reading.doubtful, reading.seconds, False
                )
                progress(by_id[reading.document_id], len(wanted), True)
        removed = stale_documents(options.curated, (source.document_id for source in sources))
        describe(options.curated, {document_id: one.document for document_id, one in done.items()}, removed)
    ordered = tuple(done[source.document_id] for source in wanted)
    return RunOutcome(ordered, tuple(removed), time.perf_counter() - start)


def _readings(options: RunOptions, sources: Sequence[Source], scanning: Scanning) -> Iterator[Reading]:
    """The readings of documents as they are done: by processes here, or by those of a Dask cluster."""
    if options.dask:
        from pipeline.dask_run import read_on_cluster

        return read_on_cluster(sources, options.reader, options.dask, options.workers, options.limits)
    return read_all(sources, options.reader, options.workers, options.limits, scanning)


def _current(
    options: RunOptions, wanted: Sequence[Source], progress: Callable[[Source, int, bool], None]
) -> tuple[dict[str, Done], list[tuple[Source, str]]]:
    """What need not be read, by id, and what must be, with the hash of all that its data depends on."""
    done: dict[str, Done] = {}
    to_read: list[tuple[Source, str]] = []
    for source in wanted:
        origin = _origin(source, options.reader)
        known = recall(options.curated, source.document_id, origin) if origin and not options.force else None
        if known is None:
            to_read.append((source, origin))
        else:
            done[source.document_id] = Done(known.document, known.counts, known.doubtful, 0.0, True)
            progress(source, len(wanted), False)
    return done, to_read


def _origin(source: Source, reader: str) -> str:
    """The hash of all that the data of a document depends on; '' for a file that cannot be read.

    Of a file that lies elsewhere its file system says whether it changed; it is not fetched for that.
    """
    far = remote(source.path)
    if far is not None:
        version = far.version()
        return made_from(source, version, reader) if version else ""
    try:
        return made_from(source, file_facts(source.path).sha256, reader)
    except UnreadableError:
        return ""


def _keep(curated: Path, reading: Reading, origin: str) -> None:
    """Writes the parts; what a limit ended is not remembered, so that the next run tries again."""
    forget(curated, reading.document_id)
    write_parts(curated, reading.document_id, reading.parts)
    if reading.lasting and origin:
        known = Remembered(reading.document, reading.counts, reading.doubtful)
        remember(curated, reading.document_id, origin, known)


def _rows_of(part: Path) -> list[Row]:
    rows: list[Row] = pq.read_table(io.BytesIO(part.read_bytes())).to_pylist()
    return rows


def describe(curated: Path, documents: Mapping[str, Row], removed: Sequence[str] = ()) -> None:
    """Writes datapackage.json for all that lies in curated/, and removes the parts of some documents.

    `documents` are rows of the documents dataset that are known; the others are read.
    """
    gone = set(removed)
    parts = {name: [path for path in parts_of(curated, name) if path.stem not in gone] for name in datasets()}
    rows = [
        row
        for path in parts[LAST]
        for row in ([documents[path.stem]] if path.stem in documents else _rows_of(path))
    ]
    paths = {name: [f"{name}/{path.name}" for path in found] for name, found in parts.items()}
    text = json.dumps(datapackage(datasets().values(), paths, rows), ensure_ascii=False, indent=2) + "\n"
    stale = [part_path(curated, name, document_id) for name in datasets() for document_id in removed]
    for document_id in removed:
        forget(curated, document_id)
    replace_together(curated, "datapackage", {curated / DESCRIPTOR: text.encode()}, stale)
