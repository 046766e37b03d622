"""gyosei add: a PDF or an address into raw/sources.toml."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.command import DONE, Command, raw_option
from pipeline.commands.fetch import fetch_options, fetch_sources
from pipeline.refusal import RefusedError
from pipeline.terminal import Terminal

if TYPE_CHECKING:
    from pipeline.adding.add import Told
    from pipeline.sources import Source

EXAMPLES = """\
examples:
  gyosei add ~/Downloads/kpi.pdf --municipality ○○市
  gyosei add https://www.city.example.lg.jp/kpi.pdf --municipality ○○県○○市 --license PDL-1.0
  gyosei add kpi.pdf --edition 令和6年度 --series "○○市 総合戦略 進捗状況"

The code is found from the name; title, series and edition are proposed from the first pages and can be
changed in raw/sources.toml, whose comments and order stay. Licences: PDL-1.0, CC-BY-4.0, CC-BY-2.1-JP,
CC0-1.0, GJSTU-2.0, unknown.

exit codes: 0 registered, 2 not registered
"""

TEXTS = {
    "id": "document id (the file's stem)",
    "title": "title of the publication (from its first page)",
    "series": "what all editions of it share (its title without years)",
    "as-of": "what its figures stand for: 2024, 2024-10 or 2024-10-31",
    "source-url": "address of the PDF, when FILE is given",
    "landing-url": "page of the publisher that offers it",
    "license": "licence of the publication (unknown)",
    "attribution": "whom to name beside the data (its title and publisher)",
    "notes": "anything else to know of it",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("what", metavar="FILE|URL", help="a PDF, or the address of one")
    parser.add_argument("--municipality", metavar="NAME", help="name, with prefecture where needed, or code")
    parser.add_argument("--edition", type=_year, metavar="YEAR", help="fiscal year of the edition: 2024, R6")
    for name, use in TEXTS.items():
        parser.add_argument(f"--{name}", metavar="URL" if name.endswith("url") else "TEXT", help=use)
    raw_option(parser, "folder of PDFs (raw)")
    parser.add_argument("--no-fetch", action="store_true", help="register the address, fetch it later")
    fetch_options(parser)
    parser.add_argument("--json", action="store_true", help="print JSON instead of the entry")


def execute(chosen: argparse.Namespace, terminal: Terminal) -> int:
    """Registers and prints the entry."""
    from filelock import FileLock, Timeout

    from pipeline.adding.add import add_address, add_file, is_address

    told = _told(chosen)

    def receive(source: Source) -> None:
        [outcome] = fetch_sources(chosen, terminal, [source])
        if outcome.state == "failed":
            raise RefusedError(outcome.message)

    try:
        chosen.raw.mkdir(parents=True, exist_ok=True)
        with FileLock(chosen.raw / ".adding.lock", timeout=600):
            if is_address(chosen.what):
                added = add_address(chosen.raw, chosen.what, told, None if chosen.no_fetch else receive)
            else:
                added = add_file(chosen.raw, Path(chosen.what), told)
    except Timeout as error:
        raise RefusedError(f"Another gyosei works on {chosen.raw}: wait until it is done.") from error
    except OSError as error:
        raise RefusedError(f"Cannot write to {chosen.raw}: {error.strerror or error}.") from error
    for note in added.notes:
        terminal.error(note)
    if chosen.json:
        terminal.json({"entry": added.entry, "proposed": list(added.proposed), "notes": list(added.notes)})
        return DONE
    if not terminal.quiet:
        terminal.result(added.text.rstrip("\n"))
    terminal.note(f"Registered in {chosen.raw / 'sources.toml'}.")
    if added.proposed:
        terminal.note(f"Read from the first pages, to be looked at: {', '.join(added.proposed)}.")
    return DONE


def _told(chosen: argparse.Namespace) -> Told:
    from pipeline.adding.add import Told

    texts = {name.replace("-", "_"): getattr(chosen, name.replace("-", "_")) for name in TEXTS}
    return Told(
        chosen.municipality, chosen.edition, {key: text for key, text in texts.items() if text is not None}
    )


def _year(text: str) -> int:
    from normalize.years import parse_period

    year = parse_period(text, None).fiscal_year
    if year is None:
        raise argparse.ArgumentTypeError(f"{text} names no year: give one like 2024, R6 or 令和6年度")
    return year


COMMAND = Command("add", "register a PDF or its address", EXAMPLES, arguments, execute)
