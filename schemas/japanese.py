"""The meanings of columns, allowed values and units in Japanese."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from schemas.dataset import Column, Dataset


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(files("schemas").joinpath("datasets", "japanese.toml").read_text("utf-8"))


def description_ja(dataset: Dataset, column: Column) -> str:
    """What a column of a dataset means, '' where only the English codebook says it."""
    told = _texts()["columns"]
    return str(told.get(f"{dataset.name}.{column.name}") or told.get(column.name, ""))


def value_ja(column: Column, value: str) -> str:
    """What people in Japan call an allowed value of a column; the value itself where it has no other name."""
    return str(_texts()["values"].get(column.name, {}).get(value, value))


def unit_ja(column: Column) -> str:
    """The unit of a column, '' where it has none or the row names it."""
    return str(_texts()["units"].get(column.unit, column.unit)) if column.unit else ""


def heading_ja(column: Column) -> str:
    """The Japanese title with the unit: '増減額（円）'."""
    unit = unit_ja(column)
    return f"{column.title_ja}（{unit}）" if unit else column.title_ja
