"""The comparison in the terminal: counts by kind, the changes that matter most first, the year's figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from normalize.width import join_lines
from pipeline.comparing.labels import label
from pipeline.messages.language import language
from pipeline.messages.shown import shown
from pipeline.terminal import Terminal
from quality.editions.comparison import KINDS, Change, Comparison, Edition, Item, Progress, Told
from quality.editions.telling import number

STATES = ("reached", "on_way", "away", "missed", "not_measured", "no_target", "unclear")
SHORT = 44
"""Characters of a text that a line shows."""


def print_comparison(terminal: Terminal, comparison: Comparison, limit: int | None) -> None:
    """Prints the comparison; `limit` changes at most, None for all."""
    terminal.result(f"{_edition(comparison.before)} → {_edition(comparison.after)}")
    for note in comparison.notes:
        terminal.result(_said(note))
    if not comparison.changes:
        terminal.result("No changes." if comparison.is_same else "No changes but new figures.")
    else:
        terminal.show(_counts(comparison))
        each = comparison.changes if limit is None else _each(comparison)
        terminal.show(_changes(each[:limit]))
        if more := len(each[:limit]) and len(each) - len(each[:limit]):
            terminal.result(f"… and {more} more: --all prints them, --xlsx and --json write them.")
        if limit is not None:
            for line in _reorganised(comparison):
                terminal.result(line)
    for line in _figures(comparison):
        terminal.result(line)
    _print_open(terminal, comparison)


def _each(comparison: Comparison) -> tuple[Change, ...]:
    """The changes without those that only follow a department's new name: they are told together."""
    return tuple(change for change in comparison.changes if change.kind != "department_changed")


def _reorganised(comparison: Comparison) -> Iterator[str]:
    """The departments that took the place of others, in a line each, the most frequent first."""
    followed: Counter[tuple[str, str]] = Counter()
    for change in comparison.changes:
        if change.kind == "department_changed":
            one, other = (change.before or "").split("、"), (change.after or "").split("、")
            gone = "、".join(name for name in one if name not in other)
            came = "、".join(name for name in other if name not in one)
            followed[gone or "–", came or "–"] += 1
    for (gone, came), count in sorted(followed.items(), key=lambda item: (-item[1], item[0])):
        yield f"department changed: {gone} → {came} ({count})"


def _said(sentence: Told) -> str:
    return sentence.ja if language() == "ja" else sentence.en


def _edition(edition: Edition) -> str:
    year = f" ({edition.edition_fiscal_year})" if edition.edition_fiscal_year else ""
    return f"{edition.document_id}{year}"


def _counts(comparison: Comparison) -> Table:
    table = _table()
    table.add_column(shown("change"))
    datasets = [d for d in ("kpi", "project") if any(i.dataset == d for i in _items(comparison))]
    for dataset in datasets:
        table.add_column(label("dataset", dataset), justify="right")
    counts = Counter((change.kind, change.dataset) for change in comparison.changes)
    for kind in KINDS:
        if any(counts[kind, dataset] for dataset in datasets):
            table.add_row(label("kind", kind), *(str(counts[kind, d] or "") for d in datasets))
    return table


def _items(comparison: Comparison) -> tuple[Item, ...]:
    return (*comparison.items_before, *comparison.items_after)


def _changes(changes: tuple[Change, ...]) -> Table:
    table = _table()
    for heading in ("change", "what", "before → after", "page"):
        table.add_column(shown(heading), overflow="fold", no_wrap=heading in ("change", "page"))
    for change in changes:
        pages = [str(place.page) if place else "–" for place in (change.before_place, change.after_place)]
        table.add_row(
            Text(label("kind", change.kind)),
            Text(what(change)),
            Text(_from_to(change)),
            Text("→".join(pages)),
        )
    return table


def what(change: Change) -> str:
    """The items a change is about, by name, with the figure it is about."""
    names = change.after_names or change.before_names
    figure = " ".join(
        word for word in (str(change.fiscal_year or ""), label("role", change.role), change.component) if word
    )
    return _short("、".join(names) or "all projects", 60) + (f" [{figure}]" if figure else "")


def _from_to(change: Change) -> str:
    note = f" ({_said(change.note)})" if change.note else ""
    if change.kind in ("added", "removed"):
        return note.strip()
    if change.kind == "definition_changed":
        return _difference(change.before or "", change.after or "") + note
    told = f"{_short(change.before or '-')} → {_short(change.after or '-')}"
    if change.delta is not None:
        percent = "" if change.delta_percent is None else f", {change.delta_percent:+.1f}%"
        sign = "+" if change.delta > 0 else ""
        told += f" [{sign}{number(change.delta)}{change.unit or ''}{percent}]"
    return told + note


def _difference(before: str, after: str) -> str:
    """The first words that differ, with a little of what stands before them."""
    one, other = join_lines(before), join_lines(after)
    differ = (at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs)
    start = max(0, next(differ, min(len(one), len(other))) - 8)
    dots = "…" if start else ""
    return f"{dots}{_short(one[start:])} → {dots}{_short(other[start:])}"


def _short(text: str, length: int = SHORT) -> str:
    line = " ".join(join_lines(text).split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def _figures(comparison: Comparison) -> Iterator[str]:
    if comparison.sums:
        sums = comparison.sums
        yield (
            f"Projects, {_headline(sums.before_year, sums.before_kind)} → "
            f"{_headline(sums.after_year, sums.after_kind)}: {number(sums.before_total)} → "
            f"{number(sums.after_total)} yen ({_signed(sums.difference)} = {_signed(sums.new)} in "
            f"{sums.new_count} new, {_signed(sums.continuing)} in {sums.continuing_count} continuing, "
            f"{_signed(sums.regrouped)} in {sums.regrouped_count} merged or split, "
            f"{_signed(sums.ended)} in {sums.ended_count} ended)"
        )
        largest = [row for row in comparison.projects if row.change_yen][:3]
        if largest:
            told = ", ".join(f"{row.name} {_signed(row.change_yen)}" for row in largest)
            yield f"Greatest differences: {told}"
    lines = [line for line in comparison.progress if not line.is_reprint]
    if lines:
        counts = Counter(line.state for line in lines)
        told = ", ".join(f"{counts[state]} {label('state', state)}" for state in STATES if counts[state])
        yield f"Progress to targets: {told}"
        if turned := [line for line in lines if _newly_reached(line)]:
            yield "Reached since: " + ", ".join(_short(line.name) for line in turned[:5])


def _newly_reached(line: Progress) -> bool:
    return line.state == "reached" and line.before_state not in (None, "reached")


def _headline(year: int | None, kind: str | None) -> str:
    return " ".join(word for word in (str(year or ""), label("role", kind)) if word)


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else ''}{number(value)}"


def _print_open(terminal: Terminal, comparison: Comparison) -> None:
    """The pairs that a person should look at."""
    names = {item.item_id: item.name for item in comparison.items_before}
    later = {item.item_id: item.name for item in comparison.items_after}
    if comparison.candidates:
        count = len(comparison.candidates)
        terminal.result(f"{count} to look at by hand (raw/pairs.toml decides once for all):")
    for candidate in comparison.candidates[:10]:
        verb = "paired" if candidate.paired else "not paired"
        pair = f"{names[candidate.before_id]} / {later[candidate.after_id]}"
        why = "; ".join(_said(reason.told) for reason in candidate.reasons[:3])
        terminal.result(f"  {verb} {candidate.similarity:.2f}: {pair}: {why}")


def _table() -> Table:
    return Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
