"""Width, radicals, dashes and white space: the same text however it was set.

Printed text is kept; what these functions return is for comparing (`fold`), for reading
(`plain`) or for showing with only the damage of the font repaired (`unradical`).
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import lru_cache
from pathlib import Path


def _read_radicals() -> dict[int, str]:
    lines = Path(__file__).with_name("radicals.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {int(row["radical"], 16): chr(int(row["ideograph"], 16)) for row in rows}


RADICALS = _read_radicals()

_RADICAL = re.compile("[\u2e80-\u2fd5]")

# Dashes, minus signs and the long-vowel bar: PDF fonts and typists take one for another.
DASHES = "-‐‑‒–—―⁃−─━ー－﹘﹣ｰ"
WAVES = "~〜～∼∿"
_ONE_DASH = str.maketrans(dict.fromkeys(DASHES + WAVES, "-"))
# Format characters and variation selectors have no width and no meaning for a reader.
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
_SPACE = re.compile(r"\s+")

_JAPANESE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff①-⓿■-◿※〇"
_BRACKETS = r"()\[\]{}<>"
_AT_JAPANESE = re.compile(rf"(?<=[{_JAPANESE}{_BRACKETS}])\s+|\s+(?=[{_JAPANESE}{_BRACKETS}])")
_BREAK = re.compile(r"[ \t\u3000]*[\r\n\v\f\u2028\u2029]+[ \t\u3000]*")
_BREAK_AT_JAPANESE = re.compile(
    rf"(?<=[{_JAPANESE}])[ \t]*[\r\n\v\f\u2028\u2029]+[ \t]*"
    rf"|[ \t]*[\r\n\v\f\u2028\u2029]+[ \t]*(?=[{_JAPANESE}])"
)


def unradical(text: str) -> str:
    """`text` with radical look-alikes (⺠⻄⻑⼀) as the ideographs they stand for, all else untouched.

    PDFs made by Chromium or macOS name U+2E80-2FD5 for glyphs that a font shares with an ideograph;
    NFKC repairs only U+2F00-2FD5, and 戸 and 黒 wrongly for Japan. Table: radicals.csv.
    """
    return text.translate(RADICALS) if _RADICAL.search(text) else text


def plain(text: str) -> str:
    """`text` for reading by rules: NFKC, radicals repaired, white space runs as one space, ends stripped.

    Line breaks become spaces; take the text apart by lines, and note marks (①, ²) off, before.
    """
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", _INVISIBLE.sub("", unradical(text)))).strip()


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Comparison key of `text`: NFKC, radicals repaired, no white space, every dash, wave and ー as '-'.

    Idempotent. Never shown: ㎡ and m², ㈱ and (株), コード and コ－ド fold to the same key.
    """
    key = _SPACE.sub("", unicodedata.normalize("NFKC", _INVISIBLE.sub("", unradical(text))))
    # Removing a space may bring a letter and a combining mark together (か゛), hence once more.
    return _SPACE.sub("", unicodedata.normalize("NFKC", key)).translate(_ONE_DASH)


def join_lines(text: str) -> str:
    """`text` on one line: a break beside a Japanese character vanishes, one between Latin words is a space.

    Cells break names in the middle of words (公共施設マネジ/メント課); Japanese is set without spaces.
    """
    return _BREAK.sub(" ", _BREAK_AT_JAPANESE.sub("", text.strip())).strip()


def despace(text: str) -> str:
    """`text` without the spaces that justify a label ('議　会　費' -> '議会費', 'DX Plan' stays).

    A space beside a Japanese character or a bracket goes; one between Latin words or figures stays.
    """
    return _SPACE.sub(" ", _AT_JAPANESE.sub("", text)).strip()
