"""gyosei site: pages to read what was read, beside the print."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from pipeline.commands.command import DONE, Command, curated_option, positive, raw_option
from pipeline.refusal import RefusedError
from pipeline.terminal import Terminal

EXAMPLES = """\
examples:
  gyosei site                             curated/ and raw/ as pages in site/
  gyosei site --serve                     and open them on 127.0.0.1
  gyosei site --curated out --raw ~/pdfs --out ~/pages

The pages need no server and no network: open index.html, or put the folder on any web server.

exit codes: 0 made, 2 could not make them
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    curated_option(parser, "folder to show (curated)")
    raw_option(parser, "folder of the PDFs, for pictures of pages (raw)")
    parser.add_argument(
        "--out", type=Path, default=Path("site"), metavar="DIR", help="folder to write (site)"
    )
    parser.add_argument("--serve", action="store_true", help="show the pages on 127.0.0.1 until Ctrl+C")
    parser.add_argument("--port", type=positive, default=8765, metavar="N", help="port for --serve (8765)")
    parser.add_argument("--no-open", action="store_true", help="with --serve: do not open a browser")
    parser.add_argument(
        "--workers", type=positive, default=os.cpu_count() or 1, metavar="N", help="processes (one per core)"
    )


def execute(chosen: argparse.Namespace, terminal: Terminal) -> int:
    """Makes the pages, and serves them where asked."""
    from pipeline.site.build import Options, build_site
    from pipeline.site.serve import server

    serving = server(chosen.out, chosen.port) if chosen.serve else None
    options = Options(chosen.curated, chosen.raw, chosen.out, chosen.workers)
    try:
        with terminal.counting("making pages") as bar:
            task = bar.add_task("", total=None)

            def advance(name: str, count: int) -> None:
                bar.update(task, total=count, advance=1, description=name)

            built = build_site(options, advance)
    except OSError as error:
        raise RefusedError(f"Cannot write to {chosen.out}: {error.strerror or error}.") from error
    if built.without_pictures:
        terminal.note(
            f"{len(built.without_pictures)} of {built.documents} documents lack pictures of their pages: "
            f"their PDFs are not in {chosen.raw}, are other files than were read, or cannot be drawn."
        )
    terminal.result(f"{chosen.out / 'index.html'} shows {built.documents} documents ({built.files} files).")
    if serving is None:
        return DONE
    address = f"http://127.0.0.1:{serving.server_address[1]}/"
    terminal.note(f"{address} shows it to this machine. Ctrl+C ends.")
    if not chosen.no_open:
        import webbrowser

        webbrowser.open(address)
    try:
        serving.serve_forever()
    except KeyboardInterrupt:
        terminal.note("Ended.")
    finally:
        serving.server_close()
    return DONE


COMMAND = Command("site", "make pages that show the figures beside the print", EXAMPLES, arguments, execute)
