"""The parts of a document in curated/: Parquet bytes, and how they come to lie there whole."""

from __future__ import annotations

import contextlib
import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.replacing import MEMORY, replace_together
from pipeline.storage import Content
from schemas.arrow import arrow_schema, arrow_table
from schemas.dataset import Dataset, Row, datasets

LAST = "documents"
"""The dataset whose part is written last: what it says of a document is then true of all others."""

DESCRIPTOR = "datapackage.json"

OPTIONS = {
    "compression": "zstd",
    "compression_level": 9,
    "version": "2.6",
    "data_page_version": "1.0",
    "use_dictionary": True,
    "write_statistics": True,
}

AddRows = Callable[[Mapping[str, Sequence[Row]]], None]
"""Told the rows of a stretch of a document, by dataset."""


def part_bytes(dataset: Dataset, rows: Sequence[Row]) -> bytes:
    """The part as the bytes of a Parquet file; the same rows give the same bytes.

    Written with fixed options, one row group, and no metadata but the schema.
    """
    buffer = io.BytesIO()
    pq.write_table(arrow_table(dataset, rows), buffer, row_group_size=max(1, len(rows)), **OPTIONS)
    return buffer.getvalue()


@contextlib.contextmanager
def part_files(folder: Path) -> Iterator[tuple[dict[str, Path], AddRows]]:
    """The parts of a document as files of a folder, and what writes the rows of a stretch into them.

    Each stretch is a row group; the rows of a document in one stretch give the bytes of `part_bytes`. The
    files are whole when the context ends. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = {name: folder / f"{name}.parquet" for name in datasets()}
    written: set[str] = set()
    with contextlib.ExitStack() as stack:
        writers = {
            name: stack.enter_context(pq.ParquetWriter(files[name], arrow_schema(dataset), **OPTIONS))
            for name, dataset in datasets().items()
        }

        def add(rows: Mapping[str, Sequence[Row]]) -> None:
            for name, held in rows.items():
                if held:
                    writers[name].write_table(arrow_table(datasets()[name], held), row_group_size=len(held))
                    written.add(name)
            pa.default_memory_pool().release_unused()

        yield files, add
        for name in datasets().keys() - written:
            writers[name].write_table(arrow_table(datasets()[name], []), row_group_size=1)


def part_path(curated: Path, dataset: str, document_id: str) -> Path:
    """Where the part of a document lies: curated/<dataset>/<document_id>.parquet."""
    return curated / dataset / f"{document_id}.parquet"


def write_parts(curated: Path, document_id: str, parts: Mapping[str, Content]) -> None:
    """Replaces all parts of a document as one change, the documents part last. Raises OSError."""
    names = sorted(parts, key=lambda name: (name == LAST, name))
    contents = {part_path(curated, name, document_id): parts[name] for name in names}
    replace_together(curated, document_id, contents)


def stale_documents(curated: Path, keep: Iterable[str]) -> list[str]:
    """The ids of documents that have parts here and are not to be kept.

    A folder in which gyosei has not left its descriptor or its memory is none of ours: it has none.
    """
    if not (curated / DESCRIPTOR).exists() and not (curated / MEMORY).exists():
        return []
    return sorted({part.stem for name in datasets() for part in parts_of(curated, name)} - set(keep))


def parts_of(curated: Path, dataset: str) -> list[Path]:
    """The parts of a dataset in the order of their names."""
    return sorted((curated / dataset).glob("*.parquet"), key=lambda path: path.name)


def digest_of_parts(curated: Path, document_id: str) -> str | None:
    """One hash over all parts of a document as they lie there, None when one is missing."""
    digest = hashlib.sha256()
    for name in datasets():
        path = part_path(curated, name, document_id)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
