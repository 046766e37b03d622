"""The datasets of a curated folder, whole, with the credits of the documents they were made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.refusal import RefusedError
from schemas.arrow import arrow_schema
from schemas.dataset import Dataset, Row, datasets
from schemas.licences import credit_of

CREDIT_COLUMNS = {
    "document_id": "文書ID",
    "municipality_name": "団体名",
    "title": "表題",
    "source": "出典",
    "processed": "加工の表示",
    "license": "利用条件",
    "license_url": "利用条件のURL",
    "source_url": "取得元URL",
    "landing_url": "掲載ページURL",
    "sha256": "SHA-256",
}
"""What is told of each publication beside its data, with the Japanese headings."""


@dataclass(frozen=True, slots=True)
class Curated:
    """A curated folder, restricted to some datasets and documents ('()': all of them)."""

    folder: Path
    datasets: tuple[Dataset, ...]
    documents: tuple[str, ...]

    def parts(self, dataset: Dataset) -> list[Path]:
        """The parts of a dataset by document id."""
        return [self.folder / dataset.name / f"{document_id}.parquet" for document_id in self.documents]

    def table(self, dataset: Dataset) -> pa.Table:
        """All rows of a dataset, documents by id, with the declared columns."""
        schema = arrow_schema(dataset)
        tables = [pq.read_table(path, schema=schema) for path in self.parts(dataset)]
        return pa.concat_tables(tables) if tables else schema.empty_table()

    def rows(self, dataset: Dataset) -> Iterator[Row]:
        """The rows of a dataset, a part at a time in memory."""
        for path in self.parts(dataset):
            yield from pq.read_table(path, schema=arrow_schema(dataset)).to_pylist()

    def count(self, dataset: Dataset) -> int:
        """The number of rows of a dataset."""
        return sum(pq.read_metadata(path).num_rows for path in self.parts(dataset))

    def credits(self) -> list[Row]:
        """What to print beside the data of each document, by the names of CREDIT_COLUMNS."""
        return [_credit(row) for row in self.rows(datasets()["documents"])]


def open_curated(folder: Path, names: Sequence[str], documents: Sequence[str]) -> Curated:
    """The folder with the datasets and documents that are named, all where none is.

    Raises RefusedError for a folder that holds no data and for names that are not there.
    """
    declared = datasets()
    for name in names:
        if name not in declared:
            raise RefusedError(f"There is no dataset {name}: there are {', '.join(declared)}.")
    known = sorted(path.stem for path in (folder / "documents").glob("*.parquet"))
    if not known:
        raise RefusedError(f"{folder} holds no documents: run `gyosei run` first, or name it with --curated.")
    for document_id in documents:
        if document_id not in known:
            raise RefusedError(f"There is no document {document_id} in {folder}.")
    wanted = tuple(dataset for name, dataset in declared.items() if not names or name in names)
    curated = Curated(folder, wanted, tuple(documents) or tuple(known))
    for dataset in wanted:
        for path in curated.parts(dataset):
            if not path.exists():
                raise RefusedError(f"{path} is missing: run `gyosei run --only {path.stem} --force`.")
    return curated


def _credit(row: Row) -> Row:
    credit = credit_of(row)
    return {
        "document_id": row["document_id"],
        "municipality_name": row["municipality_name"],
        "title": row["title"],
        "source": credit.source,
        "processed": credit.processed,
        "license": credit.licence.title_ja,
        "license_url": credit.licence.url or None,
        "source_url": row["source_url"],
        "landing_url": row["landing_url"],
        "sha256": row["sha256"],
    }
