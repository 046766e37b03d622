"""A message as it is shown: English sentences of the code and of the data, in the reader's language.

Messages are English where they are made, so that curated data and logs do not depend on who ran it. Here,
where they reach a person, they are looked up in ja.toml, whose keys are the sentences with {names} where
something is filled in. A sentence that is not there stays English.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pipeline.messages.language import Language, language

_PLACE = re.compile(r"\{(\w+)\}")
DEEPEST = 4
"""Messages in messages: why a fetch failed, what a hint says."""


def shown(message: str, wanted: Language | None = None) -> str:
    """The message in the wanted language, that of the locale when none is named."""
    if (wanted or language()) == "en":
        return message
    return _japanese(message, DEEPEST)


def is_known(message: str) -> bool:
    """Whether ja.toml has the sentence that the message is."""
    return message in _exact() or any(pattern.fullmatch(message) for pattern, _ in _patterns())


def _japanese(message: str, deep: int) -> str:
    if message in _exact():
        return _exact()[message]
    if deep == 0 or len(message) < 3:
        return message
    for pattern, japanese in _patterns():
        match = pattern.fullmatch(message)
        if match:
            return _filled(japanese, {k: _japanese(v, deep - 1) for k, v in match.groupdict().items()})
    return message


def _filled(japanese: str, parts: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: parts.get(place[1], place[0]), japanese)


@cache
def sentences() -> dict[str, str]:
    """ja.toml: Japanese by English, with {names} on both sides."""
    text = files("pipeline.messages").joinpath("ja.toml").read_text("utf-8")
    return {
        english: japanese for group in tomllib.loads(text).values() for english, japanese in group.items()
    }


@cache
def _exact() -> dict[str, str]:
    return {english: japanese for english, japanese in sentences().items() if not _PLACE.search(english)}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The sentences with places, those that say most by themselves first."""
    with_places = [pair for pair in sentences().items() if _PLACE.search(pair[0])]
    with_places.sort(key=lambda pair: (-len(_PLACE.sub("", pair[0])), pair[0]))
    return tuple((re.compile(_expression(english), re.DOTALL), japanese) for english, japanese in with_places)


def _expression(english: str) -> str:
    """The sentence as a pattern; a name that occurs again must stand for the same again."""
    seen: set[str] = set()
    parts: list[str] = []
    last = 0
    for place in _PLACE.finditer(english):
        parts.append(re.escape(english[last : place.start()]))
        parts.append(f"(?P={place[1]})" if place[1] in seen else f"(?P<{place[1]}>.+?)")
        seen.add(place[1])
        last = place.end()
    return "".join([*parts, re.escape(english[last:])])
