"""The comparison as JSON, as schemas/comparison.schema.json describes it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import fields, is_dataclass
from typing import Any

from quality.editions.comparison import KINDS, Comparison

FORMAT, FORMAT_VERSION = "gyosei.comparison", 1


def comparison_value(comparison: Comparison) -> dict[str, Any]:
    """The comparison as dicts, lists, strings and numbers; every field of the records occurs."""
    counts = Counter(change.kind for change in comparison.changes)
    head = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "counts": {kind: counts[kind] for kind in KINDS},
        "new_figures": comparison.new_figures,
        "is_same": comparison.is_same,
    }
    told: dict[str, Any] = _plain(comparison)
    return head | told


def comparison_bytes(comparison: Comparison) -> bytes:
    """The JSON file: UTF-8, indented, ending with a line feed; the same comparison gives the same bytes."""
    text = json.dumps(comparison_value(comparison), ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
