"""Figures of a comparison as a report shows them: with unit, decimals as printed, and where they stand."""

from __future__ import annotations

import math
from dataclasses import dataclass

from pipeline.comparing.labels import label
from pipeline.editions_report.page_pictures import key
from pipeline.web.numbers import change, number, yen_short
from pipeline.web.texts import Text
from quality.editions.comparison import Figure, Place, Told


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page: key of the page's picture, page, and the box as text for the script."""

    key: str
    page: int
    box: str


@dataclass(frozen=True, slots=True)
class Value:
    """A figure to be read: its text, how sure it is, and where it is printed (None: not known)."""

    text: str
    status: str
    spot: Spot | None


def spot(side: str, place: Place | None) -> Spot | None:
    """The place in the edition `side`, None where there is none."""
    if place is None:
        return None
    box = " ".join(f"{edge:.1f}" for edge in (place.x0, place.y0, place.x1, place.y1))
    return Spot(key(side, place.page), place.page, box)


def value(side: str, figure: Figure | None, dataset: str) -> Value | None:
    """A figure of the edition `side`; a text where it has no value."""
    if figure is None:
        return None
    return Value(amount(figure, dataset), figure.status, spot(side, figure.place))


def amount(figure: Figure, dataset: str) -> str:
    """1,234.5人, 468.6万円, or the print where there is no value."""
    if figure.value is None:
        return " ".join(figure.text.split())
    if dataset == "project":
        return yen_short(figure.value)
    return f"{number(figure.value, decimals(figure.resolution))}{figure.unit or ''}"


def decimals(resolution: float) -> int | None:
    """How many decimals a step of the last printed digit has; None where it says nothing."""
    if not resolution or resolution >= 1:
        return 0 if resolution else None
    return min(4, max(0, round(-math.log10(resolution))))


def difference(delta: float | None, percent: float | None, unit: str | None, dataset: str) -> str:
    """+1,234人 (+5.1%), ▲46.9万円 (▲3.0%); '' for none."""
    if delta is None:
        return ""
    if dataset == "project":
        sign = "+" if delta > 0 else "" if delta else "±"
        text = f"{sign}{yen_short(delta)}"
    else:
        text = f"{change(round(delta, 6))}{unit or ''}"
    return text if percent is None else f"{text}（{change(percent, 1)}%）"


def word(group: str, name: str | int | None) -> Text:
    """The word for a key of labels.toml in both languages."""
    return Text(label(group, name, "ja"), label(group, name, "en"))


def said(told: Told | None) -> Text | None:
    """A sentence of the comparison as a text of the page."""
    return None if told is None else Text(told.ja, told.en)
