"""Names that differ by spelling, particles and words like 累計 share a key."""

from __future__ import annotations

import pytest

from quality.editions.words import bigrams, folded, spelled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("公民連携の推進事業", "公民連携推進事業"),
        ("DX推進事務事業", "ＤＸ推進事業"),
        ("ボール遊びができる公園の数", "ボール遊びができる公園の数(累計)"),
        ("年間の参加人数", "参加者数"),
        ("市長会参画事業", "市長会等参画事業"),
        ("⺠⽣費", "民生費"),
        ("設置箇所数", "設置か所数"),
        ("安全であると思う市民の割合", "安全だと思う市民の割合"),
    ],
)
def test_the_same_key(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("65歳健康寿命", "75歳健康寿命"), ("男性の割合", "女性の割合"), ("新規登録者数", "登録者数")],
)
def test_other_keys(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_a_name_of_silent_words_keeps_them() -> None:
    assert folded("合計") == "合計"


def test_spelling() -> None:
    assert spelled("ＳＮＳ（Ｘ）のフォロワ－ 数") == spelled("SNS(X)のフォロワー数")
    assert bigrams("市道") == {"市道"} == bigrams("市・道")
    assert bigrams("道") == {"道"}
