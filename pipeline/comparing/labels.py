"""Words of a comparison for readers, from labels.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pipeline.messages.language import Language, language


@cache
def _labels() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(files("pipeline.comparing").joinpath("labels.toml").read_text("utf-8"))


def label(group: str, key: str | int | None, wanted: Language | None = None) -> str:
    """The word for a key of a group (kind, role, state …), the key itself where none is known.

    In the language of the locale where none is wanted.
    """
    if key is None:
        return ""
    entry = _labels()[group].get(str(key))
    return entry[wanted or language()] if entry else str(key)
