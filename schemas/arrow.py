"""Arrow schemas and tables of the curated datasets."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from schemas.dataset import Dataset, Row

ARROW_TYPES = {
    "string": pa.string(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "list<string>": pa.list_(pa.field("item", pa.string(), nullable=False)),
}


def arrow_schema(dataset: Dataset) -> pa.Schema:
    """The Arrow schema of a dataset: its columns in order, non-nullable where required."""
    return pa.schema(
        pa.field(column.name, ARROW_TYPES[column.type], nullable=not column.required)
        for column in dataset.columns
    )


def arrow_table(dataset: Dataset, rows: Sequence[Row]) -> pa.Table:
    """The rows as one table, in their order.

    Raises pyarrow.ArrowInvalid or ArrowTypeError for a value of another type than declared, and
    KeyError for a row with a column that the dataset has not.
    """
    names = set(dataset.column_names)
    for row in rows:
        if unknown := set(row) - names:
            raise KeyError(f"{dataset.name} has no column {sorted(unknown)[0]}")
    arrays = [
        pa.array([row.get(column.name) for row in rows], type=ARROW_TYPES[column.type])
        for column in dataset.columns
    ]
    return pa.Table.from_arrays(arrays, schema=arrow_schema(dataset))
