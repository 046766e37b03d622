"""gyosei show: a page as a picture with what is found on it."""

from __future__ import annotations

import argparse
from pathlib import Path

from pipeline.commands.command import DONE, Command, positive
from pipeline.commands.run import READERS
from pipeline.refusal import RefusedError
from pipeline.terminal import Terminal

EXAMPLES = """\
examples:
  gyosei show raw/kpi_2024.pdf --page 3 --out page3.png
  gyosei show raw/kpi_2024.pdf --page 3 --reader both

exit codes: 0 drawn, 2 could not draw
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a PDF")
    parser.add_argument("--page", type=positive, default=1, metavar="N", help="page, counted from 1 (1)")
    parser.add_argument(
        "--out", type=Path, metavar="PNG", help="picture to write (FILE_pN.png in the current folder)"
    )
    parser.add_argument(
        "--reader",
        choices=READERS,
        default=READERS[0],
        help="PDF reader (pdfium); both: where the readers differ is framed",
    )


def execute(chosen: argparse.Namespace, terminal: Terminal) -> int:
    """Writes the picture."""
    from pipeline.marks import page_marks
    from pipeline.preflight import file_facts, pdf_facts
    from pipeline.show import draw_page

    if not chosen.file.exists():
        raise RefusedError(f"{chosen.file} does not exist: name a PDF.")
    file_facts(chosen.file)
    pages = pdf_facts(chosen.file).page_count
    if chosen.page > pages:
        raise RefusedError(f"{chosen.file.name} has {pages} pages, there is no page {chosen.page}.")
    out = chosen.out or Path(f"{chosen.file.stem}_p{chosen.page}.png")
    try:
        found = page_marks(chosen.file, chosen.page, chosen.reader)
        draw_page(
            chosen.file, chosen.page, out, headers=found.headers, marks=found.marks, reader=found.reader
        )
    except (OSError, ValueError) as error:
        raise RefusedError(f"Cannot write {out}: {error}.") from error
    for told in found.differences:
        terminal.result(told)
    terminal.detail(f"{out} is written.")
    return DONE


COMMAND = Command("show", "picture of what is found on a page", EXAMPLES, arguments, execute)
