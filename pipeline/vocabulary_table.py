"""The vocabulary and the unknown labels as tables in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.messages.shown import shown
from pipeline.vocabulary_report import Waiting

DOCUMENTS_SHOWN = 3


def print_known(console: Console, words: Sequence[tuple[str, tuple[str, ...]]]) -> None:
    """Prints what the words of the vocabulary say, a row for each meaning."""
    table = Table(*map(shown, ("says", "number", "words")))
    for name, known in words:
        table.add_row(name, str(len(known)), Text("、".join(known)))
    console.print(table)
    console.print(shown("A word more is a line in schemas/vocabulary.toml."))


def print_unknown(console: Console, waiting: Sequence[Waiting]) -> None:
    """Prints the labels that figures wait for, or that there are none."""
    if not waiting:
        console.print(shown("No figures wait for a label."))
        return
    table = Table(*map(shown, ("figures", "label", "first seen", "documents")))
    for item in waiting:
        named = ", ".join(item.documents[:DOCUMENTS_SHOWN])
        more = len(item.documents) - DOCUMENTS_SHOWN
        table.add_row(
            str(item.figures),
            Text(item.label),
            Text(item.place),
            Text(named + (f" + {more}" if more > 0 else "")),
        )
    console.print(table)
    console.print(shown("Add its words to schemas/vocabulary.toml, then run again."))
