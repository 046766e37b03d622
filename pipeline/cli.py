"""The command line: a table of commands, each of which is a file in pipeline/commands/."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from pipeline.commands import (
    add,
    check,
    completion,
    diff,
    export,
    fetch,
    history,
    run,
    schema,
    show,
    site,
    vocabulary,
)
from pipeline.commands.command import DONE, REFUSED, Command
from pipeline.messages.help_text import CommandParser, HelpFormatter, in_language
from pipeline.messages.shown import shown
from pipeline.refusal import RefusedError
from pipeline.terminal import terminal

COMMANDS: tuple[Command, ...] = (
    add.COMMAND,
    fetch.COMMAND,
    run.COMMAND,
    check.COMMAND,
    diff.COMMAND,
    history.COMMAND,
    site.COMMAND,
    export.COMMAND,
    show.COMMAND,
    schema.COMMAND,
    vocabulary.COMMAND,
    completion.COMMAND,
)
"""In the order in which --help lists them."""

INTERRUPTED = 130

EXAMPLES = """\
examples:
  gyosei run                              read raw/ into curated/
  gyosei run --raw ~/pdfs --curated out   read a folder of PDFs
  gyosei check                            what is proved, and what to look at
  gyosei schema kpi_values                what the columns mean

exit codes: 0 all is well, 1 something needs a look, 2 could not be done
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    parser = command_parser()
    if "_ARGCOMPLETE" in os.environ:
        import argcomplete

        argcomplete.autocomplete(parser)
    chosen = parser.parse_args(arguments)
    command: Command | None = getattr(chosen, "command", None)
    if command is None:
        parser.print_help()
        return REFUSED
    screen = terminal(quiet=getattr(chosen, "quiet", False), verbose=getattr(chosen, "verbose", False))
    try:
        return command.execute(chosen, screen)
    except RefusedError as error:
        screen.error(str(error))
        return REFUSED
    except KeyboardInterrupt:
        screen.error("Stopped. Each document is as before or complete; run again to go on.")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def command_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; what it parses has `command` where one was named."""
    parser = CommandParser(
        prog="gyosei",
        description="Turns PDFs of Japanese municipalities (KPIs, 事務事業) into typed, traceable Parquet.",
        epilog=EXAMPLES,
        formatter_class=HelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"gyosei {_version()}")
    _add_loudness(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        added = commands.add_parser(
            command.name,
            help=command.summary,
            description=_sentence(shown(command.summary)),
            epilog=command.examples,
            formatter_class=HelpFormatter,
        )
        command.arguments(added)
        _add_loudness(added)
        added.set_defaults(command=command)
    in_language(parser)
    return parser


def _sentence(summary: str) -> str:
    return f"{summary[0].upper()}{summary[1:]}." if summary.isascii() else f"{summary}。"


def _add_loudness(parser: argparse.ArgumentParser) -> None:
    """--quiet and --verbose may stand before the command or after it."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "-q", "--quiet", action="store_true", default=argparse.SUPPRESS, help="print errors only"
    )
    either.add_argument(
        "-v", "--verbose", action="store_true", default=argparse.SUPPRESS, help="say more of what is done"
    )


def _version() -> str:
    try:
        return version("gyosei")
    except PackageNotFoundError:
        return "(not installed)"


if __name__ == "__main__":
    sys.exit(main())
