"""Departments (担当課): one cell taken apart into the departments it names."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from pathlib import Path

from normalize.width import fold, unradical

_DATA = tomllib.loads(Path(__file__).with_name("departments.toml").read_text(encoding="utf-8"))
_ENDINGS = tuple(sorted((fold(ending) for ending in _DATA["endings"]), key=len, reverse=True))
_ABOVE, _HIGHEST, _BELOW, _STANDING = (
    tuple(fold(ending) for ending in _DATA[key]) for key in ("above", "highest", "below", "standing")
)
_SEPARATOR = re.compile(rf"[{re.escape(_DATA['separators'])}]")
_DOT = re.compile(rf"[{re.escape(_DATA['dots'])}]")
_MARKS = re.compile(r"^[・･○●◎◆■□※▪•*\-]+|[※*]+$|^(?:主管|主担当|所管|担当)[:：]")
_CONJUNCTION = re.compile(r"(?<=[課室部局係所館])(?:及び|および|並びに|と)(?=.)")


def ends_as_department(text: str) -> bool:
    """Whether `text` ends as the name of a department does (課, 室, センター, 担当, … departments.toml)."""
    key = re.sub(r"\([^()]*\)$", "", fold(text))
    return key.endswith(_ENDINGS)


def split_departments(text: str) -> tuple[str, ...]:
    """The departments named in a cell, in order, each once, without white space.

    、 / and commas part departments. A line break parts them where a department's ending stands
    before it (公共施設マネジメ/ント課 is one); a dot where an ending stands before it and at the end of what
    follows (生活文化スポーツ課・健康課 are two, 公民連携・行革推進課 is one). A 部 or 局 and the 課 after it
    (教育部 青少年課) are one. A dash is none.
    """
    if max(map(len, text.split()), default=0) == 1:
        text = "".join(text.split())  # written downwards, a character a line
    parts: list[str] = []
    for piece in _SEPARATOR.split(unradical(text)):
        for block in _by_line(piece):
            for one in _CONJUNCTION.split(block):
                parts.extend(_by_dot(one))
    found: dict[str, str] = {}
    for part in parts:
        name = _MARKS.sub("", part)
        if fold(name).strip("-") and fold(name) not in found:
            found[fold(name)] = name
    return tuple(found.values())


def _by_line(piece: str) -> list[str]:
    blocks: list[str] = []
    for line in piece.splitlines():
        for word in _by_space(line):
            if blocks and _continues(blocks[-1], word):
                blocks[-1] += word
            elif word:
                blocks.append(word)
    return blocks


def _continues(block: str, word: str) -> bool:
    """Whether `word`, printed below or behind `block`, is more of the same name."""
    if not (ends_as_department(block) and _balanced(block)) or word[:1] in ("(", "（"):
        return True
    key, below = fold(block), fold(word)
    if not key.endswith(_ABOVE) or key.endswith(_STANDING):
        return False
    return below.endswith(_BELOW) or (key.endswith(_HIGHEST) and below.endswith("部"))


def _by_space(line: str) -> list[str]:
    """Words of a line: parted at spaces only where all of them are departments (企画課 総務課)."""
    words = line.split()
    if len(words) > 1 and all(len(word) > 2 and ends_as_department(word) for word in words):
        return words
    return ["".join(words)]


def _balanced(text: str) -> bool:
    half = unicodedata.normalize("NFKC", text)
    return half.count("(") <= half.count(")")


def _by_dot(block: str) -> list[str]:
    pieces = _DOT.split(block)
    parts = [pieces[0]]
    for piece in pieces[1:]:
        if ends_as_department(parts[-1]) and len(parts[-1]) > 1 and _balanced(parts[-1]):
            parts.append(piece)
        else:
            parts[-1] += "・" + piece
    return parts
