"""What amounts are by a note that tells years apart: （決算額。Ｒ６は予算額）, R5まで決算、R6は当初予算."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from extract.labels import parse_label
from normalize.width import fold
from normalize.years import parse_period
from schemas.vocabulary import Vocabulary

_CLAUSES = regex.compile(r"[。、,;()\[\]※]|[,，]")
_DATED = regex.compile(
    r"((?:令和|平成|[RH]|20)(?:元|\d{1,2})年?度?)(まで|以前|以降|以後|から)?(?:は|が|:|=)?(\D+)"
)
_BEFORE = ("まで", "以前")
_AFTER = ("以降", "以後", "から")


def noted_kind(texts: Iterable[str], year: int | None, vocabulary: Vocabulary) -> str:
    """The kind that the first note with years among `texts` gives amounts of `year`, '' without such a note.

    A clause without a year (決算額) holds for the years that no other clause names.
    """
    for text in texts:
        clauses = [clause for clause in _CLAUSES.split(fold(text)) if clause]
        dated = [match for clause in clauses if (match := _DATED.fullmatch(clause)) is not None]
        told = [(m, kind) for m in dated if (kind := _kind(m[3], vocabulary))]
        if not told or year is None:
            continue
        for match, kind in told:
            if _covers(parse_period(match[1], None).fiscal_year, match[2] or "", year):
                return kind
        return next((k for c in clauses if _DATED.fullmatch(c) is None and (k := _kind(c, vocabulary))), "")
    return ""


def _kind(text: str, vocabulary: Vocabulary) -> str:
    label = parse_label(regex.sub(r"(?:による|です|である|を記載|を表示)$", "", text), vocabulary)
    return label.kind if label.known else ""


def _covers(noted: int | None, range_word: str, year: int) -> bool:
    if noted is None:
        return False
    if range_word in _BEFORE:
        return year <= noted
    return year >= noted if range_word in _AFTER else year == noted
