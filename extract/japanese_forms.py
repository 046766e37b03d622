"""Japanese forms of characters that a recogniser for Chinese and Japanese prints in simplified form."""

from __future__ import annotations

from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("japanese_forms.tsv")


@cache
def forms() -> dict[str, str]:
    """What is printed in Japan, by the form that is not; from the table beside this module."""
    rows = (line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    pairs = (row.split("\t") for row in rows if row)
    return {recognised: printed for printed, others in pairs for recognised in others}


@cache
def _table() -> dict[int, str]:
    return str.maketrans(forms())


def japanese(text: str) -> str:
    """The text with each simplified form replaced by the Japanese one, of the same length."""
    return text.translate(_table())
