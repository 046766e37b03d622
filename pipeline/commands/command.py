"""What a command of the command line is: one file in this folder declares one, cli.py lists them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.terminal import Terminal

DONE, NOT_ALL, REFUSED = 0, 1, 2
"""Exit codes: all is well; it was done and something is not well; it could not be done."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `summary` is a sentence without a stop, `examples` the end of its --help.

    `arguments` adds its options to a parser; `execute` does it and returns the exit code. What
    cannot be done as asked is a RefusedError.
    """

    name: str
    summary: str
    examples: str
    arguments: Callable[[argparse.ArgumentParser], None]
    execute: Callable[[argparse.Namespace, Terminal], int]


def curated_option(parser: argparse.ArgumentParser, use: str) -> None:
    """Adds --curated DIR (curated), of which `use` says what it is for."""
    parser.add_argument("--curated", type=Path, default=Path("curated"), metavar="DIR", help=use)


def raw_option(parser: argparse.ArgumentParser, use: str) -> None:
    """Adds --raw DIR (raw), of which `use` says what it is for."""
    parser.add_argument("--raw", type=Path, default=Path("raw"), metavar="DIR", help=use)


def positive(text: str) -> int:
    """The whole number above 0 that an option was given. Raises argparse.ArgumentTypeError."""
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is no whole number above 0")
    return number
