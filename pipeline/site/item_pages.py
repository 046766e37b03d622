"""What the page of an indicator or a project shows: its chart over the years and each printed figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from extract.page import Box
from pipeline.site.figures import box_of, is_words, value_shown
from pipeline.site.items import Item, Occurrence
from pipeline.web.charts import Amount, Point, amounts_chart, values_chart
from pipeline.web.environment import one_line
from pipeline.web.numbers import yen
from pipeline.web.texts import Text, Texts
from schemas.dataset import Row

ROLES = ("baseline", "actual", "planned", "target")
MOST_CHARTS = 6
MONTH_OF_NEW_YEAR = 4
"""A fiscal year begins in April."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure in the list of a page: what it is, what was read, where it stands."""

    year: int | None
    meaning: Text
    part: str
    shown: Text
    printed: str
    status: str
    document_id: str
    page: int
    box: Box
    figure_id: str
    edition: Text
    period: str = ""
    differs: bool = False

    @property
    def is_words(self) -> bool:
        """Whether it is a milestone in words."""
        return is_words(self.shown.ja)


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a page that an item was read from: the box around its name and its figures."""

    document_id: str
    page: int
    box: Box
    record_id: str
    edition: Text
    is_reprint: bool


def fiscal_year(row: Row) -> int | None:
    """The fiscal year of a value: as printed, else that in which its point in time lies."""
    if row["fiscal_year"] is not None:
        return int(row["fiscal_year"])
    as_of = row.get("as_of")
    if not as_of:
        return None
    year, _, rest = as_of.partition("-")
    return int(year) - (1 if rest and int(rest[:2]) < MONTH_OF_NEW_YEAR else 0)


def value_charts(item: Item, t: Texts) -> list[Markup]:
    """A chart for each part of an indicator (the whole, 小学校, 女性 …)."""
    roles = {role: t(f"role_{role}") for role in ROLES}
    parts = dict.fromkeys(row["series"] for one in item.occurrences for row in one.figures)
    unit = next((o.record["unit"] for o in reversed(item.occurrences) if o.record["unit"]), "") or ""
    charts = []
    for part in list(parts)[:MOST_CHARTS]:
        title = t("chart_values", name=" ".join(p for p in (one_line(item.latest.record["name"]), part) if p))
        chart = values_chart(_points(item, part, t), unit, title, roles)
        if chart:
            charts.append(chart)
    return charts


def _points(item: Item, part: str, t: Texts) -> list[Point]:
    """A point for each year and role; where editions differ, what the latest prints."""
    latest: dict[tuple[str, int | None], Row] = {}
    for one in item.occurrences:
        for row in one.figures:
            if row["series"] == part and row["value"] is not None and row["role"] in ROLES:
                latest[row["role"], fiscal_year(row)] = row
    years = [year for _, year in latest if year is not None]
    points = []
    for (role, year), row in latest.items():
        printed = one_line(row["period"], 10)
        place: int | None = year
        if year is None:
            # a figure without a year: a baseline before all years, a target after them
            place = min(years, default=0) - 1 if role == "baseline" else max(years, default=0) + 1
        label = t("year_n", n=year) if year is not None else Text(printed, printed)
        points.append(Point(place or 0, label, row["value"], role, value_shown(row, t)))
    return points


def amount_chart(item: Item, t: Texts) -> Markup:
    """A bar for each year and kind of the whole amount; where editions differ, what the latest prints."""
    latest: dict[tuple[int, str], int] = {}
    for one in item.occurrences:
        for row in one.figures:
            if not row["component"] and row["amount_yen"] is not None and row["fiscal_year"] is not None:
                latest[int(row["fiscal_year"]), row["kind"]] = row["amount_yen"]
    bars = [
        Amount(t("year_n", n=year), amount, kind, t(f"kind_{kind}"))
        for (year, kind), amount in sorted(latest.items())
    ]
    return amounts_chart(bars, t("chart_amounts", name=one_line(item.latest.record["name"])))


def printed_figures(item: Item, t: Texts) -> list[Printed]:
    """All figures of an item by year, each as often as it is printed; `differs` where editions disagree."""
    rows: list[Printed] = []
    said: dict[tuple[object, ...], dict[str, set[object]]] = {}
    for one in item.occurrences:
        for row in one.figures:
            editions = said.setdefault(_identity(item, row), {})
            told = row.get("value", row.get("amount_yen"))
            editions.setdefault(one.document.document_id, set()).add(told)
    for one in item.occurrences:
        for row in one.figures:
            is_value = item.kind == "kpis"
            year = fiscal_year(row) if is_value else row["fiscal_year"]
            if is_value:
                meaning, period = t(f"role_{row['role'] or 'none'}"), one_line(row["period"])
                shown = value_shown(row, t)
            else:
                meaning, period = t(f"kind_{row['kind']}"), ""
                text = yen(row["amount_yen"]) or one_line(row["amount_text"])
                shown = Text(text, text)
            rows.append(
                Printed(
                    year, meaning, row["series"] if is_value else row["component"], shown,
                    one_line(row["value_text" if is_value else "amount_text"]), row["status"],
                    one.document.document_id, row["page"], box_of(row),
                    row["value_id" if is_value else "amount_id"], edition_name(one, t),
                    period, len({frozenset(told) for told in said[_identity(item, row)].values()}) > 1,
                )
            )  # fmt: skip
    rows.sort(key=lambda row: (row.part, row.year if row.year is not None else -1))
    return rows


def _identity(item: Item, row: Row) -> tuple[object, ...]:
    if item.kind == "kpis":
        return (
            row["series"],
            row["role"],
            row["fiscal_year"],
            row["as_of"],
            row["period"] * (not row["fiscal_year"]),
        )
    return row["component"], row["kind"], row["fiscal_year"]


def edition_name(one: Occurrence, t: Texts) -> Text:
    """What a reader calls the edition of a print: its year, else its file."""
    year = one.document.facts["edition_fiscal_year"]
    if year is not None:
        return t("edition_n", n=year)
    name = one_line(one.document.facts["title"] or one.document.facts["file_name"], 24)
    return Text(name, name)


def places(item: Item, t: Texts) -> list[Place]:
    """Where an item is printed, for each print and page: a box around its name and figures there."""
    found = []
    for one in item.occurrences:
        pages: dict[int, list[Row]] = {}
        for row in (one.record, *one.figures):
            pages.setdefault(row["page"], []).append(row)
        for page, rows in sorted(pages.items()):
            found.append(
                Place(
                    one.document.document_id, page, around(rows), one.record_id, edition_name(one, t),
                    bool(one.record.get("is_reprint")),
                )
            )  # fmt: skip
    return found


def around(rows: Sequence[Row]) -> Box:
    """The smallest box around the places of rows."""
    boxes = [box_of(row) for row in rows]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def progress_percent(item: Item) -> float | None:
    """How far an indicator has come from its baseline to its target, in percent; None where that is not said.

    (latest actual − baseline) / (target − baseline), of plain figures of the latest edition's whole value.
    """
    by_role: dict[str, Row] = {}
    for row in sorted(item.latest.figures, key=lambda row: fiscal_year(row) or 0):
        if row["value"] is not None and not row["qualifier"] and not row["series"] and row["role"]:
            by_role[row["role"]] = row
    if not {"baseline", "actual", "target"} <= set(by_role):
        return None
    baseline, actual, target = (by_role[role]["value"] for role in ("baseline", "actual", "target"))
    way = target - baseline
    return 100 * (actual - baseline) / way if way else None
