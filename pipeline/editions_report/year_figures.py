"""The newest figures of both editions: amounts of projects with their sums, indicators on their way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.editions_report.figures_shown import Spot, Value, amount, difference, spot, value, word
from pipeline.web import charts
from pipeline.web.numbers import change as signed
from pipeline.web.numbers import yen_short
from pipeline.web.texts import Text, Texts
from quality.editions.comparison import Comparison, Figure, Item, Progress, ProjectYear

STATES = ("reached", "on_way", "away", "missed", "not_measured", "no_target", "unclear")
MOST_CHARTS = 400
"""Of indicators; a report of more shows the charts of those that changed or miss their target."""


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """The amounts of one project in both editions, in yen and as texts."""

    group: str
    group_text: Text
    name: str
    before: str
    after: str
    before_spot: Spot | None
    after_spot: Spot | None
    change_yen: float
    change: str
    percent: float | None
    percent_text: str


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """How far an indicator is; `width` is the share of the way to the target, 0 to 100, for a bar."""

    name: str
    component: str
    state: str
    state_text: Text
    direction: Text
    baseline: Value | None
    before_latest: Value | None
    latest: Value | None
    target: Value | None
    change: str
    percent: float | None
    width: float | None
    chart: Markup


def project_lines(comparison: Comparison) -> tuple[ProjectLine, ...]:
    """All projects with an amount, the largest difference first."""
    lines = [_project(project) for project in comparison.projects]
    return tuple(sorted(lines, key=lambda line: -abs(line.change_yen)))


def _project(project: ProjectYear) -> ProjectLine:
    percent = "" if project.change_percent is None else f"{signed(project.change_percent, 1)}%"
    return ProjectLine(
        project.group,
        word("group", project.group),
        project.name,
        yen_short(project.before_yen),
        yen_short(project.after_yen),
        spot("before", next(iter(project.before_places), None)),
        spot("after", next(iter(project.after_places), None)),
        project.change_yen,
        difference(project.change_yen, None, None, "project"),
        project.change_percent,
        percent,
    )


def rises_and_falls(comparison: Comparison, t: Texts, most: int = 6) -> Markup:
    """A chart of the projects that rose and fell most, in yen."""
    ordered = sorted(comparison.projects, key=lambda project: -project.change_yen)
    rising = [p for p in ordered if p.change_yen > 0][:most]
    falling = [p for p in ordered if p.change_yen < 0][-most:]
    return charts.changes_chart(
        [
            charts.Change(p.name, p.change_yen, difference(p.change_yen, None, None, "project"))
            for p in (*rising, *falling)
        ],
        t("rises_and_falls"),
    )


def sums_chart(comparison: Comparison, t: Texts) -> Markup:
    """A bar for the total of each edition."""
    sums = comparison.sums
    if sums is None:
        return Markup()
    sides = (
        (sums.before_year, sums.before_kind, sums.before_total),
        (sums.after_year, sums.after_kind, sums.after_total),
    )
    bars = [
        charts.Amount(t("year_n", n=year) if year else t("year_unknown"), int(total), kind or "unspecified",
                      word("role", kind or "unspecified"))
        for year, kind, total in sides
    ]  # fmt: skip
    return charts.amounts_chart(bars, t("totals"))


def states(comparison: Comparison) -> tuple[tuple[str, Text, int], ...]:
    """Indicators by how far they are; reprints are counted once."""
    found = Counter(p.state for p in comparison.progress if not p.is_reprint)
    return tuple((state, word("state", state), found[state]) for state in STATES if found[state])


def progress_lines(
    comparison: Comparison, changed: Iterable[str], t: Texts, roles: dict[str, Text]
) -> tuple[ProgressLine, ...]:
    """Indicators of the later edition that are no reprints, those that miss their target first."""
    items = {item.item_id: item for item in comparison.items_after}
    listed = [p for p in comparison.progress if not p.is_reprint]
    important = set(changed)
    few = len(listed) <= MOST_CHARTS
    lines = [
        _progress(p, items, few or p.item_id in important or p.state in ("missed", "away"), t, roles)
        for p in listed
    ]
    order = {state: k for k, state in enumerate(("missed", "away", "on_way", "reached"))}
    return tuple(sorted(lines, key=lambda line: order.get(line.state, len(order))))


def _progress(
    p: Progress, items: Mapping[str, Item], drawn: bool, t: Texts, roles: dict[str, Text]
) -> ProgressLine:
    item = items.get(p.item_id)
    percent = p.percent
    return ProgressLine(
        p.name,
        p.component,
        p.state,
        word("state", p.state),
        word("direction", p.direction),
        value("after", p.baseline, "kpi"),
        value("before", p.before_latest, "kpi"),
        value("after", p.latest, "kpi"),
        value("after", p.target, "kpi"),
        difference(p.change, p.change_percent, p.unit, "kpi"),
        percent,
        None if percent is None else max(0.0, min(100.0, percent)),
        _chart(item, p.component, p.unit or "", p.name, t, roles) if drawn and item else Markup(),
    )


def _chart(item: Item, component: str, unit: str, name: str, t: Texts, roles: dict[str, Text]) -> Markup:
    drawn = [
        figure
        for figure in item.figures
        if figure.component == component and figure.role in roles and _in_unit(figure, unit)
    ]
    years = [figure.fiscal_year for figure in drawn if figure.fiscal_year is not None]
    points = []
    for figure in drawn:
        year, label = figure.fiscal_year, t("year_n", n=figure.fiscal_year)
        if year is None and figure.role == "baseline" and years:
            # A baseline without a year is what the years start from.
            year, label = min(years) - 1, roles["baseline"]
        if year is not None and figure.value is not None and figure.role:
            text = amount(figure, "kpi").removesuffix(unit)
            points.append(charts.Point(float(year), label, figure.value, figure.role, Text(text, text)))
    return charts.values_chart(points, unit, Text(name, name), roles)


def _in_unit(figure: Figure, unit: str) -> bool:
    return not figure.unit or not unit or figure.unit == unit
