"""gyosei history: an indicator over all editions of its series."""

from __future__ import annotations

import argparse
from pathlib import Path

from pipeline.commands.command import DONE, Command, curated_option, raw_option
from pipeline.refusal import RefusedError
from pipeline.terminal import Terminal

EXAMPLES = """\
examples:
  gyosei history                       every indicator of the series with several editions, one a line
  gyosei history 人口                  its figures as each edition printed them
  gyosei history 満足度 --series "総合戦略 進捗状況"

Figures are in the unit of the newest edition; * marks one that differs from the edition before.
All of them are written to curated/kpi_history/<series>.parquet.
exit codes: 0 printed, 2 there is no such indicator or series
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("indicator", nargs="?", metavar="INDICATOR", help="name, or a part of it (all)")
    parser.add_argument("--series", metavar="NAME", help="the series (the one that has several editions)")
    parser.add_argument("--pairs", type=Path, metavar="FILE", help="decisions about pairs (RAW/pairs.toml)")
    curated_option(parser, "folder of the documents, and of kpi_history/ (curated)")
    raw_option(parser, "folder of pairs.toml (raw)")


def execute(chosen: argparse.Namespace, terminal: Terminal) -> int:
    """Writes the history of a series and prints what was asked for."""
    from pipeline.comparing.editions import several_editions
    from pipeline.comparing.history_rows import (
        history_rows,
        named,
        series_history,
        summary_line,
        vintage_table,
        write_history,
    )
    from pipeline.writing import writing
    from quality.editions.decisions import DecisionsError, read_decisions

    series = chosen.series or several_editions(chosen.curated)
    try:
        decisions = read_decisions(chosen.pairs or chosen.raw / "pairs.toml")
        editions, indicators = series_history(chosen.curated, series, decisions)
    except DecisionsError as error:
        raise RefusedError(str(error)) from error
    wanted = named(indicators, chosen.indicator) if chosen.indicator else list(indicators)
    if not wanted:
        raise RefusedError(f"{series} has no indicator {chosen.indicator}: gyosei history lists them.")
    try:
        with writing(chosen.curated):
            write_history(chosen.curated, series, history_rows(series, indicators))
    except OSError as error:
        raise RefusedError(f"Cannot write to {chosen.curated}: {error.strerror or error}.") from error
    for indicator in wanted:
        if chosen.indicator:
            terminal.result(f"{indicator.name} [{indicator.unit or '-'}]")
            terminal.show(vintage_table(indicator, editions))
        else:
            terminal.result(summary_line(indicator))
    return DONE


COMMAND = Command(
    "history", "an indicator as each edition of its series printed it", EXAMPLES, arguments, execute
)
