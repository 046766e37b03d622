"""gyosei schema: what the datasets and columns mean."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict

from pipeline.commands.command import DONE, Command
from pipeline.commands.completing import offers_datasets
from pipeline.refusal import RefusedError
from pipeline.terminal import Terminal

EXAMPLES = """\
examples:
  gyosei schema                what all datasets hold, as Markdown
  gyosei schema kpi_values     what the columns of one mean

exit codes: 0 printed, 2 there is no such dataset
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    offers_datasets(parser.add_argument("dataset", nargs="?", metavar="DATASET", help="one dataset (all)"))
    parser.add_argument("--json", action="store_true", help="print the declarations as JSON")


def execute(chosen: argparse.Namespace, terminal: Terminal) -> int:
    """Prints the codebook of one dataset or all."""
    from schemas.codebook import codebook
    from schemas.dataset import comparisons, datasets

    declared = datasets() | comparisons()
    if chosen.dataset is not None and chosen.dataset not in declared:
        raise RefusedError(f"There is no dataset {chosen.dataset}: there are {', '.join(declared)}.")
    wanted = [dataset for name, dataset in declared.items() if chosen.dataset in (None, name)]
    if chosen.json:
        terminal.json([asdict(dataset) for dataset in wanted])
    else:
        sys.stdout.write(codebook(wanted))
    return DONE


COMMAND = Command("schema", "what the datasets and columns mean", EXAMPLES, arguments, execute)
