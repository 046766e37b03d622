"""The texts of the interface in Japanese and English, from the `texts.toml` of the packages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from markupsafe import Markup, escape

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Characters that are no print and can mislead: control characters, changes of writing direction."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages; in a template it is a span that the language switch exchanges."""

    ja: str
    en: str

    def __html__(self) -> Markup:
        if self.ja == self.en:
            return escape(harmless(self.ja))
        return Markup('<span data-en="{}">{}</span>').format(harmless(self.en), harmless(self.ja))


class Texts:
    """The texts by key. Called with a key it gives a Text; {names} in it are filled in."""

    def __init__(self, texts: Mapping[str, Text]) -> None:
        self.texts = texts

    def __call__(self, key: str, **values: object) -> Text:
        """Raises KeyError for an unknown key, so that a forgotten text is noticed."""
        text = self.texts[key]
        filled = {name: _pair(value) for name, value in values.items()}
        return Text(
            text.ja.format_map({name: pair.ja for name, pair in filled.items()}),
            text.en.format_map({name: pair.en for name, pair in filled.items()}),
        )

    def __contains__(self, key: object) -> bool:
        return key in self.texts

    def attributes(self, key: str, *names: str, **values: object) -> Markup:
        """The text as attributes (aria-label, title, placeholder, alt) that the switch exchanges."""
        return attributes(self(key, **values), *names)

    def group(self, prefix: str) -> dict[str, tuple[str, str]]:
        """Texts whose keys begin with `prefix`, for scripts: rest of the key → (ja, en)."""
        return {
            key.removeprefix(prefix): (text.ja, text.en)
            for key, text in self.texts.items()
            if key.startswith(prefix)
        }


@cache
def load_texts(package: str) -> Texts:
    """The texts of pipeline.web and of `package`. Raises ValueError where one lacks a language."""
    texts: dict[str, Text] = {}
    for source in dict.fromkeys(("pipeline.web", package)):
        content = files(source).joinpath("texts.toml").read_text("utf-8")
        for key, entry in tomllib.loads(content).items():
            if set(entry) != {"ja", "en"}:
                raise ValueError(f"the text {key} of {source} needs ja and en")
            texts[key] = Text(entry["ja"], entry["en"])
    return Texts(texts)


def attributes(text: Text, *names: str) -> Markup:
    """The text as attributes of these names, with the English in data-en-<name>."""
    one = ' {}="{}" data-en-{}="{}"'
    return Markup("").join(
        Markup(one).format(name, harmless(text.ja), name, harmless(text.en)) for name in names
    )


def harmless(text: str) -> str:
    """The text with characters that would be invisible or turn its direction shown as �."""
    return UNSAFE.sub("\ufffd", text)


def _pair(value: object) -> Text:
    return value if isinstance(value, Text) else Text(str(value), str(value))
