"""What ends a fetch: for good, or until the next try."""

from __future__ import annotations

from pipeline.refusal import RefusedError


class FetchError(RefusedError):
    """It cannot be fetched; trying again at once would not help."""


class TemporaryError(Exception):
    """This try failed and another may not: the message without what to do; `wait` seconds if asked for."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait
