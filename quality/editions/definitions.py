"""Whether a definition (指標の説明, 事業概要) now says something else, or is only worded otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quality.editions.words import WORDS, folded, spelled

_TEXT = WORDS["text"]
_SENTENCE = re.compile(r"(?<=。)|\n(?=[・○●◎■□◆①-⑳※])")
_YEAR = re.compile(
    r"(?:令和|平成|昭和|[rh])(?:元|\d{1,2})(?:年度?)?(?:\(\d{4}(?:年度?)?\))?|(?:19|20)\d{2}年度?"
)
_FIGURE = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Reworded:
    """`redefined`: what is measured differs; `edited`: the text differs, the definition does not.

    `explains`: the sentence of the later text that tells why a published figure was corrected, '' if none.
    """

    redefined: bool
    edited: bool
    explains: str


def reworded(before: str | None, after: str | None) -> Reworded:
    """What became of a definition.

    Spelling, punctuation, particles and line breaks make no difference, nor do sentences about one
    year's figures: the year's plan rolled on (令和6年度は3回を予定 -> 令和7年度は4回を予定), or a note on
    why a figure published before was corrected. A text that only one edition prints is no other definition.
    """
    if not before or not after:
        return Reworded(False, False, "")
    ours, theirs = _sentences(before), _sentences(after)
    gone = [sentence for sentence in ours if folded(sentence) not in {folded(s) for s in theirs}]
    came = [sentence for sentence in theirs if folded(sentence) not in {folded(s) for s in ours}]
    explains = next((sentence for sentence in came if _corrects(sentence)), "")
    edited = spelled(before) != spelled(after)
    gone = [sentence for sentence in gone if not _corrects(sentence)]
    came = [sentence for sentence in came if not _corrects(sentence)]
    rolled = {_without_year(sentence) for sentence in gone} & {_without_year(sentence) for sentence in came}
    gone = [sentence for sentence in gone if _without_year(sentence) not in rolled]
    came = [sentence for sentence in came if _without_year(sentence) not in rolled]
    plans = all(_plans(sentence) for sentence in [*gone, *came])
    same = (not gone and not came) or plans or folded("".join(gone)) == folded("".join(came))
    return Reworded(not same, edited, explains)


def _sentences(text: str) -> list[str]:
    """The sentences of a text; lines broken by the width of a cell are joined."""
    whole = re.sub(r"\n(?![・○●◎■□◆①-⑳※])", "", text)
    return [sentence for part in _SENTENCE.split(whole) if (sentence := part.strip()) and folded(sentence)]


def _without_year(sentence: str) -> str:
    """The sentence without its fiscal years and, where it tells of a year's plan, without its figures."""
    key = spelled(sentence)
    if not _YEAR.search(key):
        return folded(sentence)
    masked = _YEAR.sub("@", key)
    if any(word in key for word in _TEXT["plan"]):
        masked = _FIGURE.sub("#", masked)
    return masked


def _plans(sentence: str) -> bool:
    """Whether the sentence tells of the plan of one year."""
    key = spelled(sentence)
    return bool(_YEAR.search(key)) and any(word in key for word in _TEXT["plan"])


def _corrects(sentence: str) -> bool:
    """Whether the sentence says that a figure published before was corrected."""
    key = spelled(sentence)
    words = (_TEXT["figures"], _TEXT["corrected"], _TEXT["published"])
    return bool(_YEAR.search(key)) and all(any(word in key for word in some) for some in words)
