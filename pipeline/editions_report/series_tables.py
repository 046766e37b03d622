"""Each pair's figures as both editions print them, and the pairs that a person should look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.editions_report.figures_shown import Value, difference, said, value, word
from pipeline.web.texts import Text, Texts
from quality.editions.comparison import Candidate, Comparison, Item, Pair, Point

MOST_PAIRS = 1500
"""Pairs whose figures stand in the report; of more, those with a change or another figure only."""


@dataclass(frozen=True, slots=True)
class PointLine:
    """One figure in both editions."""

    what: Text
    before: Value | None
    after: Value | None
    state: str
    state_text: Text
    difference: str


@dataclass(frozen=True, slots=True)
class PairTable:
    """The series of a pair."""

    anchor: str
    dataset: str
    before_name: str
    after_name: str
    step: Text
    similarity: float
    news: int
    notes: tuple[Text, ...]
    lines: tuple[PointLine, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Two items that may be the same, with the reasons for and against."""

    dataset: str
    before_name: str
    after_name: str
    before_id: str
    after_id: str
    paired: bool
    similarity: float
    reasons: tuple[tuple[bool, Text], ...]


def pair_tables(comparison: Comparison, t: Texts) -> tuple[PairTable, ...]:
    """The pairs in the order of print."""
    before = {item.item_id: item for item in comparison.items_before}
    after = {item.item_id: item for item in comparison.items_after}
    changed = {change.pair_id for change in comparison.changes}
    wanted = comparison.pairs
    if len(wanted) > MOST_PAIRS:
        wanted = tuple(pair for pair in wanted if pair.pair_id in changed)[:MOST_PAIRS]
    return tuple(_table(pair, before[pair.before_id], after[pair.after_id], t) for pair in wanted)


def _table(pair: Pair, before: Item, after: Item, t: Texts) -> PairTable:
    lines = tuple(_line(point, pair.dataset, after, t) for point in pair.points)
    return PairTable(
        f"item-{pair.after_id}",
        pair.dataset,
        before.name,
        after.name,
        word("step", pair.step),
        pair.similarity,
        sum(point.state != "same" for point in pair.points),
        tuple(text for note in pair.notes if (text := said(note)) is not None),
        lines,
    )


def _line(point: Point, dataset: str, item: Item, t: Texts) -> PointLine:
    parts = []
    if point.fiscal_year is not None:
        parts.append(t("year_n", n=point.fiscal_year))
    if point.role:
        parts.append(word("role", point.role))
    if point.component:
        parts.append(Text(point.component, point.component))
    unit = point.after.unit if point.after else item.unit
    return PointLine(
        Text(" ".join(p.ja for p in parts), " ".join(p.en for p in parts)),
        value("before", point.before, dataset),
        value("after", point.after, dataset),
        point.state,
        word("point", point.state),
        difference(point.delta, point.percent, unit, dataset) if point.delta else "",
    )


def questions(comparison: Comparison) -> tuple[Question, ...]:
    """Pairs with little evidence, and near misses, as they are listed in the comparison."""
    before = {item.item_id: item for item in comparison.items_before}
    after = {item.item_id: item for item in comparison.items_after}
    return tuple(_question(c, before[c.before_id], after[c.after_id]) for c in comparison.candidates)


def _question(c: Candidate, before: Item, after: Item) -> Question:
    reasons = tuple(
        (reason.weight > 0, text) for reason in c.reasons if (text := said(reason.told)) is not None
    )
    return Question(
        c.dataset, before.name, after.name, c.before_id, c.after_id, c.paired, c.similarity, reasons
    )


def pages_of_items(comparison: Comparison) -> Iterator[tuple[str, int]]:
    """The pages of all figures that the report links to: side and page."""
    for pair in comparison.pairs:
        for point in pair.points:
            for side, figure in (("before", point.before), ("after", point.after)):
                if figure is not None:
                    yield side, figure.place.page
