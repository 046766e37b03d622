"""The vocabulary file: each word once, folded, and removable."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

import pytest

from normalize.width import fold
from schemas.vocabulary import FACETS, VocabularyError, load_vocabulary, parse_vocabulary


def vocabulary_data(**sections: Any) -> Mapping[str, Any]:
    """The file with its lists of endings, headings and colours, and with these few words only."""
    data: dict[str, Any] = tomllib.loads(
        resources.files("schemas").joinpath("vocabulary.toml").read_text("utf-8")
    )
    for facet in FACETS:
        for section in data[facet].values():
            section["words"] = []
    data["role"]["target"]["words"] = ["目標"]
    for name, word in (("whole", "事業費"), ("component", "その他"), ("filler", "の")):
        data[name]["words"] = [word]
    for name, part in sections.items():
        for key, held in part.items():
            data[name][key] = data[name][key] | held if isinstance(held, dict) else held
    return data


def test_words_say_what_their_section_says() -> None:
    words = parse_vocabulary(vocabulary_data()).words
    assert words["目標"].role == "target"
    assert words["事業費"].whole
    assert words["その他"].component
    assert words["の"].filler


def test_words_are_folded() -> None:
    data = vocabulary_data(field={"indicator_name": {"words": ["ｋｐｉ 名"]}})
    assert parse_vocabulary(data).words["KPI名"].field == "indicator_name"


def test_a_word_in_two_sections_is_an_error_that_names_it() -> None:
    data = vocabulary_data(kind={"forecast": {"words": ["目 標"]}})
    with pytest.raises(VocabularyError, match="目 標"):
        parse_vocabulary(data)


def test_a_joining_word_may_be_a_label_too() -> None:
    data = vocabulary_data(filler={"words": ["の", "目標"]})
    assert parse_vocabulary(data).words["目標"].role == "target"


def test_words_can_be_taken_away() -> None:
    whole = parse_vocabulary(vocabulary_data())
    reduced = whole.without(["目標", "no such word"])
    assert "目標" not in reduced.words and "事業費" in reduced.words
    assert "目標" in whole.words


def test_the_file_is_whole() -> None:
    vocabulary = load_vocabulary()
    assert len(vocabulary.words) > 800
    assert vocabulary.longest == max(map(len, vocabulary.words))
    for word in vocabulary.words.values():
        facets = [f for f in FACETS if getattr(word, f)]
        assert len(facets) + word.whole + word.component + word.filler == 1, word


def test_words_are_folded_as_labels_are() -> None:
    # トータルコスト is compared with a label in which fold() has made ー a dash
    vocabulary = load_vocabulary()
    assert "ト-タルコスト" in vocabulary.words
    for words in (vocabulary.words, vocabulary.witnesses, vocabulary.total_words, vocabulary.series_words):
        assert [word for word in words if fold(word).upper() != word] == []
