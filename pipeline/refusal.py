"""What a person asked for and cannot have: the error that the command line shows without a traceback."""

from __future__ import annotations


class RefusedError(Exception):
    """It cannot be done as asked; the message is one sentence that says what to do. Exit code 2."""
