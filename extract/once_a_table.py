"""What is worked out of a whole table and asked for with each of its rows: kept for the next row."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

Asked = ParamSpec("Asked")
Told = TypeVar("Told")

_forget: list[Callable[[], None]] = []


def once_a_table(most: int = 1) -> Callable[[Callable[Asked, Told]], Callable[Asked, Told]]:
    """Keeps the last `most` answers of a function, and the tables that they are of, until `forget_tables`."""

    def keeping(work: Callable[Asked, Told]) -> Callable[Asked, Told]:
        kept = lru_cache(maxsize=most)(work)
        _forget.append(kept.cache_clear)
        return cast(Callable[Asked, Told], kept)

    return keeping


def forget_tables() -> None:
    """Lets go of all tables that were asked about."""
    for forget in _forget:
        forget()
