"""The Jinja environment of all pages: everything escaped, figures formatted, texts in two languages."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.web.assets import script, style
from pipeline.web.numbers import change, number, percent, yen, yen_short
from pipeline.web.texts import Text, attributes, harmless, load_texts


@cache
def environment(package: str) -> Environment:
    """The environment for the templates of `package` and those of pipeline.web.

    Undefined names raise, None prints nothing, text of documents is escaped and has no control
    characters, also where a template forgets it.
    """
    pages = Environment(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader("pipeline.web")]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_shown,
    )
    pages.filters |= {
        "number": number,
        "change": change,
        "yen": yen,
        "yen_short": yen_short,
        "script_data": script_data,
        "one_line": one_line,
    }
    pages.globals |= {
        "t": load_texts(package),
        "percent": percent,
        "style": style,
        "script": script,
        "attributes": attributes,
    }
    return pages


def script_data(value: Any) -> Markup:
    """A value as JSON that can stand in a <script>: ASCII, without <, > and &."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def one_line(text: str | None, most: int = 0) -> str:
    """Text on one line: lines joined, without a space between Japanese ones; cut after `most` characters."""
    joined = ""
    for line in (text or "").split("\n"):
        line = line.strip()
        between = " " if joined[-1:].isascii() and line[:1].isascii() and joined and line else ""
        joined += between + line
    return f"{joined[: most - 1]}…" if 0 < most < len(joined) else joined


def _shown(value: object) -> object:
    """What a template prints for a value that no filter made a text of."""
    if value is None:
        return ""
    if isinstance(value, Text):
        return value.__html__()
    if isinstance(value, str) and not isinstance(value, Markup):
        return harmless(value)
    return value
