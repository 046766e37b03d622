"""Numbers before names: those of a list that counts, not those of a name."""

from __future__ import annotations

import pytest

from extract.running_numbers import running_numbers

LISTS = [
    (["１　総務費", "２　民生費", "３　土木費"], ["１　", "２　", "３　"], "項 of a budget statement"),
    (["1. 道路費", "2. 公園費"], ["1. ", "2. "], "dots"),
    (["1-1 道路費", "1-2 公園費", "2-1 河川費"], ["1-1 ", "1-2 ", "2-1 "], "codes"),
    (["18 歳までの医療費", "公園費"], ["", ""], "one number alone is of the name"),
    (["3 歳児健診", "2 歳児健診"], ["", ""], "numbers that do not rise"),
    (["1 総務費", "2 民生費", "公園費", "道路費"], ["", "", "", ""], "half of the names only"),
    (["1 総務費"], [""], "a list of one"),
    ([], [], "no list"),
]


@pytest.mark.parametrize(("names", "numbers", "why"), LISTS, ids=[case[2] for case in LISTS])
def test_running_numbers(names: list[str], numbers: list[str], why: str) -> None:
    assert list(running_numbers(names)) == numbers
