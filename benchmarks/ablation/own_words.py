"""The words that a document's labels are made of, and those that no other municipality prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import regex

from extract.grid import Sheet
from extract.labels import parse_label, segment
from normalize.width import fold
from normalize.years import parse_period
from schemas.vocabulary import Vocabulary

_BRACKETED = regex.compile(r"[(\[【〔<《「『][^()\[\]【】〔〕<>《》「」『』]*[)\]】〕>》」』]")
_EDGES = "・、,:=-/ ※*●○◎◇◆■□▼▽★☆"


def label_words(sheets: Iterable[Sheet], vocabulary: Vocabulary) -> set[str]:
    """The words of the vocabulary that the labels of these pages are made of, joining words apart."""
    found: set[str] = set()
    for text in {text for sheet in sheets for text in _texts(sheet)}:
        label = parse_label(text, vocabulary, None)
        if label.known or label.guessed:
            found |= words_of(text, vocabulary)
    return found


def words_of(text: str, vocabulary: Vocabulary) -> set[str]:
    """The words that a label is made of; of one that is known by its end only, that end."""
    whole = fold(text).upper()
    if whole in vocabulary.words:
        return {whole} - _fillers(vocabulary, {whole})
    pieces = [m.group()[1:-1] for m in _BRACKETED.finditer(fold(text))]
    pieces.append(_BRACKETED.sub("", fold(text)))
    found: set[str] = set()
    for piece in pieces:
        rest = fold(parse_period(piece, None).rest).upper().strip(_EDGES)
        rest = regex.sub(r"^[(]?\d{1,2}[).]?|(?<=\p{Han})[A-Z]$", "", rest)
        words = segment(rest, vocabulary) if rest else None
        if words:
            found |= {word.text for word in words}
        else:
            ends = (rest[-n:] for n in range(len(rest), 1, -1))
            found |= {next((end for end in ends if end in vocabulary.words), "")}
    return found - _fillers(vocabulary, found) - {""}


def own_words(of_group: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """For each group of documents the words that occur in no other group."""
    return {
        name: words - set().union(*(other for key, other in of_group.items() if key != name))
        for name, words in of_group.items()
    }


def _fillers(vocabulary: Vocabulary, words: set[str]) -> set[str]:
    return {w for w in words if (known := vocabulary.words.get(w)) is not None and known.filler}


def _texts(sheet: Sheet) -> Iterator[str]:
    for grid in sheet.grids:
        yield from (cell.text for cell in grid.cells if cell.text)
    lines: Sequence[str] = [line.text for line in sheet.outside]
    yield from lines
