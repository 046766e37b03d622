"""gyosei fetch: what is registered with an address, downloaded into raw/."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from pipeline.commands.command import DONE, NOT_ALL, Command, positive, raw_option
from pipeline.commands.completing import offers_documents
from pipeline.refusal import RefusedError
from pipeline.terminal import Terminal

if TYPE_CHECKING:
    from pipeline.fetching.fetch import Outcome
    from pipeline.sources import Source

EXAMPLES = """\
examples:
  gyosei fetch                       all documents that have a source_url in raw/sources.toml
  gyosei fetch kpi_2024              one of them
  gyosei fetch --contact me@example.org --max-size 500

Only http and https, only public addresses, one connection a host, robots.txt kept. What breaks off is
resumed. The SHA-256 of the first fetch is kept in raw/fetched.toml: where a publisher replaces a file
later, it is reported and the former file is kept in raw/replaced/.

exit codes: 0 all is here, 1 something failed or was replaced, 2 could not fetch
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    ids = parser.add_argument("documents", nargs="*", metavar="ID", help="document ids (all with an address)")
    offers_documents(ids)
    raw_option(parser, "folder of PDFs (raw)")
    fetch_options(parser)
    parser.add_argument("--json", action="store_true", help="print JSON instead of sentences")


def fetch_options(parser: argparse.ArgumentParser) -> None:
    """Adds what every command that fetches lets people choose."""
    parser.add_argument(
        "--max-size", type=positive, default=300, metavar="MIB", help="MiB one PDF may have (300)"
    )
    parser.add_argument(
        "--timeout", type=positive, default=1800, metavar="S", help="seconds one PDF may take (1800)"
    )
    parser.add_argument(
        "--contact",
        default=os.environ.get("GYOSEI_CONTACT", ""),
        metavar="TEXT",
        help="whom publishers may write to, told in the User-Agent (GYOSEI_CONTACT)",
    )
    parser.add_argument(
        "--allow-private",
        action="store_true",
        help="fetch also from this machine and the local network, for an intranet you trust",
    )


def execute(chosen: argparse.Namespace, terminal: Terminal) -> int:
    """Fetches and says what became of each document."""
    from pipeline.sources import chosen as choose
    from pipeline.sources import read_sources

    sources = choose(read_sources(chosen.raw), chosen.documents)
    for source in sources:
        if source.source_url is None and chosen.documents:
            raise RefusedError(
                f"{source.document_id} has no source_url in sources.toml: add the address of its PDF."
            )
    wanted = [source for source in sources if source.source_url]
    if not wanted:
        raise RefusedError(
            f"No document of {chosen.raw} has a source_url: register one with `gyosei add URL`."
        )
    outcomes = fetch_sources(chosen, terminal, wanted, lambda outcome: _tell(terminal, outcome))
    if chosen.json:
        from dataclasses import asdict

        terminal.json([asdict(outcome) for outcome in outcomes])
    elif len(outcomes) > 1:
        counts = Counter(outcome.state for outcome in outcomes)
        terminal.note(", ".join(f"{number} {state}" for state, number in sorted(counts.items())))
    unwell = ("failed", "replaced")
    return NOT_ALL if any(outcome.state in unwell for outcome in outcomes) else DONE


def fetch_sources(
    chosen: argparse.Namespace,
    terminal: Terminal,
    wanted: list[Source],
    tell: Callable[[Outcome], None] = lambda outcome: None,
) -> list[Outcome]:
    """Fetches the sources with a bar for each; `tell` is called with what became of each."""
    from filelock import FileLock, Timeout

    from pipeline.fetching.addresses import CheckedTransport, is_any, is_public
    from pipeline.fetching.download import MIB, Limits
    from pipeline.fetching.fetch import fetch
    from pipeline.fetching.session import Session

    session = Session(CheckedTransport(is_any if chosen.allow_private else is_public), contact=chosen.contact)
    limits = Limits(max_bytes=chosen.max_size * MIB, seconds=float(chosen.timeout))
    outcomes: list[Outcome] = []
    try:
        with (
            FileLock(chosen.raw / LOCK, timeout=0),
            terminal.transferring() as bar,
        ):
            tasks = {}

            def progress(document_id: str, done: int, total: int | None) -> None:
                if document_id not in tasks:
                    tasks[document_id] = bar.add_task(document_id, total=total)
                bar.update(tasks[document_id], completed=done, total=total)

            today = date.today().isoformat()
            for outcome in fetch(chosen.raw, wanted, session, limits, today, progress):
                outcomes.append(outcome)
                if outcome.document_id in tasks:
                    bar.remove_task(tasks.pop(outcome.document_id))
                tell(outcome)
    except Timeout as error:
        raise RefusedError(f"Another gyosei works on {chosen.raw}: wait until it is done.") from error
    except OSError as error:
        raise RefusedError(f"Cannot write to {chosen.raw}: {error.strerror or error}.") from error
    finally:
        session.close()
    return outcomes


LOCK = ".gyosei.lock"
"""In raw/: one command at a time writes there."""


def _tell(terminal: Terminal, outcome: Outcome) -> None:
    name = outcome.document_id
    size = f"{(outcome.byte_size or 0) / 1e6:,.1f} MB"
    if outcome.state == "failed":
        terminal.error(f"{name}: failed: {outcome.message}")
    elif outcome.state == "replaced":
        terminal.error(f"{name}: its publisher replaced the file ({size}). {outcome.message}")
    elif outcome.state == "restored":
        terminal.note(f"{name}: what was published is here again ({size}). {outcome.message}")
    elif outcome.state == "fetched":
        terminal.note(f"{name}: fetched ({size})")
    else:
        terminal.note(f"{name}: unchanged")


COMMAND = Command("fetch", "download what is registered with an address", EXAMPLES, arguments, execute)
