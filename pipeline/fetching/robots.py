"""robots.txt: what a host lets programs fetch (RFC 9309)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote

PRODUCT = "gyosei"
"""The name by which a robots.txt may speak of this program."""

LONGEST_DELAY = 30.0
"""Seconds of Crawl-delay that are kept; a longer one is kept as this."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for this program: (allowed, pattern) in any order, and seconds between requests."""

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether the path with its query may be fetched: the longest pattern decides, then allow."""
        plain = _plain(path)
        decided = [(len(pattern), allowed) for allowed, pattern in self.rules if _matches(pattern, plain)]
        return path == "/robots.txt" or max(decided, default=(0, True))[1]


def parse_robots(text: str, product: str = PRODUCT) -> Robots:
    """The rules of the groups that name the product, else of those for every program ('*')."""
    named: list[tuple[str, str]] = []
    every: list[tuple[str, str]] = []
    agents: list[str] = []
    in_rules = True
    is_named = False
    for field, value in _lines(text):
        if field == "user-agent":
            agents = [value.lower()] if in_rules else [*agents, value.lower()]
            in_rules = False
            is_named = is_named or product.lower() in agents
        elif field in ("allow", "disallow", "crawl-delay"):
            in_rules = True
            if product.lower() in agents:
                named.append((field, value))
            if "*" in agents:
                every.append((field, value))
    return _robots(named if is_named else every)


def _robots(lines: Iterable[tuple[str, str]]) -> Robots:
    rules: list[tuple[bool, str]] = []
    delay = 0.0
    for field, value in lines:
        if field == "crawl-delay":
            if re.fullmatch(r"\d+(\.\d+)?", value):
                delay = min(float(value), LONGEST_DELAY)
        elif value:
            rules.append((field == "allow", _plain(value)))
    return Robots(tuple(rules), delay)


def _lines(text: str) -> Iterable[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines():
        field, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield field.strip().lower(), value.strip()


def _plain(path: str) -> str:
    """Every spelling of one path alike: characters percent-encoded where they must be, only there."""
    return quote(unquote(path), safe="/*$?&=;:@!+,'()~-._")


def _matches(pattern: str, path: str) -> bool:
    ending = pattern.endswith("$")
    parts = pattern.removesuffix("$").split("*")
    found = ".*".join(re.escape(part) for part in parts)
    return re.match(found + ("$" if ending else ""), path) is not None
