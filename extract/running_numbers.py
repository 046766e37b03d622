"""Running numbers printed before the names of a list ('１　総務費', '2. 道路費', '1-3 公園費')."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from normalize.width import fold

_NUMBERED = regex.compile(
    r"\s*([0-9０-９]{1,3}(?:[-－‐.．][0-9０-９]{1,3}){0,3})(?:[.．、]\s*|[ \u3000]+)(?=[^\d０-９\s])"
)
_SHARE = 0.8


def running_numbers(names: Sequence[str]) -> tuple[str, ...]:
    """The running number before each name of one list as printed, '' where it has none.

    A number belongs to a name ('18 歳までの医療費') unless the list goes on counting: nearly all names
    have one, each larger than the one before.
    """
    found = [_NUMBERED.match(name) for name in names]
    counted = [tuple(map(int, regex.split(r"[-.]", fold(match[1])))) for match in found if match]
    rising = all(a < b for a, b in pairwise(counted))
    if len(counted) < 2 or len(counted) < _SHARE * len(names) or not rising:
        return ("",) * len(names)
    return tuple(match[0] if match else "" for match in found)
