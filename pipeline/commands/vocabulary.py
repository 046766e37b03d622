"""gyosei vocabulary: the words that labels are read by, and the labels nobody knew."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from pipeline.commands.command import DONE, Command, curated_option
from pipeline.terminal import Terminal

EXAMPLES = """\
examples:
  gyosei vocabulary              the words that labels are read by
  gyosei vocabulary --unknown    labels that no figure could be read by

exit codes: 0 printed, 2 nothing was read yet
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument(
        "--unknown", action="store_true", help="labels it does not know, those most figures wait for first"
    )
    curated_option(parser, "folder with findings (curated)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")


def execute(chosen: argparse.Namespace, terminal: Terminal) -> int:
    """Prints the words, or the labels that figures wait for."""
    from pipeline.vocabulary_report import known_words, read_findings, unknown_labels
    from pipeline.vocabulary_table import print_known, print_unknown
    from schemas.vocabulary import load_vocabulary

    if chosen.unknown:
        waiting = unknown_labels(read_findings(chosen.curated))
        if chosen.json:
            terminal.json([asdict(label) for label in waiting])
        else:
            print_unknown(terminal.out, waiting)
        return DONE
    words = known_words(load_vocabulary())
    if chosen.json:
        terminal.json(dict(words))
    else:
        print_known(terminal.out, words)
    return DONE


COMMAND = Command("vocabulary", "the words that labels are read by", EXAMPLES, arguments, execute)
