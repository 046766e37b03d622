"""Curated data as one DuckDB file: a table a dataset, comments on all columns, views with names joined."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import duckdb
import pyarrow as pa

from pipeline.exporting.curated_rows import CREDIT_COLUMNS, Curated
from pipeline.exporting.text_files import Wrote
from pipeline.exporting.whole_file import written_whole
from schemas.dataset import Dataset
from schemas.japanese import description_ja, heading_ja


def export_duckdb(curated: Curated, path: Path, wrote: Wrote) -> None:
    """The file with a table a dataset, `sources` (出典), and those views whose tables are there.

    Raises OSError.
    """
    rows = 0
    with written_whole(path) as staged:
        connection = duckdb.connect(str(staged))
        try:
            for dataset in curated.datasets:
                table = curated.table(dataset)
                _create(connection, dataset.name, table)
                _comment(connection, dataset)
                rows += table.num_rows
            credits = curated.credits()
            schema = pa.schema([(name, pa.string()) for name in CREDIT_COLUMNS])
            _create(connection, "sources", pa.Table.from_pylist(credits, schema=schema))
            for name, needed, query in views():
                if needed <= {dataset.name for dataset in curated.datasets}:
                    connection.execute(f"CREATE VIEW {name} AS {query}")
            connection.execute("CHECKPOINT")
        finally:
            connection.close()
    wrote(path, rows)


def views() -> list[tuple[str, frozenset[str], str]]:
    """The views of views.sql: name, tables that they need, query."""
    text = files("pipeline.exporting").joinpath("views.sql").read_text("utf-8")
    found = []
    for block in text.split("-- view ")[1:]:
        heading, _, query = block.partition("\n")
        name, _, needed = heading.partition(": ")
        found.append((name, frozenset(needed.split()), query.strip().rstrip(";")))
    return found


def _create(connection: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> None:
    connection.register("incoming", table)
    connection.execute(f"CREATE TABLE {name} AS SELECT * FROM incoming")
    connection.unregister("incoming")


def _comment(connection: duckdb.DuckDBPyConnection, dataset: Dataset) -> None:
    connection.execute(f"COMMENT ON TABLE {dataset.name} IS {_quoted(dataset.title_ja)}")
    for column in dataset.columns:
        told = f"{heading_ja(column)}: {description_ja(dataset, column)}"
        connection.execute(f'COMMENT ON COLUMN {dataset.name}."{column.name}" IS {_quoted(told)}')


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
