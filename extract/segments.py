"""The words of the vocabulary that a label is made of."""

from __future__ import annotations

from schemas.vocabulary import Vocabulary, Word

_LONGEST_QUOTIENT = 20


def segment(text: str, words: dict[str, Word] | Vocabulary) -> tuple[Word, ...] | None:
    """The fewest words of the vocabulary that make up `text` without rest, or None."""
    table = words.words if isinstance(words, Vocabulary) else words
    longest = words.longest if isinstance(words, Vocabulary) else max(map(len, table))
    best: list[tuple[int, tuple[Word, ...]] | None] = [None] * (len(text) + 1)
    best[0] = (0, ())
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - longest), end):
            before = best[start]
            word = table.get(text[start:end])
            if before is None or word is None:
                continue
            cost = before[0] + (2 if word.filler else 3)
            held = best[end]
            if held is None or cost < held[0]:
                best[end] = (cost, (*before[1], word))
    found = best[len(text)]
    return found[1] if found else None


def divides_money(main: str, vocabulary: Vocabulary) -> bool:
    """Whether a folded label is a part of the money divided by something (受益者負担÷支出合計): no amount."""
    dividend, sign, divisor = main.partition("÷")
    if not (sign and divisor) or len(main) > _LONGEST_QUOTIENT:
        return False
    return any(word.component or word.whole for word in segment(dividend.upper(), vocabulary) or ())
