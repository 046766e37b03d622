"""Where commands print: results to standard output, notes and errors to standard error."""

from __future__ import annotations

import json
from dataclasses import dataclass

from rich.console import (
    Console,
    ConsoleOptions,
    ConsoleRenderable,
    RenderableType,
    RenderHook,
    RenderResult,
)
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TransferSpeedColumn,
)
from rich.segment import Segment

from pipeline.messages.shown import shown
from pipeline.printable import escaped, harmless

NO_TERMINAL_WIDTH = 160
"""A log or a file holds whole lines."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Both streams of a command, which speak the language of the locale.

    Colours only where they are terminals and NO_COLOR is not set.
    """

    out: Console
    err: Console
    quiet: bool = False
    verbose: bool = False

    def result(self, message: str) -> None:
        """Prints a sentence that answers the command."""
        self.out.print(shown(message), markup=False, soft_wrap=True)

    def json(self, value: object) -> None:
        """Prints a value for a program, also with --quiet."""
        self.out.file.write(escaped(json.dumps(value, ensure_ascii=False, indent=2, default=str)) + "\n")

    def show(self, renderable: RenderableType) -> None:
        """Prints a table or another thing of rich; not with --quiet."""
        if not self.quiet:
            self.out.print(renderable)

    def note(self, message: str) -> None:
        """Says what is being done or was done; not with --quiet."""
        if not self.quiet:
            self.err.print(shown(message), markup=False, soft_wrap=True)

    def detail(self, message: str) -> None:
        """Says more, with --verbose only."""
        if self.verbose:
            self.err.print(shown(message), markup=False, soft_wrap=True)

    def error(self, message: str) -> None:
        """Says what went wrong, also with --quiet."""
        self.err.print(shown(message), markup=False, soft_wrap=True)

    def counting(self, doing: str) -> Progress:
        """A bar that counts things done, with the one in hand as its description; gone at the end."""
        return Progress(
            TextColumn(shown(doing), markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.description}", markup=False),
            console=self.err,
            transient=True,
            disable=self.quiet or not self.err.is_terminal,
        )

    def transferring(self) -> Progress:
        """A bar of bytes for each thing that is transferred, gone at the end."""
        return Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            DownloadColumn(),
            TransferSpeedColumn(),
            console=self.err,
            transient=True,
            disable=self.quiet or not self.err.is_terminal,
        )


def terminal(*, quiet: bool = False, verbose: bool = False) -> Terminal:
    """Standard output and error of this process."""
    out, err = Console(highlight=False), Console(stderr=True, highlight=False)
    if not out.is_terminal:
        out.width = NO_TERMINAL_WIDTH
    for console in (out, err):
        console.push_render_hook(_HarmlessText())
    return Terminal(out, err, quiet, verbose)


class _HarmlessText(RenderHook):
    """Whatever is printed is made harmless: it may quote a document, a file name or an address."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [_Harmless(renderable) for renderable in renderables]


@dataclass(frozen=True, slots=True)
class _Harmless:
    """A renderable without the characters that would steer a terminal; rich's own stay."""

    inner: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in console.render(self.inner, options):
            yield segment if segment.control else Segment(harmless(segment.text), segment.style)
