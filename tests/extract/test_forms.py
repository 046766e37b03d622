"""Forms: labels with their values beside them, and the small tables below."""

from __future__ import annotations

import pytest

from extract.forms import instructs
from tests.extract.printed import grid, read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("予算書に記載の事業名を記入する。", True),
        ("課名を入力してください", True),
        ("（例）講座の開催回数", True),
        ("記入例：公園整備事業", True),
        ("公園整備事業", False),
        ("届出書の記入支援事業", False),
        ("例規集の管理", False),
    ],
)
def test_a_text_that_tells_what_to_write(text: str, told: bool) -> None:
    assert instructs(text) is told


def test_a_blank_form_names_nothing() -> None:
    read_ = read(
        grid([["事務事業名", "予算書の事業名を記入する。", "担当課", "課名を記入する。"]]),
        grid(
            [
                ["区分", "前年度決算", "本年度予算"],
                ["人件費", "0", "0"],
                ["総事業費", "0", "0"],
            ],
            top=300.0,
        ),
        grid([["指標名", "単位", "目標値"], ["（例）講座の開催回数", "回", "10"]], top=500.0),
    )
    assert (read_.projects, read_.indicators) == ((), ())
