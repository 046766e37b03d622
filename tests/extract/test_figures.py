"""The labels of one figure put together: the nearer decides, columns before rows for the year."""

from __future__ import annotations

import pytest

from extract.figures import Said, combine, kind_for_role
from extract.labels import parse_label
from schemas.vocabulary import load_vocabulary

WORDS = load_vocabulary()


def said(above: list[str], beside: list[str]) -> Said:
    """What these column and row labels (nearest first) say together."""
    return combine(
        [parse_label(text, WORDS, 2024) for text in above],
        [parse_label(text, WORDS, 2024) for text in beside],
    )


@pytest.mark.parametrize(
    ("above", "beside", "told"),
    [
        (["目標値", "令和6年度"], [], {"role": "target", "year": 2024}),
        (["令和6年度"], ["実績"], {"role": "actual", "year": 2024}),
        (["決算額", "令和5年度"], ["国庫支出金"], {"kind": "settlement", "component": "国庫支出金"}),
        (["一般財源", "財源内訳"], [], {"component": "一般財源", "funds": True}),
        (["R6"], ["事業費"], {"whole": True, "year": 2024}),
        (["前年度"], ["予算額"], {"relative": "前年度", "kind": "budget"}),
        (["増減額"], [], {"comparison": "change"}),
        (["決算額（千円）"], [], {"unit": "千円", "kind": "settlement"}),
    ],
)
def test_what_labels_say_together(above: list[str], beside: list[str], told: dict[str, object]) -> None:
    found = said(above, beside)
    assert {name: getattr(found, name) for name in told} == told


def test_the_nearer_label_decides() -> None:
    assert said(["決算額", "予算額"], []).kind == "settlement"
    assert said(["R5", "R6"], []).year == 2023


def test_the_column_decides_the_year_and_the_row_the_part() -> None:
    found = said(["令和6年度", "人件費"], ["令和5年度", "一般財源"])
    assert (found.year, found.component) == (2024, "一般財源")


def test_a_bare_budget_under_another_word_is_that_budget() -> None:
    assert said(["予算額", "当初"], []).kind == "initial_budget"
    assert said(["予算額", "補正後"], []).kind == "current_budget"
    assert said(["予算額"], []).kind == "budget"


def test_a_guessed_row_label_gives_no_part_where_the_column_does() -> None:
    assert said(["一般財源"], ["庁舎維持管理費"]).component == "一般財源"


def test_a_column_that_is_ignored_silences_its_figures() -> None:
    assert said(["達成率", "令和6年度"], ["実績"]).field == "ignored"


def test_the_period_is_the_header_as_printed_from_the_top() -> None:
    assert said(["決算額", "令和 6年度"], ["人件費"]).period == "令和 6年度 決算額"


@pytest.mark.parametrize(
    ("role", "kind"),
    [("actual", "settlement"), ("planned", "forecast"), ("target", "forecast"), ("", "unspecified")],
)
def test_words_of_indicators_over_amounts(role: str, kind: str) -> None:
    assert kind_for_role(role) == kind
