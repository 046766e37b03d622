"""Charts as inline SVG without a script: they print, follow light and dark, and are read aloud.

Every chart has a title and a description that says all its figures in words. Colours come from
style.css by class; roles and kinds also differ in shape, so that no colour is needed to tell them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.web.numbers import change, number, yen, yen_short
from pipeline.web.scales import Scale, nice_scale
from pipeline.web.texts import Text, harmless

WIDTH, HEIGHT = 460.0, 250.0
LEFT, RIGHT, TOP, BOTTOM = 62.0, 26.0, 26.0, 34.0
"""Room around the plot: for figures left, for the last label right, for the unit above, for years below."""

MOST_BARS = 24
ROW = 26.0
NAMES, FIGURES, LONGEST_NAME = 208.0, 92.0, 15
"""Of a chart of rises and falls: room for names left, for figures right, and what of a name fits."""


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of an indicator. `year` places it; `role` is baseline, actual, planned or target."""

    year: float
    label: Text
    value: float
    role: str
    text: Text
    """The figure as it is to be read, with its decimals."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A bar of money: `kind` as in project_amounts (settlement, initial_budget …)."""

    label: Text
    yen: int
    kind: str
    kind_text: Text


@dataclass(frozen=True, slots=True)
class Change:
    """A rise or fall of something with a name."""

    name: str
    delta: float
    text: str
    href: str = ""


def values_chart(points: Sequence[Point], unit: str, title: Text, roles: dict[str, Text]) -> Markup:
    """Baseline, actual figures as a line, and the way from the last of them to the target.

    '' where there is nothing to compare (fewer than two figures). `roles` names the roles.
    """
    placed = sorted(points, key=lambda point: (point.year, point.role == "target"))
    if len(placed) < 2:
        return Markup("")
    years = [point.year for point in placed]
    across = Scale(min(years), max(years), LEFT + 22, WIDTH - RIGHT - 14)
    if across.low == across.high:
        across = Scale(across.low - 1, across.high + 1, across.start, across.end)
    up = nice_scale([point.value for point in placed], HEIGHT - BOTTOM, TOP)
    known = [point for point in placed if point.role in ("baseline", "actual")]
    ahead = [point for point in placed if point.role in ("planned", "target")]
    drawn = [_axis(up, [number(tick) for tick in up.ticks]), _unit(unit)]
    targets = [point for point in placed if point.role == "target"]
    if targets:
        drawn.append(_line("goal", LEFT, up(targets[-1].value), WIDTH - RIGHT, up(targets[-1].value)))
    drawn.append(_path("way", [(across(p.year), up(p.value)) for p in [*known[-1:], *ahead]]))
    drawn.append(_path("known", [(across(p.year), up(p.value)) for p in known]))
    drawn += _years(placed, across)
    drawn += _labels(placed, across, up)
    drawn += [_mark(point, across, up, roles) for point in placed]
    said_ja = "、".join(f"{roles[p.role].ja} {p.label.ja} {p.text.ja}{unit}" for p in placed)
    said_en = "; ".join(f"{roles[p.role].en} {p.label.en}: {p.text.en} {unit}".rstrip() for p in placed)
    return _svg("values", HEIGHT, title, Text(said_ja, said_en), drawn)


def amounts_chart(amounts: Sequence[Amount], title: Text) -> Markup:
    """A bar for each amount, in the order given; settlements filled, budgets outlined. '' for none."""
    bars = list(amounts)[-MOST_BARS:]
    if not bars:
        return Markup("")
    up = nice_scale([bar.yen for bar in bars], HEIGHT - BOTTOM, TOP, from_zero=True)
    drawn = [_axis(up, [yen_short(tick) for tick in up.ticks])]
    step = (WIDTH - LEFT - RIGHT) / len(bars)
    width = min(64.0, step * 0.62)
    every = -(-len(bars) // 6)
    for index, bar in enumerate(bars):
        middle = LEFT + step * (index + 0.5)
        top, foot = sorted((up(bar.yen), up(0)))
        told = Text(
            f"{bar.label.ja} {bar.kind_text.ja} {yen(bar.yen)}",
            f"{bar.label.en} {bar.kind_text.en} {yen(bar.yen)}",
        )
        drawn.append(
            Markup('<rect class="bar {}" x="{}" y="{}" width="{}" height="{}">{}</rect>').format(
                _kind(bar.kind), round(middle - width / 2, 1), top, round(width, 1),
                max(1.0, round(foot - top, 1)), _tag("title", told),
            )
        )  # fmt: skip
        if len(bars) <= 6:
            above = top - 6 if bar.yen >= 0 else foot + 15
            drawn.append(_text(middle, above, Text(*[yen_short(bar.yen)] * 2), "figure", "middle"))
        if (len(bars) - 1 - index) % every == 0:
            drawn.append(_text(middle, HEIGHT - BOTTOM + 20, bar.label, "", "middle"))
    drawn.append(_line("zero", LEFT, up(0), WIDTH - RIGHT, up(0)))
    said_ja = "、".join(f"{bar.label.ja} {bar.kind_text.ja} {yen(bar.yen)}" for bar in bars)
    said_en = "; ".join(f"{bar.label.en} {bar.kind_text.en}: {yen(bar.yen)}" for bar in bars)
    return _svg("amounts", HEIGHT, title, Text(said_ja, said_en), drawn)


def changes_chart(changes: Sequence[Change], title: Text) -> Markup:
    """Rises to the right and falls to the left of one line, in the order given. '' for none."""
    rows = list(changes)[:MOST_BARS]
    if not rows:
        return Markup("")
    across = nice_scale([row.delta for row in rows], NAMES, WIDTH - FIGURES, from_zero=True)
    height = ROW * len(rows) + 6
    drawn = [_line("zero", across(0), 0, across(0), height)]
    for index, row in enumerate(rows):
        middle = ROW * (index + 0.5) + 3
        left, right = sorted((across(0), across(row.delta)))
        name = row.name if len(row.name) <= LONGEST_NAME else f"{row.name[: LONGEST_NAME - 1]}…"
        label = _text(0, middle + 5, Text(name, name), "name", "start")
        if row.href:
            label = Markup('<a href="{}">{}</a>').format(row.href, label)
        drawn += [
            label,
            _text(WIDTH, middle + 5, Text(row.text, row.text), "figure", "end"),
            Markup(
                '<rect class="bar {}" x="{}" y="{}" width="{}" height="13" rx="1.5"><title>{}</title></rect>'
            ).format(
                "rise" if row.delta >= 0 else "fall", left, round(middle - 6.5, 1),
                max(1.0, round(right - left, 1)), harmless(f"{row.name} {row.text}"),
            ),
        ]  # fmt: skip
    said = "、".join(f"{row.name} {row.text or change(row.delta)}" for row in rows)
    return _svg("changes", height, title, Text(said, said), drawn)


def share_bar(parts: Sequence[tuple[str, int, Text]], title: Text) -> Markup:
    """One bar of shares: (class, count, name) for each part. Its description names the counts."""
    whole = sum(count for _, count, _ in parts)
    drawn: list[Markup] = []
    left = 0.0
    for name, count, text in parts:
        width = 200 * count / whole if whole else 0.0
        if count:
            told = Text(f"{text.ja} {count:,}", f"{text.en} {count:,}")
            drawn.append(
                Markup('<rect class="share {}" x="{}" y="0" width="{}" height="10">{}</rect>').format(
                    name, round(left, 2), round(width, 2), _tag("title", told)
                )
            )
        left += width
    said_ja = "、".join(f"{text.ja} {count:,}" for _, count, text in parts if count) or "–"
    said_en = ", ".join(f"{text.en} {count:,}" for _, count, text in parts if count) or "–"
    body = Markup("").join([_tag("title", title), _tag("desc", Text(said_ja, said_en)), *drawn])
    frame = '<svg class="shares" role="img" viewBox="0 0 200 10" preserveAspectRatio="none">{}</svg>'
    return Markup(frame).format(body)


def _svg(kind: str, height: float, title: Text, said: Text, drawn: Sequence[Markup]) -> Markup:
    frame = '<svg class="chart {}" role="img" viewBox="0 0 {} {}">{}{}{}</svg>'
    parts = _tag("title", title), _tag("desc", said), Markup("").join(drawn)
    return Markup(frame).format(kind, round(WIDTH), round(height), *parts)


def _tag(name: str, text: Text) -> Markup:
    return Markup('<{0} data-en="{2}">{1}</{0}>').format(name, harmless(text.ja), harmless(text.en))


def _text(x: float, y: float, text: Text, kind: str, anchor: str) -> Markup:
    english = Markup(' data-en="{}"').format(harmless(text.en)) if text.en != text.ja else Markup("")
    one = '<text class="{}" x="{}" y="{}" text-anchor="{}"{}>{}</text>'
    return Markup(one).format(kind, round(x, 1), round(y, 1), anchor, english, harmless(text.ja))


def _line(kind: str, x0: float, y0: float, x1: float, y1: float) -> Markup:
    return Markup('<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(kind, x0, y0, x1, y1)


def _path(kind: str, places: Sequence[tuple[float, float]]) -> Markup:
    if len(places) < 2:
        return Markup("")
    return Markup('<path class="{}" d="M{}"/>').format(kind, "L".join(f"{x} {y}" for x, y in places))


def _axis(up: Scale, labels: Sequence[str]) -> Markup:
    lines = [_line("grid", LEFT, up(tick), WIDTH - RIGHT, up(tick)) for tick in up.ticks]
    figures = [
        _text(LEFT - 8, up(tick) + 5, Text(label, label), "", "end")
        for tick, label in zip(up.ticks, labels, strict=True)
    ]
    return Markup("").join([*lines, *figures])


def _unit(unit: str) -> Markup:
    anchor = "end" if len(unit) < 4 else "start"
    return _text(LEFT - 8 if anchor == "end" else 4, 13, Text(unit, unit), "", anchor)


def _years(points: Sequence[Point], across: Scale) -> list[Markup]:
    """Labels below, from the last backwards; one that would run into its neighbour is left out."""
    drawn: list[Markup] = []
    free = WIDTH + 40
    for point in reversed({p.year: p for p in points}.values()):
        middle, half = across(point.year), 4.5 * len(point.label.ja) + 4
        at_edge = middle + half > WIDTH
        right = WIDTH if at_edge else middle + half
        if right <= free:
            x, anchor = (WIDTH, "end") if at_edge else (middle, "middle")
            drawn.append(_text(x, HEIGHT - 12, point.label, "", anchor))
            free = right - 2 * half
    return drawn


def _labels(points: Sequence[Point], across: Scale, up: Scale) -> list[Markup]:
    """The figures beside their marks: first, last and those with room between."""
    drawn: list[Markup] = []
    taken: list[tuple[float, float]] = []
    for point in [points[-1], points[0], *points[1:-1]]:
        x, y = across(point.year), up(point.value) - 11
        y = y if y > 14 else up(point.value) + 21
        if all(abs(x - other_x) > 54 or abs(y - other_y) > 15 for other_x, other_y in taken):
            taken.append((x, y))
            drawn.append(_text(x, y, point.text, "figure", "middle"))
    return drawn


def _mark(point: Point, across: Scale, up: Scale, roles: dict[str, Text]) -> Markup:
    """Baseline a ring, actual a disc, planned a square, target a diamond."""
    x, y = across(point.year), up(point.value)
    told = Text(
        f"{roles[point.role].ja} {point.label.ja} {point.text.ja}",
        f"{roles[point.role].en} {point.label.en} {point.text.en}",
    )
    if point.role in ("baseline", "actual"):
        return Markup('<circle class="mark {}" cx="{}" cy="{}" r="5.5">{}</circle>').format(
            point.role, x, y, _tag("title", told)
        )
    size = 5.0 if point.role == "planned" else 7.0
    turned = (
        [(x - size, y - size), (x + size, y - size), (x + size, y + size), (x - size, y + size)]
        if point.role == "planned"
        else [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]
    )
    corners = " ".join(f"{round(a, 1)},{round(b, 1)}" for a, b in turned)
    return Markup('<polygon class="mark {}" points="{}">{}</polygon>').format(
        point.role, corners, _tag("title", told)
    )


def _kind(kind: str) -> str:
    """settled or planned: what has been spent, and what was to be spent."""
    return "settled" if kind in ("settlement", "unspecified") else "budgeted"
