"""Lists of programmes whose lines begin with marks that the cell beside them explains."""

from __future__ import annotations

from extract.grid import Grid
from extract.programmes import find_legend, read_programmes
from extract.stretches import logical_tables
from tests.extract.printed import grid, sheet

LEGEND = "個別戦略(事業)\n◎新規重点\n○新規\n□継続"


def programmes(made: Grid) -> list[tuple[str, str, str, str]]:
    (table,) = logical_tables([sheet(made)], lambda g: True)
    found = read_programmes(table, {0: "施策１", 1: "施策２"})
    return [(p.mark, p.mark_meaning, p.name_text, p.measure) for p in found]


def test_a_legend_explains_at_least_two_marks() -> None:
    assert find_legend("◎新規重点 〇新規 □継続") == {"◎": "新規重点", "○": "新規", "□": "継続"}
    assert find_legend("◎新規重点") == {}


def test_a_line_is_a_programme() -> None:
    assert programmes(grid([[LEGEND, "◎企業誘致の推進\n□中小企業の支援"]])) == [
        ("◎", "新規重点", "企業誘致の推進", "施策１"),
        ("□", "継続", "中小企業の支援", "施策１"),
    ]


def test_a_line_without_a_mark_goes_on_with_the_one_above() -> None:
    assert programmes(grid([[LEGEND, "○地域公共交通の\n再編\n□道路補修"]])) == [
        ("○", "新規", "地域公共交通の再編", "施策１"),
        ("□", "継続", "道路補修", "施策１"),
    ]


def test_the_measure_in_force_at_the_row() -> None:
    made = grid([["概要", "本文"], [LEGEND, "○子育て支援"]])
    assert programmes(made) == [("○", "新規", "子育て支援", "施策２")]


def test_marks_that_nothing_explains_are_no_programmes() -> None:
    assert programmes(grid([["主な取組", "○企業誘致\n□道路補修"]])) == []


def test_a_mark_that_the_legend_leaves_out_goes_on_with_the_line_above() -> None:
    assert programmes(grid([[LEGEND, "○企業誘致\n▲補助"]])) == [("○", "新規", "企業誘致▲補助", "施策１")]
