"""Lists of indicators and projects: one row each, with the figures that matter most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.site.figures import value_shown
from pipeline.site.item_pages import fiscal_year, progress_percent
from pipeline.site.items import Item
from pipeline.web.charts import Change, changes_chart
from pipeline.web.environment import one_line
from pipeline.web.numbers import change, number, yen_short
from pipeline.web.texts import Text, Texts
from schemas.dataset import Row

MOST_CHANGES = 6
"""Rises, and as many falls, in the chart of a publication."""

GRAVITY = ("doubtful", "corrected", "read", "proved")
KIND_ORDER = ("settlement", "unspecified", "current_budget", "budget", "initial_budget", "forecast")
"""Which of several amounts of one year stands for it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a list: what it sorts by, what is shown, of when it is."""

    value: str
    shown: str
    when: Text | str = ""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One indicator (baseline, latest, target, way to the target) or project (former, latest, change)."""

    kind: str
    address: str
    name: str
    context: str
    place: str
    unit: str
    figures: tuple[Cell, ...]
    status: str


NOTHING = Cell("", "")


def list_row(item: Item, t: Texts) -> ListRow:
    """The row of an item, by its latest edition."""
    one = item.latest
    facts = one.document.facts
    year = facts["edition_fiscal_year"]
    context = one.record.get("measure") or one.record.get("goal") or ""
    if item.kind == "projects":
        context = one.record.get("basic_project") or context
    statuses = {row["status"] for row in one.figures} or {one.record.get("status", "read")}
    return ListRow(
        item.kind,
        item.address,
        one_line(one.record["name"]),
        one_line(context, 60),
        " ".join(filter(None, (facts["municipality_name"], t("year_n", n=year).ja if year else ""))),
        one.record.get("unit") or "",
        _values(item, t) if item.kind == "kpis" else _amounts(item, t),
        next(status for status in GRAVITY if status in statuses),
    )


def _values(item: Item, t: Texts) -> tuple[Cell, ...]:
    figures = item.latest.figures
    part = "" if any(not row["series"] for row in figures) else next((r["series"] for r in figures), "")
    held: dict[str, Row] = {}
    for row in sorted(figures, key=lambda row: fiscal_year(row) or 0):
        # a dash does not hide the figure of the year before
        if row["series"] == part and row["role"] and (row["value"] is not None or row["role"] not in held):
            held[row["role"]] = row
    progress = progress_percent(item)
    way = NOTHING if progress is None else Cell(str(round(progress, 3)), f"{number(progress, 0)}%")
    return (*(_value(held.get(role), t) for role in ("baseline", "actual", "target")), way)


def _value(row: Row | None, t: Texts) -> Cell:
    if row is None:
        return NOTHING
    year = fiscal_year(row)
    value = "" if row["value"] is None else repr(row["value"])
    shown = value_shown(row, t).ja
    return Cell(value, one_line(shown, 14), "" if year is None else t("year_n", n=year))


def _amounts(item: Item, t: Texts) -> tuple[Cell, ...]:
    one = item.latest
    years: dict[int, list[Row]] = {}
    for row in one.figures:
        if not row["component"] and row["fiscal_year"] is not None and row["amount_yen"] is not None:
            years.setdefault(row["fiscal_year"], []).append(row)
    chosen = [
        min(rows, key=lambda row: KIND_ORDER.index(row["kind"]) if row["kind"] in KIND_ORDER else 9)
        for _, rows in sorted(years.items(), reverse=True)
    ]
    latest = chosen[0] if chosen else None
    former = next((row for row in chosen[1:] if latest and row["kind"] == latest["kind"]), None)
    delta = one.record["change_yen"]
    if delta is None and latest and former and former["fiscal_year"] == latest["fiscal_year"] - 1:
        delta = latest["amount_yen"] - former["amount_yen"]
    told = Cell(str(delta), change_text(delta)) if delta is not None else NOTHING
    return _amount(former, t), _amount(latest, t), told


def _amount(row: Row | None, t: Texts) -> Cell:
    if row is None:
        return NOTHING
    year, kind = t("year_n", n=row["fiscal_year"]), t(f"kind_{row['kind']}")
    when = year if row["kind"] == "unspecified" else Text(f"{year.ja} {kind.ja}", f"{year.en} {kind.en}")
    return Cell(str(row["amount_yen"]), f"{number(row['amount_yen'])}円", when)


def change_text(delta: int) -> str:
    """A change in yen with its direction: +17,673.9万円."""
    text = yen_short(abs(delta))
    return f"{change(1 if delta > 0 else -1 if delta < 0 else 0)[0]}{text}"


def largest_changes(items: Sequence[Item], root: str, t: Texts) -> Markup:
    """A chart of the largest rises and falls as the latest edition prints them; '' with fewer than three."""
    told = sorted(
        ((item.latest.record["change_yen"], item) for item in items if item.latest.record["change_yen"]),
        key=lambda pair: -pair[0],
    )
    if len(told) < 3:
        return Markup("")
    rises = [pair for pair in told if pair[0] > 0][:MOST_CHANGES]
    falls = [pair for pair in told if pair[0] < 0][-MOST_CHANGES:]
    rows = [
        Change(one_line(item.latest.record["name"]), delta, change_text(delta), root + item.address)
        for delta, item in (*rises, *falls)
    ]
    return changes_chart(rows, t("chart_changes"))
