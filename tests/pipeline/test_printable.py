"""Text from files never steers a terminal, in whichever way it is printed."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.printable import STEERING, escaped, harmless, one_line
from pipeline.terminal import Terminal, terminal

STEERS = [
    ("\x1b[2J", "ESC: clears the screen"),
    ("\x1b]0;owned\x07", "sets the title"),
    ("\x1b]8;;http://x\x1b\\click", "a link"),
    ("\x9b31m", "CSI of the second set"),
    ("\u202e321", "shown backwards"),
    ("\u2066\u2069", "isolates"),
    ("a\rb", "overwrites the line"),
    ("\x08\x08", "backspaces"),
    ("\x00\x7f", "NUL and DEL"),
    ("\U000e0041", "a tag without a glyph"),
    ("\ud800", "half of a pair"),
]


@pytest.mark.parametrize(("text", "why"), STEERS)
def test_what_steers_is_made_visible(text: str, why: str) -> None:
    assert "\ufffd" in harmless(text), why
    assert not STEERING.search(harmless(text)) and len(harmless(text)) == len(text)


@pytest.mark.parametrize("text", ["令和６年度　予算（千円）", "a\tb\nc", "か゛葛\U000e0100", "①▲1,234", "😀"])
def test_print_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_a_message_is_one_line_and_not_too_long() -> None:
    assert one_line("a\nb\x1b[0m") == "a b\ufffd[0m"
    assert len(one_line("長" * 1000)) == 400


@given(st.text())
def test_escaped_json_means_the_same(text: str) -> None:
    written = escaped(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text and not STEERING.search(written)


def printed(how: str, text: str) -> str:
    """What a terminal gets where a command prints the text."""
    streams = terminal(verbose=True)
    out = io.StringIO()
    for console in (streams.out, streams.err):
        console.file = out
        assert isinstance(console, Console)
    if how == "table":
        table = Table(escape(text))
        table.add_row(escape(text))
        streams.show(table)
    elif how == "json":
        streams.json({"text": text})
    else:
        getattr(streams, how)(text)
    return out.getvalue()


@pytest.mark.parametrize("how", ["result", "note", "detail", "error", "table", "json"])
@pytest.mark.parametrize("text", [text for text, _ in STEERS if text != "\ud800"])
def test_whatever_way_it_is_printed(how: str, text: str) -> None:
    assert not STEERING.search(printed(how, f"名{text}称").replace("\r\n", "\n"))


def test_rich_keeps_its_colours() -> None:
    streams = terminal()
    out = io.StringIO()
    colourful = Console(file=out, force_terminal=True, color_system="standard", highlight=False)
    colourful.push_render_hook(streams.out._render_hooks[0])
    Terminal(colourful, colourful).show("[red]a[/red]\x1b[2Jb")
    assert "\x1b[31m" in out.getvalue() and "\x1b[2J" not in out.getvalue()
