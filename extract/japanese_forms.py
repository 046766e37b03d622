"""Japanese forms of characters that a recogniser for Chinese and Japanese prints in another form.

Simplified forms are replaced wherever they stand; characters that look alike in two scripts by what stands
on both sides of them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import regex

TABLE = Path(__file__).with_name("japanese_forms.tsv")
LOOK_ALIKES = Path(__file__).with_name("look_alikes.tsv")
MINUS = regex.compile(r"(?<=[(（]\p{Han}{2,})(?<![統同単均唯万第])一(?=\p{Han}{2,}(?:[)）]|$))")
"""(転入者一転出者): between two words in brackets it is no 一 but a minus."""
WORDS = Path(__file__).with_name("misread_words.tsv")
BESIDE = {
    "han": (r"(?<=[\p{Han}・])", r"(?=[\p{Han}・])"),
    "hiragana": (r"(?<=\p{Hiragana})", r"(?=\p{Hiragana})"),
    "katakana": (r"(?<=[\p{Katakana}ー])", r"(?=[\p{Katakana}ー])"),
    "ending": (r"(?<=\p{Katakana})", r"(?![\p{Han}\d])"),
    "before": (r"(?<=\p{Katakana})", r"(?![般日人部時体環定方括覧貫連元層致種次斉律式員度戸ヶかカつ\d])"),
    "opening": (r"(?<![着起竣完加施大人商理農電鉄])", r"(?=\p{Katakana})"),
    "word": (r"(?<![\d\p{Latin}\p{Katakana}ー])", ""),
}
"""What stands before and behind a look-alike, by the last column of its table."""


@cache
def forms() -> dict[str, str]:
    """What is printed in Japan, by the form that is not; from the table beside this module."""
    return {recognised: printed for printed, others in _rows(TABLE) for recognised in others}


def is_printed(char: str) -> bool:
    """Whether a character can stand in Japanese print, as it is or for the form of `forms`."""
    return char in forms() or _in_japanese_sets(char)


def _in_japanese_sets(char: str) -> bool:
    try:
        char.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def _beside() -> list[tuple[regex.Pattern[str], str]]:
    """Patterns of a look-alike where it stands, and what it is there."""
    found = []
    for printed, others, where in _rows(LOOK_ALIKES):
        before, behind = BESIDE[where]
        either = f"[{regex.escape(others)}]"
        body = printed.replace("一", either) if where == "word" else either
        found.append((regex.compile(f"{before}{body}{behind}"), printed))
    return found


@cache
def _words() -> list[tuple[str, str]]:
    return [(misread, printed) for printed, *others in _rows(WORDS) for misread in others]


@cache
def _table() -> dict[int, str]:
    return str.maketrans(forms())


def japanese(text: str) -> str:
    """The text with the forms of Japanese print, of the same length."""
    text = text.translate(_table())
    for pattern, printed in _beside():
        text = pattern.sub(printed, text)
    for misread, printed in _words():
        text = text.replace(misread, printed)
    return MINUS.sub("－", text)
