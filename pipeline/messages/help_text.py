"""--help in the reader's language, wrapped where Japanese may be broken."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from rich.cells import cell_len

from pipeline.messages.shown import shown

_TOKENS = re.compile(r"[\x21-\x7e]+|\s+|.", re.DOTALL)
WIDEST = 100
"""Columns of a paragraph."""

NEVER_FIRST = "。、，．）」』】〕・：；？！ーゃゅょっャュョッ"
"""Characters that no line begins with."""
_GAP = re.compile(r"^(\s*\S.*?)(\s{2,})(\S.*)$")


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Options with their meanings wrapped at double width; examples and paragraphs as they stand."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return list(wrapped(" ".join(text.split()), width))

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """The usage, called so in the reader's language."""
        super().add_usage(usage, actions, groups, shown("usage: ") if prefix is None else prefix)


class CommandParser(argparse.ArgumentParser):
    """A parser that says in the reader's language what is wrong."""

    def error(self, message: str) -> NoReturn:
        """Prints how the command is used and what is wrong with it; exit code 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {shown('error')}: {shown(message)}\n")


def in_language(parser: argparse.ArgumentParser) -> None:
    """Puts the help of a parser and of its commands into the language of the locale."""
    parser.description = shown(parser.description or "")
    parser.epilog = shown_block(parser.epilog or "")
    for group in parser._action_groups:
        group.title = shown(group.title or "")
    for action in parser._actions:
        if action.help and action.help is not argparse.SUPPRESS:
            action.help = shown(action.help)
        if isinstance(action, argparse._SubParsersAction):
            for listed in action._choices_actions:
                listed.help = shown(listed.help or "")
            for command in action.choices.values():
                in_language(command)


def shown_block(text: str) -> str:
    """Examples and paragraphs of a help, each part in the reader's language."""
    lines: list[str] = []
    for before, said in segments(text):
        lines += wrapped(shown(said), WIDEST) if said and not before else [before + shown(said)]
    return "\n".join(lines) + ("\n" if text.endswith("\n") else "")


def segments(text: str) -> Iterator[tuple[str, str]]:
    """The lines of a help as (what stays, what is said): '  gyosei run   ', 'read raw/ into curated/'.

    Lines of a paragraph are one, so that it is one sentence for ja.toml.
    """
    paragraph: list[str] = []
    for line in [*text.splitlines(), ""]:
        plain = bool(line) and not line.startswith(" ") and not _GAP.match(line)
        alone = line.startswith("exit codes:") or line == "examples:"
        if plain and not alone:
            paragraph.append(line)
            continue
        if paragraph:
            yield "", " ".join(paragraph)
            paragraph = []
        if alone:
            yield "", line
        elif match := _GAP.match(line):
            yield match[1] + match[2], match[3]
        elif line.strip() and not line.strip().startswith("gyosei "):
            yield line[: len(line) - len(line.lstrip())], line.strip()
        elif line or text.strip():
            yield line, ""


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most `width` columns; Japanese breaks wherever a line may begin."""
    line = ""
    for token in _TOKENS.findall(text):
        if line and cell_len(line + token.rstrip()) > width and token[0] not in NEVER_FIRST:
            yield line.rstrip()
            line = token.lstrip()
        else:
            line += token
    if line.strip():
        yield line.rstrip()
