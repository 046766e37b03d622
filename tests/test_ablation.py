"""The ablation takes away a group's own words and nothing else."""

from __future__ import annotations

import pytest

from benchmarks.ablation.own_words import label_words, own_words, words_of
from schemas.vocabulary import load_vocabulary
from tests.extract.printed import caption, grid, sheet

WORDS = load_vocabulary()


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("R6決算", {"決算"}),
        ("令和5年度\n当初予算額", {"当初予算額"}),
        ("実績（見込）", {"実績", "見込"}),
        ("目標の推移", {"目標"}),
        ("市が独自に定めた成果指標", {"成果指標"}),
        ("公園", set()),
    ],
)
def test_the_words_of_a_label(printed: str, words: set[str]) -> None:
    assert words_of(printed, WORDS) == words


def test_only_labels_count() -> None:
    page = sheet(
        grid([["事業名", "R6決算"], ["決算の説明を市民に行う", "100"]]), outside=[caption("単位：千円")]
    )
    assert {"事業名", "決算"} <= label_words([page], WORDS)
    prose = sheet(grid([["目標の達成に向けて関係機関との協議を重ね、計画の策定を進める。"]]))
    assert label_words([prose], WORDS) == set()


def test_own_words_occur_in_no_other_group() -> None:
    assert own_words({"a": {"決算", "想定"}, "b": {"決算"}, "c": set()}) == {
        "a": {"想定"},
        "b": set(),
        "c": set(),
    }
