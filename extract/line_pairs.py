"""Pairs of a label and its value in one running text: '担当課：総務課', '事業番号 7  事業名 公園整備事業'."""

from __future__ import annotations

import regex

from normalize.width import fold
from schemas.vocabulary import Vocabulary

PAIRED = ("project_name", "indicator_name", "departments", "measure", "basic_project", "sub_project_name")
"""Fields whose label and value are also found in running lines ('担当課：総務課')."""

_IN_BRACKETS = regex.compile(
    r"[（(【\[〔]([^（()）【】\[\]〔〕]{2,12}[:：][^（()）【】\[\]〔〕]{1,40})[）)】\]〕]"
)
HEADED = "headed_project"
"""The name and office of a project in the heading of a section, without the word for a project."""

_HEADED = regex.compile(
    r"(?:[■□◆◇●○◎▼▶★☆①-⑳]\s*|[(（]?[0-9０-９]{1,3}[)）.．]\s*|[0-9０-９]{1,3}[\s　]+)(\S[^（）()]*事業)\s*"
    r"([（(【〔\[]\S{2,20}(?:課|室|局|部|センター)[）)】〕\]])"
)
_NUMBERED = regex.compile(r"[0-9]{1,2}$")


def pair_in_text(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """Field and value where one cell or line holds both ('所管局 環境政策局', '担当課：総務課')."""
    bracketed = _IN_BRACKETS.search(text)
    if bracketed is not None and len(text) < 80:
        inside = pair_in_text(bracketed.group(1), vocabulary)
        if inside is not None:
            return inside
    text = "".join(text.split("\n"))
    match = regex.match(
        r"^\s*[【\[〔]?([^\s:：【】\[\]〔〕]{2,12})(?:[】\]〕]\s*[:：]?|\s*[:：]|[ 　])\s*(\S[^\n]{0,60})$",
        text,
    )
    if match is None:
        return None
    field = _field(match.group(1), vocabulary)
    if field.endswith("_name") and not regex.search(r"\p{L}", match.group(2)):
        return None  # 計画事業 ４－２－１ is where a plan has the project, no name
    if field not in PAIRED or all(_field(word, vocabulary) for word in match.group(2).split()):
        return None  # labels only: the header of a table without rules
    return field, match.group(2).strip()


def pairs_in_line(text: str, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """All fields and values of a line outside the tables, the name of a project first.

    A line may be a chain of pairs ('事業番号 7  事業名 公園整備事業'), or the heading of a section with the
    number of a project and its office ('対象事業１ 公園整備事業（所管：公園課）').
    """
    chain = _chain(text, vocabulary)
    if chain:
        return chain
    found: list[tuple[str, str]] = []
    bracketed = _IN_BRACKETS.search(text)
    inside = pair_in_text(bracketed.group(1), vocabulary) if bracketed is not None else None
    if bracketed is not None and inside is not None and len(text) < 80:
        found.append(inside)
        text = text[: bracketed.start()] + text[bracketed.end() :]
    headed = _HEADED.fullmatch(text.strip())
    if headed is not None and not found:
        return [(HEADED, headed[1].strip() + headed[2])]
    outer = pair_in_text(text, vocabulary) or _numbered_project(text, vocabulary)
    if outer is not None and outer not in found:
        found.append(outer)
    return sorted(found, key=lambda pair: pair[0] != "project_name")


def office_of(headed: str) -> str:
    """The office in the brackets at the end of a heading ('公園整備事業（公園課）')."""
    return regex.split(r"[（(【〔\[]", headed)[-1][:-1]


def _field(text: str, vocabulary: Vocabulary) -> str:
    word = vocabulary.words.get(fold(text).upper())
    return word.field if word is not None else ""


def _chain(text: str, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """The pairs of a line made of labels with a value each, [] for any other line."""
    tokens = text.split()
    fields = [_field(token, vocabulary) for token in tokens]
    starts = [k for k, field in enumerate(fields) if field == "number" or field in PAIRED]
    if len(starts) < 2 or starts[0] != 0:
        return []
    ends = [*starts[1:], len(tokens)]
    values = [" ".join(tokens[start + 1 : end]) for start, end in zip(starts, ends, strict=True)]
    if not all(values):
        return []
    pairs = [(fields[start], value) for start, value in zip(starts, values, strict=True)]
    return [pair for pair in pairs if pair[0] in PAIRED]


def _numbered_project(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The project that a heading names behind the word for one and its number ('対象事業２ 公園整備事業')."""
    label, _, name = text.strip().partition(" ")
    plain = _NUMBERED.sub("", fold(label))
    numbered = plain != fold(label) and _field(plain, vocabulary) == "project_name"
    return ("project_name", name.strip()) if numbered and name and not name.endswith("。") else None
