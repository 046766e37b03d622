"""How far indicators are on the way to their targets, whichever way is better."""

from __future__ import annotations

import pytest

from quality.editions.comparison import Progress
from tests.quality.editions.printed_editions import Figures, compared, kpi


def progress(name: str, figures: Figures, before: Figures | None = None) -> Progress:
    [line] = compared([kpi(name, before or figures)], [kpi(name, figures)]).progress
    return line


@pytest.mark.parametrize(
    ("name", "figures", "direction", "percent", "state"),
    [
        ("利用者数", {"baseline": 100, "actual 2024": 150, "target 2027": 200}, "up", 50, "on_way"),
        ("利用者数", {"baseline": 100, "actual 2024": 210, "target 2027": 200}, "up", 110, "reached"),
        ("利用者数", {"baseline": 100, "actual 2024": 90, "target 2027": 200}, "up", -10, "away"),
        ("利用者数", {"baseline": 100, "actual 2027": 150, "target 2027": 200}, "up", 50, "missed"),
        ("利用者数", {"baseline": 100, "actual 2024": "-", "target 2027": 200}, "up", None, "not_measured"),
        ("利用者数", {"baseline": 100, "actual 2024": 150}, "unknown", None, "no_target"),
        ("ごみ排出量", {"baseline": 100, "actual 2024": 75, "target 2027": 50}, "down", 50, "on_way"),
        ("ごみ排出量", {"baseline": 100, "actual 2024": 45, "target 2027": 50}, "down", 110, "reached"),
        ("ごみ排出量", {"actual 2024": 45, "target 2024": 50}, "down", None, "reached"),
        ("ごみ排出量", {"actual 2024": 55, "target 2024": 50}, "down", None, "missed"),
        ("実施回数", {"actual 2024": 45, "target 2024": 50}, "up", None, "missed"),
        ("実施回数", {"actual 2024": 45, "target 2024": 40, "target 2027": 60}, "up", None, "reached"),
        ("実施回数", {"baseline": 10, "actual 2024": 10, "target 2027": 10}, "keep", None, "reached"),
        ("満足度", {"baseline": 60, "actual 2024": 61, "target 2027": "増加"}, "up", None, "reached"),
        ("満足度", {"baseline": 60, "actual 2024": 59, "target 2027": "増加"}, "up", None, "away"),
        ("不満のある人", {"baseline": 60, "actual 2024": 59, "target 2027": "減少"}, "down", None, "reached"),
        (
            "人口",
            {"baseline": 116_839, "actual 2024": 116_512, "target 2027": 114_460},
            "up",
            None,
            "reached",
        ),
    ],
)
def test_progress(name: str, figures: Figures, direction: str, percent: float | None, state: str) -> None:
    line = progress(name, figures)
    assert (line.direction, line.percent, line.state) == (direction, percent, state)


def test_the_change_since_the_former_edition() -> None:
    line = progress(
        "利用者数",
        {"baseline": 100, "actual 2024": 120, "actual 2025": 210, "target 2027": 200},
        {"baseline": 100, "actual 2024": 120, "target 2027": 200},
    )
    assert (line.change, line.change_percent) == (90, 75)
    assert (line.before_percent, line.percent) == (20, 110)
    assert (line.before_state, line.state) == ("on_way", "reached")


def test_the_former_figure_is_converted() -> None:
    before = kpi("利用者数", {"actual 2023": 11_800, "actual 2024": 12_000})
    after = kpi("利用者数", {"actual 2023": 11.8, "actual 2024": 12.0, "actual 2025": 15.0}, unit="千人")
    [line] = compared([before], [after]).progress
    assert (line.change, line.change_percent, line.unit) == (3, 25, "千人")


def test_parts_with_targets_have_lines_of_their_own() -> None:
    figures = {
        f"{role} {part}": value
        for part, value in (("小学校", 5), ("中学校", 7))
        for role in ("actual 2024", "target 2027")
    }
    lines = compared([kpi("不登校の割合", figures)], [kpi("不登校の割合", figures)]).progress
    assert [line.component for line in lines] == ["小学校", "中学校"]
